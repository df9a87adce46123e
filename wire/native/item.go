package native

import (
	"cmp"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

type claimItemForm struct {
	ID          string              `json:"id"`
	Kind        string              `json:"kind"`
	Principal   principalForm       `json:"principal"`
	Capitalized capitalizedForm     `json:"capitalized"`
	Interest    interestAccountForm `json:"interest"`
	Rate        string              `json:"rate"`
	Limitation  string              `json:"limitation"`
	DaysPastDue int                 `json:"daysPastDue"`
	Base        *baseForm           `json:"base,omitempty"` // what remains in the creditor's books
	Segments    []segmentForm       `json:"segments"`
	// ContractSegments is there where a claim bears both kinds of interest.
	ContractSegments []segmentForm `json:"contractSegments,omitempty"`
}

type baseForm struct {
	Currency    string `json:"currency"`
	Principal   string `json:"principal"`
	Capitalized string `json:"capitalized"`
	Interest    string `json:"interest"`
	Total       string `json:"total"`
}

type principalForm struct {
	Original     string `json:"original"`
	Opening      string `json:"opening,omitempty"`
	Adjusted     string `json:"adjusted"`
	Paid         string `json:"paid"`
	Disposed     string `json:"disposed,omitempty"`
	Remaining    string `json:"remaining"`
	VATRemaining string `json:"vatRemaining"`
}

type capitalizedForm struct {
	Raised    string `json:"raised"`
	Adjusted  string `json:"adjusted,omitempty"`
	Paid      string `json:"paid"`
	Disposed  string `json:"disposed,omitempty"`
	Remaining string `json:"remaining"`
}

type interestAccountForm struct {
	Opening     string `json:"opening,omitempty"` // within accrued and exact
	Accrued     string `json:"accrued"`
	Exact       string `json:"exact"`
	Paid        string `json:"paid"`
	Adjusted    string `json:"adjusted"`
	Capitalized string `json:"capitalized,omitempty"` // moved away
	Disposed    string `json:"disposed,omitempty"`
	Remaining   string `json:"remaining"`
	CappedAway  string `json:"cappedAway"`
	Compounded  string `json:"compounded,omitempty"` // the part of remaining that bears interest itself
}

type segmentForm struct {
	First       string `json:"first"`
	Last        string `json:"last"`
	Days        int    `json:"days"`
	Principal   string `json:"principal"`
	Rate        string `json:"rate"`
	Fraction    string `json:"fraction"`
	Interest    string `json:"interest"`
	Rounded     string `json:"rounded,omitempty"` // what counts where segments or days are rounded
	Label       string `json:"label"`
	Source      string `json:"source"`
	Citation    string `json:"citation"`
	Provisional bool   `json:"provisional"`
	Held        bool   `json:"held"`
}

type feeItemForm struct {
	ID   string     `json:"id"`
	Kind string     `json:"kind"`
	Code string     `json:"code"`
	Fee  chargeForm `json:"fee"`
}

type chargeForm struct {
	Original  string `json:"original"`
	Adjusted  string `json:"adjusted,omitempty"`
	Paid      string `json:"paid"`
	Disposed  string `json:"disposed,omitempty"`
	Remaining string `json:"remaining"`
}

type creditItemForm struct {
	ID     string     `json:"id"`
	Kind   string     `json:"kind"`
	Credit creditForm `json:"credit"`
}

type creditForm struct {
	Original  string `json:"original"`
	Used      string `json:"used"`
	Remaining string `json:"remaining"`
}

// item is the form of a claim, a fee or a credit note.
func item(it ledger.Item) any {
	switch {
	case it.Fee:
		return feeItem(it)
	case it.CreditNote:
		c := it.Credit
		return creditItemForm{it.ID, "credit-note", creditForm{c.Original.Number(), c.Used.Number(), c.Remaining.Number()}}
	}
	return claimItem(it)
}

func claimItem(it ledger.Item) claimItemForm {
	p, c, i := it.Principal, it.Capitalized, it.Interest
	return claimItemForm{
		ID: it.ID, Kind: "claim",
		Principal: principalForm{
			Original: p.Original.Number(), Opening: p.Opening.Number(), Adjusted: p.Adjusted.Number(), Paid: p.Paid.Number(),
			Disposed: some(p.Disposed), Remaining: p.Remaining.Number(), VATRemaining: p.VATRemaining.Number(),
		},
		Capitalized: capitalizedForm{c.Raised.Number(), some(c.Adjusted), c.Paid.Number(), some(c.Disposed), c.Remaining.Number()},
		Interest: interestAccountForm{
			Opening: some(i.Opening), Capitalized: some(i.Capitalized), Disposed: some(i.Disposed),
			Accrued: i.Accrued.Number(), Exact: i.Exact.Fixed(exactPlaces), Paid: i.Paid.Number(),
			Adjusted: i.Adjusted.Number(), Remaining: i.Remaining.Number(), CappedAway: i.CappedAway.Number(),
			Compounded: some(i.Compounded),
		},
		Rate: rateText(it.Rate), DaysPastDue: it.DaysPastDue, Base: base(it.Base), Segments: each(it.Segments, segment),
		ContractSegments: each(it.ContractSegments, segment),
	}
}

func base(b *ledger.BaseAccount) *baseForm {
	if b == nil {
		return nil
	}
	return &baseForm{b.Total.Currency().Code(), b.Principal.Number(), b.Capitalized.Number(), b.Interest.Number(), b.Total.Number()}
}

// some is an amount that says something, else "".
func some(a money.Amount) string {
	if a.IsZero() {
		return ""
	}
	return a.Number()
}

func segment(s interest.Segment) segmentForm {
	return segmentForm{
		First: s.Period.First().String(), Last: s.Period.Last().String(), Days: s.Period.Len(),
		Principal: s.Principal.Number(), Rate: s.Rate.String(), Fraction: s.Fraction.String(),
		Interest: s.Exact.Fixed(exactPlaces), Rounded: s.Counted.Number(), Label: s.Basis.Label, Source: cmp.Or(s.Basis.Source, s.Basis.Label),
		Citation: s.Basis.Citation, Provisional: s.Provisional, Held: s.Held,
	}
}

func feeItem(it ledger.Item) feeItemForm {
	c := it.Charge
	return feeItemForm{
		ID: it.ID, Kind: "fee", Code: it.Code,
		Fee: chargeForm{c.Original.Number(), some(c.Adjusted), c.Paid.Number(), some(c.Disposed), c.Remaining.Number()},
	}
}
