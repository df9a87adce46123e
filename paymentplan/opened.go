package paymentplan

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// Opened is a case as it stands at the end of the day on which a plan over it starts.
type Opened struct {
	// Case has all facts in their places; those dated after that day are recorded so late
	// that nobody knows them.
	Case ledger.Case
	// Resolved are its terms.
	Resolved ledger.Resolved
	// Payments are those of the case after that day, in its currency; they are matched
	// to the rows.
	Payments []Payment
	// Later lists the other facts that were left out, as JSON Pointers into the case.
	Later []string

	reversed map[string]calendar.Date // payments that were taken back, and when
}

// At asks an opened case for a day, inclusive, on what was known when the plan started.
func (o Opened) At(day calendar.Date) ledger.At { return ledger.At{AsOf: day, KnownAt: lastDay() - 1} }

// OpenCase leaves the facts after a day out of a case, so that a plan that starts on it
// is built on what was owed then. The terms remain to be resolved. An error is a
// problem of a payment that cannot be counted in the currency of the case.
func OpenCase(c ledger.Case, start calendar.Date) (Opened, error) {
	o := Opened{Case: c, reversed: map[string]calendar.Date{}}
	var problems ledger.Problems
	for i, p := range c.Payments {
		if p.Date <= start {
			continue
		}
		credited, err := c.Credited(p)
		if err != nil {
			problems.AddError(fmt.Sprintf("/payments/%d", i), err)
			continue
		}
		o.Payments = append(o.Payments, Payment{p.ID, p.Date, credited})
	}
	for _, r := range c.Reversals {
		o.reversed[r.Payment] = r.Date
	}
	later := func(day calendar.Date, recorded *calendar.Date) bool {
		if day > start {
			*recorded = lastDay()
		}
		return day > start
	}
	o.Case.Payments = slices.Clone(c.Payments)
	for i := range o.Case.Payments {
		later(c.Payments[i].Date, &o.Case.Payments[i].Recorded)
	}
	o.Case.Claims = postpone(&o, "claims", c.Claims, func(f *ledger.Claim) bool { return later(f.Issued, &f.Recorded) })
	o.Case.Fees = postpone(&o, "fees", c.Fees, func(f *ledger.Fee) bool { return later(f.Date, &f.Recorded) })
	o.Case.Titles = postpone(&o, "titles", c.Titles, func(f *ledger.Title) bool { return later(f.Date, &f.Recorded) })
	o.Case.Adjustments = postpone(&o, "adjustments", c.Adjustments, func(f *ledger.Adjustment) bool { return later(f.Date, &f.Recorded) })
	o.Case.Capitalizations = postpone(&o, "capitalizations", c.Capitalizations, func(f *ledger.Capitalization) bool { return later(f.Date, &f.Recorded) })
	o.Case.Holds = postpone(&o, "holds", c.Holds, func(f *ledger.Hold) bool { return later(f.From, &f.Recorded) })
	o.Case.Reversals = postpone(&o, "reversals", c.Reversals, func(f *ledger.Reversal) bool { return later(f.Date, &f.Recorded) })
	o.Case.Refunds = postpone(&o, "refunds", c.Refunds, func(f *ledger.Refund) bool { return later(f.Date, &f.Recorded) })
	o.Case.WriteOffs = postpone(&o, "writeOffs", c.WriteOffs, func(f *ledger.WriteOff) bool { return later(f.Date, &f.Recorded) })
	if c.Closed != nil && c.Closed.Date > start {
		o.Case.Closed = nil
		o.Later = append(o.Later, "/closed")
	}
	return o, problems.Err()
}

// postpone records the later facts of a list so late that nobody knows them.
func postpone[T any](o *Opened, name string, list []T, later func(*T) bool) []T {
	out := slices.Clone(list)
	for i := range out {
		if later(&out[i]) {
			o.Later = append(o.Later, fmt.Sprintf("/%s/%d", name, i))
		}
	}
	return out
}

// raised reports whether some claim counts when the plan starts.
func (o Opened) raised() bool {
	return slices.ContainsFunc(o.Case.Claims, func(cl ledger.Claim) bool { return cl.Recorded < lastDay() })
}

// trimmed is the opened case without the facts that nobody knows.
func (o Opened) trimmed() ledger.Case {
	c := o.Case
	gone := map[string]bool{}
	c.Claims = known(c.Claims, func(f ledger.Claim) (string, calendar.Date) { return f.ID, f.Recorded }, gone)
	c.Fees = known(c.Fees, func(f ledger.Fee) (string, calendar.Date) { return f.ID, f.Recorded }, gone)
	c.Titles = known(c.Titles, func(f ledger.Title) (string, calendar.Date) { return "", f.Recorded }, gone)
	c.Adjustments = known(c.Adjustments, func(f ledger.Adjustment) (string, calendar.Date) { return "", f.Recorded }, gone)
	c.Capitalizations = known(c.Capitalizations, func(f ledger.Capitalization) (string, calendar.Date) { return "", f.Recorded }, gone)
	c.Reversals = known(c.Reversals, func(f ledger.Reversal) (string, calendar.Date) { return "", f.Recorded }, gone)
	c.Refunds = known(c.Refunds, func(f ledger.Refund) (string, calendar.Date) { return "", f.Recorded }, gone)
	c.WriteOffs = known(c.WriteOffs, func(f ledger.WriteOff) (string, calendar.Date) { return "", f.Recorded }, gone)
	c.Payments = known(c.Payments, func(f ledger.Payment) (string, calendar.Date) { return "", f.Recorded }, gone)
	for i, p := range c.Payments {
		c.Payments[i].Specification = slices.DeleteFunc(slices.Clone(p.Specification), func(d allocation.Directed) bool { return gone[d.Item] })
	}
	var holds []ledger.Hold
	for _, h := range known(c.Holds, func(f ledger.Hold) (string, calendar.Date) { return "", f.Recorded }, gone) {
		named := len(h.Items) > 0
		h.Items = slices.DeleteFunc(slices.Clone(h.Items), func(id string) bool { return gone[id] })
		if !named || len(h.Items) > 0 {
			holds = append(holds, h)
		}
	}
	c.Holds = holds
	return c
}

// known are the facts of a list that somebody knows; the ids of the others are gone.
func known[T any](list []T, of func(T) (id string, recorded calendar.Date), gone map[string]bool) []T {
	var out []T
	for _, f := range list {
		if id, recorded := of(f); recorded < lastDay() {
			out = append(out, f)
		} else if id != "" {
			gone[id] = true
		}
	}
	return out
}
