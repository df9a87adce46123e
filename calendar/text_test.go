package calendar_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
)

// TestTextRefused gives every type a text that is not one of its own: an error,
// and the value stays.
func TestTextRefused(t *testing.T) {
	d, s, c, v := day("2024-02-29"), calendar.Months(3), calendar.Act360, calendar.Following
	term := calendar.PaymentTerm{MonthEnd: true}
	for _, x := range []struct {
		value interface {
			encoding.TextMarshaler
			encoding.TextUnmarshaler
		}
		want string
	}{{&d, "2024-02-29"}, {&s, "3M"}, {&c, "ACT/360"}, {&v, "following"}, {&term, "EOM"}} {
		if err := x.value.UnmarshalText([]byte("nonsense")); err == nil {
			t.Errorf("%T reads nonsense", x.value)
		}
		if text, err := x.value.MarshalText(); err != nil || string(text) != x.want {
			t.Errorf("%T is %s, %v after nonsense, want %s", x.value, text, err, x.want)
		}
		if err := x.value.UnmarshalText(nil); err != nil {
			t.Errorf("%T does not read the empty text: %v", x.value, err)
		}
		if text, err := x.value.MarshalText(); err != nil || len(text) != 0 {
			t.Errorf("%T is %s, %v after the empty text", x.value, text, err)
		}
	}
}

func TestJSON(t *testing.T) {
	type row struct {
		Due    calendar.Date        `json:"due"`
		Paid   calendar.Date        `json:"paid"`
		Every  calendar.Span        `json:"every"`
		Count  calendar.DayCount    `json:"dayCount"`
		Adjust calendar.Convention  `json:"adjust"`
		Term   calendar.PaymentTerm `json:"term"`
	}
	want := row{
		Due: day("2024-01-31"), Every: calendar.Weeks(2), Count: calendar.ThirtyE360ISDA,
		Adjust: calendar.ModifiedFollowing, Term: calendar.PaymentTerm{Plus: calendar.DaySpan(30), MonthEnd: true},
	}
	const text = `{"due":"2024-01-31","paid":"","every":"2W","dayCount":"30E/360-ISDA","adjust":"modified-following","term":"30D+EOM"}`
	b, err := json.Marshal(want)
	if err != nil || string(b) != text {
		t.Errorf("written %s, %v, want %s", b, err, text)
	}
	var got row
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(calendar.Span{})); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

func TestMustPanics(t *testing.T) {
	for name, f := range map[string]func(){
		"MustDate":      func() { calendar.MustDate(2026, 2, 30) },
		"MustParseDate": func() { calendar.MustParseDate("2026-02-30") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s of 30 February did not panic", name)
				}
			}()
			f()
		}()
	}
}
