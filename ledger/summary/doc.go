// Package summary adds statements up into the views that systems show: a case, the
// debtors of many cases, the ledger of customers, and the interest that was paid in
// a year.
//
// It answers one kind of question: what do these statements come to, counted once
// each? [Case] reads one statement as original, paid and remaining; [Portfolio]
// adds cases up by debtor and as a whole; [Customers] sets open items, accounts,
// unsettled money, guarantees and credit insurance side by side; [PaidInterest]
// lists interest by who paid it and when.
//
// All are pure functions of their arguments. Amounts are whole minor units, nothing
// is rounded, and amounts of different currencies are never added. Lists come in the
// order in which things first appeared, currencies by their code.
//
// # Words
//
//   - original: the debt as it was registered: the claims' first principal, the
//     interest due when the books were taken over, or with which the claims were
//     registered, where that is known, and the fees raised
//   - remaining: what is open on the as-of day, with interest through it
//   - disposed: written off, waived, or given up at the closing
//   - paid to third party: settled by money that the creditor got directly
//   - unsettled: money received that settles nothing, because it is held or because
//     it is to be returned
//   - own debt: what somebody owes as main or joint debtor, each for the whole
//   - contingent: what a guarantor owes if the debtor does not pay; never own debt
//   - closed: the case has a closing that counts on the as-of day; a case that is
//     merely settled is active
//
// # Capitalized interest
//
// It counts as principal, as it bears interest like principal and Aptic registers it
// as a principal type; [Parts] repeats it apart, so that both readings are there.
//
// # Not handled
//
// Collaterals have no value here. Statements are taken as they are, but for the
// identities that a view shows: [ledger.Statement.Verify] checks their steps.
package summary

import (
	"errors"

	"github.com/skuld-go/skuld/ledger"
)

// ErrSummary marks input that cannot be summed up: statements of different days, a
// case given twice, a sum beyond what an amount can hold, a statement that does not
// add up.
var ErrSummary = errors.New("no summary")

// The roles of debtors that have a meaning here; any other role, and none, is that
// of a joint debtor, who owes the whole.
const (
	RoleMain      = "main"
	RoleJoint     = "joint"
	RoleGuarantor = "guarantor"
)

// guarantees reports whether a debtor owes only if another does not pay.
func guarantees(d ledger.Debtor) bool { return d.Role == RoleGuarantor }
