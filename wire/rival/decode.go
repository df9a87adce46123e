package rival

import (
	"io"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// form is which of the system's documents one is.
type form uint8

const (
	formCase      form = iota + 1 // POST /v1/Case
	formCases                     // POST /v2/Case
	formAnswer                    // what GET /v1/Case answers
	formFile                      // documents of one debt together
	formClient                    // POST /v1/Client
	formPayment                   // POST /v1/Payment
	formCalculate                 // GET /v1/CalcInstallment
	formSearch                    // POST /v1/SearchDate
)

// Document is a document that was read.
type Document struct {
	in       *document.Document
	opt      Options
	form     form
	merge    bool   // merge the cases of one debtor and client
	unique   string // what may not be given twice
	client   *client
	posts    []*post
	cases    []*made
	payments []*payment
	calc     *calculation
	searches []search
	findings []ledger.Finding
	byCase   [][]ledger.Finding // all findings, when an answer asked for them
}

// Decode reads a document: a case or several to create (v1, v2), what the system answers
// to the question for a case, a client, a payment, a question for installments, a search
// date, or a file that holds such documents of one debt together.
//
// The document comes back as far as it could be read, with an error that joins a
// [ledger.Problem] for everything that is wrong with it, at the document's own JSON
// Pointers: what could not be read, then what [ledger.Case.Validate] and Options.Check
// find in the cases. At most 1000 are listed.
func Decode(r io.Reader, o Options) (*Document, error) {
	d := &Document{in: document.Read(r, document.Limits{}), opt: o.completed()}
	d.root()
	d.make()
	return d, d.problems().Err()
}

// root reads whatever the document is.
func (d *Document) root() {
	root := d.in.Root()
	if root.Kind() == document.List {
		d.form = formAnswer
		d.readCases(root)
		return
	}
	o, ok := root.Object()
	if !ok {
		return
	}
	switch d.form = formOf(o); d.form {
	case formFile:
		d.readFile(o)
	case formClient:
		d.client = d.readClient(o)
	case formPayment:
		d.payments = append(d.payments, d.readPayment(o))
	case formCalculate:
		d.calc = readCalculation(o)
	case formSearch:
		d.searches = append(d.searches, d.readSearch(o))
	default:
		d.readPosted(o)
	}
}

// formOf tells documents apart by fields that only one of them has.
func formOf(o document.Object) form {
	has := func(names ...string) bool {
		for _, name := range names {
			if o.Field(name).Kind() != document.Absent {
				return true
			}
		}
		return false
	}
	switch {
	case has("Cases"):
		return formCases
	case has("Invoices", "Status", "Action", "CaseIDNew", "CaseIDUpdate"):
		return formCase
	case has("Case", "Client", "Payment", "CalcInstallment"):
		return formFile
	case has("NumbInstallments"):
		return formCalculate
	case has("PaymentMethod", "AccountingDate", "PaymentCode", "CurrAmount"):
		return formPayment
	case has("OrganisationNumber", "PaymentCondition", "SettlementCode", "InvoiceVAT"):
		return formClient
	case has("SearchDate"):
		return formSearch
	}
	return formCase
}

// readFile reads documents of one debt, each under the name of its endpoint.
func (d *Document) readFile(o document.Object) {
	if c, ok := o.Field("Client").Object(); ok {
		d.client = d.readClient(c)
	}
	switch v := o.Field("Case"); v.Kind() {
	case document.List:
		for _, e := range d.some(v) {
			if c, ok := e.Object(); ok {
				d.readPosted(c)
			}
		}
	default:
		if c, ok := v.Object(); ok {
			d.readPosted(c)
		}
	}
	for _, v := range oneOrMany(o.Field("Payment"), ledger.MaxPayments) {
		if p, ok := v.Object(); ok {
			d.payments = append(d.payments, d.readPayment(p))
		}
	}
	if c, ok := o.Field("CalcInstallment").Object(); ok {
		d.calc = readCalculation(c)
	}
	for _, v := range oneOrMany(o.Field("SearchDate"), ledger.MaxLife) {
		if s, ok := v.Object(); ok {
			d.searches = append(d.searches, d.readSearch(s))
		}
	}
}

// readPosted reads a case of v1, or the cases of v2.
func (d *Document) readPosted(o document.Object) {
	d.readWhole(o)
	if v := o.Field("Cases"); v.Kind() != document.Absent {
		d.readCases(v)
		return
	}
	d.posts = append(d.posts, d.readCase(o))
}

// readWhole reads what concerns all cases of a document.
func (d *Document) readWhole(o document.Object) {
	o.Field("CheckOrgNo") // nothing is made of what the system is to look up
	o.Field("GetAddress")
	d.merge = o.Field("Merge").Bool() || d.merge
	d.duplicates(o.Field("CheckDuplicates"))
}

// readCases reads a list of cases.
func (d *Document) readCases(v document.Value) {
	for _, e := range d.some(v) {
		if o, ok := e.Object(); ok {
			d.posts = append(d.posts, d.readCase(o))
		}
	}
}

// some are the cases of a list, which has to have one.
func (d *Document) some(v document.Value) []document.Value {
	list := v.List(ledger.MaxClaims)
	if len(list) == 0 && (v.Kind() == document.List || v.Kind() == document.Null) {
		v.Problemf("no case, want at least one")
	}
	return list
}
