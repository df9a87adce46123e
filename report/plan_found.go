package report

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/skuld-go/skuld/paymentplan"
)

// FoundText writes the answer of a search: the plans that keep within the
// constraints, best first, each with its number of rows, its level, the most that a
// row pays (without a registration fee), its last row, its last due date, what it
// costs in interest and fees, and what is paid in all; then the best one, as [PlanText]
// writes it. Where there is none, it says why. Errors are those of w, which gets the
// text in one piece, or of an answer that is nil.
func FoundText(w io.Writer, f *paymentplan.Found) error {
	if f == nil {
		return errors.New("no answer of a search, want one")
	}
	var p page
	p.line("PLANS FOUND")
	p.line("")
	if len(f.Candidates) == 0 {
		p.para("  ", sentences([]string{"None: " + f.Reason}))
		return p.writeTo(w)
	}
	t := table{columns: "rrrrlrr", indent: 2}
	t.add("Rows", "Level", "Largest row", "Last row", "Ends", "Cost", "Total")
	for _, c := range f.Candidates {
		t.add(strconv.Itoa(c.Count), c.Level.Number(), c.Largest.Number(), c.Last.Number(), dayText(c.End), c.Cost.Number(), c.Total.Number())
	}
	p.table(t)
	if f.Best != nil {
		p.section(fmt.Sprintf("THE BEST ONE, %d ROWS", len(f.Best.Rows)))
		p.plan(f.Best)
	}
	return p.writeTo(w)
}
