package dunning

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/ledger"
)

// Codes of findings; docs/findings.md says what each means and what to do.
const (
	FindingNoArrears     = "notice-without-arrears"
	FindingUnfounded     = "notice-unfounded"
	FindingSkipped       = "level-skipped"
	FindingAnchor        = "anchor-missing"
	FindingPromiseBroken = "promise-broken"
	FindingFeeUnknown    = "fee-not-known"
	FindingWholeAmount   = "accelerated-whole-amount"
	FindingNotCovered    = "credit-not-covered"
	FindingRest          = "rest-open"
	FindingWaits         = "payment-waits"
	FindingCut           = "timeline-cut"
)

// find notes a finding. One that several levels come upon is noted once.
func (c *course) find(code string, s ledger.Severity, path, format string, args ...any) {
	note(&c.findings, code, s, path, format, args...)
}

// findInRun notes a finding that matters while the present run lasts.
func (c *course) findInRun(code string, s ledger.Severity, path, format string, args ...any) {
	note(&c.run.findings, code, s, path, format, args...)
}

func note(to *[]ledger.Finding, code string, s ledger.Severity, path, format string, args ...any) {
	f := ledger.Finding{Code: code, Severity: s, Path: path, Message: fmt.Sprintf(format, args...)}
	if n := len(*to); !slices.Contains((*to)[max(0, n-MaxLevels):], f) {
		*to = append(*to, f)
	}
}
