package native

import (
	"reflect"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/ledger"
)

// Fields of what happens to a case besides claims, fees and payments.
var (
	creditFields         = []string{"granted", "used", "priorCosts"}
	factsFields          = []string{"base", "sent", "mandate", "disputed", "vatDeductible"}
	openingFields        = []string{"through", "principal", "contractInterest", "interest"}
	refixFields          = []string{"from", "rate"}
	exchangeFields       = []string{"rate", "date"}
	refundFields         = []string{"id", "date", "recorded", "amount", "payment", "reason"}
	writeOffFields       = []string{"id", "date", "recorded", "kind", "item", "component", "amount", "reason"}
	reversalFields       = []string{"id", "payment", "date", "recorded", "effect"}
	adjustmentFields     = []string{"id", "date", "recorded", "item", "component", "amount", "reason"}
	capitalizationFields = []string{"id", "date", "recorded", "item"}
	holdFields           = []string{"id", "scope", "items", "from", "through", "reason", "recorded"}
	noticeFields         = []string{"id", "kind", "sent", "delivered", "through", "recorded", "level", "fee"}
	promiseFields        = []string{"id", "date", "due", "amount", "recorded"}
	closedFields         = []string{"date", "disposition", "tolerance", "recorded"}
)

// life reads the lists of what happens to a case, in the order of the fields.
func (d *decoder) life(o object, c *ledger.Case) {
	c.Reversals, _ = objects(o, "reversals", ledger.MaxLife, reversalFields, reversal)
	c.Refunds, _ = objects(o, "refunds", ledger.MaxLife, refundFields, refund)
	c.WriteOffs, _ = objects(o, "writeOffs", ledger.MaxWriteOffs, writeOffFields, writeOff)
	c.Adjustments, _ = objects(o, "adjustments", ledger.MaxLife, adjustmentFields, adjustment)
	c.Capitalizations, _ = objects(o, "capitalizations", ledger.MaxLife, capitalizationFields, capitalization)
	c.Holds, _ = objects(o, "holds", ledger.MaxLife, holdFields, hold)
	c.Notices, _ = objects(o, "notices", ledger.MaxLife, noticeFields, notice)
	c.Promises, _ = objects(o, "promises", ledger.MaxLife, promiseFields, promise)
}

// opening reads the figures with which a claim's books begin, nil where there are
// none.
func (d *decoder) opening(of object) *ledger.Opening {
	o, ok := of.child("opening", openingFields)
	if !ok {
		return nil
	}
	b := &ledger.Opening{
		Through: o.day("through"), Principal: o.amount("principal"),
		ContractInterest: o.amount("contractInterest"), Interest: o.amount("interest"),
	}
	if o.blank() {
		return nil
	}
	return b
}

// refix reads a later rate of a fixed one.
func refix(o object) ledger.Refix {
	r := ledger.Refix{From: o.day("from"), Rate: o.percent("rate")}
	if o.field("rate").missing(isString) {
		o.problemf("rate", noRate)
	}
	return r
}

func reversal(o object) ledger.Reversal {
	return ledger.Reversal{
		ID: o.label("id"), Payment: o.label("payment"), Date: o.day("date"), Recorded: o.day("recorded"),
		Effect: word(o, "effect", ledger.ParseEffect),
	}
}

func refund(o object) ledger.Refund {
	return ledger.Refund{
		ID: o.label("id"), Date: o.day("date"), Recorded: o.day("recorded"), Amount: o.amount("amount"),
		Payment: o.label("payment"), Reason: o.label("reason"),
	}
}

// writeOff reads a write-off or a waiver. Beside an amount, "interest" is default
// interest, as in an adjustment.
func writeOff(o object) ledger.WriteOff {
	w := ledger.WriteOff{
		ID: o.label("id"), Date: o.day("date"), Recorded: o.day("recorded"), Kind: word(o, "kind", ledger.ParseWriteOffKind),
		Item: o.label("item"), Amount: o.amount("amount"), Reason: o.label("reason"),
	}
	w.Components, _ = parse(o, "component", wantText, allocation.ParseComponents)
	if len(w.Components) > 1 && o.states("amount") {
		w.Components = []allocation.Component{allocation.DefaultInterest}
	}
	if w.Components == nil && o.states("component") {
		o.d.cannotTell(o.path("component"))
	}
	if w.Item == "" && o.states("item") {
		o.d.cannotTell(o.path("item"))
	}
	return w
}

func adjustment(o object) ledger.Adjustment {
	a := ledger.Adjustment{ID: o.label("id"), Date: o.day("date"), Recorded: o.day("recorded"), Item: o.label("item")}
	a.Component, _ = parse(o, "component", wantText, oneComponent)
	a.Amount, a.Reason = o.amount("amount"), o.label("reason")
	return a
}

// oneComponent reads a component; "interest" alone is default interest.
func oneComponent(s string) (allocation.Component, error) {
	all, err := allocation.ParseComponents(s)
	switch {
	case err != nil:
		return 0, err
	case len(all) > 1:
		return allocation.DefaultInterest, nil
	}
	return all[0], nil
}

func capitalization(o object) ledger.Capitalization {
	return ledger.Capitalization{ID: o.label("id"), Date: o.day("date"), Recorded: o.day("recorded"), Item: o.label("item")}
}

func hold(o object) ledger.Hold {
	return ledger.Hold{
		ID: o.label("id"), Scope: word(o, "scope", ledger.ParseScope), Items: o.labels("items", ledger.MaxLife),
		From: o.day("from"), Through: o.day("through"), Reason: o.label("reason"), Recorded: o.day("recorded"),
	}
}

// labels reads a list of texts. What is no text stays empty in its place, so that
// positions are those of the file.
func (o object) labels(name string, limit int) []string {
	kids, _ := o.list(name, limit)
	if len(kids) == 0 {
		return nil
	}
	in := o.in.field(name)
	all := make([]string, len(kids))
	for i := range kids {
		s, _ := o.d.str(in.element(i), &kids[i].node, wantText)
		all[i] = strings.Clone(s)
	}
	return all
}

func notice(o object) ledger.Notice {
	return ledger.Notice{
		ID: o.label("id"), Kind: o.label("kind"), Sent: o.day("sent"), Delivered: o.day("delivered"),
		Through: o.day("through"), Recorded: o.day("recorded"), Level: o.whole("level"), Fee: o.amount("fee"),
	}
}

func promise(o object) ledger.Promise {
	return ledger.Promise{
		ID: o.label("id"), Date: o.day("date"), Due: o.day("due"), Amount: o.amount("amount"), Recorded: o.day("recorded"),
	}
}

// closing reads how the case was closed, nil while it is open.
func (d *decoder) closing(of object) *ledger.Closing {
	o, ok := of.child("closed", closedFields)
	if !ok {
		return nil
	}
	c := &ledger.Closing{
		Date: o.day("date"), Disposition: word(o, "disposition", ledger.ParseDisposition),
		Tolerance: o.amount("tolerance"), Recorded: o.day("recorded"),
	}
	if o.blank() {
		return nil
	}
	return c
}

// bearsNothing reports whether terms say that there is no interest, and no more.
func bearsNothing(t *ledger.InterestFacts) bool {
	none := ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}
	if t.Compounding == ledger.Simple {
		none.Compounding = ledger.Simple
	}
	return reflect.DeepEqual(*t, none)
}
