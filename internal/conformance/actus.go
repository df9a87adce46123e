package conformance

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// A Contract is a loan contract and the events it must have.
type Contract struct {
	ID      string // for reports: no verdict depends on it
	Type    string // such as ANN
	terms   contract.Terms
	through calendar.Date
	// liability turns the signs: the events are those of the borrower.
	liability bool
	want      []actusRow
	notes     notes
}

// actusRow is an event as a file prints it: what is paid, and the state after it.
type actusRow struct {
	date                             calendar.Date
	kind                             string
	payoff, notional, rate, interest *big.Rat
}

// ReadContracts reads a file that is an object of contracts by their names. All
// malformed ones are reported, with everything that is wrong with them, and the others
// returned in the order of their names.
func ReadContracts(r io.Reader) ([]Contract, error) {
	values, err := readObject(r)
	if err != nil {
		return nil, err
	}
	var n notes
	var contracts []Contract
	for _, name := range slices.Sorted(maps.Keys(values)) {
		o := newObject(values[name], name+".", &notes{})
		if c := newContract(o); o.sound(&n) {
			c.ID, c.notes = name, *o.notes
			contracts = append(contracts, c)
		}
	}
	return contracts, errors.Join(n.errs...)
}

func newContract(o object) Contract {
	o.drop("identifier")
	c := Contract{through: o.day("to")}
	for _, event := range o.objects("eventsObserved") {
		o.foreign("observed event %s", event.word("type"))
	}
	fixings := o.object("dataObserved")
	c.translate(o.object("terms"), fixings)
	for _, row := range o.objects("results") {
		c.want = append(c.want, actusRow{
			row.day("eventDate"), row.word("eventType"), row.exact("payoff"), row.exact("notionalPrincipal"),
			row.exact("nominalInterestRate"), row.exact("accruedInterest"),
		})
		row.drop("currency")
		row.done()
	}
	o.done()
	return c
}

// foreign notes a feature that is not run.
func (o object) foreign(format string, args ...any) {
	o.notes.foreign = append(o.notes.foreign, fmt.Sprintf(format, args...))
}

// day reads a date with or without the midnight that begins it.
func (o object) day(key string) calendar.Date {
	return o.parseDay(key, o.word(key))
}

func (o object) parseDay(key, s string) calendar.Date {
	if s == "" {
		return 0
	}
	date, hour, _ := strings.Cut(s, "T")
	if strings.Trim(hour, "0:") != "" {
		o.foreign("times of day")
	}
	d, err := calendar.ParseDate(date)
	if err != nil {
		o.notes.fail("%s%s: %w", o.path, key, err)
	}
	return d
}

var actusNumber = regexp.MustCompile(`^[+-]?(\d{1,40}(\.\d{0,60})?|\.\d{1,60})([eE][+-]?\d{1,2})?$`)

// exact reads a number of any form, nil if it is absent.
func (o object) exact(key string) *big.Rat { return o.parseExact(key, o.word(key)) }

func (o object) parseExact(key, s string) *big.Rat {
	if s == "" {
		return nil
	}
	if actusNumber.MatchString(s) {
		if x, ok := new(big.Rat).SetString(s); ok {
			return x
		}
	}
	o.notes.fail("%s%s is %.60q, want a number", o.path, key, s)
	return nil
}

// oneOrMore reads a list of words: files write one word for a list of one.
func (o object) oneOrMore(key string) []string {
	if _, many := o.values[key].([]any); many {
		return o.words(key)
	}
	if s := o.word(key); s != "" {
		return []string{s}
	}
	return nil
}
