package paymentplan

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/money"
)

// hunt is a search on its way.
type hunt struct {
	search Search
	// most is the largest number of rows that may be tried, bound what says so.
	most  int
	bound string
	// build makes the plan of so many rows.
	build func(n int) (*Schedule, error)
	// enough is how many plans a search over a case compares.
	enough int
	// kept are the plans that keep within the constraints.
	kept []Candidate
	// built is the number of plans that were made, tight the one whose largest row
	// pays least.
	built int
	tight Candidate
}

// try makes the plan of so many rows and keeps it where it is within the constraints.
// It reports false where more rows need not be tried: a date or a rate is missing for
// them, or the step is too large. That is an error only where no plan was made at all.
func (h *hunt) try(n int) (goOn bool, err error) {
	plan, err := h.build(n)
	if tooSmall := (*TooSmallError)(nil); errors.As(err, &tooSmall) || errors.Is(err, errUnreached) {
		return true, nil // so few or so many rows do not work
	}
	if err != nil && h.built > 0 {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	h.built++
	if len(plan.Rows) == n { // else it is the plan of fewer rows
		h.keep(candidate(plan))
	}
	return true, nil
}

// keep keeps a plan that is within the constraints.
func (h *hunt) keep(c Candidate) {
	s := h.search
	if h.tight.Count == 0 || c.Largest.Minor() < h.tight.Largest.Minor() {
		h.tight = c
	}
	if s.within(c) {
		h.kept = append(h.kept, c)
	}
}

// within reports whether a plan keeps within the constraints.
func (s Search) within(c Candidate) bool {
	return (s.MaxAmount.Minor() == 0 || c.Largest.Minor() <= s.MaxAmount.Minor()) && (s.EndBefore.IsZero() || c.End < s.EndBefore)
}

// overCase tries the numbers of rows that come first by the objective.
func (h *hunt) overCase(fewest int) error {
	if h.most < fewest {
		return nil
	}
	if _, err := h.try(fewest); err != nil {
		return err
	}
	enough := len(h.kept) > 0
	// More rows than these have no date or no known rate.
	top := h.border(fewest, h.most+1, func(n int) bool {
		goOn, err := h.try(n)
		return !goOn || err != nil
	}) - 1
	low := fewest
	if h.search.MaxAmount.Minor() > 0 && !enough {
		// Fewer rows than these pay too much.
		low = h.border(fewest, top+1, func(n int) bool {
			before := len(h.kept)
			goOn, err := h.try(n)
			return goOn && err == nil && len(h.kept) > before
		})
	}
	first, step := low, 1
	if h.search.Minimize == SmallestAmount {
		first, step = top, -1
	}
	h.kept = nil
	for n := first; n >= low && n <= top && len(h.kept) < h.enough; n += step {
		if _, err := h.try(n); err != nil {
			return err
		}
	}
	return nil
}

// border is the first number after low for which a condition holds that goes on
// holding; high where it holds for none below.
func (h *hunt) border(low, high int, holds func(n int) bool) int {
	if high-low > 1 && !holds(high-1) {
		return high
	}
	for low+1 < high {
		if mid := (low + high) / 2; holds(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}

// found ranks what was kept.
func (h *hunt) found() (*Found, error) {
	slices.SortStableFunc(h.kept, h.search.compare)
	h.kept = slices.CompactFunc(h.kept, func(a, b Candidate) bool { return a.Count == b.Count })
	if len(h.kept) == 0 {
		return &Found{Reason: h.none()}, nil
	}
	best, err := h.build(h.kept[0].Count)
	if err != nil {
		return nil, err
	}
	best.upcoming(nil)
	return &Found{Candidates: h.kept[:min(len(h.kept), MaxCandidates)], Best: best}, nil
}

// none says why there is no plan.
func (h *hunt) none() string {
	s := h.search
	switch {
	case h.most == 0:
		return fmt.Sprintf("no row falls due before %s (endBefore)", s.EndBefore)
	case h.tight.Count == 0:
		return "no plan of at most " + h.bound + " covers the interest of its rows"
	case s.MaxAmount.Minor() > 0 && h.tight.Largest.Minor() > s.MaxAmount.Minor():
		return fmt.Sprintf("within %s a row has to pay at least %s (%d rows), and may pay %s (maxAmount)", h.bound, h.tight.Largest, h.tight.Count, s.MaxAmount)
	}
	return "no plan of at most " + h.bound + " keeps within all constraints"
}

// compare orders plans by the objective, then by the others.
func (s Search) compare(a, b Candidate) int {
	byCost := cmp.Compare(a.Cost.Minor(), b.Cost.Minor())
	byCount := cmp.Compare(a.Count, b.Count)
	byAmount := cmp.Compare(a.Largest.Minor(), b.Largest.Minor())
	switch s.Minimize {
	case FewestRows:
		return cmp.Or(byCount, byCost, byAmount)
	case SmallestAmount:
		return cmp.Or(byAmount, byCost, byCount)
	}
	return cmp.Or(byCost, byCount, byAmount)
}

func candidate(plan *Schedule) Candidate {
	last := plan.Rows[len(plan.Rows)-1]
	return Candidate{
		Count: len(plan.Rows), Level: plan.Level, Largest: plan.largest(), Last: last.Amount, End: last.DueDate,
		Cost: money.FromMinor(plan.cost(), plan.Currency), Total: plan.Totals.Amount,
	}
}
