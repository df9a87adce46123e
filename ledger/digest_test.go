package ledger_test

import (
	"bytes"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/wire/native"
)

// A digest that was given out once has to come out again: it is that of the plain way to
// write facts and statement down, whatever is done for speed.
func TestDigestIsThePlainOne(t *testing.T) {
	seeds := uint64(400)
	if testing.Short() {
		seeds = 40
	}
	for seed := range seeds {
		g := casegen.Generate(seed)
		c, err := native.DecodeCase(bytes.NewReader(g.JSON))
		if err != nil {
			t.Fatal(err)
		}
		// Texts that have to be escaped, and one that has not.
		c.ID = []string{"", "Ærø", "\"", "\\", "\n", "\x7f", "~ "}[seed%7] + c.ID
		st, err := skuld.Default().Statement(c, skuld.At{AsOf: calendar.MustParseDate(g.AsOf)})
		if err != nil {
			continue // rates that are not known
		}
		want, err := ledger.PlainDigest(c, st)
		if err != nil || st.Digest != want {
			t.Fatalf("seed %d: %s, want %s, %v", seed, st.Digest, want, err)
		}
	}
}
