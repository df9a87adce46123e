package jurisdiction

import (
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// PlanFacts are what the terms of a plan over a bare debt follow from.
type PlanFacts struct {
	// Jurisdiction and Debtor are as in a case; empty and zero where no law is asked.
	Jurisdiction string
	Debtor       ledger.DebtorKind
	// Interest is what the debt bears; nil bears nothing. Of its fields only the rate,
	// its bounds and refixes and the day count have a meaning in a plan.
	Interest *ledger.InterestFacts
	// ExtendRates uses the last known value of a published rate beyond what its table
	// knows; such rows are provisional.
	ExtendRates bool
}

// ResolvePlan gives a request over a bare debt its interest and the bounds of its
// fees, by the rules of the jurisdiction and the published tables. What selects the
// law is the day on which the plan starts. Errors are [ledger.Problems] with JSON
// Pointers into the plan request.
func ResolvePlan(f PlanFacts, req paymentplan.Request, rules []Rules, tables *rates.Set) (paymentplan.Request, error) {
	c := f.standIn(req)
	r := &resolver{c: c, tables: tables, stated: "terms of the plan"}
	for _, p := range ledger.AsProblems(c.Validate()) {
		if path, ok := strings.CutPrefix(p.Path, "/claims/0/interest"); ok && path != "/from" {
			r.Problems.AddBelow("/interest", &ledger.Problem{Path: path, Message: p.Message, Cause: p.Cause})
		} else if p.Path == "/debtor" || p.Path == "/jurisdiction" {
			r.Problems = append(r.Problems, p)
		}
	}
	if len(r.Problems) > 0 {
		return req, r.Err()
	}
	r.find(rules)
	if f.Interest != nil {
		t := r.terms(c.Claims[0], c.Claims[0].Interest, "/interest")
		req.Interest, req.Findings = interest.Terms{}, append(req.Findings, t.Findings...)
		if t.Bears {
			req.Interest = t.Terms
		}
	}
	if r.rules != nil {
		req.Fees.Caps = planFeeCaps(r.rules.Fees, r.audience(), req.Start, req.Debt)
	}
	return req, r.Err()
}

// standIn is a case whose only claim is the debt, contracted on the day on which the plan
// starts and due then.
func (f PlanFacts) standIn(req paymentplan.Request) ledger.Case {
	facts := ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}
	if f.Interest != nil {
		facts = *f.Interest
	}
	facts.From = req.Start
	debt := ledger.Claim{ID: "debt", Principal: req.Debt, Contracted: req.Start, Due: req.Start, Interest: &facts}
	return ledger.Case{
		ID: "plan", Currency: req.Debt.Currency(), Jurisdiction: f.Jurisdiction, Debtor: f.Debtor, Claims: []ledger.Claim{debt}, ExtendRates: f.ExtendRates,
	}
}

// PlanFeeCaps are the bounds that the law of a case sets to the fees of a plan over it
// that starts on a day; what they are measured by is the principal of the claims. A
// case without rules has none.
func PlanFeeCaps(c ledger.Case, rules []Rules, start calendar.Date) []paymentplan.FeeCap {
	found, ok := Find(rules, c.Jurisdiction)
	if !ok {
		return nil
	}
	var base int64
	for _, cl := range c.Claims {
		base = min(base+max(0, cl.Principal.Minor()), money.MaxMinor)
	}
	return planFeeCaps(found.Fees, (&resolver{c: c}).audience(), start, money.FromMinor(base, c.Currency))
}

// planFees says which tariff bounds which fee of a plan.
var planFees = [...]struct{ field, code string }{
	{"registration", "plan"}, {"invoice", "invoice"}, {"reminder", "reminder"},
}

func planFeeCaps(tariffs []fee.Tariff, audience fee.Audience, start calendar.Date, base money.Amount) []paymentplan.FeeCap {
	var caps []paymentplan.FeeCap
	for _, f := range planFees {
		t, ok := fee.Find(tariffs, f.code, audience)
		if !ok {
			continue
		}
		t = bound(t, tariffs, audience, 0)
		a, err := t.Assess(fee.Facts{Date: start, Base: base, Currency: base.Currency()})
		if err != nil {
			caps = append(caps, paymentplan.FeeCap{Fee: f.field, Unknown: err})
			continue
		}
		caps = append(caps, paymentplan.FeeCap{Fee: f.field, Most: a.Total, Citation: a.Citation})
	}
	return caps
}
