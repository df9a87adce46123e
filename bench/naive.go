package bench

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/law/rates"
)

// rateRow is a row of the reference rate as a program would load it.
type rateRow struct {
	from time.Time
	rate decimal.Decimal
}

// Naive is the calculation as it is usually written: a loop over rate changes
// and payments, decimals throughout, a division in each segment, money rounded
// half up to two decimals where it is paid.
type Naive struct{ rows []rateRow }

// NewNaive loads the Swedish reference rate.
func NewNaive() *Naive {
	n := &Naive{}
	for _, e := range rates.SE().Entries() {
		n.rows = append(n.rows, rateRow{e.From.Time(time.UTC), e.Value})
	}
	return n
}

// NaiveClaim is a claim in the types of the naive program.
type NaiveClaim struct {
	Principal decimal.Decimal
	Due, AsOf time.Time
	PaidOn    []time.Time
	Paid      []decimal.Decimal
}

// Naive is the claim in the types of the naive program.
func (c Claim) Naive() NaiveClaim {
	n := NaiveClaim{Principal: decimal.New(c.Principal, -2), Due: c.Due.Time(time.UTC), AsOf: c.AsOf.Time(time.UTC)}
	for k := range c.PaidOn {
		n.PaidOn = append(n.PaidOn, c.PaidOn[k].Time(time.UTC))
		n.Paid = append(n.Paid, decimal.New(c.Paid[k], -2))
	}
	return n
}

var (
	hundred = decimal.NewFromInt(100)
	year    = decimal.NewFromInt(365)
	margin  = decimal.NewFromInt(8)
)

// Statement is what is open as of the claim's day: principal and interest.
func (n *Naive) Statement(c NaiveClaim) (principal, interest decimal.Decimal) {
	principal = c.Principal
	accrued := decimal.Zero
	paid := decimal.Zero
	from := c.Due.AddDate(0, 0, 1)
	for k, on := range c.PaidOn {
		accrued = accrued.Add(n.accrue(principal, from, on))
		from = on.AddDate(0, 0, 1)
		due := accrued.Sub(paid).Round(2)
		toInterest := decimal.Min(due, c.Paid[k])
		paid = paid.Add(toInterest)
		principal = principal.Sub(c.Paid[k].Sub(toInterest))
	}
	accrued = accrued.Add(n.accrue(principal, from, c.AsOf))
	return principal, accrued.Sub(paid).Round(2)
}

// accrue is the interest from one day through another, both bearing.
func (n *Naive) accrue(principal decimal.Decimal, from, through time.Time) decimal.Decimal {
	sum := decimal.Zero
	end := through.AddDate(0, 0, 1)
	for i, row := range n.rows {
		start, stop := row.from, end
		if i+1 < len(n.rows) && n.rows[i+1].from.Before(end) {
			stop = n.rows[i+1].from
		}
		if start.Before(from) {
			start = from
		}
		if !start.Before(stop) {
			continue
		}
		days := decimal.NewFromInt(int64(stop.Sub(start).Hours() / 24))
		rate := row.rate.Add(margin).Div(hundred)
		sum = sum.Add(principal.Mul(rate).Mul(days).Div(year))
	}
	return sum
}
