// Package report answers one question: how does a calculation look on paper?
//
// It renders what other packages worked out as plain text that can go to a
// debtor or a court: [Text] a statement, [PayoffText] a payoff amount, [PlanText]
// a payment plan, [FoundText] the answer of a search for one, [DunningText] a decision of
// dunning, [TimelineText] what follows from it, [RatesText] tables of published rates.
// Every figure is taken over as it is; none is calculated here.
//
// Amounts are in major units with the digits of their currency and a decimal
// point, without grouping; exact interest has two decimals more than the
// currency, at least four, rounded half to even for display only. Rates are per
// cent a year. Runs of days show their first and last day, both inclusive.
// Grounds (the publication and the rule behind a rate, the rule behind a step of
// settlement) are numbered in the order in which they are first used and listed
// once, at the end. Where interest ended before the as-of day, its rate is that of
// its last day; where it stands below zero, the text says that it is held at 0 and
// carried. Days that were kept from bearing are runs of their own at the rate 0,
// marked as held. A claim that bears default and contract interest has a table for
// each. A plan lists each rate once, with the days for which it holds.
//
// The text is UTF-8 with LF line ends, depends on nothing but its input, and
// keeps to 100 columns unless a single word or name is longer. Characters that
// do not print, such as control characters in an identifier, are shown as
// U+FFFD, so that no file can steer a reader's terminal.
//
// The package does not translate, does not lay out pages and says nothing that
// the calculation does not say. Widths are counted in characters; combining and
// double-width characters may shift a column.
package report
