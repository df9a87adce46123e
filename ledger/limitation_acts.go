package ledger

import "github.com/skuld-go/skuld/law/limitation"

// noticeActs says which kinds of notices are acts in the law of limitation. Letters that
// ask for payment are demands, whatever the field or a foreign system calls them.
var noticeActs = map[string]limitation.Act{
	"acknowledgement": limitation.Acknowledgement, "written-acknowledgement": limitation.WrittenAcknowledgement,
	"negotiation": limitation.Negotiation, "action": limitation.Action, "payment-order": limitation.Action,
	"enforcement": limitation.Enforcement, "bankruptcy": limitation.Bankruptcy,

	// The steps to court of the built-in ladders of dunning.
	"application": limitation.Action, "claim-form": limitation.Action,

	"reminder": limitation.Demand, "reminder-2": limitation.Demand, "notice": limitation.Demand,
	"first-dunning": limitation.Demand, "further-dunning": limitation.Demand,
	"demand": limitation.Demand, "second-demand": limitation.Demand, "own-demand": limitation.Demand,
	"enforceable-demand": limitation.Demand, "second-enforceable-demand": limitation.Demand,
	"letter": limitation.Demand, "tratta": limitation.Demand, "bankruptcy-notice": limitation.Demand,
	"fourteen-day-letter": limitation.Demand, "final-demand": limitation.Demand, "letter-before-claim": limitation.Demand,
	"dunning_letter": limitation.Demand, "pre_termination_letter": limitation.Demand,
	"termination_letter": limitation.Demand, "pre_collection_letter": limitation.Demand,
}

// actOf is the act that a kind of notice is, zero where it is none.
func actOf(kind string) limitation.Act { return noticeActs[kind] }

// lasts reports whether an act has a last day.
func lasts(a limitation.Act) bool {
	switch a {
	case limitation.Action, limitation.Enforcement, limitation.Bankruptcy, limitation.Negotiation:
		return true
	}
	return false
}

// commonActs are the acts that concern every claim: notices, promises, an agreed plan
// and titles.
func (b *Book) commonActs() []limitation.Event {
	var acts []limitation.Event
	for _, n := range b.c.Notices {
		if e, ok := noticeAct(n); ok && b.at.Counts(e.Day, n.Recorded) {
			acts = append(acts, e)
		}
	}
	for _, p := range b.c.Promises {
		if b.at.Counts(p.Date, p.Recorded) {
			acts = append(acts, limitation.Event{Act: limitation.Promise, Day: p.Date, ID: p.ID})
		}
	}
	if day := b.c.PlanAgreed; !day.IsZero() && b.at.Counts(day, 0) {
		acts = append(acts, limitation.Event{Act: limitation.Promise, Day: day, ID: "plan"})
	}
	for _, t := range b.c.Titles {
		if b.at.Counts(t.Date, t.Recorded) {
			acts = append(acts, limitation.Event{Act: limitation.TitleObtained, Day: t.Date, ID: t.ID})
		}
	}
	return acts
}

// noticeAct is the act that a notice is; false where it is none.
func noticeAct(n Notice) (limitation.Event, bool) {
	e := limitation.Event{Act: actOf(n.Kind), Day: n.Sent, ID: n.ID}
	switch {
	case e.Act == 0:
		return e, false
	case lasts(e.Act):
		e.Through = n.Through
	case e.Act == limitation.Demand && !n.Delivered.IsZero():
		e.Day = n.Delivered
	case e.Act == limitation.Demand:
		e.DeliveryUnknown = true
	}
	return e, true
}

// paymentActs are the payments by claim: those that settled something of it, on their
// own day. What a void payment, a refund or a credit note did is no act of the debtor's.
func (b *Book) paymentActs() map[string][]limitation.Event {
	acts := map[string][]limitation.Event{}
	for _, p := range b.payments {
		if p.CreditNote || p.Reversal != "" || p.Refund != "" {
			continue
		}
		for _, l := range p.Lines {
			have := acts[l.Item]
			if n := len(have); n == 0 || have[n-1].ID != p.Payment {
				acts[l.Item] = append(have, limitation.Event{Act: limitation.Payment, Day: p.Date, ID: p.Payment})
			}
		}
	}
	return acts
}
