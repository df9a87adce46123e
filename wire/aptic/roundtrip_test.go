package aptic

import (
	"bytes"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/money"
)

// documents are the case documents of the tests with the day on which they are answered.
func documents(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/wire/aptic/*case*.json")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d documents, %v", len(paths), err)
	}
	out := map[string]string{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[path] = string(text)
	}
	return out
}

func optionsFor(path string) Options {
	opt := options()
	switch name := filepath.Base(path); {
	case strings.HasPrefix(name, "nl-"):
		opt.Jurisdiction = "NL"
	case strings.Contains(name, "euro"):
		opt.Base = money.MustCurrency("EUR")
	}
	return opt
}

// Reading an answer again gives the case as it stands: the same figures on the same day.
func TestRoundTrip(t *testing.T) {
	for path, text := range documents(t) {
		const on = "2025-01-15"
		first := decode(t, text, optionsFor(path))
		answer := encoded(t, first, on)
		again, err := Decode(strings.NewReader(answer), optionsFor(path))
		if err != nil {
			t.Errorf("%s: %v\n%s", path, err, answer)
			continue
		}
		was, is := statementsOf(t, first, on), statementsOf(t, again, on)
		for i := range was {
			if was[i].Totals != is[i].Totals {
				t.Errorf("%s: read again the case has %+v, want %+v", path, is[i].Totals, was[i].Totals)
			}
			if err := is[i].Verify(); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
		const later = "2025-06-30"
		on1, on2 := statementsOf(t, first, later), statementsOf(t, again, later)
		for i := range on1 {
			// What is left below the smallest unit starts anew.
			if by := on1[i].Totals.Total.Minor() - on2[i].Totals.Total.Minor(); by < -2 || by > 2 {
				t.Errorf("%s: later the case has %s, want %s", path, on2[i].Totals.Total, on1[i].Totals.Total)
			}
		}
		keeps(t, path, text, answer)
		identities(t, path, answer)
		third, err := Decode(strings.NewReader(encoded(t, again, on)), optionsFor(path))
		if err != nil {
			t.Errorf("%s: a third time: %v", path, err)
			continue
		}
		for i, st := range statementsOf(t, third, on) {
			if st.Totals != was[i].Totals {
				t.Errorf("%s: a third time %+v, want %+v", path, st.Totals, was[i].Totals)
			}
		}
	}
}

// keeps checks that an answer has every field of its case.
func keeps(t *testing.T, path, text, answer string) {
	t.Helper()
	var in, out any
	if json.Unmarshal([]byte(text), &in) != nil || json.Unmarshal([]byte(answer), &out) != nil {
		t.Fatal(path)
	}
	if m, ok := in.(map[string]any); ok && m["value"] != nil {
		in = m["value"]
	}
	missing(t, path, in, out)
}

func missing(t *testing.T, path string, in, out any) {
	t.Helper()
	switch v := in.(type) {
	case map[string]any:
		o, ok := out.(map[string]any)
		if !ok {
			t.Errorf("%s: no object", path)
			return
		}
		for name, value := range v {
			if _, there := o[name]; !there {
				t.Errorf("%s/%s: not in the answer", path, name)
			} else if value != nil {
				missing(t, path+"/"+name, value, o[name])
			}
		}
	case []any:
		o, ok := out.([]any)
		if !ok || len(o) != len(v) {
			t.Errorf("%s: got %v, want %d elements", path, out, len(v))
			return
		}
		for i := range v {
			missing(t, path, v[i], o[i])
		}
	}
}

// identities checks that sums are those of their parts.
func identities(t *testing.T, path, answer string) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader([]byte(answer)))
	d.UseNumber()
	var doc any
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	list, ok := doc.([]any)
	if !ok {
		list = []any{doc}
	}
	for _, one := range list {
		c := one.(map[string]any)
		for _, what := range []string{"original", "paid", "remaining"} {
			sum := new(big.Rat)
			for _, part := range []string{"Principal", "Interest", "Fee"} {
				sum.Add(sum, ratOf(t, c[what+part]))
			}
			if sum.Cmp(ratOf(t, c[what+"Sum"])) != 0 {
				t.Errorf("%s: %sSum %v is not that of its parts", path, what, c[what+"Sum"])
			}
		}
		for list, name := range map[string]string{"debts": "remainingPrincipal", "fees": "remainingFee"} {
			sum := new(big.Rat)
			for _, item := range c[list].([]any) {
				if v, of := item.(map[string]any)["remainingPrincipal"], item.(map[string]any)["debtPrincipalType"]; of != "CREDIT_INVOICE" {
					sum.Add(sum, ratOf(t, v))
				}
			}
			if sum.Cmp(ratOf(t, c[name])) != 0 {
				t.Errorf("%s: %s %v, its %s have %s", path, name, c[name], list, sum.FloatString(2))
			}
		}
	}
}

func ratOf(t *testing.T, v any) *big.Rat {
	t.Helper()
	n, ok := v.(json.Number)
	if !ok {
		t.Fatalf("%v is no number", v)
	}
	r, ok := new(big.Rat).SetString(string(n))
	if !ok {
		t.Fatalf("%v is no number", v)
	}
	return r
}
