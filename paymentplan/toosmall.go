package paymentplan

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// ErrNegativeAmortization says that a row does not cover its interest and fee, so that
// the debt would grow. ErrEndless says that a plan does not end within MaxRows rows.
// Both come as a *TooSmallError.
var (
	ErrNegativeAmortization = errors.New("the amount does not cover interest and fee")
	ErrEndless              = fmt.Errorf("the plan does not end within %d rows or by %d", MaxRows, ledger.LastYear)
)

// ErrNothingOpen is the cause of the problem at /case where nothing is owed on the start
// of a plan over a case.
var ErrNothingOpen = errors.New("nothing is open")

// TooSmallError is an amount that does not pay a debt off.
type TooSmallError struct {
	// Amount is the level, Smallest the smallest that works, a multiple of the step;
	// the zero Amount where none does.
	Amount, Smallest money.Amount
	// Row is the first that does not cover its interest, 0 for an endless plan.
	Row int
	// Interest and Fee of that row.
	Interest, Fee money.Amount
	// Unknown is why Smallest could not be found, such as a rate that is not known; nil
	// where it was, or where no amount works.
	Unknown error
}

// Error names the amount and the smallest that works.
func (e *TooSmallError) Error() string {
	want := "want another request, for no amount works"
	switch {
	case e.Unknown != nil:
		want = fmt.Sprintf("want more; how much cannot be said (%v)", e.Unknown)
	case e.Smallest.Minor() > 0:
		want = "want at least " + e.Smallest.String()
	}
	if e.Row == 0 {
		return fmt.Sprintf("%s a row: %v, %s", e.Amount, ErrEndless, want)
	}
	return fmt.Sprintf("%s a row does not cover the interest of %s and the fee of %s in row %d, %s", e.Amount, e.Interest, e.Fee, e.Row, want)
}

// Unwrap gives ErrNegativeAmortization or ErrEndless.
func (e *TooSmallError) Unwrap() error {
	if e.Row == 0 {
		return ErrEndless
	}
	return ErrNegativeAmortization
}
