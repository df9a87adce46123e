package ledger

import (
	"strings"
	"testing"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

func ordered(t *testing.T) (Case, Resolved) {
	t.Helper()
	on := calendar.MustParseDate
	c := Case{
		ID: "C", Currency: money.MustCurrency("SEK"),
		Claims: []Claim{{ID: "A", Principal: money.MustParse("1000.00 SEK"), Due: on("2024-01-31")}},
		Fees:   []Fee{{ID: "F", Date: on("2024-02-10"), Amount: money.MustParse("180.00 SEK")}},
		Payments: []Payment{
			{ID: "P-1", Date: on("2024-03-01"), Amount: money.MustParse("100.00 SEK")},
			{ID: "P-2", Date: on("2024-03-02"), Amount: money.MustParse("100.00 SEK")},
		},
	}
	c.Payments[0].Order, _ = allocation.Preset(allocation.PrincipalFirst)
	order, _ := allocation.Preset(allocation.CostsInterestPrincipal)
	return c, Resolved{Claims: make([]ClaimTerms, 1), Fees: make([]FeeTerms, 1), Order: order}
}

// The first payment goes to principal by its own order, the second to costs by that of
// the case.
func TestPaymentOrder(t *testing.T) {
	c, r := ordered(t)
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	b, err := Fold(c, r, At{AsOf: calendar.MustParseDate("2024-03-31")})
	if err != nil {
		t.Fatal(err)
	}
	st, err := b.Statement()
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Verify(); err != nil {
		t.Error(err)
	}
	if st.Totals.Principal.Number() != "900.00" || st.Totals.Fees.Number() != "80.00" {
		t.Errorf("%s and %s", st.Totals.Principal, st.Totals.Fees)
	}
}

func TestPaymentOrderOfOnesOwn(t *testing.T) {
	c, r := ordered(t)
	c.Payments[0].Order = allocation.Order{Rungs: []allocation.Rung{{Components: []allocation.Component{allocation.Principal}}}}
	b, err := Fold(c, r, At{AsOf: calendar.MustParseDate("2024-03-31")})
	if err != nil {
		t.Fatal(err)
	}
	st, err := b.Statement()
	if err != nil {
		t.Fatal(err)
	}
	if l := st.Allocations[0].Lines; len(l) != 1 || l[0].Component != allocation.Principal || l[0].Citation != paymentCitation {
		t.Errorf("%+v", l)
	}
	if c.Payments[0].Order.Rungs[0].Citation != "" {
		t.Error("the case was changed")
	}
}

func TestPaymentOrderRefused(t *testing.T) {
	c, _ := ordered(t)
	c.Payments[0].Order.Rest = allocation.Apply
	c.Payments[1].Order = allocation.Order{Direction: allocation.DirectNothing}
	err := c.Validate()
	for _, path := range []string{"/payments/0/allocation/unallocated", "/payments/1/allocation"} {
		if err == nil || !strings.Contains(err.Error(), path+": ") {
			t.Errorf("%v, want a problem at %s", err, path)
		}
	}
}
