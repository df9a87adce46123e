package report

import (
	"errors"
	"fmt"
	"io"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
)

// DiffText writes what leads from one statement of a case to another of the same
// day: a signed correction for each figure that changed, the first day from which
// its steps differ, and the runs of interest before and after. Amounts are in the
// statements' currency. Errors are those of w, which gets the text in one piece,
// or of a statement that is nil.
func DiffText(w io.Writer, old, next *ledger.Statement, corrections []ledger.Correction) error {
	if old == nil || next == nil {
		return errors.New("no statement, want two")
	}
	var s page
	s.line("CORRECTIONS")
	s.line("")
	head := table{columns: "ll", indent: 2}
	head.add("Case", next.Case)
	head.add("As of", next.AsOf.String())
	head.add("Known", knownText(old)+", then "+knownText(next))
	head.add("Currency", next.Currency.Code())
	head.add("Owed", fmt.Sprintf("%s, then %s", old.Totals.Total.Number(), next.Totals.Total.Number()))
	s.table(head)
	s.line("")
	if len(corrections) == 0 {
		s.para("  ", "Nothing changed.")
		return s.writeTo(w)
	}
	t := table{columns: "llrrrl", indent: 2}
	t.add("Item", "Component", "Was", "Is", "By", "From")
	for _, c := range corrections {
		t.add(c.Item, componentText(c), c.Was.Number(), c.Is.Number(), c.By.Number(), c.From.String())
	}
	s.table(t)
	for _, c := range corrections {
		s.runs(c)
	}
	return s.writeTo(w)
}

func knownText(st *ledger.Statement) string {
	if st.KnownAt.IsZero() {
		return "all"
	}
	return "through " + st.KnownAt.String()
}

func componentText(c ledger.Correction) string {
	if c.Component == 0 {
		return "unallocated"
	}
	return c.Component.String()
}

// runs lists the runs of days that differ behind a figure of interest.
func (p *page) runs(c ledger.Correction) {
	if len(c.Old)+len(c.New) == 0 {
		return
	}
	p.line("")
	p.line(fmt.Sprintf("  %s, %s from %s", c.Item, componentText(c), c.From))
	t := table{columns: "lllrrr", indent: 2}
	t.add("", "First day", "Last day", "Balance", "Rate %", "Interest")
	places := exactPlaces(c.Is.Currency())
	add := func(which string, segments []interest.Segment) {
		for _, s := range segments {
			t.add(which, s.Period.First().String(), s.Period.Last().String(), s.Principal.Number(), s.Rate.String(), s.Exact.Fixed(places))
		}
	}
	add("was", c.Old)
	add("is", c.New)
	p.table(t)
}
