package contract

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// dated is a scheduled day, before it is moved, and which cycle of its list it is of.
type dated struct {
	day   calendar.Date
	cycle int
}

// days is a list of them, ascending.
func days(list []dated) []calendar.Date {
	out := make([]calendar.Date, len(list))
	for i, d := range list {
		out[i] = d.day
	}
	return out
}

// earliest is the first day on which anything may fall but the disbursement.
func (t *Terms) earliest() calendar.Date {
	if t.Since.IsZero() {
		return t.Start
	}
	return t.Since + 1
}

// before lists the dates of cycles that lie before a day. An open list has no end
// there: its last cycle gets no stub.
func (t *Terms) before(end calendar.Date, open bool, path string, cycles []Cycle) ([]dated, error) {
	var out []dated
	for i, c := range cycles {
		stop, last := end, i == len(cycles)-1
		if !last {
			stop = min(end, cycles[i+1].First)
		}
		regular, err := t.cycle(c, stop, open && last)
		if err != nil {
			return nil, &ledger.Problem{Path: fmt.Sprintf("%s/%d", path, i), Message: err.Error(), Cause: err}
		}
		for _, d := range regular {
			if d >= t.earliest() {
				out = append(out, dated{d, i})
			}
		}
		if len(out) > MaxDates {
			return nil, &ledger.Problem{Path: path, Message: fmt.Sprintf("more than %d dates, want a longer distance or an earlier end", MaxDates)}
		}
	}
	return out, nil
}

// cycle lists the dates of one cycle before a day.
func (t *Terms) cycle(c Cycle, stop calendar.Date, open bool) ([]calendar.Date, error) {
	from, skip := t.origin(c)
	switch {
	case from >= stop:
		return nil, nil
	case c.Every.IsZero():
		return []calendar.Date{from}, nil
	case open:
		return t.regular(c, stop), nil
	}
	bounds, err := calendar.Schedule{From: from, To: stop, Every: c.Every, Stub: c.Stub, EndOfMonth: t.EndOfMonth}.Bounds()
	if err != nil {
		return nil, err
	}
	bounds = bounds[:len(bounds)-1]
	if skip {
		bounds = bounds[1:]
	}
	return bounds, nil
}

// origin is the day that a cycle is counted from, and whether that is no date of it.
func (t *Terms) origin(c Cycle) (from calendar.Date, skip bool) {
	if c.First.IsZero() {
		return t.Start, true
	}
	return c.First, false
}

// firstRepayment is the first date of the level, whether it lies before Since or not.
func (t *Terms) firstRepayment() calendar.Date {
	c := t.Repayments[0].Cycle
	from, skip := t.origin(c)
	r := calendar.Recurrence{Anchor: from, Every: c.Every, EndOfMonth: t.EndOfMonth}
	k, ok := r.IndexFrom(t.Start)
	if !ok {
		return horizon()
	}
	if k = max(k, 0); k == 0 && skip {
		k = 1
	}
	if d := r.At(k); !d.IsZero() {
		return d
	}
	return horizon()
}

// recurrence is a cycle without an end, and the number of its first date from the
// earliest day on.
func (t *Terms) recurrence(c Cycle) (r calendar.Recurrence, first int) {
	from, skip := t.origin(c)
	r = calendar.Recurrence{Anchor: from, Every: c.Every, EndOfMonth: t.EndOfMonth}
	if first, _ = r.IndexFrom(t.earliest()); first < 1 && skip {
		first = 1
	}
	return r, max(first, 0)
}

// regular lists the dates of a cycle before a day where nothing ends there: one more
// than is allowed at most.
func (t *Terms) regular(c Cycle, stop calendar.Date) []calendar.Date {
	r, k := t.recurrence(c)
	var out []calendar.Date
	for d := r.At(k); !d.IsZero() && d < stop && len(out) <= MaxDates; d = r.At(k) {
		out = append(out, d)
		k++
	}
	return out
}

// repayCycles and resetCycles are the dates of repayments and resets.
func (t *Terms) repayCycles() []Cycle {
	out := make([]Cycle, len(t.Repayments))
	for i, r := range t.Repayments {
		out[i] = r.Cycle
	}
	return out
}

func (t *Terms) resetCycles() []Cycle {
	out := make([]Cycle, len(t.Resets))
	for i, r := range t.Resets {
		out[i] = r.Cycle
	}
	return out
}

// moved is a scheduled day, the business day that it is moved to, and the day to which
// interest is counted for it.
type moved struct{ scheduled, paid, accrues calendar.Date }

// move takes a scheduled day to a business day, on the earliest day or after it.
func (t *Terms) move(d calendar.Date) (moved, error) {
	m := moved{d, d, d}
	if t.Calendar == nil {
		return m, nil
	}
	paid, err := t.Calendar.Adjust(d, t.Adjust)
	if err != nil {
		return m, fmt.Errorf("the business day for %s: %w", d, err)
	}
	m.paid = max(paid, min(d, t.earliest()))
	if t.AccrueOn == Adjusted {
		m.accrues = m.paid
	}
	return m, nil
}

// insert adds a day to a list that lacks it.
func insert(list []calendar.Date, d calendar.Date) []calendar.Date {
	if at, found := slices.BinarySearch(list, d); !found {
		return slices.Insert(list, at, d)
	}
	return list
}
