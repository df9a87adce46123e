// Package money answers: how much is it, in which currency, and what happens to
// the fractions?
//
// # Two kinds of amounts
//
// An [Amount] is settled: whole minor units (öre, cents) of a [Currency], in an
// int64. An [Exact] is not yet: a fraction of minor units, as interest is before
// anyone rounds it. Sums and products of exact amounts lose nothing. The only
// way from Exact to Amount is [Exact.Round], which is told how, so that every
// rounding in a calculation can be found and named.
//
// # Rounding
//
// A [Rounding] is an argument, never a setting. Its zero value is [Exactly],
// which refuses: forgetting to choose is an error, not a cent. The other modes
// are HalfUp (ties away from zero, as in commerce), HalfEven, HalfDown, Down,
// Up, Floor and Ceiling, each to a step of any number of minor units.
//
// # Currencies
//
// Codes, numbers and digits are those of ISO 4217 list one, from a table that is
// generated from iso4217.csv, where the date of the publication stands. Where
// other collections differ, as the Unicode CLDR with 0 digits for RSD and IQD,
// this package keeps to the standard: a debt is counted in the units in which it
// can be booked, whatever coins there are. Currencies have no symbols here and
// amounts no grouping.
//
// # Ranges and the door
//
// What comes from outside passes a door, [New], [Round], [Parse], [ParseIn] or
// [Amount.Convert], which holds it to [MaxMinor], 10¹⁵ minor units, and to 30
// characters. Sums inside may grow to 2⁶³−1 minor units, room for 9 223 amounts
// at the bound; whoever exceeds that gets [ErrTooLarge], never a wrapped number.
//
// An Exact holds a numerator of 128 bits over a denominator of 64: principal up
// to 10¹⁵ at rates of up to 1000 % in steps of 10⁻⁶ % over 50 years needs 107
// and 48 bits, for any mix of the usual day counts. Beyond that, it is a
// big.Rat: slower, and as exact.
//
// # Text, JSON and decimals
//
// An Amount is "10000.00 SEK" as text and in JSON, always with the decimals of
// its currency; [Amount.Number] leaves the currency out. An Exact is a reduced
// fraction of major units, "24000/73 SEK". The zero values are "". There are no
// floats and no exponents on the way in or out. Package decimal is met only in
// New, Round, Convert and [Amount.Decimal]; what its global variables are set to
// changes nothing here.
//
// # Errors
//
// [ErrUnknownCurrency], [ErrCurrencyMismatch], [ErrOffQuantum], [ErrInexact] and
// [ErrTooLarge] come wrapped with the operands; other errors say what was read
// and what was wanted. The package panics only in Must functions, on a
// denominator of zero and on −2⁶³ minor units.
//
// It does not know dates, rates or law, fetches no exchange rates, and adds no
// mixed currencies.
package money
