package fee

import (
	"strings"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// check reports the problems of a version on its own.
func (v *Version) check() (ps problems) {
	switch {
	case !v.From.Valid():
		ps.addf(-1, "valid_from", "is missing, want a day")
	case !v.Through.IsZero() && v.Through < v.From:
		ps.addf(-1, "valid_to", "%s is before the first day %s, want that day or later", v.Through, v.From)
	}
	if v.Currency.IsZero() {
		ps.addf(-1, "currency", "is missing, want one")
		return ps
	}
	if n := len(v.Bands); n == 0 || n > MaxBands {
		ps.addf(-1, "shape", "%d bands, want 1 to %d", n, MaxBands)
		return ps
	}
	v.checkTerms(&ps)
	for i := range v.Bands {
		v.checkBorders(&ps, i)
		v.checkShape(&ps, i)
		checkTexts(&ps, i, v.Bands[i].Citation, v.Bands[i].Source)
	}
	return ps
}

// checkTerms checks what holds for all bands.
func (v *Version) checkTerms(ps *problems) {
	sound := v.amount(ps, -1, "min", v.Min) && v.amount(ps, -1, "max", v.Max)
	none := money.Amount{}
	if sound && v.Min != none && v.Max != none && v.Min.Minor() > v.Max.Minor() {
		ps.addf(-1, "min", "%s is above the maximum of %s, want at most that", v.Min, v.Max)
	}
	if r := v.Rounding; !r.Valid() || r.Mode() == money.Exactly && r != money.Exactly {
		ps.addf(-1, "rounding", "%s, want a mode that rounds to a step of at most 10^15 minor units", r)
	} else if step := r.Step(); v.Min.Minor()%step != 0 || v.Max.Minor()%step != 0 {
		ps.addf(-1, "rounding", "%s of bounds %s and %s, want bounds that are whole steps", r, v.Min.Number(), v.Max.Number())
	}
	if p := v.VAT.Percent; p < 0 || p > wholePercent || p != 0 && v.VAT.Included {
		ps.addf(-1, "vat", "%s %%, %w", p, errVAT)
	}
	if v.has(Multiple) != (v.Unit != nil) {
		ps.addf(-1, "unit", "stands with no multiple, or a multiple without it, want both or none")
	}
	checkTexts(ps, -1, v.Citation, v.Source)
}

// amount checks currency and size of an amount, where there is one.
func (v *Version) amount(ps *problems, band int, column string, a money.Amount) bool {
	switch {
	case a == money.Amount{}:
		return true
	case a.Currency() != v.Currency:
		ps.addf(band, column, "%s, want the currency of the version, %s", a, v.Currency)
	case a.Sign() < 0 || a.Minor() > money.MaxMinor:
		ps.addf(band, column, "%s, want 0 to 10^15 minor units", a)
	default:
		return true
	}
	return false
}

// checkBorders checks that band i begins where the one before ends.
func (v *Version) checkBorders(ps *problems, i int) {
	b := &v.Bands[i]
	if !v.amount(ps, i, "over", b.Over) || !v.amount(ps, i, "up_to", b.UpTo) {
		return
	}
	if i > 0 {
		switch below := &v.Bands[i-1]; {
		case below.open():
			ps.addf(i-1, "up_to", "is missing, want it on every band but the last")
		case b.Over.Minor() != below.UpTo.Minor():
			ps.addf(i, "over", "%s does not continue the band up to %s, want bands without gap or overlap", money.FromMinor(b.Over.Minor(), v.Currency), below.UpTo)
		}
	}
	if !b.open() && b.UpTo.Minor() <= b.Over.Minor() {
		ps.addf(i, "up_to", "%s, want more than %s", b.UpTo, money.FromMinor(b.Over.Minor(), v.Currency))
	}
}

// uses says which of the fields of a band a shape needs.
type uses struct{ amount, percent, per, factor bool }

// fields of a shape; none of an invalid one.
func (s Shape) fields() uses {
	switch s {
	case Flat:
		return uses{amount: true}
	case Percent, PercentOfExcess, Marginal:
		return uses{percent: true}
	case PlusPercent:
		return uses{amount: true, percent: true}
	case Step:
		return uses{amount: true, per: true}
	case Multiple:
		return uses{factor: true}
	}
	return uses{}
}

// checkShape checks the fields of band i against its shape.
func (v *Version) checkShape(ps *problems, i int) {
	b, none := &v.Bands[i], money.Amount{}
	if !b.Shape.Valid() {
		ps.addf(i, "shape", "%s, want one of %s", b.Shape, strings.Join(shapeWords, ", "))
		return
	}
	u := b.Shape.fields()
	for _, f := range []struct {
		column    string
		used, set bool
	}{
		{"amount", u.amount, b.Amount != none}, {"per", u.per, b.Per != none},
		{"factor", u.factor, b.Factor != 0}, {"percent", u.percent, b.Percent != 0 || u.percent},
	} {
		switch {
		case f.used && !f.set:
			ps.addf(i, f.column, "is missing, want it for the shape %s", b.Shape)
		case f.set && !f.used:
			ps.addf(i, f.column, "is of no use to the shape %s, want none", b.Shape)
		}
	}
	v.amount(ps, i, "amount", b.Amount)
	if v.amount(ps, i, "per", b.Per) && b.Per != none && b.Per.Minor() == 0 {
		ps.addf(i, "per", "%s, want more than 0", b.Per)
	}
	if b.Percent < 0 || b.Percent > interest.MaxPercent {
		ps.addf(i, "percent", "%s %%, want 0 to 1000", b.Percent)
	}
	if b.Factor < 0 || b.Factor > interest.Factor(interest.MaxPercent) {
		ps.addf(i, "factor", "%s, want above 0 and at most 1000", b.Factor)
	}
	v.checkBelow(ps, i)
}

// checkBelow checks that band i can stand on the one below.
func (v *Version) checkBelow(ps *problems, i int) {
	switch b := &v.Bands[i]; {
	case b.Shape == Marginal && i == 0 && b.Over.Minor() != 0:
		ps.addf(i, "over", "%s, want marginal bands from 0", b.Over)
	case b.Shape == Marginal && i > 0 && v.Bands[i-1].Shape != Marginal:
		ps.addf(i, "shape", "marginal stands on %s, want marginal below, or plus-percent here", v.Bands[i-1].Shape)
	case b.Shape == Step && i > 0 && v.Bands[i-1].Shape == Multiple:
		ps.addf(i, "shape", "step stands on a multiple, want an amount or a per cent below")
	}
}
