package contract

import (
	"math/big"
	"slices"

	"github.com/skuld-go/skuld/calendar"
)

// derive finds the level that closes the loan on the last of the dates that it is spread
// over, from the first of them on or after a day that is not paid yet: business days may
// bring it before a reset of an earlier day. Where none is left the level stays.
//
// With the balance B at the first of these dates, interest included, and growth gᵢ = 1 +
// rate × fraction between the date before and date i, the level is B·g₂·…·gₙ / (1 + gₙ +
// gₙ·gₙ₋₁ + … + gₙ·…·g₂): what is open after the last level is paid is 0.
func (s *state) derive(day calendar.Date) error {
	next, _ := slices.BinarySearch(s.f.level, max(day, s.repaid+1))
	if next == len(s.f.level) {
		return nil
	}
	dates := s.f.level[next:]
	due := new(big.Rat).Add(s.balance, s.accrued)
	if dates[0] > s.to && s.rate.Sign() != 0 {
		own, err := s.bears(dates[0])
		if err != nil {
			return err
		}
		due.Add(due, own)
	}
	var p products
	p.start()
	for i := 1; i < len(dates); i++ {
		f, err := s.t.DayCount.Fraction(calendar.Period{From: dates[i-1], To: dates[i]})
		if err != nil && s.rate.Sign() != 0 {
			return err
		}
		if !p.grow(s.rate, f) {
			return errLevel
		}
	}
	s.level = quotient(p.product.Mul(p.product, due.Num()), p.sum.Mul(p.sum, due.Denom()))
	return nil
}

// products are g₂·…·gᵢ and 1 + gᵢ + gᵢ·gᵢ₋₁ + … over one denominator, which is left
// out of their quotient.
type products struct{ product, sum, den *big.Int }

func (p *products) start() {
	p.product, p.sum, p.den = big.NewInt(1), big.NewInt(1), big.NewInt(1)
}

// grow takes one more period, and reports false where nothing is left of a balance
// then. What would grow beyond its bound loses its last bits from all three; the
// quotient keeps some thousand.
func (p *products) grow(rate *big.Rat, f calendar.Fraction) bool {
	den := big.NewInt(max(f.Den, 1))
	num := new(big.Int).Mul(rate.Num(), big.NewInt(f.Num))
	den.Mul(den, rate.Denom())
	if num.Add(num, den).Sign() <= 0 {
		return false
	}
	p.product.Mul(p.product, num)
	p.den.Mul(p.den, den)
	p.sum.Mul(p.sum, num)
	p.sum.Add(p.sum, p.den)
	least := min(p.product.BitLen(), p.sum.BitLen(), p.den.BitLen())
	if over := least - productBits; over > 0 {
		for _, x := range []*big.Int{p.product, p.sum, p.den} {
			x.Rsh(x, uint(over))
		}
	}
	return true
}
