// Package gofinancial makes schedules with razorpay/go-financial.
package gofinancial

import (
	"time"

	gofinancial "github.com/razorpay/go-financial"
	"github.com/razorpay/go-financial/enums/frequency"
	"github.com/razorpay/go-financial/enums/interesttype"
	"github.com/razorpay/go-financial/enums/paymentperiod"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Loan prepares the schedule of a loan; the function works it out, the other gives
// the rows in minor units. The library takes each row from closed formulas and
// rounds half away from zero, so that a row is not the interest on the balance
// printed before it.
func Loan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	config := gofinancial.Config{
		StartDate: start, EndDate: start.AddDate(0, l.Rows, -1), Frequency: frequency.MONTHLY,
		AmountBorrowed: decimal.New(l.Principal, -2), InterestType: interesttype.REDUCING,
		Interest: decimal.NewFromInt(l.BasisPoints), PaymentPeriod: paymentperiod.ENDING,
		EnableRounding: true, RoundingPlaces: 2, RoundingErrorTolerance: decimal.New(1, -1),
	}
	var out []gofinancial.Row
	run = func() {
		c := config
		a, err := gofinancial.NewAmortization(&c)
		if err == nil {
			out, err = a.GenerateTable()
		}
		if err != nil {
			panic(err)
		}
	}
	rows = func() []job.Row {
		res, open := make([]job.Row, len(out)), l.Principal
		for k, r := range out {
			part := -minor(r.Principal)
			open -= part
			res[k] = job.Row{Interest: -minor(r.Interest), Principal: part, Closing: open}
		}
		return res
	}
	return run, rows
}

func minor(d decimal.Decimal) int64 { return d.Shift(2).IntPart() }
