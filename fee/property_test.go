package fee_test

import (
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	. "github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// broken names the first law that an assessment of a drawn tariff breaks, or "".
func broken(d draw) string {
	g := newGenerator(d)
	t := g.tariff(2)
	if err := t.Check(); err != nil {
		return err.Error()
	}
	v := t.Versions[len(t.Versions)-1]
	f := Facts{Date: v.From.AddDays(int(d(100))), Base: g.base(v), VATDeductible: g.one(2)}
	a, err := t.Assess(f)
	net, vat := oracle(v, f.Base.Minor(), f.VATDeductible)
	switch large := new(big.Rat).SetInt64(money.MaxMinor); {
	case net == nil || net.Cmp(large) > 0:
		if !errors.Is(err, ErrFacts) || (net != nil) != errors.Is(err, money.ErrTooLarge) {
			return fmt.Sprintf("base %s: %v, want %v", f.Base, err, ErrFacts)
		}
		return ""
	case err != nil:
		return fmt.Sprintf("base %s: %v, want %s", f.Base, err, net)
	case rat(a.Net.Minor()).Cmp(net) != 0 || rat(a.VAT.Minor()).Cmp(vat) != 0:
		return fmt.Sprintf("base %s: %s and %s, want %s and %s", f.Base, a.Net, a.VAT, net, vat)
	case a.Total.Minor() != a.Net.Minor()+a.VAT.Minor() || a.Total.Currency() != v.Currency:
		return "the total"
	case v.Min != (money.Amount{}) && a.Net.Minor() < v.Min.Minor(), v.Max != (money.Amount{}) && a.Net.Minor() > v.Max.Minor():
		return fmt.Sprintf("%s leaves %s to %s", a.Net, v.Min, v.Max)
	case a.Derivation == "" || v.Formula() == "":
		return "no text"
	}
	if again := must(t.Assess(f)); !reflect.DeepEqual(a, again) {
		return "another answer the second time"
	}
	return ""
}

func property(t *testing.T, seed int64, tests int, name string, law func(draw) string) {
	t.Helper()
	parameters := gopter.DefaultTestParametersWithSeed(seed)
	parameters.MinSuccessfulTests = tests
	properties := gopter.NewProperties(parameters)
	properties.Property(name, prop.ForAll(func(seed int64) string { return law(fromSeed(seed)) }, gen.Int64()))
	properties.TestingRun(t)
}

func TestOracle(t *testing.T) {
	property(t, 1, 3000, "an assessment is what the oracle says, within its bounds, and the same twice", broken)
}

// Marginal tiers never fall and never jump: one more minor unit adds between
// nothing and the highest per cent of it.
func TestTiersAreMonotoneAndContinuous(t *testing.T) {
	property(t, 2, 3000, "tiers", func(d draw) string {
		g := newGenerator(d)
		v := Version{From: 1, Currency: g.currency, Bands: g.tiers()}
		tariff := Tariff{Code: "tiers", Audience: Everybody, Selector: Measure, Versions: []Version{v}}
		var most interest.Percent
		for _, b := range v.Bands {
			most = max(most, b.Percent)
		}
		base := g.base(v)
		a, err := tariff.Assess(Facts{Date: 1, Base: base})
		b, err2 := tariff.Assess(Facts{Date: 1, Base: g.amount(base.Minor() + 1)})
		if err != nil || err2 != nil {
			return "" // above the last band
		}
		rise := must(b.Exact.Sub(a.Exact))
		bound := money.ExactOf(g.amount(1)).Times(int64(most), 100_000_000)
		if rise.Sign() < 0 || must(rise.Compare(bound)) > 0 || b.Net.Minor() < a.Net.Minor() {
			return fmt.Sprintf("%s at %s, %s more for one unit", a.Exact, base, rise)
		}
		return ""
	})
}
