// Package shopspring does the jobs of the bench as programs usually do, with
// shopspring/decimal and package time: a loop over rate changes and payments, a
// decimal for every figure, a division in every segment.
package shopspring

import (
	"sort"
	"time"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Rate is a rate in per cent a year from a day on.
type Rate struct {
	From  time.Time
	Value decimal.Decimal
}

// Claim, Fee, Payment and Case are the facts in decimals and times.
type (
	Claim struct {
		Principal decimal.Decimal
		Due       time.Time
	}
	Fee struct {
		Amount decimal.Decimal
		Date   time.Time
	}
	Payment struct {
		Amount decimal.Decimal
		Date   time.Time
	}
	Case struct {
		AsOf     time.Time
		Claims   []Claim
		Fees     []Fee
		Payments []Payment
	}
)

// Total is what is open.
type Total struct{ Principal, Interest, Fees, Held decimal.Decimal }

// Calculator knows the reference rate and what is added to it.
type Calculator struct {
	Rates  []Rate
	Margin decimal.Decimal
}

// yearPercent turns an amount times per cent times days into interest.
var yearPercent = decimal.NewFromInt(365 * 100)

const day = 24 * time.Hour

// debt is a claim as it stands.
type debt struct {
	principal, accrued, paid decimal.Decimal
	from                     time.Time // the next day that bears
	row                      int       // the rate of that day
}

// unpaid is the rounded interest less what was paid of it.
func (d *debt) unpaid() decimal.Decimal { return d.accrued.RoundBank(2).Sub(d.paid) }

// open is a claim from the day after it was due.
func (c Calculator) open(cl Claim) debt {
	from := cl.Due.AddDate(0, 0, 1)
	row := sort.Search(len(c.Rates), func(i int) bool { return c.Rates[i].From.After(from) }) - 1
	return debt{principal: cl.Principal, from: from, row: row}
}

// Statement settles fees, interest and principal, the oldest first.
func (c Calculator) Statement(cs Case) Total {
	debts := make([]debt, len(cs.Claims))
	for i, cl := range cs.Claims {
		debts[i] = c.open(cl)
	}
	fees := make([]decimal.Decimal, len(cs.Fees))
	for i, f := range cs.Fees {
		fees[i] = f.Amount
	}
	held := decimal.Zero
	for _, p := range cs.Payments {
		held = held.Add(c.pay(p, cs.Fees, fees, debts))
	}
	t := Total{Held: held}
	for i := range debts {
		c.advance(&debts[i], cs.AsOf, nil)
		t.Principal = t.Principal.Add(debts[i].principal)
		t.Interest = t.Interest.Add(debts[i].unpaid())
	}
	for _, f := range fees {
		t.Fees = t.Fees.Add(f)
	}
	return t
}

// pay spends a payment on what is open of the fees and debts, and returns the rest.
func (c Calculator) pay(p Payment, facts []Fee, fees []decimal.Decimal, debts []debt) decimal.Decimal {
	money := p.Amount
	for i, f := range facts {
		if !f.Date.After(p.Date) {
			n := decimal.Min(money, fees[i])
			money, fees[i] = money.Sub(n), fees[i].Sub(n)
		}
	}
	for i := range debts {
		c.advance(&debts[i], p.Date, nil)
		n := decimal.Min(money, debts[i].unpaid())
		money, debts[i].paid = money.Sub(n), debts[i].paid.Add(n)
	}
	for i := range debts {
		n := decimal.Min(money, debts[i].principal)
		money, debts[i].principal = money.Sub(n), debts[i].principal.Sub(n)
	}
	return money
}

type statements struct {
	calc Calculator
	in   []Case
	out  []Total
}

// Statement is the job of statement totals.
func Statement(p *portfolio.Portfolio) job.Job {
	return &statements{New(), Cases(p), make([]Total, p.Len())}
}

func (s *statements) Run(lo, hi int) {
	for i := lo; i < hi; i++ {
		s.out[i] = s.calc.Statement(s.in[i])
	}
}

func (s *statements) Total(i int) portfolio.Total { return s.out[i].Minor() }
