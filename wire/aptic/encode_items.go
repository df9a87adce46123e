package aptic

import (
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// itemsOf finds the items of a statement by their ids.
func itemsOf(st *ledger.Statement) map[string]*ledger.Item {
	by := make(map[string]*ledger.Item, len(st.Items))
	for i := range st.Items {
		by[st.Items[i].ID] = &st.Items[i]
	}
	return by
}

// debtAnswers are the debts as "get case debt details" shows them. A debt that does not
// count yet stays as it came.
func (d *Document) debtAnswers(f *caseFile, st *ledger.Statement) []document.JSON {
	items := itemsOf(st)
	list := make([]document.JSON, len(f.debts))
	for i, b := range f.debts {
		it := items[f.c.Claims[i].ID]
		if it == nil {
			list[i] = document.Members(b.raw)
			continue
		}
		list[i] = d.debtAnswer(f, b, f.c.Claims[i], it, st)
	}
	return list
}

// figures are what of a debt is worked out.
type figures struct {
	first, left, firstInterest, leftInterest, firstVAT, leftVAT money.Amount
}

// figuresOf reads the figures of a debt from its item. Those of a credit note have the sign
// of the document.
func figuresOf(b debtFile, cl ledger.Claim, it *ledger.Item) figures {
	f := figures{
		first: cl.Principal, left: it.Principal.Remaining, firstInterest: b.first, leftInterest: it.Interest.Remaining,
		firstVAT: cl.VAT, leftVAT: it.Principal.VATRemaining,
	}
	if cl.Kind == ledger.CapitalizedInterest {
		f.left = it.Capitalized.Remaining
	}
	if b.first == (money.Amount{}) {
		f.firstInterest = it.Interest.Opening
	}
	if cl.VAT == (money.Amount{}) {
		f.leftVAT = money.Amount{}
	}
	if it.CreditNote {
		f = figures{first: cl.Principal, left: it.Credit.Remaining}
		if b.below() {
			f.first, f.left = f.first.Neg(), f.left.Neg()
		}
	}
	return f
}

// below reports whether the document writes the sums of a credit note below zero.
func (b debtFile) below() bool {
	for _, name := range []string{"originalPrincipal", "remainingPrincipal"} {
		if s := was(b.raw, name); len(s) > 0 && s[0] == '-' {
			return true
		}
	}
	return false
}

func (d *Document) debtAnswer(f *caseFile, b debtFile, cl ledger.Claim, it *ledger.Item, st *ledger.Statement) document.JSON {
	x := figuresOf(b, cl, it)
	to, vat := d.midnight(st.AsOf), or(b.raw, "remainingVAT", document.Sum(x.leftVAT))
	if it.CreditNote {
		to = was(b.raw, "interestTo")
	} else if x.leftVAT != (money.Amount{}) {
		vat.Value = document.Sum(x.leftVAT)
	}
	list := []document.Member{or(b.raw, "debtGuid", document.Text(cl.ID))}
	list = append(list, asCame(b.raw, "registrationDate", "debtGroup", "debtPrincipalType", "description", "accountRef", "oldAccountRef", "ledgerRef", "objectRef", "originalPaymentReference")...)
	list = append(list, document.Member{Name: "currencyCode", Value: document.Text(f.c.Currency.Code())},
		or(b.raw, "originalPrincipal", document.Sum(x.first)), document.Member{Name: "remainingPrincipal", Value: document.Sum(x.left)},
		or(b.raw, "originalInterest", document.Sum(x.firstInterest)), document.Member{Name: "remainingInterest", Value: document.Sum(x.leftInterest)},
		or(b.raw, "originalVAT", document.Sum(x.firstVAT)), vat)
	list = append(list, asCame(b.raw, "exchRate", "exchDate", "vatRate", "vatCode", "interestRate", "interestCode")...)
	list = append(list, document.Member{Name: "calcRate", Value: number(it.Rate)})
	list = append(list, asCame(b.raw, "interestFrom")...)
	list = append(list, document.Member{Name: "interestTo", Value: to})
	list = append(list, asCame(b.raw, "fixedInterestTermStart", "interestStop", "interestSpecificCalculationType", "interestSpecificCalculationCutoffDate",
		"accountRefType", "agreementDate", "agreementDueDate", "agreementEndDate", "originalEir", "interestRateCeilingCode", "head")...)
	list = append(list, or(b.raw, "links", document.Values()))
	if it.Limitation != nil && !it.Limitation.Last.IsZero() {
		list = append(list, document.Member{Name: "limitationDate", Value: d.midnight(it.Limitation.Last)})
	}
	if it.Cap != nil {
		i := it.Interest
		list = append(list, document.Member{Name: "chargedInterest", Value: document.Sum(f.costs(b.charged, i.Accrued, i.Opening.Neg(), i.CappedAway.Neg()))})
	}
	return document.Members(list, b.raw...)
}

// feeAnswers are the fees as "get case fee details" shows them.
func (d *Document) feeAnswers(f *caseFile, st *ledger.Statement) []document.JSON {
	items := itemsOf(st)
	list := make([]document.JSON, len(f.fees))
	for i, b := range f.fees {
		it := items[b.id]
		if it == nil {
			list[i] = document.Members(b.raw)
			continue
		}
		list[i] = d.feeAnswer(f, b, it, st)
	}
	return list
}

func (d *Document) feeAnswer(f *caseFile, b feeFile, it *ledger.Item, st *ledger.Statement) document.JSON {
	firstVAT, leftVAT := was(b.raw, "originalVAT"), was(b.raw, "remainingVAT")
	if a := it.Charge.Assessed; a != nil {
		firstVAT, leftVAT = document.Sum(a.VAT), document.Sum(it.Charge.VATRemaining)
	} else if b.vat != (money.Amount{}) {
		if rest, err := vatWithin(b.vat, it.Charge.Remaining, it.Charge.Original); err == nil {
			firstVAT, leftVAT = document.Sum(b.vat), document.Sum(rest)
		}
	}
	interest := f.zero()
	if len(it.Parts) > 0 {
		interest = it.Interest.Remaining
	}
	list := asCame(b.raw, "name", "description", "feeDate")
	list = append(list, document.Member{Name: "currencyCode", Value: document.Text(f.c.Currency.Code())},
		document.Member{Name: "originalPrincipal", Value: document.Sum(it.Charge.Original)},
		document.Member{Name: "remainingPrincipal", Value: document.Sum(it.Charge.Remaining)},
		or(b.raw, "originalInterest", document.Sum(f.zero())), document.Member{Name: "remainingInterest", Value: document.Sum(interest)},
		document.Member{Name: "originalVAT", Value: firstVAT}, document.Member{Name: "remainingVAT", Value: leftVAT})
	list = append(list, asCame(b.raw, "interestRate", "interestCode", "interestFrom")...)
	list = append(list, document.Member{Name: "interestTo", Value: d.midnight(st.AsOf)}, or(b.raw, "feeGuid", document.Text(b.id)))
	return document.Members(list, b.raw...)
}
