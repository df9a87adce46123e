package solaris

import (
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// History is a loan and what happened to it, as it came in.
type History struct {
	// Request is what Calculator.Dunning of package skuld asks for. Its claims are the
	// installments.
	Request dunning.Request
	IDs     IDs
	// Strategy and Status are the words that came in; "" where there was no status.
	Strategy, Status string
	// Notifications are those that were sent, in the order of the document.
	Notifications []Notification
	// Findings are fields and words that are not known, with pointers into the document.
	Findings []ledger.Finding
	// Zone is the time zone in which timestamps became days; nil is UTC.
	Zone *time.Location

	returns []int // the return of each reversal of the case, by position
	kept    []document.Member
}

// IDs are the names that the lender's system has for what belongs to a dunning case.
type IDs struct {
	Case, Person, Loan, BillingAccount, LoanAccount, CreditReference string
}

// Notification is a letter that was sent.
type Notification struct {
	ID string
	// Type as it came in, also where it is not known.
	Type, Title string
	// CreatedAt is the timestamp as it came in, Sent its day.
	CreatedAt string
	Sent      calendar.Date

	kept []document.Member
}

// Types of notifications.
const (
	TypeReturn         = "sddr_notification"
	TypePartial        = "partial_repayment_notification"
	TypeFull           = "full_repayment_notification"
	TypeReminder       = "reminder"
	TypeDunning        = "dunning_letter"
	TypePreTermination = "pre_termination_letter"
	TypeTermination    = "termination_letter"
	TypePreCollection  = "pre_collection_letter"
)

// titles are those of letters to come, by their types.
var titles = map[string]string{
	TypeReturn:         "Your direct debit was returned",
	TypePartial:        "We received a part of the overdue amount",
	TypeFull:           "We received the overdue amount",
	TypeReminder:       "Payment reminder",
	TypeDunning:        "Dunning letter",
	TypePreTermination: "Last deadline before termination of your loan",
	TypeTermination:    "Termination of your loan",
	TypePreCollection:  "Announcement of collection",
}

// statuses of a dunning case.
var statuses = []string{"new", "dunning", "pre_termination", "terminated", "closed", "pre_collection", "closed_matured"}

// Codes of findings about documents of other systems.
const (
	// FindingUnknownField is a field that is not known; it is kept as it is.
	FindingUnknownField = "unknown-field"
	// FindingUnknownValue is a word that is not known; it is kept as it is.
	FindingUnknownValue = "unknown-value"
)
