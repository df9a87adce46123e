package native

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func day(s string) calendar.Date        { return calendar.MustParseDate(s) }
func sek(s string) money.Amount         { return money.MustParse(s + " SEK") }
func percent(s string) interest.Percent { return interest.MustPercent(s) }

// fullCase uses every field that this version reads.
func fullCase() ledger.Case {
	return ledger.Case{
		ID: "SE-1001", Currency: money.MustCurrency("SEK"), Jurisdiction: "SE", Debtor: ledger.Consumer,
		Debtors: []ledger.Debtor{
			{ID: "D-1", Kind: ledger.Consumer, Role: "main"},
			{ID: "D-2", Kind: ledger.Business},
		},
		Claims: []ledger.Claim{
			{
				ID: "INV-1", Kind: ledger.Invoice, Group: "telecom", Principal: sek("10000.00"), VAT: sek("2000.00"),
				Contracted: day("2023-12-01"), Issued: day("2024-01-01"), Due: day("2024-01-31"),
				Demanded: day("2024-02-20"), Accelerated: day("2024-06-30"), Recorded: day("2024-01-03"),
				Interest: &ledger.InterestFacts{
					RateFacts: ledger.RateFacts{Basis: ledger.BasisStatutory, Reset: ledger.Floating},
					DayCount:  calendar.ActActISDA, From: day("2024-02-01"), Through: day("2030-12-31"),
					PaymentDay: ledger.Free,
					Floor:      &ledger.RateFacts{Basis: ledger.BasisFixed},
					Ceiling:    &ledger.RateFacts{Basis: ledger.BasisReference, Series: "SE", Margin: percent("20")},
					Agreed: &ledger.RateFacts{
						Basis: ledger.BasisReference, Series: "EU", Margin: percent("-0.5"), Multiplier: 1_500_000, Reset: ledger.FixedAtStart,
					},
					Cutoff: day("2025-01-31"), Compounding: ledger.Annual, Kind: ledger.ForDelay,
				},
			},
			{
				ID: "LOAN-1", Kind: ledger.ConsumerCredit, Principal: sek("5000.00"), VAT: sek("0.00"),
				Interest: &ledger.InterestFacts{
					RateFacts: ledger.RateFacts{Basis: ledger.BasisFixed, Rate: percent("11.5")},
					DayCount:  calendar.Thirty360Bond, From: day("2024-03-01"), Kind: ledger.ForCredit,
					Refixes: []ledger.Refix{{From: day("2024-06-01"), Rate: percent("10.25")}, {From: day("2024-12-01")}},
				},
			},
			{
				ID: "LOAN-2", Kind: ledger.Loan, Principal: sek("8000.00"), Due: day("2024-01-31"),
				Opening: &ledger.Opening{
					Through: day("2024-02-29"), Principal: sek("7500.00"), ContractInterest: sek("0.00"), Interest: sek("12.50"),
				},
				Interest: &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}},
				ContractInterest: &ledger.InterestFacts{
					RateFacts: ledger.RateFacts{Basis: ledger.BasisFixed, Rate: percent("6")}, From: day("2023-06-01"), Kind: ledger.ForCredit,
				},
				Limitation: &ledger.LimitationFacts{
					Law: "SE", Instrument: ledger.PromissoryNote, Period: calendar.Years(10), PrivateCreditor: true,
					Interval: calendar.Years(1), Margin: calendar.DaySpan(90),
				},
			},
			{ID: "CN-1", Kind: ledger.CreditNote, Principal: sek("250.00"), Issued: day("2024-04-02")},
			{ID: "RENT-1", Kind: ledger.Rent, Principal: sek("0.01"), Due: day("2024-02-29")},
		},
		Fees: []ledger.Fee{
			{ID: "F-1", Code: "reminder", Date: day("2024-02-15"), Recorded: day("2024-02-16"), Amount: sek("60.00")},
			{ID: "F-2", Date: day("2024-03-15"), Amount: sek("180.00")},
		},
		Titles: []ledger.Title{{ID: "T-1", Date: day("2024-09-01"), Recorded: day("2024-09-03"), Kind: "payment-order"}},
		Payments: []ledger.Payment{
			{
				ID: "P-1", Date: day("2024-05-10"), Recorded: day("2024-05-12"), Amount: sek("2500.00"), By: "D-1", Direct: true,
				Specification: []allocation.Directed{
					{Item: "INV-1", Components: []allocation.Component{allocation.Principal}, Amount: sek("100.00")},
					{Item: "INV-1", Components: allocation.Interest(), Amount: sek("50.00")},
					{Item: "F-1", Components: []allocation.Component{allocation.Fee}, Amount: sek("60.00")},
				},
				Order: paymentOrder(),
			},
			{ID: "P-2", Date: day("2024-06-10"), Amount: sek("1.00")},
		},
		Reversals: []ledger.Reversal{
			{ID: "R-1", Payment: "P-1", Date: day("2024-05-20"), Recorded: day("2024-05-21"), Effect: ledger.Mirror},
			{ID: "R-2", Payment: "P-2", Date: day("2024-06-11")},
		},
		Adjustments: []ledger.Adjustment{
			{
				ID: "A-1", Date: day("2024-07-01"), Recorded: day("2024-07-02"), Item: "INV-1", Component: allocation.Principal,
				Amount: sek("-100.00"), Reason: "goods returned",
			},
			{ID: "A-2", Date: day("2024-07-01"), Item: "F-1", Component: allocation.Fee, Amount: sek("0.01")},
		},
		Capitalizations: []ledger.Capitalization{
			{ID: "K-1", Date: day("2024-08-01"), Recorded: day("2024-08-05"), Item: "INV-1"},
			{ID: "K-2", Date: day("2024-08-01"), Item: "LOAN-1"},
		},
		Holds: []ledger.Hold{
			{
				ID: "H-1", Scope: ledger.HoldInterest, Items: []string{"INV-1", "F-1"}, From: day("2024-02-10"), Through: day("2024-02-20"),
				Reason: "disputed", Recorded: day("2024-02-11"),
			},
			{Scope: ledger.HoldFees, From: day("2024-10-01")},
		},
		Notices: []ledger.Notice{
			{
				ID: "N-1", Kind: "reminder", Sent: day("2024-02-15"), Delivered: day("2024-02-17"), Through: day("2024-02-29"),
				Recorded: day("2024-02-16"), Level: 1, Fee: sek("60.00"),
			},
			{ID: "N-2", Sent: day("2024-03-15")},
		},
		Promises: []ledger.Promise{
			{ID: "V-1", Date: day("2024-03-20"), Due: day("2024-04-30"), Amount: sek("2500.00"), Recorded: day("2024-03-21")},
		},
		Closed: &ledger.Closing{
			Date: day("2025-03-31"), Disposition: ledger.SmallBalance, Tolerance: sek("1.00"), Recorded: day("2025-04-01"),
		},
		Allocation: allocation.Order{
			Rungs: []allocation.Rung{
				{
					Components: []allocation.Component{allocation.Fee}, Codes: []string{"reminder", "notice"},
					Due: []allocation.Bucket{allocation.PastDue, allocation.Due, allocation.InAdvance}, Sequence: allocation.Largest,
				},
				{
					Components: []allocation.Component{allocation.DefaultInterest, allocation.ContractInterest, allocation.Capitalized},
					Groups:     []string{"telecom"}, Sequence: allocation.HighestRate,
				},
				{Components: []allocation.Component{allocation.Principal}, Sequence: allocation.ProRata},
				{Components: []allocation.Component{allocation.Principal}},
			},
			Processing: allocation.Horizontal, Rest: allocation.Apply,
		},
		Rounding:    interest.Rounding{Mode: money.HalfEven.ToStep(5), Place: interest.PlaceSegment},
		ExtendRates: true,
	}
}

func TestDecodeFullCase(t *testing.T) {
	text, err := os.ReadFile("testdata/full.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := same(fullCase(), decode(t, string(text))); diff != "" {
		t.Errorf("case (-want +got):\n%s", diff)
	}
}

func TestDecodeOrders(t *testing.T) {
	preset := func(name string, rest allocation.Rest) allocation.Order {
		o, _ := allocation.Preset(name)
		o.Rest = rest
		return o
	}
	for fields, want := range map[string]allocation.Order{
		`"extendRates":true`:                                         {},
		`"allocation":{}`:                                            {},
		`"allocation":{"unallocated":"apply"}`:                       {Rest: allocation.Apply},
		`"allocation":{"unallocated":"hold"}`:                        {Rest: allocation.Hold},
		`"allocation":{"preset":"FI"}`:                               preset("FI", allocation.Hold),
		`"allocation":{"preset":"DE-BGB-367"}`:                       preset("DE-BGB-367", allocation.Hold),
		`"allocation":{"preset":"SE","unallocated":"apply"}`:         preset("SE", allocation.Apply),
		`"allocation":{"rungs":[],"preset":"SE"}`:                    preset("SE", allocation.Hold),
		`"allocation":{"rungs":[{"components":["interest","fee"]}]}`: {Rungs: []allocation.Rung{{Components: []allocation.Component{allocation.DefaultInterest, allocation.ContractInterest, allocation.Fee}}}},
	} {
		got := decode(t, fill(inCase, fields)).Allocation
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", fields, diff)
		}
	}
}

func TestDecodeRoundings(t *testing.T) {
	for fields, want := range map[string]interest.Rounding{
		`"rounding":{}`:                                     {},
		`"rounding":{"mode":"down"}`:                        {Mode: money.Down},
		`"rounding":{"place":"day"}`:                        {Place: interest.PlaceDay},
		`"rounding":{"quantum":"0.01"}`:                     {},
		`"rounding":{"quantum":"1.00"}`:                     {Mode: money.Exactly.ToStep(100)},
		`"rounding":{"mode":"ceiling","quantum":"0.5"}`:     {Mode: money.Ceiling.ToStep(50)},
		`"rounding":{"mode":"half-up","place":"claim"}`:     interest.Commercial(),
		`"rounding":{"quantum":"10000000000000.00"}`:        {Mode: money.Exactly.ToStep(money.MaxMinor)},
		`"rounding":{"mode":"","place":"","quantum":""}`:    {},
		`"rounding":{"mode":"half-down","place":"segment"}`: {Mode: money.HalfDown, Place: interest.PlaceSegment},
	} {
		if got := decode(t, fill(inCase, fields)).Rounding; got != want {
			t.Errorf("%s: %v %v, want %v %v", fields, got.Mode, got.Place, want.Mode, want.Place)
		}
	}
}

func TestDecodeEveryWord(t *testing.T) {
	for _, c := range dayCounts {
		if got := decode(t, fill(inInterest, `"basis":"none","dayCount":"`+c.String()+`"`)).Claims[0].Interest.DayCount; got != c {
			t.Errorf("day count %s, want %s", got, c)
		}
	}
	for _, m := range modes {
		if got := decode(t, fill(inCase, `"rounding":{"mode":"`+m.String()+`"}`)).Rounding.Mode; got != m {
			t.Errorf("mode %s, want %s", got, m)
		}
	}
	for _, name := range allocation.Presets() {
		if got := decode(t, fill(inCase, `"allocation":{"preset":"`+name+`"}`)).Allocation.Name; got != name {
			t.Errorf("preset %q, want %q", got, name)
		}
	}
	for k := ledger.Invoice; k.String() != ""; k++ {
		fields := `"due":"2024-01-31","kind":"` + k.String() + `"`
		if k == ledger.CapitalizedInterest {
			fields += `,"interest":{"basis":"none"}`
		}
		if got := decode(t, fill(inClaim, fields)).Claims[0].Kind; got != k {
			t.Errorf("kind %s, want %s", got, k)
		}
	}
}

// Amounts have the decimals of the currency of the case, wherever that stands.
func TestDecodeCurrencies(t *testing.T) {
	for text, want := range map[string]string{
		`{"id":"C","claims":[{"id":"I","principal":"1000","due":"2024-01-31"}],"currency":"JPY"}`:    "1000 JPY",
		`{"id":"C","claims":[{"id":"I","principal":"1.001","due":"2024-01-31"}],"currency":"KWD"}`:   "1.001 KWD",
		`{"id":"C","claims":[{"id":"I","principal":"1.0001","due":"2024-01-31"}],"currency":"CLF"}`:  "1.0001 CLF",
		`{"id":"C","claims":[{"id":"I","principal":"1.5","due":"2024-01-31"}],"currency":"EUR"}`:     "1.50 EUR",
		`{"id":"C","claims":[{"id":"I","principal":"0000001","due":"2024-01-31"}],"currency":"EUR"}`: "1.00 EUR",
	} {
		if got := decode(t, text).Claims[0].Principal.String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// paymentOrder is the order of the first payment of the full case.
func paymentOrder() allocation.Order {
	o, _ := allocation.Preset(allocation.PrincipalFirst)
	o.Direction = allocation.DirectItem
	return o
}
