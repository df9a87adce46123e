package dunning_test

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// drawSettled settles the debts before one of them while that one is late, and sends
// letters before and after.
func (g *draw) drawSettled() {
	h := &g.history
	if len(h.Debts) < 2 || !g.maybe(45, "settled beside newer debts") {
		return
	}
	newer := pick(g, h.Debts)
	day := newer.Due + calendar.Date(g.between(1, 20))
	for i, d := range h.Debts {
		if d.Due >= newer.Due {
			continue
		}
		g.course(d.Due+calendar.Date(g.between(2, 20)), 50)
		h.Receipts = append(h.Receipts, dunning.Receipt{Date: day, Amount: d.Amount, Debt: i + 1, Credit: g.maybe(10, "")})
		if g.maybe(15, "opened again") {
			h.Receipts = append(h.Receipts, dunning.Receipt{Date: day + calendar.Date(g.between(1, 40)),
				Amount: cents(-int64(g.between(1, int(d.Amount.Minor())))), Debt: i + 1})
		}
	}
	if g.maybe(60, "letters after a settlement") {
		g.course(day+calendar.Date(g.between(0, 30)), 25)
	}
}

// course sends a few letters of the ladder one after the other.
func (g *draw) course(day calendar.Date, stop int) {
	if len(g.history.Notices) > 25 {
		return
	}
	for i, l := range g.policy.Levels {
		if g.maybe(stop, "") {
			return
		}
		n := ledger.Notice{Kind: l.Kind, Sent: day}
		if g.maybe(50, "") {
			n.Level = i + 1
		}
		g.post(n)
		day += calendar.Date(g.between(0, 20))
	}
}

// drawWarned sends warnings and what follows them too early, in time, or without them.
func (g *draw) drawWarned() {
	for i, l := range g.policy.Levels {
		if !l.Accelerates || !g.maybe(40, "ended at any time") {
			continue
		}
		day := g.lateDay()
		gated := -1
		for k, below := range g.policy.Levels[:i] {
			if below.Gate != nil {
				gated = k
			}
		}
		if gated >= 0 && g.maybe(80, "warning before the end") {
			g.post(ledger.Notice{Kind: g.policy.Levels[gated].Kind, Sent: day, Level: gated + 1})
			day += calendar.Date(g.between(0, 40))
		}
		g.post(ledger.Notice{Kind: l.Kind, Sent: day, Level: i + 1})
		if g.maybe(30, "ended twice") {
			g.post(ledger.Notice{Kind: l.Kind, Sent: day + calendar.Date(g.between(0, 20)), Level: i + 1})
		}
	}
}

// drawHeld makes holds of fees, and holds on what letters were about.
func (g *draw) drawHeld() {
	h := &g.history
	add := func(scope ledger.Scope, items []string) {
		x := ledger.Hold{ID: fmt.Sprint("x", len(h.Holds)+1), Scope: scope, Items: items, From: g.lateDay()}
		if g.maybe(60, "") {
			x.From = g.day - calendar.Date(g.between(0, 60))
		}
		x.Recorded = x.From
		if g.maybe(80, "") {
			x.Through = x.From + calendar.Date(g.between(0, 150))
		}
		h.Holds = append(h.Holds, x)
	}
	some := func(before calendar.Date) (items []string) {
		for _, d := range h.Debts {
			if d.Due < before && g.maybe(85, "") {
				items = append(items, d.ID)
			}
		}
		return items
	}
	if g.maybe(30, "holds of fees") {
		for range g.between(1, 3) {
			add(ledger.HoldFees, some(g.first+calendar.Date(g.IntN(2)*g.IntN(500))))
		}
	}
	if n := len(h.Notices); n > 0 && g.maybe(40, "") {
		if items := some(pick(g, h.Notices).Sent); len(items) > 0 {
			g.features["hold on what a letter was about"] = true
			add(ledger.HoldDunning, items)
		}
	}
}

// drawUnknown lets letters arrive after the day asked for.
func (g *draw) drawUnknown() {
	h := &g.history
	late := g.maybe(25, "")
	for i, n := range h.Notices {
		if late && n.Sent <= g.day && g.maybe(50, "") {
			h.Notices[i].Delivered = max(n.Sent, g.day) + calendar.Date(g.between(0, 10))
		}
	}
	if slices.ContainsFunc(h.Notices, func(n ledger.Notice) bool { return n.Sent <= g.day && n.Delivered > g.day }) {
		g.features["delivered later"] = true
	}
}

// drawWaiting leaves money of the debtor unallocated, often about as much as is overdue.
func (g *draw) drawWaiting() {
	if !g.maybe(15, "money waits") {
		return
	}
	w := newWorld(g.policy, g.history, g.day)
	w.walk()
	overdue := total(w.open(g.day, g.day), w.onLadder())
	switch g.IntN(3) {
	case 0:
		overdue = int64(g.between(0, 100_000))
	case 1:
		overdue += int64(g.between(-1, 1))
	default:
		overdue = overdue * int64(g.between(50, 150)) / 100
	}
	g.history.Waiting = cents(max(0, overdue))
}
