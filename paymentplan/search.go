package paymentplan

import (
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

// caseBounds bounds the rows and the plans that a search over a case of so many claims
// and fees looks at, so that no case takes long.
func caseBounds(items int) (rows, plans int) {
	rows = min(max(3000/max(items, 1), 6), MaxSearchRows)
	return rows, min(max(20_000/(max(items, 1)*rows), 6), 24)
}

// Find looks for plans over a bare debt: the request with every number of rows that the
// constraints leave. The request says nothing of its length or level itself. Errors are
// those of [Build] that concern all plans alike; that none keeps within the constraints
// is told by Found.Reason.
func Find(r Request, s Search) (*Found, error) {
	sample := s.Sample(r)
	if err := errors.Join(sample.Validate(), s.Validate(r, r.Debt.Currency())); err != nil {
		return nil, err
	}
	most, bound := s.most(&r)
	h := hunt{search: s, most: most, bound: bound}
	base, err := debtFrame(&sample, nil)
	if err != nil {
		return nil, err
	}
	h.build = func(n int) (*Schedule, error) {
		if _, err := base.slot(n); err != nil {
			return nil, err
		}
		f := *base // shares the rows' dates and rates
		f.n, f.notes = n, slices.Clone(base.notes)
		sched, err := f.schedule()
		if err == nil {
			err = f.addAPR(sched)
		}
		return sched, err
	}
	for n := r.fewest(); n <= most; n++ {
		if goOn, err := h.try(n); !goOn || err != nil {
			if err != nil {
				return nil, err
			}
			break
		}
	}
	return h.found()
}

// FindCase is Find over a case, with at most MaxSearchRows rows, fewer where the case has
// more than two dozen claims and fees. Of the plans that keep within the constraints it
// compares those with the fewest rows, or for the objective SmallestAmount with the most,
// two dozen at most: with more rows a plan costs more and a row pays less.
func FindCase(opened Opened, r Request, s Search) (*Found, error) {
	sample := s.Sample(r)
	c := opened.Case.Currency
	if err := errors.Join(sample.ValidateCase(c), s.Validate(r, c)); err != nil {
		return nil, err
	}
	rows, plans := caseBounds(len(opened.Case.Claims) + len(opened.Case.Fees))
	most, bound := s.most(&r)
	if most > rows {
		most, bound = rows, fmt.Sprintf("%d rows, the most that a search tries over this case", rows)
	}
	h := hunt{search: s, most: most, bound: bound, enough: plans, build: func(n int) (*Schedule, error) {
		r.Count = n
		return BuildCase(opened, r)
	}}
	if err := h.overCase(r.fewest()); err != nil {
		return nil, err
	}
	return h.found()
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
	if r.Posting == Unrounded {
		v.Addf("/posting", "%q beside a search, want rounded", r.Posting)
	}
	if r.Life != nil {
		v.Addf("/search", "beside what happened to a plan, want one of them")
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

// cost is what a plan charges, in minor units.
func (sched *Schedule) cost() int64 {
	return sched.Totals.Interest.Minor() + sched.Totals.Fee.Minor()
}
