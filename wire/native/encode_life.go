package native

import (
	"fmt"

	"github.com/skuld-go/skuld/ledger"
)

type openingForm struct {
	Through          string `json:"through"`
	Principal        string `json:"principal"`
	ContractInterest string `json:"contractInterest,omitempty"`
	Interest         string `json:"interest,omitempty"`
}

type refixForm struct {
	From string `json:"from"`
	Rate string `json:"rate"`
}

type reversalForm struct {
	ID       string `json:"id"`
	Payment  string `json:"payment"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Effect   string `json:"effect,omitempty"`
}

type exchangeForm struct {
	Rate string `json:"rate"`
	Date string `json:"date,omitempty"`
}

type refundForm struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Amount   string `json:"amount"`
	Payment  string `json:"payment,omitempty"`
	Reason   string `json:"reason,omitempty"`
}

type writeOffForm struct {
	ID        string `json:"id"`
	Date      string `json:"date"`
	Recorded  string `json:"recorded,omitempty"`
	Kind      string `json:"kind,omitempty"`
	Item      string `json:"item,omitempty"`
	Component string `json:"component,omitempty"`
	Amount    string `json:"amount,omitempty"`
	Reason    string `json:"reason,omitempty"`
}

type adjustmentForm struct {
	ID        string `json:"id"`
	Date      string `json:"date"`
	Recorded  string `json:"recorded,omitempty"`
	Item      string `json:"item"`
	Component string `json:"component"`
	Amount    string `json:"amount"`
	Reason    string `json:"reason,omitempty"`
}

type capitalizationForm struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Item     string `json:"item"`
}

type holdForm struct {
	ID       string   `json:"id,omitempty"`
	Scope    string   `json:"scope"`
	Items    []string `json:"items,omitempty"`
	From     string   `json:"from"`
	Through  string   `json:"through,omitempty"`
	Reason   string   `json:"reason,omitempty"`
	Recorded string   `json:"recorded,omitempty"`
}

type noticeForm struct {
	ID        string `json:"id"`
	Kind      string `json:"kind,omitempty"`
	Sent      string `json:"sent"`
	Delivered string `json:"delivered,omitempty"`
	Through   string `json:"through,omitempty"`
	Recorded  string `json:"recorded,omitempty"`
	Level     int    `json:"level,omitempty"`
	Fee       string `json:"fee,omitempty"`
}

type promiseForm struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Due      string `json:"due"`
	Amount   string `json:"amount"`
	Recorded string `json:"recorded,omitempty"`
}

type closedForm struct {
	Date        string `json:"date"`
	Disposition string `json:"disposition,omitempty"`
	Tolerance   string `json:"tolerance,omitempty"`
	Recorded    string `json:"recorded,omitempty"`
}

// life gives what happens to a case its written form.
func (e *encoder) life(f *caseForm, c ledger.Case) {
	f.Reversals = numbered("/reversals", c.Reversals, e.reversal)
	f.Refunds = numbered("/refunds", c.Refunds, e.refund)
	f.WriteOffs = numbered("/writeOffs", c.WriteOffs, e.writeOff)
	f.Adjustments = numbered("/adjustments", c.Adjustments, e.adjustment)
	f.Capitalizations = numbered("/capitalizations", c.Capitalizations, e.capitalization)
	f.Holds = numbered("/holds", c.Holds, e.hold)
	f.Notices = numbered("/notices", c.Notices, e.notice)
	f.Promises = numbered("/promises", c.Promises, e.promise)
	if cl := c.Closed; cl != nil {
		f.Closed = &closedForm{
			Date: cl.Date.String(), Disposition: wordOf(e, "/closed/disposition", cl.Disposition),
			Tolerance: cl.Tolerance.Number(), Recorded: cl.Recorded.String(),
		}
	}
}

// numbered gives each element of a list its written form, with its path.
func numbered[T, F any](path string, list []T, form func(at string, v T) F) []F {
	var all []F
	for i, v := range list {
		all = append(all, form(fmt.Sprintf("%s/%d", path, i), v))
	}
	return all
}

func opening(o *ledger.Opening) *openingForm {
	if o == nil {
		return nil
	}
	return &openingForm{o.Through.String(), o.Principal.Number(), o.ContractInterest.Number(), o.Interest.Number()}
}

func feeFacts(x ledger.FeeFacts) *feeFactsForm {
	if x == (ledger.FeeFacts{}) {
		return nil
	}
	f := &feeFactsForm{Base: x.Base.Number(), Sent: x.Sent.String(), Mandate: x.Mandate.String(), Disputed: x.Disputed}
	if x.NoVATDeduction {
		f.VATDeductible = new(bool)
	}
	return f
}

func credit(c *ledger.Credit) *creditForm {
	if c == nil {
		return nil
	}
	return &creditForm{c.Granted.Number(), c.Used.Number(), c.PriorCosts.Number()}
}

func exchange(x ledger.Exchange) *exchangeForm {
	if x == (ledger.Exchange{}) {
		return nil
	}
	return &exchangeForm{x.Rate.String(), x.Date.String()}
}

func (e *encoder) refund(path string, r ledger.Refund) refundForm {
	return refundForm{
		ID: e.text(path+"/id", r.ID), Date: r.Date.String(), Recorded: r.Recorded.String(), Amount: r.Amount.Number(),
		Payment: e.text(path+"/payment", r.Payment), Reason: e.text(path+"/reason", r.Reason),
	}
}

func (e *encoder) writeOff(path string, w ledger.WriteOff) writeOffForm {
	return writeOffForm{
		ID: e.text(path+"/id", w.ID), Date: w.Date.String(), Recorded: w.Recorded.String(), Kind: wordOf(e, path+"/kind", w.Kind),
		Item: e.text(path+"/item", w.Item), Component: e.component(path+"/component", w.Components), Amount: w.Amount.Number(),
		Reason: e.text(path+"/reason", w.Reason),
	}
}

func (e *encoder) refix(path string, r ledger.Refix) refixForm {
	return refixForm{r.From.String(), e.percent(path+"/rate", r.Rate)}
}

func (e *encoder) reversal(path string, r ledger.Reversal) reversalForm {
	return reversalForm{
		ID: e.text(path+"/id", r.ID), Payment: e.text(path+"/payment", r.Payment), Date: r.Date.String(),
		Recorded: r.Recorded.String(), Effect: wordOf(e, path+"/effect", r.Effect),
	}
}

func (e *encoder) adjustment(path string, a ledger.Adjustment) adjustmentForm {
	return adjustmentForm{
		ID: e.text(path+"/id", a.ID), Date: a.Date.String(), Recorded: a.Recorded.String(), Item: e.text(path+"/item", a.Item),
		Component: wordOf(e, path+"/component", a.Component), Amount: a.Amount.Number(), Reason: e.text(path+"/reason", a.Reason),
	}
}

func (e *encoder) capitalization(path string, c ledger.Capitalization) capitalizationForm {
	return capitalizationForm{
		ID: e.text(path+"/id", c.ID), Date: c.Date.String(), Recorded: c.Recorded.String(), Item: e.text(path+"/item", c.Item),
	}
}

func (e *encoder) hold(path string, h ledger.Hold) holdForm {
	return holdForm{
		ID: e.text(path+"/id", h.ID), Scope: wordOf(e, path+"/scope", h.Scope), Items: numbered(path+"/items", h.Items, e.text),
		From: h.From.String(), Through: h.Through.String(), Reason: e.text(path+"/reason", h.Reason), Recorded: h.Recorded.String(),
	}
}

func (e *encoder) notice(path string, n ledger.Notice) noticeForm {
	return noticeForm{
		ID: e.text(path+"/id", n.ID), Kind: e.text(path+"/kind", n.Kind), Sent: n.Sent.String(),
		Delivered: n.Delivered.String(), Through: n.Through.String(), Recorded: n.Recorded.String(),
		Level: n.Level, Fee: n.Fee.Number(),
	}
}

func (e *encoder) promise(path string, p ledger.Promise) promiseForm {
	return promiseForm{
		ID: e.text(path+"/id", p.ID), Date: p.Date.String(), Due: p.Due.String(), Amount: p.Amount.Number(), Recorded: p.Recorded.String(),
	}
}
