package calendar

import (
	"slices"
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/se"
)

// eachYear lists a date of several years, by month and day.
func eachYear(first, last int, month time.Month, day int) []Date {
	var days []Date
	for y := first; y <= last; y++ {
		days = append(days, MustDate(y, month, day))
	}
	return days
}

func parsed(texts ...string) []Date {
	var days []Date
	for _, s := range texts {
		days = append(days, MustParseDate(s))
	}
	return days
}

// goodFridays and whitMondays are worked out from Easter by another formula than
// the library's (Gauss's, in Lichtenberg's form).
func goodFridays(first, last int) []Date { return fromEaster(first, last, -2) }
func whitMondays(first, last int) []Date { return fromEaster(first, last, 50) }

func fromEaster(first, last, offset int) []Date {
	var days []Date
	for y := first; y <= last; y++ {
		k := y / 100
		m := 15 + (3*k+3)/4 - (8*k+13)/25
		s := 2 - (3*k+3)/4
		a := y % 19
		d := (19*a + m) % 30
		r := (d + a/11) / 29
		og := 21 + d - r
		sz := 7 - (y+y/4+s)%7
		oe := 7 - (og-sz)%7
		days = append(days, MustDate(y, time.March, 1)+Date(og+oe-1+offset))
	}
	return days
}

// TestHolidaysAgainstCal compares every day of the range with the library the
// rules come from and lists the days on which it is wrong or silent. A day
// listed in error fails as well.
func TestHolidaysAgainstCal(t *testing.T) {
	for _, c := range []struct {
		ours     *Calendar
		theirs   []*cal.Holiday
		onlyOurs []Date // holidays the library does not know
		onlyCal  []Date // holidays it reports for years that had none
	}{
		{ours: SE(), theirs: se.Holidays, onlyOurs: whitMondays(1990, 2004), onlyCal: eachYear(1990, 2004, time.June, 6)},
		{ours: NO(), theirs: no.Holidays},
		{ours: DK(), theirs: dk.Holidays, onlyOurs: append(eachYear(2008, 2100, time.December, 24), eachYear(2008, 2100, time.December, 31)...)},
		{ours: DE(), theirs: de.Holidays,
			onlyOurs: parsed("1990-11-21", "1991-11-20", "1992-11-18", "1993-11-17", "1994-11-16", "2017-10-31")},
		{ours: AT(), theirs: at.Holidays, onlyOurs: goodFridays(1990, 2100)},
		{ours: NL(), theirs: nl.Holidays, onlyCal: append(eachYear(1990, 2013, time.April, 27), parsed("1997-04-26", "2003-04-26", "2008-04-26")...),
			onlyOurs: eachYear(1990, 2013, time.April, 30)},
		{ours: GB(), theirs: gb.Holidays,
			onlyOurs: parsed("1995-05-08", "1999-12-31", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-04", "2012-06-05", "2022-09-19"),
			onlyCal:  parsed("1995-05-01", "2002-05-27", "2012-05-28")},
	} {
		theirs := cal.NewBusinessCalendar()
		theirs.AddHoliday(c.theirs...)
		found := map[bool][]Date{}
		covered := c.ours.Covered()
		for d := covered.From; d < covered.To; d++ {
			open, err := c.ours.IsBusinessDay(d)
			if err != nil {
				t.Fatal(err)
			}
			if open != theirs.IsWorkday(d.Time(time.UTC)) {
				found[open] = append(found[open], d)
			}
		}
		for open, want := range map[bool][]Date{false: c.onlyOurs, true: c.onlyCal} {
			want = slices.DeleteFunc(slices.Clone(want), func(d Date) bool {
				return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday || open && theirs.IsWorkday(d.Time(time.UTC))
			})
			slices.Sort(want)
			if !slices.Equal(found[open], slices.Compact(want)) {
				t.Errorf("%s: days that are open here (%v) and not there:\n%v\nwant\n%v", c.ours.Code(), open, found[open], want)
			}
		}
	}
}

// TestHolidayTraps names the days on which the library the rules come from, or a
// plain list of holidays, goes wrong.
func TestHolidayTraps(t *testing.T) {
	for _, c := range []struct {
		calendar *Calendar
		day      string
		open     bool
		why      string
	}{
		{SE(), "2004-06-07", true, "Monday after a 6 June that is a Sunday"},
		{SE(), "2003-06-06", true, "National Day was no holiday before 2005"},
		{SE(), "2005-06-06", false, "National Day since 2005"},
		{SE(), "2004-05-31", false, "Whit Monday through 2004"},
		{SE(), "2005-05-16", true, "Whit Monday no more"},
		{SE(), "2024-06-21", false, "Midsummer Eve"},
		{SE(), "2024-12-24", false, "Christmas Eve"},
		{SE(), "2024-12-31", false, "New Year's Eve"},
		{SE(), "2024-12-30", true, "the day before it"},
		{SE(), "2024-05-09", false, "Ascension"},
		{SE(), "2024-04-30", true, "the eve of 1 May is not on the list"},
		{FI(), "2024-01-06", false, "Epiphany, a Saturday anyway"},
		{FI(), "2025-01-06", false, "Epiphany"},
		{FI(), "1992-01-06", false, "Epiphany is back on its date"},
		{FI(), "1990-05-24", true, "Ascension was kept on a Saturday through 1991"},
		{FI(), "1991-05-09", true, "Ascension was kept on a Saturday through 1991"},
		{FI(), "1992-05-28", false, "Ascension is back on Thursday"},
		{FI(), "2024-06-21", false, "Midsummer Eve"},
		{FI(), "2024-12-06", false, "Independence Day"},
		{FI(), "2024-12-24", false, "Christmas Eve"},
		{FI(), "2024-12-26", false, "St Stephen"},
		{FI(), "2024-12-31", true, "New Year's Eve"},
		{FI(), "2024-05-20", true, "Whit Monday is none"},
		{FI(), "2024-06-06", true, "Sweden's National Day is not Finland's"},
		{NO(), "2024-05-17", false, "Constitution Day"},
		{NO(), "2024-03-28", false, "Maundy Thursday"},
		{NO(), "2024-12-24", true, "Christmas Eve is no holiday"},
		{DK(), "2023-05-05", false, "General Prayer Day"},
		{DK(), "2024-04-26", true, "General Prayer Day abolished"},
		{DK(), "2024-06-05", false, "Constitution Day"},
		{DK(), "2007-12-24", true, "before the act on limitation of 2008"},
		{DK(), "2024-12-24", false, "Christmas Eve"},
		{DE(), "1990-10-03", false, "the first Unity Day"},
		{DE(), "1994-11-16", false, "Buß- und Bettag"},
		{DE(), "1995-11-22", true, "Buß- und Bettag given up"},
		{DE(), "2017-10-31", false, "Reformation Day of 2017"},
		{DE(), "2018-10-31", true, "Reformation Day in some Länder only"},
		{DE(), "2024-05-30", true, "Corpus Christi in some Länder only"},
		{DE(), "2024-12-24", true, "Christmas Eve is no holiday"},
		{AT(), "2024-05-30", false, "Corpus Christi"},
		{AT(), "2023-10-26", false, "National Day"},
		{AT(), "2024-03-29", false, "Good Friday ends no time limit"},
		{AT(), "2023-12-08", false, "Immaculate Conception"},
		{NL(), "2013-04-30", false, "Queen's Day"},
		{NL(), "2012-04-27", true, "no King's Day before 2014"},
		{NL(), "2014-04-30", true, "no Queen's Day since"},
		{NL(), "2015-04-27", false, "King's Day"},
		{NL(), "2024-05-05", false, "Liberation Day, a Sunday"},
		{NL(), "2023-05-05", false, "Liberation Day"},
		{NL(), "2024-03-29", false, "Good Friday"},
		{GB(), "1995-05-01", true, "early May moved"},
		{GB(), "1995-05-08", false, "to VE Day"},
		{GB(), "1999-12-31", false, "Millennium"},
		{GB(), "2002-05-27", true, "spring moved"},
		{GB(), "2002-06-03", false, "Golden Jubilee"},
		{GB(), "2002-06-04", false, "spring"},
		{GB(), "2011-04-29", false, "royal wedding"},
		{GB(), "2012-05-28", true, "spring moved"},
		{GB(), "2012-06-05", false, "Diamond Jubilee"},
		{GB(), "2020-05-04", true, "early May moved"},
		{GB(), "2020-05-08", false, "to VE Day"},
		{GB(), "2022-05-30", true, "spring moved"},
		{GB(), "2022-06-03", false, "Platinum Jubilee"},
		{GB(), "2022-09-19", false, "state funeral"},
		{GB(), "2023-05-08", false, "coronation"},
		{GB(), "2021-12-27", false, "for Christmas on Saturday"},
		{GB(), "2021-12-28", false, "for Boxing Day on Sunday"},
		{GB(), "2022-12-27", false, "for Christmas on Sunday"},
		{GB(), "2022-01-03", false, "for New Year on Saturday"},
		{GB(), "2023-01-02", false, "for New Year on Sunday"},
		{GB(), "2020-12-28", false, "for Boxing Day on Saturday"},
	} {
		if open, err := c.calendar.IsBusinessDay(MustParseDate(c.day)); err != nil || open != c.open {
			t.Errorf("%s %s is open: %v, %v, want %v: %s", c.calendar.Code(), c.day, open, err, c.open, c.why)
		}
	}
}

// TestRulesBeforeTheRange asks the rules about years that no calendar covers:
// German unity is not celebrated before there was one.
func TestRulesBeforeTheRange(t *testing.T) {
	unity := MustParseDate("1985-10-03")
	if days := evaluate(germanHolidays(), 1985, 1985); slices.Contains(days, unity) {
		t.Errorf("%v is a holiday", unity)
	}
	theirs := cal.NewBusinessCalendar()
	theirs.AddHoliday(de.Holidays...)
	if theirs.IsWorkday(unity.Time(time.UTC)) {
		t.Errorf("the library knows that %v is none: drop the rule of our own", unity)
	}
	// Before 1980 a Queen's Day on Sunday moved to Monday; the rule here is the
	// later one and the range begins after that.
	if days := evaluate(dutchHolidays(), 1995, 1995); !slices.Contains(days, MustParseDate("1995-04-29")) {
		t.Error("Queen's Day of 1995, a Sunday, did not move to Saturday")
	}
}

// TestHolidaysInAnyLocation rebuilds the calendars while the library's global
// location is one where midnight does not exist on some days.
func TestHolidaysInAnyLocation(t *testing.T) {
	rules := map[string]func() []*cal.Holiday{
		"SE": swedishHolidays, "FI": finnishHolidays, "NO": norwegianHolidays, "DK": danishHolidays,
		"DE": germanHolidays, "AT": austrianHolidays, "NL": dutchHolidays, "GB": britishHolidays, "TARGET": targetHolidays,
	}
	before := cal.DefaultLoc
	defer func() { cal.DefaultLoc = before }()
	cal.DefaultLoc = time.UTC
	want := map[string][]Date{}
	for code, r := range rules {
		want[code] = evaluate(r(), builtInFrom, builtInLast)
	}
	for _, name := range []string{"Asia/Tehran", "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "Pacific/Kiritimati", "America/Havana"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Skipf("no time zone data: %v", err)
		}
		cal.DefaultLoc = loc
		for code, r := range rules {
			if got := evaluate(r(), builtInFrom, builtInLast); !slices.Equal(got, want[code]) {
				t.Errorf("%s built in %s has other holidays", code, name)
			}
		}
	}
}

func TestMidsummerIsInItsWeek(t *testing.T) {
	for year := builtInFrom; year <= builtInLast; year++ {
		for _, c := range []*Calendar{SE(), FI()} {
			closed := 0
			for _, d := range eachYear(year, year, time.June, 19) {
				for e := d; e < d+7; e++ {
					if open, err := c.IsBusinessDay(e); err == nil && !open && e.Weekday() == time.Friday {
						closed++
					}
				}
			}
			if closed != 1 {
				t.Errorf("%s %d: %d Fridays closed from 19 through 25 June", c.Code(), year, closed)
			}
		}
	}
}

// BenchmarkBuildNational is what the first use of a calendar costs.
func BenchmarkBuildNational(b *testing.B) {
	for b.Loop() {
		builtIn("SE", swedishHolidays)()
	}
}
