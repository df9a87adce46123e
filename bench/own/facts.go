// Package own does the jobs of the bench with skuld: with the statement and the account,
// which explain every step, and with the arena, the meter and the running integral,
// which give totals. What is measured under which name is listed in sides.go.
package own

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

var (
	sek      = money.MustCurrency("SEK")
	rounding = interest.Rounding{Mode: money.HalfEven, Place: interest.PlaceClaim}
	known    = calendar.Period{From: portfolio.SeriesFrom, To: portfolio.SeriesTo}
)

// Table is the series of the bench as a published one, under the name of the Swedish
// reference rate.
func Table() *rates.Table {
	meta := law.Meta{
		Series: "SE", Jurisdiction: "SE", Name: "half-yearly series of the bench", Unit: law.RateUnit, Citation: "drawn",
		KnownThrough: portfolio.SeriesTo - 1, Changes: law.HalfYear, Kind: law.Reference,
	}
	var rows []law.Entry[decimal.Decimal]
	for _, r := range portfolio.HalfYearly() {
		rows = append(rows, law.Entry[decimal.Decimal]{From: r.From, Value: decimal.New(r.Value, -6), Source: "drawn", Evidence: law.Derived})
	}
	return must(law.NewTable(meta, rows))
}

// Calculator knows Swedish law with the series of the bench.
func Calculator() skuld.Calculator {
	c := skuld.Default()
	c.Tables = c.Tables.With(must(rates.NewSet(Table())))
	return c
}

// Rate is late interest by the series of the bench.
func Rate() interest.Rate {
	return interest.Reference(Table()).Plus(portfolio.Margin)
}

// Case is a case of a portfolio as skuld takes it.
func Case(c portfolio.Case) skuld.Case {
	out := skuld.Case{ID: "bench", Currency: sek, Jurisdiction: "SE", Debtor: ledger.Consumer, Rounding: rounding}
	for k, x := range c.Claims {
		out.Claims = append(out.Claims, skuld.Claim{ID: fmt.Sprint("claim ", k), Principal: money.FromMinor(x.Principal, sek), Due: x.Due})
	}
	for k, x := range c.Fees {
		out.Fees = append(out.Fees, skuld.Fee{ID: fmt.Sprint("fee ", k), Code: "other", Date: x.Date, Amount: money.FromMinor(x.Amount, sek)})
	}
	for k, x := range c.Payments {
		out.Payments = append(out.Payments, skuld.Payment{ID: fmt.Sprint("payment ", k), Date: x.Date, Amount: money.FromMinor(x.Amount, sek)})
	}
	return out
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
