// Package rates answers the question: what was the published rate of a country on a
// given day, what did the law put on top of it, and how high could the sum be?
//
// It holds series as CSV tables, embedded in the program, each value in percent
// per year with the text of law that fixes it, the publication it was read in and
// how good the evidence is. Ten of them are the rates from which late interest is
// built, and have a function each:
//
//	SE             referensränta, räntelagen 9 §                     reference
//	FI             viitekorko, korkolaki 12 §                        reference
//	DK             Nationalbankens udlånsrente, renteloven § 5       reference
//	DE             Basiszinssatz, BGB § 247                          reference
//	AT             Basiszinssatz der OeNB, 1. Euro-JuBeG             reference
//	GB             Bank Rate of the half-year, SI 2002/1675 art. 4   reference
//	EU             ECB rate of the half-year, Directive 2011/7/EU    reference
//	NO             forsinkelsesrente, forsinkelsesrenteloven § 3     total
//	NL             wettelijke rente, BW 6:119, 6:120(1)              total
//	NL-commercial  wettelijke handelsrente, BW 6:119a, 6:120(2)      total
//
// All others are found by name, [BuiltIn] and then [Set.Lookup]. The margins, in
// percentage points; the middle column says which day picks the value:
//
//	SE-margin                       accrual   on SE, räntelagen 6 §
//	SE-return-margin                accrual   on SE, räntelagen 5 §
//	SE-credit-ceiling-margin        contract  on SE, konsumentkreditlagen 19 a §
//	FI-margin                       accrual   on FI, korkolaki 4 §
//	FI-margin-commercial            contract  on FI, korkolaki 4 a §
//	FI-credit-ceiling-margin        contract  on FI, at most 20, KSL 7:17 a
//	FI-credit-apr-ceiling-margin    contract  on FI, a bound on the APR
//	NO-minimum-margin               accrual   on the policy rate, within NO
//	DK-margin                       due date  on DK, renteloven § 5
//	DK-diskonto-margin              accrual   on DK-diskonto
//	DK-public-collection-deduction  accrual   on late interest, negative
//	DE-margin                       accrual   on DE, BGB § 288(1)
//	DE-margin-business              contract  on DE, BGB § 288(2)
//	DE-margin-mortgage              contract  on DE, BGB § 497(4)
//	AT-margin-business              contract  on AT of the half-year, UGB § 456
//	GB-margin                       accrual   on GB, Act of 1998 s. 6
//	EU-margin                       contract  on EU, Directive 2011/7/EU
//	NL-commercial-margin            accrual   within NL-commercial
//
// The ceilings, by the day of the contract:
//
//	FI-credit-ceiling               KSL 7:17 a, contracts through 2023-09-30
//	FI-credit-ceiling-temporary     law 512/2020, while it held
//	DK-credit-ceiling               forbrugslånsvirksomhedsloven § 11 a, of the APR
//
// Total rates beside or before those above:
//
//	FI-before-1995                  late interest, fixed
//	NO-general-before-1994          forsinkelsesrente
//	NO-consumer-before-1994         forsinkelsesrente of consumers
//	AT-statutory                    ABGB §§ 1000, 1333
//	DE-statutory                    BGB § 246
//	DE-business-before-2000-05-01   late interest, fixed
//	DE-consumer-before-2000-05-01   late interest, fixed
//	GB-judgment-debt                Judgments Act 1838 s. 17
//	GB-court-customary              County Courts Act 1984 s. 69, by discretion
//
// Reference rates beside or before those above:
//
//	FI-ministry-reference           1999 through 2002-06-30
//	DK-diskonto                     1985 through 2003-03-07
//	DK-diskonto-2005                December 2005 through 2008-10-08
//	DE-DUEG                         1999 through 2002-04-03
//	EU-MRO                          steps of the ECB's fixed rate since 2008-10-15
//	GB-bank-rate                    steps of Bank Rate since 1998-06-04
//
// A reference rate is a base to which a law adds its margin; a total is the whole
// rate as published, and a margin on it has no meaning; a margin or a ceiling is
// by itself nobody's rate ([law.Meta].Kind). A table says in its notes which rate a
// margin goes on, which day picks the value and what a ceiling bounds.
//
// Identities tie series together and are tests of this package:
//
//	DE(t) = EU(t) - 0.88                                     since 2002
//	EU(t) = EU-MRO on the eve of the half-year               since 2009
//	FI(t) = EU(t) rounded up to the nearest half             since 2002-07-01
//	AT    = moves by the whole change of EU-MRO since its last move, as soon as
//	        that is at least half a point                    since 2008-10-15
//	GB(t) = GB-bank-rate on the eve of the half-year         since 1999
//	NL-commercial(t) = DE(t) + 0.88 + NL-commercial-margin(t)
//
// Every table knows where its knowledge ends, and says why in its notes; asking
// beyond it is [law.ErrNotKnown] unless the set was [Set.Extended]. A margin or
// ceiling of the law in force is known through the same day as the rate it goes
// with, or until the eve of a new law whose text was not seen; one that was
// superseded, through the last day on which it held.
//
// Users keep tables of their own in the same form: [ReadDir] reads a directory
// of them, and [Set.With] puts them beside or over the built-in ones. The
// [Set.Digest] of the tables belongs into every result that must be reproducible.
//
// Left out on purpose: the Swedish diskonto, the base of late interest before
// 2002-07-01, because the list of its changes that was found has gaps and a table
// would fill them with a wrong value; and with it the margin that went on it, whose
// number was read nowhere. For the same reason the Danish diskonto is in two
// tables, with the days between in neither. Sums of a reference rate and its margin
// are not kept: package interest adds them up.
//
// The package does not say which table a claim falls under, adds no margin and
// applies no ceiling, and it never fetches anything. Verify a value against the
// official publication before relying on it in court.
package rates
