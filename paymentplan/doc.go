// Package paymentplan works out installment plans: schedules, what has to be paid so
// that they end, and what becomes of them.
//
// A [Request] says what is given; [Build] solves the rest and lists the rows. Every
// row is posted in whole minor units: its interest is rounded once, what is carried on
// is what the row shows, and the last row closes exactly. Amount = principal +
// interest + fee in every row.
//
// A plan over a bare debt counts interest over [start, due 1), [due 1, due 2) … by the
// request's terms. A plan over a case ([BuildCase]) folds the case's own ledger with
// the rows as payments, so that its rows add up to the statement and a plan that is
// paid to the letter leaves nothing open.
//
// Every schedule has its annual percentage rate beside it, which package apr proves.
// Contracts with dates of their own for interest and principal are in package contract,
// annuity functions in package tvm.
package paymentplan
