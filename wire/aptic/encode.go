package aptic

import (
	"io"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
)

// Encode writes the cases of a document as Aptic's "get case" shows them on the day of
// their statements, one for each in the order of the document, with the debts, fees,
// payments and debtors of each below it: an object, or a list where the document is one.
// What the document says beyond the fields of the response follows them, after the findings
// of the statement, as they are ([Document.FindingsInFile]), and those about the case in the
// document. Reading the answer again gives the case as it stands at the end of that day.
func Encode(w io.Writer, d *Document, statements ...*ledger.Statement) error {
	entries, err := d.Entries(statements...)
	if err != nil {
		return err
	}
	list := make([]document.JSON, len(entries))
	for i := range entries {
		if list[i], err = d.caseAnswer(d.cases[i], entries[i]); err != nil {
			return err
		}
	}
	return d.write(w, list)
}

// write writes answers as the document has its cases.
func (d *Document) write(w io.Writer, list []document.JSON) error {
	out := document.Values(list...)
	if !d.list && len(list) == 1 {
		out = list[0]
	}
	_, err := w.Write(out.Indented())
	return err
}

// was is a field as it came, null where it did not.
func was(raw []document.Member, name string) document.JSON {
	for _, m := range raw {
		if m.Name == name {
			return m.Value
		}
	}
	return document.Nothing
}

// asCame are fields as they came, null where they did not.
func asCame(raw []document.Member, names ...string) []document.Member {
	list := make([]document.Member, len(names))
	for i, name := range names {
		list[i] = document.Member{Name: name, Value: was(raw, name)}
	}
	return list
}

// or is a field as it came, or what stands for it where it did not.
func or(raw []document.Member, name string, other document.JSON) document.Member {
	if v := was(raw, name); v != document.Nothing {
		return document.Member{Name: name, Value: v}
	}
	return document.Member{Name: name, Value: other}
}

// number is a rate as a number; null where it is not known.
func number(p *interest.Percent) document.JSON {
	if p == nil {
		return document.Nothing
	}
	return document.JSON(p.String())
}

func (d *Document) midnight(day calendar.Date) document.JSON {
	return document.Midnight(day, d.opt.Zone)
}

// caseAnswer is a case with everything below it.
func (d *Document) caseAnswer(f *caseFile, e summary.Entry) (document.JSON, error) {
	v, err := summary.Case(e)
	if err != nil {
		return "", err
	}
	payments, err := d.paymentAnswers(f, e.Statement)
	if err != nil {
		return "", err
	}
	list := asCame(f.raw, "caseNumber", "clientName", "clientReferenceNumber", "closureCode", "closureDate")
	list = append(list, document.Member{Name: "currencyCode", Value: document.Text(f.c.Currency.Code())})
	list = append(list, asCame(f.raw, "description")...)
	for _, m := range sums(v) {
		if m.Name == "remainingFee" {
			list = append(list, asCame(f.raw, "paymentReferenceNumber")...)
		}
		list = append(list, m)
	}
	list = append(list, asCame(f.raw, "service", "status", "subStatus", "registrationDate")...)
	list = append(list, or(f.raw, "links", document.Values()),
		document.Member{Name: "debtors", Value: document.Values(d.debtorAnswers(f, e.Statement.AsOf)...)},
		document.Member{Name: "debts", Value: document.Values(d.debtAnswers(f, e.Statement)...)},
		document.Member{Name: "fees", Value: document.Values(d.feeAnswers(f, e.Statement)...)},
		document.Member{Name: "payments", Value: document.Values(payments...)}, document.Member{Name: "findings", Value: d.findingsOf(f, e.Statement)})
	return document.Members(list, f.raw...), nil
}

// sums are the figures of a case in the order of "get case".
func sums(v summary.CaseView) []document.Member {
	o, p, r := v.Original, v.Paid, v.Remaining
	return []document.Member{
		{Name: "originalFee", Value: document.Sum(o.Fees)}, {Name: "originalInterest", Value: document.Sum(o.Interest)},
		{Name: "originalPrincipal", Value: document.Sum(o.Principal)}, {Name: "originalSum", Value: document.Sum(o.Sum)},
		{Name: "paidFee", Value: document.Sum(p.Fees)}, {Name: "paidInterest", Value: document.Sum(p.Interest)},
		{Name: "paidPrincipal", Value: document.Sum(p.Principal)}, {Name: "paidSum", Value: document.Sum(p.Sum)},
		{Name: "paidToThirdParty", Value: document.Sum(v.PaidToThirdParty.Sum)},
		{Name: "remainingFee", Value: document.Sum(r.Fees)}, {Name: "remainingInterest", Value: document.Sum(r.Interest)},
		{Name: "remainingPrincipal", Value: document.Sum(r.Principal)}, {Name: "remainingSum", Value: document.Sum(r.Sum)},
	}
}

// debtorAnswers are the debtors, with whether they are under age on a day.
func (d *Document) debtorAnswers(f *caseFile, on calendar.Date) []document.JSON {
	list := make([]document.JSON, len(f.debtors))
	for i, b := range f.debtors {
		var members []document.Member
		for _, m := range b.raw {
			if m.Name == "underAged" && !b.born.IsZero() {
				continue
			}
			members = append(members, m)
		}
		if !b.born.IsZero() {
			members = append(members, document.Member{Name: "underAged", Value: document.Truth(calendar.Age(b.born, on) < ofAge)})
		}
		list[i] = document.Members(members)
	}
	return list
}

// ofAge is the age at which people are no longer under age in every country of skuld's.
const ofAge = 18

// EncodeCases writes the cases of a document as a list response shows them on the day of
// their statements, which are as for [Encode]: count, skip, total and the cases, without
// what is below them.
func EncodeCases(w io.Writer, d *Document, statements ...*ledger.Statement) error {
	entries, err := d.Entries(statements...)
	if err != nil {
		return err
	}
	var rows []document.JSON
	for i, e := range entries {
		v, err := summary.Case(e)
		if err != nil {
			return err
		}
		rows = append(rows, d.caseRow(d.cases[i], v))
	}
	_, err = w.Write(envelope(rows).Indented())
	return err
}

// caseRow is a case in a list.
func (d *Document) caseRow(f *caseFile, v summary.CaseView) document.JSON {
	list := asCame(f.raw, "caseGuid", "caseNumber", "clientReferenceNumber", "clientName", "registrationDate")
	list = append(list, document.Member{Name: "currencyCode", Value: document.Text(f.c.Currency.Code())})
	bySeed := map[string]document.JSON{}
	for _, m := range sums(v) {
		bySeed[m.Name] = m.Value
	}
	for _, name := range []string{
		"originalPrincipal", "originalFee", "originalInterest", "originalSum", "paidPrincipal", "paidFee", "paidInterest", "paidToThirdParty",
		"paidSum", "remainingPrincipal", "remainingFee", "remainingInterest", "remainingSum",
	} {
		list = append(list, document.Member{Name: name, Value: bySeed[name]})
	}
	list = append(list, asCame(f.raw, "service", "status", "subStatus", "closureCode", "closureDate")...)
	var main []document.Member
	if len(f.debtors) > 0 {
		main = f.debtors[0].raw
	}
	list = append(list, document.Member{Name: "mainDebtorName", Value: was(main, "fullName")})
	list = append(list, asCame(main, "juridicalType", "placeOfBirth")...)
	list = append(list, document.Member{Name: "birthDate", Value: was(main, "dateOfBirth")})
	return document.Members(append(list, asCame(main, "naceCode", "workPhone", "cellularPhone", "email")...))
}
