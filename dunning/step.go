package dunning

import (
	"cmp"
	"fmt"

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
	rule   string
	fee    charge
}

// view gathers what all levels have in common.
func (c *course) view(d *Decision) *view {
	v := &view{course: c, again: c.day.AddDays(cmp.Or(c.p.Review, defaultReview)), audience: audienceOf(c.h.Debtor)}
	if late := c.nextLateDay(); !late.IsZero() {
		v.again = late
	}
	free := c.freeFrom()
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
	return v
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
	for _, kind := range s.level.Requires {
		v.required(&s, kind)
	}
	s.fee = v.charge(s.level)
	if s.level.Waits && !s.fee.from.IsZero() {
		s.due(v.course, s.fee.from, func() string { return s.fee.rule }, s.fee.ruleCitation)
	}
	v.enough(&s)
	v.grounds(&s)
	if len(v.pauses) > 0 {
		for _, b := range v.pauses {
			s.block(v.course, b)
		}
	}
	return s
}

// due notes a day that a rule gave; one that has not come keeps the level back.
func (s *step) due(c *course, day calendar.Date, rule func() string, citation string) {
	if day <= s.since && day <= c.day {
		return
	}
	text := rule()
	if day > s.since {
		s.since, s.rule = day, text
	}
	if day > c.day {
		s.block(c, Block{Reason: text, Until: day, Citation: citation})
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
	s.blocks = append(s.blocks, b)
}

func (c *course) cites(l *Level) string {
	return cmp.Or(l.Citation, c.p.Citation, "policy "+c.p.Name)
}

// anchored counts from the anchor of the oldest debt.
func (v *view) anchored(s *step) {
	from, what := v.anchor(v.oldest)
	day, late := from.AddDays(s.level.After), v.lateOf(v.oldest)
	s.due(v.course, max(day, late), func() string {
		if day < late {
			return fmt.Sprintf("%s is overdue from %s", v.oldest.debt.ID, late)
		}
		return after(s.level.After, what, from, day)
	}, "")
}

// lateOf is the first day on which a debt that is late was.
func (v *view) lateOf(a *account) calendar.Date {
	if v.accelerated.IsZero() {
		return a.late
	}
	return min(a.late, v.accelerated+1)
}

// anchor is the day from which the days of a level count, with its name.
func (v *view) anchor(a *account) (calendar.Date, string) {
	var day calendar.Date
	what := ""
	switch v.p.Anchor {
	case AnchorInvoice:
		day, what = a.debt.Invoiced, "the invoice of"
	case AnchorNotice:
		day, what = a.debt.Demanded, "the demand of"
	case AnchorService:
		day, what = v.served(), "the service of"
	default:
		return v.dueAnchor(a)
	}
	if day.IsZero() {
		v.find(FindingAnchor, ledger.Warning, "", "%s has no day of %s; its due date %s stands in", a.debt.ID, v.p.Anchor, a.debt.Due)
		return v.dueAnchor(a)
	}
	return day, what
}

// dueAnchor counts from the due date or, where grace is not retroactive, from the end of
// the grace.
func (v *view) dueAnchor(a *account) (calendar.Date, string) {
	if due := v.dueOf(a); due != a.debt.Due {
		return due, "the whole debt fell due on"
	}
	if !v.p.Grace.Retroactive && a.inTime != a.debt.Due {
		return a.inTime, "the end of the grace on"
	}
	return a.debt.Due, "the due date"
}

// served is the day on which the first document of a court was served, zero if none was.
func (c *course) served() calendar.Date {
	var first *ledger.Notice
	for i := range c.h.Notices {
		n := &c.h.Notices[i]
		if n.Sent <= c.day && (n.Kind == "service" || n.Kind == "payment-order") && (first == nil || n.Sent < first.Sent) {
			first = n
		}
	}
	if first == nil {
		return 0
	}
	return cmp.Or(first.Delivered, first.Sent)
}

// afterLetter counts from the letter before the level on its track.
func (v *view) afterLetter(s *step) {
	latest := v.run.latest[s.level.track()]
	if latest == 0 {
		return
	}
	n := &v.h.Notices[latest-1]
	gap := max(1, s.level.Gap)
	s.due(v.course, n.Sent.AddDays(gap), func() string { return after(gap, "the "+n.Kind+" of", n.Sent, n.Sent.AddDays(gap)) }, "")
	if s.level.Expired {
		v.expired(s, v.levelOfNotice(latest), latest)
	}
}

// levelOfNotice is the level that a notice reached.
func (c *course) levelOfNotice(n int32) *Level {
	for k, at := range c.run.reached {
		if at == n {
			return &c.p.Levels[k]
		}
	}
	return nil
}

// expired waits for the end of the time that a letter gave.
func (v *view) expired(s *step, l *Level, notice int32) {
	n := &v.h.Notices[notice-1]
	last, proven := v.expires(l, n)
	if !proven {
		s.open(v, fmt.Sprintf("the delivery of the %s of %s is not known; its time does not run out without it", n.Kind, n.Sent), v.cites(l))
		return
	}
	s.due(v.course, last+1, func() string { return fmt.Sprintf("the %s of %s gave time through %s", n.Kind, n.Sent, last) }, v.cites(l))
}

// required waits for a letter of a kind and the end of its time.
func (v *view) required(s *step, kind string) {
	var notice int32
	var level *Level
	for k, n := range v.run.reached {
		if n > 0 && v.p.Levels[k].Kind == kind && v.later(n, notice) {
			notice, level = n, &v.p.Levels[k]
		}
	}
	if notice == 0 {
		s.open(v, "no "+kind+" was sent", "")
		return
	}
	v.expired(s, level, notice)
}

// later reports whether a notice comes after another, 0 being none.
func (c *course) later(n, than int32) bool {
	if than == 0 {
		return true
	}
	a, b := c.h.Notices[n-1].Sent, c.h.Notices[than-1].Sent
	return a > b || a == b && n > than
}

// enough asks for the least that has to be overdue.
func (v *view) enough(s *step) {
	if v.oldest == nil {
		return
	}
	for _, t := range [...]Threshold{v.p.Minimum, s.level.Minimum} {
		if t.Amount.Sign() > 0 && v.overdue < t.Amount.Minor() {
			s.open(v, fmt.Sprintf("%s is overdue, less than %s", v.money(v.overdue), t.Amount), "")
		}
		if t.Percent != 0 && !atLeast(v.overdue, t.Percent, v.run.base) {
			s.open(v, fmt.Sprintf("%s is overdue, less than %s %% of %s that fell due", v.money(v.overdue), t.Percent, v.money(v.run.base)), "")
		}
	}
}

// grounds asks for what the law wants before a level: its gate, a title, a claim that is
// not barred.
func (v *view) grounds(s *step) {
	if s.level.Gate != nil {
		if reason := v.against(s.level.Gate); reason != "" {
			s.open(v, reason, "")
		}
	}
	if s.level.Title && !v.titled() {
		s.open(v, "there is no enforceable title", "")
	}
	if s.level.NoTitle && v.titled() {
		s.open(v, "there is a title already", "")
	}
	if last, barred := v.barred(); barred {
		s.open(v, fmt.Sprintf("everything overdue is barred by limitation, the last of it since %s", last+1), "limitation")
	}
}

// titled reports whether there is a title.
func (c *course) titled() bool {
	for i := range c.h.Titles {
		if c.h.Titles[i].Date <= c.day {
			return true
		}
	}
	return false
}

// barred reports whether every debt that is late is barred, and the latest of their last
// days.
func (c *course) barred() (last calendar.Date, all bool) {
	for i := range c.accounts[:c.nextLate] {
		a := &c.accounts[i]
		if a.open == 0 {
			continue
		}
		if a.debt.Limitation.IsZero() || a.debt.Limitation >= c.day {
			return 0, false
		}
		last = max(last, a.debt.Limitation)
	}
	return last, !last.IsZero()
}

// action is what a level that nothing keeps back amounts to.
func (v *view) action(k int, s *step) Action {
	l := s.level
	a := Action{
		Track: Track(l.track() + 1), Kind: l.Kind, Level: k + 1, Day: v.day, Since: s.since, Rule: s.rule,
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
