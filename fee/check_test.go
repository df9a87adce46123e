package fee_test

import (
	"errors"
	"strings"
	"testing"

	. "github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// sound is a tariff that passes its check.
func sound() Tariff {
	return Tariff{Code: "a", Audience: Consumer, Selector: Measure, Versions: []Version{{
		From: day("2020-01-01"), Currency: money.MustCurrency("EUR"), Bands: []Band{{Shape: Flat, Amount: money.MustParse("1.00 EUR")}},
	}}}
}

func TestCheck(t *testing.T) {
	eur := money.MustParse
	for want, spoil := range map[string]func(*Tariff, *Version, *Band){
		`"" is not a code`:       func(t *Tariff, _ *Version, _ *Band) { t.Code = "" },
		`"a--b" is not a code`:   func(t *Tariff, _ *Version, _ *Band) { t.Code = "a--b" },
		"audience(0), want":      func(t *Tariff, _ *Version, _ *Band) { t.Audience = 0 },
		"selector(7), want":      func(t *Tariff, _ *Version, _ *Band) { t.Selector = 7 },
		"0 versions, want":       func(t *Tariff, _ *Version, _ *Band) { t.Versions = nil },
		"21 guards, want":        func(t *Tariff, _ *Version, _ *Band) { t.Guards = make(Guards, 21) },
		"valid_from: is missing": func(_ *Tariff, v *Version, _ *Band) { v.From = 0 },
		"currency: is missing":   func(_ *Tariff, v *Version, _ *Band) { v.Currency = money.Currency{} },
		"0 bands, want 1 to 200": func(_ *Tariff, v *Version, _ *Band) { v.Bands = nil },
		"max: 1.00 SEK, want":    func(_ *Tariff, v *Version, _ *Band) { v.Max = eur("1.00 SEK") },
		"vat: -1 %":              func(_ *Tariff, v *Version, _ *Band) { v.VAT.Percent = -1_000_000 },
		"vat: 1 %":               func(_ *Tariff, v *Version, _ *Band) { v.VAT = VAT{true, 1_000_000} },
		"rounding: exactly/5":    func(_ *Tariff, v *Version, _ *Band) { v.Rounding = money.Exactly.ToStep(5) },
		"rounding: half-up/5 of": func(_ *Tariff, v *Version, _ *Band) { v.Rounding, v.Min = money.HalfUp.ToStep(5), eur("0.01 EUR") },
		"rounding: Rounding(99)": func(_ *Tariff, v *Version, _ *Band) { v.Rounding = 99 },
		"unit: stands with no":   func(t *Tariff, v *Version, _ *Band) { unit := sound(); v.Unit = &unit },
		"source: ":               func(_ *Tariff, v *Version, _ *Band) { v.Source = "a\nb" },
		"band 1: legal_basis: ":  func(_ *Tariff, _ *Version, b *Band) { b.Citation = "\xff" },
		"band 1: shape: shape(0), want one of flat, percent":         func(_ *Tariff, _ *Version, b *Band) { b.Shape = 0 },
		"band 1: amount: 1.00 SEK, want the currency":                func(_ *Tariff, _ *Version, b *Band) { b.Amount = eur("1.00 SEK") },
		"band 1: over: 1.00 SEK, want the currency":                  func(_ *Tariff, _ *Version, b *Band) { b.Over = eur("1.00 SEK") },
		"band 1: percent: is of no use to the shape flat, want none": func(_ *Tariff, _ *Version, b *Band) { b.Percent = -1 },
		"band 1: percent: 1000.000001 %, want":                       func(_ *Tariff, _ *Version, b *Band) { *b = Band{Shape: Percent, Percent: interest.MaxPercent + 1} },
		"band 1: factor: 1000.000001, want above 0":                  func(_ *Tariff, _ *Version, b *Band) { b.Factor = interest.Factor(interest.MaxPercent + 1) },
	} {
		tariff := sound()
		spoil(&tariff, &tariff.Versions[0], &tariff.Versions[0].Bands[0])
		err := tariff.Check()
		if !errors.Is(err, ErrTariff) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if err := sound().Check(); err != nil {
		t.Error(err)
	}
}

// Problems of a unit are the tariff's too, each said once.
func TestCheckUnit(t *testing.T) {
	unit := sound()
	unit.Code = "UNIT"
	tariff := sound()
	v := &tariff.Versions[0]
	v.Bands = []Band{{Shape: Multiple, Factor: 1_000_000}}
	v.Unit, v.Through = &unit, v.From
	second := *v
	second.From, second.Through = v.From+1, 0
	tariff.Versions = append(tariff.Versions, second)
	if err := tariff.Check(); !errors.Is(err, ErrTariff) || strings.Count(err.Error(), "UNIT") != 2 || strings.Contains(err.Error(), "\n") {
		t.Errorf("%v, want one problem of UNIT", err)
	}
	a, err := tariff.Assess(Facts{Date: day("2020-01-01")})
	if err != nil || a.Net.Number() != "1.00" || a.Base != (money.Amount{}) {
		t.Errorf("%v, %s", err, a.Net)
	}
}

func TestWords(t *testing.T) {
	for word, parse := range map[string]func(string) (string, error){
		"consumer business all":                textOf(ParseAudience),
		"measure sent mandate paid due origin": textOf(ParseSelector),
		"flat percent percent-of-excess step":  textOf(ParseShape),
		"marginal plus-percent multiple":       textOf(ParseShape),
		"none included 21 0.000001 100 7.5":    textOf(ParseVAT),
	} {
		for _, w := range strings.Fields(word) {
			if got, err := parse(w); got != w || err != nil {
				t.Errorf("%s: %s, %v", w, got, err)
			}
		}
		for _, w := range []string{"", "Flat", "0", "100.000001", "-1", "x", strings.Repeat("ä", 50)} {
			if got, err := parse(w); err == nil || len(err.Error()) > 300 {
				t.Errorf("%q: %s, %v", w, got, err)
			}
		}
	}
	for _, got := range []string{Audience(9).String(), Selector(0).String(), Shape(8).String(), Answer(4).String(), Rule(0).String(), Guard{}.Text()} {
		if !strings.Contains(got, "(") {
			t.Errorf("%s, want what(n)", got)
		}
	}
}

func textOf[T interface{ String() string }](parse func(string) (T, error)) func(string) (string, error) {
	return func(s string) (string, error) {
		v, err := parse(s)
		if err != nil {
			return "", err
		}
		return v.String(), nil
	}
}

func TestFormula(t *testing.T) {
	ts := tariffs(t)
	for code, want := range map[string]string{
		"wik":               "15 % up to 2500.00, 10 % up to 5000.00, 5 % up to 10000.00, 1 % up to 200000.00, 0.5 % above; at least 40.00, at most 6775.00; plus 21 % VAT if not deductible",
		"rvg-13-undisputed": "31.50 up to 50.00, 1 × rvg-13 above",
		"dk-external":       "6400.00 up to 500000.00, 6400.00 plus 1 % of what is over 500000.00 above; VAT included",
		"at-processing":     "20.35 up to 73.00, 22 % of the whole up to 364.00, 8 % of what is over 364.00 above",
		"reminder":          "50.00",
		"collection":        "0.9 × rvg-13-undisputed; at least 15.00; plus 19 % VAT if not deductible",
	} {
		tariff, _ := Find(ts, code, Consumer)
		if got := tariff.Versions[0].Formula(); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	eur := money.MustParse
	for want, v := range map[string]Version{
		"40.00 below 1000.00, 70.00 from 1000.00": {Bands: []Band{
			{Shape: Flat, Amount: eur("40.00 GBP"), UpTo: eur("1000.00 GBP"), UpToExclusive: true}, {Shape: Flat, Amount: eur("70.00 GBP"), Over: eur("1000.00 GBP")},
		}},
		"3.00 per started 10.00; rounded up/100":  {Rounding: money.Up.ToStep(100), Bands: []Band{{Shape: Step, Amount: eur("3.00 EUR"), Per: eur("10.00 EUR")}}},
		"2 % of the whole over 10.00":             {Bands: []Band{{Shape: Percent, Percent: 2_000_000, Over: eur("10.00 EUR")}}},
		"2 × unit from 10.00":                     {Bands: []Band{{Shape: Multiple, Factor: 2_000_000, Over: eur("10.00 EUR"), UpToExclusive: true}}},
		"2 % of the whole over 1.00 up to 2.00":   {Bands: []Band{{Shape: Percent, Percent: 2_000_000, Over: eur("1.00 EUR"), UpTo: eur("2.00 EUR")}}},
		"1.00 plus 2 % of the whole; at most 9.0": {Bands: []Band{{Shape: PlusPercent, Percent: 2_000_000, Amount: eur("1.00 EUR")}}, Max: eur("9.0 EUR")},
	} {
		if got := v.Formula(); got != want && got != want+"0" {
			t.Errorf("%q, want %q", got, want)
		}
	}
	v := ts[1].Versions[0]
	if got, want := v.Formula(), "45.00 up to 500.00, plus 35.00 per started 500.00 up to 2000.00, plus 51.00 per started 1000.00 up to 10000.00, "; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestOn(t *testing.T) {
	tariff, _ := Find(tariffs(t), "rvg-13", Consumer)
	for on, want := range map[string]bool{"2013-07-31": false, "2013-08-01": true, "2020-12-31": true, "2021-01-01": false, "2025-05-31": false, "2025-06-01": true} {
		if v, ok := tariff.On(day(on)); ok != want || ok && (v.From > day(on) || v.Bands == nil) {
			t.Errorf("%s: from %s, %v", on, v.From, ok)
		}
	}
}
