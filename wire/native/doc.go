// Package native reads and writes skuld's own JSON forms: the case file, and the
// statement, the payoff and the rate tables that answer it; the plan request, with the
// schedule or the candidates that answer that; and the dunning file, with the decisions
// that answer it.
//
// It answers one question: which facts does this file state, and where exactly
// does it say something that cannot be meant? [DecodeCase] reports everything
// that is wrong at once, each [github.com/skuld-go/skuld/ledger.Problem] with a
// JSON Pointer (RFC 6901) to the value, the value itself and what was wanted:
//
//	/claims/2/due: "2026-02-30" is not a date, want YYYY-MM-DD
//
// # The form
//
// A case is one JSON object in UTF-8. Names are lowerCamelCase. Amounts and rates
// are strings in plain decimals, amounts in the currency of the case and with at
// most its decimals ("10000.00"), rates in per cent a year with at most six
// ("11.5"); a JSON number is refused, because programs read numbers as binary
// fractions. Dates are strings YYYY-MM-DD, inclusive wherever they bound a run of
// days. A field that is absent and one that is empty ("", [], {}, false) mean the
// same; null is neither and is refused, as are unknown fields, fields given twice
// and text after the document.
//
// Two amounts may be negative: that of an adjustment, and those of reversals in a
// statement. The component "interest" of an adjustment is default interest.
//
// # Plans
//
// A plan request is read by [DecodePlan] in the same way. Its counts (rows, days,
// months) are JSON numbers in plain digits; amounts, rates and dates are strings as in
// a case. It is over a debt, or over a case, which is an object with all the fields of
// a case file and then says the currency and the interest.
//
// A case file may have a plan request too, which is over that case and has neither a
// debt nor payments of its own. [DecodeCase] checks it and keeps the day on which the
// plan was agreed; it changes no figure of a statement.
//
// # Dunning
//
// A dunning file is read by [DecodeDunning]: a case file with a loan and its schedule, a
// policy by name or of its own, and facts for the guards of fees. Its counts (days,
// months, levels) are JSON numbers in plain digits, shares strings in per cent.
//
// # Bounds
//
// A document has at most [MaxBytes] bytes, [MaxValues] values, [MaxDepth] levels
// and texts of at most [github.com/skuld-go/skuld/ledger.MaxText] bytes; lists
// are bounded as in package ledger, those of a plan as in package paymentplan and those
// of a dunning file as in package dunning;
// [MaxProblems] problems are listed. Numbers are never evaluated, so their size does
// not matter; counts are, up to a million.
//
// # What is written
//
// Money prints with the decimals of its currency. Unrounded interest (exact, and
// the interest of a segment) prints with 10 decimals, half to even; the per diem
// with 4, half up. [DecodeCase] gives back the case that [EncodeCase] wrote.
//
// The package computes nothing, knows no statute and reads no rate tables: whether
// a series or a jurisdiction exists is for package jurisdiction to say, whose
// answer [DecodeCaseWith] puts beside its own.
package native
