package rival

import (
	"math/big"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/money/invoice"
)

// rows checks the rows of an invoice against its principal and takes the value added tax
// of them. Rows are the reasons of a principal and never change it.
func (d *Document) rows(o document.Object, p *post, cl *ledger.Claim) {
	list := o.Field("InvoiceRows")
	including := o.Field("RowsIncludesVAT")
	includes := including.Bool()
	if !including.Given() && d.client != nil {
		includes = d.client.invoiceVAT
	}
	before := len(d.in.Problems())
	read := document.Each(list, invoice.MaxRows, func(r document.Object) row { return d.row(r, p) })
	if len(read) == 0 || len(d.in.Problems()) > before || p.currency.IsZero() {
		return
	}
	rows := make([]invoice.Row, len(read))
	for i := range read {
		rows[i] = read[i].Row
	}
	sums, err := invoice.Add(rows, includes, p.currency, d.opt.Rows)
	if err != nil {
		list.ProblemOf(err)
		return
	}
	for i, r := range read {
		want := sums.Rows[i].Net
		if includes {
			want = sums.Rows[i].Gross
		}
		if r.total.Given() && r.stated != want {
			r.total.Problemf("%s, want %s: quantity × unit price − discount", r.total, want.Number())
		}
	}
	v := o.Field("PrincipalAmount")
	if v.Given() && cl.Principal != (money.Amount{}) && cl.Principal != sums.Total.Gross {
		v.Problemf("%s, want %s: the rows with their tax, rounded %s", v, sums.Total.Gross.Number(), roundedHow(d.opt.Rows))
		return
	}
	cl.VAT = sums.Total.VAT
}

// roundedHow says a rounding in a message.
func roundedHow(r invoice.Rounding) string {
	how := "row by row"
	if r.Place == invoice.WholeInvoice {
		how = "once for the invoice"
	}
	if r.Total != money.Exactly {
		how += " and to a step in the end"
	}
	return how
}

// row is a row with the total that it states.
type row struct {
	invoice.Row
	total  document.Value
	stated money.Amount
}

// row reads a row of an invoice. One without a unit price is its total.
func (d *Document) row(o document.Object, p *post) row {
	o.Unused("ProductCode", "ProductName", "Unit")
	r := row{total: o.Field("RowTotal")}
	r.stated = r.total.Amount(p.currency)
	r.Quantity, r.UnitPrice = number(o.Field("Qty")), number(o.Field("UnitPrice"))
	discount := o.Field("DiscountOnRowTotal")
	if d.opt.PercentDiscount {
		r.DiscountPercent = number(discount)
	} else {
		r.Discount = number(discount)
	}
	vat := o.Field("VATPct")
	if r.VATPercent = number(vat); r.VATPercent != nil && (r.VATPercent.Sign() < 0 || r.VATPercent.Cmp(big.NewRat(100, 1)) > 0) {
		vat.Problemf("%s, want per cent from 0 through 100", vat)
	}
	if !o.Field("UnitPrice").Given() {
		if !r.total.Given() {
			o.Need("UnitPrice").Decimal()
			return r
		}
		r.Quantity, r.Discount, r.DiscountPercent = nil, nil, nil
		r.UnitPrice, _ = new(big.Rat).SetString(r.stated.Number())
	}
	return r
}

// number is a number as a fraction, nil where there is none.
func number(v document.Value) *big.Rat {
	if !v.Given() {
		return nil
	}
	r, _ := new(big.Rat).SetString(v.Decimal().String())
	return r
}
