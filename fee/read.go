package fee

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/skuld-go/skuld/internal/words"
)

// Bounds on a file of tariffs.
const (
	// MaxRows of a file, besides its header.
	MaxRows     = 10_000
	maxFile     = 8 << 20 // bytes
	maxProblems = 1000
)

// columns of a file; the first ones may not be missing.
var columns = []string{
	"code", "audience", "valid_from", "shape", "currency", "legal_basis", "source", "evidence",
	"valid_to", "selector", "over", "up_to", "upper", "amount", "percent", "per", "factor",
	"unit", "min", "max", "vat", "guards",
}

// required is how many of the columns a file must have.
const required = 8

// Read reads tariffs from CSV in the form that the package comment gives. It
// gives the tariffs in the order in which the file first names them; their units
// and limits point into the same slice.
//
// The answer to a faulty file is one error that joins a [*RowError] for every
// problem in the order of the file, up to a thousand; all wrap ErrTariff. At most
// 8 MiB and [MaxRows] rows are read. An error of the reader comes back as it is.
func Read(r io.Reader) ([]Tariff, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, err
	}
	f := &file{seen: map[place]bool{}, tariffs: map[key]*draft{}}
	if f.read(data) {
		f.finish()
	}
	if len(f.errs) > 0 {
		return nil, f.problems()
	}
	return f.result, nil
}

// place is where a problem was reported; a second one there would only be a
// consequence of the first.
type place struct {
	row    int
	column string
}

// file is a file of tariffs while it is being read.
type file struct {
	at      map[string]int // position of each column
	seen    map[place]bool
	errs    []*RowError
	tariffs map[key]*draft
	order   []*draft
	result  []Tariff
}

func (f *file) fail(row int, column string, err error) {
	at := place{row, column}
	if err == nil || f.seen[at] || len(f.errs) > maxProblems {
		return
	}
	f.seen[at] = true
	f.errs = append(f.errs, &RowError{Row: row, Column: column, Err: err})
}

func (f *file) failf(row int, column, format string, args ...any) {
	f.fail(row, column, fmt.Errorf(format, args...))
}

// problems joins what was found, in the order of the file.
func (f *file) problems() error {
	listed := f.errs[:min(len(f.errs), maxProblems)]
	slices.SortStableFunc(listed, func(a, b *RowError) int { return a.Row - b.Row })
	var errs []error
	for _, e := range listed {
		errs = append(errs, e)
	}
	if len(f.errs) > maxProblems {
		errs = append(errs, &RowError{Err: fmt.Errorf("more problems, want these %d solved first", maxProblems)})
	}
	return errors.Join(errs...)
}

// read reads header and rows. It reports false if there is no usable header.
func (f *file) read(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > maxFile:
		f.failf(0, "", "larger than %d bytes, want less", maxFile)
		return false
	case !utf8.Valid(data):
		f.failf(0, "", "not UTF-8 text, want UTF-8")
		return false
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.Comment = -1, '#'
	header, err := r.Read()
	if err != nil {
		f.failf(1, "", "no header, want the names of the columns")
		return false
	}
	row, _ := r.FieldPos(0)
	return f.readHeader(row, header) && f.readRows(r, len(header))
}

// readHeader notes where each column stands.
func (f *file) readHeader(row int, header []string) bool {
	f.at = make(map[string]int, len(header))
	for i, name := range header {
		if _, twice := f.at[name]; twice || !slices.Contains(columns, name) {
			f.failf(row, "", "%s is not a column or there twice, want some of %s", words.Quote(name), strings.Join(columns, ", "))
			return false
		}
		f.at[name] = i
	}
	for _, name := range columns[:required] {
		if _, ok := f.at[name]; !ok {
			f.failf(row, name, "the column is missing, want %s", strings.Join(columns[:required], ", "))
		}
	}
	return len(f.errs) == 0
}

func (f *file) readRows(r *csv.Reader, width int) bool {
	for n := 0; ; n++ {
		record, err := r.Read()
		var syntax *csv.ParseError
		switch {
		case err == io.EOF:
			return true
		case errors.As(err, &syntax):
			f.failf(syntax.StartLine, "", "a stray quote, want the field in quotes and each quote inside it doubled")
			continue
		case err != nil:
			f.fail(0, "", err)
			return true
		}
		row, _ := r.FieldPos(0)
		switch {
		case n >= MaxRows:
			f.failf(row, "", "row %d, want at most %d", n+1, MaxRows)
			return true
		case len(record) != width:
			f.failf(row, "", "%d fields, want %d as in the header", len(record), width)
		default:
			f.readRow(row, record)
		}
	}
}
