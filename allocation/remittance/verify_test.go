package remittance_test

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/money"
)

// rich is a remittance in which every kind of figure occurs and no bound binds.
func rich(change func(*Input)) Remittance {
	t := agreed()
	t.Rules[1] = Rule{Components: on(allocation.Principal), Flat: sek("1.00"), Max: sek("500.00"),
		Tiers: []Tier{{sek("200.00"), percent("10")}, {Percent: percent("5")}}}
	t.Rules = append(t.Rules, Rule{Components: on(allocation.DefaultInterest), Min: sek("190.00")})
	in := Input{Received: sek("1000.00"), Tariff: t, CreditorCredit: sek("30.00"), Lines: []Line{
		line(allocation.Fee, "180.00"), line(allocation.DefaultInterest, "120.00"), line(allocation.Capitalized, "30.00"), line(allocation.Principal, "600.00"),
	}}
	change(&in)
	return must(Compute(in))
}

// places finds every amount and exact amount in a value that says something;
// bounds that do not bind may be anything.
func places(v reflect.Value, path string, visit func(path string, v reflect.Value)) {
	switch v.Interface().(type) {
	case money.Amount, money.Exact:
		visit(path, v)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Min" && name != "Max" {
				places(v.Field(i), path+"/"+name, visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			places(v.Index(i), path, visit)
		}
	}
}

// wrongs are figures that differ from a given one in size, currency or sign.
func wrongs(figure any) []any {
	if a, ok := figure.(money.Amount); ok {
		c := a.Currency()
		return []any{money.FromMinor(a.Minor()+1, c), money.FromMinor(math.MaxInt64, c), money.FromMinor(-math.MaxInt64, c),
			money.FromMinor(a.Minor(), money.MustCurrency("EUR")), money.Amount{}}
	}
	e := figure.(money.Exact)
	little := money.ExactOf(money.FromMinor(1, e.Currency())).Times(1, 1_000_000_000)
	return []any{must(e.Add(little)), must(e.Add(little)).Times(math.MaxInt64, 1).Times(math.MaxInt64, 1), money.Exact{}}
}

// No figure can be changed by a minor unit, turned round or put into another
// currency without Verify seeing it.
func TestVerifySeesEveryFigure(t *testing.T) {
	for name, change := range map[string]func(*Input){
		"in hand": func(*Input) {},
		"direct":  func(in *Input) { in.Direct = true },
		"held":    func(in *Input) { in.TrustProhibited = true },
	} {
		r := Reverse(Reverse(rich(change)))
		if err := r.Verify(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		seen := 0
		places(reflect.ValueOf(&r).Elem(), "", func(path string, v reflect.Value) {
			seen++
			was := reflect.ValueOf(v.Interface())
			for _, w := range wrongs(v.Interface()) {
				v.Set(reflect.ValueOf(w))
				if err := r.Verify(); !errors.Is(err, ErrVerify) {
					t.Errorf("%s: %s is %v in place of %v, and Verify says %v", name, path, w, was, err)
				}
			}
			v.Set(was)
		})
		if err := r.Verify(); err != nil || seen != 34 {
			t.Errorf("%s: %d figures looked at, %v", name, seen, err)
		}
	}
}

// What is no amount is seen too.
func TestVerifySeesTheRest(t *testing.T) {
	for name, spoil := range map[string]func(*Remittance){
		"nothing":             func(r *Remittance) { *r = Remittance{} },
		"direct":              func(r *Remittance) { r.Direct = true },
		"prohibition":         func(r *Remittance) { r.TrustProhibited = true },
		"rate of VAT":         func(r *Remittance) { r.VATRate++ },
		"rounding":            func(r *Remittance) { r.Rounding = money.HalfUp.ToStep(1000) },
		"no rounding":         func(r *Remittance) { r.VATRounding = 99 },
		"per cent of a step":  func(r *Remittance) { r.Lines[0].Steps[1].Percent++ },
		"a line twice":        func(r *Remittance) { r.Lines = append(r.Lines, r.Lines[0]) },
		"a line without base": func(r *Remittance) { r.Lines = append(r.Lines, CommissionLine{}) },
		"a missing step":      func(r *Remittance) { r.Lines[0].Steps = r.Lines[0].Steps[:1] },
		"a component twice":   func(r *Remittance) { r.Retentions[0].Components = on(allocation.Principal) },
		"no such component":   func(r *Remittance) { r.Retentions[0].Components = on(200) },
		"a maximum":           func(r *Remittance) { r.Lines[0].Max = sek("1.00") },
		"a minimum":           func(r *Remittance) { r.Lines[1].Min = sek("191.00") },
		"no minimum":          func(r *Remittance) { r.Lines[1].Min = money.Amount{} },
		"turned round":        func(r *Remittance) { r.Received = r.Received.Neg() },
		// Legs that add up, with a part below zero.
		"a negative part": func(r *Remittance) {
			r.VAT.Netted, r.VAT.ToInvoice = sek("-1.00"), must(r.VAT.ToInvoice.Add(must(r.VAT.Netted.Add(sek("1.00")))))
		},
	} {
		r := Reverse(Reverse(rich(func(*Input) {})))
		spoil(&r)
		if err := r.Verify(); !errors.Is(err, ErrVerify) {
			t.Errorf("%s: %v, want ErrVerify", name, err)
		}
	}
}

// A reversal is a copy: changing it leaves the remittance alone.
func TestReverseSharesNothing(t *testing.T) {
	r, untouched := rich(func(*Input) {}), rich(func(*Input) {})
	back := Reverse(r)
	for i := range back.Lines {
		back.Lines[i].Components[0] = 0
		back.Lines[i].Steps[0] = Step{}
		back.Lines[i].Label = "x"
	}
	back.Retentions[0].Components[0] = 0
	back.Retentions[0].Label = "x"
	if diff := cmp.Diff(untouched, r, same); diff != "" {
		t.Error(diff)
	}
}

// The names of Aptic's payment.
func TestApticNames(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Input)
		want   [9]string
	}{
		// Commission: 10 % of 200 + 5 % of 400 + 1 = 41, and at least 190: 231.
		// VAT 57.75. In hand after the fee: 750.
		{"in hand", func(*Input) {}, [9]string{"0.00", "468.75", "231.00", "57.75", "461.25", "0.00", "0.00", "0.00", "0.00"}},
		{"held", func(in *Input) { in.TrustProhibited = true }, [9]string{"0.00", "468.75", "231.00", "57.75", "0.00", "0.00", "0.00", "0.00", "0.00"}},
		{"direct", func(in *Input) { in.Direct, in.CreditorCredit = true, sek("240.00") },
			[9]string{"288.75", "0.00", "0.00", "0.00", "0.00", "231.00", "9.00", "0.00", "48.75"}},
		{"direct, little credit", func(in *Input) { in.Direct = true },
			[9]string{"288.75", "0.00", "0.00", "0.00", "0.00", "30.00", "0.00", "201.00", "57.75"}},
	}
	for _, tt := range tests {
		r := rich(tt.change)
		var got [9]string
		for i, a := range []money.Amount{
			r.AmountNotDeducted(), r.TotalAmountDeducted(), r.WithdrawnCommission(), r.WithdrawnVAT(), r.RemittenceAmount(),
			r.CommissionNettedOnCreditorAccount(), r.VATNettedOnCreditorAccount(), r.CommissionToInvoice(), r.VATToInvoice(),
		} {
			got[i] = a.Number()
		}
		if got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	var broken Remittance
	broken.Retained = money.FromMinor(math.MaxInt64, money.MustCurrency("SEK"))
	broken.VAT.Withdrawn = broken.Retained
	if a := broken.TotalAmountDeducted(); a != (money.Amount{}) {
		t.Errorf("%s of a remittance that does not add up, want no amount", a)
	}
}
