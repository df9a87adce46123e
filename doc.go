// Package skuld says exactly what is owed on a debt, and why.
//
// A [Case] holds facts: claims, fees, payments. A [Calculator] holds law: rules of
// jurisdictions and published reference rates. [Calculator.Statement] gives the
// balance on a day with every step behind it: segments of interest (first day,
// last day, days, balance, rate, fraction, exact amount, source, citation), what
// each payment settled and by which rule, totals, per diem and findings.
//
// Amounts are whole minor units of a currency, rates per cent a year, dates
// calendar days. Interest accrues as an exact fraction and is rounded once, by a
// stated mode. A rate that is not known for a day is an error, never zero and
// never silently the last value.
//
// The package itself is a face: dates live in package calendar, amounts in money,
// published tables in law and law/rates, accrual in interest, settlement in
// allocation, the fold over facts in ledger, statutes in jurisdiction, file forms
// under wire, renderings in report. It is a calculation, not legal advice.
package skuld
