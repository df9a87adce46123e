package native

import (
	"errors"
	"io"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/money"
)

// EncodeDecision writes a decision of dunning, indented by two blanks. Money has the
// decimals of its currency and is "" where there is none, as dates are; days and counts
// are numbers; deadlines are inclusive; until is the first day on which a reason no
// longer holds, or with open the day on which to look again. The last bucket has no
// end: its through is null.
//
// Nothing is written on an error, which can only come from w or from a decision that is
// nil.
func EncodeDecision(w io.Writer, d *dunning.Decision) error {
	if d == nil {
		return errors.New("no decision, want one")
	}
	text, err := indented(decision(*d))
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// EncodeTimeline writes decisions as a list, each as [EncodeDecision] writes it; no
// decisions are an empty list. Nothing is written on an error, which can only come from
// w.
func EncodeTimeline(w io.Writer, list []dunning.Decision) error {
	text, err := indented(each(list, decision))
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// summer prints amounts; one that does not exist is nothing owed.
type summer func(money.Amount) string

func decision(d dunning.Decision) decisionForm {
	sum := summer(func(a money.Amount) string { return money.FromMinor(a.Minor(), d.Currency).Number() })
	return decisionForm{
		Case: d.Case, AsOf: d.AsOf.String(), Currency: d.Currency.Code(), Policy: d.Policy, Stage: d.Stage,
		Tracks: tracksForm{
			Claim: d.Tracks[dunning.TrackClaim-1], Legal: d.Tracks[dunning.TrackLegal-1],
			Enforcement: d.Tracks[dunning.TrackEnforcement-1], Surveillance: d.Tracks[dunning.TrackSurveillance-1],
		},
		Level: d.Level, Since: d.Arrears.Since.String(), Deadline: d.Deadline.String(),
		Arrears: arrears(d.Arrears, sum), Actions: each(d.Actions, action), Blocked: each(d.Blocked, block), NextReview: d.NextReview.String(),
		Limitation:      earliestForm{d.Limitation.Date.String(), d.Limitation.NextInterruption.String()},
		LastDebitReturn: d.LastReturn.String(), Retry: d.Retry.String(),
		Promises: each(d.Promises, func(p dunning.PromiseState) promisedForm {
			return promisedForm{p.ID, p.Due.String(), sum(p.Amount), sum(p.Paid), p.State.String()}
		}),
		Deadlines: each(d.Deadlines, func(n dunning.Notification) notificationForm {
			return notificationForm{n.Kind, n.Item, n.Day.String(), n.State.String()}
		}),
		Findings: each(d.Findings, finding),
	}
}

func arrears(a dunning.Arrears, sum summer) arrearsForm {
	return arrearsForm{
		Installments: sum(a.Installments), Interest: sum(a.Interest), Fees: sum(a.Fees), Total: sum(a.Total),
		DaysPastDue: a.DaysPastDue, Since: a.Since.String(), Count: a.Count, Consecutive: a.Consecutive,
		Buckets: each(a.Buckets, func(b dunning.Bucket) bucketForm {
			f := bucketForm{From: b.From, Amount: sum(b.Amount), Count: b.Count}
			if b.Through != 0 {
				f.Through = &b.Through
			}
			return f
		}),
		Items: each(a.Items, func(o dunning.Overdue) overdueForm { return overdue(o, sum) }),
	}
}

func overdue(o dunning.Overdue, sum summer) overdueForm {
	f := overdueForm{ID: o.ID, Due: o.Due.String(), DaysPastDue: o.DaysPastDue, Open: sum(o.Open)}
	if x := o.Owed; x != (dunning.Owed{}) {
		f.Principal, f.Capitalized = sum(x.Principal), sum(x.Capitalized)
		f.ContractInterest, f.DefaultInterest = sum(x.ContractInterest), sum(x.DefaultInterest)
	}
	return f
}

func action(a dunning.Action) actionForm {
	return actionForm{
		Track: a.Track.String(), Kind: a.Kind, Level: a.Level, Day: a.Day.String(), Since: a.Since.String(), Rule: a.Rule,
		Deadline: a.Deadline.String(), Fee: some(a.Fee), FeeCode: a.FeeCode, FeeReason: a.FeeReason,
		Announces: some(a.Announces), Text: a.Text, Citation: a.Citation,
	}
}

func block(b dunning.Block) blockForm {
	return blockForm{b.Track.String(), b.Action, b.Reason, b.Until.String(), b.Open, b.Citation}
}
