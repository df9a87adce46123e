package report

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

func TestLimitationText(t *testing.T) {
	day := calendar.MustParseDate
	payment := limitation.Event{Act: limitation.Payment, ID: "P-1", Day: day("2025-03-03")}
	bankruptcy := limitation.Event{Act: limitation.Bankruptcy, ID: "N-1", Day: day("2025-03-03"), Through: day("2025-06-30")}
	limit := func(basis limitation.Basis, start, last string, years int, e limitation.Event) limitation.Limit {
		l := limitation.Limit{Basis: basis, Start: day(start), Period: calendar.Years(years), Interrupted: e, Citation: "§ 1"}
		if last != "" {
			l.Last = day(last)
		}
		return l
	}
	of := func(from limitation.Start, l limitation.Limit) *ledger.Limitation {
		return &ledger.Limitation{Rule: limitation.Rule{From: from}, Limit: l, NextInterruption: l.NextInterruption(calendar.Span{}, calendar.Months(3))}
	}
	gone := of(limitation.FromDue, limit(limitation.ByStart, "2019-05-10", "2024-05-10", 5, limitation.Event{}))
	gone.Rule.Extinguishes = true
	lasts := of(limitation.FromDue, limit(limitation.ByPending, "2023-05-10", "", 3, payment))
	lasts.SuspendedSince = day("2025-01-02")
	interest := of(limitation.FromDue, limit(limitation.ByStart, "2023-05-10", "2033-05-10", 10, limitation.Event{}))
	interest.Interest = &limitation.InterestLimit{BarredThrough: day("2023-06-30"), Citation: "§ 2"}
	next := of(limitation.FromDue, limit(limitation.ByStart, "2023-05-10", "2033-05-10", 10, limitation.Event{}))
	next.Interest = &limitation.InterestLimit{Next: day("2026-06-30"), Citation: "§ 2"}
	for want, l := range map[string]*ledger.Limitation{
		"": nil,
		"Limitation 2026-05-10: 3 years from the due date 2023-05-10 (§ 1); act by 2026-02-10.":                                                                            of(limitation.FromDue, limit(limitation.ByStart, "2023-05-10", "2026-05-10", 3, limitation.Event{})),
		"Limitation 2026-05-10: 1 year from the day it arose, 2025-05-10 (§ 1); act by 2026-02-10.":                                                                        of(limitation.FromOrigin, limit(limitation.ByStart, "2025-05-10", "2026-05-10", 1, limitation.Event{})),
		"Limitation 2027-01-30: 3 years from the end of 2023, prolonged by 30 days (§ 1); act by 2026-10-30.":                                                              of(limitation.FromYearEnd, limit(limitation.ByStart, "2023-12-31", "2027-01-30", 3, limitation.Event{})),
		"Limitation 2028-03-03: 3 years from payment P-1 of 2025-03-03 (§ 1); act by 2027-12-03.":                                                                          of(limitation.FromDue, limit(limitation.ByInterruption, "2025-03-03", "2028-03-03", 3, payment)),
		"Limitation 2028-06-30: 3 years from the end of bankruptcy N-1 on 2025-06-30 (§ 1); act by 2028-03-30.":                                                            of(limitation.FromDue, limit(limitation.ByInterruption, "2025-06-30", "2028-06-30", 3, bankruptcy)),
		"Limitation 2050-01-01: 30 years from 2020-01-01 (§ 1); act by 2049-10-01.":                                                                                        of(limitation.FromDue, limit(limitation.ByTitle, "2020-01-01", "2050-01-01", 30, payment)),
		"Limitation 2026-05-10: the claim ends then whatever happens (§ 1); act by 2026-02-10.":                                                                            of(limitation.FromDue, limit(limitation.ByFinal, "2023-05-10", "2026-05-10", 5, payment)),
		"Limitation not known: no source tells the period after payment P-1 of 2025-03-03 (§ 1).":                                                                          of(limitation.FromDue, limit(limitation.ByUnknown, "2025-03-03", "", 3, payment)),
		"Limitation: kept from being barred since 2025-01-02 by what lasts still (§ 1).":                                                                                   lasts,
		"Barred since 2025-05-11: 2 years from the due date 2023-05-10 (§ 1).":                                                                                             of(limitation.FromDue, limit(limitation.ByStart, "2023-05-10", "2025-05-10", 2, limitation.Event{})),
		"Extinguished since 2024-05-11: 5 years from the due date 2019-05-10 (§ 1).":                                                                                       gone,
		"Limitation 2033-05-10: 10 years from the due date 2023-05-10 (§ 1); act by 2033-02-10. Interest of days through 2023-06-30 is barred as far as it is open (§ 2).": interest,
		"Limitation 2033-05-10: 10 years from the due date 2023-05-10 (§ 1); act by 2033-02-10. The oldest interest is not barred through 2026-06-30 (§ 2).":               next,
	} {
		if got := limitationText(l, day("2026-01-01")); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
