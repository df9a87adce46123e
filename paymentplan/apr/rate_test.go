package apr

import (
	"testing"

	"github.com/skuld-go/skuld/interest"
)

func TestRounded(t *testing.T) {
	for _, tt := range []struct {
		low, high int64
		places    int
		want      string
	}{
		{6434412488, 6434412489, 6, "6.434412"},
		{6434412488, 6434412489, 1, "6.4"},
		{6434412488, 6434412489, 0, "6"},
		// Exact ties go away from zero.
		{12345000000, 12345000000, 2, "12.35"},
		{-12345000000, -12345000000, 2, "-12.35"},
		{-12344999999, -12344999999, 2, "-12.34"},
		{0, 0, 2, "0.00"},
		{-4999999, -4999999, 2, "0.00"},
		{5000000, 5000000, 2, "0.01"},
		{-5000000, -5000000, 2, "-0.01"},
		// Just above and just below a tie.
		{12345000000, 12345000001, 2, "12.35"},
		{12344999999, 12345000000, 2, "12.34"},
		{-12345000000, -12344999999, 2, "-12.34"},
		{-12345000001, -12345000000, 2, "-12.35"},
		{-99990000000, -99989999999, 2, "-99.99"},
		{1, 2, 8, "0.00000000"},
		{5, 6, 8, "0.00000001"},
		// Bounds that a border divides prove nothing there.
		{12344999999, 12345000001, 2, ""},
		{12344999999, 12345000001, 1, "12.3"},
		{5, 6, 9, ""},
		{5, 6, -1, ""},
	} {
		r := Rate{low: tt.low, high: tt.high}
		if got, ok := r.Rounded(tt.places); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%v to %d: %q %v, want %q", r, tt.places, got, ok, tt.want)
		}
	}
	if _, ok := (Rate{low: 1, high: 2, unsure: true}).Rounded(2); ok {
		t.Error("an unsure rate is rounded")
	}
}

func TestRateTexts(t *testing.T) {
	r := Rate{low: -1, high: 0}
	if low, high := r.Bounds(); low != "-0.000000001" || high != "0.000000000" || r.Exact() || r.Digits() != 8 {
		t.Errorf("%s to %s, exact %v, %d digits", low, high, r.Exact(), r.Digits())
	}
	if d := (Rate{low: 12344999999, high: 12345000001}).Digits(); d != 1 {
		t.Errorf("%d digits, want 1", d)
	}
	if d := (Rate{low: lowestRate, high: highestRate}).Digits(); d != -1 {
		t.Errorf("%d digits, want none", d)
	}
	if p, ok := (Rate{low: 12345000000, high: 12345000001}).Percent(); !ok || p != interest.MustPercent("12.35") {
		t.Errorf("%s %v, want 12.35", p, ok)
	}
	if p, ok := (Rate{low: highestRate, high: highestRate}).Percent(); !ok || p.String() != "1000000" {
		t.Errorf("%s %v, want 1000000", p, ok)
	}
}

func TestNearest(t *testing.T) {
	exact := func(n int64) Rate { return Rate{low: n, high: n} }
	doubt := Rate{low: -5, high: 5, unsure: true}
	for _, tt := range []struct {
		rates []Rate
		want  Rate
		ok    bool
	}{
		{[]Rate{exact(-9), exact(7), exact(8)}, exact(7), true},
		{[]Rate{exact(-9), {low: -7, high: -6}}, Rate{low: -7, high: -6}, true},
		{[]Rate{exact(-9), exact(0), exact(8)}, exact(0), true},
		{[]Rate{{low: -1, high: 0}, {low: 0, high: 1}}, Rate{low: 0, high: 1}, true},
		{[]Rate{doubt, exact(8)}, doubt, false},
		{nil, Rate{}, false},
	} {
		if got, ok := (Answer{Outcome: Ambiguous, Rates: tt.rates}).Nearest(); got != tt.want || ok != tt.ok {
			t.Errorf("%v: %v %v, want %v %v", tt.rates, got, ok, tt.want, tt.ok)
		}
	}
	if got, ok := (Answer{Outcome: Found, Rate: exact(-3)}).Nearest(); got != exact(-3) || !ok {
		t.Errorf("found: %v %v", got, ok)
	}
}

func TestOutcomeTexts(t *testing.T) {
	if Found.String() != "found" || None.String() != "none" || Ambiguous.String() != "ambiguous" {
		t.Error(Found, None, Ambiguous)
	}
}
