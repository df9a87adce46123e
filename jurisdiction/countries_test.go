package jurisdiction

import (
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
)

func accelerated(s string) func(*ledger.Claim) {
	return func(c *ledger.Claim) { c.Accelerated = day(s) }
}

// agreeing adds an agreed rate beside the statutory one.
func agreeing(rate string) func(*ledger.Claim) {
	f := statutory()
	f.Agreed = fixed(rate)
	return facts(f)
}

func titled(c ledger.Case, dates ...string) ledger.Case {
	for _, d := range dates {
		c.Titles = append(c.Titles, ledger.Title{ID: "T" + d, Date: day(d)})
	}
	return c
}

// The rates are added by hand from the published tables: FI 4.50 in 2024, 3.50 in
// the first half of 2025; NO 12.50; DK 3.75; AT 2.53 on 2025-01-01, changed on
// 2025-03-12; NL 7 and 12.50; EU 4.50; DK diskonto 3.25 at the end of 2002.
func TestNineCountries(t *testing.T) {
	consumer, business, credit := ledger.Consumer, ledger.Business, kind(ledger.ConsumerCredit)
	tests := []struct {
		name string
		c    ledger.Case
		on   string
		want string
		cite string
	}{
		{"FI consumer", one("FI", consumer, "2024-01-31"), "2024-05-01", "11.5", "korkolaki (633/1982) 4 §"},
		{"FI commercial", one("FI", business, "2024-01-31", contracted("2013-03-16")), "2024-05-01", "12.5", "4 a §"},
		{"FI commercial, older contract", one("FI", business, "2024-01-31", contracted("2013-03-15")), "2024-05-01", "11.5", "4 §"},
		{"FI loan between businesses", one("FI", business, "2024-01-31", kind(ledger.Loan)), "2024-05-01", "11.5", "4 §"},
		{"FI agreed for 180 days", one("FI", consumer, "2024-01-31", agreeing("16")), "2024-07-29", "16", ""},
		{"FI agreed after 180 days", one("FI", consumer, "2024-01-31", agreeing("16")), "2024-07-30", "11.5", "4 §"},
		{"FI agreed from acceleration", one("FI", consumer, "2024-01-31", agreeing("16"), accelerated("2024-03-01")), "2024-08-28", "16", ""},
		{"FI agreed until the first title", titled(one("FI", consumer, "2024-01-31", agreeing("16")), "2024-06-01", "2024-04-15"), "2024-04-15", "16", ""},
		{"FI agreed after the first title", titled(one("FI", consumer, "2024-01-31", agreeing("16")), "2024-06-01", "2024-04-15"), "2024-04-16", "11.5", ""},
		{"FI agreed between businesses", one("FI", business, "2024-01-31", contracted("2020-01-01"), agreeing("16")), "2026-06-01", "16", ""},
		{"FI credit of 2023", one("FI", consumer, "2025-02-28", credit, contracted("2023-10-01"), agreeing("30")), "2025-06-01", "18.5", "7:17 a"},
		{"FI credit of 2019", one("FI", consumer, "2025-02-28", credit, contracted("2019-09-01"), agreeing("30")), "2025-06-01", "20", "7:17 a"},
		{"FI credit before the ceiling", one("FI", consumer, "2025-02-28", credit, contracted("2019-08-31"), agreeing("30")), "2025-06-01", "30", ""},
		{"FI credit of 2020 while the law was temporary", one("FI", consumer, "2021-05-01", credit, contracted("2020-08-01"), agreeing("30")), "2021-09-30", "10", ""},
		{"FI credit of 2020 afterwards", one("FI", consumer, "2021-05-01", credit, contracted("2020-08-01"), agreeing("30")), "2021-10-01", "20", ""},
		{"NO", one("NO", consumer, "2024-01-31"), "2024-05-01", "12.5", "forsinkelsesrenteloven"},
		{"NO consumer of 1990", one("NO", consumer, "1990-01-31"), "1990-05-01", "15", ""},
		{"NO business of 1990", one("NO", business, "1990-01-31"), "1990-05-01", "18", ""},
		{"NO running claim takes the new rate", one("NO", consumer, "1990-01-31"), "2024-05-01", "12.5", ""},
		{"NO fixed at start", one("NO", business, "2024-01-31", facts(ledger.InterestFacts{
			RateFacts: ledger.RateFacts{Basis: ledger.BasisStatutory, Reset: ledger.FixedAtStart}})), "2026-03-01", "12.5", ""},
		{"DK due from 2013-03-01", one("DK", consumer, "2013-03-01"), "2024-05-01", "11.75", "renteloven § 5"},
		{"DK due before", one("DK", consumer, "2013-02-28"), "2024-05-01", "10.75", "renteloven § 5"},
		{"DK due before August 2002", one("DK", consumer, "2002-07-31"), "2002-10-01", "8.25", ""},
		{"DK credit", one("DK", consumer, "2024-01-31", credit, contracted("2020-07-01"), agreeing("50")), "2024-05-01", "35", ""},
		{"DK older credit", one("DK", consumer, "2024-01-31", credit, contracted("2020-06-30"), agreeing("50")), "2024-05-01", "50", ""},
		{"AT consumer", one("AT", consumer, "2024-12-31"), "2025-04-01", "4", "ABGB"},
		{"AT business by the half-year", one("AT", business, "2024-12-31", contracted("2013-03-16")), "2025-04-01", "11.73", "UGB § 456"},
		{"AT business, older contract", one("AT", business, "2024-12-31", contracted("2013-03-15")), "2025-04-01", "10.53", "UGB § 352"},
		{"AT loan between businesses", one("AT", business, "2024-12-31", contracted("2020-01-01"), kind(ledger.Loan)), "2025-04-01", "11.73", "UGB § 456"},
		{"AT damages between businesses", one("AT", business, "2024-12-31", kind(ledger.Damages)), "2025-04-01", "4", "ABGB"},
		{"NL consumer", one("NL", consumer, "2024-01-31"), "2024-05-01", "7", "6:1"},
		{"NL commercial", one("NL", business, "2024-01-31", contracted("2020-01-01")), "2024-05-01", "12.5", "6:1"},
		{"NL loan between businesses", one("NL", business, "2024-01-31", kind(ledger.Loan)), "2024-05-01", "7", "6:1"},
		{"NL contract before commercial interest", one("NL", business, "2024-01-31", contracted("2002-11-30")), "2024-05-01", "7", "6:1"},
		{"EU", one("EU", business, "2024-01-31", contracted("2013-03-16")), "2024-05-01", "12.5", "2011/7/EU"},
		{"EU older contract", one("EU", business, "2024-01-31", contracted("2013-03-15")), "2024-05-01", "11.5", "2000/35/EC"},
		{"SE credit of 2025", one("SE", consumer, "2025-04-01", credit, contracted("2025-03-01"), agreeing("60")), "2025-05-01", "23", "19 a §"},
		{"SE credit before 2025", one("SE", consumer, "2025-04-01", credit, contracted("2025-02-28"), agreeing("60")), "2025-05-01", "43", "19 a §"},
		{"SE credit before the ceiling", one("SE", consumer, "2025-04-01", credit, contracted("2018-08-31"), agreeing("60")), "2025-05-01", "60", "7 §"},
		{"SE invoice has no ceiling", one("SE", consumer, "2025-04-01", contracted("2025-03-01"), agreeing("60")), "2025-05-01", "60", "7 §"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Resolve(tt.c, All(), rates.BuiltIn())
			if err != nil {
				t.Fatal(err)
			}
			s, err := r.Claims[0].Terms.Rate.At(day(tt.on))
			if err != nil || s.Rate != pct(tt.want) || !strings.Contains(s.Basis.Citation, tt.cite) {
				t.Errorf("got %s %q, %v; want %s %q", s.Rate, s.Basis.Citation, err, tt.want, tt.cite)
			}
		})
	}
}

// A ceiling binds a rate on any basis, and the case's own ceiling still counts.
func TestCeilingOfTheLawBindsEveryBasis(t *testing.T) {
	for _, f := range []ledger.InterestFacts{
		{RateFacts: *fixed("60")},
		{RateFacts: ledger.RateFacts{Basis: ledger.BasisReference, Series: "SE", Margin: pct("57")}},
		{RateFacts: *fixed("60"), Ceiling: fixed("25")},
	} {
		r, err := Resolve(one("SE", ledger.Consumer, "2025-04-01", contracted("2025-03-01"), facts(f), kind(ledger.ConsumerCredit)), All(), rates.BuiltIn())
		if err != nil {
			t.Fatal(err)
		}
		if s, err := r.Claims[0].Terms.Rate.At(day("2025-05-01")); err != nil || s.Rate != pct("23") {
			t.Errorf("got %s, %v; want 23", s.Rate, err)
		}
	}
}

func TestCompoundingDefaults(t *testing.T) {
	none := statutory()
	none.Compounding = ledger.Simple
	annual := ledger.InterestFacts{RateFacts: *fixed("5"), Compounding: ledger.Annual}
	tests := []struct {
		name string
		c    ledger.Case
		want ledger.Compounding
	}{
		{"NL statutory", one("NL", ledger.Consumer, "2024-01-31"), ledger.Annual},
		{"NL switched off", one("NL", ledger.Consumer, "2024-01-31", facts(none)), ledger.Simple},
		{"NL fixed", one("NL", ledger.Consumer, "2024-01-31", facts(ledger.InterestFacts{RateFacts: *fixed("5")})), ledger.Simple},
		{"SE statutory", one("SE", ledger.Consumer, "2024-01-31"), ledger.Simple},
		{"agreed", one("SE", ledger.Consumer, "2024-01-31", facts(annual)), ledger.Annual},
	}
	for _, tt := range tests {
		r, err := Resolve(tt.c, All(), rates.BuiltIn())
		if err != nil || r.Claims[0].Compounding != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.name, r.Claims[0].Compounding, err, tt.want)
		}
	}
}

func TestFindingsOfCountries(t *testing.T) {
	tests := []struct {
		name string
		c    ledger.Case
		want string // code and path, or "" for none
	}{
		{"Saturday", one("SE", ledger.Consumer, "2024-08-31"), "due-not-business-day /claims/0/due"},
		{"Midsummer Eve", one("SE", ledger.Consumer, "2024-06-21"), "due-not-business-day /claims/0/due"},
		{"Finnish Independence Day", one("FI", ledger.Consumer, "2024-12-06"), "due-not-business-day /claims/0/due"},
		{"business day", one("FI", ledger.Consumer, "2024-12-05"), ""},
		{"beyond the calendar", one("SE", ledger.Consumer, "2150-06-21"), ""},
		{"no calendar", one("GB", ledger.Business, "2024-08-31"), ""},
		{"NL old contract", one("NL", ledger.Business, "2024-01-31", contracted("2013-03-15")), "old-contract /claims/0/interest"},
		{"NL newer contract", one("NL", ledger.Business, "2024-01-31", contracted("2013-03-16")), ""},
		{"EU consumer", one("EU", ledger.Consumer, "2024-01-31", contracted("2020-01-01")), "directive-business-only /claims/0/interest"},
		{"AT fallback", one("AT", ledger.Business, "2024-12-31"), "date-fallback /claims/0/interest"},
		{"AT consumer needs no date", one("AT", ledger.Consumer, "2024-12-31"), ""},
		{"ceiling and margin fall back once", one("FI", ledger.Consumer, "2024-01-31", kind(ledger.ConsumerCredit)), "date-fallback /claims/0/interest"},
	}
	for _, tt := range tests {
		r, err := Resolve(tt.c, All(), rates.BuiltIn())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range r.Claims[0].Findings {
			got = append(got, f.Code+" "+f.Path)
		}
		if want := strings.Split(tt.want, "\n"); tt.want == "" && got != nil || tt.want != "" && !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %q", tt.name, got, tt.want)
		}
	}
}

// A contract older than every margin in the table has no rate, not a guessed one.
func TestMarginsEnd(t *testing.T) {
	for _, c := range []ledger.Case{
		one("AT", ledger.Business, "2024-12-31", contracted("2002-07-31")),
		one("EU", ledger.Business, "2024-12-31", contracted("2002-08-07")),
	} {
		r, err := Resolve(c, All(), rates.BuiltIn())
		if err != nil {
			t.Fatal(err)
		}
		if s, err := r.Claims[0].Terms.Rate.At(day("2025-03-01")); err == nil {
			t.Errorf("%s: %s, want an error", c.Jurisdiction, s.Rate)
		}
	}
}

// Every series and calendar that a country names exists.
func TestSeriesOfCountriesExist(t *testing.T) {
	for _, r := range All() {
		if len(r.Series) == 0 || r.Calendar != nil && r.DueRule == "" {
			t.Errorf("%s lacks a series or a rule for due dates", r.Code)
		}
		for _, s := range r.Series {
			if _, ok := rates.BuiltIn().Lookup(s); !ok {
				t.Errorf("%s names the series %q, which does not exist", r.Code, s)
			}
		}
		if r.Calendar != nil {
			if _, err := r.Calendar().IsBusinessDay(calendar.MustParseDate("2024-01-02")); err != nil {
				t.Errorf("%s: %v", r.Code, err)
			}
		}
	}
}
