package paymentplan

import (
	"slices"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// MaxRows bounds the rows of every plan.
const MaxRows = 1200

// Build works out a plan over a bare debt. Row k bears interest over [due k−1, due k),
// the first over [Start, due 1), by the request's terms; it is rounded once a row, and
// what is carried on is what the row shows. A level that is solved is a multiple of
// the step.
//
// Errors are [ledger.Problems] with JSON Pointers into the plan request: what
// [Request.Validate] finds, rates that are not known on a day a row needs
// ([law.ErrNotKnown]), dates out of order or beyond bounds, and amounts that do not
// pay the debt off ([*TooSmallError]).
func Build(r Request) (*Schedule, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	f, err := debtFrame(&r, nil)
	if err != nil {
		return nil, err
	}
	sched, err := f.work()
	if err == nil {
		err = f.addAPR(sched)
	}
	if err == nil {
		err = sched.live(f)
	}
	if err != nil {
		return nil, err
	}
	return sched, nil
}

// work makes the schedule, rounded or not.
func (f *frame) work() (*Schedule, error) {
	if f.req.Posting == Unrounded {
		return f.unroundedSchedule()
	}
	return f.schedule()
}

// debtFrame makes a valid request over a debt definite.
func debtFrame(r *Request, extra []int64) (*frame, error) {
	f, err := newFrame(r, r.Debt.Currency())
	if err != nil {
		return nil, err
	}
	f.extra = extra
	f.terms, err = newTerms(r)
	return f, err
}

// solver of a plan over a debt.
func (f *frame) solver() *solver {
	return &solver{frame: f, exact: f.overSettles, try: func(level int64) (run, error) { return f.walk(level, nil) }}
}

// schedule solves a plan over a debt and lists its rows.
func (f *frame) schedule() (*Schedule, error) {
	s := f.solver()
	level, err := s.level()
	if err != nil {
		return nil, err
	}
	sched := f.newSchedule(level)
	out, err := f.walk(level, func(_ *slot, row Row) { sched.Rows = append(sched.Rows, row) })
	if err != nil {
		return nil, err
	}
	if err := s.accept(level, out); err != nil {
		return nil, err
	}
	f.finish(sched, out)
	return sched, nil
}

func (f *frame) newSchedule(level int64) *Schedule {
	r := f.req
	return &Schedule{
		Kind: r.Kind, Currency: f.currency, Start: r.Start, Level: f.money(level), Residual: f.money(0),
		Rows: make([]Row, 0, max(f.n, 12)), registration: f.fees.registration, every: r.every(),
	}
}

// finish adds up the rows and says what a reader should know.
func (f *frame) finish(sched *Schedule, out run) {
	r := f.req
	switch {
	case r.Kind == Bullet:
		sched.Level = sched.Rows[0].Amount
	case r.Kind.level() && r.everyRowInPeriods(out.rows):
		sched.Level = r.Periods[f.slots[0].period].Amount
	}
	if !out.closed {
		sched.Residual, sched.Waived = f.money(out.left), f.residual == Waive
	}
	f.share(sched)
	sched.total()
	sched.RemainingCount = len(sched.Rows)
	if out.closed && out.rows < f.n {
		f.note(FindingFewerRows, ledger.Info, f.lengthPath(), "the debt is settled after %d of %d rows", out.rows, f.n)
	}
	if out.above && !f.solved() && !r.Kind.linear() {
		f.note(FindingLastRow, ledger.Warning, "/amount", "the last row takes what is open, %s, more than the level of %s", f.money(out.last), sched.Level)
	}
	if len(sched.Rows) > 0 && sched.Rows[0].InvoiceDate < r.Start {
		f.note(FindingEarlyLetter, ledger.Info, "/invoiceLeadDays", "row 1 would be invoiced on %s, before the plan starts", sched.Rows[0].InvoiceDate)
	}
	f.explain(sched)
	sched.Findings = slices.Concat(r.Findings, f.notes)
}

// explain notes carried interest and rates in doubt, each once.
func (f *frame) explain(sched *Schedule) {
	for _, row := range sched.Rows {
		if row.Carried.Sign() > 0 {
			f.note(FindingCarried, ledger.Info, "", "row %d leaves interest of %s to the rows after it", row.No, row.Carried)
			break
		}
	}
	segments := slices.Collect(sched.segments())
	if i := slices.IndexFunc(segments, func(s interest.Segment) bool { return s.Provisional }); i >= 0 {
		f.note(ledger.FindingProvisional, ledger.Warning, "/interest", "from %s the last known value stands in for a rate that is not known yet", segments[i].Period.First())
	}
	if i := slices.IndexFunc(segments, func(s interest.Segment) bool { return s.Basis.Evidence >= law.Secondary }); i >= 0 {
		f.note(ledger.FindingEvidence, ledger.Warning, "/interest", "a value behind the interest from %s rests on %s evidence",
			segments[i].Period.First(), segments[i].Basis.Evidence)
	}
}

// segments yields the segments of all rows.
func (sched *Schedule) segments() func(yield func(interest.Segment) bool) {
	return func(yield func(interest.Segment) bool) {
		for _, row := range sched.Rows {
			for _, s := range row.Segments {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// total adds up the rows.
func (sched *Schedule) total() {
	var amount, principal, charged, fee int64
	for _, row := range sched.Rows {
		amount += row.Amount.Minor()
		principal += row.Principal.Minor()
		charged += row.Interest.Minor()
		fee += row.Fee.Minor()
	}
	of := func(minor int64) money.Amount { return money.FromMinor(minor, sched.Currency) }
	sched.Totals = Totals{Amount: of(amount), Principal: of(principal), Interest: of(charged), Fee: of(fee)}
}

// share splits the principal of every row among the creditors, by what remains of
// each; ties go to those named first.
func (f *frame) share(sched *Schedule) {
	creditors := f.req.Creditors
	if len(creditors) == 0 {
		return
	}
	left := make([]int64, len(creditors))
	for i, c := range creditors {
		left[i] = c.Admitted.Minor()
	}
	for i := range sched.Rows {
		row := &sched.Rows[i]
		parts, err := row.Principal.Split(left)
		if err != nil {
			continue // nothing is left of anybody, and nothing to share
		}
		for j, p := range parts {
			left[j] -= p.Minor()
			row.Shares = append(row.Shares, Share{creditors[j].ID, p})
		}
	}
}
