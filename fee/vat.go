package fee

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// VAT says what a version does about value added tax. The zero value is none.
type VAT struct {
	// Included says that the amounts hold whatever VAT there is.
	Included bool
	// Percent is added to the fee when the creditor cannot deduct VAT: 0 to 100,
	// and 0 if Included.
	Percent interest.Percent
}

var errVAT = errors.New("want none, included or a per cent above 0 and at most 100 with at most 6 decimals")

// ParseVAT reads "none", "included" or a per cent such as "21".
func ParseVAT(s string) (VAT, error) {
	switch s {
	case "none":
		return VAT{}, nil
	case "included":
		return VAT{Included: true}, nil
	}
	p, err := interest.ParsePercent(s)
	if err != nil || p <= 0 || p > wholePercent {
		return VAT{}, fmt.Errorf("%s is not a VAT, %w", words.Quote(s), errVAT)
	}
	return VAT{Percent: p}, nil
}

// String gives the text that [ParseVAT] reads.
func (v VAT) String() string {
	switch {
	case v.Included:
		return "included"
	case v.Percent == 0:
		return "none"
	}
	return v.Percent.String()
}

// on is the VAT on a fee, rounded half up to one minor unit.
func (v VAT) on(net money.Amount, deductible bool) (money.Amount, error) {
	if deductible {
		return money.FromMinor(0, net.Currency()), nil
	}
	return percentOf(net, v.Percent).Round(money.HalfUp)
}

// percentOf is a per cent of an amount, exactly.
func percentOf(a money.Amount, p interest.Percent) money.Exact {
	return money.ExactOf(a).Times(int64(p), int64(wholePercent))
}
