package fee

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/money"
)

// term is a part of a value, with its text.
type term struct {
	exact money.Exact
	text  string
}

// evaluate fills in the value of band i, before bounds, and how it came about.
func (a *Assessment) evaluate(i int) error {
	terms := a.Version.terms(i, a.Base, a.Unit)
	for k, t := range terms {
		var err error
		if a.Exact, err = a.Exact.Add(t.exact); err != nil {
			return fmt.Errorf("%w: %w", ErrTariff, err)
		}
		if k > 0 {
			a.Derivation += " + "
		}
		a.Derivation += t.text
	}
	if value := number(a.Exact); a.Derivation != value {
		a.Derivation += " = " + value
	}
	return nil
}

// settle makes the fee of the value: bounds, rounding, VAT.
func (a *Assessment) settle(deductible bool) error {
	v := &a.Version
	bounded := v.bound(a.Exact, &a.Bound)
	var err error
	if a.Net, err = bounded.Round(first(v.Rounding, money.HalfUp)); err == nil && a.Net.Minor() > money.MaxMinor {
		err = money.ErrTooLarge
	}
	if err != nil {
		return fmt.Errorf("%w: base %s: %w", ErrFacts, a.Base, err)
	}
	if a.VAT, err = v.VAT.on(a.Net, deductible); err == nil {
		a.Total, err = a.Net.Add(a.VAT)
	}
	if err != nil {
		return fmt.Errorf("%w: VAT on %s: %w", ErrFacts, a.Net, err)
	}
	a.Derivation += a.settlement(bounded)
	return nil
}

// settlement is the end of the derivation: what settle did.
func (a *Assessment) settlement(bounded money.Exact) string {
	s := ""
	switch a.Bound {
	case RaisedToMin:
		s = ", at least " + a.Version.Min.Number()
	case CutToMax:
		s = ", at most " + a.Version.Max.Number()
	}
	if net := a.Net.Number(); number(bounded) != net {
		s += ", rounded to " + net
	}
	if !a.VAT.IsZero() {
		s += "; " + a.Version.VAT.String() + " % VAT " + a.VAT.Number() + ", total " + a.Total.Number()
	}
	return s
}

// terms divides the value of band i for a base into parts that add up to it.
func (v *Version) terms(i int, base money.Amount, unit *Assessment) []term {
	b := &v.Bands[i]
	excess := money.FromMinor(base.Minor()-b.Over.Minor(), v.Currency)
	switch b.Shape {
	case Percent:
		return []term{b.percentage(base, "")}
	case PercentOfExcess:
		return []term{b.percentage(excess, b.beyond())}
	case PlusPercent:
		return []term{amountTerm(b.Amount), b.percentage(excess, b.beyond())}
	case Marginal:
		return v.tiers(i, base)
	case Step:
		return v.steps(i, excess)
	case Multiple:
		return []term{{
			unit.Exact.Times(int64(b.Factor), 1_000_000),
			b.Factor.String() + " × " + unit.Code + " " + number(unit.Exact),
		}}
	}
	return []term{amountTerm(b.Amount)}
}

func amountTerm(a money.Amount) term { return term{money.ExactOf(a), a.Number()} }

// percentage is the band's per cent of a part of the base.
func (b *Band) percentage(part money.Amount, of string) term {
	return term{percentOf(part, b.Percent), b.Percent.String() + " % of " + part.Number() + of}
}

// beyond names the lower border where it matters.
func (b *Band) beyond() string {
	if b.Over.IsZero() {
		return ""
	}
	return " over " + b.Over.Number()
}

// tiers gives a part for each marginal band up to i that holds some of the base.
func (v *Version) tiers(i int, base money.Amount) []term {
	var terms []term
	for k := range v.Bands[:i+1] {
		b := &v.Bands[k]
		top := base.Minor()
		if k < i {
			top = b.UpTo.Minor()
		}
		if part := top - b.Over.Minor(); part > 0 || i == 0 {
			terms = append(terms, b.percentage(money.FromMinor(part, v.Currency), ""))
		}
	}
	return terms
}

// steps gives the value of the band below and the started steps of this one.
func (v *Version) steps(i int, excess money.Amount) []term {
	var terms []term
	if i > 0 {
		terms = v.terms(i-1, v.Bands[i-1].UpTo, nil)
	}
	b := &v.Bands[i]
	n := (excess.Minor() + b.Per.Minor() - 1) / b.Per.Minor() // at most 2·10¹⁵ above
	return append(terms, term{
		money.ExactOf(b.Amount).Times(n, 1),
		strconv.FormatInt(n, 10) + " × " + b.Amount.Number(),
	})
}

// bound applies Min and then Max to a value, both in the version's currency.
func (v *Version) bound(e money.Exact, which *Bound) money.Exact {
	if least := money.ExactOf(v.Min); v.Min != (money.Amount{}) && less(e, least) {
		e, *which = least, RaisedToMin
	}
	if most := money.ExactOf(v.Max); v.Max != (money.Amount{}) && less(most, e) {
		e, *which = most, CutToMax
	}
	return e
}

// less compares values of one currency.
func less(a, b money.Exact) bool {
	n, err := a.Compare(b)
	return err == nil && n < 0
}

// shownDecimals is how many decimals of a value are printed at most.
const shownDecimals = 12

// number prints a value in major units without superfluous zeros, but with at
// least the decimals of its currency.
func number(e money.Exact) string {
	s := e.FixedMode(shownDecimals, money.Exactly)
	if strings.Contains(s, "/") {
		return e.Fixed(shownDecimals) + "…"
	}
	digits := e.Currency().Digits()
	s = strings.TrimRight(s, "0")
	whole, frac, _ := strings.Cut(s, ".")
	if frac += strings.Repeat("0", max(0, digits-len(frac))); frac == "" {
		return whole
	}
	return whole + "." + frac
}
