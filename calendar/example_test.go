package calendar_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/skuld-go/skuld/calendar"
)

// Interest on 10 000.00 SEK at 12 % from the day after the due date through the
// day of payment.
func Example() {
	due, paid := calendar.MustParseDate("2024-01-31"), calendar.MustParseDate("2024-05-10")
	bearing := calendar.Days(due+1, paid)
	f, err := calendar.Act365Fixed.Fraction(bearing)
	if err != nil {
		fmt.Println(err)
		return
	}
	minor := 10_000_00 * 12 * f.Num / (100 * f.Den) // cut to whole öre
	fmt.Printf("%v: %d days, %v of a year, %d.%02d SEK\n", bearing, bearing.Len(), f, minor/100, minor%100)
	// Output: 2024-02-01 – 2024-05-10: 100 days, 100/365 of a year, 328.76 SEK
}

func ExampleParseDate() {
	_, err := calendar.ParseDate("2026-02-30")
	fmt.Println(err)
	// Output: "2026-02-30" is not a date, want YYYY-MM-DD
}

func ExampleDate_AddMonths() {
	anchor := calendar.MustDate(2024, time.January, 31)
	fmt.Println(anchor.AddMonths(1), anchor.AddMonths(2), anchor.AddMonths(1).AddMonths(1))
	// Output: 2024-02-29 2024-03-31 2024-03-29
}

func ExampleDate_Time() {
	received := time.Date(2024, time.May, 10, 23, 30, 0, 0, time.UTC)
	d := calendar.DateOf(received.In(time.FixedZone("CEST", 2*60*60)))
	fmt.Println(d, d.Time(time.UTC))
	// Output: 2024-05-11 2024-05-11 00:00:00 +0000 UTC
}

func ExamplePeriod_Intersect() {
	interest := calendar.Days(calendar.MustParseDate("2024-02-01"), calendar.MustParseDate("2024-08-31"))
	halfYear := calendar.Days(calendar.MustParseDate("2024-07-01"), calendar.MustParseDate("2024-12-31"))
	fmt.Println(interest.Intersect(halfYear), interest.Intersect(halfYear).Len())
	// Output: 2024-07-01 – 2024-08-31 62
}

// Conventions differ where a year is leap or a month is not 30 days long.
func ExampleDayCount_Fraction() {
	p := calendar.Period{From: calendar.MustParseDate("2023-12-31"), To: calendar.MustParseDate("2024-02-29")}
	for _, c := range []calendar.DayCount{
		calendar.Act365Fixed, calendar.Act360, calendar.ActActISDA, calendar.NL365,
		calendar.ThirtyE360, calendar.ThirtyE360ISDA, calendar.ThirtyU360,
	} {
		f, err := c.Fraction(p)
		fmt.Println(c, f, err)
	}
	// Output:
	// ACT/365F 60/365 <nil>
	// ACT/360 60/360 <nil>
	// ACT/ACT-ISDA 21901/133590 <nil>
	// NL/365 59/365 <nil>
	// 30E/360 59/360 <nil>
	// 30E/360-ISDA 60/360 <nil>
	// 30U/360 59/360 <nil>
}

func ExampleDayCount_FractionIn() {
	p := calendar.Period{From: calendar.MustParseDate("1999-11-30"), To: calendar.MustParseDate("2000-04-30")}
	_, err := calendar.ActActICMA.Fraction(p)
	fmt.Println(errors.Is(err, calendar.ErrNeedsContext))

	ctx, err := calendar.Schedule{
		From: calendar.MustParseDate("1999-05-31"), To: p.To, Every: calendar.Months(3),
		Stub: calendar.LongLast, EndOfMonth: true,
	}.Context()
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := calendar.ActActICMA.FractionIn(p, ctx)
	fmt.Println(f.Reduced(), err)
	// Output:
	// true
	// 153/368 <nil>
}

func ExampleRecurrence() {
	r := calendar.Recurrence{Anchor: calendar.MustParseDate("2024-01-31"), Every: calendar.Months(1)}
	spring := calendar.Days(calendar.MustParseDate("2024-02-01"), calendar.MustParseDate("2024-05-31"))
	for k, d := range r.Over(spring) {
		fmt.Println(k, d)
	}
	// Output:
	// 1 2024-02-29
	// 2 2024-03-31
	// 3 2024-04-30
	// 4 2024-05-31
}

func ExampleSchedule() {
	s := calendar.Schedule{
		From: calendar.MustParseDate("2024-01-10"), To: calendar.MustParseDate("2024-04-15"),
		Every: calendar.Months(1), Stub: calendar.ShortFirst,
	}
	periods, err := s.Periods()
	for _, p := range periods {
		fmt.Println(p)
	}
	fmt.Println(err)
	// Output:
	// 2024-01-10 – 2024-01-14
	// 2024-01-15 – 2024-02-14
	// 2024-02-15 – 2024-03-14
	// 2024-03-15 – 2024-04-14
	// <nil>
}

// An invoice of 22 November is due in 30 days; that is a Sunday before
// Christmas.
func ExamplePaymentTerm() {
	term, err := calendar.ParsePaymentTerm("30D")
	if err != nil {
		fmt.Println(err)
		return
	}
	due, err := term.Due(calendar.MustParseDate("2024-11-22"))
	if err != nil {
		fmt.Println(err)
		return
	}
	payable, err := calendar.SE().Adjust(due, calendar.Following)
	fmt.Println(due, due.Weekday(), payable, err)
	// Output: 2024-12-22 Sunday 2024-12-23 <nil>
}

func ExampleCalendar() {
	se, midsummerEve := calendar.SE(), calendar.MustParseDate("2024-06-21")
	open, _ := se.IsBusinessDay(midsummerEve)
	next, _ := se.AddBusinessDays(midsummerEve, 3)
	june, _ := se.BusinessDays(calendar.Days(calendar.MustParseDate("2024-06-01"), calendar.MustParseDate("2024-06-30")))
	_, err := se.IsBusinessDay(calendar.MustParseDate("1985-10-03"))
	fmt.Println(open, next, june)
	fmt.Println(err)
	// Output:
	// false 2024-06-26 18
	// 1985-10-03: calendar SE covers 1990-01-01 – 2100-12-31: day outside the business calendar
}

// A calendar for a Land: the days of the whole country and those of one's own.
func ExampleNew() {
	covered := calendar.Days(calendar.MustParseDate("2025-01-01"), calendar.MustParseDate("2025-12-31"))
	holidays := []calendar.Date{calendar.MustParseDate("2025-01-06"), calendar.MustParseDate("2025-06-19"), calendar.MustParseDate("2025-11-01")}
	for d := covered.From; d < covered.To; d++ {
		if open, err := calendar.DE().IsBusinessDay(d); err == nil && !open {
			holidays = append(holidays, d)
		}
	}
	bavaria, err := calendar.New(calendar.Definition{Code: "DE-BY", Covered: covered, Holidays: holidays})
	if err != nil {
		fmt.Println(err)
		return
	}
	due, err := bavaria.Adjust(calendar.MustParseDate("2025-01-04"), calendar.Following)
	fmt.Println(bavaria.Code(), due, err)
	// Output: DE-BY 2025-01-07 <nil>
}
