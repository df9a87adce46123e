// Package apr finds the annual percentage rate of cash flows as the laws define
// it: the one yearly rate at which what the debtor receives and what the debtor
// pays are worth the same.
//
// A [Method] names the law. [EU], [UK] and [EIR] compound yearly: an amount t
// years on is worth (1+X)^−t. [US] counts in unit-periods at a rate i for each:
// an amount k whole periods and a fraction f on is worth 1/((1+f·i)·(1+i)^k),
// and the rate is i times the periods in a year. [Method.Interval] turns two
// dates into such a time, an exact fraction, and [Solve] does the rest:
//
//	m := apr.Method{Law: apr.EU, Unit: apr.Month}
//	flows, err := m.Flows(drawdown, dated)
//	answer, err := apr.Solve(flows, m)
//
// An [Answer] is found, none or ambiguous. It is never a number that merely
// looks right: flows that all go one way have no rate, flows that change
// direction more than once may have several, and then all of them are listed.
//
// # What is proven
//
// A [Rate] lies between two bounds, mostly 10⁻⁹ % apart, and at both the sign of
// the equation is certain. Rounding such a rate half up is therefore certain too,
// ties included. Signs come from float64 sums with a bound on their error, where
// these leave no doubt; else from intervals of big.Float rounded outwards; and
// where even these hold zero, from integers, which tell a true zero. The sums of
// level payments are geometric and need no loop.
//
// Floats are used because a power with a fraction for its exponent has no exact
// value. They decide signs and nothing else: no amount of money comes out of
// this package. They are found only in the files solve*.go.
//
// # What is not handled
//
// Which costs belong into an annual percentage rate, which credit limit and which
// term to assume where a contract leaves them open (2008/48/EC Annex I part II),
// and the choice of the unit-period of a transaction (Regulation Z Appendix J
// (b)(4)) are for the caller. Rates below −99.99 % and above 1,000,000 % are not
// looked for.
package apr
