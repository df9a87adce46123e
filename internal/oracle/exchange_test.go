package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// The books are in SEK; a claim in EUR is booked at 11.
func bookedCase(rest string) string {
	return strings.Replace(lifeCase(`}, "exchange": {"rate": "11", "date": "2024-12-01"}`, rest), `"currency": "EUR"`, `"currency": "EUR", "base": "SEK"`, 1)
}

func shownBases(a Allocation) string {
	var all []string
	for _, l := range a.Lines {
		all = append(all, l.Amount+" = "+l.Base)
	}
	return strings.Join(all, "; ")
}

// 1 835.00 bring in 20 368.50, 11.10 for one: 10.00 of interest brought 111.00,
// 1 825.00 of principal, booked at 20 075.00, brought 20 257.50.
func TestBooks(t *testing.T) {
	r := statement(t, bookedCase(`, "payments": [{"id": "P", "date": "2025-01-10", "amount": "1835.00", "received": "20368.50"}]`), "2025-01-31")
	a := r.Allocations[0]
	wantEqual(t, "lines", shownBases(a), "10.00 = 111.00; 1825.00 = 20257.50")
	wantEqual(t, "exchange", a.Exchange, &Exchange{"EUR", "1835.00", "", "SEK", "20368.50", "20186.00", "182.50"})
	// 21 × 0.50 are owed since.
	wantEqual(t, "claim", r.Items[0].Base, &BaseAccount{"SEK", "20075.00", "0.00", "115.50", "20190.50"})
}

// How much a payment credits, and what it says of how it came in.
func TestCredited(t *testing.T) {
	for _, c := range []struct {
		name, base, payment, amount string
		want                        *Exchange
	}{
		{"its own currency", "", `"amount": "12.50", "currency": "EUR"`, "12.50", nil},
		{"at a rate: 300 000 × 0.00611 = 1 833", "", `"amount": "300000", "currency": "JPY", "rate": "0.00611"`, "1833.00", &Exchange{"JPY", "300000", "0.00611", "EUR", "", "", ""}},
		{"half up: 0.10 × 0.45 = 0.045", "", `"amount": "0.10", "currency": "USD", "rate": "0.45"`, "0.05", &Exchange{"USD", "0.10", "0.45", "EUR", "", "", ""}},
		{"by what came in", "", `"amount": "2.000", "currency": "KWD", "received": "6.05"`, "6.05", &Exchange{"KWD", "2.000", "", "EUR", "6.05", "6.05", "0.00"}},
		{"both: the bank kept 0.05", "", `"amount": "2.000", "currency": "KWD", "received": "6.05", "rate": "3.05"`, "6.10", &Exchange{"KWD", "2.000", "3.05", "EUR", "6.05", "6.10", "-0.05"}},
		{"in the books' currency", "SEK", `"amount": "110.00", "currency": "SEK", "rate": "0.09"`, "9.90", &Exchange{"SEK", "110.00", "0.09", "SEK", "", "", ""}},
		// interest only: 9.90 brought in 110.00
		{"and received", "SEK", `"amount": "110.00", "currency": "SEK", "rate": "0.09", "received": "110.00"`, "9.90", &Exchange{"SEK", "110.00", "0.09", "SEK", "110.00", "110.00", "0.00"}},
		{"a base that is none", "EUR", `"amount": "2.00", "currency": "USD", "received": "1.80"`, "1.80", &Exchange{"USD", "2.00", "", "EUR", "1.80", "1.80", "0.00"}},
	} {
		text := strings.Replace(lifeCase(`}`, `, "payments": [{"id": "P", "date": "2025-01-10", `+c.payment+`}]`), `"currency"`, fmt.Sprintf(`"base": %q, "currency"`, c.base), 1)
		a := statement(t, text, "2025-01-31").Allocations[0]
		wantEqual(t, c.name, []any{a.Amount, a.Exchange}, []any{c.amount, c.want})
	}
}

// 4 000.00 bring in 44 400.00: 111.00, 40 515.00 and, for the 340.00 left, 3 774.00.
// On the 20th 300.00 of them pay a fee: 3 774 × 300 / 340 = 3 330.00; 444.00 stay.
// Booked are 111.00 + 40 150.00 + 3 330.00 + 444.00.
func TestBaseOfRest(t *testing.T) {
	text := bookedCase(`, "payments": [{"id": "P", "date": "2025-01-10", "amount": "4000.00", "received": "44400.00"}], "allocation": {"unallocated": "apply"},
		"fees": [{"id": "F", "code": "notice", "date": "2025-01-20", "amount": "300.00"}], "reversals": [{"id": "R", "payment": "P", "date": "2025-01-25", "effect": "principal"}]`)
	r := statement(t, text, "2025-01-31")
	a := r.Allocations[0]
	wantEqual(t, "lines", shownBases(a), "10.00 = 111.00; 3650.00 = 40515.00; 300.00 = 3330.00")
	wantEqual(t, "exchange", a.Exchange, &Exchange{"EUR", "4000.00", "", "SEK", "44400.00", "44035.00", "365.00"})
	// 43 956.00 come back, by 3 660.00 and 300.00.
	wantEqual(t, "reversal", []any{shownBases(r.Allocations[1]), r.Allocations[1].Exchange}, []any{"-3660.00 = -40626.00; -300.00 = -3330.00", nil})
}

// At 0.3333 the last cent takes what is left of 3 650.00: 1 216.545 is 1 216.55;
// without it 3 649.99 × 0.3333 = 1 216.5417 is 1 216.54. Of 3.00 received 1.00 and
// 2.00 go by 10.00 to 20.00, of which 19.99 is the rest.
func TestLastCent(t *testing.T) {
	text := strings.Replace(bookedCase(`, "payments": [{"id": "P", "date": "2025-01-10", "amount": "30.00", "received": "3.00",
		"specification": [{"item": "C", "component": "interest", "amount": "10.00"}, {"item": "C", "component": "principal", "amount": "0.01"}]}],
		"allocation": {"rungs": [{"components": ["fee"]}]}`), `"rate": "11"`, `"rate": "0.3333"`, 1)
	r := statement(t, text, "2025-01-10")
	a := r.Allocations[0]
	wantEqual(t, "lines", shownBases(a), "10.00 = 1.00; 0.01 = 0.00")
	wantEqual(t, "exchange", []string{a.Exchange.Booked, a.Exchange.Difference, r.Items[0].Base.Total}, []string{"3.01", "-0.01", "1216.54"})
}

func TestExchangeRefused(t *testing.T) {
	for _, c := range []struct{ path, base, claim, payment string }{
		{"/claims/0/exchange", "", `"rate": "11"`, ""},
		{"/claims/0/exchange", "EUR", `"rate": "11"`, ""},
		{"/claims/0/exchange/rate", "SEK", `"date": "2024-12-31"`, ""},
		{"/claims/0/exchange/rate", "SEK", `"rate": "0"`, ""},
		{"/claims/0/exchange/rate", "SEK", `"rate": "900000000"`, ""},
		{"/claims/0/exchange/rate", "SEK", `"rate": "1.00000000001"`, ""},
		{"/base", "kr", "", ""},
		{"/payments/0/rate", "", "", `"rate": "11"`},
		{"/payments/0/received", "", "", `"received": "11"`},
		{"/payments/0/received", "", "", `"currency": "USD"`},
		{"/payments/0/received", "SEK", "", `"received": "0.00"`},
		{"/payments/0/rate", "SEK", "", `"currency": "USD", "received": "11"`},
		{"/payments/0/rate", "SEK", "", `"currency": "USD", "rate": "-1"`},
		{"/payments/0/amount", "", "", `"currency": "USD", "rate": "0.0009"`},
		{"/payments/0/currency", "", "", `"currency": "dollars", "rate": "1"`},
		{"/payments/0/exchanged", "", "", `"currency": "USD", "rate": "1", "exchanged": "soon"`},
	} {
		payment := ""
		if c.payment != "" {
			payment = `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "5.00", ` + c.payment + `}]`
		}
		text := strings.Replace(lifeCase(`}, "exchange": {`+c.claim+`}`, payment), `"currency"`, fmt.Sprintf(`"base": %q, "currency"`, c.base), 1)
		_, err := Statement([]byte(text), At{AsOf: "2025-01-31"}, fixture)
		if err == nil || !strings.HasPrefix(err.Error(), c.path+":") {
			t.Errorf("want an error at %s, got %v", c.path, err)
		}
	}
}
