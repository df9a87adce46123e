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

// cells are the components in the order of explicit lines.
var cells = []string{compFee, compContract, compDefault, compCapitalized, compPrincipal}

// segment is a run of bearing days that are alike.
type segment struct {
	first, last day
	balance     int64 // minor units
	rate        micro
	provisional bool
	held        bool  // listed only
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

// alike says whether the day that follows belongs to the run.
func (s *segment) alike(next *segment) bool {
	return s.last+1 == next.first && s.balance == next.balance && s.rate == next.rate &&
		s.provisional == next.provisional && s.held == next.held && s.year == next.year
}

// account is what was done to a balance that a payment can reach.
type account struct {
	remaining, raised, paid, adjusted, disposed int64
}

func (a *account) pay(amount int64) { a.paid, a.remaining = a.paid+amount, a.remaining-amount }

func (a *account) adjust(amount int64) {
	a.adjusted, a.remaining = a.adjusted+amount, a.remaining+amount
}

func (a *account) dispose(amount int64) {
	a.disposed, a.remaining = a.disposed+amount, a.remaining-amount
}

// claim is a claim, with its state at the moment of the walk.
type claim struct {
	index           int
	path            string // in the file
	id, group       string
	raise, recorded day
	due             day // the day before the first bearing day if the file has none
	original, vat   int64
	hasVAT          bool
	secured         bool
	booked          *big.Rat // what a unit of it is in the books' currency, or nil
	principal       account
	capitalized     account
	body            string // the component that its principal is
	opened          day    // the end of the opening, or noDay
	opening         int64
	main, other     *track // of the terms, and of the other kind of interest
	free            bool
	holds           []hold
	tomorrow        int64 // what of the balances bears from the next day on
	raised          bool
	limit           *costCap // nil: none
	digits          int      // decimals of the currency

	fellBack, noTerms bool // findings: a date stood in for another, no terms at all,
	oldContract       bool // older than the statute's present margin,
	capNotInForce     bool // a credit whose costs no law caps,
	beyondDirective   bool // a consumer under the directive
}

func (c *claim) tracks() []*track { return []*track{c.main, c.other} }

// track is the interest of a component; nil for what is no interest.
func (c *claim) track(component string) *track {
	for _, t := range c.tracks() {
		if t.component == component {
			return t
		}
	}
	return nil
}

// base is what a track bears on: the balances and the interest of its own that
// has joined them. What comes back or goes at the end of today is left out.
func (c *claim) base(t *track) int64 {
	return c.principal.remaining + c.capitalized.remaining - c.tomorrow + t.compounded - t.tomorrow
}

// accrue lets the claim bear on the day d, with the balances it has now.
func (c *claim) accrue(d day) error {
	for _, t := range c.tracks() {
		if err := t.accrue(d, c.base(t), c.heldOn(d)); err != nil {
			return err
		}
	}
	return nil
}

func (c *claim) name() string { return c.id }

func (c *claim) dueDay() day { return c.due }

func (c *claim) rateOn(d day) (micro, bool) {
	t := c.main
	if t.terms.rest == nil {
		t = c.other
	}
	q, err := t.terms.on(d)
	return q.rate, err == nil
}

func (c *claim) passes(r *rung) bool {
	return len(r.groups) == 0 || slices.Contains(r.groups, c.group)
}

func (c *claim) isRaised() bool { return c.raised }

func (c *claim) isFree() bool { return c.free }

// account is the balance of a component that is no interest, or nil.
func (c *claim) account(component string) *account {
	switch component {
	case compPrincipal:
		return &c.principal
	case compCapitalized:
		return &c.capitalized
	}
	return nil
}

// open is what can be paid in a component now.
func (c *claim) open(component string) int64 {
	if !c.raised {
		return 0
	}
	if a := c.account(component); a != nil {
		return a.remaining
	}
	if t := c.track(component); t != nil {
		return max(0, t.balance()-c.unbooked(t))
	}
	return 0
}

// pay books an amount and gives the value-added tax in it, a memo, and how much
// interest that had joined the base it took.
func (c *claim) pay(component string, amount int64) (vat string, joined int64) {
	if t := c.track(component); t != nil {
		return "", t.pay(amount)
	}
	return c.taxed(component, func() { c.account(component).pay(amount) }), 0
}

// unpay takes a payment back, from the next day on; of interest, joined had
// joined the base and does so again.
func (c *claim) unpay(component string, amount, joined int64) (vat string) {
	if t := c.track(component); t != nil {
		t.paid -= amount
		t.compounded += joined
		t.tomorrow += joined
		return ""
	}
	c.tomorrow += amount
	return c.taxed(component, func() { c.account(component).pay(-amount) })
}

// adjust changes what is owed from the next day on.
func (c *claim) adjust(today day, component string, amount int64) {
	if t := c.track(component); t != nil {
		t.adjust(today, amount, !c.free)
		return
	}
	c.account(component).adjust(amount)
}

// dispose gives up an amount, of interest the oldest first.
func (c *claim) dispose(component string, amount int64) (vat string) {
	if t := c.track(component); t != nil {
		t.disposed += amount
		t.compounded -= min(t.compounded, amount)
		return ""
	}
	return c.taxed(component, func() { c.account(component).dispose(amount) })
}

// capitalize turns all interest due into a balance that bears.
func (c *claim) capitalize() {
	for _, t := range c.tracks() {
		due := t.capitalize()
		c.capitalized.raised += due
		c.capitalized.remaining += due
	}
}

// taxed does something and gives the tax by which it lowered the principal's.
func (c *claim) taxed(component string, do func()) (vat string) {
	before := c.vatRemaining()
	do()
	if !c.hasVAT || component != compPrincipal {
		return ""
	}
	return printMinor(before-c.vatRemaining(), c.digits)
}

// vatRemaining is the tax in the principal still open, in proportion, half-up,
// never more than there was.
func (c *claim) vatRemaining() int64 {
	n := new(big.Int).Mul(big.NewInt(c.vat), big.NewInt(c.principal.remaining))
	return min(c.vat, roundToInt(new(big.Rat).SetFrac(n, big.NewInt(c.original)), halfUp).Int64())
}
