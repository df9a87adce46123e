package oracle

import "slices"

// fee is a fee, with its state at the moment of the walk.
type fee struct {
	index          int
	id, code       string
	date, recorded day
	original       int64
	account        account
	raised, held   bool
}

func (f *fee) name() string { return f.id }

func (f *fee) dueDay() day { return f.date }

// rateOn is 0: a fee bears no interest.
func (f *fee) rateOn(day) (micro, bool) { return 0, true }

func (f *fee) passes(r *rung) bool {
	return len(r.codes) == 0 || slices.Contains(r.codes, f.code)
}

func (f *fee) isRaised() bool { return f.raised }

func (f *fee) open(component string) int64 {
	if !f.raised || component != compFee {
		return 0
	}
	return f.account.remaining
}

func (f *fee) pay(_ string, amount int64) (vat string, joined int64) {
	f.account.pay(amount)
	return "", 0
}

func (f *fee) unpay(_ string, amount, _ int64) (vat string) {
	f.account.pay(-amount)
	return ""
}

func (f *fee) adjust(_ day, _ string, amount int64) { f.account.adjust(amount) }

func (f *fee) dispose(_ string, amount int64) (vat string) {
	f.account.dispose(amount)
	return ""
}
