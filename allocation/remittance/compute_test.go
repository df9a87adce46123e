package remittance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

func sek(major string) money.Amount { return money.MustParse(major + " SEK") }

func percent(s string) interest.Percent { return interest.MustPercent(s) }

// line is a line in SEK.
func line(c allocation.Component, major string) Line { return Line{c, sek(major)} }

// on lists the components of a rule.
func on(list ...allocation.Component) []allocation.Component { return list }

// debt lists the components that belong to the creditor.
func debt() []allocation.Component {
	return on(allocation.ContractInterest, allocation.DefaultInterest, allocation.Capitalized, allocation.Principal)
}

// agreed is the tariff of the package comment: the collector keeps its fees and
// earns 10 % of the rest, with VAT of 25 %.
func agreed() Tariff {
	return Tariff{VAT: percent("25"), Rules: []Rule{
		{Label: "own fees", Components: on(allocation.Fee), Retain: true},
		{Label: "10 %", Components: debt(), Percent: percent("10")},
	}}
}

// only is a tariff of one rule on principal, with VAT of 25 %.
func only(r Rule) Tariff {
	r.Components = on(allocation.Principal)
	return Tariff{VAT: percent("25"), Rules: []Rule{r}}
}

// paid is a payment in hand that went to principal as a whole.
func paid(major string, t Tariff) Input {
	return Input{Received: sek(major), Lines: []Line{line(allocation.Principal, major)}, Tariff: t}
}

// text writes a remittance as its figures that are not zero; legs as
// due=withdrawn+netted+toInvoice.
func text(r Remittance) string {
	var s string
	leg := func(name string, l Leg) {
		if l != (Leg{zero(l.Due), zero(l.Due), zero(l.Due), zero(l.Due)}) {
			s += fmt.Sprintf("%s %s=%s+%s+%s, ", name, l.Due.Number(), l.Withdrawn.Number(), l.Netted.Number(), l.ToInvoice.Number())
		}
	}
	leg("commission", r.Commission)
	leg("vat", r.VAT)
	for _, f := range []struct {
		name   string
		amount money.Amount
	}{
		{"retained", r.Retained}, {"retained to invoice", r.RetainedToInvoice}, {"free", r.Free},
		{"unallocated", r.Unallocated}, {"held", r.Held}, {"payable", r.Payable},
	} {
		if !f.amount.IsZero() || f.name == "payable" {
			s += fmt.Sprintf("%s %s, ", f.name, f.amount.Number())
		}
	}
	return s[:len(s)-2]
}

func zero(a money.Amount) money.Amount { return money.FromMinor(0, a.Currency()) }

// Every figure here is a sum on paper.
func TestCompute(t *testing.T) {
	thousand := Input{Received: sek("1000.00"), Tariff: agreed(), Lines: []Line{
		line(allocation.Fee, "180.00"), line(allocation.DefaultInterest, "120.00"), line(allocation.Principal, "700.00"),
	}}
	with := func(in Input, change func(*Input)) Input {
		change(&in)
		return in
	}
	tiers := Rule{Tiers: []Tier{{sek("1000.00"), percent("10")}, {sek("5000.00"), percent("5")}, {Percent: percent("2")}}}
	bounded := Rule{Percent: percent("8"), Flat: sek("5.00"), Min: sek("50.00"), Max: sek("200.00")}
	short := with(paid("20.00", only(Rule{Min: sek("50.00")})), func(in *Input) { in.CreditorCredit = sek("35.00") })
	tests := []struct {
		name string
		in   Input
		want string
	}{
		// 10 % of 120 + 700 = 82; 25 % of 82 = 20.50; 820 − 82 − 20.50 = 717.50.
		{"in hand", thousand, "commission 82.00=82.00+0.00+0.00, vat 20.50=20.50+0.00+0.00, retained 180.00, payable 717.50"},
		// The credit of 90 covers 82 and 8 of 20.50.
		{"direct", with(thousand, func(in *Input) { in.Direct, in.CreditorCredit = true, sek("90.00") }),
			"commission 82.00=0.00+82.00+0.00, vat 20.50=0.00+8.00+12.50, retained to invoice 180.00, payable 0.00"},
		{"direct without credit", with(thousand, func(in *Input) { in.Direct = true }),
			"commission 82.00=0.00+0.00+82.00, vat 20.50=0.00+0.00+20.50, retained to invoice 180.00, payable 0.00"},
		{"trust accounting prohibited", with(thousand, func(in *Input) { in.TrustProhibited = true }),
			"commission 82.00=82.00+0.00+0.00, vat 20.50=20.50+0.00+0.00, retained 180.00, held 717.50, payable 0.00"},
		// 250 of 1250 settled nothing: no commission, and not remitted.
		{"unallocated", with(thousand, func(in *Input) { in.Received = sek("1250.00") }),
			"commission 82.00=82.00+0.00+0.00, vat 20.50=20.50+0.00+0.00, retained 180.00, unallocated 250.00, payable 717.50"},
		{"invoices only", with(thousand, func(in *Input) {
			in.Tariff.NoWithdrawal, in.Tariff.NoNetting, in.CreditorCredit = true, true, sek("90.00")
		}), "commission 82.00=0.00+0.00+82.00, vat 20.50=0.00+0.00+20.50, retained 180.00, payable 820.00"},
		{"netting only", with(thousand, func(in *Input) { in.Tariff.NoWithdrawal, in.CreditorCredit = true, sek("90.00") }),
			"commission 82.00=0.00+82.00+0.00, vat 20.50=0.00+8.00+12.50, retained 180.00, payable 820.00"},
		// All goes to the collector's own fee: nothing to earn commission on.
		{"fee only", Input{Received: sek("60.00"), Tariff: agreed(), Lines: []Line{line(allocation.Fee, "60.00")}}, "retained 60.00, payable 0.00"},
		{"no tariff", with(thousand, func(in *Input) { in.Tariff = Tariff{} }), "free 1000.00, payable 1000.00"},
		{"nothing", Input{Received: sek("0.00"), Tariff: agreed()}, "payable 0.00"},

		// 10 % of 1000 + 5 % of 4000 + 2 % of 1250 = 100 + 200 + 25; VAT 81.25.
		{"tiers", paid("6250.00", only(tiers)), "commission 325.00=325.00+0.00+0.00, vat 81.25=81.25+0.00+0.00, payable 5843.75"},
		// The end of a tier is in it: 10 % of 1000.
		{"end of a tier", paid("1000.00", only(tiers)), "commission 100.00=100.00+0.00+0.00, vat 25.00=25.00+0.00+0.00, payable 875.00"},
		// 8 % of 100 + 5 = 13, at least 50.
		{"minimum", paid("100.00", only(bounded)), "commission 50.00=50.00+0.00+0.00, vat 12.50=12.50+0.00+0.00, payable 37.50"},
		// 8 % of 1000 + 5 = 85.
		{"within the bounds", paid("1000.00", only(bounded)), "commission 85.00=85.00+0.00+0.00, vat 21.25=21.25+0.00+0.00, payable 893.75"},
		// 8 % of 3000 + 5 = 245, at most 200.
		{"maximum", paid("3000.00", only(bounded)), "commission 200.00=200.00+0.00+0.00, vat 50.00=50.00+0.00+0.00, payable 2750.00"},
		{"maximum of nothing", paid("3000.00", only(Rule{Percent: percent("8"), Max: sek("0.00")})), "payable 3000.00"},
		// 12.345 % of 33.33 = 4.1145885 → 4.11; 25 % of 4.11 = 1.0275 → 1.03.
		{"rounding", paid("33.33", only(Rule{Percent: percent("12.345")})),
			"commission 4.11=4.11+0.00+0.00, vat 1.03=1.03+0.00+0.00, payable 28.19"},

		// 20 in hand and 35 of credit against 50 + 12.50.
		{"commission first", short, "commission 50.00=20.00+30.00+0.00, vat 12.50=0.00+5.00+7.50, payable 0.00"},
		{"VAT first", with(short, func(in *Input) { in.Tariff.Cover = VATFirst }),
			"commission 50.00=7.50+35.00+7.50, vat 12.50=12.50+0.00+0.00, payable 0.00"},
		// 20 × 50/62.50 = 16; of the 34 + 8.50 left, 35 × 34/42.50 = 28.
		{"pro rata", with(short, func(in *Input) { in.Tariff.Cover = ProRata }),
			"commission 50.00=16.00+28.00+6.00, vat 12.50=4.00+7.00+1.50, payable 0.00"},
		// The collector's fee and the unallocated 30 pay no commission on 20.
		{"fees and unallocated money cover nothing", Input{Received: sek("100.00"), Tariff: Tariff{Rules: []Rule{
			{Components: on(allocation.Fee), Retain: true}, {Components: debt(), Min: sek("50.00")}}},
			Lines: []Line{line(allocation.Fee, "50.00"), line(allocation.Principal, "20.00")}},
			"commission 50.00=20.00+0.00+30.00, retained 50.00, unallocated 30.00, payable 0.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Compute(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, text(got)); diff != "" {
				t.Error(diff)
			}
			if err := got.Verify(); err != nil {
				t.Error(err)
			}
		})
	}
}

// A base that ends with a tier has no step in the next.
func TestSteps(t *testing.T) {
	rule := Rule{Tiers: []Tier{{sek("10.00"), percent("10")}, {sek("20.00"), percent("5")}, {Percent: percent("2.5")}}}
	for base, want := range map[string]string{
		"0.01":  "0.01 SEK × 10 = 1/1000 SEK",
		"10.00": "10.00 SEK × 10 = 1/1 SEK",
		"10.01": "10.00 SEK × 10 = 1/1 SEK, 0.01 SEK × 5 = 1/2000 SEK",
		"20.00": "10.00 SEK × 10 = 1/1 SEK, 10.00 SEK × 5 = 1/2 SEK",
		"25.00": "10.00 SEK × 10 = 1/1 SEK, 10.00 SEK × 5 = 1/2 SEK, 5.00 SEK × 2.5 = 1/8 SEK",
	} {
		var steps []string
		for _, s := range must(Compute(paid(base, only(rule)))).Lines[0].Steps {
			steps = append(steps, fmt.Sprintf("%s × %s = %s", s.Slice, s.Percent, s.Exact))
		}
		if got := strings.Join(steps, ", "); got != want {
			t.Errorf("%s: %s, want %s", base, got, want)
		}
	}
}

// The first rule that names component and phase decides; "" is any phase in a
// rule and no phase in a case.
func TestPhases(t *testing.T) {
	tariff := Tariff{Rules: []Rule{
		{Label: "legal", Phase: "legal", Components: debt(), Percent: percent("20")},
		{Label: "amicable principal", Phase: "amicable", Components: on(allocation.Principal), Percent: percent("5")},
		{Label: "any", Components: on(allocation.Principal, allocation.Fee), Percent: percent("8")},
		{Label: "never asked", Components: on(allocation.Principal), Percent: percent("100")},
	}}
	lines := []Line{line(allocation.Principal, "60.00"), line(allocation.Fee, "10.00"), line(allocation.DefaultInterest, "20.00"), line(allocation.Principal, "10.00")}
	// 100 came in: 70 principal, 10 fee, 20 interest.
	for phase, want := range map[string]string{
		"legal":       "0 legal [default-interest principal] 90.00 18.00; 2 any [fee] 10.00 0.80; free 0.00",
		"amicable":    "1 amicable principal [principal] 70.00 3.50; 2 any [fee] 10.00 0.80; free 20.00",
		"enforcement": "2 any [fee principal] 80.00 6.40; free 20.00",
		"":            "2 any [fee principal] 80.00 6.40; free 20.00",
		"Legal":       "2 any [fee principal] 80.00 6.40; free 20.00",
	} {
		got, err := Compute(Input{Received: sek("100.00"), Lines: lines, Phase: phase, Tariff: tariff})
		if err != nil {
			t.Fatal(err)
		}
		var s string
		for _, l := range got.Lines {
			s += fmt.Sprintf("%d %s %v %s %s; ", l.Rule, l.Label, l.Components, l.Base.Number(), l.Amount.Number())
		}
		if s += "free " + got.Free.Number(); s != want {
			t.Errorf("%q: %s, want %s", phase, s, want)
		}
		if got.Phase != phase {
			t.Errorf("phase %q, want %q", got.Phase, phase)
		}
	}
}

// Each rule rounds once and VAT once, in the mode given; a reversal rounds as its
// payment does.
func TestRounding(t *testing.T) {
	yen := func(n int64) money.Amount { return money.FromMinor(n, money.MustCurrency("JPY")) }
	// 10 % of 1005 is 100.5, and 10 % VAT of that is 10.1 or 10.0.
	for mode, want := range map[money.Rounding][2]int64{
		money.Exactly: {101, 10}, money.HalfUp: {101, 10}, money.HalfEven: {100, 10}, money.HalfDown: {100, 10},
		money.Up: {101, 11}, money.Ceiling: {101, 11}, money.Down: {100, 10}, money.Floor: {100, 10},
		money.HalfUp.ToStep(50): {100, 0}, money.Up.ToStep(50): {150, 50},
	} {
		for _, sign := range []int64{1, -1} {
			got, err := Compute(Input{Received: yen(sign * 1005), Lines: []Line{{allocation.Principal, yen(sign * 1005)}},
				Tariff: Tariff{VAT: percent("10"), Rounding: mode, VATRounding: mode, Rules: []Rule{{Components: debt(), Percent: percent("10")}}}})
			if err != nil {
				t.Fatal(err)
			}
			if got.Commission.Due != yen(sign*want[0]) || got.VAT.Due != yen(sign*want[1]) {
				t.Errorf("%s of %d: %s and %s, want %d", mode, sign, got.Commission.Due, got.VAT.Due, want)
			}
		}
	}
	// Two rules of 0.5 each round to 1 each, where their sum would be 1.
	got, err := Compute(Input{Received: yen(10), Lines: []Line{{allocation.Principal, yen(5)}, {allocation.Fee, yen(5)}},
		Tariff: Tariff{Rules: []Rule{{Components: on(allocation.Fee), Percent: percent("10")}, {Components: debt(), Percent: percent("10")}}}})
	if err != nil || got.Commission.Due != yen(2) {
		t.Errorf("two lines: %s, %v, want 2 JPY", got.Commission.Due, err)
	}
}

// A chargeback takes commission back by the same rules and nets nothing.
func TestNegativePayments(t *testing.T) {
	in := Input{Received: sek("-1000.00"), Tariff: agreed(), CreditorCredit: sek("90.00"), Lines: []Line{
		line(allocation.Fee, "-180.00"), line(allocation.DefaultInterest, "-120.00"), line(allocation.Principal, "-700.00"),
	}}
	tests := []struct {
		name   string
		direct bool
		want   string
	}{
		{"in hand", false, "commission -82.00=-82.00+0.00+0.00, vat -20.50=-20.50+0.00+0.00, retained -180.00, payable -717.50"},
		{"direct", true, "commission -82.00=0.00+0.00+-82.00, vat -20.50=0.00+0.00+-20.50, retained to invoice -180.00, payable 0.00"},
	}
	for _, tt := range tests {
		in.Direct = tt.direct
		got, err := Compute(in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, text(got)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		if err := got.Verify(); err != nil {
			t.Error(err)
		}
	}
}
