package contract

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// state is a contract on its way. Its figures are never changed in place once they are
// in an event.
type state struct {
	t                *Terms
	f                *frame
	currency         money.Currency
	balance, accrued *big.Rat
	rate             *big.Rat
	level            *big.Rat // nil until it is known
	// repaid is the last date of a level that was paid, as interest counts it.
	repaid calendar.Date
	// from is the start of the interest period, to the day to which interest is counted.
	from, to calendar.Date
}

func newState(t *Terms, f *frame) *state {
	s := &state{t: t, f: f, currency: t.Principal.Currency(), balance: new(big.Rat), accrued: new(big.Rat), rate: orZero(t.Rate)}
	if t.Kind.levelled() && t.Repayments[0].Amount.Sign() != 0 {
		s.level = t.Repayments[0].Amount.Rat()
	}
	if !t.Since.IsZero() {
		s.open(t.Since)
	}
	return s
}

// open starts the balance and the interest.
func (s *state) open(day calendar.Date) {
	s.balance, s.accrued = s.t.Principal.Rat(), s.t.Accrued.Rat()
	s.from, s.to = day, day
	if !s.t.AccrueFrom.IsZero() {
		s.from, s.to = s.t.AccrueFrom, s.t.AccrueFrom
	}
}

// accrue counts interest to a day; it never runs backwards.
func (s *state) accrue(day calendar.Date) error {
	if day <= s.to || s.from.IsZero() {
		return nil
	}
	if s.rate.Sign() != 0 && s.balance.Sign() != 0 {
		own, err := s.bears(day)
		if err != nil {
			return err
		}
		s.accrued = carried(own.Add(own, s.accrued))
	}
	s.to = day
	return nil
}

// bears is the interest of the balance up to a day, since interest was last counted.
func (s *state) bears(day calendar.Date) (*big.Rat, error) {
	f, err := s.years(s.to, day)
	if err != nil {
		return nil, err
	}
	f.Mul(f, s.rate)
	return f.Mul(f, s.balance), nil
}

// years is the fraction of a year between two days of an interest period.
func (s *state) years(from, to calendar.Date) (*big.Rat, error) {
	if s.t.DayCount.Additive() || from <= s.from {
		f, err := s.t.DayCount.Fraction(calendar.Period{From: from, To: to})
		return f.Rat(), err
	}
	whole, err := s.t.DayCount.Fraction(calendar.Period{From: s.from, To: to})
	if err != nil {
		return nil, err
	}
	before, err := s.t.DayCount.Fraction(calendar.Period{From: s.from, To: from})
	return new(big.Rat).Sub(whole.Rat(), before.Rat()), err
}

// apply lets a slot happen and returns what is paid.
func (s *state) apply(x slot) (*big.Rat, error) {
	if err := s.accrue(x.accrues); err != nil {
		return nil, err
	}
	none := new(big.Rat)
	switch x.kind {
	case Disbursed:
		s.open(x.paid)
		paid := none.Add(s.balance, s.t.Premium.Rat())
		return paid.Neg(paid), s.accrue(x.accrues)
	case Repaid, Drawn:
		return s.repay(x)
	case InterestPaid:
		paid := s.accrued
		s.settle(x)
		return paid, nil
	case Capitalized:
		s.balance = carried(new(big.Rat).Add(s.balance, s.accrued))
		s.settle(x)
		return none, nil
	case RateFixed, RateReset:
		return none, s.reset(x)
	case LevelSet:
		return none, s.derive(x.level)
	case Terminated:
		paid := none.Add(s.t.Termination.Price.Rat(), s.accrued)
		s.balance = new(big.Rat)
		s.settle(x)
		return paid, nil
	}
	paid := s.balance
	s.balance = none
	return paid, nil
}

// settle starts a new interest period.
func (s *state) settle(x slot) {
	s.accrued = new(big.Rat)
	s.from, s.to = max(s.from, x.accrues), max(s.to, x.accrues)
}

// repay takes principal, no more than is open, and returns what is paid.
func (s *state) repay(x slot) (*big.Rat, error) {
	part, err := s.part(x)
	if err != nil {
		return nil, err
	}
	if part.Cmp(s.balance) > 0 {
		part = s.balance
	}
	rest := carried(new(big.Rat).Sub(s.balance, part))
	paid := new(big.Rat).Sub(s.balance, rest)
	s.balance, s.repaid = rest, x.accrues
	return paid, nil
}

// part is the principal that the contract wants on a date.
func (s *state) part(x slot) (*big.Rat, error) {
	if s.t.Kind.levelled() {
		if s.level == nil {
			if err := s.derive(x.accrues); err != nil {
				return nil, err
			}
		}
		return new(big.Rat).Sub(s.level, s.accrued), nil
	}
	if len(s.t.Repayments) == 1 && s.t.Repayments[0].Amount.Sign() == 0 {
		return s.equalPart(), nil
	}
	return s.t.Repayments[x.of].Amount.Rat(), nil
}

// equalPart is the principal in as many parts as it has dates, the maturity included.
func (s *state) equalPart() *big.Rat {
	n := int64(1)
	for _, x := range s.f.slots {
		if x.kind == Repaid {
			n++
		}
	}
	return new(big.Rat).Quo(s.t.Principal.Rat(), big.NewRat(n, 1))
}

// reset changes the rate.
func (s *state) reset(x slot) error {
	r := s.t.Resets[x.of]
	rate := r.Next
	if x.kind == RateReset {
		fixing, err := s.t.fixing(x.scheduled)
		if err != nil {
			return err
		}
		rate = new(big.Rat).Set(fixing)
		if r.Multiplier != nil {
			rate.Mul(rate, r.Multiplier)
		}
		rate.Add(rate, orZero(r.Spread))
	}
	if err := checkRate(rate); err != nil {
		return err
	}
	s.rate = rate
	return nil
}

// fixing is the reference rate that holds on a day.
func (t *Terms) fixing(day calendar.Date) (*big.Rat, error) {
	at, found := slices.BinarySearchFunc(t.Fixings, day, func(f Fixing, d calendar.Date) int { return f.Date.Compare(d) })
	switch {
	case found:
		return t.Fixings[at].Rate, nil
	case len(t.Fixings) == 0:
		return nil, fmt.Errorf("the fixing of %s: %w: there are no fixings", day, law.ErrNotKnown)
	case at == 0 || at == len(t.Fixings):
		return nil, fmt.Errorf("the fixing of %s: %w: they are known from %s through %s", day, law.ErrNotKnown, t.Fixings[0].Date, t.Fixings[len(t.Fixings)-1].Date)
	}
	return t.Fixings[at-1].Rate, nil
}

// errLevel says that a rate leaves nothing of a balance, so that no level pays it off.
var errLevel = errors.New("no level pays the balance off: a rate takes all of it within a period")
