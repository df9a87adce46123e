package conformance

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// A figure is an amount as a file writes it, without trailing zeros after the
// point; "" is one that is not given.
type figure string

// figures holds a figure for each component, indexed by allocation.Component.
type figures [len(allocation.Balances{})]figure

// partNames are the names of the components: in the singular, as orders name
// them, and as installments list them.
var partNames = []struct {
	one, many string
	component allocation.Component
}{
	{"principal", "principal", allocation.Principal},
	{"interest", "interest", allocation.ContractInterest},
	{"fee", "fees", allocation.Fee},
	{"penalty", "penalties", allocation.DefaultInterest},
}

// part finds a component by the singular, in any case.
func part(name string) (allocation.Component, bool) {
	for _, p := range partNames {
		if p.one == strings.ToLower(name) {
			return p.component, true
		}
	}
	return 0, false
}

// parts reads a figure for each component.
func (o object) parts() (f figures) {
	for _, p := range partNames {
		if _, ok := o.values[p.many]; ok {
			f[p.component] = o.figure(p.many)
		} else {
			f[p.component] = o.figure(p.one)
		}
	}
	return f
}

// figure reads an amount of at least 0 and notes how many decimals it needs.
func (o object) figure(key string) figure {
	s := o.word(key)
	if s == "" {
		return ""
	}
	if strings.HasPrefix(s, "-") {
		o.notes.foreign = append(o.notes.foreign, "amounts below 0")
		s = s[1:]
	}
	whole, decimals, point := strings.Cut(s, ".")
	if !isDigits(whole) || point && !isDigits(decimals) {
		o.notes.fail("%s%s is %q, want an amount as 100.00", o.path, key, s)
		return ""
	}
	if decimals = strings.TrimRight(decimals, "0"); decimals == "" {
		return figure(whole)
	}
	o.notes.places = max(o.notes.places, len(decimals))
	return figure(whole + "." + decimals)
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// given says whether any of the figures is there.
func (f figures) given() bool { return f != figures{} }

// A till turns the figures of a vector into minor units and compares them with
// what the library gives. It keeps all errors.
type till struct {
	currency money.Currency
	errs     []error
}

// till has a currency with as many decimals as the figures need, at least two.
// Files name no currency, and which one it is changes nothing but the unit in
// which odd shares are counted.
func (n *notes) till() (t *till, feature string) {
	switch {
	case n.places <= 2:
		return &till{currency: money.MustCurrency("EUR")}, ""
	case n.places == 3:
		return &till{currency: money.MustCurrency("KWD")}, ""
	}
	return nil, fmt.Sprintf("amounts of %d decimals", n.places)
}

func (t *till) fail(format string, args ...any) {
	t.errs = append(t.errs, fmt.Errorf(format, args...))
}

func (t *till) err() error { return errors.Join(t.errs...) }

func (t *till) money(minor int64) money.Amount { return money.FromMinor(minor, t.currency) }

// parse keeps the error of a figure that is no amount.
func (t *till) parse(f figure) (a money.Amount, ok bool) {
	a, err := money.ParseIn(string(f), t.currency)
	if err != nil {
		t.errs = append(t.errs, err)
	}
	return a, err == nil
}

// amount of a figure that is not given is 0.
func (t *till) amount(f figure) money.Amount {
	if f == "" {
		return t.money(0)
	}
	if a, ok := t.parse(f); ok {
		return a
	}
	return t.money(0)
}

func (t *till) minor(f figure) int64 { return t.amount(f).Minor() }

func (t *till) balances(f figures) (b allocation.Balances) {
	for c := range f {
		b[c] = t.minor(f[c])
	}
	return b
}

func (t *till) number(minor int64) string { return t.money(minor).Number() }

// compare keeps a difference; what is not given is not compared.
func (t *till) compare(what string, got int64, want figure) {
	if want == "" {
		return
	}
	if w, ok := t.parse(want); ok && got != w.Minor() {
		t.fail("%s %s, want %s", what, t.number(got), w.Number())
	}
}

// compareParts compares component by component.
func (t *till) compareParts(what string, got allocation.Balances, want figures) {
	for _, p := range partNames {
		t.compare(what+" "+p.many, got[p.component], want[p.component])
	}
}

// outside is the verdict on a vector with features that the library or the
// runner does not have; each is named once.
func outside(features []string) Verdict {
	var named []string
	for _, f := range features {
		if f != "" && !slices.Contains(named, f) {
			named = append(named, f)
		}
	}
	return Verdict{OutOfScope: strings.Join(named, " and ")}
}
