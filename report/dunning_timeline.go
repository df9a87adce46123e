package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// TimelineText writes what follows from a day on if nothing more is paid: each step with
// its day, the stage before it, its fee, its inclusive deadline and what is overdue then,
// interest and fees included; the rule behind each step and what it rests on; and
// findings, each once. Amounts are in the currency of the case. Errors are those of w,
// which gets the text in one piece.
func TimelineText(w io.Writer, list []dunning.Decision) error {
	var p page
	p.line("TIMELINE OF DUNNING")
	p.line("")
	if len(list) == 0 {
		p.para("  ", "There is no day to decide on.")
		return p.writeTo(w)
	}
	first := list[0]
	t := table{columns: "ll", indent: 2}
	t.add("Case", first.Case)
	t.add("From", first.AsOf.String())
	t.add("Policy", first.Policy)
	t.add("Currency", first.Currency.Code())
	t.add("Stage", first.Stage)
	p.table(t)
	p.line("")
	p.para("  ", "What follows if nothing more is paid and every step is taken on its day.")
	p.section("STEPS")
	p.steps(list)
	p.rules(list)
	p.findings(findingsOf(list))
	return p.writeTo(w)
}

// steps lists the actions of all days; a day without any shows where it stands.
func (p *page) steps(list []dunning.Decision) {
	t := table{columns: "lrlllrlr", indent: 2}
	t.add("Day", "Past due", "Stage", "Step", "Track", "Fee", "Deadline", "Overdue")
	for _, d := range list {
		day, past, stage, total := dayText(d.AsOf), strconv.Itoa(d.Arrears.DaysPastDue), d.Stage, amountText(d.Arrears.Total)
		if len(d.Actions) == 0 {
			t.add(day, past, stage, "nothing", "", "", "", total)
		}
		for _, a := range d.Actions {
			fee := ""
			if a.Fee.Sign() > 0 {
				fee = a.Fee.Number()
			}
			t.add(day, past, stage, a.Kind, a.Track.String(), fee, dayText(a.Deadline), total)
			day, past, stage, total = "", "", "", ""
		}
	}
	p.table(t)
}

// rules says why each step comes on its day.
func (p *page) rules(list []dunning.Decision) {
	first := true
	for _, d := range list {
		for _, a := range d.Actions {
			if first {
				p.section("RULES")
				first = false
			}
			text := a.Kind
			if a.Rule != "" {
				text += ": " + a.Rule
			}
			if a.Citation != "" {
				text += fmt.Sprintf(" (%s)", a.Citation)
			}
			if a.FeeCode != "" && a.Fee.Sign() <= 0 && a.FeeReason != "" {
				text += "; without the fee " + a.FeeCode + ": " + a.FeeReason
			}
			p.para("  "+dayText(a.Day)+"  ", text)
		}
	}
}

// findingsOf lists the findings of all decisions, each once.
func findingsOf(list []dunning.Decision) []ledger.Finding {
	var all []ledger.Finding
	for _, d := range list {
		for _, f := range d.Findings {
			if !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
	}
	return all
}
