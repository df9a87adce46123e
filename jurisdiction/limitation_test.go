package jurisdiction_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// claimed is a claim with what its limitation asks.
type claimed struct {
	law    string // or law:GB-SCT
	debtor ledger.DebtorKind
	kind   ledger.ClaimKind
	facts  ledger.LimitationFacts
}

func ruleOf(t *testing.T, c claimed) limitation.Rule {
	t.Helper()
	code, _, _ := strings.Cut(c.law, "-")
	rules, ok := jurisdiction.Find(jurisdiction.All(), code)
	if !ok {
		t.Fatalf("no rules of %s", code)
	}
	if c.law != code {
		c.facts.Law = c.law
	}
	return rules.Limitation(jurisdiction.Query{Claim: ledger.Claim{Kind: c.kind, Limitation: &c.facts}, Debtor: c.debtor})
}

const (
	consumer = ledger.Consumer
	business = ledger.Business
)

var (
	note    = ledger.LimitationFacts{Instrument: ledger.PromissoryNote}
	deed    = ledger.LimitationFacts{Instrument: ledger.Deed}
	private = ledger.LimitationFacts{PrivateCreditor: true}
)

// How long the period is and with which day it starts: the tables of law § 6.
func TestLimitationPeriods(t *testing.T) {
	for _, c := range []struct {
		claimed
		years int
		from  limitation.Start
	}{
		// nordic.md § 6, Sweden: 10 years from origin, 3 against consumers, not notes
		{claimed{law: "SE", debtor: business}, 10, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer}, 3, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.Invoice}, 3, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.Rent}, 3, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.Loan}, 3, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.ConsumerCredit}, 3, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.Loan, facts: note}, 10, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, facts: private}, 10, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.Mortgage}, 10, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.Damages}, 10, limitation.FromOrigin},
		{claimed{law: "SE", debtor: consumer, kind: ledger.OtherClaim}, 10, limitation.FromOrigin},
		// Finland: 3 years from the due date
		{claimed{law: "FI", debtor: consumer}, 3, limitation.FromDue},
		{claimed{law: "FI", debtor: business, kind: ledger.Loan}, 3, limitation.FromDue},
		// Norway: 3 years, 10 for loans and notes
		{claimed{law: "NO", debtor: consumer}, 3, limitation.FromDue},
		{claimed{law: "NO", debtor: consumer, kind: ledger.Loan}, 10, limitation.FromDue},
		{claimed{law: "NO", debtor: consumer, kind: ledger.ConsumerCredit}, 10, limitation.FromDue},
		{claimed{law: "NO", debtor: consumer, kind: ledger.Mortgage}, 10, limitation.FromDue},
		{claimed{law: "NO", debtor: business, facts: note}, 10, limitation.FromDue},
		// Denmark: 3 years, 10 for a gældsbrev
		{claimed{law: "DK", debtor: consumer}, 3, limitation.FromDue},
		{claimed{law: "DK", debtor: consumer, kind: ledger.Loan}, 10, limitation.FromDue},
		{claimed{law: "DK", debtor: business, facts: note}, 10, limitation.FromDue},
		// europe.md § 6, Germany: 3 years from the end of the year
		{claimed{law: "DE", debtor: consumer}, 3, limitation.FromYearEnd},
		{claimed{law: "DE", debtor: business, kind: ledger.Loan}, 3, limitation.FromYearEnd},
		// Austria: 3 years for commercial claims, rent and damages, 30 in general
		{claimed{law: "AT", debtor: business}, 3, limitation.FromDue},
		{claimed{law: "AT", debtor: consumer, kind: ledger.Rent}, 3, limitation.FromDue},
		{claimed{law: "AT", debtor: consumer, kind: ledger.Damages}, 3, limitation.FromDue},
		{claimed{law: "AT", debtor: consumer, kind: ledger.Loan}, 30, limitation.FromDue},
		{claimed{law: "AT", debtor: consumer, kind: ledger.OtherClaim}, 30, limitation.FromDue},
		// Netherlands: 5 years
		{claimed{law: "NL", debtor: consumer}, 5, limitation.FromDue},
		{claimed{law: "NL", debtor: business, kind: ledger.Loan}, 5, limitation.FromDue},
		// England and Wales: 6 years, deeds 12; Scotland: 5
		{claimed{law: "GB", debtor: business}, 6, limitation.FromDue},
		{claimed{law: "GB", debtor: business, facts: deed}, 12, limitation.FromDue},
		{claimed{law: "GB", debtor: consumer, kind: ledger.Mortgage}, 12, limitation.FromDue},
		{claimed{law: "GB-SCT", debtor: business}, 5, limitation.FromDue},
		{claimed{law: "GB-SCT", debtor: business, facts: deed}, 5, limitation.FromDue},
	} {
		r := ruleOf(t, c.claimed)
		if r.Period != calendar.Years(c.years) || r.From != c.from || r.Law != c.law {
			t.Errorf("%+v: %s %s from %s, want %dY from %s", c.claimed, r.Law, r.Period, r.From, c.years, c.from)
		}
		if r.Extinguishes != (c.law == "GB-SCT") {
			t.Errorf("%+v: extinguishes %t", c.claimed, r.Extinguishes)
		}
	}
}

// effects are the last days of a claim due, and arisen, on 10 May 2023 after one act on
// 3 March 2024, which lasts through 30 June 2024 where it may, as of 2026: what counts
// and what does not, for each law and act.
func TestLimitationActs(t *testing.T) {
	const payment, promise, acknowledgement, written, demand = limitation.Payment, limitation.Promise, limitation.Acknowledgement, limitation.WrittenAcknowledgement, limitation.Demand
	const action, enforcement, bankruptcy, negotiation, title = limitation.Action, limitation.Enforcement, limitation.Bankruptcy, limitation.Negotiation, limitation.TitleObtained
	for _, c := range []struct {
		claimed
		last map[limitation.Act]string
	}{
		{claimed{law: "SE", debtor: consumer}, map[limitation.Act]string{
			0: "2026-05-10", payment: "2027-03-03", promise: "2027-03-03", acknowledgement: "2027-03-03", written: "2027-03-03", demand: "2027-03-03",
			action: "2027-06-30", enforcement: "2027-06-30", bankruptcy: "2027-06-30", negotiation: "2026-05-10", title: "2027-03-03"}},
		{claimed{law: "FI", debtor: business}, map[limitation.Act]string{
			0: "2026-05-10", payment: "2027-03-03", promise: "2027-03-03", acknowledgement: "2027-03-03", written: "2027-03-03", demand: "2027-03-03",
			action: "2027-06-30", enforcement: "2027-06-30", bankruptcy: "2027-06-30", negotiation: "2026-05-10", title: "2029-03-03"}},
		{claimed{law: "NO", debtor: consumer}, map[limitation.Act]string{
			0: "2026-05-10", payment: "2027-03-03", promise: "2027-03-03", acknowledgement: "2027-03-03", written: "2027-03-03", demand: "2026-05-10",
			action: "2027-06-30", enforcement: "2027-06-30", bankruptcy: "2027-06-30", negotiation: "2026-05-10", title: "2034-03-03"}},
		{claimed{law: "DK", debtor: consumer}, map[limitation.Act]string{
			0: "2026-05-10", payment: "2027-03-03", promise: "2027-03-03", acknowledgement: "2027-03-03", written: "2034-03-03", demand: "2026-05-10",
			action: "2027-06-30", enforcement: "2027-06-30", bankruptcy: "2027-06-30", negotiation: "2026-05-10", title: "2034-03-03"}},
		// 120 days of negotiation; of an action 120 and six months more, 303 in all.
		{claimed{law: "DE", debtor: consumer}, map[limitation.Act]string{
			0: "2026-12-31", payment: "2027-03-03", promise: "2027-03-03", acknowledgement: "2027-03-03", written: "2027-03-03", demand: "2026-12-31",
			action: "2027-10-30", enforcement: "2027-03-03", bankruptcy: "2026-12-31", negotiation: "2027-04-30", title: "2054-03-03"}},
		{claimed{law: "AT", debtor: consumer}, map[limitation.Act]string{
			0: "2026-05-10", payment: "2027-03-03", promise: "2027-03-03", acknowledgement: "2027-03-03", written: "2027-03-03", demand: "2026-05-10",
			action: "2027-06-30", enforcement: "2027-06-30", bankruptcy: "2027-06-30", negotiation: "2026-05-10", title: "2054-03-03"}},
		{claimed{law: "NL", debtor: consumer}, map[limitation.Act]string{
			0: "2028-05-10", payment: "2029-03-03", promise: "2029-03-03", acknowledgement: "2029-03-03", written: "2029-03-03", demand: "2029-03-03",
			action: "2029-06-30", enforcement: "2029-06-30", bankruptcy: "2029-06-30", negotiation: "2028-05-10", title: "2044-03-03"}},
		{claimed{law: "GB", debtor: business}, map[limitation.Act]string{
			0: "2029-05-10", payment: "2030-03-03", promise: "2029-05-10", acknowledgement: "2030-03-03", written: "2030-03-03", demand: "2029-05-10",
			action: "2029-05-10", enforcement: "2029-05-10", bankruptcy: "2029-05-10", negotiation: "2029-05-10", title: ""}},
		{claimed{law: "GB-SCT", debtor: business}, map[limitation.Act]string{
			0: "2028-05-10", payment: "2029-03-03", promise: "2029-03-03", acknowledgement: "2029-03-03", written: "2029-03-03", demand: "2028-05-10",
			action: "2029-06-30", enforcement: "2029-06-30", bankruptcy: "2029-06-30", negotiation: "2028-05-10", title: ""}},
	} {
		rule, got := ruleOf(t, c.claimed), map[limitation.Act]string{}
		for act := limitation.Act(0); act <= title; act++ {
			facts := limitation.Facts{Origin: on("2023-05-10"), Due: on("2023-05-10")}
			if act != 0 {
				e := limitation.Event{Act: act, Day: on("2024-03-03")}
				if act >= action && act != title {
					e.Through = on("2024-06-30")
				}
				facts.Events = append(facts.Events, e)
			}
			l, err := rule.Limit(facts, on("2026-01-01"))
			if err != nil {
				t.Fatal(err)
			}
			got[act] = l.Last.String()
		}
		if diff := cmp.Diff(c.last, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.law, diff)
		}
	}
}

func on(s string) calendar.Date { return calendar.MustParseDate(s) }

func event(a limitation.Act, days ...string) limitation.Event {
	e := limitation.Event{Act: a, Day: on(days[0])}
	if len(days) > 1 {
		e.Through = on(days[1])
	}
	return e
}

// The examples of the sources, and the ends that nothing moves.
func TestLimitationExamples(t *testing.T) {
	for _, c := range []struct {
		name string
		claimed
		due    string
		events []limitation.Event
		asOf   string
		last   string
		basis  limitation.Basis
	}{
		{"europe.md § 6: invoice due 2023-05-10, barred from 2027-01-01", claimed{law: "DE"}, "2023-05-10", nil, "2024-01-01", "2026-12-31", limitation.ByStart},
		{"europe.md § 6: part payment", claimed{law: "DE"}, "2023-05-10", []limitation.Event{event(limitation.Payment, "2025-03-03")}, "2026-01-01", "2028-03-03", limitation.ByInterruption},
		{"europe.md § 6: due 2021-03-15", claimed{law: "NL"}, "2021-03-15", nil, "2024-01-01", "2026-03-15", limitation.ByStart},
		{"europe.md § 6: letter of 2024-06-01", claimed{law: "NL"}, "2021-03-15", []limitation.Event{event(limitation.Demand, "2024-06-01")}, "2025-01-01", "2029-06-01", limitation.ByInterruption},
		{"nordic.md § 8.17 (velkaa.fi): title of December 2019", claimed{law: "FI", debtor: consumer}, "2000-12-24", []limitation.Event{event(limitation.TitleObtained, "2019-12-10")}, "2020-01-01", "2020-12-24", limitation.ByFinal},
		{"FI: never before five years from 2015", claimed{law: "FI", debtor: consumer}, "1996-01-01", []limitation.Event{event(limitation.TitleObtained, "2018-06-01")}, "2019-01-01", "2020-01-01", limitation.ByFinal},
		{"FI: ten years from 2015 for a private creditor", claimed{law: "FI", debtor: consumer, facts: private}, "1996-01-01", []limitation.Event{event(limitation.TitleObtained, "2021-06-01")}, "2022-01-01", "2025-01-01", limitation.ByFinal},
		{"FI: 25 years for a private creditor", claimed{law: "FI", debtor: consumer, facts: private}, "2003-04-05", []limitation.Event{event(limitation.TitleObtained, "2025-06-01")}, "2026-01-01", "2028-04-05", limitation.ByFinal},
		{"FI: fifteen years from the title", claimed{law: "FI", debtor: consumer}, "2008-01-10", []limitation.Event{event(limitation.TitleObtained, "2009-02-03"), event(limitation.Payment, "2013-01-01"), event(limitation.Payment, "2017-01-01"), event(limitation.Payment, "2021-01-01")}, "2022-01-01", "2024-02-03", limitation.ByFinal},
		{"FI: twenty for a private creditor", claimed{law: "FI", debtor: consumer, facts: private}, "2008-01-10", []limitation.Event{event(limitation.TitleObtained, "2009-02-03"), event(limitation.Payment, "2013-01-01"), event(limitation.Payment, "2017-01-01"), event(limitation.Payment, "2021-01-01"), event(limitation.Payment, "2025-01-01")}, "2026-01-01", "2029-02-03", limitation.ByFinal},
		{"FI: a business has no final end", claimed{law: "FI", debtor: business}, "2000-12-24", []limitation.Event{event(limitation.TitleObtained, "2019-12-10")}, "2020-01-01", "2024-12-10", limitation.ByTitle},
		{"FI: damages are no contract", claimed{law: "FI", debtor: consumer, kind: ledger.Damages}, "2000-12-24", []limitation.Event{event(limitation.TitleObtained, "2019-12-10")}, "2020-01-01", "2024-12-10", limitation.ByTitle},
		{"GB-SCT: twenty years whatever happens", claimed{law: "GB-SCT"}, "2004-06-01", []limitation.Event{event(limitation.Payment, "2008-01-01"), event(limitation.Payment, "2012-01-01"), event(limitation.Payment, "2016-01-01"), event(limitation.Payment, "2020-06-01")}, "2021-01-01", "2024-06-01", limitation.ByFinal},
		{"GB: nothing revives (s. 29(7))", claimed{law: "GB"}, "2015-02-01", []limitation.Event{event(limitation.Payment, "2021-02-02")}, "2022-01-01", "2021-02-01", limitation.ByStart},
		{"GB: proceedings hold", claimed{law: "GB"}, "2015-02-01", []limitation.Event{event(limitation.Action, "2021-01-20")}, "2022-01-01", "", limitation.ByPending},
		{"GB: and begin no new period", claimed{law: "GB"}, "2015-02-01", []limitation.Event{event(limitation.Action, "2021-01-20", "2021-09-30")}, "2022-01-01", "2021-09-30", limitation.ByStart},
		{"DE: title", claimed{law: "DE"}, "2019-05-10", []limitation.Event{event(limitation.Action, "2020-02-01"), event(limitation.TitleObtained, "2020-06-15")}, "2022-01-01", "2050-06-15", limitation.ByTitle},
		{"DE: BGB § 497(3): ten years of default at most", claimed{law: "DE", debtor: consumer, kind: ledger.ConsumerCredit}, "2015-03-31", nil, "2016-01-01", "2028-03-31", limitation.ByStart},
		{"DE: BGB § 497(3): until a title", claimed{law: "DE", debtor: consumer, kind: ledger.ConsumerCredit}, "2015-03-31", []limitation.Event{event(limitation.TitleObtained, "2017-03-31")}, "2018-01-01", "2047-03-31", limitation.ByTitle},
		{"NL: after a judgment a letter shortens nothing", claimed{law: "NL"}, "2010-01-10", []limitation.Event{event(limitation.TitleObtained, "2012-01-10"), event(limitation.Demand, "2020-01-10")}, "2021-01-01", "2032-01-10", limitation.ByTitle},
		{"NL: near its end it adds five years", claimed{law: "NL"}, "2010-01-10", []limitation.Event{event(limitation.TitleObtained, "2012-01-10"), event(limitation.Demand, "2030-01-10")}, "2031-01-01", "2035-01-10", limitation.ByInterruption},
		{"SE: bankruptcy that lasts", claimed{law: "SE", debtor: business}, "2015-01-01", []limitation.Event{event(limitation.Bankruptcy, "2020-01-01")}, "2026-01-01", "", limitation.ByPending},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := ruleOf(t, c.claimed).Limit(limitation.Facts{Origin: on(c.due), Due: on(c.due), Events: c.events}, on(c.asOf))
			if err != nil {
				t.Fatal(err)
			}
			if l.Last.String() != c.last || l.Basis != c.basis {
				t.Errorf("last %q %s, want %q %s; %+v", l.Last, l.Basis, c.last, c.basis, l.Steps)
			}
		})
	}
}

// Interest with a period of its own.
func TestLimitationOfInterest(t *testing.T) {
	title := func(d string) []limitation.Event { return []limitation.Event{event(limitation.TitleObtained, d)} }
	for _, c := range []struct {
		name string
		claimed
		events       []limitation.Event
		asOf         string
		barred, next string // "-" where interest shares the fate of the principal
	}{
		{"SE: § 8", claimed{law: "SE", debtor: business}, nil, "2019-01-01", "-", "-"},
		{"FI", claimed{law: "FI"}, title("2013-06-01"), "2017-01-01", "-", "-"},
		{"NO", claimed{law: "NO"}, title("2013-06-01"), "2017-01-01", "-", "-"},
		{"DK: three years inside ten of a gældsbrev (§ 5(2))", claimed{law: "DK", kind: ledger.Loan}, nil, "2019-01-01", "2015-12-31", "2019-01-01"},
		{"DK: invoice", claimed{law: "DK"}, nil, "2014-01-01", "-", "-"},
		{"DK: later than a written acknowledgement", claimed{law: "DK"}, []limitation.Event{event(limitation.WrittenAcknowledgement, "2014-03-15")}, "2019-01-01", "2015-12-31", "2019-01-01"},
		{"DK: later than a judgment", claimed{law: "DK"}, title("2014-03-15"), "2017-03-18", "2014-03-17", "2017-03-18"},
		{"DE: § 197(2)", claimed{law: "DE"}, title("2014-03-15"), "2018-01-01", "2014-12-31", "2018-12-31"},
		{"DE: before a title", claimed{law: "DE"}, nil, "2015-06-01", "-", "-"},
		{"DE: § 497(3) sentence 4", claimed{law: "DE", debtor: consumer, kind: ledger.ConsumerCredit}, title("2014-03-15"), "2019-01-01", "-", "-"},
		{"AT: § 1480", claimed{law: "AT", kind: ledger.Loan}, nil, "2016-06-02", "2013-06-01", "2016-06-02"},
		{"NL: 3:308", claimed{law: "NL"}, []limitation.Event{event(limitation.Payment, "2017-01-01")}, "2018-06-10", "", "2022-01-01"},
		{"NL: after a judgment", claimed{law: "NL"}, title("2014-03-15"), "2020-01-01", "2014-12-31", "2020-01-01"},
		{"GB: s. 24", claimed{law: "GB"}, title("2013-06-10"), "2020-01-01", "2013-12-31", "2020-01-01"},
		{"GB-SCT", claimed{law: "GB-SCT"}, nil, "2014-01-01", "-", "-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			facts := limitation.Facts{Origin: on("2012-05-31"), Due: on("2012-05-31"), InterestFrom: on("2012-06-01"), Events: c.events}
			l, err := ruleOf(t, c.claimed).Limit(facts, on(c.asOf))
			if err != nil {
				t.Fatal(err)
			}
			barred, next := "-", "-"
			if n := l.Interest; n != nil {
				barred, next = n.BarredThrough.String(), n.Next.String()
			}
			if barred != c.barred || next != c.next {
				t.Errorf("barred through %q, next %q, want %q and %q", barred, next, c.barred, c.next)
			}
		})
	}
}

// Every rule and every part of it has a citation, a source and evidence.
func TestLimitationIsSourced(t *testing.T) {
	laws := 0
	for _, rules := range jurisdiction.All() {
		if rules.Limitation == nil {
			continue
		}
		for _, name := range append([]string{rules.Code}, rules.LimitationLaws...) {
			laws++
			for kind := ledger.ClaimKind(0); kind < ledger.CreditNote; kind++ {
				r := ruleOf(t, claimed{law: name, debtor: consumer, kind: kind})
				if r.Citation == "" || r.Source == "" || !r.Evidence.Valid() || r.Title.Citation == "" {
					t.Errorf("%s %s: %+v", name, kind, r)
				}
				for _, e := range r.Acts {
					if e.Citation == "" || !e.Act.Valid() || e.Does == 0 {
						t.Errorf("%s %s: %+v", name, kind, e)
					}
				}
				for _, f := range r.Finals {
					if f.Citation == "" {
						t.Errorf("%s %s: %+v", name, kind, f)
					}
				}
				if r.Interest != nil && r.Interest.Citation == "" {
					t.Errorf("%s %s: interest without a citation", name, kind)
				}
			}
		}
	}
	if laws != 9 {
		t.Errorf("%d laws, want 9", laws)
	}
	if at := ruleOf(t, claimed{law: "AT"}); at.Title.Evidence != law.Unverified {
		t.Error("the Austrian period of judgments was not found in a source")
	}
}

// What a case may say of limitation is checked against its jurisdiction.
func TestResolveLimitation(t *testing.T) {
	base := ledger.Case{ID: "C", Currency: money.MustCurrency("GBP"), Jurisdiction: "GB", Debtor: business}
	for _, c := range []struct {
		jurisdiction string
		facts        *ledger.LimitationFacts
		want         string // law and period, or the problem
	}{
		{"GB", nil, "GB 6Y"},
		{"GB", &ledger.LimitationFacts{Law: "GB"}, "GB 6Y"},
		{"GB", &ledger.LimitationFacts{Law: "GB-SCT"}, "GB-SCT 5Y"},
		{"GB", &ledger.LimitationFacts{Period: calendar.Years(4)}, "GB 4Y limitation-own-period"},
		{"GB", &ledger.LimitationFacts{Period: calendar.Years(6)}, "GB 6Y"},
		{"GB", &ledger.LimitationFacts{Law: "SE"}, `/claims/0/limitation/law: "SE" is no law of limitation of GB, want GB or GB-SCT`},
		{"SE", &ledger.LimitationFacts{Law: "GB-SCT"}, `/claims/0/limitation/law: "GB-SCT" is no law of limitation of SE, want SE`},
		{"EU", nil, ""},
		{"", nil, ""},
		{"EU", &ledger.LimitationFacts{Margin: calendar.Months(1)}, "/claims/0/limitation: no law of limitation is known for the case, want a jurisdiction that has one or nothing here"},
		{"", &ledger.LimitationFacts{Margin: calendar.Months(1)}, "/claims/0/limitation: no law of limitation is known for the case, want a jurisdiction that has one or nothing here"},
	} {
		in := base
		in.Jurisdiction = c.jurisdiction
		in.Claims = []ledger.Claim{{
			ID: "A", Principal: money.MustParse("10.00 GBP"), Due: on("2020-01-31"), Limitation: c.facts,
			Interest: &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}},
		}}
		out, err := jurisdiction.Resolve(in, jurisdiction.All(), rates.BuiltIn())
		got := ""
		switch {
		case err != nil:
			got = err.Error()
		case out.Claims[0].Limitation != nil:
			got = fmt.Sprintf("%s %s", out.Claims[0].Limitation.Law, out.Claims[0].Limitation.Period)
			for _, f := range out.Claims[0].Findings {
				got += " " + f.Code
			}
		}
		if got != c.want {
			t.Errorf("%s, %+v: %q, want %q", c.jurisdiction, c.facts, got, c.want)
		}
	}
}
