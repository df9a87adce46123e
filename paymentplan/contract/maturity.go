package contract

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// horizon is the day after the last one of any contract.
func horizon() calendar.Date { return calendar.MustDate(ledger.LastYear+1, 1, 1) }

// maturity is the day on which the contract ends; no date where it has no end.
func (t *Terms) maturity() (calendar.Date, error) {
	switch {
	case !t.Maturity.IsZero() || t.Kind == Bullet:
		return t.Maturity, nil
	case !t.Amortization.IsZero():
		return t.Amortization, nil
	case t.Kind == Linear:
		return t.paidOff()
	}
	return t.levelledOff()
}

// paidOff is the date on which agreed parts have paid the principal off.
func (t *Terms) paidOff() (calendar.Date, error) {
	rest := t.Principal.Rat()
	for i, r := range t.Repayments {
		stop, last := horizon(), i == len(t.Repayments)-1
		if !last {
			stop = t.Repayments[i+1].First
		}
		dates, err := t.cycle(r.Cycle, stop, last)
		if err != nil {
			return 0, &ledger.Problem{Path: fmt.Sprintf("/repayments/%d", i), Message: err.Error(), Cause: err}
		}
		part := r.Amount.Rat()
		for _, d := range dates {
			if d < t.earliest() {
				continue
			}
			if rest.Sub(rest, part); rest.Sign() <= 0 {
				return d, nil
			}
		}
	}
	return 0, unending("the repayments do not pay the principal off within %d dates", MaxDates)
}

// levelledOff is the date on which a level pays the principal off, as far as the
// interest of the first period tells: as many dates as principal / (level − interest of
// that period) has, rounded up.
func (t *Terms) levelledOff() (calendar.Date, error) {
	r, k := t.recurrence(t.Repayments[0].Cycle)
	from, to := r.At(k), r.At(k+1)
	if from.IsZero() || to.IsZero() {
		return 0, unending("the repayments leave the range of dates")
	}
	part := t.Repayments[0].Amount.Rat()
	if rate := orZero(t.Rate); rate.Sign() != 0 {
		f, err := t.DayCount.Fraction(calendar.Period{From: from, To: to})
		if err != nil {
			return 0, &ledger.Problem{Path: "/dayCount", Message: err.Error(), Cause: err}
		}
		own := new(big.Rat).Mul(rate, f.Rat())
		part.Sub(part, own.Mul(own, t.Principal.Rat()))
	}
	if part.Sign() <= 0 {
		return 0, unending("a level of %s does not cover the interest of the first period", t.Repayments[0].Amount.Fixed(2))
	}
	n := ceil(part.Quo(t.Principal.Rat(), part))
	if !n.IsInt64() || n.Int64() > MaxDates {
		return 0, unending("the level does not pay the principal off within %d dates", MaxDates)
	}
	end := r.At(k + int(n.Int64()) - 1)
	if end.IsZero() || end >= horizon() {
		return 0, unending("the repayments leave the range of dates")
	}
	return end, nil
}

// unending is the problem of a contract whose end cannot be derived.
func unending(format string, args ...any) error {
	return &ledger.Problem{Path: "/maturity", Message: "missing, and " + fmt.Sprintf(format, args...)}
}
