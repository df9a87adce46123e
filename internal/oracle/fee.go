package oracle

import "slices"

// fee is a fee, with its state at the moment of the walk. What is open of it is
// the principal of a small claim of its own, which bears where the file says so.
type fee struct {
	index          int
	id, code       string
	date, recorded day
	original       int64
	cappedAway     int64
	assessed       *assessed // nil: the file has an amount
	held           bool
	debt           claim
}

// part is what a component of a fee is of its debt; empty if it has none such.
func (f *fee) part(component string) string {
	switch component {
	case compFee:
		return compPrincipal
	case compDefault:
		return compDefault
	}
	return ""
}

// bears says whether the file gives the fee interest.
func (f *fee) bears() bool { return f.debt.main.terms.rest != nil }

// raise lets the fee be owed, all but what exceeds the caps, and bear from the
// next day on.
func (b *book) raise(f *fee) {
	b.assess(f)
	d := &f.debt
	d.raised, d.original = true, f.original
	f.cappedAway = b.overCaps(f)
	d.principal.remaining = f.original - f.cappedAway
	d.tomorrow += d.principal.remaining
}

// bearers are all that can bear interest: claims, then fees.
func (b *book) bearers() []*claim {
	all := slices.Clone(b.claims)
	for _, f := range b.fees {
		all = append(all, &f.debt)
	}
	return all
}

// toNextDay lets what came back or went today bear.
func (b *book) toNextDay() {
	for _, c := range b.bearers() {
		c.tomorrow = 0
		for _, t := range c.tracks() {
			t.tomorrow = 0
		}
	}
}

func (f *fee) name() string { return f.id }

func (f *fee) dueDay() day { return f.date }

// rateOn is 0 if the fee bears no interest.
func (f *fee) rateOn(d day) (micro, bool) { return f.debt.rateOn(d) }

func (f *fee) passes(r *rung) bool {
	return len(r.codes) == 0 || slices.Contains(r.codes, f.code)
}

func (f *fee) isRaised() bool { return f.debt.raised }

func (f *fee) isFree() bool { return f.debt.free }

func (f *fee) open(component string) int64 { return f.debt.open(f.part(component)) }

func (f *fee) pay(component string, amount int64) (vat string, joined int64) {
	return f.debt.pay(f.part(component), amount)
}

func (f *fee) unpay(component string, amount, joined int64) (vat string) {
	return f.debt.unpay(f.part(component), amount, joined)
}

func (f *fee) adjust(today day, component string, amount int64) {
	f.debt.adjust(today, f.part(component), amount)
}

func (f *fee) dispose(component string, amount int64) (vat string) {
	return f.debt.dispose(f.part(component), amount)
}
