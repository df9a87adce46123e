package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// payments lists what each payment settled, what each reversal took back, what each
// refund returned and what each credit note netted. The lines and the rest add up to the amount.
func (s *sheet) payments() {
	if len(s.st.Allocations) == 0 {
		return
	}
	s.section("PAYMENTS")
	if steps := stepsText(s.st.Allocations); steps != "" {
		s.para("  ", steps)
		s.line("")
	}
	// One table keeps the columns of all payments in line.
	t := table{columns: "llrrl", indent: 2}
	t.add("Date", "Payment", "Amount", "Step", "Ground")
	for _, pa := range s.st.Allocations {
		t.add(dayText(pa.Date), entryText(pa), pa.Amount.Number())
		for _, l := range pa.Lines {
			step := ""
			if byOrder(pa) {
				step = stepText(l)
			}
			t.add(laterText(l, pa), "  "+l.Item+", "+componentWords(l.Component), l.Amount.Number(), step, s.lineNote(l))
		}
		if !pa.Unallocated.IsZero() {
			t.add("", "  "+restWord(pa), pa.Unallocated.Number())
		}
		exchangeRows(&t, pa.Exchange)
	}
	s.table(t)
}

// stepsText lists the steps of the order that settled something, with what they
// settled.
func stepsText(payments []ledger.PaymentAllocation) string {
	settled := map[int][]string{}
	for _, pa := range payments {
		if !byOrder(pa) {
			continue
		}
		for _, l := range pa.Lines {
			if words := componentWords(l.Component); l.Rung > 0 && !slices.Contains(settled[l.Rung], words) {
				settled[l.Rung] = append(settled[l.Rung], words)
			}
		}
	}
	var steps []string
	for _, rung := range slices.Sorted(maps.Keys(settled)) {
		steps = append(steps, strconv.Itoa(rung)+" "+strings.Join(settled[rung], " and "))
	}
	if len(steps) == 0 {
		return ""
	}
	return "Steps of the order that settled something: " + strings.Join(steps, ", ") + "."
}

// byOrder reports whether an entry was settled by the order of the case.
func byOrder(pa ledger.PaymentAllocation) bool { return pa.Reversal == "" && !pa.CreditNote }

// exchangeRows say what a payment was before it was converted, and what it gained or
// lost in the creditor's books.
func exchangeRows(t *table, x *ledger.PaymentExchange) {
	if x == nil {
		return
	}
	paid := "  paid as " + x.Paid.String()
	if x.Rate != 0 {
		paid += " at " + x.Rate.String()
	}
	t.add("", paid)
	if x.Received == (money.Amount{}) {
		return
	}
	t.add("", "  received, "+x.Base.Code(), x.Received.Number())
	t.add("", "  settles in the books, "+x.Base.Code(), x.Booked.Number())
	t.add("", "  exchange difference, "+x.Base.Code(), x.Difference.Number())
}

// entryText names a payment, a reversal, a refund or a credit note.
func entryText(pa ledger.PaymentAllocation) string {
	switch {
	case pa.CreditNote:
		return pa.Payment + ", credit note"
	case pa.Refund != "" && pa.Payment != "":
		return pa.Refund + ", refund of " + pa.Payment
	case pa.Refund != "":
		return pa.Refund + ", refund"
	case pa.Reversal != "":
		return pa.Payment + ", reversed by " + pa.Reversal
	}
	return pa.Payment
}

// restWord names what an entry leaves over.
func restWord(pa ledger.PaymentAllocation) string {
	switch {
	case pa.CreditNote:
		return "not used"
	case pa.Refund != "":
		return "returned"
	}
	return "unallocated"
}

// laterText is the day of a line of money that waited, "" for the payment's own.
func laterText(l ledger.Line, pa ledger.PaymentAllocation) string {
	if l.Date == pa.Date {
		return ""
	}
	return dayText(l.Date)
}

// stepText is the rung of the order that gave a line.
func stepText(l ledger.Line) string {
	if l.Rung == 0 {
		return "directed"
	}
	return strconv.Itoa(l.Rung)
}

// lineNote is the ground of a line and what is remarkable about it.
func (s *sheet) lineNote(l ledger.Line) string {
	notes := []string{}
	if l.Deviates {
		notes = append(notes, "deviates from the order")
	}
	if !l.VAT.IsZero() {
		notes = append(notes, "of which VAT "+l.VAT.Number())
	}
	return strings.TrimSpace(s.grounds.mark(orderGround(l.Citation)) + " " + strings.Join(notes, ", "))
}
