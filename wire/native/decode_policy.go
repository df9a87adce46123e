package native

import (
	"strings"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/money"
)

// Fields of a policy of one's own, in the order in which they are documented.
var (
	policyFields = []string{
		"name", "citation", "anchor", "grace", "minimum", "maxStep", "cure", "calendar", "bankCalendar", "delivery", "review",
		"buckets", "levels", "returns", "repayment", "stages", "deadlines",
	}
	graceOfPolicyFields = []string{"days", "business", "roll", "retroactive"}
	thresholdFields     = []string{"amount", "percent"}
	returnsFields       = []string{"kind", "retryDays", "noRetry"}
	repaymentFields     = []string{"partial", "full"}
	stagesFields        = []string{"new", "closed", "matured"}
	deadlineFields      = []string{"kind", "days", "business", "maxTerm"}
)

// Bounds of the short lists of a policy.
const (
	maxBuckets   = 100
	maxReasons   = 1000
	maxDeadlines = 100
)

const wantPolicy = "a string such as \"SE\" or an object"

// policy reads the name of a policy, or a policy.
func (d *dunningDecoder) policy(of object, r *dunning.Request) {
	n := of.field("policy")
	if n == nil {
		return
	}
	if n.kind != isObject {
		s, _ := d.str(of.in.field("policy"), n, wantPolicy)
		r.PolicyName = strings.Clone(s)
		return
	}
	o, _ := of.child("policy", policyFields)
	p := &dunning.Policy{Name: o.label("name"), Citation: o.label("citation")}
	p.Anchor, _ = parse(o, "anchor", wantText, dunning.ParseAnchor)
	p.Grace = grace(o)
	p.Minimum = threshold(o, "minimum")
	p.MaxStep = o.steps("maxStep")
	p.Cure = threshold(o, "cure")
	p.Calendar, _ = parse(o, "calendar", wantText, businessDays)
	p.Banking, _ = parse(o, "bankCalendar", wantText, businessDays)
	p.Delivery, p.Review = o.whole("delivery"), o.whole("review")
	p.Buckets = o.wholes("buckets", maxBuckets)
	p.Levels, _ = objects(o, "levels", dunning.MaxLevels, levelFields, level)
	p.Returns, p.Repayment, p.Stages = returnsOf(o), repayment(o), stages(o)
	p.Deadlines, _ = objects(o, "deadlines", maxDeadlines, deadlineFields, deadline)
	if !o.blank() {
		r.Policy = p
	}
}

// steps is how many levels may be taken at once. 0 is refused: the policy would take it
// for one.
func (o object) steps(name string) int {
	n := o.whole(name)
	if at := o.field(name); n == 0 && at != nil && at.kind == isNumber && strings.Trim(at.text, "-0") == "" {
		o.problemf(name, "0 goes nowhere, want 1 or more")
	}
	return n
}

// wholes reads a list of whole numbers. What is none stays 0 in its place.
func (o object) wholes(name string, limit int) []int {
	kids, _ := o.list(name, limit)
	in := o.in.field(name)
	var all []int
	for i := range kids {
		all = append(all, o.d.wholeAt(in.element(i), &kids[i].node))
	}
	return all
}

// threshold reads a sum, a share, or both.
func threshold(of object, name string) dunning.Threshold {
	o, ok := of.child(name, thresholdFields)
	if !ok {
		return dunning.Threshold{}
	}
	t := dunning.Threshold{Amount: o.amount("amount"), Percent: o.share("percent")}
	if t.Amount.IsZero() {
		t.Amount = money.Amount{} // 0 asks for nothing, as no sum does
	}
	return t
}

func grace(of object) dunning.Grace {
	o, ok := of.child("grace", graceOfPolicyFields)
	if !ok {
		return dunning.Grace{}
	}
	return dunning.Grace{Days: o.whole("days"), Business: o.yes("business"), Roll: o.yes("roll"), Retroactive: o.yes("retroactive")}
}

func returnsOf(of object) dunning.Returns {
	o, ok := of.child("returns", returnsFields)
	if !ok {
		return dunning.Returns{}
	}
	return dunning.Returns{Kind: o.label("kind"), RetryDays: o.whole("retryDays"), NoRetry: o.labels("noRetry", maxReasons)}
}

func repayment(of object) dunning.Repayment {
	o, ok := of.child("repayment", repaymentFields)
	if !ok {
		return dunning.Repayment{}
	}
	return dunning.Repayment{Partial: o.label("partial"), Full: o.label("full")}
}

func stages(of object) dunning.Stages {
	o, ok := of.child("stages", stagesFields)
	if !ok {
		return dunning.Stages{}
	}
	return dunning.Stages{New: o.label("new"), Closed: o.label("closed"), Matured: o.label("matured")}
}

func deadline(o object) dunning.Report {
	return dunning.Report{Kind: o.label("kind"), Days: o.whole("days"), Business: o.yes("business"), MaxTerm: o.whole("maxTerm")}
}
