package rival

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// stored are fields of a case that say who somebody is, where to reach him, or what was
// written down; nothing is made of them.
var stored = []string{
	"PhoneNumber1", "PhoneNumber2", "Email", "CustNo", "PaymentPlacementCode", "SourceOfCase",
	"SourceOfAddress", "TypeOfConsent", "Collateral", "BankAccountClearingNumber", "BankAccountNumber", "ExtraFields",
	"Linkedfiles", "Notes",
}

// anew are fields of our own answers that every answer has anew.
var anew = []string{"Findings", "Limitation"}

// echoed are fields of a case that the answers repeat.
var echoed = []string{
	"CaseIDLong", "OCRNumber", "ClientID", "OrgNo", "Name", "Address", "CareOf", "PostCode", "PostTown", "Country",
	"CaseManager", "ExtRefNo",
}

// post is a case as it was posted, or as an answer has it.
type post struct {
	path string
	// id is the number of the case, "" where the system has still to give one; update is
	// that of the case which this one adds to.
	id, update, updateAt string
	to                   *post // the case that this one adds to
	echo                 map[string]document.JSON
	orgNo, clientID      string
	debtorNo             string
	currency             money.Currency
	foreign              bool // the currency is not that of the system
	costsStated          bool // what remains of costs is stated, so that no action adds to it
	kind                 ledger.DebtorKind
	registered           calendar.Date
	// through is the day through which remaining amounts stand that state none of their own.
	through calendar.Date
	// left are what remains of the invoices, added up.
	left    remains
	kept    []document.Member // fields of which nothing is made
	status  status
	planned []planned
	waits   []wait
	history []history
	plan    *planBlock
	end     end

	facts  ledger.Case
	places []place
	bills  []bill
}

// readCase reads a case.
func (d *Document) readCase(o document.Object) *post {
	p := &post{path: o.Path(), echo: map[string]document.JSON{}, through: d.opt.Through}
	o.Unused(stored...)
	for _, name := range anew {
		o.Field(name)
	}
	if day := o.Field("AsOf").Date(d.opt.Zone); !day.IsZero() {
		p.through = day
	}
	p.id = firstOf(caseNumber(o.Field("CaseIDNew")), caseNumber(o.Field("CaseID")))
	v := o.Field("CaseIDUpdate")
	p.update, p.updateAt = caseNumber(v), v.Path()
	p.to = d.target(p)
	for _, name := range echoed {
		o.Field(name).Code()
		p.echo[name] = asItCame(o.Field(name))
	}
	p.orgNo, p.clientID = o.Field("OrgNo").Code(), o.Field("ClientID").Code()
	p.debtorNo = firstOf(o.Field("DebtorNo").Code(), "1")
	if d.client != nil && d.client.id != "" && p.clientID != "" && p.clientID != d.client.id {
		o.Field("ClientID").Problemf("%s is another client, want %s as in the file", o.Field("ClientID"), document.Text(d.client.id))
	}
	d.currencyOf(o, p)
	d.debtorOf(o, p)
	v = o.Field("RegistrationDate")
	p.registered = v.Date(d.opt.Zone)
	d.readActions(o, p)
	d.readPlan(o, p)
	d.begin(o, p)
	for _, e := range o.Field("Invoices").List(ledger.MaxClaims) {
		if b, ok := e.Object(); ok {
			d.readInvoice(b, p)
		}
	}
	d.readStatus(o, p)
	d.readTotals(o, p)
	d.finish(p)
	p.kept = o.Kept()
	return p
}

// currencyOf is the currency of the claims: that of the case which is updated, the one
// stated, or that of the system.
func (d *Document) currencyOf(o document.Object, p *post) {
	v := o.Field("Currency")
	p.currency = document.TextAs(v, `a currency such as "SEK"`, money.ParseCurrency)
	if to := p.to; to != nil {
		p.currency = to.currency
	} else if !says(v) {
		p.currency = d.opt.System
	}
	p.foreign = !p.currency.IsZero() && p.currency != d.opt.System
}

// debtorOf says whether the debtor is a consumer: not if the status says trader, or if it
// says nothing and a sole trader has a name as one.
func (d *Document) debtorOf(o document.Object, p *post) {
	p.kind = d.opt.Debtor
	if o.Field("SoleTraderName").Code() != "" {
		p.kind = ledger.Business
	}
	s, ok := o.Field("Status").Object()
	if !ok {
		return
	}
	if v := s.Field("Trader"); v.Given() {
		p.kind = ledger.Consumer
		if v.Bool() {
			p.kind = ledger.Business
		}
	}
	if to := p.to; to != nil {
		p.kind = to.kind
	}
}

// target is the case of the document that a case updates, nil where there is none.
func (d *Document) target(p *post) *post {
	if p.update == "" {
		return nil
	}
	for _, q := range d.posts {
		if q.id == p.update && q.update == "" {
			return q
		}
	}
	return nil
}

// begin makes the frame of the case.
func (d *Document) begin(o document.Object, p *post) {
	c := &p.facts
	c.ID = firstOf(p.id, p.update, o.Field("ExtRefNo").Code(), "case-"+count(len(d.posts)+1))
	c.Currency, c.Jurisdiction, c.Debtor = p.currency, d.opt.lawOf(p.currency), p.kind
	if p.foreign {
		c.Base = d.opt.System
	}
	c.Debtors = []ledger.Debtor{{ID: debtorID(p.debtorNo), Kind: p.kind, Role: "main"}}
	if c.Jurisdiction == "" && !p.currency.IsZero() {
		o.Field("Currency").Problemf("claims in %s may be of several laws, want a jurisdiction in the options", p.currency)
	}
	p.at("", 0, "", p.path)
	p.at("id", 0, "", below(p.path, "CaseIDNew"))
	p.at("currency", 0, "", below(p.path, "Currency"))
	p.at("jurisdiction", 0, "", below(p.path, "Currency"))
	p.at("debtor", 0, "", below(p.path, "Status/Trader"))
	p.at("claims", all, "", below(p.path, "Invoices"))
	p.at("debtors", all, "", below(p.path, "DebtorNo"))
}

// debtorID is the id of a debtor by his number in the case.
func debtorID(no string) string { return "debtor-" + no }
