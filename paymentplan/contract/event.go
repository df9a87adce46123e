package contract

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Event is something that a contract makes happen, and how it stands afterwards.
type Event struct {
	// Date is the day of the event, a business day where there is a calendar; Scheduled
	// is the day before it was moved.
	Date, Scheduled calendar.Date
	Kind            EventKind
	// Amount is what is paid: by the borrower above zero, to the borrower below. It is 0
	// in events that pay nothing.
	Amount money.Exact
	// Balance is the principal that is open, Accrued the interest that has accrued on it
	// and is not paid. In an event that repays, Accrued is still due; the payment of
	// interest on the same day is an event of its own.
	Balance, Accrued money.Exact
	// Level is what kinds with a level pay on each date; 0 while it is not known.
	Level money.Exact
	// Rate is the fraction of the balance that it bears a year from here on.
	Rate *big.Rat
}

// Events works the contract out, event by event in the order of their dates, through a
// day, inclusive; the zero date means to the end, which a contract without a maturity
// does not have. Events whose amount is 0, as repayments after everything is paid, are
// listed.
//
// Errors: what [Terms.Validate] finds; problems with a path for dates that do not fit
// their stubs, more than MaxDates of them, days that the calendar does not cover, and a
// maturity that cannot be derived; and, with the event, fixings that are not known
// ([github.com/skuld-go/skuld/law.ErrNotKnown]), balances beyond 10¹⁵ minor units
// ([github.com/skuld-go/skuld/money.ErrTooLarge]), rates beyond 1000 % or such that no
// level exists. Events after the day asked for are not looked at.
func (t Terms) Events(through calendar.Date) ([]Event, error) {
	if err := t.Validate(); err != nil {
		return nil, err
	}
	if !through.IsZero() && !inYears(through) {
		return nil, &ledger.Problem{Path: "/through", Message: fmt.Sprintf("%s, want a date from %d to %d", through, ledger.FirstYear, ledger.LastYear)}
	}
	f, err := newFrame(&t, through)
	if err != nil {
		return nil, err
	}
	s := newState(&t, f)
	events := make([]Event, 0, len(f.slots))
	for _, x := range f.slots {
		if !through.IsZero() && x.paid > through {
			break
		}
		e, err := s.event(x)
		if err != nil {
			return nil, fmt.Errorf("%s on %s: %w", x.kind, x.paid, err)
		}
		if events = append(events, e); x.kind == Terminated {
			break
		}
	}
	return events, nil
}

// event lets a slot happen.
func (s *state) event(x slot) (Event, error) {
	paid, err := s.apply(x)
	if err != nil {
		return Event{}, err
	}
	for _, amount := range []*big.Rat{s.balance, s.accrued, orZero(s.level)} {
		if err := checkAmount(amount, s.currency); err != nil {
			return Event{}, err
		}
	}
	return Event{
		Date: x.paid, Scheduled: x.scheduled, Kind: x.kind, Amount: s.exact(paid), Balance: s.exact(s.balance),
		Accrued: s.exact(s.accrued), Level: s.exact(orZero(s.level)), Rate: new(big.Rat).Set(s.rate),
	}, nil
}

func (s *state) exact(x *big.Rat) money.Exact { return money.ExactOfRat(x, s.currency) }
