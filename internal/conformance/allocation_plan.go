package conformance

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// stand says what an installment has open, by component. Files say how much was
// paid of it, not of which component. That is clear where nothing is open, nothing
// was paid or only one component is owed, and otherwise found by allocating the
// earlier money in the same order, see [standing.settle]. A feature is named where
// it stays unclear.
func stand(t *till, r installment, o allocation.Order) (s standing, feature string) {
	owed := t.balances(r.owed)
	s = standing{installment: r, open: owed, paidSoFar: t.minor(r.paid), inAdvance: t.minor(r.advance), tooLate: t.minor(r.late)}
	if r.paid == "" && r.outstanding != "" {
		s.paidSoFar = owed.Total() - t.minor(r.outstanding)
	}
	rest := owed.Total() - s.paidSoFar
	if r.total != "" && t.minor(r.total) != owed.Total() {
		t.fail("installment %s owes %s, its components %s", r.nr, r.total, t.number(owed.Total()))
	}
	if rest < 0 || s.inAdvance+s.tooLate > s.paidSoFar {
		t.fail("installment %s owes %s and has %s paid, of it %s in advance and %s late, want no less than the parts of each",
			r.nr, t.number(owed.Total()), t.number(s.paidSoFar), t.number(s.inAdvance), t.number(s.tooLate))
		return s, ""
	}
	if r.outstanding != "" && t.minor(r.outstanding) != rest {
		return s, "installments of which something is waived or written off"
	}
	switch {
	case rest == 0:
		s.open = allocation.Balances{}
	case s.paidSoFar == 0:
	case components(owed) == 1:
		for c := range owed {
			s.open[c] = min(owed[c], rest)
		}
	case !s.settle(t, o):
		return s, "earlier money of which the components are not known"
	}
	return s, ""
}

// settle allocates earlier money: what came in advance, when due and late. The
// result is not certain if that touches a fee or a penalty, which may have arisen
// only after the money came, or if money in advance was shared over installments
// and components at once.
func (s *standing) settle(t *till, o allocation.Order) bool {
	if s.inAdvance > 0 && sharesAtOnce(o) {
		return false
	}
	for _, earlier := range []struct {
		on    calendar.Date
		minor int64
	}{
		{s.due - 1, s.inAdvance}, {s.due, s.paidSoFar - s.inAdvance - s.tooLate}, {s.due + 1, s.tooLate},
	} {
		payment := allocation.Payment{Date: earlier.on, Amount: t.money(earlier.minor)}
		result, err := allocation.Allocate(payment, []allocation.Item{{ID: s.nr, Due: s.due, Open: s.open}}, o)
		if err != nil {
			t.errs = append(t.errs, err)
			return true
		}
		for _, l := range result.Lines {
			if l.Component == allocation.Fee || l.Component == allocation.DefaultInterest {
				return false
			}
			s.open[l.Component] -= l.Amount.Minor()
		}
		if !result.Unallocated.IsZero() {
			return false
		}
	}
	return true
}

// changes names the feature of a payment that alters the plan, as where interest
// is computed anew: what is owed after it is no question of allocation.
func (a Allocation) changes(t *till) string {
	const feature = "installments that the payment changes"
	if len(a.after) == 0 {
		return ""
	}
	if len(a.after) != len(a.before) {
		return feature
	}
	for _, after := range a.after {
		i := find(a.before, after.nr)
		if i < 0 {
			return feature
		}
		before := a.before[i]
		if after.due != 0 && after.due != before.due {
			return feature
		}
		if after.owed.given() && t.balances(after.owed) != t.balances(before.owed) {
			return feature
		}
	}
	return ""
}
