package limitation

import (
	"fmt"
	"strconv"

	"github.com/skuld-go/skuld/calendar"
)

// text says what a step was.
func (n *note) text(r *Rule, f Facts) string {
	switch n.kind {
	case noteStart:
		return startText(r, f)
	case noteFinal:
		return "the claim ends on " + n.day.String() + " whatever happens"
	case noteDefault:
		return "default stops the period through " + n.through.String()
	}
	act := actText(&n.event.Event)
	switch n.kind {
	case noteRestartsAfter:
		return act + " begins the period anew with its last day " + n.through.String()
	case noteLasts:
		return act + " lasts, and nothing is barred meanwhile"
	case noteHolds:
		return act + " keeps the claim from being barred through " + n.through.String()
	case noteSuspends:
		return act + " stops the period" + n.suspensionText()
	case noteUnknown:
		return act + " is obtained; no source tells the period after it"
	case noteTitle:
		act += " begins a period of " + length(n.period)
		if !n.through.IsZero() {
			act += ", although the period had ended on " + n.through.String() + ": what a court has found to be owed is owed"
		}
		return act
	}
	return act + " begins the period anew"
}

// suspensionText says how long an act stops the period.
func (n *note) suspensionText() string {
	text := " through " + n.through.String()
	switch {
	case n.through.IsZero():
		return ", and lasts"
	case !n.title.IsZero():
		text = " through the title of " + n.title.String()
	case !n.effect.Extra.IsZero():
		text += ", and for " + length(n.effect.Extra) + " more through " + n.stop.through.String()
	}
	if !n.stop.atLeast.IsZero() {
		text += ", and it ends on " + n.stop.atLeast.String() + " at the earliest"
	}
	return text
}

// startText says with which day the period starts.
func startText(r *Rule, f Facts) string {
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
func actText(e *Event) string {
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
