package native

import (
	"cmp"
	"io"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Fields of the case file, in the order in which they are documented and written.
var (
	caseFields = []string{
		"id", "currency", "base", "jurisdiction", "debtor", "debtors", "claims", "fees", "payments", "reversals",
		"refunds", "writeOffs", "adjustments", "capitalizations", "holds", "notices", "promises", "titles", "plan", "closed",
		"allocation", "rounding", "extendRates",
	}
	debtorFields = []string{"id", "kind", "role"}
	claimFields  = []string{
		"id", "kind", "group", "secured", "principal", "vat", "contracted", "issued", "due", "demanded", "accelerated",
		"recorded", "opening", "exchange", "credit", "interest", "contractInterest", "limitation",
	}
	rateFields     = []string{"basis", "rate", "series", "margin", "multiplier", "reset"}
	boundFields    = []string{"series", "margin"}
	interestFields = []string{
		"basis", "rate", "series", "margin", "multiplier", "reset", "dayCount", "from", "through", "paymentDay",
		"floor", "ceiling", "agreed", "cutoff", "compounding", "kind", "refixes",
	}
	feeFields     = []string{"id", "code", "date", "recorded", "amount", "interest", "facts"}
	paymentFields = []string{
		"id", "date", "recorded", "amount", "currency", "rate", "received", "exchanged", "by", "direct", "specification",
		"allocation",
	}
	titleFields         = []string{"id", "date", "recorded", "kind"}
	specificationFields = []string{"item", "component", "amount"}
	allocationFields    = []string{"preset", "rungs", "processing", "unallocated", "direction"}
	rungFields          = []string{"components", "codes", "groups", "due", "order"}
	roundingFields      = []string{"mode", "place", "quantum"}
)

// DecodeCase reads a case file. It returns the case as far as it could be read,
// and an error that joins a [ledger.Problem] for everything that is wrong with
// it: first what the file states in another form than the format has, in the
// order of the fields, then what [ledger.Case.Validate] finds in the rest. A
// value that could not be read is not reported as missing as well, nor is
// anything else that merely follows from it. Paths are JSON Pointers; the empty
// path is the document as a whole. At most [MaxProblems] are listed, and a file
// with more of the first sort is not looked into for the second.
//
// Text that is no JSON, not UTF-8 or beyond the bounds of a document is one
// problem alone, with the line and column where there is one. A case without
// problems can be worked out as soon as its jurisdiction and series are known to
// exist.
func DecodeCase(r io.Reader) (ledger.Case, error) { return DecodeCaseWith(r, nil) }

// DecodeCaseWith is [DecodeCase] with one more check of what could be read, such
// as Calculator.Check of package skuld, so that one run reports what the rules
// and tables refuse as well. Of the problems that check gives, those are left
// out that repeat others or may merely follow from something that could not be
// read: check is given a case in which a rate that could not be read, or that
// needs a jurisdiction that could not be read, is fixed at 0 %. It is not called
// for a document that could not be read at all, nor where DecodeCase stops
// looking. A nil check is none.
func DecodeCaseWith(r io.Reader, check func(ledger.Case) error) (ledger.Case, error) {
	d := &decoder{}
	o, ok := d.document(r, caseFields)
	if !ok {
		return ledger.Case{}, d.err()
	}
	c := d.readCase(o)
	d.check(c, check)
	return c, d.err()
}

// document reads a document that is one object of the given fields. It reports
// false, with what is wrong noted, where there is none.
func (d *decoder) document(r io.Reader, names []string) (object, bool) {
	data, ok := d.read(r)
	if !ok {
		return object{}, false
	}
	root, ok := d.tree(string(data))
	if !ok {
		return object{}, false
	}
	return d.object(nil, root, names)
}

// decoder reads one case.
type decoder struct {
	report
	// currency of the case and of the creditor's books, zero where the file states
	// none that exists.
	currency, base money.Currency
	// unread are the paths of fields of which the check of the case cannot say
	// anything, because what they depend on could not be read.
	unread map[string]bool
	// itemsUnread, debtorsUnread and paymentsUnread say that not all ids are known
	// to which facts may refer; jurisdictionUnread, that there is one, but unknown.
	itemsUnread, debtorsUnread, paymentsUnread, jurisdictionUnread bool
	// planned is the plan over the case, nil where there is none.
	planned *casePlan
	// place gives where in the document a problem of the case is; nil leaves it.
	place func(path string) string
}

func (d *decoder) readCase(o object) ledger.Case {
	var c ledger.Case
	c.ID = o.label("id")
	c.Currency, _ = parse(o, "currency", wantCode, parseCurrency)
	d.currency = c.Currency
	var ok bool
	if c.Base, ok = parse(o, "base", wantCode, parseCurrency); ok {
		d.base = cmp.Or(c.Base, c.Currency)
	}
	c.Jurisdiction, ok = o.text("jurisdiction")
	d.jurisdictionUnread = !ok
	c.Debtor = word(o, "debtor", ledger.ParseDebtorKind)
	c.Debtors, ok = objects(o, "debtors", ledger.MaxDebtors, debtorFields, d.debtor)
	d.debtorsUnread = d.debtorsUnread || !ok
	c.Claims, ok = objects(o, "claims", ledger.MaxClaims, claimFields, d.claim)
	d.itemsUnread = d.itemsUnread || !ok
	c.Fees, ok = objects(o, "fees", ledger.MaxFees, feeFields, d.fee)
	d.itemsUnread = d.itemsUnread || !ok
	c.Payments, ok = objects(o, "payments", ledger.MaxPayments, paymentFields, d.payment)
	d.paymentsUnread = d.paymentsUnread || !ok
	d.life(o, &c)
	c.Titles, _ = objects(o, "titles", ledger.MaxTitles, titleFields, d.title)
	d.planned = d.planOf(o)
	c.PlanAgreed = d.planned.agreed()
	c.Closed = d.closing(o)
	c.Allocation = d.allocation(o)
	c.Rounding = d.rounding(o)
	c.ExtendRates = o.yes("extendRates")
	return c
}

// debtor reads one of the debtors.
func (d *decoder) debtor(o object) ledger.Debtor {
	id, ok := o.text("id")
	d.debtorsUnread = d.debtorsUnread || !ok
	return ledger.Debtor{ID: id, Kind: word(o, "kind", ledger.ParseDebtorKind), Role: o.label("role")}
}

// itemID reads the id of a claim or a fee.
func (d *decoder) itemID(o object) string {
	id, ok := o.text("id")
	d.itemsUnread = d.itemsUnread || !ok
	return id
}
