package bench

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// aprLoan is a loan of 10,000 repaid in 60 installments, as flows of a method.
func aprLoan(tb testing.TB, m apr.Method, due func(n int) calendar.Date) []apr.Flow {
	eur := money.MustCurrency("EUR")
	start := calendar.MustParseDate("2024-01-15")
	dated := []apr.Dated{{Amount: money.FromMinor(10_000_00, eur), Date: start}}
	for n := 1; n <= 60; n++ {
		dated = append(dated, apr.Dated{Amount: money.FromMinor(-222_44, eur), Date: due(n)})
	}
	flows, err := m.Flows(start, dated)
	if err != nil {
		tb.Fatal(err)
	}
	return flows
}

// unequal makes the payments of a loan differ: the last by a remainder, or all, as
// they do where equal parts of the principal are repaid.
func unequal(flows []apr.Flow, all bool) []apr.Flow {
	eur := money.MustCurrency("EUR")
	for n := 1; n <= 60; n++ {
		switch {
		case all:
			flows[n].Amount = money.FromMinor(-166_67-int64(61-n)*1_37, eur)
		case n == 60:
			flows[n].Amount = money.FromMinor(-221_97, eur)
		}
	}
	return flows
}

// solve is the benchmark of flows that have a rate.
func solve(b *testing.B, flows []apr.Flow, m apr.Method) {
	b.ReportAllocs()
	for b.Loop() {
		if a, err := apr.Solve(flows, m); err != nil || a.Outcome != apr.Found {
			b.Fatal(a, err)
		}
	}
}

// The rate of 60 flows with its proof.
func BenchmarkAPR(b *testing.B) {
	start := calendar.MustParseDate("2024-01-15")
	monthly := func(n int) calendar.Date { return start.AddMonths(n) }
	// Odd days in every installment, and hardly two distances alike.
	arbitrary := func(n int) calendar.Date { return start.AddMonths(n) + calendar.Date(n*n%23) }
	for _, bb := range []struct {
		name string
		m    apr.Method
		due  func(int) calendar.Date
	}{
		{"EU/months", apr.Method{Law: apr.EU, Unit: apr.Month}, monthly},
		{"EU/arbitrary", apr.Method{Law: apr.EU, Unit: apr.Month}, arbitrary},
		{"EIR/days", apr.Method{Law: apr.EIR, Unit: apr.Day}, monthly},
		{"EIR/arbitrary", apr.Method{Law: apr.EIR, Unit: apr.Day}, arbitrary},
		{"US/months", apr.Method{Law: apr.US, Unit: apr.Month}, monthly},
		{"US/arbitrary", apr.Method{Law: apr.US, Unit: apr.Month}, arbitrary},
	} {
		b.Run(bb.name, func(b *testing.B) {
			flows := aprLoan(b, bb.m, bb.due)
			solve(b, flows, bb.m)
		})
	}
	months := apr.Method{Law: apr.EU, Unit: apr.Month}
	for all, name := range []string{"EU/last", "EU/declining"} {
		b.Run(name, func(b *testing.B) {
			flows := unequal(aprLoan(b, months, monthly), all == 1)
			solve(b, flows, months)
		})
	}
}
