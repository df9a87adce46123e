package dunning

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// never is a day that does not come.
const never = calendar.Date(1) << 30

// holdEnds says on which day the holds of a scope on all items end that cover the day,
// zero where there is none, and for each account on which day those on its item do; nil
// where no hold names items.
func (c *course) holdEnds(scope ledger.Scope) (general calendar.Date, byDebt []calendar.Date) {
	var byID map[string]calendar.Date
	for i := range c.h.Holds {
		h := &c.h.Holds[i]
		if h.Scope != scope || !c.covers(h) {
			continue
		}
		if len(h.Items) == 0 {
			general = max(general, endOf(h))
			continue
		}
		if byID == nil {
			byID = map[string]calendar.Date{}
		}
		for _, id := range h.Items {
			byID[id] = max(byID[id], endOf(h))
		}
	}
	if byID == nil {
		return general, nil
	}
	byDebt = make([]calendar.Date, len(c.accounts))
	for k := range c.accounts {
		byDebt[k] = byID[c.accounts[k].debt.ID]
	}
	return general, byDebt
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
	p := &pool{payments: c.payments()}
	p.next = make([]int, len(p.payments)+1)
	for i := range p.next {
		p.next[i] = i
	}
	for i := range states {
		c.keepPromise(&states[i], p)
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

// pool is what payments have left for promises, oldest first. next skips those that are
// used up.
type pool struct {
	payments []Payment
	next     []int
}

// find is the first payment from a position on that has something left.
func (p *pool) find(i int) int {
	for p.next[i] != i {
		p.next[i] = p.next[p.next[i]] // halves the way for the next one
		i = p.next[i]
	}
	return i
}

// take uses what payments of some days have left, up to an amount.
func (p *pool) take(from, through calendar.Date, most int64) int64 {
	first, _ := slices.BinarySearchFunc(p.payments, from, func(x Payment, d calendar.Date) int { return x.Date.Compare(d) })
	taken := int64(0)
	for i := p.find(first); i < len(p.payments) && taken < most && p.payments[i].Date <= through; i = p.find(i) {
		x := &p.payments[i]
		part := min(x.Amount.Minor(), most-taken)
		x.Amount = money.FromMinor(x.Amount.Minor()-part, x.Amount.Currency())
		taken += part
		if x.Amount.IsZero() {
			p.next[i] = i + 1
		}
	}
	return taken
}

// keepPromise lets payments settle a promise; what they give is taken off them.
func (c *course) keepPromise(s *PromiseState, p *pool) {
	s.Paid = c.money(p.take(s.Date, s.Due, s.Amount.Minor()))
	switch {
	case s.Paid.Minor() >= s.Amount.Minor():
		s.State = PromiseKept
	case c.day > s.Due:
		s.State = PromiseBroken
		c.findings = append(c.findings, ledger.Finding{Code: FindingPromiseBroken, Severity: ledger.Info, Path: "/promises",
			Message: "of promise " + s.ID + ", " + s.Amount.String() + " by " + s.Due.String() + ", " + s.Paid.String() + " was paid"})
	}
}
