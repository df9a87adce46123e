package oracle

import "fmt"

// terms reads the interest of a claim into c: which days bear, at which rate.
func (b *builder) terms(path string, in *claimInput, c *claim) {
	t := in.Interest
	from := b.day(path+"/from", t.From)
	switch {
	case from != noDay:
		c.first = from
	case c.due != noDay:
		c.first = c.due + 1
	default:
		b.fail(path, fmt.Errorf("want a due date or a first day of interest"))
	}
	if c.due == noDay {
		c.due = c.first - 1
	}
	c.through = endless
	if t.Through != "" {
		c.through = b.day(path+"/through", t.Through)
	}
	b.manner(path, &t, c)
	b.rate(path, in, c)
}

// manner reads all that is not the rate.
func (b *builder) manner(path string, t *termsInput, c *claim) {
	c.convention = or(t.DayCount, defaultConvention(b.in.Jurisdiction))
	if !knownConvention(c.convention) {
		b.fail(path+"/dayCount", fmt.Errorf("%q is not known", c.convention))
	}
	switch t.Kind {
	case "", "default":
		c.component = compDefault
	case "contract":
		c.component = compContract
	default:
		b.fail(path+"/kind", fmt.Errorf("%q is not known", t.Kind))
	}
	switch t.PaymentDay {
	case "", "bears":
	case "free":
		c.free = true
	default:
		b.fail(path+"/paymentDay", fmt.Errorf("%q is not known", t.PaymentDay))
	}
	switch t.Compounding {
	case "":
		c.annual = annually(b.in.Jurisdiction, b.basis(t))
	case "none":
	case "annual":
		c.annual = true
	default:
		b.fail(path+"/compounding", fmt.Errorf("%q is not known", t.Compounding))
	}
}

func (b *builder) rate(path string, in *claimInput, c *claim) {
	t := in.Interest
	var err error
	c.terms.extend = b.in.ExtendRates
	basis := b.basis(&t)
	law := b.statute(path, in, c)
	switch basis {
	case "", "none":
		c.noTerms = basis == ""
		return
	case "statutory":
		c.terms.rest, err = law.lateInterest(t.rateInput)
	default:
		c.terms.rest, err = b.tables.readSource(t.rateInput, c.first)
	}
	b.fail(path, err)
	c.terms.floor, err = b.tables.readBound(t.Floor)
	b.fail(path+"/floor", err)
	c.terms.ceiling, err = b.tables.readBound(t.Ceiling)
	b.fail(path+"/ceiling", err)
	switch legal := law.creditCeiling(); {
	case legal != nil && c.terms.ceiling != nil:
		c.terms.ceiling = lower{c.terms.ceiling, legal}
	case legal != nil:
		c.terms.ceiling = legal
	}
	c.fellBack, c.oldContract, c.beyondDirective = law.fellBack, law.oldContract, law.beyondDirective
	b.agreed(path, basis, in, c)
}

// basis is what the file says, or the law where it says nothing.
func (b *builder) basis(t *termsInput) string {
	if t.Basis == "" && b.in.Jurisdiction != "" {
		return "statutory"
	}
	return t.Basis
}

// agreed reads the contract rate. Under Swedish law it goes on at the value it
// had on the due date, whatever its reset (räntelagen 7 §).
func (b *builder) agreed(path, basis string, in *claimInput, c *claim) {
	t := in.Interest
	if t.Agreed == (rateInput{}) {
		return
	}
	s, err := b.tables.readSource(t.Agreed, c.first)
	b.fail(path+"/agreed", err)
	if err != nil {
		return
	}
	if basis == "statutory" && b.in.Jurisdiction == "SE" {
		s.frozen, s.anchor = true, c.due
	}
	c.terms.agreed, c.terms.agreedThrough = s, endless
	switch {
	case t.Cutoff != "":
		c.terms.agreedThrough = b.day(path+"/cutoff", t.Cutoff)
	case basis == "statutory" && b.in.Jurisdiction == "FI" && b.in.Debtor == "consumer":
		whole := c.due
		if in.Accelerated != "" {
			whole = b.day(path+"/accelerated", in.Accelerated)
		}
		c.terms.agreedThrough = min(whole+agreedDaysFI, b.titled)
	}
}
