package summary

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// CaseView is a case as systems show it, in the case's currency. In every part
//
//	Original + Charged − Before + Accrued + Capitalized + Adjusted
//	         − Paid − Disposed − CappedAway + Carried = Remaining
//
// which [CaseView.Verify] checks.
type CaseView struct {
	Case          string
	AsOf, KnownAt calendar.Date
	Currency      money.Currency
	Status        ledger.Status
	// Closed says that a closing counts on the as-of day.
	Closed bool
	// Original is frozen at registration. Its principal is the first principal of the
	// claims, whatever remained of it when the books were taken over; its interest is
	// what was due at the take-over, or [Entry.FirstInterest]; its fees are the fees raised. Credit notes are
	// no part of it. Where [Entry.Registered] is given, only what was raised by then
	// counts, and the rest is Charged.
	Original Parts
	Charged  Parts
	// Before is principal and interest that was gone before the books were taken over;
	// below zero where more was taken over than there was at first.
	Before Parts
	// Accrued is interest since then, rounded as the statement rounds it, through the
	// as-of day, inclusive.
	Accrued Parts
	// Capitalized moved from interest to principal; its sum is zero.
	Capitalized Parts
	// Adjusted is signed: corrections, and credit notes as far as they were used.
	Adjusted Parts
	// Paid is what payments settled, net of reversals; a part may be below zero where
	// a reversal gave back more on it than was settled on it.
	Paid Parts
	// Disposed was written off, waived, or given up at the closing.
	Disposed Parts
	// CappedAway was never owed, because a cost cap took it off.
	CappedAway Parts
	// Carried is interest below zero that does not lower the debt and waits for later
	// interest.
	Carried   Parts
	Remaining Parts
	// PaidToThirdParty is the part of Paid that came by direct payments
	// ([ledger.Payment.Direct]): the creditor has the money, not the collector.
	PaidToThirdParty Parts
	// Unsettled is money that settles nothing: held, or to be returned.
	Unsettled money.Amount
	// OverRefunded was returned and should not have been; it is in no other figure.
	OverRefunded money.Amount
	// CreditLeft is what is left of credit notes; it is in no other figure.
	CreditLeft money.Amount
	// Base is what remains in the creditor's books; nil where those are kept in the
	// case's currency.
	Base *BaseView
}

// BaseView is what remains in the currency of the creditor's books, each claim at
// the rate at which it stands there ([ledger.BaseAccount]). Fees have no such rate,
// so Remaining.Fees is always zero.
type BaseView struct {
	Remaining Parts
	// Missing lists the claims and fees that owe something and have no rate; where
	// there are any, Remaining leaves them out.
	Missing []string
}

// Case reads a statement as a view. The error wraps [ErrSummary]: the case and the
// statement do not belong together, or the statement does not add up; an amount
// beyond bounds is also [money.ErrTooLarge].
func Case(e Entry) (CaseView, error) {
	var ps problems
	if !e.check(&ps) {
		return CaseView{}, ps.err()
	}
	v, err := e.view()
	if err != nil {
		return CaseView{}, err
	}
	return v, nil
}

// view reads the statement of an entry that is fit.
func (e *Entry) view() (CaseView, error) {
	st := e.Statement
	b := builder{st: st, registered: e.Registered, raised: raisedOn(st), first: e.FirstInterest, tally: tally{currency: st.Currency}, v: blank(st)}
	for i := range st.Items {
		b.item(&st.Items[i])
	}
	b.direct(e.Case.Payments)
	b.v.Unsettled = b.sum(st.Balance.Held, st.Balance.RefundDue)
	b.v.OverRefunded = b.sum(st.Balance.OverRefunded)
	if base := e.Case.Base; !base.IsZero() && base != st.Currency {
		b.base(base)
	}
	if b.err != nil {
		return CaseView{}, b.err
	}
	var ps problems
	ps.add(b.v.Verify())
	b.agrees(&ps)
	return b.v, ps.err()
}

// blank is the view of a statement before anything is added.
func blank(st *ledger.Statement) CaseView {
	zero, none := zeroParts(st.Currency), money.FromMinor(0, st.Currency)
	return CaseView{
		Case: st.Case, AsOf: st.AsOf, KnownAt: st.KnownAt, Currency: st.Currency, Status: st.Balance.Status, Closed: closed(st),
		Original: zero, Charged: zero, Before: zero, Accrued: zero, Capitalized: zero, Adjusted: zero, Paid: zero,
		Disposed: zero, CappedAway: zero, Carried: zero, Remaining: zero, PaidToThirdParty: zero,
		Unsettled: none, OverRefunded: none, CreditLeft: none,
	}
}

// raisedOn is the day of each claim and fee, absent for those that were there from
// the start.
func raisedOn(st *ledger.Statement) map[string]calendar.Date {
	out := map[string]calendar.Date{}
	for _, f := range st.Facts {
		if (f.Kind == "claim" || f.Kind == "fee") && !f.Date.IsZero() {
			out[f.ID] = f.Date
		}
	}
	return out
}

// direct adds up what direct payments settled, net of their reversals.
func (b *builder) direct(payments []ledger.Payment) {
	direct := map[string]bool{}
	for _, p := range payments {
		direct[p.ID] = p.Direct
	}
	for _, pa := range b.st.Allocations {
		if pa.CreditNote || !direct[pa.Payment] {
			continue
		}
		for _, l := range pa.Lines {
			b.book(&b.v.PaidToThirdParty, l.Component, l.Amount)
		}
	}
}

// base adds up what remains in the creditor's books.
func (b *builder) base(c money.Currency) {
	t := tally{currency: c}
	view := BaseView{Remaining: zeroParts(c)}
	for _, it := range b.st.Items {
		switch {
		case it.Base != nil:
			t.book(&view.Remaining, allocation.Principal, it.Base.Principal)
			t.book(&view.Remaining, allocation.Capitalized, it.Base.Capitalized)
			t.book(&view.Remaining, allocation.DefaultInterest, it.Base.Interest)
		case it.Charge.Remaining.Sign() != 0 || it.Principal.Remaining.Sign() != 0 || it.Capitalized.Remaining.Sign() != 0 ||
			it.Interest.Remaining.Sign() != 0:
			view.Missing = append(view.Missing, it.ID)
		}
	}
	b.v.Base = &view
	if b.err == nil {
		b.err = t.err
	}
}
