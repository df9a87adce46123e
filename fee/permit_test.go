package fee_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	. "github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/money"
)

// finnish are tariffs with every guard of a file.
const finnish = `code,audience,valid_from,valid_to,over,up_to,shape,amount,currency,guards,legal_basis,source,evidence
total-cap,consumer,2013-03-16,,,100,flat,60,EUR,,10 d §,PL,sourced
total-cap,consumer,2013-03-16,,100,1000,flat,120,EUR,,,,
total-cap,consumer,2013-03-16,,1000,,flat,210,EUR,,,,
demand,consumer,2013-03-16,,,,flat,14,EUR,"%s",10 a §,PL,sourced
`

// guards reads the guards of a demand.
func guards(t testing.TB, text string) Guards {
	t.Helper()
	ts, err := Read(strings.NewReader(fmt.Sprintf(finnish, text)))
	if err != nil {
		t.Fatal(err)
	}
	demand, _ := Find(ts, "demand", Consumer)
	return demand.Guards
}

func TestPermit(t *testing.T) {
	charge := func(code, on, amount string) Charge { return Charge{code, day(on), money.MustParse(amount + " EUR")} }
	letter := func(sent, delivered, amount string) Notice {
		n := Notice{Kind: "letter", Sent: day(sent)}
		if delivered != "" {
			n.Delivered = day(delivered)
		}
		if amount != "" {
			n.Amount = money.MustParse(amount + " EUR")
		}
		return n
	}
	two := []Charge{charge("reminder", "2024-01-20", "5.00"), charge("demand", "2024-02-10", "14.00")}
	fourteen := money.MustParse("14.00 EUR")
	for _, tt := range []struct {
		guards string
		h      History
		on     string
		want   string // answer, day, and how the reason begins
	}{
		{"", History{}, "2024-03-01", "permitted"},
		{"agreed", History{Agreed: true}, "2024-03-01", "permitted"},
		{"agreed", History{}, "2024-03-01", "never the fee was not agreed"},
		{"after-due(14)", History{Due: day("2024-01-31")}, "2024-02-13", "not-before 2024-02-14 the due day is 2024-01-31"},
		{"after-due(14)", History{Due: day("2024-01-31")}, "2024-02-14", "permitted"},
		{"after-due(14)", History{}, "2024-02-14", "never the due day is not known"},
		{"gap(14,demand)", History{}, "2024-02-14", "permitted"},
		{"gap(14,demand)", History{Charged: two}, "2024-02-23", "not-before 2024-02-24"},
		{"gap(14,reminder)", History{Charged: two}, "2024-02-03", "permitted"},
		{"gap(14)", History{Charged: two, Notices: []Notice{letter("2024-02-20", "2024-02-22", "")}}, "2024-03-04", "not-before 2024-03-05"},
		{"gap(14,letter)", History{Charged: two, Notices: []Notice{letter("2024-02-20", "", "")}}, "2024-03-05", "permitted"},
		{"count(2,demand)", History{Charged: two}, "2024-03-01", "permitted"},
		{"count(1,demand)", History{Charged: two}, "2024-03-01", "never 1 fee charged; at most 1 fee of demand"},
		{"count(2)", History{Charged: two}, "2024-03-01", "never 2 fees charged"},
		{"count(1,run,reminder)", History{Charged: two, ArrearsSince: day("2024-01-21")}, "2024-03-01", "permitted"},
		{"count(1,run,reminder)", History{Charged: two, ArrearsSince: day("2024-01-20")}, "2024-03-01", "never 1 fee"},
		{"count(1,run,reminder)", History{Charged: two}, "2024-03-01", "never 1 fee"},
		{"excludes(compensation)", History{Charged: two}, "2024-03-01", "permitted"},
		{"excludes(compensation,demand)", History{Charged: two}, "2024-03-01", `never a fee "demand" was charged`},
		{"letter(letter,14)", History{Amount: fourteen}, "2024-03-01", "never no letter was sent"},
		{"letter(letter,14)", History{Amount: fourteen, Notices: []Notice{letter("2024-02-01", "", "13.99")}}, "2024-03-01", "never no letter names exactly 14.00 EUR"},
		{"letter(letter,14)", History{Notices: []Notice{letter("2024-02-01", "", "")}}, "2024-03-01", "never no letter names exactly the amount of the fee, which is not given"},
		{"letter(letter,14)", History{Amount: fourteen, Notices: []Notice{letter("2024-02-01", "", "14.00")}}, "2024-02-15", "not-before 2024-02-16"},
		{"letter(letter,14)", History{Amount: fourteen, Notices: []Notice{letter("2024-02-01", "", "14.00")}}, "2024-02-16", "permitted"},
		{"letter(letter,14)", History{Amount: fourteen, Notices: []Notice{letter("2024-02-01", "2024-02-03", "14.00"), letter("2024-01-01", "", "9.00")}}, "2024-02-17", "not-before 2024-02-18"},
		{"own", History{}, "2024-03-01", "never the creditor does not act itself"},
		{"own", History{ByCreditor: true}, "2024-03-01", "permitted"},
		{"enforceable", History{}, "2024-03-01", "never the debt is not enforceable"},
		{"enforceable", History{Enforceable: true}, "2024-03-01", "permitted"},
		{"not-enforceable", History{Enforceable: true}, "2024-03-01", "never the debt is enforceable"},
		{"not-enforceable", History{}, "2024-03-01", "permitted"},
		{"no-broken-plan", History{PlanBroken: true}, "2024-03-01", "never a payment plan was broken"},
		{"no-broken-plan", History{}, "2024-03-01", "permitted"},
		{"total(total-cap,demand)", History{}, "2024-03-01", "never the limit is not known"},
		{"total(total-cap,demand)", History{Base: money.MustParse("10.00 SEK")}, "2024-03-01", "never the limit is not known"},
		{"total(total-cap,demand)", History{Base: fourteen, Charged: []Charge{{Code: "demand", Amount: money.MustParse("1.00 SEK")}}}, "2024-03-01", "never fees and the limit do not add up"},
		// The strictest of all: the latest day, and never before any day.
		{"after-due(14) gap(14,demand)", History{Due: day("2024-01-31"), Charged: two}, "2024-02-01", "not-before 2024-02-24 the latest notice or fee"},
		{"gap(14,demand) after-due(14)", History{Due: day("2024-01-31"), Charged: two}, "2024-02-01", "not-before 2024-02-24 the latest notice or fee"},
		{"after-due(14) agreed gap(14)", History{Due: day("2024-01-31"), Charged: two}, "2024-02-01", "never the fee was not agreed"},
	} {
		d := Permit(guards(t, tt.guards), tt.h, day(tt.on))
		got := d.Answer.String()
		if d.Answer == NotBefore {
			got += " " + d.Day.String()
		}
		if d.Answer != Permitted {
			got += " " + d.Reason
		}
		if !strings.HasPrefix(got, tt.want) || (d.Answer == Permitted) != (d.Citation == "") {
			t.Errorf("%s on %s: %q by %q, want %q", tt.guards, tt.on, got, d.Citation, tt.want)
		}
		if (len(d.Objections) == 0) != (d.Answer == Permitted) {
			t.Errorf("%s on %s: %+v", tt.guards, tt.on, d.Objections)
		}
	}
}

// A limit says what is left, by the size of the principal.
func TestPermitTotal(t *testing.T) {
	gs := guards(t, "total(total-cap,reminder,demand) agreed")
	h := History{Agreed: true, Charged: []Charge{
		{"reminder", day("2024-01-01"), money.MustParse("5.00 EUR")},
		{"demand", day("2024-02-01"), money.MustParse("50.00 EUR")},
		{"plan", day("2024-02-02"), money.MustParse("50.00 EUR")},
	}}
	for base, left := range map[string]string{"100.00": "5.00", "100.01": "65.00", "1000.01": "155.00"} {
		h.Base = money.MustParse(base + " EUR")
		if d := Permit(gs, h, day("2024-03-01")); d.Answer != Permitted || d.Left.Number() != left {
			t.Errorf("%s: %s with %s left, want %s", base, d.Answer, d.Left, left)
		}
	}
	h.Base, h.Charged = money.MustParse("50.00 EUR"), append(h.Charged, Charge{Code: "demand", Amount: money.MustParse("5.00 EUR")})
	d := Permit(gs, h, day("2024-03-01"))
	if d.Answer != Never || d.Left.String() != "0.00 EUR" || !strings.HasPrefix(d.Reason, "nothing is left of 60.00 EUR") || d.Citation != "10 a §" {
		t.Errorf("%+v", d)
	}
	if d := Permit(guards(t, "agreed"), h, day("2024-03-01")); d.Left != (money.Amount{}) {
		t.Errorf("%s left without a limit", d.Left)
	}
}

// Guards that are not well formed and days that are none permit nothing.
func TestPermitRefuses(t *testing.T) {
	for _, g := range []Guard{
		{}, {Rule: 99}, {Rule: RuleTotal}, {Rule: RuleCount}, {Rule: RuleGap, N: -1}, {Rule: RuleOwn, N: 1}, {Rule: RuleOwn, Run: true},
		{Rule: RuleLetter, N: 14}, {Rule: RuleExcludes}, {Rule: RuleAgreed, Codes: []string{"a"}}, {Rule: RuleGap, Codes: []string{"A"}},
		{Rule: RuleGap, Codes: []string{"a", "a"}}, {Rule: RuleCount, N: 1, Codes: []string{"run"}}, {Rule: RuleAgreed, Citation: "\n"},
	} {
		h := History{Agreed: true, ByCreditor: true, Amount: money.MustParse("1.00 EUR")}
		if d := Permit(Guards{g}, h, day("2024-01-01")); d.Answer != Never || !strings.Contains(d.Reason, "not well formed") {
			t.Errorf("%+v: %s %s", g, d.Answer, d.Reason)
		}
		tariff := Tariff{Guards: Guards{g}}
		if err := tariff.Check(); err == nil || !strings.Contains(err.Error(), "guard") && g.Citation == "" {
			t.Errorf("%+v: %v", g, err)
		}
	}
	if d := Permit(Guards{{Rule: RuleAgreed}}, History{Agreed: true}, 0); d.Answer != Never {
		t.Errorf("%s on no day", d.Answer)
	}
	if d := Permit(Guards{{Rule: RuleAfterDue, N: 1}}, History{Due: calendar.MustDate(9999, 12, 31)}, day("2024-01-01")); d.Answer != Never {
		t.Errorf("%s after the end of time", d.Answer)
	}
}

// What is permitted on a day is permitted on the next, whatever the history.
func TestPermitIsMonotone(t *testing.T) {
	gs := guards(t, "after-due(14) gap(10,reminder,demand) count(3,run,reminder) letter(demand,14) total(total-cap)")
	property(t, 3, 300, "monotone", func(d draw) string {
		start := day("2024-01-01")
		some := func() calendar.Date { return start.AddDays(int(d(30))) }
		codes := []string{"reminder", "demand", "plan"}
		h := History{Due: some(), ArrearsSince: some(), Amount: money.MustParse("14.00 EUR"), Base: money.MustParse("500.00 EUR")}
		for range d(4) {
			h.Charged = append(h.Charged, Charge{codes[d(3)], some(), money.FromMinor(d(50_00), money.MustCurrency("EUR"))})
			h.Notices = append(h.Notices, Notice{codes[d(3)], some(), some(), h.Amount})
		}
		permitted := false
		for on := start; on < start+80; on++ {
			decision := Permit(gs, h, on)
			switch {
			case permitted && decision.Answer != Permitted:
				return fmt.Sprintf("%s: %s again", on, decision.Answer)
			case decision.Answer == NotBefore && decision.Day <= on:
				return fmt.Sprintf("%s: not before %s", on, decision.Day)
			case decision.Answer == NotBefore && Permit(gs, h, decision.Day).Answer != Permitted:
				return fmt.Sprintf("%s: not permitted on %s", on, decision.Day)
			}
			permitted = decision.Answer == Permitted
		}
		return ""
	})
}

// Guards print as they were read, and say what they mean.
func TestGuardText(t *testing.T) {
	for text, want := range map[string]string{
		"agreed":                       "only if agreed when the debt arose",
		"after-due(14)":                "not before 14 days after the due day",
		"gap(10)":                      "not before 10 days after the latest notice or fee",
		"gap(1,reminder,demand)":       "not before 1 day after the latest notice or fee of reminder, demand",
		"count(3,run,reminder)":        "at most 3 fees of reminder in one unbroken period of arrears",
		"count(1)":                     "at most 1 fee",
		"excludes(reminder,plan)":      "not beside a fee of reminder, plan",
		"letter(demand,14)":            "only after a demand that names the amount and gives 14 days from the day after it",
		"total(total-cap,plan,demand)": "fees of plan, demand together at most the total-cap",
		"total(total-cap)":             "fees together at most the total-cap",
		"own":                          "only for measures of the creditor itself",
		"enforceable":                  "only if the debt is enforceable directly",
		"not-enforceable":              "only if the debt is not enforceable directly",
		"no-broken-plan":               "not after a payment plan was broken",
	} {
		gs := guards(t, "  "+strings.ReplaceAll(text, ",", " , ")+"  ")
		if got := gs.String(); got != text || gs[0].Text() != want || gs[0].Citation != "10 a §" {
			t.Errorf("%s: %s, %q by %s, want %q", text, got, gs[0].Text(), gs[0].Citation, want)
		}
	}
	if got, want := guards(t, "own  agreed").String(), "own agreed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
