package own

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
)

// integrals takes the interest between two facts from the running integral of the
// series and a margin, in one multiplication.
type integrals struct {
	p   *portfolio.Portfolio
	in  interest.Integral
	out []portfolio.Total
}

// Integral is the accrual of every case's claim by running integrals.
func Integral(p *portfolio.Portfolio) job.Job { return integral(p, calendar.Act365Fixed) }

// MixedYears is the same by actual/actual, whose years of 365 and 366 days have one
// denominator.
func MixedYears(p *portfolio.Portfolio) job.Job { return integral(p, calendar.ActActISDA) }

func integral(p *portfolio.Portfolio, dc calendar.DayCount) *integrals {
	line := must(interest.Reference(Table()).Compile(known))
	return &integrals{p, must(line.Integral(dc)).Plus(portfolio.Margin), make([]portfolio.Total, p.Len())}
}

func (j *integrals) Total(i int) portfolio.Total { return j.out[i] }

func (j *integrals) Run(lo, hi int) {
	for i := lo; i < hi; i++ {
		c := j.p.Case(i)
		j.out[i] = j.one(c.Claims[0], c.Payments, c.AsOf)
	}
}

func (j *integrals) one(claim portfolio.Claim, payments []portfolio.Payment, asOf calendar.Date) portfolio.Total {
	in, year := j.in, j.in.Year()
	open, paid, held := claim.Principal, int64(0), int64(0)
	var sum interest.Tally
	from := in.At(claim.Due + 1)
	for _, p := range payments {
		to := in.At(p.Date + 1)
		sum, from = sum.Add(open, to-from), to
		n, err := sum.Round(year, rounding.Mode)
		if err != nil {
			panic(err)
		}
		toInterest := min(p.Amount, n-paid)
		toPrincipal := min(p.Amount-toInterest, open)
		paid, open, held = paid+toInterest, open-toPrincipal, held+p.Amount-toInterest-toPrincipal
	}
	n, err := sum.Add(open, in.At(asOf+1)-from).Round(year, rounding.Mode)
	if err != nil {
		panic(err)
	}
	return portfolio.Total{Principal: open, Interest: n - paid, Held: held}
}

// meters goes through courses with a meter, one course for every claim.
type meters struct {
	p       *portfolio.Portfolio
	courses []interest.Course
	free    chan *interest.Meter // meters that nobody uses
	out     []portfolio.Total
}

// Meter is the accrual by a meter over running integrals.
func Meter(p *portfolio.Portfolio) job.Job {
	return metered(p, func(c interest.Course) interest.Course { return c })
}

// Segments is the accrual by a meter that goes by the legs of the rate.
func Segments(p *portfolio.Portfolio) job.Job { return metered(p, interest.Course.Walked) }

// Large is the same in numbers of any size.
func Large(p *portfolio.Portfolio) job.Job { return metered(p, interest.Course.Large) }

func metered(p *portfolio.Portfolio, form func(interest.Course) interest.Course) *meters {
	j := &meters{p, make([]interest.Course, p.Len()), make(chan *interest.Meter, 8), make([]portfolio.Total, p.Len())}
	var k interest.Compiler
	terms := interest.Terms{Rate: Rate(), DayCount: calendar.Act365Fixed}
	for i := range j.courses {
		c := p.Case(i)
		first := c.Claims[0].Due + 1
		j.courses[i] = form(must(k.Course(terms, first, calendar.Days(first, c.AsOf), nil, rounding)))
	}
	return j
}

func (j *meters) Total(i int) portfolio.Total { return j.out[i] }

func (j *meters) Run(lo, hi int) {
	m := take(j.free, func() *interest.Meter { return new(interest.Meter) })
	defer give(j.free, m)
	for i := lo; i < hi; i++ {
		t, err := metering(m, &j.courses[i], j.p.Case(i))
		if err != nil {
			panic(err)
		}
		j.out[i] = t
	}
}

func metering(m *interest.Meter, course *interest.Course, c portfolio.Case) (t portfolio.Total, err error) {
	t.Principal = c.Claims[0].Principal
	paid := int64(0)
	m.Open(course, t.Principal)
	for _, p := range c.Payments {
		n, err := m.Rounded(p.Date)
		if err != nil {
			return t, err
		}
		toInterest := min(p.Amount, n-paid)
		toPrincipal := min(p.Amount-toInterest, t.Principal)
		paid, t.Principal, t.Held = paid+toInterest, t.Principal-toPrincipal, t.Held+p.Amount-toInterest-toPrincipal
		if err := m.Set(p.Date+1, t.Principal); err != nil {
			return t, err
		}
	}
	n, err := m.Rounded(c.AsOf)
	t.Interest = n - paid
	return t, err
}

// take is something from a list that several goroutines use, or made anew.
func take[T any](free chan *T, make func() *T) *T {
	select {
	case x := <-free:
		return x
	default:
		return make()
	}
}

// give puts it back, if there is room.
func give[T any](free chan *T, x *T) {
	select {
	case free <- x:
	default:
	}
}
