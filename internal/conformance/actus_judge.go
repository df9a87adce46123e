package conformance

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// actusEvents are the names of the events.
var actusEvents = map[contract.EventKind]string{
	contract.Disbursed: "IED", contract.Repaid: "PR", contract.Drawn: "PI", contract.InterestPaid: "IP", contract.Capitalized: "IPCI",
	contract.RateFixed: "RRF", contract.RateReset: "RR", contract.LevelSet: "PRF", contract.Terminated: "TD", contract.Matured: "MD",
}

// actusTolerance is how far a printed figure may be off: files print ten decimals at least.
var actusTolerance = big.NewRat(1, 1_000_000_000)

// actusDifferences is how many differences of one contract are reported.
const actusDifferences = 6

// Judge lets the library work the contract out and compares event by event.
func (c Contract) Judge() Verdict {
	if v := outside(c.notes.foreign); v.OutOfScope != "" {
		return v
	}
	events, err := c.terms.Events(c.through)
	if err != nil {
		return Verdict{Problem: err}
	}
	var errs []error
	for i := range max(len(events), len(c.want)) {
		switch {
		case i >= len(events):
			errs = append(errs, fmt.Errorf("no event, want %s on %s", c.want[i].kind, c.want[i].date))
		case i >= len(c.want):
			errs = append(errs, fmt.Errorf("%s on %s, want no more events", actusEvents[events[i].Kind], events[i].Date))
		default:
			errs = append(errs, c.compare(events[i], c.want[i])...)
		}
		if len(errs) >= actusDifferences {
			break
		}
	}
	return Verdict{Problem: errors.Join(errs...)}
}

// compare sets an event against what the file wants.
func (c Contract) compare(e contract.Event, want actusRow) (errs []error) {
	name := actusEvents[e.Kind]
	if name != want.kind || e.Date != want.date {
		return []error{fmt.Errorf("%s on %s, want %s on %s", name, e.Date, want.kind, want.date)}
	}
	for _, f := range []struct {
		what      string
		got, want *big.Rat
	}{
		{"payoff", c.signed(e.Amount), want.payoff},
		{"notionalPrincipal", c.signed(e.Balance), want.notional},
		{"nominalInterestRate", e.Rate, want.rate},
		{"accruedInterest", c.signed(e.Accrued), want.interest},
	} {
		if f.want == nil {
			continue
		}
		if d := new(big.Rat).Sub(f.got, f.want); d.Abs(d).Cmp(actusTolerance) > 0 {
			errs = append(errs, fmt.Errorf("%s on %s: %s %s, want %s", name, e.Date, f.what, f.got.FloatString(12), f.want.FloatString(12)))
		}
	}
	return errs
}

// signed is an amount as the party of the file sees it.
func (c Contract) signed(a money.Exact) *big.Rat {
	x := a.Rat()
	if c.liability {
		x.Neg(x)
	}
	return x
}
