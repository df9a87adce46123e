package summary

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Insurance is a credit insurance of a customer's debts: a limit, and for a while an
// extra limit.
type Insurance struct {
	ID string
	// Amount is insured on days before End; zero means without end. No amount means
	// that there is only Extra.
	Amount money.Amount
	End    calendar.Date // exclusive
	// Extra (extraLimitAmount) is insured on top on days before ExtraEnd, zero meaning
	// without end, whether or not Amount still is. No amount means none.
	Extra    money.Amount
	ExtraEnd calendar.Date // exclusive
}

// Limit is what is insured on a day: Amount if the day is before End, and Extra if it
// is before ExtraEnd. The error wraps [ErrSummary]: an amount below zero, neither
// amount given, two currencies, or more than an amount can hold.
func (i Insurance) Limit(on calendar.Date) (money.Amount, error) {
	c := i.Amount.Currency()
	if c.IsZero() {
		c = i.Extra.Currency()
	}
	if c.IsZero() {
		return money.Amount{}, fmt.Errorf("%w: insurance %q has no amount, want one", ErrSummary, i.ID)
	}
	limit := money.FromMinor(0, c)
	for _, part := range [...]struct {
		amount money.Amount
		end    calendar.Date
	}{{i.Amount, i.End}, {i.Extra, i.ExtraEnd}} {
		if part.amount == (money.Amount{}) {
			continue
		}
		if part.amount.Sign() < 0 {
			return money.Amount{}, fmt.Errorf("%w: insurance %q of %s, want at least 0", ErrSummary, i.ID, part.amount)
		}
		sum, err := limit.Add(part.amount)
		if err != nil {
			return money.Amount{}, fmt.Errorf("%w: insurance %q in %s: %w", ErrSummary, i.ID, c.Code(), err)
		}
		if part.end.IsZero() || on < part.end {
			limit = sum
		}
	}
	return limit, nil
}

// Cover is what all insurances of a customer in one currency cover on the as-of day:
// Covered = min(Outstanding, Limit), Covered + Uncovered = Outstanding.
type Cover struct {
	Currency money.Currency
	Limit    money.Amount
	// Outstanding is the total of the customer's balance, zero where that is below.
	Outstanding        money.Amount
	Covered, Uncovered money.Amount
}

// cover sets limits against balances.
func (b *groupBuilder) cover(c *Customer, balances []Balance) []Cover {
	var limits amounts
	for _, i := range c.Insurances {
		limit, err := i.Limit(b.in.AsOf)
		if err != nil {
			b.ps.add(fmt.Errorf("customer %q: %w", c.ID, err))
			continue
		}
		limits.add(limit)
	}
	var out []Cover
	for _, limit := range limits.sorted(fmt.Sprintf("insurance of customer %q", c.ID), &b.ps) {
		zero := money.FromMinor(0, limit.Currency())
		cover := Cover{Currency: limit.Currency(), Limit: limit, Outstanding: zero}
		for _, balance := range balances {
			if balance.Currency == cover.Currency {
				cover.Outstanding = money.FromMinor(max(0, balance.Total.Minor()), cover.Currency)
			}
		}
		cover.Covered = money.FromMinor(min(cover.Outstanding.Minor(), limit.Minor()), cover.Currency)
		cover.Uncovered = money.FromMinor(cover.Outstanding.Minor()-cover.Covered.Minor(), cover.Currency)
		out = append(out, cover)
	}
	return out
}
