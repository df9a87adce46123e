package dunning

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Bounds of a history.
const (
	MaxDebts    = 100_000
	MaxReceipts = 1_000_000
)

// validate reports what a history cannot be. Paths are those of a dunning file, in which
// debts are claims or installments.
func (h *History) validate(p *Policy, to *ledger.Problems) {
	if len(h.Debts) > MaxDebts {
		to.Addf("/claims", "%d debts, want at most %d", len(h.Debts), MaxDebts)
		return
	}
	grown := h.validateReceipts(to)
	h.validateDebts(to, grown)
	for _, x := range [...]struct {
		path string
		a    money.Amount
	}{{"/interest", h.Interest}, {"/fees", h.Fees}, {"/payments", h.Waiting}} {
		if x.a != (money.Amount{}) && (x.a.Currency() != h.Currency || x.a.Sign() < 0 || x.a.Minor() > money.MaxMinor) {
			to.Addf(x.path, "%s is open, want 0 %s or more within bounds", x.a, h.Currency)
		}
	}
	if h.Debtor == 0 && p.distinguishes() {
		to.Addf("/debtor", "missing, want consumer or business: levels of the policy ask")
	}
	h.validateLoan(p, to)
}

// validateReceipts also adds up by how much debts grew.
func (h *History) validateReceipts(to *ledger.Problems) (grown int64) {
	if len(h.Receipts) > MaxReceipts {
		to.Addf("/payments", "%d receipts, want at most %d", len(h.Receipts), MaxReceipts)
		return 0
	}
	for i := range h.Receipts {
		r := &h.Receipts[i]
		minor := r.Amount.Minor()
		switch {
		case !r.Date.Valid():
			to.Addf(fmt.Sprintf("/payments/%d/date", i), "no day, want a date")
		case r.Debt < 0 || r.Debt > len(h.Debts):
			to.Addf(fmt.Sprintf("/payments/%d", i), "settles debt %d, want 0 to %d", r.Debt, len(h.Debts))
		case r.Amount.Currency() != h.Currency || minor > money.MaxMinor || minor < -money.MaxMinor:
			to.Addf(fmt.Sprintf("/payments/%d/amount", i), "%s, want an amount in %s within bounds", r.Amount, h.Currency)
		case r.Debt == 0 && minor < 0:
			to.Addf(fmt.Sprintf("/payments/%d/amount", i), "%s on no debt, want more than 0", r.Amount)
		case minor < 0:
			grown = min(grown-minor, money.MaxMinor+1)
		}
	}
	return grown
}

func (h *History) validateDebts(to *ledger.Problems, grown int64) {
	list := "/claims"
	if h.Loan != nil {
		list = "/loan/installments"
	}
	sum := grown
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
		g := p.Levels[i].Gate
		if g == nil {
			continue
		}
		if len(g.Shares) > 0 && h.Loan.Nominal.Sign() <= 0 {
			to.Addf("/loan/nominal", "missing, want the nominal amount: a level of the policy goes by it")
			return
		}
		if h.Loan.Months == 0 && slices.ContainsFunc(g.Shares, func(s Share) bool { return s.Months > 0 }) {
			to.Addf("/loan/months", "missing, want the term: a level of the policy goes by it")
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
