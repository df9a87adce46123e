package apr

import (
	"errors"
	"slices"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

func bounds(r Rate) string {
	low, high := r.Bounds()
	if r.Exact() {
		return low
	}
	return low + " " + high
}

// Rates at, and next to, where they are round.
func TestFound(t *testing.T) {
	for _, tt := range []struct {
		name  string
		m     Method
		flows []Flow
		want  string
	}{
		{"whole per cent", years, flows(one(100_00, 0, 1), one(-110_00, 1, 1)), "10.000000000"},
		{"no interest", months, flows(one(1200_00, 0, 1), level(-100_00, 1, 12, 12)), "0.000000000"},
		{"a tie of two decimals", years, flows(one(1e9, 0, 1), one(-1_123_450_000, 1, 1)), "12.345000000"},
		{"above the tie by less than a unit", years, flows(one(1e14, 0, 1), one(-112_345_000_000_001, 1, 1)), "12.345000000 12.345000001"},
		{"below the tie by less than a unit", years, flows(one(1e14, 0, 1), one(-112_344_999_999_999, 1, 1)), "12.344999999 12.345000000"},
		{"half a year of a square", months, flows(one(100_00, 0, 1), one(-110_00, 1, 2)), "21.000000000"},
		{"a loss", years, flows(one(100_00, 0, 1), one(-87_50, 1, 1)), "-12.500000000"},
		{"signs turned", years, flows(one(-100_00, 0, 1), one(110_00, 1, 1)), "10.000000000"},
		{"in any order", years, flows(one(-60_50, 2, 1), one(100_00, 0, 1), one(-55_00, 1, 1)), "10.000000000"},
		{"only part of the fraction compounds", usYear, flows(one(100_00, 0, 1), one(-115_50, 3, 2)), "10.000000000"},
		{"all within the first period", usYear, flows(one(100_00, 0, 1), one(-105_00, 1, 2)), "10.000000000"},
		{"per period times periods", Method{Law: US, Unit: Month, Per: 7}, flows(one(100_00, 0, 1), one(-107_00, 1, 1)), "12.000000000"},
		{"the lowest", years, flows(one(1e15, 0, 1), one(-1e11, 1, 1)), "-99.990000000"},
		{"above the lowest", years, flows(one(1e15, 0, 1), one(-100_000_000_001, 1, 1)), "-99.990000000 -99.989999999"},
		{"the highest", years, flows(one(1e10, 0, 1), one(-100_010_000_000_000, 1, 1)), "1000000.000000000"},
		{"the highest of a year in months", Method{Law: US, Unit: Month}, flows(one(1200, 0, 1), one(-1001200, 1, 1)), "1000000.000000000"},
		{"the highest in parts of a period", usYear, flows(one(1e10, 0, 1), one(-50_010_000_000_000, 1, 2)), "1000000.000000000"},
		{"three million years", years, flows(one(1, 0, 1), one(-1e15, 3_000_000, 1)), "0.001151299 0.001151300"},
		{"before the drawdown", years, flows(one(100_00, -1, 1), one(-121_00, 1, 1)), "10.000000000"},
		{"charges that go back", months, flows(one(100_00, 0, 1), one(-5_00, 0, 1), one(5_00, 0, 1), one(-110_00, 1, 1), one(0, 5, 1)), "10.000000000"},
	} {
		a, err := Solve(tt.flows, tt.m)
		if err != nil || a.Outcome != Found || bounds(a.Rate) != tt.want {
			t.Errorf("%s: %v %s %v, want %s", tt.name, a, bounds(a.Rate), err, tt.want)
		}
	}
}

func TestNone(t *testing.T) {
	for name, f := range map[string][]Flow{
		"nothing":              nil,
		"one":                  one(5, 0, 1),
		"nothing of an amount": one(0, 0, 1),
		"one way":              level(-5, 0, 12, 9),
		"all on one day":       flows(one(100, 3, 1), one(-90, 3, 1)),
		"settled on one day":   flows(one(100, 3, 1), one(-100, 3, 1)),
		"below the lowest":     flows(one(1e15, 0, 1), one(-99_999_999_999, 1, 1)),
		"above the highest":    flows(one(1e10, 0, 1), one(-100_010_000_000_001, 1, 1)),
		"no zero of two turns": flows(one(100_00, 0, 1), one(-220_00, 1, 1), one(121_01, 2, 1)),
	} {
		if a, err := Solve(f, years); err != nil || a.Outcome != None || a.Rates != nil || a.Rate != (Rate{}) {
			t.Errorf("%s: %v %v, want none", name, a, err)
		}
	}
	f := flows(one(100_00, 0, 1), one(-200_00, 1, 365)) // 2^365 − 1
	if a, err := Solve(f, Method{Law: EU, Unit: Day}); err != nil || a.Outcome != None {
		t.Errorf("doubled overnight: %v %v, want none", a, err)
	}
}

func TestSeveralTurns(t *testing.T) {
	for _, tt := range []struct {
		name  string
		m     Method
		flows []Flow
		out   Outcome
		want  []string
	}{
		{"three whole rates", years, flows(one(-1e9, 0, 1), one(3_600_000_000, 1, 1), one(-4_310_000_000, 2, 1), one(1_716_000_000, 3, 1)),
			Ambiguous, []string{"10.000000000", "20.000000000", "30.000000000"}},
		{"two", years, flows(one(-1e9, 0, 1), one(3e9, 1, 1), one(-2_200_000_000, 2, 1)),
			Ambiguous, []string{"27.639320225 27.639320226", "72.360679774 72.360679775"}},
		{"zero and another", years, flows(one(-100_00, 0, 1), one(220_00, 1, 1), one(-120_00, 2, 1)),
			Ambiguous, []string{"0.000000000", "20.000000000"}},
		{"one of each sign", years, flows(one(-100_00, 0, 1), one(200_00, 1, 1), one(-99_00, 2, 1)),
			Ambiguous, []string{"-10.000000000", "10.000000000"}},
		{"a charge a year before", months, flows(one(-500_00, -1, 1), one(200_000_00, 0, 1), one(-220_000_00, 1, 1)),
			Ambiguous, []string{"10.304175277 10.304175278", "39789.695824722 39789.695824723"}},
		{"the other above the highest", months, flows(one(-10_00, -1, 1), one(200_000_00, 0, 1), one(-220_000_00, 1, 1)),
			Found, []string{"10.006050665 10.006050666"}},
		{"turns without another rate", years, flows(one(100_00, 0, 1), one(-50_00, 1, 1), one(10_00, 2, 1), one(-90_00, 3, 1)),
			Found, []string{"12.373000767 12.373000768"}},
		{"in unit-periods", usYear, flows(one(-100_00, 0, 1), one(220_50, 1, 1), one(-126_78, 5, 2)),
			Ambiguous, []string{"8.648467561 8.648467562", "58.807307103 58.807307104"}},
		{"two in unit-periods", usYear, flows(one(-100_00, 0, 1), one(231_00, 1, 1), one(-132_30, 2, 1)),
			Ambiguous, []string{"5.000000000", "26.000000000"}},
	} {
		a, err := Solve(tt.flows, tt.m)
		rates := a.Rates
		if a.Outcome == Found {
			rates = []Rate{a.Rate}
		}
		var got []string
		for _, r := range rates {
			got = append(got, bounds(r))
		}
		if err != nil || a.Outcome != tt.out || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v %v %v, want %v", tt.name, a.Outcome, got, err, tt.want)
		}
	}
}

// Where the value touches zero, the bounds say so and no rate is claimed.
func TestTouching(t *testing.T) {
	a, err := Solve(flows(one(100_00, 0, 1), one(-220_00, 1, 1), one(121_00, 2, 1)), years)
	if err != nil || a.Outcome != Ambiguous || len(a.Rates) != 1 || a.Rates[0].Single() {
		t.Fatalf("%v %v, want one doubt", a, err)
	}
	if r := a.Rates[0]; r.low > 10*unitsPerPercent || r.high < 10*unitsPerPercent || r.high-r.low > unitsPerPercent/1000 {
		t.Errorf("%s, want narrow bounds around 10 %%", bounds(r))
	}
	// A cent either way is told.
	for cents, want := range map[int64]Outcome{121_01: None, 120_99: Ambiguous} {
		a, err := Solve(flows(one(100_00, 0, 1), one(-220_00, 1, 1), one(cents, 2, 1)), years)
		if err != nil || a.Outcome != want || a.Outcome == Ambiguous && (len(a.Rates) != 2 || !a.Rates[0].Single()) {
			t.Errorf("%d: %v %v, want %v", cents, a, err, want)
		}
	}
}

func TestSolveRefuses(t *testing.T) {
	at := func(num, den int64) []Flow { return []Flow{{eur(1), calendar.Fraction{Num: num, Den: den}}} }
	sek := money.FromMinor(1, money.MustCurrency("SEK"))
	for name, tt := range map[string]struct {
		flows []Flow
		m     Method
		want  error
	}{
		"no method":              {at(0, 1), Method{}, ErrMethod},
		"no amount":              {[]Flow{{}}, years, ErrFlow},
		"no amount later":        {[]Flow{{Amount: eur(1)}, {}}, years, ErrFlow},
		"two currencies":         {[]Flow{{Amount: eur(1)}, {Amount: sek}}, years, money.ErrCurrencyMismatch},
		"too large":              {[]Flow{{Amount: eur(money.MaxMinor + 1)}}, years, money.ErrTooLarge},
		"too small":              {[]Flow{{Amount: eur(-money.MaxMinor - 1)}}, years, ErrFlow},
		"a negative denominator": {at(1, -1), years, ErrFlow},
		"no denominator":         {at(1, 0), years, ErrFlow},
		"too fine":               {at(1, MaxDenominator+1), years, ErrFlow},
		"too late":               {at(MaxTime+1, 1), years, ErrFlow},
		"too early":              {at(-MaxTime-1, 1), years, ErrFlow},
		"before the advance":     {at(-1, 30), usYear, ErrFlow},
		"nothing in common":      {slices.Concat(at(1, 999_999_937), at(1, 999_999_929)), years, ErrFlow},
		"too many":               {make([]Flow, MaxFlows+1), years, ErrFlow},
	} {
		if a, err := Solve(tt.flows, tt.m); !errors.Is(err, tt.want) || a.Outcome != 0 {
			t.Errorf("%s: %v %v, want %v", name, a, err, tt.want)
		}
	}
}

// Flows by the hundred thousand come to an end, however they are made.
func TestManyFlows(t *testing.T) {
	n := int64(100_000)
	if testing.Short() {
		n = 20_000
	}
	var alternating, oneDay, backwards []Flow
	for k := range n {
		sign := 1 - 2*(k%2)
		alternating = append(alternating, flow(sign*1e15, k, 12))
		oneDay = append(oneDay, flow(1e15, 0, 1), flow(-1e15, 1, 2))
		backwards = append(backwards, flow(-1e10, n-k, 12))
	}
	for _, tt := range []struct {
		name  string
		flows []Flow
		m     Method
		want  Outcome
	}{
		{"a loan", flows(one(1e15, 0, 1), level(-2e10, 1, 12, n)), months, 0},
		{"a loan in unit-periods", flows(one(1e15, 0, 1), level(-2e10, 1, 1, n)), Method{Law: US, Unit: Month}, 0},
		{"a loan from its end", append(backwards, flow(1e14, 0, 1)), months, Found},
		{"days", flows(one(1e15, 0, 1), level(-2e10, 1, 365, n)), Method{Law: EIR, Unit: Day}, 0},
		{"two days", oneDay[:n], months, Found},
		{"alternating", alternating, months, Ambiguous},
	} {
		a, err := Solve(tt.flows, tt.m)
		if err != nil || a.Outcome == 0 || tt.want != 0 && a.Outcome != tt.want {
			t.Errorf("%s: %v %v, want %v", tt.name, a, err, tt.want)
		}
	}
}

func TestSolveDoesNotAllocate(t *testing.T) {
	f := flows(one(10_000_00, 0, 1), one(-100_00, 0, 1), level(-222_44, 1, 12, 60))
	us := flows(one(10_000_00, 0, 1), oneApart(-222_44, 41, 30, 60))
	got := testing.AllocsPerRun(20, func() {
		if a, err := Solve(f, months); err != nil || a.Outcome != Found {
			t.Fatal(a, err)
		}
		if a, err := Solve(us, Method{Law: US, Unit: Month}); err != nil || a.Outcome != Found {
			t.Fatal(a, err)
		}
	})
	if got != 0 {
		t.Errorf("%v allocations, want none", got)
	}
}
