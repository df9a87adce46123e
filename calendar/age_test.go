package calendar

import "testing"

func TestAge(t *testing.T) {
	for _, c := range []struct {
		born, on string
		want     int
	}{
		{"2006-05-31", "2024-05-30", 17},
		{"2006-05-31", "2024-05-31", 18},
		{"2008-02-29", "2026-02-27", 17},
		{"2008-02-29", "2026-02-28", 18},
		{"2008-02-29", "2028-02-28", 19},
		{"2008-02-29", "2028-02-29", 20},
		{"2024-01-01", "2023-12-31", 0},
		{"2024-01-01", "2024-01-01", 0},
	} {
		if got := Age(MustParseDate(c.born), MustParseDate(c.on)); got != c.want {
			t.Errorf("born %s, on %s: %d, want %d", c.born, c.on, got, c.want)
		}
	}
	if got := Age(0, MustParseDate("2024-01-01")); got != 0 {
		t.Errorf("without a birth: %d, want 0", got)
	}
}
