package tvm_test

import (
	"math/big"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// must takes the value of an operation that cannot fail here.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func plus(all ...tvm.Number) tvm.Number {
	sum := new(big.Rat)
	for _, n := range all {
		sum.Add(sum, n.Rat())
	}
	return tvm.NumberOf(sum)
}

func minus(n tvm.Number) tvm.Number { return tvm.NumberOf(n.Rat().Neg(n.Rat())) }

func millionths(n int64) tvm.Number { return tvm.NumberOf(big.NewRat(n, 1_000_000)) }

// Generators: rates per period from −50 % to 50 %, in millionths; amounts in cents.
var (
	genRate    = gen.Int64Range(-500_000, 500_000)
	genPeriods = gen.IntRange(1, 60)
	genCents   = gen.Int64Range(-100_000_000, 100_000_000)
	genWhen    = gen.OneConstOf(tvm.End, tvm.Begin)
)

func cents(n int64) tvm.Number { return tvm.NumberOf(big.NewRat(n, 100)) }

func TestExactProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("payments close the loan and give it back", prop.ForAll(
		func(rate int64, n int, present, future int64, when tvm.When) bool {
			a := tvm.Annuity{Rate: millionths(rate), Periods: n, Present: cents(present), Future: cents(future), When: when}
			a.Payment = must(tvm.PMT(a))
			return must(tvm.FV(a)).Compare(a.Future) == 0 && must(tvm.PV(a)).Compare(a.Present) == 0
		}, genRate, genPeriods, genCents, genCents, genWhen))
	properties.Property("PV undoes FV", prop.ForAll(
		func(rate int64, n int, present, payment int64, when tvm.When) bool {
			a := tvm.Annuity{Rate: millionths(rate), Periods: n, Present: cents(present), Payment: cents(payment), When: when}
			a.Future = must(tvm.FV(a))
			return must(tvm.PV(a)).Compare(a.Present) == 0 && must(tvm.PMT(a)).Compare(a.Payment) == 0
		}, genRate, genPeriods, genCents, genCents, genWhen))
	properties.Property("interest and principal are the payment, and principals the loan", prop.ForAll(
		func(rate int64, n int, present int64, when tvm.When) bool {
			a := tvm.Annuity{Rate: millionths(rate), Periods: n, Present: cents(present), When: when}
			payment := must(tvm.PMT(a))
			principals := tvm.Number{}
			for per := 1; per <= n; per++ {
				principal := must(tvm.PPMT(a, per))
				if plus(must(tvm.IPMT(a, per)), principal).Compare(payment) != 0 {
					return false
				}
				principals = plus(principals, principal)
			}
			return minus(principals).Compare(a.Present) == 0
		}, genRate, genPeriods, genCents, genWhen))
	properties.Property("a payment's interest is that of the balance before it", prop.ForAll(
		func(rate int64, n int, present, future int64) bool {
			a := tvm.Annuity{Rate: millionths(rate), Periods: n, Present: cents(present), Future: cents(future), When: tvm.End}
			a.Payment = must(tvm.PMT(a))
			balance := a.Present.Rat()
			for per := 1; per <= n; per++ {
				interest := new(big.Rat).Mul(balance, a.Rate.Rat())
				balance.Add(balance, interest)
				if minus(must(tvm.IPMT(a, per))).Rat().Cmp(interest) != 0 {
					return false
				}
				balance.Add(balance, a.Payment.Rat())
			}
			return balance.Neg(balance).Cmp(a.Future.Rat()) == 0
		}, genRate, genPeriods, genCents, genCents))
	properties.Property("NPV is the sum of discounted flows", prop.ForAll(
		func(rate int64, amounts []int64) bool {
			factor := new(big.Rat).Add(millionths(rate).Rat(), big.NewRat(1, 1))
			sum, discount := new(big.Rat), big.NewRat(1, 1)
			var flows []tvm.Number
			for _, v := range amounts {
				flows = append(flows, cents(v))
				sum.Add(sum, new(big.Rat).Mul(discount, cents(v).Rat()))
				discount.Quo(discount, factor)
			}
			return must(tvm.NPV(millionths(rate), flows)).Rat().Cmp(sum) == 0
		}, genRate, gen.SliceOf(genCents)))
	properties.TestingRun(t)
}

func TestSolverProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("RATE and NPER find what PMT was given", prop.ForAll(
		func(rate int64, n int, present int64, when tvm.When) bool {
			a := tvm.Annuity{Rate: millionths(rate), Periods: n, Present: cents(present), When: when}
			if when == tvm.Begin && n == 1 || present == 0 {
				return true // paid at once, at any rate; nothing to pay
			}
			a.Payment = must(tvm.PMT(a))
			root, found := must(tvm.RATE(a, 6)).Root()
			periods, also := must(tvm.NPER(a, 3)).Root()
			return found && root.Exact() && root.Number().Compare(a.Rate) == 0 &&
				also && periods.Exact() && periods.Number().Compare(tvm.Whole(int64(n))) == 0
		}, genRate, genPeriods, genCents, genWhen))
	properties.Property("NPV has opposite signs at the borders of IRR", prop.ForAll(
		func(investment int64, amounts []int64, digits int) bool {
			flows := []tvm.Number{cents(-investment)}
			for _, v := range amounts {
				flows = append(flows, cents(max(v, -v)))
			}
			root, found := must(tvm.IRR(flows, digits)).Root()
			return found == (must(tvm.NPV(tvm.Number{}, flows[1:])).Sign() > 0) && (!found || straddles(flows, root))
		}, gen.Int64Range(1, 100_000_000), gen.SliceOf(genCents), gen.IntRange(0, 25)))
	properties.Property("IRR finds all factors and no more", prop.ForAll(
		func(rates []int64, other int64) bool {
			rates = rates[:min(len(rates), 5)]
			// 100·t² + other·t + 2600 with |other| < 1000 has no real root.
			flows := []*big.Int{big.NewInt(100), big.NewInt(other), big.NewInt(2600)}
			want := map[int64]bool{}
			for _, r := range rates {
				flows = timesFactor(flows, 1000+r)
				want[r] = true
			}
			s := must(tvm.IRR(whole(flows), 3))
			for _, root := range s.Roots {
				units := root.Number().Rat()
				units.Mul(units, big.NewRat(1000, 1))
				if !root.Exact() || !want[units.Num().Int64()] {
					return false
				}
			}
			return s.Complete && len(s.Roots) == len(want)
		}, gen.SliceOf(gen.Int64Range(-900, 900)), gen.Int64Range(-999, 999)))
	properties.Property("MIRR is the rate between what is put in and what comes out", prop.ForAll(
		func(finance, reinvest int64, amounts []int64) bool {
			flows := append(numbers("-1", "1"), make([]tvm.Number, len(amounts))...)
			var in, out []tvm.Number
			for i, v := range amounts {
				flows[i+2] = cents(v)
			}
			for _, v := range flows {
				in, out = append(in, tvm.Number{}), append(out, tvm.Number{})
				if v.Sign() < 0 {
					in[len(in)-1] = v
				} else {
					out[len(out)-1] = v
				}
			}
			a := tvm.Annuity{Rate: millionths(reinvest), Periods: len(flows) - 1, When: tvm.End}
			a.Present = must(tvm.NPV(a.Rate, out))
			a.Future = minus(must(tvm.FV(a)))
			a.Present = must(tvm.NPV(millionths(finance), in))
			root, found := must(tvm.MIRR(flows, millionths(finance), millionths(reinvest), 9)).Root()
			same, also := must(tvm.RATE(a, 9)).Root()
			return found && also && root.Number().Compare(same.Number()) == 0 && root.Exact() == same.Exact()
		}, genRate, genRate, gen.SliceOf(genCents)))
	properties.Property("powers have the equation between them at the borders of NPER", prop.ForAll(
		func(rate, multiple int64) bool {
			a := tvm.Annuity{Rate: millionths(max(rate, -rate) + 1), Present: tvm.Whole(-1_000_000), Future: tvm.Whole(1_000_000 + multiple), When: tvm.End}
			root, found := must(tvm.NPER(a, 0)).Root()
			n := int(root.Number().Rat().Num().Int64())
			if !found || n > 2000 {
				return found
			}
			// (1+r)^(2n ∓ 1) against the square of the multiple.
			square := new(big.Rat).Mul(a.Future.Rat(), a.Future.Rat())
			square.Quo(square, big.NewRat(1_000_000_000_000, 1))
			power := func(k int) int {
				if k < 0 {
					return -1
				}
				p := big.NewRat(1, 1)
				factor := new(big.Rat).Add(a.Rate.Rat(), p)
				for range k {
					p.Mul(p, factor)
				}
				return p.Cmp(square)
			}
			return power(2*n-1) <= 0 && power(2*n+1) >= 0
		}, gen.Int64Range(50_000, 500_000), gen.Int64Range(0, 50_000_000)))
	properties.TestingRun(t)
}

// straddles says that the net present value changes its sign, or is 0, between the
// borders of a rate.
func straddles(flows []tvm.Number, root tvm.Root) bool {
	low, high := root.Borders()
	atHigh := must(tvm.NPV(high, flows)).Sign()
	if low.Compare(tvm.Whole(-1)) <= 0 { // there the last flow decides
		for i := len(flows) - 1; ; i-- {
			if s := flows[i].Sign(); s != 0 {
				return s*atHigh <= 0
			}
		}
	}
	return must(tvm.NPV(low, flows)).Sign()*atHigh <= 0
}

// timesFactor multiplies by 1000·x − root, highest power first.
func timesFactor(flows []*big.Int, root int64) []*big.Int {
	product := make([]*big.Int, len(flows)+1)
	for i := range product {
		product[i] = new(big.Int)
	}
	for i, v := range flows {
		product[i].Add(product[i], new(big.Int).Mul(v, big.NewInt(1000)))
		product[i+1].Sub(product[i+1], new(big.Int).Mul(v, big.NewInt(root)))
	}
	return product
}

func whole(values []*big.Int) (flows []tvm.Number) {
	for _, v := range values {
		flows = append(flows, tvm.NumberOf(new(big.Rat).SetInt(v)))
	}
	return flows
}
