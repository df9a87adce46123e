package dunning_test

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
)

// tariff is what a level costs, and what its guards are asked with.
func (w *world) tariff(l rung, r *run) (fee.Tariff, fee.History, bool) {
	a := fee.Business
	if w.h.Debtor == ledger.Consumer {
		a = fee.Consumer
	}
	t, ok := fee.Find(w.p.Tariffs, l.Fee, a)
	h := fee.History{ArrearsSince: r.since, Charged: w.h.Charged,
		Agreed: w.h.Facts.FeesAgreed, ByCreditor: w.h.Facts.ByCreditor, Enforceable: w.h.Facts.Enforceable}
	if oldest := slices.Concat(w.onLadder(), w.late(w.day, w.open(w.day, w.day))); len(oldest) > 0 {
		h.Due = w.h.Debts[oldest[0]].Due
	}
	for _, n := range w.h.Notices {
		h.Notices = append(h.Notices, fee.Notice{Kind: n.Kind, Sent: n.Sent, Delivered: n.Delivered, Amount: n.Fee})
	}
	return t, h, ok
}

// charge is the fee that a level may take today. Drawn tariffs have one flat amount.
func (w *world) charge(l rung, r *run) int64 {
	t, h, ok := w.tariff(l, r)
	if !ok || w.feesHeld(w.day) || fee.Permit(t.Guards, h, w.day).Answer != fee.Permitted {
		return 0
	}
	return t.Versions[0].Bands[0].Amount.Minor()
}

// waits is the first day on which neither the guards of a fee nor a hold say "not
// before", 0 where none ever said so or the fee never comes.
func (w *world) waits(l rung, r *run) calendar.Date {
	t, h, ok := w.tariff(l, r)
	if !ok {
		return 0
	}
	waiting := func(d calendar.Date) bool { return fee.Permit(t.Guards, h, d).Answer == fee.NotBefore }
	d := w.day
	for waiting(d) {
		d++
	}
	if fee.Permit(t.Guards, h, d).Answer == fee.Never {
		return 0
	}
	if w.feesHeld(w.day) {
		w.hasMet("fee under a hold", true)
		for i := 0; w.feesHeld(d); i++ {
			if d++; i == 5000 {
				return 0
			}
		}
		return d
	}
	for d > r.since-1000 && !waiting(d-1) {
		d--
	}
	if d == r.since-1000 {
		return 0
	}
	return d
}

// feesHeld reports whether holds stop fees for every debt of the ladder of today on a
// day.
func (w *world) feesHeld(day calendar.Date) bool {
	var items []string
	for _, h := range w.h.Holds {
		if h.Scope == ledger.HoldFees && lasts(h, day) {
			if len(h.Items) == 0 {
				return true
			}
			items = append(items, h.Items...)
		}
	}
	free := w.onLadder()
	for _, i := range free {
		if !slices.Contains(items, w.h.Debts[i].ID) {
			return false
		}
	}
	return len(free) > 0
}
