package oracle

import (
	"fmt"
	"slices"
)

// known is the day from which a fact is known: that of its recording, else its
// own.
func (b *builder) known(path, recorded string, on day) day {
	if recorded == "" {
		return on
	}
	return b.day(path+"/recorded", recorded)
}

// date reads a day that must be there.
func (b *builder) date(path, s string) day {
	if s == "" {
		b.fail(path, fmt.Errorf("want a date"))
	}
	return b.day(path, s)
}

// signed reads an amount that may be below 0, yet not 0.
func (b *builder) signed(path, s string) int64 {
	n, err := parseMinor(s, b.book.digits)
	if err == nil && n == 0 {
		err = fmt.Errorf("%q is 0", s)
	}
	b.fail(path, err)
	return n
}

// notBelow0 reads an amount that may be 0 or absent.
func (b *builder) notBelow0(path, s string) int64 {
	n, err := parseMinor(or(s, "0"), b.book.digits)
	if err == nil && n < 0 {
		err = fmt.Errorf("%q is below 0", s)
	}
	b.fail(path, err)
	return n
}

// opening sets a claim to its balances at the end of a day.
func (b *builder) opening(path string, in openingInput, c *claim) {
	c.opened = noDay
	if in == (openingInput{}) {
		return
	}
	if in.Principal == "" {
		b.fail(path+"/principal", fmt.Errorf("want an amount"))
	}
	c.opened = b.date(path+"/through", in.Through)
	c.opening = b.notBelow0(path+"/principal", in.Principal)
	c.account(c.body).remaining = c.opening
	for _, t := range c.tracks() {
		t.opened = c.opened
	}
	c.track(compDefault).opening = b.notBelow0(path+"/interest", in.Interest)
	c.track(compContract).opening = b.notBelow0(path+"/contractInterest", in.ContractInterest)
	if b.view.sees(c.raise, c.recorded) && b.view.asOf < c.opened {
		b.fail(path+"/through", fmt.Errorf("%s is before %s", b.view.asOf, c.opened))
	}
}

// openings refuses payments within an opening.
func (b *builder) openings() {
	for i := range b.in.Payments {
		on, _ := parseDay(b.in.Payments[i].Date)
		for _, c := range b.allClaims {
			if c.opened != noDay && on <= c.opened {
				b.fail(fmt.Sprintf("/payments/%d/date", i), fmt.Errorf("%s lies within the opening of %q", on, c.id))
			}
		}
	}
}

// creditNote reads a claim that lowers others.
func (b *builder) creditNote(path string, i int, in *claimInput) {
	t := in.Interest
	if t.Basis == "none" {
		t.Basis = ""
	}
	if (&claimInput{ContractInterest: &t}).contractTerms() != nil || in.contractTerms() != nil || in.Opening != (openingInput{}) || in.Credit != (creditInput{}) {
		b.fail(path, fmt.Errorf("a credit note has neither interest nor an opening nor a credit"))
	}
	if in.VAT != "" {
		b.notBelow0(path+"/vat", in.VAT)
	}
	b.exchange(path+"/exchange", in.Exchange, nil)
	for _, s := range []string{in.Issued, in.Due, in.Contracted, in.Demanded, in.Accelerated} {
		b.day(path, s)
	}
	n := &credit{index: i, id: in.ID, original: b.amount(path+"/principal", in.Principal), date: b.date(path, or(in.Issued, in.Due))}
	n.left = n.original
	n.recorded = b.known(path, in.Recorded, n.date)
	if b.view.sees(n.date, n.recorded) {
		b.book.credits = append(b.book.credits, n)
	}
}

func (b *builder) reversal(i int, in *reversalInput) {
	path := fmt.Sprintf("/reversals/%d", i)
	b.id(path, in.ID)
	r := &reversal{index: i, id: in.ID, effect: or(in.Effect, effectVoid), date: b.date(path+"/date", in.Date), payment: b.allPayments[in.Payment]}
	r.recorded = b.known(path, in.Recorded, r.date)
	if !slices.Contains([]string{effectVoid, effectMirror, effectPrincipal, effectRatio}, r.effect) {
		b.fail(path+"/effect", fmt.Errorf("%q is not known", r.effect))
	}
	switch p := r.payment; {
	case p == nil:
		b.fail(path+"/payment", fmt.Errorf("no payment %q", in.Payment))
		return
	case p.reversed:
		b.fail(path+"/payment", fmt.Errorf("%q is reversed twice", p.id))
	case r.date < p.date:
		b.fail(path+"/date", fmt.Errorf("%s is before the payment's %s", r.date, p.date))
	}
	r.payment.reversed = true
	if !b.view.sees(r.date, r.recorded) || !slices.Contains(b.book.payments, r.payment) {
		return
	}
	if r.effect == effectVoid {
		b.book.payments = slices.DeleteFunc(b.book.payments, func(p *payment) bool { return p == r.payment })
		return
	}
	b.book.reversals = append(b.book.reversals, r)
}

func (b *builder) adjustment(i int, in *adjustmentInput) {
	path := fmt.Sprintf("/adjustments/%d", i)
	b.id(path, in.ID)
	a := &adjustment{index: i, date: b.date(path+"/date", in.Date), component: in.Component, amount: b.signed(path+"/amount", in.Amount)}
	a.recorded = b.known(path, in.Recorded, a.date)
	if a.component == compInterest {
		a.component = compDefault
	}
	f, raised := b.allFees[in.Item], noDay
	if f != nil {
		a.item, raised = f, f.date
	}
	c := b.allClaims[in.Item]
	if c != nil {
		a.item, raised = c, c.raise
	}
	b.fits(path, in.Item, a, c, f)
	if b.err != nil || !b.view.sees(a.date, a.recorded) {
		return
	}
	if a.date < raised || f != nil && f.held {
		b.fail(path+"/item", fmt.Errorf("%q is not raised on %s", in.Item, a.date))
	}
	if slices.Contains(b.book.items, a.item) {
		b.book.adjustments = append(b.book.adjustments, a)
	}
}

// fits says whether the item has the component and is not within its opening.
func (b *builder) fits(path, name string, a *adjustment, c *claim, f *fee) {
	switch {
	case a.item == nil:
		b.fail(path+"/item", fmt.Errorf("no claim or fee %q", name))
	case !hasPart(c, f, a.component) || !slices.Contains(cells, a.component):
		b.fail(path+"/component", fmt.Errorf("%q has no %q", name, a.component))
	case c != nil && a.date <= c.opened:
		b.fail(path+"/date", fmt.Errorf("%s lies within the opening", a.date))
	}
}

func (b *builder) capitalization(i int, in *capitalizationInput) {
	path := fmt.Sprintf("/capitalizations/%d", i)
	b.id(path, in.ID)
	k := &capitalization{index: i, date: b.date(path+"/date", in.Date), claim: b.allClaims[in.Item]}
	k.recorded = b.known(path, in.Recorded, k.date)
	switch {
	case k.claim == nil:
		b.fail(path+"/item", fmt.Errorf("no claim %q", in.Item))
		return
	case k.date <= k.claim.opened:
		b.fail(path+"/date", fmt.Errorf("%s lies within the opening", k.date))
	}
	if !b.view.sees(k.date, k.recorded) {
		return
	}
	if k.date < k.claim.raise {
		b.fail(path+"/item", fmt.Errorf("%q is not raised on %s", in.Item, k.date))
	}
	if slices.Contains(b.book.claims, k.claim) {
		b.book.capitalizations = append(b.book.capitalizations, k)
	}
}

func (b *builder) closed(in closedInput) {
	if in == (closedInput{}) {
		return
	}
	c := &closing{date: b.date("/closed/date", in.Date), disposition: in.Disposition}
	c.recorded = b.known("/closed", in.Recorded, c.date)
	switch in.Disposition {
	case "", "written-off", "returned", "waived", "settled", "debt-relief":
		if in.Tolerance != "" {
			b.fail("/closed/tolerance", fmt.Errorf("only with small-balance"))
		}
	case "small-balance":
		if in.Tolerance == "" {
			b.fail("/closed/tolerance", fmt.Errorf("want an amount"))
		}
		c.tolerance = b.notBelow0("/closed/tolerance", in.Tolerance)
	default:
		b.fail("/closed/disposition", fmt.Errorf("%q is not known", in.Disposition))
	}
	if !b.view.sees(c.date, c.recorded) {
		return
	}
	b.book.closing = c
	for _, one := range b.book.bearers() {
		for _, t := range one.tracks() {
			t.through = min(t.through, c.date)
		}
	}
}

// data reads what has no effect on figures.
func (b *builder) data() {
	for i, n := range b.in.Notices {
		path := fmt.Sprintf("/notices/%d", i)
		b.id(path, n.ID)
		for _, s := range []string{n.Sent, n.Delivered, n.Through, n.Recorded} {
			b.day(path, s)
		}
	}
	for i, p := range b.in.Promises {
		path := fmt.Sprintf("/promises/%d", i)
		b.id(path, p.ID)
		for _, s := range []string{p.Date, p.Due, p.Recorded} {
			b.day(path, s)
		}
		b.amount(path+"/amount", p.Amount)
	}
}
