package skuld_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitationSection says how long claims can be enforced, and what moves the end.
func limitationSection(b *bytes.Buffer, r jurisdiction.Rules) {
	if r.Limitation == nil {
		return
	}
	b.WriteString("\n## Limitation\n\n| law | claim | period | starts with | basis | evidence |\n|---|---|---|---|---|---|\n")
	laws := append([]string{r.Code}, r.LimitationLaws...)
	for _, law := range laws {
		limitationPeriods(b, r, law)
	}
	for _, law := range laws {
		limitationActs(b, limitationOf(r, law, ledger.Consumer, ledger.Invoice), law)
	}
}

// limitationOf is the rule of a claim without an instrument.
func limitationOf(r jurisdiction.Rules, law string, debtor ledger.DebtorKind, kind ledger.ClaimKind) limitation.Rule {
	return r.Limitation(jurisdiction.Query{Claim: ledger.Claim{Kind: kind, Limitation: &ledger.LimitationFacts{Law: law}}, Debtor: debtor})
}

var limitationStarts = map[limitation.Start]string{
	limitation.FromDue: "the due date", limitation.FromOrigin: "the day the claim arose", limitation.FromYearEnd: "the end of the year of the due date",
}

// limitationPeriods has a row for the kinds of claims that have one period.
func limitationPeriods(b *bytes.Buffer, r jurisdiction.Rules, law string) {
	var order []string
	rows := map[string][]string{}
	for kind := ledger.Invoice; kind < ledger.CreditNote; kind++ {
		of := [2]string{}
		for i, debtor := range []ledger.DebtorKind{ledger.Consumer, ledger.Business} {
			rule := limitationOf(r, law, debtor, kind)
			of[i] = fmt.Sprintf("%s | %s | %s | %s", rule.Period, limitationStarts[rule.From], rule.Citation, rule.Evidence)
		}
		for i, words := range []string{kind.String() + " of a consumer", kind.String() + " of a business"} {
			if of[0] == of[1] {
				words = kind.String()
			}
			if i == 1 && of[0] == of[1] {
				continue
			}
			if rows[of[i]] == nil {
				order = append(order, of[i])
			}
			rows[of[i]] = append(rows[of[i]], words)
		}
	}
	for _, row := range order {
		fmt.Fprintf(b, "| %s | %s | %s |\n", law, strings.Join(rows[row], ", "), row)
	}
}

// limitationActs says what each act does.
func limitationActs(b *bytes.Buffer, r limitation.Rule, law string) {
	fmt.Fprintf(b, "\nWhat moves the end (%s); other acts do nothing:\n\n| act | effect | basis |\n|---|---|---|\n", law)
	for _, e := range r.Acts {
		fmt.Fprintf(b, "| %s | %s | %s |\n", e.Act.Phrase(), effectText(e), e.Citation)
	}
	text := "begins the period anew"
	switch {
	case r.Title.Unknown:
		text = "no source tells the period after it"
	case !r.Title.Period.IsZero():
		text = "begins a period of " + r.Title.Period.String()
	}
	fmt.Fprintf(b, "| title | %s | %s |\n", text, r.Title.Citation)
	for _, f := range r.Finals {
		from := limitationStarts[f.From]
		if f.AfterTitle {
			from = "the first title"
		}
		fmt.Fprintf(b, "| whatever happens | ends %s after %s | %s |\n", f.Period, from, f.Citation)
	}
	if n := r.Interest; n != nil {
		from, which := "the day that it is for", "interest"
		if n.From == limitation.FromYearEnd {
			from = "the end of its year"
		}
		if n.LaterOnly {
			which = "interest after a title or another act that gives the claim a longer period"
		}
		fmt.Fprintf(b, "\n%s has a period of its own: %s from %s (%s).\n", strings.ToUpper(which[:1])+which[1:], n.Period, from, n.Citation)
	}
}

func effectText(e limitation.Effect) string {
	text := map[limitation.Consequence]string{
		limitation.Restarts: "begins the period anew", limitation.RestartsAfter: "keeps the claim from being barred, and begins the period anew with its last day",
		limitation.Suspends: "stops the period", limitation.Holds: "keeps the claim from being barred while it lasts",
	}[e.Does]
	switch {
	case !e.Period.IsZero():
		text += ", for " + e.Period.String()
	case !e.AtMost.IsZero():
		text += ", for " + e.AtMost.String() + " at most"
	}
	if !e.Extra.IsZero() {
		text += ", and for " + e.Extra.String() + " after"
	}
	if !e.AtLeast.IsZero() {
		text += "; it ends no earlier than " + e.AtLeast.String() + " after"
	}
	return text
}
