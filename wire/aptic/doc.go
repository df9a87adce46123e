// Package aptic reads the JSON of Aptic CLVR (API Gateway: cases, debtors, customers) as
// facts of skuld, and writes results in the shapes of its responses.
//
// It answers one question: what does this document of Aptic's say about a debt, and how
// would Aptic show what skuld makes of it? [Decode] reads cases with their debts, fees,
// debtors and payments, [DecodePlan] a request for a payment plan, [DecodeCustomer] the
// ledger of a customer. All that is wrong is reported at once, each
// [github.com/skuld-go/skuld/ledger.Problem] with a JSON Pointer into Aptic's document.
// [Encode] and its kin write the case, its debts, fees and payments, summaries, accrued
// interest and plans.
//
// The package computes no figure, knows no statute and no rate: the figures come from a
// [github.com/skuld-go/skuld/ledger.Statement], from packages summary, remittance and
// paymentplan. It speaks no HTTP.
//
// # The document
//
// A case is an object with the fields of "create case", as one object, as the list that
// the endpoint takes, or in the envelope of a list response ("value"). What other endpoints
// add stands in it too, under the names of those: closureCode and closureDate, the guids
// and registrationDate of the responses, payments (a list), and in a debt or fee
// adjustments (a list, with an adjustmentDate, as the endpoint acts at once). Dates are
// timestamps and become days in [Options.Zone]. Null and absent mean that nothing is known;
// a number of 0 is said.
//
// The seed documents do not show the fields of some lists. They are read as follows:
// debtors as in the debtor API, with debtorRole; actionDates with actionCode and
// actionDate; specification with debtGuid, feeGuid or referenceNumber and principal,
// interest, fee or amount.
//
// # Readings
//
//   - remainingPrincipal and remainingInterest are balances at the end of interestTo. Where
//     that is missing: of the day before interestFrom, and for a principal that was paid in
//     part without any interest, of the day before interest starts. Payments and
//     adjustments dated within are in those figures already; they are kept, and noted.
//   - interestFrom is the first day that bears interest; else billDate + interestCondition;
//     else the day after dueDate. dueDate wins over billDate + paymentCondition.
//   - interestStop is the last day that bears.
//   - agreementDueDate is the day on which the whole debt fell due, agreementDate picks the
//     law.
//   - stopPayments keeps money that nobody directed from the whole case.
//   - a payment without directPayment that states paymentAmount is a direct one: the
//     endpoint that takes that field registers direct payments.
//   - a fee with less remaining than original was settled in part before.
//
// Some fields decide about a figure in Aptic's system of which nothing is made here: they
// are read, checked where they are dates or amounts, kept and answered. They are energyDebt,
// creditRegistryStatus and creditRegistrySubmissionDate, vatCode, agreementEndDate,
// originalEir, effectiveYear and head, and of a customer the questions to users and the
// parameters. pledges are promises in the case, which package dunning looks at. That a plan
// was ended is not in its document: paymentplanGuid names the plan only.
//
// Words of Aptic's that are set up by its users, and those that no document explains, are
// data: [Codes].
//
// # What is written
//
// Fields come in the order of the responses; what the document holds beyond them follows,
// so that nothing is lost. Amounts are numbers with the decimals of their currency, dates
// the first moment of the day in [Options.Zone]. A debt says interestTo, the day of the
// statement, so that the answer can be read again and goes on from there. Null stands where
// nothing is known.
//
// An answer that is read again has no payments that wait: money that settled nothing is in
// unallocatedAmount of its payment and is not counted on. What is left of interest below
// the smallest unit starts anew, and so do the paid sums: what was paid before is within the
// remaining figures. A debt that does not count yet stands as it came. chargedInterest of a debt is what counts against a cap on
// what its credit may cost.
package aptic
