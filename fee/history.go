package fee

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Notice is a letter or message to the debtor.
type Notice struct {
	// Kind in the words of fee codes: "reminder", "demand".
	Kind string
	// Sent and Delivered are days; no date is not known.
	Sent, Delivered calendar.Date
	// Amount of the fee that the notice announced; the zero Amount is none.
	Amount money.Amount
}

// Charge is a fee that was charged.
type Charge struct {
	Code   string
	Date   calendar.Date
	Amount money.Amount
}

// History is what guards look at: facts about the debt and about what was done
// so far. All of it counts, whatever day is asked for.
type History struct {
	// Due day of the debt.
	Due calendar.Date
	// ArrearsSince is the first day of the present unbroken period of arrears; no
	// date counts every fee into it.
	ArrearsSince calendar.Date
	// Base is the principal that limits go by.
	Base money.Amount
	// Amount is the fee asked for, with VAT, as it would be charged.
	Amount money.Amount
	// Agreed says that the fee was agreed when the debt arose, ByCreditor that the
	// creditor acts itself, Enforceable that the debt is enforceable directly.
	Agreed, ByCreditor, Enforceable bool
	// PlanBroken says that a payment plan on the debt was broken.
	PlanBroken bool
	// Notices and Charged in any order. Fees that were credited do not belong here.
	Notices []Notice
	Charged []Charge
}

// names reports whether a list has a code, or is empty and so means any.
func names(codes []string, code string) bool {
	return len(codes) == 0 || slices.Contains(codes, code)
}

// latest is the latest day of a notice or fee of the codes.
func (h History) latest(codes []string) calendar.Date {
	var latest calendar.Date
	for _, n := range h.Notices {
		if names(codes, n.Kind) {
			latest = max(latest, first(n.Sent, n.Delivered))
		}
	}
	for _, c := range h.Charged {
		if names(codes, c.Code) {
			latest = max(latest, c.Date)
		}
	}
	return latest
}

// count is how many fees a guard counts.
func (h History) count(g Guard) int {
	n := 0
	for _, c := range h.Charged {
		if names(g.Codes, c.Code) && (!g.Run || c.Date >= h.ArrearsSince) {
			n++
		}
	}
	return n
}
