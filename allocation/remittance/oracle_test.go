package remittance_test

import (
	"math/big"

	"github.com/skuld-go/skuld/allocation"
	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/money"
)

// figures are minor units by name.
type figures map[string]int64

func figuresOf(r Remittance) figures {
	return figures{
		"commission due": r.Commission.Due.Minor(), "commission withdrawn": r.Commission.Withdrawn.Minor(),
		"commission netted": r.Commission.Netted.Minor(), "commission to invoice": r.Commission.ToInvoice.Minor(),
		"vat due": r.VAT.Due.Minor(), "vat withdrawn": r.VAT.Withdrawn.Minor(),
		"vat netted": r.VAT.Netted.Minor(), "vat to invoice": r.VAT.ToInvoice.Minor(),
		"retained": r.Retained.Minor(), "retained to invoice": r.RetainedToInvoice.Minor(), "free": r.Free.Minor(),
		"unallocated": r.Unallocated.Minor(), "payable": r.Payable.Minor(), "held": r.Held.Minor(),
	}
}

// oracle computes a valid input again, in big.Rat and by other formulas: it goes
// from line to rule and takes tiers by their differences.
func oracle(in Input) figures {
	sign := int64(1)
	if in.Received.Sign() < 0 {
		sign = -1
	}
	bases, total := map[int]int64{}, int64(0)
	for _, l := range in.Lines {
		bases[firstRule(in, l.Component)] += sign * l.Amount.Minor()
		total += sign * l.Amount.Minor()
	}
	f := figures{"commission due": 0, "retained": 0, "free": bases[-1], "unallocated": sign*in.Received.Minor() - total}
	kept := int64(0)
	for i, r := range in.Tariff.Rules {
		if r.Retain {
			kept += bases[i]
		} else if bases[i] > 0 {
			f["commission due"] += oracleRound(oracleCharge(r, bases[i]), in.Tariff.Rounding)
		}
	}
	vat := new(big.Rat).Mul(big.NewRat(f["commission due"], 1), oraclePercent(int64(in.Tariff.VAT)))
	f["vat due"] = oracleRound(vat, in.Tariff.VATRounding)
	f["retained to invoice"] = kept
	hand := int64(0)
	if !in.Direct {
		f["retained"], f["retained to invoice"] = kept, 0
		hand = total - kept
	}
	oracleLegs(f, in, hand, sign)
	rest := hand - f["commission withdrawn"] - f["vat withdrawn"]
	f["payable"], f["held"] = rest, 0
	if in.TrustProhibited {
		f["payable"], f["held"] = 0, rest
	}
	for name := range f {
		f[name] *= sign
	}
	return f
}

func firstRule(in Input, c allocation.Component) int {
	for i, r := range in.Tariff.Rules {
		for _, named := range r.Components {
			if named == c && (r.Phase == "" || r.Phase == in.Phase) {
				return i
			}
		}
	}
	return -1
}

func oraclePercent(millionths int64) *big.Rat { return big.NewRat(millionths, 100*1_000_000) }

// oracleCharge adds, for every tier, its difference to the one before on all that
// lies above the start of the tier.
func oracleCharge(r Rule, base int64) *big.Rat {
	sum := big.NewRat(r.Flat.Minor(), 1)
	sum.Add(sum, new(big.Rat).Mul(big.NewRat(base, 1), oraclePercent(int64(r.Percent))))
	before, start := int64(0), int64(0)
	for _, t := range r.Tiers {
		if above := base - start; above > 0 {
			sum.Add(sum, new(big.Rat).Mul(big.NewRat(above, 1), oraclePercent(int64(t.Percent)-before)))
		}
		before, start = int64(t.Percent), t.UpTo.Minor()
	}
	if least := big.NewRat(r.Min.Minor(), 1); r.Min != (money.Amount{}) && sum.Cmp(least) < 0 {
		sum = least
	}
	if most := big.NewRat(r.Max.Minor(), 1); r.Max != (money.Amount{}) && sum.Cmp(most) > 0 {
		sum = most
	}
	return sum
}

// oracleRound rounds a number of 0 or more.
func oracleRound(n *big.Rat, r money.Rounding) int64 {
	step := r.Step()
	n = new(big.Rat).Quo(n, big.NewRat(step, 1))
	whole := new(big.Int).Quo(n.Num(), n.Denom()).Int64()
	rest := new(big.Rat).Sub(n, big.NewRat(whole, 1))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch r.Mode() {
	case money.Exactly, money.HalfUp:
		up = half >= 0
	case money.HalfDown:
		up = half > 0
	case money.HalfEven:
		up = half > 0 || half == 0 && whole%2 == 1
	case money.Up, money.Ceiling:
		up = rest.Sign() > 0
	}
	if up {
		whole++
	}
	return whole * step
}

// oracleLegs takes commission and VAT from two purses.
func oracleLegs(f figures, in Input, hand, sign int64) {
	credit := in.CreditorCredit.Minor()
	if in.Tariff.NoWithdrawal {
		hand = 0
	}
	if in.Tariff.NoNetting || sign < 0 {
		credit = 0
	}
	c, v := f["commission due"], f["vat due"]
	for _, purse := range []struct {
		name  string
		money int64
	}{{" withdrawn", hand}, {" netted", credit}} {
		use := min(purse.money, c+v)
		var ofCommission int64
		switch in.Tariff.Cover {
		case ProRata:
			if c+v > 0 {
				split, err := money.FromMinor(use, money.MustCurrency("SEK")).Split([]int64{c, v})
				if err != nil {
					panic(err)
				}
				ofCommission = split[0].Minor()
			}
		case VATFirst:
			ofCommission = max(0, use-v)
		default:
			ofCommission = min(use, c)
		}
		f["commission"+purse.name], f["vat"+purse.name] = ofCommission, use-ofCommission
		c, v = c-ofCommission, v-(use-ofCommission)
	}
	f["commission to invoice"], f["vat to invoice"] = c, v
}
