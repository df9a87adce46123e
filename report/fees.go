package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
)

// FeesText writes the tariffs of a jurisdiction, by its name, as they are on a day:
// for each the formula, whom it binds, which day picks its version, the conditions
// on which it may be charged, value added tax, and what it rests on. Tariffs that
// are not known on that day are listed at the end. Errors are those of w, which gets
// the text in one piece.
func FeesText(w io.Writer, jurisdiction string, tariffs []fee.Tariff, on calendar.Date) error {
	var p page
	p.line("FEES IN " + strings.ToUpper(jurisdiction))
	p.line("")
	p.line(fmt.Sprintf("  As of %s: what the law lets a creditor add.", on))
	var unknown []string
	for _, t := range tariffs {
		v, ok := t.On(on)
		if !ok {
			unknown = append(unknown, t.Code+" ("+audienceText(t.Audience)+")")
			continue
		}
		p.tariff(t, v)
	}
	if len(unknown) > 0 {
		p.section("NOT KNOWN ON THIS DAY")
		p.para("  ", strings.Join(unknown, ", ")+".")
	}
	return p.writeTo(w)
}

// tariff writes one version.
func (p *page) tariff(t fee.Tariff, v fee.Version) {
	p.section(strings.ToUpper(t.Code) + ", " + audienceText(t.Audience))
	p.para("  Amount      ", v.Formula()+" ("+v.Currency.Code()+")")
	if v.VAT.Included {
		p.para("  VAT         ", "included")
	}
	p.para("  Version     ", versionText(t, v))
	for i, g := range t.Guards {
		label := "              "
		if i == 0 {
			label = "  Conditions  "
		}
		text := g.Text()
		if g.Citation != "" && g.Citation != v.Citation {
			text += " (" + g.Citation + ")"
		}
		p.para(label, text)
	}
	p.para("  Basis       ", v.Citation)
	p.para("  Source      ", v.Source+" ("+v.Evidence.String()+")")
}

// versionText says since when a version is in force and by which day it is picked.
func versionText(t fee.Tariff, v fee.Version) string {
	text := "from " + v.From.String()
	if !v.Through.IsZero() {
		text += " through " + v.Through.String()
	}
	return text + ", by the day of " + selectorText(t.Selector)
}

func selectorText(s fee.Selector) string {
	switch s {
	case fee.Sent:
		return "sending"
	case fee.Mandate:
		return "the mandate"
	case fee.Paid:
		return "the payment of the principal"
	case fee.Due:
		return "the claim's due date"
	case fee.Origin:
		return "the claim's origin"
	}
	return "the measure"
}

func audienceText(a fee.Audience) string {
	if a == fee.Everybody {
		return "all debtors"
	}
	return a.String()
}
