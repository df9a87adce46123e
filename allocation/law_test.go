package allocation

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

// randomOrder draws an order; where it has no filters, every component is on some
// rung.
func randomOrder(r *rand.Rand) Order {
	all := []Component{Fee, ContractInterest, DefaultInterest, Capitalized, Principal}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	o := Order{Processing: Processing(1 + r.Intn(2))}
	for len(all) > 0 {
		n := 1 + r.Intn(len(all))
		o.Rungs = append(o.Rungs, Rung{Components: all[:n], Sequence: Sequence(1 + r.Intn(int(LeastSecured))), Citation: "agreed"})
		all = all[n:]
	}
	for range r.Intn(3) { // interleaved rungs with filters
		at := r.Intn(len(o.Rungs))
		rung := o.Rungs[at]
		rung.Due = [][]Bucket{nil, {PastDue}, {Due, PastDue}, {InAdvance}}[r.Intn(4)]
		rung.Codes = [][]string{nil, {"reminder"}}[r.Intn(2)]
		rung.Groups = [][]string{nil, {"telecom"}}[r.Intn(2)]
		o.Rungs = slices.Insert(o.Rungs, at, rung)
	}
	return o
}

func randomItems(r *rand.Rand) []Item {
	var items []Item
	for i := range 1 + r.Intn(6) {
		due := payday + calendar.Date(r.Intn(5)-3)
		blocked := r.Intn(10) == 0
		if r.Intn(3) == 0 {
			items = append(items, Item{ID: fmt.Sprint("F", i), Fee: true, Code: []string{"reminder", "demand"}[r.Intn(2)], Due: due,
				Open: Balances{Fee: r.Int63n(2000)}, Blocked: blocked})
			continue
		}
		items = append(items, Item{ID: fmt.Sprint("C", i), Group: []string{"", "telecom"}[r.Intn(2)], Due: due, Blocked: blocked,
			Secured: r.Intn(3) == 0, Rate: int64(r.Intn(3)), RateUnknown: r.Intn(8) == 0, Open: Balances{
				ContractInterest: r.Int63n(3) * r.Int63n(500), DefaultInterest: r.Int63n(500), Capitalized: r.Int63n(2) * r.Int63n(500), Principal: r.Int63n(5000)}})
	}
	return items
}

// randomSpecification directs some of a payment, with and without components.
func randomSpecification(r *rand.Rand, items []Item, pay int64) (spec []Directed) {
	for range r.Intn(4) {
		n := r.Int63n(pay + 1)
		pay -= n
		d := Directed{Item: items[r.Intn(len(items))].ID, Amount: eur(n)}
		if r.Intn(2) == 0 {
			d.Components = []Component{Component(1 + r.Intn(5)), Component(1 + r.Intn(5))}
		}
		spec = append(spec, d)
	}
	return spec
}

// Whatever the order and the direction: parts and rest are the payment, no part is
// above what is open, nothing that the order reaches stays open while money is
// left, and a lower rung gets nothing while a higher one is open.
func TestLaws(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("laws", prop.ForAll(func(seed int64, pay int64) string { return lawsOf(seed, pay) },
		gen.Int64(), gen.Int64Range(0, 20000)))
	properties.TestingRun(t)
}

func FuzzLaws(f *testing.F) {
	f.Add(int64(1), int64(5000))
	f.Fuzz(func(t *testing.T, seed, pay int64) {
		if broken := lawsOf(seed, max(0, min(pay, 1_000_000))); broken != "" {
			t.Error(broken)
		}
	})
}

// lawsOf allocates a drawn payment and names the first law that the result breaks,
// or "".
func lawsOf(seed, pay int64) string {
	r := rand.New(rand.NewSource(seed))
	items, o := randomItems(r), randomOrder(r)
	o.Direction = Direction(r.Intn(4))
	p := Payment{Date: payday, Amount: eur(pay)}
	if r.Intn(3) == 0 {
		p.Specification = randomSpecification(r, items, pay)
	}
	before := slices.Clone(items)
	res, err := Allocate(p, items, o)
	switch {
	case err != nil:
		return err.Error()
	case !cmp.Equal(before, items):
		return "the open items were changed"
	}
	return violated(items, o, res, pay)
}

func violated(items []Item, o Order, res Result, pay int64) string {
	left := make([]Balances, len(items))
	for i, it := range items {
		left[i] = it.Open
	}
	var sum int64
	for _, l := range res.Lines {
		sum += l.Amount.Minor()
		if left[l.Index][l.Component] -= l.Amount.Minor(); left[l.Index][l.Component] < 0 || l.Amount.Sign() <= 0 {
			return fmt.Sprintf("line %v leaves %d", l, left[l.Index][l.Component])
		}
		if l.Rung > 0 && items[l.Index].Blocked {
			return fmt.Sprintf("line %v on a blocked item", l)
		}
		if o.Direction == DirectNothing && l.Rung == 0 {
			return fmt.Sprintf("line %v where nothing may be directed", l)
		}
	}
	if sum+res.Unallocated.Minor() != pay {
		return fmt.Sprintf("parts %d and rest %s of %d", sum, res.Unallocated, pay)
	}
	if broken := outOfTurn(items, o, res, left); broken != "" {
		return broken
	}
	for at := range o.Rungs {
		for i, it := range items {
			if open := reachable(o.Rungs[at], it, left[i]); open > 0 && passed(o, at, i, res) {
				return fmt.Sprintf("rung %d was passed by with %d open on %s: %v", at+1, open, it.ID, res)
			}
		}
	}
	return ""
}

// outOfTurn names an item that got something of a vertical rung while one that comes
// before it in the rung's sequence has something left there.
func outOfTurn(items []Item, o Order, res Result, left []Balances) string {
	if o.Processing == Horizontal {
		return ""
	}
	for _, l := range res.Lines {
		if l.Rung == 0 {
			continue
		}
		r := o.Rungs[l.Rung-1]
		for i, it := range items {
			if reachable(r, it, left[i]) > 0 && before(r, it, items[l.Index]) {
				return fmt.Sprintf("%s got something of rung %d before %s", l.Item, l.Rung, it.ID)
			}
		}
	}
	return ""
}

// before reports whether an item surely comes before another in a rung.
func before(r Rung, x, y Item) bool {
	if r.Sequence.onerous() {
		return BucketOf(x.Due, payday) < BucketOf(y.Due, payday)
	}
	if len(r.Due) > 0 {
		a, b := slices.Index(r.Due, BucketOf(x.Due, payday)), slices.Index(r.Due, BucketOf(y.Due, payday))
		if a != b {
			return a < b
		}
	}
	switch r.Sequence {
	case Oldest:
		return x.Due < y.Due
	case Latest:
		return x.Due > y.Due
	case HighestRate:
		return !x.RateUnknown && (y.RateUnknown || x.Rate > y.Rate)
	}
	return false
}

// passed reports whether money went past a rung of an item: some was left over, or
// went to a rung below that could not be worked before.
func passed(o Order, at, item int, res Result) bool {
	if res.Unallocated.Sign() > 0 {
		return true
	}
	for _, l := range res.Lines {
		if l.Rung-1 > at && (!together(o, at, l.Rung-1) || l.Index == item) {
			return true
		}
	}
	return false
}

// together reports whether two rungs are worked item by item.
func together(o Order, from, to int) bool {
	if o.Processing != Horizontal {
		return false
	}
	for _, r := range o.Rungs[from : to+1] {
		if cmp.Equal(r.Components, []Component{Fee}) || !cmp.Equal(r.Due, o.Rungs[from].Due) || !cmp.Equal(r.Groups, o.Rungs[from].Groups) {
			return false
		}
	}
	return true
}

// reachable is what is left open on the components of a rung that takes the item.
func reachable(r Rung, it Item, left Balances) (sum int64) {
	if it.Blocked || it.Fee && len(r.Codes) > 0 && !slices.Contains(r.Codes, it.Code) ||
		!it.Fee && len(r.Groups) > 0 && !slices.Contains(r.Groups, it.Group) ||
		len(r.Due) > 0 && !slices.Contains(r.Due, BucketOf(it.Due, payday)) {
		return 0
	}
	for _, c := range r.Components {
		sum += left[c]
	}
	return sum
}

// Component totals do not depend on how an undirected payment is split, in orders
// that share nothing.
func TestPaymentInPieces(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(2))
	properties.Property("pieces", prop.ForAll(func(seed, first, second int64) bool {
		r := rand.New(rand.NewSource(seed))
		items, o := randomItems(r), randomOrder(r)
		for i := range o.Rungs {
			o.Rungs[i].Sequence = []Sequence{Oldest, HighestRate, Latest}[r.Intn(3)]
		}
		once, err := Allocate(Payment{Date: payday, Amount: eur(first + second)}, items, o)
		if err != nil {
			return false
		}
		rest := slices.Clone(items)
		for _, amount := range []int64{first, second} {
			res, err := Allocate(Payment{Date: payday, Amount: eur(amount)}, rest, o)
			if err != nil {
				return false
			}
			for _, l := range res.Lines {
				rest[l.Index].Open[l.Component] -= l.Amount.Minor()
			}
		}
		for _, l := range once.Lines {
			items[l.Index].Open[l.Component] -= l.Amount.Minor()
		}
		return cmp.Equal(items, rest)
	}, gen.Int64(), gen.Int64Range(0, 9000), gen.Int64Range(0, 9000)))
	properties.TestingRun(t)
}

// thirty is a debt of 30 items: claims of five months, each with both interests,
// and fees.
func thirty() []Item {
	var items []Item
	for i := range 30 {
		due := calendar.MustDate(2024, time.Month(1+i%5), 28)
		if i%3 == 2 {
			items = append(items, Item{ID: fmt.Sprint("F", i), Fee: true, Code: "reminder", Due: due, Open: Balances{Fee: 60_00}})
			continue
		}
		items = append(items, Item{ID: fmt.Sprint("C", i), Due: due, Rate: int64(i % 4), Open: Balances{
			ContractInterest: 17_31, DefaultInterest: 42_07, Capitalized: 5_55, Principal: 1000_00 + int64(i)*13}})
	}
	return items
}

func TestAllocateIntoAllocatesNothing(t *testing.T) {
	items := thirty()
	lines := make([]Line, 0, 200)
	orders := map[string]Order{}
	for _, name := range Presets() {
		orders[name] = mustPreset(t, name)
	}
	for s := Oldest; s <= LeastSecured; s++ {
		orders[s.String()] = Order{Rungs: []Rung{{Components: []Component{Fee, DefaultInterest, Principal}, Sequence: s, Due: []Bucket{PastDue}}}}
	}
	for name, o := range orders {
		for _, pay := range []int64{100, 7000_00, 90000_00} {
			var err error
			n := testing.AllocsPerRun(20, func() {
				_, err = AllocateInto(lines[:0], Payment{Date: payday, Amount: eur(pay)}, items, o)
			})
			if n != 0 || err != nil {
				t.Errorf("%s, %d: %v allocations, %v", name, pay, n, err)
			}
		}
	}
}

// An allocator has memory of its own for what is directed, clips included, and for more
// items than fit on the stack.
func TestAllocatorAllocatesNothing(t *testing.T) {
	var many []Item
	for i := range 90 {
		many = append(many, Item{ID: fmt.Sprint("E", i), Due: payday - 3, Open: Balances{Principal: 10_00 + int64(i), DefaultInterest: 1_00}})
	}
	p := Payment{Date: payday, Amount: eur(500_00), Specification: []Directed{
		{Item: "E7", Amount: eur(100_00)}, {Item: "E80", Components: []Component{Principal}, Amount: eur(3_00)}, {Item: "E3", Amount: eur(99_00)},
	}}
	lines := make([]Line, 0, 200)
	var a Allocator
	for _, name := range Presets() {
		o := mustPreset(t, name)
		want, err := Allocate(p, many, o)
		if err != nil {
			t.Fatal(err)
		}
		var got Result
		if n := testing.AllocsPerRun(5, func() { got, err = a.AllocateInto(lines[:0], p, many, o) }); n != 0 || err != nil {
			t.Errorf("%s: %v allocations, %v", name, n, err)
		}
		if diff := cmp.Diff(fmt.Sprintf("%+v", want), fmt.Sprintf("%+v", got)); diff != "" || len(got.Clipped) != 2 {
			t.Errorf("%s: -Allocate +Allocator\n%s", name, diff)
		}
	}
}

// More items than fit on the stack give the same lines, and what stood in the
// caller's slice stays there.
func TestAllocateIntoManyItems(t *testing.T) {
	items := thirty()
	var many []Item
	for i := range 60 { // the same debt behind items with nothing open
		many = append(many, Item{ID: fmt.Sprint("E", i), Due: payday})
	}
	for _, name := range Presets() {
		o := mustPreset(t, name)
		p := Payment{Date: payday, Amount: eur(9000_00)}
		a, err1 := Allocate(p, items, o)
		b, err2 := AllocateInto([]Line{{Item: "kept"}}, p, append(slices.Clone(many), items...), o)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if b.Lines[0].Item != "kept" || lines(a) != lines(Result{Lines: b.Lines[1:], Unallocated: b.Unallocated}) {
			t.Errorf("%s: %s\n%s", name, lines(a), lines(b))
		}
	}
}
