package conformance

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
)

// An Allocation is a payment on a plan of installments: what it finds, how it is
// to be worked, and what it must leave.
type Allocation struct {
	ID            string // for reports: no verdict depends on it
	processing    string
	rule          string // for money in advance
	steps         []string
	before, after []installment
	date          calendar.Date
	amount        figure
	split         figures // of the transaction
	balance       figure  // principal still open
	notes         notes
}

// installment is a row of a plan: what is owed, and what was paid of it.
type installment struct {
	nr                               string
	due                              calendar.Date
	owed                             figures
	total                            figure // of what is owed
	paid, advance, late, outstanding figure
}

// ReadAllocations reads the lists allocations and allocation_unit of a file;
// either may be absent. All malformed vectors are reported, with everything that
// is wrong with them, and the others returned.
func ReadAllocations(r io.Reader) ([]Allocation, []Waterfall, error) {
	values, err := readObject(r)
	if err != nil {
		return nil, nil, err
	}
	var n notes
	file := object{values: values, notes: &n}
	if values["allocations"] == nil && values["allocation_unit"] == nil {
		n.fail("neither allocations nor allocation_unit, want one of them")
	}
	var payments []Allocation
	for _, o := range file.vectors("allocations") {
		if v := newAllocation(o); o.sound(&n) {
			v.notes = *o.notes
			payments = append(payments, v)
		}
	}
	var waterfalls []Waterfall
	for _, o := range file.vectors("allocation_unit") {
		if v := newWaterfall(o); o.sound(&n) {
			v.notes = *o.notes
			waterfalls = append(waterfalls, v)
		}
	}
	return payments, waterfalls, errors.Join(n.errs...)
}

// vectors are the objects of a list, each with notes of its own.
func (o object) vectors(key string) []object {
	var list []object
	for i, v := range o.list(key) {
		list = append(list, newObject(v, fmt.Sprintf("%s[%d].", key, i), &notes{}))
	}
	return list
}

// sound hands on what is malformed.
func (o object) sound(n *notes) bool {
	n.errs = append(n.errs, o.notes.errs...)
	return len(o.notes.errs) == 0
}

func newAllocation(o object) Allocation {
	a := Allocation{
		ID: o.word("id"), processing: o.need("processing"), rule: o.word("future_instalment_rule"),
		steps: o.words("allocation_order"), before: o.installments("instalments_before"), after: o.installments("expected_after"),
	}
	payment := o.object("payment")
	a.date, a.amount = payment.date("date"), payment.figure("amount")
	kind := payment.word("type")
	payment.done()
	transaction := o.object("expected_transaction")
	if day := transaction.date("date"); day != 0 && a.date != 0 && day != a.date {
		o.notes.fail("%sdate is %v, want that of the payment, %v", transaction.path, day, a.date)
	}
	if f := transaction.figure("amount"); f != "" && a.amount != "" && f != a.amount {
		o.notes.fail("%samount is %s, want that of the payment, %s", transaction.path, f, a.amount)
	}
	a.split, a.balance = transaction.parts(), transaction.figure("balance")
	for _, k := range []string{kind, transaction.word("type")} {
		if !isPayment(k) {
			o.notes.foreign = append(o.notes.foreign, "transaction "+k)
		}
	}
	transaction.done()
	o.done()
	a.complete(o)
	return a
}

// complete reports what a vector cannot do without.
func (a *Allocation) complete(o object) {
	if len(a.steps) == 0 {
		o.notes.fail("%sallocation_order is missing", o.path)
	}
	if len(a.before) == 0 {
		o.notes.fail("%sinstalments_before is missing", o.path)
	}
	if a.date == 0 || a.amount == "" {
		o.notes.fail("%spayment lacks its date or amount", o.path)
	}
	if !a.split.given() && a.balance == "" && !slices.ContainsFunc(a.after, installment.paidGiven) {
		o.notes.fail("%sexpected_after and expected_transaction have no figures, want some", o.path)
	}
	for i, r := range a.before {
		if r.due == 0 || !r.owed.given() {
			o.notes.fail("%sinstalments_before[%d] lacks its due_date or what is owed", o.path, i)
		}
	}
}

func (o object) installments(key string) []installment {
	var rows []installment
	for _, row := range o.objects(key) {
		r := installment{
			nr: row.need("nr"), due: row.date("due_date"), owed: row.parts(), total: row.figure("due"),
			paid: row.figure("paid"), advance: row.figure("paid_in_advance"), late: row.figure("paid_late"),
			outstanding: row.figure("outstanding"),
		}
		// The balance of the plan is about no payment, and the day on which a row
		// was paid off is no figure.
		row.drop("balance_after", "paid_date")
		row.done()
		if find(rows, r.nr) >= 0 {
			o.notes.fail("%snr %s stands in %s twice", row.path, r.nr, key)
		}
		rows = append(rows, r)
	}
	return rows
}

// paidGiven says that a row has figures about payments.
func (r installment) paidGiven() bool {
	return r.paid != "" || r.advance != "" || r.late != "" || r.outstanding != ""
}

func find(rows []installment, nr string) int {
	return slices.IndexFunc(rows, func(r installment) bool { return r.nr == nr })
}

// isPayment says that a transaction is worked through the allocation order as
// a payment is. Others, as charge-offs or chargebacks, are not.
func isPayment(kind string) bool {
	return slices.Contains([]string{
		"", "repayment", "down payment", "goodwill credit", "merchant issued refund", "payout refund",
		"charge adjustment", "recovery repayment",
	}, strings.ToLower(kind))
}
