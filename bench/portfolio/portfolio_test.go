package portfolio

import (
	"reflect"
	"testing"
)

// A range of a portfolio is the same whether it is drawn by itself or not.
func TestRangesAreThePortfolio(t *testing.T) {
	for _, s := range []Shape{OneClaim, ThreeClaims, Mixed} {
		whole := Draw(5, s, 0, 300)
		part := Draw(5, s, 100, 200)
		for i := range part.Len() {
			if a, b := whole.Case(100+i), part.Case(i); !reflect.DeepEqual(a, b) {
				t.Fatalf("shape %d, case %d: %+v, want %+v", s, 100+i, b, a)
			}
		}
		if reflect.DeepEqual(whole.Case(0), Draw(6, s, 0, 1).Case(0)) {
			t.Errorf("shape %d: another seed gives the same", s)
		}
	}
}

// The arena is as large as its facts, and nothing else is allocated for them.
func TestArenaIsExact(t *testing.T) {
	p := Draw(5, Mixed, 0, 5_000)
	if len(p.cases) != cap(p.cases) || len(p.claims) != cap(p.claims) || len(p.fees) != cap(p.fees) || len(p.payments) != cap(p.payments) {
		t.Errorf("room for %d %d %d %d, holds %d %d %d %d", cap(p.cases), cap(p.claims), cap(p.fees), cap(p.payments),
			len(p.cases), len(p.claims), len(p.fees), len(p.payments))
	}
	if n := testing.AllocsPerRun(1, func() { Draw(5, Mixed, 0, 5_000) }); n > 10 {
		t.Errorf("%v allocations for 5000 cases", n)
	}
}

// The distributions are those of the package comment.
func TestDistributions(t *testing.T) {
	p := Draw(5, Mixed, 0, 20_000)
	claims, fees, payments := map[int]int{}, map[int]int{}, map[int]int{}
	for i := range p.Len() {
		c := p.Case(i)
		claims[len(c.Claims)]++
		fees[len(c.Fees)]++
		payments[len(c.Payments)]++
		last := c.Claims[len(c.Claims)-1].Due
		for _, x := range c.Claims {
			if x.Principal < 50_00 || x.Principal >= 409_600_00 || x.Due > last {
				t.Fatalf("case %d: claim %+v", i, x)
			}
		}
		for k, x := range c.Payments {
			if x.Amount < 1 || x.Date <= last || x.Date > c.AsOf || k > 0 && x.Date < c.Payments[k-1].Date {
				t.Fatalf("case %d: payment %+v", i, x)
			}
		}
		if c.AsOf < last+30 || c.AsOf > last+3000 || c.AsOf >= SeriesTo {
			t.Fatalf("case %d: as of %s, last due %s", i, c.AsOf, last)
		}
	}
	for _, tt := range []struct {
		name    string
		got     map[int]int
		weights []int
		first   int
	}{{"claims", claims, claimWeights, 1}, {"fees", fees, feeWeights, 0}, {"payments", payments, paymentWeights, 0}} {
		for k, w := range tt.weights {
			if n := tt.got[tt.first+k]; n < (w*200)-200 || n > w*200+200 {
				t.Errorf("%d %s: in %d cases of 20000, want about %d %%", tt.first+k, tt.name, n, w)
			}
		}
	}
}

// The accrual walk has 17 segments: six payments and ten changes of the rate.
func TestSegmentsOfOneClaim(t *testing.T) {
	p, series := Draw(5, OneClaim, 0, 2_000), HalfYearly()
	segments := 0
	for i := range p.Len() {
		c := p.Case(i)
		first := c.Claims[0].Due + 1
		starts := map[int32]bool{int32(first): true}
		for _, r := range series {
			if r.From > first && r.From <= c.AsOf {
				starts[int32(r.From)] = true
			}
		}
		for _, x := range c.Payments {
			if x.Date < c.AsOf {
				starts[int32(x.Date)+1] = true
			}
		}
		segments += len(starts)
	}
	if mean := float64(segments) / float64(p.Len()); mean < 16.8 || mean > 17 {
		t.Errorf("%.2f segments on average, want nearly 17", mean)
	}
}

func TestSeriesNeverStandsStill(t *testing.T) {
	rows := HalfYearly()
	if len(rows) != 50 || rows[0].From != SeriesFrom {
		t.Errorf("%d rows from %s, want 50", len(rows), rows[0].From)
	}
	for i, r := range rows[1:] {
		if step := r.Value - rows[i].Value; step == 0 || step%250_000 != 0 || r.Value < -1_000_000 || r.Value > 6_000_000 {
			t.Errorf("%s: %d after %d", r.From, r.Value, rows[i].Value)
		}
	}
}

func TestLoansAndFlows(t *testing.T) {
	for _, l := range Loans(5, 1_000, 60) {
		if l.Principal < 1000_00 || l.Principal > 50_000_00 || l.Principal%5_00 != 0 || l.BasisPoints < 100 || l.BasisPoints > 3000 || l.BasisPoints%10 != 0 {
			t.Fatalf("%+v", l)
		}
	}
	for _, f := range Repaid(5, 100) {
		sum := int64(0)
		for _, p := range f.Payments {
			sum += p
		}
		if sum < f.Loan || sum > f.Loan*17/10 || len(f.Payments) != 60 {
			t.Fatalf("%d for %d", sum, f.Loan)
		}
	}
}
