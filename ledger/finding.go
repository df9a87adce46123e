package ledger

import (
	"cmp"
	"slices"
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
	FindingNoTerms       = "no-interest-terms"
	FindingDateFallback  = "date-fallback"
	FindingProvisional   = "rate-provisional"
	FindingFloorCeiling  = "floor-above-ceiling"
	FindingClipped       = "specification-clipped"
	FindingUnreachable   = "payoff-unreachable"
	FindingPerDiem       = "per-diem-unknown"
	FindingRateUnknown   = "rate-unknown-for-order"
	FindingEvidence      = "rate-weakly-evidenced"
	FindingConsumerOrder = "consumer-credit-order"
	FindingOldLaw        = "law-before-table"
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

// comparePaths orders JSON Pointers so that /claims/2 comes before /claims/10.
func comparePaths(a, b string) int {
	if n := cmp.Compare(len(a), len(b)); n != 0 && sameBut(a, b) {
		return n
	}
	return cmp.Compare(a, b)
}

// sameBut reports whether two pointers part at a number.
func sameBut(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return digit(a, i) && digit(b, i)
}

func digit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
