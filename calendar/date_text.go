package calendar

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// ParseDate reads a date written YYYY-MM-DD: ten characters, four digits of
// year from 0001, a day that exists. Nothing else is accepted, in particular
// not "". The error quotes the text.
func ParseDate(s string) (Date, error) {
	if len(s) == 10 {
		if d := parse10(s); d != 0 {
			return d, nil
		}
	}
	return 0, dateError(s)
}

// MustParseDate is ParseDate for dates written in source code; it panics where
// ParseDate would return an error.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic("calendar: " + err.Error())
	}
	return d
}

// parse10 reads ten characters, 0 where they are no date.
func parse10(s string) Date {
	_ = s[9]
	y1, y2, y3, y4 := s[0]-'0', s[1]-'0', s[2]-'0', s[3]-'0'
	m1, m2 := s[5]-'0', s[6]-'0'
	d1, d2 := s[8]-'0', s[9]-'0'
	if s[4] != '-' || s[7] != '-' || y1 > 9 || y2 > 9 || y3 > 9 || y4 > 9 ||
		m1 > 1 || m2 > 9 || d1 > 3 || d2 > 9 {
		return 0
	}
	year := int(y1)*1000 + int(y2)*100 + int(y3)*10 + int(y4)
	month := int(m1)*10 + int(m2)
	day := int(d1)*10 + int(d2)
	if year == 0 || month == 0 || month > 12 || day == 0 ||
		day > 28 && day > daysIn(year, time.Month(month)) {
		return 0
	}
	return fromCivil(year, month, day)
}

func dateError(s string) error {
	return fmt.Errorf("%.40q is not a date, want YYYY-MM-DD", s)
}

// String returns YYYY-MM-DD, "" for no date, and "Date(n)" for a number outside
// the range.
func (d Date) String() string {
	b, err := d.AppendText(make([]byte, 0, 10))
	if err != nil {
		return "Date(" + strconv.Itoa(int(d)) + ")"
	}
	return string(b)
}

// AppendText appends YYYY-MM-DD, nothing for no date. A number outside the
// range is an error.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d == 0 {
		return b, nil
	}
	if !d.Valid() {
		return b, errors.New("day number " + strconv.Itoa(int(d)) + " is not a date, want 1 through 3652059")
	}
	y, m, dd := toCivil(d)
	return append(b,
		byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+m/10), byte('0'+m%10), '-',
		byte('0'+dd/10), byte('0'+dd%10)), nil
}

// MarshalText is AppendText on a new slice; no date is the empty text.
func (d Date) MarshalText() ([]byte, error) {
	return d.AppendText(make([]byte, 0, 10))
}

// UnmarshalText reads what MarshalText writes: YYYY-MM-DD, or nothing for no
// date. On an error d is left as it was.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	e, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = e
	return nil
}
