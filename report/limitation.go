package report

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitationText says through which day a claim can be enforced and why, "" where no
// law is known.
func limitationText(l *ledger.Limitation, asOf calendar.Date) string {
	text := ""
	switch {
	case l == nil:
		return ""
	case l.Basis == limitation.ByUnknown:
		text = fmt.Sprintf("Limitation not known: no source tells the period after %s (%s).", interruptionText(l), l.Citation)
	case l.Last.IsZero():
		text = fmt.Sprintf("Limitation: kept from being barred since %s by what lasts still (%s).", l.SuspendedSince, l.Citation)
	case l.Barred(asOf):
		word := "Barred"
		if l.Rule.Extinguishes {
			word = "Extinguished"
		}
		return fmt.Sprintf("%s since %s: %s (%s).", word, l.Last+1, periodText(l), l.Citation)
	default:
		text = fmt.Sprintf("Limitation %s: %s (%s); act by %s.", l.Last, periodText(l), l.Citation, l.NextInterruption)
	}
	return text + interestLimitText(l.Interest)
}

// periodText is the period behind the last day.
func periodText(l *ledger.Limitation) string {
	if l.Basis == limitation.ByFinal {
		return "the claim ends then whatever happens"
	}
	text := fmt.Sprintf("%d years from ", l.Period.N())
	if l.Period.N() == 1 {
		text = "1 year from "
	}
	text += startText(l)
	if more := l.Last - l.Start.Add(l.Period); more > 0 {
		text += fmt.Sprintf(", prolonged by %d days", more)
	}
	return text
}

// startText is the day with which the period starts.
func startText(l *ledger.Limitation) string {
	switch {
	case l.Basis != limitation.ByStart && (l.Start == l.Interrupted.Day || l.Start == l.Interrupted.Through):
		return interruptionText(l)
	case l.Basis != limitation.ByStart:
		return l.Start.String()
	case l.Rule.From == limitation.FromOrigin:
		return "the day it arose, " + l.Start.String()
	case l.Rule.From == limitation.FromYearEnd:
		return fmt.Sprintf("the end of %d", l.Start.Year())
	}
	return "the due date " + l.Start.String()
}

// interruptionText names the last act that began the period anew.
func interruptionText(l *ledger.Limitation) string {
	e := l.Interrupted
	text := e.Act.Phrase()
	if e.ID != "" {
		text += " " + e.ID
	}
	if through := l.Start; through == e.Through {
		return fmt.Sprintf("the end of %s on %s", text, through)
	}
	return text + " of " + e.Day.String()
}

// interestLimitText says what of the interest is barred by a period of its own.
func interestLimitText(n *limitation.InterestLimit) string {
	switch {
	case n == nil:
		return ""
	case !n.BarredThrough.IsZero():
		return fmt.Sprintf(" Interest of days through %s is barred as far as it is open (%s).", n.BarredThrough, n.Citation)
	case !n.Next.IsZero():
		return fmt.Sprintf(" The oldest interest is not barred through %s (%s).", n.Next, n.Citation)
	}
	return ""
}
