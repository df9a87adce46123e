package bench

import (
	"fmt"
	"math/rand/v2"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// years that a claim runs, and payments made on it.
const (
	years    = 5
	payments = 6
)

// Claim is one claim of the portfolio in the plainest form.
type Claim struct {
	Principal int64 // öre
	Due, AsOf calendar.Date
	PaidOn    [payments]calendar.Date // ascending
	Paid      [payments]int64         // öre
}

// Portfolio draws n claims; equal seeds give equal portfolios. Principals and
// due dates are uniform, payments uniform in time and between 1 % and 10 % of
// the principal.
func Portfolio(seed uint64, n int) []Claim {
	r := rand.New(rand.NewPCG(seed, 1))
	first := calendar.MustDate(2018, 1, 31)
	out := make([]Claim, n)
	for i := range out {
		c := &out[i]
		c.Principal = 50_00 + r.Int64N(19_950_00)
		c.Due = first + calendar.Date(r.IntN(1065))
		c.AsOf = c.Due.AddYears(years)
		step := int(c.AsOf-c.Due) / payments
		for k := range c.PaidOn {
			c.PaidOn[k] = c.Due + calendar.Date(k*step+1+r.IntN(step-1))
			c.Paid[k] = c.Principal/100 + r.Int64N(1+c.Principal*9/100)
		}
	}
	return out
}

// Case is the claim as skuld takes it.
func (c Claim) Case() skuld.Case {
	sek := money.MustCurrency("SEK")
	cs := skuld.Case{
		ID: "bench", Currency: sek, Jurisdiction: "SE", Debtor: ledger.Consumer,
		Claims: []skuld.Claim{{ID: "claim", Principal: money.FromMinor(c.Principal, sek), Due: c.Due}},
	}
	for k := range c.PaidOn {
		cs.Payments = append(cs.Payments, skuld.Payment{
			ID: fmt.Sprint("payment ", k), Date: c.PaidOn[k], Amount: money.FromMinor(c.Paid[k], sek),
		})
	}
	return cs
}
