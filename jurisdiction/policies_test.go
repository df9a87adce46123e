package jurisdiction

import (
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// asking is a request about a case of a jurisdiction.
func asking(jurisdiction string, debtor ledger.DebtorKind, edit ...func(*dunning.Request)) dunning.Request {
	r := dunning.Request{Case: one(jurisdiction, debtor, "2026-01-30")}
	for _, e := range edit {
		e(&r)
	}
	return r
}

func naming(name string) func(*dunning.Request) {
	return func(r *dunning.Request) { r.PolicyName = name }
}
func own(p dunning.Policy) func(*dunning.Request) { return func(r *dunning.Request) { r.Policy = &p } }
func given(f dunning.Facts) func(*dunning.Request) {
	return func(r *dunning.Request) { r.Facts = f }
}

func TestResolvePolicy(t *testing.T) {
	consumer, business := ledger.Consumer, ledger.Business
	mine := dunning.Policy{Name: "mine", Levels: []dunning.Level{{Kind: "letter", Fee: "demand"}}}
	brings := mine
	brings.Tariffs = Tariffs("NO")
	for _, c := range []struct {
		name    string
		r       dunning.Request
		want    string // the policy's name
		tariffs string // whose
		fees    string // of its levels
	}{
		{"jurisdiction", asking("SE", consumer), "SE", "SE", "reminder demand application enforcement"},
		{"named ladder of another country", asking("SE", consumer, naming("FI")), "FI", "FI", "reminder reminder demand demand second-demand"},
		{"loan", asking("DE", consumer, naming("solaris-consumer")), "solaris-consumer", "DE", ""},
		{"loan in another country", asking("AT", consumer, naming("solaris-consumer")), "solaris-consumer", "AT", ""},
		{"loan without a country", asking("", consumer, naming("solaris-freelancer")), "solaris-freelancer", "DE", ""},
		{"own", asking("SE", consumer, own(mine)), "mine", "SE", "demand"},
		{"own by the creditor", asking("FI", consumer, own(mine), given(dunning.Facts{ByCreditor: true})), "mine", "FI", "demand"},
		{"own with tariffs", asking("SE", consumer, own(brings)), "mine", "NO", "demand"},
		{"own without a country", asking("", consumer, own(mine)), "mine", "", "demand"},
		{"FI creditor", asking("FI", consumer, given(dunning.Facts{ByCreditor: true})), "FI", "FI", "reminder reminder own-demand own-demand own-demand"},
		{"FI enforceable", asking("FI", consumer, given(dunning.Facts{Enforceable: true})), "FI", "FI",
			"reminder reminder enforceable-demand enforceable-demand second-enforceable-demand"},
		{"NO creditor", asking("NO", business, given(dunning.Facts{ByCreditor: true})), "NO", "NO", "reminder notice own-demand"},
		{"DK creditor", asking("DK", business, given(dunning.Facts{ByCreditor: true})), "DK", "DK", "reminder reminder reminder own-collection"},
		{"AT creditor", asking("AT", business, given(dunning.Facts{ByCreditor: true})), "AT", "AT", ""},
		{"DE creditor", asking("DE", business, given(dunning.Facts{ByCreditor: true, Disputed: true})), "DE", "DE", ""},
		{"DE disputed", asking("DE", business, given(dunning.Facts{Disputed: true})), "DE", "DE", "disputed-collection agent enforcement-measure"},
		{"DE old mandate", asking("DE", business, given(dunning.Facts{Mandate: day("2021-09-30")})), "DE", "DE", "collection agent enforcement-measure"},
		{"DE new mandate", asking("DE", business, given(dunning.Facts{Mandate: day("2021-10-01")})), "DE", "DE",
			"simple-collection +collection agent enforcement-measure"},
		{"NL creditor", asking("NL", consumer, given(dunning.Facts{ByCreditor: true})), "NL", "NL", "+collection collection collection"},
	} {
		p, err := ResolvePolicy(c.r, All())
		if err != nil || p.Name != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, p.Name, err, c.want)
			continue
		}
		if got := codesOf(p.Tariffs); !slices.Equal(got, codesOf(Tariffs(c.tariffs))) {
			t.Errorf("%s: tariffs %v, want those of %q", c.name, got, c.tariffs)
		}
		if got := strings.Join(feesOf(p), " "); got != c.fees {
			t.Errorf("%s: fees %q, want %q", c.name, got, c.fees)
		}
	}
}

// feesOf lists the fees of the levels, announced ones with a plus.
func feesOf(p dunning.Policy) []string {
	var codes []string
	for _, l := range p.Levels {
		if l.Fee != "" {
			codes = append(codes, l.Fee)
		}
		if l.Announces != "" {
			codes = append(codes, "+"+l.Announces)
		}
	}
	return codes
}

func codesOf(tariffs []fee.Tariff) []string {
	var codes []string
	for _, t := range tariffs {
		codes = append(codes, t.Code+" "+t.Audience.String())
	}
	return codes
}

func TestResolvePolicyRefuses(t *testing.T) {
	ladderless := SE()
	ladderless.Ladder = dunning.Policy{}
	for _, c := range []struct {
		name  string
		r     dunning.Request
		rules []Rules
		want  string
	}{
		{"unknown name", asking("SE", ledger.Consumer, naming("XX")), All(), `/policy: "XX" is no policy, want one of AT, DE, DK, FI, GB, NL, NO, SE, solaris-consumer, solaris-freelancer`},
		{"no ladder there", asking("EU", ledger.Business), All(), `/policy: missing, and "EU" has no ladder, want one of AT`},
		{"named, no ladder there", asking("EU", ledger.Business, naming("EU")), All(), `/policy: "EU" is no policy`},
		{"no jurisdiction", asking("", ledger.Consumer), All(), "/policy: missing, and the case names no jurisdiction, want one of AT"},
		{"unknown jurisdiction", asking("XX", ledger.Consumer), All(), `/policy: missing, and "XX" has no ladder`},
		{"both", asking("SE", ledger.Consumer, naming("SE"), own(dunning.Policy{})), All(), `/policy: both the name "SE" and a policy, want one of them`},
		{"rules of the user", asking("DE", ledger.Consumer, naming("SE")), []Rules{DE(), ladderless}, `/policy: "SE" is no policy, want one of DE, solaris-consumer`},
	} {
		if _, err := ResolvePolicy(c.r, c.rules); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// Tariffs that a user puts into the rules are those of the ladder, below every unit and
// limit too.
func TestResolvePolicyTakesTheTariffsOfTheRules(t *testing.T) {
	changed := FI()
	capped, _ := fee.Find(changed.Fees, "total-cap", fee.Consumer)
	capped.Versions = slices.Clone(capped.Versions[:1])
	capped.Versions[0].Citation = "mine"
	changed.Fees = WithTariffs(changed.Fees, []fee.Tariff{capped})
	p, err := ResolvePolicy(asking("FI", ledger.Consumer), []Rules{changed})
	if err != nil {
		t.Fatal(err)
	}
	reminder, _ := fee.Find(p.Tariffs, "reminder", fee.Consumer)
	i := slices.IndexFunc(reminder.Guards, func(g fee.Guard) bool { return g.Rule == fee.RuleTotal })
	if i < 0 || reminder.Guards[i].Limit.Versions[0].Citation != "mine" {
		t.Errorf("the limit of the reminder is not the user's: %v", reminder.Guards)
	}
	built, _ := fee.Find(Tariffs("FI"), "reminder", fee.Consumer)
	if built.Guards[i].Limit.Versions[0].Citation == "mine" {
		t.Error("the built-in tariff was changed")
	}
	named, err := ResolvePolicy(asking("SE", ledger.Consumer, naming("FI")), []Rules{SE(), changed})
	if got, _ := fee.Find(named.Tariffs, "total-cap", fee.Consumer); err != nil || got.Versions[0].Citation != "mine" {
		t.Errorf("a named ladder has other tariffs than its rules: %v", err)
	}
}

// A ladder of the user's own rules goes by their code where it has no name.
func TestOwnLadder(t *testing.T) {
	r := Rules{Code: "XX", Ladder: dunning.Policy{Levels: []dunning.Level{{Kind: "letter"}}}, Fees: Tariffs("SE")}
	p, err := ResolvePolicy(asking("XX", ledger.Consumer), []Rules{r})
	if err != nil || p.Name != "XX" || len(p.Tariffs) == 0 || p.Validate(money.MustCurrency("EUR")) != nil {
		t.Errorf("%q with %d tariffs, %v", p.Name, len(p.Tariffs), err)
	}
	if p, err := ResolvePolicy(asking("SE", ledger.Consumer, naming("XX")), []Rules{r}); err != nil || p.Name != "XX" {
		t.Errorf("%q, %v", p.Name, err)
	}
}

// Every fee that facts put into a ladder has a tariff there.
func TestFeesByFactsExist(t *testing.T) {
	for _, in := range insteads {
		p, _ := Policy(in.country)
		found := false
		for _, l := range p.Levels {
			if l.Fee != in.code && l.Announces != in.code {
				continue
			}
			found = true
			for _, a := range audiencesOf(l) {
				if in.other != "" && !hasTariff(p.Tariffs, in.other, a) {
					t.Errorf("%s: no fee %s for a %s in place of %s", in.country, in.other, a, in.code)
				}
			}
		}
		if !found {
			t.Errorf("%s: no level costs %s", in.country, in.code)
		}
	}
}
