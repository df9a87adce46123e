package report

import (
	"fmt"

	"github.com/skuld-go/skuld/dunning"
)

// actions lists what may be done, each with its grounds.
func (p *page) actions(d *dunning.Decision) {
	if len(d.Actions) == 0 {
		p.para("  ", "Nothing.")
		return
	}
	for i, a := range d.Actions {
		if i > 0 {
			p.line("")
		}
		p.action(a)
	}
}

func (p *page) action(a dunning.Action) {
	head := fmt.Sprintf("%s, %s track", a.Kind, a.Track)
	if a.Level > 0 {
		head = fmt.Sprintf("%s, level %d, %s track", a.Kind, a.Level, a.Track)
	}
	p.para("  ", head)
	for _, row := range [...][2]string{
		{"Since", dayText(a.Since)}, {"Rule", a.Rule}, {"Deadline", dayText(a.Deadline)}, {"Fee", feeText(a)},
		{"Announces", announcedText(a)}, {"Text", a.Text}, {"Basis", a.Citation},
	} {
		if row[1] != "" {
			p.para(fmt.Sprintf("    %-9s  ", row[0]), row[1])
		}
	}
}

// feeText says what a letter costs the debtor, or why nothing.
func feeText(a dunning.Action) string {
	switch {
	case a.Fee.Sign() > 0 && a.FeeCode != "":
		return fmt.Sprintf("%s (%s)", a.Fee, a.FeeCode)
	case a.Fee.Sign() > 0:
		return a.Fee.String()
	case a.FeeCode != "" && a.FeeReason != "":
		return "none: " + a.FeeReason
	}
	return "none"
}

// announcedText says which fee a letter names as the consequence of not paying.
func announcedText(a dunning.Action) string {
	if a.Announces.Sign() <= 0 {
		return ""
	}
	return a.Announces.String() + ", if nothing is paid"
}

// blocked lists what has to wait, with all that each has to wait for.
func (p *page) blocked(list []dunning.Block) {
	if len(list) == 0 {
		return
	}
	p.section("WHAT HAS TO WAIT")
	open := false
	for i, b := range list {
		if i == 0 || b.Action != list[i-1].Action || b.Track != list[i-1].Track {
			if i > 0 {
				p.line("")
			}
			p.para("  ", fmt.Sprintf("%s, %s track", b.Action, b.Track))
		}
		prefix := "    until "
		if b.Open {
			prefix, open = "    open, ", true
		}
		reason := b.Reason
		if b.Citation != "" {
			reason += " (" + b.Citation + ")"
		}
		p.para(prefix+dayText(b.Until)+"  ", reason)
	}
	if open {
		p.line("")
		p.para("  ", "Open: nothing says when the reason ends; the day is the one on which to look again.")
	}
}
