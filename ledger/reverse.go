package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// reversalCitation names the ground of a reversal's lines.
const reversalCitation = "reversal"

// reverse takes a payment back on the day of the reversal. A void payment never
// came into the fold, so there is nothing to take back.
func (b *Book) reverse(r Reversal) error {
	if r.voids() {
		b.fact("reversal", r.ID, r.Date, "payment "+r.Payment+" counts as never made")
		return nil
	}
	n, there := b.received[r.Payment]
	if !there {
		b.fact("reversal", r.ID, r.Date, "payment "+r.Payment+" does not count")
		return nil
	}
	if err := b.bookThrough(func(a *accrual) calendar.Date { return a.lastFor(r.Date) }); err != nil {
		return err
	}
	paid := b.payments[n]
	lines := b.byCell(paid.Lines)
	switch r.Effect {
	case ToPrincipal:
		lines = b.toPrincipal(lines)
	case Ratio:
		shared, err := b.inRatio(lines, r.Date)
		if err != nil {
			return err
		}
		lines = shared
	}
	back := PaymentAllocation{
		Payment: r.Payment, Reversal: r.ID, Date: r.Date, Amount: paid.Amount.Neg(), Unallocated: paid.Unallocated.Neg(), path: paid.path,
	}
	for _, l := range lines {
		line, err := b.takeBack(l, r.Date)
		if err != nil {
			return err
		}
		back.Lines = append(back.Lines, line)
	}
	if err := b.takeBackBase(&paid, back.Lines); err != nil {
		return err
	}
	b.payments[n].reversed = true
	b.payments = append(b.payments, back)
	same := func(i int) bool { return i == n }
	b.waiting, b.blocked = slices.DeleteFunc(b.waiting, same), slices.DeleteFunc(b.blocked, same)
	b.fact("reversal", r.ID, r.Date, fmt.Sprintf("takes back %s of payment %s (%s)", paid.Amount, r.Payment, r.Effect))
	return nil
}

// byCell joins lines on the same component that acted on different days: what
// waited is taken back in one.
func (b *Book) byCell(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		k := slices.IndexFunc(out, func(o Line) bool {
			return o.Item == l.Item && o.Component == l.Component && (o.Rung == 0) == (l.Rung == 0)
		})
		if k < 0 {
			out = append(out, l)
			continue
		}
		out[k].Amount = b.money(out[k].Amount.Minor() + l.Amount.Minor())
		out[k].compounded += l.compounded
	}
	return out
}

// takeBack reverses a line and returns the negative line that says so.
func (b *Book) takeBack(l Line, day calendar.Date) (Line, error) {
	it := b.named(l.Item)
	minor := l.Amount.Minor()
	it.paid[l.Component] -= minor
	out := Line{Date: day, Item: l.Item, Component: l.Component, Amount: l.Amount.Neg(), Citation: reversalCitation}
	if isInterest(l.Component) {
		if a := it.of(l.Component); a != nil {
			a.compounded += l.compounded
		}
	} else {
		vat := it.reduce(l.Component, -minor)
		if it.claim != nil && it.claim.VAT != (money.Amount{}) && l.Component == allocation.Principal {
			out.VAT = b.money(vat)
		}
	}
	return out, it.rebase(day, false)
}

// toPrincipal gathers what a payment settled on each claim as one line on its
// principal, and what it settled on a fee as one on the fee.
func (b *Book) toPrincipal(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		l.Component, l.compounded = allocation.Fee, 0
		if it := b.named(l.Item); it.fee == nil {
			l.Component = it.body()
		}
		k := slices.IndexFunc(out, func(o Line) bool { return o.Item == l.Item })
		if k < 0 {
			out = append(out, l)
			continue
		}
		out[k].Amount = b.money(out[k].Amount.Minor() + l.Amount.Minor())
	}
	return out
}

// inRatio shares what a payment settled over everything open at the end of the
// day, largest remainder; where nothing is open the lines stay as they are.
func (b *Book) inRatio(lines []Line, day calendar.Date) ([]Line, error) {
	var sum int64
	for _, l := range lines {
		sum += l.Amount.Minor()
	}
	var cells []Line
	var weights []int64
	for _, it := range b.items {
		if !it.raised || it.isCredit() {
			continue
		}
		open, err := it.balances(day)
		if err != nil {
			return nil, err
		}
		for c, minor := range open {
			if minor > 0 {
				cells = append(cells, Line{Item: it.id(), Component: allocation.Component(c)})
				weights = append(weights, minor)
			}
		}
	}
	if len(cells) == 0 || sum == 0 {
		return lines, nil
	}
	parts, err := b.money(sum).Split(weights)
	if err != nil {
		return nil, err
	}
	var out []Line
	for i, part := range parts {
		if part.Sign() > 0 {
			cells[i].Amount = part
			out = append(out, cells[i])
		}
	}
	return out, nil
}
