// Package allocation answers one question: which debts does a payment settle,
// in which order, and by which rule?
//
// Each open [Item] (a claim or a fee) has balances by [Component]. An [Order] is
// a list of rungs; a rung names components, may narrow them by fee code, debt
// group or whether the item is past due, and says in which sequence items are
// worked. Vertical processing finishes a rung over all items before the next;
// horizontal processing finishes an item before the next. A payment may direct
// money to named components first.
//
// Amounts are whole minor units of one currency. The parts and the unallocated
// rest always add up to the payment, no part exceeds what is open, and within
// the walk nothing on a lower rung gets a cent while a higher one is open. The
// presets follow the statutes and customs named in their citations.
//
// The package accrues nothing, converts no currency and keeps no state: what is
// open on the payment day is the caller's to say.
package allocation
