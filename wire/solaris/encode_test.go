package solaris

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/money"
)

const money103 = `{
    "value": 10312,
    "unit": "cents",
    "currency": "EUR"
  }`

func TestEncodeCase(t *testing.T) {
	h := decode(t, with(`"status":"new","partner":{"a": 1.0}`))
	d := decided("pre_termination")
	d.Deadline, d.LastReturn = calendar.MustParseDate("2024-06-14"), calendar.MustParseDate("2024-05-17")
	want := `{
  "id": "C-1",
  "status": "pre_termination",
  "person_id": "P-1",
  "loan_id": "L-1",
  "billing_account_id": "B-1",
  "loan_account_id": "A-1",
  "credit_reference_id": "CR-1",
  "strategy": "consumer",
  "total_overdue_amount": ` + money103 + `,
  "overdue_installment_amount": {
    "value": 10000,
    "unit": "cents",
    "currency": "EUR"
  },
  "fees": {
    "value": 300,
    "unit": "cents",
    "currency": "EUR"
  },
  "deadline": "2024-06-14",
  "last_sddr_date": "2024-05-17",
  "partner": {
    "a": 1.0
  }
}
`
	got := encoded(t, func(b *bytes.Buffer) error { return EncodeCase(b, Answer{h, d}) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	d.Deadline, d.LastReturn = 0, 0
	if got := encoded(t, func(b *bytes.Buffer) error { return EncodeCase(b, Answer{h, d}) }); !strings.Contains(got, `"deadline": null,
  "last_sddr_date": null,`) {
		t.Error(got)
	}
}

func TestEncodeCases(t *testing.T) {
	h := decode(t, plainLoan)
	want := `[
  {
    "id": "C-1",
    "person_id": "P-1",
    "loan_account_id": "A-1",
    "status": "dunning",
    "total_overdue_amount": ` + strings.ReplaceAll(money103, "\n", "\n  ") + `
  }
]
`
	got := encoded(t, func(b *bytes.Buffer) error { return EncodeCases(b, []Answer{{h, decided("dunning")}}) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := encoded(t, func(b *bytes.Buffer) error { return EncodeCases(b, nil) }); got != "[]\n" {
		t.Error(got)
	}
}

func TestEncodeNotifications(t *testing.T) {
	zone := time.FixedZone("Berlin in summer", 2*3600)
	text := with(`"notifications":[{"type":"reminder","created_at":"2024-04-21T22:30:00Z","id":"N-1","title":"Erinnerung <1>","channel":"app","deadline":"2024-04-29"}]`)
	h, err := Decode(strings.NewReader(text), zone)
	if err != nil {
		t.Fatal(err)
	}
	day := calendar.MustParseDate("2024-06-01")
	d := decided("dunning", dunning.Action{Track: dunning.TrackClaim, Kind: TypeReturn, Day: day, Since: day - 3}, dunning.Action{Track: dunning.TrackLegal, Kind: "application", Day: day},
		dunning.Action{Track: dunning.TrackClaim, Kind: "own_letter", Level: 2, Day: day, Since: day})
	got := encoded(t, func(b *bytes.Buffer) error { return EncodeNotifications(b, Answer{h, d}) })
	want := `[
  {
    "id": "N-1",
    "created_at": "2024-04-21T22:30:00Z",
    "title": "Erinnerung <1>",
    "type": "reminder",
    "channel": "app"
  },
  {
    "id": "ID-1",
    "created_at": "2024-06-01T00:00:00+02:00",
    "title": "Your direct debit was returned",
    "type": "sddr_notification"
  },
  {
    "id": "ID-2",
    "created_at": "2024-06-01T00:00:00+02:00",
    "title": "own letter",
    "type": "own_letter"
  }
]
`
	ids := dueIDs(h, d)
	got = strings.NewReplacer(ids[0], "ID-1", ids[1], "ID-2").Replace(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := encoded(t, func(b *bytes.Buffer) error { return EncodeNotifications(b, Answer{History: h}) }); strings.Count(got, `"id"`) != 1 {
		t.Error(got)
	}
	if got := encoded(t, func(b *bytes.Buffer) error { return EncodeNotifications(b, Answer{}) }); got != "[]\n" {
		t.Error(got)
	}
}

// dueIDs are the ids of what is due.
func dueIDs(h History, d *dunning.Decision) []string {
	var ids []string
	for _, j := range (Answer{h, d}).due() {
		ids = append(ids, strings.Split(string(j), `"`)[3])
	}
	return ids
}

// The id of a letter that is due is the same on every day and after others were sent.
func TestIDsOfWhatIsDue(t *testing.T) {
	h := decode(t, plainLoan)
	action := func(kind, day, since string) dunning.Action {
		return dunning.Action{Track: dunning.TrackClaim, Kind: kind, Day: calendar.MustParseDate(day), Since: calendar.MustParseDate(since)}
	}
	today := dueIDs(h, decided("new", action(TypeReturn, "2024-06-01", "2024-05-30"), action(TypeReturn, "2024-06-01", "2024-05-30"), action(TypeReminder, "2024-06-01", "2024-05-30")))
	tomorrow := dueIDs(h, decided("new", action(TypeReturn, "2024-06-02", "2024-05-30"), action(TypeReturn, "2024-06-02", "2024-05-30"), action(TypeReminder, "2024-06-02", "2024-05-30")))
	if diff := cmp.Diff(today, tomorrow); diff != "" || today[0] == today[1] || today[1] == today[2] {
		t.Errorf("%v\n%s", today, diff)
	}
	for _, id := range today {
		if len(id) != 36 || id[14] != '8' || strings.IndexByte("89ab", id[19]) < 0 {
			t.Errorf("%s is no UUID of version 8", id)
		}
	}
	h.Notifications = []Notification{{ID: today[0], Type: TypeReturn}}
	if left := dueIDs(h, decided("new", action(TypeReturn, "2024-06-02", "2024-05-30"))); left[0] != today[1] {
		t.Errorf("%s, want %s as before", left[0], today[1])
	}
	h.IDs.Case = "C-2"
	if other := dueIDs(h, decided("new", action(TypeReminder, "2024-06-01", "2024-05-30"))); other[0] == today[2] {
		t.Errorf("%s of two cases", other[0])
	}
}

func TestEncodeErrors(t *testing.T) {
	h := decode(t, plainLoan)
	dinar := decided("new")
	dinar.Currency = money.MustCurrency("KWD")
	mixed := decided("new")
	mixed.Arrears.Fees = money.MustParse("1.00 SEK")
	for want, d := range map[string]*dunning.Decision{
		"no decision, want one": nil,
		`103.12 EUR of a case in "KWD" cannot be written in cents, want a currency with 2 decimals, one for all`: dinar,
		`1.00 SEK of a case in "EUR" cannot be written in cents, want a currency with 2 decimals, one for all`:   mixed,
	} {
		var b bytes.Buffer
		if err := EncodeCase(&b, Answer{h, d}); err == nil || err.Error() != want || b.Len() > 0 {
			t.Errorf("%v, %d bytes, want %s", err, b.Len(), want)
		}
		if err := EncodeCases(&b, []Answer{{h, d}}); err == nil || err.Error() != want || b.Len() > 0 {
			t.Errorf("%v, %d bytes, want %s", err, b.Len(), want)
		}
	}
	full := errors.New("full")
	if err := EncodeCase(iotest.TruncateWriter(failing{full}, 1<<20), Answer{h, decided("new")}); !errors.Is(err, full) {
		t.Error(err)
	}
	nothing := decided("new")
	nothing.Arrears = dunning.Arrears{}
	if got := encoded(t, func(b *bytes.Buffer) error { return EncodeCase(b, Answer{h, nothing}) }); strings.Count(got, `"value": 0`) != 3 {
		t.Error(got)
	}
}

// failing fails to write.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
