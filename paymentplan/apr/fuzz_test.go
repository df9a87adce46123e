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
