package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

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
	switch title := v.titled(); {
	case s.level.Title && title.IsZero():
		s.open(v, "there is no enforceable title", "")
	case s.level.Title:
		s.due(v.course, title, func() string { return "the title of " + title.String() }, "")
	case s.level.NoTitle && !title.IsZero():
		s.open(v, "there is a title already", "")
	}
	if w := v.h.Waiting; w.Sign() > 0 && w.Minor() >= v.overdue {
		s.open(v, w.String()+" that was paid waits unallocated", "")
	}
	if last, barred := v.barred(); barred {
		s.open(v, fmt.Sprintf("everything overdue is barred by limitation, the last of it since %s", last+1), "limitation")
	}
}

// titled is the day of the first title, zero where there is none.
func (c *course) titled() calendar.Date {
	var first calendar.Date
	for i := range c.h.Titles {
		if c.h.Titles[i].Date <= c.day {
			first = earliest(first, c.h.Titles[i].Date)
		}
	}
	return first
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
