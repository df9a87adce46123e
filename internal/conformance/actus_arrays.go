package conformance

import (
	"strings"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// arrays reads contracts whose terms change by steps.
func (c *Contract) arrays(o object) {
	c.terms.Interest = o.steps("InterestPayment")
	directions, amounts := o.oneOrMore("arrayIncreaseDecrease"), o.oneOrMore("arrayNextPrincipalRedemptionPayment")
	for i, cycle := range o.steps("PrincipalRedemption") {
		x := o.parseExact("arrayNextPrincipalRedemptionPayment", entry(amounts, i))
		if x == nil {
			o.notes.fail("%sarrayNextPrincipalRedemptionPayment lacks entry %d", o.path, i)
			continue
		}
		switch direction := entry(directions, i); direction {
		case "DEC":
		case "INC":
			x.Neg(x)
		default:
			o.foreign("arrayIncreaseDecrease %s", direction)
		}
		c.terms.Repayments = append(c.terms.Repayments, contract.Repayment{Cycle: cycle, Amount: money.ExactOfRat(x, c.terms.Principal.Currency())})
	}
	c.rates(o)
}

// rates reads rates that are agreed by steps, or spreads over a reference rate.
func (c *Contract) rates(o object) {
	rates, ways, multiplier := o.oneOrMore("arrayRate"), o.oneOrMore("arrayFixedVariable"), o.exact("rateMultiplier")
	o.drop("rateSpread") // each step has its own
	for i, cycle := range o.steps("RateReset") {
		reset := contract.Reset{Cycle: cycle}
		rate := o.parseExact("arrayRate", entry(rates, i))
		switch way := entry(ways, i); {
		case strings.HasPrefix(way, "V"):
			reset.Spread, reset.Multiplier = rate, multiplier
		case !strings.HasPrefix(way, "F"):
			o.foreign("arrayFixedVariable %s", way)
		case !cycle.Every.IsZero():
			o.foreign("fixed rates that are set again")
		default:
			reset.Next = rate
		}
		if rate == nil {
			o.notes.fail("%sarrayRate lacks entry %d", o.path, i)
		}
		c.terms.Resets = append(c.terms.Resets, reset)
	}
}

// steps reads cycles by step: anchors, and a distance for each or one for all, or none.
func (o object) steps(of string) []contract.Cycle {
	distances := o.oneOrMore("arrayCycleOf" + of)
	var cycles []contract.Cycle
	for i, first := range o.oneOrMore("arrayCycleAnchorDateOf" + of) {
		c := contract.Cycle{First: o.parseDay("arrayCycleAnchorDateOf"+of, first)}
		if s := entry(distances, i); s != "" {
			c.Every, c.Stub = o.distance("arrayCycleOf"+of, s)
		}
		cycles = append(cycles, c)
	}
	return cycles
}

// entry is number i of a list, the only entry of a list of one, "" where there is none.
func entry(list []string, i int) string {
	switch {
	case i < len(list):
		return list[i]
	case len(list) == 1:
		return list[0]
	}
	return ""
}
