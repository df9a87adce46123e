package report_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/report"
)

// TestTextAfterInterestHasEnded does not show a rate as still bearing.
func TestTextAfterInterestHasEnded(t *testing.T) {
	st := handBuilt(t)
	st.AsOf = day("2025-03-31")
	if got := text(t, st); !strings.Contains(got, "Default interest (11.5 % a year on 2024-12-31, no interest since)") {
		t.Errorf("the rate of the last day is missing in\n%s", got)
	}
	st.Items[0].Rate = nil
	if got := text(t, st); !strings.Contains(got, "no interest since)") || strings.Contains(got, "2025-03-31 is not known") {
		t.Errorf("a rate that nothing needs is missed in\n%s", got)
	}
}

// TestTextRoundedToAStep words every way of rounding with its step.
func TestTextRoundedToAStep(t *testing.T) {
	st := handBuilt(t)
	for mode, want := range map[money.Rounding]string{
		money.HalfUp:               "  Rounded half up   ",
		money.HalfUp.ToStep(100):   "  Rounded half up to 1.00 SEK   ",
		money.Down.ToStep(5):       "  Rounded down to 0.05 SEK   ",
		money.HalfEven.ToStep(100): "  Rounded half even to 1.00 SEK   ",
	} {
		st.Rounding.Mode = mode
		got := text(t, st)
		if !strings.Contains(got, "\n"+want) {
			t.Errorf("%s: %q is missing in\n%s", mode, want, got)
		}
		for _, line := range strings.Split(got, "\n") {
			if strings.HasPrefix(line, "  Rounded") && !strings.HasSuffix(line, " 919.21") || utf8.RuneCountInString(line) > 100 {
				t.Errorf("%s: the line is out of shape: %s", mode, line)
			}
		}
	}
	st.Rounding.Place = interest.PlaceDay
	const want = "The interest of one day is rounded half even to 1.00 SEK and multiplied by the days."
	st.Rounding.Mode = money.HalfEven.ToStep(100)
	if got := text(t, st); !strings.Contains(got, want) {
		t.Errorf("%q is missing in\n%s", want, got)
	}
}

// TestTextBelowZero says what becomes of interest that rates below 0 took back.
func TestTextBelowZero(t *testing.T) {
	const note = "It is held at 0 and carried against later interest."
	st := handBuilt(t)
	a := &st.Items[0].Interest
	for _, c := range []struct {
		accrued, paid, remaining string
		want                     bool
	}{
		{"-5.00", "0.00", "0.00", true},
		{"300.00", "328.77", "0.00", true},
		{"328.77", "328.77", "0.00", false},
		{"919.21", "328.77", "590.44", false},
	} {
		a.Accrued, a.Paid, a.Remaining = sek(c.accrued), sek(c.paid), sek(c.remaining)
		st.Items[0].Parts = []ledger.InterestAccount{*a}
		if got := strings.Contains(text(t, st), note); got != c.want {
			t.Errorf("accrued %s, paid %s: said %v, want %v", c.accrued, c.paid, got, c.want)
		}
	}
}

// TestTextBelowZeroOfOneKind is not hidden by what remains of the other.
func TestTextBelowZeroOfOneKind(t *testing.T) {
	st := handBuilt(t)
	it := &st.Items[0]
	below := it.Interest
	below.Component, below.Accrued, below.Remaining = allocation.ContractInterest, sek("-5.00"), sek("0.00")
	below.Paid = sek("0.00")
	it.Parts = append(it.Parts, below)
	if got := text(t, st); !strings.Contains(got, "is below 0. It is held at 0") {
		t.Errorf("contract interest below 0 is not remarked on:\n%s", got)
	}
}

// TestTextSteps lists each step once, in order, and dates money that waited.
func TestTextSteps(t *testing.T) {
	st := handBuilt(t)
	p := &st.Allocations[1]
	p.Lines = append(p.Lines, ledger.Line{
		Date: day("2024-12-24"), Item: "INV-1", Component: allocation.ContractInterest, Amount: sek("1.00"), Rung: 2, Citation: orderSE,
	})
	got := text(t, st)
	for _, want := range []string{
		"  Steps of the order that settled something: 1 fee, 2 default interest and contract interest, 4\n  principal.\n",
		"\n  2024-12-24    INV-1, contract interest",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	st.Allocations = st.Allocations[1:]
	st.Allocations[0].Lines = st.Allocations[0].Lines[:1]
	if got := text(t, st); strings.Contains(got, "Steps") {
		t.Errorf("steps where all money was directed:\n%s", got)
	}
}

// TestPayoffTextUnreachable does not promise what the findings deny.
func TestPayoffTextUnreachable(t *testing.T) {
	p := &ledger.Payoff{
		Case: "SE-1001", On: day("2024-12-31"), Currency: money.MustCurrency("SEK"), Amount: sek("180.00"),
		Findings: []ledger.Finding{{Code: ledger.FindingUnreachable, Severity: ledger.Warning, Path: "/allocation", Message: "the order does not reach 180.00 SEK"}},
	}
	var b bytes.Buffer
	if err := report.PayoffText(&b, p); err != nil {
		t.Fatal(err)
	}
	const want = "A payment of 180.00 SEK with value date 2024-12-31 does not settle everything; the findings say"
	if got := b.String(); !strings.Contains(got, want) || strings.Contains(got, "nothing open") {
		t.Errorf("%q is missing in\n%s", want, got)
	}
}

// TestNil is an error and writes nothing.
func TestNil(t *testing.T) {
	var b bytes.Buffer
	for want, err := range map[string]error{
		"no statement, want one": report.Text(&b, nil),
		"no payoff, want one":    report.PayoffText(&b, nil),
		"table 1 is nil, want a table\ntable 2 is nil, want a table": report.RatesText(&b, []*rates.Table{rates.SE(), nil, nil}),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	if err := report.RatesText(&b, nil); err != nil || b.Len() > 0 {
		t.Errorf("no tables: %v, wrote %q", err, b.String())
	}
}
