package oracle

import (
	"fmt"
	"math"
	"time"
)

// day is a calendar day, counted from 1970-01-01.
type day int

// noDay stands for an absent date; as a number it lies before every day.
const noDay day = math.MinInt32

// endless is later than every day a file can name.
const endless day = math.MaxInt32

const secondsPerDay = 24 * 60 * 60

// parseDay reads YYYY-MM-DD; the empty string is noDay.
func parseDay(s string) (day, error) {
	if s == "" {
		return noDay, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return noDay, fmt.Errorf("%q is not a date, want YYYY-MM-DD", s)
	}
	if y := t.Year(); y < 1900 || y > 2200 {
		return noDay, fmt.Errorf("%q is out of range, want a year 1900 to 2200", s)
	}
	return day(t.Unix() / secondsPerDay), nil
}

// date gives the day d of month m of year y; months and days may overflow as
// in package time.
func date(y int, m time.Month, d int) day {
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()
	return day(t / secondsPerDay)
}

func (d day) civil() (year int, month time.Month, dayOfMonth int) {
	return time.Unix(int64(d)*secondsPerDay, 0).UTC().Date()
}

func (d day) String() string {
	if d == noDay {
		return ""
	}
	y, m, dd := d.civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// halfYear is the first day of the calendar half-year of d.
func (d day) halfYear() day {
	y, m, _ := d.civil()
	if m < time.July {
		return date(y, time.January, 1)
	}
	return date(y, time.July, 1)
}

// years is the day n years after d, counted from d itself: a 29 February is a
// 28 February in a year that has none.
func (d day) years(n int) day {
	y, m, dom := d.civil()
	if m == time.February && dom == 29 && !leap(y+n) {
		dom = 28
	}
	return date(y+n, m, dom)
}

func leap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

func yearLength(year int) int64 {
	if leap(year) {
		return 366
	}
	return 365
}
