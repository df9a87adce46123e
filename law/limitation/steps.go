package limitation

import (
	"fmt"
	"strconv"

	"github.com/skuld-go/skuld/calendar"
)

// step notes a reason with the last day after it.
func (c *clock) step(day calendar.Date, text, citation string) {
	if c.explain {
		c.steps = append(c.steps, Step{Day: day, Last: c.end(), Text: text, Citation: citation})
	}
}

// ignore notes an act that moves nothing.
func (c *clock) ignore(e Event, why Reason) {
	if c.explain {
		c.ignored = append(c.ignored, Ignored{Event: e, Reason: why})
	}
}

// finalStep notes the end that nothing moves.
func (c *clock) finalStep() {
	if !c.final.IsZero() {
		c.step(c.final, "the claim ends on "+c.final.String()+" whatever happens", c.finalGround.citation)
	}
}

// startText says with which day the period starts.
func startText(r Rule, f Facts) string {
	text := length(r.Period) + " from "
	switch r.From {
	case FromOrigin:
		return text + "the day the claim arose, " + f.Origin.String()
	case FromYearEnd:
		return fmt.Sprintf("%sthe end of %d, the year of the due date %s", text, f.Due.Year(), f.Due)
	}
	return text + "the due date " + f.Due.String()
}

// actText names an act with the fact behind it.
func actText(e Event) string {
	text := e.Act.Phrase()
	if e.ID != "" {
		text += " " + e.ID
	}
	text += " of " + e.Day.String()
	if e.DeliveryUnknown {
		text += " (sent; its arrival is not known)"
	}
	return text
}

var actPhrases = [...]string{
	TitleObtained: "title", WrittenAcknowledgement: "written acknowledgement",
}

// Phrase is the act in running text.
func (a Act) Phrase() string {
	if int(a) < len(actPhrases) && actPhrases[a] != "" {
		return actPhrases[a]
	}
	return a.String()
}

// length is a span in words.
func length(s calendar.Span) string {
	unit := map[calendar.Unit]string{calendar.UnitDay: "day", calendar.UnitWeek: "week", calendar.UnitMonth: "month", calendar.UnitYear: "year"}[s.Unit()]
	if s.N() != 1 {
		unit += "s"
	}
	return strconv.Itoa(s.N()) + " " + unit
}
