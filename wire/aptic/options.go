package aptic

import (
	"time"

	"github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Options say what a document of Aptic's leaves open. The zero value reads days in UTC.
type Options struct {
	// Zone is where the creditor is; timestamps become days there. Nil is UTC.
	Zone *time.Location
	// Jurisdiction is the country whose law applies, such as "FI". Where it is empty the
	// case's legalClaimType says it, else its currency ([Codes.Countries]).
	Jurisdiction string
	// Debtor is what the debtors are where the document does not say.
	Debtor ledger.DebtorKind
	// Base is the currency of the creditor's general ledger; zero where it is that of the
	// case.
	Base money.Currency
	// ExtendRates uses the last known value of a published rate beyond what its table
	// knows.
	ExtendRates bool
	// Codes are the readings of Aptic's words; nil means [DefaultCodes].
	Codes *Codes
	// Tariff is what creditor and collector agreed on commission; nil leaves the fields of
	// commission null. Phase of a case is its service.
	Tariff *remittance.Tariff
	// CreditorCredit is other money held for the creditor, in the currency of the case; what
	// a payment nets is not there for the next.
	CreditorCredit money.Amount
	// Check looks at each case that could be read, such as Calculator.Check of package
	// skuld; its problems are reported at Aptic's own fields. Nil is none.
	Check func(ledger.Case) error
}
