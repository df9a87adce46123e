// Package remittance answers: a payment on a debt came in, so what does the
// collector earn on it, how is that taken, and what goes to the creditor?
//
// # Words
//
// The creditor owns the debt, the collector collects it. A payment is in hand
// when the collector received it, direct when the creditor did. [Compute] takes
// the payment as package allocation has divided it: lines by component, and the
// unallocated rest.
//
// A [Tariff] is what creditor and collector agreed. Its rules are asked in
// order: the first that names the component and the phase of the case decides,
// and a component that no rule names is free. A rule either charges commission,
// by per cent, marginal tiers, a flat sum, a minimum and a maximum, or says that
// the collector retains the component whole, as it does with its own fees.
// Retained money is no commission and bears no VAT here; whatever VAT a fee
// carries, the debtor was charged with the fee. VAT on the commission is computed
// once, on the sum of the rounded commission lines.
//
// Commission and VAT are each a [Leg], taken in three ways in this order:
//
//   - withdrawn: withheld from the allocated money in hand that is not retained;
//   - netted: set off against other money that the collector holds for the
//     creditor, as far as Input.CreditorCredit goes;
//   - to invoice: the rest.
//
// # Identities
//
// They hold to the minor unit, and [Remittance.Verify] adds them up again:
//
//	received         = allocated + unallocated
//	allocated        = Σ commission bases + Σ retentions + free
//	VAT              = commission × rate, rounded
//	each leg: due    = withdrawn + netted + to invoice
//	in hand: received = retained + withdrawn commission + withdrawn VAT
//	                    + payable + held + unallocated
//	direct:  retained = withdrawn = payable = held = 0
//
// Payable is the remittance. Where trust accounting is prohibited on the case,
// Held takes its place and nothing else changes. Unallocated money is held apart:
// no commission is due on it and it is not remitted until it is allocated, which
// is then an input of its own.
//
// # A settlement in words
//
// A debtor pays 1 000.00 SEK to the collector: 180.00 goes to the reminder fee,
// 120.00 to default interest and 700.00 to principal. The collector retains its
// fees and earns 10 % of interest and principal, and VAT is 25 %. Commission is
// 82.00 and VAT 20.50, both withdrawn; with the fee 282.50 are deducted and
// 717.50 remitted. Had the debtor paid the creditor directly, nothing would be in
// hand: of the 102.50 due, the 90.00 that the collector happens to hold for that
// creditor cover the commission and 8.00 of the VAT; 12.50 of VAT are invoiced,
// and so is the fee of 180.00, which the creditor received for the collector.
//
// # Taking back
//
// [Reverse] is the exact opposite of an earlier remittance, for a payment that
// bounced. To take back a part, reverse the earlier remittance and compute what
// remains; the two together are the correction. [Compute] also takes a negative
// payment, for a chargeback that no earlier remittance matches.
//
// # Ranges and rounding
//
// Amounts are whole minor units of one currency, at most [money.MaxMinor] each;
// there are at most [MaxRules] rules of [MaxTiers] tiers and [MaxLines] lines.
// Each rule rounds once and the VAT once, on absolute values, so that a reversal
// mirrors its payment in every mode. A per cent is an [interest.Percent], exact
// to a millionth, here of the base and not of a year.
//
// The package keeps no account of the creditor, writes no invoice, converts no
// currency and knows no VAT law: rate and credit are the caller's to say.
package remittance
