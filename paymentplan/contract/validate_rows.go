package contract

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// cycles checks a list of cycles.
func (v *validator) cycles(path string, cycles []Cycle) {
	if len(cycles) > MaxDates {
		v.Addf(path, "%d entries, want at most %d", len(cycles), MaxDates)
		return
	}
	for i, c := range cycles {
		at := fmt.Sprintf("%s/%d", path, i)
		v.date(at+"/first", c.First, i > 0)
		if i > 0 && inYears(c.First) && c.First <= cycles[i-1].First {
			v.Addf(at+"/first", "%s, want a day after that of the entry before, %s", c.First, cycles[i-1].First)
		}
		switch {
		case c.Every.IsZero() && c.First.IsZero():
			v.Addf(at+"/every", "missing, want a distance such as 1M, or a first date alone")
		case !c.Every.IsZero() && c.Every.N() < 1:
			v.Addf(at+"/every", "%s, want a length of at least one day such as 1M", c.Every)
		}
		if c.Stub > calendar.LongLast {
			v.Addf(at+"/stub", "%d, want one of the five", uint8(c.Stub))
		}
	}
}

// repayments checks that what is given says how much is paid back and when.
func (v *validator) repayments() {
	t := v.t
	n := len(t.Repayments)
	switch {
	case t.Kind == Bullet && n > 0:
		v.Addf("/repayments", "in a contract of kind %q, want none", t.Kind)
	case t.Kind == Linear && n == 0:
		v.Addf("/repayments", "missing, want at least one")
	case t.Kind == Linear && n == 1 && t.Repayments[0].Amount.Sign() == 0 && t.Maturity.IsZero():
		v.Addf("/maturity", "missing, and no amount of the repayment to derive it from")
	case t.Kind.levelled() && n != 1:
		v.Addf("/repayments", "%d entries, want exactly one in a contract of kind %q", n, t.Kind)
	case t.Kind.levelled():
		v.level(t.Repayments[0])
	}
}

// level checks the repayment of a kind with a level.
func (v *validator) level(r Repayment) {
	t := v.t
	given := r.Amount.Sign() != 0
	if r.Amount.Sign() < 0 {
		v.Addf("/repayments/0/amount", "below 0, want a level above")
	}
	if r.Every.IsZero() {
		v.Addf("/repayments/0/every", "missing, want a distance such as 1M")
	}
	if !given && t.Kind == NegativeAmortizing {
		v.Addf("/repayments/0/amount", "missing, want the level")
	}
	if !given && t.Maturity.IsZero() && t.Amortization.IsZero() {
		v.Addf("/maturity", "missing, and neither a level nor an amortization date to derive it from")
	}
}

func (v *validator) resets() {
	for i, r := range v.t.Resets {
		if i == MaxDates {
			break
		}
		path := fmt.Sprintf("/resets/%d", i)
		v.rate(path+"/next", r.Next)
		v.rate(path+"/multiplier", r.Multiplier)
		v.rate(path+"/spread", r.Spread)
	}
	if len(v.t.Fixings) > MaxDates {
		v.Addf("/fixings", "%d entries, want at most %d", len(v.t.Fixings), MaxDates)
		return
	}
	for i, f := range v.t.Fixings {
		path := fmt.Sprintf("/fixings/%d", i)
		v.date(path+"/date", f.Date, true)
		if i > 0 && f.Date <= v.t.Fixings[i-1].Date {
			v.Addf(path+"/date", "%s, want a day after that of the fixing before, %s", f.Date, v.t.Fixings[i-1].Date)
		}
		if f.Rate == nil {
			v.Addf(path+"/rate", "missing, want a rate")
		}
		v.rate(path+"/rate", f.Rate)
	}
}
