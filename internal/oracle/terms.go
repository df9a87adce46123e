package oracle

import "fmt"

// terms reads the interest of a claim into c: which days bear, at which rate.
func (b *builder) terms(path string, in *claimInput, c *claim) {
	component, other := compDefault, compContract
	switch in.Interest.Kind {
	case "", "default":
	case "contract":
		component, other = compContract, compDefault
	default:
		b.fail(path+"/interest/kind", fmt.Errorf("%q is not known", in.Interest.Kind))
	}
	c.main, c.other = newTrack(component, b.book.rounding), newTrack(other, b.book.rounding)
	b.span(path+"/interest", &in.Interest, c)
	b.manner(path+"/interest", &in.Interest, c.main)
	c.free = b.free(path+"/interest", &in.Interest)
	b.rate(path+"/interest", in, &in.Interest, c, c.main)
	b.contract(path+"/contractInterest", in, c)
}

// span reads the bearing days of interest.
func (b *builder) span(path string, t *termsInput, c *claim) {
	from := b.day(path+"/from", t.From)
	switch {
	case from != noDay:
		c.main.first = from
	case c.due != noDay:
		c.main.first = c.due + 1
	default:
		b.fail(path, fmt.Errorf("want a due date or a first day of interest"))
	}
	if c.due == noDay {
		c.due = c.main.first - 1
	}
	if t.Through != "" {
		c.main.through = b.day(path+"/through", t.Through)
	}
}

// contract reads the interest that runs beside interest.
func (b *builder) contract(path string, in *claimInput, c *claim) {
	t := in.contractTerms()
	if t == nil {
		return
	}
	switch {
	case in.Interest.Kind == "contract", t.Kind != "" && t.Kind != "contract":
		b.fail(path, fmt.Errorf("want contract interest beside default interest"))
	case t.Basis == "" || t.Basis == "statutory":
		b.fail(path+"/basis", fmt.Errorf("want a rate of its own, not %q", t.Basis))
	case b.free(path, t) != c.free:
		b.fail(path+"/paymentDay", fmt.Errorf("the oracle wants one payment day for both interests"))
	}
	c.other.first = b.date(path+"/from", t.From)
	if t.Through != "" {
		c.other.through = b.day(path+"/through", t.Through)
	}
	b.manner(path, t, c.other)
	b.rate(path, in, t, c, c.other)
}

func (b *builder) free(path string, t *termsInput) bool {
	switch t.PaymentDay {
	case "", "bears":
		return false
	case "free":
		return true
	}
	b.fail(path+"/paymentDay", fmt.Errorf("%q is not known", t.PaymentDay))
	return false
}

// manner reads day count and compounding.
func (b *builder) manner(path string, t *termsInput, tr *track) {
	tr.convention = or(t.DayCount, defaultConvention(b.in.Jurisdiction))
	if !knownConvention(tr.convention) {
		b.fail(path+"/dayCount", fmt.Errorf("%q is not known", tr.convention))
	}
	switch t.Compounding {
	case "":
		tr.annual = annually(b.in.Jurisdiction, b.basis(t))
	case "none":
	case "annual":
		tr.annual = true
	default:
		b.fail(path+"/compounding", fmt.Errorf("%q is not known", t.Compounding))
	}
}

func (b *builder) rate(path string, in *claimInput, t *termsInput, c *claim, tr *track) {
	var err error
	tr.terms.extend = b.in.ExtendRates
	basis := b.basis(t)
	law := b.statute(path, in, c)
	if len(t.Refixes) > 0 && basis != "fixed" {
		b.fail(path+"/refixes", fmt.Errorf("only of a fixed rate"))
	}
	switch basis {
	case "", "none":
		c.noTerms = c.noTerms || basis == ""
		return
	case "statutory":
		tr.terms.rest, err = law.lateInterest(t.rateInput)
	default:
		tr.terms.rest, err = b.tables.readSource(t.rateInput, tr.first)
	}
	b.fail(path, err)
	b.refixes(path+"/refixes", t, tr)
	tr.terms.floor, err = b.tables.readBound(t.Floor)
	b.fail(path+"/floor", err)
	tr.terms.ceiling, err = b.tables.readBound(t.Ceiling)
	b.fail(path+"/ceiling", err)
	switch legal := law.creditCeiling(); {
	case legal != nil && tr.terms.ceiling != nil:
		tr.terms.ceiling = lower{tr.terms.ceiling, legal}
	case legal != nil:
		tr.terms.ceiling = legal
	}
	c.fellBack, c.oldContract, c.beyondDirective = c.fellBack || law.fellBack, c.oldContract || law.oldContract, c.beyondDirective || law.beyondDirective
	b.agreed(path, basis, in, t, c, tr)
}

// refixes puts new rates behind the first one.
func (b *builder) refixes(path string, t *termsInput, tr *track) {
	last := noDay
	for i, in := range t.Refixes {
		from := b.date(fmt.Sprintf("%s/%d/from", path, i), in.From)
		rate, err := parseMicro(in.Rate)
		if in.Rate == "" {
			err = fmt.Errorf("want a rate")
		}
		b.fail(fmt.Sprintf("%s/%d/rate", path, i), err)
		if from <= last {
			b.fail(fmt.Sprintf("%s/%d/from", path, i), fmt.Errorf("%s does not follow %s", from, last))
		}
		tr.terms.rest, last = inTurn{tr.terms.rest, from, &source{fixed: rate}}, from
	}
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
func (b *builder) agreed(path, basis string, in *claimInput, t *termsInput, c *claim, tr *track) {
	if t.Agreed == (rateInput{}) {
		return
	}
	s, err := b.tables.readSource(t.Agreed, tr.first)
	b.fail(path+"/agreed", err)
	if err != nil {
		return
	}
	if basis == "statutory" && b.in.Jurisdiction == "SE" {
		s.frozen, s.anchor = true, c.due
	}
	tr.terms.agreed, tr.terms.agreedThrough = s, endless
	switch {
	case t.Cutoff != "":
		tr.terms.agreedThrough = b.day(path+"/cutoff", t.Cutoff)
	case basis == "statutory" && b.in.Jurisdiction == "FI" && b.in.Debtor == "consumer":
		whole := c.due
		if in.Accelerated != "" {
			whole = b.day(path+"/accelerated", in.Accelerated)
		}
		tr.terms.agreedThrough = min(whole+agreedDaysFI, b.titled)
	}
}
