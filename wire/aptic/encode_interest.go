package aptic

import (
	"io"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger/summary"
)

// EncodePaidInterest writes the interest that debtors paid on the cases that are to report
// it (reportPaidInterest), as summary.PaidInterest lists it: by debtor, currency and year,
// contract and default interest apart. The fields are this package's, as the document names
// none.
func EncodePaidInterest(w io.Writer, r *summary.InterestReport) error {
	list := make([]document.JSON, len(r.Rows))
	for i, row := range r.Rows {
		list[i] = document.Members([]document.Member{
			{Name: "debtorGuid", Value: document.TextOr(row.Debtor, document.Nothing)}, {Name: "year", Value: document.Whole(int64(row.Year))},
			{Name: "currencyCode", Value: document.Text(row.Currency.Code())}, {Name: "contractInterest", Value: document.Sum(row.Contract)},
			{Name: "defaultInterest", Value: document.Sum(row.Default)}, {Name: "paidInterest", Value: document.Sum(row.Total)},
		})
	}
	_, err := w.Write(document.Values(list...).Indented())
	return err
}
