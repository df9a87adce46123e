package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const tariffColumns = "code,audience,valid_from,valid_to,selector,over,up_to,upper,shape,amount,percent,per,factor,unit,min,max,vat,currency,guards,legal_basis,source,evidence\n"

// tariffs is a directory with one file of own tariffs.
func tariffs(t *testing.T, name, rows string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(tariffColumns+rows), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestFees(t *testing.T) {
	for line, want := range map[string][]string{
		"fees --jurisdiction SE --on 2026-01-01":               {"REMINDER, all debtors", "60.00 (SEK)", "only if agreed", "4 §", "riksdagen.se"},
		"fees --jurisdiction SE --on 2010-01-01":               {"50.00 (SEK)", "NOT KNOWN ON THIS DAY", "compensation (business)"},
		"fees --jurisdiction NL --on 2026-01-01 --format json": {`"code": "collection"`, `"percent": "15"`, `"min": "40.00"`, `"max": "6775.00"`, `"vat": "21"`},
		"fees --jurisdiction GB --format json":                 {`"exclusive": true`, `"amount": "70.00"`},
	} {
		r := invoke(t, t.TempDir(), "", line)
		if r.code != 0 || r.stderr != "" {
			t.Fatalf("%s: exit %d, %s", line, r.code, r.stderr)
		}
		for _, w := range want {
			if !strings.Contains(r.stdout, w) {
				t.Errorf("%s: no %q in\n%s", line, w, r.stdout)
			}
		}
	}
}

// Own tariffs stand in for built-in ones, here and in statements.
func TestOwnTariffs(t *testing.T) {
	dir := tariffs(t, "SE.csv", "reminder,all,2020-01-01,,measure,,,,flat,45.00,,,,,,,none,SEK,,contract,own,sourced\n"+
		"visit,consumer,2020-01-01,,measure,,,,percent,,2,,,,10.00,,none,SEK,,contract,own,sourced\n")
	r := invoke(t, dir, "", "fees --jurisdiction SE --on 2026-01-01 --tariffs $")
	if !strings.Contains(r.stdout, "45.00 (SEK)") || strings.Contains(r.stdout, " 60.00 (SEK)") || !strings.Contains(r.stdout, "VISIT, consumer") || !strings.Contains(r.stdout, "180.00 (SEK)") {
		t.Errorf("%s%s", r.stdout, r.stderr)
	}
	const file = `{"id": "C", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
		"claims": [{"id": "A", "principal": "1000.00", "due": "2024-01-31", "interest": {"basis": "none"}}],
		"fees": [{"id": "F", "code": "reminder", "date": "2024-03-01"}, {"id": "G", "code": "visit", "date": "2024-03-02"}]}`
	r = invoke(t, dir, file, "statement --as-of 2024-03-31 --format json --tariffs $ -")
	if !strings.Contains(r.stdout, `"fees": "65.00"`) {
		t.Errorf("%s%s", r.stdout, r.stderr)
	}
	if r = invoke(t, dir, file, "statement --as-of 2024-03-31 -"); r.code != 1 || !strings.HasPrefix(r.stderr, `/fees/1/code: "visit" has no tariff`) {
		t.Errorf("exit %d, %s", r.code, r.stderr)
	}
}

// Every problem of own tariffs comes with its file and row.
func TestOwnTariffsRefused(t *testing.T) {
	dir := tariffs(t, "SE.csv", "reminder,all,2020-01-01,,measure,,100.00,,flat,10.00,,,,,,,none,SEK,,terms,own,sourced\n"+
		"reminder,all,2020-01-01,,measure,150.00,,,flat,x,,,,,9.00,5.00,none,SEK,,terms,own,sourced\n"+
		"reminder,all,2019-01-01,2021-01-01,measure,,,,flat,10.00,,,,,,,none,SEK,,terms,own,sourced\n")
	r := invoke(t, dir, "", "fees --jurisdiction SE --tariffs $")
	lines := strings.Split(strings.TrimSpace(r.stderr), "\n")
	if r.code != 1 || r.stdout != "" || len(lines) != 4 {
		t.Fatalf("exit %d, %s", r.code, r.stderr)
	}
	for i, want := range []string{"row 2: min", "row 3: amount", "row 3: over", "row 4: valid_from"} {
		if !strings.Contains(lines[i], "SE.csv: "+want) {
			t.Errorf("line %d is %q, want %q", i, lines[i], want)
		}
	}
	dir = tariffs(t, "XX.csv", "")
	if r := invoke(t, dir, "", "fees --jurisdiction SE --tariffs $"); r.code != 1 {
		t.Errorf("exit %d, %s", r.code, r.stderr)
	}
}
