package ledger

import (
	"reflect"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
)

// Limitation is through which day a claim can be enforced, and why.
type Limitation struct {
	// Rule is what the law says about the claim.
	Rule limitation.Rule
	limitation.Limit
	// NextInterruption is the day by which the creditor should act, zero where none can
	// be said; it lies in the past where it was missed.
	NextInterruption calendar.Date
	// DaysLeft is max(0, Last − as-of), and 0 where no last day can be said.
	DaysLeft int
}

// defaultMargin is how long before the last day a creditor should act who says nothing
// else.
const defaultMargin = 90

// limitations fills in the limitation of the claims of a statement, and finds what a
// reader should know of it.
func (b *Book) limitations(st *Statement) ([]Finding, error) {
	var findings []Finding
	var c countdown
	at := -1 // position in the statement, which has the raised items in their order
	for i, it := range b.items[:len(b.c.Claims)] {
		if it.raised {
			at++
		}
		rule := b.resolved.Claims[i].Limitation
		if rule == nil || !it.raised || it.isCredit() {
			continue
		}
		v := &st.Items[at]
		l, err := b.limitation(&c, it, *rule, v.unsettled())
		if err != nil {
			return nil, &Problem{Path: it.path + "/limitation", Message: err.Error(), Cause: err}
		}
		v.Limitation = l
		if v.unsettled() {
			findings = append(findings, b.limitationFindings(it, v)...)
		}
	}
	return append(findings, b.deliveryFindings(c.acts)...), nil
}

// countdown is what the claims of a statement have in common; nothing where no law of
// limitation is known.
type countdown struct {
	acts     *limitation.Acts
	payments map[string][]limitation.Event
	// rules have one counter each.
	rules    []limitation.Rule
	counters []*limitation.Counter
}

// start prepares the acts of a case, once.
func (c *countdown) start(b *Book) error {
	if c.acts != nil {
		return nil
	}
	acts, err := limitation.NewActs(b.commonActs(), b.at.AsOf)
	c.acts, c.payments = acts, b.paymentActs()
	return err
}

// counter counts claims down under a rule.
func (c *countdown) counter(rule limitation.Rule) *limitation.Counter {
	for i := range c.rules {
		if reflect.DeepEqual(c.rules[i], rule) {
			return c.counters[i]
		}
	}
	n := rule.Counter(c.acts)
	c.rules, c.counters = append(c.rules, rule), append(c.counters, n)
	return n
}

// limitation counts one claim down.
func (b *Book) limitation(c *countdown, it *item, rule limitation.Rule, unsettled bool) (*Limitation, error) {
	if err := c.start(b); err != nil {
		return nil, err
	}
	limit, err := c.counter(rule).Limit(limitation.Facts{
		Origin: it.claim.Origin(), Due: it.claim.LimitationDue(), InterestFrom: it.bearsFrom(), Events: c.payments[it.id()], Unsettled: unsettled,
	})
	if err != nil {
		return nil, err
	}
	stated := it.claim.limitation()
	margin := stated.Margin
	if margin.IsZero() {
		margin = calendar.DaySpan(defaultMargin)
	}
	l := &Limitation{Rule: rule, Limit: limit, NextInterruption: limit.NextInterruption(stated.Interval, margin)}
	if !l.Last.IsZero() {
		l.DaysLeft = max(0, int(l.Last-b.at.AsOf))
	}
	return l, nil
}

// bearsFrom is the first day that bears interest of any kind, zero where none does.
func (it *item) bearsFrom() calendar.Date {
	var first calendar.Date
	for _, a := range it.bears {
		if first.IsZero() || a.terms.First < first {
			first = a.terms.First
		}
	}
	return first
}
