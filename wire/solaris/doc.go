// Package solaris reads the history of a loan in the style of Solaris's lending API and
// writes the answers that API gives about its dunning: the dunning case, the list of
// cases, and the notifications of a case.
//
// It answers one question: what would the lender's own system say today, had it worked
// dunning out with skuld? [Decode] gives a [History], whose Request goes to
// Calculator.Dunning of package skuld; what comes back goes to [EncodeCase],
// [EncodeCases] or [EncodeNotifications].
//
// # What comes in
//
// No public text of Solaris has one document with everything that dunning needs, so the
// shape is this package's, in the words of that API: snake_case, ids as strings, money as
// an object of whole cents.
//
//	{
//	  "id": "…", "person_id": "…cper", "billing_account_id": "…cacc", "loan_account_id": "…cacc",
//	  "credit_reference_id": "…", "strategy": "consumer", "status": "dunning", "closed_at": null,
//	  "loan": {
//	    "id": "…cloa", "loan_amount": {"value": 1000000, "unit": "cents", "currency": "EUR"},
//	    "start_date": "2024-01-02", "term": 48, "maturity_date": "2028-01-02", "secured_by_land": false,
//	    "installments": [{"number": 1, "due_date": "2024-02-01", "amount": {…}, "principal": {…}}, …]
//	  },
//	  "repayments": [{"id": "…", "booking_date": "2024-02-01", "recorded_at": null, "amount": {…}}],
//	  "direct_debit_returns": [{"id": "…", "booking_date": "2024-02-03", "recorded_at": null, "amount": {…},
//	    "reason_code": "AM04", "repayment_id": "…"}],
//	  "fees": [{"id": "…", "type": "…", "booking_date": "…", "amount": {…}}],
//	  "notifications": [{"id": "…", "type": "reminder", "created_at": "2024-02-09T08:30:00Z", "title": "…",
//	    "delivered_at": null, "deadline": null}],
//	  "dunning_stops": [{"id": "…", "from": "…", "through": null, "reason": "…"}],
//	  "payment_promises": [{"id": "…", "created_at": "…", "due_date": "…", "amount": {…}}]
//	}
//
// Required are the ids, strategy, and of the loan its amount, start, term and
// installments with number, due date and amount; of every entry of the other lists its
// id, its day and its amount (of a stop only from, of a notification type and title
// besides). What is absent and what is null are nothing known; maturity_date decides when
// a case is closed as matured, principal what of an installment is owed if the loan is
// terminated before it, delivered_at when the two weeks of BGB § 498 (1) begin, deadline
// the last day that the letter itself named, status is only kept. A return with a
// repayment_id takes that repayment back as a whole, so that its amount has to be that of
// the repayment; one without it is of a debit that was never booked. The loan's amount is
// at least the principal of its installments as far as that is given, and its term, in
// months, at least their number: the shares of BGB § 498 (1) hang on both.
//
// Days are dates or timestamps, which become the calendar day in the time zone given to
// [Decode]; a lender in Germany gives Europe/Berlin.
//
// # How it is read
//
// strategy consumer is the policy solaris-consumer on a consumer's credit, whose payments
// go to default interest last (BGB § 497 (3)); freelancer is solaris-freelancer on a
// business's loan. Another strategy is an error, because every figure depends on it.
// Default interest is that of German law on each installment that is late.
//
// Types of notifications and a status that are not known are kept, and are findings; so
// are fields that are not known. The answers of the API have no place for findings, those
// of the decision among them: [History.Findings], [History.FindingsInFile] and the text of
// package report show them. Money in another unit than cents, with a fraction of a
// cent, in a currency that is not counted in hundredths, or in another currency than the
// loan is an error. Errors join [github.com/skuld-go/skuld/ledger.Problem] values with
// JSON Pointers into the document that came in, all at once.
//
// # What goes out
//
// Answers have the fields of the API in its order, then the unknown ones that came in at
// that place. status is the stage that was worked out, not the one that came in. A
// deadline or a day of a return that does not exist is null. total_overdue_amount is
// overdue_installment_amount plus fees plus interest on what is late.
//
// Filters, pages and their headers are the business of the program that serves them.
package solaris
