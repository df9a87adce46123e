package apr

import (
	"math"
	"testing"
)

// Where bounded work cannot tell a zero, the nearest units that have a sign are the
// bounds, and what they prove is still proven.
func TestWithoutPatience(t *testing.T) {
	e := mustBuild(flows(one(1000_00, 0, 1), level(-123_45, 1, 1, 9), one(-1123_45, 10, 1)), years)
	e.patience = 0
	const tie = 12_345 * unitsPerPercent / 1000
	if _, ok := e.sign(tie); ok {
		t.Fatal("a zero is told without patience")
	}
	want := Rate{low: tie - 1, high: tie + 1}
	for _, guess := range []int64{tie, tie - 1, tie + 1, tie - 1000, 0, highestRate} {
		if r, ok := e.narrow(guess, 0, highestRate, e.first); !ok || r != want {
			t.Errorf("from %d: %v %v, want %v", guess, r, ok, want)
		}
	}
	if _, ok := want.Rounded(2); ok || want.Digits() != 1 {
		t.Errorf("%d digits, want 1", want.Digits())
	}
	if r, ok := e.narrow(0, lowestRate, tie, e.first); !ok || !r.unsure {
		t.Errorf("%v %v, want it unsure at the end of the range", r, ok)
	}
	if got := e.crossing(nil, tie, highestRate); len(got) != 1 || !got[0].unsure {
		t.Errorf("%v, want a doubt", got)
	}
}

// Bullet loans of exactly 10 % a year, longer than integers reach.
func TestLongZero(t *testing.T) {
	if testing.Short() {
		t.Skip("seconds of integers")
	}
	const n = 80_000
	f := flows(one(1000_00, 0, 1), level(-100_00, 1, 1, n), one(-1000_00, n, 1))
	a, err := Solve(f, years)
	if got, ok := a.Rate.Rounded(2); err != nil || a.Outcome != Found || !a.Rate.Exact() || !ok || got != "10.00" {
		t.Fatalf("%v %v, want exactly 10 %%", a, err)
	}
}

// Sums beyond 64 bits stay in terms of one direction.
func TestMergeBeyondInt64(t *testing.T) {
	const most = 1_000_000_000_000_000
	for _, tt := range []struct {
		in, out int // how many of the largest amounts on one day
		rest    int64
		want    []int64
	}{
		{3000, 0, 0, []int64{chunk, chunk, chunk}[:3]},
		{2500, 0, -1, []int64{chunk, chunk, most*500 - 1}},
		{0, 2500, 1, []int64{-chunk, -chunk, 1 - most*500}},
		{2500, 2500, 7, []int64{7}},
		{2500, 2500, 0, nil},
		{1, 2001, -5, []int64{-chunk, -chunk, -5}},
		{2001, 1, -5, []int64{chunk, chunk - 5}},
		{1, 2001, 5, []int64{-chunk, 5 - chunk}},
	} {
		f := flows(level(most, 0, 1, 0), one(tt.rest, 2, 2))
		for range tt.in {
			f = append(f, flow(most, 12, 12))
		}
		for range tt.out {
			f = append(f, flow(-most, 1, 1))
		}
		var sum, want float64
		var got []int64
		for _, x := range mustBuild(f, years).terms {
			got = append(got, x.minor)
			sum += float64(x.minor)
		}
		want = float64(tt.in-tt.out)*most + float64(tt.rest)
		if math.Abs(sum-want) > 1e-9*math.Abs(want) || len(got) != len(tt.want) {
			t.Errorf("%v: %v, want %v", tt, got, tt.want)
		}
		for k := range min(len(got), len(tt.want)) {
			if got[k] != tt.want[k] {
				t.Errorf("%v: %v, want %v", tt, got, tt.want)
			}
		}
	}
}

func TestAppendRate(t *testing.T) {
	exact := func(n int64) Rate { return Rate{low: n, high: n} }
	doubt := func(low, high int64) Rate { return Rate{low: low, high: high, unsure: true} }
	for _, tt := range []struct{ a, b, want Rate }{
		{exact(5), exact(5), exact(5)},
		{doubt(1, 5), doubt(5, 9), doubt(1, 9)},
		{exact(5), doubt(5, 9), doubt(5, 9)},
		{doubt(1, 5), exact(5), doubt(1, 5)},
	} {
		if got := appendRate([]Rate{tt.a}, tt.b); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%v and %v: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
	if got := appendRate([]Rate{doubt(1, 5)}, Rate{low: 5, high: 6}); len(got) != 2 {
		t.Errorf("%v, want the rate beside the doubt", got)
	}
}
