package own

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
)

// settled is a line of settlement.
type settled struct {
	date                      calendar.Date
	interest, principal, rest int64
}

// lined keeps every segment and settlement of a claim.
type lined struct {
	meters
}

// Appended is the accrual with its lines, segments and settlements, appended to slices
// that are used again.
func Appended(p *portfolio.Portfolio) job.Job {
	return &lined{*metered(p, func(c interest.Course) interest.Course { return c })}
}

func (j *lined) Run(lo, hi int) {
	segments, settlements := make([]interest.Line, 0, 64), make([]settled, 0, 16)
	for i := lo; i < hi; i++ {
		var err error
		segments, settlements, err = j.one(i, segments[:0], settlements[:0])
		if err != nil {
			panic(err)
		}
	}
}

func (j *lined) one(i int, segments []interest.Line, settlements []settled) ([]interest.Line, []settled, error) {
	c, course := j.p.Case(i), &j.courses[i]
	t := portfolio.Total{Principal: c.Claims[0].Principal}
	var sum interest.Tally
	from, leg, paid, mode := c.Claims[0].Due+1, 0, int64(0), course.Rounding().Mode
	through := func(day calendar.Date) (due int64, err error) {
		n := len(segments)
		segments, leg, err = course.AppendLines(segments, t.Principal, from, day+1, leg)
		if err != nil {
			return 0, err
		}
		for k := n; k < len(segments); k++ {
			sum = sum.Add(segments[k].Principal, segments[k].Weight)
		}
		from = day + 1
		due, err = sum.Round(interest.Year365, mode)
		return due - paid, err
	}
	for _, p := range c.Payments {
		due, err := through(p.Date)
		if err != nil {
			return segments, settlements, err
		}
		s := settled{date: p.Date, interest: min(p.Amount, due)}
		s.principal = min(p.Amount-s.interest, t.Principal)
		s.rest = p.Amount - s.interest - s.principal
		paid, t.Principal, t.Held = paid+s.interest, t.Principal-s.principal, t.Held+s.rest
		settlements = append(settlements, s)
	}
	var err error
	t.Interest, err = through(c.AsOf)
	j.out[i] = t
	return segments, settlements, err
}

// ArenaLines is the accrual in the library's arena with its segments.
func ArenaLines(p *portfolio.Portfolio) job.Job {
	return &arenaLines{arena(p, ledger.ByIntegral, agreed)}
}

type arenaLines struct{ *arenas }

func (a *arenaLines) Run(lo, hi int) {
	w := a.worker()
	lines := make([]ledger.CaseLine, 0, 64)
	for i := lo; i < hi; i++ {
		lines = w.Lines(lines[:0], i, &a.out[i])
	}
	give(a.free, w)
}
