package paymentplan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// over is a plan over a case.
type over struct {
	*frame
	opened Opened
	// ids is how the ids of the plan's own facts begin.
	ids string
	// opening is the whole debt at the start, charged the fees of the case until then,
	// paid or not.
	opening, charged int64
}

// BuildCase works out a plan over a case: a simulation of its ledger from r.Start on, by
// the case's own terms and order of settlement. The debt of row 1 is the total of the
// statement as of r.Start; row k counts the days after due k−1 through due k, and its
// interest is what the ledger then finds more than before, so that a plan paid to the
// letter leaves a statement without a rest, and the rows add up to its charges.
//
// Errors are [ledger.Problems] with JSON Pointers into the plan request, as for
// [Build]; those of the case are below /case.
func BuildCase(opened Opened, r Request) (*Schedule, error) {
	if err := r.ValidateCase(opened.Case.Currency); err != nil {
		return nil, err
	}
	if !opened.raised() {
		return nil, problemf("/start", "no claim of the case had been raised on %s, want a later day", r.Start)
	}
	o, err := newOver(opened, &r)
	if err == nil {
		err = o.sameIDs()
	}
	if err != nil {
		return nil, err
	}
	sched, err := o.schedule()
	if err == nil {
		err = o.addAPR(sched)
	}
	if err == nil {
		err = o.live(sched)
	}
	if err != nil {
		return nil, err
	}
	return sched, nil
}

// sameIDs refuses payments of the request that the case has as well, so that none
// counts twice.
func (o *over) sameIDs() error {
	if o.req.Life == nil {
		return nil
	}
	var problems ledger.Problems
	for i, p := range o.req.Life.Payments {
		if slices.ContainsFunc(o.opened.Case.Payments, func(q ledger.Payment) bool { return p.ID == q.ID }) {
			problems.Addf(fmt.Sprintf("/payments/%d/id", i), "%.60q is a payment of the case as well, want it once", p.ID)
		}
	}
	return problems.Err()
}

// newOver opens the case.
func newOver(opened Opened, r *Request) (*over, error) {
	f, err := newFrame(r, opened.Case.Currency)
	if err != nil {
		return nil, err
	}
	o := &over{frame: f, opened: opened, ids: planIDs(opened.Case)}
	st, err := o.statement(opened.Case, r.Start)
	if err != nil {
		return nil, err
	}
	if o.opening = st.Totals.Total.Minor(); o.opening <= 0 {
		p := problemf("/case", "nothing is open on %s, want a debt to pay off", r.Start)
		p.Cause = ErrNothingOpen
		return nil, p
	}
	for _, it := range st.Items {
		if it.Fee {
			o.charged += it.Charge.Remaining.Minor() + it.Charge.Paid.Minor()
		}
	}
	if r.AccrueOn == Unadjusted && r.Calendar != nil {
		f.note(FindingUnused, ledger.Info, "/accrueOn", "the terms of a case bear through the day of payment; %q has no bearing", r.AccrueOn)
	}
	if len(opened.Later) > 0 {
		f.note(FindingLaterFacts, ledger.Warning, "/case", "facts dated after %s are not in the plan: %s", r.Start, strings.Join(opened.Later[:min(10, len(opened.Later))], ", "))
	}
	return o, nil
}

// resolved are the terms of the opened case, also for fees that the plan added: they state
// their amounts and bear nothing. The payments that it added are directed by it, so that
// no hold keeps them back.
func (o *over) resolved(c ledger.Case) ledger.Resolved {
	terms := o.opened.Resolved
	for terms.Fees = slices.Clone(terms.Fees); len(terms.Fees) < len(c.Fees); {
		terms.Fees = append(terms.Fees, ledger.FeeTerms{})
	}
	terms.Directed = slices.Clone(terms.Directed)
	for _, p := range c.Payments {
		if strings.HasPrefix(p.ID, o.ids) {
			terms.Directed = append(terms.Directed, p.ID)
		}
	}
	return terms
}

// statement of a case with the opened case's terms.
func (o *over) statement(c ledger.Case, day calendar.Date) (*ledger.Statement, error) {
	book, err := ledger.Fold(c, o.resolved(c), o.opened.At(day))
	if err != nil {
		return nil, below("/case", err)
	}
	st, err := book.Statement()
	return st, below("/case", err)
}

// schedule solves the plan and lists its rows.
func (o *over) schedule() (*Schedule, error) {
	s := &solver{frame: o.frame, try: func(level int64) (run, error) { return o.walk(level, nil) }}
	level, err := s.level()
	if err != nil {
		return nil, err
	}
	sched := o.newSchedule(level)
	sched.Case, sched.over = o.opened.Case.ID, o
	out, err := o.walk(level, func(row Row) { sched.Rows = append(sched.Rows, row) })
	if err != nil {
		return nil, err
	}
	if err := s.accept(level, out); err != nil {
		return nil, err
	}
	o.finish(sched, out)
	return sched, o.addLines(sched)
}

// addLines says what each row settles, and takes over what the statement finds.
func (o *over) addLines(sched *Schedule) error {
	if len(sched.Rows) == 0 {
		return nil
	}
	st, err := o.statement(o.applied(o.opened.Case, sched), sched.Rows[len(sched.Rows)-1].DueDate)
	if err != nil {
		return err
	}
	lines := map[string][]ledger.Line{}
	for _, a := range st.Allocations {
		lines[a.Payment] = a.Lines
	}
	for i := range sched.Rows {
		sched.Rows[i].Lines = lines[fmt.Sprintf("%s%d", o.ids, sched.Rows[i].No)]
	}
	for _, f := range st.Findings {
		f.Path = "/case" + f.Path
		sched.Findings = append(sched.Findings, f)
	}
	return nil
}
