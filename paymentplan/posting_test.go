package paymentplan_test

import (
	"testing"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// 10 000 × 0.01 / (1 − 1.01⁻³) is 3 400.22111481469…; the rows are those of the closed
// formula.
func TestUnroundedAnnuity(t *testing.T) {
	r := loan()
	r.Count, r.Posting = 3, paymentplan.Unrounded
	s := build(t, r)
	want := [][3]string{
		{"100.0000000000", "3300.2211148147", "6699.7788851853"}, {"66.9977888519", "3333.2233259628", "3366.5555592225"}, {"33.6655555922", "3366.5555592225", "0.0000000000"},
	}
	for i, row := range s.Exact.Rows {
		have := [3]string{row.Interest.Fixed(10), row.Principal.Fixed(10), row.Closing.Fixed(10)}
		if c, err := row.Amount.Compare(s.Exact.Level); err != nil || c != 0 || have != want[i] {
			t.Errorf("row %d: %v, want %v; it pays %s and the level is %s", i+1, have, want[i], row.Amount.Fixed(20), s.Exact.Level.Fixed(20))
		}
	}
	if s.Exact.Rows[2].Closing.Sign() != 0 || s.Level != sek("3400.22") || s.Rows[1].Interest != sek("67.00") {
		t.Errorf("level %s, row 2 %+v", s.Level, s.Rows[1])
	}
}

func TestUnroundedKinds(t *testing.T) {
	for _, c := range []struct {
		name string
		with func(*paymentplan.Request)
		last string // what the last row pays
		left string // what is open after it
	}{
		{"linear", func(r *paymentplan.Request) { r.Kind, r.Count = paymentplan.Linear, 3 }, "3366.6666666667", "0.0000000000"},
		{"interest only", func(r *paymentplan.Request) { r.Kind, r.Count = paymentplan.InterestOnly, 3 }, "10100.0000000000", "0.0000000000"},
		{"bullet", func(r *paymentplan.Request) { r.Kind, r.Count = paymentplan.Bullet, 3 }, "10300.0000000000", "0.0000000000"},
		{"amount", func(r *paymentplan.Request) { r.Count, r.Amount = 0, sek("6000.00") }, "4141.0000000000", "0.0000000000"},
		{"limited", func(r *paymentplan.Request) {
			r.Kind, r.Count, r.Amount = paymentplan.AnnuityLimited, 2, sek("1000.00")
		}, "1000.0000000000", "8191.0000000000"},
		{"final", func(r *paymentplan.Request) { r.Count, r.Final = 2, sek("5000.00") }, "5000.0000000000", "0.0000000000"},
		{"linear after a free row", func(r *paymentplan.Request) {
			r.Kind, r.Count, r.Grace = paymentplan.Linear, 4, paymentplan.Grace{Principal: 1, Interest: 1}
		}, "3366.6666666667", "0.0000000000"},
	} {
		r := loan()
		c.with(&r)
		r.Posting = paymentplan.Unrounded
		x := build(t, r).Exact
		last := x.Rows[len(x.Rows)-1]
		if last.Amount.Fixed(10) != c.last || x.Residual.Fixed(10) != c.left {
			t.Errorf("%s: the last row pays %s and leaves %s, want %s and %s", c.name, last.Amount.Fixed(10), x.Residual.Fixed(10), c.last, c.left)
		}
	}
}

// A row may be larger than what rates are worked out for: the plan stands without one.
func TestRowsTooLargeForARate(t *testing.T) {
	r := loan()
	r.Kind, r.Debt, r.Interest, r.Count = paymentplan.Bullet, sek("10000000000000.00"), percent("90"), 12
	if s := build(t, r); s.APR.Known || s.Rows[0].Amount != money.FromMinor(1_900_000_000_000_000, r.Debt.Currency()) {
		t.Errorf("%s, %+v", s.Rows[0].Amount, s.APR)
	}
}

func TestUnroundedRefusals(t *testing.T) {
	for name, with := range map[string]func(*paymentplan.Request){
		"/posting": func(r *paymentplan.Request) { r.Rounding = money.HalfEven },
		"/interest": func(r *paymentplan.Request) {
			r.Debt, r.Interest, r.Kind, r.Count, r.End = sek("10000000000000.00"), percent("1000"), paymentplan.Bullet, 0, day("2200-12-31")
		},
		"/count":  func(r *paymentplan.Request) { r.Count = 481 },
		"/final":  func(r *paymentplan.Request) { r.Count, r.Final = 0, sek("500.00") },
		"/amount": func(r *paymentplan.Request) { r.Count, r.Amount = 0, sek("99.00") },
	} {
		r := loan()
		with(&r)
		r.Posting = paymentplan.Unrounded
		if _, err := paymentplan.Build(r); problems(err) != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}
