package native

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// What fields want, for messages.
const (
	wantText     = `a string`
	wantAmount   = `a string such as "10000.00"`
	wantRate     = `a string such as "11.5"`
	wantExchange = `a string such as "11.2345"`
	wantFactor   = `a string such as "1.5"`
	wantDate     = `a string such as "2024-01-31"`
	wantCode     = `a string such as "SEK"`
	wantSpan     = `a string such as "1M"`
	wantWhole    = `a whole number such as 12`
)

// object is an object of the file in its place. Its readers note what they cannot
// read and then give the zero value.
type object struct {
	d  *decoder
	in *where
	*node
}

// object takes a value as an object of the given fields; others are noted.
func (d *decoder) object(in *where, n *node, names []string) (object, bool) {
	if n.kind != isObject {
		d.addf(in.String(), "%s, want an object", n)
		return object{}, false
	}
	for i := range n.kids {
		if name := n.kids[i].name; !slices.Contains(names, name) {
			at := in.field(name)
			d.addf(at.String(), "unknown field, want one of %s", strings.Join(names, ", "))
		}
	}
	return object{d, in, n}, true
}

// path is the JSON Pointer of a field.
func (o object) path(name string) string {
	at := o.in.field(name)
	return at.String()
}

// problemf notes a problem of a field.
func (o object) problemf(name, format string, args ...any) {
	o.d.addf(o.path(name), format, args...)
}

// states reports whether a field is there and says something.
func (o object) states(name string) bool {
	n := o.field(name)
	return n != nil && !n.blank()
}

// child is the object in a field; false where there is none.
func (o object) child(name string, names []string) (object, bool) {
	n := o.field(name)
	if n == nil {
		return object{}, false
	}
	in := o.in.field(name)
	return o.d.object(&in, n, names)
}

// str is a short string, "" where there is none; want says what it should hold.
// It reports false where there is something else.
func (d *decoder) str(at where, n *node, want string) (string, bool) {
	switch {
	case n == nil:
		return "", true
	case n.kind != isString:
		d.addf(at.String(), "%s, want %s", n, want)
		return "", false
	case len(n.text) > ledger.MaxText:
		d.addf(at.String(), "%d bytes, want at most %d", len(n.text), ledger.MaxText)
		return "", false
	}
	return n.text, true
}

// parseAt reads a string; absent and empty give the zero value. It reports false
// where there is something that cannot be read.
func parseAt[T any](d *decoder, at where, n *node, want string, read func(string) (T, error)) (T, bool) {
	var none T
	s, ok := d.str(at, n, want)
	if !ok || s == "" {
		return none, ok
	}
	v, err := read(s)
	if err != nil {
		d.addError(at.String(), err)
		return none, false
	}
	return v, true
}

// parse reads the string in a field, as parseAt.
func parse[T any](o object, name, want string, read func(string) (T, error)) (T, bool) {
	return parseAt(o.d, o.in.field(name), o.field(name), want, read)
}

// text is a short text. It reports false where there is something else.
func (o object) text(name string) (string, bool) {
	s, ok := o.d.str(o.in.field(name), o.field(name), wantText)
	// A text that stays with the case must not keep the whole document alive.
	return strings.Clone(s), ok
}

// label is a short text on which nothing else depends.
func (o object) label(name string) string {
	s, _ := o.text(name)
	return s
}

// yes is a truth value.
func (o object) yes(name string) bool {
	n := o.field(name)
	if n == nil {
		return false
	}
	if n.kind != isBool {
		o.problemf(name, "%s, want true or false", n)
		return false
	}
	return n.truth
}

// maxWhole bounds whole numbers in either direction; what they count is bounded
// further where it is checked.
const maxWhole = 1_000_000

// wholeAt is a whole number, written as a JSON number in plain digits; 0 where it
// cannot be read.
func (d *decoder) wholeAt(at where, n *node) int {
	switch {
	case n.kind != isNumber:
		d.addf(at.String(), "%s, want %s", n, wantWhole)
		return 0
	case strings.ContainsAny(n.text, ".eE"):
		d.addf(at.String(), "%s, want %s in plain digits", n, wantWhole)
		return 0
	}
	v, err := strconv.Atoi(n.text)
	if err != nil || v > maxWhole || v < -maxWhole {
		d.addf(at.String(), "%s is out of bounds, want at most %d", n, maxWhole)
		return 0
	}
	return v
}

// whole is a whole number, 0 where there is none.
func (o object) whole(name string) int {
	n := o.field(name)
	if n == nil {
		return 0
	}
	return o.d.wholeAt(o.in.field(name), n)
}

// counting is a number of rows. 0 is refused: the plan would take it for no number
// at all.
func (o object) counting(name string) int {
	n := o.field(name)
	if n != nil && n.kind == isNumber && strings.TrimPrefix(n.text, "-") == "0" {
		o.problemf(name, "0 is no number of rows, want 1 or more")
		return 0
	}
	return o.whole(name)
}

// span is a length of calendar time.
func (o object) span(name string) calendar.Span {
	s, _ := parse(o, name, wantSpan, calendar.ParseSpan)
	return s
}

// date is a date.
func (o object) date(name string) (calendar.Date, bool) {
	return parse(o, name, wantDate, calendar.ParseDate)
}

// day is a date on which nothing else depends.
func (o object) day(name string) calendar.Date {
	d, _ := o.date(name)
	return d
}

// percent is a rate in per cent a year.
func (o object) percent(name string) interest.Percent {
	p, _ := parse(o, name, wantRate, parsePercent)
	return p
}

// amount is an amount in the currency of the case.
func (o object) amount(name string) money.Amount { return o.amountIn(name, o.d.currency) }

// amountIn is an amount in a currency. Without one, only the form is checked.
func (o object) amountIn(name string, c money.Currency) money.Amount {
	if !c.IsZero() {
		a, _ := parse(o, name, wantAmount, func(s string) (money.Amount, error) { return parseAmount(s, c) })
		return a
	}
	if o.states(name) {
		o.d.cannotTell(o.path(name))
	}
	parse(o, name, wantAmount, parseForm)
	return money.Amount{}
}

// word reads a word of a list.
func word[T any](o object, name string, read func(string) (T, error)) T {
	v, _ := parse(o, name, wantText, func(s string) (T, error) {
		v, err := read(s)
		if err != nil {
			return v, fmt.Errorf("%s is %w", quote(s), err)
		}
		return v, nil
	})
	return v
}
