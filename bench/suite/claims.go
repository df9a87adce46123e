package suite

import (
	"github.com/skuld-go/skuld/bench/compare"
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/own"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// jobs turns makers into sides, skuld's before the peers'.
func jobs(name string, shape portfolio.Shape, n int, ours []own.Side, peer func(compare.Peer) job.Maker) Group {
	g := Group{Name: name}
	for _, s := range ours {
		g.Sides = append(g.Sides, Side{"skuld-" + s.Name, perCase(shape, n, s.Maker)})
	}
	for _, p := range compare.Peers() {
		if m := peer(p); m != nil {
			g.Sides = append(g.Sides, Side{p.Name, perCase(shape, n, m)})
		}
	}
	return g
}

// walkTotals: a claim of 17 segments and 6 payments, no line kept.
func walkTotals() Group {
	return jobs("walk-totals", portfolio.OneClaim, claims, append(own.Walks(), own.OtherTerms()...), func(p compare.Peer) job.Maker { return p.Walk })
}

// walkLines: the same with its lines, in slices that are used again.
func walkLines() Group {
	return jobs("walk-lines", portfolio.OneClaim, claims, own.Lines(), func(p compare.Peer) job.Maker { return p.Lines })
}

// statements: totals of a case of 3 claims, 2 fees and 6 payments.
func statements() Group {
	return jobs("statement", portfolio.ThreeClaims, cases, own.Statements(), func(p compare.Peer) job.Maker { return p.Statement })
}
