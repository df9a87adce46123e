package aptic

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// debtStorage are fields of a debt from which no figure follows.
var debtStorage = []string{
	"description", "referenceNumber", "ledgerRef", "ourReference", "yourReference", "accountRefType", "accountRef", "oldAccountRef",
	"objectRef", "originalPaymentReference", "vatCode", "agreementEndDate", "effectiveYear", "originalEir", "lenderName",
	"calcRate", "head", "links", "extraFields", "goodsRelatedCredit",
}

// debtFile is a debt as the document has it.
type debtFile struct {
	raw []document.Member
	o   document.Object
	// first is originalInterest, charged what was charged since on a credit whose costs the
	// law caps, as an answer says it.
	first, charged money.Amount
	// limitation is limitationDate, as the document says it.
	limitation calendar.Date
	// code is what the principal is of; said, that the document says it.
	code PrincipalCode
	said bool
}

// debtReader reads one debt.
type debtReader struct {
	*caseReader
	o    document.Object
	file *debtFile
	cl   ledger.Claim
}

// openDebts opens the debts of the case, whose currency may stand there only.
func (r *caseReader) openDebts() []document.Object {
	var list []document.Object
	for _, v := range r.o.Field("debts").List(ledger.MaxClaims) {
		o, ok := v.Object()
		if !ok {
			continue
		}
		r.f.debts = append(r.f.debts, debtFile{raw: o.Kept(), o: o})
		o.Unused(debtStorage...)
		list = append(list, o)
		own := currency(o.Field("currencyCode"))
		switch {
		case r.f.c.Currency.IsZero():
			r.f.c.Currency = own
		case !own.IsZero() && own != r.f.c.Currency:
			o.Field("currencyCode").Problemf("%s in a case in %s, want the currency of the case", own, r.f.c.Currency)
		}
	}
	return list
}

func (r *caseReader) readDebts(list []document.Object) {
	r.debtorOf(list)
	names := r.namesOf(list)
	for i, o := range list {
		d := debtReader{caseReader: r, o: o, file: &r.f.debts[i]}
		d.cl.ID = names[i]
		d.read()
		r.f.c.Claims = append(r.f.c.Claims, d.cl)
		r.f.placed("claims", o.Path())
		r.adjustments(o, d.cl.ID, bodyOf(d.cl), openingOf(d.cl))
		r.stop(o, d.cl.ID)
	}
	r.highCost()
	r.uselessCredit()
}

// namesOf gives each debt an id: its guid, else its reference where no other debt has it,
// else its place.
func (r *caseReader) namesOf(list []document.Object) []string {
	ids, count := make([]string, len(list)), map[string]int{}
	for i, o := range list {
		for _, name := range []string{"debtGuid", "referenceNumber", "ledgerRef"} {
			if ids[i] = o.Field(name).Code(); ids[i] != "" {
				break
			}
		}
		count[ids[i]]++
	}
	for i, o := range list {
		if ids[i] == "" || count[ids[i]] > 1 && !o.Field("debtGuid").Given() {
			ids[i] = r.unnamed("debt", i)
		}
	}
	return ids
}

// debtorOf lets the calculations that a country prescribes for a debtor say what the debtor
// is.
func (r *caseReader) debtorOf(list []document.Object) {
	var said ledger.DebtorKind
	for _, o := range list {
		v := o.Field("interestSpecificCalculationType")
		code, ok := r.codes.Specific[quiet(v)]
		if !ok {
			continue
		}
		if said != 0 && said != code.Debtor {
			v.Problemf("%s beside debts of another kind of debtor, want one kind in a case", v)
		}
		said = code.Debtor
	}
	if said != 0 {
		r.f.c.Debtor = said
	}
}

// quiet is a string without a problem where it is none; it is read again where it counts.
func quiet(v document.Value) string {
	if v.Kind() != document.String {
		return ""
	}
	return v.Text()
}

func (d *debtReader) day(name string) calendar.Date { return d.o.Field(name).Date(d.opt.Zone) }

func (d *debtReader) amount(name string) money.Amount { return d.o.Field(name).Amount(d.f.c.Currency) }

// read reads the debt.
func (d *debtReader) read() {
	d.kind()
	d.cl.Group = d.o.Field("debtGroup").Code()
	d.cl.Contracted, d.cl.Issued, d.cl.Recorded = d.day("agreementDate"), d.day("billDate"), d.day("registrationDate")
	d.cl.Accelerated, d.cl.Demanded = d.day("agreementDueDate"), d.demanded
	if d.cl.Accelerated.IsZero() {
		d.cl.Accelerated = d.accelerated
	}
	d.file.limitation = d.day("limitationDate")
	d.due()
	d.tax()
	d.exchange()
	d.limitation()
	if d.cl.Kind == ledger.CreditNote {
		d.creditNote()
		return
	}
	d.cl.Interest = d.interest()
	d.early()
	d.principal()
	d.opening()
	d.credit()
	d.fixing()
}

// due finds the due date: stated, or the terms of payment from the day of the bill.
func (d *debtReader) due() {
	d.cl.Due = d.day("dueDate")
	days := d.o.Field("paymentCondition")
	if !days.Given() || d.cl.Issued.IsZero() {
		return
	}
	term := calendar.PaymentTerm{Plus: calendar.DaySpan(int(days.Int(0, 3660)))}
	by, err := term.Due(d.cl.Issued)
	switch {
	case err != nil:
		days.ProblemOf(err)
	case d.cl.Due.IsZero():
		d.cl.Due = by
	case by != d.cl.Due:
		d.find(FindingOverruled, ledger.Warning, days.Path(), "%s after %s is %s; the dueDate %s holds", term, d.cl.Issued, by, d.cl.Due)
	}
}

// tax reads the value added tax within the principal.
func (d *debtReader) tax() {
	d.cl.VAT = d.amount("originalVAT")
	rate, given := percent(d.o.Field("vatRate"))
	if given && rate != 0 && d.cl.VAT == (money.Amount{}) {
		d.o.Field("originalVAT").Problemf("%s beside a vatRate, want the tax within the principal", d.o.Field("originalVAT"))
	}
}
