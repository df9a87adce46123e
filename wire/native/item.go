package native

import (
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
	Segments    []segmentForm       `json:"segments"`
}

type principalForm struct {
	Original     string `json:"original"`
	Adjusted     string `json:"adjusted"`
	Paid         string `json:"paid"`
	Remaining    string `json:"remaining"`
	VATRemaining string `json:"vatRemaining"`
}

type capitalizedForm struct {
	Raised    string `json:"raised"`
	Paid      string `json:"paid"`
	Remaining string `json:"remaining"`
}

type interestAccountForm struct {
	Accrued    string `json:"accrued"`
	Exact      string `json:"exact"`
	Paid       string `json:"paid"`
	Adjusted   string `json:"adjusted"`
	Remaining  string `json:"remaining"`
	CappedAway string `json:"cappedAway"`
	Compounded string `json:"compounded,omitempty"` // the part of remaining that bears interest itself
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
	Paid      string `json:"paid"`
	Remaining string `json:"remaining"`
}

func claimItem(it ledger.Item) claimItemForm {
	p, c, i := it.Principal, it.Capitalized, it.Interest
	return claimItemForm{
		ID: it.ID, Kind: "claim",
		Principal: principalForm{
			Original: p.Original.Number(), Adjusted: p.Adjusted.Number(), Paid: p.Paid.Number(),
			Remaining: p.Remaining.Number(), VATRemaining: p.VATRemaining.Number(),
		},
		Capitalized: capitalizedForm{c.Raised.Number(), c.Paid.Number(), c.Remaining.Number()},
		Interest: interestAccountForm{
			Accrued: i.Accrued.Number(), Exact: i.Exact.Fixed(exactPlaces), Paid: i.Paid.Number(),
			Adjusted: i.Adjusted.Number(), Remaining: i.Remaining.Number(), CappedAway: i.CappedAway.Number(),
			Compounded: some(i.Compounded),
		},
		Rate: rateText(it.Rate), DaysPastDue: it.DaysPastDue, Segments: each(it.Segments, segment),
	}
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
		Interest: s.Exact.Fixed(exactPlaces), Rounded: s.Counted.Number(), Label: s.Basis.Label, Source: s.Basis.Source,
		Citation: s.Basis.Citation, Provisional: s.Provisional,
	}
}

func feeItem(it ledger.Item) feeItemForm {
	c := it.Charge
	return feeItemForm{
		ID: it.ID, Kind: "fee", Code: it.Code,
		Fee: chargeForm{c.Original.Number(), c.Paid.Number(), c.Remaining.Number()},
	}
}
