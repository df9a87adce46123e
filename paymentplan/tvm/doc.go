// Package tvm answers the questions of the time value of money that spreadsheets
// answer with PMT, IPMT, PPMT, FV, PV, NPER, RATE, NPV, IRR and MIRR, without
// binary floating point: exactly where the answer is a fraction, and with digits
// that are proven where it is not.
//
// # The equation and its signs
//
// An [Annuity] holds the figures of one equation, with r the rate of a period, n
// the number of periods and w = 0 for payments at the end of periods ([End]), 1
// for payments at their begin ([Begin]):
//
//	FV + PV·(1+r)^n + PMT·(1+r·w)·((1+r)^n − 1)/r = 0
//
// and for r = 0 its limit FV + PV + PMT·n = 0. The signs are those of
// spreadsheets: money that comes in is positive, money that goes out negative. Who
// borrows has PV > 0 and PMT < 0; who saves has PMT < 0 and FV > 0. Rates are
// fractions of one per period: 2 % a month is 0.02, 24 % a year paid monthly
// 0.24/12.
//
// # What is exact
//
// PMT, IPMT, PPMT, FV, PV and NPV are fractions of whole numbers when the rate is
// one and the periods are whole. They are returned as a [Number], unrounded;
// [Number.Round] rounds when asked to. Powers are never approximated: what would
// need more than 2²⁴ bits for one of them is refused with [ErrTooLarge].
//
// # What is proven
//
// IRR, RATE, MIRR and NPER are roots of equations and mostly irrational. They
// take the number of decimals that is wanted, at most [MaxDigits], and return a
// [Solution]: found, none or ambiguous, never anything that is not a number. A
// [Root] is rounded to the nearest, ties away from zero, and the rounding is
// proven: the equation has opposite signs at the two numbers half a unit of the
// last decimal below and above it (where another root is between these as well, at
// the nearest number that keeps both apart). These signs come from arithmetic with a bound
// on its error, at 128 and 512 bits, and from exact integers where that cannot
// tell. For NPER the proof is an enclosure of two logarithms that rounds to one
// decimal, and an exact comparison of powers on a tie.
//
// That there are no other roots is proven too. With x = 1+r the equation of IRR
// and RATE is a polynomial; Descartes' rule of signs counts its roots in r > −1 if
// the flows change their sign at most once, and the same rule on running sums of
// the flows (Norstrøm's criterion and beyond) in most other cases. What is left is
// halved in whole numbers until the rule counts 0 or 1 root in each part (Vincent,
// Collins and Akritas), for up to 400 flows, after repeated roots have been divided
// out; and for more flows until bounds of the polynomial exclude a root or bounds
// of its derivative a second one.
//
// # How long it takes
//
// All work is bounded. An ordinary loan takes milliseconds, 100 001 flows of one
// change of sign half a second, as PMT of 100 000 periods does. The search among
// several roots stops after 2²⁸ words added, or about two million flows looked at,
// on each side of r = 0: a few seconds. If it is not sure by then the answer is
// Ambiguous with Complete false, and the roots that it lists do exist.
//
// # What is not here
//
// Periods are whole; rates are above −100 %; there are no dates (flows are one
// period apart) and no money: [Number.Rat] leads to money.ExactOfRat. NPV counts the
// first flow at time 0, as numpy-financial does; see [NPV] for spreadsheets.
package tvm
