package native

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitation makes facts of limitation that say something.
func (m *maker) limitation() *ledger.LimitationFacts {
	return &ledger.LimitationFacts{
		Law: pick(m, "", "GB-SCT"), Instrument: pick(m, 0, ledger.PromissoryNote, ledger.Deed), PrivateCreditor: true,
		Period:   pick(m, calendar.Span{}, calendar.Years(1+m.Intn(ledger.MaxLimitationYears))),
		Interval: pick(m, calendar.Span{}, calendar.Months(1+m.Intn(100))), Margin: pick(m, calendar.Span{}, calendar.DaySpan(m.Intn(100))),
	}
}

func TestDecodeLimitation(t *testing.T) {
	for text, want := range map[string]*ledger.LimitationFacts{
		`{}`: nil,
		`{"law":"","instrument":"","period":"","privateCreditor":false,"interval":"","margin":""}`: nil,
		`{"law":"GB-SCT"}`:                {Law: "GB-SCT"},
		`{"instrument":"deed"}`:           {Instrument: ledger.Deed},
		`{"period":"10Y"}`:                {Period: calendar.Years(10)},
		`{"privateCreditor":true}`:        {PrivateCreditor: true},
		`{"interval":"1Y","margin":"0D"}`: {Interval: calendar.Years(1), Margin: calendar.DaySpan(0)},
	} {
		c := decode(t, fill(inClaim, `"due":"2024-01-31","limitation":`+text))
		if diff := cmp.Diff(want, c.Claims[0].Limitation, cmp.Comparer(func(a, b calendar.Span) bool { return a == b })); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

func TestProblemsOfLimitation(t *testing.T) {
	wantProblems(t, fill(inClaim, `"due":"2024-01-31","limitation":{"law":1,"instrument":"bond","period":"1M","privateCreditor":1,"interval":"0D","margin":"90","court":"Oslo"}`),
		"/claims/0/limitation/court: unknown field, want one of law, instrument, period, privateCreditor, interval, margin",
		"/claims/0/limitation/law: the number 1, want a string",
		`/claims/0/limitation/instrument: "bond" is not a known word, want promissory-note or deed`,
		"/claims/0/limitation/privateCreditor: the number 1, want true or false",
		`/claims/0/limitation/margin: "90" is not a length of time, want a count and D, W, M or Y such as 14D or 1M`,
		"/claims/0/limitation/period: 1M is no period of limitation, want whole years from 1Y through 100Y",
		"/claims/0/limitation/interval: 0D is out of bounds, want 1 through 100 years",
	)
}

// The reasons behind a limitation date, in their written form.
func TestLimitationGrounds(t *testing.T) {
	l := &ledger.Limitation{
		Rule: limitation.Rule{Law: "X", Extinguishes: true},
		Limit: limitation.Limit{
			Last: day("2028-03-03"), Start: day("2025-03-03"), Period: calendar.Years(3), Basis: limitation.ByInterruption,
			Interrupted: limitation.Event{Act: limitation.Payment, ID: "P-1", Day: day("2025-03-03")}, Final: day("2043-05-10"),
			Citation: "§ 2", Evidence: law.Sourced, Interest: &limitation.InterestLimit{BarredThrough: day("2021-12-31"), Next: day("2025-12-31"), Citation: "§ 3"},
			Steps:   []limitation.Step{{Day: day("2023-05-10"), Last: day("2026-05-10"), Text: "3 years", Citation: "§ 1"}},
			Ignored: []limitation.Ignored{{Event: limitation.Event{Act: limitation.Demand, ID: "N-1", Day: day("2024-01-01")}, Reason: limitation.NoEffect}},
			LeftOut: limitation.LeftOut{Steps: 7, NoEffect: 2, TooLate: 1},
		},
		NextInterruption: day("2027-12-04"), DaysLeft: 7,
	}
	text, err := indented(claimItemForm{ID: "A", Limitation: limitationDate(l), LimitationGrounds: limitationGrounds(l)})
	if err != nil {
		t.Fatal(err)
	}
	want := `"limitationGrounds": {
    "law": "X",
    "period": "3Y",
    "start": "2025-03-03",
    "basis": "interruption",
    "lastInterruption": {
      "act": "payment",
      "id": "P-1",
      "date": "2025-03-03"
    },
    "suspendedSince": "",
    "final": "2043-05-10",
    "nextInterruption": "2027-12-04",
    "daysLeft": 7,
    "extinguishes": true,
    "citation": "§ 2",
    "evidence": "sourced",
    "interest": {
      "barredThrough": "2021-12-31",
      "next": "2025-12-31",
      "citation": "§ 3"
    },
    "steps": [
      {
        "date": "2023-05-10",
        "last": "2026-05-10",
        "text": "3 years",
        "citation": "§ 1"
      }
    ],
    "ignored": [
      {
        "act": "demand",
        "id": "N-1",
        "date": "2024-01-01",
        "reason": "no-effect"
      }
    ],
    "stepsLeftOut": 7,
    "ignoredLeftOut": 3
  }`
	_, got, _ := strings.Cut(string(text), `"segments": null,`)
	if diff := cmp.Diff(want, strings.TrimSuffix(strings.TrimSpace(got), "\n}")); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(string(text), `"limitation": "2028-03-03"`) {
		t.Error("no limitation date")
	}
	if limitationDate(nil) != "" || limitationGrounds(nil) != nil {
		t.Error("grounds without a law")
	}
}
