// Package jurisdiction answers one question: which rate, day count, order of
// settlement, fees and caps does a country's law give a claim?
//
// Each country is one file with one [Rules] value that composes the floors below:
// published series, margins, the article that freezes or outbids an agreed rate,
// the preset order. [Resolve] applies them to a case's facts and returns terms
// that package ledger can fold. Rates are in per cent a year; dates are
// inclusive days.
//
// Which letter follows when is said by policies of package dunning: a country's
// [Rules.Ladder], and those of loans ([Policy]). [ResolvePolicy] gives a request its
// own. Where no law has a figure, the citation of a level says "ladder default".
//
// A user's own country is a Rules value of the user's own. The rules cover late
// interest on money claims, the tariffs of fees, the caps on costs and limitation;
// procedure in court is not here, and neither is the law before the first row of a
// series. Nothing here is legal advice: every rule carries its citation so that it can be read.
package jurisdiction
