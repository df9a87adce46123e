package native

import (
	"fmt"
	"io"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

type tariffForm struct {
	Code     string      `json:"code"`
	Audience string      `json:"audience"`
	Selector string      `json:"selector"`
	From     string      `json:"from"`
	Through  string      `json:"through"` // "" where no end is known
	Formula  string      `json:"formula"`
	Amount   string      `json:"amount,omitempty"` // of a flat fee
	Tiers    []bandForm  `json:"tiers,omitempty"`  // of any other
	Min      string      `json:"min,omitempty"`
	Max      string      `json:"max,omitempty"`
	Unit     string      `json:"unit,omitempty"`
	Currency string      `json:"currency"`
	VAT      string      `json:"vat"`
	Guards   []guardForm `json:"guards"`
	Citation string      `json:"citation"`
	Source   string      `json:"source"`
	Evidence string      `json:"evidence"`
}

type bandForm struct {
	Over      string `json:"over"`
	UpTo      string `json:"upTo"` // "" where open above
	Exclusive bool   `json:"exclusive,omitempty"`
	Shape     string `json:"shape"`
	Amount    string `json:"amount,omitempty"`
	Percent   string `json:"percent,omitempty"`
	Per       string `json:"per,omitempty"`
	Factor    string `json:"factor,omitempty"`
}

type guardForm struct {
	Rule     string `json:"rule"`
	Text     string `json:"text"`
	Citation string `json:"citation"`
}

// EncodeFees writes the versions of tariffs that are in force on a day, in the
// order given, indented by two blanks. A tariff without a version on that day is
// left out. Amounts have the decimals of their currency; per cents are of the base
// and not of a year; days are inclusive. Errors are those of w.
func EncodeFees(w io.Writer, tariffs []fee.Tariff, on calendar.Date) error {
	all := []tariffForm{}
	for _, t := range tariffs {
		if v, ok := t.On(on); ok {
			all = append(all, tariff(t, v))
		}
	}
	text, err := indented(all)
	if err != nil {
		return fmt.Errorf("tariffs: %w", err)
	}
	_, err = w.Write(text)
	return err
}

func tariff(t fee.Tariff, v fee.Version) tariffForm {
	f := tariffForm{
		Code: t.Code, Audience: t.Audience.String(), Selector: t.Selector.String(), From: v.From.String(), Through: v.Through.String(),
		Formula: v.Formula(), Min: v.Min.Number(), Max: v.Max.Number(), Currency: v.Currency.Code(), VAT: v.VAT.String(),
		Citation: v.Citation, Source: v.Source, Evidence: v.Evidence.String(),
		Guards: each(t.Guards, func(g fee.Guard) guardForm { return guardForm{g.String(), g.Text(), g.Citation} }),
	}
	if v.Unit != nil {
		f.Unit = v.Unit.Code
	}
	if b := v.Bands[0]; len(v.Bands) == 1 && b.Shape == fee.Flat && b.UpTo == (money.Amount{}) {
		f.Amount = b.Amount.Number()
		return f
	}
	f.Tiers = each(v.Bands, band)
	return f
}

func band(b fee.Band) bandForm {
	f := bandForm{
		Over: b.Over.Number(), UpTo: b.UpTo.Number(), Exclusive: b.UpToExclusive, Shape: b.Shape.String(),
		Amount: b.Amount.Number(), Per: b.Per.Number(),
	}
	if b.Percent != 0 {
		f.Percent = b.Percent.String()
	}
	if b.Factor != 0 {
		f.Factor = interest.Percent(b.Factor).String()
	}
	return f
}
