package rates

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/law"
)

// Table is a table of rates in percent per year.
type Table = law.Table[decimal.Decimal]

// Set is an immutable collection of rate tables by series name. The zero Set is
// empty. It is safe for concurrent use.
type Set struct {
	items  map[string]item
	digest string
}

// item is a table and the hash of its canonical file.
type item struct {
	table *Table
	sum   [sha256.Size]byte
}

// NewSet collects tables. It reports all problems at once: a series that is there
// twice, a table that is not one of rates ([law.WriteRates] says which are).
func NewSet(tables ...*Table) (*Set, error) {
	items := make(map[string]item, len(tables))
	var errs []error
	for _, t := range tables {
		series := t.Meta().Series
		it, err := newItem(t)
		if _, double := items[series]; err == nil && double {
			err = fmt.Errorf("series %s is there twice, want one table for it", series)
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		items[series] = it
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return newSet(items), nil
}

func newItem(t *Table) (item, error) {
	var b bytes.Buffer
	if err := law.WriteRates(&b, t); err != nil {
		return item{}, err
	}
	return item{table: t, sum: sha256.Sum256(b.Bytes())}, nil
}

func newSet(items map[string]item) *Set {
	s := &Set{items: items}
	h := sha256.New()
	for _, series := range s.Series() {
		sum := items[series].sum
		h.Write(sum[:])
	}
	s.digest = "sha256:" + hex.EncodeToString(h.Sum(nil))
	return s
}

// Lookup gives the table of a series; names are case-sensitive.
func (s *Set) Lookup(series string) (*Table, bool) {
	it, ok := s.items[series]
	return it.table, ok
}

// Series gives the names of all series, sorted.
func (s *Set) Series() []string { return slices.Sorted(maps.Keys(s.items)) }

// With gives the tables of both sets; where both have a series, the one of over
// counts. A nil over changes nothing.
func (s *Set) With(over *Set) *Set {
	if over == nil {
		return s
	}
	items := make(map[string]item, len(s.items)+len(over.items))
	maps.Copy(items, s.items)
	maps.Copy(items, over.items)
	return newSet(items)
}

// Extended gives the set with every table extended: the last value of each goes
// on beyond the table's knowledge, marked Provisional.
func (s *Set) Extended() *Set {
	items := make(map[string]item, len(s.items))
	for series, it := range s.items {
		items[series] = item{table: it.table.Extended(), sum: it.sum}
	}
	return newSet(items)
}

// Digest gives "sha256:" and 64 hexadecimal digits over the content of all
// tables in canonical form. It changes with any value, text or border of any
// table, but not with the order or spelling of files, nor by [Set.Extended].
func (s *Set) Digest() string {
	if s.digest == "" {
		return newSet(nil).digest
	}
	return s.digest
}
