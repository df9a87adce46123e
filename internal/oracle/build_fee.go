package oracle

import (
	"fmt"
	"reflect"
)

// factsInput is what a tariff asks of a fee beside its date.
type factsInput struct {
	Base          string `json:"base"`
	Sent          string `json:"sent"`
	Mandate       string `json:"mandate"`
	Disputed      bool   `json:"disputed"`
	VATDeductible *bool  `json:"vatDeductible"` // nil: it is
}

func (b *builder) fee(i int, in *feeInput) {
	path := fmt.Sprintf("/fees/%d", i)
	b.id(path, in.ID)
	f := &fee{index: i, id: in.ID, code: in.Code, date: b.date(path+"/date", in.Date)}
	if in.Amount != "" {
		f.original = b.amount(path+"/amount", in.Amount)
	} else {
		b.tariff(path, in, f)
	}
	f.recorded = b.known(path, in.Recorded, f.date)
	f.debt = claim{path: path, due: f.date, digits: b.book.digits}
	b.feeTerms(path+"/interest", in, f)
	b.allFees[in.ID] = f
	if b.view.sees(f.date, f.recorded) {
		b.book.fees = append(b.book.fees, f)
	}
}

// feeTerms reads the interest of a fee, late interest as of any other claim that
// is due on the fee's day; without a basis there is none.
func (b *builder) feeTerms(path string, in *feeInput, f *fee) {
	t, d := &in.Interest, &f.debt
	d.main, d.other = newTrack(compDefault, b.book.rounding), newTrack(compContract, b.book.rounding)
	d.main.opened, d.other.opened = noDay, noDay
	d.opened = noDay
	switch {
	case reflect.DeepEqual(*t, termsInput{}) || t.Basis == "none":
		return
	case t.Basis == "":
		b.fail(path+"/basis", fmt.Errorf("want a basis"))
	case t.Kind != "" && t.Kind != "default":
		b.fail(path+"/kind", fmt.Errorf("a fee bears default interest only, not %q", t.Kind))
	case t.Compounding != "" && t.Compounding != "none":
		b.fail(path+"/compounding", fmt.Errorf("interest on a fee does not compound"))
	}
	b.span(path, t, d)
	b.manner(path, t, d.main)
	d.main.annual = false // whatever the law says of claims
	d.free = b.free(path, t)
	b.rate(path, &claimInput{Kind: "other", Contracted: in.Date}, t, d, d.main)
}

// hasPart says whether a claim or a fee, one of which is nil, has a component.
func hasPart(c *claim, f *fee, component string) bool {
	switch component {
	case compFee:
		return f != nil
	case compDefault, compInterest:
		return f == nil || f.bears()
	}
	return c != nil
}
