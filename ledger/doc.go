// Package ledger answers one question: what is owed on a case on a day, and why?
//
// A [Case] is a set of dated facts: claims, fees, payments, and what else happens
// to them (adjustments, capitalizations, holds, reversals, a closing). [Fold] works
// through those that count on a day, in one fixed order, on terms that somebody
// else has resolved ([Resolved]: which rate, which day count, which order of
// settlement), and the result is a pure function of both. From it come the [Statement] with
// its segments, allocations and findings, and the payoff; [Diff] says what a late
// fact changed. [Statement.Verify] adds everything up again with code of its own.
//
// Facts of a day act at its end, so interest of that day runs on the balance
// before them, unless a claim's terms free the payment day. What is due on a
// claim is the rounded cumulative accrual less what was paid; whole minor units
// are allocated and the exact residue is carried, so asking often or paying in
// pieces changes no total.
//
// An [Arena] has the totals of many cases without the steps, at a small part of the
// cost, to the same cent.
//
// The package holds no statute: rates, margins and presets come from the
// packages jurisdiction and law. It writes no files and prints nothing.
package ledger
