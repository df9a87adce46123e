package law_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

func days(first, last string) calendar.Period { return calendar.Days(day(first), day(last)) }

// entry is an entry that passes the lint.
func entry(from string, value int) law.Entry[int] {
	return law.Entry[int]{From: day(from), Value: value, Citation: "act § 1", Source: "gazette", Evidence: law.Sourced}
}

func testMeta() law.Meta {
	return law.Meta{Series: "X", Jurisdiction: "SE", Name: "test", Unit: "SEK", KnownThrough: day("2024-12-31"), Changes: law.HalfYear}
}

func testTable(t testing.TB) *law.Table[int] {
	t.Helper()
	table, err := law.NewTable(testMeta(), []law.Entry[int]{entry("2023-01-01", 1), entry("2023-07-01", 2), entry("2024-07-01", 3)})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestAt(t *testing.T) {
	table := testTable(t)
	for _, c := range []struct {
		day  string
		want int
	}{
		{"2023-01-01", 1}, {"2023-06-30", 1}, {"2023-07-01", 2}, {"2023-12-31", 2},
		{"2024-01-01", 2}, {"2024-06-30", 2}, {"2024-07-01", 3}, {"2024-12-31", 3},
	} {
		v, err := table.At(day(c.day))
		if err != nil || v.Value != c.want || v.Provisional {
			t.Errorf("At(%s) = %v provisional %v, %v; want %d", c.day, v.Value, v.Provisional, err, c.want)
		}
		if v.Citation != "act § 1" || v.Source != "gazette" || v.Evidence != law.Sourced {
			t.Errorf("At(%s) lost its origin: %+v", c.day, v.Entry)
		}
	}
}

func TestAtOutside(t *testing.T) {
	table := testTable(t)
	for _, c := range []struct {
		day  calendar.Date
		want string
	}{
		{day("2022-12-31"), "X is not known on 2022-12-31, known from 2023-01-01: give a table of your own with earlier rows"},
		{day("2025-01-01"), "X is not known on 2025-01-01, known through 2024-12-31: give a table of your own with later rows, or extend the last value"},
		{0, "X was asked without a day, want one from 2023-01-01"},
	} {
		v, err := table.At(c.day)
		if err == nil || err.Error() != c.want {
			t.Errorf("At(%s) error %v, want %s", c.day, err, c.want)
		}
		if v.Value != 0 || v.Evidence.Valid() {
			t.Errorf("At(%s) gave a value beside its error: %+v", c.day, v)
		}
		var notKnown *law.NotKnownError
		if !errors.Is(err, law.ErrNotKnown) || !errors.As(err, &notKnown) {
			t.Fatalf("At(%s) error %T, want *NotKnownError wrapping ErrNotKnown", c.day, err)
		}
		want := law.NotKnownError{Series: "X", Day: c.day, From: day("2023-01-01"), Through: day("2024-12-31")}
		if *notKnown != want {
			t.Errorf("At(%s) = %+v, want %+v", c.day, *notKnown, want)
		}
	}
	for _, d := range []calendar.Date{-1, calendar.MustDate(9999, 12, 31) + 1} {
		if _, err := table.Extended().At(d); !errors.Is(err, law.ErrNotKnown) {
			t.Errorf("Extended().At(%d) error %v, want ErrNotKnown: it is no date", int32(d), err)
		}
	}
}

func TestExtended(t *testing.T) {
	table := testTable(t)
	long := table.Extended()
	if !long.IsExtended() || table.IsExtended() {
		t.Errorf("IsExtended() = %v, of the original %v; want true, false", long.IsExtended(), table.IsExtended())
	}
	if v, err := long.At(day("2099-01-01")); err != nil || v.Value != 3 || !v.Provisional {
		t.Errorf("Extended().At(2099-01-01) = %d provisional %v, %v; want 3, provisional", v.Value, v.Provisional, err)
	}
	if v, err := long.At(day("2024-12-31")); err != nil || v.Provisional {
		t.Errorf("Extended().At(2024-12-31) provisional %v, %v; want a known value", v.Provisional, err)
	}
	if _, err := long.At(day("2022-12-31")); !errors.Is(err, law.ErrNotKnown) {
		t.Errorf("Extended().At(2022-12-31) error %v, want ErrNotKnown", err)
	}
	if long.Known() != table.Known() || long.Known() != days("2023-01-01", "2024-12-31") {
		t.Errorf("Known() = %s and %s, want 2023-01-01 – 2024-12-31", long.Known(), table.Known())
	}
}

func TestOver(t *testing.T) {
	type piece struct {
		Days        string
		Value       int
		Provisional bool
	}
	table := testTable(t)
	for _, c := range []struct {
		period   calendar.Period
		extended bool
		want     []piece
	}{
		{days("2023-03-01", "2023-03-31"), false, []piece{{"2023-03-01 – 2023-03-31", 1, false}}},
		{days("2023-06-30", "2023-07-01"), false, []piece{{"2023-06-30 – 2023-06-30", 1, false}, {"2023-07-01 – 2023-07-01", 2, false}}},
		{days("2023-01-01", "2024-12-31"), false, []piece{{"2023-01-01 – 2023-06-30", 1, false}, {"2023-07-01 – 2024-06-30", 2, false}, {"2024-07-01 – 2024-12-31", 3, false}}},
		{days("2024-12-30", "2025-01-02"), true, []piece{{"2024-12-30 – 2024-12-31", 3, false}, {"2025-01-01 – 2025-01-02", 3, true}}},
		{days("2030-01-01", "2030-01-02"), true, []piece{{"2030-01-01 – 2030-01-02", 3, true}}},
		{calendar.Period{From: day("2000-01-01"), To: day("2000-01-01")}, false, nil},
		{calendar.Period{}, false, nil},
	} {
		asked := table
		if c.extended {
			asked = table.Extended()
		}
		pieces, err := asked.Over(c.period)
		if err != nil {
			t.Errorf("Over(%s): %v", c.period, err)
			continue
		}
		var got []piece
		for _, p := range pieces {
			got = append(got, piece{p.Period.String(), p.Value.Value, p.Provisional})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("Over(%s), want -, got +:\n%s", c.period, diff)
		}
	}
}

func TestOverOutside(t *testing.T) {
	table := testTable(t)
	for _, c := range []struct {
		table  *law.Table[int]
		period calendar.Period
		day    string // first day that is not known
	}{
		{table, days("2022-12-31", "2023-01-01"), "2022-12-31"},
		{table, days("2024-12-31", "2025-06-30"), "2025-01-01"},
		{table, days("2025-03-01", "2025-03-01"), "2025-03-01"},
		{table.Extended(), days("2022-12-31", "2025-06-30"), "2022-12-31"},
	} {
		pieces, err := c.table.Over(c.period)
		var notKnown *law.NotKnownError
		if !errors.As(err, &notKnown) || notKnown.Day != day(c.day) || pieces != nil {
			t.Errorf("Over(%s) = %v, %v; want not known on %s", c.period, pieces, err, c.day)
		}
	}
}

func TestZeroTable(t *testing.T) {
	var table law.Table[int]
	if _, err := table.At(day("2024-01-01")); !errors.Is(err, law.ErrNotKnown) || !strings.Contains(err.Error(), "knows no day") {
		t.Errorf("At on the zero table: %v, want ErrNotKnown", err)
	}
	if _, err := table.Extended().Over(days("2024-01-01", "2024-01-02")); !errors.Is(err, law.ErrNotKnown) {
		t.Errorf("Over on the zero table: %v, want ErrNotKnown", err)
	}
	if !table.Known().IsEmpty() || table.Len() != 0 || table.HalfYearly().Len() != 0 {
		t.Errorf("the zero table knows %s with %d entries, want nothing", table.Known(), table.Len())
	}
}

// TestTableIsImmutable changes everything that went in or came out.
func TestTableIsImmutable(t *testing.T) {
	meta := testMeta()
	meta.Exceptions, meta.Notes = []calendar.Date{day("2023-03-01")}, []string{"a note"}
	entries := []law.Entry[int]{entry("2023-01-01", 1), entry("2023-03-01", 2)}
	table, err := law.NewTable(meta, entries)
	if err != nil {
		t.Fatal(err)
	}
	entries[0].Value, meta.Exceptions[0], meta.Notes[0] = 99, 1, "changed"
	table.Entries()[1].Value = 99
	out := table.Meta()
	out.Exceptions[0], out.Notes[0] = 1, "changed"
	if got := table.Meta(); got.Exceptions[0] != day("2023-03-01") || got.Notes[0] != "a note" {
		t.Errorf("meta data of the table changed from outside: %+v", got)
	}
	for d, want := range map[string]int{"2023-01-01": 1, "2023-03-01": 2} {
		if v, _ := table.At(day(d)); v.Value != want {
			t.Errorf("At(%s) = %d after changes outside, want %d", d, v.Value, want)
		}
	}
}

func TestCitationOfTheTable(t *testing.T) {
	meta := testMeta()
	meta.Citation = "act § 9"
	entries := []law.Entry[int]{entry("2023-01-01", 1), entry("2023-07-01", 2)}
	entries[0].Citation = ""
	table, err := law.NewTable(meta, entries)
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Entries(); got[0].Citation != "act § 9" || got[1].Citation != "act § 1" {
		t.Errorf("citations %q, %q; want that of the table where the entry has none", got[0].Citation, got[1].Citation)
	}
}
