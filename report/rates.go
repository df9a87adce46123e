package report

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// RatesText writes published series in the order given: name, jurisdiction, last
// known day, citation and notes, then a row for each value with its first and
// last day, inclusive, in per cent a year, how it is evidenced and the number of
// its source in the list below. Values are printed as published, with two
// decimals or as many as the series needs. Errors are those of w, which gets the
// text in one piece, or of tables that are nil.
func RatesText(w io.Writer, tables []*law.Table[decimal.Decimal]) error {
	var errs []error
	for i, t := range tables {
		if t == nil {
			errs = append(errs, fmt.Errorf("table %d is nil, want a table", i))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	var p page
	for i, t := range tables {
		if i > 0 {
			p.line("")
			p.line("")
		}
		p.series(t)
	}
	return p.writeTo(w)
}

func (p *page) series(t *law.Table[decimal.Decimal]) {
	m := t.Meta()
	p.line("SERIES " + m.Series)
	p.line("")
	for _, row := range [][2]string{
		{"Name           ", m.Name},
		{"Jurisdiction   ", m.Jurisdiction},
		{"Values         ", kindText(m)},
		{"Known through  ", dayText(m.KnownThrough)},
		{"Citation       ", m.Citation},
	} {
		if row[1] != "" {
			p.para("  "+row[0], row[1])
		}
	}
	if t.IsExtended() {
		p.para("  Beyond that    ", "the last value goes on, provisionally")
	}
	for _, s := range m.Superseded {
		p.para("  Superseded     ", s.String())
	}
	for _, note := range m.Notes {
		p.para("  Note           ", note)
	}
	p.line("")
	var sources grounds
	p.table(seriesTable(t, m, &sources))
	p.line("")
	sources.list(p)
}

func seriesTable(t *law.Table[decimal.Decimal], m law.Meta, sources *grounds) table {
	entries := t.Entries()
	places := decimalsOf(entries)
	rows := table{columns: "llrll", indent: 2}
	rows.add("First day", "Last day", "%", "Evidence", "Source")
	for i, e := range entries {
		last := m.KnownThrough
		if i+1 < len(entries) {
			last = entries[i+1].From - 1
		}
		rows.add(e.From.String(), lastText(e.From, last), e.Value.StringFixed(places), e.Evidence.String(),
			sources.mark(sourceText(e, m)))
	}
	return rows
}

// kindText says what the values are.
func kindText(m law.Meta) string {
	text := m.Unit
	switch m.Kind {
	case law.Reference:
		text += ", reference rate: a margin goes on it"
	case law.Total:
		text += ", published as a total: no margin goes on it"
	case law.Margin:
		text += ", margin: percentage points on a reference rate"
	case law.Ceiling:
		text += ", ceiling: the highest rate allowed"
	}
	return strings.TrimPrefix(text, ", ")
}

// sourceText is the publication of a value and its rule of law where that is not
// the one of the whole series.
func sourceText(e law.Entry[decimal.Decimal], m law.Meta) string {
	parts := []string{e.Source}
	if e.Citation != m.Citation {
		parts = append(parts, "Citation: "+e.Citation)
	}
	return sentences(parts)
}

// decimalsOf is how many decimals show every value of a series as it is.
func decimalsOf(entries []law.Entry[decimal.Decimal]) int32 {
	places := int32(2)
	for _, e := range entries {
		places = max(places, -e.Value.Exponent())
	}
	return places
}

// lastText is the last day of a value, "" where knowledge ends before it.
func lastText(first, last calendar.Date) string {
	if last < first {
		return ""
	}
	return last.String()
}
