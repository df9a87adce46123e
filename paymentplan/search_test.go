package paymentplan_test

import (
	"strings"
	"testing"

	"github.com/skuld-go/skuld/paymentplan"
)

func TestSearchRanks(t *testing.T) {
	r := loan()
	r.Count, r.Step = 0, sek("1.00")
	for _, c := range []struct {
		search paymentplan.Search
		counts []int // of the first candidates
		total  int
	}{
		// Twelve rows are the fewest of at most 900: eleven would be 965.
		{paymentplan.Search{MaxCount: 15, MaxAmount: sek("900.00")}, []int{12, 13, 14, 15}, 4},
		{paymentplan.Search{MaxCount: 15, MaxAmount: sek("900.00"), Minimize: paymentplan.SmallestAmount}, []int{15, 14, 13, 12}, 4},
		{paymentplan.Search{EndBefore: day("2024-10-02"), Minimize: paymentplan.FewestRows}, []int{1, 2, 3}, 3},
		{paymentplan.Search{EndBefore: day("2024-10-01")}, []int{1, 2}, 2},
	} {
		f, err := paymentplan.Find(r, c.search)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Candidates) != c.total || f.Reason != "" || len(f.Best.Rows) != c.counts[0] {
			t.Errorf("%+v: %d candidates, reason %q", c.search, len(f.Candidates), f.Reason)
			continue
		}
		for i, n := range c.counts {
			if have := f.Candidates[i]; have.Count != n || have.Total.Minor() != have.Cost.Minor()+1_000_000 {
				t.Errorf("%+v: candidate %d is %+v, want %d rows", c.search, i, have, n)
			}
		}
	}
}

func TestSearchSaysWhyNot(t *testing.T) {
	r := loan()
	r.Count = 0
	for _, c := range []struct {
		search paymentplan.Search
		want   string
	}{
		{paymentplan.Search{MaxCount: 6, MaxAmount: sek("500.00")}, "at least 1725.49 SEK (6 rows), and may pay 500.00 SEK"},
		{paymentplan.Search{EndBefore: day("2024-07-20")}, "no row falls due"},
	} {
		f, err := paymentplan.Find(r, c.search)
		if err != nil {
			t.Fatal(err)
		}
		if f.Best != nil || len(f.Candidates) > 0 || !strings.Contains(f.Reason, c.want) {
			t.Errorf("%+v: %q, want %q", c.search, f.Reason, c.want)
		}
	}
	r.Amount, r.Kind = sek("10.00"), paymentplan.AnnuityLimited
	_, err := paymentplan.Find(r, paymentplan.Search{MaxCount: 1201, EndBefore: day("2024-07-01")})
	if have, want := problems(err), "/search/maxCount /search/endBefore /amount /type"; have != want {
		t.Errorf("problems at %s, want %s", have, want)
	}
}
