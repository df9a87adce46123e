package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// disposedWords labels what was given up or handed back, by a write-off or at the
// closing.
const disposedWords = "disposed of"

// kind is one kind of interest of a claim.
type kind struct {
	account  ledger.InterestAccount
	segments []interest.Segment
	// main says that rate, the claim's rate on the as-of day, is that of this kind.
	main bool
	rate *interest.Percent
}

// kindsOf lists the kinds of interest that have something to show, the main one
// first.
func kindsOf(it ledger.Item) []kind {
	main := kind{it.Interest, it.Segments, true, it.Rate}
	if len(it.Parts) < 2 {
		return []kind{main}
	}
	var others []kind
	for _, p := range it.Parts {
		if p.Component == it.Interest.Component {
			main.account = p
		} else {
			others = append(others, kind{account: p, segments: it.ContractSegments})
		}
	}
	all := []kind{main}
	for _, k := range others {
		if !k.empty() {
			all = append(all, k)
		}
	}
	if main.empty() && len(all) > 1 {
		return all[1:]
	}
	return all
}

// empty reports whether a kind of interest was never there.
func (k kind) empty() bool {
	a := k.account
	return len(k.segments) == 0 && a.Opening.IsZero() && a.Accrued.IsZero() && a.Paid.IsZero() &&
		a.Adjusted.IsZero() && a.Capitalized.IsZero() && a.Disposed.IsZero()
}

// nothingBorne reports whether there is no interest of any kind to show.
func nothingBorne(it ledger.Item) bool {
	kinds := kindsOf(it)
	return len(kinds) == 1 && kinds[0].empty()
}

// takenOver reports whether a claim's books begin with what remained of it.
func takenOver(it ledger.Item) bool { return it.Principal.Opening != (money.Amount{}) }

// openingText says with what a claim's books begin, "" where they hold its whole
// life.
func openingText(it ledger.Item) string {
	if !takenOver(it) {
		return ""
	}
	text := "Books begin at the end of " + it.OpenedThrough.String() + " with principal " + it.Principal.Opening.Number()
	parts := it.Parts
	if len(parts) == 0 {
		parts = []ledger.InterestAccount{it.Interest}
	}
	for _, p := range parts {
		if len(parts) == 1 || !p.Opening.IsZero() {
			text += ", " + interestWords(p.Component) + " " + p.Opening.Number()
		}
	}
	return text + "; what was before is not in them."
}

func interestWords(c allocation.Component) string {
	if c == allocation.ContractInterest {
		return componentWords(c)
	}
	return "interest"
}

// creditNotes lists the credit notes with what they netted.
func (s *sheet) creditNotes() {
	t := table{columns: "llrrr", indent: 2}
	t.add("Credit note", "Date", "Original", "Used", "Remaining")
	for _, it := range s.st.Items {
		if it.CreditNote {
			c := it.Credit
			t.add(it.ID, s.factDate("credit-note", it.ID), c.Original.Number(), c.Used.Number(), c.Remaining.Number())
		}
	}
	if len(t.rows) > 1 {
		s.section("CREDIT NOTES")
		s.table(t)
	}
}

// closing lists by which lines the rest was disposed of.
func (s *sheet) closing() {
	c := s.st.Closing
	if c == nil {
		return
	}
	s.section("CLOSING")
	words := strings.ReplaceAll(c.Disposition.String(), "-", " ")
	if len(c.Lines) == 0 {
		s.line(fmt.Sprintf("  Closed at the end of %s (%s); nothing was open.", c.Date, words))
		return
	}
	s.line(fmt.Sprintf("  Closed at the end of %s; what was open is disposed of (%s).", c.Date, words))
	s.line("")
	t := table{columns: "llrl", indent: 2}
	t.add("Item", "Component", "Amount")
	for _, l := range c.Lines {
		t.add(l.Item, componentWords(l.Component), l.Amount.Number(), vatNote(l))
	}
	s.table(t)
}

// writeOffs lists what was taken off the debt while the case was open.
func (s *sheet) writeOffs() {
	if len(s.st.WriteOffs) == 0 {
		return
	}
	s.section("WRITE-OFFS AND WAIVERS")
	t := table{columns: "llrl", indent: 2}
	t.add("Date", "What", "Amount")
	for _, w := range s.st.WriteOffs {
		t.add(dayText(w.Date), w.ID+", "+w.Kind.String())
		if len(w.Lines) == 0 {
			t.add("", "  nothing was open")
		}
		for _, l := range w.Lines {
			t.add("", "  "+l.Item+", "+componentWords(l.Component), l.Amount.Number(), vatNote(l))
		}
	}
	s.table(t)
}

// vatNote says what of a line was value added tax.
func vatNote(l ledger.DisposedLine) string {
	if l.VAT.IsZero() {
		return ""
	}
	return "of which VAT " + l.VAT.Number()
}

// maxColumn bounds the columns before the effect of a fact; a longer name runs
// over.
const maxColumn = 24

// facts lists every fact with what it did.
func (s *sheet) facts() {
	if len(s.st.Facts) == 0 {
		return
	}
	s.section("FACTS")
	kinds, ids := 0, 0
	for _, f := range s.st.Facts {
		kinds = max(kinds, min(maxColumn, utf8.RuneCountInString(f.Kind)))
		ids = max(ids, min(maxColumn, utf8.RuneCountInString(f.ID)))
	}
	for _, f := range s.st.Facts {
		s.para(fmt.Sprintf("  %-10s  %-*s  %-*s  ", dayText(f.Date), kinds, f.Kind, ids, f.ID), f.Effect)
	}
}
