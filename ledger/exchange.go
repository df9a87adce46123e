package ledger

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// PaymentExchange is what a payment in another currency, or one whose receipt in
// the creditor's books is known, did there. Received = Booked + Difference.
//
// In Aptic's words Paid is paymentAmount in currencyCode, Received receivedAmount
// ("in G/L currency"), [Payment.Exchanged] exchangeDate, and [Exchange.Rate] the
// exchRate of a debt. In Rival's, a payment's CurrAmount is Paid and its Amount
// Received; what remains of a claim in the case's currency is RemainingPrincipalAmountCurr
// and its kin, and its [BaseAccount] is those without Curr.
type PaymentExchange struct {
	// Paid is the amount as paid, Rate the rate at which it was converted; zero where
	// what it counted for was stated.
	Paid money.Amount
	Rate money.ExchangeRate
	// Base is the currency of the books.
	Base money.Currency
	// Received came in, Booked is what it settled there at the rates at which the
	// claims stand; Difference is the exchange gain, or below zero the loss. All
	// three are the zero Amount where nothing is known of the receipt.
	Received, Booked, Difference money.Amount
}

// base is the currency of the books: the case's where it names no other.
func (c Case) base() money.Currency {
	if c.Base.IsZero() {
		return c.Currency
	}
	return c.Base
}

// Credited is what a payment counts for in the case's currency: the amount paid, or
// the whole of it converted once and rounded half up to the minor unit. The error is
// a [Problem] without the payment's path.
func (c Case) Credited(p Payment) (money.Amount, error) {
	abroad := p.Amount.Currency() != c.Currency
	switch {
	case !abroad && p.Rate != 0:
		return money.Amount{}, &Problem{Path: "/rate", Message: "on a payment in the case's own currency, want none"}
	case !abroad && p.Received != (money.Amount{}) && c.base() == c.Currency:
		return money.Amount{}, &Problem{Path: "/received", Message: "on a payment in the case's own currency, want none or a base currency of the case"}
	case !abroad:
		return p.Amount, nil
	case p.Rate != 0:
		credited, err := p.Amount.Convert(c.Currency, p.Rate.Decimal(), money.HalfUp)
		if err != nil {
			return money.Amount{}, &Problem{Path: "/rate", Message: err.Error(), Cause: err}
		}
		if credited.IsZero() {
			return money.Amount{}, &Problem{Path: "/amount", Message: fmt.Sprintf("%s comes to %s, want an amount above 0", p.Amount, credited)}
		}
		return credited, nil
	case c.base() != c.Currency:
		return money.Amount{}, &Problem{Path: "/rate", Message: fmt.Sprintf("missing, want units of %s for one of %s", c.Currency, p.Amount.Currency())}
	case p.Received == money.Amount{}:
		return money.Amount{}, &Problem{Path: "/received", Message: fmt.Sprintf("missing, want what the payment came to in %s, or a rate", c.Currency)}
	}
	return p.Received, nil
}

// BaseAccount is what remains of a claim in the currency of the creditor's books,
// at the rate at which the claim stands there; each part is rounded half up.
type BaseAccount struct {
	Principal, Capitalized, Interest money.Amount
	Total                            money.Amount // their sum
}

// atBookRate is a sum of the claim in the creditor's books.
func (b *Book) atBookRate(it *item, minor int64) (money.Amount, error) {
	booked, err := b.money(minor).Convert(b.c.base(), it.claim.Exchange.Rate.Decimal(), money.HalfUp)
	if err != nil {
		return money.Amount{}, &Problem{Path: it.path + "/exchange", Message: err.Error(), Cause: err}
	}
	return booked, nil
}

// hasBookRate reports whether the item stands in books of another currency.
func (it *item) hasBookRate() bool { return it.claim != nil && it.claim.Exchange.Rate != 0 }

// baseView is the claim as it remains in the creditor's books.
func (b *Book) baseView(it *item, v *Item) error {
	if !it.hasBookRate() {
		return nil
	}
	var parts [3]money.Amount
	for i, open := range [...]money.Amount{v.Principal.Remaining, v.Capitalized.Remaining, v.Interest.Remaining} {
		part, err := b.atBookRate(it, open.Minor())
		if err != nil {
			return err
		}
		parts[i] = part
	}
	total := money.FromMinor(parts[0].Minor()+parts[1].Minor()+parts[2].Minor(), b.c.base())
	v.Base = &BaseAccount{Principal: parts[0], Capitalized: parts[1], Interest: parts[2], Total: total}
	return nil
}

// exchanged notes what a payment was before it was converted.
func (b *Book) exchanged(p *Payment, credited money.Amount) *PaymentExchange {
	if p.Amount.Currency() == b.c.Currency && p.Received == (money.Amount{}) {
		return nil
	}
	x := &PaymentExchange{Paid: p.Amount, Rate: p.Rate, Base: b.c.base(), Received: p.Received}
	if p.Received == (money.Amount{}) {
		return x
	}
	x.Booked = p.Received // as long as nothing is settled
	if x.Base == b.c.Currency {
		x.Booked = credited
	}
	x.Difference = money.FromMinor(p.Received.Minor()-x.Booked.Minor(), x.Base)
	return x
}

// keepsBase reports whether the payment's receipt is shared over its lines.
func (b *Book) keepsBase(pa *PaymentAllocation) bool {
	return pa.Exchange != nil && pa.Exchange.Received != (money.Amount{}) && pa.Exchange.Base != b.c.Currency
}

// shareBase divides what of a payment's receipt lies with its rest over the lines
// that were just made of it and the new rest, in proportion, largest remainder, and
// works out the exchange difference anew.
func (b *Book) shareBase(pa *PaymentAllocation, lines []Line) error {
	if !b.keepsBase(pa) || len(lines) == 0 {
		return nil
	}
	weights := make([]int64, 0, len(lines)+1)
	for _, l := range lines {
		weights = append(weights, l.Amount.Minor())
	}
	parts, err := money.FromMinor(pa.baseLeft, b.c.base()).Split(append(weights, pa.Unallocated.Minor()))
	if err != nil {
		return fmt.Errorf("receipt of %s: %w", pa.Payment, err)
	}
	for i := range lines {
		lines[i].Base = parts[i]
		if !lines[i].booksAtRate {
			lines[i].Booked = parts[i]
		}
	}
	pa.baseLeft = parts[len(lines)].Minor()
	booked := pa.baseLeft
	for _, l := range pa.Lines {
		booked += l.Booked.Minor()
	}
	pa.Exchange.Booked = money.FromMinor(booked, b.c.base())
	pa.Exchange.Difference = money.FromMinor(pa.Exchange.Received.Minor()-booked, b.c.base())
	return nil
}

// bookValue keeps with a principal line by how much the claim's value in the books
// falls; the last cent of principal clears it.
func (b *Book) bookValue(it *item, l *Line, before int64) error {
	if l.Component != allocation.Principal || !it.hasBookRate() {
		return nil
	}
	was, err := b.atBookRate(it, before)
	if err != nil {
		return err
	}
	is, err := b.atBookRate(it, it.open[allocation.Principal])
	if err != nil {
		return err
	}
	l.booksAtRate, l.Booked = true, money.FromMinor(was.Minor()-is.Minor(), b.c.base())
	return nil
}

// takeBackBase divides what of a payment's receipt settled something over the lines
// that take it back.
func (b *Book) takeBackBase(paid *PaymentAllocation, back []Line) error {
	if !b.keepsBase(paid) || len(back) == 0 {
		return nil
	}
	var sum int64
	for _, l := range paid.Lines {
		sum += l.Base.Minor()
	}
	weights := make([]int64, 0, len(back))
	for _, l := range back {
		weights = append(weights, -l.Amount.Minor())
	}
	parts, err := money.FromMinor(sum, b.c.base()).Split(weights)
	if err != nil {
		return fmt.Errorf("receipt of %s: %w", paid.Payment, err)
	}
	for i := range back {
		back[i].Base = parts[i].Neg()
	}
	return nil
}
