package dunning_test

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// world is a policy and a history as they are known on a day, and what a walk through
// the days has found out so far. Nothing in it is fast.
type world struct {
	p      dunning.Policy
	h      dunning.History
	day    calendar.Date
	ladder []rung
	// runs are the periods of arrears, oldest first; the last one may have no end.
	runs []*run
	// called is the day of the letter that made the whole debt due.
	called calendar.Date
	// tolerated is what the cure of the latest run left overdue and still is.
	tolerated int64
	findings  map[string]bool
	// notes are names of what the walk met.
	notes map[string]bool
}

// rung is a level for the debtor, with its number in the policy.
type rung struct {
	dunning.Level
	no int
}

// run is an unbroken period of arrears. base has the original amounts of the debts that
// were late in it.
type run struct {
	since, end calendar.Date
	base       map[int]int64
	letters    []letter
	// whole says that one of the letters made the whole debt due.
	whole bool
}

// letter is a notice that reached a level. One that is out was found to be about nothing
// any more when a later one came.
type letter struct {
	ledger.Notice
	rung rung
	out  bool
}

// Oracle works out a decision day by day.
func Oracle(p dunning.Policy, h dunning.History, day calendar.Date) Verdict {
	w := newWorld(p, h, day)
	w.walk()
	return w.verdict()
}

func newWorld(p dunning.Policy, h dunning.History, day calendar.Date) *world {
	w := &world{p: p, h: known(h, day), day: day, findings: map[string]bool{}, notes: map[string]bool{}}
	for i, l := range p.Levels {
		if forDebtor(l.Audience, h.Debtor) {
			if l.Track == 0 {
				l.Track = dunning.TrackClaim
			}
			w.ladder = append(w.ladder, rung{l, i + 1})
		}
	}
	return w
}

func forDebtor(a fee.Audience, d ledger.DebtorKind) bool {
	switch a {
	case fee.Consumer:
		return d == ledger.Consumer
	case fee.Business:
		return d == ledger.Business
	}
	return true
}

// known leaves out the facts after a day, deliveries too, and puts receipts and notices
// in the order of their days. Receipts stand in for payments where the history has none.
func known(h dunning.History, day calendar.Date) dunning.History {
	if len(h.Payments) == 0 {
		for _, r := range h.Receipts {
			if !r.Credit && r.Amount.Sign() > 0 {
				h.Payments = append(h.Payments, dunning.Payment{Date: r.Date, Amount: r.Amount})
			}
		}
	}
	h.Payments = keep(h.Payments, func(x dunning.Payment) bool { return x.Date <= day })
	h.Receipts = keep(h.Receipts, func(r dunning.Receipt) bool { return r.Date <= day })
	h.Notices = keep(h.Notices, func(n ledger.Notice) bool { return n.Sent <= day })
	for i, n := range h.Notices {
		if n.Delivered > day {
			h.Notices[i].Delivered = 0
		}
	}
	h.Promises = keep(h.Promises, func(p ledger.Promise) bool { return p.Date <= day })
	h.Holds = keep(h.Holds, func(x ledger.Hold) bool { return x.From <= day })
	h.Titles = keep(h.Titles, func(x ledger.Title) bool { return x.Date <= day })
	h.Charged = keep(h.Charged, func(c fee.Charge) bool { return c.Date <= day })
	slices.SortStableFunc(h.Receipts, func(a, b dunning.Receipt) int { return a.Date.Compare(b.Date) })
	slices.SortStableFunc(h.Notices, func(a, b ledger.Notice) int { return a.Sent.Compare(b.Sent) })
	if h.Loan != nil {
		loan := *h.Loan
		loan.Returns = keep(loan.Returns, func(r dunning.Return) bool { return r.Date <= day })
		slices.SortStableFunc(loan.Returns, func(a, b dunning.Return) int { return a.Date.Compare(b.Date) })
		h.Loan = &loan
	}
	return h
}

func keep[T any](list []T, ok func(T) bool) []T {
	var kept []T
	for _, x := range list {
		if ok(x) {
			kept = append(kept, x)
		}
	}
	return kept
}

func (w *world) returns() []dunning.Return {
	if w.h.Loan == nil {
		return nil
	}
	return w.h.Loan.Returns
}

// given reports whether a threshold or an option states an amount.
func given(a money.Amount) bool { return a != money.Amount{} }

// present is the run without an end, nil where there is none.
func (w *world) present() *run {
	if n := len(w.runs); n > 0 && w.runs[n-1].end == 0 {
		return w.runs[n-1]
	}
	return nil
}

func (w *world) closed() bool { return w.h.Closed != 0 && w.h.Closed <= w.day }

// matured reports whether the loan has ended with nothing left.
func (w *world) matured() bool {
	if w.h.Loan == nil || w.h.Loan.Matures == 0 || w.h.Loan.Matures > w.day {
		return false
	}
	for _, o := range w.open(w.day, w.day) {
		if o > 0 {
			return false
		}
	}
	return true
}

func (w *world) stage() string {
	closed, matured := "closed", ""
	if w.p.Stages.Closed != "" {
		closed = w.p.Stages.Closed
	}
	if matured = w.p.Stages.Matured; matured == "" {
		matured = closed
	}
	switch {
	case w.closed():
		return closed
	case w.matured():
		return matured
	case w.present() != nil:
		return w.stageOf(dunning.TrackClaim)
	case len(w.runs) > 0 || len(w.returns()) > 0:
		return closed
	}
	return w.fresh()
}

func (w *world) fresh() string {
	if w.p.Stages.New != "" {
		return w.p.Stages.New
	}
	return "new"
}

// stageOf is the stage of a track in the present run.
func (w *world) stageOf(t dunning.Track) string {
	place := w.reached(t)
	if place == 0 && t != dunning.TrackClaim {
		return ""
	}
	if place == 0 {
		return w.fresh()
	}
	l := w.track(t)[place-1]
	if l.Stage != "" {
		return l.Stage
	}
	return l.Kind
}
