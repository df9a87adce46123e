package dunning_test

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/law"
)

// drawPolicy makes a ladder with every field of a policy in use now and then.
func (g *draw) drawPolicy() {
	p := &g.policy
	p.Name, p.Calendar, p.Banking = "drawn", calendar.DE(), calendar.SE()
	p.Anchor = pick(g, []dunning.Anchor{0, dunning.AnchorDue, dunning.AnchorDue, dunning.AnchorDue, dunning.AnchorInvoice, dunning.AnchorNotice, dunning.AnchorService})
	g.features[fmt.Sprint("anchor ", p.Anchor)] = true
	if g.maybe(40, "grace") {
		p.Grace.Days = g.between(1, 9)
		p.Grace.Business = g.maybe(40, "grace of business days")
	}
	p.Grace.Roll = g.maybe(50, "grace rolls")
	p.Grace.Retroactive = g.maybe(30, "grace retroactive")
	if g.maybe(20, "minimum") {
		p.Minimum = g.threshold(60_000)
	}
	if g.maybe(45, "cure in part") {
		p.Cure = g.threshold(12_000)
		if p.Cure.Percent > percent(60) {
			p.Cure.Percent = percent(g.between(5, 60))
		}
	}
	if g.maybe(50, "more than one step") {
		p.MaxStep = g.between(2, 3)
	}
	p.Delivery = g.between(0, 5)
	if g.maybe(50, "") {
		p.Review = g.between(1, 60)
	}
	if g.maybe(30, "buckets") {
		end := 0
		for range g.between(1, 4) {
			end += g.between(1, 40)
			p.Buckets = append(p.Buckets, end)
		}
	}
	g.drawTariffs()
	g.drawLevels()
	if g.maybe(60, "tells of returns") {
		p.Returns.Kind = "return-letter"
	}
	if g.maybe(70, "retry") {
		p.Returns.RetryDays, p.Returns.NoRetry = g.between(1, 8), []string{"AC04", "MD07"}
	}
	if g.maybe(75, "tells of payments") {
		p.Repayment.Full = "full-letter"
	}
	if g.maybe(40, "tells of part payments") {
		p.Repayment.Partial = "partial-letter"
	}
	if g.maybe(40, "stages of its own") {
		p.Stages = dunning.Stages{New: "fresh", Closed: "done"}
		if g.maybe(50, "") {
			p.Stages.Matured = "ended"
		}
	}
	if g.maybe(30, "reports") {
		for i := range g.between(1, 2) {
			p.Deadlines = append(p.Deadlines, dunning.Report{Kind: fmt.Sprint("insurer", i), Days: g.between(0, 90),
				Business: g.maybe(30, ""), MaxTerm: g.IntN(2) * g.between(5, 90)})
		}
	}
}

func (g *draw) threshold(most int) (t dunning.Threshold) {
	if g.maybe(70, "") {
		t.Amount = cents(int64(g.between(1, most)))
	}
	if g.maybe(50, "") || !given(t.Amount) {
		t.Percent = percent(g.between(1, 100))
	}
	return t
}

// drawTariffs makes fees with guards that make levels wait, or never allow the fee.
func (g *draw) drawTariffs() {
	rules := [][]fee.Guard{
		{{Rule: fee.RuleAfterDue, N: g.between(10, 60)}},
		{{Rule: fee.RuleGap, N: g.between(5, 40), Codes: []string{"reminder", "letter"}}},
		{{Rule: fee.RuleAfterDue, N: g.between(1, 20)}, {Rule: fee.RuleGap, N: g.between(1, 20)}},
		{{Rule: fee.RuleCount, N: 1, Codes: []string{"postage"}}, {Rule: fee.RuleAfterDue, N: 30}},
		{{Rule: fee.RuleAgreed}},
		nil,
	}
	for _, code := range []string{"postage", "handling"} {
		guards := fee.Guards(pick(g, rules))
		for i := range guards {
			guards[i].Citation = "drawn"
		}
		g.policy.Tariffs = append(g.policy.Tariffs, fee.Tariff{Code: code, Audience: fee.Everybody, Selector: fee.Measure, Guards: guards,
			Versions: []fee.Version{{From: earliest - 4000, Currency: euro, Citation: "drawn", Source: "drawn", Evidence: law.Sourced,
				Bands: []fee.Band{{Shape: fee.Flat, Amount: cents(500)}}}}})
	}
}

func (g *draw) drawLevels() {
	p := &g.policy
	kinds := [][]string{{"reminder", "letter", "letter", "demand", "warning"}, {"application", "hearing"}, {"seizure", "sale"}, {"watch"}}
	n := g.between(1, 10)
	warned := -1
	if g.maybe(35, "") {
		warned = g.IntN(min(n, 4))
	}
	for i := range n {
		if i == warned {
			g.warningAndEnd()
		}
		track := pick(g, []int{0, 0, 0, 0, 0, 1, 1, 2, 3})
		l := dunning.Level{Kind: pick(g, kinds[track]), Track: dunning.Track(track + 1)}
		if track == 0 && g.maybe(50, "") {
			l.Track = 0
		}
		if track > 0 {
			g.features["track "+dunning.Track(track+1).String()] = true
		}
		for _, before := range p.Levels {
			if before.Kind == l.Kind {
				g.features["kind of two levels"] = true
			}
		}
		if g.maybe(50, "") {
			l.Stage = "stage-" + l.Kind
		}
		if g.maybe(15, "audience") {
			l.Audience = pick(g, []fee.Audience{fee.Consumer, fee.Business, fee.Everybody})
		}
		l.After, l.Gap = g.IntN(2)*g.between(0, 30), min(1, g.IntN(4))*g.between(0, 20)
		l.Expired = g.maybe(50, "expired")
		if g.maybe(12, "minimum of a level") {
			l.Minimum = g.threshold(80_000)
		}
		if g.maybe(25, "gate") {
			l.Gate = g.gateOf()
		}
		if len(p.Levels) > 0 && g.maybe(20, "requires") {
			if kind := pick(g, p.Levels).Kind; kind != l.Kind {
				l.Requires = append(l.Requires, kind)
			}
		}
		l.Title = g.maybe(8, "title")
		l.NoTitle = !l.Title && g.maybe(8, "no title")
		g.drawTerm(&l.Term)
		if g.maybe(45, "") {
			l.Fee = pick(g, []string{"postage", "handling"})
			l.Waits = g.maybe(80, "waits")
		}
		l.Accelerates = g.maybe(15, "accelerates")
		p.Levels = append(p.Levels, l)
	}
}

// warningAndEnd makes a level with a gate that asks for little and one behind it that
// makes the whole debt due, with another between them at times.
func (g *draw) warningAndEnd() {
	g.features["ends behind a warning"] = true
	p := &g.policy
	warning := dunning.Level{Kind: pick(g, []string{"warning", "last-warning"}), Gate: &dunning.Gate{Consecutive: g.between(1, 2)},
		Expired: g.maybe(30, "")}
	end := dunning.Level{Kind: pick(g, []string{"end", "letter"}), Accelerates: true, Expired: g.maybe(60, "")}
	for _, l := range []*dunning.Level{&warning, &end} {
		g.drawTerm(&l.Term)
	}
	warning.Term.Proven = g.maybe(60, "")
	p.Levels = append(p.Levels, warning)
	if g.maybe(20, "") {
		p.Levels = append(p.Levels, dunning.Level{Kind: "talk", Gap: g.between(0, 5)})
	}
	p.Levels = append(p.Levels, end)
}

func (g *draw) drawTerm(t *dunning.Term) {
	if g.maybe(80, "term") {
		t.Days = g.between(0, 20)
	}
	t.Business = g.maybe(25, "term of business days")
	t.Delivered = g.maybe(35, "term from delivery")
	t.Roll = g.maybe(30, "term rolls")
	t.Least = g.maybe(30, "term at least")
	t.Proven = g.maybe(15, "term proven")
}

func (g *draw) gateOf() *dunning.Gate {
	t := &dunning.Gate{}
	if g.maybe(60, "") {
		t.Consecutive = g.between(1, 3)
	}
	if g.maybe(30, "gate of missed debts") {
		t.Missed = g.between(1, 4)
	}
	if g.maybe(30, "gate of days") {
		t.Days = g.between(1, 60)
	}
	if g.maybe(60, "gate of shares") {
		t.Shares = []dunning.Share{{Months: 36, Percent: percent(g.between(1, 20))}, {Percent: percent(g.between(1, 12))}}
		t.Secured = percent(g.between(1, 5))
	}
	return t
}
