package aptic

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/paymentplan"
)

// Codes are what Aptic's words mean. Most of them are set up by each user of the system, so
// that all are data: change the maps of [DefaultCodes], or make your own. A word that is in
// no map is a problem that names those that are, but for the words from which no figure
// follows.
type Codes struct {
	// Countries gives the jurisdiction of a currency, LegalClaims that of a legalClaimType
	// by how it begins.
	Countries, LegalClaims map[string]string
	// Juridical is juridicalType.
	Juridical map[int64]ledger.DebtorKind
	// Roles is debtorRole: "main", "joint" or "guarantor".
	Roles map[string]string
	// Interest is interestCode and agreedInterestCode, Specific
	// interestSpecificCalculationType, Ceilings interestRateCeilingCode.
	Interest map[string]InterestCode
	Specific map[string]SpecificCode
	Ceilings map[string]ledger.RateFacts
	// Principals is debtPrincipalType, LoanTypes loanTypeCode, LoanPurposes loanPurpose,
	// which of the two decides where both are given.
	Principals   map[string]PrincipalCode
	LoanTypes    map[string]LoanCode
	LoanPurposes map[string]LoanCode
	// Claims is claimType and Instruments enforceableDebtType; from other words nothing
	// follows.
	Claims      map[string]ledger.ClaimKind
	Instruments map[string]ledger.Instrument
	// GoodsExempt is, by jurisdiction, the last day of a contract, inclusive, on which a
	// credit for goods (goodsRelatedCredit) was outside the ceilings and caps of credits.
	GoodsExempt map[string]calendar.Date
	// Used is what highCostCreditUsedAmount says.
	Used UsedAmount
	// Fees gives the code of a fee's name where that is not one that
	// jurisdiction.FeeCodeOf knows.
	Fees map[string]string
	// Actions is actionCode, Adjustments transSpecTypeCode, Closures closureCode.
	Actions     map[string]ActionCode
	Adjustments map[string]AdjustmentKind
	Closures    map[string]ledger.Disposition
	// Plans is paymentPlanType, PaymentTypes paymentType of a period, Intervals
	// intervalType. Mandates is directDebitMandateType.
	Plans, PaymentTypes map[int64]paymentplan.Kind
	Intervals           map[int64]calendar.Unit
	Mandates            map[int64]summary.DebitRule
}

// InterestCode is what an interest code makes of the rate beside it.
type InterestCode struct {
	// Basis is BasisFixed, where the rate is per cent a year, or BasisReference, where it is
	// percentage points on Series.
	Basis  ledger.Basis
	Series string
	Reset  ledger.Reset
	// DayCount zero leaves it to the jurisdiction.
	DayCount calendar.DayCount
}

// SpecificCode is a calculation that a country prescribes: the statutory rate of the
// debtor's kind, with the agreed one as long as it may run.
type SpecificCode struct {
	Jurisdiction string
	Debtor       ledger.DebtorKind
}

// PrincipalCode is what a principal is of.
type PrincipalCode struct {
	Kind ledger.ClaimKind
	// Credit says that loanPurpose and loanTypeCode decide the kind where they are given.
	Credit bool
	// NoInterest says that it bears nothing unless its interest is stated.
	NoInterest bool
}

// LoanCode is the kind of claim that a loan is, by who owes it.
type LoanCode struct{ Consumer, Business ledger.ClaimKind }

// UsedAmount says how highCostCreditUsedAmount is meant, which Aptic does not say. The zero
// value is the part drawn.
type UsedAmount uint8

const (
	// UsedIsDrawn: the part of the credit that was drawn, which costs may not exceed.
	UsedIsDrawn UsedAmount = iota
	// UsedIsCosts: costs that were charged before, which count against the credit.
	UsedIsCosts
)

// ActionCode is what an event in the life of a case is; zero fields are nothing.
type ActionCode struct {
	// Notice and Title are kinds of ledger.Notice and ledger.Title.
	Notice, Title string
	// Demanded says that it was the first demand, Accelerated that the whole debt fell due.
	Demanded, Accelerated bool
}

// AdjustmentKind says what an adjustment of amounts is. The zero value is a correction.
type AdjustmentKind uint8

const (
	// Correction changes what is owed.
	Correction AdjustmentKind = iota
	// Loss gives up what cannot be collected.
	Loss
	// Waiver releases the debtor.
	Waiver
)

// lookup reads a word by a map; it reports false where there is none.
func lookup[T any](v document.Value, of map[string]T) (T, bool) {
	var none T
	s := v.Text()
	if s == "" {
		return none, false
	}
	t, ok := of[s]
	if !ok {
		v.Problemf("%s, want %s", v, names(of))
	}
	return t, ok
}

// lookupNumber reads a number by a map; it reports false where there is none.
func lookupNumber[T any](v document.Value, of map[int64]T) (T, bool) {
	var none T
	if !v.Given() {
		return none, false
	}
	const most = 1 << 31
	before := v.Int(-most, most)
	t, ok := of[before]
	if !ok && v.Kind() == document.Number {
		v.Problemf("%s, want %s", v, names(of))
	}
	return t, ok
}

// names lists what a map knows, for messages.
func names[K cmp.Ordered, T any](of map[K]T) string {
	if len(of) == 0 {
		return "none: no reading is set up (Codes)"
	}
	const most = 20
	var list []string
	for _, k := range slices.Sorted(maps.Keys(of)) {
		list = append(list, fmt.Sprint(k))
	}
	if len(list) > most {
		list = append(list[:most], "…")
	}
	return "one of " + strings.Join(list, ", ")
}
