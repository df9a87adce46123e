package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// WriteOffLines are what a write-off or a waiver took off the debt. Amounts are
// positive; VAT is the value added tax within the principal lines, which a creditor
// may get back for a loss where the law has bad-debt relief.
type WriteOffLines struct {
	ID    string
	Date  calendar.Date
	Kind  WriteOffKind
	Lines []DisposedLine
	VAT   money.Amount
}

// writeOff takes off what is open at the end of its day.
func (b *Book) writeOff(w WriteOff, path string) error {
	if err := b.bookThrough(func(*accrual) calendar.Date { return w.Date }); err != nil {
		return err
	}
	entry := WriteOffLines{ID: w.ID, Date: w.Date, Kind: max(w.Kind, WriteOffLoss)}
	for _, it := range b.items {
		if w.Item == "" && !it.raised || w.Item != "" && it.id() != w.Item || it.isCredit() {
			continue
		}
		if gone, err := b.absent(it, w.Item, w.Date, path); err != nil {
			return err
		} else if gone {
			continue
		}
		lines, err := b.writeOffItem(it, w, path)
		if err != nil {
			return err
		}
		entry.Lines = append(entry.Lines, lines...)
	}
	var sum int64
	for _, l := range entry.Lines {
		sum += l.Amount.Minor()
	}
	entry.VAT = b.vatOf(entry.Lines)
	b.writeOffs = append(b.writeOffs, entry)
	b.fact(entry.Kind.String(), w.ID, w.Date, fmt.Sprintf("takes %s off the debt", b.money(sum)))
	return nil
}

// writeOffItem takes off what the write-off says of one item.
func (b *Book) writeOffItem(it *item, w WriteOff, path string) ([]DisposedLine, error) {
	open, err := it.openThrough(w.Date)
	if err != nil {
		return nil, err
	}
	var lines []DisposedLine
	for i, minor := range open {
		c := allocation.Component(i)
		if minor <= 0 || len(w.Components) > 0 && !slices.Contains(w.Components, c) {
			continue
		}
		lines = append(lines, DisposedLine{Item: it.id(), Component: c, Amount: b.money(minor)})
	}
	if w.Amount != (money.Amount{}) {
		c := w.Components[0]
		if w.Amount.Minor() > open[c] {
			return nil, &Problem{Path: path + "/amount", Message: fmt.Sprintf("%s is more than the %s open on %s, want at most that",
				w.Amount, b.money(open[c]), w.Date)}
		}
		lines = []DisposedLine{{Item: it.id(), Component: c, Amount: w.Amount}}
	}
	for i := range lines {
		b.dispose(it, &lines[i])
	}
	if len(lines) == 0 {
		return nil, nil
	}
	return lines, it.rebase(w.Date, false)
}

// dispose takes a line off its item and notes the value added tax in it.
func (b *Book) dispose(it *item, l *DisposedLine) {
	minor := l.Amount.Minor()
	it.disposed[l.Component] += minor
	if isInterest(l.Component) {
		it.fromCompounded(l.Component, minor)
		return
	}
	vat := it.reduce(l.Component, minor)
	if it.claim != nil && it.claim.VAT != (money.Amount{}) && l.Component == allocation.Principal {
		l.VAT = b.money(vat)
	}
}

// vatOf sums the value added tax of lines.
func (b *Book) vatOf(lines []DisposedLine) money.Amount {
	var sum int64
	for _, l := range lines {
		sum += l.VAT.Minor()
	}
	return b.money(sum)
}

// recoverableVAT is the value added tax in all that was given up as lost.
func (b *Book) recoverableVAT() money.Amount {
	var sum int64
	for _, w := range b.writeOffs {
		if w.Kind == WriteOffLoss {
			sum += w.VAT.Minor()
		}
	}
	if c := b.closing; c != nil && c.Disposition == WrittenOff {
		sum += c.VAT.Minor()
	}
	return b.money(sum)
}
