package oracle

// reversal takes a payment back, from its own date on.
type reversal struct {
	index          int
	id, effect     string
	date, recorded day
	payment        *payment
	lines          []line
	unallocated    int64
}

// Effects of a reversal.
const (
	effectVoid      = "void" // the payment was never made
	effectMirror    = "mirror"
	effectPrincipal = "principal"
	effectRatio     = "ratio"
)

// reverse books the opposite of what the payment has settled so far; its rest
// waits no more.
func (b *book) reverse(r *reversal) {
	b.bookInterest()
	p := r.payment
	r.unallocated, p.withdrawn = p.rest(), p.left
	p.left = 0
	switch r.effect {
	case effectPrincipal:
		b.toPrincipal(r)
	case effectRatio:
		if !b.inRatio(r) {
			b.mirror(r)
		}
	default:
		b.mirror(r)
	}
	b.baseBack(r)
}

// back takes one amount back on one cell.
func (b *book) back(r *reversal, name, component string, amount, joined int64) {
	vat := b.named(name).unpay(component, amount, joined)
	r.lines = append(r.lines, line{item: name, component: component, vat: vat, amount: -amount})
}

// mirror reverses line by line; interest that had joined the base joins it
// again.
func (b *book) mirror(r *reversal) {
	for _, l := range r.payment.lines {
		cell := l.item + "\x00" + l.component
		joined := min(l.amount, r.payment.joined[cell])
		r.payment.joined[cell] -= joined
		b.back(r, l.item, l.component, l.amount, joined)
	}
}

// toPrincipal gives all that an item got back to what the claim itself is, or to the fee.
func (b *book) toPrincipal(r *reversal) {
	sums := map[string]int64{}
	var names []string
	for _, l := range r.payment.lines {
		if _, seen := sums[l.item]; !seen {
			names = append(names, l.item)
		}
		sums[l.item] += l.amount
	}
	for _, name := range names {
		component := compFee
		if c, is := b.named(name).(*claim); is {
			component = c.body
		}
		b.back(r, name, component, sums[name], 0)
	}
}

// inRatio shares what the payment settled over everything open by what is open;
// it reports whether anything was.
func (b *book) inRatio(r *reversal) bool {
	type cell struct{ name, component string }
	var open []cell
	var weights []int64
	for _, it := range b.items {
		for _, component := range cells {
			if n := it.open(component); n > 0 {
				open, weights = append(open, cell{it.name(), component}), append(weights, n)
			}
		}
	}
	if len(open) == 0 {
		return false
	}
	settled := int64(0)
	for _, l := range r.payment.lines {
		settled += l.amount
	}
	for i, part := range proportion(settled, weights) {
		if part > 0 {
			b.back(r, open[i].name, open[i].component, part, 0)
		}
	}
	return true
}
