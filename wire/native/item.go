package native

import (
	"cmp"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

type claimItemForm struct {
	ID            string              `json:"id"`
	Kind          string              `json:"kind"`
	Principal     principalForm       `json:"principal"`
	Capitalized   capitalizedForm     `json:"capitalized"`
	Interest      interestAccountForm `json:"interest"`
	Rate          string              `json:"rate"`
	Limitation    string              `json:"limitation"`
	DaysPastDue   int                 `json:"daysPastDue"`
	Cap           *capForm            `json:"cap,omitempty"`           // what the law lets the claim cost
	CollectionCap *capForm            `json:"collectionCap,omitempty"` // what the law lets its collection cost
	Base          *baseForm           `json:"base,omitempty"`          // what remains in the creditor's books
	Segments      []segmentForm       `json:"segments"`
	// ContractSegments is there where a claim bears both kinds of interest.
	ContractSegments []segmentForm `json:"contractSegments,omitempty"`
	// LimitationGrounds is there where a law of limitation is known.
	LimitationGrounds *limitationForm `json:"limitationGrounds,omitempty"`
}

type capForm struct {
	Limit      string       `json:"limit"`
	Prior      string       `json:"prior"`
	Used       string       `json:"used"`
	Left       string       `json:"left"`
	CappedAway string       `json:"cappedAway"`
	Citation   string       `json:"citation"`
	Reached    *reachedForm `json:"reached"` // null where it was not
}

type reachedForm struct {
	Component string `json:"component"`
	First     string `json:"first"`
	Last      string `json:"last"`
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
	Original  string `json:"original,omitempty"` // of a claim that is capitalized interest
	Opening   string `json:"opening,omitempty"`
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
	// Assessed is there where a tariff gave the amount.
	Assessed *assessedForm `json:"assessed,omitempty"`
	// Interest, Rate and Segments are there where the fee bears interest.
	Interest *interestAccountForm `json:"interest,omitempty"`
	Rate     string               `json:"rate,omitempty"`
	Segments []segmentForm        `json:"segments,omitempty"`
}

type assessedForm struct {
	Base        string `json:"base"`
	Formula     string `json:"formula"`
	Net         string `json:"net"`
	VAT         string `json:"vat"`
	Selected    string `json:"selected"` // the day that picked the version of the tariff
	Provisional bool   `json:"provisional"`
	Citation    string `json:"citation"`
	Source      string `json:"source"`
	Evidence    string `json:"evidence"`
	// Units are the tariffs that the fee is a multiple of.
	Units []unitForm `json:"units,omitempty"`
}

type unitForm struct {
	Code     string `json:"code"`
	Selected string `json:"selected"`
	Citation string `json:"citation"`
	Source   string `json:"source"`
	Evidence string `json:"evidence"`
}

type chargeForm struct {
	Original string `json:"original"`
	Adjusted string `json:"adjusted,omitempty"`
	Paid     string `json:"paid"`
	Disposed string `json:"disposed,omitempty"`
	// CappedAway is what a cost cap took off when the fee was raised.
	CappedAway string `json:"cappedAway,omitempty"`
	Remaining  string `json:"remaining"`
}

type creditItemForm struct {
	ID     string         `json:"id"`
	Kind   string         `json:"kind"`
	Credit creditNoteForm `json:"credit"`
}

type creditNoteForm struct {
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
		return creditItemForm{it.ID, "credit-note", creditNoteForm{c.Original.Number(), c.Used.Number(), c.Remaining.Number()}}
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
		Capitalized: capitalizedForm{c.Original.Number(), c.Opening.Number(), c.Raised.Number(), some(c.Adjusted), c.Paid.Number(), some(c.Disposed), c.Remaining.Number()},
		Interest:    interestAccount(i),
		Rate:        rateText(it.Rate), DaysPastDue: it.DaysPastDue, Cap: costCap(it.Cap), CollectionCap: costCap(it.CollectionCap), Base: base(it.Base), Segments: each(it.Segments, segment),
		ContractSegments: each(it.ContractSegments, segment),
		Limitation:       limitationDate(it.Limitation), LimitationGrounds: limitationGrounds(it.Limitation),
	}
}

func interestAccount(i ledger.InterestAccount) interestAccountForm {
	return interestAccountForm{
		Opening: some(i.Opening), Capitalized: some(i.Capitalized), Disposed: some(i.Disposed),
		Accrued: i.Accrued.Number(), Exact: i.Exact.Fixed(exactPlaces), Paid: i.Paid.Number(),
		Adjusted: i.Adjusted.Number(), Remaining: i.Remaining.Number(), CappedAway: i.CappedAway.Number(),
		Compounded: some(i.Compounded),
	}
}

func costCap(c *ledger.CapAccount) *capForm {
	if c == nil {
		return nil
	}
	f := &capForm{
		Limit: c.Limit.Number(), Prior: c.Prior.Number(), Used: c.Used.Number(), Left: c.Left.Number(),
		CappedAway: c.CappedAway.Number(), Citation: c.Citation,
	}
	if r := c.Reached; r.Component != 0 {
		f.Reached = &reachedForm{r.Component.String(), r.First.String(), r.Last.String()}
	}
	return f
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
	f := feeItemForm{
		ID: it.ID, Kind: "fee", Code: it.Code,
		Fee: chargeForm{c.Original.Number(), some(c.Adjusted), c.Paid.Number(), some(c.Disposed), some(c.CappedAway), c.Remaining.Number()},
	}
	if a := c.Assessed; a != nil {
		f.Assessed = &assessedForm{
			a.Base.Number(), a.Formula, a.Net.Number(), a.VAT.Number(), a.Selected.String(), a.Provisional, a.Citation, a.Source, a.Evidence.String(),
			each(a.Units, func(u ledger.FeeUnit) unitForm {
				return unitForm{u.Code, u.Selected.String(), u.Citation, u.Source, u.Evidence.String()}
			}),
		}
	}
	if len(it.Parts) > 0 {
		account := interestAccount(it.Interest)
		f.Interest, f.Rate, f.Segments = &account, rateText(it.Rate), each(it.Segments, segment)
	}
	return f
}
