package oracle

import (
	"encoding/csv"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func mustDay(t *testing.T, s string) day {
	t.Helper()
	d, err := parseDay(s)
	if err != nil || d == noDay {
		t.Fatalf("%q: %v", s, err)
	}
	return d
}

func TestCountBetween(t *testing.T) {
	for _, c := range []struct {
		convention, start, end string
		days                   int64
	}{
		{act365F, "2024-02-28", "2024-03-01", 2},
		{nl365, "2024-02-28", "2024-03-01", 1},
		{nl365, "2024-02-29", "2024-03-01", 1},
		{nl365, "2024-02-28", "2024-02-29", 0},
		{thirtyE360, "2024-01-31", "2024-02-29", 29},
		{thirtyE360, "2024-02-29", "2024-03-31", 31},
		{thirtyE360ISD, "2024-01-31", "2024-02-29", 30},
		{thirtyE360ISD, "2024-02-28", "2024-03-31", 32},
		{thirtyE365, "2023-02-28", "2024-02-29", 360},
		{thirtyBond, "2024-01-15", "2024-03-31", 76},
		{thirtyBond, "2024-01-31", "2024-03-31", 60},
		{thirtyBond, "2024-02-29", "2024-03-31", 32},
		{thirtyU360, "2024-02-29", "2024-03-31", 30},
		{thirtyU360, "2023-02-28", "2024-02-29", 360},
		{thirtyU360, "2023-02-28", "2024-02-28", 358},
		{thirtyU360, "2024-01-15", "2024-02-29", 44},
	} {
		if got := countBetween(c.convention, mustDay(t, c.start), mustDay(t, c.end)); got != c.days {
			t.Errorf("%s %s to %s: %d days, want %d", c.convention, c.start, c.end, got, c.days)
		}
	}
}

// Whatever a day adds, the days together are the whole count.
func TestDaysAddUp(t *testing.T) {
	for _, convention := range []string{act365F, act360, act364, nl365, thirtyE360, thirtyE360ISD, thirtyU360, thirtyBond, thirtyE365} {
		for first := mustDay(t, "2023-12-27"); first < mustDay(t, "2024-03-05"); first++ {
			sum := int64(0)
			for d := first; d < first+800; d++ {
				num, _ := dayFraction(convention, first, d)
				if num < 0 || num > 3 {
					t.Fatalf("%s from %s: %s adds %d days", convention, first, d, num)
				}
				sum += num
			}
			if want := countThrough(convention, first, first+799); sum != want {
				t.Errorf("%s from %s: %d days, want %d", convention, first, sum, want)
			}
		}
	}
}

// vectorName maps the conventions of the published vectors to ours; rows whose
// end is the maturity of the debt are left out, for a claim has none.
func vectorName(name, end string) (convention string, ok bool) {
	base, context, _ := strings.Cut(name, " [")
	switch base {
	case "Act/365F":
		return act365F, true
	case "Act/360":
		return act360, true
	case "Act/364":
		return act364, true
	case "Act/Act ISDA":
		return actActISDA, true
	case "NL/365":
		return nl365, true
	case "30E/360":
		return thirtyE360, true
	case "30E/365":
		return thirtyE365, true
	case "30/360 ISDA (bond basis)":
		return thirtyBond, true
	case "30U/360 EOM", "30U/360 (US, Feb-EOM rule)":
		return thirtyU360, true
	case "30U/360":
		return thirtyU360, strings.Contains(context, "eom=true")
	case "30E/360 ISDA":
		return thirtyE360ISD, !strings.Contains(context, "end=maturity") && !strings.Contains(context, "termination="+end)
	}
	return "", false
}

// yearFraction adds the bearing days of [start, end) one by one.
func yearFraction(convention string, start, end day) *big.Rat {
	sum := new(big.Rat)
	if convention != actActISDA {
		return sum.SetFrac64(countBetween(convention, start, end), yearBasis(convention, start))
	}
	for d := start; d < end; d++ {
		num, den := dayFraction(convention, start, d)
		sum.Add(sum, new(big.Rat).SetFrac64(num, den))
	}
	return sum
}

func TestDayCountVectors(t *testing.T) {
	dir := os.Getenv("SKULD_VECTORS")
	if dir == "" {
		t.Skip("SKULD_VECTORS names no directory of published vectors")
	}
	file, err := os.Open(filepath.Join(dir, "daycount.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, row := range rows[1:] {
		convention, ok := vectorName(row[0], row[2])
		if !ok {
			continue
		}
		seen[convention]++
		start, end := mustDay(t, row[1]), mustDay(t, row[2])
		kind, want, _ := strings.Cut(row[3], "=")
		got := yearFraction(convention, start, end)
		switch {
		case kind == "days":
			if n := countBetween(convention, start, end); new(big.Rat).SetInt64(n).RatString() != want {
				t.Errorf("%s %s to %s: %d days, want %s", row[0], row[1], row[2], n, want)
			}
		case strings.Contains(want, "."):
			if s := got.FloatString(len(want) - strings.Index(want, ".") - 1); s != want {
				t.Errorf("%s %s to %s: %s of a year, want %s", row[0], row[1], row[2], s, want)
			}
		case got.RatString() != want:
			t.Errorf("%s %s to %s: %s of a year, want %s", row[0], row[1], row[2], got.RatString(), want)
		}
	}
	t.Log("rows checked:", seen)
}
