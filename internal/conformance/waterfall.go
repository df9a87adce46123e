package conformance

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// A Waterfall is a payment on one installment, some of whose charges may be due
// before it.
type Waterfall struct {
	ID           string // for reports: no verdict depends on it
	timing       string
	due, advance []string // components in order
	amount       figure
	open         figures
	charges      []charge
	want         figures
	unallocated  figure
	notes        notes
}

// charge is a fee or penalty among what an installment has open.
type charge struct {
	kind   string
	on     string // its due day, as written
	amount figure
}

func newWaterfall(o object) Waterfall {
	w := Waterfall{
		ID: o.word("id"), timing: o.need("timing"), due: o.words("order_due"), advance: o.words("order_in_advance"),
		amount: o.figure("amount"), unallocated: o.figure("expected_unallocated"),
	}
	open, want := o.object("installment_outstanding"), o.object("expected_paid")
	w.open, w.want = open.parts(), want.parts()
	open.done()
	want.done()
	for _, c := range o.objects("charges_due_at_transaction_date") {
		next := charge{kind: c.need("kind"), on: c.word("effective_due"), amount: c.figure("amount")}
		if next.amount == "" {
			o.notes.fail("%samount is missing", c.path)
		}
		c.done()
		w.charges = append(w.charges, next)
	}
	o.done()
	if w.amount == "" {
		o.notes.fail("%samount is missing", o.path)
	}
	if len(w.due) == 0 {
		o.notes.fail("%sorder_due is missing", o.path)
	}
	if len(w.advance) == 0 && w.timing == "in_advance" {
		o.notes.fail("%sorder_in_advance is missing", o.path)
	}
	if !w.want.given() && w.unallocated == "" {
		o.notes.fail("%sexpected_paid and expected_unallocated are missing, want one of them", o.path)
	}
	return w
}

// paymentDay of waterfalls, which know distances only: any day would do.
const paymentDay = calendar.Date(730_000)

// timings are the distances of the installment's due date from the payment.
var timings = map[string]calendar.Date{"in_advance": 30, "on_time": 0, "late": -30}

// Judge lets the library allocate the payment.
func (w Waterfall) Judge() Verdict {
	distance, ok := timings[w.timing]
	foreign := append([]string(nil), w.notes.foreign...)
	if !ok {
		foreign = append(foreign, "timing "+w.timing)
	}
	order, features := w.order()
	t, feature := w.notes.till()
	foreign = append(append(foreign, features...), feature)
	if v := outside(foreign); v.OutOfScope != "" {
		return v
	}
	items, features := w.items(t, paymentDay+distance)
	if t.err() != nil {
		return Verdict{Problem: t.err()}
	}
	if v := outside(features); v.OutOfScope != "" {
		return v
	}
	result, err := allocation.Allocate(allocation.Payment{Date: paymentDay, Amount: t.amount(w.amount)}, items, order)
	if err != nil {
		return Verdict{Problem: err}
	}
	var paid allocation.Balances
	for _, l := range result.Lines {
		paid[l.Component] += l.Amount.Minor()
	}
	t.compareParts("paid", paid, w.want)
	t.compare("unallocated", result.Unallocated.Minor(), w.unallocated)
	return Verdict{Problem: t.err()}
}

// order works what is due, whether since long or not, before what is in advance.
func (w Waterfall) order() (o allocation.Order, foreign []string) {
	for _, half := range []struct {
		words []string
		due   []allocation.Bucket
	}{
		{w.due, []allocation.Bucket{allocation.PastDue, allocation.Due}},
		{w.advance, []allocation.Bucket{allocation.InAdvance}},
	} {
		for _, word := range half.words {
			component, ok := part(word)
			if !ok {
				foreign = append(foreign, "component "+word)
				continue
			}
			o.Rungs = append(o.Rungs, rung(allocation.Oldest, half.due, component))
		}
	}
	return o, foreign
}
