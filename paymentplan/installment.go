package paymentplan

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Installment is a plan in the five figures by which collection systems show it (Rival:
// Installment and CalcInstallment).
type Installment struct {
	// StandardPaymentAmount is the level: what an ordinary row pays.
	StandardPaymentAmount money.Amount
	// PaymentIntervalDays is the distance of the due dates in days: of a plan by days or
	// weeks its own, of one by months or years the days up to the next due date but one.
	// It is 0 where there is one row.
	PaymentIntervalDays int
	// RemainingPayments is the number of rows that are not paid.
	RemainingPayments int
	// NextPaymentDate and NextPaymentAmount are what is payable next; no date and no
	// amount where every row is paid.
	NextPaymentDate   calendar.Date
	NextPaymentAmount money.Amount
}

// Installment shows the schedule in five figures.
func (sched *Schedule) Installment() Installment {
	in := Installment{StandardPaymentAmount: sched.Level, RemainingPayments: sched.RemainingCount}
	next := 0
	if sched.Next != nil {
		in.NextPaymentDate, in.NextPaymentAmount = sched.Next.Date, sched.Next.Amount
		for next = range sched.Rows {
			if sched.Rows[next].DueDate == sched.Next.Date {
				break
			}
		}
	}
	switch n := sched.every; {
	case len(sched.Rows) < 2:
	case n.Unit() == calendar.UnitDay:
		in.PaymentIntervalDays = n.N()
	case n.Unit() == calendar.UnitWeek:
		in.PaymentIntervalDays = 7 * n.N()
	default:
		next = min(next, len(sched.Rows)-2)
		in.PaymentIntervalDays = int(sched.Rows[next+1].DueDate - sched.Rows[next].DueDate)
	}
	return in
}
