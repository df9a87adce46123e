package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// MaxDebts of a history.
const MaxDebts = 100_000

// validate reports what a history cannot be. Paths are those of a dunning file, in which
// debts are claims or installments.
func (h *History) validate(p *Policy, to *ledger.Problems) {
	if len(h.Debts) > MaxDebts {
		to.Addf("/claims", "%d debts, want at most %d", len(h.Debts), MaxDebts)
		return
	}
	h.validateDebts(to)
	for i := range h.Receipts {
		r := &h.Receipts[i]
		switch {
		case !r.Date.Valid():
			to.Addf(fmt.Sprintf("/payments/%d/date", i), "no day, want a date")
		case r.Debt < 0 || r.Debt > len(h.Debts):
			to.Addf(fmt.Sprintf("/payments/%d", i), "settles debt %d, want 0 to %d", r.Debt, len(h.Debts))
		case r.Debt == 0 && r.Amount.Sign() < 0:
			to.Addf(fmt.Sprintf("/payments/%d/amount", i), "%s on no debt, want more than 0", r.Amount)
		}
	}
	if h.Debtor == 0 && p.distinguishes() {
		to.Addf("/debtor", "missing, want consumer or business: levels of the policy ask")
	}
	h.validateLoan(p, to)
}

func (h *History) validateDebts(to *ledger.Problems) {
	list := "/claims"
	if h.Loan != nil {
		list = "/loan/installments"
	}
	var sum int64
	for i := range h.Debts {
		d := &h.Debts[i]
		sum += d.Amount.Minor()
		switch {
		case !d.Due.Valid():
			to.Addf(fmt.Sprintf("%s/%d/due", list, i), "no day, want the last day on which paying is in time")
		case d.Amount.Sign() < 0 || d.Amount.Currency() != h.Currency:
			to.Addf(fmt.Sprintf("%s/%d/amount", list, i), "%s, want 0 %s or more", d.Amount, h.Currency)
		case d.Principal.Minor() > d.Amount.Minor() || d.Principal.Sign() < 0:
			to.Addf(fmt.Sprintf("%s/%d/principal", list, i), "%s, want 0 to %s", d.Principal, d.Amount)
		}
		if sum > money.MaxMinor {
			to.Addf(list, "more than %s in all, want at most that", money.FromMinor(money.MaxMinor, h.Currency))
			return
		}
	}
}

// validateLoan asks for what gates go by.
func (h *History) validateLoan(p *Policy, to *ledger.Problems) {
	if h.Loan == nil {
		return
	}
	for i := range p.Levels {
		if g := p.Levels[i].Gate; g != nil && len(g.Shares) > 0 && h.Loan.Nominal.Sign() <= 0 {
			to.Addf("/loan/nominal", "missing, want the nominal amount: a level of the policy goes by it")
			return
		}
	}
}

// distinguishes reports whether a level is not for everybody.
func (p *Policy) distinguishes() bool {
	for i := range p.Levels {
		if a := p.Levels[i].Audience; a != 0 && a != fee.Everybody {
			return true
		}
	}
	return false
}
