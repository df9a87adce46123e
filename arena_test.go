package skuld_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

// lateCase is a case of so many claims and fees with six payments over five years.
func lateCase(n, claims, fees int) (skuld.Case, skuld.At) {
	sek := money.MustCurrency("SEK")
	due := calendar.MustDate(2018, 1, 31) + calendar.Date(n%1000)
	c := skuld.Case{ID: fmt.Sprint("case ", n), Currency: sek, Jurisdiction: "SE", Debtor: ledger.Consumer}
	for i := range claims {
		c.Claims = append(c.Claims, skuld.Claim{
			ID: fmt.Sprint("claim ", i), Principal: money.FromMinor(int64(500_000+1_003*n+77_777*i), sek), Due: due + calendar.Date(40*i),
		})
	}
	for i := range fees {
		c.Fees = append(c.Fees, skuld.Fee{ID: fmt.Sprint("fee ", i), Code: "reminder", Date: due + calendar.Date(60+50*i), Amount: money.FromMinor(60_00, sek)})
	}
	for i := range 6 {
		c.Payments = append(c.Payments, skuld.Payment{
			ID: fmt.Sprint("payment ", i), Date: due + calendar.Date(200+270*i+n%90), Amount: money.FromMinor(int64(30_000+n%7_000), sek),
		})
	}
	return c, skuld.At{AsOf: due + 1800}
}

// lateArena holds cases of one claim and of three claims and two fees in turns.
func lateArena(t testing.TB, n int) (*ledger.Arena, []skuld.Case, []skuld.At) {
	t.Helper()
	calc := skuld.Default()
	a := new(ledger.Arena)
	var cases []skuld.Case
	var ats []skuld.At
	for i := range n {
		c, at := lateCase(i, 1+2*(i%2), 2*(i%2))
		r, err := calc.Resolve(c, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Append(c, r, at); got != i {
			t.Fatalf("case %d has number %d", i, got)
		}
		cases, ats = append(cases, c), append(ats, at)
	}
	return a, cases, ats
}

// No totals path allocates, and neither does appending a case of series that were met
// before to an arena with room.
func TestTotalsAllocateNothing(t *testing.T) {
	const n = 20
	a, cases, ats := lateArena(t, n)
	totals := make([]ledger.CaseTotals, n)
	lines := make([]ledger.CaseLine, 0, 1000)
	fast, walk, large := a.Worker(), a.Worker(), a.Worker()
	walk.Force(ledger.ByWalk)
	large.ForceLarge()
	for name, run := range map[string]func(){
		"integral": func() { fast.Run(totals, 0, n) },
		"walk":     func() { walk.Run(totals, 0, n) },
		"large":    func() { large.Run(totals, 0, n) },
		"lines": func() {
			for i := range n {
				lines = fast.Lines(lines[:0], i, &totals[i])
			}
		},
	} {
		run()
		if got := testing.AllocsPerRun(20, run); got != 0 {
			t.Errorf("%s allocates %v times", name, got)
		}
	}
	resolved := make([]ledger.Resolved, n)
	for i := range cases {
		r, err := skuld.Default().Resolve(cases[i], ats[i])
		if err != nil {
			t.Fatal(err)
		}
		resolved[i] = r
	}
	if got := testing.AllocsPerRun(20, func() {
		a.Reset()
		for i := range cases {
			a.Append(cases[i], resolved[i], ats[i])
		}
	}); got != 0 {
		t.Errorf("appending allocates %v times", got)
	}
	fast.Run(totals, 0, n)
	for i := range totals {
		if totals[i].Way != ledger.ByIntegral {
			t.Errorf("case %d goes by %s", i, totals[i].Way)
		}
	}
}

// Nor does any other case that is not folded: with directions, holds, write-offs, own
// orders and all that generated cases hold, by every way, once a worker has seen it.
func TestGeneratedTotalsAllocateNothing(t *testing.T) {
	var a ledger.Arena
	seeds := 600
	if testing.Short() {
		seeds = 100
	}
	for seed := range uint64(seeds) {
		drawTotals(t, &a, seed)
	}
	out, measured := make([]ledger.CaseTotals, a.Len()), 0
	fast, walk, large := a.Worker(), a.Worker(), a.Worker()
	walk.Force(ledger.ByWalk)
	large.ForceLarge()
	lines := make([]ledger.CaseLine, 0, 10_000)
	for i := range out {
		for name, run := range map[string]func(){
			"fast": func() { fast.Run(out, i, i+1) }, "walk": func() { walk.Run(out, i, i+1) }, "large": func() { large.Run(out, i, i+1) },
			"lines": func() { lines = fast.Lines(lines[:0], i, &out[i]) },
		} {
			if run(); out[i].Way == ledger.ByFold || out[i].Way == ledger.Failed {
				continue
			}
			measured++
			if n := testing.AllocsPerRun(1, run); n != 0 {
				t.Errorf("seed %d, %s: %v allocations", i, name, n)
			}
		}
	}
	if measured < 2*seeds {
		t.Errorf("only %d totals were measured", measured)
	}
}

// A claim by a day count that adds up by the day, but not leg by leg, goes the same way
// for whoever asks for segments.
func TestThirtyDayMonthsByEveryWay(t *testing.T) {
	c, err := native.DecodeCase(strings.NewReader(`{"id": "C", "currency": "EUR", "jurisdiction": "AT", "debtor": "consumer",
		"claims": [{"id": "INV-1", "principal": "1000.00", "due": "2020-12-09", "interest": {"basis": "statutory", "dayCount": "30E/360"}}],
		"payments": [{"id": "P-1", "date": "2021-11-01", "amount": "103.00"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	at := skuld.At{AsOf: calendar.MustParseDate("2023-02-03")}
	st, err := skuld.Default().Statement(c, at)
	if err != nil {
		t.Fatal(err)
	}
	resolved, err := skuld.Default().Resolve(c, at)
	if err != nil {
		t.Fatal(err)
	}
	var a ledger.Arena
	a.Append(c, resolved, at)
	for name, force := range map[string]func(*ledger.Worker){
		"integral": func(*ledger.Worker) {}, "walk": func(w *ledger.Worker) { w.Force(ledger.ByWalk) }, "large": (*ledger.Worker).ForceLarge,
	} {
		w, out := a.Worker(), make([]ledger.CaseTotals, 1)
		force(w)
		if w.Run(out, 0, 1); out[0].Totals() != st.Totals {
			t.Errorf("%s: %v, want %v", name, out[0].Totals(), st.Totals)
		}
		if lines := w.Lines(nil, 0, &out[0]); out[0].Totals() != st.Totals || len(lines) != len(st.Items[0].Segments) {
			t.Errorf("lines by %s: %v in %d, want %v in %d", name, out[0].Totals(), len(lines), st.Totals, len(st.Items[0].Segments))
		}
	}
}

// Workers on ranges of their own write what one worker writes.
func TestWorkersAgree(t *testing.T) {
	const n = 600
	a, _, _ := lateArena(t, n)
	want := make([]ledger.CaseTotals, n)
	a.Worker().Run(want, 0, n)
	got := make([]ledger.CaseTotals, n)
	var all sync.WaitGroup
	for lo := 0; lo < n; lo += 70 {
		all.Add(1)
		go func() {
			defer all.Done()
			a.Worker().Run(got, lo, min(n, lo+70))
		}()
	}
	all.Wait()
	if !slices.Equal(got, want) {
		t.Error("several workers differ from one")
	}
}

// A case whose rate is not known on a day fails by itself, and says why.
func TestArenaKeepsWhatFails(t *testing.T) {
	var a ledger.Arena
	c, at := lateCase(1, 2, 1)
	at.AsOf = calendar.MustDate(2150, 1, 1)
	r, err := skuld.Default().Resolve(c, at)
	if err != nil {
		t.Fatal(err)
	}
	a.Append(c, r, at)
	good, goodAt := lateCase(2, 1, 0)
	if r, err = skuld.Default().Resolve(good, goodAt); err != nil {
		t.Fatal(err)
	}
	a.Append(good, r, goodAt)
	totals := make([]ledger.CaseTotals, 2)
	a.Worker().Run(totals, 0, 2)
	if totals[0].Way != ledger.Failed || totals[0].Totals().Total.Sign() != 0 || totals[1].Way != ledger.ByIntegral {
		t.Errorf("ways %s and %s, total %v", totals[0].Way, totals[1].Way, totals[0].Totals().Total)
	}
	if _, err := a.Statement(0); !errors.Is(err, law.ErrNotKnown) {
		t.Errorf("%v, want %v", err, law.ErrNotKnown)
	}
	if _, err := a.Statement(1); err == nil {
		t.Error("a case that was not kept has a statement")
	}
}

func BenchmarkTotals(b *testing.B) {
	a, _, _ := lateArena(b, 2_000)
	totals := make([]ledger.CaseTotals, a.Len())
	lines := make([]ledger.CaseLine, 0, 1000)
	for k, name := range []string{"claim", "case"} {
		for _, way := range []ledger.Way{ledger.ByIntegral, ledger.ByWalk} {
			b.Run(name+"/"+way.String(), func(b *testing.B) {
				w := a.Worker()
				w.Force(way)
				b.ReportAllocs()
				for i := k; b.Loop(); i = (i + 2) % a.Len() {
					w.Run(totals, i, i+1)
				}
			})
		}
		b.Run(name+"/lines", func(b *testing.B) {
			w := a.Worker()
			b.ReportAllocs()
			for i := k; b.Loop(); i = (i + 2) % a.Len() {
				lines = w.Lines(lines[:0], i, &totals[i])
			}
		})
		b.Run(name+"/large", func(b *testing.B) {
			w := a.Worker()
			w.ForceLarge()
			b.ReportAllocs()
			for i := k; b.Loop(); i = (i + 2) % a.Len() {
				w.Run(totals, i, i+1)
			}
		})
	}
}

func FuzzTotalsAgree(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		var a ledger.Arena
		d := drawTotals(t, &a, seed)
		totals := make([]ledger.CaseTotals, 1)
		w := a.Worker()
		w.Run(totals, 0, 1)
		d.check(t, "integral", totals[0])
		w.Force(ledger.ByWalk)
		w.Run(totals, 0, 1)
		d.check(t, "walk", totals[0])
		w.ForceLarge()
		w.Run(totals, 0, 1)
		d.check(t, "large numbers", totals[0])
	})
}
