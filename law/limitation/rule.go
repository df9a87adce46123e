package limitation

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/law"
)

// Start says with which day a period starts. The zero value is invalid.
type Start uint8

const (
	// FromDue starts with the due date; interest starts with the day that it is for.
	FromDue Start = iota + 1
	// FromOrigin starts with the day on which the claim arose, due or not.
	FromOrigin
	// FromYearEnd starts with 31 December of the year of the due date, or of the day
	// that interest is for.
	FromYearEnd
)

var startNames = []string{"due", "origin", "year-end"}

// String is "due", "origin" or "year-end", start(n) for an invalid value.
func (s Start) String() string { return words.Of(startNames, "start", s) }

// Rule is what a law says about one sort of claim. Law, Period and From are required;
// the zero value is invalid. Periods are spans of calendar years.
type Rule struct {
	// Law names the law, as "SE" or "GB-SCT".
	Law string
	// Period is the length.
	Period calendar.Span
	// From says with which day it starts.
	From Start
	// Acts are those that move the end. One that is not listed has no effect.
	Acts []Effect
	// Title says what becomes of a claim that a court has found to be owed.
	Title Title
	// Finals are ends that nothing moves.
	Finals []Final
	// Default suspends the period while the debtor is in default; nil where it does not.
	Default *DefaultSuspension
	// Interest has a period of its own; nil where it shares that of the principal.
	Interest *InterestRule
	// Extinguishes says that the debt is gone after the last day. Elsewhere it remains,
	// and only cannot be enforced against a debtor who objects.
	Extinguishes bool
	// Citation is the text of law, Source where it was read.
	Citation, Source string
	Evidence         law.Evidence
}

// Consequence says what an act does to a period. The zero value is invalid.
type Consequence uint8

const (
	// Restarts begins the period anew with the day of the act.
	Restarts Consequence = iota + 1
	// RestartsAfter keeps the claim from being barred while the act lasts, and begins the
	// period anew with its last day.
	RestartsAfter
	// Suspends leaves the days of the act uncounted.
	Suspends
	// Holds keeps the claim from being barred while the act lasts. The period runs on.
	Holds
)

// Effect is what one act does.
type Effect struct {
	Act  Act
	Does Consequence
	// Period is that of the claim from an act on that begins it anew, unless the claim has
	// a longer one; zero leaves it as it is.
	Period calendar.Span
	// AtMost bounds the period that the act begins anew; zero is no bound.
	AtMost calendar.Span
	// Extra is how much longer than the act itself a suspension lasts. A title cuts it, and
	// the action that led to it, short.
	Extra calendar.Span
	// AtLeast is how long after the end of a suspension the claim is barred at the
	// earliest.
	AtLeast calendar.Span
	// Citation is the text of law. Evidence is zero where it is that of the rule.
	Citation string
	Evidence law.Evidence
}

// Title says what a title does.
type Title struct {
	// Period of a claim with a title, from the title's day; zero begins the period of the
	// claim anew.
	Period calendar.Span
	// Unknown says that no source tells the period after a title.
	Unknown  bool
	Citation string
	Evidence law.Evidence
}

// Final is an end that nothing moves.
type Final struct {
	// From is FromDue or FromOrigin; it says nothing beside AfterTitle.
	From Start
	// AfterTitle counts from the first title, and ends nothing where there is none.
	AfterTitle bool
	// Period is the length.
	Period calendar.Span
	// NotBefore is the earliest last day that the law leaves, zero where it names none.
	NotBefore calendar.Date
	Citation  string
	Evidence  law.Evidence
}

// DefaultSuspension leaves the days of default uncounted, from the day after the due
// date until a title, for AtMost at the longest.
type DefaultSuspension struct {
	AtMost   calendar.Span
	Citation string
}

// InterestRule is the period of interest, day by day. It begins anew with every act
// that begins the period of the claim anew, for interest through the day of the act.
// Interest through a title belongs to the title, and no interest outlives the claim.
type InterestRule struct {
	Period calendar.Span
	// From is FromDue for the day that the interest is for, or FromYearEnd.
	From Start
	// LaterOnly leaves interest to the claim until an act gives the claim another period
	// (a title, a written acknowledgement): then it is for interest after that act.
	LaterOnly bool
	Citation  string
	Evidence  law.Evidence
}

// effects are what acts do by a rule, nil for those that do nothing.
type effects [TitleObtained + 1]*Effect

// effectsOf finds the first effect of each act.
func effectsOf(list []Effect) effects {
	var of effects
	for i := range list {
		if act := list[i].Act; act.Valid() && of[act] == nil {
			of[act] = &list[i]
		}
	}
	return of
}
