package paymentplan

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// slot is the place of a row.
type slot struct {
	// from and to bound the interest of the row, half-open; due is when it is payable.
	from, to, due calendar.Date
	// nominal is the date before it was moved to a business day.
	nominal, invoice calendar.Date
	// period is the index of the period it lies in, -1 for none; deviation that of its
	// deviation.
	period, deviation int
	// registration and invoiceFee are charged in the row.
	registration, invoiceFee int64
	// noPrincipal and noInterest mark the rows of grace.
	noPrincipal, noInterest bool
	weight                  weight
	weighed                 bool
	// held is the negative accrual that later rows make up for, once the rows are listed.
	held money.Exact
}

func (s *slot) fee() int64 { return s.registration + s.invoiceFee }

// fullGrace reports whether nothing but the registration is payable.
func (s *slot) fullGrace() bool { return s.noPrincipal && s.noInterest }

// slot is the place of row k, from 1. Errors are problems of dates.
func (f *frame) slot(k int) (*slot, error) {
	for len(f.slots) < k {
		if err := f.addSlot(); err != nil {
			return nil, err
		}
	}
	return &f.slots[k-1], nil
}

// errNoDate says that no date is left for a row.
var errNoDate = errors.New("no date is left for a row")

// addSlot works the next place out.
func (f *frame) addSlot() error {
	r, k := f.req, len(f.slots)+1
	s := slot{from: r.Start, deviation: r.deviationOf(k)}
	s.nominal, s.period = f.dates.take()
	if r.Kind == Bullet {
		s.nominal = f.bulletDate(s.nominal)
	}
	if s.nominal.IsZero() {
		return &ledger.Problem{
			Path: f.lengthPath(), Cause: errNoDate,
			Message: fmt.Sprintf("row %d would fall due after %d, want fewer rows or shorter intervals", k, ledger.LastYear),
		}
	}
	moved := r.Adjust
	if moved == 0 && r.Calendar != nil {
		moved = calendar.Following
	}
	if d := s.deviation; d >= 0 && !r.Deviations[d].Due.IsZero() {
		s.nominal, moved = r.Deviations[d].Due, calendar.Unadjusted
	} else if r.Kind == Bullet && !r.End.IsZero() {
		moved = calendar.Unadjusted // somebody named the day
	}
	s.due = s.nominal
	var err error
	if r.Calendar != nil && moved != calendar.Unadjusted {
		if s.due, err = r.Calendar.Adjust(s.nominal, moved); err != nil {
			return &ledger.Problem{Path: "/calendar", Message: fmt.Sprintf("row %d: %v", k, err), Cause: err}
		}
	}
	s.invoice = s.due.AddDays(-r.InvoiceLeadDays)
	if r.Calendar != nil {
		if s.invoice, err = r.Calendar.Adjust(s.invoice, calendar.Preceding); err != nil {
			return &ledger.Problem{Path: "/calendar", Message: fmt.Sprintf("invoice of row %d: %v", k, err), Cause: err}
		}
	}
	if err := f.inOrder(&s, k); err != nil {
		return err
	}
	if s.due < r.Start {
		return problemf("/adjust", "row %d would be due on %s, before the start, want another way to adjust", k, s.due)
	}
	if s.to = s.nominal; r.AccrueOn == Adjusted {
		s.to = s.due
	}
	s.noPrincipal, s.noInterest = k <= r.Grace.Principal, k <= r.Grace.Interest
	f.charge(&s, k)
	if err := f.deviates(&s); err != nil {
		return err
	}
	f.slots = append(f.slots, s)
	return nil
}

// bulletDate is when the only row of a bullet falls due: on its end as it stands, or
// on the date of its number.
func (f *frame) bulletDate(first calendar.Date) calendar.Date {
	r := f.req
	if !r.End.IsZero() {
		return r.End
	}
	for range r.Count - 1 {
		first, _ = f.dates.take()
	}
	return first
}

// lengthPath is the field that makes a plan as long as it is.
func (f *frame) lengthPath() string {
	switch r := f.req; {
	case r.Count > 0:
		return "/count"
	case r.Amount.Minor() > 0:
		return "/amount"
	}
	return "/every"
}

// inOrder checks a date against the row before it.
func (f *frame) inOrder(s *slot, k int) error {
	if k == 1 {
		if s.nominal < f.req.Start {
			return problemf(deviationPath(s.deviation, "due"), "%s is before the start, want a day on or after %s", s.nominal, f.req.Start)
		}
		return nil
	}
	before := &f.slots[k-2]
	s.from = before.to
	if s.nominal > before.nominal && s.due >= before.due {
		return nil
	}
	if s.deviation >= 0 && !f.req.Deviations[s.deviation].Due.IsZero() {
		return problemf(deviationPath(s.deviation, "due"), "%s is not after row %d (%s), want a later day", s.due, k-1, before.due)
	}
	return problemf(deviationPath(before.deviation, "due"), "%s is not before row %d (%s), want an earlier day", before.due, k, s.due)
}

// charge puts the fees on a row.
func (f *frame) charge(s *slot, k int) {
	if k == 1 {
		s.registration = f.fees.registration
	}
	invoiced := !s.fullGrace()
	if d := s.deviation; d >= 0 && f.req.Deviations[d].Amount != nil {
		invoiced = f.req.Deviations[d].Amount.Minor() > s.registration
	}
	if invoiced {
		s.invoiceFee = f.fees.invoice
	}
}

// deviates checks a deviating amount against the fees of its row.
func (f *frame) deviates(s *slot) error {
	if s.deviation < 0 {
		return nil
	}
	if a := f.req.Deviations[s.deviation].Amount; a != nil && a.Minor() < s.fee() {
		return problemf(deviationPath(s.deviation, "amount"), "%s does not cover the fees of the row, want at least %s", a, f.money(s.fee()))
	}
	return nil
}
