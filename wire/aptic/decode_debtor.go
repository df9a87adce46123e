package aptic

import (
	"strconv"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
)

// partyStorage are fields of a person or company from which no figure follows.
var partyStorage = []string{
	"debtorReference", "placeOfBirth", "gender", "cultureCode", "fullName", "firstname", "middlename", "lastname", "nameSuffix",
	"street", "houseNo", "houseNoExtension", "city", "zipCode", "stateCode", "countryCode", "fullAddress", "domicile", "municipalCode",
	"vatNumber", "naceCode", "homePhone", "workPhone", "cellularPhone", "telefax", "email", "languageCode", "currencyCode",
	"preferredChannel", "conversationNotificationChannel", "conversationNotificationEmail", "conversationNotificationCellularPhone",
	"regDate", "links", "paymentReference", "bankAccountNo", "addresses", "extraFields",
}

// debtorFile is a debtor as the document has it.
type debtorFile struct {
	raw  []document.Member
	id   string
	born calendar.Date
}

// readDebtors reads the debtors of the case, and what they are.
func (r *caseReader) readDebtors() {
	c := &r.f.c
	document.Each(r.o.Field("debtors"), ledger.MaxDebtors, func(o document.Object) bool {
		file := debtorFile{raw: o.Kept(), born: o.Field("dateOfBirth").Date(r.opt.Zone)}
		o.Unused(partyStorage...)
		o.Unused("underAged")
		for _, name := range []string{"debtorGuid", "debtorReference", "idNumber"} {
			if file.id = o.Field(name).Code(); file.id != "" {
				break
			}
		}
		if file.id == "" {
			file.id = r.unnamed("debtor", len(c.Debtors))
		}
		kind, _ := lookupNumber(o.Field("juridicalType"), r.codes.Juridical)
		role, said := lookup(o.Field("debtorRole"), r.codes.Roles)
		switch {
		case said:
		case len(c.Debtors) == 0:
			role = summary.RoleMain
		default:
			role = summary.RoleJoint
		}
		c.Debtors = append(c.Debtors, ledger.Debtor{ID: file.id, Kind: kind, Role: role})
		r.f.debtors = append(r.f.debtors, file)
		r.f.placed("debtors", o.Path())
		if c.Debtor == 0 && role != summary.RoleGuarantor {
			c.Debtor = kind
		}
		return true
	})
	if c.Debtor == 0 {
		c.Debtor = r.opt.Debtor
	}
}

// unnamed is the id of something that the document gives none, by its place from 0.
func unnamed(what string, i int) string { return what + "-" + strconv.Itoa(i+1) }

// actions reads the events that happened before.
func (r *caseReader) actions() {
	document.Each(r.o.Field("actionDates"), ledger.MaxTitles, func(o document.Object) bool {
		day := o.Need("actionDate").Date(r.opt.Zone)
		code, ok := lookup(o.Need("actionCode"), r.codes.Actions)
		o.Unused("note", "description")
		if !ok || day.IsZero() {
			return false
		}
		c := &r.f.c
		if code.Notice != "" {
			c.Notices = append(c.Notices, ledger.Notice{ID: r.unnamed("notice", len(c.Notices)), Kind: code.Notice, Sent: day})
			r.f.placed("notices", o.Path())
		}
		if code.Title != "" {
			c.Titles = append(c.Titles, ledger.Title{ID: r.unnamed("title", len(c.Titles)), Kind: code.Title, Date: day})
			r.f.placed("titles", o.Path())
		}
		if code.Accelerated {
			r.accelerated = day
		}
		if code.Demanded && (r.demanded.IsZero() || day < r.demanded) {
			r.demanded = day
		}
		return true
	})
}
