package apr

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// A Flow is an amount at a time. What the debtor receives is above 0, what the
// debtor pays below 0; with all signs turned the rate is the same.
type Flow struct {
	Amount money.Amount
	// Time is in years from any day, for US in unit-periods from the first advance.
	// It may be below 0 except for US. The zero value is time 0.
	Time calendar.Fraction
}

// A Dated flow is an amount on a date, with the signs of a [Flow].
type Dated struct {
	Amount money.Amount
	Date   calendar.Date
}

// Bounds of what [Solve] takes.
const (
	// MaxFlows is the largest number of flows.
	MaxFlows = 1 << 17
	// MaxTime is the longest time: the days of ten thousand years.
	MaxTime = 3_652_500
	// MaxDenominator bounds the common denominator of all times. Those of
	// [Method.Interval] have one of at most 3,473,340.
	MaxDenominator = 1_000_000_000
)

// ErrFlow marks a flow that is none, and flows that do not go together.
var ErrFlow = errors.New("not a flow")

// Flows measures the times of dated flows from start, the day of the first
// drawdown. The order stays. Errors wrap ErrMethod or ErrInterval.
func (m Method) Flows(start calendar.Date, dated []Dated) ([]Flow, error) {
	flows := make([]Flow, len(dated))
	for i, d := range dated {
		t, err := m.Interval(start, d.Date)
		if err != nil {
			return nil, fmt.Errorf("flow %d: %w", i, err)
		}
		flows[i] = Flow{Amount: d.Amount, Time: t}
	}
	return flows, nil
}

// sound reports whether f is a flow in c with a denominator of its time. It is the
// quick way past check.
func (f *Flow) sound(c money.Currency, us bool) bool {
	minor, num, den := f.Amount.Minor(), f.Time.Num, f.Time.Den
	return f.Amount.Currency() == c && minor <= money.MaxMinor && minor >= -money.MaxMinor &&
		den > 0 && den <= MaxDenominator && num <= MaxTime*den && num >= -MaxTime*den && (num >= 0 || !us)
}

// check returns what is wrong with flow i of several.
func (f *Flow) check(i int, want money.Currency, law Law) error {
	t, minor, currency := f.Time, f.Amount.Minor(), f.Amount.Currency()
	switch {
	case currency.IsZero():
		return fmt.Errorf("%w: flow %d has no amount", ErrFlow, i)
	case currency != want:
		return fmt.Errorf("%w: flow %d is in %s, flow 0 in %s: %w", ErrFlow, i, currency, want, money.ErrCurrencyMismatch)
	case minor > money.MaxMinor || minor < -money.MaxMinor:
		return fmt.Errorf("%w: flow %d of %s: %w", ErrFlow, i, f.Amount, money.ErrTooLarge)
	case t.Den < 0 || t.Den == 0 && t.Num != 0 || t.Den > MaxDenominator:
		return fmt.Errorf("%w: flow %d at time %d/%d, want a denominator of 1 to %d", ErrFlow, i, t.Num, t.Den, MaxDenominator)
	case t.Num > MaxTime*t.Den || t.Num < -MaxTime*t.Den:
		return fmt.Errorf("%w: flow %d at time %s, want at most %d", ErrFlow, i, t, MaxTime)
	case law == US && t.Num < 0:
		return fmt.Errorf("%w: flow %d at time %s, want none before the first advance", ErrFlow, i, t)
	}
	return nil
}
