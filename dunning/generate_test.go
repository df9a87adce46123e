package dunning_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

var (
	euro     = money.MustCurrency("EUR")
	earliest = calendar.MustParseDate("2023-01-01")
)

func cents(minor int64) money.Amount { return money.FromMinor(minor, euro) }

// drawn is a generated question, with the names of what is in it.
type drawn struct {
	policy   dunning.Policy
	history  dunning.History
	day      calendar.Date
	features map[string]bool
}

// draw makes questions out of a seed; the same seed gives the same question.
type draw struct {
	*rand.Rand
	drawn
	first calendar.Date
}

func generate(seed uint64) drawn {
	g := &draw{Rand: rand.New(rand.NewPCG(seed, 9))}
	g.features = map[string]bool{}
	g.first = earliest + calendar.Date(g.IntN(500))
	g.drawPolicy()
	g.drawDebts()
	g.drawReceipts()
	g.drawNotices()
	g.drawSettled()
	g.drawWarned()
	g.drawLife()
	g.drawDay()
	g.drawHeld()
	g.drawPlan()
	g.drawUnknown()
	g.drawWaiting()
	g.history.Charged = keep(g.history.Charged, func(c fee.Charge) bool { return c.Date <= g.day })
	return g.drawn
}

// maybe says yes in so many of a hundred cases, and marks the feature when it does.
func (g *draw) maybe(percent int, feature string) bool {
	yes := g.IntN(100) < percent
	if yes && feature != "" {
		g.features[feature] = true
	}
	return yes
}

func (g *draw) between(a, b int) int { return a + g.IntN(b-a+1) }

// sometime is a day in the life of the case.
func (g *draw) sometime() calendar.Date {
	return g.first + calendar.Date(g.between(-20, 500))
}

// lateDay is a day soon after a debt fell due.
func (g *draw) lateDay() calendar.Date {
	return pick(g, g.history.Debts).Due + calendar.Date(g.between(1, 90))
}

func pick[T any](g *draw, list []T) T { return list[g.IntN(len(list))] }

func (g *draw) drawDay() {
	last := g.first
	for _, d := range g.history.Debts {
		last = max(last, d.Due)
	}
	switch n := len(g.history.Notices); {
	case n > 0 && g.maybe(55, ""):
		g.day = pick(g, g.history.Notices).Sent + calendar.Date(g.between(0, 12))
	case len(g.history.Receipts) > 0 && g.maybe(30, ""):
		g.day = pick(g, g.history.Receipts).Date + calendar.Date(g.between(0, 30))
	case g.maybe(70, ""):
		g.day = g.lateDay()
	case g.maybe(50, ""):
		g.day = g.sometime()
	default:
		g.day = last + calendar.Date(g.between(0, 120))
	}
	if g.history.Loan != nil && g.history.Loan.Matures != 0 && g.maybe(15, "") {
		g.day = last + calendar.Date(g.between(0, 120))
		if g.maybe(40, "") {
			g.day = g.history.Loan.Matures + calendar.Date(g.between(-4, 1))
		}
	}
	if g.maybe(8, "") {
		g.day = pick(g, g.history.Debts).Due + calendar.Date(g.between(0, 2))
	}
}

// drawDebts makes claims, or the installments of a loan.
func (g *draw) drawDebts() {
	h := &g.history
	h.Case, h.Currency, h.Debtor = "case", euro, ledger.Consumer
	h.Interest, h.Fees = cents(int64(g.IntN(5000)*g.IntN(2))), cents(int64(g.IntN(2000)*g.IntN(2)))
	if g.maybe(40, "business debtor") {
		h.Debtor = ledger.Business
	}
	n := g.between(1, 6)
	if g.maybe(30, "many debts") {
		n = g.between(7, 24)
	}
	loan := g.maybe(50, "loan")
	amount := int64(g.between(50, 800) * 100)
	for i := range n {
		d := dunning.Debt{ID: fmt.Sprint("d", i+1), Due: g.first + calendar.Date(g.IntN(300)), Amount: cents(int64(g.between(1, 90_000)))}
		if loan {
			d.Due, d.Amount = g.first.AddMonths(i), cents(amount)
			if g.maybe(80, "") {
				d.Principal = cents(amount * int64(g.between(50, 100)) / 100)
			}
		}
		if wd := d.Due.Weekday(); wd == 0 || wd == 6 {
			g.features["due on a weekend"] = true
		}
		if g.maybe(75, "") {
			d.Invoiced = d.Due - calendar.Date(g.between(0, 100))
		}
		if g.maybe(60, "") {
			d.Demanded = d.Due + calendar.Date(g.between(-5, 40))
		}
		if g.maybe(60, "limitation") {
			d.Limitation = d.Due + calendar.Date(g.between(5, 1200))
			if g.maybe(35, "") {
				d.Limitation = d.Due + calendar.Date(g.between(5, 30))
			}
		}
		if g.maybe(30, "") {
			d.NextInterruption = d.Due + calendar.Date(g.between(30, 1000))
		}
		h.Debts = append(h.Debts, d)
	}
	if loan {
		g.drawLoan(n, amount)
	}
}

func (g *draw) drawLoan(n int, amount int64) {
	l := &dunning.Loan{Nominal: cents(amount * int64(n) * int64(g.between(40, 110)) / 100), Start: g.first.AddMonths(-1)}
	l.Nominal = cents(max(l.Nominal.Minor(), 1))
	l.Months = pick(g, []int{n, 12, 24, 36, 37, 48})
	l.Secured = g.maybe(20, "secured loan")
	if g.maybe(70, "loan with an end") {
		l.Matures = g.history.Debts[n-1].Due + calendar.Date(g.between(0, 3))
		if g.maybe(30, "") {
			l.Matures += calendar.Date(g.between(0, 300))
		}
	}
	if g.maybe(60, "debit returns") {
		for range g.between(1, 3) {
			d := pick(g, g.history.Debts).Due + calendar.Date(g.between(0, 6))
			l.Returns = append(l.Returns, dunning.Return{Date: d, Recorded: d, Amount: cents(amount), Code: pick(g, []string{"AM04", "AC04", "MS03", "MD07"})})
		}
	}
	g.history.Loan = l
}

// drawReceipts pays debts early, in time, late, in part, or too much.
func (g *draw) drawReceipts() {
	h := &g.history
	oldest := g.maybe(30, "oldest first")
	effort := pick(g, []int{15, 40, 70, 98})
	for i, d := range h.Debts {
		if g.IntN(100) >= effort {
			continue
		}
		r := dunning.Receipt{Date: d.Due, Amount: d.Amount, Debt: i + 1}
		switch g.IntN(6) {
		case 0:
			r.Date -= calendar.Date(g.between(1, 30))
			g.features["paid early"] = true
		case 1, 2:
			r.Date += calendar.Date(g.between(1, 90))
			g.features["paid late"] = true
		case 3:
			r.Date += calendar.Date(g.between(0, 4))
			g.features["paid about the due day"] = true
		}
		switch g.IntN(7) {
		case 0, 1:
			r.Amount = cents(max(1, d.Amount.Minor()*int64(g.between(1, 99))/100))
			g.features["paid in part"] = true
		case 2:
			r.Amount = cents(d.Amount.Minor() + int64(g.between(1, 9000)))
			g.features["overpaid"] = true
		}
		if oldest {
			r.Debt = 0
		}
		r.Credit = g.maybe(10, "credit")
		h.Receipts = append(h.Receipts, r)
		if g.maybe(8, "reversal") {
			r.Debt = i + 1
			r.Date, r.Amount, r.Credit = r.Date+calendar.Date(g.between(1, 60)), r.Amount.Neg(), false
			h.Receipts = append(h.Receipts, r)
		}
	}
	if g.maybe(15, "growth") {
		i := g.IntN(len(h.Debts))
		h.Receipts = append(h.Receipts, dunning.Receipt{Date: h.Debts[i].Due + calendar.Date(g.between(-10, 150)),
			Amount: cents(-int64(g.between(1, 50_000))), Debt: i + 1, Credit: true})
	}
	if g.maybe(15, "directed and oldest first") {
		h.Receipts = append(h.Receipts, dunning.Receipt{Date: g.lateDay(), Amount: cents(int64(g.between(1, 100_000)))})
	}
	if g.maybe(26, "everything paid") {
		day := max(g.lateDay(), g.lateDay())
		for i, d := range h.Debts {
			h.Receipts = append(h.Receipts, dunning.Receipt{Date: day, Amount: d.Amount, Debt: i + 1})
		}
	}
	g.Shuffle(len(h.Receipts), func(i, j int) { h.Receipts[i], h.Receipts[j] = h.Receipts[j], h.Receipts[i] })
}

func percent(n int) interest.Percent { return interest.Percent(n) * 1_000_000 }
