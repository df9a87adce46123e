package jurisdiction

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

func pct(s string) interest.Percent { return interest.MustPercent(s) }

// one is a case of one claim due on a day.
func one(jurisdiction string, debtor ledger.DebtorKind, due string, edit ...func(*ledger.Claim)) ledger.Case {
	cl := ledger.Claim{ID: "C", Principal: money.MustParse("100.00 EUR"), Due: day(due)}
	for _, e := range edit {
		e(&cl)
	}
	return ledger.Case{ID: "T", Currency: money.MustCurrency("EUR"), Jurisdiction: jurisdiction, Debtor: debtor, Claims: []ledger.Claim{cl}}
}

func kind(k ledger.ClaimKind) func(*ledger.Claim) { return func(c *ledger.Claim) { c.Kind = k } }
func contracted(s string) func(*ledger.Claim) {
	return func(c *ledger.Claim) { c.Contracted = day(s) }
}
func issued(s string) func(*ledger.Claim) { return func(c *ledger.Claim) { c.Issued = day(s) } }
func facts(f ledger.InterestFacts) func(*ledger.Claim) {
	return func(c *ledger.Claim) { c.Interest = &f }
}

func statutory() ledger.InterestFacts {
	return ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisStatutory}}
}

func fixed(rate string) *ledger.RateFacts {
	return &ledger.RateFacts{Basis: ledger.BasisFixed, Rate: pct(rate)}
}

// The rates are added by hand from the published tables: SE 4.00 in 2024, 3.00 in
// the first half of 2025; DE 3.62 and 3.37 in 2024, −0.88 in 2020; GB 5.25 in 2024,
// 4.75 from 2025-01-01.
func TestStatutoryRates(t *testing.T) {
	consumer, business := ledger.Consumer, ledger.Business
	agreed := func(rate string) ledger.InterestFacts {
		f := statutory()
		f.Agreed = fixed(rate)
		return f
	}
	cutoff := agreed("20")
	cutoff.Cutoff = day("2024-03-31")
	floating := statutory()
	floating.Reset = ledger.Floating
	atStart := statutory()
	atStart.Reset = ledger.FixedAtStart
	seAgreed := statutory()
	seAgreed.Agreed = &ledger.RateFacts{Basis: ledger.BasisReference, Series: "SE", Margin: pct("9")}
	tests := []struct {
		name string
		c    ledger.Case
		on   string
		want string
		cite string
	}{
		{"SE", one("SE", consumer, "2024-01-31"), "2024-05-01", "12", "räntelagen (1975:635) 6 §"},
		{"SE business alike", one("SE", business, "2024-01-31"), "2025-03-01", "11", "6 §"},
		{"SE fixed at start if asked", one("SE", business, "2024-01-31", facts(atStart)), "2025-03-01", "12", "6 §"},
		{"SE agreed stays frozen", one("SE", consumer, "2024-12-31", facts(seAgreed)), "2025-03-01", "13", "7 §"},
		{"SE agreed gives way to more", one("SE", consumer, "2024-12-31", facts(agreed("10"))), "2025-03-01", "11", "6 §"},
		{"SE agreed through the cut-off", one("SE", consumer, "2024-01-31", facts(cutoff)), "2024-03-31", "20", "7 §"},
		{"SE statutory after the cut-off", one("SE", consumer, "2024-01-31", facts(cutoff)), "2024-04-01", "12", "6 §"},
		{"DE consumer", one("DE", consumer, "2024-01-31"), "2024-05-01", "8.62", "BGB § 288(1)"},
		{"DE negative base", one("DE", consumer, "2020-01-31"), "2020-05-01", "4.12", "BGB § 288(1)"},
		{"DE mortgage of a consumer", one("DE", consumer, "2024-01-31", kind(ledger.Mortgage)), "2024-05-01", "6.12", "BGB § 497(4)"},
		{"DE consumer credit", one("DE", consumer, "2024-01-31", kind(ledger.ConsumerCredit)), "2024-05-01", "8.62", "BGB § 497(1); BGB § 288(1)"},
		{"DE business", one("DE", business, "2024-01-31", contracted("2014-07-29")), "2024-05-01", "12.62", "BGB § 288(2)"},
		{"DE business before the change", one("DE", business, "2024-01-31", contracted("2014-07-28")), "2024-05-01", "11.62", "2014-07-28"},
		{"DE business by the invoice", one("DE", business, "2014-08-15", issued("2014-07-28")), "2024-05-01", "11.62", "2014-07-28"},
		{"DE loan between businesses", one("DE", business, "2024-01-31", kind(ledger.Loan)), "2024-05-01", "8.62", "BGB § 288(1)"},
		{"DE damages between businesses", one("DE", business, "2024-01-31", kind(ledger.Damages)), "2024-05-01", "8.62", "BGB § 288(1)"},
		{"DE rent between businesses", one("DE", business, "2024-01-31", kind(ledger.Rent)), "2024-07-01", "12.37", "BGB § 288(2)"},
		{"DE higher agreed rate", one("DE", consumer, "2024-01-31", facts(agreed("15"))), "2024-05-01", "15", ""},
		{"DE lower agreed rate", one("DE", consumer, "2024-01-31", facts(agreed("5"))), "2024-05-01", "8.62", "BGB § 288(1)"},
		{"GB due 29 June", one("GB", business, "2024-06-29"), "2025-03-01", "13.25", "SI 2002/1675 art. 4"},
		{"GB due 31 December", one("GB", business, "2024-12-31"), "2025-08-01", "12.75", "SI 2002/1675 art. 4"},
		{"GB floating if asked", one("GB", business, "2024-06-29", facts(floating)), "2025-03-01", "12.75", "SI 2002/1675 art. 4"},
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

func TestBounds(t *testing.T) {
	f := ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisReference, Series: "SE", Multiplier: 1_500_000, Margin: pct("8")}}
	on := func(edit func(*ledger.InterestFacts)) string {
		g := f
		edit(&g)
		r, err := Resolve(one("", 0, "2024-01-31", facts(g)), All(), rates.BuiltIn())
		if err != nil {
			t.Fatal(err)
		}
		s, err := r.Claims[0].Terms.Rate.At(day("2024-05-01"))
		if err != nil {
			t.Fatal(err)
		}
		return s.Rate.String() + " " + s.Basis.Label
	}
	tests := []struct {
		want string
		edit func(*ledger.InterestFacts)
	}{
		{"14 (reference rate SE 4 %) × 1.5 + 8", func(*ledger.InterestFacts) {}},
		{"15 floor: 15 % fixed", func(f *ledger.InterestFacts) { f.Floor = fixed("15") }},
		{"13 ceiling: 13 % fixed", func(f *ledger.InterestFacts) { f.Ceiling = fixed("13") }},
		{"13 ceiling: 13 % fixed", func(f *ledger.InterestFacts) { f.Floor, f.Ceiling = fixed("15"), fixed("13") }},
		{"13 ceiling: 13 % fixed", func(f *ledger.InterestFacts) { f.Agreed, f.Ceiling = fixed("30"), fixed("13") }},
		{"24 ceiling: reference rate SE 4 % + 20", func(f *ledger.InterestFacts) {
			f.Agreed = fixed("30")
			f.Ceiling = &ledger.RateFacts{Basis: ledger.BasisReference, Series: "SE", Margin: pct("20")}
		}},
	}
	for _, tt := range tests {
		if got := on(tt.edit); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestResolveDefaults(t *testing.T) {
	r, err := Resolve(one("DE", ledger.Consumer, "2024-01-31", kind(ledger.ConsumerCredit)), All(), rates.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	c := r.Claims[0]
	if c.Terms.DayCount != calendar.ActActISDA || r.Order.Name != allocation.PresetBGB367 || c.First != day("2024-02-01") ||
		c.Rounding != interest.Commercial() || c.Component != allocation.DefaultInterest {
		t.Errorf("got %+v, order %s", c, r.Order.Name)
	}
	if len(c.Findings) != 1 || c.Findings[0].Code != ledger.FindingConsumerOrder || c.Findings[0].Path != "/claims/0/kind" {
		t.Errorf("findings %v", c.Findings)
	}
	none, err := Resolve(one("", 0, "2024-01-31"), All(), rates.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	if none.Claims[0].Bears || none.Order.Name != allocation.CostsInterestPrincipal || none.Claims[0].Findings[0].Code != ledger.FindingNoTerms {
		t.Errorf("got %+v", none)
	}
	waiting := one("SE", ledger.Consumer, "2024-01-31")
	waiting.Allocation.Rest, waiting.Allocation.Direction = allocation.Apply, allocation.DirectItem
	r, err = Resolve(waiting, All(), rates.BuiltIn())
	if err != nil || r.Order.Name != allocation.PresetSE || r.Order.Rest != allocation.Apply || r.Order.Direction != allocation.DirectItem {
		t.Errorf("got %+v, %v", r.Order, err)
	}
}

func TestFallBackLeavesAFinding(t *testing.T) {
	for _, edit := range []func(*ledger.Claim){func(*ledger.Claim) {}, issued("2024-01-01")} {
		r, err := Resolve(one("DE", ledger.Business, "2024-01-31", edit), All(), rates.BuiltIn())
		if err != nil || len(r.Claims[0].Findings) != 1 || r.Claims[0].Findings[0].Code != ledger.FindingDateFallback {
			t.Errorf("got %v, %v", r.Claims, err)
		}
	}
	r, err := Resolve(one("DE", ledger.Consumer, "2024-01-31"), All(), rates.BuiltIn())
	if err != nil || len(r.Claims[0].Findings) != 0 {
		t.Errorf("a date that decides nothing is found: %v, %v", r.Claims, err)
	}
}

func TestResolveRefuses(t *testing.T) {
	reference := func(series, margin string) func(*ledger.Claim) {
		return facts(ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisReference, Series: series, Margin: pct(margin)},
			Floor: &ledger.RateFacts{Basis: ledger.BasisReference, Series: "nowhere"}, Agreed: &ledger.RateFacts{Basis: ledger.BasisReference, Series: "never"}})
	}
	tests := []struct {
		name  string
		c     ledger.Case
		paths []string
	}{
		{"no rules, and what else is wrong", func() ledger.Case {
			c := one("XX", ledger.Consumer, "2024-01-31", reference("ZZ", "1"))
			c.Claims = append(c.Claims, one("XX", ledger.Consumer, "2024-01-31").Claims...)
			return c
		}(), []string{"/jurisdiction", "/claims/0/interest/series", "/claims/0/interest/agreed/series", "/claims/0/interest/floor/series"}},
		{"no rules", one("XX", ledger.Consumer, "2024-01-31"), []string{"/jurisdiction"}},
		{"GB consumer", one("GB", ledger.Consumer, "2024-01-31"), []string{"/debtor"}},
		{"unknown series", one("", 0, "2024-01-31", reference("XX", "1")),
			[]string{"/claims/0/interest/series", "/claims/0/interest/agreed/series", "/claims/0/interest/floor/series"}},
		{"margin on a total", one("", 0, "2024-01-31", reference("NO", "1")),
			[]string{"/claims/0/interest/margin", "/claims/0/interest/agreed/series", "/claims/0/interest/floor/series"}},
		{"statutory without a jurisdiction", one("", 0, "2024-01-31", facts(statutory())), []string{"/claims/0/interest/basis"}},
	}
	for _, tt := range tests {
		_, err := Resolve(tt.c, All(), rates.BuiltIn())
		var paths []string
		for _, p := range ledger.AsProblems(err) {
			paths = append(paths, p.Path)
		}
		if diff := cmp.Diff(tt.paths, paths); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	two := one("GB", ledger.Consumer, "2024-01-31")
	two.Claims = append(two.Claims, two.Claims[0])
	if _, err := Resolve(two, All(), rates.BuiltIn()); len(ledger.AsProblems(err)) != 1 {
		t.Errorf("the debtor is reported more than once: %v", err)
	}
}

// Own tables must be of the kind that the rules build on, and rules must be whole.
func TestResolveRefusesUnfitRules(t *testing.T) {
	total, err := rates.ReadDir(fstest.MapFS{"se.csv": {Data: []byte("# series: SE\n# name: own\n# unit: percent per year\n# kind: total\n" +
		"# changes: half-year\n# known-through: 2026-12-31\nvalid_from,value,citation,source,url,evidence\n2024-01-01,12,c,s,,sourced\n")}})
	if err != nil {
		t.Fatal(err)
	}
	c := one("SE", ledger.Consumer, "2024-01-31")
	for name, resolve := range map[string]func() error{
		"a total for a reference rate": func() error { _, err := Resolve(c, All(), rates.BuiltIn().With(total)); return err },
		"no tables":                    func() error { _, err := Resolve(c, All(), new(rates.Set)); return err },
		"no late interest":             func() error { _, err := Resolve(c, []Rules{{Code: "SE"}}, rates.BuiltIn()); return err },
	} {
		problems := ledger.AsProblems(resolve())
		if len(problems) == 0 || problems[0].Path != "/jurisdiction" {
			t.Errorf("%s: %v", name, problems)
		}
	}
	// Rules can be tried on a query made by hand.
	if r, err := SE().Late(Query{}); err != nil || r.IsZero() {
		t.Errorf("got %v, %v", r, err)
	}
}

func TestExtendedRates(t *testing.T) {
	c := one("SE", ledger.Consumer, "2024-01-31")
	late := rates.SE().Meta().KnownThrough + 1
	r, err := Resolve(c, All(), rates.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Claims[0].Terms.Rate.At(late); !errors.Is(err, law.ErrNotKnown) {
		t.Errorf("got %v, want ErrNotKnown", err)
	}
	c.ExtendRates = true
	if r, err = Resolve(c, All(), rates.BuiltIn()); err != nil {
		t.Fatal(err)
	}
	if s, err := r.Claims[0].Terms.Rate.At(late); err != nil || !s.Provisional {
		t.Errorf("got %+v, %v; want a provisional value", s, err)
	}
}

// Every country has what a statement needs.
func TestRulesAreComplete(t *testing.T) {
	for _, r := range All() {
		if r.Code == "" || r.Name == "" || r.Currency.IsZero() || r.Late == nil || len(r.Sources) == 0 || r.Order.Validate() != nil {
			t.Errorf("%q lacks something: %+v", r.Code, r)
		}
		if _, err := r.DayCount.Fraction(calendar.Days(day("2024-01-01"), day("2024-01-02"))); err != nil {
			t.Errorf("%s: %v", r.Code, err)
		}
	}
}
