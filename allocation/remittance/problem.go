package remittance

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/money"
)

// ErrRemittance marks an input that cannot be worked with.
var ErrRemittance = errors.New("not a payment to settle with the creditor")

// Problem is one thing that is wrong with an input: where, as a JSON Pointer
// relative to the input of the function, and what is wrong and was wanted.
type Problem struct {
	Path    string
	Message string
}

// Error is "PATH: what is wrong, what was wanted".
func (p *Problem) Error() string { return p.Path + ": " + p.Message }

// Unwrap gives ErrRemittance.
func (p *Problem) Unwrap() error { return ErrRemittance }

// problems collects what is wrong, in the order found.
type problems []error

func (ps *problems) addf(path, format string, args ...any) {
	*ps = append(*ps, &Problem{path, fmt.Sprintf(format, args...)})
}

// show is how a problem prints an amount.
func show(a money.Amount) string {
	if a.Currency().IsZero() {
		return "no amount"
	}
	return a.String()
}
