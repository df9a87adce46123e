package fee

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// firstDay and lastDay bound the days of a file.
var (
	firstDay = calendar.MustDate(1900, 1, 1)
	lastDay  = calendar.MustDate(2200, 12, 31)
)

// key names a tariff within a file.
type key struct {
	code     string
	audience Audience
}

// draft is a tariff while it is being read.
type draft struct {
	Tariff
	row      int                      // line of its first row
	versions map[calendar.Date]*sheet // by first day
	order    []*sheet                 // as the file has them
	cells    map[string]string        // of the tariff, from the first row that has them
	guarded  int                      // line of the guards
}

// sheet is a version while it is being read.
type sheet struct {
	Version
	row   int               // line of its first row
	bands []int             // line of each band
	cells map[string]string // of the first row
}

// Columns that belong to the tariff or to the version, where any row may say them
// or only the first one, and to a band where it differs from the first. A blank
// cell says what the others say.
var (
	tariffColumns = []string{"selector", "guards"}
	sharedColumns = []string{"unit", "min", "max", "vat"}
	fixedColumns  = []string{"valid_to", "currency"}
	originColumns = []string{"legal_basis", "source", "evidence"}
)

// row is one row of a file.
type row struct {
	f    *file
	line int
	raw  []string
}

// cell gives the text of a column, "" if the file does not have it.
func (r row) cell(column string) string {
	if i, ok := r.f.at[column]; ok {
		return r.raw[i]
	}
	return ""
}

// readRow puts a row in its place.
func (f *file) readRow(line int, raw []string) {
	r := row{f, line, raw}
	k := key{code: r.cell("code")}
	err := checkCode(k.code)
	f.fail(line, "code", err)
	audience, problem := ParseAudience(r.cell("audience"))
	f.fail(line, "audience", problem)
	from, fault := parseDay(r.cell("valid_from"))
	f.fail(line, "valid_from", fault)
	if err != nil || problem != nil || fault != nil {
		f.readAlone(r)
		return
	}
	k.audience = audience
	d := f.draft(k, line)
	s := d.versions[from]
	if s == nil {
		s = &sheet{row: line, cells: map[string]string{}}
		s.From = from
		d.versions[from], d.order = s, append(d.order, s)
		s.take(r)
	} else {
		s.repeat(r)
	}
	d.take(r, s.Citation)
	b := s.band(r)
	if i := slices.IndexFunc(s.Bands, func(o Band) bool { return o.Over == b.Over && o.UpTo == b.UpTo }); i >= 0 {
		f.failf(line, "over", "the band of row %d is there again, want each once", s.bands[i])
		return
	}
	s.Bands, s.bands = append(s.Bands, b), append(s.bands, line)
}

// readAlone looks for problems in a row that belongs nowhere.
func (f *file) readAlone(r row) {
	d, s := draft{cells: map[string]string{}}, sheet{row: r.line, cells: map[string]string{}}
	s.take(r)
	d.take(r, s.Citation)
	s.band(r)
}

// draft gives the tariff of a key, a new one if the file has not named it.
func (f *file) draft(k key, line int) *draft {
	d := f.tariffs[k]
	if d == nil {
		d = &draft{row: line, versions: map[calendar.Date]*sheet{}, cells: map[string]string{}}
		d.Code, d.Audience, d.Selector = k.code, k.audience, Measure
		f.tariffs[k], f.order = d, append(f.order, d)
	}
	return d
}

// take reads the cells of a tariff.
func (d *draft) take(r row, citation string) {
	for _, column := range tariffColumns {
		text := r.cell(column)
		before, set := d.cells[column]
		switch {
		case text == "":
		case set && text != before:
			r.f.failf(r.line, column, "%s, want %s as in the other rows of the tariff, or nothing", words.Quote(text), words.Quote(before))
		case !set:
			d.cells[column] = text
			d.set(r, column, text, citation)
		}
	}
}

func (d *draft) set(r row, column, text, citation string) {
	var err error
	if column == "selector" {
		d.Selector, err = ParseSelector(text)
	} else {
		d.guarded = r.line
		d.Guards, err = parseGuards(text, first(r.cell("legal_basis"), citation))
	}
	r.f.fail(r.line, column, err)
}

// number reads a percent or factor, which has to be there or not as the shape
// wants it.
func (r row) number(column string, wanted bool, parse func(string) error) {
	text := r.cell(column)
	switch {
	case text == "" && wanted:
		r.f.failf(r.line, column, "is missing, want it for this shape")
	case text == "":
	case !wanted:
		r.f.failf(r.line, column, "%s is of no use to this shape, want nothing", words.Quote(text))
	case parse(text) != nil:
		r.f.failf(r.line, column, "%s, want a number from 0 to 1000 with at most 6 decimals", words.Quote(text))
	}
}

// parseDay reads a day within the bounds of a file.
func parseDay(text string) (calendar.Date, error) {
	d, err := calendar.ParseDate(text)
	if err != nil {
		return 0, err
	}
	if d < firstDay || d > lastDay {
		return 0, fmt.Errorf("%s is out of range, want a day from %s through %s", d, firstDay, lastDay)
	}
	return d, nil
}
