package aptic

import (
	"fmt"
	"io"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

// maxCases bounds the cases of a document.
const maxCases = 10_000

// Document is cases of Aptic's as they were read, with everything that is needed to answer
// in their shape. Make one with [Decode].
type Document struct {
	opt      Options
	codes    Codes
	list     bool // the document is a list of cases
	cases    []*caseFile
	findings []ledger.Finding
}

// caseFile is a case with its place in the document.
type caseFile struct {
	// at is its JSON Pointer, raw all fields as they came.
	at  string
	raw []document.Member
	c   ledger.Case
	// debts, fees, payments and debtors are in the order of the document.
	debts    []debtFile
	fees     []feeFile
	payments []paymentFile
	debtors  []debtorFile
	// places are the JSON Pointers of facts, by the list of the case that they are in.
	places map[string][]string
	// entry is what a summary asks besides the case and its statement.
	entry summary.Entry
	// trustProhibited and reportPaid are prohibitTrustAccounting and reportPaidInterest.
	trustProhibited, reportPaid bool
	service                     string
}

// Decode reads a document of cases. The error joins a [ledger.Problem] for everything that
// is wrong, with JSON Pointers into the document: what cannot be read, what
// [ledger.Case.Validate] finds in the rest, and what Options.Check does. The document is
// given as far as it could be read.
func Decode(r io.Reader, opt Options) (*Document, error) {
	d := newDocument(opt)
	doc := document.Read(r, document.Limits{})
	d.readCases(doc.Root())
	return d, d.finish(doc)
}

func newDocument(opt Options) *Document {
	d := &Document{opt: opt, codes: DefaultCodes()}
	if opt.Codes != nil {
		d.codes = *opt.Codes
	}
	return d
}

// readCases reads a case, a list of them, or a list in its envelope.
func (d *Document) readCases(root document.Value) {
	list := []document.Value{root}
	switch root.Kind() {
	case document.List:
		d.list, list = true, root.List(maxCases)
		if len(list) == 0 {
			root.Problemf("no case, want at least one")
		}
	case document.Map:
		if o, _ := root.Object(); o.Field("value").Kind() == document.List {
			o.Unused("count", "skip", "total")
			d.list, list = true, o.Field("value").List(maxCases)
		}
	}
	for _, v := range list {
		if f := d.readCase(v); f != nil {
			d.cases = append(d.cases, f)
		}
	}
}

// finish puts the problems of the document and of its cases together, and notes its unknown
// fields.
func (d *Document) finish(doc *document.Document) error {
	ps := problemsOf(doc)
	for _, f := range d.cases {
		if len(ps) >= document.MaxProblems {
			break
		}
		ps.Merge(f.foreign(f.c.Validate()))
		if d.opt.Check != nil && len(ps) == 0 {
			ps.Merge(f.foreign(d.opt.Check(f.c)))
		}
	}
	d.unknown(doc)
	return ps.Err()
}

// problemsOf are the problems of a document, each once: a field may be read more than once.
func problemsOf(doc *document.Document) ledger.Problems {
	var ps ledger.Problems
	seen := map[string]bool{}
	for _, p := range doc.Problems() {
		if !seen[p.Error()] {
			seen[p.Error()] = true
			ps = append(ps, (*ledger.Problem)(p))
		}
	}
	return ps
}

// Case is the first case of the document.
func (d *Document) Case() ledger.Case {
	if len(d.cases) == 0 {
		return ledger.Case{}
	}
	return d.cases[0].c
}

// Cases are all cases of the document, in its order.
func (d *Document) Cases() []ledger.Case {
	list := make([]ledger.Case, len(d.cases))
	for i, f := range d.cases {
		list[i] = f.c
	}
	return list
}

// Entries are the cases with their statements, one for each in the order of the document,
// as package summary takes them: with their day of registration, the interest with which
// debts came, and the day from which paid interest is reported.
func (d *Document) Entries(statements ...*ledger.Statement) ([]summary.Entry, error) {
	if len(statements) != len(d.cases) {
		return nil, fmt.Errorf("%d statements for %d cases, want one for each", len(statements), len(d.cases))
	}
	list := make([]summary.Entry, len(d.cases))
	for i, f := range d.cases {
		list[i] = f.entry
		list[i].Case, list[i].Statement = f.c, statements[i]
	}
	return list, nil
}

// ReportPaidInterest are the entries of the cases whose paid interest is to be reported
// (reportPaidInterest), for summary.PaidInterest.
func (d *Document) ReportPaidInterest(entries []summary.Entry) []summary.Entry {
	var list []summary.Entry
	for i, e := range entries {
		if i < len(d.cases) && d.cases[i].reportPaid {
			list = append(list, e)
		}
	}
	return list
}

// zero is nothing in the currency of the case.
func (f *caseFile) zero() money.Amount { return money.FromMinor(0, f.c.Currency) }
