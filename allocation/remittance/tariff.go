package remittance

import (
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// Tariff is what creditor and collector agreed on commission: how much, with
// which VAT, and how it may be taken. The zero value charges nothing.
type Tariff struct {
	// Rules in the order in which they are asked, at most MaxRules.
	Rules []Rule
	// VAT on the commission, 0 to 100 per cent; 0 is none.
	VAT interest.Percent
	// Rounding of each commission line. The zero value means half up to one
	// minor unit, since a commission has to be rounded somehow.
	Rounding money.Rounding
	// VATRounding of the VAT on the whole commission; the zero value means half
	// up to one minor unit.
	VATRounding money.Rounding
	// NoWithdrawal leaves money in hand whole: commission and VAT are netted or
	// invoiced. Retained components are still retained.
	NoWithdrawal bool
	// NoNetting forbids to set off against other money of the creditor.
	NoNetting bool
	// Cover says what money that does not suffice covers first.
	Cover Cover
}

// Rule is the tariff of some components in a phase. What it charges on a payment
// is
//
//	min(Max, max(Min, Percent or Tiers of the base + Flat))
//
// where the base is all that the payment settles of the components that the rule
// decides. A base of zero is charged nothing, neither Flat nor Min.
type Rule struct {
	// Label is printed with what the rule gives; it may be empty, and has at most
	// MaxText bytes.
	Label string
	// Components that the rule is for, at least one, each once.
	Components []allocation.Component
	// Phase of the case that the rule is for, as "amicable" or "legal", in the
	// caller's words and compared letter by letter; "" is any.
	Phase string
	// Retain says that the collector keeps the components whole. Nothing below
	// may then be set.
	Retain bool
	// Percent of the base, 0 to 100.
	Percent interest.Percent
	// Tiers take the place of Percent: marginal, by the size of the base in this
	// payment, at most MaxTiers. Who wants tiers by single components writes a
	// rule for each.
	Tiers []Tier
	// Flat is added per payment, once for all components; the zero Amount is none.
	Flat money.Amount
	// Min is the least for a payment, in place of less; the zero Amount is none.
	// It may exceed the base.
	Min money.Amount
	// Max is the most for a payment; the zero Amount is none, while 0.00 of a
	// currency makes the rule free.
	Max money.Amount
}

// Tier is a slice of the base and its per cent.
type Tier struct {
	// UpTo is where the slice ends, inclusive, above the one before; the last tier
	// is open and has the zero Amount.
	UpTo money.Amount
	// Percent of the part of the base within the slice, 0 to 100.
	Percent interest.Percent
}

// matches reports whether the rule is for a component in a phase.
func (r Rule) matches(c allocation.Component, phase string) bool {
	return (r.Phase == "" || r.Phase == phase) && slices.Contains(r.Components, c)
}

// decider is the position of the rule that decides on a component, or −1.
func (t Tariff) decider(c allocation.Component, phase string) int {
	return slices.IndexFunc(t.Rules, func(r Rule) bool { return r.matches(c, phase) })
}

// Cover says whether commission or VAT comes first where money does not suffice
// for both. The zero value means CommissionFirst.
type Cover uint8

const (
	// CommissionFirst covers the commission and then VAT.
	CommissionFirst Cover = iota + 1
	// VATFirst covers the VAT and then the commission.
	VATFirst
	// ProRata covers both in the ratio of what is left of them: largest
	// remainder, the commission first among equals.
	ProRata
)

var coverNames = [...]string{CommissionFirst: "commission-first", VATFirst: "vat-first", ProRata: "pro-rata"}

// ErrNoCover marks the name of a cover that does not exist.
var ErrNoCover = errors.New("not a known cover")

// ParseCover reads "commission-first", "vat-first" or "pro-rata".
// The error wraps ErrNoCover.
func ParseCover(s string) (Cover, error) {
	if i := slices.Index(coverNames[:], s); i > 0 {
		return Cover(i), nil
	}
	return 0, fmt.Errorf("%w: %s, want commission-first, vat-first or pro-rata", ErrNoCover, words.Quote(s))
}

// String gives the name that ParseCover reads, or "" for any other value.
func (c Cover) String() string {
	if int(c) < len(coverNames) {
		return coverNames[c]
	}
	return ""
}
