package paymentplan

import (
	"fmt"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// frame is a request made definite: how many rows there are, when they fall due, and
// which rule each of them follows. All amounts are minor units.
type frame struct {
	req      *Request
	currency money.Currency
	// n is the number of rows, 0 where it follows from the level.
	n int
	// closes says that row n takes whatever is open.
	closes   bool
	residual Residual
	step     int64
	// final is the most that a last row may pay, 0 where nothing is said.
	final int64
	fees  struct{ registration, invoice, reminder int64 }
	// extra is interest that is owed from before the plan and payable in rows.
	extra []int64

	// strict ends a trial at the first row that does not cover its interest.
	strict bool

	dates *series
	slots []slot
	terms *terms // of the interest, nil over a case
	notes []ledger.Finding
}

// newFrame makes a valid request definite.
func newFrame(r *Request, c money.Currency) (*frame, error) {
	f := &frame{req: r, currency: c, residual: r.residual(), step: 1, final: r.Final.Minor(), dates: newSeries(r)}
	if s := r.Step.Minor(); s > 0 {
		f.step = s
	}
	f.setFees()
	if err := f.setCount(); err != nil {
		return nil, err
	}
	if f.final > 0 && f.n > 0 && !f.solved() {
		return nil, problemf("/final", "beside amounts for all %d rows, want one of them", f.n)
	}
	f.closes = f.n > 0 && f.residual != Open && f.residual != Waive
	f.unused()
	for i, d := range r.Deviations {
		if f.n > 0 && d.No > f.n {
			return nil, problemf(deviationPath(i, "no"), "%d, want at most %d, the number of rows", d.No, f.n)
		}
		if f.closes && d.No == f.n && d.Amount != nil {
			return nil, problemf(deviationPath(i, "amount"), "row %d is the last and takes what is open, want final instead", d.No)
		}
	}
	if f.n > 0 {
		if g := max(r.Grace.Principal, r.Grace.Interest); g >= f.n {
			field := "principal"
			if r.Grace.Interest >= f.n {
				field = "interest"
			}
			return nil, problemf("/grace/"+field, "%d, want fewer than the %d rows", g, f.n)
		}
	}
	return f, nil
}

// residual is what becomes of a rest, zero where the last row takes it.
func (r *Request) residual() Residual {
	switch r.Kind {
	case AnnuityLimited, LinearLimited:
		return max(r.Residual, Open)
	case DebtRelief:
		switch {
		case r.Amount.Minor() == 0 && !r.periodAmounts(), r.Count == 0 && r.End.IsZero() && !r.closedPeriods():
			return 0 // the rows pay everything
		case r.Residual == 0:
			return Waive
		}
		return r.Residual
	case InterestOnly:
		if r.Residual == 0 {
			return Balloon
		}
		return r.Residual
	}
	return 0
}

// setFees takes the fees, lowered to what the law lets them be.
func (f *frame) setFees() {
	r := f.req
	f.fees.registration, f.fees.invoice, f.fees.reminder = r.Fees.Registration.Minor(), r.Fees.Invoice.Minor(), r.Fees.Reminder.Minor()
	for _, c := range r.Fees.Caps {
		var fee *int64
		switch c.Fee {
		case "registration":
			fee = &f.fees.registration
		case "invoice":
			fee = &f.fees.invoice
		case "reminder":
			fee = &f.fees.reminder
		default:
			continue
		}
		if c.Unknown != nil {
			if *fee > 0 {
				f.note(FindingFeeUnchecked, ledger.Warning, "/fees/"+c.Fee, "what the law allows is not known: %v", c.Unknown)
			}
			continue
		}
		if *fee > c.Most.Minor() {
			f.note(FindingFeeCapped, ledger.Warning, "/fees/"+c.Fee, "%s is above what the law allows, %s (%s), which is charged",
				f.money(*fee), c.Most, c.Citation)
			*fee = c.Most.Minor()
		}
	}
}

// setCount finds the number of rows where it is given.
func (f *frame) setCount() error {
	r := f.req
	switch {
	case r.Kind == Bullet:
		f.n = 1
	case r.Count > 0:
		f.n = r.Count
	case !r.End.IsZero():
		if f.n = r.datesThrough(r.End); f.n == 0 {
			return problemf("/end", "no row falls due through %s, want a day on or after the first due date", r.End)
		}
	case r.closedPeriods() && (r.Amount.Minor() == 0 || r.Kind.limited() || r.Kind == DebtRelief):
		if f.n = r.datesThrough(r.Periods[len(r.Periods)-1].End); f.n == 0 {
			return problemf("/periods", "no row falls due in them, want at least one")
		}
	}
	if f.n > MaxRows {
		return problemf("/end", "more than %d rows, want an earlier day or longer intervals", MaxRows)
	}
	return nil
}

// unused notes fields that were given and have no bearing.
func (f *frame) unused() {
	r := f.req
	if r.Residual != 0 && f.residual == 0 {
		f.note(FindingUnused, ledger.Info, "/residual", "the last row of this plan takes what is open; nothing is left for %q", r.Residual)
	}
	if r.AccrueOn != 0 && r.Calendar == nil {
		f.note(FindingUnused, ledger.Info, "/accrueOn", "no calendar moves a due date; %q has no bearing", r.AccrueOn)
	}
	if r.Step.Minor() > 0 && r.Posting == Unrounded {
		f.note(FindingUnused, ledger.Info, "/step", "a level that is not rounded meets no step")
	}
	if r.LastRow != 0 && (r.Posting == Unrounded || !r.Kind.level() || r.Kind.linear() || !f.solved() || f.final > 0) {
		f.note(FindingUnused, ledger.Info, "/lastRow", "no level is solved from a number of rows; %q has no bearing", r.LastRow)
	}
}

// solved reports whether a level has to be found: some row has none.
func (f *frame) solved() bool {
	r := f.req
	switch {
	case !r.Kind.level() || r.Amount.Minor() > 0:
		return false
	case f.n == 0:
		return f.final > 0
	}
	return !r.everyRowInPeriods(f.n)
}

// periodAmounts reports whether there are periods and all of them have amounts.
func (r *Request) periodAmounts() bool {
	for _, p := range r.Periods {
		if p.Amount.Minor() == 0 {
			return false
		}
	}
	return len(r.Periods) > 0
}

// everyRowInPeriods reports whether the first n rows all lie in periods with amounts.
func (r *Request) everyRowInPeriods(n int) bool {
	if n == 0 || len(r.Periods) == 0 {
		return false
	}
	s := newSeries(r)
	for range n {
		d, p := s.take()
		if d.IsZero() || p < 0 || r.Periods[p].Amount.Minor() == 0 {
			return false
		}
	}
	return true
}

func (f *frame) note(code string, s ledger.Severity, path, format string, args ...any) {
	f.notes = append(f.notes, ledger.Finding{Code: code, Severity: s, Path: path, Message: fmt.Sprintf(format, args...)})
}

func (f *frame) money(minor int64) money.Amount { return money.FromMinor(minor, f.currency) }

// deviationOf is the index of the deviation of a row, -1 for none.
func (r *Request) deviationOf(k int) int {
	for i, d := range r.Deviations {
		if d.No == k {
			return i
		}
	}
	return -1
}

func deviationPath(i int, field string) string { return fmt.Sprintf("/deviations/%d/%s", i, field) }

func problemf(path, format string, args ...any) *ledger.Problem {
	return &ledger.Problem{Path: path, Message: fmt.Sprintf(format, args...)}
}

// rounding of the interest of a row.
func (r *Request) rounding() money.Rounding {
	if r.Rounding.Mode() == money.Exactly {
		return money.HalfUp.ToStep(r.Rounding.Step())
	}
	return r.Rounding
}

// bears reports whether rows of a debt accrue interest.
func (r *Request) bears() bool {
	return r.Kind != DebtRelief && !r.SuspendInterest && !r.Interest.Rate.IsZero()
}
