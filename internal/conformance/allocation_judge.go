package conformance

import (
	"slices"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// standing is how an installment stands in the course of a judgement.
type standing struct {
	installment
	open               allocation.Balances
	paidSoFar          int64
	inAdvance, tooLate int64 // of what was paid so far
}

// Judge lets the library allocate the payment.
func (a Allocation) Judge() Verdict {
	order, foreign := a.order()
	t, feature := a.notes.till()
	foreign = append(append(foreign, a.notes.foreign...), feature)
	if v := outside(foreign); v.OutOfScope != "" {
		return v
	}
	plan := make([]standing, len(a.before))
	foreign = []string{a.changes(t)}
	for i, r := range a.before {
		plan[i], feature = stand(t, r, order)
		foreign = append(foreign, feature)
	}
	if t.err() != nil {
		return Verdict{Problem: t.err()}
	}
	if v := outside(foreign); v.OutOfScope != "" {
		return v
	}
	result, err := allocation.Allocate(allocation.Payment{Date: a.date, Amount: t.amount(a.amount)}, a.items(plan), order)
	if err != nil {
		return Verdict{Problem: err}
	}
	if feature := a.unclear(plan, result.Lines, order); feature != "" {
		return Verdict{OutOfScope: feature}
	}
	split := a.book(plan, result.Lines)
	a.compare(t, plan, split)
	return Verdict{Problem: t.err()}
}

// items are the claims on the payment day. Where the last installment comes
// first, those in advance are listed backwards: of two that are due on the same
// day, Fineract takes the one with the higher number, skuld the one listed first.
func (a Allocation) items(plan []standing) []allocation.Item {
	var now, later []allocation.Item
	for _, s := range plan {
		it := allocation.Item{ID: s.nr, Due: s.due, Open: s.open}
		if a.bucket(s.due) == allocation.InAdvance {
			later = append(later, it)
		} else {
			now = append(now, it)
		}
	}
	if sequences[strings.ToUpper(a.rule)] == allocation.Latest {
		slices.Reverse(later)
	}
	return append(now, later...)
}

func (a Allocation) bucket(due calendar.Date) allocation.Bucket {
	return allocation.BucketOf(due, a.date)
}

// unclear names why two readings of the order differ for money that reached
// installments in advance. Without a rule nobody says which of them it goes to.
// Where several components are open in advance, Fineract shares a payment anew for
// each of them, over all installments whether they owe it or not; a rung of
// [allocation.Even] shares once what all components have open together.
func (a Allocation) unclear(plan []standing, lines []allocation.Line, o allocation.Order) string {
	var open allocation.Balances
	reached := false
	for _, s := range plan {
		if a.bucket(s.due) != allocation.InAdvance {
			continue
		}
		reached = reached || slices.ContainsFunc(lines, func(l allocation.Line) bool { return l.Item == s.nr })
		for c := range open {
			open[c] += s.open[c]
		}
	}
	switch {
	case reached && a.rule == "":
		return "money in advance without future_instalment_rule"
	case reached && sharesAtOnce(o) && components(open) > 1:
		return "horizontal REAMORTIZATION of several components"
	}
	return ""
}

func components(b allocation.Balances) (n int) {
	for _, minor := range b {
		if minor != 0 {
			n++
		}
	}
	return n
}

// book takes the lines from what is open and says what the payment settled.
func (a Allocation) book(plan []standing, lines []allocation.Line) (split allocation.Balances) {
	for _, l := range lines {
		s := &plan[find(a.before, l.Item)]
		minor := l.Amount.Minor()
		split[l.Component] += minor
		s.open[l.Component] -= minor
		s.paidSoFar += minor
		switch a.bucket(s.due) {
		case allocation.InAdvance:
			s.inAdvance += minor
		case allocation.PastDue:
			s.tooLate += minor
		}
	}
	return split
}

// compare sets what the library settled against what the vector wants.
func (a Allocation) compare(t *till, plan []standing, split allocation.Balances) {
	for _, want := range a.after {
		got := plan[find(a.before, want.nr)]
		name := "installment " + want.nr
		t.compare(name+" paid", got.paidSoFar, want.paid)
		t.compare(name+" paid in advance", got.inAdvance, want.advance)
		t.compare(name+" paid late", got.tooLate, want.late)
		t.compare(name+" outstanding", got.open.Total(), want.outstanding)
	}
	t.compareParts("transaction", split, a.split)
	var principal int64
	for _, s := range plan {
		principal += s.open[allocation.Principal]
	}
	t.compare("balance after the transaction", principal, a.balance)
}
