package aptic

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// principal reads the first principal of the debt; a document that only says what remains
// has that.
func (d *debtReader) principal() {
	first := d.o.Field("originalPrincipal")
	if !first.Given() {
		first = d.o.Need("remainingPrincipal")
	}
	d.cl.Principal = first.Amount(d.f.c.Currency)
}

// opening reads where the debt stood when its books were taken over: what remained at the
// end of interestTo, of the day before interestFrom, or of the day before interest starts.
func (d *debtReader) opening() {
	left, interest := d.o.Field("remainingPrincipal"), d.o.Field("remainingInterest")
	to := d.o.Field("interestTo")
	o := ledger.Opening{Through: to.Date(d.opt.Zone), Principal: left.Amount(d.f.c.Currency), Interest: interest.Amount(d.f.c.Currency)}
	d.file.first = d.amount("originalInterest")
	if !left.Given() {
		o.Principal = d.cl.Principal
	}
	accrued := o.Interest.Sign() != 0 || d.file.first.Sign() != 0
	from := d.day("interestFrom")
	switch {
	case !o.Through.IsZero():
	case accrued && !from.IsZero():
		o.Through = from.AddDays(-1)
	case accrued && to.Kind() <= document.Null:
		to.Problemf("%s, want the last day through which interest was calculated, beside an interest that was", to)
		return
	case left.Given() && o.Principal != d.cl.Principal && !d.cl.FirstBearingDay().IsZero():
		o.Through = d.cl.FirstBearingDay().AddDays(-1)
	default:
		d.tellVAT(d.cl.Principal)
		return
	}
	if !interest.Given() && d.file.first.Sign() != 0 {
		interest.Problemf("%s beside an originalInterest, want what was left of it on %s", interest, o.Through)
	}
	if d.file.first != (money.Amount{}) {
		if d.f.entry.FirstInterest == nil {
			d.f.entry.FirstInterest = map[string]money.Amount{}
		}
		d.f.entry.FirstInterest[d.cl.ID] = d.file.first
	}
	d.cl.Opening = &o
	d.tellVAT(o.Principal)
}

// tellVAT reads remainingVAT. What remains of the tax follows the principal in proportion,
// so that another figure is only noted.
func (d *debtReader) tellVAT(left money.Amount) {
	v := d.o.Field("remainingVAT")
	said := v.Amount(d.f.c.Currency)
	if !v.Given() || said == (money.Amount{}) || d.cl.Principal.Sign() <= 0 {
		return
	}
	if d.cl.VAT == (money.Amount{}) {
		if left != d.cl.Principal && said.Sign() != 0 {
			d.o.Field("originalVAT").Problemf("%s beside a remainingVAT, want the tax within the original principal", d.o.Field("originalVAT"))
			return
		}
		d.cl.VAT = said
		return
	}
	rest, err := money.ExactOf(d.cl.VAT).Times(left.Minor(), d.cl.Principal.Minor()).Round(money.HalfUp)
	if err == nil && rest.Minor() != said.Minor() {
		d.find(FindingOverruled, ledger.Warning, v.Path(), "%s remains of the tax, in proportion to the principal %s; that holds", said, rest)
	}
}

// openingOf is the last day of the figures with which a claim begins, zero where it has
// none.
func openingOf(cl ledger.Claim) calendar.Date {
	if cl.Opening == nil {
		return 0
	}
	return cl.Opening.Through
}

// bodyOf is the component that the principal of a claim is.
func bodyOf(cl ledger.Claim) allocation.Component {
	if cl.Kind == ledger.CapitalizedInterest {
		return allocation.Capitalized
	}
	return allocation.Principal
}

// stop reads the last day that bears interest.
func (r *caseReader) stop(o document.Object, id string) {
	v := o.Field("interestStop")
	if last := v.Date(r.opt.Zone); !last.IsZero() {
		r.f.c.Holds = append(r.f.c.Holds, ledger.Hold{
			Scope: ledger.HoldInterest, Items: []string{id}, From: last.AddDays(1), Reason: "interestStop",
		})
		r.f.placed("holds", v.Path())
	}
}

// adjustments reads the changes of amounts of a debt or a fee, body being what its
// principal is. Those within the figures with which it begins are in them already.
func (r *caseReader) adjustments(of document.Object, id string, body allocation.Component, through calendar.Date) {
	document.Each(of.Field("adjustments"), ledger.MaxLife, func(o document.Object) bool {
		day := o.Need("adjustmentDate").Date(r.opt.Zone)
		o.Unused("note")
		kind, _ := lookup(o.Field("transSpecTypeCode"), r.codes.Adjustments)
		if !day.IsZero() && day <= through {
			r.find(FindingWithinOpening, ledger.Info, o.Path(), "of %s, within the remaining figures of %s; it is not counted again", day, through)
			o.Unused("principalAdjustment", "interestAdjustment")
			return false
		}
		if !o.Field("principalAdjustment").Given() && !o.Field("interestAdjustment").Given() {
			o.Field("principalAdjustment").Problemf("missing, want it or an interestAdjustment")
		}
		r.adjust(o, "principalAdjustment", change{id, body, day, kind})
		r.adjust(o, "interestAdjustment", change{id, allocation.DefaultInterest, day, kind})
		return true
	})
}

// change is what an adjustment changes, when and how.
type change struct {
	id        string
	component allocation.Component
	day       calendar.Date
	kind      AdjustmentKind
}

// adjust makes one amount of an adjustment a correction, a write-off or a waiver.
func (r *caseReader) adjust(o document.Object, name string, to change) {
	v, c := o.Field(name), &r.f.c
	a := v.Amount(c.Currency)
	note := quiet(o.Field("note"))
	switch {
	case a.Sign() == 0:
		return
	case to.kind == Correction:
		c.Adjustments = append(c.Adjustments, ledger.Adjustment{
			ID: r.unnamed("adjustment", len(c.Adjustments)), Item: to.id, Date: to.day, Component: to.component, Amount: a, Reason: note,
		})
		r.f.placed("adjustments", o.Path())
		return
	case a.Sign() > 0:
		v.Problemf("%s of what is given up, want an amount below 0", v)
		return
	}
	off := ledger.WriteOff{
		ID: r.unnamed("writeoff", len(c.WriteOffs)), Item: to.id, Date: to.day, Kind: ledger.WriteOffLoss,
		Components: []allocation.Component{to.component}, Amount: a.Neg(), Reason: note,
	}
	if to.kind == Waiver {
		off.Kind = ledger.Waiver
	}
	c.WriteOffs = append(c.WriteOffs, off)
	r.f.placed("writeOffs", o.Path())
}
