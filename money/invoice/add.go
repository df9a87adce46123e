package invoice

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/money"
)

// exact is what unrounded rows of one rate of tax come to, as prices are stated.
type exact struct{ stated, percent *big.Rat }

// adder adds rows up.
type adder struct {
	currency    money.Currency
	rounding    Rounding
	includesVAT bool
	rows        []Sums
	rates       []string // in the order in which they appeared
	byRate      map[string]*exact
}

// row adds a row.
func (a *adder) row(r Row) error {
	percent := or(r.VATPercent, 0)
	if percent.Sign() < 0 {
		return fmt.Errorf("%s %% of tax, want at least 0", percent.RatString())
	}
	whole := new(big.Rat).Mul(or(r.Quantity, 1), or(r.UnitPrice, 0))
	off := new(big.Rat).Mul(whole, new(big.Rat).Quo(or(r.DiscountPercent, 0), big.NewRat(100, 1)))
	whole.Sub(whole, off.Add(off, or(r.Discount, 0)))
	sums, err := a.sums(exact{whole, percent})
	if err != nil {
		return err
	}
	a.rows = append(a.rows, sums)
	key := percent.RatString()
	if a.byRate[key] == nil {
		a.byRate[key] = &exact{new(big.Rat), percent}
		a.rates = append(a.rates, key)
	}
	a.byRate[key].stated.Add(a.byRate[key].stated, whole)
	return nil
}

// sums rounds what was stated and its tax; the third follows from the two.
func (a *adder) sums(e exact) (Sums, error) {
	stated, err := a.round(e.stated)
	if err != nil {
		return Sums{}, err
	}
	base := big.NewRat(100, 1)
	if a.includesVAT {
		base.Add(base, e.percent)
	}
	vat, err := a.round(new(big.Rat).Mul(e.stated, new(big.Rat).Quo(e.percent, base)))
	if err != nil {
		return Sums{}, err
	}
	if a.includesVAT {
		net, err := stated.Sub(vat)
		return Sums{Net: net, VAT: vat, Gross: stated}, err
	}
	gross, err := stated.Add(vat)
	return Sums{Net: stated, VAT: vat, Gross: gross}, err
}

// total is the whole invoice.
func (a *adder) total() (Sums, error) {
	parts := a.rows
	if a.rounding.Place == WholeInvoice {
		parts = nil
		for _, key := range a.rates {
			s, err := a.sums(*a.byRate[key])
			if err != nil {
				return Sums{}, err
			}
			parts = append(parts, s)
		}
	}
	zero := money.FromMinor(0, a.currency)
	sum := Sums{zero, zero, zero}
	for _, p := range parts {
		var errs [3]error
		sum.Net, errs[0] = sum.Net.Add(p.Net)
		sum.VAT, errs[1] = sum.VAT.Add(p.VAT)
		sum.Gross, errs[2] = sum.Gross.Add(p.Gross)
		for _, err := range errs {
			if err != nil {
				return Sums{}, err
			}
		}
	}
	if a.rounding.Total.Mode() == money.Exactly {
		return sum, nil
	}
	var err error
	sum.Gross, err = money.ExactOf(sum.Gross).Round(a.rounding.Total)
	return sum, err
}

// round makes an amount of a number of major units.
func (a *adder) round(r *big.Rat) (money.Amount, error) {
	return money.ExactOfRat(r, a.currency).Round(a.rounding.Mode)
}

// or is a number, or another where it is nil.
func or(r *big.Rat, other int64) *big.Rat {
	if r == nil {
		return big.NewRat(other, 1)
	}
	return new(big.Rat).Set(r)
}
