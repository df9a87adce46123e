package dunning_test

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// obstacle is what keeps a level back; rule is its number in the list of rules. One that
// lies in the past keeps nothing back, but gives a day from which a level may be taken.
type obstacle struct {
	rule  int
	until calendar.Date
	open  bool
}

func (o obstacle) holds(day calendar.Date) bool { return o.open || o.until > day }

// next asks every track for its next level.
func (w *world) next(v *Verdict) {
	r := w.present()
	if r == nil || w.closed() || w.matured() {
		return
	}
	for t := dunning.TrackClaim; t <= dunning.TrackSurveillance; t++ {
		levels := w.track(t)
		letters := w.answerable(r)
		from := place(levels, letters)
		through := min(from+w.maxStep(), len(levels))
		var lowest []obstacle
		taken := false
		for i := through - 1; i >= from && !taken; i-- {
			all := w.obstacles(levels[i], r, letters)
			lowest = nil
			since := r.since
			for _, o := range all {
				if o.holds(w.day) {
					lowest = append(lowest, o)
				} else {
					since = max(since, o.until)
				}
			}
			if len(lowest) == 0 {
				taken = true
				l := levels[i]
				w.hasMet("action two levels up", i > from)
				v.Actions = append(v.Actions, Act{Track: t, Kind: l.Kind, Level: l.no, Since: since,
					Deadline: w.term(l, w.day, w.day.AddDays(w.p.Delivery)), Fee: w.charge(l, r)})
			}
		}
		for _, o := range lowest {
			v.Blocks = append(v.Blocks, Stop{Track: t, Action: levels[from].Kind, Rule: o.rule, Until: o.until, Open: o.open})
		}
	}
}

// obstacles goes through the rules for a level that comes after some letters.
func (w *world) obstacles(l rung, r *run, letters []letter) []obstacle {
	var list []obstacle
	day := func(rule int, d calendar.Date) { list = append(list, obstacle{rule: rule, until: d}) }
	open := func(rule int, is bool) {
		if is {
			list = append(list, obstacle{rule: rule, until: w.review(), open: true})
		}
	}
	balance := w.open(w.day, w.day)
	late := w.late(w.day, balance)
	free := w.onLadder()

	if len(free) > 0 {
		day(1, max(w.anchor(free[0]).AddDays(l.After), w.lateFrom(free[0])))
	}
	last := latest(letters, l.Track)
	if last != nil {
		day(2, last.Sent.AddDays(max(l.Gap, 1)))
	}
	if l.Expired && last != nil {
		if unproven(*last) {
			open(3, true)
		} else {
			day(3, w.deadline(*last)+1)
		}
	}
	if warning, needed := w.warning(l, letters); l.Accelerates && needed {
		if warning == nil || unproven(*warning) {
			open(12, true)
		} else {
			day(12, w.deadline(*warning)+1)
		}
	}
	for _, kind := range l.Requires {
		if n := latestOf(letters, kind); n == nil || unproven(*n) {
			open(4, true)
		} else {
			day(4, w.deadline(*n)+1)
		}
	}
	if l.Waits && len(late) > 0 {
		if d := w.waits(l, r); d != 0 {
			day(5, d)
		}
	}
	overdue := total(balance, free)
	open(6, len(free) > 0 && w.tooLittle(w.p.Minimum, overdue, r))
	open(6, len(free) > 0 && w.tooLittle(l.Minimum, overdue, r))
	open(7, l.Gate != nil && !w.gate(l.Gate, w.day, r))
	open(8, l.Title && len(w.h.Titles) == 0)
	if l.Title && len(w.h.Titles) > 0 {
		day(8, w.firstTitle())
	}
	open(8, l.NoTitle && len(w.h.Titles) > 0)
	list = append(list, w.pauses(late)...)
	barred := len(late) > 0
	for _, i := range late {
		limit := w.h.Debts[i].Limitation
		barred = barred && limit != 0 && limit < w.day
	}
	open(10, barred)
	open(11, w.h.Waiting.Sign() > 0 && w.h.Waiting.Minor() >= overdue)
	return list
}

func (w *world) tooLittle(t dunning.Threshold, overdue int64, r *run) bool {
	return given(t.Amount) && overdue < t.Amount.Minor() ||
		t.Percent != 0 && share(overdue, t.Percent, r.sum()) < 0
}

// anchor is the day from which the days of a level count.
func (w *world) anchor(debt int) calendar.Date {
	d := w.h.Debts[debt]
	day := calendar.Date(0)
	switch w.p.Anchor {
	case dunning.AnchorInvoice:
		day = d.Invoiced
	case dunning.AnchorNotice:
		day = d.Demanded
	case dunning.AnchorService:
		for _, n := range w.h.Notices {
			if day == 0 && (n.Kind == "service" || n.Kind == "payment-order") {
				day = n.Delivered
				if day == 0 {
					day = n.Sent
				}
			}
		}
	}
	if day != 0 {
		return day
	}
	if w.p.Anchor > dunning.AnchorDue {
		w.findings["anchor-missing"] = true
	}
	if w.calledIn(debt, w.day) {
		return w.called
	}
	if w.p.Grace.Retroactive {
		return d.Due
	}
	return w.lastInTime(debt)
}

// held reports whether a hold on some items stops dunning of a debt on a day, by the
// holds known today.
func (w *world) held(debt int, day calendar.Date) bool {
	for _, h := range w.h.Holds {
		if covers(h, day) && slices.Contains(h.Items, w.h.Debts[debt].ID) {
			return true
		}
	}
	return false
}

func covers(h ledger.Hold, day calendar.Date) bool {
	return h.Scope == ledger.HoldDunning && lasts(h, day)
}

func lasts(h ledger.Hold, day calendar.Date) bool {
	return h.From <= day && (h.Through == 0 || h.Through >= day)
}

// pauses are holds, open promises and a plan.
func (w *world) pauses(late []int) []obstacle {
	var list []obstacle
	for _, h := range w.h.Holds {
		switch {
		case !covers(h, w.day) || len(h.Items) > 0:
		case h.Through == 0:
			list = append(list, obstacle{9, w.review(), true})
		default:
			list = append(list, obstacle{9, h.Through + 1, false})
		}
	}
	if len(list) == 0 && len(late) > 0 && w.allHeld(late, w.day) {
		d := w.day + 1
		for w.allHeld(late, d) && d < w.day+20_000 {
			d++
		}
		if w.allHeld(late, d) {
			list = append(list, obstacle{9, w.review(), true})
		} else {
			list = append(list, obstacle{9, d, false})
		}
	}
	for _, p := range w.promises() {
		if p.state == dunning.PromiseOpen {
			list = append(list, obstacle{9, p.Due + 1, false})
		}
	}
	if w.h.Plan != nil && w.h.Plan.Pauses {
		if w.h.Plan.Until != 0 {
			list = append(list, obstacle{9, w.h.Plan.Until, false})
		} else {
			list = append(list, obstacle{9, w.review(), true})
		}
	}
	return list
}

func (w *world) allHeld(debts []int, day calendar.Date) bool {
	for _, i := range debts {
		if !w.held(i, day) {
			return false
		}
	}
	return true
}
