// Package calendar answers questions about days: which day comes a month after
// 31 January, how many days and which fraction of a year lie between two dates,
// which dates a plan falls on, and whether banks are open on one of them.
//
// # Dates and periods
//
// [Date] is a day of the proleptic Gregorian calendar, a comparable int32 in
// which 1 is 0001-01-01 and 0 is "no date". There is no time of day and no zone;
// [DateOf] and [Date.Time] are the door to package time. The only text form is
// YYYY-MM-DD. Adding months clamps to the end of a shorter month, as time limits
// do in law (lag 1930:173 1 §, BGB § 188(3), laki 150/1930 3 §). [Period] is
// half-open, [From, To), and prints its first and last day. [Span] is a length
// in days, weeks, months or years.
//
// # Day counts
//
// [DayCount] names a published convention in full and gives an exact rational
// number of years as a [Fraction] Num/Den that is not reduced: 100 days of
// Act/365F are 100/365. Nothing is rounded and no float is used. In the formulas
// of 30/360, D, M, Y are day, month and year of the two dates,
//
//	days = 360·(Y2−Y1) + 30·(M2−M1) + (D2−D1)
//
// and conventions differ in what they do to a D of 28 through 31 first. Which
// rule is whose is said at each constant; sources are the ISDA 2006 Definitions
// section 4.16, ICMA rule 251 and ISO 20022.
//
// # Schedules
//
// [Recurrence] counts its k-th date as anchor + k·span, never from the date
// before. [Schedule] divides a span of time into regular periods with short or
// long stubs. [PaymentTerm] leads from an invoice date to a due date.
//
// # Business days
//
// [Calendar] is an immutable bitset over a covered range with a rank table: a
// test is one load, counting two, adding a search of one word. Built in are SE,
// FI, NO, DK, DE, AT, NL and GB from 1990 through 2100 and, for the banks of the
// euro, [TARGET] from 1999; [New] makes others from a list of days. A day is no business day if it is in the weekend, a holiday in
// the whole country, or put on a level with one by the law of time limits or
// payment, such as Midsummer Eve in Sweden. The rules come from
// github.com/rickar/cal/v2, with first and last years, moved days and days of
// single years of our own, each with its source; they are evaluated once.
//
// # What it does not do
//
// It knows no times of day, zones or cut-off hours; no regional holidays; no
// calendar that changes after it is built; no week-based year fractions, no
// Bus/252 and no bare "30/360" or "Actual/Actual". It does not know which
// convention a law or contract wants: that is said by packages above.
package calendar
