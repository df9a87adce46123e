package oracle

import (
	"fmt"
	"io/fs"
)

// At says for which day and on which knowledge a statement is made: both
// YYYY-MM-DD. AsOf is counted; an empty KnownAt means all that the file has.
type At struct {
	AsOf, KnownAt string
}

// Statement computes the statement of a case file. tables is a directory of
// rate series; see Load. To make many, Load once.
func Statement(caseJSON []byte, at At, tables fs.FS) (*Result, error) {
	t, err := Load(tables)
	if err != nil {
		return nil, err
	}
	return t.Statement(caseJSON, at)
}

// Payoff computes what has to be paid on a day, YYYY-MM-DD, so that nothing is
// open after it. Money that waits unallocated does not lower it.
func Payoff(caseJSON []byte, on string, tables fs.FS) (*Payable, error) {
	t, err := Load(tables)
	if err != nil {
		return nil, err
	}
	return t.Payoff(caseJSON, on)
}

// Statement is the function of that name over tables already read.
func (t *Tables) Statement(caseJSON []byte, at At) (*Result, error) {
	asOf, err := parseDay(at.AsOf)
	if err != nil || asOf == noDay {
		return nil, fmt.Errorf("as of %q: want a date", at.AsOf)
	}
	knownAt := endless
	if at.KnownAt != "" {
		if knownAt, err = parseDay(at.KnownAt); err != nil {
			return nil, err
		}
	}
	in, b, err := t.lived(caseJSON, view{asOf, knownAt}, false)
	if err != nil {
		return nil, err
	}
	return b.result(in.ID, asOf), nil
}

// Payoff is the function of that name over tables already read.
func (t *Tables) Payoff(caseJSON []byte, on string) (*Payable, error) {
	d, err := parseDay(on)
	if err != nil || d == noDay {
		return nil, fmt.Errorf("on %q: want a date", on)
	}
	in, b, err := t.lived(caseJSON, view{d, endless}, true)
	if err != nil {
		return nil, err
	}
	totals, _ := b.totals()
	return &Payable{Case: in.ID, On: on, Currency: b.currency, Amount: totals.Total, Breakdown: totals}, nil
}

// lived gives the book after the last day of the view.
func (t *Tables) lived(caseJSON []byte, v view, settle bool) (*caseInput, *book, error) {
	in, err := decode(caseJSON)
	if err != nil {
		return nil, nil, err
	}
	b, err := build(in, t, v)
	if err != nil {
		return nil, nil, err
	}
	return in, b, b.runThrough(v.asOf, settle)
}
