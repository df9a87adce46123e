package native

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// aStatement is made by hand, with a different figure in every place.
func aStatement() *ledger.Statement {
	perDiem := money.ExactOfRat(big.NewRat(249325, 100000), money.MustCurrency("SEK"))
	rate := percent("12")
	return &ledger.Statement{
		Case: "SE-1", AsOf: day("2024-12-31"), Currency: money.MustCurrency("SEK"), Digest: "sha256:d",
		Totals: ledger.Totals{
			Principal: sek("1.01"), Capitalized: sek("1.02"), Interest: sek("1.03"), ContractInterest: sek("1.04"),
			DefaultInterest: sek("1.05"), Fees: sek("1.06"), Total: sek("1.07"),
		},
		Paid: ledger.Paid{
			Principal: sek("2.01"), Capitalized: sek("2.02"), Interest: sek("2.03"), Fees: sek("2.04"),
			Total: sek("2.05"), Unallocated: sek("2.06"),
		},
		Balance:        ledger.Balance{Status: ledger.Open, Held: sek("2.06"), RefundDue: sek("0.00"), OverRefunded: sek("2.08")},
		RecoverableVAT: sek("2.09"),
		PerDiem:        &perDiem,
		Items: []ledger.Item{
			{
				ID: "INV-1", Due: day("2024-01-31"), Rate: &rate, DaysPastDue: 335,
				Principal: ledger.PrincipalAccount{
					Original: sek("3.01"), Adjusted: sek("-3.02"), Paid: sek("3.03"), Remaining: sek("3.04"), VATRemaining: sek("3.05"),
				},
				Capitalized: ledger.CapitalizedAccount{Raised: sek("4.01"), Paid: sek("4.02"), Remaining: sek("4.03")},
				Interest: ledger.InterestAccount{
					Component: allocation.DefaultInterest, Accrued: sek("5.01"),
					Exact: money.ExactOf(sek("10000.00")).Times(12*100, 100*365), Paid: sek("5.02"), Adjusted: sek("5.03"),
					Remaining: sek("5.04"), CappedAway: sek("5.05"),
				},
				Segments: []interest.Segment{
					{
						Period: calendar.Days(day("2024-02-01"), day("2024-05-10")), Principal: sek("10000.00"), Rate: percent("12"),
						Fraction: calendar.Fraction{Num: 100, Den: 365}, Exact: money.ExactOf(sek("10000.00")).Times(12*100, 100*365),
						Basis: interest.Basis{Label: "reference rate SE 4 % + 8", Source: "riksbank.se", Citation: "räntelag (1975:635) 6 §"},
					},
					{
						Period: calendar.Days(day("2024-05-11"), day("2024-05-11")), Principal: sek("0.00"), Rate: percent("-0.88"),
						Fraction: calendar.Fraction{Num: 1, Den: 365}, Provisional: true,
						Basis: interest.Basis{Label: "agreed: -0.88 % fixed"},
					},
				},
			},
			{ID: "INV-2"},
			{ID: "F-1", Fee: true, Code: "reminder", Charge: ledger.ChargeAccount{Original: sek("6.01"), Paid: sek("6.02"), Remaining: sek("6.03")}},
		},
		Allocations: []ledger.PaymentAllocation{
			{
				Payment: "P-1", Date: day("2024-05-10"), Amount: sek("7.01"), Unallocated: sek("7.02"),
				Lines: []ledger.Line{
					{Date: day("2024-05-10"), Item: "F-1", Component: allocation.Fee, Amount: sek("7.03"), Rung: 1, Citation: "custom <b> & co"},
					{Date: day("2024-05-12"), Item: "INV-1", Component: allocation.Principal, Amount: sek("7.04"), VAT: sek("7.05"), Deviates: true},
				},
			},
			{Payment: "P-2", Date: day("2024-06-10"), Amount: sek("7.06"), Unallocated: sek("7.06")},
		},
		Facts:    []ledger.Fact{{Kind: "claim", ID: "INV-1", Effect: "raised"}, {Kind: "payment", ID: "P-1", Date: day("2024-05-10"), Effect: "paid"}},
		Findings: []ledger.Finding{{Code: ledger.FindingProvisional, Severity: ledger.Warning, Path: "/claims/0/interest", Message: "from 2024-05-11"}},
		Versions: ledger.Versions{Skuld: "0.1.0", Tables: "sha256:t"},
	}
}

const wantStatement = `{
  "case": "SE-1",
  "asOf": "2024-12-31",
  "knownAt": "",
  "currency": "SEK",
  "totals": {
    "principal": "1.01",
    "capitalized": "1.02",
    "interest": "1.03",
    "contractInterest": "1.04",
    "defaultInterest": "1.05",
    "fees": "1.06",
    "total": "1.07"
  },
  "paid": {
    "principal": "2.01",
    "capitalized": "2.02",
    "interest": "2.03",
    "fees": "2.04",
    "total": "2.05",
    "unallocated": "2.06"
  },
  "balance": {
    "status": "open",
    "held": "2.06",
    "refundDue": "0.00",
    "overRefunded": "2.08"
  },
  "perDiem": "2.4933",
  "items": [
    {
      "id": "INV-1",
      "kind": "claim",
      "principal": {
        "original": "3.01",
        "adjusted": "-3.02",
        "paid": "3.03",
        "remaining": "3.04",
        "vatRemaining": "3.05"
      },
      "capitalized": {
        "raised": "4.01",
        "paid": "4.02",
        "remaining": "4.03"
      },
      "interest": {
        "accrued": "5.01",
        "exact": "328.7671232877",
        "paid": "5.02",
        "adjusted": "5.03",
        "remaining": "5.04",
        "cappedAway": "5.05"
      },
      "rate": "12",
      "limitation": "",
      "daysPastDue": 335,
      "segments": [
        {
          "first": "2024-02-01",
          "last": "2024-05-10",
          "days": 100,
          "principal": "10000.00",
          "rate": "12",
          "fraction": "100/365",
          "interest": "328.7671232877",
          "label": "reference rate SE 4 % + 8",
          "source": "riksbank.se",
          "citation": "räntelag (1975:635) 6 §",
          "provisional": false,
          "held": false
        },
        {
          "first": "2024-05-11",
          "last": "2024-05-11",
          "days": 1,
          "principal": "0.00",
          "rate": "-0.88",
          "fraction": "1/365",
          "interest": "0.0000000000",
          "label": "agreed: -0.88 % fixed",
          "source": "agreed: -0.88 % fixed",
          "citation": "",
          "provisional": true,
          "held": false
        }
      ]
    },
    {
      "id": "INV-2",
      "kind": "claim",
      "principal": {
        "original": "",
        "adjusted": "",
        "paid": "",
        "remaining": "",
        "vatRemaining": ""
      },
      "capitalized": {
        "raised": "",
        "paid": "",
        "remaining": ""
      },
      "interest": {
        "accrued": "",
        "exact": "0.0000000000",
        "paid": "",
        "adjusted": "",
        "remaining": "",
        "cappedAway": ""
      },
      "rate": "",
      "limitation": "",
      "daysPastDue": 0,
      "segments": []
    },
    {
      "id": "F-1",
      "kind": "fee",
      "code": "reminder",
      "fee": {
        "original": "6.01",
        "paid": "6.02",
        "remaining": "6.03"
      }
    }
  ],
  "allocations": [
    {
      "payment": "P-1",
      "date": "2024-05-10",
      "amount": "7.01",
      "lines": [
        {
          "date": "2024-05-10",
          "item": "F-1",
          "component": "fee",
          "amount": "7.03",
          "vat": "",
          "rung": 1,
          "citation": "custom <b> & co",
          "deviates": false
        },
        {
          "date": "2024-05-12",
          "item": "INV-1",
          "component": "principal",
          "amount": "7.04",
          "vat": "7.05",
          "rung": 0,
          "citation": "",
          "deviates": true
        }
      ],
      "unallocated": "7.02"
    },
    {
      "payment": "P-2",
      "date": "2024-06-10",
      "amount": "7.06",
      "lines": [],
      "unallocated": "7.06"
    }
  ],
  "recoverableVat": "2.09",
  "facts": [
    {
      "kind": "claim",
      "id": "INV-1",
      "date": "",
      "effect": "raised"
    },
    {
      "kind": "payment",
      "id": "P-1",
      "date": "2024-05-10",
      "effect": "paid"
    }
  ],
  "findings": [
    {
      "code": "rate-provisional",
      "severity": "warning",
      "path": "/claims/0/interest",
      "message": "from 2024-05-11"
    }
  ],
  "versions": {
    "skuld": "0.1.0",
    "tables": "sha256:t"
  },
  "digest": "sha256:d"
}
`

func TestEncodeStatement(t *testing.T) {
	var b bytes.Buffer
	if err := EncodeStatement(&b, aStatement()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wantStatement, b.String()); diff != "" {
		t.Errorf("statement (-want +got):\n%s", diff)
	}
}

func TestEncodeEmptyStatement(t *testing.T) {
	var b bytes.Buffer
	if err := EncodeStatement(&b, &ledger.Statement{KnownAt: day("2024-06-30")}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"knownAt": "2024-06-30"`, `"perDiem": null`, `"items": []`, `"allocations": []`, `"facts": []`, `"findings": []`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
}

// Unrounded figures round half to even at 10 decimals, the per diem half up at 4.
func TestEncodeStatementRounding(t *testing.T) {
	third := func(num, den int64) money.Exact {
		return money.ExactOfRat(big.NewRat(num, den), money.MustCurrency("SEK"))
	}
	for _, c := range []struct {
		exact          money.Exact
		places10, per4 string
	}{
		{third(1, 3), "0.3333333333", "0.3333"},
		{third(2, 3), "0.6666666667", "0.6667"},
		{third(25, 100_000_000_000), "0.0000000002", "0.0000"},
		{third(35, 100_000_000_000), "0.0000000004", "0.0000"},
		{third(5, 100_000), "0.0000500000", "0.0001"},
		{third(-5, 100_000), "-0.0000500000", "-0.0001"},
		{money.Exact{}, "0.0000000000", "0.0000"},
	} {
		st := aStatement()
		st.PerDiem = &c.exact
		st.Items[0].Interest.Exact = c.exact
		f := statement(st)
		item, _ := f.Items[0].(claimItemForm)
		if item.Interest.Exact != c.places10 || *f.PerDiem != c.per4 {
			t.Errorf("%s: exact %s, per diem %s, want %s, %s", c.exact, item.Interest.Exact, *f.PerDiem, c.places10, c.per4)
		}
	}
}

func TestEncodePayoff(t *testing.T) {
	p := &ledger.Payoff{
		Case: "SE-1", On: day("2024-06-30"), Currency: money.MustCurrency("SEK"), Amount: sek("1.07"), Breakdown: aStatement().Totals,
	}
	want := `{
  "case": "SE-1",
  "on": "2024-06-30",
  "currency": "SEK",
  "amount": "1.07",
  "breakdown": {
    "principal": "1.01",
    "capitalized": "1.02",
    "interest": "1.03",
    "contractInterest": "1.04",
    "defaultInterest": "1.05",
    "fees": "1.06",
    "total": "1.07"
  }
}
`
	var b bytes.Buffer
	if err := EncodePayoff(&b, p); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("payoff (-want +got):\n%s", diff)
	}
	p.Findings = aStatement().Findings
	b.Reset()
	if err := EncodePayoff(&b, p); err != nil {
		t.Fatal(err)
	}
	findings := `  },
  "findings": [
    {
      "code": "rate-provisional",
      "severity": "warning",
      "path": "/claims/0/interest",
      "message": "from 2024-05-11"
    }
  ]
}
`
	if !strings.HasSuffix(b.String(), findings) {
		t.Errorf("payoff %s does not end in %s", b.String(), findings)
	}
}

func TestEncodeNothing(t *testing.T) {
	var b bytes.Buffer
	for want, err := range map[string]error{
		"no statement, want one":       EncodeStatement(&b, nil),
		"no payoff, want one":          EncodePayoff(&b, nil),
		"table 0 is nil, want a table": EncodeRates(&b, []*rates.Table{nil}),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if b.Len() > 0 {
		t.Errorf("wrote %s", b.String())
	}
}

func table2(t *testing.T, values ...string) *rates.Table {
	t.Helper()
	m := law.Meta{
		Series: "X-1", Jurisdiction: "SE", Name: "testränta", Unit: law.RateUnit, Citation: "a law",
		KnownThrough: day("2024-12-31"), Changes: law.AnyDay, Kind: law.Reference,
	}
	var entries []law.Entry[decimal.Decimal]
	for i, v := range values {
		entries = append(entries, law.Entry[decimal.Decimal]{
			From: day("2024-01-01") + calendar.Date(i), Value: decimal.RequireFromString(v), Source: "a paper", Evidence: law.Sourced,
		})
	}
	table, err := law.NewTable(m, entries)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestEncodeRates(t *testing.T) {
	var b bytes.Buffer
	if err := EncodeRates(&b, []*rates.Table{table2(t, "4.00", "-0.88")}); err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "series": "X-1",
    "jurisdiction": "SE",
    "name": "testränta",
    "knownThrough": "2024-12-31",
    "citation": "a law",
    "rows": [
      {
        "from": "2024-01-01",
        "value": "4",
        "source": "a paper",
        "evidence": "sourced"
      },
      {
        "from": "2024-01-02",
        "value": "-0.88",
        "source": "a paper",
        "evidence": "sourced"
      }
    ]
  }
]
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("rates (-want +got):\n%s", diff)
	}
	b.Reset()
	if err := EncodeRates(&b, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("no tables: %q, %v", b.String(), err)
	}
	b.Reset()
	err := EncodeRates(&b, []*rates.Table{table2(t, "1"), table2(t, "0.0000001", "1", "1001")})
	want = "series X-1 from 2024-01-01: 0.0000001 % is finer than 0.000001 %\nseries X-1 from 2024-01-03: 1001 % is beyond 1000 % a year"
	if err == nil || err.Error() != want || b.Len() > 0 {
		t.Errorf("%v and %d bytes, want %s", err, b.Len(), want)
	}
}

func TestEncodeBuiltInRates(t *testing.T) {
	set := rates.BuiltIn()
	for _, series := range set.Series() {
		table, _ := set.Lookup(series)
		var b bytes.Buffer
		if err := EncodeRates(&b, []*rates.Table{table}); err != nil {
			t.Errorf("%s: %v", series, err)
		}
		if got := strings.Count(b.String(), `"from":`); got != table.Len() {
			t.Errorf("%s: %d rows, want %d", series, got, table.Len())
		}
	}
}
