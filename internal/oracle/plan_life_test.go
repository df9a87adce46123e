package oracle

import "testing"

func TestPlanLife(t *testing.T) {
	r := planned(t, bare+`"type":"linear","debt":"400","count":4,"asOf":"2025-03-15","onShortage":"carry","payments":[
		{"id":"B","date":"2025-03-01","amount":"30"},{"id":"A","date":"2025-02-02","amount":"90"},{"id":"C","date":"2025-03-16","amount":"900"}]`)
	var rows []string
	for _, one := range r.Rows {
		rows = append(rows, one.Paid+" "+one.Unpaid+" "+one.PaidDate)
	}
	wantEqual(t, "rows", rows, []string{"100.00 0.00 2025-03-01", "20.00 80.00 ", "0.00 100.00 ", "0.00 100.00 "})
	wantEqual(t, "next", r.Next, &PlanNext{"2025-04-01", "180.00"})
	if r.RemainingCount != 3 || r.Surplus != "0.00" {
		t.Errorf("%d rows remain, %s is left over, want 3 and nothing", r.RemainingCount, r.Surplus)
	}
}

// 33.33 of 50, 30 and 20 are 16.665, 9.999 and 6.666.
func TestPlanShares(t *testing.T) {
	r := planned(t, bare+`"type":"debt-relief","debt":"100","amount":"33.33","count":2,"interest":{"basis":"fixed","rate":"8"},
		"creditors":[{"id":"A","admitted":"50"},{"id":"B","admitted":"30"},{"id":"C","admitted":"20"}]`)
	wantEqual(t, "shares", r.Rows[0].Shares, []PlanShare{{"A", "16.66"}, {"B", "10.00"}, {"C", "6.67"}})
	wantEqual(t, "residual, interest", []string{r.Residual, r.Totals.Interest}, []string{"33.34", "0.00"})
}

const owed = `"case":{"id":"C","currency":"SEK","jurisdiction":"SE","debtor":"consumer","claims":[{"id":"I","principal":"10000","due":"2024-01-31"}],
	"fees":[{"id":"F","code":"reminder","date":"2024-07-02","amount":"60"}],"payments":[{"id":"P","date":"2024-08-02","amount":"500"}]},"start":"2024-07-01",`

// 12 % of 10 000 over 152 days through the start, 183 through the first row; the
// fee and the payment come after the start.
func TestPlanOverCase(t *testing.T) {
	r := planned(t, owed+`"type":"annuity-limited","amount":"1000","count":2,"fees":{"registration":"170","invoice":"60"}`)
	// The order of a Swedish debt takes fees and interest first, so that of the
	// first 1170.00 it leaves 338.36 for the principal: 9661.64 × 0.12 × 31 / 365.
	wantEqual(t, "rows", rowsOf(r), []string{
		"2024-08-01 101.91 838.09 1170.00 9661.64",
		"2024-09-01 98.47 841.53 1000.00 8820.11",
	})
	wantEqual(t, "first row", []string{r.Rows[0].Opening, r.Rows[0].Fee, r.Rows[0].Paid, r.Residual}, []string{"10499.73", "230.00", "500.00", "8820.11"})
}

func TestPlanOverCaseKinds(t *testing.T) {
	for _, c := range []struct {
		request string
		want    []string
	}{
		{`"type":"debt-relief","amount":"500","count":2`, []string{"2024-08-01 0.00 500.00 500.00 9999.73", "2024-09-01 0.00 500.00 500.00 9499.73"}},
		{`"type":"interest-only","count":2,"suspendInterest":true`, []string{"2024-08-01 0.00 0.00 0.00 10499.73", "2024-09-01 0.00 10499.73 10499.73 0.00"}},
		{`"type":"interest-only","count":2,"grace":{"principal":1,"interest":1}`,
			[]string{"2024-08-01 101.91 -101.91 0.00 10601.64", "2024-09-01 101.92 10601.64 10703.56 0.00"}},
		{`"type":"bullet","end":"2024-08-01"`, []string{"2024-08-01 101.91 10499.73 10601.64 0.00"}},
	} {
		wantEqual(t, c.request, rowsOf(planned(t, owed+c.request)), c.want)
	}
}

// Who pays a level less a step does not settle.
func TestPlanOverCaseLower(t *testing.T) {
	r := planned(t, owed+`"type":"annuity","count":12,"fees":{"registration":"170","invoice":"60"}`)
	last := r.Rows[11]
	wantEqual(t, "level, last row", []string{r.Level, last.Amount, last.Closing}, []string{"991.36", "991.34", "0.00"})
	less := planned(t, owed+`"type":"annuity","count":12,"amount":"991.35","fees":{"registration":"170","invoice":"60"}`)
	if last := less.Rows[11]; last.Amount <= "991.35" {
		t.Errorf("a level of 991.35 has a last row of %s, want one above it", last.Amount)
	}
}
