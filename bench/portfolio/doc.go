// Package portfolio draws cases of debt from a seed, for benchmarks.
//
// A case is drawn from the seed and its own number alone: equal seeds give equal
// cases on every machine, any range of a portfolio can be drawn by itself, and the
// arena that holds it is allocated once, in the size that a first pass counted.
// Only integers are drawn. Amounts are minor units (öre), days inclusive.
//
// # Distributions
//
//   - Principal of a claim: 50.00·2^e plus a uniform part of the same size, e the sum
//     of three uniform digits 0…4. So it runs from 50.00 to 409 600.00 with most
//     claims between 1 600.00 and 12 800.00. Every third is in whole kronor, as many
//     invoices are; only such claims come to exact half öre now and then.
//   - First due date: uniform over 2007-01-31 … 2017-03-31; each further claim of the
//     case is due a month after the one before, on the same day or the month's last.
//   - Payments lie after the last due date, up to the last day, inclusive, in order
//     of date; several may fall on one day.
//   - Fees lie 10 to 400 days after the last due date, but not after the last day:
//     60.00 (40 %), 180.00 (40 %), 450.00, 600.00 (10 % each).
//
// What else a case has is said by its [Shape]:
//
//   - [OneClaim], the accrual walk: one claim, no fee, 6 payments, one in each sixth
//     of five years, 1 % to 10 % of the principal each. By [HalfYearly] that
//     makes 17 segments of interest, fewer where a payment meets a change.
//   - [ThreeClaims], the statement: three claims, 2 fees, 6 payments as above, as of
//     five years after the last due date.
//   - [Mixed], what tests compare: 1 to 6 claims (60, 20, 10, 5, 3, 2 %), 0 to 4
//     fees (20, 30, 30, 15, 5 %), 0 to 11 payments (25, 20, 15, 10, 8, 6, 5, 4, 3,
//     2, 1, 1 %) of 1 % to 40 % of the principal, every tenth of twice the principal,
//     so that debts are paid off and overpaid; as of 30 to 3000 days after the last
//     due date.
//
// What is not drawn: foreign currencies, directed payments, reversals, claims that
// fall due after the first payment. The tests of the main module draw those.
package portfolio
