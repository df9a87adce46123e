package paymentplan

import (
	"fmt"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func (v *validator) freeMonths() {
	seen := map[int]bool{}
	for i, m := range v.r.FreeMonths {
		path := fmt.Sprintf("/freeMonths/%d", i)
		switch {
		case m < 1 || m > 12:
			v.Addf(path, "%d, want a month from 1 to 12", int(m))
		case seen[int(m)]:
			v.Addf(path, "%d again, want each month once", int(m))
		}
		seen[int(m)] = true
	}
	if len(seen) >= 12 {
		v.Addf("/freeMonths", "every month, want at least one with rows")
	}
}

func (v *validator) deviations() {
	if n := len(v.r.Deviations); n > MaxRows {
		v.Addf("/deviations", "%d, want at most %d", n, MaxRows)
		return
	}
	seen := map[int]bool{}
	for i, d := range v.r.Deviations {
		v.between(deviationPath(i, "no"), d.No, 1, MaxRows)
		if seen[d.No] {
			v.Addf(deviationPath(i, "no"), "row %d again, want one deviation for a row", d.No)
		}
		seen[d.No] = true
		v.date(deviationPath(i, "due"), d.Due, false)
		if d.Amount != nil {
			v.amount(deviationPath(i, "amount"), *d.Amount, true)
		} else if d.Due.IsZero() {
			v.Addf(fmt.Sprintf("/deviations/%d", i), "deviates in nothing, want due or amount")
		}
	}
}

func (v *validator) periods() {
	r := v.r
	if n := len(r.Periods); n > MaxRows {
		v.Addf("/periods", "%d, want at most %d", n, MaxRows)
		return
	}
	for i, p := range r.Periods {
		path := func(field string) string { return fmt.Sprintf("/periods/%d/%s", i, field) }
		v.date(path("start"), p.Start, true)
		v.date(path("end"), p.End, i < len(r.Periods)-1)
		if p.End.Valid() && p.End < p.Start {
			v.Addf(path("end"), "%s, want a day on or after %s", p.End, p.Start)
		}
		if i == 0 && p.Start.Valid() && p.Start < r.Start {
			v.Addf(path("start"), "%s, want a day on or after the start of the plan, %s", p.Start, r.Start)
		}
		if i > 0 && p.Start.Valid() && r.Periods[i-1].End.Valid() && p.Start != r.Periods[i-1].End+1 {
			v.Addf(path("start"), "%s, want the day after the period before, %s", p.Start, r.Periods[i-1].End+1)
		}
		v.every(path("every"), p.Every)
		v.amount(path("amount"), p.Amount, false)
		if r.Kind == InterestOnly && p.Amount.Minor() != 0 {
			v.Addf(path("amount"), "in a plan of kind %q, whose rows have no level; want none", r.Kind)
		}
	}
}

func (v *validator) creditors() {
	r := v.r
	if n := len(r.Creditors); n == 0 {
		return
	} else if n > MaxCreditors {
		v.Addf("/creditors", "%d, want at most %d", n, MaxCreditors)
		return
	}
	if r.Kind != DebtRelief && r.Kind != 0 {
		v.Addf("/creditors", "in a plan of kind %q, want them in a debt relief only", r.Kind)
	}
	var sum int64
	seen := map[string]bool{}
	for i, c := range r.Creditors {
		path := fmt.Sprintf("/creditors/%d/", i)
		if c.ID == "" || seen[c.ID] || len(c.ID) > ledger.MaxText {
			v.Addf(path+"id", "%.60q, want a short name that no other creditor has", c.ID)
		}
		seen[c.ID] = true
		v.amount(path+"admitted", c.Admitted, false)
		if c.Admitted.Currency().IsZero() {
			v.Addf(path+"admitted", "missing, want the amount with which the creditor was admitted")
		}
		sum += max(0, min(c.Admitted.Minor(), money.MaxMinor))
	}
	if len(v.Problems) == 0 && sum != r.Debt.Minor() {
		v.Addf("/creditors", "admitted with %s in all, want the debt of %s", money.FromMinor(sum, v.currency), r.Debt)
	}
}
