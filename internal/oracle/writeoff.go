package oracle

import "fmt"

// writeOff gives up what is open of an item, or of all, of a component, or of
// all, without closing the case.
type writeOff struct {
	index          int
	id, kind       string
	date, recorded day
	item           item   // nil: all
	component      string // empty: all
	amount         int64  // 0: all that is open
	lines          []line
}

// Kinds of a write-off. What is waived was never lost to the creditor's tax.
const (
	kindWriteOff = "write-off"
	kindWaiver   = "waiver"
)

// writtenOff is the disposition of a closing that is a write-off.
const writtenOff = "written-off"

func (b *book) writeOff(w *writeOff) error {
	if w.item != nil && !w.item.isRaised() {
		return fmt.Errorf("/writeOffs/%d/item: %q is not raised on %s", w.index, w.item.name(), w.date)
	}
	b.given = append(b.given, w)
	b.bookInterest()
	if w.amount > 0 {
		if open := w.item.open(w.component); w.amount > open {
			return fmt.Errorf("/writeOffs/%d/amount: only %s is open", w.index, b.print(open))
		}
		w.give(w.item, w.component, w.amount)
		return nil
	}
	for _, it := range b.items {
		for _, component := range cells {
			if w.selects(it, component) {
				w.give(it, component, it.open(component))
			}
		}
	}
	return nil
}

func (w *writeOff) selects(it item, component string) bool {
	interest := w.component == compInterest && (component == compContract || component == compDefault)
	return (w.item == nil || w.item == it) && (w.component == "" || w.component == component || interest)
}

func (w *writeOff) give(it item, component string, amount int64) {
	if amount > 0 {
		vat := it.dispose(component, amount)
		w.lines = append(w.lines, line{item: it.name(), component: component, vat: vat, amount: amount})
	}
}

// taxOf is the value-added tax in lines.
func (b *book) taxOf(lines []line) (sum int64) {
	for _, l := range lines {
		if l.vat != "" {
			n, _ := parseMinor(l.vat, b.digits)
			sum += n
		}
	}
	return sum
}

// recoverable is the tax that the creditor paid and never got.
func (b *book) recoverable() (sum int64) {
	for _, w := range b.given {
		if w.kind == kindWriteOff {
			sum += b.taxOf(w.lines)
		}
	}
	if b.closing != nil && b.closing.disposition == writtenOff {
		sum += b.taxOf(b.closing.lines)
	}
	return sum
}

// closing ends the interest of a case, and with a disposition the case.
type closing struct {
	date, recorded day
	disposition    string
	tolerance      int64
	lines          []line
}

func (b *book) close() error {
	b.bookInterest()
	total := int64(0)
	for _, it := range b.items {
		for _, component := range cells {
			if open := it.open(component); open > 0 {
				total += open
				b.closing.lines = append(b.closing.lines, line{item: it.name(), component: component, amount: open})
			}
		}
	}
	if b.closing.disposition == "small-balance" && total > b.closing.tolerance {
		return fmt.Errorf("/closed/tolerance: %s is open, more than %s", b.print(total), b.print(b.closing.tolerance))
	}
	for i := range b.closing.lines {
		l := &b.closing.lines[i]
		l.vat = b.named(l.item).dispose(l.component, l.amount)
	}
	return nil
}
