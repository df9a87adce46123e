package dunning

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Validate reports everything that is wrong with a policy for cases in a currency. The
// error joins [ledger.Problem] values whose paths are JSON Pointers into the policy.
func (p Policy) Validate(currency money.Currency) error {
	var problems, own ledger.Problems
	p.validate(&problems, currency)
	for _, x := range problems {
		own = append(own, &ledger.Problem{Path: x.Path[len("/policy"):], Message: x.Message, Cause: x.Cause})
	}
	return own.Err()
}

// validate is Validate with paths into a dunning file.
func (p *Policy) validate(to *ledger.Problems, currency money.Currency) {
	if len(p.Levels) == 0 || len(p.Levels) > MaxLevels {
		to.Addf("/policy/levels", "%d levels, want 1 to %d", len(p.Levels), MaxLevels)
		return
	}
	if p.Anchor > AnchorService {
		to.Addf("/policy/anchor", "%s, want due, invoice, notice or service", p.Anchor)
	}
	v := policyCheck{to, p, currency}
	top := place{list: "/policy", i: -1}
	v.number(top, "grace/days", p.Grace.Days)
	v.calendar(top, "grace", p.Grace.Business || p.Grace.Roll)
	v.number(top, "delivery", p.Delivery)
	v.number(top, "review", p.Review)
	if p.MaxStep < 0 || p.MaxStep > MaxLevels {
		to.Addf("/policy/maxStep", "%d, want 1 to %d", p.MaxStep, MaxLevels)
	}
	v.threshold(top, "minimum", p.Minimum)
	v.threshold(top, "cure", p.Cure)
	v.ends(p.Buckets)
	can := p.reachable()
	for i := range p.Levels {
		v.level(place{"/policy/levels", i}, &p.Levels[i])
		if l := &p.Levels[i]; !can[i] && !slices.ContainsFunc(l.Requires, func(kind string) bool { return !p.hasOther(l, kind) }) {
			to.Addf(fmt.Sprintf("/policy/levels/%d/requires", i), "go round in a circle, want letters that can be sent before it")
		}
	}
	v.number(top, "returns/retryDays", p.Returns.RetryDays)
	if p.Returns.RetryDays > 0 && p.Banking == nil {
		to.Addf("/policy/bankCalendar", "missing, want the calendar of the banks beside retryDays")
	}
	v.deadlines(p.Deadlines)
}

// place is where in a policy something is: in an element of a list, or at i < 0 in an
// object. Its text is only made for a problem.
type place struct {
	list string
	i    int
}

func (p place) path(field string) string {
	if p.i < 0 {
		return p.list + "/" + field
	}
	return fmt.Sprintf("%s/%d/%s", p.list, p.i, field)
}

// policyCheck collects what is wrong with a policy.
type policyCheck struct {
	to       *ledger.Problems
	p        *Policy
	currency money.Currency
}

func (v policyCheck) number(at place, field string, n int) {
	if n < 0 || n > MaxDays {
		v.to.Addf(at.path(field), "%d, want 0 to %d", n, MaxDays)
	}
}

// calendar asks for a calendar where business days are counted or rolled to.
func (v policyCheck) calendar(at place, field string, asks bool) {
	if asks && v.p.Calendar == nil {
		v.to.Addf("/policy/calendar", "missing, want the business days that %s asks for", at.path(field))
	}
}

func (v policyCheck) percent(at place, field string, p interest.Percent) {
	if p < 0 || p > 100*percentUnit {
		v.to.Addf(at.path(field), "%s per cent, want 0 to 100", p)
	}
}

func (v policyCheck) threshold(at place, field string, t Threshold) {
	if t == (Threshold{}) {
		return
	}
	switch {
	case t.Amount == money.Amount{}:
	case t.Amount.Sign() < 0:
		v.to.Addf(at.path(field)+"/amount", "%s, want 0 or more", t.Amount)
	case t.Amount.Currency() != v.currency:
		v.to.Addf(at.path(field)+"/amount", "%s, want %s", t.Amount, v.currency)
	}
	if t.Percent != 0 {
		v.percent(at, field+"/percent", t.Percent)
	}
}

func (v policyCheck) ends(ends []int) {
	for i, end := range ends {
		if end < 1 || end > MaxDays || i > 0 && end <= ends[i-1] {
			v.to.Addf(fmt.Sprintf("/policy/buckets/%d", i), "%d, want days that rise, 1 to %d", end, MaxDays)
		}
	}
	if len(ends) > MaxLevels {
		v.to.Addf("/policy/buckets", "%d buckets, want at most %d", len(ends), MaxLevels)
	}
}

func (v policyCheck) deadlines(list []Report) {
	if len(list) > MaxLevels {
		v.to.Addf("/policy/deadlines", "%d deadlines, want at most %d", len(list), MaxLevels)
	}
	for i := range list {
		r, at := &list[i], place{"/policy/deadlines", i}
		if r.Kind == "" {
			v.to.Addf(at.path("kind"), "missing, want who is to be told")
		}
		v.number(at, "days", r.Days)
		v.number(at, "maxTerm", r.MaxTerm)
		v.calendar(at, "business", r.Business)
	}
}

func (v policyCheck) level(at place, l *Level) {
	if l.Kind == "" {
		v.to.Addf(at.path("kind"), "missing, want the kind of the letter")
	}
	if l.Track > TrackSurveillance {
		v.to.Addf(at.path("track"), "%s, want claim, legal, enforcement or surveillance", l.Track)
	}
	v.number(at, "after", l.After)
	v.number(at, "gap", l.Gap)
	v.number(at, "term/days", l.Term.Days)
	v.calendar(at, "term", l.Term.Business || l.Term.Roll)
	v.threshold(at, "minimum", l.Minimum)
	for k, kind := range l.Requires {
		if !v.p.hasOther(l, kind) {
			v.to.Addf(fmt.Sprintf("%s/%d", at.path("requires"), k), "%s is no kind of another level, want one", words.Quote(kind))
		}
	}
	for _, f := range [...]struct{ field, code string }{{"fee", l.Fee}, {"announces", l.Announces}} {
		if f.code != "" && v.p.Tariffs != nil && !slices.ContainsFunc(v.p.Tariffs, func(t fee.Tariff) bool { return t.Code == f.code }) {
			v.to.Addf(at.path(f.field), "%s is no fee of the tariffs, want the code of one", words.Quote(f.code))
		}
	}
	if l.Waits && l.Fee == "" {
		v.to.Addf(at.path("waits"), "beside no fee, want a fee to wait for")
	}
	if g := l.Gate; g != nil {
		v.number(at, "gate/consecutive", g.Consecutive)
		v.number(at, "gate/missed", g.Missed)
		v.number(at, "gate/days", g.Days)
		v.percent(at, "gate/secured", g.Secured)
		for i, s := range g.Shares {
			if s.Months < 0 || s.Months > MaxDays {
				v.to.Addf(fmt.Sprintf("%s/%d/months", at.path("gate/shares"), i), "%d, want 0 to %d", s.Months, MaxDays)
			}
			if s.Percent < 0 || s.Percent > 100*percentUnit {
				v.to.Addf(fmt.Sprintf("%s/%d/percent", at.path("gate/shares"), i), "%s per cent, want 0 to 100", s.Percent)
			}
		}
	}
}

// reachable says of each level whether the letters that it requires can be sent before
// it.
func (p *Policy) reachable() [MaxLevels]bool {
	var can [MaxLevels]bool
	for changed := true; changed; {
		changed = false
		for i := range p.Levels {
			if !can[i] && p.allowed(&p.Levels[i], &can) {
				can[i], changed = true, true
			}
		}
	}
	return can
}

// allowed reports whether every kind that a level requires has a level that can be
// reached.
func (p *Policy) allowed(l *Level, can *[MaxLevels]bool) bool {
	for _, kind := range l.Requires {
		found := false
		for i := range p.Levels {
			found = found || can[i] && p.Levels[i].Kind == kind
		}
		if !found {
			return false
		}
	}
	return true
}
