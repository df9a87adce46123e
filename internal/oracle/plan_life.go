package oracle

import (
	"fmt"
	"slices"
)

// planPayment is a payment that meets the rows.
type planPayment struct {
	on     day
	amount int64
}

// live fills the rows with the payments through the day that is asked about, in
// order, and says what comes next. Without such a day all payments count and
// nothing is late.
func (p *plan) live(r *PlanResult, run *planRun, in *planInput) {
	asOf := p.b.day("/asOf", in.AsOf)
	show := p.b.book.print
	unpaid := make([]int64, len(run.rows))
	on := make([]day, len(run.rows))
	for i := range run.rows {
		unpaid[i], on[i] = run.rows[i].amount, noDay
	}
	surplus := int64(0)
	for _, one := range p.payments(in) {
		if asOf != noDay && one.on > asOf {
			continue
		}
		left := one.amount
		for i := range unpaid {
			part := min(left, unpaid[i])
			left -= part
			if unpaid[i] -= part; part > 0 && unpaid[i] == 0 {
				on[i] = one.on
			}
		}
		surplus += left
	}
	r.Surplus = show(surplus)
	for i := range r.Rows {
		row := &r.Rows[i]
		row.Paid, row.Unpaid, row.PaidDate = show(run.rows[i].amount-unpaid[i]), show(unpaid[i]), on[i].String()
		if unpaid[i] > 0 {
			r.RemainingCount++
		}
	}
	if in.OnShortage == "" {
		asOf = noDay // what is late stays by itself
	}
	r.Next = p.next(unpaid, asOf)
}

// payments are those of the request, by date, else as they stand.
func (p *plan) payments(in *planInput) (all []planPayment) {
	ids := map[string]bool{}
	for i, one := range in.Payments {
		path := fmt.Sprintf("/payments/%d", i)
		if one.ID == "" || ids[one.ID] {
			p.b.fail(path+"/id", fmt.Errorf("id %q is empty or used twice", one.ID))
		}
		ids[one.ID] = true
		all = append(all, planPayment{p.b.date(path+"/date", one.Date), p.b.amount(path+"/amount", one.Amount)})
	}
	slices.SortStableFunc(all, func(x, y planPayment) int { return int(x.on - y.on) })
	return all
}

// next is the first row of which something is unpaid; if that is late on a day that
// matters, all that is unpaid up to the next date that is not.
func (p *plan) next(unpaid []int64, asOf day) *PlanNext {
	first := slices.IndexFunc(unpaid, func(n int64) bool { return n > 0 })
	if first < 0 {
		return nil
	}
	to := first
	for to < len(unpaid)-1 && p.row(to+1).due < asOf {
		to++
	}
	sum := int64(0)
	for _, n := range unpaid[first : to+1] {
		sum += n
	}
	return &PlanNext{Date: p.row(to + 1).due.String(), Amount: p.b.book.print(sum)}
}
