package native

import (
	"errors"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
)

type tableForm struct {
	Series       string    `json:"series"`
	Jurisdiction string    `json:"jurisdiction"`
	Name         string    `json:"name"`
	KnownThrough string    `json:"knownThrough"`
	Extended     bool      `json:"extended,omitempty"`
	Citation     string    `json:"citation"`
	Rows         []rowForm `json:"rows"`
}

type rowForm struct {
	From     string `json:"from"`
	Value    string `json:"value"`
	Source   string `json:"source"`
	Evidence string `json:"evidence"`
}

// EncodeRates writes tables of rates in the order given, indented by two blanks.
// Values are per cent a year; a row holds from its day, inclusive, until the day
// before the next, the last one through knownThrough, inclusive; a table that is
// extended says so. A value that is
// no rate ([interest.ErrTooFine], [interest.ErrRateTooLarge]) and a table that is
// nil are errors, all of them at once; nothing is written then.
func EncodeRates(w io.Writer, tables []*law.Table[decimal.Decimal]) error {
	all := make([]tableForm, len(tables))
	var errs []error
	for i, t := range tables {
		if t == nil {
			errs = append(errs, fmt.Errorf("table %d is nil, want a table", i))
			continue
		}
		form, err := table(t)
		all[i] = form
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	text, err := indented(all)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func table(t *law.Table[decimal.Decimal]) (tableForm, error) {
	m := t.Meta()
	f := tableForm{
		Series: m.Series, Jurisdiction: m.Jurisdiction, Name: m.Name,
		KnownThrough: m.KnownThrough.String(), Extended: t.IsExtended(), Citation: m.Citation, Rows: make([]rowForm, 0, t.Len()),
	}
	var errs []error
	for _, e := range t.Entries() {
		// A decimal's own text depends on variables that anyone can set.
		value, err := interest.NewPercent(e.Value)
		if err != nil {
			errs = append(errs, fmt.Errorf("series %s from %s: %w", m.Series, e.From, err))
		}
		f.Rows = append(f.Rows, rowForm{e.From.String(), value.String(), e.Source, e.Evidence.String()})
	}
	return f, errors.Join(errs...)
}
