package interest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// series is a table for tests: values by date, known through a day.
func series(t testing.TB, through string, rows ...string) *law.Table[decimal.Decimal] {
	t.Helper()
	var entries []law.Entry[decimal.Decimal]
	for _, row := range rows {
		from, value, _ := strings.Cut(row, " ")
		entries = append(entries, law.Entry[decimal.Decimal]{
			From: calendar.MustParseDate(from), Value: decimal.RequireFromString(value),
			Citation: "act § 1", Source: "gazette " + from, Evidence: law.Sourced,
		})
	}
	table, err := law.NewTable(law.Meta{
		Series: "T", Name: "test series", Unit: law.RateUnit, Citation: "act § 1", Kind: law.Reference,
		KnownThrough: calendar.MustParseDate(through), Changes: law.AnyDay,
	}, entries)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// show writes a timeline as "first..last rate" lines.
func show(t testing.TB, r Rate, first, last string) []string {
	t.Helper()
	line, err := r.Compile(calendar.Days(day(first), day(last)))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range line.Steps() {
		text := s.Period.First().String() + ".." + s.Period.Last().String() + " " + s.Rate.String()
		if s.Provisional {
			text += "?"
		}
		out = append(out, text)
	}
	return out
}

func TestRateAlgebra(t *testing.T) {
	table := series(t, "2024-12-31", "2020-01-01 1", "2022-01-01 -0.5", "2023-01-01 -0.5", "2024-01-01 4")
	ref := Reference(table)
	ten := Fixed(MustPercent("10"))
	factor := Factor(1_500_000)
	tests := []struct {
		name        string
		rate        Rate
		first, last string
		want        []string
	}{
		{"fixed", ten, "2021-01-01", "2021-12-31", []string{"2021-01-01..2021-12-31 10"}},
		{"a table that restates its value breaks nothing", ref, "2021-12-30", "2024-01-02",
			[]string{"2021-12-30..2021-12-31 1", "2022-01-01..2023-12-31 -0.5", "2024-01-01..2024-01-02 4"}},
		{"plus", ref.Plus(MustPercent("8")), "2021-12-31", "2022-01-01",
			[]string{"2021-12-31..2021-12-31 9", "2022-01-01..2022-01-01 7.5"}},
		{"sum, cut at the borders of both", Sum(ref, Reference(series(t, "2024-12-31", "2020-01-01 7", "2023-07-01 8"))), "2021-12-31", "2024-01-01",
			[]string{"2021-12-31..2021-12-31 8", "2022-01-01..2023-06-30 6.5", "2023-07-01..2023-12-31 7.5", "2024-01-01..2024-01-01 12"}},
		{"times", ref.Times(factor), "2023-12-31", "2024-01-01",
			[]string{"2023-12-31..2023-12-31 -0.75", "2024-01-01..2024-01-01 6"}},
		{"higher of", HigherOf(Fixed(MustPercent("2")), ref), "2023-12-31", "2024-01-01",
			[]string{"2023-12-31..2023-12-31 2", "2024-01-01..2024-01-01 4"}},
		{"lower of", LowerOf(Fixed(MustPercent("2")), ref), "2023-12-31", "2024-01-01",
			[]string{"2023-12-31..2023-12-31 -0.5", "2024-01-01..2024-01-01 2"}},
		{"until is inclusive", ten.Until(day("2024-03-05"), ref), "2024-03-04", "2024-03-06",
			[]string{"2024-03-04..2024-03-05 10", "2024-03-06..2024-03-06 4"}},
		{"until asks the later rate only where it holds", ref.Until(day("2024-12-31"), ten), "2024-12-31", "2025-01-01",
			[]string{"2024-12-31..2024-12-31 4", "2025-01-01..2025-01-01 10"}},
		{"fixed at", ref.FixedAt(day("2021-06-01")).Plus(MustPercent("8")), "2024-01-01", "2026-01-01",
			[]string{"2024-01-01..2026-01-01 9"}},
		{"extended values are provisional", Reference(table.Extended()), "2024-12-31", "2025-01-01",
			[]string{"2024-12-31..2024-12-31 4", "2025-01-01..2025-01-01 4?"}},
		{"choosing over a provisional value is provisional", HigherOf(ten, Reference(table.Extended())), "2024-12-31", "2025-01-01",
			[]string{"2024-12-31..2024-12-31 10", "2025-01-01..2025-01-01 10?"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(t, tt.rate, tt.first, tt.last)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRateErrors(t *testing.T) {
	ref := Reference(series(t, "2024-12-31", "2020-01-01 999", "2022-01-01 0.000001"))
	tests := []struct {
		name string
		rate Rate
		want error
	}{
		{"no rate", Rate{}, ErrNoRate},
		{"no table", Reference(nil), ErrNoRate},
		{"no rate inside", HigherOf(Fixed(0), Rate{}), ErrNoRate},
		{"beyond knowledge", ref, law.ErrNotKnown},
		{"fixed at a day before knowledge", ref.FixedAt(day("2019-12-31")), law.ErrNotKnown},
		{"sum too large", ref.FixedAt(day("2021-01-01")).Plus(MustPercent("2")), ErrRateTooLarge},
		{"product too fine", ref.FixedAt(day("2023-01-01")).Times(Factor(500_000)), ErrTooFine},
	}
	for _, tt := range tests {
		if _, err := tt.rate.Compile(calendar.Days(day("2024-12-31"), day("2025-01-01"))); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestRateGrounds(t *testing.T) {
	table := series(t, "2024-12-31", "2020-01-01 1", "2022-01-01 1")
	r := HigherOf(Fixed(MustPercent("3")).Named("agreed"), Reference(table).Plus(MustPercent("8"))).Cite("act § 7")
	s, err := r.At(day("2022-05-01"))
	if err != nil {
		t.Fatal(err)
	}
	want := Basis{Label: "reference rate T 1 % + 8", Source: "gazette 2022-01-01", Citation: "act § 7; act § 1", Evidence: law.Sourced}
	if diff := cmp.Diff(want, s.Basis); diff != "" {
		t.Error(diff)
	}
	down, err := Reference(table).Plus(MustPercent("-2")).At(day("2022-05-01"))
	if err != nil || down.Rate != MustPercent("-1") || down.Basis.Label != "reference rate T 1 % − 2" {
		t.Errorf("got %s %q, %v", down.Rate, down.Basis.Label, err)
	}
	agreed, err := LowerOf(Fixed(0).Named("agreed"), Reference(table)).At(day("2022-05-01"))
	if err != nil || agreed.Basis.Label != "agreed: 0 % fixed" {
		t.Errorf("got %q, %v", agreed.Basis.Label, err)
	}
}

// Where two rates are equal the grounds of the first are given.
func TestEqualRatesKeepTheFirstGrounds(t *testing.T) {
	one := Fixed(MustPercent("5"))
	for _, r := range []Rate{HigherOf(one.Named("first"), one.Named("second")), LowerOf(one.Named("first"), one.Named("second"))} {
		if s, err := r.At(day("2022-05-01")); err != nil || s.Basis.Label != "first: 5 % fixed" {
			t.Errorf("got %q, %v", s.Basis.Label, err)
		}
	}
}

// A timeline that stops where the table does serves balances that end before.
func TestCompileKnown(t *testing.T) {
	ref := Reference(series(t, "2024-12-31", "2020-01-01 1"))
	line, err := HigherOf(Fixed(0), ref).CompileKnown(calendar.Days(day("2024-12-01"), day("2025-03-31")))
	if err != nil || line.Period() != calendar.Days(day("2024-12-01"), day("2024-12-31")) {
		t.Fatalf("got %v, %v", line, err)
	}
	a, err := NewAccount(line, calendar.Act365Fixed, day("2024-12-01"), Commercial(), money.MustParse("365.00 SEK"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Rounded(day("2025-01-01")); !errors.Is(err, law.ErrNotKnown) {
		t.Errorf("got %v, want ErrNotKnown", err)
	}
	if err := a.SetPrincipal(day("2025-01-01"), money.FromMinor(0, money.MustCurrency("SEK"))); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Rounded(day("2030-01-01")); err != nil || got.Number() != "0.31" {
		t.Errorf("got %s, %v; want 0.31", got, err)
	}
	if line, err := ref.CompileKnown(calendar.Days(day("2026-01-01"), day("2026-03-31"))); err != nil || !line.Period().IsEmpty() {
		t.Errorf("got %v, %v; want nothing known", line, err)
	}
	if _, err := (Rate{}).CompileKnown(calendar.Days(day("2026-01-01"), day("2026-03-31"))); !errors.Is(err, ErrNoRate) {
		t.Errorf("got %v, want ErrNoRate", err)
	}
}

// Held days bear nothing, split what is around them, and ask no table.
func TestCompileHeld(t *testing.T) {
	ref := Reference(series(t, "2024-12-31", "2020-01-01 1", "2024-07-01 2"))
	hold := func(first, last string) Hold { return Hold{calendar.Days(day(first), day(last)), "dispute"} }
	line, err := ref.CompileHeld(calendar.Days(day("2024-06-01"), day("2025-03-31")),
		[]Hold{hold("2024-11-01", "2025-12-31"), hold("2024-06-20", "2024-07-10"), hold("2024-07-05", "2024-07-20"), hold("2023-01-01", "2023-12-31")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range line.Steps() {
		got = append(got, fmt.Sprint(s.Period, " ", s.Rate, " ", s.Held))
	}
	want := []string{
		"2024-06-01 – 2024-06-19 1 false", "2024-06-20 – 2024-07-20 0 true", "2024-07-21 – 2024-10-31 2 false", "2024-11-01 – 2025-03-31 0 true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	gap, err := ref.CompileHeld(calendar.Days(day("2024-12-01"), day("2025-03-31")), []Hold{hold("2024-12-10", "2024-12-20")})
	if err != nil || gap.gap == nil || gap.Period().Last() != day("2024-12-31") {
		t.Errorf("got %v, %v", gap, err)
	}
}

func TestExceedsOn(t *testing.T) {
	ref := Reference(series(t, "2024-12-31", "2020-01-01 1", "2022-01-01 4"))
	two := Fixed(MustPercent("2"))
	p := calendar.Days(day("2021-01-01"), day("2022-12-31"))
	if d, found, err := ExceedsOn(ref, two, p); d != day("2022-01-01") || !found || err != nil {
		t.Errorf("got %s, %t, %v; want 2022-01-01", d, found, err)
	}
	if _, found, err := ExceedsOn(ref, Fixed(MustPercent("4")), p); found || err != nil {
		t.Errorf("an equal rate exceeds: %v", err)
	}
}
