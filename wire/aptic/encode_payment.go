package aptic

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// paymentAnswers are the payments as "get case payment details" shows them, with what each
// settled, and the commission where a tariff was agreed.
func (d *Document) paymentAnswers(f *caseFile, st *ledger.Statement) ([]document.JSON, error) {
	made := map[string]ledger.PaymentAllocation{}
	for _, pa := range st.Allocations {
		if pa.Reversal == "" && pa.Refund == "" && !pa.CreditNote {
			made[pa.Payment] = pa
		}
	}
	credit := d.opt.CreditorCredit
	list := make([]document.JSON, len(f.payments))
	for i, b := range f.payments {
		pa, counts := made[b.id]
		var r *remittance.Remittance
		if counts && d.opt.Tariff != nil {
			settled, err := d.remitted(f, b, pa, credit)
			if err != nil {
				return nil, err
			}
			if credit, err = less(credit, settled.Commission.Netted, settled.VAT.Netted); err != nil {
				return nil, err
			}
			r = &settled
		}
		list[i] = d.paymentAnswer(f, b, pa, counts, r)
	}
	return list, nil
}

// less takes what was netted from the credit that is left; no credit stays none.
func less(credit money.Amount, used ...money.Amount) (money.Amount, error) {
	var err error
	for _, a := range used {
		if err == nil && credit != (money.Amount{}) {
			credit, err = credit.Sub(a)
		}
	}
	return credit, err
}

// remitted settles a payment between collector and creditor.
func (d *Document) remitted(f *caseFile, b paymentFile, pa ledger.PaymentAllocation, credit money.Amount) (remittance.Remittance, error) {
	in := remittance.Input{
		Received: pa.Amount, Direct: b.direct, TrustProhibited: f.trustProhibited, Phase: f.service, Tariff: *d.opt.Tariff, CreditorCredit: credit,
	}
	for _, l := range pa.Lines {
		in.Lines = append(in.Lines, remittance.Line{Component: l.Component, Amount: l.Amount})
	}
	return remittance.Compute(in)
}

func (d *Document) paymentAnswer(f *caseFile, b paymentFile, pa ledger.PaymentAllocation, counts bool, r *remittance.Remittance) document.JSON {
	paid := was(b.raw, "paidAmount")
	if paid == document.Nothing {
		paid = was(b.raw, "paymentAmount")
	}
	list := []document.Member{or(b.raw, "paymentGuid", document.Text(b.id))}
	list = append(list, asCame(b.raw, "paymentDate")...)
	list = append(list, or(b.raw, "currencyCode", document.Text(f.c.Currency.Code())), document.Member{Name: "paidAmount", Value: paid})
	list = append(list, asCame(b.raw, "source", "paymentReference")...)
	list = append(list, document.Member{Name: "directPayment", Value: document.Truth(b.direct)}, document.Member{Name: "paidBy", Value: document.Whole(b.by)})
	list = append(list, commission(b.raw, r)...)
	lines, rest := or(b.raw, "specifications", document.Values()), document.Nothing
	if counts {
		lines.Value, rest = document.Values(settled(f, pa)...), document.Sum(pa.Unallocated)
	}
	list = append(list, lines, or(b.raw, "pledges", document.Values()), or(b.raw, "links", document.Values()), document.Member{Name: "unallocatedAmount", Value: rest})
	return document.Members(list, b.raw...)
}

// settled lists what a payment settled, a line for each part.
func settled(f *caseFile, pa ledger.PaymentAllocation) []document.JSON {
	fees := map[string]bool{}
	for _, fee := range f.c.Fees {
		fees[fee.ID] = true
	}
	list := make([]document.JSON, len(pa.Lines))
	for i, l := range pa.Lines {
		item, part := "debtGuid", "principal"
		if fees[l.Item] {
			item = "feeGuid"
		}
		switch l.Component {
		case allocation.Fee:
			part = "fee"
		case allocation.ContractInterest, allocation.DefaultInterest:
			part = "interest"
		}
		list[i] = document.Members([]document.Member{{Name: item, Value: document.Text(l.Item)}, {Name: part, Value: document.Sum(l.Amount)}})
	}
	return list
}

// commission are the figures between collector and creditor; as they came where no tariff
// is known.
func commission(raw []document.Member, r *remittance.Remittance) []document.Member {
	if r == nil {
		return asCame(raw, "amountNotDeducted", "totalAmountDeducted", "withdrawnCommission", "withdrawnVAT", "remittenceAmount",
			"commissionNettedOnCreditorAccount", "vatNettedOnCreditorAccount", "commissionToInvoice", "vatToInvoice")
	}
	return []document.Member{
		{Name: "amountNotDeducted", Value: document.Sum(r.AmountNotDeducted())}, {Name: "totalAmountDeducted", Value: document.Sum(r.TotalAmountDeducted())},
		{Name: "withdrawnCommission", Value: document.Sum(r.WithdrawnCommission())}, {Name: "withdrawnVAT", Value: document.Sum(r.WithdrawnVAT())},
		{Name: "remittenceAmount", Value: document.Sum(r.RemittenceAmount())},
		{Name: "commissionNettedOnCreditorAccount", Value: document.Sum(r.CommissionNettedOnCreditorAccount())},
		{Name: "vatNettedOnCreditorAccount", Value: document.Sum(r.VATNettedOnCreditorAccount())},
		{Name: "commissionToInvoice", Value: document.Sum(r.CommissionToInvoice())}, {Name: "vatToInvoice", Value: document.Sum(r.VATToInvoice())},
	}
}
