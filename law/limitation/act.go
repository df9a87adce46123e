package limitation

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// Act is something that may move the end of a period. The zero value is invalid.
type Act uint8

// The acts.
const (
	// Payment of principal or interest by the debtor.
	Payment Act = iota + 1
	// Promise to pay.
	Promise
	// Acknowledgement of the debt in any form.
	Acknowledgement
	// WrittenAcknowledgement states existence and amount of the debt in writing.
	WrittenAcknowledgement
	// Demand is a written demand or reminder that reached the debtor.
	Demand
	// Action is proceedings for a judgment or a payment order, from their filing.
	Action
	// Enforcement is proceedings of enforcement, from the application.
	Enforcement
	// Bankruptcy is insolvency proceedings in which the claim is lodged.
	Bankruptcy
	// Negotiation about the claim between the parties.
	Negotiation
	// TitleObtained is the day of a judgment, a payment order or another title.
	TitleObtained
)

var actNames = []string{
	"payment", "promise", "acknowledgement", "written-acknowledgement", "demand", "action", "enforcement", "bankruptcy", "negotiation", "title",
}

// String is the word that statements use, act(n) for an invalid value.
func (a Act) String() string { return words.Of(actNames, "act", a) }

// Valid reports whether a is one of the constants.
func (a Act) Valid() bool { return words.Known(actNames, a) }

// Event is an act that happened.
type Event struct {
	Act Act
	// Day is the day on which the act takes effect: of a demand the day on which it
	// reached the debtor.
	Day calendar.Date
	// Through is the last day of what lasts, inclusive. For an action, an enforcement, a
	// bankruptcy or a negotiation the zero Date means that it lasts still.
	Through calendar.Date
	// ID names the fact behind the act.
	ID string
	// DeliveryUnknown says that Day is the day on which a demand was sent, because
	// nothing is known of its arrival.
	DeliveryUnknown bool
}
