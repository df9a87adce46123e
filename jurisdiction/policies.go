package jurisdiction

import (
	"slices"
	"strings"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// loanPolicies are the policies that no country has as its ladder.
func loanPolicies() []dunning.Policy {
	return []dunning.Policy{solarisConsumer(), solarisFreelancer()}
}

// Policy gives a built-in policy of dunning by its name: the ladder of a country by
// its code, or one of those of loans, "solaris-consumer" and "solaris-freelancer". It
// reports false for a name that there is none by. The slices of the policy are shared
// by nobody but its calendars and the versions of its tariffs are: do not change those.
func Policy(name string) (dunning.Policy, bool) { return policyOf(name, All()) }

// Policies lists the names of the built-in policies in the order of their bytes.
func Policies() []string { return policyNames(All()) }

// policyOf finds a policy by its name, with the tariffs of the rules that have it.
func policyOf(name string, rules []Rules) (dunning.Policy, bool) {
	if r, ok := Find(rules, name); ok && len(r.Ladder.Levels) > 0 {
		return r.ladder(), true
	}
	for _, p := range loanPolicies() {
		if p.Name == name {
			return p, true
		}
	}
	return dunning.Policy{}, false
}

func policyNames(rules []Rules) []string {
	var names []string
	for _, r := range rules {
		if len(r.Ladder.Levels) > 0 {
			names = append(names, r.Code)
		}
	}
	for _, p := range loanPolicies() {
		names = append(names, p.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// ladder is the ladder of the rules with their tariffs, whoever changed those.
func (r Rules) ladder() dunning.Policy {
	p := r.Ladder
	p.Tariffs = r.Fees
	if p.Name == "" {
		p.Name = r.Code
	}
	return p
}

// ResolvePolicy gives the policy of a request: its own, the one that it names, or the
// ladder of the case's jurisdiction. Tariffs are those of the rules: of the country
// whose ladder it is, and of the case's jurisdiction for every other policy; those that
// an own policy brings stay. The fees of a ladder follow the facts: a creditor that
// collects itself, a debt that can be enforced without a judgment and one that is
// disputed have other fees in some countries. Nothing of this changes an own policy.
// Errors are [ledger.Problems] at /policy: a name that there is none by, and a
// jurisdiction without a ladder where the request has no policy.
func ResolvePolicy(r dunning.Request, rules []Rules) (dunning.Policy, error) {
	var problems ledger.Problems
	home, known := Find(rules, r.Case.Jurisdiction)
	switch {
	case r.Policy != nil && r.PolicyName != "":
		problems.Addf("/policy", "both the name %q and a policy, want one of them", clip(r.PolicyName))
	case r.Policy != nil:
		p := *r.Policy
		if p.Tariffs == nil {
			p.Tariffs = home.Fees
		}
		return bindTariffs(p, r.Case), nil
	case r.PolicyName != "":
		return named(r, rules, home)
	case r.Case.Jurisdiction == "":
		problems.Addf("/policy", "missing, and the case names no jurisdiction, want one of %s", strings.Join(policyNames(rules), ", "))
	case !known || len(home.Ladder.Levels) == 0:
		problems.Addf("/policy", "missing, and %q has no ladder, want one of %s", clip(r.Case.Jurisdiction), strings.Join(policyNames(rules), ", "))
	default:
		return bindTariffs(byFacts(home.ladder(), home.Code, r.Facts), r.Case), nil
	}
	return dunning.Policy{}, problems.Err()
}

// named is the policy that a request names.
func named(r dunning.Request, rules []Rules, home Rules) (dunning.Policy, error) {
	p, ok := policyOf(r.PolicyName, rules)
	if !ok {
		var problems ledger.Problems
		problems.Addf("/policy", "%q is no policy, want one of %s", clip(r.PolicyName), strings.Join(policyNames(rules), ", "))
		return p, problems.Err()
	}
	if _, ladder := Find(rules, r.PolicyName); ladder {
		return bindTariffs(byFacts(p, r.PolicyName, r.Facts), r.Case), nil
	}
	if home.Code != "" {
		p.Tariffs = home.Fees
	}
	return bindTariffs(p, r.Case), nil
}

// bindTariffs puts the tariffs that levels ask for on the units and limits that the
// policy's list has for the debtor ([bound]), as fees of the case stand on them.
func bindTariffs(p dunning.Policy, c ledger.Case) dunning.Policy {
	a := (&resolver{c: c}).audience()
	asked := func(code string) bool {
		return slices.ContainsFunc(p.Levels, func(l dunning.Level) bool { return l.Fee == code || l.Announces == code })
	}
	p.Tariffs = slices.Clone(p.Tariffs)
	for i, t := range p.Tariffs {
		if asked(t.Code) {
			p.Tariffs[i] = bound(t, p.Tariffs, a, 0)
		}
	}
	return p
}
