package native

import (
	"fmt"
	"slices"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// Bounds of the lists of a plan request.
const (
	maxCreditors  = paymentplan.MaxCreditors
	maxFreeMonths = 12
)

// noPlanTerms are fields of interest terms that mean nothing in a plan: its rows say
// when it bears interest and when that is paid.
var noPlanTerms = []string{"from", "through", "paymentDay", "agreed", "cutoff", "compounding", "kind"}

// planInterest reads what the debt bears, nil where nothing is said.
func (d *planDecoder) planInterest(of object) *ledger.InterestFacts {
	o, ok := of.child("interest", interestFields)
	if !ok {
		return nil
	}
	return d.termsOf(o.without(noPlanTerms, "means nothing in a plan, want it absent"), planDayCount)
}

// planDayCount reads a day count that the rows of a plan may have.
func planDayCount(s string) (calendar.DayCount, error) {
	c, err := calendar.ParseDayCount(s)
	switch {
	case err != nil:
		return 0, fmt.Errorf("%s is not a day count, want one of %s", quote(s), dayCountNames())
	case !slices.Contains(dayCounts, c):
		return 0, fmt.Errorf("%s is not supported by this version, want one of %s", quote(s), dayCountNames())
	}
	return c, nil
}

// planRounding reads how the interest of a row is rounded; zero where nothing is
// said.
func (d *planDecoder) planRounding(of object) money.Rounding {
	o, ok := of.child("rounding", planRoundingFields)
	if !ok || o.blank() {
		return 0
	}
	mode, _ := parse(o, "mode", wantText, roundingMode)
	if mode == money.Exactly {
		// A step alone must not refuse to round.
		mode = money.HalfUp
	}
	quantum, _ := d.quantum(o)
	return mode.ToStep(quantum.Minor())
}

// dates reads when rows fall due.
func (d *planDecoder) dates(o object, r *paymentplan.Request) {
	r.Start, r.First, r.Every = o.day("start"), o.day("first"), o.span("every")
}

// solving reads what is given of the number of rows and their amount.
func (d *planDecoder) solving(o object, r *paymentplan.Request) {
	r.Count, r.Amount, r.End, r.Final = o.counting("count"), o.amount("amount"), o.day("end"), o.amount("final")
	r.Step = o.amount("step")
	r.LastRow, _ = parse(o, "lastRow", wantText, paymentplan.ParseLastRow)
	r.Residual, _ = parse(o, "residual", wantText, paymentplan.ParseResidual)
	r.Posting, _ = parse(o, "posting", wantText, paymentplan.ParsePosting)
}

// charges reads fees and grace.
func (d *planDecoder) charges(of object, r *paymentplan.Request) {
	if o, ok := of.child("fees", planFeeFields); ok {
		r.Fees = paymentplan.Fees{Registration: o.amount("registration"), Invoice: o.amount("invoice"), Reminder: o.amount("reminder")}
	}
	if o, ok := of.child("grace", graceFields); ok {
		r.Grace = paymentplan.Grace{Principal: o.whole("principal"), Interest: o.whole("interest")}
	}
}

// exceptions reads where the parties leave the regular series of rows.
func (d *planDecoder) exceptions(o object, r *paymentplan.Request) {
	months, _ := o.list("freeMonths", maxFreeMonths)
	in := o.in.field("freeMonths")
	for i := range months {
		r.FreeMonths = append(r.FreeMonths, time.Month(d.wholeAt(in.element(i), &months[i].node)))
	}
	r.Deviations, _ = objects(o, "deviations", paymentplan.MaxRows, deviationFields, deviation)
	r.Periods, _ = objects(o, "periods", paymentplan.MaxRows, periodFields, period)
}

func deviation(o object) paymentplan.Deviation {
	v := paymentplan.Deviation{No: o.whole("no"), Due: o.day("due")}
	if a := o.amount("amount"); a != (money.Amount{}) {
		v.Amount = &a
	} else if o.states("amount") {
		// It deviates in something.
		o.d.cannotTell(o.in.String())
	}
	return v
}

// period reads a period. Its number is its place in the list, so the one in the file
// is only compared.
func period(o object) paymentplan.Period {
	no := o.in.index + 1
	switch {
	case !o.states("no"):
		o.problemf("no", "missing, want %d", no)
	case o.whole("no") != no && o.field("no").kind == isNumber:
		o.problemf("no", "%s, want %d: periods are numbered in their order", o.field("no"), no)
	}
	return paymentplan.Period{Start: o.day("start"), End: o.day("end"), Every: o.span("every"), Amount: o.amount("amount")}
}

// business reads how dates go with business days, and who shares a debt relief.
func (d *planDecoder) business(o object, r *paymentplan.Request) {
	r.InvoiceLeadDays = o.whole("invoiceLeadDays")
	r.Calendar, _ = parse(o, "calendar", wantText, businessDays)
	r.Adjust, _ = parse(o, "adjust", wantText, calendar.ParseConvention)
	r.AccrueOn, _ = parse(o, "accrueOn", wantText, paymentplan.ParseAccrueOn)
	r.APR, _ = parse(o, "apr", wantText, apr.ParseLaw)
	if d.bare(o, "creditors") {
		r.Creditors, _ = objects(o, "creditors", maxCreditors, creditorFields, func(o object) paymentplan.Creditor {
			return paymentplan.Creditor{ID: o.label("id"), Admitted: o.amount("admitted")}
		})
	}
	r.SuspendInterest = o.yes("suspendInterest")
}

// businessDays finds a calendar by its country.
func businessDays(s string) (*calendar.Calendar, error) {
	c, ok := calendar.ByCode(s)
	if !ok {
		return nil, fmt.Errorf("%s has no calendar here, want AT, DE, DK, FI, GB, NL, NO, SE or TARGET", quote(s))
	}
	return c, nil
}
