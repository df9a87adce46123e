package solaris

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

func FuzzDecode(f *testing.F) {
	files, err := filepath.Glob("../../testdata/wire/solaris/*.json")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{"", "[]", "{}", plainLoan, with(`"notifications":[{"id":"N","type":"x","created_at":"2024-05-31T22:00:00Z","title":"t","new":[1.0]}],"direct_debit_returns":[{"repayment_id":"x"}]`)} {
		f.Add([]byte(text))
	}
	zone := time.FixedZone("east", 3600)
	f.Fuzz(func(t *testing.T, text []byte) {
		h, err := Decode(bytes.NewReader(text), zone)
		if err != nil {
			problems := ledger.AsProblems(err)
			if len(problems) == 0 || len(problems) > 1001 {
				t.Fatalf("%d problems", len(problems))
			}
			for _, p := range problems {
				if p.Message == "" || p.Path != "" && p.Path[0] != '/' {
					t.Errorf("problem %q at %q, want words and a JSON Pointer", p.Message, p.Path)
				}
			}
			return
		}
		if err := h.Request.Case.Validate(); err != nil {
			t.Errorf("read without problems, and has some: %v", err)
		}
		d := decided("dunning", dunning.Action{Track: dunning.TrackClaim, Kind: TypeReminder})
		for name, encode := range map[string]func(*bytes.Buffer) error{
			"case":          func(b *bytes.Buffer) error { return EncodeCase(b, Answer{h, d}) },
			"list":          func(b *bytes.Buffer) error { return EncodeCases(b, []Answer{{h, d}}) },
			"notifications": func(b *bytes.Buffer) error { return EncodeNotifications(b, Answer{h, d}) },
		} {
			var b bytes.Buffer
			if err := encode(&b); err != nil || !json.Valid(b.Bytes()) {
				t.Errorf("%s: %v\n%s", name, err, b.Bytes())
			}
		}
		returned(t, h)
	})
}

// returned checks that the notifications that were sent read as before when they come
// back.
func returned(t *testing.T, h History) {
	t.Helper()
	var b bytes.Buffer
	if err := EncodeNotifications(&b, Answer{History: h}); err != nil {
		t.Fatal(err)
	}
	again, err := Decode(strings.NewReader(with(`"notifications":`+b.String())), h.Zone)
	if len(again.Notifications) != len(h.Notifications) {
		t.Fatalf("%d notifications, want %d: %v", len(again.Notifications), len(h.Notifications), err)
	}
	for i, n := range again.Notifications {
		want := h.Notifications[i]
		if n.ID != want.ID || n.Type != want.Type || n.Title != want.Title || n.CreatedAt != want.CreatedAt || n.Sent != want.Sent || len(n.kept) != len(want.kept) {
			t.Errorf("%+v, want %+v", n, want)
		}
	}
}
