package interest

import (
	"errors"

	"github.com/skuld-go/skuld/calendar"
)

// Meter is the fast twin of [Account]: it accrues interest on a balance that changes
// by date and keeps no segments, only sums, in which it is equal to the account to the
// last bit. It allocates no memory. Facts come in the order of their days; what an
// account can do besides is [ErrBackdated].
//
// Make one with [Meter.Open], again and again. Use it from one goroutine.
type Meter struct {
	c         *Course
	principal int64
	from      calendar.Date // first day of the present balance
	done      calendar.Date // the sum is worked out before this day
	leg       int           // that holds on the day done, or before it
	first     bool          // no balance came before the present one
	sums      bool          // the course sums
	cuts      bool          // it matters where segments are cut
	at        int64         // its running integral at the day done, or where it begins to bear
	sum       Tally
	counted   int64 // what segments or days came to, where they are rounded
	before    earlier
	large     *large // the sum, beyond the bounds of Tally
	spare     *large

	// What is written at every step must not share a cache line with the meter of another
	// goroutine, which would halve the speed of both: the size is a multiple of 64 bytes.
	_ [48]byte
}

// earlier is the balance before the present one, to which a change that is undone on
// its day goes back. It matters only where the places of cuts do.
type earlier struct {
	principal int64
	from      calendar.Date
	leg       int
	sum       Tally
	counted   int64
	valid     bool
}

// ErrBackdated says that a meter was asked for a day before one it has passed.
var ErrBackdated = errors.New("before a day that is worked out")

// Open begins an accrual over a course with a balance in minor units on the first
// bearing day. What the meter did before is forgotten.
func (m *Meter) Open(c *Course, principal int64) {
	m.c, m.principal, m.from, m.done = c, principal, c.first, c.first
	m.leg, m.first, m.sum, m.counted = 0, true, Tally{}, 0
	m.sums, m.cuts = c.Sums(), c.cuts()
	switch {
	case m.cuts:
		m.before = earlier{}
	case m.sums:
		if day := max(c.first, c.days.From); day < c.days.To && (c.of != nil || day < c.walk.known.To) {
			m.at = c.At(day)
		}
	}
	m.large = nil
	if c.large || !inBounds(principal) {
		m.enlarge()
	}
}

// Set makes p, in minor units, the bearing balance from the given day on, inclusive;
// changes before the first bearing day replace the balance that it begins with. Errors:
// [ErrBackdated], and those of [Meter.Rounded].
func (m *Meter) Set(from calendar.Date, p int64) error {
	switch {
	case p == m.principal:
		return nil
	case m.done > m.from && from < m.done:
		return ErrBackdated
	case from <= m.from && m.first:
		m.principal = p
	case from == m.from:
		m.replace(p)
	case from < m.from:
		return ErrBackdated
	default:
		m.keep()
		if err := m.advance(from); err != nil {
			return err
		}
		m.principal, m.from, m.done, m.first = p, from, from, false
	}
	if !inBounds(p) && m.large == nil {
		m.enlarge()
	}
	return nil
}

// keep remembers the present balance as the earlier one.
func (m *Meter) keep() {
	if !m.cuts {
		return
	}
	m.before = earlier{m.principal, m.from, m.leg, m.sum, m.counted, true}
	if m.large != nil {
		m.large.before.Set(&m.large.sum)
	}
}

// replace changes the balance from its first day on; one that so becomes like the one
// before it is no balance of its own.
func (m *Meter) replace(p int64) {
	m.principal = p
	if b := &m.before; m.cuts && b.valid && b.principal == p {
		m.from, m.done, m.leg, m.sum, m.counted = b.from, b.from, b.leg, b.sum, b.counted
		m.before, m.first = earlier{}, b.from == m.c.first
		if m.large != nil {
			m.large.sum.Set(&m.large.before)
		}
	}
}

// Principal is the present balance in minor units.
func (m *Meter) Principal() int64 { return m.principal }

// Rounded is the interest through the given day, inclusive, in minor units, rounded at
// the place of the course. Errors: [ErrBackdated] for a day that a balance or an answer
// has passed; that of the table for a day that is not known
// ([github.com/skuld-go/skuld/law.ErrNotKnown]); those of [Tally.Round].
func (m *Meter) Rounded(day calendar.Date) (int64, error) {
	if day+1 < m.done && m.done > m.c.first {
		return 0, ErrBackdated
	}
	if m.cuts {
		return m.peek(day + 1)
	}
	if err := m.advance(day + 1); err != nil {
		return 0, err
	}
	if m.large != nil {
		return m.large.round(m.c.walk.year, m.c.rounding.Mode)
	}
	return m.sum.Round(m.c.Year(), m.c.rounding.Mode)
}

// advance works the sum out up to a day, exclusive.
func (m *Meter) advance(to calendar.Date) error {
	from := max(m.done, m.c.days.From)
	end := min(to, m.c.days.To)
	switch {
	case from >= end:
	case m.sums && (m.c.of != nil || end <= m.c.walk.known.To):
		at := m.c.At(end)
		m.add(at - m.at)
		m.at = at
	case m.principal == 0:
	case end > m.c.walk.known.To:
		return m.c.unknown()
	default:
		if err := m.walk(from, end); err != nil {
			return err
		}
	}
	m.done = max(m.done, to)
	return nil
}

// add adds the interest of the present balance for so much weight.
func (m *Meter) add(weight int64) {
	if m.large != nil {
		m.large.add(m.principal, weight, 1)
		return
	}
	m.sum = m.sum.Add(m.principal, weight)
}
