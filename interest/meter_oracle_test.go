package interest

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// oracle works a claim out day by day with rationals: it knows of the claim's rate only
// what it is on a day, and counts days by itself. Not for rounded segments, nor for
// counts of which it has no formula.
func (c drawnClaim) oracle(t testing.TB) (string, bool) {
	var den func(d calendar.Date) (days, year int64)
	switch c.terms.DayCount {
	case calendar.Act365Fixed:
		den = func(calendar.Date) (int64, int64) { return 1, 365 }
	case calendar.Act360:
		den = func(calendar.Date) (int64, int64) { return 1, 360 }
	case calendar.Act364:
		den = func(calendar.Date) (int64, int64) { return 1, 364 }
	case calendar.ActActISDA:
		den = func(d calendar.Date) (int64, int64) {
			return 1, int64(calendar.MustDate(d.Year()+1, 1, 1) - calendar.MustDate(d.Year(), 1, 1))
		}
	case calendar.ThirtyE360:
		number := func(d calendar.Date) int64 {
			y, m, dd := d.Civil()
			return int64(360*y + 30*int(m) + min(dd, 30))
		}
		den = func(d calendar.Date) (int64, int64) { return number(d) - number(d-1), 360 }
	default:
		return "", false
	}
	if c.rounding.Place != PlaceClaim || c.rounding.Mode != money.HalfEven {
		return "", false
	}
	line, err := c.terms.Rate.CompileHeld(c.days, c.holds)
	if err != nil || line.gap != nil {
		return "", false
	}
	sums := map[int64]*big.Int{360: {}, 364: {}, 365: {}, 366: {}}
	k := 0
	for _, s := range line.Steps() {
		for d := max(s.Period.From, c.first); d < s.Period.To; d++ {
			for k+1 < len(c.balances) && c.balances[k+1].from <= d {
				k++
			}
			days, year := den(d)
			x := new(big.Int).Mul(big.NewInt(c.balances[k].minor), big.NewInt(int64(s.Rate)*days))
			sums[year].Add(sums[year], x)
		}
	}
	total := new(big.Rat)
	for year, x := range sums {
		total.Add(total, new(big.Rat).SetFrac(x, big.NewInt(year*100*1_000_000)))
	}
	return halfEven(total).String(), true
}

// halfEven rounds a rational to a whole number.
func halfEven(x *big.Rat) *big.Int {
	twice := new(big.Int).Mul(x.Num(), big.NewInt(2))
	twice.Add(twice, x.Denom())
	twiceDen := new(big.Int).Mul(x.Denom(), big.NewInt(2))
	q, rest := new(big.Int).DivMod(twice, twiceDen, new(big.Int)) // floor of x + ½
	if rest.Sign() == 0 && q.Bit(0) == 1 {
		q.Sub(q, big.NewInt(1))
	}
	return q
}

// The meter agrees with a sum over days of rationals.
func TestMeterAgainstDays(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 1))
	tables := drawTables(r)
	var k Compiler
	var m Meter
	n, compared, drawn := *meterClaims, 0, 0
	if testing.Short() {
		n /= 10
	}
	for ; compared < n && drawn < 10*n; drawn++ {
		if compareWithDays(t, drawClaim(r, tables), &k, &m) {
			compared++
		}
	}
	t.Logf("%d claims, of %d drawn", compared, drawn)
	if compared < n {
		t.Errorf("only %d of %d compared", compared, n)
	}
}

// compareWithDays compares a claim in all forms with the sum over days, and reports
// whether it could: not for day counts that look at both ends of a run of days, nor
// beyond bounds.
func compareWithDays(t *testing.T, c drawnClaim, k *Compiler, m *Meter) bool {
	t.Helper()
	c.rounding = Rounding{money.HalfEven, PlaceClaim}
	want, ok := c.oracle(t)
	if !ok {
		return false
	}
	course, err := k.Course(c.terms, c.first, c.days, c.holds, c.rounding)
	if err != nil {
		t.Fatal(err)
	}
	for name, form := range map[string]Course{"integral": course, "walk": course.Walked(), "large": course.Large()} {
		got, err := c.meter(m, &form)
		if err != nil {
			return false // beyond bounds
		}
		if last := fmt.Sprint(got[len(got)-1]); last != want {
			t.Fatalf("%s: got %s, by days %s\n%+v", name, last, want, c)
		}
	}
	return true
}

func FuzzMeterAgainstDays(f *testing.F) {
	f.Add(uint64(1))
	tables := drawTables(rand.New(rand.NewPCG(12, 1)))
	f.Fuzz(func(t *testing.T, seed uint64) {
		var k Compiler
		var m Meter
		compareWithDays(t, drawClaim(rand.New(rand.NewPCG(seed, 4)), tables), &k, &m)
	})
}

// Meters that lie side by side share no cache line.
func TestMeterFillsCacheLines(t *testing.T) {
	if size := reflect.TypeFor[Meter]().Size(); size%64 != 0 {
		t.Errorf("a meter has %d bytes, want a multiple of 64", size)
	}
}

// A meter and a walk allocate nothing, in any form.
func TestMeterAllocatesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 1))
	tables := drawTables(r)
	var k Compiler
	var m Meter
	lines := make([]Line, 0, 1000)
	c := drawClaim(r, tables)
	c.terms = Terms{Reference(tables[0]).Plus(8_000_000), calendar.Act365Fixed}
	c.rounding, c.holds = Rounding{money.HalfEven, PlaceClaim}, nil
	first := calendar.MustDate(1990, 1, 1)
	c.days = calendar.Period{From: first, To: first + 1800}
	course, err := k.Course(c.terms, first, c.days, nil, c.rounding)
	if err != nil {
		t.Fatal(err)
	}
	for name, form := range map[string]Course{"integral": course, "walk": course.Walked(), "large": course.Large()} {
		run := func() {
			m.Open(&form, 1_000_000)
			for i := range 6 {
				day := first + calendar.Date(250*i+100)
				if _, err := m.Rounded(day); err != nil {
					t.Fatal(err)
				}
				if err := m.Set(day+1, int64(1_000_000-100_000*i)); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := m.Rounded(first + 1799); err != nil {
				t.Fatal(err)
			}
		}
		run()
		if n := testing.AllocsPerRun(100, run); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
	if n := testing.AllocsPerRun(100, func() {
		lines, _, err = course.AppendLines(lines[:0], 1_000_000, first, first+1800, 0)
	}); n != 0 || err != nil || len(lines) < 4 {
		t.Errorf("lines allocate %v times, %v, %d lines", n, err, len(lines))
	}
	if n := testing.AllocsPerRun(100, func() {
		_, err = k.Course(c.terms, first, c.days, nil, c.rounding)
	}); n != 0 || err != nil {
		t.Errorf("compiling what is known allocates %v times, %v", n, err)
	}
}
