package casegen

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// day counts days from 1970-01-01; none is no date.
type day int

const none day = -1 << 40

const secondsPerDay = 24 * 60 * 60

func dayOf(year int, month time.Month, dayOfMonth int) day {
	return day(time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// dayOfText reads a day that String printed.
func dayOfText(s string) day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err) // drawn, never read
	}
	return day(t.Unix() / secondsPerDay)
}

func (d day) civil() (int, time.Month, int) {
	return time.Unix(int64(d)*secondsPerDay, 0).UTC().Date()
}

func (d day) String() string {
	if d == none {
		return ""
	}
	y, m, n := d.civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, n)
}

// chance is true that many times in a hundred.
func (m *maker) chance(percent int) bool { return m.r.IntN(100) < percent }

func pick[T any](m *maker, from ...T) T { return from[m.r.IntN(len(from))] }

// between draws a day of [first, last].
func (m *maker) between(first, last day) day {
	if last <= first {
		return first
	}
	return first + day(m.r.IntN(int(last-first)+1))
}

// number draws a whole number of [low, high], as text.
func (m *maker) number(low, high int) string {
	return strconv.Itoa(low + m.r.IntN(high-low+1))
}

// percent draws a percentage of [low, high] in hundredths, at times finer, and
// drops needless zeros half of the time.
func (m *maker) percent(low, high int) string {
	n := low + m.r.IntN(high-low+1)
	s := decimal(int64(n), 2)
	if m.chance(10) {
		s = decimal(int64(n)*1000+int64(m.r.IntN(1000)), 5)
	}
	if m.chance(50) {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	if s == "" || s == "-" || s == "-0" {
		return "0"
	}
	return s
}

// decimal prints n / 10^digits.
func decimal(n int64, digits int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	if digits == 0 {
		return sign + strconv.FormatInt(n, 10)
	}
	s := fmt.Sprintf("%0*d", digits+1, n)
	return sign + s[:len(s)-digits] + "." + s[len(s)-digits:]
}

// money prints minor units.
func (m *maker) money(minor int64) string { return decimal(minor, m.digits) }

// parse reads minor units that money printed.
func (m *maker) parse(s string) int64 {
	n, err := strconv.ParseInt(strings.Replace(s, ".", "", 1), 10, 64)
	if err != nil {
		panic(err) // drawn, never read
	}
	return n
}

// minor draws an amount of about that many hundredths of a currency of two
// decimals, evenly over [low, high], in minor units of the case's currency.
func (m *maker) minor(low, high int64) int64 {
	n := low + m.r.Int64N(high-low+1)
	switch m.digits {
	case 0:
		return max(1, n) // a yen is worth about a cent
	case 3:
		return n*3 + m.r.Int64N(10)
	}
	return n
}

// halfYear is the first 1 January or 1 July after d.
func (m *maker) halfYear(d day) day {
	y, month, _ := d.civil()
	if month < time.July {
		return dayOf(y, time.July, 1)
	}
	return dayOf(y+1, time.January, 1)
}

// years is the day n years after d; a 29 February is a 28 February in a year
// that has none.
func (d day) years(n int) day {
	y, month, dayOfMonth := d.civil()
	return min(dayOf(y+n, month, dayOfMonth), monthEnd(dayOf(y+n, month, 1)))
}

func monthEnd(d day) day {
	y, m, _ := d.civil()
	return dayOf(y, m+1, 0)
}

// leapDay is the first 29 February of [first, last], or none.
func leapDay(first, last day) day {
	y, _, _ := first.civil()
	for ; dayOf(y, time.January, 1) <= last; y++ {
		d := dayOf(y, time.February, 29)
		if _, m, _ := d.civil(); m == time.February && first <= d && d <= last {
			return d
		}
	}
	return none
}

func or(s, byDefault string) string {
	if s == "" {
		return byDefault
	}
	return s
}
