package oracle

func (b *book) allocations() []Allocation {
	var all []Allocation
	for _, e := range b.entries {
		switch p, r, n, f := e.payment, e.reversal, e.credit, e.refund; {
		case p != nil:
			all = append(all, Allocation{Payment: p.id, Date: p.date.String(), Amount: b.print(p.amount),
				Lines: b.shownLines(p.lines), Unallocated: b.print(p.rest()), Exchange: b.shownExchange(p)})
		case r != nil:
			all = append(all, Allocation{Payment: r.payment.id, Reversal: r.id, Date: r.date.String(), Amount: b.print(-r.payment.amount),
				Lines: b.shownLines(r.lines), Unallocated: b.print(-r.unallocated)})
		case n != nil:
			all = append(all, Allocation{Payment: n.id, CreditNote: true, Date: n.date.String(), Amount: b.print(n.original),
				Lines: b.shownLines(n.lines), Unallocated: b.print(n.left)})
		case f != nil:
			all = append(all, Allocation{Payment: f.named, Refund: f.id, Date: f.date.String(), Amount: b.print(-f.amount), Unallocated: b.print(-f.amount)})
		}
	}
	return all
}

func (b *book) shownLines(lines []line) (all []Line) {
	for _, l := range lines {
		one := Line{Item: l.item, Component: l.component, Amount: b.print(l.amount), VAT: l.vat, Rung: l.rung}
		if l.inBase {
			one.Base = printMinor(l.base, b.baseDigits)
		}
		all = append(all, one)
	}
	return all
}
