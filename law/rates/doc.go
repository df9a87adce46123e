// Package rates answers the question: what was the published reference rate of a
// country on a given day?
//
// It holds ten series as CSV tables, embedded in the program, each value in
// percent per year with the text of law that fixes it, the publication it was
// read in and how good the evidence is:
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
// A reference rate is a base to which a law adds its margin; a total is the whole
// rate as published, and a margin on it has no meaning ([law.Meta].Kind).
//
// Three identities tie series together and are tests of this package:
//
//	DE(t) = EU(t) - 0.88                               since 2002
//	FI(t) = EU(t) rounded up to the nearest half       since 2002-07-01
//	NL-commercial(t) = EU(t) + 7 through 2013-03-15, EU(t) + 8 since
//
// Every table knows where its knowledge ends, and says why in its notes; asking
// beyond it is [law.ErrNotKnown] unless the set was [Set.Extended].
//
// Users keep tables of their own in the same form: [ReadDir] reads a directory
// of them, and [Set.With] puts them beside or over the built-in ones. The
// [Set.Digest] of the tables belongs into every result that must be reproducible.
//
// The package has no margins, no late interest totals that a law leaves to be
// added up, no policy rates as such and no rates before the half-year system; it
// never fetches anything. Verify a value against the official publication before
// relying on it in court.
package rates
