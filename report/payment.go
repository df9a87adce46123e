package report

import (
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// payments lists what each payment settled. The lines and the rest add up to the
// payment.
func (s *sheet) payments() {
	if len(s.st.Allocations) == 0 {
		return
	}
	s.section("PAYMENTS")
	// One table keeps the columns of all payments in line.
	t := table{columns: "llrrl", indent: 2}
	t.add("Date", "Payment", "Amount", "Step", "Ground")
	for _, pa := range s.st.Allocations {
		t.add(dayText(pa.Date), pa.Payment, pa.Amount.Number())
		for _, l := range pa.Lines {
			t.add("", "  "+l.Item+", "+componentWords(l.Component), l.Amount.Number(), stepText(l), s.lineNote(l))
		}
		if !pa.Unallocated.IsZero() {
			t.add("", "  unallocated", pa.Unallocated.Number())
		}
	}
	s.table(t)
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
