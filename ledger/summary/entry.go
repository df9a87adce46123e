package summary

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Entry is a case with its statement.
type Entry struct {
	// Case gives the facts that a statement does not hold: the debtors, who made a
	// payment and to whom, the currency of the creditor's books.
	Case      ledger.Case
	Statement *ledger.Statement
	// Registered is the last day, inclusive, on which what is raised belongs to the
	// original debt; zero means that everything raised does.
	Registered calendar.Date
	// InterestFrom is the first day, inclusive, of which paid interest is reported
	// (reportPaidInterestFrom); zero means all. Only [PaidInterest] looks at it.
	InterestFrom calendar.Date
	// FirstInterest is, by the id of a claim, the interest with which it was registered,
	// where that is known and may differ from what was left of it when the books were
	// taken over; the difference is gone before.
	FirstInterest map[string]money.Amount
}

// problems collects what is wrong, in the order found.
type problems []error

// addf notes a problem; it wraps [ErrSummary].
func (ps *problems) addf(format string, args ...any) {
	*ps = append(*ps, fmt.Errorf("%w: "+format, append([]any{ErrSummary}, args...)...))
}

// add notes an error, unless it is nil.
func (ps *problems) add(err error) {
	if err != nil {
		*ps = append(*ps, err)
	}
}

// err joins all problems; nil where there are none.
func (ps problems) err() error { return errors.Join(ps...) }

// check notes what makes an entry unfit by itself and reports whether it is fit.
func (e *Entry) check(ps *problems) bool {
	before := len(*ps)
	st := e.Statement
	if st == nil {
		ps.addf("case %q has no statement, want one", e.Case.ID)
		return false
	}
	if st.Case != e.Case.ID {
		ps.addf("case %q beside the statement of case %q, want those of one case", e.Case.ID, st.Case)
	}
	if st.Currency.IsZero() || st.Currency != e.Case.Currency {
		ps.addf("case %q in %q, its statement in %q, want one currency", e.Case.ID, e.Case.Currency.Code(), st.Currency.Code())
	}
	if st.AsOf.IsZero() {
		ps.addf("case %q: the statement is of no day, want an as-of day", e.Case.ID)
	}
	seen := map[string]bool{}
	for _, d := range e.Case.Debtors {
		if seen[d.ID] {
			ps.addf("case %q lists debtor %q twice, want once", e.Case.ID, d.ID)
		}
		seen[d.ID] = true
	}
	return len(*ps) == before
}

// checkAll checks entries that are to be added up: each by itself, each case once,
// all of the as-of day asOf, or where that is zero of the day of the first, and of
// one day of knowledge. All that is wrong is reported at once.
func checkAll(entries []Entry, asOf calendar.Date) error {
	var ps problems
	seen := make(map[string]bool, len(entries))
	var first *ledger.Statement
	for i := range entries {
		e := &entries[i]
		if seen[e.Case.ID] {
			ps.addf("case %q is given twice, want each case once", e.Case.ID)
		}
		seen[e.Case.ID] = true
		if !e.check(&ps) {
			continue
		}
		st := e.Statement
		if first == nil {
			first = st
		}
		if asOf.IsZero() {
			asOf = st.AsOf
		}
		if st.AsOf != asOf {
			ps.addf("case %q is as of %s, want all as of %s", e.Case.ID, st.AsOf, asOf)
		}
		if st.KnownAt != first.KnownAt {
			ps.addf("case %q is as known %s, case %q as known %s, want one day of knowledge", e.Case.ID,
				knownAt(st.KnownAt), first.Case, knownAt(first.KnownAt))
		}
	}
	return ps.err()
}

// knownAt says a day of knowledge; zero is today's, whenever that is.
func knownAt(d calendar.Date) string {
	if d.IsZero() {
		return "now"
	}
	return "on " + d.String()
}

// closed reports whether a closing counts on the as-of day.
func closed(st *ledger.Statement) bool {
	if st.Closing != nil {
		return true
	}
	for _, f := range st.Facts {
		if f.Kind == "closing" {
			return true
		}
	}
	return false
}
