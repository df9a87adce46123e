package dunning

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// view is what the levels of one day are judged by.
type view struct {
	*course
	// oldest is the oldest debt that is late and not held back, nil where there is none;
	// overdue is what is open on such debts.
	oldest  *account
	overdue int64
	// free says for each debt from which day on no hold on its item keeps it back; nil where
	// no item is held.
	free []calendar.Date
	// pauses keep every level back.
	pauses []Block
	// again is the day on which to look again where nothing says when a block ends.
	again calendar.Date
	audience
}

// step is a level under trial: the latest day that a rule gave, and what is in the way.
type step struct {
	level  *Level
	blocks []Block
	since  calendar.Date
	rule   func() string
	fee    charge
}

// view gathers what all levels have in common.
func (c *course) view(d *Decision) *view {
	v := &view{course: c, again: c.day.AddDays(cmp.Or(c.p.Review, defaultReview)), audience: audienceOf(c.h.Debtor)}
	if late := c.nextLateDay(); !late.IsZero() {
		v.again = late
	}
	_, free := c.holdEnds(ledger.HoldDunning)
	v.free = free
	for i := range c.accounts[:c.nextLate] {
		a := &c.accounts[i]
		if a.open == 0 || free != nil && free[i] > c.day {
			continue
		}
		if v.oldest == nil {
			v.oldest = a
		}
		v.overdue += a.open
	}
	v.pause(free, d.Promises)
	if free != nil {
		v.forgetHeld(free)
	}
	return v
}

// forgetHeld drops the letters whose debts are all on hold.
func (v *view) forgetHeld(free []calendar.Date) {
	first := len(v.accounts)
	for i := range v.accounts {
		if v.accounts[i].open > 0 && free[i] <= v.day {
			first = i
			break
		}
	}
	v.forget(first)
}

// nextLateDay is the next day on which a debt becomes late, zero if none does.
func (c *course) nextLateDay() calendar.Date {
	for i := c.nextLate; i < len(c.accounts); i++ {
		if c.accounts[i].open > 0 {
			return c.lateDay(i)
		}
	}
	return 0
}

// try judges a level.
func (v *view) try(k int) step {
	s := step{level: &v.p.Levels[k]}
	s.due(v.course, v.run.since, func() string { return "overdue since " + v.run.since.String() }, "")
	if v.oldest != nil {
		v.anchored(&s)
	}
	v.afterLetter(&s)
	if threat := v.threat(k); s.level.Accelerates && threat >= 0 {
		v.threatened(&s, threat)
	}
	for _, kind := range s.level.Requires {
		v.required(&s, kind)
	}
	if s.level.Waits {
		s.fee = v.charge(s.level)
	}
	if !s.fee.from.IsZero() {
		s.due(v.course, s.fee.from, func() string { return s.fee.rule }, s.fee.ruleCitation)
	}
	v.enough(&s)
	v.grounds(&s)
	for _, b := range v.pauses {
		s.block(v.course, b)
	}
	if len(s.blocks) == 0 && !s.level.Waits {
		s.fee = v.charge(s.level)
	}
	return s
}

// due notes a day that a rule gave; one that has not come keeps the level back.
func (s *step) due(c *course, day calendar.Date, rule func() string, citation string) {
	if day <= s.since && day <= c.day {
		return
	}
	if day > s.since {
		s.since, s.rule = day, rule
	}
	if day > c.day {
		s.block(c, Block{Reason: rule(), Until: day, Citation: citation})
	}
}

// open notes something in the way whose end is not known.
func (s *step) open(v *view, reason, citation string) {
	s.block(v.course, Block{Reason: reason, Until: v.again, Open: true, Citation: citation})
}

// block notes something in the way.
func (s *step) block(c *course, b Block) {
	b.Track, b.Action = Track(s.level.track()+1), s.level.Kind
	b.Citation = cmp.Or(b.Citation, c.cites(s.level))
	if !slices.Contains(s.blocks, b) {
		s.blocks = append(s.blocks, b)
	}
}

func (c *course) cites(l *Level) string {
	return cmp.Or(l.Citation, c.p.Citation, "policy "+c.p.Name)
}

// action is what a level that nothing keeps back amounts to.
func (v *view) action(k int, s *step) Action {
	l := s.level
	a := Action{
		Track: Track(l.track() + 1), Kind: l.Kind, Level: k + 1, Day: v.day, Since: s.since, Rule: s.rule(),
		Deadline: v.deadline(l.Term, v.day, 0), Fee: money.FromMinor(0, v.h.Currency), FeeCode: l.Fee, FeeReason: s.fee.reason,
		Text: l.Text, Citation: v.cites(l),
	}
	if s.fee.permitted {
		a.Fee, a.FeeReason = s.fee.amount, ""
	}
	if l.Announces != "" {
		a.Announces = v.assess(l.Announces).amount
	}
	return a
}

// defaultReview is after how many days to look again.
const defaultReview = 30
