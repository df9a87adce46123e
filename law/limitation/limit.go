package limitation

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/law"
)

// Facts are what is known of a claim.
type Facts struct {
	// Origin is the day on which the claim arose, Due its due date; a rule needs the one
	// that it counts from.
	Origin, Due calendar.Date
	// InterestFrom is the first day that bears interest, zero where none does.
	InterestFrom calendar.Date
	// Events in any order; those of one day act in the order given.
	Events []Event
	// Unsettled says that something of the claim is open. It changes no answer, only what
	// [Acts.Unproven] tells.
	Unsettled bool
}

// Basis says what decided the last day. The zero value is invalid.
type Basis uint8

const (
	// ByStart is the period as it started.
	ByStart Basis = iota + 1
	// ByInterruption is a period that an act began anew.
	ByInterruption
	// ByTitle is a period that a title began.
	ByTitle
	// ByFinal is an end that nothing moves.
	ByFinal
	// ByPending has no last day: an act lasts that keeps the claim from being barred.
	ByPending
	// ByUnknown has no last day: no source tells the period.
	ByUnknown
)

var basisNames = []string{"start", "interruption", "title", "final", "pending", "unknown"}

// String is the word that statements use, basis(n) for an invalid value.
func (b Basis) String() string { return words.Of(basisNames, "basis", b) }

// Limit is the answer for one claim on a day.
type Limit struct {
	// Last is the last day, inclusive, on which the claim is not barred; zero where it
	// cannot be said.
	Last calendar.Date
	// Start is the day with which the period behind Last starts, itself not counted.
	Start calendar.Date
	// Period is its length, zero where it is not known.
	Period calendar.Span
	Basis  Basis
	// Interrupted is the last act that began the period anew, a title included; its Act
	// is zero where there was none.
	Interrupted Event
	// SuspendedSince is the first day of what keeps the period from running, or the claim
	// from being barred, and lasts beyond what is known; zero where nothing does.
	SuspendedSince calendar.Date
	// Final is the earliest end that nothing moves, inclusive; zero where there is none.
	Final calendar.Date
	// Citation is the text of law behind the basis, Evidence how well it is backed.
	Citation string
	Evidence law.Evidence
	// Interest is nil where interest shares the fate of the principal, or none has
	// accrued.
	Interest *InterestLimit
	// Steps are the reasons in order: those before any act, the one that gave the present
	// end, and the last ones. Ignored are the first acts that moved nothing. LeftOut says
	// how many of both are not listed.
	Steps   []Step
	Ignored []Ignored
	LeftOut LeftOut
}

// InterestLimit is the answer for interest that has a period of its own.
type InterestLimit struct {
	// BarredThrough is the last day, inclusive, whose interest is barred; zero where none
	// is.
	BarredThrough calendar.Date
	// Next is the last day, inclusive, on which the oldest interest after that is not
	// barred; zero where it cannot be said or none is left.
	Next     calendar.Date
	Citation string
}

// Step is one reason. Last is the last day after it, zero where it cannot be said.
type Step struct {
	Day, Last calendar.Date
	Text      string
	Citation  string
}

// Ignored is an act that moved nothing.
type Ignored struct {
	Event
	Reason Reason
}

// Reason says why an act moved nothing. The zero value is invalid.
type Reason uint8

const (
	// NoEffect in the law of the claim.
	NoEffect Reason = iota + 1
	// TooLate is after the last day.
	TooLate
	// TooEarly is before the period starts.
	TooEarly
)

var reasonNames = []string{"no-effect", "too-late", "too-early"}

// String is the word that statements use, reason(n) for an invalid value.
func (r Reason) String() string { return words.Of(reasonNames, "reason", r) }

// Limit works out the last day on which a claim is not barred, with what is known of
// acts through asOf, inclusive. It is an error if the rule has no period or start, if a
// date that it needs is missing, or if an act has no kind or ends before it begins. For
// several claims with acts in common see [Rule.Counter].
func (r Rule) Limit(f Facts, asOf calendar.Date) (Limit, error) {
	acts, err := NewActs(f.Events, asOf)
	if err != nil {
		return Limit{}, err
	}
	f.Events = nil
	return r.Counter(acts).Limit(f)
}

// Barred reports whether the claim is barred on a day.
func (l Limit) Barred(on calendar.Date) bool { return !l.Last.IsZero() && l.Last < on }

// NextInterruption is the day by which to act: the margin before the last day, or the
// interval after the last act, or after the start where there was none, whichever comes
// first. An invalid interval is none, an invalid margin nothing. It is zero where no
// last day can be said, and lies in the past where it was missed.
func (l Limit) NextInterruption(interval, margin calendar.Span) calendar.Date {
	if l.Last.IsZero() {
		return 0
	}
	next := l.Last
	if !margin.IsZero() {
		next = next.Add(margin.Neg())
	}
	if interval.IsZero() {
		return next
	}
	since := l.Start
	if l.Interrupted.Act != 0 {
		since = max(l.Interrupted.Day, l.Interrupted.Through)
	}
	return min(next, since.Add(interval))
}
