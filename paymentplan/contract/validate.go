package contract

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// validator collects what is wrong with terms.
type validator struct {
	ledger.Problems
	t *Terms
}

// Validate reports everything that is wrong with terms as such, before any date is
// listed, as [ledger.Problems] with JSON Pointers made of the names of the fields.
func (t Terms) Validate() error {
	v := validator{t: &t}
	if t.Kind == 0 || int(t.Kind) > len(kindWords) {
		v.Addf("/kind", "missing, want a kind of contract such as annuity")
	}
	v.amounts()
	v.rate("/rate", t.Rate)
	v.dates()
	v.cycles("/interest", t.Interest)
	v.cycles("/repayments", t.repayCycles())
	v.cycles("/resets", t.resetCycles())
	v.repayments()
	v.resets()
	v.dayCount()
	v.calendar()
	return v.Err()
}

func (v *validator) amounts() {
	t := v.t
	if t.Principal.Currency().IsZero() || t.Principal.Sign() <= 0 {
		v.Addf("/principal", "missing, want an amount above 0")
		return
	}
	v.amount("/principal", t.Principal)
	v.amount("/premium", t.Premium)
	v.amount("/accrued", t.Accrued)
	if t.Termination != nil {
		v.amount("/termination/price", t.Termination.Price)
	}
	for i, r := range t.Repayments {
		if i < MaxDates {
			v.amount(fmt.Sprintf("/repayments/%d/amount", i), r.Amount)
		}
	}
}

// amount checks an amount that may be absent.
func (v *validator) amount(path string, a money.Exact) {
	c := v.t.Principal.Currency()
	switch {
	case a.Currency().IsZero() && a.Sign() == 0:
	case a.Currency() != c:
		v.Addf(path, "in %s, want %s", a.Currency(), c)
	default:
		x := a.Rat()
		if x.Denom().BitLen() > exactBits || checkAmount(x, c) != nil {
			v.Addf(path, "want at most 10^15 minor units and a denominator of at most %d bits", exactBits)
		}
	}
}

// rate checks a rate or a factor that may be absent.
func (v *validator) rate(path string, r *big.Rat) {
	if r == nil {
		return
	}
	if r.Num().BitLen() > rateBits || r.Denom().BitLen() > rateBits {
		v.Addf(path, "want at most %d bits on either side of the fraction", rateBits)
	} else if err := checkRate(r); err != nil {
		v.AddError(path, err)
	}
}

func (v *validator) dates() {
	t := v.t
	v.date("/start", t.Start, true)
	v.date("/since", t.Since, false)
	v.date("/accrueFrom", t.AccrueFrom, false)
	v.date("/maturity", t.Maturity, false)
	v.date("/amortization", t.Amortization, false)
	v.date("/capitalizeThrough", t.CapitalizeThrough, false)
	v.atLeast("/since", t.Since, t.Start)
	v.atLeast("/maturity", t.Maturity, max(t.Start, t.Since)+1)
	v.atLeast("/amortization", t.Amortization, max(t.Start, t.Since)+1)
	v.atLeast("/amortization", t.Amortization, t.Maturity)
	if !t.AccrueFrom.IsZero() {
		if t.AccrueFrom >= t.Start {
			v.Addf("/accrueFrom", "%s, want a day before the start, %s", t.AccrueFrom, t.Start)
		}
		if !t.Since.IsZero() || t.Accrued.Sign() != 0 {
			v.Addf("/accrueFrom", "beside since or accrued, want one of them")
		}
	}
	if !t.Amortization.IsZero() && t.Kind != Annuity {
		v.Addf("/amortization", "in a contract of kind %q, want none", t.Kind)
	}
	if t.Termination != nil {
		v.date("/termination/on", t.Termination.On, true)
		v.atLeast("/termination/on", t.Termination.On, max(t.Start, t.Since)+1)
	}
}

// inYears reports whether a day lies in the years that contracts may have.
func inYears(d calendar.Date) bool {
	return d.Valid() && d.Year() >= ledger.FirstYear && d.Year() <= ledger.LastYear
}

func (v *validator) date(path string, d calendar.Date, required bool) {
	switch {
	case d.IsZero() && required:
		v.Addf(path, "missing, want a date")
	case !d.IsZero() && !inYears(d):
		v.Addf(path, "%s, want a date from %d to %d", d, ledger.FirstYear, ledger.LastYear)
	}
}

// atLeast checks a date that may be absent against a bound.
func (v *validator) atLeast(path string, d, least calendar.Date) {
	if inYears(d) && d < least {
		v.Addf(path, "%s, want a day from %s on", d, least)
	}
}

func (v *validator) dayCount() {
	t := v.t
	bears := t.Rate != nil && t.Rate.Sign() != 0 || len(t.Resets) > 0
	switch {
	case t.DayCount == 0 && !bears:
	case !t.DayCount.Valid():
		v.Addf("/dayCount", "missing, want one such as %s", calendar.Act365Fixed)
	case t.DayCount.NeedsContext():
		v.Addf("/dayCount", "%s needs a schedule, want one that does not, such as %s", t.DayCount, calendar.ActActISDA)
	}
}

func (v *validator) calendar() {
	t := v.t
	if t.Calendar == nil {
		if t.Adjust != 0 {
			v.Addf("/calendar", "missing, want one that tells business days for %q", t.Adjust)
		}
		return
	}
	if !t.Adjust.Valid() {
		v.Addf("/adjust", "missing, want a convention such as %q", calendar.Following)
	}
	if t.AccrueOn == 0 || int(t.AccrueOn) > len(accrueOnWords) {
		v.Addf("/accrueOn", "missing, want %q or %q", Adjusted, Unadjusted)
	}
}
