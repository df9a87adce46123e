// Package fee answers: what may be charged for this step on this day, by which
// rule of which text, and when may it be charged at all?
//
// # Words
//
// A [Tariff] is the rule by which the fee of one code is charged to one
// [Audience]; a fee itself is a fact of the case, and lives in package ledger. A
// tariff has dated versions. The [Selector] says which day of the case picks one:
// that of the measure, of the notice, of the mandate, of the payment, the due day
// or the day on which the claim arose. A [Version] divides the base, mostly the
// principal, into bands; a [Band] has a [Shape], such as a flat amount, a per cent,
// marginal tiers, started steps or a multiple of another tariff, the unit.
//
// [Tariff.Assess] gives the fee, [Tariff.Check] what is wrong with a tariff made by
// hand, and [Permit] whether the guards of a tariff let it be charged on a day.
//
// # Exactness
//
// The value of a base is exact. It is raised to Min, then cut to Max, and then
// rounded once, by default half up to one minor unit; since the bounds are whole
// steps of the rounding, no fee leaves them. A unit counts with its exact value,
// before its own bounds. VAT is a per cent of the rounded fee, rounded half up, and
// added only when the creditor cannot deduct it.
//
// Days are inclusive on both ends. A base of exactly the upper border belongs to
// its band, unless the band says otherwise; 0 belongs to the lowest band.
//
// A day without a version is [ErrNotKnown], never a fee of 0 and never the last
// version known.
//
// # Files
//
// [Read] reads tariffs from CSV in UTF-8. The first line names the columns, in any
// order; lines that begin with # are comments. One row is one band of one version,
// and rows of the same code, audience and valid_from are the version's bands, in
// order:
//
//	code        lower-case words with hyphens: second-demand
//	audience    consumer, business or all; not all beside one of the others
//	valid_from  first day, inclusive, from 1900-01-01 through 2200-12-31
//	valid_to    last day, inclusive; empty for no known end
//	selector    measure (default), sent, mandate, paid, due or origin
//	over, up_to the borders of the band; empty below for 0, above for open
//	upper       inclusive (default) or exclusive: the border up_to
//	shape       flat, percent, percent-of-excess, marginal, plus-percent, step, multiple
//	amount      of flat, plus-percent, and each step
//	percent     of percent, percent-of-excess, marginal and plus-percent
//	per         the width of a step
//	factor      of multiple
//	unit        code of the tariff that is multiplied
//	min, max    bounds of the fee
//	vat         none (default), included, or the per cent added if not deductible
//	currency    of all amounts of the version
//	guards      separated by blanks, see below
//	legal_basis, source, evidence   as in package law
//
// Amounts are major units with a point, at most as fine as the currency; per cents
// and factors have at most six decimals. A tariff's selector and guards, and a
// version's unit, min, max and vat, may stand in any of its rows and must agree
// where they stand twice; valid_to, currency, legal_basis, source and evidence
// stand in the first row of a version. A later row may leave them empty, or have a
// legal_basis, source or evidence of its own. The columns code, audience,
// valid_from, shape, currency, legal_basis, source and evidence may not be missing;
// others may.
//
// # Guards
//
// A fee needs every guard's consent:
//
//	agreed              the fee was agreed when the debt arose
//	after-due(N)        from the due day + N on
//	gap(N,codes…)       from the latest notice or fee of the codes + N on
//	count(N,codes…)     at most N fees of the codes
//	count(N,run,codes…) the same, in the present unbroken period of arrears
//	excludes(codes…)    not beside a fee of the codes
//	letter(kind,N)      from the day + N + 1 on of a notice of that kind that names
//	                    exactly this amount
//	total(code,codes…)  fees of the codes reach at most the tariff of the first code,
//	                    assessed on the principal
//	own                 for measures of the creditor itself
//	enforceable         if the debt is enforceable directly
//	not-enforceable     if it is not
//	no-broken-plan      no payment plan on it was broken
//
// No codes mean any code; excludes needs some.
//
// # Not here
//
// The package does not say which base a law means, how a tariff is agreed on, or
// what a fee does to a debt; cost caps over several fees are drawn on in package
// ledger. It converts no currency: a tariff in another currency than the case is
// [ErrFacts].
package fee
