package compare

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/own"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Finding is a verdict over a job and a peer.
type Finding struct {
	Job, Peer string
	Verdict
}

// Sample says how much is compared.
type Sample struct {
	Seed                        uint64
	Claims, Cases, Loans, Flows int
	// Slow replaces Loans for peers whose schedules take milliseconds.
	Slow int
}

// piece is how many cases are drawn at once.
const piece = 20_000

// All compares every job with every peer. Portfolios are drawn in pieces, so that
// the memory does not grow with the sample.
func All(s Sample) []Finding {
	var out []Finding
	for _, p := range Peers() {
		if p.Walk != nil {
			out = append(out,
				Finding{"accrual walk", p.Name, pieces(s.Seed, portfolio.OneClaim, s.Claims, own.Walks()[0], p.Walk)},
				Finding{"statement of mixed cases", p.Name, pieces(s.Seed, portfolio.Mixed, s.Cases, own.Statements()[0], p.Statement)})
		}
		loans := s.Loans
		if p.Walk == nil {
			loans = s.Slow
		}
		out = append(out, Finding{"schedule of 60 rows", p.Name, Schedules(portfolio.Loans(s.Seed, loans, 60), own.Schedulers()[0].Prepare, p.Loan)})
		if p.Rate != nil {
			out = append(out, Finding{"annual percentage rate", p.Name, Rates(portfolio.Repaid(s.Seed, s.Flows), own.Rate12, p.Rate)})
		}
	}
	return out
}

func pieces(seed uint64, shape portfolio.Shape, n int, ours own.Side, peer job.Maker) Verdict {
	all := Verdict{First: -1}
	for lo := 0; lo < n; lo += piece {
		p := portfolio.Draw(seed, shape, lo, min(lo+piece, n))
		all.join(Totals(p, ours.Maker(p), peer(p)), lo)
	}
	return all
}

// join adds the verdict over a piece that begins at case lo.
func (v *Verdict) join(w Verdict, lo int) {
	if v.First < 0 && w.First >= 0 {
		v.First = lo + w.First
	}
	v.Cases, v.Differ = v.Cases+w.Cases, v.Differ+w.Differ
	v.SkuldWrong, v.PeerOff = v.SkuldWrong+w.SkuldWrong, v.PeerOff+w.PeerOff
	v.Worst = max(v.Worst, w.Worst)
}
