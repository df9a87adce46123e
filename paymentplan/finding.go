package paymentplan

// Codes of findings of plans; docs/findings.md says what each means.
const (
	FindingFewerRows    = "plan-fewer-rows"
	FindingLastRow      = "plan-last-row-above"
	FindingFeeCapped    = "plan-fee-capped"
	FindingFeeUnchecked = "plan-fee-unchecked"
	FindingUnused       = "plan-field-unused"
	FindingCarried      = "plan-interest-carried"
	FindingEarlyLetter  = "plan-invoice-before-start"
	FindingLaterFacts   = "plan-later-facts"
	FindingOverpaid     = "plan-overpaid"
	FindingNoAPR        = "plan-without-apr"
)
