package aptic

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// Codes of findings about a document; its statement has its own.
const (
	// FindingUnknownField: a field that Aptic's documents do not have. It is kept and
	// written again.
	FindingUnknownField = "aptic-field-unknown"
	// FindingOverruled: a field that says otherwise than another one, which holds.
	FindingOverruled = "aptic-field-overruled"
	// FindingWithinOpening: a payment or adjustment that the remaining figures hold already.
	FindingWithinOpening = "aptic-within-opening"
	// FindingNoReading: a word of a user's own from which nothing follows here.
	FindingNoReading = "aptic-code-without-reading"
)

// find notes a finding at a place of the document.
func (d *Document) find(code string, s ledger.Severity, path, format string, args ...any) {
	if len(d.findings) < document.MaxProblems {
		d.findings = append(d.findings, ledger.Finding{Code: code, Severity: s, Path: path, Message: fmt.Sprintf(format, args...)})
	}
}

// unknown notes the fields that Aptic's documents do not have.
func (d *Document) unknown(doc *document.Document) {
	list, more := doc.Unknown()
	for _, u := range list {
		d.find(FindingUnknownField, ledger.Info, u.Path, "this field is not known here and is kept as it is: %s", u.Note)
	}
	if more > 0 {
		d.find(FindingUnknownField, ledger.Info, "", "%d fields more are not known here", more)
	}
}

// Findings are what a reader of the document should know: fields that are not known, that
// another one overrules, or from which nothing follows. Paths are JSON Pointers into it.
func (d *Document) Findings() []ledger.Finding { return d.findings }

// findingsOf are the findings of a statement and those about the case in the document.
func (d *Document) findingsOf(f *caseFile, st *ledger.Statement) document.JSON {
	all := slices.Clone(st.Findings)
	for _, one := range d.findings {
		if f.at == "" || one.Path == f.at || strings.HasPrefix(one.Path, f.at+"/") {
			all = append(all, one)
		}
	}
	list := make([]document.JSON, len(all))
	for i, one := range all {
		list[i] = document.Members([]document.Member{
			{Name: "code", Value: document.Text(one.Code)}, {Name: "severity", Value: document.Text(one.Severity.String())},
			{Name: "path", Value: document.Text(one.Path)}, {Name: "message", Value: document.Text(one.Message)},
		})
	}
	return document.Values(list...)
}
