package oracle

import (
	"math/big"
	"slices"
)

// Components of a debt.
const (
	compFee         = "fee"
	compContract    = "contract-interest"
	compDefault     = "default-interest"
	compCapitalized = "capitalized"
	compPrincipal   = "principal"
	compInterest    = "interest" // in rungs and specifications: both interests
)

// segment is a run of bearing days that are alike.
type segment struct {
	first, last day
	balance     int64 // minor units
	rate        micro
	provisional bool
	num, den    int64 // of a year
	year        int   // 0 unless the year length depends on it
}

// exact is the interest of the run in minor units.
func (s *segment) exact() *big.Rat {
	return s.perYear(s.num)
}

func (s *segment) perYear(num int64) *big.Rat {
	n := new(big.Int).Mul(big.NewInt(s.balance), big.NewInt(int64(s.rate)))
	n.Mul(n, big.NewInt(num))
	return new(big.Rat).SetFrac(n, big.NewInt(s.den*100*microPerPercent))
}

// claim is a claim in view, with its state at the moment of the walk.
type claim struct {
	index             int
	id, group         string
	raise, recorded   day
	due               day // the day before the first bearing day if the file has none
	original, vat     int64
	hasVAT            bool
	remaining         int64 // principal
	annual            bool  // interest joins the base once a year
	compounded        int64 // unpaid interest that has joined it
	component         string
	terms             terms
	convention        string
	first, through    day // bearing days
	free              bool
	rounding          rounding
	segments          []segment
	accruedKnown      bool
	accruedSum        int64
	paidInterest      int64
	raised            bool
	digits            int  // decimals of the currency
	floorAboveCeiling bool // findings: so on a bearing day,
	fellBack, noTerms bool // a date stood in for another, no terms at all,
	oldContract       bool // older than the statute's present margin,
	beyondDirective   bool // a consumer under the directive
}

// base is what bears: principal and the interest that has joined it.
func (c *claim) base() int64 { return c.remaining + c.compounded }

func (c *claim) bears(d day) bool {
	return c.terms.rest != nil && c.first <= d && d <= c.through && c.base() > 0
}

// compound puts, at the beginning of an anniversary of the first bearing day,
// the interest unpaid through the day before into the base. It stays interest.
// Where nothing is due nothing happens.
func (c *claim) compound(today day) {
	if !c.annual || today <= c.first || today > c.through {
		return
	}
	from, _, _ := c.first.civil()
	to, _, _ := today.civil()
	if c.first.years(to-from) != today {
		return
	}
	if due := c.accrued() - c.paidInterest; due > 0 {
		c.compounded = due
	}
}

// accrue lets the claim bear on the day d, with the balance it has now.
func (c *claim) accrue(d day) error {
	if !c.bears(d) {
		return nil
	}
	q, err := c.terms.on(d)
	if err != nil {
		return err
	}
	c.floorAboveCeiling = c.floorAboveCeiling || q.floorAboveCeiling
	c.accruedKnown = false
	num, den := dayFraction(c.convention, c.first, d)
	one := segment{d, d, c.base(), q.rate, q.provisional, num, den, 0}
	if c.convention == actActISDA {
		one.year, _, _ = d.civil()
	}
	if n := len(c.segments); n > 0 && c.segments[n-1].alike(&one) {
		c.segments[n-1].last = d
		c.segments[n-1].num += num
		return nil
	}
	c.segments = append(c.segments, one)
	return nil
}

// alike says whether the day that follows belongs to the run.
func (s *segment) alike(next *segment) bool {
	return s.last+1 == next.first && s.balance == next.balance && s.rate == next.rate &&
		s.provisional == next.provisional && s.year == next.year
}

// exact is all interest so far, unrounded, in minor units.
func (c *claim) exact() *big.Rat {
	sum := new(big.Rat)
	for i := range c.segments {
		sum.Add(sum, c.segments[i].exact())
	}
	return sum
}

// accrued is all interest so far, rounded at the place the case asks for.
func (c *claim) accrued() int64 {
	if !c.accruedKnown {
		c.accruedSum, c.accruedKnown = c.roundedSum(), true
	}
	return c.accruedSum
}

func (c *claim) roundedSum() int64 {
	sum := int64(0)
	switch c.rounding.place {
	case placeSegment:
		for i := range c.segments {
			sum += c.rounding.round(c.segments[i].exact())
		}
	case placeDay:
		for i := range c.segments {
			sum += c.rounding.round(c.segments[i].perYear(1)) * c.segments[i].num
		}
	default:
		sum = c.rounding.round(c.exact())
	}
	return sum
}

func (c *claim) name() string { return c.id }

func (c *claim) dueDay() day { return c.due }

func (c *claim) rateOn(d day) (micro, bool) {
	q, err := c.terms.on(d)
	return q.rate, err == nil
}

func (c *claim) passes(r *rung) bool {
	return len(r.groups) == 0 || slices.Contains(r.groups, c.group)
}

// open is what can be paid in a component now.
func (c *claim) open(component string) int64 {
	switch {
	case !c.raised:
		return 0
	case component == compPrincipal:
		return c.remaining
	case component == c.component:
		return max(0, c.accrued()-c.paidInterest)
	}
	return 0
}

// pay books an amount and gives the value-added tax in it, a memo. Interest is
// paid oldest first, so that what has joined the base goes before the rest.
func (c *claim) pay(component string, amount int64) (vat string) {
	if component != compPrincipal {
		c.paidInterest += amount
		c.compounded -= min(c.compounded, amount)
		return ""
	}
	before := c.vatRemaining()
	c.remaining -= amount
	if !c.hasVAT {
		return ""
	}
	return printMinor(before-c.vatRemaining(), c.digits)
}

// vatRemaining is the tax in the principal still open, in proportion, half-up.
func (c *claim) vatRemaining() int64 {
	n := new(big.Int).Mul(big.NewInt(c.vat), big.NewInt(c.remaining))
	return roundToInt(new(big.Rat).SetFrac(n, big.NewInt(c.original)), halfUp).Int64()
}
