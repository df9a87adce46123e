package rates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
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

// TestEuropeanSteps: the rate of the half-year is the rate of the last main
// refinancing operation before it, over the steps that the table has.
func TestEuropeanSteps(t *testing.T) {
	steps := lookup(t, "EU-MRO")
	halfYears(t, "2009-01-01", "2026-07-01", func(d calendar.Date, eu decimal.Decimal) {
		expect(t, steps, d-1, eu)
		expect(t, rates.DE(), d, value(t, steps, d-1).Sub(decimal.New(88, -2)))
	})
}

// TestFinnishIdentity: korkolaki 12 § rounds the ECB rate up to the half point.
func TestFinnishIdentity(t *testing.T) {
	halfYears(t, "2002-07-01", "2026-07-01", func(d calendar.Date, eu decimal.Decimal) {
		two := decimal.New(2, 0)
		expect(t, rates.FI(), d, eu.Mul(two).Ceil().DivRound(two, 1))
	})
}

// TestDutchIdentity: BW 6:120(2) adds its margin to the ECB rate, which is the
// German base rate and 0.88; the margin rose on 2013-03-16, in the middle of a
// half-year.
func TestDutchIdentity(t *testing.T) {
	margins := lookup(t, "NL-commercial-margin")
	check := func(d calendar.Date) {
		margin := value(t, margins, d)
		expect(t, rates.NLCommercial(), d, value(t, rates.DE(), d).Add(decimal.New(88, -2)).Add(margin))
		expect(t, rates.NLCommercial(), d, value(t, rates.EU(), d).Add(margin))
	}
	halfYears(t, "2003-01-01", "2026-07-01", func(d calendar.Date, _ decimal.Decimal) { check(d) })
	for _, d := range []string{"2002-12-01", "2013-03-15", "2013-03-16"} {
		check(day(d))
	}
}

// TestAustrianIdentity: the base rate moves by the whole change of the ECB rate
// since its own last move, as soon as that is at least half a point. From July
// 2008, when the ECB rate was 4.32, the rule gives every step and no other.
func TestAustrianIdentity(t *testing.T) {
	half, base, moved := decimal.New(5, -1), decimal.New(370, -2), decimal.New(432, -2)
	expect(t, rates.AT(), day("2008-10-14"), base)
	var want []string
	for _, step := range lookup(t, "EU-MRO").Entries() {
		if change := step.Value.Sub(moved); change.Abs().GreaterThanOrEqual(half) {
			base, moved = base.Add(change), step.Value
			want = append(want, step.From.String()+" "+base.StringFixed(2))
		}
	}
	var got []string
	for _, e := range rates.AT().Entries() {
		if e.From >= day("2008-10-15") {
			got = append(got, e.From.String()+" "+e.Value.StringFixed(2))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) < 20 {
		t.Errorf("%d steps of AT; by the rule -, in the table +:\n%s", len(got), diff)
	}
	entries := rates.AT().Entries()
	for i, e := range entries[1:] {
		if step := e.Value.Sub(entries[i].Value).Abs(); step.LessThan(half) {
			t.Errorf("AT moves by %s on %s, want at least half a point", step, e.From)
		}
	}
}

// TestBritishIdentity: SI 2002/1675 art. 4 takes Bank Rate as in force on the 30
// June or 31 December before.
func TestBritishIdentity(t *testing.T) {
	bank := lookup(t, "GB-bank-rate")
	entries := rates.GB().Entries()
	for _, e := range entries {
		expect(t, bank, e.From-1, e.Value)
	}
	if first, last := entries[0].From, entries[len(entries)-1].From; first != day("1999-01-01") || last != day("2026-07-01") || len(entries) != 56 {
		t.Errorf("%d half-years from %s through %s were checked", len(entries), first, last)
	}
}

// TestNorwegianRatesMeet: one rate for all until 1986 and again from 1994, and the
// consumers' never the higher one.
func TestNorwegianRatesMeet(t *testing.T) {
	general, consumer := lookup(t, "NO-general-before-1994"), lookup(t, "NO-consumer-before-1994")
	for d := day("1978-01-01"); d <= day("1993-12-31"); d++ {
		g, c := value(t, general, d), value(t, consumer, d)
		if d < day("1986-02-01") && !g.Equal(c) || d >= day("1986-02-01") && !g.Sub(c).Equal(decimal.New(3, 0)) {
			t.Fatalf("on %s the general rate is %s and that of consumers %s", d, g, c)
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
