package fee_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	. "github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// must takes the value of an operation that cannot fail here.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// The rules of real laws, in the form of a file.
const laws = `# rules that were worked by hand, see the tests
code,audience,valid_from,valid_to,selector,over,up_to,upper,shape,amount,percent,per,factor,unit,min,max,vat,currency,guards,legal_basis,source,evidence
wik,all,2012-10-01,,,,2500,,marginal,,15,,,,40,6775,21,EUR,"letter(demand,14)",Besluit BIK art. 2,Stb. 2012 141,sourced
wik,all,2012-10-01,,,2500,5000,,marginal,,10,,,,,,,EUR,,,,
wik,all,2012-10-01,,,5000,10000,,marginal,,5,,,,,,,EUR,,,,
wik,all,2012-10-01,,,10000,200000,,marginal,,1,,,,,,,EUR,,,,
wik,all,2012-10-01,,,200000,,,marginal,,0.5,,,,,,,EUR,,,,
rvg-13,all,2013-08-01,2020-12-31,mandate,,500,,flat,45,,,,,,,,EUR,,RVG § 13 (1),BGBl.,sourced
rvg-13,all,2013-08-01,,,500,2000,,step,35,,500,,,,,,EUR,,,,
rvg-13,all,2013-08-01,,,2000,10000,,step,51,,1000,,,,,,EUR,,,,
rvg-13,all,2013-08-01,,,10000,25000,,step,46,,3000,,,,,,EUR,,,,
rvg-13,all,2013-08-01,,,25000,50000,,step,75,,5000,,,,,,EUR,,,,
rvg-13,all,2013-08-01,,,50000,200000,,step,85,,15000,,,,,,EUR,,,,
rvg-13,all,2013-08-01,,,200000,500000,,step,120,,30000,,,,,,EUR,,,,
rvg-13,all,2013-08-01,,,500000,,,step,150,,50000,,,,,,EUR,,,,
rvg-13,all,2025-06-01,,,,500,,flat,51.50,,,,,,,,EUR,,RVG § 13 (1),BGBl.,sourced
rvg-13,all,2025-06-01,,,500,2000,,step,41.50,,500,,,,,,EUR,,,,
rvg-13,all,2025-06-01,,,2000,10000,,step,59.50,,1000,,,,,,EUR,,,,
rvg-13,all,2025-06-01,,,10000,25000,,step,55,,3000,,,,,,EUR,,,,
rvg-13,all,2025-06-01,,,25000,50000,,step,86,,5000,,,,,,EUR,,,,
rvg-13,all,2025-06-01,,,50000,200000,,step,99.50,,15000,,,,,,EUR,,,,
rvg-13,all,2025-06-01,,,200000,500000,,step,140,,30000,,,,,,EUR,,,,
rvg-13,all,2025-06-01,,,500000,,,step,175,,50000,,,,,,EUR,,,,
rvg-13-undisputed,all,2025-06-01,,mandate,,50,,flat,31.50,,,,,,,,EUR,,RVG § 13 (2),BGBl.,sourced
rvg-13-undisputed,all,2025-06-01,,,50,,,multiple,,,,1,rvg-13,,,,EUR,,,,
disputed,all,2013-08-01,,mandate,,,,multiple,,,,1.3,rvg-13,15,,19,EUR,,VV 2300,RVG,sourced
collection,consumer,2025-06-01,,mandate,,,,multiple,,,,0.9,rvg-13-undisputed,15,,19,EUR,,VV 2300 Anm. 2,RVG,sourced
simple-collection,consumer,2025-06-01,,mandate,,,,multiple,,,,0.3,rvg-13,15,,,EUR,,VV 2301,RVG,sourced
collection-rate,all,2017-01-01,2025-12-31,paid,,,,flat,700,,,,,,,,NOK,,Inkassoforskriften § 1-1,Lovdata,sourced
collection-rate,all,2026-01-01,,,,,,flat,750,,,,,,,,NOK,,Inkassoforskriften § 1-1,Lovdata,sourced
`

// norway is the table of Inkassoforskriften § 2-2 from 2020-10-01, times so much.
func norway(code, audience string, factors ...string) string {
	borders := []string{"", "500", "1000", "2500", "10000", "50000", "250000", ""}
	var b strings.Builder
	for i, f := range factors {
		b.WriteString(strings.Join([]string{code, audience, "2020-10-01", "", "due", borders[i], borders[i+1], "", "multiple", "", "", "", f,
			"collection-rate", "", "", "25", "NOK", "", "Inkassoforskriften § 2-2", "Lovdata", "sourced"}, ",") + "\n")
	}
	return b.String()
}

const others = `dk-external,consumer,2016-07-01,,origin,,500000,,flat,6400,,,,,,,included,DKK,,BEK 476/2016,Retsinformation,sourced
dk-external,consumer,2016-07-01,,,500000,,,plus-percent,6400,1,,,,,,,DKK,,,,
compensation,business,2002-08-07,,,,1000,exclusive,flat,40,,,,,,,,GBP,,1998 Act s.5A,legislation.gov.uk,sourced
compensation,business,2002-08-07,,,1000,10000,exclusive,flat,70,,,,,,,,GBP,,,,secondary
compensation,business,2002-08-07,,,10000,,,flat,100,,,,,,,,GBP,,,,
at-processing,all,2002-01-01,,,,73,,flat,20.35,,,,,,,,EUR,,BGBl 141/1996,RIS,derived
at-processing,all,2002-01-01,,,73,364,,percent,,22,,,,,,,EUR,,,,
at-processing,all,2002-01-01,,,364,,,percent-of-excess,,8,,,,,,,EUR,,,,
tratta,business,2022-05-01,,,,500,,flat,110,,,,,,,,EUR,,10 e §,PL,sourced
tratta,business,2022-05-01,,,500,2500,,flat,125,,,,,,,,EUR,,,,secondary
reminder,consumer,2003-07-01,2013-03-15,measure,,,,flat,50,,,,,,,,SEK,agreed,1981:1057,SFS,sourced
reminder,consumer,2013-03-16,,,,,,flat,60,,,,,,,,SEK,,1981:739 2 §,SFS,sourced
`

// tariffs are all of them.
func tariffs(t testing.TB) []Tariff {
	t.Helper()
	text := laws +
		norway("collection", "business", "0.375", "0.525", "0.6", "1.2", "2.4", "5.4", "10.8") +
		norway("salaer", "consumer", "0.25", "0.35", "0.4", "0.8", "1.6", "3.6", "7.2") + others
	ts, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return ts
}

func TestAssess(t *testing.T) {
	ts := tariffs(t)
	for _, tt := range []struct {
		code      string
		date      string
		base      string // with its currency
		want      string // total
		deducts   bool
		formula   string
		atBound   Bound
		netAmount string // where VAT is added
	}{
		// Besluit vergoeding voor buitengerechtelijke incassokosten art. 2.
		{"wik", "2020-01-01", "100.00 EUR", "40.00", true, "15 % of 100.00 = 15.00, at least 40.00", RaisedToMin, ""},
		{"wik", "2020-01-01", "266.66 EUR", "40.00", true, "15 % of 266.66 = 39.999, at least 40.00", RaisedToMin, ""},
		{"wik", "2020-01-01", "266.70 EUR", "40.01", true, "15 % of 266.70 = 40.005, rounded to 40.01", Unbounded, ""},
		{"wik", "2020-01-01", "2500.00 EUR", "375.00", true, "15 % of 2500.00 = 375.00", Unbounded, ""},
		{"wik", "2020-01-01", "3500.00 EUR", "475.00", true, "15 % of 2500.00 + 10 % of 1000.00 = 475.00", Unbounded, ""},
		{"wik", "2020-01-01", "5000.00 EUR", "625.00", true, "15 % of 2500.00 + 10 % of 2500.00 = 625.00", Unbounded, ""},
		{"wik", "2020-01-01", "10000.00 EUR", "875.00", true, "15 % of 2500.00 + 10 % of 2500.00 + 5 % of 5000.00 = 875.00", Unbounded, ""},
		{"wik", "2020-01-01", "200000.00 EUR", "2775.00", true, "15 % of 2500.00 + 10 % of 2500.00 + 5 % of 5000.00 + 1 % of 190000.00 = 2775.00", Unbounded, ""},
		{"wik", "2020-01-01", "1000000.00 EUR", "6775.00", true, "15 % of 2500.00 + 10 % of 2500.00 + 5 % of 5000.00 + 1 % of 190000.00 + 0.5 % of 800000.00 = 6775.00", Unbounded, ""},
		{"wik", "2020-01-01", "1000002.00 EUR", "6775.00", true, "15 % of 2500.00 + 10 % of 2500.00 + 5 % of 5000.00 + 1 % of 190000.00 + 0.5 % of 800002.00 = 6775.01, at most 6775.00", CutToMax, ""},
		{"wik", "2020-01-01", "3500.00 EUR", "574.75", false, "15 % of 2500.00 + 10 % of 1000.00 = 475.00; 21 % VAT 99.75, total 574.75", Unbounded, "475.00"},
		{"wik", "2020-01-01", "0.00 EUR", "40.00", true, "15 % of 0.00 = 0.00, at least 40.00", RaisedToMin, ""},
		// RVG § 13 and Anlage 2.
		{"rvg-13", "2020-12-31", "500.00 EUR", "45.00", true, "45.00", Unbounded, ""},
		{"rvg-13", "2020-12-31", "500.01 EUR", "80.00", true, "45.00 + 1 × 35.00 = 80.00", Unbounded, ""},
		{"rvg-13", "2020-12-31", "1500.00 EUR", "115.00", true, "45.00 + 2 × 35.00 = 115.00", Unbounded, ""},
		{"rvg-13", "2020-12-31", "10000.00 EUR", "558.00", true, "45.00 + 3 × 35.00 + 8 × 51.00 = 558.00", Unbounded, ""},
		{"rvg-13", "2020-12-31", "500000.00 EUR", "3213.00", true, "", Unbounded, ""},
		{"rvg-13", "2020-12-31", "500000.01 EUR", "3363.00", true, "", Unbounded, ""},
		{"rvg-13", "2025-06-01", "2000.00 EUR", "176.00", true, "51.50 + 3 × 41.50 = 176.00", Unbounded, ""},
		{"rvg-13", "2025-06-01", "10000.00 EUR", "652.00", true, "51.50 + 3 × 41.50 + 8 × 59.50 = 652.00", Unbounded, ""},
		{"rvg-13", "2025-06-01", "500000.00 EUR", "3752.00", true, "", Unbounded, ""},
		// VV 2300 on it.
		{"disputed", "2020-12-31", "3500.01 EUR", "327.60", true, "1.3 × rvg-13 252.00 = 327.60", Unbounded, ""},
		{"disputed", "2020-12-31", "3500.01 EUR", "389.84", false, "1.3 × rvg-13 252.00 = 327.60; 19 % VAT 62.24, total 389.84", Unbounded, "327.60"},
		{"collection", "2025-06-01", "50.00 EUR", "28.35", true, "0.9 × rvg-13-undisputed 31.50 = 28.35", Unbounded, ""},
		{"collection", "2025-06-01", "50.01 EUR", "46.35", true, "0.9 × rvg-13-undisputed 51.50 = 46.35", Unbounded, ""},
		{"simple-collection", "2025-06-01", "100.00 EUR", "15.45", true, "0.3 × rvg-13 51.50 = 15.45", Unbounded, ""},
		// Inkassoforskriften § 2-2.
		{"salaer", "2021-05-05", "500.00 NOK", "175.00", true, "0.25 × collection-rate 700.00 = 175.00", Unbounded, ""},
		{"salaer", "2021-05-05", "1000.00 NOK", "245.00", true, "0.35 × collection-rate 700.00 = 245.00", Unbounded, ""},
		{"salaer", "2021-05-05", "2500.00 NOK", "280.00", true, "", Unbounded, ""},
		{"salaer", "2021-05-05", "2500.01 NOK", "560.00", true, "", Unbounded, ""},
		{"salaer", "2021-05-05", "50000.00 NOK", "1120.00", true, "", Unbounded, ""},
		{"salaer", "2021-05-05", "250000.00 NOK", "2520.00", true, "", Unbounded, ""},
		{"salaer", "2021-05-05", "250000.01 NOK", "5040.00", true, "7.2 × collection-rate 700.00 = 5040.00", Unbounded, ""},
		{"salaer", "2026-05-05", "400.00 NOK", "234.38", false, "0.25 × collection-rate 750.00 = 187.50; 25 % VAT 46.88, total 234.38", Unbounded, "187.50"},
		// BEK 476/2016, Late Payment Act, BGBl 141/1996.
		{"dk-external", "2016-07-01", "500000.00 DKK", "6400.00", false, "6400.00", Unbounded, ""},
		{"dk-external", "2016-07-01", "600000.00 DKK", "7400.00", false, "6400.00 + 1 % of 100000.00 over 500000.00 = 7400.00", Unbounded, ""},
		{"at-processing", "2002-01-01", "73.01 EUR", "16.06", false, "22 % of 73.01 = 16.0622, rounded to 16.06", Unbounded, ""},
		{"at-processing", "2002-01-01", "464.00 EUR", "8.00", false, "8 % of 100.00 over 364.00 = 8.00", Unbounded, ""},
		// Lag 1981:739.
		{"reminder", "2013-03-15", "", "50.00", false, "50.00", Unbounded, ""},
		{"reminder", "2013-03-16", "", "60.00", false, "60.00", Unbounded, ""},
	} {
		tariff, ok := Find(ts, tt.code, Consumer)
		if !ok {
			t.Errorf("no tariff %s", tt.code)
			continue
		}
		f := Facts{Date: day(tt.date), VATDeductible: tt.deducts}
		if tt.base != "" {
			f.Base = money.MustParse(tt.base)
		}
		a, err := tariff.Assess(f)
		if err != nil {
			t.Errorf("%s of %s: %v", tt.code, tt.base, err)
			continue
		}
		if a.Total.Number() != tt.want || a.Bound != tt.atBound || tt.netAmount != "" && a.Net.Number() != tt.netAmount {
			t.Errorf("%s of %s: %s net, %s total, bound %d, want %s", tt.code, tt.base, a.Net, a.Total, a.Bound, tt.want)
		}
		if tt.formula != "" && a.Derivation != tt.formula {
			t.Errorf("%s of %s: %q, want %q", tt.code, tt.base, a.Derivation, tt.formula)
		}
	}
}

// Upper borders that are exclusive move a base on the border up, and a band may
// have evidence of its own.
func TestExclusiveBorders(t *testing.T) {
	tariff, _ := Find(tariffs(t), "compensation", Business)
	for base, want := range map[string]string{
		"0.00": "40.00 sourced", "999.99": "40.00 sourced", "1000.00": "70.00 secondary",
		"9999.99": "70.00 secondary", "10000.00": "100.00 sourced", "10000.01": "100.00 sourced",
	} {
		a := must(tariff.Assess(Facts{Date: day("2020-01-01"), Base: money.MustParse(base + " GBP")}))
		if got := a.Net.Number() + " " + a.Evidence.String(); got != want || a.Citation != "1998 Act s.5A" {
			t.Errorf("%s: %s by %s, want %s", base, got, a.Citation, want)
		}
	}
}

// Business and consumer have tariffs of their own; both have those for all.
func TestFind(t *testing.T) {
	ts := tariffs(t)
	for _, tt := range []struct {
		code string
		a    Audience
		want string
	}{
		{"collection", Business, "NOK"}, {"collection", Consumer, "EUR"}, {"wik", Business, "EUR"}, {"wik", Everybody, "EUR"},
		{"reminder", Business, ""}, {"reminder", Everybody, ""}, {"nothing", Consumer, ""},
	} {
		tariff, ok := Find(ts, tt.code, tt.a)
		if ok != (tt.want != "") || ok && tariff.Versions[0].Currency.Code() != tt.want {
			t.Errorf("%s for %s: %v, want %q", tt.code, tt.a, ok, tt.want)
		}
	}
}

// The table of a Norwegian fee goes by the due day and its unit by the payment.
func TestSelection(t *testing.T) {
	tariff, _ := Find(tariffs(t), "collection", Business)
	f := Facts{Date: day("2025-11-01"), Due: day("2025-09-01"), Paid: day("2026-01-02"), Base: money.MustParse("400.00 NOK"), VATDeductible: true}
	a := must(tariff.Assess(f))
	if a.Net.Number() != "281.25" || a.Selected != (Selection{By: Due, Day: f.Due}) || a.Unit.Selected != (Selection{By: Paid, Day: f.Paid}) {
		t.Errorf("%s, %+v, %+v", a.Net, a.Selected, a.Unit.Selected)
	}
	if !a.SelectedBy(Due) || !a.SelectedBy(Paid) || a.SelectedBy(Mandate) {
		t.Error("selected by the wrong days")
	}
	f.Paid = 0
	a = must(tariff.Assess(f))
	if a.Net.Number() != "262.50" || a.Unit.Selected != (Selection{By: Paid, Day: f.Date, Fallback: true}) {
		t.Errorf("%s, %+v", a.Net, a.Unit.Selected)
	}
	if f.Sent, f.Mandate, f.Origin = day("2024-01-01"), day("2024-01-02"), day("2024-01-03"); must(tariff.Assess(f)).Selected.Day != f.Due {
		t.Error("another day selected")
	}
	for selector, want := range map[Selector]calendar.Date{Measure: f.Date, Sent: f.Sent, Mandate: f.Mandate, Origin: f.Origin, Due: f.Due} {
		tariff.Selector = selector
		if got := must(tariff.Assess(f)).Selected; got.Day != want || got.By != selector || got.Fallback {
			t.Errorf("%s: %+v", selector, got)
		}
	}
}

func TestAssessErrors(t *testing.T) {
	ts := tariffs(t)
	get := func(code string, a Audience) Tariff { tariff, _ := Find(ts, code, a); return tariff }
	at := Facts{Date: day("2020-01-01"), Base: money.MustParse("100.00 EUR")}
	base := func(s string) Facts { return Facts{Date: day("2023-01-01"), Base: money.MustParse(s)} }
	late := at
	late.Mandate = day("2022-01-01")
	for name, tt := range map[string]struct {
		tariff Tariff
		facts  Facts
		want   error
		text   string
	}{
		"before":       {get("wik", Consumer), Facts{Date: day("2012-09-30"), Base: at.Base}, ErrNotKnown, "known from 2012-10-01"},
		"gap":          {get("rvg-13", Consumer), late, ErrNotKnown, "2022-01-01, known from 2013-08-01 through 2020-12-31, from 2025-06-01"},
		"joined":       {get("reminder", Consumer), Facts{Date: day("2003-06-30")}, ErrNotKnown, "known from 2003-07-01"},
		"unit":         {get("disputed", Consumer), late, ErrNotKnown, `unit "rvg-13"`},
		"no date":      {get("wik", Consumer), Facts{Base: at.Base}, ErrFacts, "no date"},
		"no base":      {get("wik", Consumer), Facts{Date: at.Date}, ErrFacts, "no base"},
		"unit base":    {get("disputed", Consumer), Facts{Date: at.Date}, ErrFacts, "no base"},
		"negative":     {get("wik", Consumer), base("-0.01 EUR"), ErrFacts, "want 0 or more"},
		"base in SEK":  {get("wik", Consumer), base("100.00 SEK"), ErrFacts, "want it in EUR"},
		"fee in SEK":   {get("wik", Consumer), Facts{Date: at.Date, Base: at.Base, Currency: money.MustCurrency("SEK")}, ErrFacts, "want SEK"},
		"above":        {get("tratta", Business), base("2500.01 EUR"), ErrFacts, "want one in the bands over 0.00 up to 2500.00"},
		"large":        {get("wik", Consumer), Facts{Date: at.Date, Base: money.FromMinor(money.MaxMinor+1, money.MustCurrency("EUR"))}, ErrFacts, "10^15"},
		"zero":         {Tariff{}, at, ErrTariff, "selector"},
		"bad day":      {get("disputed", Consumer), Facts{Date: at.Date, Mandate: -5, Base: at.Base}, ErrFacts, "not a date"},
		"no bands":     {Tariff{Selector: Measure, Versions: []Version{{From: 1}}}, at, ErrTariff, "currency"},
		"two versions": {Tariff{Selector: Measure, Versions: []Version{{From: 1}, {From: 2}}}, at, ErrTariff, "two versions"},
	} {
		_, err := tt.tariff.Assess(tt.facts)
		if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
			t.Errorf("%s: %v, want %v with %q", name, err, tt.want, tt.text)
		}
		if tt.want == ErrNotKnown && !errors.Is(err, law.ErrNotKnown) {
			t.Errorf("%s: %v is not law.ErrNotKnown", name, err)
		}
	}
}

// A unit that leads back is an error and no endless loop.
func TestCircle(t *testing.T) {
	eur := money.MustCurrency("EUR")
	loop := Tariff{Code: "loop", Audience: Everybody, Selector: Measure}
	loop.Versions = []Version{{From: 1, Currency: eur, Bands: []Band{{Shape: Multiple, Factor: 1}}, Unit: &loop}}
	if _, err := loop.Assess(Facts{Date: 1}); !errors.Is(err, ErrTariff) {
		t.Errorf("%v, want %v", err, ErrTariff)
	}
	if err := loop.Check(); !errors.Is(err, ErrTariff) || !strings.Contains(err.Error(), "circle") {
		t.Errorf("%v, want a circle", err)
	}
}
