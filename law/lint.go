package law

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// Bounds on the texts of a table.
const (
	maxSeries = 40  // bytes of a series name
	maxText   = 400 // bytes of any other text
	maxList   = 50  // exceptions, notes
)

// problem is one finding of the lint. Entry is -1 for the head of the table, and
// column then names the head's key, and item which of its lines.
type problem struct {
	entry  int
	item   int
	column string
	err    error
}

// inTable words the problem for a table that came from no file.
func (p problem) inTable(series string) error {
	if p.entry < 0 {
		return fmt.Errorf("table %s: %s: %w", words.Quote(series), p.column, p.err)
	}
	return fmt.Errorf("table %s: entry %d: %s: %w", words.Quote(series), p.entry+1, p.column, p.err)
}

// linter collects problems.
type linter struct{ problems []problem }

func (l *linter) add(entry int, column string, err error) {
	if err != nil {
		l.problems = append(l.problems, problem{entry: entry, column: column, err: err})
	}
}

func (l *linter) addf(entry int, column, format string, args ...any) {
	l.add(entry, column, fmt.Errorf(format, args...))
}

// lint checks everything about a table but its values.
func lint[T any](m Meta, entries []Entry[T]) []problem {
	var l linter
	l.head(m)
	if len(entries) == 0 {
		l.addf(-1, "rows", "the table has no row, want at least one")
	}
	used := make(map[calendar.Date]bool, len(entries))
	var last calendar.Date
	for i, e := range entries {
		l.from(m, i, e.From, last)
		l.texts(m, i, e.Citation, e.Source, e.URL)
		if !e.Evidence.Valid() {
			l.addf(i, "evidence", "is missing, want one of %s", strings.Join(evidenceNames, ", "))
		}
		used[e.From] = true
		last = max(last, e.From)
	}
	l.borders(m, last, used)
	l.superseded(m, used)
	return l.problems
}

// head checks the parts of the meta data that stand on their own.
func (l *linter) head(m Meta) {
	l.add(-1, "series", checkSeries(m.Series))
	l.add(-1, "name", checkText(m.Name, true))
	l.add(-1, "unit", checkText(m.Unit, true))
	l.add(-1, "jurisdiction", checkText(m.Jurisdiction, false))
	l.add(-1, "citation", checkText(m.Citation, false))
	if !m.Changes.Valid() {
		l.addf(-1, "changes", "is missing, want one of %s", strings.Join(changeRuleNames, ", "))
	}
	if int(m.Kind) > len(kindNames) {
		l.addf(-1, "kind", "%s is no kind of rate, want one of %s", m.Kind, strings.Join(kindNames, ", "))
	}
	if len(m.Notes) > maxList || len(m.Exceptions) > maxList {
		l.addf(-1, "note", "the table has %d notes and %d exceptions, want at most %d of each", len(m.Notes), len(m.Exceptions), maxList)
	}
	for _, note := range m.Notes {
		l.add(-1, "note", checkText(note, true))
	}
}

// from checks the first day of entry i against the latest day seen before it.
func (l *linter) from(m Meta, i int, from, last calendar.Date) {
	switch {
	case !from.Valid():
		l.addf(i, "valid_from", "is missing, want YYYY-MM-DD")
	case from == last:
		l.addf(i, "valid_from", "%s is there twice, want one row for a day", from)
	case from < last:
		l.addf(i, "valid_from", "%s stands after %s, want rows in order of date", from, last)
	}
	if from.Valid() && m.Changes.Valid() && !m.mayBegin(from) {
		l.addf(i, "valid_from", "%s is not a day on which the series may change, want %s or a day listed as exception", from, m.Changes.days())
	}
}

// texts checks what entry i says about its origin.
func (l *linter) texts(m Meta, i int, citation, source, page string) {
	if err := checkText(citation, false); err != nil {
		l.add(i, "citation", err)
	} else if citation == "" && m.Citation == "" {
		l.addf(i, "citation", "is missing, want the text of law or contract, here or for the whole table")
	}
	l.add(i, "source", checkText(source, true))
	l.add(i, "url", checkURL(page))
}

// borders checks the end of the knowledge and the exceptions against the entries;
// last is the latest day on which an entry begins.
func (l *linter) borders(m Meta, last calendar.Date, used map[calendar.Date]bool) {
	switch {
	case !m.KnownThrough.Valid():
		l.addf(-1, "known-through", "is missing, want YYYY-MM-DD")
	case m.KnownThrough < last:
		l.addf(-1, "known-through", "%s is before the last row of %s, want that day or later", m.KnownThrough, last)
	case m.KnownThrough.Year() == 9999:
		l.addf(-1, "known-through", "%s is for ever, want the last day with evidence", m.KnownThrough)
	case m.Changes.Valid() && !m.Changes.Allows(m.KnownThrough+1):
		l.addf(-1, "known-through", "%s is not the eve of a day of change, want the day before %s", m.KnownThrough, m.Changes.days())
	}
	var before calendar.Date
	for _, d := range m.Exceptions {
		switch {
		case !used[d]:
			l.addf(-1, "exceptions", "%s begins no row, want the first day of one", dayText(d))
		case m.Changes.Allows(d):
			l.addf(-1, "exceptions", "%s is %s, want only days outside the rule", d, m.Changes.days())
		case d <= before:
			l.addf(-1, "exceptions", "%s stands after %s, want days in order and once", d, before)
		}
		before = d
	}
}

func dayText(d calendar.Date) string {
	if d.IsZero() {
		return "no day"
	}
	return d.String()
}

func checkSeries(s string) error {
	ok := s != "" && len(s) <= maxSeries
	for _, r := range s {
		ok = ok && (r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune("-_.", r))
	}
	switch {
	case s == "":
		return errors.New("is missing, want a short name")
	case !ok:
		return fmt.Errorf("%s is not a series name, want at most %d letters, digits, '-', '_' or '.'", words.Quote(s), maxSeries)
	}
	return nil
}

// checkText refuses what would not survive a line of a file or a terminal.
func checkText(s string, required bool) error {
	switch {
	case s == "" && required:
		return errors.New("is missing, want some text")
	case len(s) > maxText:
		return fmt.Errorf("%s is %d bytes long, want at most %d", words.Quote(s), len(s), maxText)
	case !utf8.ValidString(s) || strings.ContainsFunc(s, unprintable):
		return fmt.Errorf("%s has characters that do not print, want plain text on one line", words.Quote(s))
	case strings.TrimSpace(s) != s:
		return fmt.Errorf("%s begins or ends with a space, want none", words.Quote(s))
	}
	return nil
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }

func checkURL(s string) error {
	if err := checkText(s, false); err != nil || s == "" {
		return err
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return fmt.Errorf("%s is not a web address, want https://… or nothing", words.Quote(s))
	}
	return nil
}
