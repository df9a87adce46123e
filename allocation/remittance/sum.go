package remittance

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/money"
)

// Total is what many remittances of one currency come to, for the statement of a
// settlement period. A reversal counts with its sign. Received, Unallocated,
// Retained, the withdrawn, Payable and Held are of payments in hand, for which
//
//	Received = Unallocated + Retained + withdrawn commission + withdrawn VAT
//	           + Payable + Held
//
// and each leg is Due = Withdrawn + Netted + ToInvoice.
type Total struct {
	// Count of remittances.
	Count int
	// Received by the collector.
	Received money.Amount
	// Direct is what the creditor received itself.
	Direct money.Amount
	// Unallocated money in hand that is held apart.
	Unallocated money.Amount
	// Retained by the collector whole.
	Retained money.Amount
	// RetainedToInvoice is what the creditor received for the collector.
	RetainedToInvoice money.Amount
	// Commission due and how it is taken.
	Commission Leg
	// VAT due and how it is taken.
	VAT Leg
	// Payable to the creditor; below zero the creditor owes it.
	Payable money.Amount
	// Held where trust accounting is prohibited.
	Held money.Amount
}

// Sum adds up remittances of one currency, each of which is verified first. The
// sum of none is the zero Total, whose amounts are no amount. Remittances of
// other currencies than the first, such that do not add up, and a sum beyond
// 2⁶³−1 minor units are all reported, as [Problem]s whose path begins with the
// position in the list, each wrapping [ErrRemittance].
func Sum(list []Remittance) (Total, error) {
	if len(list) == 0 {
		return Total{}, nil
	}
	var found problems
	currency := list[0].Received.Currency()
	total := Total{Count: len(list)}
	for _, f := range total.figures() {
		*f = money.FromMinor(0, currency)
	}
	for i, r := range list {
		path := fmt.Sprintf("/%d", i)
		if err := r.Verify(); err != nil {
			found.addf(path, "%v", err)
		} else if c := r.Received.Currency(); c != currency {
			found.addf(path+"/received", "%s, want %s as the first", r.Received, currency)
		} else if err := total.add(r); err != nil {
			found.addf(path, "%v", err)
		}
	}
	if len(found) > 0 {
		return Total{}, errors.Join(found...)
	}
	return total, nil
}

// figures are the amounts of a total, in the order of its fields.
func (t *Total) figures() []*money.Amount {
	return []*money.Amount{
		&t.Received, &t.Direct, &t.Unallocated, &t.Retained, &t.RetainedToInvoice,
		&t.Commission.Due, &t.Commission.Withdrawn, &t.Commission.Netted, &t.Commission.ToInvoice,
		&t.VAT.Due, &t.VAT.Withdrawn, &t.VAT.Netted, &t.VAT.ToInvoice,
		&t.Payable, &t.Held,
	}
}

// add adds one remittance of the same currency.
func (t *Total) add(r Remittance) error {
	one := Total{
		Retained: r.Retained, RetainedToInvoice: r.RetainedToInvoice,
		Commission: r.Commission, VAT: r.VAT, Payable: r.Payable, Held: r.Held,
	}
	one.Received, one.Unallocated, one.Direct = r.Received, r.Unallocated, money.FromMinor(0, r.Received.Currency())
	if r.Direct {
		one.Received, one.Unallocated, one.Direct = one.Direct, one.Direct, r.Received
	}
	parts := one.figures()
	for i, f := range t.figures() {
		sum, err := f.Add(*parts[i])
		if err != nil {
			return err
		}
		*f = sum
	}
	return nil
}

// Verify checks the identities of a total. All differences are reported, each
// wrapping [ErrVerify]. The zero Total adds up.
func (t Total) Verify() error {
	v := verifier{currency: t.Received.Currency(), mixed: true}
	v.equal("what is received", t.Received, t.Unallocated, t.Retained, t.Commission.Withdrawn, t.VAT.Withdrawn, t.Payable, t.Held)
	v.leg("commission", t.Commission)
	v.leg("VAT", t.VAT)
	v.number("direct", t.Direct)
	v.number("retained to invoice", t.RetainedToInvoice)
	return errors.Join(v.errs...)
}
