// Package interest answers one question: how much interest does a balance bear
// over given days, and on which grounds?
//
// A yearly rate is a step function of the date ([Rate]), built from fixed rates
// and published tables by a small algebra: a margin, a multiplier, the higher or
// lower of two rates, a switch at a cut-off, a rate frozen on a day. Each step
// keeps its label, source and citation. [Terms] add a day count, and accrual is
//
//	Σ balance × rate × fraction
//
// over the maximal segments in which balance and rate stay the same, exact as a
// fraction; nothing is rounded until [Rounding] says where and how. Units:
// amounts in minor units of their currency, rates in per cent a year with six
// decimals ([Percent]), dates are calendar days; first and last days are
// inclusive, [github.com/skuld-go/skuld/calendar.Period] is half-open.
//
// Days of the 30/360 family are counted as by hand, from the day before the
// first bearing day to the last bearing day; of the ACT family the bearing days
// themselves are counted. Rates may be negative and stay so.
//
// There are two paths to the same figures. An [Account] keeps every segment. A [Meter]
// keeps sums alone and allocates nothing, over a [Course] that a [Compiler] made of the
// terms: a running [Integral] where the rate is a published series and a margin, else a
// [Walk]. The file tally.go has the arithmetic and its proof.
//
// The package does not know which country uses which rate, does not allocate
// payments and never compounds: interest joins a balance only when a caller
// says so.
package interest
