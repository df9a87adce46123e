package own

import (
	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/ledger"
)

// arenas works the totals of cases out that lie in the arena of the library.
type arenas struct {
	arena ledger.Arena
	way   ledger.Way
	free  chan *ledger.Worker // workers that nobody uses
	out   []ledger.CaseTotals
}

// Totals are the totals of every case, without explanation. The claims bear a series
// and a margin by contract.
func Totals(p *portfolio.Portfolio) job.Job { return arena(p, ledger.ByIntegral, agreed) }

// WalkedTotals is the same by the legs of the rate.
func WalkedTotals(p *portfolio.Portfolio) job.Job { return arena(p, ledger.ByWalk, agreed) }

// StatutoryTotals are the totals of claims that bear the late interest of the statute:
// the same figures, from a series to which the law adds a margin by date.
func StatutoryTotals(p *portfolio.Portfolio) job.Job {
	return arena(p, ledger.ByIntegral, func(c skuld.Case) skuld.Case { return c })
}

// agreed gives the claims of a case the rate of the statute as a term of their own.
func agreed(c skuld.Case) skuld.Case {
	for k := range c.Claims {
		c.Claims[k].Interest = &ledger.InterestFacts{RateFacts: ledger.RateFacts{
			Basis: ledger.BasisReference, Series: "SE", Margin: portfolio.Margin,
		}}
	}
	return c
}

func arena(p *portfolio.Portfolio, way ledger.Way, terms func(skuld.Case) skuld.Case) *arenas {
	a := &arenas{way: way, free: make(chan *ledger.Worker, 8), out: make([]ledger.CaseTotals, p.Len())}
	calc := Calculator()
	for i := range p.Len() {
		c := p.Case(i)
		facts, at := terms(Case(c)), skuld.At{AsOf: c.AsOf}
		a.arena.Append(facts, must(calc.Resolve(facts, at)), at)
	}
	return a
}

func (a *arenas) Run(lo, hi int) {
	w := a.worker()
	w.Run(a.out, lo, hi)
	give(a.free, w)
}

func (a *arenas) worker() *ledger.Worker {
	return take(a.free, func() *ledger.Worker {
		w := a.arena.Worker()
		w.Force(a.way)
		return w
	})
}

// whole goes the whole way from facts to totals.
type whole struct {
	calc skuld.Calculator
	in   []skuld.Case
	at   []skuld.At
	out  []ledger.CaseTotals
	free chan *ledger.Arena // arenas that nobody uses, which know the series
}

// FromFacts is Totals with the way there: the case checked, its terms resolved by the
// law, and put into an arena that is emptied and used again.
func FromFacts(p *portfolio.Portfolio) job.Job {
	w := &whole{Calculator(), make([]skuld.Case, p.Len()), make([]skuld.At, p.Len()), make([]ledger.CaseTotals, p.Len()), make(chan *ledger.Arena, 8)}
	for i := range w.in {
		c := p.Case(i)
		w.in[i], w.at[i] = agreed(Case(c)), skuld.At{AsOf: c.AsOf}
	}
	return w
}

func (w *whole) Run(lo, hi int) {
	a := take(w.free, func() *ledger.Arena { return new(ledger.Arena) })
	defer give(w.free, a)
	a.Reset()
	for i := lo; i < hi; i++ {
		a.Append(w.in[i], must(w.calc.Resolve(w.in[i], w.at[i])), w.at[i])
	}
	a.Worker().Run(w.out[lo:hi], 0, hi-lo)
}

func (w *whole) Total(i int) portfolio.Total { return total(w.out[i]) }

func (a *arenas) Total(i int) portfolio.Total { return total(a.out[i]) }

func total(t ledger.CaseTotals) portfolio.Total {
	if t.Way == ledger.Failed {
		panic("a case failed")
	}
	return portfolio.Total{Principal: t.Principal, Interest: t.ContractInterest + t.DefaultInterest, Fees: t.Fees, Held: t.Unallocated}
}
