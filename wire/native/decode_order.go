package native

import (
	"errors"
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// allocation reads the order of settlement: a preset, or rungs, or neither, which
// leaves it to the jurisdiction.
func (d *decoder) allocation(of object) allocation.Order {
	o, ok := of.child("allocation", allocationFields)
	if !ok {
		return allocation.Order{}
	}
	order, _ := parse(o, "preset", wantText, preset)
	rungs, _ := objects(o, "rungs", allocation.MaxRungs, rungFields, d.rung)
	processing, _ := parse(o, "processing", wantText, allocation.ParseProcessing)
	rest, _ := parse(o, "unallocated", wantText, allocation.ParseRest)
	direction, _ := parse(o, "direction", wantText, allocation.ParseDirection)
	switch {
	case o.states("preset") && o.states("rungs"):
		d.addf(o.in.String(), "both preset and rungs, want one of them")
	case processing != 0 && !o.states("rungs"):
		o.problemf("processing", "without rungs, want it beside rungs only")
	}
	if rest != 0 {
		order.Rest = rest
	}
	if !o.states("preset") {
		order.Rungs, order.Processing = rungs, processing
	}
	order.Direction = direction
	return order
}

// preset finds an order by name.
func preset(s string) (allocation.Order, error) {
	order, ok := allocation.Preset(s)
	if !ok {
		return order, fmt.Errorf("%s is not a preset, want one of %s", quote(s), strings.Join(allocation.Presets(), ", "))
	}
	return order, nil
}

// rung reads one step of an order.
func (d *decoder) rung(o object) allocation.Rung {
	var r allocation.Rung
	for _, components := range words(o, "components", allocation.ParseComponents) {
		r.Components = append(r.Components, components...)
	}
	if o.field("components").missing(isList) {
		o.problemf("components", "missing, want at least one")
	}
	r.Codes = words(o, "codes", asText)
	r.Groups = words(o, "groups", asText)
	r.Due = words(o, "due", allocation.ParseBucket)
	r.Sequence, _ = parse(o, "order", wantText, allocation.ParseSequence)
	return r
}

// asText reads a text that stays with the case and must not keep the whole
// document alive.
func asText(s string) (string, error) { return strings.Clone(s), nil }

// rounding reads mode, place and quantum; what is absent stays zero.
func (d *decoder) rounding(of object) interest.Rounding {
	o, ok := of.child("rounding", roundingFields)
	if !ok {
		return interest.Rounding{}
	}
	var r interest.Rounding
	r.Mode, _ = parse(o, "mode", wantText, roundingMode)
	r.Place, _ = parse(o, "place", wantText, interest.ParsePlace)
	if quantum, ok := d.quantum(o); ok {
		r.Mode = r.Mode.ToStep(quantum.Minor())
	}
	return r
}

// quantum reads the step of a rounding; false where it cannot be read.
func (d *decoder) quantum(o object) (money.Amount, bool) {
	return parse(o, "quantum", wantAmount, func(s string) (money.Amount, error) {
		if d.currency.IsZero() {
			return parseForm(s)
		}
		a, err := parseAmount(s, d.currency)
		if err == nil && a.Sign() <= 0 {
			err = errors.New(quote(s) + " is not above 0, want a step such as \"0.05\"")
		}
		return a, err
	})
}

// modes are the ways of rounding that a file may ask for.
var modes = []money.Rounding{
	money.HalfUp, money.HalfEven, money.HalfDown, money.Up, money.Down, money.Ceiling, money.Floor,
}

// roundingMode reads a mode of rounding, without a step.
func roundingMode(s string) (money.Rounding, error) {
	names := make([]string, len(modes))
	for i, m := range modes {
		if names[i] = m.String(); names[i] == s {
			return m, nil
		}
	}
	return 0, fmt.Errorf("%s is not a way of rounding, want one of %s", quote(s), strings.Join(names, ", "))
}
