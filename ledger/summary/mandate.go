package summary

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// Mandate is a debtor's leave to collect from a bank account. A zero date means that the
// mandate has none.
type Mandate struct {
	ID string
	// Approved is the day on which the bank approved it; without it nothing may be
	// collected. Valid from From through the day before Until; zero leaves it open on that
	// side. Closed is the first day on which it is closed.
	Approved, From calendar.Date
	Until, Closed  calendar.Date // exclusive
}

// DebitRule is what a scheme of direct debits asks for before a collection.
type DebitRule struct {
	// Calendar tells the days on which the scheme settles; required.
	Calendar *calendar.Calendar
	// Lead is how many business days before the day of collection the order has to be at
	// the bank, Notice how many calendar days before it the debtor has to be told.
	Lead, Notice int
}

// Debit is a collection that was asked for.
type Debit struct {
	// On is the first business day from the day asked for on that lead and notice allow.
	On calendar.Date
	// SubmitBy is the last day on which the bank may get the order, NotifyBy the last on
	// which the debtor may be told; both inclusive.
	SubmitBy, NotifyBy calendar.Date
	// Feasible says that the mandate holds on that day; Reason says why it does not.
	Feasible bool
	Reason   string
}

// Collectable reports whether a mandate allows to collect on a day; if not, the text says
// why.
func (m Mandate) Collectable(on calendar.Date) (bool, string) {
	switch {
	case m.Approved.IsZero():
		return false, "not approved"
	case on < m.Approved:
		return false, "approved only from " + m.Approved.String() + " on"
	case on < m.From:
		return false, "valid only from " + m.From.String() + " on"
	case !m.Closed.IsZero() && on >= m.Closed:
		return false, "closed on " + m.Closed.String()
	case !m.Until.IsZero() && on >= m.Until:
		return false, "valid only until " + m.Until.String()
	}
	return true, ""
}

// Collect is the collection of a day by a mandate, ordered today: on the first business
// day from wanted on by which both the bank can have the order in time and the debtor the
// notice. The error is [calendar.ErrOutOfRange] for days that the calendar does not know,
// and wraps [ErrSummary] for a rule without a calendar or with days below zero.
func (r DebitRule) Collect(m Mandate, wanted, today calendar.Date) (Debit, error) {
	if r.Calendar == nil || r.Lead < 0 || r.Notice < 0 {
		return Debit{}, fmt.Errorf("%w: direct debit %q by a rule of %d and %d days, want a calendar and days of at least 0", ErrSummary, m.ID, r.Lead, r.Notice)
	}
	first, err := r.Calendar.Adjust(max(wanted, today.AddDays(r.Notice)), calendar.Following)
	if err != nil {
		return Debit{}, err
	}
	ready, err := r.Calendar.AddBusinessDays(today, r.Lead)
	if err != nil {
		return Debit{}, err
	}
	d := Debit{On: max(first, ready)}
	if d.SubmitBy, err = r.Calendar.AddBusinessDays(d.On, -r.Lead); err != nil {
		return Debit{}, err
	}
	d.NotifyBy = d.On.AddDays(-r.Notice)
	d.Feasible, d.Reason = m.Collectable(d.On)
	return d, nil
}
