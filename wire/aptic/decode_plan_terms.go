package aptic

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// planReader reads what a plan asks for.
type planReader struct {
	p   *PlanDocument
	o   document.Object
	opt PlanOptions
}

// maxInterval bounds the units between two installments.
const maxInterval = 10_000

func (r *planReader) amount(name string) money.Amount {
	return r.o.Field(name).Amount(r.p.c.Currency)
}

func (r *planReader) read() {
	q := &r.p.request
	kind := r.o.Field("paymentPlanType")
	if q.Kind, _ = lookupNumber(kind, r.p.codes.Plans); !kind.Given() {
		kind.Problemf("%s, want %s", kind, names(r.p.codes.Plans))
	}
	if v := r.o.Field("numberOfPayments"); v.Given() {
		q.Count = int(v.Int(0, paymentplan.MaxRows))
	}
	if a := r.amount("amount"); a.Sign() != 0 {
		q.Amount = a
	}
	q.Fees = paymentplan.Fees{Registration: r.amount("registrationFee"), Invoice: r.amount("invoiceFee"), Reminder: r.amount("reminderFee")}
	for _, name := range []string{"currencyCode", "feeCurrencyCode"} {
		if c := currency(r.o.Field(name)); !c.IsZero() && !r.p.c.Currency.IsZero() && c != r.p.c.Currency {
			r.o.Field(name).Problemf("%s for a plan over cases in %s, want their currency", c, r.p.c.Currency)
		}
	}
	q.InvoiceLeadDays, q.Calendar, q.Step = r.opt.InvoiceLeadDays, r.opt.Calendar, r.opt.Step
	r.times()
	r.deviations()
	r.periods()
	r.life()
}

// times reads when the plan starts and how far apart its installments are.
func (r *planReader) times() {
	q := &r.p.request
	registered := r.o.Field("registrationDate").Date(r.opt.Zone)
	q.Start = firstOf(r.o.Field("startDate").Date(r.opt.Zone), r.opt.Start, registered)
	q.Every = r.every(r.o)
}

// every reads the distance of installments; the zero span where it is not said.
func (r *planReader) every(o document.Object) calendar.Span {
	kind, n := o.Field("intervalType"), o.Field("interval")
	var count int
	if n.Given() {
		count = int(n.Int(0, maxInterval))
	}
	if !kind.Given() || isZero(kind) {
		if count > 0 {
			kind.Problemf("%s beside an interval, want %s", kind, names(r.p.codes.Intervals))
		}
		return calendar.Span{}
	}
	unit, known := lookupNumber(kind, r.p.codes.Intervals)
	if !known {
		return calendar.Span{}
	}
	if count == 0 {
		n.Problemf("%s beside an intervalType, want how many of it lie between two payments", n)
		return calendar.Span{}
	}
	switch unit {
	case calendar.UnitDay:
		return calendar.DaySpan(count)
	case calendar.UnitWeek:
		return calendar.Weeks(count)
	case calendar.UnitYear:
		return calendar.Years(count)
	}
	return calendar.Months(count)
}

// isZero reports whether a value is the number 0, which in these documents says nothing.
func isZero(v document.Value) bool { return v.Kind() == document.Number && v.Decimal().IsZero() }

// deviations reads the installments that were agreed otherwise.
func (r *planReader) deviations() {
	document.Each(r.o.Field("payments"), paymentplan.MaxRows, func(o document.Object) bool {
		o.Unused("invoiceDate", "dueDate", "instalment", "interest", "fee", "amount", "unpaid", "paidDate")
		no := int(o.Need("paymentNo").Int(1, paymentplan.MaxRows))
		due, v := o.Field("specifiedDueDate").Date(r.opt.Zone), o.Field("specifiedAmount")
		if due.IsZero() && !v.Given() {
			return false
		}
		one := paymentplan.Deviation{No: no, Due: due}
		if v.Given() {
			a := v.Amount(r.p.c.Currency)
			one.Amount = &a
		}
		r.p.request.Deviations = append(r.p.request.Deviations, one)
		r.p.at.deviations = append(r.p.at.deviations, o.Path())
		return true
	})
}

// periods reads stretches of the plan with installments of their own.
func (r *planReader) periods() {
	document.Each(r.o.Field("periods"), paymentplan.MaxRows, func(o document.Object) bool {
		o.Unused("periodNo")
		one := paymentplan.Period{
			Start: o.Need("startDate").Date(r.opt.Zone), End: o.Field("endDate").Date(r.opt.Zone), Every: r.every(o),
		}
		if a := o.Field("amount").Amount(r.p.c.Currency); a.Sign() != 0 {
			one.Amount = a
		}
		v := o.Field("paymentType")
		if v.Given() && !isZero(v) {
			if kind, known := lookupNumber(v, r.p.codes.PaymentTypes); known && kind != r.p.request.Kind {
				v.Problemf("%s, a period of another kind than the plan, want that of its paymentPlanType", v)
			}
		}
		r.p.request.Periods = append(r.p.request.Periods, one)
		r.p.at.periods = append(r.p.at.periods, o.Path())
		return true
	})
}

// life reads whether the plan is agreed.
func (r *planReader) life() {
	r.p.active = proposal
	if v := r.o.Field("active"); v.Given() {
		r.p.active = v.Int(active, proposal)
	}
	if !r.opt.AsOf.IsZero() {
		r.p.request.Life = &paymentplan.Life{AsOf: r.opt.AsOf, Proposal: r.p.active == proposal}
	}
	if r.p.active == active {
		r.p.c.PlanAgreed = firstOf(r.o.Field("registrationDate").Date(r.opt.Zone), r.p.request.Start)
	}
}

// What the field active says.
const (
	active   = 1
	proposal = 2
)
