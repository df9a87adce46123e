package limitation

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
)

// Acts are the acts that several claims have in common, checked and put in order once.
// They are not safe for concurrent use: counting notes in them what moved a claim.
type Acts struct {
	asOf   calendar.Date
	line   []*entry
	titles []calendar.Date
}

// entry is an act in the line of a claim.
type entry struct {
	Event
	// moved says that the act moved a claim of which something is open.
	moved bool
}

// NewActs prepares acts in any order; those of one day act in the order given. Those
// after asOf do not count. It is an error if an act has no kind, has no date or ends
// before it begins.
func NewActs(events []Event, asOf calendar.Date) (*Acts, error) {
	if !within(asOf) {
		return nil, fmt.Errorf("asked about %q, want a date before the year %d", asOf, maxYear)
	}
	line, err := inOrder(events, asOf)
	if err != nil {
		return nil, err
	}
	return &Acts{asOf: asOf, line: line, titles: titlesOf(line)}, nil
}

// Unproven are the ids of the acts whose arrival is not known and that moved a claim
// counted with [Facts].Unsettled, in the order of their days.
func (a *Acts) Unproven() []string {
	var ids []string
	for _, e := range a.line {
		if e.moved && e.DeliveryUnknown {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// inOrder are the events that count on a day, in order.
func inOrder(events []Event, asOf calendar.Date) ([]*entry, error) {
	if len(events) == 0 {
		return nil, nil
	}
	entries := make([]entry, 0, len(events))
	line := make([]*entry, 0, len(events))
	for _, e := range events {
		if err := e.check(); err != nil {
			return nil, err
		}
		if e.Day <= asOf {
			entries = append(entries, entry{Event: e})
			line = append(line, &entries[len(entries)-1])
		}
	}
	slices.SortStableFunc(line, func(a, b *entry) int { return a.Day.Compare(b.Day) })
	return line, nil
}

// titlesOf are the days of the titles, in order.
func titlesOf(line []*entry) []calendar.Date {
	var days []calendar.Date
	for _, e := range line {
		if e.Act == TitleObtained {
			days = append(days, e.Day)
		}
	}
	return days
}

// merged is a claim's own acts with those in common, its own first on one day, in the
// memory of into.
func merged(into, own, common []*entry) []*entry {
	into = into[:0]
	for _, e := range own {
		for len(common) > 0 && common[0].Day < e.Day {
			into = append(into, common[0])
			common = common[1:]
		}
		into = append(into, e)
	}
	return append(into, common...)
}
