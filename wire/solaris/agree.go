package solaris

import (
	"fmt"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// agree notes amounts and numbers that are given twice in other words and differ: figures
// would follow one of them and drop the other.
func (h *History) agree() ledger.Problems {
	var problems ledger.Problems
	h.agreeReturns(&problems)
	loan := h.Request.Loan
	if loan == nil {
		return problems
	}
	if n := len(h.Request.Installments); loan.Months > 0 && n > loan.Months {
		problems.Addf("/loan/term", "a term of %d for %d installments, want at least a month for each", loan.Months, n)
	}
	sum, zero := loan.Nominal, money.Amount{}
	if sum == zero {
		return problems
	}
	sum = money.FromMinor(0, sum.Currency())
	for i := range h.Request.Installments {
		principal := h.Request.Installments[i].Principal
		if principal == zero || principal.Sign() < 0 {
			continue // not given, or a problem already
		}
		var err error
		if sum, err = sum.Add(principal); err != nil {
			return problems
		}
	}
	if more, err := sum.Sub(loan.Nominal); err == nil && loan.Nominal.Sign() > 0 && more.Sign() > 0 {
		problems.Addf("/loan/loan_amount", "%s, though the installments repay %s of principal, want at least that", loan.Nominal, sum)
	}
	return problems
}

// agreeReturns notes returns whose amount is not that of the repayment they name: it is
// taken back as a whole.
func (h *History) agreeReturns(problems *ledger.Problems) {
	c := &h.Request.Case
	paid := make(map[string]money.Amount, len(c.Payments))
	for i := range c.Payments {
		if _, twice := paid[c.Payments[i].ID]; !twice {
			paid[c.Payments[i].ID] = c.Payments[i].Amount
		}
	}
	if h.Request.Loan == nil {
		return
	}
	for k := range c.Reversals {
		i, want := h.returns[k], paid[c.Reversals[k].Payment]
		have := h.Request.Loan.Returns[i].Amount
		if zero := (money.Amount{}); have == want || have == zero || want == zero {
			continue
		}
		problems.Addf(fmt.Sprintf("/direct_debit_returns/%d/amount", i), "%s, want %s: that of the repayment it names, which it takes back as a whole", have, want)
	}
}
