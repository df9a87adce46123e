package document

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// Date is the calendar day, in a time zone, of a date or a timestamp, as [ParseDay]
// reads it; an empty string counts as none.
func (v Value) Date(zone *time.Location) calendar.Date {
	return TextAs(v, `a date such as "2024-05-31"`, func(s string) (calendar.Date, error) {
		day, seconds, err := parseDay(s, zone)
		if err == nil && seconds != 0 && v.d.offMidnight == "" {
			v.d.offMidnight = v.Path()
		}
		return day, err
	})
}

// OffMidnight is the JSON Pointer of the first timestamp that was read as a day and is not
// at midnight in the time zone that was asked for; "" where all are.
func (d *Document) OffMidnight() string { return d.offMidnight }

// ParseDay reads a date, "2024-05-31", or a timestamp of RFC 3339,
// "2024-05-31T22:00:00Z", and gives the calendar day on which it lies in a time zone;
// nil is UTC. The timestamp may have a fraction of a second, which is not looked at, a
// blank instead of the T, and an offset without its colon. One without an offset is a
// time of that zone, as a date without a time is a day of it.
func ParseDay(s string, zone *time.Location) (calendar.Date, error) {
	day, _, err := parseDay(s, zone)
	return day, err
}

// parseDay reads a day, and the seconds from its midnight to the timestamp.
func parseDay(s string, zone *time.Location) (calendar.Date, int, error) {
	if len(s) <= len("2024-05-31") {
		day, err := calendar.ParseDate(s)
		return day, 0, err
	}
	wanted := func() (calendar.Date, int, error) {
		return 0, 0, fmt.Errorf(`%s is not a date, want one such as "2024-05-31" or "2024-05-31T22:00:00Z"`, words.Quote(s))
	}
	day, err := calendar.ParseDate(s[:len("2024-05-31")])
	if err != nil {
		return wanted()
	}
	seconds, offset, known, ok := clock(s[len("2024-05-31"):])
	if !ok {
		return wanted()
	}
	if !known {
		return day, seconds, nil
	}
	if zone == nil {
		zone = time.UTC
	}
	at := day.Time(time.UTC).Add(time.Duration(seconds-offset) * time.Second).In(zone)
	day, err = calendar.NewDate(at.Year(), at.Month(), at.Day())
	if err != nil {
		return wanted()
	}
	return day, at.Hour()*3600 + at.Minute()*60 + at.Second(), nil
}

// clock reads the time and the offset of a timestamp, both in seconds, and whether there
// is an offset.
func clock(s string) (seconds, offset int, known, ok bool) {
	if strings.IndexByte("Tt ", s[0]) < 0 || len(s) < len("T22:00") {
		return 0, 0, false, false
	}
	seconds, ok = hours(s[1:6])
	s = s[6:]
	if ok && strings.HasPrefix(s, ":") {
		var second int
		if second, ok = two(s[1:], 59); ok {
			seconds, s = seconds+second, fraction(s[len(":00"):])
		}
	}
	switch {
	case !ok:
		return 0, 0, false, false
	case s == "":
		return seconds, 0, false, true
	case s == "Z" || s == "z":
		return seconds, 0, true, true
	}
	offset, ok = hours(s[1:])
	if s[0] == '-' {
		offset = -offset
	}
	return seconds, offset, true, ok && (s[0] == '+' || s[0] == '-')
}

// fraction leaves out the fraction of a second.
func fraction(s string) string {
	if len(s) < 2 || s[0] != '.' || s[1] < '0' || s[1] > '9' {
		return s
	}
	return strings.TrimLeft(s[1:], "0123456789")
}

// hours reads hh:mm or hhmm, in seconds.
func hours(s string) (int, bool) {
	h, ok := two(s, 23)
	if !ok {
		return 0, false
	}
	minutes := strings.TrimPrefix(s[2:], ":")
	m, ok := two(minutes, 59)
	return h*3600 + m*60, ok && len(minutes) == 2
}

// two reads two digits up to a bound.
func two(s string, most int) (int, bool) {
	if len(s) < 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	n, err := strconv.Atoi(s[:2])
	return n, err == nil && n <= most
}
