package law

import (
	"errors"
	"fmt"
	"slices"
)

// maxProblems of a file are listed; one more line says that there are others.
const maxProblems = 1000

// place is where a problem was reported; a second one there would only be a
// consequence of the first.
type place struct {
	row    int
	column string
}

func (f *rateFile) fail(row int, column string, err error) {
	at := place{row, column}
	if err == nil || f.seen[at] || len(f.errs) > maxProblems {
		return
	}
	f.seen[at] = true
	f.errs = append(f.errs, &RowError{File: f.name, Row: row, Column: column, Err: err})
}

// problems joins what was found, in the order of the file.
func (f *rateFile) problems() error {
	more := len(f.errs) > maxProblems
	listed := f.errs[:min(len(f.errs), maxProblems)]
	slices.SortStableFunc(listed, func(a, b *RowError) int { return a.Row - b.Row })
	var errs []error
	for _, e := range listed {
		errs = append(errs, e)
	}
	if more {
		errs = append(errs, &RowError{File: f.name, Err: fmt.Errorf("has more problems, want these %d solved first", maxProblems)})
	}
	return errors.Join(errs...)
}

func (f *rateFile) failf(row int, column, format string, args ...any) {
	f.fail(row, column, fmt.Errorf(format, args...))
}
