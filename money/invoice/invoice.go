package invoice

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/money"
)

// ErrRows marks rows that cannot be added up.
var ErrRows = errors.New("rows cannot be added up")

// MaxRows bounds the rows of an invoice.
const MaxRows = 1_000

// Place says which sums are rounded. The zero value is invalid.
type Place uint8

const (
	// EachRow rounds the sum and the tax of every row; the invoice is their sum.
	EachRow Place = iota + 1
	// WholeInvoice adds up exactly and rounds the sum and the tax of every rate once.
	WholeInvoice
)

// Rounding says how the sums of an invoice become minor units. The zero value is
// invalid; [Commercial] is the usual choice.
type Rounding struct {
	Place Place
	// Mode of row sums and tax.
	Mode money.Rounding
	// Total is how the whole invoice is rounded in the end, such as
	// money.HalfUp.ToStep(100) to whole kronor; the zero value leaves it.
	Total money.Rounding
}

// Commercial rounds each row half up to the minor unit and leaves the total.
func Commercial() Rounding { return Rounding{Place: EachRow, Mode: money.HalfUp} }

// Row is a line of an invoice. Numbers are exact and may be below zero, as for goods
// that came back; nil stands for 0, and of Quantity for 1.
type Row struct {
	Quantity, UnitPrice *big.Rat
	// Discount in major units off the row, DiscountPercent in per cent of quantity ×
	// unit price; a row may have both.
	Discount, DiscountPercent *big.Rat
	// VATPercent is the rate of tax, at least 0.
	VATPercent *big.Rat
}

// Sums are a row or an invoice: Gross = Net + VAT, but for the rounding of a whole
// invoice, which is in Gross alone.
type Sums struct{ Net, VAT, Gross money.Amount }

// Result is an invoice added up.
type Result struct {
	// Rows are rounded each for itself, whatever the place, to be compared with what an
	// invoice shows.
	Rows []Sums
	// Total is the invoice by the rounding that was asked for.
	Total Sums
}

// Add adds the rows of an invoice up. includesVAT says that unit prices and discounts
// include the tax. Errors wrap [ErrRows]: no or too many rows, a rounding that is not
// valid, a tax below zero, sums that an amount cannot hold ([money.ErrTooLarge]).
func Add(rows []Row, includesVAT bool, c money.Currency, r Rounding) (Result, error) {
	switch {
	case len(rows) == 0 || len(rows) > MaxRows:
		return Result{}, fmt.Errorf("%w: %d rows, want 1 to %d", ErrRows, len(rows), MaxRows)
	case r.Place != EachRow && r.Place != WholeInvoice || !r.Mode.Valid() || r.Mode.Mode() == money.Exactly || !r.Total.Valid():
		return Result{}, fmt.Errorf("%w: no valid rounding, want a place and a mode", ErrRows)
	}
	a := adder{currency: c, rounding: r, includesVAT: includesVAT, byRate: map[string]*exact{}}
	for i, row := range rows {
		if err := a.row(row); err != nil {
			return Result{}, fmt.Errorf("%w: row %d: %w", ErrRows, i+1, err)
		}
	}
	total, err := a.total()
	if err != nil {
		return Result{}, fmt.Errorf("%w: %w", ErrRows, err)
	}
	return Result{Rows: a.rows, Total: total}, nil
}
