package oracle

import (
	"math/big"
	"testing"
	"testing/fstest"
)

func TestRoundToInt(t *testing.T) {
	modes := []string{halfUp, halfEven, halfDown, up, down, ceiling, floor}
	for _, c := range []struct {
		x    string
		want [7]int64
	}{
		{"0", [7]int64{}},
		{"1/2", [7]int64{1, 0, 0, 1, 0, 1, 0}},
		{"3/2", [7]int64{2, 2, 1, 2, 1, 2, 1}},
		{"-1/2", [7]int64{-1, 0, 0, -1, 0, 0, -1}},
		{"-3/2", [7]int64{-2, -2, -1, -2, -1, -1, -2}},
		{"7/5", [7]int64{1, 1, 1, 2, 1, 2, 1}},
		{"-7/5", [7]int64{-1, -1, -1, -2, -1, -1, -2}},
		{"-8/5", [7]int64{-2, -2, -2, -2, -1, -1, -2}},
		{"-4", [7]int64{-4, -4, -4, -4, -4, -4, -4}},
	} {
		x, _ := new(big.Rat).SetString(c.x)
		for i, mode := range modes {
			if got := roundToInt(x, mode).Int64(); got != c.want[i] {
				t.Errorf("%s of %s is %d, want %d", mode, c.x, got, c.want[i])
			}
		}
	}
}

func TestParseDecimal(t *testing.T) {
	for s, want := range map[string]string{"12": "12", "-0.50": "-1/2", "1.000001": "1000001/1000000"} {
		r, err := parseDecimal(s)
		if err != nil || r.RatString() != want {
			t.Errorf("%q is %v, %v, want %s", s, r, err, want)
		}
	}
	for _, s := range []string{"", "-", "+1", "1.", ".5", "1e3", "1/2", " 1", "--1", "1.2.3", "0x10"} {
		if r, err := parseDecimal(s); err == nil {
			t.Errorf("%q is %s, want an error", s, r)
		}
	}
}

func TestPrint(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{printMinor(-5, 2), "-0.05"},
		{printMinor(1234, 0), "1234"},
		{printMinor(1234, 3), "1.234"},
		{micro(11_500_000).String(), "11.5"},
		{micro(10_000_000).String(), "10"},
		{micro(-880_000).String(), "-0.88"},
		{micro(0).String(), "0"},
		{printExact(big.NewRat(100_000, 3), 2, 10, halfEven), "333.3333333333"},
		{printExact(big.NewRat(-1, 3_000), 2, 4, halfUp), "0.0000"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	const header = "# series: SE\n# known-through: 2026-12-31\nvalid_from,value,citation,source,url,evidence\n"
	for name, text := range map[string]string{
		"no series":  "# known-through: 2026-12-31\nvalid_from,value,citation,source,url,evidence\n2025-01-01,1,,,,\n",
		"no end":     "# series: SE\nvalid_from,value,citation,source,url,evidence\n2025-01-01,1,,,,\n",
		"no rows":    header,
		"no day":     header + ",1,,,,\n",
		"bad day":    header + "2025-02-30,1,,,,\n",
		"too fine":   header + "2025-01-01,0.0000001,,,,\n",
		"unordered":  header + "2025-01-01,1,,,,\n2025-01-01,2,,,,\n",
		"few fields": header + "2025-01-01,1\n",
	} {
		if _, err := Load(fstest.MapFS{"x.csv": {Data: []byte(text)}}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A table that no rule here reads is passed over, whatever its form.
func TestLoadPassesOver(t *testing.T) {
	tables, err := Load(fstest.MapFS{"x.csv": {Data: []byte("# series: FI-margin\nvalid_from,percent\n2002-07-01,7\n")}})
	if err != nil || len(tables.series) != 0 {
		t.Errorf("got %d tables and error %v, want none", len(tables.series), err)
	}
}

func TestYears(t *testing.T) {
	for _, c := range []struct {
		from  string
		years int
		want  string
	}{
		{"2024-02-29", 1, "2025-02-28"},
		{"2024-02-29", 3, "2027-02-28"},
		{"2024-02-29", 4, "2028-02-29"},
		{"2023-02-28", 1, "2024-02-28"},
		{"2023-12-31", 2, "2025-12-31"},
	} {
		d, err := parseDay(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.years(c.years).String(); got != c.want {
			t.Errorf("%s and %d years: got %s, want %s", c.from, c.years, got, c.want)
		}
	}
}
