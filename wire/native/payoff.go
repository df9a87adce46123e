package native

import (
	"errors"
	"io"

	"github.com/skuld-go/skuld/ledger"
)

type payoffForm struct {
	Case      string        `json:"case"`
	On        string        `json:"on"`
	Currency  string        `json:"currency"`
	Amount    string        `json:"amount"`
	Breakdown totalsForm    `json:"breakdown"`
	Findings  []findingForm `json:"findings,omitempty"`
}

// EncodePayoff writes a payoff, indented by two blanks, with money in the decimals
// of its currency. The list of findings is there only when it is not empty: a
// payoff on provisional rates must not look like a certain one. Nothing is
// written on an error, which can only come from w or from a payoff that is nil.
func EncodePayoff(w io.Writer, p *ledger.Payoff) error {
	if p == nil {
		return errors.New("no payoff, want one")
	}
	text, err := indented(payoffForm{
		Case: p.Case, On: p.On.String(), Currency: p.Currency.Code(), Amount: p.Amount.Number(),
		Breakdown: totals(p.Breakdown), Findings: each(p.Findings, finding),
	})
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}
