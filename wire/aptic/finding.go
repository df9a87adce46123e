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
	// FindingNoUse: an amount from which nothing follows for a debt of its kind.
	FindingNoUse = "aptic-field-without-use"
	// FindingEarlyInterest: interest that starts before the debt is due.
	FindingEarlyInterest = "aptic-interest-before-due"
	// FindingOffMidnight: timestamps that are not at midnight in the zone, so that days
	// may be read in another zone than they were meant in.
	FindingOffMidnight = "aptic-time-not-midnight"
	// FindingGivenUp: what the case no longer asks for, which no field of the response has.
	FindingGivenUp = "aptic-given-up"
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
	if at := doc.OffMidnight(); at != "" {
		d.find(FindingOffMidnight, ledger.Warning, at, "this time, the first of such, is not at midnight in the zone that was given (--zone); the day is the one on which it lies there")
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
	return findingList(append(all, d.differences(f, st)...))
}

// differences are findings about what the document says of figures that the statement
// works out: the day of limitation, and what is no longer asked for.
func (d *Document) differences(f *caseFile, st *ledger.Statement) []ledger.Finding {
	var list []ledger.Finding
	items := itemsOf(st)
	for i, b := range f.debts {
		it := items[f.c.Claims[i].ID]
		if it == nil || it.Limitation == nil || b.limitation.IsZero() || it.Limitation.Last.IsZero() || it.Limitation.Last == b.limitation {
			continue
		}
		list = append(list, ledger.Finding{
			Code: FindingOverruled, Severity: ledger.Warning, Path: f.places["claims"][i] + "/limitationDate",
			Message: fmt.Sprintf("%s; by the law of the case it is %s, which the answer has", b.limitation, it.Limitation.Last),
		})
	}
	gone := f.zero()
	for _, it := range st.Items {
		gone = f.costs(gone, it.Principal.Disposed, it.Capitalized.Disposed, it.Interest.Disposed, it.Charge.Disposed)
	}
	if gone.Sign() > 0 {
		path := f.at
		if f.c.Closed != nil {
			path += "/closureCode"
		}
		list = append(list, ledger.Finding{Code: FindingGivenUp, Severity: ledger.Info, Path: path,
			Message: fmt.Sprintf("%s is no longer asked for: it was written off, waived, or handed back", gone)})
	}
	return list
}

// findingList writes findings.
func findingList(all []ledger.Finding) document.JSON {
	list := make([]document.JSON, len(all))
	for i, one := range all {
		list[i] = document.Members([]document.Member{
			{Name: "code", Value: document.Text(one.Code)}, {Name: "severity", Value: document.Text(one.Severity.String())},
			{Name: "path", Value: document.Text(one.Path)}, {Name: "message", Value: document.Text(one.Message)},
		})
	}
	return document.Values(list...)
}
