package ledger

import (
	"github.com/skuld-go/skuld/calendar"
)

// Bounds on the facts of limitation.
const (
	// MaxLimitationYears bounds a period of the creditor's own, in years.
	MaxLimitationYears = 100
	// maxLimitationSpan bounds interval and margin, in years.
	maxLimitationSpan = 100
)

// limitation checks the facts of limitation of a claim.
func (v *validator) limitation(path string, f *LimitationFacts) {
	if f == nil {
		return
	}
	v.text(path+"/law", f.Law, false)
	known(v, path+"/instrument", f.Instrument)
	if s := f.Period; !s.IsZero() && (s.Unit() != calendar.UnitYear || s.N() < 1 || s.N() > MaxLimitationYears) {
		v.Addf(path+"/period", "%s is no period of limitation, want whole years from 1Y through %dY", s, MaxLimitationYears)
	}
	v.span(path+"/interval", f.Interval, 1)
	v.span(path+"/margin", f.Margin, 0)
}

// span checks a length of time that reaches forward; the zero span is none.
func (v *validator) span(path string, s calendar.Span, least int) {
	if s.IsZero() {
		return
	}
	const origin = calendar.Date(1)
	end := origin.Add(s)
	if s.N() < least || end.IsZero() || end > origin.AddYears(maxLimitationSpan) {
		v.Addf(path, "%s is out of bounds, want %d through %d years", s, least, maxLimitationSpan)
	}
}

// lasting checks that what keeps a claim from being barred does not end before it
// begins.
func (v *validator) lasting(path string, n Notice) {
	if act := actOf(n.Kind); act != 0 && lasts(act) && !n.Through.IsZero() && n.Through < n.Sent {
		v.Addf(path+"/through", "%s is before %s, want that day or later", n.Through, n.Sent)
	}
}
