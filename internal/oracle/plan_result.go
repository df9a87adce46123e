package oracle

import "slices"

// PlanResult is a schedule as text: amounts in the currency's decimals, dates
// YYYY-MM-DD. With a refusal there is nothing else but what goes with it.
type PlanResult struct {
	// Refusal is empty, or negative-amortization, endless or invalid.
	Refusal string
	// Smallest is the least amount that works, of the first two; empty if none
	// does.
	Smallest string
	Problem  string // of the third
	Rows     []PlanRow
	Totals   PlanTotals
	Level    string
	Residual string
	// RemainingCount is the number of rows of which something is unpaid.
	RemainingCount int
	Next           *PlanNext // nil if nothing is unpaid
	Surplus        string    // what payments have left over
}

// PlanRow is one row; InvoiceDate and DueDate are business days where there is a
// calendar. PaidDate is empty until the row is paid, and of a row of 0. Shares are
// nil unless the request names creditors.
type PlanRow struct {
	No                                        int
	InvoiceDate, DueDate                      string
	Opening, Interest, Fee, Principal, Amount string
	Closing                                   string
	Paid, Unpaid, PaidDate                    string
	Shares                                    []PlanShare
}

// PlanShare is what of a row's principal goes to a creditor.
type PlanShare struct {
	Creditor, Amount string
}

// PlanTotals are sums over all rows.
type PlanTotals struct {
	Amount, Principal, Interest, Fee string
}

// PlanNext is what is to be paid next and until when.
type PlanNext struct {
	Date, Amount string
}

// print writes down a plan at its level.
func (p *plan) print(r *PlanResult, run *planRun, level int64) {
	show := p.b.book.print
	var amount, principal, interest, fee int64
	remaining := append([]int64(nil), p.admitted...)
	for i := range run.rows {
		f, row := &run.rows[i], p.row(i+1)
		r.Rows = append(r.Rows, PlanRow{
			No: i + 1, InvoiceDate: row.invoiced.String(), DueDate: row.due.String(),
			Opening: show(f.opening), Interest: show(f.interest), Fee: show(f.fee), Principal: show(f.principal),
			Amount: show(f.amount), Closing: show(f.opening - f.principal), Shares: p.shares(remaining, f.principal),
		})
		amount, principal, interest, fee = amount+f.amount, principal+f.principal, interest+f.interest, fee+f.fee
	}
	r.Totals = PlanTotals{Amount: show(amount), Principal: show(principal), Interest: show(interest), Fee: show(fee)}
	if p.kind == planBullet {
		level = amount
	} else if rows := p.inPeriod[:len(run.rows)]; !p.unlevelled() && !slices.Contains(rows, 0) {
		level = rows[0]
	}
	r.Level, r.Residual = show(level), show(run.residual)
}

// shares divides a row's principal by what of each creditor's claim remains, which
// it lowers.
func (p *plan) shares(remaining []int64, principal int64) (all []PlanShare) {
	if len(remaining) == 0 {
		return nil
	}
	for i, part := range proportion(principal, remaining) {
		remaining[i] -= part
		all = append(all, PlanShare{p.names[i], p.b.book.print(part)})
	}
	return all
}
