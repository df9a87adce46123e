package paymentplan

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// match lets payments through the as-of day settle rows, oldest first. A row that is
// short is filled up before the next one gets anything.
func (sched *Schedule) match(x *Life) (overpaid int64) {
	k := 0
	for _, p := range x.counted() {
		left := p.Amount.Minor()
		for ; k < len(sched.Rows); k++ {
			row := &sched.Rows[k]
			part := min(left, row.Unpaid.Minor())
			left -= part
			row.Paid, row.Unpaid = plus(row.Paid, part), plus(row.Unpaid, -part)
			if row.Unpaid.Sign() > 0 {
				break
			}
			if row.PaidDate.IsZero() && row.Amount.Sign() > 0 {
				row.PaidDate = p.Date
			}
		}
		overpaid += left
	}
	return overpaid
}

// through is the schedule as the payments through a day left it, inclusive.
func (sched *Schedule) through(x *Life, day calendar.Date) *Schedule {
	at := *sched
	at.Rows = slices.Clone(sched.Rows)
	for i := range at.Rows {
		row := &at.Rows[i]
		row.Paid, row.Unpaid, row.PaidDate = money.FromMinor(0, sched.Currency), row.Amount, 0
	}
	until := *x
	until.AsOf = min(day, x.AsOf)
	at.match(&until)
	return &at
}

// counted lists the payments through the as-of day in the order of their dates.
func (x *Life) counted() []Payment {
	list := slices.DeleteFunc(slices.Clone(x.Payments), func(p Payment) bool { return p.Date > x.AsOf })
	slices.SortStableFunc(list, func(p, q Payment) int { return cmp.Compare(p.Date, q.Date) })
	return list
}

// paidThrough sums the payments through a day, inclusive.
func (x *Life) paidThrough(day calendar.Date) int64 {
	var sum int64
	for _, p := range x.Payments {
		if p.Date <= min(day, x.AsOf) {
			sum += p.Amount.Minor()
		}
	}
	return sum
}

// upcoming finds what is payable next: the first row that is not paid, or where
// shortages are carried everything unpaid through the next due date.
func (sched *Schedule) upcoming(x *Life) {
	sched.RemainingCount, sched.Next = 0, nil
	carry := x != nil && x.OnShortage == Carry && !x.Proposal
	var sum int64
	for _, row := range sched.Rows {
		if row.Unpaid.Sign() > 0 {
			sched.RemainingCount++
		}
		if sched.Next == nil && row.Unpaid.Sign() > 0 || sched.Next != nil && carry && sched.Next.Date < x.AsOf {
			sum += row.Unpaid.Minor()
			sched.Next = &Due{row.DueDate, money.FromMinor(sum, sched.Currency)}
		}
	}
}

// standing says where the plan stands after its payments.
func (sched *Schedule) standing(x *Life, overpaid int64) *Standing {
	st := &Standing{AsOf: x.AsOf, State: Active, Overpaid: money.FromMinor(overpaid, sched.Currency)}
	var short, unpaid int64
	for _, row := range sched.Rows {
		unpaid += row.Unpaid.Minor()
		if row.DueDate < x.AsOf && !x.Proposal {
			short += row.Unpaid.Minor()
		}
	}
	st.Shortage = money.FromMinor(short, sched.Currency)
	since, reason, broken := sched.broken(x)
	switch {
	case x.Proposal:
		st.State = Proposed
	case x.Ended != nil && x.Ended.Date <= x.AsOf && (!broken || x.Ended.Date < since):
		st.State, st.Since, st.Reason = Ended, x.Ended.Date, x.Ended.Reason
	case broken:
		st.State, st.Since, st.Reason = Broken, since, reason
	case unpaid == 0:
		st.State, st.Since, st.Reason = Fulfilled, sched.lastPaid(), "every row is paid"
	}
	return st
}

// lastPaid is the day on which the last row was paid.
func (sched *Schedule) lastPaid() calendar.Date {
	var last calendar.Date
	for _, row := range sched.Rows {
		last = max(last, row.PaidDate)
	}
	return last
}

// broken looks for the first row by whose deadline more than the tolerance was missing
// of everything due until then.
func (sched *Schedule) broken(x *Life) (since calendar.Date, reason string, ok bool) {
	if x.OnShortage != Break {
		return 0, "", false
	}
	var due int64
	for _, row := range sched.Rows {
		due += row.Amount.Minor()
		deadline := row.DueDate.AddDays(x.ToleranceDays)
		if deadline >= x.AsOf {
			break
		}
		if short := due - x.paidThrough(deadline); short > x.Tolerance.Minor() {
			lacked := money.FromMinor(short, sched.Currency)
			return deadline + 1, fmt.Sprintf("%s of what was due through row %d was missing on %s", lacked, row.No, deadline), true
		}
	}
	return 0, "", false
}

// settleLife adds what the life of the plan makes of its rows.
func (sched *Schedule) settleLife(x *Life) {
	overpaid := sched.match(x)
	sched.upcoming(x)
	sched.Standing = sched.standing(x, overpaid)
	if (x.Tolerance.Minor() > 0 || x.ToleranceDays > 0) && x.OnShortage != Break {
		sched.Findings = append(sched.Findings, ledger.Finding{
			Code: FindingUnused, Severity: ledger.Info, Path: "/tolerance", Message: "no shortage breaks this plan; a tolerance has no bearing",
		})
	}
	if overpaid > 0 {
		sched.Findings = append(sched.Findings, ledger.Finding{
			Code: FindingOverpaid, Severity: ledger.Warning, Path: "/payments",
			Message: sched.Standing.Overpaid.String() + " was paid beyond the last row",
		})
	}
}

func plus(a money.Amount, minor int64) money.Amount {
	return money.FromMinor(a.Minor()+minor, a.Currency())
}
