package fee

import (
	"strings"

	"github.com/skuld-go/skuld/money"
)

// Formula is a short text of what the version charges, in major units of its
// currency, for listings:
//
//	15 % up to 2500.00, 10 % up to 5000.00, 5 % above; at least 40.00
//
// A per cent that stands alone is marginal; one of the whole base says so.
func (v Version) Formula() string {
	var bands []string
	for i := range v.Bands {
		bands = append(bands, v.rule(i)+v.border(i))
	}
	text := []string{strings.Join(bands, ", ")}
	var bounds []string
	if v.Min != (money.Amount{}) {
		bounds = append(bounds, "at least "+v.Min.Number())
	}
	if v.Max != (money.Amount{}) {
		bounds = append(bounds, "at most "+v.Max.Number())
	}
	if len(bounds) > 0 {
		text = append(text, strings.Join(bounds, ", "))
	}
	switch {
	case v.VAT.Included:
		text = append(text, "VAT included")
	case v.VAT.Percent != 0:
		text = append(text, "plus "+v.VAT.String()+" % VAT if not deductible")
	}
	if v.Rounding != money.Exactly && v.Rounding != money.HalfUp {
		text = append(text, "rounded "+v.Rounding.String())
	}
	return strings.Join(text, "; ")
}

// rule is what band i charges.
func (v *Version) rule(i int) string {
	b := &v.Bands[i]
	percent := b.Percent.String() + " %"
	switch b.Shape {
	case Percent:
		return percent + " of the whole"
	case PercentOfExcess:
		return percent + b.excess()
	case Marginal:
		return percent
	case PlusPercent:
		return b.Amount.Number() + " plus " + percent + b.excess()
	case Step:
		plus := "plus "
		if i == 0 {
			plus = ""
		}
		return plus + b.Amount.Number() + " per started " + b.Per.Number()
	case Multiple:
		unit := "unit"
		if v.Unit != nil {
			unit = v.Unit.Code
		}
		return b.Factor.String() + " × " + unit
	}
	return b.Amount.Number()
}

func (b *Band) excess() string {
	if b.Over.IsZero() {
		return " of the whole"
	}
	return " of what is over " + b.Over.Number()
}

// border says for which bases band i is.
func (v *Version) border(i int) string {
	b := &v.Bands[i]
	from := ""
	if i == 0 && !b.Over.IsZero() {
		if from = " over " + b.Over.Number(); b.UpToExclusive {
			from = " from " + b.Over.Number()
		}
	}
	switch {
	case b.open() && i == 0:
		return from
	case b.open() && v.Bands[i-1].UpToExclusive:
		return " from " + b.Over.Number()
	case b.open():
		return " above"
	case b.UpToExclusive:
		return from + " below " + b.UpTo.Number()
	}
	return from + " up to " + b.UpTo.Number()
}
