// Package oracle answers, slowly and one calendar day at a time, what is owed
// on a case file on a day. It is the second opinion of the test suite: it
// decodes the native JSON, reads the rate tables, picks the statute and walks
// the days with code of its own and nothing but the standard library, so that
// an error in the library and the same error here would have to be made twice.
//
// # Formula
//
// The interest of one day is
//
//	balance × rate / 100 × counted days / year length
//
// where balance is the principal that the day bears on, rate the percentage per
// year in force on that day, and "counted days" what the day adds to the count
// of its convention since the accrual began (usually 1, under a 30/360 count
// also 0, 2 or 3). Equal neighbouring days are gathered into segments only to
// be shown and, where the case asks for it, rounded. Sums are exact rationals
// of package math/big.
//
// # Units
//
// Money inside is int64 minor units of the case's currency; rates are int64
// millionths of a percent per year; days are counted from 1970-01-01. Results
// are text, in the form in which a statement prints them.
//
// # Limits
//
// It knows claims with one or both kinds of interest, openings, credit notes,
// fees with a given amount or one by some of the tariffs (SE, FI, NO, DE, NL,
// GB, EU), late interest on fees, payments in any currency with what they
// brought in, titles as far as they end an agreed rate, adjustments,
// capitalizations, holds (also of payments), reversals, refunds, write-offs,
// closings, annual compounding, allocation by preset or rungs as far as the
// case lets the payer direct, rounding, the value of claims in the currency of
// the books, and late interest in SE, FI, NO, DK, DE, AT, NL, GB and under the
// directives of the EU, with the ceilings on consumer credit in SE, FI and DK
// and the caps on its costs in SE and DK, and on what collection costs a
// consumer in FI. Notices and promises are read and change nothing. Margins
// and ceilings are constants of its own; it knows from which contracts and due
// dates on nobody has read them. Anything else in a file (other tariffs,
// plans, …) is an error, never ignored; so are two interests of one claim with
// different payment days, and claims worth more in the books than a hundredth
// of what an int64 holds. It does not say how well a value is evidenced or
// whether a due date is a business day. It checks its input only as far as it
// has to in order not to answer wrongly, and stops at the first problem. A
// payoff of a day comes after the write-offs of that day, as it comes after
// its closing. Lines of one component that a payment settles on several days
// are shown as one. Production code does not import it.
package oracle
