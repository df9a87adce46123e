package ledger

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// CreditAccount is a credit note: Original − Used = Remaining.
type CreditAccount struct{ Original, Used, Remaining money.Amount }

// isCredit reports whether the item is a credit note.
func (it *item) isCredit() bool { return it.claim != nil && it.claim.Kind == CreditNote }

// netting is the order in which credit notes net claims.
var netting = allocation.Order{
	Name: "credit-note", Processing: allocation.Vertical, Rest: allocation.Apply,
	Rungs: []allocation.Rung{{
		Components: []allocation.Component{allocation.Principal}, Sequence: allocation.Oldest, Citation: "credit note",
	}},
}

// credit raises a credit note.
func (b *Book) credit(it *item, day calendar.Date) {
	b.payments = append(b.payments, PaymentAllocation{
		Payment: it.id(), CreditNote: true, Date: day, Amount: it.claim.Principal, Unallocated: it.claim.Principal, path: it.path,
	})
	b.credits = append(b.credits, len(b.payments)-1)
	b.fact("credit-note", it.id(), day, "nets principal up to "+it.claim.Principal.String())
}

// net lets what is left of credit notes settle principal, oldest claim first, at
// the end of a day.
func (b *Book) net(day calendar.Date) error {
	for _, n := range b.credits {
		pa := &b.payments[n]
		open, index, err := b.openOn(day, b.resolved.Order.NeedsRates())
		if err != nil {
			return err
		}
		result, err := allocation.Allocate(allocation.Payment{Date: day, Amount: pa.Unallocated}, open, netting)
		if err != nil {
			return &Problem{Path: pa.path, Message: err.Error(), Cause: err}
		}
		for _, l := range result.Lines {
			it := index[l.Index]
			line := Line{Date: day, Item: l.Item, Component: l.Component, Amount: l.Amount, Rung: l.Rung, Citation: l.Citation}
			it.adjusted[l.Component] -= l.Amount.Minor()
			it.altered = true
			vat := it.reduce(l.Component, l.Amount.Minor())
			if it.claim.VAT != (money.Amount{}) {
				line.VAT = b.money(vat)
			}
			pa.Lines = append(pa.Lines, line)
			if err := it.rebase(day, false); err != nil {
				return err
			}
		}
		pa.Unallocated = result.Unallocated
	}
	b.credits = slices.DeleteFunc(b.credits, func(n int) bool { return b.payments[n].Unallocated.IsZero() })
	return nil
}

// creditView is a credit note as it stands.
func (b *Book) creditView(it *item) Item {
	v := Item{ID: it.id(), CreditNote: true, Due: it.claim.Due}
	for _, pa := range b.payments {
		if pa.CreditNote && pa.Payment == it.id() {
			v.Credit = CreditAccount{pa.Amount, b.money(pa.Amount.Minor() - pa.Unallocated.Minor()), pa.Unallocated}
		}
	}
	return v
}

// letterFacts lists notices and promises, which change no figure.
func (b *Book) letterFacts() {
	for _, n := range b.c.Notices {
		if b.at.Counts(n.Sent, n.Recorded) {
			b.fact("notice", n.ID, n.Sent, fmt.Sprintf("%s sent", n.Kind))
		}
	}
	for _, p := range b.c.Promises {
		if b.at.Counts(p.Date, p.Recorded) {
			b.fact("promise", p.ID, p.Date, fmt.Sprintf("promises %s by %s", p.Amount, p.Due))
		}
	}
	for _, t := range b.c.Titles {
		if b.at.Counts(t.Date, t.Recorded) {
			b.fact("title", t.ID, t.Date, t.Kind)
		}
	}
	for _, h := range b.c.Holds {
		if b.at.Counts(h.From, h.Recorded) {
			b.fact("hold", h.ID, h.From, holdEffect(h))
		}
	}
}

func holdEffect(h Hold) string {
	text := "no " + h.Scope.String()
	if h.Scope == HoldPayments {
		text = "nothing is settled unless directed"
	}
	if len(h.Items) > 0 {
		text += " on " + strings.Join(h.Items, ", ")
	}
	if h.Through.IsZero() {
		text += " until further notice"
	} else {
		text += " through " + h.Through.String()
	}
	if h.Reason != "" {
		text += ": " + h.Reason
	}
	return text
}
