package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTVM runs the foreign time-value-of-money vectors of the directory that
// SKULD_VECTORS names.
func TestTVM(t *testing.T) {
	dir := os.Getenv("SKULD_VECTORS")
	if dir == "" {
		t.Skip("SKULD_VECTORS is not set: no foreign vectors to run")
	}
	file, err := os.Open(filepath.Join(dir, "tvm.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	vectors, err := ReadTVM(file)
	if err != nil {
		t.Error(err)
	}
	kinds, grades := map[string]*tally{}, map[TVMGrade]int{}
	var names []string
	for _, f := range vectors.Functions {
		if kinds[f.Name] == nil {
			kinds[f.Name] = &tally{}
			names = append(names, f.Name)
		}
		verdict, grade := f.Judge()
		kinds[f.Name].add(t, f.String(), verdict)
		grades[grade]++
	}
	slices.Sort(names)
	for _, name := range names {
		kinds[name].print(t, "tvm "+name)
	}
	for g := EveryDigit; g <= DecimalContext; g++ {
		fmt.Printf("tvm values %v: %d\n", g, grades[g])
	}
	var tables, splittings tally
	for _, v := range vectors.Tables {
		tables.add(t, v.ID, v.Judge())
	}
	tables.print(t, "tvm tables")
	for _, v := range vectors.Splittings {
		splittings.add(t, v.ID, v.Judge())
	}
	splittings.print(t, "tvm period_splitting")
}

// tvmVector writes a function: name, expected value, tolerance, arguments.
func tvmVector(fn, expected, tolerance, args string) string {
	return fmt.Sprintf(`{"fn": %q, "source": "own", "args": {%s}, "expected": %q, "tolerance": %q}`, fn, args, expected, tolerance)
}

// TestTVMFunctionJudge shows that a verdict depends on what a vector asks, that
// every digit counts, and that a wrong expectation fails. Values by hand: 100 at
// 10 % for two periods is 121, and 210/121 times 121/2.1 = 100.
func TestTVMFunctionJudge(t *testing.T) {
	const save = `"rate": "0.1", "nper": "2", "pv": "-100", "pmt": 0`
	for _, tt := range []struct {
		vector, outside, problem string
		grade                    TVMGrade
	}{
		{vector: tvmVector("fv", "121.00", "", save), grade: EveryDigit},
		{vector: tvmVector("FV", "121.01", "", save), problem: "121.00, want 121.01"},
		{vector: tvmVector("fv", "121.01", "1e-2", save), grade: WithinTolerance},
		{vector: tvmVector("fv", "121.011", "0.01", save), problem: "121.000, want 121.011"},
		{vector: tvmVector("npv", "-9.27", "last digit", `"rate": "0.1", "values": [0, "-10.2"]`), grade: EveryDigit},
		{vector: tvmVector("npv", "-9.28", "last digit", `"rate": "0.1", "values": [0, "-10.2"]`), grade: WithinTolerance},
		{vector: tvmVector("npv", "-9.26", "last digit", `"rate": "0.1", "values": [0, "-10.2"]`), problem: "-9.27, want -9.26"},
		{vector: tvmVector("fv", "121.00001", "exact 9 digits", save), grade: DecimalContext},
		{vector: tvmVector("fv", "121.002", "exact 9 digits", save), problem: "121.000, want 121.002"},
		{vector: tvmVector("fv", "NaN", "", save), problem: "121, want no value (NaN)"},
		{vector: tvmVector("pv", "100.0", "last digit", `"rate": "1/10", "nper": 2, "pmt": "-40", "fv": "-37", "when": 0`), grade: EveryDigit},
		{vector: tvmVector("pv", "107.0", "", `"rate": "0.10", "nper": 2, "pmt": -40, "fv": "-37.51", "when": "begin"`), problem: "107.4, want 107.0"},
		{vector: tvmVector("rate", "0.1000", "1e-9", save+`, "fv": 121`), grade: EveryDigit},
		{vector: tvmVector("rate", "0.1001", "", save+`, "fv": 121`), problem: "0.1000, want 0.1001"},
		{vector: tvmVector("rate", "0.1", "", `"nper": 2, "pv": 100, "fv": 121`), problem: "no value, want 0.1"},
		{vector: tvmVector("rate", "ERROR: no solution", "", `"nper": 2, "pv": 100, "fv": 121`), grade: EveryDigit},
		{vector: tvmVector("ppmt", "nan", "", save+`, "per": "0"`), grade: EveryDigit},
		{vector: tvmVector("nper", "+inf", "", `"rate": 0, "pmt": 0, "pv": 1000`), grade: EveryDigit},
		{vector: tvmVector("nper", "2.000000", "", `"rate": "0.1", "pv": "-100", "fv": "121"`), grade: EveryDigit},
		{vector: tvmVector("irr", "0.0", "", `"values": ["-1", 3, "-2"]`), grade: EveryDigit},
		// Roots −0.5 and 1, then −0.75 and −0.5.
		{vector: tvmVector("irr", "1", "", `"values": [-2, "5", -2]`), grade: EveryDigit},
		{vector: tvmVector("irr", "-0.50", "", `"values": [8, -6, 1]`), grade: EveryDigit},
		{vector: tvmVector("irr", "-9.99999e-1", "", `"values": ["-1E3", 1.0e-3]`), grade: EveryDigit},
		// 20 now, −30 and 10 in two periods: 0 and −0.5.
		{vector: tvmVector("rate", "-0.5", "", `"nper": 2, "pv": "20", "pmt": "-30", "fv": "40", "when": "end", "guess": "-0.3"`), grade: EveryDigit},
		{vector: tvmVector("npv", "-90.0", "", `"rate": "0.1", "values": ["-100", "11"]`), grade: EveryDigit},
		{vector: tvmVector("npv", "1", "", `"rate": "-1", "values": ["-100", "11"]`), problem: "not a rate above -1: -1"},
		{vector: tvmVector("mirr", "0.10", "", `"values": ["-100", "0", "121"], "finance_rate": "0.3", "reinvest_rate": "0.4"`), grade: EveryDigit},
		{vector: tvmVector("xirr", "0.1", "", `"values": [1], "dates": [2]`), outside: "function xirr and key dates"},
		{vector: tvmVector("fv", "121", "", strings.Replace(save, `"2"`, `"2.5"`, 1)), outside: "fractional nper"},
		{vector: tvmVector("fv", "121", "a lot", save+`, "when": "middle"`), outside: "tolerance a lot and when middle"},
		{vector: tvmVector("irr", "0."+strings.Repeat("1", 41), "", `"values": ["-1", "2"]`), outside: "irr to more than 40 decimals"},
	} {
		file, err := ReadTVM(strings.NewReader(`{"functions": [` + tt.vector + `]}`))
		if err != nil {
			t.Errorf("%s: %v", tt.vector, err)
			continue
		}
		v, grade := file.Functions[0].Judge()
		if v.OutOfScope != tt.outside || tvmProblem(v) != tt.problem || grade != tt.grade {
			t.Errorf("%s:\nverdict %+v %v, want out of scope %q, problem %q, %v", tt.vector, v, grade, tt.outside, tt.problem, tt.grade)
		}
	}
}

func tvmProblem(v Verdict) string {
	if v.Problem == nil {
		return ""
	}
	return v.Problem.Error()
}
