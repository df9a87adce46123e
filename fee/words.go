package fee

import (
	"fmt"
	"slices"
	"strings"
)

// wordOf gives the text of a small enum whose words start at 1; a value without
// one prints as what(n), so that a broken value shows in logs.
func wordOf[E ~uint8](words []string, what string, e E) string {
	if e == 0 || int(e) > len(words) {
		return fmt.Sprintf("%s(%d)", what, uint8(e))
	}
	return words[e-1]
}

func known[E ~uint8](words []string, e E) bool { return e != 0 && int(e) <= len(words) }

func parseWord[E ~uint8](words []string, what, s string) (E, error) {
	if i := slices.Index(words, s); i >= 0 {
		return E(i + 1), nil
	}
	return 0, fmt.Errorf("%s is not %s, want one of %s", quote(s), what, strings.Join(words, ", "))
}

// maxQuoted is how much of a text an error quotes, in bytes.
const maxQuoted = 60

func quote(s string) string {
	if len(s) <= maxQuoted {
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprintf("%q…", strings.ToValidUTF8(s[:maxQuoted], ""))
}

// Audience says on which debtors a tariff is binding. The zero value is invalid.
type Audience uint8

const (
	// Consumer: natural persons who did not contract for a business.
	Consumer Audience = iota + 1
	// Business: all other debtors.
	Business
	// Everybody: both.
	Everybody
)

var audienceWords = []string{"consumer", "business", "all"}

// ParseAudience reads "consumer", "business" or "all".
func ParseAudience(s string) (Audience, error) {
	return parseWord[Audience](audienceWords, "an audience", s)
}

// Valid reports whether a is one of the constants.
func (a Audience) Valid() bool { return known(audienceWords, a) }

// String gives the word that [ParseAudience] reads, or audience(n) for an
// invalid value.
func (a Audience) String() string { return wordOf(audienceWords, "audience", a) }

// Selector says which day picks the version of a tariff. The zero value is
// invalid.
type Selector uint8

const (
	// Measure: the day of the measure that the fee is for, Facts.Date.
	Measure Selector = iota + 1
	// Sent: the day on which the notice was sent.
	Sent
	// Mandate: the day of the unconditional mandate to collect.
	Mandate
	// Paid: the day on which the principal is paid in full.
	Paid
	// Due: the due day of the claim.
	Due
	// Origin: the day on which the claim arose.
	Origin
)

var selectorWords = []string{"measure", "sent", "mandate", "paid", "due", "origin"}

// ParseSelector reads "measure", "sent", "mandate", "paid", "due" or "origin".
func ParseSelector(s string) (Selector, error) {
	return parseWord[Selector](selectorWords, "a selector", s)
}

// Valid reports whether s is one of the constants.
func (s Selector) Valid() bool { return known(selectorWords, s) }

// String gives the word that [ParseSelector] reads, or selector(n) for an
// invalid value.
func (s Selector) String() string { return wordOf(selectorWords, "selector", s) }

// Shape says how a band turns a base into a fee. The zero value is invalid. In
// the formulas, base is Facts.Base and over the lower border of the band.
type Shape uint8

const (
	// Flat: Amount, whatever the base.
	Flat Shape = iota + 1
	// Percent: Percent of the whole base.
	Percent
	// PercentOfExcess: Percent of base − over.
	PercentOfExcess
	// Marginal: for this band and each one below it, its Percent of the part of
	// the base inside it. The bands below must be marginal too.
	Marginal
	// PlusPercent: Amount, and Percent of base − over.
	PlusPercent
	// Step: the value of the band below at its upper border, nothing in the
	// lowest band, and Amount for each started Per of base − over.
	Step
	// Multiple: Factor times the value of the version's unit for the same base.
	Multiple
)

var shapeWords = []string{"flat", "percent", "percent-of-excess", "marginal", "plus-percent", "step", "multiple"}

// ParseShape reads "flat", "percent", "percent-of-excess", "marginal",
// "plus-percent", "step" or "multiple".
func ParseShape(s string) (Shape, error) { return parseWord[Shape](shapeWords, "a shape", s) }

// Valid reports whether s is one of the constants.
func (s Shape) Valid() bool { return known(shapeWords, s) }

// String gives the word that [ParseShape] reads, or shape(n) for an invalid
// value.
func (s Shape) String() string { return wordOf(shapeWords, "shape", s) }
