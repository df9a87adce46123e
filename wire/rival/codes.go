package rival

import (
	"maps"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// Codes are the readings of the words that an installation of the system has. No public
// text of RivalREST lists them, so the tables of [DefaultCodes] are this package's own
// and meant to be replaced. A word that a table lacks is an error where it stands.
type Codes struct {
	// Interest reads InterestType.
	Interest map[string]Interest
	// Payments reads PaymentCode: in which order the money settles; without rungs in that
	// of the case.
	Payments map[string]allocation.Order
	// Methods reads PaymentMethod.
	Methods map[string]Method
	// Interrupts reads LimitationInterruptCode: the kind of notice that begins a period of
	// limitation anew, in the words of [ledger.Notice].
	Interrupts map[string]string
	// Titles reads ExeTitleType: the kind of [ledger.Title].
	Titles map[string]string
	// Closings reads ClosingCode and EndReasonCode.
	Closings map[string]ledger.Disposition
	// Stages reads the four statuses: of each track the stage that a word stands for.
	Stages map[dunning.Track]map[string]string
	// Actions reads the names of actions that were carried out.
	Actions map[string]Act
	// Settlements reads SettlementCode: what collector and creditor agreed on. There is no
	// default, since no two agreements are alike.
	Settlements map[string]remittance.Tariff
}

// Interest is what a type of interest means.
type Interest struct {
	// Basis: BasisFixed takes InterestRate as the rate, BasisReference as the margin on
	// Series; BasisStatutory and BasisNone have no rate of their own.
	Basis ledger.Basis
	// Series of BasisReference; "" is that of the jurisdiction.
	Series string
	// DayCount; zero leaves it to the jurisdiction.
	DayCount calendar.DayCount
	// Agreed says, beside BasisStatutory, that InterestRate was agreed and runs as late
	// interest as far as the law lets it.
	Agreed bool
}

// Method is what a method of payment means.
type Method struct {
	// Direct says that the client got the money.
	Direct bool
	// Order in which it settles, unless the PaymentCode has one; without rungs that of
	// the case.
	Order allocation.Order
}

// Act is what an action was.
type Act struct {
	// Notice is the kind of letter, "" for none.
	Notice string
	// Fee is the code of the tariff by which the action cost something, "" for none.
	Fee string
	// Track of the action; zero for none.
	Track dunning.Track
}

// DefaultCodes are readings of words as such systems have them.
func DefaultCodes() Codes {
	return Codes{
		Interest: map[string]Interest{
			"LAW": {Basis: ledger.BasisStatutory}, "REF": {Basis: ledger.BasisReference},
			"FIX": {Basis: ledger.BasisFixed}, "NONE": {Basis: ledger.BasisNone}, "AGREED": {Basis: ledger.BasisStatutory, Agreed: true},
		},
		Payments: map[string]allocation.Order{
			"STD": {}, "PRINCIPAL": preset(allocation.PrincipalFirst), "INTEREST": preset(allocation.InterestFirst),
			"COSTS": preset(allocation.CostsInterestPrincipal), "ENFORCEMENT": enforced(),
		},
		Methods: map[string]Method{
			"BankTransfer": {}, "Card": {}, "OCR": {}, "DirectDebit": {}, "Cash": {},
			"Client": {Direct: true}, "Enforcement": {Order: enforced()},
		},
		Interrupts: map[string]string{
			"DEMAND": "demand", "ACKNOWLEDGED": "acknowledgement", "ACKNOWLEDGED-IN-WRITING": "written-acknowledgement",
			"PAYMENT-ORDER": "payment-order", "ACTION": "action", "ENFORCEMENT": "enforcement", "BANKRUPTCY": "bankruptcy",
		},
		Titles: map[string]string{"PAYMENT-ORDER": "payment-order", "JUDGMENT": "judgment", "SETTLEMENT": "settlement"},
		Closings: map[string]ledger.Disposition{
			"PAID": ledger.Settled, "WITHDRAWN": ledger.Returned, "WRITTEN-OFF": ledger.WrittenOff,
			"WAIVED": ledger.Waived, "DEBT-RELIEF": ledger.DebtRelief, "OPEN": 0,
		},
		Stages: map[dunning.Track]map[string]string{
			dunning.TrackClaim: {
				"NEW": "new", "REMINDER": "reminder", "NOTICE": "notice", "DEMAND": "demand", "DEMAND-2": "second-demand",
				"PLAN-OFFER": "plan-offer", "CLOSED": "closed",
			},
			dunning.TrackLegal:        {"APPLICATION": "application", "TITLE": "title"},
			dunning.TrackEnforcement:  {"ENFORCEMENT": "enforcement"},
			dunning.TrackSurveillance: {"SURVEILLANCE": "surveillance"},
		},
		Actions: defaultActions(),
	}
}

// defaultActions are letters and steps by the names that their stages have.
func defaultActions() map[string]Act {
	return map[string]Act{
		"REMINDER":     {Notice: "reminder", Fee: "reminder", Track: dunning.TrackClaim},
		"NOTICE":       {Notice: "notice", Fee: "notice", Track: dunning.TrackClaim},
		"DEMAND":       {Notice: "demand", Fee: "demand", Track: dunning.TrackClaim},
		"DEMAND-2":     {Notice: "second-demand", Fee: "second-demand", Track: dunning.TrackClaim},
		"PLAN-OFFER":   {Notice: "plan-offer", Track: dunning.TrackClaim},
		"PLAN":         {Fee: "plan", Track: dunning.TrackClaim},
		"COLLECTION":   {Fee: "collection", Track: dunning.TrackClaim},
		"APPLICATION":  {Notice: "application", Fee: "application", Track: dunning.TrackLegal},
		"ENFORCEMENT":  {Notice: "enforcement", Fee: "enforcement", Track: dunning.TrackEnforcement},
		"SURVEILLANCE": {Notice: "surveillance", Track: dunning.TrackSurveillance},
		"CALL":         {}, "SEARCH": {}, "REVIEW": {},
	}
}

func preset(name string) allocation.Order {
	o, _ := allocation.Preset(name)
	return o
}

// enforced is costs before interest before principal, which no debtor directs.
func enforced() allocation.Order {
	o := preset(allocation.CostsInterestPrincipal)
	o.Direction = allocation.DirectNothing
	return o
}

// completed are the tables with the defaults in place of those that are nil.
func (c Codes) completed() Codes {
	d := DefaultCodes()
	or(&c.Interest, d.Interest)
	or(&c.Payments, d.Payments)
	or(&c.Methods, d.Methods)
	or(&c.Interrupts, d.Interrupts)
	or(&c.Titles, d.Titles)
	or(&c.Closings, d.Closings)
	or(&c.Stages, d.Stages)
	or(&c.Actions, d.Actions)
	return c
}

func or[K comparable, V any](table *map[K]V, other map[K]V) {
	if *table == nil {
		*table = other
	}
}

// read looks a word up; a word that the table lacks is a problem where it stands, and
// none is none.
func read[T any](v document.Value, table map[string]T) (reading T, word string) {
	word = v.Code()
	if word == "" {
		return reading, ""
	}
	reading, known := table[word]
	if !known {
		v.Problemf("%s is not a known code, want %s", v, names(table))
	}
	return reading, word
}

// names lists the words of a table for a message.
func names[T any](table map[string]T) string {
	list := slices.Sorted(maps.Keys(table))
	const most = 30
	switch {
	case len(list) == 0:
		return "none: the table of these codes is empty"
	case len(list) > most:
		list = append(list[:most:most], "…")
	}
	return "one of " + strings.Join(list, ", ")
}
