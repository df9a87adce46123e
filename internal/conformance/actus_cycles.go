package conformance

import (
	"maps"
	"regexp"
	"slices"
	"strconv"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// cycles reads the dates of contracts whose terms are no arrays.
func (c *Contract) cycles(o object) {
	if cycle, ok := o.cycle("InterestPayment"); ok {
		c.terms.Interest = []contract.Cycle{cycle}
	}
	if cycle, ok := o.cycle("PrincipalRedemption"); ok && len(c.terms.Repayments) == 1 {
		c.terms.Repayments[0].Cycle = cycle
	}
	cycle, ok := o.cycle("RateReset")
	spread, multiplier, next := o.exact("rateSpread"), o.exact("rateMultiplier"), o.exact("nextResetRate")
	if ok {
		c.terms.Resets = []contract.Reset{{Cycle: cycle, Spread: spread, Multiplier: multiplier, Next: next}}
	}
}

// cycle reads an anchor and a distance, either of which may be absent.
func (o object) cycle(of string) (contract.Cycle, bool) {
	first, every := o.day("cycleAnchorDateOf"+of), o.word("cycleOf"+of)
	c := contract.Cycle{First: first}
	if every != "" {
		c.Every, c.Stub = o.distance("cycleOf"+of, every)
	}
	return c, !first.IsZero() || every != ""
}

var actusDistance = regexp.MustCompile(`^P(\d{1,4})([DWMQHY])(?:L([01]))?$`)

// distance reads P1ML0: a count, a unit and a stub, 0 for a long one at the end.
func (o object) distance(key, s string) (calendar.Span, calendar.Stub) {
	m := actusDistance.FindStringSubmatch(s)
	if m == nil {
		o.notes.fail("%s%s is %.40q, want a cycle as P1ML0", o.path, key, s)
		return calendar.Span{}, 0
	}
	stub := calendar.ShortLast
	if m[3] == "0" {
		stub = calendar.LongLast
	}
	n, _ := strconv.Atoi(m[1])
	switch m[2] {
	case "D":
		return calendar.DaySpan(n), stub
	case "W":
		return calendar.Weeks(n), stub
	case "Q":
		return calendar.Months(3 * n), stub
	case "H":
		return calendar.Months(6 * n), stub
	case "Y":
		return calendar.Years(n), stub
	}
	return calendar.Months(n), stub
}

// fixings reads the reference rate that the contract names.
func (c *Contract) fixings(code string, data object) {
	for _, name := range slices.Sorted(maps.Keys(data.values)) {
		series := data.object(name)
		series.drop("identifier")
		for _, point := range series.objects("data") {
			f := contract.Fixing{Date: point.day("timestamp"), Rate: point.exact("value")}
			if name == code {
				c.terms.Fixings = append(c.terms.Fixings, f)
			}
		}
	}
	slices.SortStableFunc(c.terms.Fixings, func(a, b contract.Fixing) int { return a.Date.Compare(b.Date) })
	c.terms.Fixings = slices.CompactFunc(c.terms.Fixings, func(a, b contract.Fixing) bool {
		return a.Date == b.Date && a.Rate != nil && b.Rate != nil && a.Rate.Cmp(b.Rate) == 0
	})
}

// open lets the interest of money that is lent until further notice be capitalized, and
// ends the list of its dates before the day that the file ends with.
func (c *Contract) open(o object) {
	if c.Type != "UMP" && c.Type != "CLM" {
		return
	}
	c.terms.CapitalizeThrough = calendar.MustDate(2200, 12, 31)
	if c.terms.Maturity.IsZero() && !c.through.IsZero() {
		c.through--
	}
	if c.terms.Calendar != nil && !c.terms.Maturity.IsZero() {
		if day, err := c.terms.Calendar.Adjust(c.terms.Maturity, c.terms.Adjust); err != nil || day != c.terms.Maturity {
			// Files count interest to the business day and date the event otherwise.
			o.foreign("call money that ends on no business day")
		}
	}
}
