package conformance

import (
	"strings"
	"testing"
)

func readAPRs(t *testing.T, text string) APRs {
	t.Helper()
	sets, err := ReadAPRs(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return sets
}

const (
	euLoan = `{"eu_cases": [{"method": "EU-APRC", "drawdowns": [{"t": "0", "amount": "1000"}], `
	twice  = `"payments": [{"amount": "600.000", "first": "1", "step": "1", "count": 2}], `
	usLoan = `{"regz_cases": [{"method": "US-RegZ-actuarial", "advance": {"date": "1978-01-10", "amount": "5000"}, "unit_period": "month",
		"unit_periods_per_year": "12", "first_payment": {"whole_unit_periods": 1, "fraction": "0"}, `
	usPaid = `"payments": [{"amount": 230, "from": 0, "count": 23}, {"at": 23, "amount": "230"}], `
	dated  = `{"other": [{"drawdown": ["2012-10-10", "500"], "payments": [["2012-10-15", "510"]], `
	dates  = `{"eu_time_intervals": {"source": "x", "cases": [{"start": "2024-12-31", "end": "2025-02-28", `
)

// TestAPRJudge works vectors whose figures are known, and shows that each is
// compared: "" passes, "!" fails with what follows, all else is out of scope.
func TestAPRJudge(t *testing.T) {
	for text, want := range map[string]string{
		euLoan + twice + `"expected_1dp": "13.1"}]}`: "",
		euLoan + twice + `"expected_1dp": "13.0"}]}`: "!EU: rate 13.1, want 13.0",
		euLoan + twice + `"expected_1dp": "13.1", "expected_rate_pct": "13.06", "reproduced_to_all_printed_digits": true}]}`:   "",
		euLoan + twice + `"expected_1dp": "13.1", "expected_rate_pct": "13.068", "reproduced_to_all_printed_digits": true}]}`:  "!EU: rate between 13.066238629 and 13.066238630, want 13.068 to 0.001000000",
		euLoan + twice + `"expected_1dp": "13.1", "expected_rate_pct": "13.068", "reproduced_to_all_printed_digits": false}]}`: "",
		euLoan + twice + `"expected_1dp": "13.1", "recomputed_pct": "13.066238630"}]}`:                                         "",
		euLoan + twice + `"expected_1dp": "13.1", "recomputed_pct": "13.066238632"}]}`:                                         "!EU: rate between 13.066238629 and 13.066238630, want 13.066238632 to 0.000000001",
		euLoan + twice + `"expected_1dp": "13.1", "colour": "red"}]}`:                                                          "key colour",
		euLoan + `"payments": [{"t": "1/2-1/4", "amount": "1100.0001"}], "expected_1dp": "46.4"}]}`:                            "",
		// A charge before the drawdown has a second rate far away.
		`{"eu_cases": [{"method": "EU-APRC", "drawdowns": [{"t": 0, "amount": 200000}], "payments": [{"t": "-1", "amount": 500}, {"t": "1", "amount": 220000}], "expected_1dp": "10.3"}]}`: "",
		euLoan + `"payments": [{"t": "0", "amount": "1"}], "expected_1dp": "0.0"}]}`:                                                                                                       "!EU: none",
		euLoan + `"payments": [{"t": "1", "amount": "99999999999999999999"}], "expected_1dp": "0.0"}]}`:                                                                                    "!EU: amount 99999999999999999999 in units of 0 decimals: amount too large",
		euLoan + `"payments": [{"t": "1", "amount": "9999999999999999"}], "expected_1dp": "0.0"}]}`:                                                                                        "!EU: not a flow: flow 1 of -99999999999999.99 EUR: amount too large",
		euLoan + `"payments": [{"t": "1", "amount": "-1"}], "expected_1dp": "0.0"}]}`:                                                                                                      "amounts below 0",
		strings.Replace(euLoan, "EU-APRC", "AU-CR", 1) + twice + `"expected_1dp": "13.1"}]}`:                                                                                               "method AU-CR",
		usLoan + usPaid + `"expected_apr_pct": "9.69", "recomputed_apr_pct": "9.685708", "reproduced": true}]}`:                                                                            "",
		usLoan + usPaid + `"expected_apr_pct": "9.68"}]}`:                                                                                                                                  "!US: rate 9.69, want 9.68",
		usLoan + usPaid + `"expected_apr_pct": "9.68", "reproduced": false}]}`:                                                                                                             "rates that no equation gives",
		strings.Replace(usLoan, `"12"`, `"11/7"`, 1) + usPaid + `"expected_apr_pct": "9.69"}]}`:                                                                                            "unit_period month",
		strings.Replace(usLoan, "US-", "CA-", 1) + usPaid + `"expected_apr_pct": "9.69"}]}`:                                                                                                "method CA-RegZ-actuarial",
		// One payment after 255 days: 8.06 % of the term, 365/255 terms a year.
		`{"regz_cases": [{"method": "US-RegZ-actuarial", "advance": {"amount": "1000"}, "unit_period": "255 days", "unit_periods_per_year": "365/255",
			"first_payment": {"whole_unit_periods": 1, "fraction": "0"}, "payments": [{"at": 0, "amount": "1080.60"}], "expected_apr_pct": "11.54"}]}`: "",
		dated + `"expected_pct": "324.436", "tolerance": "0.1", "recomputed_365": "324.436", "recomputed_366": "326.121"}]}`: "",
		dated + `"expected_pct": "326.121", "tolerance": "0.1", "recomputed_366": "324.436"}]}`: "!EU: rate between 326.120642302 and 326.120642303, want 324.436 to 0.001000000\n" +
			"EIR: rate between 324.436318255 and 324.436318256, want 326.121 to 0.100000000",
		dates + `"unit": "month", "years": "1/12+28/366", "plain_rule_reproduces": true}]}}`: "",
		dates + `"unit": "months", "years": "1/12+28/366"}]}}`:                               "",
		dates + `"unit": "month", "years": "2/12", "plain_rule_reproduces": false}]}}`:       "",
		dates + `"unit": "month", "years": "2/12"}]}}`:                                       "!39/244 years, want 1/6",
		dates + `"unit": "half month", "years": "2/12"}]}}`:                                  "unit half month",
	} {
		sets := readAPRs(t, text)
		var got Verdict
		for _, v := range append(append(sets.EU, sets.RegZ...), sets.Other...) {
			got = v.Judge()
		}
		for _, v := range sets.Intervals {
			got = v.Judge()
		}
		said := got.OutOfScope
		if got.Problem != nil {
			said = "!" + got.Problem.Error()
		}
		if said != want {
			t.Errorf("%s:\n\t%q, want %q", text, said, want)
		}
	}
}

func TestReadAPRsRefuses(t *testing.T) {
	for text, want := range map[string]string{
		``:                  "want one JSON object",
		`{}`:                "neither eu_cases, regz_cases, other nor eu_time_intervals",
		`{"eu_cases": 3}`:   "eu_cases is 3, want a list",
		`{"eu_cases": [3]}`: "eu_cases[0]: ",
		euLoan + `"payments": [{"t": "1/0", "amount": 1}], "expected_1dp": "1.0"}]}`:                                           `payments[0].t is "1/0", want a sum of fractions`,
		euLoan + `"payments": [{"t": "1e9", "amount": 1}], "expected_1dp": "1.0"}]}`:                                           `payments[0].t is "1e9", want a sum of fractions`,
		euLoan + `"payments": [{"t": "1001", "amount": 1}], "expected_1dp": "1.0"}]}`:                                          `payments[0].t is "1001", want at most 1000`,
		euLoan + `"payments": [{"first": "1", "step": "1", "count": 10001, "amount": 1}], "expected_1dp": "1.0"}]}`:            `payments[0].count is "10001", want a whole number up to 10000`,
		euLoan + `"payments": [{"t": "1"}], "expected_1dp": "1.0"}]}`:                                                          "payments[0].amount is missing",
		euLoan + twice + `"expected_1dp": "1.0", "reproduced_to_all_printed_digits": "yes"}]}`:                                 "reproduced_to_all_printed_digits is yes, want true or false",
		euLoan + twice + `"expected_1dp": ""}]}`:                                                                               "expected_1dp is missing",
		usLoan + `"payments": [{"amount": 230}], "expected_apr_pct": "1"}]}`:                                                   "payments[0].at is missing",
		`{"other": [{"drawdown": ["2012-10-10"], "payments": [["2012-10-35", "510"]], "expected_pct": 1, "tolerance": 1}]}`:    "drawdown is [2012-10-10], want dates and amounts",
		`{"other": [{"drawdown": ["2012-10-10", 5], "payments": [["2012-10-35", "510"]], "expected_pct": 1, "tolerance": 1}]}`: "payments.date: ",
		dated + `"expected_pct": "324.4", "tolerance": "little"}]}`:                                                            `tolerance is "little", want a number`,
		`{"eu_time_intervals": {"cases": [{"unit": "day", "start": "", "end": "2012-01-01", "years": "1"}]}}`:                  "start is missing",
	} {
		_, err := ReadAPRs(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want in it %q", text, err, want)
		}
	}
}
