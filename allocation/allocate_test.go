package allocation

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

var payday = calendar.MustParseDate("2024-06-15")

func eur(minor int64) money.Amount { return money.FromMinor(minor, money.MustCurrency("EUR")) }

// claim writes a claim as due date, rate in per cent, and open contract
// interest, default interest, capitalized and principal.
func claim(id, due string, rate, contract, late, capitalized, principal int64) Item {
	return Item{ID: id, Due: calendar.MustParseDate(due), Rate: rate * 1_000_000,
		Open: Balances{ContractInterest: contract, DefaultInterest: late, Capitalized: capitalized, Principal: principal}}
}

func fee(id, code, date string, open int64) Item {
	return Item{ID: id, Fee: true, Code: code, Due: calendar.MustParseDate(date), Open: Balances{Fee: open}}
}

// lines writes a result as "item component amount@rung" words.
func lines(r Result) string {
	var out []string
	for _, l := range r.Lines {
		mark := ""
		if l.Deviates {
			mark = "!"
		}
		out = append(out, fmt.Sprintf("%s %s %d@%d%s", l.Item, l.Component, l.Amount.Minor(), l.Rung, mark))
	}
	if r.Unallocated.Sign() != 0 {
		out = append(out, fmt.Sprintf("rest %d", r.Unallocated.Minor()))
	}
	return strings.Join(out, ", ")
}

func mustPreset(t testing.TB, name string) Order {
	t.Helper()
	o, ok := Preset(name)
	if !ok {
		t.Fatalf("no preset %q", name)
	}
	return o
}

// Every preset on the same debts: two claims with both interests and
// capitalized interest, two fees, and money for everything but the last cents.
func TestPresets(t *testing.T) {
	open := []Item{
		claim("A", "2024-03-31", 5, 10, 20, 30, 400),
		claim("B", "2024-01-31", 9, 1, 2, 3, 40),
		fee("F", "reminder", "2024-05-01", 5),
		fee("G", "demand", "2024-04-01", 7),
	}
	costs := "G fee 7@1, F fee 5@1, B default-interest 2@2, B contract-interest 1@2, A default-interest 20@2, A contract-interest 10@2, " +
		"B capitalized 3@3, A capitalized 30@3, B principal 40@4, A principal 382@4"
	byClaim := "G fee 7@1, F fee 5@1, B default-interest 2@2, B contract-interest 1@2, B capitalized 3@3, B principal 40@4, " +
		"A default-interest 20@2, A contract-interest 10@2, A capitalized 30@3, A principal 382@4"
	want := map[string]string{
		CostsInterestPrincipal: costs, PresetSE: costs, PresetSEConsumerCredit: costs, PresetNO: costs, PresetDK: costs, PresetGB: costs,
		PresetBGB367: byClaim, PresetAT: byClaim, PresetNL: byClaim,
		InterestFirst: "B default-interest 2@1, B contract-interest 1@1, A default-interest 20@1, A contract-interest 10@1, " +
			"G fee 7@2, F fee 5@2, B capitalized 3@3, A capitalized 30@3, B principal 40@4, A principal 382@4",
		PrincipalFirst: "B principal 40@1, A principal 400@1, B capitalized 3@2, A capitalized 30@2, G fee 7@3, F fee 5@3, " +
			"B default-interest 2@4, B contract-interest 1@4, A default-interest 12@4",
		PresetFI: "B default-interest 2@1, B contract-interest 1@1, A default-interest 20@1, A contract-interest 10@1, " +
			"B capitalized 3@2, A capitalized 30@2, B principal 40@3, A principal 394@3",
		PresetBGB497: "G fee 7@1, F fee 5@1, B contract-interest 1@2, B capitalized 3@2, B principal 40@2, " +
			"A contract-interest 10@2, A capitalized 30@2, A principal 400@2, B default-interest 2@3, A default-interest 2@3",
	}
	if len(want) != len(Presets()) {
		t.Fatalf("%d presets tested, want all %d", len(want), len(Presets()))
	}
	for _, name := range Presets() {
		got, err := Allocate(Payment{Date: payday, Amount: eur(500)}, open, mustPreset(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[name], lines(got)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		for _, l := range got.Lines {
			if l.Citation == "" {
				t.Errorf("%s: line without citation: %v", name, l)
			}
		}
	}
}

func TestSequences(t *testing.T) {
	open := []Item{
		claim("A", "2024-03-31", 5, 0, 0, 0, 100),
		claim("B", "2024-06-15", 9, 0, 0, 0, 300),
		claim("C", "2024-01-31", 9, 0, 0, 0, 100),
		claim("D", "2024-07-31", 12, 0, 0, 0, 200),
	}
	unknown := append([]Item{}, open...)
	unknown[3].RateUnknown = true
	rung := func(s Sequence, due ...Bucket) Order {
		return Order{Rungs: []Rung{{Components: []Component{Principal}, Sequence: s, Due: due}}}
	}
	tests := []struct {
		name  string
		items []Item
		order Order
		pay   int64
		want  string
	}{
		{"oldest", open, rung(Oldest), 250, "C principal 100@1, A principal 100@1, B principal 50@1"},
		{"highest rate, then oldest", open, rung(HighestRate), 350, "D principal 200@1, C principal 100@1, B principal 50@1"},
		{"an unknown rate comes last", unknown, rung(HighestRate), 550, "C principal 100@1, B principal 300@1, A principal 100@1, D principal 50@1"},
		{"largest, then oldest", open, rung(Largest), 550, "B principal 300@1, D principal 200@1, C principal 50@1"},
		{"pro rata, largest remainder, ties in order", open, rung(ProRata), 10, "A principal 2@1, B principal 4@1, C principal 1@1, D principal 3@1"},
		{"buckets in the listed order", open, rung(Oldest, InAdvance, PastDue), 350, "D principal 200@1, C principal 100@1, A principal 50@1"},
		{"pro rata by bucket", open, rung(ProRata, PastDue, InAdvance), 250, "A principal 100@1, C principal 100@1, D principal 50@1"},
		{"latest, ties in order", open, rung(Latest), 550, "D principal 200@1, B principal 300@1, A principal 50@1"},
		{"even, what does not fit again, the difference to the latest", open, rung(Even), 611, "C principal 100@1, A principal 100@1, B principal 211@1, D principal 200@1"},
		{"even by bucket", open, rung(Even, PastDue, InAdvance), 205, "C principal 100@1, A principal 100@1, D principal 5@1"},
		{"even, fewer units than items", open, rung(Even), 3, "C principal 1@1, A principal 1@1, B principal 1@1"},
		{"even, rounded up", open[:3], rung(Even), 200, "C principal 67@1, A principal 67@1, B principal 66@1"},
		{"even, half to even", open, rung(Even), 6, "C principal 2@1, A principal 2@1, B principal 2@1"},
		{"even, half down to even", open, rung(Even), 10, "C principal 2@1, A principal 2@1, B principal 2@1, D principal 4@1"},
		{"due only", open, rung(Oldest, Due), 350, "B principal 300@1, rest 50"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Allocate(Payment{Date: payday, Amount: eur(tt.pay)}, tt.items, tt.order)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, lines(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// BGB § 366(2) shares between debts of equal rank, each share worked interest
// before principal.
func TestMostOnerousSharesBetweenEquals(t *testing.T) {
	open := []Item{
		claim("A", "2024-01-31", 5, 0, 10, 0, 90),
		claim("B", "2024-01-31", 5, 0, 100, 0, 100),
		claim("C", "2024-07-31", 20, 0, 0, 0, 500),
	}
	got, err := Allocate(Payment{Date: payday, Amount: eur(150)}, open, mustPreset(t, PresetBGB367))
	if err != nil {
		t.Fatal(err)
	}
	want := "A default-interest 10@2, A principal 40@4, B default-interest 100@2"
	if diff := cmp.Diff(want, lines(got)); diff != "" {
		t.Error(diff)
	}
}

// BGB § 366(2) puts the debt without security before the one with the higher rate;
// the Dutch order does not ask.
func TestLeastSecuredFirst(t *testing.T) {
	open := []Item{claim("A", "2024-01-31", 9, 0, 0, 0, 100), claim("B", "2024-02-28", 5, 0, 0, 0, 100)}
	open[0].Secured = true
	for name, want := range map[string]string{PresetBGB367: "B principal 100@4, A principal 20@4", PresetNL: "A principal 100@4, B principal 20@4"} {
		got, err := Allocate(Payment{Date: payday, Amount: eur(120)}, open, mustPreset(t, name))
		if err != nil || lines(got) != want {
			t.Errorf("%s: %s, %v", name, lines(got), err)
		}
	}
}

func TestFiltersNarrowOnlyTheirKind(t *testing.T) {
	open := []Item{claim("A", "2024-01-31", 5, 0, 0, 0, 100), claim("B", "2024-02-28", 5, 0, 0, 0, 100), fee("F", "reminder", "2024-03-01", 10), fee("G", "demand", "2024-03-01", 10)}
	open[1].Group = "telecom"
	o := Order{Rungs: []Rung{
		{Components: []Component{Fee, Principal}, Codes: []string{"demand"}, Groups: []string{"telecom"}},
		{Components: []Component{Principal}},
	}}
	got, err := Allocate(Payment{Date: payday, Amount: eur(200)}, open, o)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("B principal 100@1, G fee 10@1, A principal 90@2", lines(got)); diff != "" {
		t.Error(diff)
	}
}

func TestDirected(t *testing.T) {
	open := []Item{claim("A", "2024-03-31", 5, 0, 30, 0, 400), claim("B", "2024-01-31", 9, 5, 20, 0, 40), fee("F", "reminder", "2024-05-01", 5)}
	spec := []Directed{
		{Item: "A", Components: []Component{Principal}, Amount: eur(100)},
		{Item: "B", Components: Interest(), Amount: eur(50)},
	}
	got, err := Allocate(Payment{Date: payday, Amount: eur(150), Specification: spec}, open, mustPreset(t, CostsInterestPrincipal))
	if err != nil {
		t.Fatal(err)
	}
	want := "A principal 100@0!, B default-interest 20@0, B contract-interest 5@0, F fee 5@1, A default-interest 20@2"
	if diff := cmp.Diff(want, lines(got)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Clip{{1, eur(25)}}, got.Clipped, cmp.Comparer(func(a, b money.Amount) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
}

func TestAllocateRefuses(t *testing.T) {
	open := []Item{claim("A", "2024-03-31", 5, 0, 30, 0, 400)}
	o := mustPreset(t, CostsInterestPrincipal)
	direct := func(item string, minor ...int64) []Directed {
		var out []Directed
		for _, m := range minor {
			out = append(out, Directed{Item: item, Components: []Component{Principal}, Amount: eur(m)})
		}
		return out
	}
	tests := []struct {
		name    string
		payment Payment
		order   Order
		want    error
	}{
		{"negative payment", Payment{Amount: eur(-1)}, o, ErrPayment},
		{"specification above the payment", Payment{Amount: eur(100), Specification: direct("A", 60, 41)}, o, ErrPayment},
		{"negative specification", Payment{Amount: eur(100), Specification: direct("A", -1)}, o, ErrPayment},
		{"unknown item", Payment{Amount: eur(100), Specification: direct("Z", 1)}, o, ErrPayment},
		{"specification in another currency", Payment{Amount: eur(100), Specification: []Directed{
			{Item: "A", Components: []Component{Principal}, Amount: money.MustParse("50 JPY")}}}, o, ErrPayment},
		{"specification of no component", Payment{Amount: eur(100), Specification: []Directed{
			{Item: "A", Components: []Component{77}, Amount: eur(50)}}}, o, ErrPayment},
		{"unknown processing", Payment{Amount: eur(100)}, Order{Rungs: o.Rungs, Processing: 99}, ErrNoOrder},
		{"unknown direction", Payment{Amount: eur(100)}, Order{Rungs: o.Rungs, Direction: 9}, ErrNoOrder},
		{"unknown rest", Payment{Amount: eur(100)}, Order{Rungs: o.Rungs, Rest: 88}, ErrNoOrder},
		{"unknown sequence", Payment{Amount: eur(100)}, Order{Rungs: []Rung{{Components: []Component{Fee}, Sequence: 99}}}, ErrNoOrder},
		{"unknown bucket", Payment{Amount: eur(100)}, Order{Rungs: []Rung{{Components: []Component{Fee}, Due: []Bucket{77}}}}, ErrNoOrder},
		{"no rungs", Payment{Amount: eur(100)}, Order{}, ErrNoOrder},
		{"empty rung", Payment{Amount: eur(100)}, Order{Rungs: []Rung{{}}}, ErrNoOrder},
		{"unknown component", Payment{Amount: eur(100)}, Order{Rungs: []Rung{{Components: []Component{99}}}}, ErrNoOrder},
		{"too many rungs", Payment{Amount: eur(100)}, Order{Rungs: make([]Rung, MaxRungs+1)}, ErrNoOrder},
	}
	for _, tt := range tests {
		if _, err := Allocate(tt.payment, open, tt.order); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	for _, minor := range []int64{-1, MaxOpen} {
		items := []Item{claim("A", "2024-03-31", 5, 0, 0, 0, minor), claim("B", "2024-03-31", 5, 0, 0, 0, 1)}
		if _, err := Allocate(Payment{Amount: eur(100)}, items, o); !errors.Is(err, ErrPayment) {
			t.Errorf("%d open: %v, want ErrPayment", minor, err)
		}
	}
	if _, err := Allocate(Payment{Amount: eur(100), Specification: direct("A", 60, 40)}, open, o); err != nil {
		t.Errorf("a specification of the whole payment: %v", err)
	}
}

func TestNames(t *testing.T) {
	for c := Fee; c <= Principal; c++ {
		if got, err := ParseComponents(c.String()); err != nil || len(got) != 1 || got[0] != c {
			t.Errorf("%s: %v, %v", c, got, err)
		}
	}
	for _, bad := range []string{"", "costs", "Fee"} {
		if got, err := ParseComponents(bad); !errors.Is(err, ErrNoComponent) {
			t.Errorf("%q: %v, %v", bad, got, err)
		}
	}
	if b, err := ParseBucket("in-advance"); b != InAdvance || err != nil {
		t.Errorf("%v, %v", b, err)
	}
	if s, err := ParseSequence("most-onerous"); !errors.Is(err, ErrNoName) {
		t.Errorf("files have no %v, %v", s, err)
	}
	for _, name := range []string{"oldest", "highest-rate", "largest", "pro-rata", "latest", "even"} {
		if s, err := ParseSequence(name); s.String() != name || err != nil {
			t.Errorf("%s: %v, %v", name, s, err)
		}
	}
	if p, err := ParseProcessing("horizontal"); p != Horizontal || err != nil {
		t.Errorf("%v, %v", p, err)
	}
	if r, err := ParseRest("apply"); r != Apply || err != nil {
		t.Errorf("%v, %v", r, err)
	}
	for _, name := range []string{"free", "item", "none"} {
		if d, err := ParseDirection(name); d.String() != name || err != nil {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
	if d, err := ParseDirection("debtor"); !errors.Is(err, ErrNoName) {
		t.Errorf("there is a direction %v, %v", d, err)
	}
	if _, ok := Preset("nowhere"); ok {
		t.Error("a preset named nowhere exists")
	}
}
