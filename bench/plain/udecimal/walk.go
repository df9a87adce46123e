package udecimal

import (
	"github.com/quagmt/udecimal"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Segment is a line of interest.
type Segment struct {
	From, To                  int32 // To is the first day that is not in it
	Principal, Rate, Interest udecimal.Decimal
}

// Allocation is a line of settlement.
type Allocation struct {
	Date                      int32
	Interest, Principal, Rest udecimal.Decimal
}

// Lines are the steps of a walk; nil keeps none.
type Lines struct {
	Segments    []Segment
	Allocations []Allocation
}

// Walk is the accrual of one claim with its payments: the interest that a payment
// finds is rounded, and the payment settles it before principal.
func (c Calculator) Walk(cs Case, lines *Lines) Total {
	d := c.open(cs.Claims[0])
	held := udecimal.Zero
	for _, p := range cs.Payments {
		c.advance(&d, p.Date, lines)
		interest := udecimal.Min(p.Amount, d.unpaid())
		principal := udecimal.Min(p.Amount.Sub(interest), d.principal)
		rest := p.Amount.Sub(interest).Sub(principal)
		d.paid, d.principal, held = d.paid.Add(interest), d.principal.Sub(principal), held.Add(rest)
		if lines != nil {
			lines.Allocations = append(lines.Allocations, Allocation{p.Date, interest, principal, rest})
		}
	}
	c.advance(&d, cs.AsOf, lines)
	return Total{Principal: d.principal, Interest: d.unpaid(), Held: held}
}

// advance accrues the interest of a claim through a day.
func (c Calculator) advance(d *debt, through int32, lines *Lines) {
	end := through + 1
	for d.from < end {
		from, to, r := d.from, end, c.Rates[d.row]
		if next := d.row + 1; next < len(c.Rates) && c.Rates[next].From <= end {
			to, d.row = c.Rates[next].From, next
		}
		d.from = to
		rate := r.Value.Add(c.Margin)
		interest := must(d.principal.Mul(rate).Mul64(uint64(to - from)).Div(yearPercent))
		d.accrued = d.accrued.Add(interest)
		if lines != nil {
			lines.Segments = append(lines.Segments, Segment{from, to, d.principal, rate, interest})
		}
	}
}

type walks struct {
	statements
	lines bool
}

// Walk is the job of the accrual walk, totals only.
func Walk(p *portfolio.Portfolio) job.Job {
	return &walks{statements{New(), Cases(p), make([]Total, p.Len())}, false}
}

// WalkLines is the job of the accrual walk with its lines, in slices that are
// used again.
func WalkLines(p *portfolio.Portfolio) job.Job {
	return &walks{statements{New(), Cases(p), make([]Total, p.Len())}, true}
}

func (w *walks) Run(lo, hi int) {
	var lines *Lines
	if w.lines {
		lines = &Lines{}
	}
	for i := lo; i < hi; i++ {
		if lines != nil {
			lines.Segments, lines.Allocations = lines.Segments[:0], lines.Allocations[:0]
		}
		w.out[i] = w.calc.Walk(w.in[i], lines)
	}
}
