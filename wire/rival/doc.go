// Package rival reads the documents of RivalREST, the interface of a Swedish system for
// collecting debts, and writes the answers that system gives, with the figures of skuld.
//
// It answers one question: what would the system say of this case, had it worked the case
// out with skuld? [Decode] gives a [Document], whose Cases go to Calculator.Statement of
// package skuld; what comes back goes to [Encode]. The package computes nothing itself.
//
// # What comes in
//
// [Decode] tells documents apart by their fields: a case (POST /v1/Case), several (POST
// /v2/Case), what GET /v1/Case answers, a client, a payment, the parameters of
// CalcInstallment, a search date. A file may hold those of one debt together, each under
// the name of its endpoint; a list stands for several documents of it:
//
//	{
//	  "Client":  {"ClientID": 12, "PaymentCondition": 30, "InterestType": "REF", "InterestRate": 8, …},
//	  "Case":    {"CaseIDNew": 4711, "ClientID": 12, "Invoices": […], "Status": {…}},
//	  "Payment": [{"CaseID": 4711, "Amount": 500.00, "AccountingDate": "2024-09-30", …}],
//	  "CalcInstallment": {"CaseID": 4711, "NumbInstallments": 12},
//	  "SearchDate": {"CaseID": 4711, "SearchDate": "2024-10-15"}
//	}
//
// A case may have the fields of an answer beside those that were posted: Actions that
// were carried out, EndDate, Installment. Days are dates or timestamps, which become the
// calendar day in Options.Zone. Amounts with more decimals than their currency, and
// numbers that are not to be had from their text, are errors.
//
// # How it is read
//
//   - An invoice is a claim; what it leaves out of its terms is its client's, else the
//     law's. InterestRate is a rate, or a margin, as InterestType says. InterestAddPct is
//     another name of it; both have to be the same. A rate beside a type that has none of
//     its own is an error, of an invoice as of a client. In an answer, which has
//     InterestTotPct, both are results where the rate is agreed or the law's: they are
//     compared with the rates of the same day, and a finding says so where they differ or
//     where their day is not that of the statement.
//   - Of an agreed rate the law decides how long it runs, as in Finland until a title.
//   - Remaining amounts stand through InterestAccruedDate, inclusive, else AsOf of the
//     case, which our own answers have, else Options.Through; interest goes on the day after
//     it, or on InterestFromDate if that is later. Those of a case have to be the sums of
//     its invoices, and totals those of their parts.
//   - Rows are checked against the principal by Options.Rows and give the value added tax
//     in it. RowTotal is quantity × unit price − discount, without tax unless
//     RowsIncludesVAT, or InvoiceVAT of the client, says otherwise.
//   - Trader says business or consumer; else the name of a sole trader does, else
//     Options.Debtor.
//   - PaymentCode, else PaymentMethod, picks the order in which a payment settles.
//     AccountingDate is its day. Amount is in the currency of the system, CurrAmount in
//     that of the claims.
//   - The four statuses are words for stages; they change no figure.
//   - LimitationInterruptDate is the day with which the period began anew. LimitationDate
//     is compared with what the acts that are known give.
//   - EndDate and its reason hold over ClosingDate and ClosingCode; a finding says where
//     they differ.
//   - Actions that were carried out are letters, and cost what the tariff of their code
//     says. The next action of a chain keeps dunning back until its day.
//   - BlockOCRPayments holds payments back from the first day of the case on.
//   - CaseIDUpdate adds to a case of the same document. With Merge, cases of one debtor and
//     client become one: the union of their claims, the cost of one letter once.
//
// # What goes out
//
// Answers have the fields of the system in its order, and after them those that [Encode]
// and [EncodeInstallments] name. Days are written as YYYY-MM-DD, amounts with the decimals
// of their currency, rates in per cent.
//
// # Not handled
//
// Whether an organisation number is one, addresses, documents, notes and what is parked
// are kept or left alone. A case that is in the system and not in the document cannot be
// updated here.
package rival
