package summary

import (
	"errors"
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

func TestCollect(t *testing.T) {
	day := calendar.MustParseDate
	sepa := DebitRule{Calendar: calendar.TARGET(), Lead: 1, Notice: 14}
	approved := Mandate{ID: "M", Approved: day("2024-01-10"), Until: day("2025-01-01")}
	early := Mandate{Approved: day("2024-01-10"), From: day("2024-07-01")}
	over := Mandate{Approved: day("2024-01-10"), Closed: day("2024-06-28")}
	for _, c := range []struct {
		name, wanted, today string
		m                   Mandate
		on, submit, notify  string
		reason              string
	}{
		{"as asked", "2024-06-28", "2024-06-01", approved, "2024-06-28", "2024-06-27", "2024-06-14", ""},
		{"weekend", "2024-06-29", "2024-06-01", approved, "2024-07-01", "2024-06-28", "2024-06-17", ""},
		{"notice", "2024-06-03", "2024-06-01", approved, "2024-06-17", "2024-06-14", "2024-06-03", ""},
		{"Christmas", "2024-12-25", "2024-12-01", approved, "2024-12-27", "2024-12-24", "2024-12-13", ""},
		{"over", "2025-01-02", "2024-12-01", approved, "2025-01-02", "2024-12-31", "2024-12-19", "valid only until 2025-01-01"},
		{"no approval", "2024-06-28", "2024-06-01", Mandate{}, "2024-06-28", "2024-06-27", "2024-06-14", "not approved"},
		{"too early", "2024-06-28", "2024-06-01", early, "2024-06-28", "2024-06-27", "2024-06-14", "valid only from 2024-07-01 on"},
		{"closed", "2024-06-28", "2024-06-01", over, "2024-06-28", "2024-06-27", "2024-06-14", "closed on 2024-06-28"},
		{"approved later", "2024-06-28", "2024-06-01", Mandate{Approved: day("2024-06-29")}, "2024-06-28", "2024-06-27", "2024-06-14", "approved only from 2024-06-29 on"},
	} {
		got, err := sepa.Collect(c.m, day(c.wanted), day(c.today))
		want := Debit{day(c.on), day(c.submit), day(c.notify), c.reason == "", c.reason}
		if err != nil || got != want {
			t.Errorf("%s: %v, %v, want %v", c.name, got, err, want)
		}
	}
	if _, err := (DebitRule{}).Collect(approved, 1, 1); !errors.Is(err, ErrSummary) {
		t.Errorf("without a calendar: %v", err)
	}
	if _, err := sepa.Collect(approved, day("2100-12-31"), day("2100-12-30")); !errors.Is(err, calendar.ErrOutOfRange) {
		t.Errorf("beyond the calendar: %v", err)
	}
}
