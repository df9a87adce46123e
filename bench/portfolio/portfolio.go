package portfolio

import (
	"math/rand/v2"

	"github.com/skuld-go/skuld/calendar"
)

// Claim is a debt of its own; Due is the last day on which paying is in time.
type Claim struct {
	Principal int64
	Due       calendar.Date
}

// Fee is charged on its date and bears nothing.
type Fee struct {
	Amount int64
	Date   calendar.Date
}

// Payment is money received; its day still bears interest.
type Payment struct {
	Amount int64
	Date   calendar.Date
}

// Case is a case of a portfolio; its slices belong to the arena.
type Case struct {
	AsOf     calendar.Date
	Claims   []Claim
	Fees     []Fee
	Payments []Payment
}

// Total is what is open at the end of a case's last day, and what was paid beyond
// all that was open.
type Total struct{ Principal, Interest, Fees, Held int64 }

// bounds is where a case ends in each slice of the arena; it begins where the one
// before it ends.
type bounds struct {
	asOf                   calendar.Date
	claims, fees, payments int32
}

// Portfolio is a run of cases in an arena: one slice for each kind of fact.
type Portfolio struct {
	Shape    Shape
	cases    []bounds // one more than there are cases; the first is empty
	claims   []Claim
	fees     []Fee
	payments []Payment
}

// Draw gives the cases lo up to hi, hi not included, of the portfolio of a seed.
func Draw(seed uint64, s Shape, lo, hi int) *Portfolio {
	d := newDrawer(seed, s)
	var claims, fees, payments int
	for i := lo; i < hi; i++ {
		n := d.begin(i)
		claims, fees, payments = claims+n.claims, fees+n.fees, payments+n.payments
	}
	p := &Portfolio{
		Shape: s, cases: make([]bounds, 1, hi-lo+1), claims: make([]Claim, 0, claims),
		fees: make([]Fee, 0, fees), payments: make([]Payment, 0, payments),
	}
	for i := lo; i < hi; i++ {
		d.fill(p, d.begin(i))
	}
	return p
}

// Len is the number of cases.
func (p *Portfolio) Len() int { return len(p.cases) - 1 }

// Case is the i-th case; its slices are not to be changed.
func (p *Portfolio) Case(i int) Case {
	a, b := &p.cases[i], &p.cases[i+1]
	return Case{
		AsOf: b.asOf, Claims: p.claims[a.claims:b.claims:b.claims],
		Fees: p.fees[a.fees:b.fees:b.fees], Payments: p.payments[a.payments:b.payments:b.payments],
	}
}

// drawer draws case after case without memory of its own.
type drawer struct {
	seed  uint64
	shape Shape
	pcg   rand.PCG
	r     *rand.Rand
}

func newDrawer(seed uint64, s Shape) *drawer {
	d := &drawer{seed: seed, shape: s}
	d.r = rand.New(&d.pcg)
	return d
}

// begin seeds the generator for a case and draws how many facts it has.
func (d *drawer) begin(i int) counts {
	d.pcg.Seed(d.seed, uint64(i))
	return d.shape.counts(d.r)
}
