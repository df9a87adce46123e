package money_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/currency"

	"github.com/skuld-go/skuld/money"
)

// cldrDiffers lists where the Unicode CLDR gives other digits than ISO 4217, as
// {ISO, CLDR}. The two answer different questions: the standard says into how
// many units the currency is divided, the CLDR how many decimals people print,
// which is none where the small units buy nothing any more. A debt is booked in
// the units of the standard: a claim of 1234.56 RSD is not one of 1235.
var cldrDiffers = map[string][2]int{
	"AFN": {2, 0}, "ALL": {2, 0}, "AMD": {2, 0}, "COP": {2, 0}, "GYD": {2, 0},
	"IDR": {2, 0}, "IRR": {2, 0}, "KPW": {2, 0}, "LAK": {2, 0}, "LBP": {2, 0},
	"MGA": {2, 0}, "MMK": {2, 0}, "MNT": {2, 0}, "MUR": {2, 0}, "PKR": {2, 0},
	"RSD": {2, 0}, "SOS": {2, 0}, "SYP": {2, 0}, "TZS": {2, 0}, "UZS": {2, 0},
	"YER": {2, 0},
	"IQD": {3, 0},
}

// cldrUnknown lists the codes that are younger than the CLDR in that package.
var cldrUnknown = []string{"MRU", "SLE", "UYW", "VED", "VES", "ZWG"}

// A change in either list shows here and is then a decision, not a surprise.
func TestWhereCLDRDiffers(t *testing.T) {
	differs := make(map[string][2]int)
	var unknown []string
	for _, c := range money.Currencies() {
		unit, err := currency.ParseISO(c.Code())
		if err != nil {
			unknown = append(unknown, c.Code())
			continue
		}
		if digits, _ := currency.Standard.Rounding(unit); digits != c.Digits() {
			differs[c.Code()] = [2]int{c.Digits(), digits}
		}
	}
	if diff := cmp.Diff(cldrDiffers, differs); diff != "" {
		t.Errorf("digits as {ISO, CLDR} (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(cldrUnknown, unknown); diff != "" {
		t.Errorf("unknown to the CLDR %s (-want +got):\n%s", currency.CLDRVersion, diff)
	}
}
