package aptic

import (
	"fmt"
	"io"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

// EncodeDebtorSummaries writes a summary of each debtor of the cases of a document, as "get
// case debtor summary" does, on the day of their statements, which are as for [Encode].
// Sums are over the active cases that a debtor owes, each in full; those that a debtor only
// guarantees are listed and in no sum. They are in the currency of the cases; where a
// debtor's cases are in several the sums are null, and totals has them for each currency.
func EncodeDebtorSummaries(w io.Writer, d *Document, statements ...*ledger.Statement) error {
	list, err := d.debtorSummaries(statements)
	if err != nil {
		return err
	}
	_, err = w.Write(document.Values(list...).Indented())
	return err
}

// EncodeDebtorSummary writes the summary of one debtor, by the id that the cases have in
// common, as "get debtor summary" does.
func EncodeDebtorSummary(w io.Writer, d *Document, debtor string, statements ...*ledger.Statement) error {
	view, err := d.portfolio(statements)
	if err != nil {
		return err
	}
	for _, v := range view.Debtors {
		if v.Debtor == debtor {
			_, err = w.Write(d.debtorSummary(v).Indented())
			return err
		}
	}
	return fmt.Errorf("debtor %q is in no case of the document", debtor)
}

func (d *Document) portfolio(statements []*ledger.Statement) (*summary.PortfolioView, error) {
	entries, err := d.Entries(statements...)
	if err != nil {
		return nil, err
	}
	return summary.Portfolio(entries)
}

func (d *Document) debtorSummaries(statements []*ledger.Statement) ([]document.JSON, error) {
	view, err := d.portfolio(statements)
	if err != nil {
		return nil, err
	}
	var list []document.JSON
	for _, v := range view.Debtors {
		list = append(list, d.debtorSummary(v))
	}
	return list, nil
}

// debtorSummary is what somebody owes.
func (d *Document) debtorSummary(v summary.DebtorView) document.JSON {
	raw := d.debtorRaw(v.Debtor)
	list := asCame(raw, "fullName", "idNumber")
	list = append(list, or(raw, "debtorGuid", document.Text(v.Debtor)))
	list = append(list, asCame(raw, "paymentReference", "bankAccountNo")...)
	list = append(list, remaining(v)...)
	var active, closed int64
	for _, t := range v.Totals {
		active, closed = active+int64(t.Active), closed+int64(t.Closed)
	}
	list = append(list, document.Member{Name: "activeCases", Value: document.Whole(active)}, document.Member{Name: "closedCases", Value: document.Whole(closed)})
	var cases, totals []document.JSON
	for _, c := range v.Cases {
		cases = append(cases, d.debtorCase(v.Debtor, c))
	}
	list = append(list, document.Member{Name: "cases", Value: document.Values(cases...)})
	for _, t := range v.Totals {
		totals = append(totals, document.Members(append([]document.Member{{Name: "currencyCode", Value: document.Text(t.Currency.Code())}}, parts(t.Remaining)...)))
	}
	return document.Members(append(list, document.Member{Name: "totals", Value: document.Values(totals...)}))
}

// remaining are the sums of a debtor in the one currency of the cases; null where there are
// several.
func remaining(v summary.DebtorView) []document.Member {
	if len(v.Totals) == 1 {
		return parts(v.Totals[0].Remaining)
	}
	return parts(summary.Parts{})
}

// parts are sums under the names of the summary, one of them as Aptic spells it.
func parts(p summary.Parts) []document.Member {
	return []document.Member{
		{Name: "remainingPrincipal", Value: document.Sum(p.Principal)}, {Name: "remainingInterest", Value: document.Sum(p.Interest)},
		{Name: "remaininFee", Value: document.Sum(p.Fees)}, {Name: "remainingSum", Value: document.Sum(p.Sum)},
	}
}

// debtorRaw is a debtor as the first case that has it says it.
func (d *Document) debtorRaw(id string) []document.Member {
	for _, f := range d.cases {
		for _, b := range f.debtors {
			if b.id == id {
				return b.raw
			}
		}
	}
	return nil
}

// debtorCase is a case as one of its debtors has it.
func (d *Document) debtorCase(debtor string, c summary.DebtorCase) document.JSON {
	var raw []document.Member
	role := document.TextOr(c.Role, document.Nothing)
	for _, f := range d.cases {
		if f.c.ID != c.Case {
			continue
		}
		raw = f.raw
		for _, b := range f.debtors {
			if b.id == debtor {
				role = or(b.raw, "debtorRole", role).Value
			}
		}
	}
	list := asCame(raw, "caseGuid", "caseNumber", "clientReferenceNumber", "clientName", "clientGuid")
	list = append(list, document.Member{Name: "debtorRole", Value: role}, document.Member{Name: "regDate", Value: was(raw, "registrationDate")},
		document.Member{Name: "currencyCode", Value: document.Text(c.Currency.Code())}, document.Member{Name: "remainingSum", Value: document.Sum(c.Remaining.Sum)})
	return document.Members(append(list, asCame(raw, "service", "status", "subStatus")...))
}

// EncodeAccruedInterest writes the interest that the debts of the cases accrued through the
// day of their statements and that is not paid, as "gets loan accrued interest" lists it:
// as rounded, as it is exactly with ten decimals, and since the figures with which the debt
// began. The fields are this package's, as the document names none.
func EncodeAccruedInterest(w io.Writer, d *Document, statements ...*ledger.Statement) error {
	if _, err := d.Entries(statements...); err != nil {
		return err
	}
	var list []document.JSON
	for i, f := range d.cases {
		items := itemsOf(statements[i])
		for k, b := range f.debts {
			if it := items[f.c.Claims[k].ID]; it != nil && !it.CreditNote {
				list = append(list, d.accrued(f, b, f.c.Claims[k], it, statements[i]))
			}
		}
	}
	_, err := w.Write(document.Values(list...).Indented())
	return err
}

// accrued is the interest of one debt.
func (d *Document) accrued(f *caseFile, b debtFile, cl ledger.Claim, it *ledger.Item, st *ledger.Statement) document.JSON {
	since, exact := it.Interest.Accrued, it.Interest.Exact
	if opening := it.Interest.Opening; opening != (money.Amount{}) {
		if rest, err := since.Sub(opening); err == nil {
			since = rest
		}
		if rest, err := exact.Add(money.ExactOf(opening.Neg())); err == nil {
			exact = rest
		}
	}
	balance := figuresOf(b, cl, it).left
	from := cl.FirstBearingDay()
	if cl.Opening != nil {
		from = max(from, cl.Opening.Through+1)
	}
	return document.Members([]document.Member{
		{Name: "caseNumber", Value: was(f.raw, "caseNumber")}, or(b.raw, "debtGuid", document.Text(cl.ID)), {Name: "accountRef", Value: was(b.raw, "accountRef")},
		{Name: "currencyCode", Value: document.Text(f.c.Currency.Code())}, {Name: "balance", Value: document.Sum(balance)}, {Name: "calcRate", Value: number(it.Rate)},
		{Name: "interestFrom", Value: d.midnight(from)}, {Name: "interestTo", Value: d.midnight(st.AsOf)},
		{Name: "accruedInterest", Value: document.Sum(since)}, {Name: "accruedInterestExact", Value: document.JSON(exact.Fixed(exactPlaces))},
		{Name: "remainingInterest", Value: document.Sum(it.Interest.Remaining)},
	})
}

// exactPlaces are the decimals of interest that is not rounded.
const exactPlaces = 10
