package skuld_test

import (
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// docs/findings.md lists exactly the codes that packages ledger, paymentplan, dunning,
// wire/rival and wire/aptic have.
func TestFindingsAreDocumented(t *testing.T) {
	var codes []string
	sources(t, func(path string, _ *token.FileSet, file *ast.File) {
		if path != "ledger/finding.go" && path != "paymentplan/finding.go" && path != "dunning/finding.go" && path != "wire/rival/finding.go" && path != "wire/aptic/finding.go" {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(v.Names[0].Name, "Finding") {
				code, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				codes = append(codes, code)
			}
			return true
		})
	})
	text, err := os.ReadFile("docs/findings.md")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z-]+)`").FindAllStringSubmatch(string(text), -1) {
		listed = append(listed, m[1])
	}
	slices.Sort(codes)
	slices.Sort(listed)
	if diff := cmp.Diff(codes, listed); diff != "" {
		t.Error(diff)
	}
}

// Links of the documentation lead somewhere.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)\)`)
	for file, dir := range map[string]string{"README.md": "", "CONTRIBUTING.md": "", "docs/adr/README.md": "docs/adr/", "docs/findings.md": "docs/"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(dir + m[1]); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}
