package rival

import (
	"fmt"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// Codes of findings; docs/findings.md says what each means and what to do.
const (
	FindingUnknownField = "rival-field-unknown"
	FindingDueDate      = "rival-due-date-differs"
	FindingGap          = "rival-interest-gap"
	FindingMerged       = "rival-merged"
	FindingLimitation   = "rival-limitation-differs"
	FindingStatus       = "rival-status-differs"
	FindingRestated     = "rival-rate-differs"
	FindingNotCompared  = "rival-rate-not-compared"
	FindingEnd          = "rival-end-differs"
)

// find notes a finding at a place of the document.
func (d *Document) find(code string, severity ledger.Severity, path, format string, args ...any) {
	if len(d.findings) < document.MaxProblems {
		d.findings = append(d.findings, ledger.Finding{Code: code, Severity: severity, Path: path, Message: fmt.Sprintf(format, args...)})
	}
}

// Findings are what a reader of the document should know, with JSON Pointers into it:
// fields that are not known, due dates that do not follow the payment condition, days
// whose interest nobody counted, two ends that differ, facts that a merge left out.
func (d *Document) Findings() []ledger.Finding {
	list := append([]ledger.Finding(nil), d.findings...)
	unknown, more := d.in.Unknown()
	for _, u := range unknown {
		list = append(list, ledger.Finding{
			Code: FindingUnknownField, Severity: ledger.Info, Path: u.Path,
			Message: "this field is not known here and is kept as it is: " + u.Note,
		})
	}
	if more > 0 {
		list = append(list, ledger.Finding{
			Code: FindingUnknownField, Severity: ledger.Info, Message: fmt.Sprintf("%d fields more are not known here", more),
		})
	}
	return list
}

// Unknown are the fields of the document that are not known here, as they were written.
func (d *Document) Unknown() []document.Unknown {
	list, _ := d.in.Unknown()
	return list
}
