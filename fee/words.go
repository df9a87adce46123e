package fee

import "github.com/skuld-go/skuld/internal/words"

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
	return words.Parse[Audience](audienceWords, "an audience", s)
}

// Valid reports whether a is one of the constants.
func (a Audience) Valid() bool { return words.Known(audienceWords, a) }

// String gives the word that [ParseAudience] reads, or audience(n) for an
// invalid value.
func (a Audience) String() string { return words.Of(audienceWords, "audience", a) }

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
	return words.Parse[Selector](selectorWords, "a selector", s)
}

// Valid reports whether s is one of the constants.
func (s Selector) Valid() bool { return words.Known(selectorWords, s) }

// String gives the word that [ParseSelector] reads, or selector(n) for an
// invalid value.
func (s Selector) String() string { return words.Of(selectorWords, "selector", s) }

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
func ParseShape(s string) (Shape, error) { return words.Parse[Shape](shapeWords, "a shape", s) }

// Valid reports whether s is one of the constants.
func (s Shape) Valid() bool { return words.Known(shapeWords, s) }

// String gives the word that [ParseShape] reads, or shape(n) for an invalid
// value.
func (s Shape) String() string { return words.Of(shapeWords, "shape", s) }
