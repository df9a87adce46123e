package aptic

import (
	"regexp"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// feeFile is a fee as the document has it.
type feeFile struct {
	raw []document.Member
	id  string
	// vat is the tax within the amount that is stated; the zero amount where none is.
	vat money.Amount
}

// plainCode is what a fee's code may be.
var plainCode = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// readFees reads the fees of the case.
func (r *caseReader) readFees() {
	r.feeBase = r.o.Field("feeBasePrincipalAmount").Amount(r.f.c.Currency)
	document.Each(r.o.Field("fees"), ledger.MaxFees, func(o document.Object) bool {
		file := feeFile{raw: o.Kept(), id: o.Field("feeGuid").Code()}
		if file.id == "" {
			file.id = r.unnamed("fee", len(r.f.fees))
		}
		o.Unused("description", "feeType", "referenceNumber", "links")
		f := ledger.Fee{ID: file.id, Date: o.Need("feeDate").Date(r.opt.Zone), Interest: r.feeInterest(o)}
		r.feeAmount(o, &f)
		file.vat = r.feeVAT(o, f.Amount)
		r.f.fees = append(r.f.fees, file)
		f.Code = r.feeCode(o, f.Amount)
		r.f.c.Fees = append(r.f.c.Fees, f)
		r.f.placed("fees", o.Path())
		r.adjustments(o, f.ID, allocation.Fee, o.Field("interestTo").Date(r.opt.Zone))
		r.feeOpening(o, &f)
		return true
	})
}

// feeAmount reads the amount of a fee; one that states none is assessed by its tariff. What
// of it was settled before is taken off on its day.
func (r *caseReader) feeAmount(o document.Object, f *ledger.Fee) {
	first, left := o.Field("originalPrincipal"), o.Field("remainingPrincipal")
	f.Amount = first.Amount(r.f.c.Currency)
	rest := left.Amount(r.f.c.Currency)
	if own := currency(o.Field("currencyCode")); !own.IsZero() && own != r.f.c.Currency {
		o.Field("currencyCode").Problemf("%s in a case in %s, want the currency of the case", own, r.f.c.Currency)
	}
	switch {
	case !first.Given() && left.Given():
		f.Amount = rest
	case !first.Given():
		f.Facts.Base = r.feeBase
	case left.Given() && rest != f.Amount:
		gone, err := rest.Sub(f.Amount)
		if err != nil || gone.Sign() > 0 {
			left.Problemf("%s is above the original %s, want at most that", rest, f.Amount)
			return
		}
		r.f.c.Adjustments = append(r.f.c.Adjustments, ledger.Adjustment{
			ID: r.unnamed("settled", len(r.f.c.Adjustments)), Item: f.ID, Date: f.Date, Component: allocation.Fee, Amount: gone,
			Reason: "settled before",
		})
		r.f.placed("adjustments", left.Path())
	}
}

// feeVAT reads the tax within a fee whose amount is stated. What remains of it follows the
// fee in proportion, so that another figure is only noted.
func (r *caseReader) feeVAT(o document.Object, first money.Amount) money.Amount {
	whole, rest := o.Field("originalVAT"), o.Field("remainingVAT")
	vat, said := whole.Amount(r.f.c.Currency), rest.Amount(r.f.c.Currency)
	left := first
	if v := o.Field("remainingPrincipal"); v.Given() {
		left = v.Amount(r.f.c.Currency)
	}
	switch {
	case first == (money.Amount{}):
		return money.Amount{} // its tariff says the tax
	case vat.Minor() > first.Minor():
		whole.Problemf("%s is above the fee of %s, want the tax within it", vat, first)
	case rest.Given() && said.Minor() > left.Minor():
		rest.Problemf("%s is above what remains of the fee, %s, want the tax within that", said, left)
	case !whole.Given() && left == first:
		return said
	case whole.Given() && rest.Given():
		if by, err := vatWithin(vat, left, first); err == nil && by.Minor() != said.Minor() {
			r.find(FindingOverruled, ledger.Warning, rest.Path(), "%s remains of the tax, in proportion to the fee %s; that holds", said, by)
		}
	}
	return vat
}

// vatWithin is the part of a tax that remains with what is left of an amount.
func vatWithin(vat, left, first money.Amount) (money.Amount, error) {
	if first.Sign() <= 0 {
		return vat, nil
	}
	return money.ExactOf(vat).Times(left.Minor(), first.Minor()).Round(money.HalfUp)
}

// feeCode finds the tariff of a fee's name. Where the amount is stated, a name without a
// reading stands as it is.
func (r *caseReader) feeCode(o document.Object, amount money.Amount) string {
	v := o.Field("name")
	name := v.Text()
	if code, ok := r.codes.Fees[name]; ok {
		return code
	}
	if code, ok := jurisdiction.FeeCodeOf("aptic", name, r.f.c.Jurisdiction); ok {
		return code
	}
	plain := strings.ToLower(name)
	switch {
	case name == "":
	case amount == (money.Amount{}):
		v.Problemf("%s of a fee without an amount, want REMIND, INKVARSEL or KK, or a reading of its own (Codes)", v)
		return "unknown"
	case plainCode.MatchString(plain):
		r.find(FindingNoReading, ledger.Info, v.Path(), "%q has no reading; the fee is of the code %q", name, plain)
		return plain
	default:
		r.find(FindingNoReading, ledger.Info, v.Path(), "%q has no reading; the fee has no code", name)
	}
	return ""
}

// feeInterest reads what a fee bears; nil where it bears nothing.
func (r *caseReader) feeInterest(o document.Object) *ledger.InterestFacts {
	from := o.Field("interestFrom").Date(r.opt.Zone)
	if to := o.Field("interestTo").Date(r.opt.Zone); !to.IsZero() {
		from = to.AddDays(1)
	}
	t := r.rate(o, "interestCode", "interestRate")
	if t == nil {
		return nil
	}
	return &ledger.InterestFacts{RateFacts: t.RateFacts, DayCount: t.count, From: from}
}

// feeOpening reads interest on a fee that was calculated before.
func (r *caseReader) feeOpening(o document.Object, f *ledger.Fee) {
	first := o.Field("originalInterest")
	if a := first.Amount(r.f.c.Currency); a.Sign() != 0 && f.Interest == nil {
		r.find(FindingNoUse, ledger.Warning, first.Path(), "nothing follows from %s: the fee has no interestCode, so that it bears nothing", a)
	}
	left, to := o.Field("remainingInterest"), o.Field("interestTo")
	a, day := left.Amount(r.f.c.Currency), to.Date(r.opt.Zone)
	switch {
	case a.Sign() == 0:
		return
	case f.Interest == nil:
		o.Field("interestCode").Problemf("%s beside interest on the fee, want what it bears", o.Field("interestCode"))
	case day.IsZero():
		to.Problemf("%s, want the last day through which interest was calculated, beside an interest that was", to)
	default:
		r.f.c.Adjustments = append(r.f.c.Adjustments, ledger.Adjustment{
			ID: r.unnamed("interest", len(r.f.c.Adjustments)), Item: f.ID, Date: day, Component: allocation.DefaultInterest, Amount: a,
			Reason: "interest through " + day.String(),
		})
		r.f.placed("adjustments", left.Path())
	}
}
