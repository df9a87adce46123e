package ledger

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// mayBackdate reports whether a fact may look at a day that another has passed already:
// where payments act at the start of their day, one may come after a fact that acted at
// its end. The fold knows how to do that.
func (f *flattener) mayBackdate() bool {
	free := slices.ContainsFunc(f.a.courses[f.start.courses:], func(fc flatCourse) bool { return fc.free })
	return free && (len(f.c.Claims)+len(f.c.Fees) > 1 || f.r.Order.Rest == allocation.Apply)
}

// plain reports whether the case holds nothing that only the fold knows how to do.
func (f *flattener) plain() bool {
	if f.r.hasCaps() || !f.books() {
		return false
	}
	for i := range f.c.Reversals {
		if r := &f.c.Reversals[i]; !r.voids() && f.at.Counts(r.Date, r.Recorded) {
			return false
		}
	}
	for i := range f.r.Fees {
		if t := &f.r.Fees[i]; t.Tariff != nil || t.TotalCap != nil {
			return false
		}
	}
	return true
}

// books reports whether nothing that the case may come to is too large for the
// creditor's books. They change no figure of the totals.
func (f *flattener) books() bool {
	if f.c.base() == f.c.Currency {
		return true
	}
	var most int64
	for i := range f.c.Claims {
		most += min(f.c.Claims[i].Principal.Minor(), safeMinor)
	}
	for i := range f.c.Adjustments {
		most += min(max(0, f.c.Adjustments[i].Amount.Minor()), safeMinor)
	}
	most = min(most, safeMinor) * 10 * 301 * 2 // with all the interest that there can be
	for i := range f.c.Claims {
		if rate := f.c.Claims[i].Exchange.Rate; rate != 0 {
			if _, err := money.FromMinor(most, f.c.Currency).Convert(f.c.base(), rate.Decimal(), money.HalfUp); err != nil {
				return false
			}
		}
	}
	return most < safeMinor*10*301*2
}
