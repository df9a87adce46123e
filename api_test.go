package skuld_test

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/internal/golden"
)

// The public API of each package is listed in api/, so that a change of it is
// seen by whoever reviews the change.
func TestAPI(t *testing.T) {
	dirs := map[string]bool{}
	sources(t, func(path string, _ *token.FileSet, _ *ast.File) {
		if dir := filepath.Dir(path); !strings.HasPrefix(dir, "internal") && !strings.HasPrefix(dir, "cmd") && !strings.Contains(dir, "/internal/") {
			dirs[dir] = true
		}
	})
	want := map[string]bool{}
	for dir := range dirs {
		name := strings.ReplaceAll(dir, "/", "-")
		if dir == "." {
			name = "skuld"
		}
		file := filepath.Join("api", name+".txt")
		want[file] = true
		listing := list(t, dir)
		if golden.Updating() {
			if err := os.WriteFile(file, listing, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		have, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%v: run make api", err)
			continue
		}
		if diff := cmp.Diff(string(have), string(listing)); diff != "" {
			t.Errorf("%s is not what the code says (make api, if the change is meant):\n%s", file, diff)
		}
	}
	listed, err := filepath.Glob("api/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range listed {
		if !want[file] {
			t.Errorf("%s lists a package that is gone", file)
		}
	}
}

// list prints the exported declarations of a package without bodies or comments,
// one block each, sorted.
func list(t *testing.T, dir string) []byte {
	t.Helper()
	fset := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	p, err := doc.NewFromFiles(fset, files, module+"/"+dir)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	block := func(node any) {
		var b bytes.Buffer
		if err := printer.Fprint(&b, fset, node); err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, b.String())
	}
	values := func(vs []*doc.Value) {
		for _, v := range vs {
			block(v.Decl)
		}
	}
	funcs := func(fs []*doc.Func) {
		for _, f := range fs {
			block(f.Decl)
		}
	}
	values(p.Consts)
	values(p.Vars)
	funcs(p.Funcs)
	for _, typ := range p.Types {
		block(typ.Decl)
		values(typ.Consts)
		values(typ.Vars)
		funcs(typ.Funcs)
		funcs(typ.Methods)
	}
	sort.Strings(blocks)
	return []byte(strings.Join(blocks, "\n\n") + "\n")
}
