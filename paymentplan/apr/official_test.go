package apr

import "testing"

// Worked examples of the laws themselves.
func TestOfficialExamples(t *testing.T) {
	us := func(u Unit, per int) Method { return Method{Law: US, Unit: u, Per: per} }
	for _, tt := range []struct {
		source string
		m      Method
		flows  []Flow
		places int
		want   string
	}{
		// European Commission, examples for the APRC of Directive 2014/17/EU, January 2015.
		{"EC example 1", months, flows(one(200_000_00, 0, 1), one(-4_000_00, 0, 1), level(-1432_86, 1, 12, 240)), 6, "6.434412"},
		{"EC example 1, legal figure", months, flows(one(200_000_00, 0, 1), one(-4_000_00, 0, 1), level(-1432_86, 1, 12, 240)), 1, "6.4"},
		{"EC example 2.2, 3/366 odd days", months, flows(one(200_000_00, 0, 1), one(-4_000_00, 0, 1), level(-1433_56, 67, 732, 1), laterMonths(-1433_56, 67, 732, 239)), 6, "6.434111"},
		{"EC example 42, interest only", months, flows(one(200_000_00, 0, 1), one(-4_000_00, 0, 1), level(-1250_00, 1, 12, 12), one(-200_000_00, 1, 1)), 6, "10.039962"},
		// Directive 98/7/EC Annex III.
		{"98/7/EC, 1,200 after 546 days", Method{Law: EU, Unit: Day}, flows(one(1000_00, 0, 1), one(-1200_00, 546, 365)), 2, "12.96"},
		{"98/7/EC, with 50 retained", Method{Law: EU, Unit: Day}, flows(one(950_00, 0, 1), one(-1200_00, 546, 365)), 1, "16.9"},
		{"98/7/EC, two times 600", years, flows(one(1000_00, 0, 1), level(-600_00, 1, 1, 2)), 2, "13.07"},
		// 12 CFR 1026 Appendix J (c).
		{"(c)(1)(i)", us(Month, 1), flows(one(5000_00, 0, 1), level(-230_00, 1, 1, 24)), 2, "9.69"},
		{"(c)(1)(iii)", us(HalfMonth, 0), flows(one(5000_00, 0, 1), oneApart(-219_17, 6, 15, 24)), 2, "10.34"},
		{"(c)(1)(v)", us(Week, 0), flows(one(500_00, 0, 1), oneApart(-17_60, 32, 7, 30)), 2, "14.96"},
		{"(c)(2)(ii)", us(Week, 4), flows(one(400_00, 0, 1), one(-39_50, 33, 28), oneApart(-38_31, 61, 28, 11)), 2, "28.50"},
		{"(c)(3)(ii)", us(Week, 2), flows(one(200_00, 0, 1), oneApart(-9_50, 8, 14, 19), one(-30_00, 8+19*14, 14)), 2, "12.22"},
		{"(c)(4)(ii)", us(Month, 2), flows(one(8000_00, 0, 1), one(-449_36, 52, 60), oneApart(-465_00, 112, 60, 18), one(-200_00, 52+19*60, 60)), 2, "7.30"},
	} {
		a, err := Solve(tt.flows, tt.m)
		if err != nil {
			t.Fatal(tt.source, err)
		}
		if got, ok := a.Rate.Rounded(tt.places); a.Outcome != Found || !ok || got != tt.want {
			t.Errorf("%s: %s, %v %v, want %s", tt.source, got, a, ok, tt.want)
		}
	}
}

// oneApart is payments a whole period apart, the first at num/den.
func oneApart(minor, num, den, count int64) (flows []Flow) {
	for k := range count {
		flows = append(flows, flow(minor, num+k*den, den))
	}
	return flows
}

// laterMonths is payments in the months that follow on num/den of a year.
func laterMonths(minor, num, den, count int64) (flows []Flow) {
	for k := int64(1); k <= count; k++ {
		flows = append(flows, flow(minor, num+k*den/12, den))
	}
	return flows
}
