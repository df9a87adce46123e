package remittance_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/money"
)

// lines takes a joined error apart.
func lines(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}

// Every problem of an input is reported, with its path, what it is and what was
// wanted.
func TestProblems(t *testing.T) {
	in := Input{
		Received: sek("100.00"),
		Lines: []Line{
			{allocation.Principal, money.MustParse("1.00 EUR")},
			{77, sek("1.00")},
			{allocation.Fee, sek("-1.00")},
			{allocation.Fee, money.Amount{}},
		},
		Phase: strings.Repeat("p", MaxText+1),
		Tariff: Tariff{
			Rules: []Rule{
				{Percent: percent("101")},
				{Components: on(allocation.Fee, 9, allocation.Fee), Percent: -1, Flat: sek("-1.00"), Min: money.MustParse("1.00 EUR"), Max: sek("1.00")},
				{Components: on(allocation.Fee), Min: sek("2.00"), Max: sek("1.00")},
				{Components: on(allocation.Fee), Retain: true, Percent: 1, Tiers: make([]Tier, 1), Flat: sek("1.00"), Min: sek("1.00"), Max: sek("1.00")},
				{Components: on(allocation.Fee), Percent: 1, Tiers: []Tier{{sek("5.00"), 1}, {sek("5.00"), -2}, {money.Amount{}, 3}, {sek("9.00"), 4}}},
				{Components: on(1, 2, 3, 4, 5, 1), Label: strings.Repeat("l", MaxText+1), Tiers: make([]Tier, MaxTiers+1)},
			},
			VAT: percent("100.5"), Rounding: money.Rounding(99), VATRounding: money.Exactly.ToStep(5), Cover: 9,
		},
		CreditorCredit: sek("-0.01"),
	}
	_, err := Compute(in)
	want := []string{
		"/lines/0/amount: 1.00 EUR, want the currency of the payment, SEK",
		"/lines/1/component: component 77, want a known one",
		"/lines/2/amount: -1.00 SEK of a payment of 100.00 SEK, want an amount of the same sign",
		"/lines/3/amount: no amount, want one with a currency",
		`/phase: "pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp"…, want at most 200 bytes`,
		"/tariff/rules/0/components: 0 components, want 1 to 5",
		"/tariff/rules/0/percent: 101 %, want 0 to 100",
		"/tariff/rules/1/components/1: component 9, want a known one",
		"/tariff/rules/1/components/2: fee again, want each once",
		"/tariff/rules/1/percent: -0.000001 %, want 0 to 100",
		"/tariff/rules/1/flat: -1.00 SEK, want 0 or more",
		"/tariff/rules/1/min: 1.00 EUR, want the currency of the payment, SEK",
		"/tariff/rules/2/min: 2.00 SEK, want at most the maximum of 1.00 SEK",
		"/tariff/rules/3/percent: set on a rule that retains the component, want none",
		"/tariff/rules/3/tiers: set on a rule that retains the component, want none",
		"/tariff/rules/3/flat: set on a rule that retains the component, want none",
		"/tariff/rules/3/min: set on a rule that retains the component, want none",
		"/tariff/rules/3/max: set on a rule that retains the component, want none",
		"/tariff/rules/4/tiers: 4 tiers beside 0.000001 %, want one or the other",
		"/tariff/rules/4/tiers/1/percent: -0.000002 %, want 0 to 100",
		"/tariff/rules/4/tiers/1/upTo: 5.00 SEK, want more than 5.00 SEK",
		"/tariff/rules/4/tiers/2/upTo: no amount, want one with a currency",
		"/tariff/rules/4/tiers/3/upTo: 9.00 SEK, want none on the last tier",
		`/tariff/rules/5/label: "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllll"…, want at most 200 bytes`,
		"/tariff/rules/5/components: 6 components, want 1 to 5",
		"/tariff/rules/5/tiers: 101 tiers, want at most 100",
		"/tariff/vat: 100.5 %, want 0 to 100",
		"/tariff/rounding: Rounding(99), want a mode that rounds to a step of at most 10^15 minor units",
		"/tariff/vatRounding: exactly/5, want a mode that rounds to a step of at most 10^15 minor units",
		"/tariff/cover: 9, want a known cover",
		"/creditorCredit: -0.01 SEK, want 0 or more",
	}
	if diff := cmp.Diff(want, lines(err)); diff != "" {
		t.Error(diff)
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("%T, want joined problems", err)
	}
	for _, e := range joined.Unwrap() {
		var p *Problem
		if !errors.Is(e, ErrRemittance) || !errors.As(e, &p) || p.Error() != e.Error() {
			t.Errorf("%v is no problem of ErrRemittance", e)
		}
	}
}

func TestRefused(t *testing.T) {
	huge := money.FromMinor(math.MaxInt64, money.MustCurrency("SEK"))
	most := money.FromMinor(money.MaxMinor, money.MustCurrency("SEK"))
	tests := []struct {
		name string
		in   Input
		want string
	}{
		{"no amount", Input{}, "/received: no amount, want one with a currency"},
		{"minor units of no currency", Input{Received: money.FromMinor(5, money.Currency{})}, "/received: no amount, want one with a currency"},
		{"too large", Input{Received: huge}, "/received: 92233720368547758.07 SEK, want at most 10^15 minor units"},
		{"too small", Input{Received: huge.Neg()}, "/received: -92233720368547758.07 SEK, want at most 10^15 minor units"},
		{"lines above the payment", Input{Received: sek("1.00"), Lines: []Line{line(allocation.Fee, "0.60"), line(allocation.Fee, "0.41")}},
			"/lines: 1.01 SEK together, want at most the payment of 1.00 SEK"},
		{"lines above a chargeback", Input{Received: sek("-1.00"), Lines: []Line{line(allocation.Fee, "-1.01")}},
			"/lines: -1.01 SEK together, want at most the payment of -1.00 SEK"},
		{"a line of no payment", Input{Received: sek("0.00"), Lines: []Line{line(allocation.Fee, "0.01")}},
			"/lines/0/amount: 0.01 SEK of a payment of 0.00 SEK, want an amount of the same sign"},
		{"many lines", Input{Received: sek("1.00"), Lines: make([]Line, MaxLines+1)}, "/lines: 1001 lines, want at most 1000"},
		{"many rules", Input{Received: sek("1.00"), Tariff: Tariff{Rules: make([]Rule, MaxRules+1)}}, "/tariff/rules: 101 rules, want at most 100"},
		{"large credit", Input{Received: sek("1.00"), CreditorCredit: huge}, "/creditorCredit: 92233720368547758.07 SEK, want at most 10^15 minor units"},
		{"credit of no currency", Input{Received: sek("1.00"), CreditorCredit: money.FromMinor(1, money.Currency{})},
			"/creditorCredit: no amount, want one with a currency"},
		{"sum of large lines", Input{Received: most, Lines: manyLines(MaxLines, most)},
			"/lines: 10000000000000000.00 SEK together, want at most the payment of 10000000000000.00 SEK"},
	}
	for _, tt := range tests {
		got, err := Compute(tt.in)
		if !errors.Is(err, ErrRemittance) || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
		if diff := cmp.Diff(Remittance{}, got, same); diff != "" {
			t.Errorf("%s: a result beside the error: %s", tt.name, diff)
		}
	}
}

// What is exactly at a bound is taken.
func TestAtTheBounds(t *testing.T) {
	c := money.MustCurrency("SEK")
	rule := Rule{Label: strings.Repeat("l", MaxText), Components: on(1, 2, 3, 4, 5), Min: sek("2.00"), Max: sek("2.00")}
	for i := range MaxTiers - 1 {
		rule.Tiers = append(rule.Tiers, Tier{money.FromMinor(money.MaxMinor-MaxTiers+int64(i)+2, c), percent("100")})
	}
	rule.Tiers = append(rule.Tiers, Tier{})
	in := Input{Phase: strings.Repeat("p", MaxText), Tariff: Tariff{VAT: percent("100")}, CreditorCredit: money.FromMinor(money.MaxMinor, c)}
	for range MaxRules {
		in.Tariff.Rules = append(in.Tariff.Rules, rule)
	}
	for _, sign := range []int64{1, -1} {
		in.Received = money.FromMinor(sign*money.MaxMinor, c)
		in.Lines = manyLines(MaxLines, money.FromMinor(sign*money.MaxMinor/MaxLines, c))
		if law := broken(in); law != "" {
			t.Error(law)
		}
	}
}

func manyLines(n int, a money.Amount) []Line {
	list := make([]Line, n)
	for i := range list {
		list[i] = Line{allocation.Principal, a}
	}
	return list
}

// The largest input of all: bounds that hold together do not overflow.
func TestLargest(t *testing.T) {
	most := money.FromMinor(money.MaxMinor, money.MustCurrency("SEK"))
	fifth := money.FromMinor(money.MaxMinor/5, money.MustCurrency("SEK"))
	in := Input{Received: most, CreditorCredit: most, Tariff: Tariff{VAT: percent("100"), Rounding: money.Up.ToStep(money.MaxMinor), VATRounding: money.Up.ToStep(money.MaxMinor - 1), Cover: ProRata}}
	for c := allocation.Fee; c <= allocation.Principal; c++ {
		in.Lines = append(in.Lines, Line{c, fifth})
		in.Tariff.Rules = append(in.Tariff.Rules, Rule{Components: on(c), Percent: percent("100"), Flat: most})
	}
	if law := broken(in); law != "" {
		t.Error(law)
	}
	// Each rule: 0.2·10^15 + 10^15, rounded up to 2·10^15.
	if got := must(Compute(in)); got.Commission.Due.Minor() != 10*money.MaxMinor {
		t.Errorf("%s due, want 10^16 minor units", got.Commission.Due)
	}
}

func TestCoverNames(t *testing.T) {
	for c := CommissionFirst; c <= ProRata; c++ {
		if got, err := ParseCover(c.String()); got != c || err != nil {
			t.Errorf("%s: %v, %v", c, got, err)
		}
	}
	for _, bad := range []string{"", "vat", "VAT-first", strings.Repeat("x", 1000)} {
		if got, err := ParseCover(bad); !errors.Is(err, ErrNoCover) || len(err.Error()) > 200 {
			t.Errorf("%q: %v, %v", bad, got, err)
		}
	}
	if s := Cover(0).String() + Cover(4).String() + Cover(255).String(); s != "" {
		t.Errorf("%q, want no names for covers that do not exist", s)
	}
}
