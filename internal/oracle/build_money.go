package oracle

import (
	"fmt"
	"math"
	"math/big"
	"slices"
)

func (b *builder) payment(i int, in *paymentInput) {
	path := fmt.Sprintf("/payments/%d", i)
	b.id(path, in.ID)
	p := &payment{index: i, id: in.ID, date: b.date(path+"/date", in.Date), joined: map[string]int64{}}
	p.recorded = b.known(path, in.Recorded, p.date)
	b.credited(path, in, p)
	b.allPayments[in.ID] = p
	rest := p.amount
	for k, row := range in.Specification {
		rowPath := fmt.Sprintf("%s/specification/%d", path, k)
		if row.Component != "" {
			_, err := expand(row.Component)
			b.fail(rowPath+"/component", err)
		}
		if !b.ids[row.Item] {
			b.fail(rowPath+"/item", fmt.Errorf("no claim or fee %q", row.Item))
		}
		d := directed{row.Item, row.Component, b.amount(rowPath+"/amount", row.Amount)}
		if rest -= d.amount; rest < 0 {
			b.fail(rowPath, fmt.Errorf("more is directed than paid"))
		}
		p.specification = append(p.specification, d)
	}
	if own := in.Allocation; own != nil && (own.Preset != "" || len(own.Rungs) > 0) {
		o, err := readOrder(*own, b.in.Jurisdiction)
		if err == nil && o.apply {
			err = fmt.Errorf("what is left of one payment goes by the order of the case")
		}
		b.fail(path+"/allocation", err)
		p.order = &o
	}
	if b.view.sees(p.date, p.recorded) {
		b.book.payments = append(b.book.payments, p)
	}
}

// credited reads what a payment is worth in the case's currency.
func (b *builder) credited(path string, in *paymentInput, p *payment) {
	m := &p.money
	m.currency, m.rate = or(in.Currency, b.in.Currency), in.Rate
	var err error
	m.digits, err = digitsOf(m.currency)
	b.fail(path+"/currency", err)
	m.paid = b.amountOf(path+"/amount", in.Amount, m.digits)
	b.day(path+"/exchanged", in.Exchanged)
	based := b.book.base != ""
	b.received(path+"/received", in.Received, m)
	switch {
	case m.currency == b.in.Currency:
		p.amount = m.paid
		if in.Rate != "" {
			b.fail(path+"/rate", fmt.Errorf("only of another currency than %s", b.in.Currency))
		}
		if m.hasReceived && !based {
			b.fail(path+"/received", fmt.Errorf("the amount says it"))
		}
	case in.Rate != "":
		rate := b.exchangeRate(path+"/rate", in.Rate)
		worth := exchanged(m.paid, rate, m.digits, b.book.digits)
		if !worth.IsInt64() || worth.Sign() <= 0 {
			b.fail(path+"/amount", fmt.Errorf("%s at %s is no amount of %s", in.Amount, in.Rate, b.in.Currency))
		}
		p.amount = worth.Int64()
	case based:
		b.fail(path+"/rate", fmt.Errorf("want a rate from %s to %s", m.currency, b.in.Currency))
	case !m.hasReceived:
		b.fail(path+"/received", fmt.Errorf("want a rate or what was received"))
	default:
		p.amount = m.received
	}
}

func (b *builder) received(path, s string, m *money) {
	if s == "" {
		return
	}
	digits := b.book.digits
	if m.inBase = b.book.base != ""; m.inBase {
		digits = b.book.baseDigits
	}
	m.hasReceived, m.received = true, b.amountOf(path, s, digits)
}

// exchangeRate gives 1 where there is none to be read.
func (b *builder) exchangeRate(path, s string) *big.Rat {
	rate, err := parseRate(s)
	b.fail(path, err)
	if err != nil {
		return big.NewRat(1, 1)
	}
	return rate
}

// exchange reads what a claim is worth in the books.
func (b *builder) exchange(path string, in claimRate, c *claim) {
	if in == (claimRate{}) {
		return
	}
	if b.book.base == "" {
		b.fail(path, fmt.Errorf("only with a base currency"))
		return
	}
	b.day(path+"/date", in.Date)
	rate := b.exchangeRate(path+"/rate", in.Rate)
	if c == nil {
		return
	}
	c.booked = rate
	const room = 100 // for what is added later
	if worth := exchanged(c.original, rate, b.book.digits, b.book.baseDigits); worth.Cmp(big.NewInt(math.MaxInt64/room)) > 0 {
		b.fail(path, fmt.Errorf("the oracle can not count so far"))
	}
}

func (b *builder) refund(i int, in *refundInput) {
	path := fmt.Sprintf("/refunds/%d", i)
	b.id(path, in.ID)
	r := &refund{index: i, id: in.ID, named: in.Payment, date: b.date(path+"/date", in.Date), amount: b.amount(path+"/amount", in.Amount)}
	r.recorded = b.known(path, in.Recorded, r.date)
	if in.Payment != "" {
		r.payment = b.allPayments[in.Payment]
		switch {
		case r.payment == nil:
			b.fail(path+"/payment", fmt.Errorf("no payment %q", in.Payment))
		case r.date < r.payment.date:
			b.fail(path+"/date", fmt.Errorf("%s is before the payment's %s", r.date, r.payment.date))
		}
	}
	if b.view.sees(r.date, r.recorded) {
		b.book.refunds = append(b.book.refunds, r)
	}
}

func (b *builder) writeOff(i int, in *writeOffInput) {
	path := fmt.Sprintf("/writeOffs/%d", i)
	b.id(path, in.ID)
	w := &writeOff{index: i, id: in.ID, kind: or(in.Kind, kindWriteOff), date: b.date(path+"/date", in.Date), component: in.Component}
	w.recorded = b.known(path, in.Recorded, w.date)
	if w.kind != kindWriteOff && w.kind != kindWaiver {
		b.fail(path+"/kind", fmt.Errorf("%q is not known", in.Kind))
	}
	if in.Amount != "" {
		w.amount = b.amount(path+"/amount", in.Amount)
		if in.Item == "" || in.Component == "" {
			b.fail(path+"/amount", fmt.Errorf("only of an item and a component"))
		}
		if w.component == compInterest {
			w.component = compDefault
		}
	}
	b.writtenOff(path, in, w)
}

// writtenOff lets a write-off act that fits its item and is in view.
func (b *builder) writtenOff(path string, in *writeOffInput, w *writeOff) {
	c, f := b.allClaims[in.Item], b.allFees[in.Item]
	raised := noDay
	switch {
	case c != nil:
		w.item, raised = c, c.raise
	case f != nil:
		w.item, raised = f, f.date
	case in.Item != "":
		b.fail(path+"/item", fmt.Errorf("no claim or fee %q", in.Item))
	}
	if w.component != "" && w.component != compInterest && !slices.Contains(cells, w.component) ||
		w.component != "" && w.item != nil && !hasPart(c, f, w.component) {
		b.fail(path+"/component", fmt.Errorf("%q has no %q", in.Item, in.Component))
	}
	for _, one := range b.allClaims {
		if (c == nil && f == nil || c == one) && w.date <= one.opened {
			b.fail(path+"/date", fmt.Errorf("%s lies within the opening of %q", w.date, one.id))
		}
	}
	if b.err != nil || !b.view.sees(w.date, w.recorded) {
		return
	}
	if w.date < raised || f != nil && f.held {
		b.fail(path+"/item", fmt.Errorf("%q is not raised on %s", in.Item, w.date))
	}
	if w.item == nil || slices.Contains(b.book.items, w.item) {
		b.book.writeOffs = append(b.book.writeOffs, w)
	}
}
