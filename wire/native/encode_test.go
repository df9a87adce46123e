package native

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Files in testdata are in the form that EncodeCase writes: read and written they
// are the same, byte for byte.
func TestGoldenRoundTrips(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := decode(t, string(text))
		again := encode(t, c)
		if diff := cmp.Diff(string(text), again); diff != "" {
			t.Errorf("%s (-file +written):\n%s", file, diff)
		}
		if diff := same(c, decode(t, again)); diff != "" {
			t.Errorf("%s read again (-first +second):\n%s", file, diff)
		}
	}
}

func TestEncodeFullCase(t *testing.T) {
	want, err := os.ReadFile("testdata/full.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), encode(t, fullCase())); diff != "" {
		t.Errorf("full.json (-want +got):\n%s", diff)
	}
}

func TestEncodeRefusals(t *testing.T) {
	order := func(change func(*allocation.Rung)) func(*ledger.Case) {
		return func(c *ledger.Case) { change(&c.Allocation.Rungs[2]) }
	}
	terms := func(change func(*ledger.InterestFacts)) func(*ledger.Case) {
		return func(c *ledger.Case) { change(c.Claims[0].Interest) }
	}
	for _, tc := range []struct {
		name   string
		change func(*ledger.Case)
		want   []string
	}{
		{"invalid case", func(c *ledger.Case) { c.ID, c.Claims[1].Due, c.Claims[1].Interest = "", 0, nil }, []string{
			"/id: missing, want a text", "/claims/1/due: missing, want a due date or interest.from",
		}},
		{"not UTF-8", func(c *ledger.Case) { c.Fees[0].Code = "\xff" }, []string{`/fees/0/code: "\xff" is not UTF-8 text, want UTF-8`}},
		{"long text that the check does not look at", func(c *ledger.Case) { c.Jurisdiction = strings.Repeat("x", 201) }, []string{
			"/jurisdiction: 201 bytes, want at most 200",
		}},
		{"kinds without a word", func(c *ledger.Case) { c.Claims[0].Kind, c.Debtors[0].Kind = 99, 98 }, []string{
			"/debtors/0/kind: 98 has no word, want one of the constants", "/claims/0/kind: 99 has no word, want one of the constants",
		}},
		{"date out of range", func(c *ledger.Case) { c.Fees[0].Date = -5 }, []string{
			"/fees/0/date: Date(-5) is out of bounds, want a year from 1900 through 2200",
		}},
		{"amount of another currency", func(c *ledger.Case) { c.Payments[1].Amount = money.MustParse("1.00 EUR") }, []string{
			"/payments/1/received: missing, want what the payment came to in SEK, or a rate",
		}},
		{"rate out of bounds", func(c *ledger.Case) { c.Claims[1].Interest.Rate = interest.MaxPercent + 1 }, []string{
			"/claims/1/interest/rate: 1000.000001 is out of bounds, want 1000 at most in either direction",
		}},
		{"day count for plans", terms(func(t *ledger.InterestFacts) { t.DayCount = calendar.Act365L }), []string{
			`/claims/0/interest/dayCount: "ACT/365L" counts by the schedule of a plan, want for a claim one of ` + ofDayCounts,
		}},
		{"bound that the format cannot say", terms(func(t *ledger.InterestFacts) { t.Ceiling.Multiplier = 2_000_000 }), []string{
			"/claims/0/interest/ceiling: more than the format can say, want a fixed rate or a series with a margin",
		}},
		{"statutory bound", terms(func(t *ledger.InterestFacts) { t.Floor.Basis = ledger.BasisStatutory }), []string{
			"/claims/0/interest/floor: more than the format can say, want a fixed rate or a series with a margin",
		}},
		{"payment day", terms(func(t *ledger.InterestFacts) { t.PaymentDay = 9 }), []string{
			"/claims/0/interest/paymentDay: 9 has no word, want one of the constants",
		}},
		{"components together", func(c *ledger.Case) {
			c.Payments[0].Specification[0].Components = []allocation.Component{allocation.Principal, allocation.Capitalized}
		}, []string{
			"/payments/0/specification/0/component: [principal capitalized] have no word together, want one, or both interests with default interest first",
		}},
		{"component without a word", func(c *ledger.Case) {
			c.Payments[0].Specification[0].Components = []allocation.Component{0}
		}, []string{"/payments/0/specification/0/component: 0 has no word, want one of the constants"}},
		{"citation", order(func(r *allocation.Rung) { r.Citation = "agreement" }), []string{
			`/allocation/rungs/2: the citation "agreement" has no place in the format, want none`,
		}},
		{"order of presets", order(func(r *allocation.Rung) { r.Sequence = allocation.MostOnerous }), []string{
			"/allocation/rungs/2/order: most-onerous belongs to presets, want another order of the items",
		}},
		{"empty code, no bucket", order(func(r *allocation.Rung) { r.Codes, r.Due = []string{""}, []allocation.Bucket{0} }), []string{
			"/allocation/rungs/2/codes/0: empty, want a text", "/allocation/rungs/2/due/0: 0 has no word, want one of the constants",
		}},
		{"too many codes", order(func(r *allocation.Rung) { r.Codes = make([]string, 1001) }), []string{
			"/allocation/rungs/2/codes: 1001 entries, want at most 1000",
		}},
		{"changed preset", func(c *ledger.Case) { c.Allocation.Name = "SE" }, []string{
			`/allocation/preset: "SE" with other rungs than the preset, want the preset or rungs without a name`,
		}},
		{"no preset", func(c *ledger.Case) { c.Allocation.Name = "mine" }, []string{
			`/allocation/preset: "mine" is not a preset, want one of ` + strings.Join(allocation.Presets(), ", "),
		}},
		{"processing alone", func(c *ledger.Case) { c.Allocation = allocation.Order{Processing: allocation.Vertical} }, []string{
			"/allocation/processing: without rungs, want it beside rungs only",
		}},
		{"rounding", func(c *ledger.Case) { c.Rounding.Mode = money.HalfUp.ToStep(-1) }, []string{
			"/rounding/mode: Rounding(255), want one of the constants",
		}},
		{"place", func(c *ledger.Case) { c.Rounding.Place = 9 }, []string{"/rounding/place: 9 has no word, want one of the constants"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := fullCase()
			tc.change(&c)
			var b bytes.Buffer
			err := EncodeCase(&b, c)
			var got []string
			for _, p := range ledger.AsProblems(err) {
				got = append(got, p.Error())
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if b.Len() > 0 {
				t.Errorf("%d bytes written beside an error", b.Len())
			}
		})
	}
}

func TestEncodeTooLarge(t *testing.T) {
	c := fullCase()
	long := strings.Repeat("x", 190)
	d := c.Payments[0].Specification[0]
	d.Item, d.Amount = long, sek("0.01")
	c.Claims[0].ID = long
	c.Payments, c.Reversals, c.Adjustments, c.Capitalizations, c.Holds = nil, nil, nil, nil, nil
	for i := range 120 {
		p := ledger.Payment{ID: "P-" + long[:i+1], Date: day("2024-05-10"), Amount: sek("10000.00")}
		for range ledger.MaxSpecification {
			p.Specification = append(p.Specification, d)
		}
		c.Payments = append(c.Payments, p)
	}
	err := EncodeCase(&bytes.Buffer{}, c)
	if err == nil || !strings.HasSuffix(err.Error(), "bytes, want at most 16777216") {
		t.Errorf("%v, want an error that names the bound", err)
	}
}

// Defaults that a program leaves open in another way come back as the file has
// them.
func TestEncodeOpenDefaults(t *testing.T) {
	c := fullCase()
	c.Allocation, _ = allocation.Preset(allocation.PresetFI)
	c.Allocation.Rest = 0
	c.Payments, c.Reversals = []ledger.Payment{}, nil
	again := decode(t, encode(t, c))
	if again.Payments != nil || again.Allocation.Rest != allocation.Hold {
		t.Errorf("read %+v", again)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestWriterFails(t *testing.T) {
	broken := errors.New("disk full")
	w := brokenWriter{broken}
	for name, err := range map[string]error{
		"case":      EncodeCase(w, fullCase()),
		"statement": EncodeStatement(w, &ledger.Statement{}),
		"payoff":    EncodePayoff(w, &ledger.Payoff{}),
		"rates":     EncodeRates(w, nil),
	} {
		if !errors.Is(err, broken) {
			t.Errorf("%s: %v, want %v", name, err, broken)
		}
	}
}
