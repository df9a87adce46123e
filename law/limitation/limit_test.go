package limitation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
)

// three is a rule of three years in which an act of each sort does something.
func three() limitation.Rule {
	return limitation.Rule{
		Law: "X", Period: calendar.Years(3), From: limitation.FromDue, Citation: "§ 1", Evidence: law.Sourced,
		Acts: []limitation.Effect{
			{Act: limitation.Payment, Does: limitation.Restarts, Citation: "§ 2"},
			{Act: limitation.Promise, Does: limitation.Restarts, AtMost: calendar.Years(1)},
			{Act: limitation.WrittenAcknowledgement, Does: limitation.Restarts, Period: calendar.Years(10)},
			{Act: limitation.Action, Does: limitation.Suspends, Extra: calendar.Months(6)},
			{Act: limitation.Negotiation, Does: limitation.Suspends, AtLeast: calendar.Months(3)},
			{Act: limitation.Bankruptcy, Does: limitation.RestartsAfter},
			{Act: limitation.Enforcement, Does: limitation.Holds},
		},
		Title: limitation.Title{Period: calendar.Years(30), Citation: "§ 3"},
	}
}

func act(a limitation.Act, days ...string) limitation.Event {
	e := limitation.Event{Act: a, ID: a.String(), Day: day(days[0])}
	if len(days) > 1 {
		e.Through = day(days[1])
	}
	return e
}

func TestLimit(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*limitation.Rule)
		due    string
		events []limitation.Event
		last   string
		basis  limitation.Basis
	}{
		{"the due date is not counted", nil, "2023-05-10", nil, "2026-05-10", limitation.ByStart},
		{"29 February gives way", nil, "2024-02-29", nil, "2027-02-28", limitation.ByStart},
		{"29 February stays in leap years", func(r *limitation.Rule) { r.Period = calendar.Years(4) }, "2024-02-29", nil, "2028-02-29", limitation.ByStart},
		{"calendar years and not 365 days", func(r *limitation.Rule) { r.Period = calendar.Years(30) }, "2000-01-01", nil, "2030-01-01", limitation.ByStart},
		{"end of a year", func(r *limitation.Rule) { r.From = limitation.FromYearEnd }, "2023-01-01", nil, "2026-12-31", limitation.ByStart},
		{"last day of a year", func(r *limitation.Rule) { r.From = limitation.FromYearEnd }, "2023-12-31", nil, "2026-12-31", limitation.ByStart},
		{"payment", nil, "2023-05-10", []limitation.Event{act(limitation.Payment, "2025-03-03")}, "2028-03-03", limitation.ByInterruption},
		{"payment on the last day", nil, "2023-05-10", []limitation.Event{act(limitation.Payment, "2026-05-10")}, "2029-05-10", limitation.ByInterruption},
		{"payment a day late", nil, "2023-05-10", []limitation.Event{act(limitation.Payment, "2026-05-11")}, "2026-05-10", limitation.ByStart},
		{"payment before the period", nil, "2023-05-10", []limitation.Event{act(limitation.Payment, "2023-05-09")}, "2026-05-10", limitation.ByStart},
		{"a shorter period shortens nothing", nil, "2023-05-10", []limitation.Event{act(limitation.Promise, "2024-01-01")}, "2026-05-10", limitation.ByStart},
		{"a shorter period may lengthen", nil, "2023-05-10", []limitation.Event{act(limitation.Promise, "2026-05-01")}, "2027-05-01", limitation.ByInterruption},
		{"acts without effect", nil, "2023-05-10", []limitation.Event{act(limitation.Demand, "2026-01-01"), act(limitation.Acknowledgement, "2026-01-01")}, "2026-05-10", limitation.ByStart},
		{"written acknowledgement", nil, "2023-05-10", []limitation.Event{act(limitation.WrittenAcknowledgement, "2024-01-01")}, "2034-01-01", limitation.ByInterruption},
		{"its length stays", nil, "2023-05-10", []limitation.Event{act(limitation.WrittenAcknowledgement, "2024-01-01"), act(limitation.Payment, "2025-06-30")}, "2035-06-30", limitation.ByInterruption},
		{"before the period it lengthens", nil, "2023-05-10", []limitation.Event{act(limitation.WrittenAcknowledgement, "2023-01-01")}, "2033-05-10", limitation.ByInterruption},
		{"title", nil, "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2024-09-01")}, "2054-09-01", limitation.ByTitle},
		{"title after the last day", nil, "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2026-09-01")}, "2056-09-01", limitation.ByTitle},
		{"title before the due date", nil, "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2022-09-01")}, "2053-05-10", limitation.ByTitle},
		{"payment after a title in the year of the due date", func(r *limitation.Rule) { r.From = limitation.FromYearEnd }, "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2023-08-01"), act(limitation.Payment, "2023-10-01")}, "2053-10-01", limitation.ByInterruption},
		{"title of the same length", func(r *limitation.Rule) { r.Title = limitation.Title{} }, "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2024-09-01")}, "2027-09-01", limitation.ByTitle},
		{"title of unknown length", func(r *limitation.Rule) { r.Title = limitation.Title{Unknown: true} }, "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2024-09-01"), act(limitation.Payment, "2024-10-01")}, "", limitation.ByUnknown},
		{"negotiation of 31 days", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2024-01-01", "2024-01-31")}, "2026-06-10", limitation.ByStart},
		{"negotiation shortly before the end", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2026-05-01", "2026-05-05")}, "2026-08-05", limitation.ByStart},
		{"negotiation from the last day", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2026-05-10", "2026-06-30")}, "2026-09-30", limitation.ByStart},
		{"negotiation too late", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2026-05-11", "2026-06-30")}, "2026-05-10", limitation.ByStart},
		{"negotiation that lasts", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2026-05-01")}, "", limitation.ByPending},
		{"negotiation through a day to come", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2026-05-01", "2027-04-30")}, "2027-07-30", limitation.ByStart},
		{"days before the period", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2023-05-01", "2023-05-12")}, "2026-05-12", limitation.ByStart},
		{"action and six months", nil, "2023-05-10", []limitation.Event{act(limitation.Action, "2025-01-01", "2025-01-31")}, "2026-12-08", limitation.ByStart},
		{"days shared by two", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2024-01-01", "2024-01-31"), act(limitation.Action, "2024-01-21", "2024-01-31")}, "2026-12-09", limitation.ByStart},
		{"action ended by its title", nil, "2023-05-10", []limitation.Event{act(limitation.Action, "2025-01-01"), act(limitation.TitleObtained, "2025-06-01")}, "2055-06-01", limitation.ByTitle},
		{"payment while stopped", nil, "2023-05-10", []limitation.Event{act(limitation.Negotiation, "2024-01-01", "2024-01-31"), act(limitation.Payment, "2024-01-21")}, "2027-01-31", limitation.ByInterruption},
		{"bankruptcy", nil, "2023-05-10", []limitation.Event{act(limitation.Bankruptcy, "2024-01-01", "2025-03-31")}, "2028-03-31", limitation.ByInterruption},
		{"bankruptcy that lasts", nil, "2023-05-10", []limitation.Event{act(limitation.Bankruptcy, "2024-01-01")}, "", limitation.ByPending},
		{"bankruptcy too late", nil, "2023-05-10", []limitation.Event{act(limitation.Bankruptcy, "2026-05-11")}, "2026-05-10", limitation.ByStart},
		{"held", nil, "2023-05-10", []limitation.Event{act(limitation.Enforcement, "2026-05-01", "2026-12-31")}, "2026-12-31", limitation.ByStart},
		{"held within the period", nil, "2023-05-10", []limitation.Event{act(limitation.Enforcement, "2024-05-01", "2024-12-31")}, "2026-05-10", limitation.ByStart},
		{"held without an end", nil, "2023-05-10", []limitation.Event{act(limitation.Enforcement, "2026-05-01")}, "", limitation.ByPending},
		{"what lies ahead does not count", nil, "2023-05-10", []limitation.Event{act(limitation.Payment, "2027-01-02")}, "2026-05-10", limitation.ByStart},
		{"final", final(limitation.Final{From: limitation.FromDue, Period: calendar.Years(4)}), "2023-05-10", []limitation.Event{act(limitation.Payment, "2025-03-03")}, "2027-05-10", limitation.ByFinal},
		{"final not before", final(limitation.Final{From: limitation.FromDue, Period: calendar.Years(2), NotBefore: day("2025-12-01")}), "2023-05-10", nil, "2025-12-01", limitation.ByFinal},
		{"final beyond the period", final(limitation.Final{From: limitation.FromDue, Period: calendar.Years(20)}), "2023-05-10", nil, "2026-05-10", limitation.ByStart},
		{"final after a title", final(limitation.Final{AfterTitle: true, Period: calendar.Years(15)}), "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2024-09-01")}, "2039-09-01", limitation.ByFinal},
		{"final without its title", final(limitation.Final{AfterTitle: true, Period: calendar.Years(1)}), "2023-05-10", nil, "2026-05-10", limitation.ByStart},
		{"final and what lasts", final(limitation.Final{From: limitation.FromDue, Period: calendar.Years(4)}), "2023-05-10", []limitation.Event{act(limitation.Bankruptcy, "2024-01-01")}, "2027-05-10", limitation.ByFinal},
		{"title after the final end", final(limitation.Final{From: limitation.FromDue, Period: calendar.Years(2)}), "2023-05-10", []limitation.Event{act(limitation.TitleObtained, "2026-05-10")}, "2025-05-10", limitation.ByFinal},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := three()
			if c.change != nil {
				c.change(&r)
			}
			l, err := r.Limit(limitation.Facts{Due: day(c.due), Events: c.events}, day("2027-01-01"))
			if err != nil {
				t.Fatal(err)
			}
			if l.Last.String() != c.last || l.Basis != c.basis {
				t.Errorf("last %q %s, want %q %s: %+v", l.Last, l.Basis, c.last, c.basis, l)
			}
		})
	}
}

func final(f limitation.Final) func(*limitation.Rule) {
	return func(r *limitation.Rule) { r.Finals = append(r.Finals, f) }
}

// What moved nothing is listed with the reason.
func TestIgnored(t *testing.T) {
	l, err := three().Limit(limitation.Facts{Due: day("2023-05-10"), Events: []limitation.Event{
		act(limitation.Payment, "2026-05-11"), act(limitation.Promise, "2022-01-01"), act(limitation.Demand, "2024-01-01"),
	}}, day("2027-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, x := range l.Ignored {
		got[x.ID] = x.Reason.String()
	}
	if diff := cmp.Diff(map[string]string{"payment": "too-late", "promise": "too-early", "demand": "no-effect"}, got); diff != "" {
		t.Error(diff)
	}
	if !l.Barred(day("2026-05-11")) || l.Barred(day("2026-05-10")) {
		t.Error("barred from the day after the last")
	}
}

// The day from which nothing runs is told, and the earliest where several acts last.
func TestSuspendedSince(t *testing.T) {
	for _, c := range []struct {
		since  string
		events []limitation.Event
	}{
		{"2024-02-01", []limitation.Event{act(limitation.Bankruptcy, "2024-02-01")}},
		{"2024-02-01", []limitation.Event{act(limitation.Bankruptcy, "2024-02-01"), act(limitation.Bankruptcy, "2024-03-01")}},
		{"2024-01-15", []limitation.Event{act(limitation.Negotiation, "2024-01-15"), act(limitation.Bankruptcy, "2024-02-01")}},
		{"", []limitation.Event{act(limitation.Negotiation, "2024-01-15", "2030-01-01")}},
	} {
		l, err := three().Limit(limitation.Facts{Due: day("2023-05-10"), Events: c.events}, day("2025-01-01"))
		if err != nil || l.SuspendedSince.String() != c.since {
			t.Errorf("%v: since %q, want %q (%v)", c.events, l.SuspendedSince, c.since, err)
		}
	}
}

// The steps tell the count in order.
func TestSteps(t *testing.T) {
	r := three()
	r.From = limitation.FromYearEnd
	r.Finals = []limitation.Final{{From: limitation.FromDue, Period: calendar.Years(40), Citation: "§ 4"}}
	r.Default = &limitation.DefaultSuspension{AtMost: calendar.Years(1), Citation: "§ 5"}
	demand := act(limitation.Demand, "2026-06-01")
	demand.DeliveryUnknown = true
	r.Acts = append(r.Acts, limitation.Effect{Act: limitation.Demand, Does: limitation.Restarts, Citation: "§ 6"})
	l, err := r.Limit(limitation.Facts{Due: day("2023-12-10"), Events: []limitation.Event{
		act(limitation.Negotiation, "2025-01-01", "2025-01-31"), demand, act(limitation.TitleObtained, "2026-09-01"),
	}}, day("2027-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2023-12-31 3 years from the end of 2023, the year of the due date 2023-12-10 → 2026-12-31",
		"2063-12-10 the claim ends on 2063-12-10 whatever happens → 2026-12-31",
		"2023-12-11 default stops the period through 2024-12-10 → 2027-12-11",
		"2025-01-01 negotiation negotiation of 2025-01-01 stops the period through 2025-01-31, and it ends on 2025-04-30 at the earliest → 2028-01-11",
		"2026-06-01 demand demand of 2026-06-01 (sent; its arrival is not known) begins the period anew → 2029-06-01",
		"2026-09-01 title title of 2026-09-01 begins a period of 30 years → 2056-09-01",
	}
	var got []string
	for _, s := range l.Steps {
		got = append(got, s.Day.String()+" "+s.Text+" → "+s.Last.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNextInterruption(t *testing.T) {
	l := limitation.Limit{Last: day("2028-03-03"), Start: day("2025-03-03")}
	interrupted := l
	interrupted.Interrupted = act(limitation.Payment, "2025-06-03")
	lasted := l
	lasted.Interrupted = act(limitation.Bankruptcy, "2025-06-03", "2025-09-30")
	for _, c := range []struct {
		limit            limitation.Limit
		interval, margin string
		want             string
	}{
		{l, "", "90D", "2027-12-04"},
		{l, "", "", "2028-03-03"},
		{l, "", "0D", "2028-03-03"},
		{l, "1Y", "90D", "2026-03-03"},
		{l, "10Y", "3M", "2027-12-03"},
		{interrupted, "1Y", "90D", "2026-06-03"},
		{lasted, "1Y", "90D", "2026-09-30"},
		{limitation.Limit{}, "1Y", "90D", ""},
	} {
		if got := c.limit.NextInterruption(span(c.interval), span(c.margin)); got.String() != c.want {
			t.Errorf("interval %q, margin %q: %q, want %q", c.interval, c.margin, got, c.want)
		}
	}
}

func span(s string) calendar.Span {
	if s == "" {
		return calendar.Span{}
	}
	v, err := calendar.ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return v
}

func TestInterest(t *testing.T) {
	later := limitation.InterestRule{Period: calendar.Years(3), From: limitation.FromYearEnd, LaterOnly: true}
	always := limitation.InterestRule{Period: calendar.Years(3), From: limitation.FromDue}
	for _, c := range []struct {
		name          string
		rule          limitation.InterestRule
		asOf          string
		events        []limitation.Event
		barred, next  string
		sharesTheFate bool
	}{
		{"before a title", later, "2016-01-01", nil, "", "", true},
		{"on the day of the title", later, "2015-06-01", []limitation.Event{act(limitation.TitleObtained, "2015-06-01")}, "", "", true},
		{"first years of a title", later, "2018-12-31", []limitation.Event{act(limitation.TitleObtained, "2015-06-01")}, "", "2018-12-31", false},
		{"a year of it is barred", later, "2019-01-01", []limitation.Event{act(limitation.TitleObtained, "2015-06-01")}, "2015-12-31", "2019-12-31", false},
		{"payment saves what accrued", later, "2019-01-01", []limitation.Event{act(limitation.TitleObtained, "2015-06-01"), act(limitation.Payment, "2016-06-01")}, "", "2019-06-01", false},
		{"a second title covers the rest", later, "2021-01-01", []limitation.Event{act(limitation.TitleObtained, "2015-06-01"), act(limitation.TitleObtained, "2020-06-01")}, "", "2023-12-31", false},
		{"from day to day", always, "2017-01-10", []limitation.Event{act(limitation.Bankruptcy, "2012-01-01", "2016-06-30")}, "", "2019-06-30", false},
		{"what lasts keeps it", always, "2020-01-10", []limitation.Event{act(limitation.Bankruptcy, "2012-01-01")}, "", "", false},
		{"it ends with the claim", always, "2016-01-01", nil, "2016-01-01", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := three()
			r.Interest = &c.rule
			l, err := r.Limit(limitation.Facts{Due: day("2012-05-31"), InterestFrom: day("2012-06-01"), Events: c.events}, day(c.asOf))
			if err != nil {
				t.Fatal(err)
			}
			switch n := l.Interest; {
			case n == nil && !c.sharesTheFate:
				t.Error("shares the fate of the principal")
			case n != nil && (c.sharesTheFate || n.BarredThrough.String() != c.barred || n.Next.String() != c.next):
				t.Errorf("barred through %q, next %q, want %q and %q", n.BarredThrough, n.Next, c.barred, c.next)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	facts := func(events ...limitation.Event) limitation.Facts {
		return limitation.Facts{Due: day("2023-05-10"), Events: events}
	}
	broken := three()
	broken.Period = calendar.Months(36)
	long := three()
	long.Period = calendar.Years(101)
	nowhere := three()
	nowhere.From = 0
	for _, c := range []struct {
		rule  limitation.Rule
		facts limitation.Facts
		asOf  calendar.Date
		want  string
	}{
		{limitation.Rule{}, facts(), day("2024-01-01"), "starts with start(0)"},
		{nowhere, facts(), day("2024-01-01"), "starts with start(0)"},
		{broken, facts(), day("2024-01-01"), `period of "36M"`},
		{long, facts(), day("2024-01-01"), `period of "101Y"`},
		{three(), limitation.Facts{}, day("2024-01-01"), `starts with ""`},
		{three(), facts(), 0, `asked about ""`},
		{three(), facts(limitation.Event{ID: "E", Day: 1}), day("2024-01-01"), `event "E" is no act (act(0))`},
		{three(), facts(limitation.Event{Act: limitation.Payment}), day("2024-01-01"), "want dates before"},
		{three(), facts(act(limitation.Negotiation, "2024-01-02", "2024-01-01")), day("2024-01-01"), "ends on 2024-01-01, want its day 2024-01-02 or later"},
	} {
		if _, err := c.rule.Limit(c.facts, c.asOf); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		limitation.Payment.String(): "payment", limitation.TitleObtained.String(): "title", limitation.Act(0).String(): "act(0)",
		limitation.WrittenAcknowledgement.Phrase(): "written acknowledgement", limitation.Demand.Phrase(): "demand",
		limitation.FromYearEnd.String(): "year-end", limitation.ByUnknown.String(): "unknown", limitation.Basis(9).String(): "basis(9)",
		limitation.TooLate.String(): "too-late", limitation.Reason(0).String(): "reason(0)",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
