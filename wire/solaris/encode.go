package solaris

import (
	"errors"
	"io"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/money"
)

// Answer is a history with what was decided about it.
type Answer struct {
	History  History
	Decision *dunning.Decision
}

// EncodeCase writes a dunning case as the API gives it for its id, indented by two
// blanks. deadline is the last day of the latest letter of the present arrears, and
// last_sddr_date the day of the latest direct debit that came back; null where there is
// none. Fields of the document that are not known follow.
//
// Nothing is written on an error, which can come from w, from an answer without a
// decision, and from money that is not counted in cents.
func EncodeCase(w io.Writer, a Answer) error {
	j, err := a.full()
	return write(w, j, err)
}

// EncodeCases writes dunning cases as the API lists them; no answers are an empty list.
// Errors as for [EncodeCase].
func EncodeCases(w io.Writer, list []Answer) error {
	values := make([]document.JSON, len(list))
	for i, a := range list {
		total, err := a.sums()
		if err != nil {
			return err
		}
		ids := a.History.IDs
		values[i] = document.Members([]document.Member{
			{Name: "id", Value: document.Text(ids.Case)},
			{Name: "person_id", Value: document.Text(ids.Person)},
			{Name: "loan_account_id", Value: document.Text(ids.LoanAccount)},
			{Name: "status", Value: document.Text(a.Decision.Stage)},
			{Name: "total_overdue_amount", Value: total[0]},
		})
	}
	return write(w, document.Values(values...), nil)
}

func (a Answer) full() (document.JSON, error) {
	sums, err := a.sums()
	if err != nil {
		return "", err
	}
	ids, d := a.History.IDs, a.Decision
	return document.Members([]document.Member{
		{Name: "id", Value: document.Text(ids.Case)},
		{Name: "status", Value: document.Text(d.Stage)},
		{Name: "person_id", Value: document.Text(ids.Person)},
		{Name: "loan_id", Value: document.Text(ids.Loan)},
		{Name: "billing_account_id", Value: document.Text(ids.BillingAccount)},
		{Name: "loan_account_id", Value: document.Text(ids.LoanAccount)},
		{Name: "credit_reference_id", Value: document.Text(ids.CreditReference)},
		{Name: "strategy", Value: document.Text(a.History.Strategy)},
		{Name: "total_overdue_amount", Value: sums[0]},
		{Name: "overdue_installment_amount", Value: sums[1]},
		{Name: "fees", Value: sums[2]},
		{Name: "deadline", Value: document.Day(d.Deadline)},
		{Name: "last_sddr_date", Value: document.Day(d.LastReturn)},
	}, a.History.kept...), nil
}

// sums are the total, the installments and the fees that are overdue.
func (a Answer) sums() ([3]document.JSON, error) {
	var list [3]document.JSON
	if a.Decision == nil {
		return list, errors.New("no decision, want one")
	}
	x := &a.Decision.Arrears
	for i, m := range [...]money.Amount{x.Total, x.Installments, x.Fees} {
		j, err := sum(m, a.Decision.Currency)
		if err != nil {
			return list, err
		}
		list[i] = j
	}
	return list, nil
}

func write(w io.Writer, j document.JSON, err error) error {
	if err != nil {
		return err
	}
	_, err = w.Write(j.Indented())
	return err
}
