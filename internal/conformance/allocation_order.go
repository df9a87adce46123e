package conformance

import (
	"slices"
	"strings"

	"github.com/skuld-go/skuld/allocation"
)

// buckets are the beginnings of the steps of an allocation order.
var buckets = []struct {
	prefix string
	bucket allocation.Bucket
}{
	{"PAST_DUE_", allocation.PastDue}, {"DUE_", allocation.Due}, {"IN_ADVANCE_", allocation.InAdvance},
}

// sequences say which installment money in advance goes to first.
var sequences = map[string]allocation.Sequence{
	"":                 allocation.Oldest, // see [Allocation.unclear]
	"NEXT_INSTALLMENT": allocation.Oldest,
	"LAST_INSTALLMENT": allocation.Latest,
	"REAMORTIZATION":   allocation.Even,
}

// rung settles components of the items in one bucket or several.
func rung(s allocation.Sequence, due []allocation.Bucket, components ...allocation.Component) allocation.Rung {
	return allocation.Rung{Components: components, Due: due, Sequence: s}
}

// order translates the words of a vector; unknown ones are features.
func (a Allocation) order() (o allocation.Order, foreign []string) {
	horizontal := strings.EqualFold(a.processing, "HORIZONTAL")
	if !horizontal && !strings.EqualFold(a.processing, "VERTICAL") {
		foreign = append(foreign, "processing "+a.processing)
	}
	later, ok := sequences[strings.ToUpper(a.rule)]
	if !ok {
		foreign = append(foreign, "future_instalment_rule "+a.rule)
	}
	for _, word := range a.steps {
		bucket, component, ok := step(word)
		if !ok {
			foreign = append(foreign, "allocation_order "+word)
			continue
		}
		s := allocation.Oldest
		if bucket == allocation.InAdvance {
			s = later
		}
		next := rung(s, []allocation.Bucket{bucket}, component)
		if horizontal {
			o.Rungs = gather(o.Rungs, next)
		} else {
			o.Rungs = append(o.Rungs, next)
		}
	}
	// A gathered rung already works item by item through its components.
	o.Processing = allocation.Vertical
	return o, foreign
}

// gather adds the component of a step to the rung of its bucket. Fineract works
// horizontal orders by due type, in the order in which these first appear, each
// with its components in their order, wherever the steps stood. So interleaved
// steps do not keep their places there, as they do in vertical orders.
func gather(rungs []allocation.Rung, next allocation.Rung) []allocation.Rung {
	for i := range rungs {
		if slices.Equal(rungs[i].Due, next.Due) {
			rungs[i].Components = append(rungs[i].Components, next.Components...)
			return rungs
		}
	}
	return append(rungs, next)
}

// step reads PAST_DUE_PENALTY.
func step(word string) (allocation.Bucket, allocation.Component, bool) {
	word = strings.ToUpper(word)
	for _, b := range buckets {
		if name, ok := strings.CutPrefix(word, b.prefix); ok {
			component, known := part(name)
			return b.bucket, component, known
		}
	}
	return 0, 0, false
}

// sharesAtOnce says that a rung shares evenly what several components of the
// installments have open together.
func sharesAtOnce(o allocation.Order) bool {
	return slices.ContainsFunc(o.Rungs, func(r allocation.Rung) bool {
		return r.Sequence == allocation.Even && len(r.Components) > 1
	})
}
