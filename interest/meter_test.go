package interest

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

var meterClaims = flag.Int("meter.claims", 10_000, "how many generated claims to compare")

var testCurrency = money.MustCurrency("EUR")

// account is the claim by the explaining path: what is due on the days asked.
func (c drawnClaim) account(t testing.TB) ([]int64, *Account, error) {
	line, err := c.terms.Rate.CompileHeld(c.days, c.holds)
	if err != nil {
		return nil, nil, err
	}
	a, err := NewAccount(line, c.terms.DayCount, c.first, c.rounding, money.FromMinor(c.balances[0].minor, testCurrency))
	if err != nil {
		t.Fatal(err)
	}
	var out []int64
	for i := range c.asked {
		if i > 0 && i < len(c.balances) {
			n, err := a.Rounded(c.asked[i])
			if err != nil {
				return nil, nil, err
			}
			out = append(out, n.Minor())
			if err := a.SetPrincipal(c.balances[i].from, money.FromMinor(c.balances[i].minor, testCurrency)); err != nil {
				return nil, nil, err
			}
		}
	}
	n, err := a.Rounded(c.asked[len(c.asked)-1])
	return append(out, n.Minor()), a, err
}

// meter is the claim by the fast path.
func (c drawnClaim) meter(m *Meter, course *Course) ([]int64, error) {
	m.Open(course, c.balances[0].minor)
	var out []int64
	for i := range c.asked {
		if i > 0 && i < len(c.balances) {
			n, err := m.Rounded(c.asked[i])
			if err != nil {
				return nil, err
			}
			out = append(out, n)
			if err := m.Set(c.balances[i].from, c.balances[i].minor); err != nil {
				return nil, err
			}
		}
	}
	n, err := m.Rounded(c.asked[len(c.asked)-1])
	return append(out, n), err
}

func drawTables(r *rand.Rand) []*law.Table[decimal.Decimal] {
	tables := make([]*law.Table[decimal.Decimal], 5)
	for i := range tables {
		tables[i] = drawTable(r, []int{2080, 2080, 2080, 2080, 1990}[i])
	}
	return tables
}

// The integral, the walk, numbers of any size and the account agree on every claim,
// whatever its rate, day count, rounding and holds.
func TestMeterIsTheAccount(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 1))
	tables := drawTables(r)
	var k Compiler
	var m Meter
	ways := map[string]int{}
	n := *meterClaims
	if testing.Short() {
		n /= 10
	}
	for i := range n {
		c := drawClaim(r, tables)
		for _, way := range compareClaim(t, fmt.Sprint("claim ", i), c, &k, &m) {
			ways[way]++
		}
	}
	t.Log(ways)
	if ways["integral"] < n/5 || ways["walk"] < n*9/10 {
		t.Errorf("too few by each way: %v", ways)
	}
}

// compareClaim works a claim out in every form and reports which there were.
func compareClaim(t *testing.T, name string, c drawnClaim, k *Compiler, m *Meter) []string {
	t.Helper()
	want, _, wantErr := c.account(t)
	course, err := k.Course(c.terms, c.first, c.days, c.holds, c.rounding)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	forms := []struct {
		name string
		c    Course
	}{{"walk", course.Walked()}, {"large", course.Large()}}
	if _, ok := course.Integral(); ok {
		forms = append(forms, struct {
			name string
			c    Course
		}{"integral", course})
	}
	var ways []string
	for _, f := range forms {
		got, err := c.meter(m, &f.c)
		if (err != nil) != (wantErr != nil) || err == nil && fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%s by %s: %v %v, account %v %v\n%+v", name, f.name, got, err, want, wantErr, c)
		}
		ways = append(ways, f.name)
	}
	return ways
}

func FuzzMeterIsTheAccount(f *testing.F) {
	f.Add(uint64(1))
	tables := drawTables(rand.New(rand.NewPCG(11, 1)))
	f.Fuzz(func(t *testing.T, seed uint64) {
		var k Compiler
		var m Meter
		compareClaim(t, fmt.Sprint("seed ", seed), drawClaim(rand.New(rand.NewPCG(seed, 2)), tables), &k, &m)
	})
}
