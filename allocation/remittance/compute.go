package remittance

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// Compute settles a payment: the commission by the tariff's rules, VAT on it, how
// both are taken, and what is remitted.
//
// Money in hand is withdrawn from first, down to nothing; unallocated and
// retained money is not touched. The creditor's credit comes next. Where either
// does not suffice for commission and VAT, the commission is covered before the
// VAT, or as Tariff.Cover says.
//
// A payment below zero takes back: rules, minima and maxima work on absolute
// values, what was withheld comes back from the same money, and the result is
// the opposite of that of the payment, but that nothing is netted: the credit is
// not looked at, and what the money in hand does not return is to invoice, below
// zero. A minimum is taken back whole with any part of a payment; to undo an
// earlier remittance exactly use [Reverse].
//
// An input that is wrong gives all its [Problem]s joined, each wrapping
// [ErrRemittance].
func Compute(in Input) (Remittance, error) {
	if err := check(in); err != nil {
		return Remittance{}, err
	}
	if in.Received.Sign() < 0 {
		r, err := settle(opposite(in))
		if err != nil {
			return Remittance{}, err
		}
		return Reverse(r), nil
	}
	return settle(in)
}

// opposite is the payment that a negative one takes back, without credit.
func opposite(in Input) Input {
	in.Received = in.Received.Neg()
	in.Lines = slices.Clone(in.Lines)
	for i := range in.Lines {
		in.Lines[i].Amount = in.Lines[i].Amount.Neg()
	}
	in.CreditorCredit = money.Amount{}
	return in
}

// settle computes a checked payment of 0 or more. No sum here can overflow: the
// payment is at most 10^15, at most five rules have a base, each gives at most
// 2·10^15 and a rounding step of 10^15, and VAT at most doubles that.
func settle(in Input) (Remittance, error) {
	s := settlement{in: in, zero: money.FromMinor(0, in.Received.Currency())}
	s.open()
	if err := s.charge(); err != nil {
		return Remittance{}, err
	}
	if err := s.tax(); err != nil {
		return Remittance{}, err
	}
	s.take()
	s.remit()
	return s.Remittance, nil
}

// settlement is a remittance under way.
type settlement struct {
	Remittance
	in   Input
	zero money.Amount
	per  allocation.Balances // what the payment settled
}

func (s *settlement) amount(minor int64) money.Amount {
	return money.FromMinor(minor, s.zero.Currency())
}

// open takes over the payment and adds up its components.
func (s *settlement) open() {
	for _, l := range s.in.Lines {
		s.per[l.Component] += l.Amount.Minor()
	}
	total := s.per.Total()
	s.Remittance = Remittance{
		Received: s.in.Received, Direct: s.in.Direct, TrustProhibited: s.in.TrustProhibited, Phase: s.in.Phase,
		Allocated: s.amount(total), Unallocated: s.amount(s.in.Received.Minor() - total),
		Rounding: orHalfUp(s.in.Tariff.Rounding), VATRate: s.in.Tariff.VAT, VATRounding: orHalfUp(s.in.Tariff.VATRounding),
		Retained: s.zero, RetainedToInvoice: s.zero, Payable: s.zero, Held: s.zero,
	}
}

// orHalfUp is the rounding of a tariff that may not have one.
func orHalfUp(r money.Rounding) money.Rounding {
	if r == money.Exactly {
		return money.HalfUp
	}
	return r
}

// take covers commission and VAT from the money in hand, then from the credit.
func (s *settlement) take() {
	inHand, credit := s.Allocated.Minor()-s.Retained.Minor(), s.in.CreditorCredit.Minor()
	if s.Direct || s.in.Tariff.NoWithdrawal {
		inHand = 0
	}
	if s.in.Tariff.NoNetting {
		credit = 0
	}
	due := parts{s.Commission.Due.Minor(), s.VAT.Due.Minor()}
	withdrawn := due.cover(inHand, s.in.Tariff.Cover)
	short := due.less(withdrawn)
	netted := short.cover(credit, s.in.Tariff.Cover)
	rest := short.less(netted)
	s.Commission = s.leg(due.commission, withdrawn.commission, netted.commission, rest.commission)
	s.VAT = s.leg(due.vat, withdrawn.vat, netted.vat, rest.vat)
}

func (s *settlement) leg(due, withdrawn, netted, rest int64) Leg {
	return Leg{Due: s.amount(due), Withdrawn: s.amount(withdrawn), Netted: s.amount(netted), ToInvoice: s.amount(rest)}
}

// remit says what is left for the creditor of a payment in hand.
func (s *settlement) remit() {
	if s.Direct {
		return
	}
	rest := s.Allocated.Minor() - s.Retained.Minor() - s.Commission.Withdrawn.Minor() - s.VAT.Withdrawn.Minor()
	if s.TrustProhibited {
		s.Held = s.amount(rest)
	} else {
		s.Payable = s.amount(rest)
	}
}
