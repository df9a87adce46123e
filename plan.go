package skuld

import (
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// Payment plans under the names that most programs need.
type (
	// PlanRequest asks for a payment plan.
	PlanRequest = paymentplan.Request
	// PlanFacts are what the terms of a plan over a bare debt follow from.
	PlanFacts = jurisdiction.PlanFacts
	// PlanSearch asks for the plans that keep within constraints.
	PlanSearch = paymentplan.Search
	// PlansFound is the answer of a search.
	PlansFound = paymentplan.Found
	// Schedule is a payment plan worked out, row by row.
	Schedule = paymentplan.Schedule
)

// DebtPlan is a plan over a bare debt. Errors join [Problem] values, each with a JSON
// Pointer into the plan request: what is wrong with it, what the rules refuse, rates
// that are not known on a day that a row needs
// ([github.com/skuld-go/skuld/law.ErrNotKnown]), and plans that do not end
// ([paymentplan.ErrNegativeAmortization], [paymentplan.ErrEndless]).
func (c Calculator) DebtPlan(f PlanFacts, r PlanRequest) (*Schedule, error) {
	r, err := c.debtTerms(f, r, nil)
	if err != nil {
		return nil, err
	}
	return paymentplan.Build(r)
}

// SearchDebtPlans looks for plans over a bare debt. Errors as for
// [Calculator.DebtPlan]; that no plan keeps within the constraints is none.
func (c Calculator) SearchDebtPlans(f PlanFacts, r PlanRequest, s PlanSearch) (*PlansFound, error) {
	r, err := c.debtTerms(f, r, &s)
	if err != nil {
		return nil, err
	}
	return paymentplan.Find(r, s)
}

// Plan is a plan over a case: a simulation of its ledger from r.Start on, by the case's
// own terms and order of settlement. Payments of the case after that day are matched to
// the rows. Errors as for [Calculator.DebtPlan], with those of the case below /case.
func (c Calculator) Plan(cs Case, r PlanRequest) (*Schedule, error) {
	opened, r, err := c.caseTerms(cs, r, nil)
	if err != nil {
		return nil, err
	}
	return paymentplan.BuildCase(opened, r)
}

// SearchPlans looks for plans over a case. Errors as for [Calculator.Plan]; that no
// plan keeps within the constraints is none.
func (c Calculator) SearchPlans(cs Case, r PlanRequest, s PlanSearch) (*PlansFound, error) {
	opened, r, err := c.caseTerms(cs, r, &s)
	if err != nil {
		return nil, err
	}
	return paymentplan.FindCase(opened, r, s)
}

// debtTerms resolves what a plan over a bare debt bears; problems of the request and
// of its terms are reported together.
func (c Calculator) debtTerms(f PlanFacts, r PlanRequest, s *PlanSearch) (PlanRequest, error) {
	f.ExtendRates = f.ExtendRates || c.ExtendRates
	problems := ledger.AsProblems(sample(r, s).Validate())
	if s != nil {
		problems.Merge(ledger.AsProblems(s.Validate(r, r.Debt.Currency())))
	}
	r, err := jurisdiction.ResolvePlan(f, r, c.Rules, c.tables())
	problems.Merge(ledger.AsProblems(err))
	return r, problems.Err()
}

// caseTerms opens a case for a plan and resolves its terms; problems of the request
// and of the case are reported together.
func (c Calculator) caseTerms(cs Case, r PlanRequest, s *PlanSearch) (paymentplan.Opened, PlanRequest, error) {
	problems := ledger.AsProblems(sample(r, s).ValidateCase(cs.Currency))
	if s != nil {
		problems.Merge(ledger.AsProblems(s.Validate(r, cs.Currency)))
	}
	opened, err := paymentplan.OpenCase(cs, r.Start)
	problems.MergeBelow("/case", ledger.AsProblems(err))
	_, err = c.resolve(cs)
	problems.MergeBelow("/case", ledger.AsProblems(err))
	if len(problems) > 0 {
		return opened, r, problems.Err()
	}
	opened.Resolved, err = c.resolve(opened.Case.TitlesKnown(opened.At(r.Start)))
	problems.MergeBelow("/case", ledger.AsProblems(err))
	r.Fees.Caps = jurisdiction.PlanFeeCaps(cs, c.Rules, r.Start)
	return opened, r, problems.Err()
}

// sample is the request, completed where there is a search.
func sample(r PlanRequest, s *PlanSearch) PlanRequest {
	if s == nil {
		return r
	}
	return s.Sample(r)
}
