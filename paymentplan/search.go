package paymentplan

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/money"
)

// MaxCandidates bounds the answer of a search.
const MaxCandidates = 100

// MaxSearchRows bounds the number of rows that a search tries: over a case always, over
// a bare debt where neither MaxCount nor EndBefore does.
const MaxSearchRows = 120

// Find looks for plans over a bare debt: the request with every number of rows that the
// constraints leave. The request says nothing of its length or level itself. Errors are
// those of [Build] that concern all plans alike; that none keeps within the constraints
// is told by Found.Reason.
func Find(r Request, s Search) (*Found, error) {
	return find(r, s, r.Debt.Currency(), Build)
}

// FindCase is Find over a case, with at most MaxSearchRows rows.
func FindCase(opened Opened, r Request, s Search) (*Found, error) {
	if s.MaxCount == 0 || s.MaxCount > MaxSearchRows {
		s.MaxCount = MaxSearchRows
	}
	return find(r, s, opened.Case.Currency, func(r Request) (*Schedule, error) { return BuildCase(opened, r) })
}

// Validate reports everything that is wrong with a search beside a request in the
// given currency, as [github.com/skuld-go/skuld/ledger.Problems] with JSON Pointers into the plan request.
func (s Search) Validate(r Request, c money.Currency) error {
	v := validator{r: &r, currency: c}
	v.between("/search/maxCount", s.MaxCount, 0, MaxRows)
	v.amount("/search/maxAmount", s.MaxAmount, false)
	v.date("/search/endBefore", s.EndBefore, false)
	if s.EndBefore.Valid() && s.EndBefore <= r.Start {
		v.Addf("/search/endBefore", "%s, want a day after the start, %s", s.EndBefore, r.Start)
	}
	for _, f := range []struct {
		path  string
		given bool
	}{
		{"/count", r.Count != 0}, {"/end", !r.End.IsZero()}, {"/amount", r.Amount.Minor() != 0}, {"/final", r.Final.Minor() != 0},
	} {
		if f.given {
			v.Addf(f.path, "beside a search, which finds it; want none")
		}
	}
	if r.Kind == Bullet || r.Kind.limited() {
		v.Addf("/type", "%q leaves nothing to search for, want annuity, linear, fixed-amount, debt-relief or interest-only", r.Kind)
	}
	return v.Err()
}

// Sample is a request as a search completes it: with a number of rows where it says
// nothing of its length, so that what is wrong with the rest can be reported.
func (s Search) Sample(r Request) Request {
	if r.Count == 0 && r.End.IsZero() {
		r.Count = r.fewest()
	}
	return r
}

// find tries every number of rows.
func find(r Request, s Search, c money.Currency, build func(Request) (*Schedule, error)) (*Found, error) {
	if err := s.Validate(r, c); err != nil {
		return nil, err
	}
	r.Life = nil
	most, reason := s.most(&r)
	var out Found
	var plans []*Schedule
	var tight tightest
	for n := r.fewest(); n <= most; n++ {
		r.Count = n
		plan, err := build(r)
		if tooSmall := (*TooSmallError)(nil); errors.As(err, &tooSmall) || errors.Is(err, errUnreached) {
			continue // so few or so many rows do not work
		}
		if err != nil && len(plans) > 0 {
			break // rates are not known for longer, or the step is too large for more rows
		}
		if err != nil {
			return nil, err
		}
		if len(plan.Rows) < n {
			continue // it is the plan of fewer rows
		}
		if !s.keeps(plan, &tight) {
			continue
		}
		plans = append(plans, plan)
	}
	slices.SortStableFunc(plans, s.compare)
	for _, plan := range plans[:min(len(plans), MaxCandidates)] {
		out.Candidates = append(out.Candidates, candidate(plan))
	}
	if len(plans) == 0 {
		out.Reason = s.none(most, reason, tight)
		return &out, nil
	}
	out.Best = plans[0]
	return &out, nil
}

// fewest is the smallest number of rows that the deviations and the grace leave.
func (r *Request) fewest() int {
	n := 1 + max(r.Grace.Principal, r.Grace.Interest)
	for _, d := range r.Deviations {
		n = max(n, d.No)
		if d.Amount != nil {
			n = max(n, d.No+1)
		}
	}
	return n
}

// most is the largest number of rows that may be tried, and what bounds it.
func (s Search) most(r *Request) (int, string) {
	most, reason := MaxSearchRows, fmt.Sprintf("%d rows, the most that a search tries without maxCount or endBefore", MaxSearchRows)
	if s.MaxCount > 0 {
		most, reason = s.MaxCount, fmt.Sprintf("%d rows (maxCount)", s.MaxCount)
	}
	if !s.EndBefore.IsZero() {
		n := r.datesThrough(s.EndBefore - 1)
		if s.MaxCount == 0 || n < most {
			most, reason = min(n, MaxRows), fmt.Sprintf("%d rows due before %s (endBefore)", n, s.EndBefore)
		}
	}
	return most, reason
}

// tightest is the plan that comes nearest to the most that a row may pay.
type tightest struct {
	count  int
	amount money.Amount
}

// keeps reports whether a plan keeps within the constraints.
func (s Search) keeps(plan *Schedule, tight *tightest) bool {
	large := plan.largest()
	if tight.count == 0 || large.Minor() < tight.amount.Minor() {
		*tight = tightest{len(plan.Rows), large}
	}
	last := plan.Rows[len(plan.Rows)-1].DueDate
	return (s.MaxAmount.Minor() == 0 || large.Minor() <= s.MaxAmount.Minor()) && (s.EndBefore.IsZero() || last < s.EndBefore)
}

// none says why there is no plan.
func (s Search) none(most int, bound string, tight tightest) string {
	switch {
	case most == 0:
		return fmt.Sprintf("no row falls due before %s (endBefore)", s.EndBefore)
	case tight.count == 0:
		return "no plan of at most " + bound + " covers the interest of its rows"
	case s.MaxAmount.Minor() > 0 && tight.amount.Minor() > s.MaxAmount.Minor():
		return fmt.Sprintf("within %s a row has to pay at least %s (%d rows), and may pay %s (maxAmount)", bound, tight.amount, tight.count, s.MaxAmount)
	}
	return "no plan of at most " + bound + " keeps within all constraints"
}

// largest is the most that a row pays, the registration fee aside.
func (sched *Schedule) largest() money.Amount {
	var most money.Amount
	for i, row := range sched.Rows {
		pays := row.Amount
		if i == 0 {
			pays = plus(pays, -sched.registration)
		}
		if i == 0 || pays.Minor() > most.Minor() {
			most = pays
		}
	}
	return most
}

// compare orders plans by the objective, then by the others.
func (s Search) compare(a, b *Schedule) int {
	byCost := cmp.Compare(a.cost(), b.cost())
	byCount := cmp.Compare(len(a.Rows), len(b.Rows))
	byAmount := cmp.Compare(a.largest().Minor(), b.largest().Minor())
	switch s.Minimize {
	case FewestRows:
		return cmp.Or(byCount, byCost, byAmount)
	case SmallestAmount:
		return cmp.Or(byAmount, byCost, byCount)
	}
	return cmp.Or(byCost, byCount, byAmount)
}

// cost is what a plan charges, in minor units.
func (sched *Schedule) cost() int64 {
	return sched.Totals.Interest.Minor() + sched.Totals.Fee.Minor()
}

func candidate(plan *Schedule) Candidate {
	last := plan.Rows[len(plan.Rows)-1]
	return Candidate{
		Count: len(plan.Rows), Level: plan.Level, Largest: plan.largest(), Last: last.Amount, End: last.DueDate,
		Cost: money.FromMinor(plan.cost(), plan.Currency), Total: plan.Totals.Amount,
	}
}
