package native

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/ledger"
)

// With the rules and tables of the calculator, what could not be read has no
// further consequences, and the rest is checked.
func TestDecodeCaseWithRules(t *testing.T) {
	in := func(jurisdiction, debtor, claim string) string {
		return `{"id":"C-1","currency":"SEK",` + jurisdiction + debtor + `"claims":[{"id":"INV-1","principal":"1.00",` + claim + `}]}`
	}
	const se, gb, consumer = `"jurisdiction":"SE",`, `"jurisdiction":"GB",`, `"debtor":"consumer",`
	const due = `"due":"2024-01-31"`
	noSeries := "/claims/0/interest/series: " + `"XX" is not a known series`
	for _, c := range []struct {
		name, text string
		want       []string // how the problems begin
	}{
		{"first day", in("", "", `"interest":{"from":"2024-13-01","basis":"fixed","rate":"5"}`), []string{"/claims/0/interest/from: "}},
		{"first day, and a series", in("", "", `"interest":{"from":"2024-13-01","basis":"reference","series":"XX"}`), []string{
			"/claims/0/interest/from: ", noSeries,
		}},
		{"jurisdiction", in(`"jurisdiction":5,`, "", due+`,"interest":{"basis":"statutory"}`), []string{"/jurisdiction: the number 5"}},
		{"jurisdiction, and no terms", in(`"jurisdiction":5,`, "", due), []string{"/jurisdiction: the number 5"}},
		{"jurisdiction, and a series", in(`"jurisdiction":5,`, "", due+`,"interest":{"basis":"reference","series":"XX"}`), []string{
			"/jurisdiction: the number 5", noSeries,
		}},
		{"unknown jurisdiction", in(`"jurisdiction":"XX",`, consumer, due), []string{`/jurisdiction: "XX" has no rules here`}},
		{"basis", in(se, "", due+`,"interest":{"basis":"refrence","series":"SE","margin":"8"}`), []string{"/claims/0/interest/basis: "}},
		{"basis where the statute refuses", in(gb, consumer, due+`,"interest":{"basis":"refrence"}`), []string{"/claims/0/interest/basis: "}},
		{"terms where the statute refuses", in(gb, consumer, due+`,"interest":"none"`), []string{"/claims/0/interest: "}},
		{"claim where the statute refuses", `{"id":"C-1","currency":"GBP","jurisdiction":"GB","debtor":"consumer","claims":["INV-1"]}`, []string{"/claims/0: "}},
		{"basis where the statute refuses another", `{"id":"C-1","currency":"GBP","jurisdiction":"GB","debtor":"consumer","claims":[
			{"id":"A","principal":"1.00","due":"2024-01-31","interest":{"basis":"x"}},{"id":"B","principal":"1.00","due":"2024-01-31"}]}`,
			[]string{"/claims/0/interest/basis: ", `/debtor: "consumer" bears no statutory interest`}},
		{"no basis of an agreed rate", in(se, consumer, due+`,"interest":{"basis":"statutory","agreed":{"margin":"1"}}`), []string{
			"/claims/0/interest/agreed/basis: missing",
		}},
		{"agreed basis", in(se, consumer, due+`,"interest":{"basis":"statutory","agreed":{"basis":"x"},"cutoff":"2025-01-01"}`), []string{
			"/claims/0/interest/agreed/basis: ",
		}},
		{"agreed rate", in(se, consumer, due+`,"interest":{"basis":"statutory","agreed":7,"cutoff":"2025-01-01"}`), []string{"/claims/0/interest/agreed: "}},
		{"series", in(se, consumer, due+`,"interest":{"basis":"reference","series":5}`), []string{"/claims/0/interest/series: the number 5"}},
		{"debtor", in(gb, `"debtor":"person",`, due), []string{`/debtor: "person"`}},
		{"no jurisdiction", in("", "", due+`,"interest":{"basis":"statutory","floor":{"series":"XX"}}`), []string{
			"/claims/0/interest/basis: statutory without a jurisdiction", `/claims/0/interest/floor/series: "XX" is not a known series`,
		}},
		{"ids", `{"id":"C-1","currency":"SEK","debtors":[{"id":1}],"claims":[{"id":17,"principal":"1.00","due":"2024-01-31"}],
			"payments":[{"id":"P-1","date":"2024-05-10","amount":"1.00","by":"1","specification":[{"item":"17","component":"principal","amount":"1.00"}]}]}`,
			[]string{"/debtors/0/id: ", "/claims/0/id: "}},
		{"amount", `{"id":"C-1","currency":"SEK","claims":[{"id":"A","principal":"1.00","due":"2024-01-31"}],
			"payments":[{"id":"P-1","date":"2024-05-10","amount":1,"specification":[{"item":"A","component":"principal","amount":"1.00"}]}]}`,
			[]string{"/payments/0/amount: "}},
		{"form in order", in(se, consumer, due+`,"interest":{"basis":"reference","series":"XX"}`), []string{noSeries}},
		{"nothing wrong", in(se, consumer, due), nil},
		{"too deep", `{"holds":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`, []string{"/holds/0"}},
		{"no object", `[]`, []string{"a list, want an object"}},
		{"no JSON", `{`, []string{"line 1, column 2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := DecodeCaseWith(strings.NewReader(c.text), skuld.Default().Check)
			got := ledger.AsProblems(err)
			if len(got) != len(c.want) {
				t.Fatalf("%d problems, want %d:\n%v", len(got), len(c.want), err)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(got[i].Error(), want) {
					t.Errorf("problem %d is %q, want it to begin with %q", i, got[i], want)
				}
			}
		})
	}
}

// A refusal of a claim as a whole is heard unless a fact of that claim, or one by
// which all claims are judged, is in question itself.
func TestRefusals(t *testing.T) {
	refuse := func(c ledger.Case) error {
		var ps ledger.Problems
		for i := range c.Claims {
			ps.Addf(fmt.Sprintf("/claims/%d/interest", i), "refused, want another claim")
		}
		return ps.Err()
	}
	const two = `{"id":"C-1","currency":"SEK",$"claims":[{"id":"A","principal":"1.00","due":"2024-01-31","contracted":"#"},{"id":"B","principal":"1.00","due":"2024-01-31"}]}`
	for _, c := range []struct {
		fields, contracted string
		want               []string
	}{
		{"", "2024-01-01", []string{"/claims/0/interest", "/claims/1/interest"}},
		{"", "1.1.2024", []string{"/claims/0/contracted", "/claims/1/interest"}},
		{`"debtor":1,`, "", []string{"/debtor"}},
		{`"titles":[1],`, "", []string{"/titles/0"}},
	} {
		_, err := DecodeCaseWith(strings.NewReader(strings.Replace(fill(two, c.fields), "#", c.contracted, 1)), refuse)
		var got []string
		for _, p := range ledger.AsProblems(err) {
			got = append(got, p.Path)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s%s (-want +got):\n%s", c.fields, c.contracted, diff)
		}
	}
}

// The case comes back as it was read, whatever the check was given.
func TestDecodeCaseWithLeavesTheCaseAlone(t *testing.T) {
	text := fill(inInterest, `"basis":"x","floor":"1"`)
	var given ledger.Case
	c, err := DecodeCaseWith(strings.NewReader(text), func(c ledger.Case) error {
		given = c
		return errors.New("no rules, want some")
	})
	if got := ledger.AsProblems(err); len(got) != 2 || got[1].Error() != "no rules, want some" {
		t.Errorf("problems %v, want the second from the check", err)
	}
	if b := c.Claims[0].Interest.Basis; b != 0 {
		t.Errorf("read basis %v, want none", b)
	}
	if b := given.Claims[0].Interest.Basis; b != ledger.BasisFixed || given.Claims[0].Interest.Floor == nil {
		t.Errorf("the check was given basis %v and floor %v, want fixed and the floor", b, given.Claims[0].Interest.Floor)
	}
}

// Beyond the bound of problems there is no further check.
func TestDecodeCaseWithTooMany(t *testing.T) {
	called := false
	text := fill(inCase, `"payments":[`+strings.Repeat("0,", MaxProblems)+`0]`)
	if _, err := DecodeCaseWith(strings.NewReader(text), func(ledger.Case) error { called = true; return nil }); err == nil || called {
		t.Errorf("called %v, error %v", called, err)
	}
}
