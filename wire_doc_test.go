package skuld_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/internal/golden"
)

// wireRow says what is made of one field of a foreign system.
type wireRow struct {
	// row is the number of the calculation in the collected study of fields; "" for a
	// field that is only kept.
	row, field, kind, function, golden string
}

// wireSystems are the systems in the order of docs/wire.md, with the files of the study
// that show their fields.
var wireSystems = []struct {
	dir, name string
	seeds     []string
	// transport are fields of errors and of lists, which are no part of what is kept.
	transport []string
}{
	{"aptic", "Aptic CLVR", []string{"000", "001", "003"}, []string{
		"type", "title", "detail", "instance", "property1", "property2", "count", "skip", "total", "value", "links", "href",
		"name1", "name2", "name3", "guid", "async", "caseGuids", "impStockId",
	}},
	{"rival", "RivalREST", []string{"002"}, nil},
	{"solaris", "Solaris", []string{"004"}, []string{"total", "dunning_case_id"}},
}

var wireKinds = []string{"computed", "input", "code", "storage"}

// lastWireRow is the number of the last row of the study.
const lastWireRow = 126

// docs/wire.md lists what is made of every field of the systems that skuld speaks, from
// the tables beside their goldens.
func TestWireDocs(t *testing.T) {
	var doc strings.Builder
	doc.WriteString(wireHead)
	seen := map[string]bool{}
	for _, s := range wireSystems {
		rows := wireRows(t, s.dir)
		for i, r := range rows {
			checkWireRow(t, s.dir, i, r)
			seen[r.row] = true
		}
		writeWireSystem(&doc, s.name, s.dir, rows)
	}
	for n := 1; n <= lastWireRow; n++ {
		if !seen[strconv.Itoa(n)] {
			t.Errorf("row %d of the study has no field, want one", n)
		}
	}
	const file = "docs/wire.md"
	if golden.Updating() {
		if err := os.WriteFile(file, []byte(doc.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(doc.String(), string(text)); diff != "" {
		t.Errorf("%s is stale (make docs, if the change is meant):\n%s", file, diff)
	}
}

const wireHead = `# Fields of the systems that skuld speaks

Written by a test from testdata/wire/*/rows.csv; the goldens it names lie beside them. *computed* fields are answered, *input* fields and *codes* decide figures, *storage* is kept and calculates nothing. Row numbers are those of the study of the systems' fields that the library was built from.
`

// wireRows reads the table of a system.
func wireRows(t *testing.T, dir string) []wireRow {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "wire", dir, "rows.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"row", "field", "kind", "function", "golden"}; !slices.Equal(lines[0], want) {
		t.Fatalf("%s: columns %v, want %v", dir, lines[0], want)
	}
	var rows []wireRow
	for _, l := range lines[1:] {
		rows = append(rows, wireRow{l[0], l[1], l[2], l[3], l[4]})
	}
	return rows
}

// checkWireRow looks whether what a line names is there.
func checkWireRow(t *testing.T, dir string, i int, r wireRow) {
	t.Helper()
	at := fmt.Sprintf("testdata/wire/%s/rows.csv line %d (%s)", dir, i+2, r.field)
	if !slices.Contains(wireKinds, r.kind) {
		t.Errorf("%s: kind %q, want one of %v", at, r.kind, wireKinds)
	}
	if r.kind == "storage" {
		return
	}
	if r.golden == "" || r.function == "" || r.row == "" && r.kind != "input" {
		t.Errorf("%s: a field that is more than stored, want its row, function and golden", at)
		return
	}
	answer, asked, err := goldenTexts(wireGolden(dir, r.golden))
	switch field := `"` + r.field + `"`; {
	case err != nil:
		t.Errorf("%s: %v", at, err)
	case strings.Contains(answer, field):
	case r.kind == "computed":
		t.Errorf("%s: %s does not answer it", at, r.golden)
	case !strings.Contains(asked, field):
		t.Errorf("%s: neither %s nor its document has it", at, r.golden)
	}
	for _, name := range strings.Split(r.function, ";") {
		if !inAPI(name) {
			t.Errorf("%s: %s is in no listing of the API, want package.Name", at, name)
		}
	}
}

// goldenTexts are what a golden expects and the document that it asks about.
func goldenTexts(file string) (answer, asked string, err error) {
	f, err := golden.Read(file)
	if err != nil {
		return "", "", err
	}
	for _, dir := range []string{filepath.Dir(file), "testdata"} {
		if text, err := os.ReadFile(filepath.Join(dir, f.Get("case"))); err == nil {
			return string(f.Body), string(text), nil
		}
	}
	return string(f.Body), "", fmt.Errorf("%s: no document %q", file, f.Get("case"))
}

// wireGolden is where a golden lies: beside the documents of its system, or where the
// path says from testdata on.
func wireGolden(dir, name string) string {
	if strings.Contains(name, "/") {
		return "testdata/" + name
	}
	return "testdata/wire/" + dir + "/" + name
}

// inAPI reports whether a listing of the public API has a name such as
// "ledger.Book.Payoff" or "allocation/remittance.Remit".
func inAPI(name string) bool {
	name = strings.TrimSpace(name)
	slash := strings.LastIndexByte(name, '/') + 1
	dot := strings.IndexByte(name[slash:], '.')
	if dot < 0 {
		return false
	}
	text, err := os.ReadFile(filepath.Join("api", strings.ReplaceAll(name[:slash+dot], "/", "-")+".txt"))
	parts := strings.Split(name[slash+dot+1:], ".")
	last := parts[len(parts)-1]
	return err == nil && regexp.MustCompile(`\b`+regexp.QuoteMeta(last)+`\b`).Match(text)
}

func writeWireSystem(doc *strings.Builder, name, dir string, rows []wireRow) {
	fmt.Fprintf(doc, "\n## %s\n\n| row | field | kind | computed by | shown by |\n|---|---|---|---|---|\n", name)
	var stored []string
	for _, r := range rows {
		if r.kind == "storage" {
			stored = append(stored, "`"+r.field+"`")
			continue
		}
		fmt.Fprintf(doc, "| %s | `%s` | %s | `%s` | [%s](../%s) |\n", r.row, r.field, r.kind,
			strings.ReplaceAll(r.function, ";", "`, `"), strings.TrimSuffix(filepath.Base(r.golden), ".golden"), wireGolden(dir, r.golden))
	}
	slices.Sort(stored)
	fmt.Fprintf(doc, "\nStorage: %s.\n", strings.Join(slices.Compact(stored), ", "))
}

// Every field that the systems' descriptions show has a line in the table of its system.
// The descriptions lie outside the repository, in the directory that SKULD_SEEDS names.
func TestEveryFieldOfTheSystems(t *testing.T) {
	dir := os.Getenv("SKULD_SEEDS")
	if dir == "" {
		t.Skip("SKULD_SEEDS names no directory with the systems' descriptions")
	}
	for _, s := range wireSystems {
		known := map[string]bool{}
		for _, r := range wireRows(t, s.dir) {
			known[r.field] = true
		}
		for _, seed := range s.seeds {
			files, err := filepath.Glob(filepath.Join(dir, seed+"_*.txt"))
			if err != nil || len(files) != 1 {
				t.Fatalf("%s: %d files, %v", seed, len(files), err)
			}
			text, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			fields := seedFields(string(text), s.transport)
			if len(fields) < 15 {
				t.Errorf("%s: only %d fields found", files[0], len(fields))
			}
			for _, f := range fields {
				if !known[f] {
					t.Errorf("%s: %s has no line in testdata/wire/%s/rows.csv", filepath.Base(files[0]), f, s.dir)
				}
			}
		}
	}
}

// Forms in which the descriptions name a field: as a key of a sample, on a line of its
// own above its type, or run together with its type.
var (
	keyField  = regexp.MustCompile(`"([A-Za-z_][A-Za-z_0-9]*)":`)
	lineField = regexp.MustCompile(`(?m)^([a-z][A-Za-z0-9_]*)\n(?:required\n)?(?:string|number|integer|boolean|Array of)\b`)
	runField  = regexp.MustCompile(`(?m)^([a-z_]+?)(?:string\(?|SolarisToolkit)[a-z.A-Z()]*required$`)
)

// seedFields lists the fields that a description names, without those of the transport.
func seedFields(text string, transport []string) []string {
	var out []string
	for _, form := range []*regexp.Regexp{keyField, lineField, runField} {
		for _, m := range form.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(transport, m[1]) {
				out = append(out, m[1])
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
