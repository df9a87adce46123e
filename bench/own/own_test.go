package own

import (
	"testing"

	"github.com/skuld-go/skuld/bench/portfolio"
)

// Totals take no memory, whichever way they are worked out.
func TestTotalsAllocateNothing(t *testing.T) {
	explaining := map[string]bool{"account": true, "statement": true, "from-facts": true, "eager": true, "lazy": true}
	check := func(shape portfolio.Shape, sides []Side) {
		p := portfolio.Draw(3, shape, 0, 500)
		for _, s := range sides {
			if explaining[s.Name] {
				continue
			}
			j := s.Maker(p)
			j.Run(0, p.Len()) // finds room for the largest case
			if n := testing.AllocsPerRun(5, func() { j.Run(0, p.Len()) }); n != 0 {
				t.Errorf("%s, shape %d: %v allocations for %d cases, want none", s.Name, shape, n, p.Len())
			}
		}
	}
	check(portfolio.OneClaim, append(Walks(), OtherTerms()...))
	check(portfolio.ThreeClaims, Statements())
	check(portfolio.Mixed, Statements())
}

// The claims of the statement's totals go by running integrals, by contract and by
// statute.
func TestTotalsGoByIntegral(t *testing.T) {
	p := portfolio.Draw(3, portfolio.ThreeClaims, 0, 50)
	for name, maker := range map[string]func(*portfolio.Portfolio) *arenas{
		"agreed":  func(p *portfolio.Portfolio) *arenas { return Totals(p).(*arenas) },
		"statute": func(p *portfolio.Portfolio) *arenas { return StatutoryTotals(p).(*arenas) },
	} {
		a := maker(p)
		a.Run(0, p.Len())
		for i, c := range a.out {
			if c.Way.String() != "integral" {
				t.Fatalf("%s: case %d went by %s", name, i, c.Way)
			}
		}
	}
}
