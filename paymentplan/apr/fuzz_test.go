package apr

import (
	"encoding/binary"
	"testing"
)

// FuzzSolve looks for flows of which the answer is not what it says: bounds without
// a change of sign, rates out of order, or one outcome and the rates of another.
func FuzzSolve(f *testing.F) {
	f.Add(uint8(0), []byte("\x00\x00\x10\x27\x00\x0c\xf0\xd8"))
	f.Add(uint8(3), []byte("abcdefghijklmnopqrstuvwxyz0123456789"))
	f.Fuzz(func(t *testing.T, law uint8, data []byte) {
		m := laws[int(law)%len(laws)]
		den := []int64{1, 12, 365, 999_999_937}[law>>4%4]
		var flows []Flow
		for ; len(data) >= 4 && len(flows) < 50; data = data[4:] {
			at := int64(int16(binary.LittleEndian.Uint16(data)))
			if m.Law == US && at < 0 {
				at = -at
			}
			minor := int64(int16(binary.LittleEndian.Uint16(data[2:])))
			if law>>6 == 3 {
				minor *= 30_000_000_000
			}
			flows = append(flows, flow(minor, at, den))
		}
		a, err := Solve(flows, m)
		if err != nil {
			t.Fatal(err)
		}
		checkAnswer(t, a, mustBuild(flows, m))
	})
}

// FuzzLevel looks for level payments whose rate without a loop is not that of terms.
func FuzzLevel(f *testing.F) {
	f.Add(uint8(0), int64(10_000_00), int64(-222_44), int64(-221_97), uint16(1), uint16(1), uint16(60))
	f.Add(uint8(1), int64(10_000_00), int64(-222_44), int64(-222_44), uint16(41), uint16(1), uint16(60))
	f.Fuzz(func(t *testing.T, law uint8, drawdown, payment, last int64, first, gap, count uint16) {
		m := laws[int(law)%len(laws)]
		den := []int64{1, 12, 365, 999_999_937}[law>>4%4]
		step := 1 + int64(gap)
		if m.Law == US {
			step *= den
		}
		f := one(drawdown%1e15, 0, 1)
		for k := range int64(count%200) + 1 {
			f = append(f, flow(payment%1e15, int64(first)+k*step, den))
		}
		f = append(f, flow(last%1e15, int64(first)+int64(count%200+1)*step, den))
		r, ok := levelRate(f, m)
		if !ok {
			return
		}
		checkAnswer(t, Answer{Outcome: Found, Rate: r}, mustBuild(f, m))
		if a, err := solveTerms(f, m); err != nil || a.Outcome != Found || a.Rate != r || a.Turns != 1 {
			t.Fatalf("%v, of terms %v %v", r, a, err)
		}
	})
}

func checkAnswer(t *testing.T, a Answer, e *equation) {
	rates := a.Rates
	switch {
	case a.Outcome == Found:
		if rates != nil || !a.Rate.Single() {
			t.Fatalf("found %v", a)
		}
		rates = []Rate{a.Rate}
	case (a.Outcome == None) != (len(rates) == 0), a.Outcome == Ambiguous && len(rates) == 1 && rates[0].Single():
		t.Fatalf("%v", a)
	}
	last := int64(lowestRate)
	for _, r := range rates {
		if r.low < last || r.high < r.low || r.high > highestRate {
			t.Fatalf("%v out of order in %v", r, a)
		}
		last = r.high
		under, ok1 := e.sign(r.low)
		over, ok2 := e.sign(r.high)
		switch {
		case r.unsure:
		case r.Exact() && (!ok1 || under != 0), !r.Exact() && (!ok1 || !ok2 || under*over >= 0):
			t.Fatalf("%v of %v: signs %d and %d", r, a, under, over)
		}
		if _, ok := r.Rounded(2); r.Single() && r.high-r.low <= 1 && !ok {
			t.Fatalf("%v is not rounded", r)
		}
	}
}
