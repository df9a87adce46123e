package dunning

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// never is a day that does not come.
const never = calendar.Date(1) << 30

// freeFrom says for each account from which day on no hold on its item keeps it back;
// nil where no item is held on the day.
func (c *course) freeFrom() []calendar.Date {
	var free []calendar.Date
	for i := range c.h.Holds {
		h := &c.h.Holds[i]
		if h.Scope != ledger.HoldDunning || len(h.Items) == 0 || !c.covers(h) {
			continue
		}
		if free == nil {
			free = make([]calendar.Date, len(c.accounts))
		}
		for k := range c.accounts {
			if slices.Contains(h.Items, c.accounts[k].debt.ID) {
				free[k] = max(free[k], endOf(h))
			}
		}
	}
	return free
}

// covers reports whether a hold is on the day.
func (c *course) covers(h *ledger.Hold) bool {
	return h.From <= c.day && (h.Through.IsZero() || c.day <= h.Through)
}

// endOf is the first day after a hold.
func endOf(h *ledger.Hold) calendar.Date {
	if h.Through.IsZero() {
		return never
	}
	return h.Through + 1
}

// pause gathers what keeps every level back.
func (v *view) pause(free []calendar.Date, promises []PromiseState) {
	for i := range v.h.Holds {
		if h := &v.h.Holds[i]; h.Scope == ledger.HoldDunning && len(h.Items) == 0 && v.covers(h) {
			v.stop(endOf(h), "dunning is on hold"+because(h.Reason), "hold")
		}
	}
	if len(v.pauses) == 0 && v.oldest == nil {
		first := never
		for k := range v.accounts[:v.nextLate] {
			if v.accounts[k].open > 0 {
				first = min(first, free[k])
			}
		}
		v.stop(first, "everything overdue is on hold", "hold")
	}
	for _, p := range promises {
		if p.State == PromiseOpen {
			v.stop(p.Due+1, "the debtor promised "+p.Amount.String()+" by "+p.Due.String(), "promise "+p.ID)
		}
	}
	if p := v.h.Plan; p != nil && p.Pauses {
		until := p.Until
		if until <= v.day {
			until = never
		}
		v.stop(until, "a payment plan is kept", "plan")
	}
}

func because(reason string) string {
	if reason == "" {
		return ""
	}
	return ": " + reason
}

// stop notes a pause until a day.
func (v *view) stop(until calendar.Date, reason, citation string) {
	b := Block{Reason: reason, Until: until, Citation: citation}
	if until == never {
		b.Until, b.Open = v.again, true
	}
	v.pauses = append(v.pauses, b)
}

// promises works out what became of each promise: payments through its due day settle it,
// those promised for first before the others.
func (c *course) promises() []PromiseState {
	var states []PromiseState
	for i := range c.h.Promises {
		if p := &c.h.Promises[i]; p.Date <= c.day {
			states = append(states, PromiseState{ID: p.ID, Due: p.Due, Amount: p.Amount, Paid: c.money(0), State: PromiseOpen, Date: p.Date})
		}
	}
	if states == nil {
		return nil
	}
	slices.SortStableFunc(states, func(a, b PromiseState) int {
		if a.Due != b.Due {
			return a.Due.Compare(b.Due)
		}
		return a.Date.Compare(b.Date)
	})
	payments := c.payments()
	for i := range states {
		c.keepPromise(&states[i], payments)
	}
	return states
}

// payments lists what was paid through the day, oldest first.
func (c *course) payments() []Payment {
	var list []Payment
	for _, p := range c.h.Payments {
		if p.Date <= c.day {
			list = append(list, p)
		}
	}
	if c.h.Payments == nil {
		for _, r := range c.h.Receipts {
			if !r.Credit && r.Amount.Sign() > 0 && r.Date <= c.day {
				list = append(list, Payment{r.Date, r.Amount})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Payment) int { return a.Date.Compare(b.Date) })
	return list
}

// keepPromise lets payments settle a promise; what they give is taken off them.
func (c *course) keepPromise(s *PromiseState, payments []Payment) {
	paid := int64(0)
	for i := range payments {
		p := &payments[i]
		if p.Date < s.Date || p.Date > s.Due {
			continue
		}
		part := min(p.Amount.Minor(), s.Amount.Minor()-paid)
		p.Amount = c.money(p.Amount.Minor() - part)
		paid += part
	}
	s.Paid = c.money(paid)
	switch {
	case paid >= s.Amount.Minor():
		s.State = PromiseKept
	case c.day > s.Due:
		s.State = PromiseBroken
		c.find(FindingPromiseBroken, ledger.Info, "/promises", "%s of the %s promised by %s was paid", s.Paid, s.Amount, s.Due)
	}
}
