package interest

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Line is a [Segment] in plain numbers: what a balance bears over a run of days on which
// balance, rate and standing are the same. Interest = Principal × Weight over the
// denominator of the year, which [Line.Exact] makes an amount of.
type Line struct {
	// From and To are the bearing days, half-open.
	From, To calendar.Date
	// Principal is the whole bearing balance in minor units.
	Principal int64
	// Rate is per cent a year, 0 on held days.
	Rate Percent
	// Weight is rate × parts of the year.
	Weight int64
	Year   Year
	Held   bool
}

// Exact is the unrounded interest of the line.
func (l Line) Exact(c money.Currency) money.Exact { return l.Tally().Exact(l.Year, c) }

// Tally is the unrounded interest as a number to be summed.
func (l Line) Tally() Tally { return Tally{}.Add(l.Principal, l.Weight) }

// AppendLines appends the lines of a balance, in minor units, over bearing days, which
// are cut to those of the course: one for each leg, none for a balance of 0. It begins
// to look at a leg, 0 at first, and gives the one for the days that follow. It allocates
// nothing where dst has room. Errors: the days are not known, or rates are beyond what a
// weight can hold.
func (c *Course) AppendLines(dst []Line, principal int64, from, to calendar.Date, leg int) ([]Line, int, error) {
	from, to = max(from, c.days.From), min(to, c.days.To)
	if principal == 0 || from >= to {
		return dst, leg, nil
	}
	w := c.walk
	if to > w.known.To {
		return dst, leg, c.unknown()
	}
	if c.large {
		return dst, leg, tooMuch()
	}
	leg = w.leg(from, leg)
	for {
		l := &w.legs[leg]
		end := min(to, l.to)
		parts := l.parts * int64(end-from)
		if l.parts == 0 {
			var err error
			if parts, _, err = c.piece(l, from, end); err != nil {
				return dst, leg, err
			}
		}
		rate := l.rate + c.margin
		dst = append(dst, Line{From: from, To: end, Principal: principal, Rate: rate, Weight: int64(rate) * parts, Year: w.year, Held: l.held})
		if end == to {
			return dst, leg, nil
		}
		from = end
		leg++
	}
}
