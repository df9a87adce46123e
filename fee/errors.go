package fee

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/law"
)

// Errors of this package.
var (
	// ErrTariff marks a tariff that is not well formed.
	ErrTariff = errors.New("not a well-formed tariff")
	// ErrFacts marks facts that a tariff gives no fee for: a base is missing,
	// negative, in another currency or outside all bands.
	ErrFacts = errors.New("no fee on these facts")
	// ErrNotKnown marks a day for which a tariff has no version. It wraps
	// law.ErrNotKnown.
	ErrNotKnown = fmt.Errorf("no version of the tariff: %w", law.ErrNotKnown)
)

// RowError is one problem of a file of tariffs. It wraps [ErrTariff].
type RowError struct {
	Row    int    // line of the file, from 1; 0 for the file as a whole
	Column string // column at fault; "" for the whole line
	Err    error  // what is wrong and what was wanted
}

// Error gives "row 7: percent: problem".
func (e *RowError) Error() string {
	s := e.Err.Error()
	if e.Column != "" {
		s = e.Column + ": " + s
	}
	if e.Row > 0 {
		s = fmt.Sprintf("row %d: %s", e.Row, s)
	}
	return s
}

// Unwrap gives ErrTariff and the problem without its place.
func (e *RowError) Unwrap() []error { return []error{ErrTariff, e.Err} }
