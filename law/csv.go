package law

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// Bounds on a table file.
const (
	maxFile = 1 << 20 // bytes
	maxRows = 5000
)

// columns is the header of a rate table file.
var columns = []string{"valid_from", "value", "citation", "source", "url", "evidence"}

// firstDay and lastDay bound the dates of a file.
var (
	firstDay = calendar.MustDate(1900, 1, 1)
	lastDay  = calendar.MustDate(2200, 12, 31)
)

// ReadRates reads a rate table from CSV in the form that the package comment
// gives. Values are percent per year, written with a point, with at most 6
// decimals and between -1000 and 1000; days lie between 1900-01-01 and
// 2200-12-31, known-through inclusive. Name stands for the file in messages.
//
// The answer to a faulty file is one error that joins a [*RowError] for every
// problem in the order of the file, up to a thousand. At most 1 MiB, 5000 rows
// and 400 bytes per text are read.
func ReadRates(r io.Reader, name string) (*Table[decimal.Decimal], error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	f := &rateFile{name: name, keys: map[string]int{}, seen: map[place]bool{}}
	f.read(data)
	if len(f.errs) > 0 {
		return nil, f.problems()
	}
	return build(f.meta, f.entries), nil
}

// rateFile is a table file while it is being read.
type rateFile struct {
	name    string
	meta    Meta
	keys    map[string]int // line of each head key
	entries []Entry[decimal.Decimal]
	rows    []int // line of each entry
	marks   []int // line of each superseded value
	seen    map[place]bool
	errs    []*RowError
}

func (f *rateFile) read(data []byte) {
	if len(data) > maxFile {
		f.failf(0, "", "is larger than %d bytes, want less", maxFile)
		return
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if i := firstInvalid(data); i >= 0 {
		f.failf(1+bytes.Count(data[:i], []byte("\n")), "", "is not UTF-8 text, want UTF-8")
		return
	}
	rest, line := f.readHead(data)
	if f.readRows(rest, line) {
		f.lint()
	}
}

// firstInvalid is the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	i := 0
	for {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
}

// readRows reads header and rows, which begin after the given line. It reports
// false if the file has no usable header, where a lint would say nothing new.
func (f *rateFile) readRows(rest []byte, line int) bool {
	r := csv.NewReader(bytes.NewReader(rest))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if want := strings.Join(columns, ","); err != nil || strings.Join(header, ",") != want {
		f.failf(line+1, "", "%s is not the header, want %s", words.Quote(strings.Join(header, ",")), want)
		return false
	}
	for {
		record, err := r.Read()
		var syntax *csv.ParseError
		switch {
		case err == io.EOF:
			return true
		case errors.As(err, &syntax):
			f.failf(line+syntax.Line, "", "has a stray quote, want the field in quotes and each quote inside it doubled")
			continue
		}
		row, _ := r.FieldPos(0)
		if len(f.rows) == maxRows {
			f.failf(line+row, "", "is row %d, want at most %d", maxRows+1, maxRows)
			return true
		}
		f.readRow(line+row, record)
	}
}

func (f *rateFile) readRow(row int, record []string) {
	if len(record) != len(columns) {
		f.failf(row, "", "has %d fields, want %d: %s", len(record), len(columns), strings.Join(columns, ","))
		return
	}
	e := Entry[decimal.Decimal]{Citation: record[2], Source: record[3], URL: record[4]}
	var err error
	e.From, err = parseDay(record[0])
	f.fail(row, "valid_from", err)
	e.Value, err = parsePercent(record[1])
	f.fail(row, "value", err)
	if record[5] != "" {
		e.Evidence, err = ParseEvidence(record[5])
		f.fail(row, "evidence", err)
	}
	f.entries, f.rows = append(f.entries, e), append(f.rows, row)
}

// lint runs the lint of all tables and puts its findings at their lines.
func (f *rateFile) lint() {
	if f.meta.Unit != "" && f.meta.Unit != RateUnit {
		f.failf(f.keys["unit"], "unit", "%s is not the unit of rates, want %s", words.Quote(f.meta.Unit), RateUnit)
	}
	if f.meta.Kind == 0 {
		f.meta.Kind = Reference
	}
	for _, p := range lint(f.meta, f.entries) {
		row := f.keys[p.column]
		switch {
		case p.entry >= 0:
			row = f.rows[p.entry]
		case p.column == "superseded":
			row = f.marks[p.item]
		}
		f.fail(row, p.column, p.err)
	}
}

// parseDay reads a day within the bounds of a file.
func parseDay(s string) (calendar.Date, error) {
	d, err := calendar.ParseDate(s)
	if err != nil {
		return 0, err
	}
	if d < firstDay || d > lastDay {
		return 0, fmt.Errorf("%s is out of range, want a day from %s through %s", d, firstDay, lastDay)
	}
	return d, nil
}
