package summary

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// ReversalYear says in which year interest counts as taken back. The zero value is
// invalid.
type ReversalYear uint8

const (
	// YearOfPayment nets a reversal in the years in which the interest was paid, which
	// corrects a report that may have been sent.
	YearOfPayment ReversalYear = iota + 1
	// YearOfReversal nets it in the year of the reversal, which may turn the interest
	// of that year negative.
	YearOfReversal
)

// String is "payment" or "reversal".
func (y ReversalYear) String() string {
	switch y {
	case YearOfPayment:
		return "payment"
	case YearOfReversal:
		return "reversal"
	}
	return ""
}

// InterestQuery says what is asked about paid interest.
type InterestQuery struct {
	// From is the first day, inclusive, of which paid interest counts, for all cases;
	// zero means all. Where a case has its own day ([Entry.InterestFrom]), the later
	// one holds.
	From calendar.Date
	// Reversals must be given.
	Reversals ReversalYear
}

// InterestPaid is interest paid: Total = Contract + Default. All are below zero
// where more was taken back than paid.
type InterestPaid struct {
	Contract, Default, Total money.Amount
}

// InterestRow is the interest that a debtor paid in a calendar year, in one
// currency.
type InterestRow struct {
	// Debtor is who paid; empty where that is not known.
	Debtor   string
	Currency money.Currency
	Year     int
	InterestPaid
}

// InterestTotal is all interest of a report in one currency.
type InterestTotal struct {
	Currency money.Currency
	InterestPaid
}

// InterestReport is the interest paid on many cases.
type InterestReport struct {
	// AsOf is the one day of all statements, zero where there are none.
	AsOf  calendar.Date
	Query InterestQuery
	// Rows are in the order in which debtors first appear, then by currency code, then
	// by year. There is none where nothing was paid or all was taken back.
	Rows []InterestRow
	// Totals are the sums of the rows, by currency code.
	Totals []InterestTotal
}

// PaidInterest lists the interest that debtors paid (reportPaidInterest), by payer,
// currency and calendar year. Give it the cases that are to be reported, and no
// others.
//
// A line counts in the year of its own day ([ledger.Line.Date]): that of the payment,
// or a later one for money that waited. The payer is [ledger.Payment.By]; where that
// is not stated, the case's debtor if there is just one, else "". Void payments,
// credit notes and refunds count for nothing, capitalized interest is principal. A
// reversal counts as far as it takes interest back: one that returns everything to
// principal ([ledger.ToPrincipal]) leaves the interest paid.
//
// What a reversal takes back is set against the payment's own lines on the same item
// and component, in their order, and a rest against the payment's day; interest paid
// before the first day asked for was never reported, so taking it back counts for
// nothing either.
//
// The error wraps [ErrSummary] and names everything that is wrong: a query without
// Reversals, statements of different days, a case given twice, sums that are
// [money.ErrTooLarge].
func PaidInterest(entries []Entry, q InterestQuery) (*InterestReport, error) {
	var ps problems
	if q.Reversals.String() == "" {
		ps.addf("reversals %d, want YearOfPayment or YearOfReversal", q.Reversals)
	}
	ps.add(checkAll(entries, 0))
	if err := ps.err(); err != nil {
		return nil, err
	}
	book := newInterestBook()
	report := &InterestReport{Query: q}
	for i := range entries {
		e := &entries[i]
		report.AsOf = e.Statement.AsOf
		for _, piece := range e.interestPieces() {
			if first := max(q.From, e.InterestFrom); piece.paid < first {
				continue
			}
			day := piece.paid
			if q.Reversals == YearOfReversal {
				day = piece.acted
			}
			book.add(piece.debtor, e.Statement.Currency, day.Year(), piece.component, piece.amount)
		}
	}
	report.Rows, report.Totals = book.rows(&ps), book.totals(&ps)
	if err := ps.err(); err != nil {
		return nil, err
	}
	return report, nil
}
