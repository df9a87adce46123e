package ledger

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Everything that is wrong is reported at once, each at its path.
func TestValidateReportsEverything(t *testing.T) {
	c, _ := simple(t, "2024-05-10 2500.00")
	c.ID = ""
	c.Jurisdiction = "SE"
	c.Claims = append(c.Claims, Claim{ID: "INV", Principal: money.MustParse("-1.00 SEK")}, Claim{
		ID: "INV-3", Principal: money.MustParse("5.00 EUR"), VAT: sek("6.00"), Due: day("1899-12-31"),
		Interest: &InterestFacts{RateFacts: RateFacts{Basis: BasisFixed, Series: "SE", Margin: 1}, Through: day("1890-01-01"), Cutoff: day("2024-01-01"),
			Floor: &RateFacts{Basis: BasisReference}},
	}, Claim{ID: "INV-4", Principal: sek("5.00"), Due: day("2024-01-01"),
		Interest: &InterestFacts{RateFacts: RateFacts{Basis: BasisNone}, Agreed: &RateFacts{Basis: BasisStatutory}}})
	c.Fees = append(c.Fees, Fee{ID: strings.Repeat("x", MaxText+1), Amount: sek("0.00")})
	c.Payments = append(c.Payments, Payment{ID: "P9", Date: day("2024-01-01"), Amount: sek("10.00"), By: "nobody", Specification: []allocation.Directed{
		{Item: "INV-3", Components: []allocation.Component{allocation.Fee}, Amount: sek("9.00")},
		{Item: "nothing", Components: []allocation.Component{allocation.Fee}, Amount: sek("2.00")},
		{Item: "FEE", Amount: sek("0.00")},
	}})
	c.Allocation = allocation.Order{Name: "own"}
	var paths []string
	for _, p := range AsProblems(c.Validate()) {
		paths = append(paths, p.Path)
		if p.Message == "" {
			t.Errorf("%s: no message", p.Path)
		}
	}
	want := []string{
		"/id", "/debtor",
		"/claims/1/id", "/claims/1/principal", "/claims/1/due",
		"/claims/2/principal", "/claims/2/due", "/claims/2/interest/through", "/claims/2/interest/through", "/claims/2/interest/series",
		"/claims/2/interest/margin", "/claims/2/interest/floor/series", "/claims/2/interest/cutoff",
		"/claims/3/interest/agreed", "/claims/3/interest/agreed/basis",
		"/fees/1/id", "/fees/1/date", "/fees/1/amount",
		"/payments/1/by", "/payments/1/specification/0/component", "/payments/1/specification/1/item",
		"/payments/1/specification/2/amount", "/payments/1/specification",
		"/allocation",
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Error(diff)
	}
}

func TestValidateBoundsLists(t *testing.T) {
	c, _ := simple(t)
	c.Claims = make([]Claim, MaxClaims+1)
	c.Fees = make([]Fee, MaxFees+1)
	c.Payments = make([]Payment, MaxPayments+1)
	c.Debtors = make([]Debtor, MaxDebtors+1)
	var paths []string
	for _, p := range AsProblems(c.Validate()) {
		paths = append(paths, p.Path)
	}
	if diff := cmp.Diff([]string{"/debtors", "/claims", "/fees", "/payments"}, paths); diff != "" {
		t.Error(diff)
	}
}

// Too much money does not hide what else is wrong with the payments.
func TestValidateBoundsTheSumOfPayments(t *testing.T) {
	c, _ := simple(t)
	c.Payments = nil
	for i := range MaxReceived/money.MaxMinor + 1 {
		c.Payments = append(c.Payments, Payment{ID: fmt.Sprint("P", i), Date: day("2024-01-01"), Amount: money.FromMinor(money.MaxMinor, c.Currency)})
	}
	last := len(c.Payments) - 1
	c.Payments[last].By = "nobody"
	var paths []string
	for _, p := range AsProblems(c.Validate()) {
		paths = append(paths, p.Path)
	}
	if diff := cmp.Diff([]string{fmt.Sprintf("/payments/%d/by", last), "/payments"}, paths); diff != "" {
		t.Error(diff)
	}
	c.Payments = c.Payments[:last]
	if err := c.Validate(); err != nil {
		t.Errorf("%d at the bound: %v", last, err)
	}
}

// Adjustments count without their signs: what they put in and take out again must
// not overflow the sums of its way through the accounts.
func TestValidateBoundsTheSumOfAdjustments(t *testing.T) {
	c, _ := simple(t)
	for i := range MaxReceived/money.MaxMinor + 1 {
		amount := money.FromMinor(money.MaxMinor, c.Currency)
		if i%2 == 1 {
			amount = amount.Neg()
		}
		c.Adjustments = append(c.Adjustments, Adjustment{ID: fmt.Sprint("A", i), Item: c.Claims[0].ID, Date: day("2024-01-01"),
			Component: allocation.Principal, Amount: amount})
	}
	if ps := AsProblems(c.Validate()); len(ps) != 1 || ps[0].Path != "/adjustments" {
		t.Errorf("got %v, want one problem at /adjustments", ps)
	}
	c.Adjustments = c.Adjustments[1:]
	if err := c.Validate(); err != nil {
		t.Errorf("at the bound: %v", err)
	}
}

func TestValidateBoundsTheRates(t *testing.T) {
	c, _ := simple(t)
	c.Claims[0].Interest = &InterestFacts{RateFacts: RateFacts{
		Basis: BasisReference, Series: "SE", Margin: interest.MaxPercent + 1, Multiplier: interest.Factor(-interest.MaxPercent - 1),
	}}
	for range 20 { // the same order each time
		var paths []string
		for _, p := range AsProblems(c.Validate()) {
			paths = append(paths, p.Path)
		}
		if diff := cmp.Diff([]string{"/claims/0/interest/margin", "/claims/0/interest/multiplier"}, paths); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestMergeDoesNotRepeat(t *testing.T) {
	ps := Problems{{Path: "/claims/0/principal", Message: "not an amount"}, {Path: "/fees", Message: "not a list"}}
	ps.Merge(Problems{
		{Path: "/claims/0/principal", Message: "missing"}, {Path: "/claims/0", Message: "around"},
		{Path: "/fees/0/id", Message: "inside"}, {Path: "/claims/1/principal", Message: "missing"}, {Path: "/claims/0/principal2"},
	})
	var got []string
	for _, p := range ps {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff([]string{"/claims/0/principal", "/fees", "/claims/1/principal", "/claims/0/principal2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestFindingsAreSortedByPath(t *testing.T) {
	var in []Finding
	for _, p := range []string{"/claims/10/due", "/claims/2/interest", "/claims/2/due", "/claims/0/interest", "/allocation", "/claims/2"} {
		in = append(in, Finding{Code: "x", Path: p}, Finding{Code: "x", Path: p})
	}
	var got []string
	for _, f := range sortFindings(in) {
		got = append(got, f.Path)
	}
	if diff := cmp.Diff([]string{"/allocation", "/claims/0/interest", "/claims/2", "/claims/2/due", "/claims/2/interest", "/claims/10/due"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAsProblems(t *testing.T) {
	err := fmt.Errorf("loose")
	if ps := AsProblems(err); len(ps) != 1 || ps[0].Path != "" || ps[0].Cause != err {
		t.Errorf("got %v", ps)
	}
	if ps := AsProblems(nil); ps != nil {
		t.Errorf("got %v", ps)
	}
	ps := Problems{{Path: "/a"}, {Path: "/b"}}
	if got := AsProblems(ps.Err()); len(got) != 2 || got[1].Path != "/b" {
		t.Errorf("got %v", got)
	}
}

func TestKinds(t *testing.T) {
	for k := Consumer; k <= Business; k++ {
		if got, err := ParseDebtorKind(k.String()); got != k || err != nil {
			t.Errorf("%s: %v, %v", k, got, err)
		}
	}
	for k := Invoice; k <= OtherClaim; k++ {
		if got, err := ParseClaimKind(k.String()); got != k || err != nil {
			t.Errorf("%s: %v, %v", k, got, err)
		}
	}
	for b := BasisStatutory; b <= BasisNone; b++ {
		if got, err := ParseBasis(b.String()); got != b || err != nil {
			t.Errorf("%s: %v, %v", b, got, err)
		}
	}
	for _, err := range []error{second(ParseReset("")), second(ParsePaymentDay("paid")), second(ParseInterestKind("both"))} {
		if err == nil {
			t.Error("a word that is none passes")
		}
	}
}

func second[T any](_ T, err error) error { return err }
