package remittance_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/money"
)

// must takes the value of an operation that cannot fail here.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// same compares remittances by what they say.
var same = cmp.Options{
	cmp.Comparer(func(a, b money.Amount) bool { return a == b }),
	cmp.Comparer(func(a, b money.Exact) bool {
		n, err := a.Compare(b)
		return err == nil && n == 0 && a.Currency() == b.Currency()
	}),
}

// broken names the first law that the result of an input breaks, or "".
func broken(in Input) string {
	r, err := Compute(in)
	if err != nil {
		return err.Error()
	}
	if err := r.Verify(); err != nil {
		return err.Error()
	}
	got := figuresOf(r)
	if diff := cmp.Diff(oracle(in), got); diff != "" {
		return "oracle: " + diff
	}
	for _, leg := range []string{"commission", "vat"} {
		if got[leg+" due"] != got[leg+" withdrawn"]+got[leg+" netted"]+got[leg+" to invoice"] {
			return "the leg of " + leg
		}
	}
	inHand := got["retained"] + got["commission withdrawn"] + got["vat withdrawn"] + got["payable"] + got["held"]
	switch {
	case in.Direct && inHand != 0:
		return fmt.Sprintf("%d in hand of a direct payment", inHand)
	case !in.Direct && inHand+got["unallocated"] != in.Received.Minor():
		return fmt.Sprintf("%d of %s", inHand+got["unallocated"], in.Received)
	case got["commission netted"]+got["vat netted"] > in.CreditorCredit.Minor():
		return "netted more than the credit"
	case got["payable"] != 0 && got["held"] != 0:
		return "payable and held"
	}
	return ""
}

func TestLaws(t *testing.T) {
	parameters := gopter.DefaultTestParametersWithSeed(1)
	parameters.MinSuccessfulTests = 3000
	properties := gopter.NewProperties(parameters)
	properties.Property("identities and oracle", prop.ForAll(func(seed int64) string {
		return broken(generate(fromSeed(seed)))
	}, gen.Int64()))
	properties.TestingRun(t)
}

func TestReverseProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(2))
	properties.Property("a reversal adds up, and sums with its remittance to nothing", prop.ForAll(func(seed int64) bool {
		r := must(Compute(generate(fromSeed(seed))))
		back := Reverse(r)
		total := must(Sum([]Remittance{r, back}))
		none := must(Sum([]Remittance{must(Compute(Input{Received: zero(r.Received)}))}))
		none.Count = 2
		return back.Verify() == nil && cmp.Equal(none, total, same)
	}, gen.Int64()))
	properties.Property("a reversal reversed is the remittance", prop.ForAll(func(seed int64) bool {
		r := must(Compute(generate(fromSeed(seed))))
		return cmp.Equal(r, Reverse(Reverse(r)), same)
	}, gen.Int64()))
	properties.Property("the opposite payment is the reversal where nothing was netted", prop.ForAll(func(seed int64) bool {
		in := generate(fromSeed(seed))
		in.CreditorCredit = money.Amount{}
		r := must(Compute(in))
		in.Received = in.Received.Neg()
		in.Lines = slices.Clone(in.Lines)
		for i := range in.Lines {
			in.Lines[i].Amount = in.Lines[i].Amount.Neg()
		}
		return cmp.Equal(Reverse(r), must(Compute(in)), same)
	}, gen.Int64()))
	properties.TestingRun(t)
}

func TestChangesThatChangeNothing(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(3))
	properties.Property("a line in two pieces, in any order", prop.ForAll(func(seed int64) bool {
		d := fromSeed(seed)
		in := generate(d)
		whole := must(Compute(in))
		in.Lines = slices.Clone(in.Lines)
		for i, l := range in.Lines {
			part := money.FromMinor(l.Amount.Minor()/(2+d(5)), l.Amount.Currency())
			in.Lines[i].Amount = must(l.Amount.Sub(part))
			in.Lines = append(in.Lines, Line{l.Component, part})
		}
		slices.Reverse(in.Lines)
		return cmp.Equal(whole, must(Compute(in)), same)
	}, gen.Int64()))
	properties.Property("prohibited trust accounting only moves the payable to the held", prop.ForAll(func(seed int64) bool {
		in := generate(fromSeed(seed))
		in.TrustProhibited = false
		free := must(Compute(in))
		in.TrustProhibited = true
		held := must(Compute(in))
		free.TrustProhibited, free.Payable, free.Held = true, free.Held, free.Payable
		return cmp.Equal(free, held, same)
	}, gen.Int64()))
	properties.Property("who received the payment and how commission is taken changes nothing of what is due", prop.ForAll(func(seed int64) bool {
		in := generate(fromSeed(seed))
		a := must(Compute(in))
		in.Direct, in.Tariff.NoWithdrawal, in.Tariff.NoNetting = !in.Direct, !in.Tariff.NoWithdrawal, !in.Tariff.NoNetting
		in.CreditorCredit, in.Tariff.Cover = money.Amount{}, ProRata
		b := must(Compute(in))
		return cmp.Equal(a.Lines, b.Lines, same) && a.Commission.Due == b.Commission.Due && a.VAT.Due == b.VAT.Due &&
			must(a.Retained.Add(a.RetainedToInvoice)) == must(b.Retained.Add(b.RetainedToInvoice))
	}, gen.Int64()))
	properties.TestingRun(t)
}

// More credit never leaves more to invoice, and lowers it by what it nets.
func TestMoreCredit(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(4))
	properties.Property("credit", prop.ForAll(func(seed int64) bool {
		d := fromSeed(seed)
		in := generate(d)
		with := figuresOf(must(Compute(in)))
		in.CreditorCredit = money.FromMinor(in.CreditorCredit.Minor()/2, in.Received.Currency())
		less := figuresOf(must(Compute(in)))
		open := func(f figures) int64 { return f["commission to invoice"] + f["vat to invoice"] }
		netted := func(f figures) int64 { return f["commission netted"] + f["vat netted"] }
		return in.Received.Sign() < 0 && open(with) == open(less) ||
			open(with) <= open(less) && open(less)-open(with) == netted(with)-netted(less)
	}, gen.Int64()))
	properties.TestingRun(t)
}

// The total of a period is the sum of its remittances, figure by figure.
func TestSumProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(5))
	properties.Property("sum", prop.ForAll(func(seed, n int64) bool {
		d := fromSeed(seed)
		var list []Remittance
		var direct, received, payable big.Int
		for range n {
			in := generate(d)
			if len(list) > 0 && in.Received.Currency() != list[0].Received.Currency() {
				continue
			}
			r := must(Compute(in))
			list = append(list, r)
			payable.Add(&payable, big.NewInt(r.Payable.Minor()))
			if in.Direct {
				direct.Add(&direct, big.NewInt(in.Received.Minor()))
			} else {
				received.Add(&received, big.NewInt(in.Received.Minor()))
			}
		}
		total := must(Sum(list))
		return total.Verify() == nil && total.Count == len(list) && total.Direct.Minor() == direct.Int64() &&
			total.Received.Minor() == received.Int64() && total.Payable.Minor() == payable.Int64()
	}, gen.Int64(), gen.Int64Range(0, 40)))
	properties.TestingRun(t)
}
