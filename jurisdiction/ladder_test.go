package jurisdiction

import (
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/money"
)

// builtInPolicies are all built-in policies with the currency they are for.
func builtInPolicies(t *testing.T) map[string]dunning.Policy {
	t.Helper()
	policies := map[string]dunning.Policy{}
	for _, name := range Policies() {
		p, ok := Policy(name)
		if !ok || p.Name != name {
			t.Fatalf("Policy(%q) = %q, %v", name, p.Name, ok)
		}
		policies[name] = p
	}
	return policies
}

func isLadder(name string) bool { return len(name) == 2 }

// audiencesOf are those that a level is for.
func audiencesOf(l dunning.Level) []fee.Audience {
	if l.Audience == 0 || l.Audience == fee.Everybody {
		return []fee.Audience{fee.Consumer, fee.Business}
	}
	return []fee.Audience{l.Audience}
}

func hasTariff(tariffs []fee.Tariff, code string, a fee.Audience) bool {
	_, ok := fee.Find(tariffs, code, a)
	return ok
}

func TestPolicyNames(t *testing.T) {
	want := []string{"AT", "DE", "DK", "FI", "GB", "NL", "NO", "SE", "solaris-consumer", "solaris-freelancer"}
	if got := Policies(); !slices.Equal(got, want) {
		t.Errorf("policies %v, want %v", got, want)
	}
	for _, name := range []string{"", "EU", "se", "solaris"} {
		if p, ok := Policy(name); ok {
			t.Errorf("Policy(%q) = %q", name, p.Name)
		}
	}
	if EU().Ladder.Levels != nil {
		t.Error("the European Union has a ladder")
	}
}

func TestPoliciesAreValid(t *testing.T) {
	for name, p := range builtInPolicies(t) {
		currency := money.MustCurrency("EUR")
		if r, ok := Find(All(), name); ok {
			currency = r.Currency
		}
		if err := p.Validate(currency); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if p.Anchor != dunning.AnchorDue || p.Grace != (dunning.Grace{Roll: true}) || p.Delivery != 3 || p.MaxStep != 1 || p.Cure != (dunning.Threshold{}) {
			t.Errorf("%s: anchor, grace, delivery, step or cure is not that of all", name)
		}
		if want := strings.TrimPrefix(name, "solaris-"); isLadder(name) && p.Calendar.Code() != want || !isLadder(name) && p.Calendar.Code() != "DE" {
			t.Errorf("%s counts by the calendar of %s", name, p.Calendar.Code())
		}
	}
}

// Every level says what it rests on and what its letter is, every fee and unit of it is
// known, and every letter that it requires is one that the same debtor can get.
func TestLevelsOfPolicies(t *testing.T) {
	for name, p := range builtInPolicies(t) {
		for i, l := range p.Levels {
			if l.Citation == "" || l.Text == "" || p.Citation != ladderDefault {
				t.Errorf("%s level %d (%s) lacks a citation or a text", name, i+1, l.Kind)
			}
			for _, a := range audiencesOf(l) {
				checkLevel(t, p, i, a)
			}
		}
	}
}

func checkLevel(t *testing.T, p dunning.Policy, i int, a fee.Audience) {
	t.Helper()
	l := p.Levels[i]
	for _, code := range []string{l.Fee, l.Announces} {
		if code != "" && (!hasTariff(p.Tariffs, code, a) || !chargeable(code)) {
			t.Errorf("%s level %d (%s): no fee %s for a %s", p.Name, i+1, l.Kind, code, a)
		}
	}
	for _, kind := range l.Requires {
		if !slices.ContainsFunc(p.Levels, func(o dunning.Level) bool { return o.Kind == kind && slices.Contains(audiencesOf(o), a) }) {
			t.Errorf("%s level %d (%s): no %s gets a %s", p.Name, i+1, l.Kind, a, kind)
		}
	}
	claim := func(l dunning.Level) bool { return l.Track == 0 || l.Track == dunning.TrackClaim }
	first := !slices.ContainsFunc(p.Levels[:i], func(o dunning.Level) bool { return claim(o) && slices.Contains(audiencesOf(o), a) })
	if isLadder(p.Name) && claim(l) && l.Expired == first {
		t.Errorf("%s level %d (%s) for a %s: waits for the letter before %v, first %v", p.Name, i+1, l.Kind, a, l.Expired, first)
	}
}

// Where the law gives days between letters or after the due day, the ladder's own days
// are no fewer for any debtor, so that the wait for a fee adds none.
func TestLaddersKeepTheDaysOfTariffs(t *testing.T) {
	for name, p := range builtInPolicies(t) {
		for i, l := range p.Levels {
			for _, a := range audiencesOf(l) {
				tariff, ok := fee.Find(p.Tariffs, l.Fee, a)
				if !ok || !l.Waits {
					continue
				}
				for _, g := range tariff.Guards {
					if g.Rule == fee.RuleAfterDue && l.After < g.N && !l.Expired || g.Rule == fee.RuleGap && l.Expired && l.Gap < g.N {
						t.Errorf("%s level %d (%s): %s, the level has after %d, gap %d", name, i+1, l.Kind, g.Text(), l.After, l.Gap)
					}
				}
			}
		}
	}
}

// Terms of ladders move as days for paying do, where the country's law moves those.
func TestTermsRollByTheRuleOfDueDays(t *testing.T) {
	for _, r := range All() {
		for i, l := range r.Ladder.Levels {
			if l.Kind == kindEnforcement || l.Term == (dunning.Term{}) {
				continue
			}
			if l.Term.Roll != (r.DueRule != "") {
				t.Errorf("%s level %d (%s): rolls %v beside the rule %q", r.Code, i+1, l.Kind, l.Term.Roll, r.DueRule)
			}
		}
	}
}

// The policy of a caller is not that of all.
func TestPoliciesAreNotShared(t *testing.T) {
	p, _ := Policy("SE")
	p.Levels[0].Kind, p.Tariffs[0].Code = "changed", "changed"
	q, _ := Policy("SE")
	if q.Levels[0].Kind != kindReminder || q.Tariffs[0].Code == "changed" {
		t.Error("changing a policy changes the next")
	}
}
