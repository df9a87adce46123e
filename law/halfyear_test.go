package law_test

import (
	"testing"

	"github.com/skuld-go/skuld/law"
)

func TestHalfYearly(t *testing.T) {
	meta := testMeta()
	meta.Changes, meta.KnownThrough = law.AnyDay, day("2024-09-16")
	table, err := law.NewTable(meta, []law.Entry[int]{
		entry("2022-11-02", 1), entry("2023-02-08", 2), entry("2023-03-22", 3), entry("2024-01-01", 4), entry("2024-09-16", 5)})
	if err != nil {
		t.Fatal(err)
	}
	h := table.HalfYearly()
	if got, want := h.String(), "X (2023-01-01 – 2024-12-31)"; got != want {
		t.Errorf("half-yearly table is %s, want %s", got, want)
	}
	for d, want := range map[string]int{"2023-01-01": 1, "2023-06-30": 1, "2023-07-01": 3, "2023-12-31": 3, "2024-01-01": 4, "2024-12-31": 4} {
		if v, err := h.At(day(d)); err != nil || v.Value != want || v.Provisional {
			t.Errorf("At(%s) = %d, %v; want %d", d, v.Value, err, want)
		}
	}
	for _, d := range []string{"2022-11-02", "2022-12-31", "2025-01-01"} {
		if v, err := h.At(day(d)); err == nil {
			t.Errorf("At(%s) = %d, want not known", d, v.Value)
		}
	}
	for name, long := range map[string]*law.Table[int]{"before": table.Extended().HalfYearly(), "after": h.Extended()} {
		if v, err := long.At(day("2025-01-01")); err != nil || v.Value != 5 || !v.Provisional || v.From != day("2025-01-01") {
			t.Errorf("extended %s, At(2025-01-01) = %d from %s provisional %v, %v; want 5, provisional", name, v.Value, v.From, v.Provisional, err)
		}
		if v, err := long.At(day("2024-12-31")); err != nil || v.Value != 4 || v.Provisional {
			t.Errorf("extended %s, At(2024-12-31) = %d provisional %v, %v; want 4, known", name, v.Value, v.Provisional, err)
		}
	}
	if _, err := law.NewTable(h.Meta(), h.Entries()); err != nil {
		t.Errorf("the half-yearly table does not pass the lint: %v", err)
	}
}
