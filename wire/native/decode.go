package native

import (
	"io"
	"strings"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Fields of the case file, in the order in which they are documented and written.
var (
	caseFields = []string{
		"id", "currency", "jurisdiction", "debtor", "debtors", "claims", "fees", "payments", "reversals",
		"adjustments", "capitalizations", "holds", "notices", "promises", "titles", "plan", "closed",
		"allocation", "rounding", "extendRates",
	}
	debtorFields = []string{"id", "kind", "role"}
	claimFields  = []string{
		"id", "kind", "group", "principal", "vat", "contracted", "issued", "due", "demanded", "accelerated",
		"recorded", "opening", "credit", "interest",
	}
	rateFields     = []string{"basis", "rate", "series", "margin", "multiplier", "reset"}
	boundFields    = []string{"series", "margin"}
	interestFields = []string{
		"basis", "rate", "series", "margin", "multiplier", "reset", "dayCount", "from", "through", "paymentDay",
		"floor", "ceiling", "agreed", "cutoff", "compounding", "kind",
	}
	feeFields     = []string{"id", "code", "date", "recorded", "amount", "interest", "facts"}
	paymentFields = []string{
		"id", "date", "recorded", "amount", "currency", "received", "by", "direct", "specification",
	}
	titleFields         = []string{"id", "date", "recorded", "kind"}
	specificationFields = []string{"item", "component", "amount"}
	allocationFields    = []string{"preset", "rungs", "processing", "unallocated"}
	rungFields          = []string{"components", "codes", "groups", "due", "order"}
	roundingFields      = []string{"mode", "place", "quantum"}
)

// DecodeCase reads a case file. It returns the case as far as it could be read,
// and an error that joins a [ledger.Problem] for everything that is wrong with
// it: first what the file states in another form than the format has, in the
// order of the fields, then what [ledger.Case.Validate] finds in the rest. A
// value that could not be read is not reported as missing as well. Paths are
// JSON Pointers; the empty path is the document as a whole. At most
// [MaxProblems] are listed, and a file with more of the first sort is not looked
// into for the second.
//
// Text that is no JSON, not UTF-8 or beyond the bounds of a document is one
// problem alone, with the line and column where there is one. A case without problems can be worked out as
// soon as its jurisdiction and series are known to exist.
func DecodeCase(r io.Reader) (ledger.Case, error) {
	d := &decoder{}
	data, ok := d.read(r)
	if !ok {
		return ledger.Case{}, d.err()
	}
	root, ok := d.tree(string(data))
	if !ok {
		return ledger.Case{}, d.err()
	}
	o, ok := d.object(nil, root, caseFields)
	if !ok {
		return ledger.Case{}, d.err()
	}
	c := d.readCase(o)
	d.validate(c)
	return c, d.err()
}

// decoder reads one case.
type decoder struct {
	report
	// currency of the case, zero where the file states none that exists.
	currency money.Currency
	// unread are the paths of fields of which the check of the case cannot say
	// anything, because what they depend on could not be read.
	unread map[string]bool
	// itemsUnread and debtorsUnread say that not all ids are known to which
	// payments may refer; jurisdictionUnread, that there is one, but unknown.
	itemsUnread, debtorsUnread, jurisdictionUnread bool
}

func (d *decoder) readCase(o object) ledger.Case {
	var c ledger.Case
	c.ID = o.label("id")
	c.Currency, _ = parse(o, "currency", wantCode, money.ParseCurrency)
	d.currency = c.Currency
	var ok bool
	c.Jurisdiction, ok = o.text("jurisdiction")
	d.jurisdictionUnread = !ok
	c.Debtor = word(o, "debtor", ledger.ParseDebtorKind)
	c.Debtors, ok = objects(o, "debtors", ledger.MaxDebtors, debtorFields, d.debtor)
	d.debtorsUnread = d.debtorsUnread || !ok
	c.Claims, ok = objects(o, "claims", ledger.MaxClaims, claimFields, d.claim)
	d.itemsUnread = d.itemsUnread || !ok
	c.Fees, ok = objects(o, "fees", ledger.MaxFees, feeFields, d.fee)
	d.itemsUnread = d.itemsUnread || !ok
	c.Payments, _ = objects(o, "payments", ledger.MaxPayments, paymentFields, d.payment)
	c.Titles, _ = objects(o, "titles", ledger.MaxTitles, titleFields, d.title)
	for _, name := range laterLists {
		o.later(name, isList, nil)
	}
	o.later("plan", isObject, planFields)
	o.later("closed", isObject, closedFields)
	c.Allocation = d.allocation(o)
	c.Rounding = d.rounding(o)
	c.ExtendRates = o.yes("extendRates")
	return c
}

// validate adds what the check of the case finds, unless it only follows from
// something that could not be read.
func (d *decoder) validate(c ledger.Case) {
	if d.more > 0 {
		// What follows from a problem beyond the bound could not be told apart.
		return
	}
	if d.jurisdictionUnread {
		// There is a jurisdiction: its statutes must not be reported as missing.
		c.Jurisdiction = "?"
		c.Debtor = max(c.Debtor, ledger.Consumer)
	}
	var found ledger.Problems
	for _, p := range ledger.AsProblems(c.Validate()) {
		if !d.follows(p.Path) {
			found = append(found, p)
		}
	}
	d.merge(found)
}

// cannotTell says that the check of the case cannot tell anything of a field.
func (d *decoder) cannotTell(path string) {
	if d.unread == nil {
		d.unread = map[string]bool{}
	}
	d.unread[path] = true
}

// follows reports whether a problem at the path may only follow from another.
func (d *decoder) follows(path string) bool {
	switch {
	case d.unread[path]:
		return true
	case d.itemsUnread && strings.HasPrefix(path, "/payments/") && strings.HasSuffix(path, "/item"):
		return true
	}
	return d.debtorsUnread && strings.HasPrefix(path, "/payments/") && strings.HasSuffix(path, "/by")
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
