// Package contract works out what a loan contract of a lender makes fall due: every
// disbursement, repayment, interest payment, capitalization and change of the rate, with
// the state after it.
//
// It is for contracts as they are written: separate dates for interest and for
// principal, odd first and last periods, month ends, business days, rates that are
// reset from fixings, interest that is added to the principal, balloons. Installment
// plans of a debt, posted in whole minor units, are in package paymentplan.
//
// # Figures
//
// Nothing is rounded to the digits of a currency; whoever posts a figure rounds it with
// [github.com/skuld-go/skuld/money.Exact.Round]. Figures are fractions and exact as long
// as their denominators have at most 2048 bits: some four years of monthly compounding
// at a rate of eight decimals, and any number of periods whose interest is paid and whose
// principal is agreed. Denominators of compounded figures grow with every period; beyond
// that bound a figure is carried on with 60 decimals, half to even, which no posted
// figure sees. Whatever is done to a figure, what is repaid and what is open always add
// up. No float is involved.
//
// Amounts are those of the lender: what the borrower receives is negative, what the
// borrower pays is positive. Rates are fractions of the balance a year: 1/20 is 5 %.
//
// # Interest
//
// Between two events the balance bears balance × rate × fraction of the year, and what
// has borne is kept as accrued until it is paid or capitalized. It never bears interest
// itself. Dates are the ends of periods: interest from one event to the next counts the
// first day and not the last. Where a day count does not add up, an event within an
// interest period divides it by the difference of two counts from its start, so that
// what is paid does not depend on the event.
//
// # Order of a day
//
// Events of one day come in this order: disbursed, repaid or drawn, interest paid,
// capitalized, rate fixed or reset, level set, terminated, matured.
//
// # Sources
//
// The kinds and the meaning of the terms are those of the ACTUS standard (PAM, LAM, LAX,
// NAM, ANN, UMP, and CLM until it is called), except that the level of an annuity and the
// end of a linear loan are found from the dates on which something is repaid. What ACTUS
// has beyond that is not here: purchase of a running contract, scaling by an index, an
// interest base other than the balance, caps and floors of rates, fees, prepayments,
// notices, and times of day.
package contract
