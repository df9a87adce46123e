package conformance

import (
	"errors"
	"fmt"
	"io"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// An APR is a vector of an annual percentage rate: flows, and what they give by one
// law or by several.
type APR struct {
	ID        string
	questions []aprQuestion
	notes     *notes
}

// An aprQuestion is flows by one method and the rates that files print for them.
type aprQuestion struct {
	method apr.Method
	flows  []aprFlow
	wants  []aprWant
}

// An aprFlow is an amount at a time, or on a date.
type aprFlow struct {
	amount figure
	paid   bool // by the debtor
	at     calendar.Fraction
	on     calendar.Date
}

// An Interval is a row of dates and the years between them by EU law.
type Interval struct {
	ID         string
	method     apr.Method
	start, end calendar.Date
	want       calendar.Fraction
	notes      *notes
}

// APRs is what a file of annual percentage rates holds.
type APRs struct {
	EU, RegZ, Other []APR
	Intervals       []Interval
}

// ReadAPRs reads a file with any of the sets eu_cases, regz_cases, other and
// eu_time_intervals. All malformed vectors are reported and left out.
func ReadAPRs(r io.Reader) (APRs, error) {
	file, err := readObject(r)
	if err != nil {
		return APRs{}, err
	}
	var top notes
	var sets APRs
	var errs []error
	o := newObject(file, "", &top)
	read := func(key string, list []any, into *[]APR, reader func(object) []aprQuestion) {
		for i, v := range list {
			n := &notes{}
			c := newObject(v, "", n)
			a := APR{ID: c.word("id"), notes: n}
			a.questions = reader(c)
			c.done()
			if err := errors.Join(n.errs...); err != nil {
				errs = append(errs, fmt.Errorf("%s[%d]: %w", key, i, err))
				continue
			}
			*into = append(*into, a)
		}
	}
	read("eu_cases", o.list("eu_cases"), &sets.EU, readEU)
	read("regz_cases", o.list("regz_cases"), &sets.RegZ, readRegZ)
	read("other", o.list("other"), &sets.Other, readDated)
	for i, v := range o.object("eu_time_intervals").list("cases") {
		n := &notes{}
		iv := readInterval(newObject(v, "", n), n)
		if err := errors.Join(n.errs...); err != nil {
			errs = append(errs, fmt.Errorf("eu_time_intervals.cases[%d]: %w", i, err))
			continue
		}
		sets.Intervals = append(sets.Intervals, iv)
	}
	if len(sets.EU)+len(sets.RegZ)+len(sets.Other)+len(sets.Intervals)+len(errs) == 0 {
		errs = append(errs, errors.New("neither eu_cases, regz_cases, other nor eu_time_intervals"))
	}
	return sets, errors.Join(append(errs, top.errs...)...)
}
