package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// ErrDiff marks statements that cannot be compared.
var ErrDiff = errors.New("statements cannot be compared")

// Correction is a signed entry that leads from one statement to another: what is
// open on a component of an item, or what of a payment is unallocated, was Was and
// is now Is; By is Is − Was.
type Correction struct {
	// Item is a claim, a fee, a credit note or a payment.
	Item string
	// Component is zero for what of a payment or credit note is unallocated.
	Component   allocation.Component
	Was, Is, By money.Amount
	// From is the first day from which the steps behind the figure differ, zero
	// where only a figure without steps does.
	From calendar.Date
	// Old and New are the segments of interest from that day on, for interest.
	Old, New []interest.Segment
}

// Diff lists what leads from the old statement to the new one, in the order of
// the new statement's items: corrections that, added to what the old one has open,
// give the new one. Two equal statements give none. The statements must be of one
// case in one currency on one day; the error wraps [ErrDiff].
func Diff(old, next *Statement) ([]Correction, error) {
	if old.Case != next.Case || old.Currency != next.Currency || old.AsOf != next.AsOf {
		return nil, fmt.Errorf("%w: %s in %s as of %s and %s in %s as of %s, want one case on one day", ErrDiff,
			old.Case, old.Currency, old.AsOf, next.Case, next.Currency, next.AsOf)
	}
	was, is := standingOf(old), standingOf(next)
	var out []Correction
	for _, c := range cellsOf(is, was) {
		a, b := was.open[c], is.open[c]
		from, before, after := differ(was.steps[c], is.steps[c])
		if a == b {
			continue // the way there may differ, the figure does not
		}
		out = append(out, Correction{
			Item: c.item, Component: c.component, From: from, Old: before, New: after,
			Was: money.FromMinor(a, next.Currency), Is: money.FromMinor(b, next.Currency), By: money.FromMinor(b-a, next.Currency),
		})
	}
	return out, nil
}

// standing is what a statement has open, and the steps behind it.
type standing struct {
	order []cell
	open  map[cell]int64
	steps map[cell]steps
}

// steps are the dated lines on a component and the segments of an interest.
type steps struct {
	lines    []dated
	segments []interest.Segment
}

func (s *standing) set(item string, c allocation.Component, open money.Amount, segments []interest.Segment) {
	k := cell{item, c}
	s.order = append(s.order, k)
	s.open[k] = open.Minor()
	s.steps[k] = steps{s.steps[k].lines, segments}
}

// standingOf reads a statement.
func standingOf(st *Statement) *standing {
	s := &standing{open: map[cell]int64{}, steps: map[cell]steps{}}
	for _, pa := range st.Allocations {
		for _, l := range pa.Lines {
			k := cell{l.Item, l.Component}
			s.steps[k] = steps{append(s.steps[k].lines, dated{l.Date, l.Amount.Minor()}), nil}
		}
	}
	for _, it := range st.Items {
		switch {
		case it.CreditNote:
			continue
		case it.Fee:
			s.set(it.ID, allocation.Fee, it.Charge.Remaining, nil)
			for _, p := range it.Parts {
				s.set(it.ID, p.Component, p.Remaining, it.segmentsOf(p.Component))
			}
			continue
		}
		for _, p := range it.Parts {
			s.set(it.ID, p.Component, p.Remaining, it.segmentsOf(p.Component))
		}
		s.set(it.ID, allocation.Capitalized, it.Capitalized.Remaining, nil)
		s.set(it.ID, allocation.Principal, it.Principal.Remaining, nil)
	}
	for _, pa := range st.Allocations {
		k := cell{item: cmp.Or(pa.Refund, pa.Payment)}
		if _, there := s.open[k]; !there {
			s.order = append(s.order, k)
		}
		s.open[k] += pa.Unallocated.Minor()
		s.steps[k] = steps{lines: append(s.steps[k].lines, dated{pa.Date, pa.Unallocated.Minor()})}
	}
	return s
}

// cellsOf lists the cells of both, those of the first in its order, then the rest.
func cellsOf(a, b *standing) []cell {
	out := slices.Clone(a.order)
	for _, k := range b.order {
		if _, there := a.open[k]; !there {
			out = append(out, k)
		}
	}
	return out
}

// differ finds the first day from which steps differ, and the segments from then
// on.
func differ(a, b steps) (calendar.Date, []interest.Segment, []interest.Segment) {
	n := 0
	for n < len(a.segments) && n < len(b.segments) && sameSegment(a.segments[n], b.segments[n]) {
		n++
	}
	old, next := a.segments[n:], b.segments[n:]
	var from calendar.Date
	if len(old)+len(next) > 0 {
		from = firstChange(old, next)
	}
	slices.SortStableFunc(a.lines, byDay)
	slices.SortStableFunc(b.lines, byDay)
	m := 0
	for m < len(a.lines) && m < len(b.lines) && a.lines[m] == b.lines[m] {
		m++
	}
	for _, lines := range [][]dated{a.lines[m:], b.lines[m:]} {
		if len(lines) > 0 {
			from = earliest(from, lines[0].day)
		}
	}
	return from, old, next
}

// firstChange is the first day on which two lists of segments say different
// things: where both begin alike, the end of the shorter of the first.
func firstChange(a, b []interest.Segment) calendar.Date {
	switch {
	case len(a) == 0:
		return b[0].Period.From
	case len(b) == 0:
		return a[0].Period.From
	case a[0].Principal == b[0].Principal && a[0].Rate == b[0].Rate && a[0].Held == b[0].Held && a[0].Period.From == b[0].Period.From:
		return min(a[0].Period.To, b[0].Period.To)
	}
	return min(a[0].Period.From, b[0].Period.From)
}

func byDay(x, y dated) int { return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.minor, y.minor)) }

func earliest(a, b calendar.Date) calendar.Date {
	if a.IsZero() || (!b.IsZero() && b < a) {
		return b
	}
	return a
}

// sameSegment compares what a segment says, not why.
func sameSegment(a, b interest.Segment) bool {
	return a.Period == b.Period && a.Principal == b.Principal && a.Rate == b.Rate && a.Fraction == b.Fraction &&
		a.Counted == b.Counted && a.Held == b.Held
}
