package skuld_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/internal/oracle"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/wire/native"
)

var (
	agreementPlans     = flag.Int("agreement.plans", 10_000, "how many generated plan requests to compare with the oracle")
	agreementCasePlans = flag.Int("agreement.caseplans", 300, "how many of them over a case")
)

// TestPlanAgreement compares the schedules of generated requests with the slow oracle,
// which finds their levels by trying one amount after the other.
func TestPlanAgreement(t *testing.T) {
	tables := oracleTables(t)
	agreePlans(t, *agreementPlans, func(seed uint64) ([]string, []string, []byte) {
		g := casegen.GeneratePlan(seed)
		return g.Features, planDisagreements(t, g, tables.Plan), g.JSON
	})
}

// TestCasePlanAgreement does the same for plans over a case, which the oracle works out
// from one statement after the other.
func TestCasePlanAgreement(t *testing.T) {
	tables := oracleTables(t)
	agreePlans(t, *agreementCasePlans, func(seed uint64) ([]string, []string, []byte) {
		g := casegen.GenerateCasePlan(seed)
		return g.Features, planDisagreements(t, g, tables.CasePlan), g.JSON
	})
}

func oracleTables(t *testing.T) *oracle.Tables {
	t.Helper()
	tables, err := oracle.Load(os.DirFS("law/rates"))
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func agreePlans(t *testing.T, n int, one func(seed uint64) (features, diffs []string, request []byte)) {
	if testing.Short() {
		n = min(n/6, 500)
	}
	coverage := map[string]int{}
	for i := range n {
		seed := *agreementFirst + uint64(i)
		features, diffs, request := one(seed)
		for _, f := range features {
			coverage[f]++
		}
		if len(diffs) > 0 {
			t.Fatalf("seed %d:\n%s\n%s", seed, strings.Join(diffs, "\n"), request)
		}
	}
	printCoverage(t, coverage, n)
}

// beyondCalendar is a day of which no business calendar knows.
type beyondCalendar struct{ err error }

// holidays asks a business calendar for days without business. It panics with a
// beyondCalendar.
func holidays(t *testing.T, code string) func(y, m, d int) bool {
	if code == "" {
		return nil
	}
	c, ok := calendar.ByCode(code)
	if !ok {
		t.Fatalf("no calendar %q", code)
	}
	return func(y, m, d int) bool {
		open, err := c.IsBusinessDay(calendar.MustParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d)))
		if err != nil {
			panic(beyondCalendar{err})
		}
		return !open
	}
}

// planDisagreements lists where the answer to a request is not the oracle's. Where a plan
// runs beyond the calendar of its dates, there is none to compare.
func planDisagreements(t *testing.T, g casegen.GeneratedPlan, work func([]byte, oracle.PlanOptions) (*oracle.PlanResult, error)) (diffs []string) {
	t.Helper()
	request := g.JSON
	defer func() {
		if e := recover(); e != nil {
			if _, ok := e.(beyondCalendar); !ok {
				panic(e)
			}
			diffs = beyond(request)
		}
	}()
	want, err := work(request, oracle.PlanOptions{Holidays: holidays(t, g.Calendar)})
	if err != nil {
		t.Fatalf("oracle: %v\n%s", err, request)
	}
	p, err := native.DecodePlan(bytes.NewReader(request))
	if err != nil && want.Refusal != "invalid" {
		return []string{"decode: " + err.Error()}
	}
	var s *skuld.Schedule
	if err == nil {
		s, err = buildPlan(skuld.Default(), p)
	}
	if want.Refusal != "" || err != nil {
		return refusals(want, err)
	}
	return compare(t, expectedPlan(want), func(b *bytes.Buffer) error { return native.EncodeSchedule(b, s) })
}

// beyond wants a plan to be refused whose dates run beyond their calendar: for that, or
// for what its first rows have shown already.
func beyond(request []byte) []string {
	p, err := native.DecodePlan(bytes.NewReader(request))
	if err == nil {
		_, err = buildPlan(skuld.Default(), p)
	}
	var small *paymentplan.TooSmallError
	if !errors.Is(err, calendar.ErrOutOfRange) && !errors.As(err, &small) {
		return []string{fmt.Sprintf("got %v, want a plan that runs beyond its calendar", err)}
	}
	return nil
}

// refusals compares why there is no plan, and which amount would work.
func refusals(want *oracle.PlanResult, err error) []string {
	var small *paymentplan.TooSmallError
	kind, smallest := "", ""
	switch {
	case errors.As(err, &small):
		kind = "endless"
		if errors.Is(err, paymentplan.ErrNegativeAmortization) {
			kind = "negative-amortization"
		}
		if small.Smallest.Minor() > 0 {
			smallest = small.Smallest.Number()
		}
	case err != nil:
		kind = "invalid"
	}
	if kind != want.Refusal || smallest != want.Smallest {
		return []string{fmt.Sprintf("refusal: got %q %q (%v), want %q %q %q", kind, smallest, err, want.Refusal, want.Smallest, want.Problem)}
	}
	return nil
}

// expectedPlan is the oracle's plan in the shape of the JSON.
func expectedPlan(want *oracle.PlanResult) map[string]any {
	var rows []any
	for _, r := range want.Rows {
		row := map[string]any{
			"no": r.No, "invoiceDate": r.InvoiceDate, "dueDate": r.DueDate, "opening": r.Opening, "interest": r.Interest, "fee": r.Fee,
			"principal": r.Principal, "amount": r.Amount, "closing": r.Closing, "paid": r.Paid, "unpaid": r.Unpaid, "paidDate": r.PaidDate,
		}
		if r.Shares != nil {
			var shares []any
			for _, s := range r.Shares {
				shares = append(shares, map[string]any{"creditor": s.Creditor, "amount": s.Amount})
			}
			row["shares"] = shares
		}
		rows = append(rows, row)
	}
	out := map[string]any{
		"rows": rows, "level": want.Level, "residual": want.Residual, "remainingCount": want.RemainingCount, "next": nil,
		"totals": map[string]any{
			"amount": want.Totals.Amount, "principal": want.Totals.Principal, "interest": want.Totals.Interest, "fee": want.Totals.Fee,
		},
	}
	if want.Next != nil {
		out["next"] = map[string]any{"date": want.Next.Date, "amount": want.Next.Amount}
	}
	return out
}
