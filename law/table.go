package law

import (
	"errors"
	"fmt"
	"slices"
	"sort"

	"github.com/skuld-go/skuld/calendar"
)

// Entry is one row of a table: Value holds from the day From, inclusive, until
// the day before the next entry.
type Entry[T any] struct {
	From     calendar.Date
	Value    T
	Citation string   // the text of law or decision that fixes the value
	Source   string   // the publication it was read in
	URL      string   // an official page, where one is known; may be empty
	Evidence Evidence // how well the value is backed
}

// Value is a table's answer for one day.
type Value[T any] struct {
	Entry[T]
	// Provisional: the day lies beyond the table's knowledge and the last entry
	// was extended to it.
	Provisional bool
}

// Dated is a table's answer for a run of days.
type Dated[T any] struct {
	Period calendar.Period // the days, half-open, clipped to the period asked for
	Value[T]
}

// Table is an immutable list of dated values that knows where its knowledge
// ends. The zero Table is empty and knows nothing; build one with [NewTable] or
// [ReadRates]. It is safe for concurrent use.
//
// T should be a value that is not changed after it was handed over: the table
// copies entries, not what they point to.
type Table[T any] struct {
	meta     Meta
	entries  []Entry[T]
	beyond   Entry[T] // answers beyond the knowledge, if extended: mostly the last entry
	extended bool
	root     *Table[T] // that this was made of; nil for one that was not
	halved   bool      // by HalfYearly
}

// NewTable builds a table from entries in order of date. It reports all problems
// at once: missing or impossible parts of the meta data, entries out of order or
// on days on which the series may not change, entries without source or evidence,
// a KnownThrough day before the last entry or not the eve of a day of change.
// Entries without a citation take the table's. Both arguments are copied.
func NewTable[T any](m Meta, entries []Entry[T]) (*Table[T], error) {
	var errs []error
	for _, p := range lint(m, entries) {
		errs = append(errs, p.inTable(m.Series))
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return build(m, entries), nil
}

// build makes the table of linted parts.
func build[T any](m Meta, entries []Entry[T]) *Table[T] {
	t := &Table[T]{meta: m.clone(), entries: slices.Clone(entries)}
	for i := range t.entries {
		if t.entries[i].Citation == "" {
			t.entries[i].Citation = m.Citation
		}
	}
	t.beyond = t.entries[len(t.entries)-1]
	return t
}

// Meta gives a copy of the table's description.
func (t *Table[T]) Meta() Meta { return t.meta.clone() }

// Series is the name of the table.
func (t *Table[T]) Series() string { return t.meta.Series }

// Kind is what the values of the table are.
func (t *Table[T]) Kind() Kind { return t.meta.Kind }

// Len is the number of entries.
func (t *Table[T]) Len() int { return len(t.entries) }

// Entries gives a copy of the entries, oldest first.
func (t *Table[T]) Entries() []Entry[T] { return slices.Clone(t.entries) }

// Known is the half-open period of the days that the table knows: from its first
// entry through KnownThrough. Extending a table does not change it.
func (t *Table[T]) Known() calendar.Period {
	if len(t.entries) == 0 {
		return calendar.Period{}
	}
	return calendar.Days(t.entries[0].From, t.meta.KnownThrough)
}

// Extended gives a table whose last value answers for every later day too,
// marked Provisional. Days before the first entry stay unknown.
func (t *Table[T]) Extended() *Table[T] {
	u := *t
	u.extended, u.root = true, t.origin()
	return &u
}

// Identity names a table by the one that it was made of and how: tables of equal
// identity answer alike. It is comparable; the zero value names no table.
type Identity[T any] struct {
	root             *Table[T]
	extended, halved bool
}

// Identity is that of the table, such as a key for what is worked out from it.
func (t *Table[T]) Identity() Identity[T] { return Identity[T]{t.origin(), t.extended, t.halved} }

// origin is the table that this one was made of, itself if it was not.
func (t *Table[T]) origin() *Table[T] {
	if t.root != nil {
		return t.root
	}
	return t
}

// IsExtended reports whether the table came from Extended.
func (t *Table[T]) IsExtended() bool { return t.extended }

// At gives the value on day d. Outside the table's knowledge it is a
// [*NotKnownError], which wraps [ErrNotKnown].
func (t *Table[T]) At(d calendar.Date) (Value[T], error) {
	i := t.index(d)
	switch {
	case !d.Valid(): // no day, so not known
	case d > t.meta.KnownThrough && t.goesOn():
		return Value[T]{Entry: t.beyond, Provisional: true}, nil
	case d <= t.meta.KnownThrough && i >= 0:
		return Value[T]{Entry: t.entries[i]}, nil
	}
	return Value[T]{}, t.notKnown(d)
}

// goesOn reports whether the table answers beyond its knowledge.
func (t *Table[T]) goesOn() bool { return t.extended && t.beyond.From.Valid() }

// Over gives the values in force over p, oldest first, each with its days. The
// pieces follow each other without gap or overlap and together make p. In an
// extended table the days beyond KnownThrough are a piece of their own, marked
// Provisional. An empty period has no pieces; a period that the table does not
// know whole is a [*NotKnownError] with the first unknown day.
func (t *Table[T]) Over(p calendar.Period) ([]Dated[T], error) {
	if p.IsEmpty() {
		return nil, nil
	}
	i, end := t.index(p.From), t.meta.KnownThrough+1
	switch {
	case !p.From.Valid() || p.From < end && i < 0:
		return nil, t.notKnown(p.From)
	case p.To > end && !t.goesOn():
		return nil, t.notKnown(max(p.From, end))
	}
	var pieces []Dated[T]
	add := func(e Entry[T], from, to calendar.Date, provisional bool) {
		if piece := p.Intersect(calendar.Period{From: from, To: to}); !piece.IsEmpty() {
			pieces = append(pieces, Dated[T]{Period: piece, Value: Value[T]{Entry: e, Provisional: provisional}})
		}
	}
	for i = max(i, 0); i < len(t.entries) && t.entries[i].From < p.To; i++ {
		add(t.entries[i], t.entries[i].From, t.entryEnd(i), false)
	}
	add(t.beyond, end, max(p.To, end), true)
	return pieces, nil
}

// entryEnd is the day after the last known day of entry i.
func (t *Table[T]) entryEnd(i int) calendar.Date {
	if i+1 < len(t.entries) {
		return t.entries[i+1].From
	}
	return t.meta.KnownThrough + 1
}

// index is the place of the entry in force on d, -1 before the first.
func (t *Table[T]) index(d calendar.Date) int {
	return sort.Search(len(t.entries), func(i int) bool { return t.entries[i].From > d }) - 1
}

func (t *Table[T]) notKnown(d calendar.Date) error {
	e := &NotKnownError{Series: t.meta.Series, Day: d, Through: t.meta.KnownThrough}
	if len(t.entries) > 0 {
		e.From = t.entries[0].From
	}
	return e
}

// String names the table and the days it knows, for messages.
func (t *Table[T]) String() string { return fmt.Sprintf("%s (%s)", t.meta.Series, t.Known()) }
