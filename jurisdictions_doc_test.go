package skuld_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/doc/comment"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
)

// docs/jurisdictions is written from the rules and tables themselves, so that
// what people read is what the library does.
func TestJurisdictionDocs(t *testing.T) {
	comments := ruleComments(t)
	var index bytes.Buffer
	index.WriteString("# Jurisdictions\n\nWritten from the rules and tables by `make docs`; a test fails when a page is stale.\n\n" +
		"| | currency | day count | order | compounding |\n|---|---|---|---|---|\n")
	for _, r := range jurisdiction.All() {
		page := jurisdictionPage(t, r, comments[r.Code])
		sameFile(t, filepath.Join("docs/jurisdictions", r.Code+".md"), page)
		fmt.Fprintf(&index, "| [%s %s](%s.md) | %s | %s | %s | %s |\n", r.Code, r.Name, r.Code, r.Currency.Code(), r.DayCount, r.Order.Name, compoundingText(r))
	}
	sameFile(t, "docs/jurisdictions/README.md", index.Bytes())
}

func compoundingText(r jurisdiction.Rules) string {
	if r.Compounding == ledger.Annual {
		return "annual"
	}
	return "none"
}

// sameFile compares a generated text with its file, or writes it.
func sameFile(t *testing.T, path string, want []byte) {
	t.Helper()
	if golden.Updating() {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v: run make docs", err)
		return
	}
	if diff := cmp.Diff(string(have), string(want)); diff != "" {
		t.Errorf("%s is stale (make docs, if the change is meant):\n%s", path, diff)
	}
}

// ruleComments reads the doc comments of the functions that give the rules.
func ruleComments(t *testing.T) map[string]*ast.CommentGroup {
	out := map[string]*ast.CommentGroup{}
	sources(t, func(path string, _ *token.FileSet, file *ast.File) {
		if filepath.Dir(path) != "jurisdiction" {
			return
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && len(f.Name.Name) == 2 {
				out[f.Name.Name] = f.Doc
			}
		}
	})
	return out
}

func jurisdictionPage(t *testing.T, r jurisdiction.Rules, text *ast.CommentGroup) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s (%s)\n\n", r.Name, r.Code)
	_, body, _ := strings.Cut(text.Text(), "\n\n") // the first paragraph only names the country
	parsed := new(doc.Package).Parser().Parse(body)
	b.Write((&comment.Printer{TextWidth: -1}).Markdown(parsed))
	fmt.Fprintf(&b, "\n## Defaults\n\n| | |\n|---|---|\n| currency | %s |\n| day count | %s |\n| compounding | %s |\n", r.Currency.Code(), r.DayCount, compoundingText(r))
	if r.Calendar != nil {
		fmt.Fprintf(&b, "| due dates that are no business day | a finding; %s |\n", r.DueRule)
	}
	fmt.Fprintf(&b, "\nSettlement by `%s`, %s:\n\n", r.Order.Name, r.Order.Processing)
	for i, rung := range r.Order.Rungs {
		fmt.Fprintf(&b, "%d. %s (%s; %s)\n", i+1, componentNames(rung.Components), rung.Sequence, rung.Citation)
	}
	feeSection(&b, r)
	limitationSection(&b, r)
	b.WriteString("\n## Sources\n\n")
	for _, s := range r.Sources {
		fmt.Fprintf(&b, "- %s\n", s)
	}
	b.WriteString("\n## Tables\n")
	for _, name := range r.Series {
		table, ok := rates.BuiltIn().Lookup(name)
		if !ok {
			t.Fatalf("%s names the series %q, which does not exist", r.Code, name)
		}
		seriesSection(&b, table)
	}
	return b.Bytes()
}

// feeSection lists the latest version of every tariff.
func feeSection(b *bytes.Buffer, r jurisdiction.Rules) {
	if len(r.Fees) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## Fees\n\nThe latest version of each tariff; `skuld fees --jurisdiction %s --on DATE` shows those of a day with conditions and sources.\n\n"+
		"| code | debtor | formula | from | by the day of | conditions | basis | evidence |\n|---|---|---|---|---|---|---|---|\n", r.Code)
	for _, t := range r.Fees {
		v := t.Versions[len(t.Versions)-1]
		conditions := make([]string, len(t.Guards))
		for i, g := range t.Guards {
			conditions[i] = g.Text()
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n", t.Code, t.Audience, v.Formula(), v.From, t.Selector,
			strings.Join(conditions, "; "), strings.ReplaceAll(v.Citation, "|", "/"), v.Evidence)
	}
}

func componentNames(cs []allocation.Component) string {
	names := make([]string, len(cs))
	for i, c := range cs {
		names[i] = c.String()
	}
	return strings.Join(names, ", ")
}

// shownRows is how many of a table's last rows a page shows.
const shownRows = 12

func seriesSection(b *bytes.Buffer, table *rates.Table) {
	m := table.Meta()
	fmt.Fprintf(b, "\n### %s\n\n%s, %s, in per cent a year. %d values, known from %s through %s; changes: %s. %s.\n\n",
		m.Series, m.Name, m.Kind, table.Len(), table.Known().First(), m.KnownThrough, m.Changes, strings.TrimSuffix(m.Citation, "."))
	rows := table.Entries()
	if len(rows) > shownRows {
		fmt.Fprintf(b, "The last %d; `skuld rates %s` shows all.\n\n", shownRows, m.Series)
		rows = rows[len(rows)-shownRows:]
	}
	b.WriteString("| from | value | source | evidence |\n|---|---|---|---|\n")
	for _, e := range rows {
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", e.From, e.Value, strings.ReplaceAll(e.Source, "|", "/"), e.Evidence)
	}
	for _, s := range m.Superseded {
		fmt.Fprintf(b, "\nSuperseded: %s\n", s)
	}
	for _, note := range m.Notes {
		fmt.Fprintf(b, "\nNote: %s.\n", strings.TrimSuffix(note, "."))
	}
}
