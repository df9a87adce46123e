package ledger

import (
	"cmp"
	"slices"
	"strings"
)

// Severity says how much a finding matters. The zero value is invalid.
type Severity uint8

const (
	// Info is worth knowing.
	Info Severity = iota + 1
	// Warning puts a figure in doubt or departs from what was asked.
	Warning
)

// String is "info" or "warning".
func (s Severity) String() string {
	switch s {
	case Info:
		return "info"
	case Warning:
		return "warning"
	}
	return ""
}

// Codes of findings; docs/findings.md says what each means and what to do.
const (
	FindingNoTerms      = "no-interest-terms"
	FindingDateFallback = "date-fallback"
	FindingProvisional  = "rate-provisional"
	FindingFloorCeiling = "floor-above-ceiling"
	FindingClipped      = "specification-clipped"
	FindingUnreachable  = "payoff-unreachable"
	FindingPerDiem      = "per-diem-unknown"

	FindingFeeHeld            = "fee-held"
	FindingFeeProvisional     = "fee-provisional"
	FindingFeeWithoutBase     = "fee-without-base"
	FindingCapNotInForce      = "cost-cap-not-in-force"
	FindingBlocked            = "payment-blocked"
	FindingDirectionRefused   = "direction-refused"
	FindingPerDiemProvisional = "per-diem-provisional"

	FindingRateUnknown   = "rate-unknown-for-order"
	FindingEvidence      = "rate-weakly-evidenced"
	FindingConsumerOrder = "consumer-credit-order"
	FindingDueDay        = "due-not-business-day"
	FindingOldContract   = "old-contract"
	FindingBusinessOnly  = "directive-business-only"
	FindingOldLaw        = "law-before-table"

	FindingBarred            = "claim-barred"
	FindingInterestBarred    = "interest-barred"
	FindingLimitationNear    = "limitation-near"
	FindingLimitationUnknown = "limitation-unknown"
	FindingSuspended         = "limitation-suspended"
	FindingAfterLimitation   = "act-after-limitation"
	FindingDelivery          = "delivery-not-known"
	FindingOwnPeriod         = "limitation-own-period"
)

// Finding is something a reader of a statement should know. Path is a JSON
// Pointer into the native case file.
type Finding struct {
	Code     string
	Severity Severity
	Path     string
	Message  string
}

// sortFindings orders findings by path and code, each once.
func sortFindings(fs []Finding) []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(fs)
}

// comparePaths orders JSON Pointers step by step, numbers as numbers, so that
// /claims/2 comes before /claims/10 with all that lies below it.
func comparePaths(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "/"), strings.Split(b, "/"), func(x, y string) int {
		if number(x) && number(y) {
			return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
		}
		return cmp.Compare(x, y)
	})
}

func number(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
