package conformance

import (
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// fineractCurrencies stand for all that have so many decimals.
var fineractCurrencies = map[string]string{"0": "JPY", "2": "EUR", "3": "KWD"}

// Judge lets the library schedule the loan.
func (s FineractSchedule) Judge() Verdict {
	foreign := slices.Clone(s.notes.foreign)
	code, ok := fineractCurrencies[s.decimals]
	if !ok {
		foreign = append(foreign, "currencies of "+s.decimals+" decimals")
	}
	if len(foreign) > 0 {
		return outside(foreign)
	}
	t := &till{currency: money.MustCurrency(code)}
	r := s.request(t)
	if t.err() != nil {
		return Verdict{Problem: t.err()}
	}
	plan, err := s.build(r)
	var feature featureError
	switch {
	case errors.As(err, &feature):
		return Verdict{OutOfScope: string(feature)}
	case err != nil:
		return Verdict{Problem: err}
	}
	s.compare(t, plan)
	return Verdict{Problem: t.err()}
}

// featureError is a feature that shows only in what the library gives.
type featureError string

func (e featureError) Error() string { return string(e) }

// request is what all loans have in common.
func (s *FineractSchedule) request(t *till) paymentplan.Request {
	r := paymentplan.Request{
		Kind: paymentplan.Annuity, Debt: t.amount(s.principal), Start: s.start, Every: s.every, Count: s.count,
		Rounding: s.rounding, LastRow: paymentplan.Balanced, Grace: s.grace,
	}
	if s.multiple != "" {
		r.Step = t.amount(s.multiple)
	}
	if s.rate != 0 {
		r.Interest = interest.Terms{Rate: interest.Fixed(s.rate), DayCount: s.shape.count}
	}
	if s.rolls {
		// Days that a month lacks are closed, and their rows fall due on the next.
		// Months of 30 days stay as long as they are, other interest follows.
		end := calendar.Recurrence{Anchor: s.start, Every: s.every}.At(s.count)
		closed := calendar.Definition{Code: "month ends", Covered: calendar.Days(s.start.AddDays(-1), end.AddDays(2))}
		s.short(func(due calendar.Date) bool {
			if due.Day() < s.start.Day() {
				closed.Holidays = append(closed.Holidays, due)
			}
			return false
		})
		var err error
		if r.Calendar, err = calendar.New(closed); err != nil {
			t.errs = append(t.errs, err)
		}
		if r.Adjust = calendar.Following; !s.shape.count.Thirty() {
			r.AccrueOn = paymentplan.Adjusted
		}
	}
	return r
}

// build schedules the loan by the kind of plan that it is.
func (s *FineractSchedule) build(r paymentplan.Request) (*paymentplan.Schedule, error) {
	if s.shape.flat && s.rate != 0 {
		fee, err := s.flatInterest(r)
		if err != nil {
			return nil, err
		}
		r.Interest, r.Fees.Invoice = interest.Terms{}, fee
	}
	if s.shape.linear {
		// A part of principal is what a row of the same debt pays without interest.
		// Multiples are of installments, which here are not level.
		part := r
		part.Interest, part.Fees, part.Step, r.Step = interest.Terms{}, paymentplan.Fees{}, money.Amount{}, money.Amount{}
		free, err := paymentplan.Build(part)
		if err != nil {
			return nil, err
		}
		r.Kind, r.Amount, r.LastRow = paymentplan.Linear, free.Level, 0
	}
	return s.shape.plan(r)
}

// plan builds a plan with interest of (from, to] where the loan counts so: a plan a day
// later throughout, with the due dates of the plan as it is.
func (f fineractShape) plan(r paymentplan.Request) (*paymentplan.Schedule, error) {
	plan, err := paymentplan.Build(r)
	if err != nil || !f.afterward {
		return plan, err
	}
	r.Start++
	r.Calendar, r.Adjust, r.AccrueOn = nil, 0, 0
	for _, row := range plan.Rows {
		r.Deviations = append(r.Deviations, paymentplan.Deviation{No: row.No, Due: row.DueDate.AddDays(1)})
	}
	later, err := paymentplan.Build(r)
	if err != nil {
		return nil, err
	}
	for i := range later.Rows {
		later.Rows[i].DueDate = later.Rows[i].DueDate.AddDays(-1)
	}
	return later, nil
}

// flatInterest is what every row pays for the whole principal: the interest of the same
// debt while none of it is paid. In a plan for flat interest it takes the place of an
// invoice fee, which like it is part of the installment and does not depend on what is
// open.
func (s *FineractSchedule) flatInterest(r paymentplan.Request) (money.Amount, error) {
	if r.Grace.Interest > 0 {
		return money.Amount{}, featureError("interest-free rows of flat interest (nothing accrues that could be carried)")
	}
	r.Kind, r.Step, r.LastRow, r.Grace = paymentplan.InterestOnly, money.Amount{}, 0, paymentplan.Grace{}
	plan, err := s.shape.plan(r)
	if err != nil {
		return money.Amount{}, err
	}
	first := plan.Rows[0].Interest
	if slices.ContainsFunc(plan.Rows, func(row paymentplan.Row) bool { return row.Interest != first }) {
		return money.Amount{}, featureError("flat interest by days (differs from row to row, and no plan bears interest on a balance of its own)")
	}
	return first, nil
}

// compare sets the rows of the library against those wanted.
func (s *FineractSchedule) compare(t *till, plan *paymentplan.Schedule) {
	if len(plan.Rows) != len(s.want) {
		t.fail("%d rows, want %d", len(plan.Rows), len(s.want))
		return
	}
	var sums allocation.Balances
	var partly [len(sums)]bool // not given in some row
	for i, want := range s.want {
		row := plan.Rows[i]
		name := fmt.Sprintf("row %d", row.No)
		if want.nr != fmt.Sprint(row.No) {
			t.fail("%s, want %s", name, want.nr)
		}
		if want.due != 0 && want.due != row.DueDate {
			t.fail("%s is due on %s, want %s", name, row.DueDate, want.due)
		}
		t.compareParts(name, s.parts(row.Principal, row.Interest, row.Fee), want.parts)
		t.compare(name+" pays", row.Amount.Minor(), want.total)
		t.compare(name+" leaves", row.Closing.Minor(), want.balance)
		for _, paid := range []figure{want.paid, want.advance, want.later} {
			t.compare(name+" paid", row.Paid.Minor(), paid)
		}
		t.compare(name+" outstanding", row.Unpaid.Minor(), want.outstanding)
		for c, minor := range t.balances(want.parts) {
			sums[c] += minor
			partly[c] = partly[c] || want.parts[c] == ""
		}
	}
	got := s.parts(plan.Totals.Principal, plan.Totals.Interest, plan.Totals.Fee)
	for _, p := range partNames {
		if !partly[p.component] && got[p.component] != sums[p.component] {
			t.fail("all rows %s %s, want %s", p.many, t.number(got[p.component]), t.number(sums[p.component]))
		}
	}
}

// parts puts the parts of a row in their places.
func (s *FineractSchedule) parts(principal, bears, fee money.Amount) (b allocation.Balances) {
	b[allocation.Principal], b[allocation.ContractInterest], b[allocation.Fee] = principal.Minor(), bears.Minor(), fee.Minor()
	if s.shape.flat {
		b[allocation.ContractInterest], b[allocation.Fee] = b[allocation.Fee], b[allocation.ContractInterest]
	}
	return b
}
