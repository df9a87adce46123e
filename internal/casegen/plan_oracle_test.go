package casegen

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/oracle"
)

// asked gives the oracle's answer to a request.
func asked(t testing.TB, tables *oracle.Tables, g GeneratedPlan) *oracle.PlanResult {
	t.Helper()
	ask := tables.Plan
	if strings.Contains(string(g.JSON), `"case"`) {
		ask = tables.CasePlan
	}
	r, err := ask(g.JSON, oracle.PlanOptions{Holidays: func(y, m, d int) bool {
		c, _ := calendar.ByCode(g.Calendar)
		open, err := c.IsBusinessDay(calendar.MustDate(y, time.Month(m), d))
		if err != nil {
			t.Fatal(err)
		}
		return !open
	}})
	if err != nil {
		t.Fatalf("%v\n%s", err, g.JSON)
	}
	return r
}

// requested is what a request says, with a way to read its amounts.
func requested(t *testing.T, g GeneratedPlan) (*planMaker, *planRequest) {
	t.Helper()
	m := &planMaker{maker: &maker{digits: 2}}
	if err := json.Unmarshal(g.JSON, &m.req); err != nil {
		t.Fatal(err)
	}
	switch currency := m.req.Currency; {
	case m.req.Case != nil && m.req.Case.Currency == "JPY", currency == "JPY":
		m.digits = 0
	case currency == "KWD":
		m.digits = 3
	}
	return m, &m.req
}

// Nearly every request has an answer, the answer adds up, and a solved level is
// what was asked for while the one beside it is not.
func TestOraclePlans(t *testing.T) {
	tables := loadRates(t)
	n := seeds(t, 3000)
	count := map[string]uint64{}
	for seed := range n {
		g := GeneratePlan(seed)
		r := asked(t, tables, g)
		count[r.Refusal]++
		m, req := requested(t, g)
		if what := m.wrong(r); what != "" {
			t.Fatalf("seed %d: %s\n%s", seed, what, g.JSON)
		}
		if r.Refusal == "" && req.Count > 0 && req.Amount+req.Final == "" && (req.Type == "annuity" || req.Type == "debt-relief") {
			if what := m.unproven(t, tables, g, r); what != "" {
				t.Fatalf("seed %d: %s\n%s", seed, what, g.JSON)
			}
			count["proven"]++
		}
	}
	t.Log(count)
	if testing.Short() {
		return // too few to tell shares
	}
	if count[""]*100 < 94*n || count["negative-amortization"]*50 < n || count["endless"] == 0 || count["invalid"]*50 > n || count["proven"]*20 < n {
		t.Errorf("of %d requests: %v", n, count)
	}
}

// wrong says what does not add up.
func (m *planMaker) wrong(r *oracle.PlanResult) string {
	var amount, principal, interest, fee int64
	closing := ""
	for i, one := range r.Rows {
		a, p, n, f := m.parsed(one.Amount), m.signed(one.Principal), m.signed(one.Interest), m.parsed(one.Fee)
		switch {
		case one.No != i+1, a != p+n+f, m.parsed(one.Opening)-p != m.parsed(one.Closing), m.parsed(one.Paid)+m.parsed(one.Unpaid) != a:
			return "row " + one.DueDate + " does not add up"
		case i > 0 && (one.Opening != closing || one.DueDate < r.Rows[i-1].DueDate):
			return "row " + one.DueDate + " does not go on"
		case one.InvoiceDate > one.DueDate, one.PaidDate != "" && one.Unpaid != m.maker.money(0):
			return "row " + one.DueDate + " has a strange date"
		}
		amount, principal, interest, fee, closing = amount+a, principal+p, interest+n, fee+f, one.Closing
	}
	if r.Refusal == "" && r.Totals != (oracle.PlanTotals{Amount: m.maker.money(amount), Principal: m.maker.money(principal), Interest: m.maker.money(interest), Fee: m.maker.money(fee)}) {
		return "the totals are not those of the rows"
	}
	return ""
}

// signed reads minor units that may be below 0.
func (m *planMaker) signed(s string) int64 {
	if whole, below := strings.CutPrefix(s, "-"); below {
		return -m.parsed(whole)
	}
	return m.parsed(s)
}

// unproven asks for the level found and for the one beside it as amounts, and
// says what the answers have wrong.
func (m *planMaker) unproven(t *testing.T, tables *oracle.Tables, g GeneratedPlan, r *oracle.PlanResult) string {
	count, mode, level, step := m.req.Count, or(m.req.LastRow, "lower"), m.parsed(r.Level), int64(1)
	if m.req.Step != "" {
		step = m.parsed(m.req.Step)
	}
	m.req.LastRow, m.req.Type, m.req.Creditors, m.req.Residual = "", "annuity", nil, ""
	if strings.Contains(string(g.JSON), "debt-relief") {
		m.req.Interest = nil // bears nothing, and closes whatever the amount
	}
	over := func(level int64) (last int64, rows int, same bool) {
		m.req.Amount = m.maker.money(level)
		text, err := json.Marshal(&m.req)
		if err != nil {
			t.Fatal(err)
		}
		other := asked(t, tables, GeneratedPlan{JSON: text, Calendar: g.Calendar})
		for i := range other.Rows {
			other.Rows[i].Shares = nil
		}
		for i := range r.Rows {
			r.Rows[i].Shares = nil
		}
		if len(other.Rows) == 0 {
			return 0, 0, false
		}
		end := other.Rows[len(other.Rows)-1]
		last = m.parsed(end.Amount)
		if len(other.Rows) == 1 && m.req.Fees != nil && m.req.Fees.Registration != "" {
			last -= m.parsed(m.req.Fees.Registration)
		}
		return last, len(other.Rows), reflect.DeepEqual(other.Rows, r.Rows)
	}
	last, rows, same := over(level)
	inPeriod := len(m.req.Periods) > 0
	switch {
	case !same:
		return "as an amount the level gives other rows"
	case inPeriod || mode == "similar":
		return ""
	case mode == "lower" && last > level, mode == "higher" && (rows < count || last < level):
		return "the last row is not as asked"
	}
	beside := level - step
	if mode == "higher" {
		beside = level + step
	}
	if beside == 0 {
		return ""
	}
	switch last, rows, _ := over(beside); {
	case rows == 0: // refused
	case mode == "lower" && (rows < count || last <= beside), mode == "higher" && rows == count && last >= beside:
		return "one step beside does what is asked too"
	}
	return ""
}

// A row bears what a claim of its principal bears over the same days.
func TestOraclePlanInterest(t *testing.T) {
	tables := loadRates(t)
	rows := 0
	for seed := range seeds(t, 1500) {
		g := GeneratePlan(seed)
		m, req := requested(t, g)
		if req.Interest == nil || !strings.Contains("fixed reference", req.Interest.Basis) || req.Interest.Reset == "fixed-at-start" || req.Calendar != "" ||
			!actual(req) || req.Grace != nil || req.Type == "debt-relief" || len(req.Deviations) > 0 {
			continue
		}
		r := asked(t, tables, g)
		from := m.start()
		for _, one := range r.Rows {
			due := dayOfText(one.DueDate)
			if due > from && m.parsed(one.Opening) > 0 {
				want, negative := m.ofClaim(t, tables, one.Opening, from, due-1)
				if negative {
					break
				}
				if one.Interest != want {
					t.Fatalf("seed %d, %s: interest %s, a claim bears %s\n%s", seed, one.DueDate, one.Interest, want, g.JSON)
				}
				rows++
			}
			from = due
		}
	}
	if rows < 50 {
		t.Errorf("only %d rows looked at", rows)
	}
}

// actual says whether the count is one of actual days, which a claim counts over
// its bearing days as a row does.
func actual(req *planRequest) bool {
	byDefault := "ACT/365F"
	if req.Jurisdiction == "DK" {
		byDefault = "30E/360"
	}
	count := or(req.Interest.DayCount, byDefault)
	return strings.HasPrefix(count, "ACT") || count == "NL/365"
}

// ofClaim is what a claim bears under the terms of a plan.
func (m *planMaker) ofClaim(t *testing.T, tables *oracle.Tables, principal string, first, last day) (interest string, negative bool) {
	t.Helper()
	terms := *m.req.Interest
	terms.From = first.String()
	if terms.DayCount == "" && m.req.Jurisdiction != "" {
		terms.DayCount = (&maker{file: caseFile{Jurisdiction: m.req.Jurisdiction}}).defaultDayCount()
	}
	text, err := json.Marshal(&caseFile{ID: "C", Currency: m.req.Currency, ExtendRates: m.req.ExtendRates, Rounding: m.req.Rounding,
		Claims: []claim{{ID: "I", Principal: principal, Due: (first - 1).String(), Interest: &terms}}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := tables.Statement(text, oracle.At{AsOf: last.String()})
	if err != nil {
		t.Fatal(err)
	}
	return r.Items[0].Interest.Accrued, r.Items[0].Interest.Exact[0] == '-'
}
