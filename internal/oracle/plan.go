package oracle

import "fmt"

// A payment plan is worked row by row in whole minor units, as it is written on
// paper: the interest of a row on the principal left, rounded; what the debtor
// pays; what that leaves. A level is searched by trying amounts until the plan
// does what is asked of it and the amounts beside it do not.

// PlanOptions are what a plan needs and the request does not have.
type PlanOptions struct {
	// Holidays says whether a day is no business day in the calendar that the
	// request names, weekends included; not asked where it names none.
	Holidays func(year, month, day int) bool
}

// Kinds of plans as a request names them.
const (
	planAnnuity        = "annuity"
	planAnnuityLimited = "annuity-limited"
	planLinear         = "linear"
	planLinearLimited  = "linear-limited"
	planRelief         = "debt-relief"
	planFixed          = "fixed-amount"
	planInterestOnly   = "interest-only"
	planBullet         = "bullet"
)

// What becomes of what the last row leaves open.
const (
	residualOpen    = "open"
	residualBalloon = "balloon"
	residualWaive   = "waive"
)

// Ways to choose the last row of a solved level.
const (
	lastLower   = "lower"
	lastSimilar = "similar"
	lastHigher  = "higher"
)

// Reasons for which there is no plan.
const (
	planNegative = "negative-amortization"
	planEndless  = "endless"
	planInvalid  = "invalid"
)

// maxPlanRows is the most rows that a plan may have.
const maxPlanRows = 1200

// Plan works out a plan over a debt. A request that asks for what cannot be is
// answered with a refusal; an error means that the oracle cannot read or does not
// know what the request asks for.
func (t *Tables) Plan(requestJSON []byte, o PlanOptions) (*PlanResult, error) {
	in, err := decodePlan(requestJSON)
	if err != nil {
		return nil, err
	}
	if len(in.Case) > 0 {
		return nil, fmt.Errorf("/case: want CasePlan for a plan over a case")
	}
	if in.SuspendInterest {
		return nil, fmt.Errorf("/suspendInterest: the oracle knows it over a case only")
	}
	p := t.readPlan(in, o)
	p.debt = p.b.amount("/debt", in.Debt)
	p.terms(in)
	p.creditors(in)
	p.run = p.runDebt
	return p.result(in), nil
}

// result solves the plan and lets the payments meet its rows.
func (p *plan) result(in *planInput) *PlanResult {
	r := &PlanResult{}
	level := p.solve()
	var run *planRun
	if p.ready() && p.refusal == "" {
		run = p.run(level, p.n)
		p.judge(run)
	}
	if p.refusal == planNegative || p.refusal == planEndless {
		r.Smallest = p.smallest()
	}
	if p.b.err != nil {
		return &PlanResult{Refusal: planInvalid, Problem: p.b.err.Error()}
	}
	if r.Refusal = p.refusal; r.Refusal != "" {
		return r
	}
	p.print(r, run, level)
	p.live(r, run, in)
	if p.b.err != nil {
		return &PlanResult{Refusal: planInvalid, Problem: p.b.err.Error()}
	}
	return r
}

// ready says whether nothing was wrong so far.
func (p *plan) ready() bool { return p.b.err == nil }

// judge says what is wrong with a plan at the level found.
func (p *plan) judge(run *planRun) {
	switch {
	case run.negative:
		p.refusal = planNegative
	case run.over:
		p.b.fail("/deviations", fmt.Errorf("row %d pays more than is open", len(run.rows)))
	case !run.closed && p.n == 0:
		p.refusal = planEndless
	default:
		for no := range p.deviations {
			if no > len(run.rows) {
				p.b.fail("/deviations", fmt.Errorf("there is no row %d", no))
			}
		}
	}
}
