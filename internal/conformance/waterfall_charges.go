package conformance

import (
	"regexp"
	"strconv"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// items are the installment and, apart from it, those of its charges that are
// due by the payment: the money reaches them before what is in advance. Later
// charges stay with the installment.
func (w Waterfall) items(t *till, due calendar.Date) (items []allocation.Item, foreign []string) {
	rest := t.balances(w.open)
	for _, c := range w.charges {
		component, ok := part(c.kind)
		if !ok || component != allocation.Fee && component != allocation.DefaultInterest {
			foreign = append(foreign, "charge "+c.kind)
			continue
		}
		on, ok := effectiveDue(c.on)
		if !ok {
			foreign = append(foreign, "effective_due "+c.on)
			continue
		}
		if allocation.BucketOf(on, paymentDay) == allocation.InAdvance {
			continue
		}
		// A charge may have been paid in part: no more than the installment has open.
		it := allocation.Item{ID: c.kind, Due: on}
		it.Open[component] = min(t.minor(c.amount), rest[component])
		rest[component] -= it.Open[component]
		items = append(items, it)
	}
	return append(items, allocation.Item{ID: "installment", Due: due, Open: rest}), foreign
}

// relativeDay is how vectors write days; the last bracket may be cut off.
var relativeDay = regexp.MustCompile(`^transactionDate(?:\.(plus|minus)(Days|Weeks|Months|Years)\((\d{1,3})\)?)?$`)

// effectiveDue reads transactionDate.minusDays(1); a charge without a day is due.
func effectiveDue(s string) (calendar.Date, bool) {
	if s == "" {
		return paymentDay, true
	}
	m := relativeDay.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	n, _ := strconv.Atoi(m[3]) // "" where nothing follows: no distance
	if m[1] == "minus" {
		n = -n
	}
	switch m[2] {
	case "Weeks":
		return paymentDay.Add(calendar.Weeks(n)), true
	case "Months":
		return paymentDay.Add(calendar.Months(n)), true
	case "Years":
		return paymentDay.Add(calendar.Years(n)), true
	}
	return paymentDay.AddDays(n), true
}
