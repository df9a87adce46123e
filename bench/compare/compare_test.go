package compare

import (
	"slices"
	"testing"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/own"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/bench/reckon"
	"github.com/skuld-go/skuld/bench/workers"
)

const seed = 7

// lots is how many cases of a shape a test compares.
func lots(n int) int {
	if testing.Short() {
		return n / 5
	}
	return n
}

// Every way of skuld gives what the reckoner finds, day by day in rational numbers.
func TestSkuldIsRight(t *testing.T) {
	series := portfolio.HalfYearly()
	check := func(shape portfolio.Shape, n int, sides []own.Side) {
		p := portfolio.Draw(seed, shape, 0, lots(n))
		want := make([]portfolio.Total, p.Len())
		for i := range want {
			want[i] = reckon.Statement(p.Case(i), series, portfolio.Margin)
		}
		for _, s := range sides {
			j := s.Maker(p)
			j.Run(0, p.Len())
			for i := range want {
				if got := j.Total(i); got != want[i] {
					t.Fatalf("%s, case %d of shape %d: %+v, want %+v", s.Name, i, shape, got, want[i])
				}
			}
		}
	}
	check(portfolio.OneClaim, 3_000, slices.Concat(own.Walks(), own.Lines(), own.Passes()))
	check(portfolio.ThreeClaims, 1_000, own.Statements())
	check(portfolio.Mixed, 1_500, own.Statements())
}

// Where a peer differs, skuld is right; decimals that divide in every segment may
// then be off, floats by a cent at most.
func TestPeersAgree(t *testing.T) {
	one, mixed := portfolio.Draw(seed, portfolio.OneClaim, 0, lots(4_000)), portfolio.Draw(seed, portfolio.Mixed, 0, lots(1_000))
	walk, statement := own.Walk(one), own.Statement(mixed)
	for _, p := range Peers() {
		if p.Walk == nil {
			continue
		}
		judge(t, p.Name+" walk", Totals(one, walk, p.Walk(one)), 1)
		judge(t, p.Name+" walk with lines", Totals(one, walk, p.Lines(one)), 1)
		judge(t, p.Name+" statement", Totals(mixed, statement, p.Statement(mixed)), 1)
		judge(t, p.Name+" rate", Rates(portfolio.Repaid(seed, lots(100)), own.Rate12, p.Rate), 1)
	}
}

// A level that is a cent off, or the interest of one row, is in sixty rows and in the
// last one, which closes.
func TestSchedulesAgree(t *testing.T) {
	for _, s := range own.Schedulers() {
		for _, p := range Peers() {
			n, worst := lots(200), int64(60)
			if p.Walk == nil {
				n, worst = lots(20), 300 // rows from closed formulas, each rounded
			}
			judge(t, s.Name+" and "+p.Name, Schedules(portfolio.Loans(seed, n, 60), s.Prepare, p.Loan), worst)
		}
	}
}

// The short ways to a schedule give the rows of the long one.
func TestSchedulesInPlainNumbers(t *testing.T) {
	ways := own.LowerSchedulers()
	for _, l := range portfolio.Loans(seed, lots(300), 60) {
		want := Scheduler(ways[0].Prepare).Rows(l)
		for _, s := range ways[1:] {
			if got := Scheduler(s.Prepare).Rows(l); !slices.Equal(got, want) {
				t.Fatalf("%s, %+v: %v, want %v", s.Name, l, got, want)
			}
		}
	}
}

func judge(t *testing.T, what string, v Verdict, worst int64) {
	t.Helper()
	t.Logf("%s: %d of %d differ, skuld wrong in %d, the other in %d, by at most %d", what, v.Differ, v.Cases, v.SkuldWrong, v.PeerOff, v.Worst)
	if v.SkuldWrong > 0 || v.PeerOff != v.Differ || v.Worst > worst {
		t.Errorf("%s: want skuld right where they differ, by at most %d: %+v", what, worst, v)
	}
}

// One worker and two give the same bytes.
func TestWorkersGiveTheSame(t *testing.T) {
	p := portfolio.Draw(seed, portfolio.OneClaim, 0, lots(10_000))
	for _, s := range own.Passes() {
		var digests [2][32]byte
		for n := range digests {
			j := s.Maker(p)
			workers.Run(n+1, p.Len(), j.Run)
			digests[n] = Digest(j, p.Len())
		}
		if digests[0] != digests[1] {
			t.Errorf("%s: two workers give other results than one", s.Name)
		}
	}
}

// The count of differences counts.
func TestTotalsCountsDifferences(t *testing.T) {
	p := portfolio.Draw(seed, portfolio.OneClaim, 0, 10)
	v := Totals(p, own.Walk(p), off{own.Walk(p)})
	if v.Differ != 1 || v.First != 3 || v.PeerOff != 1 || v.SkuldWrong != 0 || v.Worst != 2 {
		t.Errorf("%+v, want one difference of 2 in case 3", v)
	}
	if v = Totals(p, off{own.Walk(p)}, own.Walk(p)); v.SkuldWrong != 1 || v.PeerOff != 0 {
		t.Errorf("%+v, want the first to be wrong", v)
	}
}

// off is wrong in case 3.
type off struct{ job.Job }

func (o off) Total(i int) portfolio.Total {
	t := o.Job.Total(i)
	if i == 3 {
		t.Interest += 2
	}
	return t
}
