package ledger

import (
	"fmt"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

func exchangeRate(s string) money.ExchangeRate {
	r, err := money.ParseExchangeRate(s)
	if err != nil {
		panic(err)
	}
	return r
}

func exchangeOf(x *PaymentExchange) string {
	return fmt.Sprintf("%s at %s: %s = %s + %s", x.Paid, x.Rate, x.Received, x.Booked, x.Difference)
}

// By hand: 100.00 EUR at 11.2345 are 1 123.45 SEK, converted once; 1 120.00 came in:
// a loss of 3.45. The lines add up to 1 123.45: 60.00 + 328.77 + 734.68.
func TestPaymentInAnotherCurrency(t *testing.T) {
	c, r := simple(t)
	c.Payments = []Payment{{ID: "P0", Date: day("2024-05-10"), Amount: money.MustParse("100.00 EUR"), Rate: exchangeRate("11.2345"), Received: sek("1120.00")}}
	st := fold(t, c, r, At{AsOf: day("2024-05-10")})
	want := "P0>FEE fee 60.00@1\nP0>INV default-interest 328.77@2\nP0>INV principal 734.68@4 vat 146.94\n= 9265.32 + 0.00 + 0.00 = 9265.32"
	if got := show(st); got != want {
		t.Error(got)
	}
	if got := exchangeOf(st.Allocations[0].Exchange); got != "100.00 EUR at 11.2345: 1120.00 SEK = 1123.45 SEK + -3.45 SEK" {
		t.Error(got)
	}
	c.Payments[0].Rate = 0
	st = fold(t, c, r, At{AsOf: day("2024-05-10")})
	if got := exchangeOf(st.Allocations[0].Exchange); got != "100.00 EUR at : 1120.00 SEK = 1120.00 SEK + 0.00 SEK" || st.Allocations[0].Amount != sek("1120.00") {
		t.Error(got)
	}
}

// By hand, in books kept in EUR where the claim stands at 0.0900: 10 000.00 SEK are
// 900.00 EUR. 5 000.00 SEK on 10 May bring 460.00 EUR: fee 60.00 → 5.52, interest
// 328.77 → 30.25 (30.2468…), principal 4 611.23 → 424.23 (424.2331…), together
// 460.00. The claim falls by 415.01 (900.00 − 484.9893 rounded 484.99), so 9.22 are
// gained. The rest of the principal clears the 484.99.
func TestReceiptInTheBooks(t *testing.T) {
	c, r := simple(t, "2024-05-10 5000.00", "2024-05-11 5500.00")
	c.Base = money.MustCurrency("EUR")
	c.Claims[0].Exchange.Rate = exchangeRate("0.09")
	c.Payments[0].Received = money.MustParse("460.00 EUR")
	c.Payments[1].Received = money.MustParse("495.00 EUR")
	st := fold(t, c, r, At{AsOf: day("2024-05-10")})
	var lines []string
	for _, l := range st.Allocations[0].Lines {
		lines = append(lines, l.Base.Number()+"/"+l.Booked.Number())
	}
	if got := strings.Join(lines, " "); got != "5.52/5.52 30.25/30.25 424.23/415.01" {
		t.Error(got)
	}
	if got := exchangeOf(st.Allocations[0].Exchange); got != "5000.00 SEK at : 460.00 EUR = 450.78 EUR + 9.22 EUR" {
		t.Error(got)
	}
	if b := st.Items[0].Base; b.Principal.Number() != "484.99" || b.Total.Number() != "484.99" {
		t.Errorf("%+v", b)
	}
	st = fold(t, c, r, At{AsOf: day("2024-05-11")})
	last := st.Allocations[1].Lines
	if l := last[len(last)-1]; l.Booked.Number() != "484.99" || st.Items[0].Base.Total.Number() != "0.00" {
		t.Errorf("%+v, %+v", l, st.Items[0].Base)
	}
}

// What a statement says of receipts, balances and write-offs cannot be changed
// without Verify noticing.
func TestVerifyFindsTamperedMoney(t *testing.T) {
	more := func(a *money.Amount) { *a = money.FromMinor(a.Minor()+1, a.Currency()) }
	for name, tamper := range map[string]func(*Statement){
		"status": func(st *Statement) { st.Balance.Status = SettledInFull },
		"held":   func(st *Statement) { st.Balance.Held, st.Balance.RefundDue = st.Balance.RefundDue, st.Balance.Held },
		"over-refunded": func(st *Statement) {
			more(&st.Balance.OverRefunded)
			more(&st.Balance.Held)
			more(&st.Paid.Unallocated)
		},
		"booked":         func(st *Statement) { more(&st.Allocations[0].Exchange.Booked) },
		"base of a line": func(st *Statement) { more(&st.Allocations[0].Lines[2].Base) },
		"rate":           func(st *Statement) { st.Allocations[1].Exchange.Rate += 10_000_000 },
		"paid":           func(st *Statement) { more(&st.Allocations[1].Exchange.Paid) },
		"difference": func(st *Statement) {
			more(&st.Allocations[0].Exchange.Difference)
			more(&st.Allocations[0].Exchange.Received)
		},
		"tax on a fee":     func(st *Statement) { more(&st.Allocations[0].Lines[0].VAT) },
		"base total":       func(st *Statement) { more(&st.Items[0].Base.Total) },
		"tax that is left": func(st *Statement) { st.Items[0].Principal.VATRemaining = sek("20000.00") },
		"kind":             func(st *Statement) { st.WriteOffs[0].Kind = 7 },
		"day":              func(st *Statement) { st.WriteOffs[0].Date += 100 },
		"written off":      func(st *Statement) { more(&st.WriteOffs[0].Lines[0].Amount) },
		"recoverable tax":  func(st *Statement) { more(&st.RecoverableVAT) },
		"refund":           func(st *Statement) { st.Allocations[2].Refund = "" },
	} {
		c, r := simple(t, "2024-05-10 5000.00")
		c.Base = money.MustCurrency("EUR")
		c.Claims[0].Exchange.Rate = exchangeRate("0.09")
		c.Payments[0].Received = money.MustParse("460.00 EUR")
		c.Payments = append(c.Payments, Payment{ID: "P1", Date: day("2024-05-11"), Amount: money.MustParse("1000.00 EUR"), Rate: exchangeRate("11"), Received: money.MustParse("1000.00 EUR")})
		c.Refunds = []Refund{{ID: "R", Date: day("2024-05-12"), Amount: sek("10.00")}}
		c.Fees = append(c.Fees, Fee{ID: "G", Date: day("2024-05-20"), Amount: sek("50.00")}, Fee{ID: "H", Date: day("2024-05-20"), Amount: sek("5.00")})
		c.WriteOffs = []WriteOff{{ID: "W", Date: day("2024-05-21"), Item: "G"}}
		st := fold(t, c, r, At{AsOf: day("2024-05-31")})
		tamper(st)
		if st.Verify() == nil {
			t.Errorf("%s: not noticed", name)
		}
	}
}

// The payoff comes before what is written off at the end of its day.
func TestPayoffOnTheDayOfAWriteOff(t *testing.T) {
	for _, w := range []WriteOff{{ID: "W", Kind: Waiver, Components: allocation.Interest()}, {ID: "W"}, {ID: "W", Item: "FEE"}} {
		w.Date = day("2024-05-31")
		c, r := simple(t)
		c.WriteOffs = []WriteOff{w}
		quote, err := mustBook(t, c, r, "2024-05-31").Payoff()
		if err != nil || quote.Amount != sek("10457.81") {
			t.Errorf("%+v: %v, %v", w, quote, err)
		}
		c.Payments = []Payment{{ID: "P", Date: w.Date, Amount: quote.Amount}}
		if st := fold(t, c, r, At{AsOf: w.Date}); st.Totals.Total.Sign() != 0 || st.Balance.Status != SettledInFull {
			t.Errorf("%+v: %v", w, st.Totals)
		}
	}
}

// A chargeback takes the receipt back with the lines.
func TestReceiptComesBack(t *testing.T) {
	c, r := simple(t, "2024-05-10 5000.00")
	c.Base = money.MustCurrency("EUR")
	c.Payments[0].Received = money.MustParse("460.00 EUR")
	for _, effect := range []Effect{Mirror, ToPrincipal, Ratio} {
		c.Reversals = []Reversal{{ID: "R", Payment: "P0", Date: day("2024-05-20"), Effect: effect}}
		st := fold(t, c, r, At{AsOf: day("2024-05-31")})
		var sum int64
		for _, l := range st.Allocations[1].Lines {
			sum += l.Base.Minor()
		}
		if sum != -460_00 {
			t.Errorf("%s takes back %d", effect, sum)
		}
	}
}

func TestExchangeRefusals(t *testing.T) {
	eur := money.MustParse("100.00 EUR")
	for name, tt := range map[string]struct {
		path string
		set  func(*Case, *Payment)
	}{
		"no rate and no receipt": {"/payments/0/received", func(_ *Case, p *Payment) { p.Amount = eur }},
		"no rate beside a base": {"/payments/0/rate", func(c *Case, p *Payment) {
			c.Base = money.MustCurrency("NOK")
			p.Amount, p.Received = eur, money.MustParse("1150.00 NOK")
		}},
		"rate without need":           {"/payments/0/rate", func(_ *Case, p *Payment) { p.Rate = exchangeRate("1") }},
		"receipt without need":        {"/payments/0/received", func(_ *Case, p *Payment) { p.Received = sek("1.00") }},
		"receipt in another currency": {"/payments/0/received", func(_ *Case, p *Payment) { p.Amount, p.Rate, p.Received = eur, 1_0000000000, eur }},
		"negative rate":               {"/payments/0/rate", func(_ *Case, p *Payment) { p.Amount, p.Rate = eur, -1 }},
		"comes to too much": {"/payments/0/rate", func(_ *Case, p *Payment) {
			p.Amount, p.Rate = money.FromMinor(money.MaxMinor, eur.Currency()), exchangeRate("2")
		}},
		"exchange without a base": {"/claims/0/exchange", func(c *Case, _ *Payment) { c.Claims[0].Exchange.Rate = 1 }},
		"exchange without a rate": {"/claims/0/exchange/rate", func(c *Case, _ *Payment) {
			c.Base = money.MustCurrency("EUR")
			c.Claims[0].Exchange.Date = day("2024-01-01")
		}},
	} {
		c, _ := simple(t, "2024-05-10 100.00")
		tt.set(&c, &c.Payments[0])
		if ps := AsProblems(c.Validate()); len(ps) != 1 || ps[0].Path != tt.path {
			t.Errorf("%s: %v, want one problem at %s", name, ps, tt.path)
		}
	}
}
