package oracle

import (
	"fmt"
	"slices"
)

// rung is one step of an order of allocation.
type rung struct {
	number     int // 1-based
	components []string
	codes      []string // of fees; none: all
	groups     []string // of claims; none: all
	due        []string // buckets; none: all
	order      string
}

// order is a whole order of allocation.
type order struct {
	rungs      []rung
	horizontal bool
	// claimByClaim is the German walk of a horizontal run: past due, due, in
	// advance; then the highest rate; then the oldest; equals share pro rata.
	claimByClaim bool
	bySecurity   bool // what is secured comes after what is not, before rates are looked at
	apply        bool // waiting money goes to what arises later
	direction    string
}

// Orders inside a rung.
const (
	oldest      = "oldest"
	highestRate = "highest-rate"
	largest     = "largest"
	proRata     = "pro-rata"
	latest      = "latest"
	even        = "even"
)

// How far a payer's specification binds.
const (
	directionFree = "free"
	directionItem = "item" // to the item, not to the component
	directionNone = "none"
)

// Buckets by the due date, as seen from the day of payment.
const (
	pastDue   = "past-due"
	dueToday  = "due"
	inAdvance = "in-advance"
)

func bucket(due, today day) string {
	switch {
	case due < today:
		return pastDue
	case due == today:
		return dueToday
	}
	return inAdvance
}

func readOrder(in allocationInput, jurisdiction string) (order, error) {
	o := order{}
	switch in.Unallocated {
	case "", "hold":
	case "apply":
		o.apply = true
	default:
		return o, fmt.Errorf("/allocation/unallocated: %q is not known", in.Unallocated)
	}
	o.direction = or(in.Direction, directionFree)
	if !slices.Contains([]string{directionFree, directionItem, directionNone}, o.direction) {
		return o, fmt.Errorf("/allocation/direction: %q is not known", in.Direction)
	}
	if len(in.Rungs) == 0 {
		if in.Processing != "" {
			return o, fmt.Errorf("/allocation/processing: only with rungs")
		}
		return o.preset(or(in.Preset, defaultPreset(jurisdiction)))
	}
	if in.Preset != "" {
		return o, fmt.Errorf("/allocation: a preset or rungs, not both")
	}
	switch in.Processing {
	case "", "vertical":
	case "horizontal":
		o.horizontal = true
	default:
		return o, fmt.Errorf("/allocation/processing: %q is not known", in.Processing)
	}
	for i, r := range in.Rungs {
		one, err := readRung(r, i+1)
		if err != nil {
			return o, fmt.Errorf("/allocation/rungs/%d: %w", i, err)
		}
		o.rungs = append(o.rungs, one)
	}
	return o, nil
}

func readRung(in rungInput, number int) (rung, error) {
	r := rung{number: number, codes: in.Codes, groups: in.Groups, due: in.Due, order: or(in.Order, oldest)}
	if !slices.Contains([]string{oldest, highestRate, largest, proRata, latest, even}, r.order) {
		return r, fmt.Errorf("order %q is not known", r.order)
	}
	for _, b := range in.Due {
		if b != pastDue && b != dueToday && b != inAdvance {
			return r, fmt.Errorf("due %q is not known", b)
		}
	}
	for _, c := range in.Components {
		parts, err := expand(c)
		if err != nil {
			return r, err
		}
		for _, p := range parts {
			if !slices.Contains(r.components, p) {
				r.components = append(r.components, p)
			}
		}
	}
	if len(r.components) == 0 {
		return r, fmt.Errorf("no components")
	}
	return r, nil
}

// expand gives the components that a name stands for.
func expand(component string) ([]string, error) {
	switch component {
	case compInterest:
		return []string{compDefault, compContract}, nil
	case compFee, compContract, compDefault, compCapitalized, compPrincipal:
		return []string{component}, nil
	}
	return nil, fmt.Errorf("component %q is not known", component)
}

// meant gives the components that an entry of a specification reaches, in order:
// those it names, or those of the rungs, each once.
func (o *order) meant(component string) (all []string) {
	if component != "" && o.direction != directionItem {
		all, _ = expand(component)
		return all
	}
	for i := range o.rungs {
		for _, c := range o.rungs[i].components {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// preset fills in one of the named walks.
func (o order) preset(name string) (order, error) {
	var walk [][]string
	switch name {
	case "costs-interest-principal", "SE", "SE-consumer-credit", "NO", "DK", "GB":
		walk = [][]string{{compFee}, {compDefault, compContract}, {compCapitalized}, {compPrincipal}}
	case "interest-first":
		walk = [][]string{{compDefault, compContract}, {compFee}, {compCapitalized}, {compPrincipal}}
	case "principal-first":
		walk = [][]string{{compPrincipal}, {compCapitalized}, {compFee}, {compDefault, compContract}}
	case "FI":
		walk = [][]string{{compDefault, compContract}, {compCapitalized}, {compPrincipal}, {compFee}}
	case "DE-BGB-367", "AT", "NL":
		walk = [][]string{{compFee}, {compDefault, compContract}, {compCapitalized}, {compPrincipal}}
		o.horizontal, o.claimByClaim = true, true
		o.bySecurity = name == "DE-BGB-367"
	case "DE-BGB-497":
		walk = [][]string{{compFee}, {compContract, compCapitalized, compPrincipal}, {compDefault}}
	default:
		return o, fmt.Errorf("/allocation/preset: %q is not known", name)
	}
	for i, components := range walk {
		o.rungs = append(o.rungs, rung{number: i + 1, components: components, order: oldest})
	}
	return o, nil
}
