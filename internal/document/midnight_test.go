package document

import (
	"testing"
	"time"
)

// The first timestamp that is not at midnight is told; a look ahead asks for nothing.
func TestOffMidnight(t *testing.T) {
	d := Parse([]byte(`{"a":"2024-05-31","b":"2024-05-30T22:00:00Z","c":"2024-05-31T00:00:00","d":"2024-05-30T23:00:00Z","e":"2024-05-31T09:00:00"}`), Limits{})
	zone := time.FixedZone("two", 7200)
	o, _ := d.Root().Object()
	for _, name := range []string{"a", "b", "c"} {
		if got := o.Field(name).Date(zone).String(); got != "2024-05-31" || d.OffMidnight() != "" {
			t.Errorf("%s is %s, off midnight %q", name, got, d.OffMidnight())
		}
	}
	if got := d.Root().Peek("e"); got.Kind() != String || d.Root().Peek("x").Given() || got.Peek("y").Given() {
		t.Errorf("a look ahead: %s", got)
	}
	if unknown, _ := d.Unknown(); len(unknown) != 2 {
		t.Errorf("%d unknown fields, want d and e", len(unknown))
	}
	o.Field("d").Date(zone)
	o.Field("e").Date(zone)
	if d.OffMidnight() != "/d" {
		t.Errorf("off midnight at %q, want /d", d.OffMidnight())
	}
}
