package conformance

import (
	"strings"
	"testing"
)

// tvmTable writes two monthly rows of a loan of 210 at 10 % a period, which 121
// pay twice: 21 and 100, 11 and 110.
func tvmTable(rounding, inputs, rows string) string {
	if rows == "" {
		rows = `{"period": 1, "payment": "-121", "interest": "-21", "principal": "-100", "balance": "110", "start": "2024-01-15", "end_inclusive": "2024-02-14"},
			{"period": "2", "payment": -121, "interest": "-11", "principal": "-110", "balance": "-0.00", "start": "2024-02-15", "end_inclusive": "2024-03-14"}`
	}
	return `{"tables": [{"source": "own", "rounding": "` + rounding + `", "inputs": {"principal": "210", "annual_rate": "1.2", "n": 2, "frequency": "monthly", "start": "2024-01-15"` + inputs + `}, "rows": [` + rows + `]}]}`
}

func TestTVMTableJudge(t *testing.T) {
	for _, tt := range []struct{ table, outside, problem string }{
		{table: tvmTable("none", "", "")},
		{table: tvmTable("none (16 digits)", `, "interest_type": "reducing", "when": "end"`, "")},
		{table: strings.Replace(tvmTable("whole units (cents)", "", ""), "-0.00", "0", 1)},
		{table: tvmTable("2 decimals", "", "")},
		{table: tvmTable("display only, 2 decimals", `, "rate_per_period": "1/10"`, "")},
		{table: tvmTable("guessed", "", ""), outside: "rounding guessed"},
		{table: tvmTable("none", `, "interest_type": "flat"`, ""), outside: "interest_type flat"},
		{table: tvmTable("none", `, "fee": 1`, ""), outside: "key fee"},
		{table: strings.Replace(tvmTable("none", "", ""), "monthly", "lunar", 1), outside: "frequency lunar and rate of an unknown period"},
		{table: tvmTable("none", "", `{"period": 1, "payment": "-121"}`), problem: "1 rows, want 2"},
		{table: tvmTable("none", "", `{"period": 1, "payment": "-121"}, {"period": 1, "payment": "-121.1"}`), problem: "row 2 is of period 1\nperiod 1: payment -121.0, want -121.1"},
		{table: tvmTable("whole units", "", `{"period": 1, "principal": "-100"}, {"period": 2, "payment": "-120", "interest": "-11", "principal": "-109"}`), problem: "period 2: principals miss the loan by 1"},
		{table: tvmTable("whole units", "", `{"period": 1, "payment": "-121", "principal": "-100", "interest": "-22"}, {"period": 2, "payment": "-122", "interest": "-11", "principal": "-110"}`), problem: "period 1: interest -21, want -22\nperiod 2: payment -122, want -121"},
		{table: strings.Replace(tvmTable("none", "", ""), "2024-02-14", "2024-02-15", 1), problem: "period 1 ends on 2024-02-14, want 2024-02-15"},
		{table: strings.Replace(tvmTable("none", "", ""), `"2024-02-15"`, `"2024-02-16"`, 1), problem: "period 2 starts on 2024-02-15, want 2024-02-16"},
	} {
		file, err := ReadTVM(strings.NewReader(tt.table))
		if err != nil {
			t.Errorf("%s: %v", tt.table, err)
			continue
		}
		if v := file.Tables[0].Judge(); v.OutOfScope != tt.outside || tvmProblem(v) != tt.problem {
			t.Errorf("%s:\nverdict %+v, want out of scope %q, problem %q", tt.table, v, tt.outside, tt.problem)
		}
	}
}

// TestTVMTableAbsorbs has a rounded table by hand: 100 in three parts without
// interest, 33 twice and the rest.
func TestTVMTableAbsorbs(t *testing.T) {
	table := strings.NewReplacer("210", "100", "1.2", "0", `"n": 2`, `"n": 3`).Replace(tvmTable("whole units", "",
		`{"period": 1, "payment": "-33", "interest": "0", "principal": "-33"}, {"period": 2, "payment": "-33", "interest": "0", "principal": "-33"}, {"period": 3, "payment": "-34", "interest": "0", "principal": "-34"}`))
	file, err := ReadTVM(strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	if v := file.Tables[0].Judge(); v != (Verdict{}) {
		t.Errorf("verdict %+v, want passed", v)
	}
}

func TestTVMSplittingJudge(t *testing.T) {
	split := func(frequency, end, rest string) string {
		return `{"period_splitting": [{"name": "own", "start": "2024-01-01", "end": "` + end + `", "frequency": "` + frequency + `"` + rest + `}]}`
	}
	for _, tt := range []struct{ text, outside, problem string }{
		{text: split("MONTHLY", "2024-02-29", `, "want_error": false, "periods": [["2024-01-01", "2024-01-31"], ["2024-02-01", "2024-02-29"]]`)},
		{text: split("ANNUALLY", "2024-12-31", `, "periods": [["2024-01-01", "2024-12-31"]]`)},
		{text: split("WEEKLY", "2024-01-08", `, "want_error": true`)},
		{text: split("DAILY", "2024-01-02", `, "want_error": true`), problem: "2 periods, want an error"},
		{text: split("DAILY", "2024-01-02", `, "periods": [["2024-01-01", "2024-01-01"]]`), problem: "2 periods, want 1"},
		{text: split("DAILY", "2024-01-01", `, "periods": [["2024-01-01", "2024-01-02"]]`), problem: "period 1 is 2024-01-01 – 2024-01-01, want 2024-01-01 – 2024-01-02"},
		{text: split("HOURLY", "2024-01-01", ""), outside: "frequency hourly"},
	} {
		file, err := ReadTVM(strings.NewReader(tt.text))
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if v := file.Splittings[0].Judge(); v.OutOfScope != tt.outside || tvmProblem(v) != tt.problem {
			t.Errorf("%s:\nverdict %+v, want out of scope %q, problem %q", tt.text, v, tt.outside, tt.problem)
		}
	}
}

func TestReadTVMRefuses(t *testing.T) {
	for text, want := range map[string][]string{
		`[]`: {"want one JSON object"},
		`{}`: {"neither functions nor tables nor period_splitting"},
		`{"functions": [{"args": {"rate": "ten", "nper": 99999999999999999999, "values": ["1,0"]}}, 4], "tables": [{}], "period_splitting": [{"start": "2024-02-30", "want_error": "no", "periods": [["2024-01-01"]]}]}`: {
			"functions[0].fn is missing", "functions[0].expected is missing", `functions[0].args.rate: not a number: "ten"`,
			"functions[0].args.nper is 99999999999999999999, want a number of periods", `functions[0].args.values[0]: not a number: "1,0"`,
			"functions[1] is 4, want an object", "tables[0].rows are missing",
			"period_splitting[0].start: ", "period_splitting[0].frequency is missing", "want_error is no, want true or false",
			"period_splitting[0].periods[0] is [2024-01-01], want first and last day",
		},
	} {
		_, err := ReadTVM(strings.NewReader(text))
		for _, part := range want {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("%s: error %v, want in it %q", text, err, part)
			}
		}
	}
}
