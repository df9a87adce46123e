package oracle

import "slices"

// fee is a fee in view.
type fee struct {
	index          int
	id, code       string
	date, recorded day
	original       int64
	remaining      int64
	raised         bool
}

func (f *fee) name() string { return f.id }

func (f *fee) dueDay() day { return f.date }

// rateOn is 0: a fee bears no interest.
func (f *fee) rateOn(day) (micro, bool) { return 0, true }

func (f *fee) passes(r *rung) bool {
	return len(r.codes) == 0 || slices.Contains(r.codes, f.code)
}

func (f *fee) open(component string) int64 {
	if !f.raised || component != compFee {
		return 0
	}
	return f.remaining
}

func (f *fee) pay(_ string, amount int64) (vat string) {
	f.remaining -= amount
	return ""
}
