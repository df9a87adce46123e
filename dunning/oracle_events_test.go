package dunning_test

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// events are the letters about returns and payments that were not sent.
func (w *world) events(v *Verdict) {
	if w.closed() {
		return
	}
	var returned []calendar.Date
	for _, r := range w.returns() {
		returned = append(returned, r.Date)
	}
	w.untold(v, w.p.Returns.Kind, returned)
	if len(w.runs) == 0 {
		return
	}
	r := w.runs[len(w.runs)-1]
	before := calendar.Date(0)
	if len(w.runs) > 1 {
		before = w.runs[len(w.runs)-2].end
	}
	var partial, full []calendar.Date
	for day := r.since; day <= w.day && (r.end == 0 || day <= r.end); day++ {
		if !w.paidOn(day) || !w.opened(r, before, day) {
			continue
		}
		if day == r.end {
			full = append(full, day)
		} else {
			partial = append(partial, day)
		}
	}
	w.untold(v, w.p.Repayment.Partial, partial)
	w.untold(v, w.p.Repayment.Full, full)
}

func (w *world) paidOn(day calendar.Date) bool {
	for _, r := range w.h.Receipts {
		if r.Date == day && r.Amount.Sign() > 0 && !r.Credit {
			return true
		}
	}
	return false
}

// opened reports whether a letter or a return had told of a run by a day.
func (w *world) opened(r *run, before, day calendar.Date) bool {
	for _, l := range r.letters {
		if l.Sent <= day {
			return true
		}
	}
	for _, x := range w.returns() {
		if x.Date <= day && x.Date > before {
			return true
		}
	}
	return false
}

// untold gives an action for each event without a letter of its own.
func (w *world) untold(v *Verdict, kind string, events []calendar.Date) {
	if kind == "" {
		return
	}
	used := map[int]bool{}
	for _, e := range events {
		told := false
		for i, n := range w.h.Notices {
			if !told && !used[i] && n.Kind == kind && n.Sent >= e {
				told, used[i] = true, true
			}
		}
		if !told {
			v.Actions = append(v.Actions, Act{Kind: kind, Since: e})
		}
	}
}

// lastReturn is the latest return and the day on which to try again.
func (w *world) lastReturn() (last, retry calendar.Date) {
	all := w.returns()
	if len(all) == 0 {
		return 0, 0
	}
	r := all[len(all)-1]
	late := w.late(w.day, w.open(w.day, w.day))
	if w.p.Returns.RetryDays == 0 || slices.Contains(w.p.Returns.NoRetry, r.Code) || len(late) == 0 || w.closed() {
		return r.Date, 0
	}
	return r.Date, must(w.p.Banking.AddBusinessDays(r.Date, w.p.Returns.RetryDays))
}

// promised is a promise and what was paid on it in time.
type promised struct {
	ledger.Promise
	paid  int64
	state dunning.PromiseStateKind
}

// promises follows each payment into the promises, the one due first coming first.
func (w *world) promises() []promised {
	list := make([]promised, len(w.h.Promises))
	for i, p := range w.h.Promises {
		list[i].Promise = p
	}
	slices.SortStableFunc(list, func(a, b promised) int { return a.Date.Compare(b.Date) })
	slices.SortStableFunc(list, func(a, b promised) int { return a.Due.Compare(b.Due) })
	left := map[int]int64{}
	for i, r := range w.h.Payments {
		left[i] = r.Amount.Minor()
	}
	for k := range list {
		p := &list[k]
		for day := p.Date; day <= p.Due; day++ {
			for i, r := range w.h.Payments {
				if r.Date == day {
					take := min(left[i], p.Amount.Minor()-p.paid)
					left[i] -= take
					p.paid += take
				}
			}
		}
		switch {
		case p.paid >= p.Amount.Minor():
			p.state = dunning.PromiseKept
		case w.day <= p.Due:
			p.state = dunning.PromiseOpen
		default:
			p.state = dunning.PromiseBroken
			w.findings["promise-broken"] = true
		}
	}
	return list
}
