package ledger

import (
	"fmt"

	"github.com/skuld-go/skuld/law/limitation"
)

// unsettled reports whether anything of the claim is open.
func (v *Item) unsettled() bool {
	return v.Principal.Remaining.Sign() > 0 || v.Capitalized.Remaining.Sign() > 0 || v.Interest.Remaining.Sign() > 0
}

// limitationFindings says what a reader should know of the limitation of a claim of
// which something is open.
func (b *Book) limitationFindings(it *item, v *Item) []Finding {
	l, on := v.Limitation, b.at.AsOf
	var out []Finding
	find := func(code string, s Severity, format string, args ...any) {
		out = append(out, Finding{code, s, it.path, fmt.Sprintf(format, args...)})
	}
	switch {
	case l.Barred(on) && l.Rule.Extinguishes:
		find(FindingBarred, Warning, "extinguished since %s (%s)", l.Last+1, l.Citation)
	case l.Barred(on):
		find(FindingBarred, Warning, "barred since %s (%s)", l.Last+1, l.Citation)
	case l.Basis == limitation.ByUnknown:
		find(FindingLimitationUnknown, Info, "no source tells the period after a title (%s)", l.Citation)
	case !l.NextInterruption.IsZero() && on >= l.NextInterruption:
		find(FindingLimitationNear, Warning, "not barred through %s; the day by which to act was %s", l.Last, l.NextInterruption)
	}
	if !l.SuspendedSince.IsZero() {
		find(FindingSuspended, Info, "kept from being barred since %s by what has no last day in the case", l.SuspendedSince)
	}
	if n := l.Interest; n != nil && !l.Barred(on) && !n.BarredThrough.IsZero() && !v.Interest.Remaining.IsZero() {
		find(FindingInterestBarred, Warning, "interest of days through %s is barred as far as it is open (%s)", n.BarredThrough, n.Citation)
	}
	if late, n := l.Late(); n > 0 {
		others := ""
		if n > 1 {
			others = fmt.Sprintf(" (the first of %d)", n)
		}
		find(FindingAfterLimitation, Info, "%s %q of %s%s comes after the last day and moves nothing", late.Act, clip(late.ID), late.Day, others)
	}
	return out
}

// deliveryFindings notes the demands that moved a period and whose arrival is not
// known; acts are nil where no law of limitation is known.
func (b *Book) deliveryFindings(acts *limitation.Acts) []Finding {
	if acts == nil {
		return nil
	}
	unproven := map[string]bool{}
	for _, id := range acts.Unproven() {
		unproven[id] = true
	}
	var out []Finding
	for i, n := range b.c.Notices {
		if unproven[n.ID] {
			out = append(out, Finding{FindingDelivery, Warning, fmt.Sprintf("/notices/%d/delivered", i), fmt.Sprintf(
				"the day on which %q was sent stands in for the day on which it reached the debtor, which the creditor has to prove", clip(n.ID))})
		}
	}
	return out
}
