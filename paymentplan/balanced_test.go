package paymentplan_test

import (
	"testing"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// A balanced level lies where the last row is near it, counted in minor units a row.
func TestBalancedLevels(t *testing.T) {
	for _, c := range []struct {
		name, debt, rate, step string
		count, grace           int
		similar, balanced      string // level and last row
	}{
		// 3 more than 15.46 is more than 2, half the rows; spread over 5 it is one.
		{"moved", "75.00", "12.3", "0.01", 5, 0, "15.46 15.49", "15.47 15.45"},
		{"two more than 17.25 in three of six", "100.00", "12", "0.01", 6, 0, "17.25 17.28", "17.25 17.28"},
		{"halfway, to the even step below", "1000.00", "0", "1.00", 16, 0, "63.00 55.00", "62.00 70.00"},
		{"halfway, to the even step above", "1016.00", "0", "1.00", 16, 0, "64.00 56.00", "64.00 56.00"},
		{"halfway, in steps of eight", "1000.00", "0", "8.00", 10, 0, "104.00 64.00", "96.00 136.00"},
		{"halfway to an odd step would be no step at all", "0.02", "0", "0.01", 4, 0, "0.01 0.01", "0.01 0.01"},
		{"far off in whole steps", "5000.00", "12", "1.00", 18, 3, "361.00 354.87", "361.00 354.87"},
	} {
		r := paymentplan.Request{
			Kind: paymentplan.Annuity, Debt: sek(c.debt), Interest: percent(c.rate), Start: day("2024-01-01"), Count: c.count,
			Step: sek(c.step), Rounding: money.HalfEven, Grace: paymentplan.Grace{Principal: c.grace},
		}
		if c.rate == "0" {
			r.Interest = interest.Terms{}
		}
		for last, want := range map[paymentplan.LastRow]string{paymentplan.Similar: c.similar, paymentplan.Balanced: c.balanced} {
			r.LastRow = last
			s := build(t, r)
			if have := s.Level.Number() + " " + s.Rows[len(s.Rows)-1].Amount.Number(); have != want {
				t.Errorf("%s, %s: %s, want %s", c.name, last, have, want)
			}
		}
	}
	if l, err := paymentplan.ParseLastRow("balanced"); l != paymentplan.Balanced || err != nil {
		t.Errorf("balanced is read as %v: %v", l, err)
	}
}
