package law

import (
	"errors"
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/calendar"
)

// ErrNotKnown is wrapped by every error that says a table has no value for a day.
var ErrNotKnown = errors.New("not known on that day")

// NotKnownError says that a table was asked for a day outside its knowledge. It
// wraps [ErrNotKnown].
type NotKnownError struct {
	Series  string        // the table asked
	Day     calendar.Date // the first day asked for that is not known
	From    calendar.Date // first day known, inclusive; zero if none is
	Through calendar.Date // last day known, inclusive
}

// Error names the series, the day, the border of the knowledge and the remedy.
func (e *NotKnownError) Error() string {
	switch {
	case e.From.IsZero():
		return fmt.Sprintf("%s is not known on %s, it knows no day: give a table of your own", e.Series, e.Day)
	case e.Day.IsZero():
		return fmt.Sprintf("%s was asked without a day, want one from %s", e.Series, e.From)
	case e.Day < e.From:
		return fmt.Sprintf("%s is not known on %s, known from %s: give a table of your own with earlier rows", e.Series, e.Day, e.From)
	}
	return fmt.Sprintf("%s is not known on %s, known through %s: give a table of your own with later rows, or extend the last value", e.Series, e.Day, e.Through)
}

// Unwrap gives [ErrNotKnown].
func (e *NotKnownError) Unwrap() error { return ErrNotKnown }

// RowError is one problem of a table file.
type RowError struct {
	File   string // name of the file as given to the reader
	Row    int    // line of the file, from 1; 0 for the file as a whole
	Column string // column or head key at fault; "" for the whole line
	Err    error  // what is wrong and what was wanted
}

// Error gives "file:row: column: problem".
func (e *RowError) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Row > 0 {
		fmt.Fprintf(&b, ":%d", e.Row)
	}
	b.WriteString(": ")
	if e.Column != "" {
		b.WriteString(e.Column + ": ")
	}
	b.WriteString(e.Err.Error())
	return b.String()
}

// Unwrap gives the problem without its place.
func (e *RowError) Unwrap() error { return e.Err }
