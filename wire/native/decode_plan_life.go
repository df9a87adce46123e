package native

import (
	"slices"

	"github.com/skuld-go/skuld/paymentplan"
)

// Fields of what happened to a plan.
var (
	planPaymentFields = []string{"id", "date", "amount"}
	toleranceFields   = []string{"amount", "days"}
	endedFields       = []string{"date", "reason", "revive"}
	restructureFields = []string{"date", "change", "interest", "first", "every", "count", "amount", "end"}
)

// lifeFields are those that ask what became of a plan.
var lifeFields = []string{"payments", "asOf", "tolerance", "onShortage", "proposal", "ended", "settleOn", "restructure"}

// lifeOf reads what happened to the plan, nil where nothing is asked of that.
func (d *planDecoder) lifeOf(o object) *paymentplan.Life {
	var l paymentplan.Life
	l.Payments, _ = objects(o, "payments", paymentplan.MaxPayments, planPaymentFields, planPayment)
	l.AsOf = o.day("asOf")
	if t, ok := o.child("tolerance", toleranceFields); ok {
		l.Tolerance, l.ToleranceDays = t.amount("amount"), t.whole("days")
	}
	l.OnShortage, _ = parse(o, "onShortage", wantText, paymentplan.ParseOnShortage)
	l.Proposal = o.yes("proposal")
	l.Ended = ending(o)
	l.SettleOn = o.day("settleOn")
	l.Restructure = restructuring(o)
	if !slices.ContainsFunc(lifeFields, o.states) {
		return nil
	}
	if l.AsOf.IsZero() && !o.states("payments") {
		d.latest(o, &l)
	}
	return &l
}

// latest lets the last day that something is asked for stand in for the day of
// asking.
func (d *planDecoder) latest(o object, l *paymentplan.Life) {
	l.AsOf = l.SettleOn
	if l.Ended != nil {
		l.AsOf = max(l.AsOf, l.Ended.Date)
	}
	if l.Restructure != nil {
		l.AsOf = max(l.AsOf, l.Restructure.Date)
	}
	if l.AsOf.IsZero() && (o.states("settleOn") || o.states("ended") || o.states("restructure")) {
		// It may be the day that could not be read there, or that is missing there.
		d.cannotTell(o.path("asOf"))
	}
}

func planPayment(o object) paymentplan.Payment {
	return paymentplan.Payment{ID: o.label("id"), Date: o.day("date"), Amount: o.amount("amount")}
}

// ending reads how the plan was ended, nil while it holds.
func ending(of object) *paymentplan.Ending {
	o, ok := of.child("ended", endedFields)
	if !ok {
		return nil
	}
	e := &paymentplan.Ending{Date: o.day("date"), Reason: o.label("reason"), Revive: o.yes("revive")}
	if o.blank() {
		return nil
	}
	return e
}

// restructuring reads how the plan is to go on, nil where nothing is said.
func restructuring(of object) *paymentplan.Restructuring {
	o, ok := of.child("restructure", restructureFields)
	if !ok {
		return nil
	}
	r := &paymentplan.Restructuring{Date: o.day("date")}
	r.Change, _ = parse(o, "change", wantText, paymentplan.ParseChange)
	r.Interest, _ = parse(o, "interest", wantText, paymentplan.ParseInterestPolicy)
	r.First, r.Every = o.day("first"), o.span("every")
	r.Count, r.Amount, r.End = o.counting("count"), o.amount("amount"), o.day("end")
	if o.blank() {
		return nil
	}
	return r
}

// search reads what plans are looked for, nil where none are.
func (d *planDecoder) search(of object) *paymentplan.Search {
	o, ok := of.child("search", searchFields)
	if !ok {
		return nil
	}
	s := &paymentplan.Search{MaxCount: o.counting("maxCount"), MaxAmount: o.amount("maxAmount"), EndBefore: o.day("endBefore")}
	s.Minimize, _ = parse(o, "minimize", wantText, paymentplan.ParseObjective)
	if o.blank() {
		return nil
	}
	return s
}
