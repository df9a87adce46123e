package aptic

import (
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/paymentplan"
)

// DefaultCodes are the readings of the words that Aptic's documents name, and of common
// ones beside them. The maps are the caller's to change.
//
// The documents list paymentPlanType and directDebitMandateType with their meaning, and the
// words of debtPrincipalType, loanPurpose and loanTypeCode without. They say nothing of
// juridicalType (read 0 a person, 1 a company), intervalType (1 day, 2 week, 3 month,
// 4 year; 0 says nothing) and paymentType (as paymentPlanType; 0 says nothing), and do not
// name any code of ceilings, actions, roles, adjustments.
func DefaultCodes() Codes {
	return Codes{
		Countries:   map[string]string{"SEK": "SE", "NOK": "NO", "DKK": "DK", "GBP": "GB"},
		LegalClaims: map[string]string{"04": "FI", "05": "FI"},
		Juridical:   map[int64]ledger.DebtorKind{0: ledger.Consumer, 1: ledger.Business},
		Roles: map[string]string{
			"Main": summary.RoleMain, "MAIN": summary.RoleMain, "Joint": summary.RoleJoint, "JOINT": summary.RoleJoint,
			"CoDebtor": summary.RoleJoint, "CODEBTOR": summary.RoleJoint,
			"Guarantor": summary.RoleGuarantor, "GUARANTOR": summary.RoleGuarantor,
		},
		Interest: map[string]InterestCode{
			"FIXED":      {Basis: ledger.BasisFixed, DayCount: calendar.ActActISDA},
			"ÖGR":        {Basis: ledger.BasisReference, Series: "SE", Reset: ledger.Floating},
			"F_365_BASE": {Basis: ledger.BasisFixed, DayCount: calendar.Act365Fixed},
		},
		Specific: map[string]SpecificCode{"FI-B2C": {"FI", ledger.Consumer}, "FI-B2B": {"FI", ledger.Business}},
		Ceilings: map[string]ledger.RateFacts{
			"FI-20":     {Basis: ledger.BasisFixed, Rate: interest.MustPercent("20")},
			"SE-REF-20": {Basis: ledger.BasisReference, Series: "SE", Margin: interest.MustPercent("20")},
			"SE-REF-40": {Basis: ledger.BasisReference, Series: "SE", Margin: interest.MustPercent("40")},
		},
		Principals: principalCodes(), LoanTypes: loanTypes(), LoanPurposes: loanPurposes(),
		Instruments: map[string]ledger.Instrument{"PROMISSORY_NOTE": ledger.PromissoryNote, "DEED": ledger.Deed},
		GoodsExempt: map[string]calendar.Date{"SE": calendar.MustDate(2025, time.February, 28)},
		Actions:     actionCodes(),
		Adjustments: map[string]AdjustmentKind{
			"ADJUST": Correction, "CORRECTION": Correction, "CREDIT": Correction, "WRITEOFF": Loss, "LOSS": Loss, "WAIVER": Waiver,
		},
		Closures: map[string]ledger.Disposition{
			"RETRIEVED": ledger.Returned, "PAID": ledger.Settled, "SETTLED": ledger.Settled, "WRITTENOFF": ledger.WrittenOff,
			"WAIVED": ledger.Waived, "DEBTRELIEF": ledger.DebtRelief,
		},
		Plans: planKinds(), PaymentTypes: planKinds(),
		Intervals: map[int64]calendar.Unit{1: calendar.UnitDay, 2: calendar.UnitWeek, 3: calendar.UnitMonth, 4: calendar.UnitYear},
		Mandates:  mandateRules(),
	}
}

func planKinds() map[int64]paymentplan.Kind {
	return map[int64]paymentplan.Kind{
		1: paymentplan.Annuity, 2: paymentplan.AnnuityLimited, 3: paymentplan.Linear, 4: paymentplan.LinearLimited, 5: paymentplan.DebtRelief,
	}
}

// principalCodes are the values of debtPrincipalType. Interest that was billed or
// capitalized bears nothing unless the document says so, and ranks as capitalized interest.
func principalCodes() map[string]PrincipalCode {
	invoice := PrincipalCode{Kind: ledger.Invoice, Credit: true}
	former := PrincipalCode{Kind: ledger.CapitalizedInterest, NoInterest: true}
	return map[string]PrincipalCode{
		"INVOICE": invoice, "BILLING": invoice, "OFFER_INVOICE": invoice, "SUPPLIER_INVOICE": invoice,
		"CREDIT_INVOICE":   {Kind: ledger.CreditNote},
		"INTEREST_INVOICE": former, "CAPITALIZED_INTEREST": former, "LOAN_INTEREST": former,
		"FINAL_INVOICE_CREDITDEBT": {Kind: ledger.ConsumerCredit, Credit: true},
		"TERMINATED_ACCOUNT":       {Kind: ledger.ConsumerCredit, Credit: true},
		"INTEREST_COMPENSATION":    {Kind: ledger.Damages},
		"PREREDEMPTION":            {Kind: ledger.Damages},
		"CREDIT_EXPENSE":           {Kind: ledger.OtherClaim, NoInterest: true},
	}
}

func loanTypes() map[string]LoanCode {
	credit := LoanCode{ledger.ConsumerCredit, ledger.Loan}
	return map[string]LoanCode{
		"LumpSumLoan": credit, "RunningAccountLoan": credit,
		"Leasing": {ledger.Rent, ledger.Rent}, "GuaranteeReceivable": {ledger.Loan, ledger.Loan},
	}
}

func loanPurposes() map[string]LoanCode {
	home, credit, loan := LoanCode{ledger.Mortgage, ledger.Mortgage}, LoanCode{ledger.ConsumerCredit, ledger.Loan}, LoanCode{ledger.Loan, ledger.Loan}
	return map[string]LoanCode{
		"HomeLoan": home, "HomeLoanForFirstHome": home, "HomeLoanForLeisureHouse": home, "HomeLoanForInvestmentPurposes": home,
		"StudentLoan": credit, "LoanForPurchaseOfVehicleOrCraft": credit, "OtherConsumerCredit": credit,
		"OtherLoan": loan, "LoanForBusinessActivities": loan, "GuaranteeReceivable": loan,
	}
}

func actionCodes() map[string]ActionCode {
	return map[string]ActionCode{
		"REMIND": {Notice: "reminder"}, "REMINDER": {Notice: "reminder"}, "INKVARSEL": {Notice: "notice", Demanded: true},
		"DEMAND": {Notice: "demand", Demanded: true}, "KK": {Notice: "demand", Demanded: true},
		"ACKNOWLEDGEMENT": {Notice: "acknowledgement"}, "APPLICATION": {Notice: "payment-order"}, "ACTION": {Notice: "action"},
		"ENFORCEMENT": {Notice: "enforcement"}, "BANKRUPTCY": {Notice: "bankruptcy"},
		"TITLE": {Title: "title"}, "VERDICT": {Title: "judgment"}, "PAYMENTORDER": {Title: "payment-order"},
		"TERMINATION": {Accelerated: true},
	}
}

// mandateRules are what the schemes of direct debits ask for: SEPA one business day of the
// banks and 14 days' notice unless less was agreed (rulebooks, 2016), Autogiro two banking
// days; the Dutch Incasso went over into SEPA in 2014.
func mandateRules() map[int64]summary.DebitRule {
	sepa := summary.DebitRule{Calendar: calendar.TARGET(), Lead: 1, Notice: 14}
	return map[int64]summary.DebitRule{
		1: {Calendar: calendar.SE(), Lead: 2, Notice: 8}, 2: sepa, 3: sepa, 4: sepa, 5: sepa, 7: sepa,
	}
}
