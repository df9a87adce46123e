package calendar_test

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

func TestParseSpan(t *testing.T) {
	for s, want := range map[string]calendar.Span{
		"14D": calendar.DaySpan(14), "2W": calendar.Weeks(2), "1M": calendar.Months(1), "3M": calendar.Months(3),
		"1Y": calendar.Years(1), "0D": calendar.DaySpan(0), "-3M": calendar.Months(-3), "3652059D": calendar.DaySpan(3652059),
	} {
		got, err := calendar.ParseSpan(s)
		if err != nil || got != want || got.String() != s {
			t.Errorf("ParseSpan(%q) = %v, %v, want %v", s, got, err, want)
		}
	}
	for _, s := range []string{
		"", "M", "1", "1m", "01M", "-0D", "+1M", "1 M", "M1", "P1M", "1MM", "1.5M", "3652060D", "99999999D", "--1M", "1Q", "１M",
	} {
		if got, err := calendar.ParseSpan(s); err == nil {
			t.Errorf("ParseSpan(%q) = %v, want an error", s, got)
		}
	}
}

func TestSpanValues(t *testing.T) {
	var none calendar.Span
	if !none.IsZero() || none.String() != "" || none.Unit() != 0 || none.Unit().String() != "?" || calendar.Unit(9).String() != "?" {
		t.Errorf("the zero span is %q", none)
	}
	if got := calendar.Months(1 << 40); !got.IsZero() {
		t.Errorf("a span of 2^40 months is %v, want none", got)
	}
	if calendar.Weeks(2) == calendar.DaySpan(14) {
		t.Error("2W and 14D are one value, want the unit kept")
	}
	s := calendar.Years(2)
	if s.N() != 2 || s.Unit() != calendar.UnitYear || s.Neg() != calendar.Years(-2) {
		t.Errorf("2Y is %d %v", s.N(), s.Unit())
	}
	if n, ok := s.Months(); n != 24 || !ok {
		t.Errorf("2Y is %d months, %v", n, ok)
	}
	if n, ok := calendar.Weeks(4).Months(); ok {
		t.Errorf("4W is %d months", n)
	}
}

func TestAddSpan(t *testing.T) {
	for _, c := range []struct {
		from string
		span calendar.Span
		want string
	}{
		{"2024-01-31", calendar.DaySpan(30), "2024-03-01"}, {"2024-01-31", calendar.Weeks(1), "2024-02-07"},
		{"2024-01-31", calendar.Months(1), "2024-02-29"}, {"2024-02-29", calendar.Years(1), "2025-02-28"},
		{"2024-03-31", calendar.Months(-1), "2024-02-29"}, {"2024-01-31", calendar.DaySpan(0), "2024-01-31"},
		{"2024-01-31", calendar.Span{}, ""}, {"9999-12-31", calendar.DaySpan(1), ""}, {"2024-01-01", calendar.Years(3652059), ""},
		{"2024-01-01", calendar.Weeks(-3652059), ""},
	} {
		if got := day(c.from).Add(c.span); got != day(c.want) {
			t.Errorf("%s + %v = %v, want %q", c.from, c.span, got, c.want)
		}
	}
}

func FuzzParseSpan(f *testing.F) {
	for _, s := range []string{"14D", "2W", "1M", "-3M", "0Y", "00D", "3652059D"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		span, err := calendar.ParseSpan(s)
		if err != nil {
			return
		}
		if span.String() != s {
			t.Errorf("ParseSpan(%q) is written %q", s, span)
		}
		text, _ := span.MarshalText()
		var back calendar.Span
		if err := back.UnmarshalText(text); err != nil || back != span {
			t.Errorf("%q comes back as %v, %v", s, back, err)
		}
	})
}
