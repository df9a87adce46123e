package casegen

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/skuld-go/skuld/internal/oracle"
)

// Fees and payments of a plan, written into the case as facts of their days, ask
// of every row what the plan says, and leave of a closed plan nothing.
func TestOracleCasePlans(t *testing.T) {
	tables := loadRates(t)
	n := seeds(t, 120)
	count := map[string]uint64{}
	for seed := range n {
		g := GenerateCasePlan(seed)
		r := asked(t, tables, g)
		count[r.Refusal]++
		m, _ := requested(t, g)
		if what := m.wrong(r); what != "" {
			t.Fatalf("seed %d: %s\n%s", seed, what, g.JSON)
		}
		if r.Refusal != "" {
			continue
		}
		if what := m.unlike(t, tables, r); what != "" {
			t.Fatalf("seed %d: %s\n%s", seed, what, g.JSON)
		}
	}
	t.Log(count)
	if count[""]*100 < 80*n {
		t.Errorf("of %d requests: %v", n, count)
	}
}

// unlike says where statements of the case differ from the plan.
func (m *planMaker) unlike(t *testing.T, tables *oracle.Tables, r *oracle.PlanResult) string {
	f, start := m.req.Case, m.req.Start
	f.Claims = slices.DeleteFunc(f.Claims, func(c claim) bool { return c.Issued > start })
	f.Fees = slices.DeleteFunc(f.Fees, func(x fee) bool { return x.Date > start })
	f.Payments = slices.DeleteFunc(f.Payments, func(x payment) bool { return x.Date > start })
	f.Holds = slices.DeleteFunc(f.Holds, func(x hold) bool { return x.From > start })
	if m.req.SuspendInterest || m.req.Type == "debt-relief" {
		f.Holds = append(f.Holds, hold{Scope: "interest", From: (m.start() + 1).String()})
	}
	if got := m.statement(t, tables, start).Totals.Total; got != r.Rows[0].Opening {
		return "the statement of the start comes to " + got
	}
	for _, one := range r.Rows {
		if m.parsed(one.Fee) > 0 {
			f.Fees = append(f.Fees, fee{ID: "plan fee " + one.DueDate, Code: "plan", Date: one.DueDate, Amount: one.Fee})
		}
		text, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		due, err := tables.Payoff(text, one.DueDate)
		if err != nil {
			t.Fatal(err)
		}
		if need := m.parsed(one.Opening) + m.signed(one.Interest) + m.parsed(one.Fee); due.Amount != m.maker.money(need) {
			return "before the row " + one.DueDate + " is open " + due.Amount
		}
		if m.parsed(one.Amount) > 0 {
			f.Payments = append(f.Payments, payment{ID: "plan row " + one.DueDate, Date: one.DueDate, Amount: one.Amount})
		}
	}
	last := r.Rows[len(r.Rows)-1]
	if got := m.statement(t, tables, last.DueDate).Totals.Total; m.parsed(last.Closing) == 0 && got != last.Closing {
		return "a plan that is paid leaves " + got
	}
	return ""
}

func (m *planMaker) statement(t *testing.T, tables *oracle.Tables, on string) *oracle.Result {
	t.Helper()
	text, err := json.Marshal(m.req.Case)
	if err != nil {
		t.Fatal(err)
	}
	r, err := tables.Statement(text, oracle.At{AsOf: on})
	if err != nil {
		t.Fatal(err)
	}
	return r
}
