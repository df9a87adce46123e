package skuld_test

import (
	"bytes"
	"flag"
	"fmt"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/wire/native"
)

var (
	totalsCases = flag.Int("totals.cases", 10_000, "how many generated cases to total")
	totalsFirst = flag.Uint64("totals.first", 0, "the first seed")
)

// drawnTotals is a generated case with its statement.
type drawnTotals struct {
	seed uint64
	g    casegen.Generated
	st   *skuld.Statement
	ids  []string // of claims, then fees
}

// drawTotals appends the case of a seed to an arena and makes its statement.
func drawTotals(t testing.TB, a *ledger.Arena, seed uint64) drawnTotals {
	t.Helper()
	d := drawnTotals{seed: seed, g: casegen.Generate(seed)}
	c, err := native.DecodeCase(bytes.NewReader(d.g.JSON))
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	at := skuld.At{AsOf: calendar.MustParseDate(d.g.AsOf)}
	if d.g.KnownAt != "" {
		at.KnownAt = calendar.MustParseDate(d.g.KnownAt)
	}
	resolved, err := skuld.Default().Resolve(c, at)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	b, err := ledger.Fold(c, resolved, at)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	if d.st, err = b.Statement(); err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	a.Append(c, resolved, at)
	for _, cl := range c.Claims {
		d.ids = append(d.ids, cl.ID)
	}
	for _, f := range c.Fees {
		d.ids = append(d.ids, f.ID)
	}
	return d
}

// check compares totals with the statement.
func (d drawnTotals) check(t testing.TB, way string, got ledger.CaseTotals) {
	t.Helper()
	if got.Totals() != d.st.Totals || got.Paid() != d.st.Paid {
		t.Fatalf("seed %d by %s (%s):\ngot  %v %v\nwant %v %v\n%s", d.seed, way, got.Way, got.Totals(), got.Paid(), d.st.Totals, d.st.Paid, d.g.JSON)
	}
}

// checkLines compares lines with the segments of the statement.
func (d drawnTotals) checkLines(t testing.TB, lines []ledger.CaseLine) {
	t.Helper()
	k := map[string]int{}
	item := map[string]int32{}
	for i, id := range d.ids {
		item[id] = int32(i)
	}
	for _, it := range d.st.Items {
		var segments []string
		show := func(s interest.Segment, c allocation.Component) {
			segments = append(segments, fmt.Sprint(c, s.Period, s.Principal.Minor(), s.Rate, s.Held, s.Exact.Rat()))
		}
		for _, s := range it.Segments {
			show(s, it.Interest.Component)
		}
		for _, s := range it.ContractSegments {
			show(s, allocation.ContractInterest)
		}
		for _, s := range segments {
			k[fmt.Sprint(item[it.ID], s)]++
		}
	}
	for _, l := range lines {
		k[fmt.Sprint(l.Item, fmt.Sprint(l.Component, calendar.Period{From: l.From, To: l.To}, l.Principal, l.Rate, l.Held, l.Exact(d.st.Currency).Rat()))]--
	}
	for s, n := range k {
		if n != 0 {
			t.Fatalf("seed %d: %d of %s\n%s", d.seed, n, s, d.g.JSON)
		}
	}
}

// The totals of the arena are those of the statement, whichever way a case goes; the
// oracle vouches for the statement (TestAgreement).
func TestTotalsAgreement(t *testing.T) {
	cases := *totalsCases
	if testing.Short() {
		cases = min(cases, 500)
	}
	ways := map[ledger.Way]int{}
	var lines []ledger.CaseLine
	for first := 0; first < cases; first += 500 {
		var a ledger.Arena
		var drawn []drawnTotals
		for i := first; i < min(first+500, cases); i++ {
			drawn = append(drawn, drawTotals(t, &a, *totalsFirst+uint64(i)))
		}
		totals := make([]ledger.CaseTotals, a.Len())
		fast, walk, large := a.Worker(), a.Worker(), a.Worker()
		walk.Force(ledger.ByWalk)
		large.ForceLarge()
		for i, d := range drawn {
			fast.Run(totals, i, i+1)
			d.check(t, "integral", totals[i])
			ways[totals[i].Way]++
			if totals[i].Way == ledger.ByFold {
				continue
			}
			walk.Run(totals, i, i+1)
			d.check(t, "walk", totals[i])
			large.Run(totals, i, i+1)
			d.check(t, "large numbers", totals[i])
			lines = fast.Lines(lines[:0], i, &totals[i])
			d.check(t, "lines", totals[i])
			d.checkLines(t, lines)
		}
	}
	for way, n := range ways {
		t.Logf("%5d of %d by %s", n, cases, way)
	}
	if ways[ledger.ByFold] > cases/2 {
		t.Errorf("%d of %d cases are folded, want most of them worked out fast", ways[ledger.ByFold], cases)
	}
}
