package rates_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/rates"
)

// halfYears calls check with every 1 January and 1 July from first through last
// and the EU reference rate of that half-year.
func halfYears(t *testing.T, first, last string, check func(d calendar.Date, eu decimal.Decimal)) {
	t.Helper()
	n := 0
	for d := day(first); d <= day(last); d = d.AddMonths(6) {
		check(d, value(t, rates.EU(), d))
		n++
	}
	if n < 20 {
		t.Errorf("only %d half-years from %s through %s were checked", n, first, last)
	}
}

func value(t *testing.T, table *rates.Table, d calendar.Date) decimal.Decimal {
	t.Helper()
	v, err := table.At(d)
	if err != nil {
		t.Fatal(err)
	}
	return v.Value
}

func expect(t *testing.T, table *rates.Table, d calendar.Date, want decimal.Decimal) {
	t.Helper()
	if got := value(t, table, d); !got.Equal(want) {
		t.Errorf("%s on %s is %s, want %s", table.Meta().Series, d, got, want)
	}
}

// TestGermanIdentity: BGB § 247 moves the base rate by as much as the ECB rate,
// so that their distance stays what it was.
func TestGermanIdentity(t *testing.T) {
	halfYears(t, "2002-01-01", "2026-07-01", func(d calendar.Date, eu decimal.Decimal) {
		expect(t, rates.DE(), d, eu.Sub(decimal.New(88, -2)))
	})
}

// TestFinnishIdentity: korkolaki 12 § rounds the ECB rate up to the half point.
func TestFinnishIdentity(t *testing.T) {
	halfYears(t, "2002-07-01", "2026-07-01", func(d calendar.Date, eu decimal.Decimal) {
		two := decimal.New(2, 0)
		expect(t, rates.FI(), d, eu.Mul(two).Ceil().DivRound(two, 1))
	})
}

// TestDutchIdentity: BW 6:120(2) adds its margin to the ECB rate; the margin rose
// on 2013-03-16, in the middle of a half-year.
func TestDutchIdentity(t *testing.T) {
	seven, eight := decimal.New(7, 0), decimal.New(8, 0)
	halfYears(t, "2003-01-01", "2026-07-01", func(d calendar.Date, eu decimal.Decimal) {
		margin := eight
		if d <= day("2013-03-15") {
			margin = seven
		}
		expect(t, rates.NLCommercial(), d, eu.Add(margin))
	})
	for first, margin := range map[string]decimal.Decimal{"2002-12-01": seven, "2013-03-15": seven, "2013-03-16": eight} {
		d := day(first)
		expect(t, rates.NLCommercial(), d, value(t, rates.EU(), d).Add(margin))
	}
}

// TestAustrianIdentity: the base rate follows the ECB rate, less 0.62, as soon as
// the distance reaches half a point; so it is always nearer than that.
func TestAustrianIdentity(t *testing.T) {
	half := decimal.New(5, -1)
	halfYears(t, "2009-01-01", "2026-07-01", func(d calendar.Date, eu decimal.Decimal) {
		base := value(t, rates.AT(), d)
		if distance := eu.Sub(decimal.New(62, -2)).Sub(base).Abs(); distance.GreaterThanOrEqual(half) {
			t.Errorf("AT on %s is %s, %s away from the ECB rate less 0.62, want under 0.5", d, base, distance)
		}
	})
	entries := rates.AT().Entries()
	for i, e := range entries[1:] {
		if step := e.Value.Sub(entries[i].Value).Abs(); step.LessThan(half) {
			t.Errorf("AT moves by %s on %s, want at least half a point", step, e.From)
		}
	}
}

// TestSteps: rates that the law rounds, or that follow a policy rate, stand on a
// grid.
func TestSteps(t *testing.T) {
	for _, c := range []struct {
		table *rates.Table
		step  decimal.Decimal
	}{
		{rates.SE(), decimal.New(5, -1)}, {rates.FI(), decimal.New(5, -1)}, {rates.NO(), decimal.New(25, -2)},
		{rates.NL(), decimal.New(1, 0)}, {rates.DK(), decimal.New(5, -2)}, {rates.GB(), decimal.New(5, -2)},
	} {
		for _, e := range c.table.Entries() {
			if !e.Value.Mod(c.step).IsZero() {
				t.Errorf("%s on %s is %s, want a multiple of %s", c.table.Meta().Series, e.From, e.Value, c.step)
			}
		}
	}
}
