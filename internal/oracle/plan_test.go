package oracle

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// weekend stands in for a calendar.
func weekend(year, month, dayOfMonth int) bool {
	w := time.Date(year, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC).Weekday()
	return w == time.Saturday || w == time.Sunday
}

// planned gives the answer to a request, which is told without its outer braces.
func planned(t *testing.T, request string) *PlanResult {
	t.Helper()
	tables, err := Load(fixture)
	if err != nil {
		t.Fatal(err)
	}
	plan := tables.Plan
	if strings.Contains(request, `"case"`) {
		plan = tables.CasePlan
	}
	r, err := plan([]byte("{"+request+"}"), PlanOptions{Holidays: weekend})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rowsOf shows due date, interest, principal, amount and closing of every row.
func rowsOf(r *PlanResult) (all []string) {
	for _, one := range r.Rows {
		all = append(all, fmt.Sprintf("%s %s %s %s %s", one.DueDate, one.Interest, one.Principal, one.Amount, one.Closing))
	}
	return all
}

func amountsOf(r *PlanResult) string {
	all := r.Level + ":"
	for _, one := range r.Rows {
		all += " " + one.Amount
	}
	return all
}

// 12 % a year of 30E/360 is 1 % a month.
const monthly = `"currency":"SEK","start":"2025-01-01","interest":{"basis":"fixed","rate":"12","dayCount":"30E/360"},`

// bare plans bear nothing.
const bare = `"currency":"EUR","start":"2025-01-01",`

func TestPlanLevels(t *testing.T) {
	for _, c := range []struct{ request, want string }{
		{bare + `"type":"fixed-amount","debt":"203","amount":"50"`, "50.00: 50.00 50.00 50.00 50.00 3.00"},
		{bare + `"type":"annuity","debt":"203","count":6,"step":"1"`, "34.00: 34.00 34.00 34.00 34.00 34.00 33.00"},
		{bare + `"type":"annuity","debt":"203","count":6,"step":"10"`, "40.00: 40.00 40.00 40.00 40.00 40.00 3.00"},
		{bare + `"type":"annuity","debt":"203","count":6,"step":"10","lastRow":"similar"`, "30.00: 30.00 30.00 30.00 30.00 30.00 53.00"},
		{bare + `"type":"annuity","debt":"203","count":6,"step":"1","lastRow":"similar"`, "34.00: 34.00 34.00 34.00 34.00 34.00 33.00"},
		{bare + `"type":"annuity","debt":"203","count":6,"step":"1","lastRow":"higher"`, "33.00: 33.00 33.00 33.00 33.00 33.00 38.00"},
		{bare + `"type":"annuity","debt":"203","end":"2025-07-15","step":"1"`, "34.00: 34.00 34.00 34.00 34.00 34.00 33.00"},
		{bare + `"type":"annuity","debt":"10","count":4,"step":"5"`, "5.00: 5.00 5.00"},
		{bare + `"type":"annuity","debt":"203","count":4,"final":"60","step":"1"`, "48.00: 48.00 48.00 48.00 59.00"},
		{bare + `"type":"annuity","debt":"203","final":"60"`, "47.67: 47.67 47.67 47.67 59.99"},
		{bare + `"type":"annuity","debt":"203","amount":"50","final":"53"`, "50.00: 50.00 50.00 50.00 53.00"},
		{bare + `"type":"annuity","debt":"203","amount":"50","count":3`, "50.00: 50.00 50.00 103.00"},
		{bare + `"type":"linear","debt":"203","count":6,"step":"1"`, "33.00: 33.00 33.00 33.00 33.00 33.00 38.00"},
		{bare + `"type":"linear","debt":"203","amount":"100"`, "100.00: 100.00 100.00 3.00"},
		{bare + `"type":"linear","debt":"203","final":"60"`, "47.67: 47.67 47.67 47.67 59.99"},
		{bare + `"type":"annuity","debt":"203","count":3,"step":"1","fees":{"registration":"20","invoice":"5"}`, "73.00: 93.00 73.00 72.00"},
		{bare + `"type":"fixed-amount","debt":"1000","amount":"300","deviations":[{"no":2,"amount":"100"}]`, "300.00: 300.00 100.00 300.00 300.00"},
		{bare + `"type":"annuity","debt":"1000","count":4,"deviations":[{"no":2,"amount":"0"}],"step":"1","fees":{"invoice":"2"}`, "336.00: 336.00 0.00 336.00 334.00"},
		{bare + `"type":"annuity","debt":"100","count":5,"periods":[{"no":1,"start":"2025-01-01","end":"2025-03-31","amount":"10"}],"first":"2025-02-01","step":"10"`,
			"30.00: 10.00 10.00 30.00 30.00 20.00"},
	} {
		if got := amountsOf(planned(t, c.request)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.request, got, c.want)
		}
	}
}

func TestPlanAnnuity(t *testing.T) {
	r := planned(t, `"currency":"SEK","type":"annuity","debt":"100000","interest":{"basis":"fixed","rate":"9.99","dayCount":"30E/360"},"start":"2024-01-01","count":36`)
	last := r.Rows[35]
	wantEqual(t, "level, last row, interest", []string{r.Level, last.Amount, last.DueDate, last.Closing, r.Totals.Interest, r.Totals.Amount, r.Residual},
		[]string{"3226.25", "3226.25", "2027-01-01", "0.00", "16145.00", "116145.00", "0.00"})
}

func TestPlanRows(t *testing.T) {
	for _, c := range []struct {
		request string
		want    []string
	}{
		{bare + `"type":"bullet","debt":"9.99","start":"2024-01-31","first":"2024-01-31","count":3`, []string{"2024-03-31 0.00 9.99 9.99 0.00"}},
		{`"currency":"EUR","type":"linear","debt":"3","start":"2024-01-31","count":3`,
			[]string{"2024-02-29 0.00 1.00 1.00 2.00", "2024-03-31 0.00 1.00 1.00 1.00", "2024-04-30 0.00 1.00 1.00 0.00"}},
		// 30 days at 3 + 8 %, 31 at 2 + 8 %: 10 000 × (3.3 + 3.1) / 365.
		{`"currency":"SEK","type":"interest-only","debt":"10000","start":"2025-06-01","every":"2M","count":1,"interest":{"basis":"reference","series":"SE","margin":"8"}`,
			[]string{"2025-08-01 175.34 10000.00 10175.34 0.00"}},
		// 100 days at 3.65 %.
		{`"currency":"JPY","type":"bullet","debt":"100000","start":"2025-01-01","end":"2025-04-11","interest":{"basis":"fixed","rate":"3.65"}`,
			[]string{"2025-04-11 1000 100000 101000 0"}},
		{monthly + `"type":"linear","debt":"1200","count":4,"grace":{"principal":1}`,
			[]string{"2025-02-01 12.00 0.00 12.00 1200.00", "2025-03-01 12.00 400.00 412.00 800.00", "2025-04-01 8.00 400.00 408.00 400.00", "2025-05-01 4.00 400.00 404.00 0.00"}},
		{monthly + `"type":"linear","debt":"1200","count":4,"grace":{"interest":1}`,
			[]string{"2025-02-01 0.00 300.00 300.00 900.00", "2025-03-01 21.00 300.00 321.00 600.00", "2025-04-01 6.00 300.00 306.00 300.00", "2025-05-01 3.00 300.00 303.00 0.00"}},
		{monthly + `"type":"annuity-limited","debt":"1200","amount":"112","count":2,"grace":{"principal":1,"interest":1},"residual":"open"`,
			[]string{"2025-02-01 0.00 0.00 0.00 1200.00", "2025-03-01 24.00 88.00 112.00 1112.00"}},
		// 84.9315 below 0 are set off against 153.4247.
		{`"currency":"SEK","type":"interest-only","debt":"100000","start":"2025-01-01","count":2,"residual":"open","interest":{"basis":"fixed","rate":"-1","refixes":[{"from":"2025-02-01","rate":"2"}]}`,
			[]string{"2025-02-01 0.00 0.00 0.00 100000.00", "2025-03-01 68.49 0.00 68.49 100000.00"}},
		// The 1st of February and of March 2025 are Saturdays: 33 days, then 28.
		{`"currency":"SEK","type":"interest-only","debt":"36500","start":"2025-01-01","count":2,"interest":{"basis":"fixed","rate":"1"},"calendar":"SE","accrueOn":"adjusted"`,
			[]string{"2025-02-03 33.00 0.00 33.00 36500.00", "2025-03-03 28.00 36500.00 36528.00 0.00"}},
		{monthly + `"type":"linear","debt":"200","count":2,"freeMonths":[2],"deviations":[{"no":1,"due":"2025-03-16"}]`,
			[]string{"2025-03-16 5.00 100.00 105.00 100.00", "2025-04-01 0.50 100.00 100.50 0.00"}},
	} {
		wantEqual(t, c.request, rowsOf(planned(t, c.request)), c.want)
	}
}

func TestPlanRefusals(t *testing.T) {
	for _, c := range []struct{ request, refusal, smallest string }{
		{monthly + `"type":"annuity","debt":"100000","amount":"999.99","count":12`, planNegative, "1000.00"},
		{monthly + `"type":"annuity-limited","debt":"100000","amount":"900","count":12`, planNegative, "1000.00"},
		{bare + `"type":"linear","debt":"1200.01","amount":"1"`, planEndless, "1.01"},
		{bare + `"type":"annuity","debt":"3","count":2,"step":"2","lastRow":"higher","deviations":[{"no":1,"amount":"2"}]`, planInvalid, ""},
		{bare + `"type":"linear","debt":"3","count":4,"step":"1"`, planInvalid, ""},
		{bare + `"type":"annuity","debt":"3"`, planInvalid, ""},
		{bare + `"type":"annuity-limited","debt":"3","count":4`, planInvalid, ""},
		{bare + `"type":"annuity","debt":"3","count":4,"adjust":"following"`, planInvalid, ""},
		{bare + `"type":"annuity","debt":"3","count":4,"interest":{"basis":"fixed","rate":"1","from":"2025-01-01"}`, planInvalid, ""},
		{bare + `"type":"fixed-amount","debt":"10","amount":"5","deviations":[{"no":2,"amount":"6"}]`, planInvalid, ""},
		{bare + `"type":"annuity","debt":"10","count":2,"deviations":[{"no":2,"amount":"6"}]`, planInvalid, ""},
		{bare + `"type":"annuity","debt":"10","count":2,"grace":{"principal":2}`, planInvalid, ""},
	} {
		if r := planned(t, c.request); r.Refusal != c.refusal || r.Smallest != c.smallest {
			t.Errorf("%s: got %s %s %s, want %s %s", c.request, r.Refusal, r.Smallest, r.Problem, c.refusal, c.smallest)
		}
	}
}
