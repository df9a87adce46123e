package jurisdiction

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/interest"
)

// Names of the policies of loans.
const (
	policySolarisConsumer   = "solaris-consumer"
	policySolarisFreelancer = "solaris-freelancer"
)

// solarisConsumer are the letters on a consumer's loan that is repaid in instalments by
// direct debit, with the names that Solaris gives them. BGB § 498 (1) lets the lender
// terminate when two instalments in a row and 10 % of the nominal amount are overdue,
// 5 % if the loan runs for more than three years (2.5 % if it is secured by land,
// § 498 (2)), and two weeks that were set with the threat of it have passed in vain;
// they run from receipt, so that they do not run out while that is not proven. No
// public text of Solaris has its days: all that § 498 does not give are defaults, to be
// replaced by an own policy. Nothing is charged: a consumer owes actual postage only.
func solarisConsumer() dunning.Policy {
	return loanPolicy(policySolarisConsumer, dunning.Level{
		Gate: &dunning.Gate{
			Consecutive: 2,
			Shares: []dunning.Share{
				{Months: 36, Percent: interest.MustPercent("10")},
				{Percent: interest.MustPercent("5")},
			},
			Secured: interest.MustPercent("2.5"),
		},
		Term:     dunning.Term{Days: 14, Delivered: true, Roll: true, Least: true, Proven: true},
		Citation: "BGB § 498 (1)",
		Text:     "Gives two weeks to pay what is overdue, says that the whole remaining debt will be demanded otherwise, and offers a talk about a settlement.",
	}, "BGB § 498 (1) no. 2")
}

// loanPolicy is the ladder of loans: what precedes the termination by law or contract
// is given, the rest is alike for all.
func loanPolicy(name string, notice dunning.Level, termination string) dunning.Policy {
	notice.Kind, notice.Stage = "pre_termination_letter", "pre_termination"
	notice.After, notice.Gap, notice.Expired = 30, 7, true
	days := func(n int) dunning.Term { return dunning.Term{Days: n} }
	return dunning.Policy{
		Name: name, Citation: ladderDefault,
		Anchor: dunning.AnchorDue, Grace: dunning.Grace{Roll: true}, MaxStep: 1, Delivery: 3,
		Calendar: calendar.DE(), Banking: calendar.TARGET(), Tariffs: Tariffs("DE"),
		Levels: []dunning.Level{
			{Kind: "reminder", Stage: "dunning", After: 5, Term: days(7), Citation: ladderDefault, Text: textReminder},
			{Kind: "dunning_letter", Stage: "dunning", After: 15, Gap: 7, Expired: true, Term: days(10),
				Citation: ladderDefault, Text: "First dunning letter."},
			{Kind: "dunning_letter", Stage: "dunning", After: 30, Gap: 7, Expired: true, Term: days(10),
				Citation: ladderDefault, Text: "Second dunning letter."},
			notice,
			{Kind: "termination_letter", Stage: "terminated", Gap: 1, Expired: true, Term: days(14), Accelerates: true,
				Citation: termination, Text: "Terminates the loan and demands the whole remaining debt."},
			{Kind: "pre_collection_letter", Stage: "pre_collection", Gap: 14, Term: days(14),
				Citation: ladderDefault, Text: "Says that the debt will be handed over to collection."},
		},
		Returns: dunning.Returns{
			Kind: "sddr_notification", RetryDays: 5,
			NoRetry: []string{"AC01", "AC04", "AC06", "AC13", "AG01", "MD01", "MD07"},
		},
		Repayment: dunning.Repayment{Partial: "partial_repayment_notification", Full: "full_repayment_notification"},
		Stages:    dunning.Stages{New: "new", Closed: "closed", Matured: "closed_matured"},
	}
}
