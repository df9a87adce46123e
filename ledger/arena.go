package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Arena holds the facts of many cases, flattened into a few shared slices, for totals
// without explanation. Its cases are worked out by [Worker]s, each over a range of its
// own; the figures are those of [Book.Statement] to the cent, case by case.
//
// Claims with interest of either kind, openings, fees with an amount, payments, holds
// of every scope, adjustments, capitalizations, annual compounding, refunds,
// write-offs, credit notes and a closing are worked out fast, under every order of
// settlement. What else a case may hold (cost caps, fees by tariff, reversals that are
// no void) makes it a case that is kept as it is and folded, which [CaseTotals.Way]
// tells.
//
// The zero value is ready. Appending is for one goroutine, before the workers start; an
// arena that is not appended to is safe for any number of them. The slices of cases
// that it had to keep must not be changed afterwards.
type Arena struct {
	compiler  interest.Compiler
	cases     []flatCase
	items     []flatItem
	courses   []flatCourse
	events    []flatEvent
	orders    []flatOrder
	cells     []cell32
	special   []specialPayment
	templates []allocation.Item
	rates     []int64
	blocks    []flatBlock
	kept      []keptCase
	sorting   []datedEvent // scratch of appending
	ranked    []rankedItem
}

// Way is how a case comes to its totals. The zero value is invalid.
type Way uint8

const (
	// ByIntegral takes the interest between two facts in one multiplication.
	ByIntegral Way = iota + 1
	// ByWalk goes through the segments of at least one claim.
	ByWalk
	// ByFold makes the statement and reads its totals.
	ByFold
	// Failed is a case that has no statement: [Arena.Statement] says why.
	Failed
)

var wayNames = []string{"", "integral", "walk", "fold", "failed"}

// String names the way.
func (w Way) String() string { return kindName(wayNames, uint8(w)) }

// CaseTotals are the totals of a case in minor units of its currency. They are plain
// numbers, so that millions fit into one slice; [CaseTotals.Totals] and
// [CaseTotals.Paid] make amounts of them.
type CaseTotals struct {
	Principal, Capitalized, ContractInterest, DefaultInterest, Fees int64
	// The others are what payments settled, and what they left; Unallocated is never
	// below zero.
	PaidPrincipal, PaidCapitalized, PaidInterest, PaidFees, Unallocated int64

	Currency money.Currency
	Way      Way
}

// Totals are the sums over all items, as in [Statement].
func (t CaseTotals) Totals() Totals {
	return totalsOf(allocation.Balances{
		allocation.Fee: t.Fees, allocation.ContractInterest: t.ContractInterest, allocation.DefaultInterest: t.DefaultInterest,
		allocation.Capitalized: t.Capitalized, allocation.Principal: t.Principal,
	}, t.Currency)
}

// Paid is what payments settled, as in [Statement].
func (t CaseTotals) Paid() Paid {
	of := func(minor int64) money.Amount { return money.FromMinor(minor, t.Currency) }
	return Paid{
		Principal: of(t.PaidPrincipal), Capitalized: of(t.PaidCapitalized), Interest: of(t.PaidInterest), Fees: of(t.PaidFees),
		Total: of(t.PaidPrincipal + t.PaidCapitalized + t.PaidInterest + t.PaidFees), Unallocated: of(t.Unallocated),
	}
}

// Len is the number of cases.
func (a *Arena) Len() int { return len(a.cases) }

// Reset empties the arena and keeps its memory, and the series that it has compiled.
func (a *Arena) Reset() {
	clear(a.kept)
	clear(a.special)
	clear(a.orders)
	a.cut(marks{})
	a.cases = a.cases[:0]
}

// Way is how a case will be worked out. One that was to go fast is folded after all
// where it meets a day whose rate is not known, or figures beyond bounds.
func (a *Arena) Way(i int) Way { return a.cases[i].way }
