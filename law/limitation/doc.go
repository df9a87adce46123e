// Package limitation answers the question: through which day can a claim still be
// enforced, and what made it that day?
//
// A [Rule] is what a law says about one sort of claim, as plain data: how long the
// period is, with which day it starts, which acts begin it anew or stop it, what a
// title does to it, and the ends that nothing moves. [Rule.Limit] counts one claim
// down by it:
//
//	last day = the day with which the period starts + the period, in calendar years
//
// The day with which a period starts (the due date, an act) is not counted; the day
// that bears its number in the last year is, so that a claim due on 15 March 2021
// with five years is not barred through 15 March 2026. 29 February gives way to
// 28 February. Periods that start with the end of a year end with a year.
//
// Every day of this package is inclusive, and every last day is the last one on which
// the claim is not barred yet. Days are not moved to business days: acting by the
// last day is in time everywhere, and whether a weekend helps somebody who acts later
// is for a court to say.
//
// # Acts
//
// An act counts if it happens on or before the last day as it stood before the act;
// what comes later revives nothing. A title is the exception: what a court has found
// to be owed is owed, whatever the period was. A period that begins anew never ends
// earlier than the old one. Of days on which the period does not run each is counted
// once, however many reasons there are for it.
//
// Acts dated after the day that is asked about do not count. An act that is known to
// last beyond that day lasts as long as is known.
//
// # Many claims
//
// Claims of one case have most acts in common. [NewActs] checks them and puts them in
// order once, and a [Counter] counts claims down under one rule: what an act costs does
// not depend on the acts before it, and claims with equal facts share an answer. The
// lists of an answer are bounded, whatever the number of acts; [LeftOut] counts the rest.
//
// # What this package does not do
//
// It knows no country: that a Swedish reminder begins the period anew and a Norwegian
// one does not is said by the rules of package jurisdiction. It does not know when a
// creditor learned of a claim, so that ends which depend on that are left out, and it
// does not know what a court prolongs. It moves no money: a barred claim stays in the
// books until somebody takes it off.
package limitation
