// Package bench measures skuld against what its users would write instead.
//
// [Portfolio] draws claims from a seed: principals of 50.00 to 20 000.00, due
// 2018-01-31 to 2020-12-31, five years of Swedish late interest (reference rate
// plus 8) and six payments each. [Naive] works one out as programs usually do,
// with shopspring/decimal and time.Time, a division in every segment. A test
// compares the two claim by claim and counts the cents by which the naive
// version is off; the benchmarks run both in one process, so that their ratio
// means something on a shared machine. Amounts are kronor, rates per cent a year.
//
// The package measures nothing that a test asserts: times are read, not checked.
package bench
