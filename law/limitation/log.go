package limitation

import (
	"github.com/skuld-go/skuld/calendar"
)

// Of the steps and of the acts that moved nothing an answer lists so many at the most: a
// claim may have thousands of acts, and a case thousands of claims.
const (
	// recentSteps are the last steps; those before any act, and the one that gave the
	// present end, come on top.
	recentSteps = 16
	// firstIgnored are the first acts of each reason.
	firstIgnored = 10
)

// LeftOut says how many steps, and how many acts that moved nothing, are not listed.
type LeftOut struct {
	Steps int
	// NoEffect, TooLate and TooEarly are acts, by the reason.
	NoEffect, TooLate, TooEarly int
}

// Ignored is how many acts that moved nothing are not listed.
func (o LeftOut) Ignored() int { return o.NoEffect + o.TooLate + o.TooEarly }

// Late is the first act after the last day, and how many there are.
func (l Limit) Late() (first Event, n int) {
	for _, x := range l.Ignored {
		if x.Reason != TooLate {
			continue
		}
		if n == 0 {
			first = x.Event
		}
		n++
	}
	return first, n + l.LeftOut.TooLate
}

// noteKind says what a note is about.
type noteKind uint8

const (
	noteStart noteKind = iota + 1
	noteFinal
	noteDefault
	noteRestarts
	noteRestartsAfter
	noteLasts
	noteHolds
	noteSuspends
	noteUnknown
	noteTitle
)

// note is a step without its text, which is made for those that are listed.
type note struct {
	kind      noteKind
	day, last calendar.Date
	// through is the last day of what lasts; of a title the day on which the period had
	// ended before it, zero where it had not.
	through calendar.Date
	// title cut a suspension short; zero where none did.
	title calendar.Date
	stop  stop
	// event is nil for what the rule brings with it.
	event    *entry
	effect   *Effect
	period   calendar.Span
	citation string
}

// log keeps what an answer lists.
type log struct {
	// opening are the steps before any act.
	opening []note
	// recent are the last of the others, number i at i modulo its length; count is how
	// many there were.
	recent [recentSteps]note
	count  int
	// turn is the last step that moved the end, turned its number.
	turn    note
	turned  int
	last    calendar.Date
	ignored []Ignored
	listed  [TooEarly + 1]int // by reason
	leftOut LeftOut
}

// step notes a reason with the last day after it.
func (c *clock) step(n note) {
	if c.log == nil {
		return
	}
	n.last = c.end()
	c.log.add(n)
	if c.unsettled && n.event != nil {
		n.event.moved = true
	}
}

func (l *log) add(n note) {
	moved := n.last != l.last
	l.last = n.last
	if n.event == nil {
		l.opening = append(l.opening, n)
		return
	}
	if moved {
		l.turn, l.turned = n, l.count
	}
	l.recent[l.count%recentSteps] = n
	l.count++
}

// ignore notes an act that moves nothing.
func (c *clock) ignore(e *entry, why Reason) {
	l := c.log
	if l == nil {
		return
	}
	if l.listed[why] < firstIgnored {
		l.listed[why]++
		l.ignored = append(l.ignored, Ignored{Event: e.Event, Reason: why})
		return
	}
	switch why {
	case NoEffect:
		l.leftOut.NoEffect++
	case TooLate:
		l.leftOut.TooLate++
	case TooEarly:
		l.leftOut.TooEarly++
	}
}

// steps are those that an answer lists, in order, and how many it leaves out.
func (l *log) steps(r *Rule, f Facts) (steps []Step, leftOut int) {
	first := max(0, l.count-recentSteps)
	leftOut = first
	list := l.opening
	if l.turn.event != nil && l.turned < first {
		list = append(list, l.turn)
		leftOut--
	}
	for i := first; i < l.count; i++ {
		list = append(list, l.recent[i%recentSteps])
	}
	steps = make([]Step, len(list))
	for i := range list {
		n := &list[i]
		steps[i] = Step{Day: n.day, Last: n.last, Text: n.text(r, f), Citation: n.citation}
	}
	return steps, leftOut
}
