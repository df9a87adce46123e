package fee

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// Answer says whether a fee may be charged. The zero value is invalid.
type Answer uint8

const (
	// Permitted: yes.
	Permitted Answer = iota + 1
	// NotBefore: from a later day on.
	NotBefore
	// Never: not on these facts, on no day.
	Never
)

var answerWords = []string{"permitted", "not-before", "never"}

// String gives "permitted", "not-before" or "never", or answer(n) for an invalid
// value.
func (a Answer) String() string { return words.Of(answerWords, "answer", a) }

// Objection is what one guard has against a fee.
type Objection struct {
	Guard  Guard
	Answer Answer        // NotBefore or Never
	Day    calendar.Date // the first permitted day, inclusive, for NotBefore
	Reason string
}

// Decision is the answer of all guards together.
type Decision struct {
	// Answer is the strictest: Never before the latest NotBefore before Permitted.
	Answer Answer
	// Day is the first day on which the fee may be charged, inclusive, if Answer is
	// NotBefore.
	Day calendar.Date
	// Reason and Citation of the guard that decided, "" if Permitted.
	Reason, Citation string
	// Objections of all guards, in their order.
	Objections []Objection
	// Left is what limits leave for the fee, the least of them; the zero Amount is
	// no limit. Nothing is left when a limit is the objection.
	Left money.Amount
}

// Permit says whether a fee with the guards may be charged on a day. With the
// same history, what is permitted on one day is permitted on every later one,
// unless a limit changes with the law. A guard that lacks the facts it asks for
// answers Never and says so.
func Permit(gs Guards, h History, day calendar.Date) Decision {
	d := Decision{Answer: Permitted}
	for _, g := range gs {
		o := Objection{Guard: g}
		switch {
		case !day.Valid():
			o.never("the day asked for is not a date")
		case g.check() != nil:
			o.never("the guard is not well formed: %v", g.check())
		default:
			o.judge(h, day, &d.Left)
		}
		if o.Answer != 0 {
			d.take(o)
		}
	}
	return d
}

// take adds an objection to a decision.
func (d *Decision) take(o Objection) {
	d.Objections = append(d.Objections, o)
	if o.Answer > d.Answer || o.Answer == d.Answer && o.Day > d.Day {
		d.Answer, d.Day, d.Reason, d.Citation = o.Answer, o.Day, o.Reason, o.Guard.Citation
	}
}

func (o *Objection) never(format string, args ...any) {
	o.Answer, o.Reason = Never, fmt.Sprintf(format, args...)
}

// neverIf objects if something holds.
func (o *Objection) neverIf(bad bool, reason string) {
	if bad {
		o.never("%s", reason)
	}
}

// from objects to days before a number of days after start.
func (o *Objection) from(day, start calendar.Date, n int, what string) {
	earliest := start.AddDays(n)
	switch {
	case !earliest.Valid():
		o.never("%s is not known, want a date", what)
	case day < earliest:
		o.Answer, o.Day = NotBefore, earliest
		o.Reason = fmt.Sprintf("%s is %s; %s: %s", what, start, o.Guard.Text(), earliest)
	}
}

// judge asks one guard, and lowers left to what a limit leaves.
func (o *Objection) judge(h History, day calendar.Date, left *money.Amount) {
	g := o.Guard
	switch g.Rule {
	case RuleAgreed:
		o.neverIf(!h.Agreed, "the fee was not agreed when the debt arose")
	case RuleAfterDue:
		o.from(day, h.Due, g.N, "the due day")
	case RuleGap:
		if latest := h.latest(g.Codes); !latest.IsZero() {
			o.from(day, latest, g.N, "the latest notice or fee")
		}
	case RuleCount:
		if n := h.count(g); n >= g.N {
			o.never("%s charged; %s", counted(n, "fee"), g.Text())
		}
	case RuleExcludes:
		for _, c := range h.Charged {
			if slices.Contains(g.Codes, c.Code) {
				o.never("a fee %s was charged; %s", words.Quote(c.Code), g.Text())
				return
			}
		}
	case RuleLetter:
		o.letter(h, day)
	case RuleTotal:
		o.total(h, day, left)
	case RuleOwn:
		o.neverIf(!h.ByCreditor, "the creditor does not act itself")
	case RuleEnforceable:
		o.neverIf(!h.Enforceable, "the debt is not enforceable directly")
	case RuleNotEnforceable:
		o.neverIf(h.Enforceable, "the debt is enforceable directly")
	case RuleNoBrokenPlan:
		o.neverIf(h.PlanBroken, "a payment plan was broken")
	}
}

// letter looks for the notice that has given its days first.
func (o *Objection) letter(h History, day calendar.Date) {
	var earliest calendar.Date
	kind, named := o.Guard.Codes[0], false
	for _, n := range h.Notices {
		got := first(n.Delivered, n.Sent)
		if n.Kind != kind || !got.Valid() {
			continue
		}
		named = true
		if n.Amount == h.Amount && n.Amount != (money.Amount{}) && (earliest.IsZero() || got < earliest) {
			earliest = got
		}
	}
	switch {
	case !named:
		o.never("no %s was sent; %s", kind, o.Guard.Text())
	case earliest.IsZero():
		o.never("no %s names exactly %s; %s", kind, show(h.Amount), o.Guard.Text())
	default:
		o.from(day, earliest, o.Guard.N+1, "the day of the "+kind)
	}
}

func show(a money.Amount) string {
	if a.Currency().IsZero() {
		return "the amount of the fee, which is not given"
	}
	return a.String()
}

// total looks whether the limit leaves anything.
func (o *Objection) total(h History, day calendar.Date, left *money.Amount) {
	g := o.Guard
	a, err := g.Limit.Assess(Facts{Date: day, Due: h.Due, Base: h.Base, VATDeductible: true})
	if err != nil {
		o.never("the limit is not known: %v", err)
		return
	}
	rest := a.Net
	for _, c := range h.Charged {
		if !names(g.Codes, c.Code) {
			continue
		}
		if rest, err = rest.Sub(c.Amount); err != nil {
			o.never("fees and the limit do not add up: %v", err)
			return
		}
	}
	if rest.Sign() <= 0 {
		rest = money.FromMinor(0, rest.Currency())
		o.never("nothing is left of %s; %s", a.Net, g.Text())
	}
	if *left == (money.Amount{}) || rest.Minor() < left.Minor() {
		*left = rest
	}
}
