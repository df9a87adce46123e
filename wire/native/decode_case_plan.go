package native

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// notInCase are fields of a plan request that mean nothing in a case file: its plan is
// over that case, whose own payments count through the day that is asked for.
var notInCase = []string{
	"jurisdiction", "debtor", "extendRates", "debt", "case", "interest", "rounding", "creditors", "payments", "asOf",
	"settleOn", "restructure", "search",
}

// casePlan is the plan request in a case file. Its decoder has paths that begin at the
// request.
type casePlan struct {
	d *planDecoder
	r paymentplan.Request
}

// planOf reads the plan over the case, nil where there is none.
func (d *decoder) planOf(of object) *casePlan {
	n := of.field("plan")
	if n == nil {
		return nil
	}
	p := &casePlan{d: &planDecoder{over: true}}
	p.d.currency = d.currency
	o, ok := p.d.object(nil, n, planFields)
	ok = ok && !o.blank()
	if ok {
		p.read(o)
	}
	for _, problem := range p.d.list {
		d.addBelow(of.path("plan"), problem)
	}
	d.more += p.d.more
	if !ok {
		return nil
	}
	return p
}

// read reads the fields in the order of a plan request. The first day on which all of
// it can be asked stands in for the day of asking, which the file does not say.
func (p *casePlan) read(o object) {
	d, r := p.d, &p.r
	own, _ := parse(o, "currency", wantCode, parseCurrency)
	if !own.IsZero() && !d.currency.IsZero() && own != d.currency {
		o.problemf("currency", "%s in a case in %s, want it absent or the same", own, d.currency)
	}
	o = o.without(notInCase, "means nothing in a case, want it absent")
	r.Kind, _ = parse(o, "type", wantText, paymentplan.ParseKind)
	d.dates(o, r)
	d.solving(o, r)
	d.charges(o, r)
	d.exceptions(o, r)
	d.business(o, r)
	if r.Life = d.lifeOf(o); r.Life != nil {
		r.Life.AsOf = max(r.Start, r.Life.AsOf)
	}
}

// without is the object without fields that must say nothing, which are noted where
// they do.
func (o object) without(names []string, message string) object {
	meant := &node{kind: isObject}
	for _, k := range o.kids {
		if !slices.Contains(names, k.name) {
			meant.kids = append(meant.kids, k)
		} else if !k.blank() {
			o.problemf(k.name, "%s", message)
		}
	}
	o.node = meant
	return o
}

// agreed is the day on which the plan was agreed: that of its start; zero while it is
// a proposal.
func (p *casePlan) agreed() calendar.Date {
	if p == nil || p.r.Life != nil && p.r.Life.Proposal {
		return 0
	}
	return p.r.Start
}

// request is what the file says of the plan, nil where it says nothing.
func (p *casePlan) request() *paymentplan.Request {
	if p == nil {
		return nil
	}
	return &p.r
}

// check is what the request says against itself and the currency of the case, with
// paths into the case file.
func (p *casePlan) check() ledger.Problems {
	if p == nil {
		return nil
	}
	p.d.follow(Plan{Request: p.r})
	p.d.cannotTell("/asOf")
	var found ledger.Problems
	for _, problem := range ledger.AsProblems(p.r.ValidateCase(p.d.currency)) {
		if !p.d.follows(problem.Path) {
			found.AddBelow("/plan", problem)
		}
	}
	return found
}
