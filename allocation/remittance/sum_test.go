package remittance_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/money"
)

// A period: 1 000 in hand, 100 directly, 40 held, and the first taken back in
// part by reversing it and computing 500.
func TestSum(t *testing.T) {
	first := must(Compute(paid("1000.00", agreed())))
	direct := paid("100.00", agreed())
	direct.Direct, direct.CreditorCredit = true, sek("11.00")
	direct.Lines = []Line{line(allocation.Fee, "20.00"), line(allocation.Principal, "80.00")}
	held := paid("40.00", agreed())
	held.TrustProhibited, held.Received = true, sek("45.00")
	list := []Remittance{first, must(Compute(direct)), must(Compute(held)), Reverse(first), must(Compute(paid("500.00", agreed())))}
	got, err := Sum(list)
	if err != nil {
		t.Fatal(err)
	}
	// 10 %: 100, 8, 4, −100 and 50; VAT: 25, 2, 1, −25 and 12.50.
	want := Total{
		Count: 5, Received: sek("545.00"), Direct: sek("100.00"), Unallocated: sek("5.00"),
		Retained: sek("0.00"), RetainedToInvoice: sek("20.00"),
		// Of the direct payment's 8 + 2 all is netted from 11.
		Commission: Leg{sek("62.00"), sek("54.00"), sek("8.00"), sek("0.00")},
		VAT:        Leg{sek("15.50"), sek("13.50"), sek("2.00"), sek("0.00")},
		// 500 − 50 − 12.50, and 40 − 4 − 1.
		Payable: sek("437.50"), Held: sek("35.00"),
	}
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Error(diff)
	}
	if err := got.Verify(); err != nil {
		t.Error(err)
	}
	for name, spoil := range map[string]func(*Total){
		"held":                func(t *Total) { t.Held = sek("0.00") },
		"commission":          func(t *Total) { t.Commission.Due = sek("0.00") },
		"VAT":                 func(t *Total) { t.VAT.ToInvoice = sek("0.01") },
		"direct":              func(t *Total) { t.Direct = money.MustParse("100.00 EUR") },
		"retained to invoice": func(t *Total) { t.RetainedToInvoice = money.Amount{} },
	} {
		wrong := got
		spoil(&wrong)
		if err := wrong.Verify(); !errors.Is(err, ErrVerify) {
			t.Errorf("%s: %v, want ErrVerify", name, err)
		}
	}
}

func TestSumRefuses(t *testing.T) {
	good := must(Compute(paid("1000.00", agreed())))
	euro := must(Compute(Input{Received: money.MustParse("1.00 EUR")}))
	broken := good
	broken.Payable = sek("0.00")
	_, err := Sum([]Remittance{good, euro, broken, {}, euro})
	want := []string{"/1/received: 1.00 EUR, want SEK as the first", "/2: ", "/3: ", "/4/received: 1.00 EUR, want SEK as the first"}
	got := lines(err)
	if len(got) != len(want) {
		t.Fatalf("%d problems, want %d:\n%v", len(got), len(want), err)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("%s, want %s…", got[i], want[i])
		}
	}
	if !errors.Is(err, ErrRemittance) {
		t.Errorf("%v, want ErrRemittance", err)
	}
	most := must(Compute(Input{Received: money.FromMinor(money.MaxMinor, money.MustCurrency("SEK"))}))
	many := make([]Remittance, 9224)
	for i := range many {
		many[i] = most
	}
	if _, err := Sum(many[:9223]); err != nil {
		t.Error(err)
	}
	if _, err := Sum(many); !errors.Is(err, ErrRemittance) {
		t.Errorf("%v, want ErrRemittance", err)
	}
	none, err := Sum(nil)
	if err != nil || none != (Total{}) || none.Verify() != nil {
		t.Errorf("%v, %v, want the zero total", none, err)
	}
}
