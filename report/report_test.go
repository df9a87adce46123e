package report_test

import (
	"bytes"
	"errors"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/report"
)

// compare holds a text against the golden of that name.
func compare(t *testing.T, name, got string) {
	t.Helper()
	f, err := golden.Read(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if golden.Updating() {
		if err := f.Rewrite([]byte(got)); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(f.Body), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

func sek(s string) money.Amount { return money.MustParse(s + " SEK") }

// segment works balance × rate × fraction out for a hand-built statement.
func segment(first, last, balance, rate string, num int64, b interest.Basis) interest.Segment {
	r := interest.MustPercent(rate)
	return interest.Segment{
		Period: calendar.Days(day(first), day(last)), Principal: sek(balance), Rate: r,
		Fraction: calendar.Fraction{Num: num, Den: 365},
		Exact:    money.ExactOf(sek(balance)).Times(int64(r), 100_000_000).Times(num, 365),
		Basis:    b,
	}
}

func basis(value string, e law.Evidence) interest.Basis {
	return interest.Basis{
		Label: "reference rate SE " + value + " % + 8", Evidence: e,
		Source:   "table of reference rates as published by the Riksbank",
		Citation: "räntelag (1975:635) 6 §; räntelagen (1975:635) 9 §",
	}
}

const orderSE = "handelsbalken 9 kap. 5 § and collection custom: costs, interest, principal"

// handBuilt is a statement with everything that the text can show. Its figures
// add up, and [ledger.Statement.Verify] says so.
func handBuilt(t *testing.T) *ledger.Statement {
	t.Helper()
	rate := interest.MustPercent("11.5")
	perDiem := money.ExactOf(sek("7900.00")).Times(115, 1000).Times(1, 365)
	st := &ledger.Statement{
		Case: "SE-1001", AsOf: day("2024-12-31"), KnownAt: day("2024-12-30"), Currency: money.MustCurrency("SEK"),
		PerDiem: &perDiem, Rounding: interest.Commercial(),
		Items: []ledger.Item{
			claimOne(t, &rate),
			{
				ID: "INV-2", Due: day("2024-12-31"), Rate: &rate,
				Principal:   ledger.PrincipalAccount{Original: sek("400.00"), Adjusted: sek("-50.00"), Paid: sek("350.00"), Remaining: sek("0.00"), VATRemaining: sek("0.00")},
				Capitalized: ledger.CapitalizedAccount{Raised: sek("0.00"), Paid: sek("0.00"), Remaining: sek("0.00")},
				Interest:    noInterest(),
			},
			{ID: "F-1", Fee: true, Code: "reminder", Charge: ledger.ChargeAccount{Original: sek("60.00"), Paid: sek("60.00"), Remaining: sek("0.00")}},
			{ID: "F-2", Fee: true, Code: "notice", Charge: ledger.ChargeAccount{Original: sek("180.00"), Paid: sek("0.00"), Remaining: sek("180.00")}},
		},
		Allocations: []ledger.PaymentAllocation{
			{Payment: "P-1", Date: day("2024-05-10"), Amount: sek("2488.77"), Unallocated: sek("0.00"), Lines: []ledger.Line{
				{Date: day("2024-05-10"), Item: "F-1", Component: allocation.Fee, Amount: sek("60.00"), Rung: 1, Citation: orderSE},
				{Date: day("2024-05-10"), Item: "INV-1", Component: allocation.DefaultInterest, Amount: sek("328.77"), Rung: 2, Citation: orderSE},
				{Date: day("2024-05-10"), Item: "INV-1", Component: allocation.Principal, Amount: sek("2100.00"), VAT: sek("420.00"), Rung: 4, Citation: orderSE},
			}},
			{Payment: "P-2", Date: day("2024-12-20"), Amount: sek("450.00"), Unallocated: sek("100.00"), Lines: []ledger.Line{
				{Date: day("2024-12-20"), Item: "INV-2", Component: allocation.Principal, Amount: sek("350.00"), Citation: "debtor's direction", Deviates: true},
			}},
		},
		Facts: []ledger.Fact{
			{Kind: "fee", ID: "F-1", Date: day("2024-02-15"), Effect: "raises fee 60.00 SEK"},
			{Kind: "fee", ID: "F-2", Date: day("2024-03-01"), Effect: "raises fee 180.00 SEK"},
		},
		Findings: []ledger.Finding{
			{Code: ledger.FindingProvisional, Severity: ledger.Warning, Path: "/claims/0/interest", Message: "from 2024-07-01 the last known value stands in for a rate that is not known yet"},
			{Code: "a-note", Severity: ledger.Info, Message: "something worth knowing"},
		},
		Versions: ledger.Versions{Skuld: "0.0.0", Tables: "sha256:" + strings.Repeat("0a", 32)},
		Digest:   "sha256:" + strings.Repeat("1b", 32),
	}
	addTotals(st)
	for i := range st.Items {
		if it := &st.Items[i]; !it.Fee {
			it.Parts = []ledger.InterestAccount{it.Interest}
		}
	}
	return st
}

func noInterest() ledger.InterestAccount {
	zero := sek("0.00")
	return ledger.InterestAccount{
		Component: allocation.DefaultInterest, Accrued: zero, Exact: money.ExactOf(zero), Paid: zero, Adjusted: zero, Remaining: zero, CappedAway: zero,
	}
}

func claimOne(t *testing.T, rate *interest.Percent) ledger.Item {
	t.Helper()
	it := ledger.Item{
		ID: "INV-1", Due: day("2024-01-31"), DaysPastDue: 335, Rate: rate,
		Principal:   ledger.PrincipalAccount{Original: sek("10000.00"), Adjusted: sek("0.00"), Paid: sek("2100.00"), Remaining: sek("7900.00"), VATRemaining: sek("1580.00")},
		Capitalized: ledger.CapitalizedAccount{Raised: sek("0.00"), Paid: sek("0.00"), Remaining: sek("0.00")},
		Interest:    noInterest(),
		Segments: []interest.Segment{
			segment("2024-02-01", "2024-05-10", "10000.00", "12", 100, basis("4", law.Sourced)),
			segment("2024-05-11", "2024-06-30", "7900.00", "12", 51, basis("4", law.Sourced)),
			segment("2024-07-01", "2024-12-31", "7900.00", "11.5", 184, basis("3.5", law.Secondary)),
		},
	}
	it.Segments[2].Provisional = true
	for _, s := range it.Segments {
		sum, err := it.Interest.Exact.Add(s.Exact)
		if err != nil {
			t.Fatal(err)
		}
		it.Interest.Exact = sum
	}
	it.Interest.Accrued, it.Interest.Paid, it.Interest.Remaining = sek("919.21"), sek("328.77"), sek("590.44")
	return it
}

func addTotals(st *ledger.Statement) {
	zero := sek("0.00")
	st.Totals = ledger.Totals{
		Principal: sek("7900.00"), Capitalized: zero, Interest: sek("590.44"), ContractInterest: zero,
		DefaultInterest: sek("590.44"), Fees: sek("180.00"), Total: sek("8670.44"),
	}
	st.Paid = ledger.Paid{
		Principal: sek("2450.00"), Capitalized: zero, Interest: sek("328.77"), Fees: sek("60.00"),
		Total: sek("2838.77"), Unallocated: sek("100.00"),
	}
	st.Balance = ledger.Balance{Status: ledger.Open, Held: sek("100.00"), RefundDue: zero, OverRefunded: zero}
}

func text(t *testing.T, st *ledger.Statement) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Text(&b, st); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	st := handBuilt(t)
	if err := st.Verify(); err != nil {
		t.Fatalf("the statement of the test does not add up: %v", err)
	}
	got := text(t, st)
	compare(t, "statement.golden", got)
	for _, line := range strings.Split(got, "\n") {
		if n := utf8.RuneCountInString(line); n > 100 {
			t.Errorf("line of %d columns, want at most 100: %s", n, line)
		}
		if strings.TrimRight(line, " \t") != line {
			t.Errorf("line ends in white space: %q", line)
		}
	}
	if again := text(t, st); again != got {
		t.Error("the same statement gave another text")
	}
}

func TestTextLeavesTheStatementAlone(t *testing.T) {
	st, same := handBuilt(t), handBuilt(t)
	text(t, st)
	opts := cmp.Options{
		cmp.Comparer(func(a, b money.Exact) bool { return a.Rat().Cmp(b.Rat()) == 0 }),
		cmp.Comparer(func(a, b money.Amount) bool { return a == b }),
		cmp.Comparer(func(a, b money.Currency) bool { return a == b }),
		cmp.FilterPath(func(p cmp.Path) bool {
			f, ok := p.Last().(cmp.StructField)
			return ok && !token.IsExported(f.Name())
		}, cmp.Ignore()),
	}
	if diff := cmp.Diff(same, st, opts); diff != "" {
		t.Errorf("Text changed its input (-want +got):\n%s", diff)
	}
}

// TestTextRoundedRuns shows the rounded column where each run of days is rounded,
// capitalized interest, and a currency without decimals.
func TestTextRoundedRuns(t *testing.T) {
	yen := func(n int64) money.Amount { return money.FromMinor(n, money.MustCurrency("JPY")) }
	run := func(first, last string, days, counted int64) interest.Segment {
		return interest.Segment{
			Period: calendar.Days(day(first), day(last)), Principal: yen(1_000_000), Rate: interest.MustPercent("3"),
			Fraction: calendar.Fraction{Num: days, Den: 365}, Exact: money.ExactOf(yen(30_000)).Times(days, 365),
			Counted: yen(counted), Basis: interest.Basis{Label: "3 % fixed"},
		}
	}
	segments := []interest.Segment{run("2025-01-01", "2025-01-10", 10, 822), run("2025-01-11", "2025-01-31", 21, 1726)}
	st := &ledger.Statement{
		Case: "JP-1", AsOf: day("2025-01-31"), Currency: money.MustCurrency("JPY"),
		Rounding: interest.Rounding{Mode: money.HalfUp, Place: interest.PlaceSegment},
		Items: []ledger.Item{{
			ID: "L-1", Segments: segments,
			Principal:   ledger.PrincipalAccount{Original: yen(990_000), Adjusted: yen(0), Paid: yen(0), Remaining: yen(990_000)},
			Capitalized: ledger.CapitalizedAccount{Raised: yen(12_000), Paid: yen(2_000), Remaining: yen(10_000)},
			Interest: ledger.InterestAccount{
				Component: allocation.ContractInterest, Accrued: yen(2548), Exact: money.ExactOf(yen(30_000)).Times(31, 365),
				Paid: yen(48), Adjusted: yen(-100), CappedAway: yen(400), Remaining: yen(2000),
			},
		}},
		Totals: ledger.Totals{
			Principal: yen(990_000), Capitalized: yen(10_000), Interest: yen(2000), ContractInterest: yen(2000),
			DefaultInterest: yen(0), Fees: yen(0), Total: yen(1_002_000),
		},
		Paid: ledger.Paid{Principal: yen(0), Capitalized: yen(2000), Interest: yen(48), Fees: yen(0), Total: yen(2048), Unallocated: yen(0)},
	}
	compare(t, "rounded-runs.golden", text(t, st))
	st.Rounding.Place = interest.PlaceClaim
	for _, want := range []string{"2547.9452", "2548\n", "-48\n"} {
		if !strings.Contains(strings.ReplaceAll(text(t, st), " ", ""), want) {
			t.Errorf("rounded once per claim: %q is missing in\n%s", want, text(t, st))
		}
	}
}

// TestTextSparse has nothing but a case with a claim.
func TestTextSparse(t *testing.T) {
	st := &ledger.Statement{
		Case: "C", AsOf: day("2025-01-31"), Currency: money.MustCurrency("SEK"), Rounding: interest.Commercial(),
		Items: []ledger.Item{{ID: "X", Due: day("2025-01-30"), DaysPastDue: 1, Interest: noInterest()}},
	}
	got := text(t, st)
	for _, absent := range []string{"FEES", "PAYMENTS", "FINDINGS", "GROUNDS", "CALCULATED", "Known at", "VAT", "Capitalized", "Unallocated"} {
		if strings.Contains(got, absent) {
			t.Errorf("%q in a statement without any:\n%s", absent, got)
		}
	}
	for _, want := range []string{"Due 2025-01-30. Settled.", "No interest through 2025-01-31.", "What the next day, 2025-02-01, adds is not known; the findings say why."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

// TestTextIsPlain keeps control characters of foreign files away from terminals.
func TestTextIsPlain(t *testing.T) {
	st := handBuilt(t)
	st.Case = "A\x1b[31m\nB\u202e"
	st.Items[0].ID = "INV\r\n-\u00a01\xff"
	st.Findings[0].Message = "one\n\ntwo\x07"
	got := text(t, st)
	for _, want := range []string{"A\ufffd[31m B\ufffd", "INV  - 1\ufffd", "one two\ufffd"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	if strings.ContainsAny(got, "\x1b\r\x07\u202e\u00a0") || !utf8.ValidString(got) {
		t.Errorf("characters that do not print in %q", got)
	}
}

func TestPayoffText(t *testing.T) {
	p := &ledger.Payoff{
		Case: "SE-1001", On: day("2024-12-31"), Currency: money.MustCurrency("SEK"), Amount: sek("8670.44"),
		Breakdown: handBuilt(t).Totals,
		Findings:  handBuilt(t).Findings[:1],
	}
	var b bytes.Buffer
	if err := report.PayoffText(&b, p); err != nil {
		t.Fatal(err)
	}
	compare(t, "payoff.golden", b.String())
}

func TestRatesText(t *testing.T) {
	const file = `# series: MY-BANK
# jurisdiction: SE
# name: lending rate of a bank
# unit: percent per year
# citation: terms of business 7
# kind: reference
# changes: any-day
# known-through: 2025-06-30
# note: the rate that the bank publishes on its first page
valid_from,value,citation,source,url,evidence
2024-01-01,4,terms of business 7,price list 2024,,sourced
2024-07-15,-0.125,terms of business 7; notice 3,price list 2024,,derived
2025-01-01,10.50,terms of business 7,price list 2025,,secondary
`
	table, err := law.ReadRates(strings.NewReader(file), "MY-BANK.csv")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := report.RatesText(&b, []*rates.Table{table}); err != nil {
		t.Fatal(err)
	}
	compare(t, "rates.golden", b.String())
}

// TestRatesTextBuiltIn has a row for every value of every built-in series.
func TestRatesTextBuiltIn(t *testing.T) {
	var tables []*rates.Table
	var values int
	for _, series := range rates.BuiltIn().Series() {
		table, _ := rates.BuiltIn().Lookup(series)
		tables = append(tables, table)
		values += table.Len()
	}
	var b bytes.Buffer
	if err := report.RatesText(&b, tables); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, line := range strings.Split(b.String(), "\n") {
		if cells := strings.Fields(line); len(cells) == 5 && len(cells[0]) == 10 && strings.HasPrefix(cells[4], "[") {
			rows++
		}
		if n := utf8.RuneCountInString(line); n > 100 {
			t.Errorf("line of %d columns, want at most 100: %s", n, line)
		}
	}
	if rows != values {
		t.Errorf("%d rows, want one for each of %d values", rows, values)
	}
}

// broken is a writer that takes nothing.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestErrorsOfTheWriter(t *testing.T) {
	for name, err := range map[string]error{
		"statement": report.Text(broken{}, handBuilt(t)),
		"payoff":    report.PayoffText(broken{}, &ledger.Payoff{}),
		"rates":     report.RatesText(broken{}, []*rates.Table{rates.SE()}),
	} {
		if !errors.Is(err, errBroken) {
			t.Errorf("%s: %v, want the writer's error", name, err)
		}
	}
}
