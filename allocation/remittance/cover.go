package remittance

import "math/bits"

// parts are minor units of commission and of VAT, each 0 or more.
type parts struct{ commission, vat int64 }

func (p parts) less(q parts) parts { return parts{p.commission - q.commission, p.vat - q.vat} }

// cover is how much of each part is covered by money of 0 or more.
func (p parts) cover(available int64, by Cover) parts {
	available = min(available, p.commission+p.vat)
	switch by {
	case VATFirst:
		vat := min(available, p.vat)
		return parts{available - vat, vat}
	case ProRata:
		commission := p.share(available)
		return parts{commission, available - commission}
	default:
		commission := min(available, p.commission)
		return parts{commission, available - commission}
	}
}

// share is the commission's part of money that is at most the whole: available ×
// commission / (commission + VAT), rounded to the nearest, ties up. Between two
// parts that is the largest remainder with ties to the first, and neither part
// gets more than itself.
func (p parts) share(available int64) int64 {
	whole := uint64(p.commission + p.vat)
	if whole == 0 {
		return 0
	}
	// The quotient is at most available, so the high word is below whole.
	hi, lo := bits.Mul64(uint64(available), uint64(p.commission))
	quo, rem := bits.Div64(hi, lo, whole)
	if rem >= whole-rem {
		quo++
	}
	return int64(quo)
}
