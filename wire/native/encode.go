package native

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// EncodeCase writes a case file, indented by two blanks, with the fields in the
// order of the format and without those that say nothing. [DecodeCase] gives the
// same case back, but for defaults that a Go program may leave open in other
// ways: an empty list comes back as nil, a preset order holds what is
// unallocated unless it says otherwise.
//
// It writes only what can be read again. Errors join [ledger.Problem] values:
// what [ledger.Case.Validate] reports, values without a word in the format, and
// what the format has no place for (rungs with citations of their own, a preset
// that was changed, a plan of which the case knows only the day). Nothing is written then, nor where the file would exceed
// [MaxBytes].
func EncodeCase(w io.Writer, c ledger.Case) error {
	e := &encoder{currency: c.Currency}
	form := e.caseForm(c)
	e.merge(ledger.AsProblems(c.Validate()))
	if err := e.err(); err != nil {
		return err
	}
	text, err := indented(form)
	if err != nil {
		return err
	}
	if len(text) > MaxBytes {
		return &ledger.Problem{Message: fmt.Sprintf("%d bytes, want at most %d", len(text), MaxBytes)}
	}
	_, err = w.Write(text)
	return err
}

// indented writes a document as JSON. The whole text is made before any of it
// goes out, so that nothing is left half-written.
func indented(document any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(document)
	return b.Bytes(), err
}

// encoder gives a case its written form and notes what has none.
type encoder struct {
	report
	currency money.Currency
}

func (e *encoder) caseForm(c ledger.Case) caseForm {
	f := caseForm{
		ID: e.text("/id", c.ID), Currency: c.Currency.Code(), Base: c.Base.Code(), Jurisdiction: e.text("/jurisdiction", c.Jurisdiction),
		Debtor: wordOf(e, "/debtor", c.Debtor), Allocation: e.allocation("/allocation", c.Allocation), Rounding: e.rounding(c.Rounding),
		ExtendRates: c.ExtendRates, Claims: make([]claimForm, len(c.Claims)),
	}
	for i, d := range c.Debtors {
		path := fmt.Sprintf("/debtors/%d", i)
		f.Debtors = append(f.Debtors, debtorForm{
			ID: e.text(path+"/id", d.ID), Kind: wordOf(e, path+"/kind", d.Kind), Role: e.text(path+"/role", d.Role),
		})
	}
	for i, cl := range c.Claims {
		f.Claims[i] = e.claim(fmt.Sprintf("/claims/%d", i), cl)
	}
	for i, fee := range c.Fees {
		path := fmt.Sprintf("/fees/%d", i)
		f.Fees = append(f.Fees, feeForm{
			ID: e.text(path+"/id", fee.ID), Code: e.text(path+"/code", fee.Code),
			Date: fee.Date.String(), Recorded: fee.Recorded.String(), Amount: fee.Amount.Number(), Facts: feeFacts(fee.Facts),
		})
		if fee.Interest != nil {
			f.Fees[i].Interest = e.interest(path+"/interest", *fee.Interest)
		}
	}
	for i, p := range c.Payments {
		f.Payments = append(f.Payments, e.payment(fmt.Sprintf("/payments/%d", i), p))
	}
	for i, t := range c.Titles {
		path := fmt.Sprintf("/titles/%d", i)
		f.Titles = append(f.Titles, titleForm{
			ID: e.text(path+"/id", t.ID), Date: t.Date.String(), Recorded: t.Recorded.String(), Kind: e.text(path+"/kind", t.Kind),
		})
	}
	if !c.PlanAgreed.IsZero() {
		e.addf("/plan", "only its day, %s, is known to the case, want none: the format has whole plans", c.PlanAgreed)
	}
	e.life(&f, c)
	return f
}

func (e *encoder) claim(path string, c ledger.Claim) claimForm {
	f := claimForm{
		ID: e.text(path+"/id", c.ID), Kind: wordOf(e, path+"/kind", c.Kind), Group: e.text(path+"/group", c.Group), Secured: c.Secured,
		Principal: c.Principal.Number(), VAT: c.VAT.Number(),
		Contracted: c.Contracted.String(), Issued: c.Issued.String(), Due: c.Due.String(),
		Demanded: c.Demanded.String(), Accelerated: c.Accelerated.String(), Recorded: c.Recorded.String(),
		Opening: opening(c.Opening), Exchange: exchange(c.Exchange), Credit: credit(c.Credit),
		Limitation: e.limitation(path+"/limitation", c.Limitation),
	}
	if c.Interest != nil {
		f.Interest = e.interest(path+"/interest", *c.Interest)
	}
	if c.ContractInterest != nil {
		f.ContractInterest = e.interest(path+"/contractInterest", *c.ContractInterest)
	}
	return f
}

func (e *encoder) interest(path string, t ledger.InterestFacts) *interestForm {
	f := &interestForm{
		rateForm: e.rate(path, t.RateFacts), From: t.From.String(), Through: t.Through.String(),
		PaymentDay: wordOf(e, path+"/paymentDay", t.PaymentDay), Cutoff: t.Cutoff.String(),
		Floor: e.bound(path+"/floor", t.Floor), Ceiling: e.bound(path+"/ceiling", t.Ceiling),
		Compounding: wordOf(e, path+"/compounding", t.Compounding), Kind: wordOf(e, path+"/kind", t.Kind),
		Refixes: numbered(path+"/refixes", t.Refixes, e.refix),
	}
	if t.DayCount != 0 {
		f.DayCount = t.DayCount.String()
		if _, err := dayCount(f.DayCount); err != nil {
			e.addError(path+"/dayCount", err)
		}
	}
	if t.Agreed != nil {
		agreed := e.rate(path+"/agreed", *t.Agreed)
		f.Agreed = &agreed
	}
	return f
}

func (e *encoder) rate(path string, r ledger.RateFacts) rateForm {
	f := rateForm{
		Basis: wordOf(e, path+"/basis", r.Basis), Series: e.text(path+"/series", r.Series),
		Reset: wordOf(e, path+"/reset", r.Reset),
	}
	if r.Basis == ledger.BasisFixed {
		f.Rate = e.percent(path+"/rate", r.Rate)
	}
	if r.Margin != 0 {
		f.Margin = e.percent(path+"/margin", r.Margin)
	}
	if r.Multiplier != 0 {
		f.Multiplier = e.percent(path+"/multiplier", interest.Percent(r.Multiplier))
	}
	return f
}

// bound is a string or an object, nil where there is no bound.
func (e *encoder) bound(path string, r *ledger.RateFacts) any {
	switch {
	case r == nil:
		return nil
	case *r == ledger.RateFacts{Basis: ledger.BasisFixed, Rate: r.Rate}:
		return e.percent(path, r.Rate)
	case *r == ledger.RateFacts{Basis: ledger.BasisReference, Series: r.Series, Margin: r.Margin}:
		f := e.rate(path, *r)
		return boundForm{Series: f.Series, Margin: f.Margin}
	}
	e.addf(path, "more than the format can say, want a fixed rate or a series with a margin")
	return nil
}

func (e *encoder) payment(path string, p ledger.Payment) paymentForm {
	f := paymentForm{
		ID: e.text(path+"/id", p.ID), Date: p.Date.String(), Recorded: p.Recorded.String(),
		Amount: p.Amount.Number(), Rate: p.Rate.String(), Received: p.Received.Number(), Exchanged: p.Exchanged.String(),
		By: e.text(path+"/by", p.By), Direct: p.Direct, Allocation: e.allocation(path+"/allocation", p.Order),
	}
	if p.Amount.Currency() != e.currency {
		f.Currency = p.Amount.Currency().Code()
	}
	for i, d := range p.Specification {
		at := fmt.Sprintf("%s/specification/%d", path, i)
		f.Specification = append(f.Specification, directedForm{
			Item: e.text(at+"/item", d.Item), Component: e.component(at+"/component", d.Components), Amount: d.Amount.Number(),
		})
	}
	return f
}

// text checks that a text can be read again as it is.
func (e *encoder) text(path, s string) string {
	switch {
	case len(s) > ledger.MaxText:
		e.addf(path, "%d bytes, want at most %d", len(s), ledger.MaxText)
	case !utf8.ValidString(s):
		e.addf(path, "%s is not UTF-8 text, want UTF-8", quote(s))
	}
	return s
}

// percent checks that a rate can be read again.
func (e *encoder) percent(path string, p interest.Percent) string {
	if p > interest.MaxPercent || p < -interest.MaxPercent {
		e.addf(path, "%s is out of bounds, want %s at most in either direction", p, interest.MaxPercent)
	}
	return p.String()
}

// constant is a value that has a word in the format.
type constant interface {
	~uint8
	String() string
}

// wordOf is the word of a constant, "" for the zero value.
func wordOf[T constant](e *encoder, path string, v T) string {
	if v == 0 {
		return ""
	}
	return needWord(e, path, v)
}

// needWord is the word of a constant that must not be the zero value.
func needWord[T constant](e *encoder, path string, v T) string {
	s := v.String()
	if s == "" {
		e.addf(path, "%d has no word, want one of the constants", uint8(v))
	}
	return s
}
