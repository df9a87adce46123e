package ledger

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// capped is simple with a cost cap.
func capped(t testing.TB, limit, prior string, payments ...string) (Case, Resolved) {
	c, r := simple(t, payments...)
	r.Claims[0].Cap = &CapTerms{Limit: sek(limit), Prior: sek(prior), Citation: "cap"}
	return c, r
}

func capText(c *CapAccount) string {
	text := c.Used.Number() + " of " + c.Limit.Number() + ", away " + c.CappedAway.Number()
	if c.Reached.Component != 0 {
		text += " by " + c.Reached.Component.String() + " " + c.Reached.First.String() + ".." + c.Reached.Last.String()
	}
	return text
}

// By hand: 10 000 at 12 %: 3.2876… a day. Through 14 February 14 days are 46.03; the
// fee of 60.00 comes to 106.03. Through 31 May 121 days are 397.81.
func TestCostCap(t *testing.T) {
	for _, tt := range []struct{ name, limit, prior, want, totals string }{
		{"not reached", "1000.00", "0.00", "457.81 of 1000.00, away 0.00", "397.81 + 60.00"},
		{"reached within a segment", "300.00", "0.00", "300.00 of 300.00, away 157.81 by default-interest 2024-02-01..2024-05-31", "240.00 + 60.00"},
		{"reached by the fee", "100.00", "0.00", "100.00 of 100.00, away 357.81 by fee 2024-02-15..2024-02-15", "46.03 + 53.97"},
		{"used up before the case", "500.00", "500.00", "500.00 of 500.00, away 457.81 by default-interest 2024-02-01..2024-05-31", "0.00 + 0.00"},
		{"overdrawn before the case", "500.00", "600.00", "600.00 of 500.00, away 457.81 by default-interest 2024-02-01..2024-05-31", "0.00 + 0.00"},
		{"reached to the cent", "457.81", "0.00", "457.81 of 457.81, away 0.00", "397.81 + 60.00"},
	} {
		c, r := capped(t, tt.limit, tt.prior)
		st := fold(t, c, r, At{AsOf: day("2024-05-31")})
		if got := capText(st.Items[0].Cap); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if got := st.Totals.Interest.Number() + " + " + st.Totals.Fees.Number(); got != tt.totals {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.totals)
		}
	}
}

// The fee alone reaches the cap where the claim bears nothing.
func TestCostCapReachedByAFee(t *testing.T) {
	c, r := capped(t, "45.00", "0.00")
	r.Claims[0].Bears = false
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if got := capText(st.Items[0].Cap); got != "45.00 of 45.00, away 15.00 by fee 2024-02-15..2024-02-15" {
		t.Error(got)
	}
	if f := st.Items[1].Charge; f.CappedAway != sek("15.00") || f.Remaining != sek("45.00") || f.Original != sek("60.00") {
		t.Errorf("%+v", f)
	}
}

// What a payment settled counts against the cap like what is open: 100 days are
// 328.77, the fee 60.00, so 388.77 of 400.00 are drawn on 10 May; 11.23 are left.
// By 31 May 11.23 of the 54.46 that accrue on 7 888.77 are granted.
func TestCostCapCountsWhatWasPaid(t *testing.T) {
	c, r := capped(t, "400.00", "0.00", "2024-05-10 2500.00")
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if got := show(st); !strings.HasSuffix(got, "= 7888.77 + 11.23 + 0.00 = 7900.00") {
		t.Error(got)
	}
	if st.PerDiem.Sign() != 0 {
		t.Errorf("the next day adds %s", st.PerDiem)
	}
	quote, err := mustBook(t, c, r, "2024-05-31").Payoff()
	if err != nil || quote.Amount != sek("7900.00") {
		t.Errorf("payoff %v, %v", quote, err)
	}
}

func mustBook(t *testing.T, c Case, r Resolved, asOf string) *Book {
	t.Helper()
	b, err := Fold(c, r, At{AsOf: day(asOf)})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A claim without a cap leaves the fee uncapped, because it may be for that claim.
func TestFeeOfACaseWithAnUncappedClaim(t *testing.T) {
	c, r := capped(t, "10.00", "0.00")
	c.Claims = append(c.Claims, Claim{ID: "B", Principal: sek("1.00"), Due: day("2024-01-31"), Interest: &InterestFacts{RateFacts: RateFacts{Basis: BasisNone}}})
	r.Claims = append(r.Claims, ClaimTerms{})
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if st.Totals.Fees != sek("60.00") || st.Totals.Interest != sek("10.00") {
		t.Error(st.Totals)
	}
}

// By hand: a fee of 60.00 of 15 February at 12 % bears from the 16th: 85 days to 10
// May are 1.6767…; 61.00 pay the fee and 1.00 of its interest (the order: fee,
// interest). Then nothing bears: 0.68 stays.
func TestFeeInterest(t *testing.T) {
	c, r := simple(t, "2024-05-10 61.00")
	c.Claims[0].Principal, c.Claims[0].VAT = sek("0.00"), money.Amount{}
	terms := terms("2024-02-15", "12")
	c.Fees[0].Interest = &InterestFacts{RateFacts: RateFacts{Basis: BasisFixed, Rate: interest.MustPercent("12")}}
	r.Fees = []FeeTerms{{Interest: terms}}
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if diff := cmp.Diff("P0>FEE fee 60.00@1\nP0>FEE default-interest 1.00@2\n= 0.00 + 0.68 + 0.00 = 0.68", show(st)); diff != "" {
		t.Error(diff)
	}
	f := st.Items[1]
	if len(f.Segments) != 1 || f.Segments[0].Period.Len() != 85 || f.Interest.Accrued != sek("1.68") {
		t.Errorf("%+v", f)
	}
}

// flat is a tariff of one amount in each of two years, picked by a day.
func flat(by fee.Selector, first, second string) *fee.Tariff {
	version := func(from, through, amount string) fee.Version {
		v := fee.Version{From: day(from), Currency: money.MustCurrency("SEK"), Bands: []fee.Band{{Shape: fee.Flat, Amount: sek(amount)}}, Citation: "law", Source: "paper", Evidence: 1}
		if through != "" {
			v.Through = day(through)
		}
		return v
	}
	return &fee.Tariff{Code: "collection", Audience: fee.Everybody, Selector: by, Versions: []fee.Version{
		version("2020-01-01", "2024-05-31", first), version("2024-06-01", "", second),
	}}
}

// assessedCase is simple with a fee whose amount a tariff says.
func assessedCase(t *testing.T, tariff *fee.Tariff, payments ...string) (Case, Resolved) {
	c, r := simple(t, payments...)
	c.Jurisdiction, c.Debtor = "SE", Consumer
	c.Fees[0].Amount = money.Amount{}
	r.Fees = []FeeTerms{{Tariff: tariff}}
	return c, r
}

// A fee that goes by the day of payment follows it, and is final when the claim is
// paid.
func TestFeeByTheDayOfPayment(t *testing.T) {
	c, r := assessedCase(t, flat(fee.Paid, "100.00", "130.00"), "2024-06-10 20000.00")
	early := fold(t, c, r, At{AsOf: day("2024-05-31")}).Items[1].Charge
	if early.Original != sek("100.00") || early.Adjusted.Sign() != 0 || !early.Assessed.Provisional {
		t.Errorf("%+v", early)
	}
	open := fold(t, c, r, At{AsOf: day("2024-06-09")})
	if f := open.Items[1].Charge; f.Remaining != sek("130.00") || f.Adjusted != sek("30.00") || codesOf(open) != FindingFeeProvisional {
		t.Errorf("%+v, %v", f, open.Findings)
	}
	late := fold(t, c, r, At{AsOf: day("2024-06-10")})
	if f := late.Items[1].Charge; f.Paid != sek("130.00") || f.Assessed.Provisional || late.Totals.Total.Sign() != 0 || len(late.Findings) != 0 {
		t.Errorf("%+v, %v", f, late.Findings)
	}
	c.Payments[0].Date = day("2024-05-20")
	if f := fold(t, c, r, At{AsOf: day("2024-06-30")}).Items[1].Charge; f.Paid != sek("100.00") || f.Adjusted.Sign() != 0 || f.Assessed.Provisional {
		t.Errorf("%+v", f)
	}
	quote, err := mustBook(t, c, r, "2024-05-19").Payoff()
	if err != nil {
		t.Fatal(err)
	}
	c.Payments[0] = Payment{ID: "P", Date: day("2024-05-19"), Amount: quote.Amount}
	if st := fold(t, c, r, At{AsOf: day("2024-06-30")}); st.Totals.Total.Sign() != 0 {
		t.Error(st.Totals)
	}
}

func TestFeeByTariff(t *testing.T) {
	tariff := flat(fee.Measure, "100.00", "130.00")
	tariff.Versions[0].Bands[0] = fee.Band{Shape: fee.Percent, Percent: interest.MustPercent("2")}
	c, r := assessedCase(t, tariff)
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if a := st.Items[1].Charge; a.Original != sek("200.00") || a.Assessed.Base != sek("10000.00") || !strings.Contains(a.Assessed.Formula, "2 %") {
		t.Errorf("%+v %+v", a, a.Assessed)
	}
	c.Fees[0].Facts.Base = sek("500.00")
	if a := fold(t, c, r, At{AsOf: day("2024-05-31")}).Items[1].Charge; a.Original != sek("10.00") {
		t.Errorf("%+v", a)
	}
	c.Fees[0].Date = day("2019-12-31")
	_, err := Fold(c, r, At{AsOf: day("2024-05-31")})
	if ps := AsProblems(err); len(ps) != 1 || ps[0].Path != "/fees/0/date" {
		t.Error(err)
	}
}

// Fees by tariff are bound by what the collection of a claim may cost in all: 150.00
// here, so that of two of 100.00 the second stands with 50.00.
func TestTotalCapOfFees(t *testing.T) {
	c, r := assessedCase(t, nil)
	limit := flat(fee.Measure, "150.00", "150.00")
	c.Fees = []Fee{{ID: "F1", Code: "collection", Date: day("2024-02-15")}, {ID: "F2", Code: "collection", Date: day("2024-03-15")}}
	terms := FeeTerms{Tariff: flat(fee.Measure, "100.00", "130.00"), TotalCap: limit}
	r.Fees = []FeeTerms{terms, terms}
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if st.Totals.Fees != sek("150.00") || st.Items[2].Charge.CappedAway != sek("50.00") {
		t.Errorf("%v %+v", st.Totals.Fees, st.Items[2].Charge)
	}
}

func TestFeeFactsRefused(t *testing.T) {
	c, _ := simple(t)
	c.Fees = append(c.Fees, Fee{ID: "G", Date: day("2024-03-01")}, Fee{ID: "H", Code: "x", Date: day("2024-03-01")},
		Fee{ID: "I", Date: day("2024-03-01"), Amount: sek("1.00"), Interest: &InterestFacts{RateFacts: RateFacts{Basis: BasisFixed}, Kind: ForCredit, Compounding: Annual}})
	c.Claims[0].Credit = &Credit{PriorCosts: sek("-1.00")}
	var got []string
	for _, p := range AsProblems(c.Validate()) {
		got = append(got, p.Path)
	}
	want := []string{"/claims/0/credit/priorCosts", "/claims/0/credit/granted", "/fees/1/amount", "/fees/2/amount", "/fees/3/interest/kind", "/fees/3/interest/compounding"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	c.Fees = c.Fees[:1]
	c.Claims[0].Credit = nil
	c.Fees[0].Interest = &InterestFacts{RateFacts: RateFacts{Basis: BasisFixed}}
	c.Adjustments = []Adjustment{{ID: "A", Item: "FEE", Date: day("2024-03-01"), Component: allocation.DefaultInterest, Amount: sek("1.00")}}
	if err := c.Validate(); err != nil {
		t.Errorf("an adjustment of the interest of a fee: %v", err)
	}
}

// three is a tariff by the day of payment: one amount through March 2024, another in
// April, a third after that.
func three(amounts ...string) *fee.Tariff {
	t := flat(fee.Paid, amounts[0], amounts[1])
	last := t.Versions[1]
	t.Versions[0].Through = day("2024-03-31")
	t.Versions[1].From, t.Versions[1].Through = day("2024-04-01"), day("2024-04-30")
	last.From, last.Bands = day("2024-05-01"), []fee.Band{{Shape: fee.Flat, Amount: sek(amounts[2])}}
	t.Versions = append(t.Versions, last)
	return t
}

// What a fee loses while the principal is open is never owed again beside what was
// paid of it, and what it gains draws on the cap. The fee is of 15 February; the claim
// of 10 000.00 bears nothing.
func TestRepricedFee(t *testing.T) {
	for _, tt := range []struct {
		name, cap, paid string
		amounts         []string
		day, want       string
	}{
		{"paid, then less, then as before", "", "2024-03-10 180.00", []string{"180.00", "100.00", "180.00"}, "2024-04-10", "180.00 + 0.00 - 180.00 - 0.00 = 0.00"},
		{"paid, then less, then as before", "", "2024-03-10 180.00", []string{"180.00", "100.00", "180.00"}, "2024-05-31", "180.00 + 0.00 - 180.00 - 0.00 = 0.00"},
		{"paid, then more", "", "2024-03-10 180.00", []string{"180.00", "200.00", "190.00"}, "2024-04-30", "180.00 + 20.00 - 180.00 - 0.00 = 20.00"},
		{"paid, then more, then less", "", "2024-03-10 180.00", []string{"180.00", "200.00", "190.00"}, "2024-05-31", "180.00 + 10.00 - 180.00 - 0.00 = 10.00"},
		{"more than the cap has left", "100.00 60.00", "", []string{"10.00", "100.00", "100.00"}, "2024-04-10", "10.00 + 90.00 - 0.00 - 60.00 = 40.00"},
		{"less, within what was capped away", "100.00 60.00", "", []string{"180.00", "100.00", "100.00"}, "2024-04-10", "180.00 + -80.00 - 0.00 - 60.00 = 40.00"},
		{"less than the cap granted", "100.00 60.00", "", []string{"180.00", "30.00", "30.00"}, "2024-04-10", "180.00 + -150.00 - 0.00 - 0.00 = 30.00"},
	} {
		var payments []string
		if tt.paid != "" {
			payments = append(payments, tt.paid)
		}
		c, r := assessedCase(t, three(tt.amounts...), payments...)
		r.Claims[0].Bears = false
		if tt.cap != "" {
			limit, prior, _ := strings.Cut(tt.cap, " ")
			r.Claims[0].Cap = &CapTerms{Limit: sek(limit), Prior: sek(prior), Citation: "cap"}
		}
		st := fold(t, c, r, At{AsOf: day(tt.day)})
		f := st.Items[1].Charge
		got := f.Original.Number() + " + " + f.Adjusted.Number() + " - " + f.Paid.Number() + " - " + f.CappedAway.Number() + " = " + f.Remaining.Number()
		if got != tt.want {
			t.Errorf("%s, %s: %s, want %s", tt.name, tt.day, got, tt.want)
		}
		if err := st.Verify(); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// A fee that the total of collection cuts draws on the cap of the credit only with
// what is left of it: two of 180.00, of which 200.00 in all may be charged.
func TestTotalBeforeCostCap(t *testing.T) {
	c, r := assessedCase(t, nil)
	r.Claims[0].Bears = false
	r.Claims[0].Cap = &CapTerms{Limit: sek("1000.00"), Citation: "cap"}
	c.Fees = []Fee{{ID: "F1", Code: "demand", Date: day("2024-02-15")}, {ID: "F2", Code: "demand", Date: day("2024-02-20")}}
	terms := FeeTerms{Tariff: flat(fee.Measure, "180.00", "180.00"), TotalCap: flat(fee.Measure, "200.00", "200.00")}
	r.Fees = []FeeTerms{terms, terms}
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if got := capText(st.Items[0].Cap); got != "200.00 of 1000.00, away 0.00" {
		t.Error(got)
	}
	if got := capText(st.Items[0].CollectionCap); got != "200.00 of 200.00, away 160.00 by fee 2024-02-20..2024-02-20" {
		t.Error(got)
	}
	if err := st.Verify(); err != nil {
		t.Error(err)
	}
}
