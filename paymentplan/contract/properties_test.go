package contract_test

import (
	"math/big"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// drawn builds terms of any kind from a few numbers.
func drawn(kind, cents, rate, months, offset, count int) contract.Terms {
	c := contract.Terms{
		Kind: contract.Kind(1 + kind%4), Rate: big.NewRat(int64(rate), 100_000_000), DayCount: counts[count%len(counts)],
		Principal: money.ExactOf(money.FromMinor(int64(cents), money.MustCurrency("EUR"))),
		Start:     day("2023-11-20") + calendar.Date(offset),
	}
	c.Maturity = c.Start.AddMonths(months)
	cycle := contract.Cycle{First: c.Start + calendar.Date(offset%40), Every: calendar.Months(1), Stub: calendar.Stub(3 + offset%2)}
	switch c.Kind {
	case contract.NegativeAmortizing:
		c.Repayments = []contract.Repayment{{Cycle: cycle, Amount: money.ExactOf(money.FromMinor(int64(cents/months+1), money.MustCurrency("EUR")))}}
	case contract.Linear, contract.Annuity:
		c.Repayments = []contract.Repayment{{Cycle: cycle}}
	}
	if !(c.Kind == contract.Annuity || c.Kind == contract.NegativeAmortizing) {
		c.Interest = []contract.Cycle{cycle}
	}
	return c
}

// counts are day counts of which some do not add up.
var counts = []calendar.DayCount{
	calendar.Act365Fixed, calendar.ActActISDA, calendar.ThirtyE360, calendar.Act360, calendar.ActActAFB, calendar.ThirtyU360, calendar.Thirty360Bond,
}

// paid adds up amounts of some kinds.
func paid(list []contract.Event, kinds ...contract.EventKind) *big.Rat {
	sum := new(big.Rat)
	for _, e := range list {
		for _, k := range kinds {
			if e.Kind == k {
				sum.Add(sum, e.Amount.Rat())
			}
		}
	}
	return sum
}

func close(a, b *big.Rat) bool {
	d := new(big.Rat).Sub(a, b)
	return d.Abs(d).Cmp(rat("1e-50")) < 0
}

func TestLaws(t *testing.T) {
	laws := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	holds := func(name string, law func(c contract.Terms, list []contract.Event) bool) {
		laws.Property(name, prop.ForAll(func(kind, cents, rate, months, offset, count int) bool {
			c := drawn(kind, cents, rate, months, offset, count)
			list, err := c.Events(0)
			if err != nil {
				t.Logf("%+v: %v", c, err)
				return false
			}
			return law(c, list)
		}, gen.IntRange(0, 3), gen.IntRange(1, 1e9), gen.IntRange(-5e6, 30e6), gen.IntRange(1, 60), gen.IntRange(0, 400), gen.IntRange(0, 20)))
	}
	holds("what is repaid is what was lent", func(c contract.Terms, list []contract.Event) bool {
		return paid(list, contract.Repaid, contract.Matured).Cmp(c.Principal.Rat()) == 0
	})
	holds("an annuity closes with its level", func(c contract.Terms, list []contract.Event) bool {
		last := list[len(list)-1]
		closing := paid(list[len(list)-2:], contract.InterestPaid, contract.Matured)
		return c.Kind != contract.Annuity || last.Level.Sign() == 0 || close(closing, last.Level.Rat())
	})
	holds("a reset to the same rate changes no payment", func(c contract.Terms, list []contract.Event) bool {
		if c.Kind == contract.Annuity {
			c.Kind, c.Repayments = contract.Bullet, nil
			list = must(c)
		}
		c.Resets = []contract.Reset{{Cycle: contract.Cycle{First: c.Start + 9}, Next: c.Rate}, {Cycle: contract.Cycle{First: c.Start + 17}, Next: c.Rate}}
		return samePayments(list, must(c))
	})
	holds("unadjusted interest does not depend on the calendar", func(c contract.Terms, list []contract.Event) bool {
		c.Calendar, c.Adjust, c.AccrueOn = weekdays(), calendar.Following, contract.Unadjusted
		return samePayments(list, must(c))
	})
	holds("twice the principal pays twice the amounts", func(c contract.Terms, list []contract.Event) bool {
		if c.Principal = c.Principal.Times(2, 1); len(c.Repayments) > 0 {
			c.Repayments[0].Amount = c.Repayments[0].Amount.Times(2, 1)
		}
		return samePayments(doubled(list), must(c))
	})
	holds("taken up in its course a contract goes on as it would have", goesOn)
	laws.TestingRun(t)
}

// goesOn takes a contract up after one of its events and compares what follows.
func goesOn(c contract.Terms, list []contract.Event) bool {
	last := list[len(list)/2]
	for i, e := range list {
		if e.Date <= last.Date {
			last = list[i]
		}
	}
	// An annuity that is taken up has its level, and equal parts an amount.
	if c.Kind == contract.Annuity && last.Level.Sign() != 0 {
		c.Repayments = []contract.Repayment{{Cycle: c.Repayments[0].Cycle, Amount: last.Level}}
	}
	if !c.DayCount.Additive() || last.Date >= c.Maturity || last.Balance.Sign() == 0 || c.Kind == contract.Linear || last.Date < c.Start {
		return true
	}
	c.Since, c.Principal, c.Accrued, c.Premium = last.Date, last.Balance, last.Accrued, money.Exact{}
	var rest []contract.Event
	for _, e := range list {
		if e.Date > last.Date {
			rest = append(rest, e)
		}
	}
	return samePayments(rest, must(c))
}

func must(c contract.Terms) []contract.Event {
	list, err := c.Events(0)
	if err != nil {
		panic(err)
	}
	return list
}

// doubled is events with twice the amounts.
func doubled(list []contract.Event) []contract.Event {
	out := append([]contract.Event(nil), list...)
	for i := range out {
		out[i].Amount = out[i].Amount.Times(2, 1)
	}
	return out
}

// samePayments compares what is paid, events that pay nothing left out.
func samePayments(a, b []contract.Event) bool {
	a, b = payments(a), payments(b)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Kind != b[i].Kind || a[i].Scheduled != b[i].Scheduled || !close(a[i].Amount.Rat(), b[i].Amount.Rat()) {
			return false
		}
	}
	return true
}

func payments(list []contract.Event) (out []contract.Event) {
	for _, e := range list {
		if e.Amount.Sign() != 0 {
			out = append(out, e)
		}
	}
	return out
}
