package contract_test

import (
	"math/big"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// source hands out small numbers of a text.
type source []byte

func (s *source) next(n int) int {
	if len(*s) == 0 {
		return 0
	}
	b := int((*s)[0])
	*s = (*s)[1:]
	return b % n
}

func (s *source) number() int { return s.next(256)<<8 | s.next(256) }

// date is none, or a day of two centuries.
func (s *source) date() calendar.Date {
	if s.next(3) == 0 {
		return 0
	}
	return day("1995-01-01") + calendar.Date(s.number()-1000)
}

func (s *source) rate() *big.Rat {
	if s.next(4) == 0 {
		return nil
	}
	return big.NewRat(int64(s.number()-20_000), int64(1+s.number()*1_000))
}

func (s *source) amount() money.Exact {
	if s.next(3) == 0 {
		return money.Exact{}
	}
	return money.ExactOfRat(big.NewRat(int64(s.number()-5_000), int64(1+s.next(7))), money.MustCurrency("EUR"))
}

func (s *source) cycle() contract.Cycle {
	c := contract.Cycle{First: s.date(), Stub: calendar.Stub(s.next(7))}
	switch n := s.next(40); s.next(5) {
	case 1:
		c.Every = calendar.DaySpan(n)
	case 2:
		c.Every = calendar.Weeks(n)
	case 3:
		c.Every = calendar.Months(n)
	case 4:
		c.Every = calendar.Years(n - 1)
	}
	return c
}

func (s *source) terms() contract.Terms {
	c := contract.Terms{
		Kind: contract.Kind(s.next(6)), Principal: money.ExactOfRat(big.NewRat(int64(s.number()), 1), money.MustCurrency("EUR")),
		Premium: s.amount(), Rate: s.rate(), DayCount: calendar.DayCount(s.next(22)),
		Start: day("1995-01-01") + calendar.Date(s.number()), Since: s.date(), Accrued: s.amount(), AccrueFrom: s.date(),
		Maturity: s.date(), Amortization: s.date(), CapitalizeThrough: s.date(), EndOfMonth: s.next(2) == 1,
	}
	for range s.next(3) {
		c.Interest = append(c.Interest, s.cycle())
	}
	for range s.next(3) {
		c.Repayments = append(c.Repayments, contract.Repayment{Cycle: s.cycle(), Amount: s.amount()})
	}
	for range s.next(3) {
		c.Resets = append(c.Resets, contract.Reset{Cycle: s.cycle(), Next: s.rate(), Multiplier: s.rate(), Spread: s.rate()})
	}
	for range s.next(4) {
		c.Fixings = append(c.Fixings, contract.Fixing{Date: s.date(), Rate: s.rate()})
	}
	if s.next(2) == 1 {
		c.Calendar, c.Adjust, c.AccrueOn = everyDayButSunday, calendar.Convention(s.next(7)), contract.AccrueOn(s.next(4))
	}
	if s.next(8) == 1 {
		c.Termination = &contract.Termination{On: s.date(), Price: s.amount()}
	}
	return c
}

var everyDayButSunday = weekdays()

// FuzzEvents works out whatever terms there are: no panic, dates in order, and figures
// that add up.
func FuzzEvents(f *testing.F) {
	f.Add([]byte("annuity"), uint16(0))
	f.Add([]byte{1, 46, 224, 0, 1, 8, 1, 0, 100, 2, 0, 0, 0, 0, 1, 120, 0, 0, 1}, uint16(20_000))
	f.Add([]byte{4, 46, 224, 0, 1, 80, 1, 0, 100, 11, 100, 2, 0, 0, 0, 1, 120, 0, 0, 1, 0, 1, 9, 9, 3, 1, 3, 0, 1}, uint16(0))
	f.Fuzz(func(t *testing.T, text []byte, through uint16) {
		s := source(text)
		c := s.terms()
		until := calendar.Date(0)
		if through > 0 {
			until = day("1995-01-01") + calendar.Date(through)
		}
		list, err := c.Events(until)
		if err != nil {
			if list != nil {
				t.Errorf("%d events beside %v", len(list), err)
			}
			return
		}
		if valid := c.Validate(); valid != nil {
			t.Errorf("events in spite of %v", valid)
		}
		addUp(t, c, list)
	})
}

// addUp checks events against each other.
func addUp(t *testing.T, c contract.Terms, list []contract.Event) {
	balance := c.Principal.Rat()
	for i, e := range list {
		if i > 0 && e.Date < list[i-1].Date {
			t.Errorf("%s on %s after %s", e.Kind, e.Date, list[i-1].Date)
		}
		switch e.Kind {
		case contract.Repaid, contract.Drawn, contract.Matured:
			balance.Sub(balance, e.Amount.Rat())
		case contract.Capitalized:
			if !close(new(big.Rat).Sub(e.Balance.Rat(), balance), priorAccrual(list, i)) && i > 0 && list[i-1].Date == e.Date {
				t.Errorf("capitalized on %s: %s becomes %s", e.Date, balance.FloatString(4), e.Balance.Fixed(4))
			}
			balance = e.Balance.Rat()
		case contract.Terminated:
			balance = new(big.Rat)
		}
		if e.Balance.Rat().Cmp(balance) != 0 {
			t.Errorf("%s on %s leaves %s, want %s", e.Kind, e.Date, e.Balance, balance.FloatString(4))
		}
		if paid := e.Kind == contract.InterestPaid || e.Kind == contract.Capitalized; paid && e.Accrued.Sign() != 0 {
			t.Errorf("%s on %s leaves %s accrued", e.Kind, e.Date, e.Accrued)
		}
	}
}

// priorAccrual is what had accrued after the event before.
func priorAccrual(list []contract.Event, i int) *big.Rat {
	if i == 0 {
		return new(big.Rat)
	}
	return list[i-1].Accrued.Rat()
}
