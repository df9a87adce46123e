package ledger

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// validator collects what is wrong. Most cases are right, so the first look at one is
// quick: it makes no paths and no messages, and only says whether there is any problem;
// then a second look says which.
type validator struct {
	problems  *Problems // nil on a quick look
	c         *Case
	wrong     bool
	few       [fewIDs]string    // the first ids of a quick look
	held      int               // how many there were
	ids       map[string]string // id → where it was first used, of the ids that are not among few
	items     map[string]kindOfItem
	debtorIDs map[string]bool
	// bearing are the ids of fees with terms of interest.
	bearing map[string]bool
}

// fewIDs is how many ids a quick look holds against each other one by one.
const fewIDs = 40

// kindOfItem says what the id of an item names.
type kindOfItem uint8

const (
	noItem kindOfItem = iota
	claimItem
	feeItem
)

// Addf notes a problem.
func (v *validator) Addf(path, format string, args ...any) {
	v.wrong = true
	if v.problems != nil {
		v.problems.Addf(path, format, args...)
	}
}

// AddError notes an error at a path; nil is not noted.
func (v *validator) AddError(path string, err error) {
	v.wrong = v.wrong || err != nil
	if v.problems != nil {
		v.problems.AddError(path, err)
	}
}

// at is the path of an entry of a list; a quick look has none.
func (v *validator) at(list string, i int) string {
	if v.problems == nil {
		return ""
	}
	return list + "/" + strconv.Itoa(i)
}

// in is the path of a part that has paths of its own below it; a quick look has none.
func (v *validator) in(path, name string) string {
	if v.problems == nil {
		return ""
	}
	return path + name
}

// known checks that a constant is one of those that have a word; zero leaves the
// choice open.
func known[T interface {
	~uint8
	String() string
}](v *validator, path string, constant T) {
	if constant != 0 && constant.String() == "" {
		v.Addf(path, "constant %d, want a known one", uint8(constant))
	}
}

// text checks a short text.
func (v *validator) text(path, s string, required bool) {
	switch {
	case s == "" && required:
		v.Addf(path, "missing, want a text")
	case len(s) > MaxText:
		v.Addf(path, "%d bytes, want at most %d", len(s), MaxText)
	}
}

// id checks an id and that it is the only one of its name.
func (v *validator) id(path, id string) {
	v.text(path, id, true)
	if id == "" {
		return
	}
	if first, taken := v.ids[id]; taken || slices.Contains(v.few[:v.held], id) {
		v.Addf(path, "%q is used already at %s, want ids unique over the case", clip(id), first)
		return
	}
	if v.problems == nil && v.held < fewIDs {
		v.few[v.held] = id
		v.held++
		return
	}
	if v.ids == nil {
		v.ids = map[string]string{}
	}
	v.ids[id] = path
}

// count checks the length of a list and reports whether it may be looked at.
func (v *validator) count(path string, n, limit int) bool {
	if n > limit {
		v.Addf(path, "%d entries, want at most %d", n, limit)
	}
	return n <= limit
}

// date checks the bounds of a date.
func (v *validator) date(path string, d calendar.Date, required bool) {
	switch {
	case d.IsZero() && required:
		v.Addf(path, "missing, want a date YYYY-MM-DD")
	case !d.IsZero() && (d.Year() < FirstYear || d.Year() > LastYear):
		v.Addf(path, "%s is out of bounds, want a year from %d through %d", d, FirstYear, LastYear)
	}
}

// amount checks the currency and bounds of an amount.
func (v *validator) amount(path string, a money.Amount, required, positive bool) {
	v.amountIn(path, a, v.c.Currency, required, positive)
}

// amountIn checks an amount of a currency.
func (v *validator) amountIn(path string, a money.Amount, want money.Currency, required, positive bool) {
	switch {
	case v.c.Currency.IsZero():
		// Without a currency no amount can be read; that is the problem to mend.
	case a == money.Amount{}:
		if required {
			v.Addf(path, "missing, want an amount")
		}
	case a.Currency() != want:
		v.Addf(path, "%s is not in the currency of the case, want %s", a, want)
	case a.Sign() < 0:
		v.Addf(path, "%s is negative, want an amount of at least 0", a)
	case positive && a.IsZero():
		v.Addf(path, "%s is nothing, want an amount above 0", a)
	case a.Minor() > money.MaxMinor:
		v.Addf(path, "%s is out of bounds, want at most %s", a, money.FromMinor(money.MaxMinor, a.Currency()))
	}
}

// addBounded adds an amount without its sign, and no further than just beyond
// MaxReceived.
func addBounded(sum, minor int64) int64 {
	minor = max(min(minor, money.MaxMinor), -money.MaxMinor)
	return min(sum+max(minor, -minor), MaxReceived+1)
}

func (v *validator) received(path string, sum int64) {
	if sum > MaxReceived {
		v.Addf(path, "add up to more than %d minor units, want less", int64(MaxReceived))
	}
}

// itemOf says what an id names. A fee that has the id of a claim is another problem.
func (v *validator) itemOf(id string) kindOfItem {
	if v.items == nil {
		v.items = map[string]kindOfItem{}
		for i := range v.c.Claims {
			v.items[v.c.Claims[i].ID] = claimItem
		}
		for i := range v.c.Fees {
			v.items[v.c.Fees[i].ID] = feeItem
		}
	}
	return v.items[id]
}

func (v *validator) isDebtor(id string) bool {
	if v.debtorIDs == nil {
		v.debtorIDs = map[string]bool{}
		for i := range v.c.Debtors {
			v.debtorIDs[v.c.Debtors[i].ID] = true
		}
	}
	return v.debtorIDs[id]
}

// clip keeps foreign text in messages short.
func clip(s string) string {
	if len(s) > MaxText {
		return strings.ToValidUTF8(s[:MaxText], "") + "…"
	}
	return s
}
