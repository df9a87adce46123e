package report

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/money"
)

// DunningText writes a decision of dunning: the stage of the case and of each track, what
// is overdue, by age and by debt; what may be done on the as-of day, each with the rule
// behind it, its fee, the time it gives and what it rests on; what has to wait, until
// when and why; limitation, debit returns, promises and deadlines to others, as far as
// there are any; and findings. Amounts are in the currency of the case; deadlines are
// inclusive, while the day behind until is the first on which a reason no longer holds.
// Errors are those of w, which gets the text in one piece, or of a decision that is nil.
func DunningText(w io.Writer, d *dunning.Decision) error {
	if d == nil {
		return errors.New("no decision, want one")
	}
	var p page
	p.line("DUNNING")
	p.line("")
	p.dunningHeading(d)
	p.section("ARREARS")
	p.arrears(d)
	p.section("WHAT MAY BE DONE ON " + d.AsOf.String())
	p.actions(d)
	p.blocked(d.Blocked)
	p.limitation(d.Limitation)
	p.debitReturns(d)
	p.promises(d.Promises)
	p.notifications(d.Deadlines)
	p.findings(d.Findings)
	return p.writeTo(w)
}

func (p *page) dunningHeading(d *dunning.Decision) {
	t := table{columns: "ll", indent: 2}
	t.add("Case", d.Case)
	t.add("As of", d.AsOf.String()+", facts through this day")
	t.add("Policy", d.Policy)
	t.add("Currency", d.Currency.Code())
	stage := d.Stage
	if d.Level > 0 {
		stage += " (level " + strconv.Itoa(d.Level) + " of the policy)"
	}
	t.add("Stage", stage)
	if tracks := tracksText(d); tracks != "" {
		t.add("Tracks", tracks)
	}
	if !d.Deadline.IsZero() {
		t.add("Deadline", d.Deadline.String()+", the last day of the latest letter")
	}
	review := "none: nothing changes by itself"
	if !d.NextReview.IsZero() {
		review = d.NextReview.String()
	}
	t.add("Next review", review)
	p.table(t)
}

// tracksText lists the stages of the tracks on which something was done.
func tracksText(d *dunning.Decision) string {
	var parts []string
	for i, stage := range d.Tracks {
		if stage != "" {
			parts = append(parts, fmt.Sprintf("%s: %s", dunning.Track(i+1), stage))
		}
	}
	return strings.Join(parts, ", ")
}

// arrears says what is overdue, and of what it is made.
func (p *page) arrears(d *dunning.Decision) {
	a := d.Arrears
	t := table{columns: "lr", indent: 2}
	t.add("Overdue debts", amountText(a.Installments))
	t.add("Interest", amountText(a.Interest))
	t.add("Fees", amountText(a.Fees))
	t.add("Total", amountText(a.Total))
	p.table(t)
	p.line("")
	if a.Count == 0 {
		p.para("  ", "No debt is overdue.")
		return
	}
	text := fmt.Sprintf("One debt is overdue, %s past its due day.", daysText(a.DaysPastDue))
	if a.Count > 1 {
		text = fmt.Sprintf("%d debts are overdue, the oldest %s past its due day; at most %d of them follow each other.",
			a.Count, daysText(a.DaysPastDue), a.Consecutive)
	}
	if !a.Since.IsZero() {
		text += fmt.Sprintf(" There have been arrears without a break since %s.", a.Since)
	}
	p.para("  ", text)
	p.overdue(a.Items)
	p.buckets(a.Buckets)
}

// amountText is an amount, "" for none.
func amountText(a money.Amount) string {
	if a == (money.Amount{}) {
		return ""
	}
	return a.Number()
}

func daysText(n int) string {
	if n == 1 {
		return "1 day"
	}
	return strconv.Itoa(n) + " days"
}

// overdue lists the debts that are late. Their parts have columns where any is known.
func (p *page) overdue(items []dunning.Overdue) {
	if len(items) == 0 {
		return
	}
	head := [4]string{}
	for _, o := range items {
		for i, a := range parts(o) {
			if !a.IsZero() {
				head[i] = [...]string{"Principal", "Capitalized", "Contract interest", "Default interest"}[i]
			}
		}
	}
	t := table{columns: "llrrrrrr", indent: 2}
	t.add("Debt", "Due", "Days", "Open", head[0], head[1], head[2], head[3])
	for _, o := range items {
		row := []string{o.ID, dayText(o.Due), strconv.Itoa(o.DaysPastDue), amountText(o.Open)}
		for i, a := range parts(o) {
			text := ""
			if head[i] != "" {
				text = amountText(a)
			}
			row = append(row, text)
		}
		t.add(row...)
	}
	p.line("")
	p.table(t)
}

// parts are what is open of a debt, in the order of their columns.
func parts(o dunning.Overdue) [4]money.Amount {
	x := o.Owed
	return [4]money.Amount{x.Principal, x.Capitalized, x.ContractInterest, x.DefaultInterest}
}

// buckets lists what is overdue by age.
func (p *page) buckets(list []dunning.Bucket) {
	if len(list) == 0 {
		return
	}
	t := table{columns: "lrr", indent: 2}
	t.add("Days past due", "Debts", "Amount")
	for _, b := range list {
		age := fmt.Sprintf("%d to %d", b.From, b.Through)
		if b.Through == 0 {
			age = fmt.Sprintf("%d and more", b.From)
		}
		t.add(age, strconv.Itoa(b.Count), amountText(b.Amount))
	}
	p.line("")
	p.table(t)
}
