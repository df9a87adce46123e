package ledger

// limitation checks that the last day is the one that the last step gives, that it is
// no later than the end that nothing moves and no earlier than its own period, and
// that what is counted from it agrees.
func (v *verifier) limitation(it *Item) {
	l := it.Limitation
	if l == nil {
		return
	}
	if n := len(l.Steps); n == 0 || l.Steps[n-1].Last != l.Last {
		v.fail("%s is not barred through %q, and its steps do not say so", it.ID, l.Last)
	}
	if l.Last.IsZero() {
		if l.DaysLeft != 0 || !l.NextInterruption.IsZero() {
			v.fail("%s has %d days left to %q and no last day", it.ID, l.DaysLeft, l.NextInterruption)
		}
		return
	}
	if want := max(0, int(l.Last-v.st.AsOf)); l.DaysLeft != want {
		v.fail("%s has %d days left, from %s to %s there are %d", it.ID, l.DaysLeft, v.st.AsOf, l.Last, want)
	}
	if l.NextInterruption > l.Last {
		v.fail("%s is to be interrupted by %s, after its last day %s", it.ID, l.NextInterruption, l.Last)
	}
	switch final := l.Final; {
	case !final.IsZero() && l.Last > final:
		v.fail("%s is not barred through %s, after its final end %s", it.ID, l.Last, final)
	case l.Last != final && l.Last < l.Start.Add(l.Period):
		v.fail("%s is not barred through %s, before %s from %s are over", it.ID, l.Last, l.Period, l.Start)
	}
}
