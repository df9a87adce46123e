package ledger

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
)

func codesOf(st *Statement) string {
	var out []string
	for _, f := range st.Findings {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

// balance writes a balance as its word and what is not zero.
func balance(b Balance) string {
	text := b.Status.String()
	for name, a := range map[string]string{" held ": b.Held.Number(), " due ": b.RefundDue.Number(), " over ": b.OverRefunded.Number()} {
		if a != "0.00" {
			text += name + a
		}
	}
	return text
}

// By hand: 1 000.00 come on 10 May while the case is blocked through 20 May. What
// is directed goes (30.00 on the fee); 970.00 are kept back and act on 21 May, when
// 111 days at 12 % of 10 000 are 364.93: 30.00 fee, 364.93 interest, 575.07
// principal. Interest to 31 May: 364.9315… + 10 days on 9 424.93 (30.9858…) =
// 395.9173…, less 364.93 paid: 30.99.
func TestBlockedMoneyActsWhenReleased(t *testing.T) {
	c, r := simple(t, "2024-05-10 1000.00")
	c.Holds = []Hold{{Scope: HoldPayments, From: day("2024-05-01"), Through: day("2024-05-20")}}
	c.Payments[0].Specification = []allocation.Directed{{Item: "FEE", Amount: sek("30.00")}}
	before := fold(t, c, r, At{AsOf: day("2024-05-20")})
	if got, want := show(before)+"\n"+balance(before.Balance), "P0>FEE fee 30.00@0\nP0 rest 970.00\n= 10000.00 + 361.64 + 30.00 = 10391.64\nopen held 970.00"; got != want {
		t.Errorf("while blocked: %s", got)
	}
	if codesOf(before) != FindingBlocked {
		t.Errorf("findings: %v", before.Findings)
	}
	after := fold(t, c, r, At{AsOf: day("2024-05-31")})
	want := "P0>FEE fee 30.00@0\nP0>FEE fee 30.00@1\nP0>INV default-interest 364.93@2\nP0>INV principal 575.07@4 vat 115.01\n= 9424.93 + 30.99 + 0.00 = 9455.92"
	if diff := cmp.Diff(want, show(after)); diff != "" {
		t.Error(diff)
	}
	if got := after.Allocations[0].Lines[1].Date; got != day("2024-05-21") {
		t.Errorf("the kept money acts on %s, want the day after the hold", got)
	}
}

// A hold on one claim leaves the others to undirected money.
func TestBlockedItem(t *testing.T) {
	c, r := simple(t, "2024-05-10 100.00")
	c.Holds = []Hold{{Scope: HoldPayments, Items: []string{"INV"}, From: day("2024-05-01")}}
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if got := show(st); !strings.HasPrefix(got, "P0>FEE fee 60.00@1\nP0 rest 40.00\n= 10000.00") {
		t.Error(got)
	}
}

// The states of a balance: 700.00 too much, of which 100.00 and then 700.00 are
// returned; the second time 100.00 more than there is. When the payment turns out
// void the whole 800.00 were returned without ground.
func TestRefundsAndTheBalance(t *testing.T) {
	c, r := simple(t, "2024-01-31 10700.00")
	c.Fees = nil
	st := func(asOf string) *Statement { return fold(t, c, r, At{AsOf: day(asOf)}) }
	if got := balance(st("2024-01-31").Balance); got != "refund-due due 700.00" {
		t.Error(got)
	}
	c.Refunds = []Refund{{ID: "R1", Date: day("2024-02-10"), Amount: sek("100.00"), Payment: "P0"}}
	if got := balance(st("2024-02-10").Balance); got != "refund-due due 600.00" {
		t.Error(got)
	}
	c.Refunds = append(c.Refunds, Refund{ID: "R2", Date: day("2024-02-11"), Amount: sek("700.00")})
	over := st("2024-02-11")
	if got := balance(over.Balance); got != "over-refunded over 100.00" || over.Paid.Unallocated.Number() != "0.00" {
		t.Error(got, over.Paid.Unallocated)
	}
	if got := over.Facts[len(over.Facts)-1].Effect; got != "returns 700.00 SEK, 100.00 SEK more than was left" {
		t.Error(got)
	}
	c.Reversals = []Reversal{{ID: "V", Payment: "P0", Date: day("2024-02-12")}}
	if got := balance(st("2024-02-12").Balance); got != "over-refunded over 800.00" {
		t.Error(got)
	}
	c.Reversals, c.Refunds = nil, nil
	c.Payments[0].Amount = sek("10000.00")
	if got := balance(st("2024-02-12").Balance); got != "settled" {
		t.Error(got)
	}
}

// Money that was returned does not wait any more: 500.00 too much, 400.00 returned,
// a fee of 60.00 takes its due, 40.00 are left to return.
func TestRefundedMoneyWaitsNoMore(t *testing.T) {
	c, r := simple(t, "2024-01-31 10500.00")
	r.Order.Rest = allocation.Apply
	c.Refunds = []Refund{{ID: "R", Date: day("2024-02-10"), Amount: sek("400.00")}}
	st := fold(t, c, r, At{AsOf: day("2024-02-20")})
	if got, want := show(st), "P0>INV principal 10000.00@4 vat 2000.00\nP0>FEE fee 60.00@1\nP0 rest 440.00\n rest -400.00\n= 0.00 + 0.00 + 0.00 = 0.00"; got != want {
		t.Error(got)
	}
	if got := balance(st.Balance); got != "refund-due due 40.00" {
		t.Error(got)
	}
}

// By hand: interest through 10 May is 328.77. The waiver takes it; principal bears
// on. On 31 May 5 000.00 principal are written off, with 1 000.00 of the 2 000.00
// VAT; the rest of the VAT is in the rest.
func TestWriteOffs(t *testing.T) {
	c, r := simple(t)
	c.WriteOffs = []WriteOff{
		{ID: "W1", Date: day("2024-05-10"), Kind: Waiver, Item: "INV", Components: allocation.Interest()},
		{ID: "W2", Date: day("2024-05-31"), Item: "INV", Components: []allocation.Component{allocation.Principal}, Amount: sek("5000.00")},
	}
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	if got, want := show(st), "= 5000.00 + 69.04 + 60.00 = 5129.04"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if w := st.WriteOffs; len(w) != 2 || w[0].Lines[0].Amount != sek("328.77") || w[0].VAT != sek("0.00") || w[1].VAT != sek("1000.00") || w[1].Lines[0].VAT != sek("1000.00") {
		t.Errorf("%+v", w)
	}
	if st.RecoverableVAT != sek("1000.00") || st.Items[0].Principal.VATRemaining != sek("1000.00") {
		t.Error(st.RecoverableVAT, st.Items[0].Principal.VATRemaining)
	}
	c.WriteOffs = append(c.WriteOffs, WriteOff{ID: "W3", Date: day("2024-06-30")})
	st = fold(t, c, r, At{AsOf: day("2024-07-31")})
	if got, want := show(st), "= 0.00 + 0.00 + 0.00 = 0.00"; got != want || st.RecoverableVAT != sek("2000.00") || st.Balance.Status != SettledInFull {
		t.Errorf("%s, want %s; VAT %s, %s", got, want, st.RecoverableVAT, st.Balance.Status)
	}
}

func TestWriteOffRefusals(t *testing.T) {
	for name, tt := range map[string]struct {
		path string
		w    WriteOff
	}{
		"more than is open": {"/writeOffs/0/amount", WriteOff{Item: "FEE", Components: []allocation.Component{allocation.Fee}, Amount: sek("60.01")}},
		"not raised yet":    {"/writeOffs/0/item", WriteOff{Item: "FEE", Date: day("2024-02-14")}},
		"no item":           {"/writeOffs/0/item", WriteOff{Components: []allocation.Component{allocation.Fee}, Amount: sek("1.00")}},
		"no component":      {"/writeOffs/0/component", WriteOff{Item: "FEE", Amount: sek("1.00")}},
		"another item's":    {"/writeOffs/0/component", WriteOff{Item: "FEE", Components: []allocation.Component{allocation.Principal}}},
		"unknown item":      {"/writeOffs/0/item", WriteOff{Item: "ELSE"}},
		"unknown component": {"/writeOffs/0/component", WriteOff{Components: []allocation.Component{99}}},
		"a credit note":     {"/writeOffs/0/item", WriteOff{Item: "CN", Components: []allocation.Component{allocation.Principal}, Amount: sek("1.00")}},
		"unknown kind":      {"/writeOffs/0/kind", WriteOff{Kind: 9}},
	} {
		c, r := simple(t)
		c.Claims = append(c.Claims, Claim{ID: "CN", Kind: CreditNote, Principal: sek("5.00"), Issued: day("2024-03-01")})
		r.Claims = append(r.Claims, ClaimTerms{})
		if tt.w.ID = "W"; tt.w.Date.IsZero() {
			tt.w.Date = day("2024-05-01")
		}
		c.WriteOffs = []WriteOff{tt.w}
		err := c.Validate()
		if err == nil {
			_, err = Fold(c, r, At{AsOf: day("2024-05-31")})
		}
		if ps := AsProblems(err); len(ps) != 1 || ps[0].Path != tt.path {
			t.Errorf("%s: %v, want one problem at %s", name, err, tt.path)
		}
	}
}

// A debtor's direction that the order does not follow, or follows only because the
// creditor took the money so, is remarked on.
func TestDirections(t *testing.T) {
	c, r := simple(t, "2024-05-10 500.00")
	c.Payments[0].Specification = []allocation.Directed{{Item: "INV", Components: []allocation.Component{allocation.Principal}, Amount: sek("500.00")}}
	r.Order = order(t, allocation.PresetNL)
	st := fold(t, c, r, At{AsOf: day("2024-05-10")})
	if l := st.Allocations[0].Lines[0]; l.Component != allocation.Principal || !l.Deviates || !l.ByConsent || !strings.Contains(l.Citation, "6:44(2)") {
		t.Errorf("%+v, %v", l, st.Findings)
	}
	r.Order.Direction = allocation.DirectItem
	st = fold(t, c, r, At{AsOf: day("2024-05-10")})
	if got := show(st); !strings.HasPrefix(got, "P0>INV default-interest 328.77@0\nP0>INV principal 171.23@0") {
		t.Error(got)
	}
	r.Order.Direction = allocation.DirectNothing
	st = fold(t, c, r, At{AsOf: day("2024-05-10")})
	if got := show(st); !strings.HasPrefix(got, "P0>FEE fee 60.00@1\nP0>INV default-interest 328.77@2\nP0>INV principal 111.23@4") || codesOf(st) != FindingDirectionRefused {
		t.Error(got, st.Findings)
	}
}

func TestRefundRefusals(t *testing.T) {
	c, _ := simple(t, "2024-05-10 500.00")
	c.Refunds = []Refund{{ID: "A", Date: day("2024-05-09"), Amount: sek("1.00"), Payment: "P0"}, {ID: "B", Date: day("2024-05-10"), Payment: "P9"}}
	err := c.Validate()
	if err == nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range AsProblems(err) {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff([]string{"/refunds/0/date", "/refunds/1/amount", "/refunds/1/payment"}, got); diff != "" {
		t.Error(diff)
	}
}
