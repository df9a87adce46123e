// Package casegen makes native case files by the thousand, each from a seed,
// for tests that compare two computations of the same figures.
//
// The same seed gives the same file for ever within one version of the package.
// Files are valid: what the format forbids, such as statutory interest from a
// consumer in GB or a margin on a published total, is not drawn. They stay
// inside what the published series and the statutes know: first bearing days
// from 2002-08-02 on, in AT, NL and under the EU's directives from 2003 on, with
// contracts no older than their laws; statements up to 2026-06-30, later ones
// only with extendRates.
//
// Amounts are realistic for debts that are collected (tens to hundreds of
// thousands of a major unit), spans are one to four years, and the days on
// which rules turn are drawn far more often than chance would: month ends,
// 29 February, days on which rates change, anniversaries of the first bearing
// day, contracts beside a change of law, several facts on one day.
//
// Facts follow what they build on: payments, credit notes and adjustments come
// after the openings, a fact is known no earlier than the claim, fee or payment
// it speaks of, and an adjustment or a write-off with an amount takes away only
// what nobody can have paid. Payments from abroad come at a rate, by what came in,
// or both; exchange rates have no needless zeros, amounts received are a few
// percent off, so that books and money differ.
//
// Credits have limits on their costs of a few percent to more than all of the
// principal, so that interest and fees reach some. Fees without an amount are those
// whose tariffs the oracle knows, on days and in the money for which it does.
//
// Plan requests are made for themselves, over a debt or over a small case: nearly all
// can be met, some have an amount that is too low. Fees are below what any law allows.
//
// It draws what the ledger computes without other tariffs. It computes no interest; a feature that it reports says what the file asks for, not what comes
// of it. Production code does not import it.
package casegen
