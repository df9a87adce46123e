package skuld

import (
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// Dunning under the names that most programs need.
type (
	// DunningRequest is a case with what dunning asks of it beside.
	DunningRequest = dunning.Request
	// DunningPolicy says when which letter follows.
	DunningPolicy = dunning.Policy
	// DunningDecision is where a debt stands and what may be done about it.
	DunningDecision = dunning.Decision
)

// Dunning says where a case stands on a day and what may be done about it, by the policy
// of the request or of its jurisdiction. A plan over the case pauses the ladder while it
// is kept; nil is none.
//
// Errors join [Problem] values with JSON Pointers into a dunning file: what
// [Calculator.CheckDunning] reports, and rates that are not known on a day that the
// statement needs.
func (c Calculator) Dunning(r DunningRequest, plan *PlanRequest, at At) (*DunningDecision, error) {
	p, err := c.dunningPolicy(r, plan)
	if err != nil {
		return nil, err
	}
	h, err := c.history(r, plan, at)
	if err != nil {
		return nil, err
	}
	return dunning.Next(p, h, at.AsOf)
}

// DunningTimeline is what follows from a day through another, inclusive, from the facts
// that count on the first, if nothing more is paid ([dunning.Timeline]): letters are taken
// to be sent on their days, and their fees to be charged. Facts of later days, though the
// case may have them, are left out, but for holds and the plan. Errors as for
// [Calculator.Dunning].
func (c Calculator) DunningTimeline(r DunningRequest, plan *PlanRequest, at At, through calendar.Date) ([]DunningDecision, error) {
	p, err := c.dunningPolicy(r, plan)
	if err != nil {
		return nil, err
	}
	if r.Loan != nil {
		loan := *r.Loan
		loan.Returns = slices.DeleteFunc(slices.Clone(loan.Returns), func(x dunning.Return) bool { return !at.Counts(x.Date, x.Recorded) })
		r.Loan = &loan
	}
	known := r.Case.Known(at)
	if len(known.Claims) == len(r.Case.Claims) {
		known.Holds = slices.DeleteFunc(slices.Clone(r.Case.Holds), func(h ledger.Hold) bool {
			// what is agreed for later days is known, once it was recorded
			return !at.Counts(min(h.From, at.AsOf), h.Recorded)
		})
	}
	if len(known.Claims) > 0 {
		r.Case = known
	}
	source := func(day calendar.Date, sent []ledger.Notice, charged []fee.Charge) (dunning.History, error) {
		return c.history(carriedOut(r, sent, charged), plan, At{AsOf: day})
	}
	return dunning.Timeline(p, source, at.AsOf, through)
}

// CheckDunning reports everything that is wrong with a dunning file before anything is
// worked out: its case, its loan, its policy and its plan.
func (c Calculator) CheckDunning(r DunningRequest, plan *PlanRequest) error {
	_, err := c.dunningPolicy(r, plan)
	return err
}

// dunningPolicy is the policy of a request; problems of all its parts are reported
// together.
func (c Calculator) dunningPolicy(r DunningRequest, plan *PlanRequest) (DunningPolicy, error) {
	problems := ledger.AsProblems(r.Validate())
	p, err := jurisdiction.ResolvePolicy(r, c.Rules)
	problems.Merge(ledger.AsProblems(err))
	if err == nil && len(problems) == 0 {
		for _, x := range ledger.AsProblems(p.Validate(r.Case.Currency)) {
			problems.AddBelow("/policy", x)
		}
	}
	problems.Merge(ledger.AsProblems(c.Check(r.Case)))
	if plan != nil {
		problems.MergeBelow("/plan", ledger.AsProblems(plan.ValidateCase(r.Case.Currency)))
	}
	return p, problems.Err()
}

// history is the history of a case on a day, with the plan as it stands then.
func (c Calculator) history(r DunningRequest, plan *PlanRequest, at At) (dunning.History, error) {
	resolved, err := c.resolve(r.Case.TitlesKnown(at))
	if err != nil {
		return dunning.History{}, err
	}
	b, moves, err := ledger.FoldCourse(r.Case, resolved, at)
	if err != nil {
		return dunning.History{}, err
	}
	st, err := b.Statement()
	if err != nil {
		return dunning.History{}, err
	}
	h := dunning.HistoryOf(r, st, moves)
	if plan != nil && plan.Start <= at.AsOf {
		h.Plan, err = c.planStanding(r.Case.Known(at), *plan, at.AsOf)
	}
	return h, err
}

// planStanding says whether a plan over a case holds on a day. Dunning takes a plan that
// does not say what a shortage does to be broken by one.
func (c Calculator) planStanding(cs Case, plan PlanRequest, day calendar.Date) (*dunning.Plan, error) {
	var life paymentplan.Life
	if plan.Life != nil {
		life = *plan.Life
	}
	life.AsOf, life.SettleOn, life.Restructure = day, 0, nil
	if life.Ended != nil && life.Ended.Date > day {
		life.Ended = nil // nobody knows of it yet
	}
	if life.OnShortage == 0 {
		life.OnShortage = paymentplan.Break
	}
	plan.Life = &life
	if len(cs.Claims) == 0 {
		return &dunning.Plan{}, nil
	}
	s, err := c.Plan(cs, plan)
	if err != nil {
		return nothingToPlan(err)
	}
	if s.Standing == nil {
		return &dunning.Plan{}, nil
	}
	standing := &dunning.Plan{Pauses: s.Standing.State == paymentplan.Active, Broken: s.Standing.State == paymentplan.Broken}
	if standing.Pauses && life.OnShortage == paymentplan.Break && s.Next != nil {
		standing.Until = s.Next.Date.AddDays(life.ToleranceDays + 1)
	}
	return standing, nil
}

// nothingToPlan tells a plan over a case of which nothing is open any more, which pauses
// nothing, from one that cannot be worked out.
func nothingToPlan(err error) (*dunning.Plan, error) {
	problems := ledger.AsProblems(err)
	for _, p := range problems {
		if !errors.Is(p, paymentplan.ErrNothingOpen) {
			return nil, below("/plan", err)
		}
	}
	return &dunning.Plan{}, nil
}

// below puts problems of a plan where a dunning file has them; those of its case are
// those of the file.
func below(path string, err error) error {
	var problems ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		const inCase = "/case"
		if len(p.Path) > len(inCase) && p.Path[:len(inCase)+1] == inCase+"/" {
			problems = append(problems, &ledger.Problem{Path: p.Path[len(inCase):], Message: p.Message, Cause: p.Cause})
			continue
		}
		problems.AddBelow(path, p)
	}
	return problems.Err()
}

// carriedOut is a request with letters that were sent and fees that were charged in a
// timeline.
func carriedOut(r DunningRequest, sent []ledger.Notice, charged []fee.Charge) DunningRequest {
	r.Case.Notices = slices.Concat(r.Case.Notices, sent)
	r.Case.Fees = slices.Clone(r.Case.Fees)
	for i, f := range charged {
		r.Case.Fees = append(r.Case.Fees, Fee{ID: fmt.Sprintf("timeline-fee-%d", i+1), Code: f.Code, Date: f.Date, Amount: f.Amount})
	}
	return r
}
