package jurisdiction

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Resolve turns the facts of a case into terms: the rate and day count of every
// claim and the order of settlement, by the rules of its jurisdiction and the
// published tables. Errors are [ledger.Problems], all of them at once: a
// jurisdiction without rules, series that do not exist, margins on published
// totals, and what the statute refuses.
func Resolve(c ledger.Case, rules []Rules, tables *rates.Set) (ledger.Resolved, error) {
	r := &resolver{c: c, tables: tables, stated: "terms of the claim"}
	r.find(rules)
	out := ledger.Resolved{Order: r.order(), Tables: tables.Digest(), Claims: make([]ledger.ClaimTerms, 0, len(c.Claims))}
	for i := range c.Claims {
		t := r.claim(i)
		t.Findings = append(t.Findings, r.orderFindings(i, out.Order)...)
		t.Findings = append(t.Findings, r.dueFindings(i)...)
		if r.c.Claims[i].Kind != ledger.CreditNote {
			t.Limitation = r.limitation(i, &t)
		}
		out.Claims = append(out.Claims, t)
	}
	out.Fees = slices.Grow(out.Fees, len(c.Fees))
	for i := range c.Fees {
		out.Fees = append(out.Fees, r.fee(i))
	}
	return out, r.Err()
}

// resolver collects problems on the way.
type resolver struct {
	ledger.Problems
	c      ledger.Case
	rules  *Rules // nil without a jurisdiction
	tables *rates.Set
	// stated is the ground of a rate that the facts themselves state.
	stated string
	// unknown says that there is a jurisdiction, but no rules for it.
	unknown bool
}

// find takes the rules of the case's jurisdiction, where it names one.
func (r *resolver) find(rules []Rules) {
	if r.c.Jurisdiction == "" {
		return
	}
	var found *Rules
	for i := range rules {
		if rules[i].Code == r.c.Jurisdiction {
			found = &rules[i]
			break
		}
	}
	if found == nil {
		r.unknown = true
		r.Addf("/jurisdiction", "%q has no rules here, want one of %s", clip(r.c.Jurisdiction), codes(rules))
		return
	}
	switch {
	case found.Late == nil || found.Order.Validate() != nil:
		r.unknown = true
		r.Addf("/jurisdiction", "the rules of %q lack late interest or an order of settlement, want both", found.Code)
	default:
		r.rules = found
		r.kinds()
	}
}

// kinds refuses own tables that stand in for built-in ones of another kind, such
// as a total where the rules put a margin on a reference rate.
func (r *resolver) kinds() {
	for _, name := range r.rules.Series {
		own, ok := r.tables.Lookup(name)
		if !ok {
			r.Addf("/jurisdiction", "the rules of %s rest on the series %s, want a table of it", r.rules.Code, name)
			continue
		}
		if built, ok := rates.BuiltIn().Lookup(name); ok && built.Kind() != own.Kind() {
			r.Addf("/jurisdiction", "the table of %s is a %s, want a %s as the rules of %s have it",
				name, own.Kind(), built.Kind(), r.rules.Code)
		}
	}
}

func codes(rules []Rules) string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Code
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// table is a published series, extended beyond its knowledge where the case
// allows it.
func (r *resolver) table(series string) (*law.Table[decimal.Decimal], bool) {
	t, ok := r.tables.Lookup(series)
	if ok && r.c.ExtendRates {
		t = t.Extended()
	}
	return t, ok
}

// order is the case's own order, the jurisdiction's, or costs before interest
// before principal.
func (r *resolver) order() allocation.Order {
	o := r.c.Allocation
	if len(o.Rungs) > 0 {
		return cited(o)
	}
	rest, direction := o.Rest, o.Direction
	if r.rules != nil {
		o = r.rules.Order
	} else {
		o = preset(allocation.CostsInterestPrincipal)
	}
	if rest != 0 {
		o.Rest = rest
	}
	if direction != 0 {
		o.Direction = direction
	}
	return o
}

// cited gives rungs without a citation the one that an order of one's own has.
func cited(o allocation.Order) allocation.Order {
	rungs := slices.Clone(o.Rungs)
	for i := range rungs {
		if rungs[i].Citation == "" {
			rungs[i].Citation = "order stated in the case"
		}
	}
	o.Rungs = rungs
	return o
}

// orderFindings warns where the general German order is used on a consumer loan,
// for which BGB § 497(3) has another.
func (r *resolver) orderFindings(i int, o allocation.Order) []ledger.Finding {
	if o.Name != allocation.PresetBGB367 || r.c.Debtor != ledger.Consumer || len(r.c.Allocation.Rungs) > 0 ||
		r.c.Claims[i].Kind != ledger.ConsumerCredit {
		return nil
	}
	return []ledger.Finding{{
		Code: ledger.FindingConsumerOrder, Severity: ledger.Warning, Path: fmt.Sprintf("/claims/%d/kind", i),
		Message: "payments on a consumer loan in default settle default interest last (BGB § 497(3)); name the preset DE-BGB-497 where that applies",
	}}
}

// claimPath is where the file has a part of a claim.
func claimPath(i int, part string) string { return "/claims/" + strconv.Itoa(i) + "/" + part }

// claim resolves one claim.
func (r *resolver) claim(i int) ledger.ClaimTerms {
	cl := r.c.Claims[i]
	if cl.Kind == ledger.CreditNote {
		return ledger.ClaimTerms{}
	}
	t := r.terms(cl, cl.Interest, claimPath(i, "interest"))
	if facts := cl.ContractInterest; facts != nil {
		contract := *facts
		contract.Kind = ledger.ForCredit
		more := r.terms(cl, &contract, claimPath(i, "contractInterest"))
		t.Findings = append(t.Findings, more.Findings...)
		more.Findings = nil
		t.Contract = &more
	}
	if cl.Credit != nil {
		t.Cap = r.costCap(i, &t)
	}
	return t
}

// costCap is what the law lets a credit cost, nil where no law does.
func (r *resolver) costCap(i int, t *ledger.ClaimTerms) *ledger.CapTerms {
	cl := r.c.Claims[i]
	q := Query{Claim: cl, Debtor: r.c.Debtor, resolver: r, path: fmt.Sprintf("/claims/%d/credit", i), terms: t}
	citation := ""
	if r.rules != nil && r.rules.CostCap != nil {
		citation = r.rules.CostCap(q)
	}
	if citation == "" {
		q.Find(ledger.FindingCapNotInForce, ledger.Warning, "no law bounds what this credit may cost")
		return nil
	}
	limit := cl.Credit.Used
	if limit.Currency().IsZero() {
		limit = cl.Credit.Granted
	}
	return &ledger.CapTerms{Limit: limit, Prior: cl.Credit.PriorCosts, Citation: citation}
}

// terms resolves one kind of a claim's interest.
func (r *resolver) terms(cl ledger.Claim, facts *ledger.InterestFacts, path string) ledger.ClaimTerms {
	if facts == nil || facts.Basis == 0 {
		if r.rules == nil {
			if r.unknown {
				return ledger.ClaimTerms{}
			}
			return ledger.ClaimTerms{Findings: []ledger.Finding{{
				Code: ledger.FindingNoTerms, Severity: ledger.Warning, Path: path,
				Message: "neither interest terms nor a jurisdiction: the claim bears no interest",
			}}}
		}
		stated := ledger.InterestFacts{}
		if facts != nil {
			stated = *facts
		}
		stated.Basis = ledger.BasisStatutory
		facts = &stated
	}
	t := ledger.ClaimTerms{Compounding: r.compounding(facts), Component: allocation.DefaultInterest, PaymentDay: facts.PaymentDay, Rounding: r.rounding()}
	if facts.Kind == ledger.ForCredit {
		t.Component = allocation.ContractInterest
	}
	if facts.Basis == ledger.BasisNone {
		return t
	}
	t.Bears = true
	own := cl
	own.Interest = facts
	t.First, t.Last = own.FirstBearingDay(), facts.Through
	t.Terms.DayCount = r.dayCount(facts)
	q := Query{Claim: cl, Debtor: r.c.Debtor, Reset: facts.Reset, FirstDay: t.First, resolver: r, path: path, terms: &t}
	t.Terms.Rate = r.bounded(q, facts, r.withAgreed(q, facts, r.base(q, facts)), &t)
	if r.rules != nil && r.rules.Ceiling != nil {
		lawful(&t, r.rules.Ceiling(q))
	}
	return t
}

// lawful bounds the rate of a claim by a ceiling of the law, beside one of its own.
func lawful(t *ledger.ClaimTerms, ceiling interest.Rate) {
	if ceiling.IsZero() {
		return
	}
	ceiling = ceiling.Named("statutory ceiling")
	t.Terms.Rate = interest.LowerOf(t.Terms.Rate, ceiling)
	if t.Ceiling.IsZero() {
		t.Ceiling = ceiling
	} else {
		t.Ceiling = interest.LowerOf(t.Ceiling, ceiling)
	}
}

// dueFindings notes a due date that is no business day. It changes no figure:
// paying on the due date is in time, and whether the next business day is in time
// too is for the reader of the rule to say.
func (r *resolver) dueFindings(i int) []ledger.Finding {
	due := r.c.Claims[i].Due
	if r.rules == nil || r.rules.Calendar == nil || due.IsZero() || r.c.Claims[i].Kind == ledger.CreditNote {
		return nil
	}
	days := r.rules.Calendar()
	business, err := days.IsBusinessDay(due)
	if err != nil || business {
		return nil // what the calendar does not cover it does not judge
	}
	next, err := days.Adjust(due, calendar.Following)
	if err != nil {
		return nil
	}
	return []ledger.Finding{{
		Code: ledger.FindingDueDay, Severity: ledger.Info, Path: fmt.Sprintf("/claims/%d/due", i),
		Message: fmt.Sprintf("%s is no business day in %s; the next is %s (%s)", due, r.rules.Name, next, r.rules.DueRule),
	}}
}

func (r *resolver) compounding(facts *ledger.InterestFacts) ledger.Compounding {
	switch {
	case facts.Compounding != 0:
		return facts.Compounding
	case facts.Basis == ledger.BasisStatutory && r.rules != nil && r.rules.Compounding != 0:
		return r.rules.Compounding
	}
	return ledger.Simple
}

func (r *resolver) dayCount(facts *ledger.InterestFacts) calendar.DayCount {
	switch {
	case facts.DayCount != 0:
		return facts.DayCount
	case r.rules != nil:
		return r.rules.DayCount
	}
	return calendar.Act365Fixed
}

func (r *resolver) rounding() interest.Rounding {
	out := r.c.Rounding
	if out.Mode.Mode() == money.Exactly {
		out.Mode = money.HalfUp.ToStep(out.Mode.Step())
	}
	if out.Place == 0 {
		out.Place = interest.PlaceClaim
	}
	return out
}

// base is the claim's rate before agreements and bounds.
func (r *resolver) base(q Query, facts *ledger.InterestFacts) interest.Rate {
	if facts.Basis != ledger.BasisStatutory {
		rate := r.rate(q, q.path, facts.RateFacts)
		for _, f := range facts.Refixes {
			rate = rate.Until(f.From-1, interest.Fixed(f.Rate).Cite(r.stated))
		}
		return rate
	}
	if r.rules == nil {
		if r.unknown {
			return interest.Rate{}
		}
		r.Addf(q.path+"/basis", "statutory without a jurisdiction, want one at /jurisdiction or another basis")
		return interest.Rate{}
	}
	rate, err := r.rules.Late(q)
	if err != nil {
		r.note(q.path, err)
	}
	return rate
}

// note keeps an error where it says it belongs, once.
func (r *resolver) note(path string, err error) {
	var p *ledger.Problem
	if !errors.As(err, &p) {
		p = &ledger.Problem{Path: path, Message: err.Error(), Cause: err}
	}
	for _, have := range r.Problems {
		if have.Path == p.Path {
			return
		}
	}
	r.Problems = append(r.Problems, p)
}

// rate is a stated rate: fixed, or a series with multiplier and margin.
func (r *resolver) rate(q Query, path string, f ledger.RateFacts) interest.Rate {
	if f.Basis == ledger.BasisFixed {
		return interest.Fixed(f.Rate).Cite(r.stated)
	}
	table, ok := r.table(f.Series)
	if !ok {
		r.Addf(path+"/series", "%q is not a known series, want one of %s or a table of your own (--rates)",
			clip(f.Series), strings.Join(r.rateSeries(), ", "))
		return interest.Rate{}
	}
	switch table.Kind() {
	case law.Margin:
		r.Addf(path+"/series", "%s is a margin and no rate, want one of %s", f.Series, strings.Join(r.rateSeries(), ", "))
		return interest.Rate{}
	case law.Total, law.Ceiling:
		if f.Margin != 0 {
			r.Addf(path+"/margin", "%s %% on %s, which is published as a whole rate: want no margin", f.Margin, f.Series)
		}
	}
	rate := interest.Reference(table)
	if f.Reset == ledger.FixedAtStart {
		rate = rate.FixedAt(q.FirstDay)
	}
	if f.Multiplier != 0 {
		rate = rate.Times(f.Multiplier)
	}
	return rate.Plus(f.Margin).Cite(r.stated)
}

// rateSeries lists the tables that hold rates to follow.
func (r *resolver) rateSeries() []string {
	var names []string
	for _, name := range r.tables.Series() {
		if t, ok := r.tables.Lookup(name); ok && (t.Kind() == law.Reference || t.Kind() == law.Total) {
			names = append(names, name)
		}
	}
	return names
}

// withAgreed lets an agreed rate run as late interest: as the statute has it, or
// the higher of the two, through the cut-off where there is one.
func (r *resolver) withAgreed(q Query, facts *ledger.InterestFacts, rest interest.Rate) interest.Rate {
	if facts.Agreed == nil {
		return rest
	}
	stated := *facts.Agreed
	special := facts.Basis == ledger.BasisStatutory && r.rules != nil && r.rules.Agreed != nil
	if special {
		stated.Reset = ledger.Floating // the statute says on which day the rate is taken
	}
	agreed := r.rate(q, q.path+"/agreed", stated).Named("agreed")
	if facts.Basis == ledger.BasisStatutory && r.rules != nil && r.rules.AgreedRule != "" {
		agreed = agreed.Cite(r.rules.AgreedRule)
	}
	combined := interest.HigherOf(agreed, rest)
	if special {
		combined = r.rules.Agreed(q, agreed, rest)
	}
	cutoff := facts.Cutoff
	if cutoff.IsZero() && facts.Basis == ledger.BasisStatutory && r.rules != nil && r.rules.Cutoff != nil {
		cutoff = r.rules.Cutoff(q)
	}
	if cutoff.IsZero() {
		return combined
	}
	return combined.Until(cutoff, rest)
}

// bounded applies floor and ceiling day by day; the ceiling wins.
func (r *resolver) bounded(q Query, facts *ledger.InterestFacts, rate interest.Rate, t *ledger.ClaimTerms) interest.Rate {
	if facts.Floor != nil {
		t.Floor = r.rate(q, q.path+"/floor", *facts.Floor).Named("floor")
		rate = interest.HigherOf(rate, t.Floor)
	}
	if facts.Ceiling != nil {
		t.Ceiling = r.rate(q, q.path+"/ceiling", *facts.Ceiling).Named("ceiling")
		rate = interest.LowerOf(rate, t.Ceiling)
	}
	return rate
}

// clip keeps foreign text in messages short.
func clip(s string) string {
	if len(s) > ledger.MaxText {
		return s[:ledger.MaxText] + "…"
	}
	return s
}
