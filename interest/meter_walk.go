package interest

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// walk adds leg by leg what the balance bears from a day up to another, exclusive, for
// legs of which the day count has to be asked, for rounded segments and for rates of any
// size.
func (m *Meter) walk(from, to calendar.Date) error {
	i := m.c.walk.leg(from, m.leg)
	for from < to {
		l := &m.c.walk.legs[i]
		end := min(to, l.to)
		parts, f, err := m.c.piece(l, from, end)
		if err == nil && m.c.rounding.Place != PlaceClaim {
			err = m.count(l, parts, f)
		}
		if err != nil {
			return err
		}
		if rate := int64(l.rate + m.c.margin); m.large != nil {
			m.large.add(m.principal, rate, parts)
		} else {
			m.sum = m.sum.Add(m.principal, rate*parts)
		}
		from = end
		i++
	}
	m.leg = i - 1
	return nil
}

// count rounds a segment or its days.
func (m *Meter) count(l *leg, parts int64, f calendar.Fraction) error {
	rate := int64(l.rate + m.c.margin)
	days := int64(1)
	if m.c.rounding.Place == PlaceDay {
		parts, days = m.c.walk.year.Parts()/f.Den, f.Num
	}
	one, err := m.roundOne(rate, parts)
	if err != nil {
		return err
	}
	if days > 0 && (one > money.MaxMinor/days || one < -money.MaxMinor/days) {
		return tooMuch()
	}
	m.counted += one * days
	return bounded(m.counted)
}

// roundOne is a segment by itself, or a day, rounded.
func (m *Meter) roundOne(rate, parts int64) (int64, error) {
	if m.large != nil {
		return m.large.roundOne(m.principal, rate, parts, m.c.walk.year, m.c.rounding.Mode)
	}
	return Tally{}.Add(m.principal, rate*parts).Round(m.c.walk.year, m.c.rounding.Mode)
}

// peek is what Rounded gives where the places of cuts matter: it looks ahead from the
// beginning of the balance and leaves everything as it was.
func (m *Meter) peek(to calendar.Date) (int64, error) {
	done, leg, sum, counted := m.done, m.leg, m.sum, m.counted
	if m.large != nil {
		m.large.save()
	}
	err := m.advance(to)
	var n int64
	switch {
	case err != nil:
	case m.c.rounding.Place != PlaceClaim:
		n = m.counted
	case m.large != nil:
		n, err = m.large.round(m.c.walk.year, m.c.rounding.Mode)
	default:
		n, err = m.sum.Round(m.c.walk.year, m.c.rounding.Mode)
	}
	m.done, m.leg, m.sum, m.counted = done, leg, sum, counted
	if m.large != nil {
		m.large.restore()
	}
	return n, err
}
