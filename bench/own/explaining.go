package own

import (
	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

type statements struct {
	calc skuld.Calculator
	in   []skuld.Case
	at   []skuld.At
	out  []portfolio.Total
}

// Statement is the whole statement of every case, from facts to findings.
func Statement(p *portfolio.Portfolio) job.Job {
	s := &statements{
		calc: Calculator(), in: make([]skuld.Case, p.Len()), at: make([]skuld.At, p.Len()), out: make([]portfolio.Total, p.Len()),
	}
	for i := range s.in {
		c := p.Case(i)
		s.in[i], s.at[i] = Case(c), skuld.At{AsOf: c.AsOf}
	}
	return s
}

func (s *statements) Run(lo, hi int) {
	for i := lo; i < hi; i++ {
		st := must(s.calc.Statement(s.in[i], s.at[i]))
		s.out[i] = portfolio.Total{
			Principal: st.Totals.Principal.Minor(), Interest: st.Totals.Interest.Minor(), Fees: st.Totals.Fees.Minor(), Held: unallocated(st),
		}
	}
}

func (s *statements) Total(i int) portfolio.Total { return s.out[i] }

func unallocated(st *skuld.Statement) (sum int64) {
	for _, a := range st.Allocations {
		sum += a.Unallocated.Minor()
	}
	return sum
}

// payment is a line of settlement of a walk.
type payment struct {
	date                      calendar.Date
	interest, principal, rest money.Amount
}

type walks struct {
	p        *portfolio.Portfolio
	timeline *interest.Timeline
	out      []portfolio.Total
}

// Walk is the accrual of every case's claim in the explaining form, which keeps all
// segments.
func Walk(p *portfolio.Portfolio) job.Job {
	return &walks{p: p, timeline: must(Rate().Compile(known)), out: make([]portfolio.Total, p.Len())}
}

func (w *walks) Total(i int) portfolio.Total { return w.out[i] }

func (w *walks) Run(lo, hi int) {
	var payments []payment
	for i := lo; i < hi; i++ {
		w.out[i], payments = w.one(w.p.Case(i), payments[:0])
	}
}

func (w *walks) one(c portfolio.Case, lines []payment) (portfolio.Total, []payment) {
	claim := c.Claims[0]
	open, paid, held := claim.Principal, int64(0), int64(0)
	acc := must(interest.NewAccount(w.timeline, calendar.Act365Fixed, claim.Due+1, rounding, money.FromMinor(open, sek)))
	for _, p := range c.Payments {
		due := must(acc.Rounded(p.Date)).Minor() - paid
		toInterest := min(p.Amount, due)
		toPrincipal := min(p.Amount-toInterest, open)
		rest := p.Amount - toInterest - toPrincipal
		paid, open, held = paid+toInterest, open-toPrincipal, held+rest
		lines = append(lines, payment{p.Date, money.FromMinor(toInterest, sek), money.FromMinor(toPrincipal, sek), money.FromMinor(rest, sek)})
		if err := acc.SetPrincipal(p.Date+1, money.FromMinor(open, sek)); err != nil {
			panic(err)
		}
	}
	sum := must(must(acc.Through(c.AsOf)).Round(rounding.Mode))
	return portfolio.Total{Principal: open, Interest: sum.Minor() - paid, Held: held}, lines
}
