package dunning_test

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
)

// drawNotices sends the letters of the ladder in a plausible course, sometimes twice,
// and then some at days at which nobody would.
func (g *draw) drawNotices() {
	for range g.between(0, 3) {
		day := g.lateDay()
		for i, l := range g.policy.Levels {
			if g.maybe(12, "") {
				break
			}
			if g.maybe(10, "letter left out") {
				continue
			}
			n := ledger.Notice{Kind: l.Kind, Sent: day}
			if g.maybe(40, "states its level") {
				n.Level = i + 1
			}
			g.post(n)
			day += calendar.Date(g.between(0, 25))
		}
	}
	if len(g.history.Notices) > 0 && g.maybe(15, "sent twice") {
		n := pick(g, g.history.Notices)
		n.Sent += calendar.Date(g.between(0, 10))
		g.post(n)
	}
	if g.maybe(15, "any letter any day") {
		for range g.between(1, 3) {
			i := g.IntN(len(g.policy.Levels))
			n := ledger.Notice{Kind: g.policy.Levels[i].Kind, Sent: g.sometime()}
			if g.maybe(50, "") {
				n.Level = g.between(1, len(g.policy.Levels)+1)
			}
			g.post(n)
		}
	}
	if g.maybe(10, "sent before the due day") {
		g.post(ledger.Notice{Kind: g.policy.Levels[0].Kind, Sent: g.first - calendar.Date(g.between(0, 9))})
	}
	if g.maybe(12, "unknown kind") {
		g.post(ledger.Notice{Kind: "greeting", Sent: g.lateDay()})
	}
	if g.maybe(25, "served") {
		g.post(ledger.Notice{Kind: pick(g, []string{"service", "payment-order"}), Sent: g.lateDay()})
	}
	for _, kind := range []string{"return-letter", "partial-letter", "full-letter"} {
		for range g.IntN(3) {
			g.post(ledger.Notice{Kind: kind, Sent: g.lateDay()})
			g.features["told of events"] = true
		}
	}
	n := g.history.Notices
	g.Shuffle(len(n), func(i, j int) { n[i], n[j] = n[j], n[i] })
}

// post adds a notice, with some of what may be known of it.
func (g *draw) post(n ledger.Notice) {
	n.ID = fmt.Sprint("n", len(g.history.Notices)+1)
	n.Recorded = n.Sent
	if g.maybe(50, "delivered") {
		n.Delivered = n.Sent + calendar.Date(g.between(0, 6))
	}
	if g.maybe(20, "through") {
		n.Through = n.Sent + calendar.Date(g.between(0, 30))
	}
	g.history.Notices = append(g.history.Notices, n)
	if g.maybe(20, "charged") {
		g.history.Charged = append(g.history.Charged, fee.Charge{Code: pick(g, []string{"postage", "handling"}), Date: n.Sent, Amount: cents(500)})
	}
}

// drawLife makes holds, promises, a plan, titles and a closing.
func (g *draw) drawLife() {
	h := &g.history
	if g.maybe(30, "holds") {
		for i := range g.between(1, 3) {
			x := ledger.Hold{ID: fmt.Sprint("h", i+1), Scope: ledger.HoldDunning, From: g.lateDay()}
			x.Recorded = x.From
			if g.maybe(75, "") {
				x.Through = x.From + calendar.Date(g.between(0, 120))
			} else {
				g.features["hold without end"] = true
			}
			if g.maybe(65, "hold on some items") {
				for _, d := range h.Debts {
					if g.maybe(55, "") {
						x.Items = append(x.Items, d.ID)
					}
				}
			}
			if g.maybe(10, "") {
				x.Scope = ledger.HoldInterest
			}
			h.Holds = append(h.Holds, x)
		}
	}
	if g.maybe(30, "payments beside receipts") {
		for range g.between(1, 4) {
			h.Payments = append(h.Payments, dunning.Payment{Date: g.lateDay(), Amount: cents(int64(g.between(1, 40_000)))})
		}
	}
	if g.maybe(30, "promises") {
		for i := range g.between(1, 3) {
			p := ledger.Promise{ID: fmt.Sprint("p", i+1), Date: g.lateDay(), Amount: cents(int64(g.between(1, 60_000)))}
			p.Due, p.Recorded = p.Date+calendar.Date(g.between(0, 60)), p.Date
			if len(h.Receipts) > 0 && g.maybe(60, "") {
				p.Date = max(g.first, pick(g, h.Receipts).Date-calendar.Date(g.between(0, 20)))
				p.Due, p.Recorded = p.Date+calendar.Date(g.between(0, 40)), p.Date
			}
			h.Promises = append(h.Promises, p)
		}
	}
	if g.maybe(25, "title obtained") {
		day := g.lateDay()
		h.Titles = append(h.Titles, ledger.Title{ID: "t1", Kind: "judgment", Date: day, Recorded: day})
	}
	h.Facts.FeesAgreed = g.maybe(50, "")
	if g.maybe(9, "case closed") {
		h.Closed = g.lateDay() + calendar.Date(g.between(0, 30))
	}
}

// drawPlan puts a plan beside the case, as it stands on the day asked for.
func (g *draw) drawPlan() {
	if g.maybe(15, "plan") {
		g.history.Plan = &dunning.Plan{Pauses: g.maybe(70, "")}
		if g.maybe(70, "plan breaks") {
			g.history.Plan.Until = g.day + calendar.Date(g.between(1, 60))
		}
	}
}

// copied gives a history with lists of its own.
func copied(h dunning.History) dunning.History {
	h.Debts, h.Receipts = slices.Clone(h.Debts), slices.Clone(h.Receipts)
	h.Notices, h.Holds = slices.Clone(h.Notices), slices.Clone(h.Holds)
	h.Promises, h.Titles = slices.Clone(h.Promises), slices.Clone(h.Titles)
	h.Charged, h.Payments = slices.Clone(h.Charged), slices.Clone(h.Payments)
	if h.Loan != nil {
		loan := *h.Loan
		loan.Returns = slices.Clone(loan.Returns)
		h.Loan = &loan
	}
	return h
}
