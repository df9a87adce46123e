package remittance

import "github.com/skuld-go/skuld/money"

// The seed documents give Aptic's names and no definitions; the methods below
// state the reading of each. They give no amount for a remittance that
// [Remittance.Verify] refuses for its currencies or sizes.

// AmountNotDeducted is Aptic's amountNotDeducted: commission and VAT due on this
// payment less what was withdrawn for them, so what is netted and what is to
// invoice. RetainedToInvoice is no part of it.
func (r Remittance) AmountNotDeducted() money.Amount {
	return plus(r.Commission.Netted, r.Commission.ToInvoice, r.VAT.Netted, r.VAT.ToInvoice)
}

// TotalAmountDeducted is Aptic's totalAmountDeducted: withdrawn commission,
// withdrawn VAT and retained components.
func (r Remittance) TotalAmountDeducted() money.Amount {
	return plus(r.Commission.Withdrawn, r.VAT.Withdrawn, r.Retained)
}

// WithdrawnCommission is Aptic's withdrawnCommission: commission withheld from
// this payment.
func (r Remittance) WithdrawnCommission() money.Amount { return r.Commission.Withdrawn }

// WithdrawnVAT is Aptic's withdrawnVAT: VAT withheld from this payment.
func (r Remittance) WithdrawnVAT() money.Amount { return r.VAT.Withdrawn }

// RemittenceAmount is Aptic's remittenceAmount, in its spelling: what is paid out
// to the creditor, so money in hand less the unallocated and less
// TotalAmountDeducted; 0 for direct payments and where it is held.
func (r Remittance) RemittenceAmount() money.Amount { return r.Payable }

// CommissionNettedOnCreditorAccount is Aptic's commissionNettedOnCreditorAccount:
// commission set off against other money held for the creditor.
func (r Remittance) CommissionNettedOnCreditorAccount() money.Amount { return r.Commission.Netted }

// VATNettedOnCreditorAccount is Aptic's vatNettedOnCreditorAccount: VAT set off
// against other money held for the creditor.
func (r Remittance) VATNettedOnCreditorAccount() money.Amount { return r.VAT.Netted }

// CommissionToInvoice is Aptic's commissionToInvoice: commission neither
// withdrawn nor netted.
func (r Remittance) CommissionToInvoice() money.Amount { return r.Commission.ToInvoice }

// VATToInvoice is Aptic's vatToInvoice: VAT neither withdrawn nor netted.
func (r Remittance) VATToInvoice() money.Amount { return r.VAT.ToInvoice }

// plus adds amounts and is no amount where they do not go together.
func plus(first money.Amount, more ...money.Amount) money.Amount {
	for _, a := range more {
		sum, err := first.Add(a)
		if err != nil {
			return money.Amount{}
		}
		first = sum
	}
	return first
}
