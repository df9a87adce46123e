package conformance

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// fineractOf writes a loan of 1000 at 12 % from 1 January 2025 in months of 30 days:
// terms as "key=value" between bars, rows as "due principal interest balance".
func fineractOf(terms string, rows ...string) string {
	fields := map[string]string{
		"method": "progressive declining balance, equal instalments (EMI)", "principal": "1000", "annual_rate_pct": "12",
		"start": "2025-01-01", "n": fmt.Sprint(len(rows)), "every": "1M", "days_in_year": "360", "days_in_month": "30",
	}
	for term := range strings.SplitSeq(terms, " | ") {
		if key, value, ok := strings.Cut(term, "="); ok {
			fields[key] = value
		}
	}
	var inputs, expected []string
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		value := fields[key]
		if !strings.HasPrefix(value, "[") && !strings.HasPrefix(value, "{") && value != "null" {
			value = `"` + value + `"`
		}
		inputs = append(inputs, fmt.Sprintf("%q: %s", key, value))
	}
	for i, row := range rows {
		w := strings.Fields(row)
		expected = append(expected, fmt.Sprintf(`{"nr": %d, "due_date": "%s", "principal": "%s", "interest": %s, "fees": "0", "penalties": "0.0", "balance_after": "%s"}`, i+1, w[0], w[1], w[2], w[3]))
	}
	return `{"schedules": [{"id": "own", "inputs": {` + strings.Join(inputs, ", ") + `}, "expected": [` + strings.Join(expected, ", ") + `]}]}`
}

func judgeFineract(t *testing.T, text string) Verdict {
	t.Helper()
	schedules, err := ReadFineractSchedules(strings.NewReader(text))
	if err != nil || len(schedules) != 1 {
		t.Fatalf("%s: %d schedules, %v", text, len(schedules), err)
	}
	return schedules[0].Judge()
}

// twoRows pay 1000 at 1 % a row off: 10.00 and 5.02 of interest, 507.51 each.
func twoRows() []string {
	return []string{"2025-02-01 497.51 10 502.49", "2025-03-01 502.49 5.02 0.00"}
}

// TestFineractShapes works loans whose figures were found by hand.
func TestFineractShapes(t *testing.T) {
	for name, text := range map[string]string{
		"level":                 fineractOf("currency_decimals=2 | as_of=2025-02-10 | payments=[] | rate_change=null", twoRows()...),
		"in words":              fineractOf("method=declining balance, equal installments, interest rate/12 | interest_per_period=principal*rate/12 | days_in_year=null | days_in_month=null", twoRows()...),
		"by fraction":           fineractOf("period_fraction=30/360 per period", twoRows()...),
		"equal principal":       fineractOf("method=declining balance; equal principal payments | principal=100 | instalment_multiple=1", "2025-02-01 33.33 1.00 66.67", "2025-03-01 33.33 .67 33.34", "2025-04-01 33.34 0.33 0"),
		"flat, in whole units":  fineractOf("method=flat interest, equal instalments; nothing paid, evaluated 2025-05-01 | interest_per_period=principal * rate/12 | principal=100 | instalment_multiple=1", "2025-02-01 33 1 67", "2025-03-01 33 1 34", "2025-04-01 34 1 0"),
		"no interest":           fineractOf("method=equal instalments | annual_rate_pct=0 | principal=100 | days_in_year=null | days_in_month=null", "2025-02-01 33.33 0 66.67", "2025-03-01 33.33 0 33.34", "2025-04-01 33.34 0 0"),
		"grace":                 fineractOf("principal_grace=1 | graceOnInterestPayment=1", "2025-02-01 0 10 1000", "2025-03-01 497.51 10 502.49", "2025-04-01 502.49 5.02 0"),
		"interest-free":         fineractOf("principal_grace=2 | interest_free_period=1", "2025-02-01 0 0 1000", "2025-03-01 0 20 1000", "2025-04-01 497.51 10 502.49", "2025-05-01 502.49 5.02 0"),
		"half to even":          fineractOf("principal=0.50", "2025-02-01 .5 .00 0"),
		"half up":               fineractOf("principal=0.50 | rounding=HALF_UP per period on interest; last installment absorbs the rest", "2025-02-01 .5 .01 0"),
		"no decimals":           fineractOf("principal=100 | currency_decimals=0", "2025-02-01 50 1 50", "2025-03-01 50 0 0"),
		"weeks, months of 30":   fineractOf("every=2W | principal=36000", "2025-01-15 36000 168 0"),
		"days":                  fineractOf("every=15D | days_in_year=365 | days_in_month=ACTUAL | principal=36500", "2025-01-16 36500 180 0"),
		"days, in words":        fineractOf("method=declining balance, equal instalments, interest daily Act/365 (in leap years too) | principal=36500", "2025-02-01 36500 372 0"),
		"of a 31st, clamped":    fineractOf("start=2025-01-31 | month_end=LAST_DAY_OF_MONTH", "2025-02-28 497.51 10.0 502.49", "2025-03-31 502.49 5.02 0"),
		"rolled, of 30 days":    fineractOf("start=2025-01-31 | month_end=FIRST_DAY_OF_NEXT_MONTH", "2025-03-01 497.51 10 502.49", "2025-03-31 502.49 5.02 0"),
		"rolled, with its days": fineractOf("start=2025-01-31 | month_end=FIRST_DAY_OF_NEXT_MONTH | days_in_year=365 | days_in_month=ACTUAL | annual_rate_pct=36.5", "2025-03-01 493.10 29.00 506.90", "2025-03-31 506.90 15.21 0"),
		// From (31 December, 31 January]: all of 31 days are in the leap year.
		"across a year's end": fineractOf("start=2023-12-31 | days_in_year=ACTUAL | days_in_month=ACTUAL | principal=36600", "2024-01-31 36600 372 0"),
	} {
		if v := judgeFineract(t, strings.NewReplacer(": .", ": 0.", `".`, `"0.`).Replace(text)); v != (Verdict{}) {
			t.Errorf("%s: verdict %+v, want passed", name, v)
		}
	}
}

// TestFineractFails shows that every figure is compared.
func TestFineractFails(t *testing.T) {
	right := fineractOf("", twoRows()...)
	for _, c := range []struct{ old, new, want string }{
		{`"497.51"`, `"497.52"`, "row 1 principal 497.51, want 497.52\nall rows principal 1000.00, want 1000.01"},
		{`"2025-02-01"`, `"2025-02-02"`, "row 1 is due on 2025-02-01, want 2025-02-02"},
		{`"interest": 5.02`, `"interest": 5.03`, "row 2 interest 5.02, want 5.03\nall rows interest 15.02, want 15.03"},
		{`"fees": "0"`, `"fees": 1`, "row 1 fees 0.00, want 1.00\nall rows fees 0.00, want 1.00"},
		{`"penalties": "0.0"`, `"penalties": "2"`, "row 1 penalties 0.00, want 2.00\nall rows penalties 0.00, want 2.00"},
		{`"fees": "0"`, `"due": "500"`, "row 1 pays 507.51, want 500.00"},
		{`"fees": "0"`, `"paid_in_advance": "500", "outstanding": 7`, "row 1 paid 0.00, want 500.00\nrow 1 outstanding 507.51, want 7.00"},
		{`"502.49"`, `"502.48"`, "row 1 leaves 502.49, want 502.48"},
		{`"nr": 1`, `"nr": 3`, "row 1, want 3"},
		{`"n": "2"`, `"n": "3"`, "3 rows, want 2"},
		{`"497.51"`, `"497.511"`, "497.511"},
		{`"principal": "1000"`, `"principal": "1000.001"`, "1000.001"},
	} {
		v := judgeFineract(t, strings.Replace(right, c.old, c.new, 1))
		if v.Problem == nil || v.OutOfScope != "" || !strings.Contains(v.Problem.Error(), c.want) {
			t.Errorf("%s instead of %s: verdict %+v, want problem %q", c.new, c.old, v, c.want)
		}
	}
}

// TestFineractOutside names what is not run.
func TestFineractOutside(t *testing.T) {
	for terms, want := range map[string]string{
		"late_fee=1.5 %":                       "late fees (",
		"rate_change={}":                       "a rate change (",
		"payments=[1]":                         "payments (",
		"disbursements=[{}]":                   "disbursements (",
		"grace_on_interest_charged=2":          "grace on interest charged (",
		"interest_free=1 | principal_grace=0":  "interest-free rows that pay principal (",
		"overdue_charges=x | interest_pause=1": "interest pauses (rows are written anew on a day of business) and charges (",
		"method=equal instalments with daily interest recalculation on overdue principal": "interest recalculation (",
		"method=declining balance, equal instalments (bullet)":                            "method (bullet)",
		"method=declining balance":        "method without equal installments or principal",
		"rounding=NEAREST":                "rounding NEAREST",
		"rounding=HALF_UP per day":        "rounding: per day",
		"days_in_year=366":                `a year of "366" days with months of "30"`,
		"days_in_month=31":                `days_in_month "31"`,
		"month_end=SKIP":                  "month_end SKIP",
		"period_fraction=1/12 per period": "period_fraction 1/12 per period",
		"interest_per_period=x":           "interest_per_period x",
		"currency_decimals=4":             "currencies of 4 decimals",
		"start=2025-01-29":                "months of 30 days from a 29th",
		"method=flat, equal instalments | days_in_month=ACTUAL | days_in_year=365":                    "flat interest by days (",
		"method=flat, equal instalments, rate/12 | interest_free=1 | principal_grace=1 | own_terms=x": "key own_terms",
		"method=flat, equal instalments, rate/12 | interest_free=1 | principal_grace=1":               "interest-free rows of flat interest (",
	} {
		if v := judgeFineract(t, fineractOf(terms, twoRows()...)); !strings.HasPrefix(v.OutOfScope, want) || v.Problem != nil {
			t.Errorf("%s: verdict %+v, want out of scope %q", terms, v, want)
		}
	}
}

// TestReadFineractRefuses wants everything that is malformed named.
func TestReadFineractRefuses(t *testing.T) {
	for text, wants := range map[string][]string{
		``:                       {"want one JSON object"},
		`{}`:                     {"schedules is missing"},
		`{"schedules": [1]}`:     {"schedules[0] is 1, want an object"},
		`{"schedules": [{}]}`:    {"schedules[0].expected is missing", "inputs.method is missing", "inputs.principal, start or n is missing", "annual_rate_pct", "inputs.every"},
		fineractOf("n=x"):        {"inputs.n is x, want a whole number"},
		fineractOf("every=0M"):   {`inputs.every is "0M"`},
		fineractOf("start=2025"): {"inputs.start: "},
	} {
		_, err := ReadFineractSchedules(strings.NewReader(text))
		for _, want := range wants {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: error %v, want in it %q", text, err, want)
			}
		}
	}
}
