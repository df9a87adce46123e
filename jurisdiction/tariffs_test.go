package jurisdiction

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// Every embedded file parses, so that nothing panics later; each is of a country
// that has rules, in its currency, and every version says where it comes from.
func TestTariffsParse(t *testing.T) {
	all, err := readTariffs()
	if err != nil {
		t.Fatal(err)
	}
	for country, tariffs := range all {
		rules, ok := Find(All(), country)
		if !ok {
			t.Errorf("%s.csv: no rules for it", country)
		}
		for _, tariff := range tariffs {
			if err := tariff.Check(); err != nil {
				t.Errorf("%s: %v", country, err)
			}
			for _, v := range tariff.Versions {
				if v.Currency != rules.Currency {
					t.Errorf("%s: %s of %s is in %s, want %s", country, tariff.Code, v.From, v.Currency, rules.Currency)
				}
			}
		}
	}
	if len(all) != len(All()) {
		t.Errorf("%d files of tariffs, want one for each of the %d countries", len(all), len(All()))
	}
	if Tariffs("XX") != nil {
		t.Error("tariffs of a country without any")
	}
	own := Tariffs("SE")
	own[0] = fee.Tariff{}
	if Tariffs("SE")[0].Code == "" {
		t.Error("the list of one caller is that of all")
	}
}

// The published codes are those of the tables, and so is what tariffs ask of
// each other.
func TestFeeCodes(t *testing.T) {
	published := map[string]bool{}
	for _, c := range FeeCodes() {
		if published[c.Code] || c.Meaning == "" || strings.ContainsAny(c.Meaning, "\n") {
			t.Errorf("%s is there twice or has no meaning in one line", c.Code)
		}
		published[c.Code] = true
	}
	used := map[string]bool{}
	for country := range embeddedTariffs() {
		for _, tariff := range Tariffs(country) {
			used[tariff.Code] = true
			if !published[tariff.Code] {
				t.Errorf("%s: %s is not a published code", country, tariff.Code)
			}
			for _, g := range tariff.Guards {
				for _, c := range g.Codes {
					if g.Rule != fee.RuleLetter && !published[c] {
						t.Errorf("%s: %s: guard %s names %s, which is not a published code", country, tariff.Code, g, c)
					}
				}
			}
		}
	}
	for c := range published {
		if !used[c] {
			t.Errorf("no tariff has the code %s", c)
		}
	}
}

func TestFeeCodeOf(t *testing.T) {
	for _, tc := range []struct{ system, name, country, want string }{
		{"aptic", "REMIND", "SE", "reminder"}, {"aptic", "REMIND", "NO", "reminder"},
		{"aptic", "INKVARSEL", "NO", "notice"}, {"aptic", "INKVARSEL", "SE", "demand"}, {"aptic", "INKVARSEL", "FI", "demand"},
		{"aptic", "KK", "SE", "demand"}, {"aptic", "KK", "NO", "collection"}, {"aptic", "KK", "DE", "collection"},
		{"aptic", "remind", "SE", ""}, {"aptic", "", "SE", ""}, {"rival", "REMIND", "SE", ""},
	} {
		got, ok := FeeCodeOf(tc.system, tc.name, tc.country)
		if got != tc.want || ok != (tc.want != "") {
			t.Errorf("%s %q in %s: got %q, %t, want %q", tc.system, tc.name, tc.country, got, ok, tc.want)
		}
	}
}

// What a guard of the tables has to be, by the law of each country.
func TestTariffGuards(t *testing.T) {
	for _, tc := range []struct {
		country, code string
		audience      fee.Audience
		want          string
	}{
		{"SE", "reminder", fee.Everybody, "agreed excludes(compensation)"},
		{"SE", "demand", fee.Everybody, "excludes(compensation)"},
		{"SE", "compensation", fee.Business, "excludes(reminder,demand,plan)"},
		{"SE", "enforcement", fee.Everybody, ""},
		{"FI", "own-demand", fee.Business, "own gap(10,reminder,demand,second-demand,own-demand,enforceable-demand,tratta,bankruptcy-notice)"},
		{"NO", "reminder", fee.Everybody, "after-due(14) count(2,reminder,notice) gap(14,reminder,notice) excludes(compensation)"},
		{"NO", "heavy-collection", fee.Business, "gap(43,demand,own-demand)"},
		{"DK", "reminder", fee.Everybody, "gap(10,reminder) count(3,run,reminder) no-broken-plan"},
		{"DK", "own-collection", fee.Everybody, "own"},
		{"NL", "collection", fee.Consumer, "letter(fourteen-day-letter,14)"},
		{"NL", "collection", fee.Business, ""},
	} {
		tariff, ok := fee.Find(Tariffs(tc.country), tc.code, tc.audience)
		if got := tariff.Guards.String(); !ok || got != tc.want {
			t.Errorf("%s %s %s: guards %q, want %q", tc.country, tc.code, tc.audience, got, tc.want)
		}
	}
	for _, tariff := range Tariffs("FI") {
		capped := slices.ContainsFunc(tariff.Guards, func(g fee.Guard) bool { return g.Rule == fee.RuleTotal })
		if isCap := strings.HasPrefix(tariff.Code, "total-cap"); capped != (tariff.Audience == fee.Consumer && !isCap) {
			t.Errorf("FI %s %s: total cap %t", tariff.Code, tariff.Audience, capped)
		}
	}
}

// The least fee of RVG § 13 is that of every multiple of the scale.
func TestGermanMinimum(t *testing.T) {
	for _, tariff := range Tariffs("DE") {
		for _, v := range tariff.Versions {
			want := "10.00 EUR"
			if v.From >= day("2013-08-01") {
				want = "15.00 EUR"
			}
			if v.Unit != nil && v.Min != money.MustParse(want) {
				t.Errorf("%s of %s: at least %s, want %s", tariff.Code, v.From, v.Min, want)
			}
		}
	}
}

// Figures worked out by hand, where the tables hold formulas.
func TestTariffFigures(t *testing.T) {
	for _, tc := range []struct {
		country, code, on, base string
		deductible              bool
		want                    string
	}{
		{"DE", "collection", "2010-03-01", "100.00 EUR", true, "32.50"},    // 1.3 × 25
		{"DE", "collection", "2015-03-01", "3500.01 EUR", true, "327.60"},  // 1.3 × 252
		{"DE", "collection", "2022-03-01", "2600.00 EUR", true, "199.80"},  // 0.9 × 222
		{"DE", "collection", "2022-03-01", "2600.00 EUR", false, "237.76"}, // and 37.962 VAT
		{"DE", "collection", "2022-03-01", "50.00 EUR", true, "27.00"},     // 0.9 × 30
		{"DE", "collection", "2025-06-01", "50.01 EUR", true, "46.35"},     // 0.9 × 51.50
		{"DE", "simple-collection", "2025-06-01", "50.00 EUR", true, "15.75"},
		{"DE", "heavy-collection", "2025-06-01", "50.00 EUR", true, "40.95"},
		{"DE", "disputed-collection", "2025-06-01", "50.00 EUR", true, "66.95"}, // 1.3 × 51.50
		{"DE", "letter", "2025-06-01", "50.00 EUR", true, "15.00"},              // 0.3 × 31.50 is less
		{"DE", "letter", "2025-06-01", "500.00 EUR", true, "15.45"},
		{"DE", "settlement", "2025-06-01", "50.00 EUR", true, "77.25"},
		{"DE", "plan", "2015-03-01", "10000.00 EUR", true, "225.00"}, // 1.5 × 150, at 2000
		{"DE", "plan", "2021-03-01", "10000.00 EUR", true, "249.00"}, // 1.5 × 166, at 2000
		{"DE", "plan", "2025-06-01", "10000.00 EUR", true, "248.15"}, // 0.7 × 354.50, at 5000
		{"DE", "plan", "2025-06-01", "10000.02 EUR", true, "289.80"}, // 0.7 × 414, at 5000.01
		{"DE", "rvg-13", "2025-06-01", "500000.01 EUR", true, "3927.00"},
		{"DE", "transfer", "2025-06-01", "50.00 EUR", true, "1.00"},
		{"DE", "transfer", "2025-06-01", "20000.00 EUR", true, "87.50"}, // 25 + 37.50 + 25
		{"DE", "expenses", "2025-06-01", "44.10 EUR", true, "8.82"},
		{"NL", "collection", "2012-09-30", "3500.00 EUR", false, "565.25"}, // 475 and 19 %
		{"NL", "collection", "2012-10-01", "3500.00 EUR", false, "574.75"},
		{"NL", "collection", "2026-01-01", "1000000.00 EUR", true, "6775.00"},
		{"DK", "collection", "2016-07-01", "600000.00 DKK", true, "7400.00"},
		{"DK", "collection", "2016-07-01", "1000.00 DKK", false, "500.00"},
		{"DK", "own-collection", "2009-06-30", "600000.00 DKK", false, "3670.00"},
		{"AT", "collection", "2024-01-01", "364.00 EUR", true, "80.08"},
		{"AT", "collection", "2024-01-01", "364.01 EUR", true, "61.88"}, // 17 % of the whole, less than at 364
		{"NO", "reminder", "2026-03-01", "500.00 NOK", false, "37.50"},  // tables show 38
		{"NO", "notice", "2026-03-01", "500.00 NOK", false, "37.50"},
		{"NO", "own-demand", "2026-03-01", "500.00 NOK", false, "112.50"}, // tables show 113
		{"SE", "agent", "2024-01-01", "500.00 SEK", false, "340.00"},
		{"NO", "heavy-collection", "2026-03-01", "500.00 NOK", false, "468.75"},
		{"NO", "long-plan", "2026-03-01", "500.00 NOK", false, "1406.25"},
	} {
		tariff, ok := fee.Find(Tariffs(tc.country), tc.code, fee.Consumer)
		a, err := tariff.Assess(fee.Facts{Date: day(tc.on), Base: money.MustParse(tc.base), VATDeductible: tc.deductible})
		if !ok || err != nil || a.Total.Number() != tc.want {
			t.Errorf("%s %s on %s, %s: got %s, %v, want %s", tc.country, tc.code, tc.on, tc.base, a.Total, err, tc.want)
		}
	}
}

// What the sources do not say is not known, and never zero.
func TestTariffGaps(t *testing.T) {
	for _, tc := range []struct {
		country, code, on, base string
		want                    error
	}{
		{"SE", "reminder", "2003-06-30", "100.00 SEK", law.ErrNotKnown},
		{"SE", "agent", "2023-12-31", "100.00 SEK", law.ErrNotKnown},
		{"SE", "demand", "1996-11-30", "100.00 SEK", law.ErrNotKnown},
		{"FI", "tratta", "2024-01-01", "2500.01 EUR", fee.ErrFacts},
		{"FI", "total-cap", "2024-01-01", "2500.01 EUR", fee.ErrFacts},
		{"NO", "reminder", "2016-06-01", "100.00 NOK", law.ErrNotKnown},
		{"NO", "collection", "2009-12-31", "100.00 NOK", law.ErrNotKnown},
		{"NO", "collection", "2012-06-01", "100.00 NOK", law.ErrNotKnown},
		{"NO", "compensation", "2024-06-01", "100.00 NOK", law.ErrNotKnown},
		{"DK", "own-collection", "2010-01-01", "100.00 DKK", law.ErrNotKnown},
		{"DE", "simple-collection", "2021-09-30", "100.00 EUR", law.ErrNotKnown},
		{"AT", "first-dunning", "2001-12-31", "100.00 EUR", law.ErrNotKnown},
		{"NL", "collection", "2012-06-30", "100.00 EUR", law.ErrNotKnown},
		{"GB", "compensation", "2002-08-06", "100.00 GBP", law.ErrNotKnown},
	} {
		tariff, ok := fee.Find(Tariffs(tc.country), tc.code, fee.Business)
		a, err := tariff.Assess(fee.Facts{Date: day(tc.on), Base: money.MustParse(tc.base)})
		if !ok || !errors.Is(err, tc.want) {
			t.Errorf("%s %s on %s, %s: got %s, %v, want %v", tc.country, tc.code, tc.on, tc.base, a.Total, err, tc.want)
		}
	}
}

// The scales for undisputed claims and for plans are the full scale, above 50 EUR
// and on a part of the claim.
func TestGermanScales(t *testing.T) {
	full, _ := fee.Find(Tariffs("DE"), "rvg-13", fee.Everybody)
	exact := func(code, on string, base int64) money.Exact {
		tariff, _ := fee.Find(Tariffs("DE"), code, fee.Everybody)
		a, err := tariff.Assess(fee.Facts{Date: day(on), Base: money.FromMinor(base, full.Versions[0].Currency)})
		if err != nil {
			t.Error(code, on, err)
		}
		return a.Exact
	}
	check := func(code, on string, base, whole int64) {
		if got, want := exact(code, on, base), exact("rvg-13", on, whole); got.String() != want.String() {
			t.Errorf("%s on %s, base %d cents: got %s, want %s", code, on, base, got, want)
		}
	}
	for on, part := range map[string]int64{
		"2013-08-01": 5, "2020-12-31": 5, "2021-01-01": 5, "2021-09-30": 5, "2021-10-01": 2, "2025-05-31": 2, "2025-06-01": 2,
	} {
		for _, v := range full.Versions {
			for _, b := range v.Bands {
				for k := range int64(11) {
					border := b.Over.Minor() + k*b.Per.Minor()
					for _, base := range []int64{max(border-1, 0), border, border + 1} {
						check("rvg-13-plan", on, base*part, base)
						if part == 2 && base > 50_00 {
							check("rvg-13-undisputed", on, base, base)
						}
					}
				}
			}
		}
	}
}

// VAT comes on top where an agency's fee is stated without it.
func TestTariffVAT(t *testing.T) {
	want := map[string]string{
		"NO collection": "25", "NO heavy-collection": "25", "NO long-plan": "25",
		"DK collection": "25", "DK reminder": "included", "DK handover": "included", "DK own-collection": "included",
	}
	for country := range embeddedTariffs() {
		for _, tariff := range Tariffs(country) {
			for _, v := range tariff.Versions {
				vat := want[country+" "+tariff.Code]
				switch unit := strings.HasPrefix(tariff.Code, "rvg-"); {
				case country == "DE" && tariff.Selector == fee.Mandate && !unit:
					vat = "19"
				case country == "NL" && tariff.Code == "collection" && v.From < day("2012-10-01"):
					vat = "19"
				case country == "NL" && tariff.Code == "collection":
					vat = "21"
				case vat == "":
					vat = "none"
				}
				if v.VAT.String() != vat {
					t.Errorf("%s %s of %s: VAT %s, want %s", country, tariff.Code, v.From, v.VAT, vat)
				}
			}
		}
	}
}

// Versions follow each other day on day, but where Norwegian rows are missing.
func TestTariffVersionsJoin(t *testing.T) {
	gaps := map[string]int{}
	for country := range embeddedTariffs() {
		for _, tariff := range Tariffs(country) {
			for i := 1; i < len(tariff.Versions); i++ {
				if tariff.Versions[i].From != tariff.Versions[i-1].Through+1 {
					gaps[country+" "+tariff.Code]++
				}
			}
		}
	}
	want := map[string]int{"NO collection-rate": 2, "NO notice-rate": 2, "NO reminder": 1, "NO compensation": 7, "NO court-fee": 1}
	if !maps.Equal(gaps, want) {
		t.Errorf("gaps %v, want %v", gaps, want)
	}
}

// Which table holds is for the due date to say, which rate for the day of
// payment.
func TestNorwegianCollectionHasTwoDays(t *testing.T) {
	tariff, _ := fee.Find(Tariffs("NO"), "collection", fee.Consumer)
	for _, tc := range []struct{ due, paid, want string }{
		{"2020-09-30", "2020-12-01", "700.00"}, {"2020-10-01", "2020-12-01", "560.00"},
		{"2020-09-30", "2026-02-01", "750.00"}, {"2025-11-01", "2025-12-31", "560.00"},
		{"2025-11-01", "2026-01-01", "600.00"}, {"2010-01-01", "2017-06-01", "700.00"},
	} {
		a, err := tariff.Assess(fee.Facts{
			Date: day(tc.paid), Due: day(tc.due), Paid: day(tc.paid), Base: money.MustParse("5000.00 NOK"), VATDeductible: true,
		})
		if err != nil || a.Total.Number() != tc.want || !a.SelectedBy(fee.Paid) || !a.SelectedBy(fee.Due) {
			t.Errorf("due %s, paid %s: got %s, %v, want %s", tc.due, tc.paid, a.Total, err, tc.want)
		}
	}
}

// Own tariffs win over the embedded ones for the debtors they are for, also as units.
func TestWithTariffs(t *testing.T) {
	const header = "code,audience,valid_from,shape,amount,currency,legal_basis,source,evidence\n"
	own, err := fee.Read(strings.NewReader(header +
		"reminder,all,2020-01-01,flat,3.00,EUR,own,own,sourced\n" + "tratta,consumer,2020-01-01,flat,9.00,EUR,own,own,sourced\n"))
	if err != nil {
		t.Fatal(err)
	}
	merged := WithTariffs(Tariffs("FI"), own)
	for _, tt := range []struct {
		code     string
		audience fee.Audience
		want     string
	}{{"reminder", fee.Consumer, "3.00"}, {"reminder", fee.Business, "3.00"}, {"tratta", fee.Consumer, "9.00"}, {"demand", fee.Consumer, "14.00"}} {
		tariff, _ := fee.Find(merged, tt.code, tt.audience)
		a, err := tariff.Assess(fee.Facts{Date: calendar.MustDate(2024, 3, 1), Base: money.MustParse("50.00 EUR")})
		if err != nil || a.Total.Number() != tt.want {
			t.Errorf("%s for %s: %v, %v, want %s", tt.code, tt.audience, a.Total, err, tt.want)
		}
	}
	rate, err := fee.Read(strings.NewReader(header + "collection-rate,business,2026-01-01,flat,800.00,NOK,own,own,sourced\n"))
	if err != nil {
		t.Fatal(err)
	}
	merged = WithTariffs(Tariffs("NO"), rate)
	facts := fee.Facts{Date: calendar.MustDate(2026, 2, 1), Paid: calendar.MustDate(2026, 2, 1), Due: calendar.MustDate(2025, 6, 1), Base: money.MustParse("1000.00 NOK")}
	for audience, want := range map[fee.Audience]string{fee.Consumer: "262.50", fee.Business: "420.00"} {
		tariff, _ := fee.Find(merged, "collection", audience)
		facts.VATDeductible = true
		a, err := bound(tariff, merged, audience, 0).Assess(facts)
		if err != nil || a.Net.Number() != want {
			t.Errorf("collection for %s: %v, %v, want %s", audience, a.Net, err, want)
		}
	}
}
