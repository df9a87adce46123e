package skuld_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/skuld-go/skuld"

// floors says on which floor of the house each package lives; imports go to
// strictly lower floors.
var floors = map[string]int{
	"internal/wide": 0, "internal/golden": 0, "internal/words": 0,
	"calendar": 1, "money": 1,
	"law": 2, "internal/document": 2, "money/invoice": 2, "law/rates": 3, "law/limitation": 3,
	"interest": 4, "allocation": 4,
	"allocation/remittance": 5, "fee": 5,
	"ledger": 6, "dunning": 7, "ledger/summary": 7, "paymentplan": 7, "paymentplan/apr": 6, "paymentplan/tvm": 6, "paymentplan/contract": 7,
	"jurisdiction": 8,
	"":             9,
	"wire/native":  10, "wire/aptic": 10, "report": 10, "wire/solaris": 10, "wire/rival": 10,
	"cmd/skuld":       11,
	"internal/oracle": 0, "internal/casegen": 0, "internal/conformance": 11,
	"money/internal/currencygen": 0,
}

func TestImportGraph(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		paths := strings.Fields(line)
		from := relative(paths[0])
		floor, known := floors[from]
		if !known {
			t.Errorf("package %q has no floor, want it in the plan of the house", from)
			continue
		}
		seen++
		for _, p := range paths[1:] {
			if p != module && !strings.HasPrefix(p, module+"/") {
				checkForeign(t, from, p)
				continue
			}
			if to := relative(p); floors[to] >= floor {
				t.Errorf("%q on floor %d imports %q on floor %d, want a lower one", from, floor, to, floors[to])
			}
		}
	}
	if seen != len(floors) {
		t.Errorf("%d packages found, the plan of the house has %d", seen, len(floors))
	}
}

func relative(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
}

// checkForeign keeps other people's code behind its door.
func checkForeign(t *testing.T, from, path string) {
	doors := map[string][]string{
		"github.com/rickar/cal/v2":   {"calendar"},
		"github.com/spf13/pflag":     {"cmd/skuld"},
		"github.com/shopspring/":     {"money", "law", "law/rates", "interest", "jurisdiction", "paymentplan/tvm", "wire/native", "report", "cmd/skuld"},
		"github.com/leanovate/":      {},
		"github.com/google/go-cmp":   {},
		"golang.org/x/text/currency": {},
		"net/http":                   {},
		"unsafe":                     {},
	}
	for prefix, allowed := range doors {
		if !strings.HasPrefix(path, prefix) {
			continue
		}
		ok := false
		for _, a := range allowed {
			ok = ok || a == from
		}
		if !ok {
			t.Errorf("%q imports %s, want that only in %v", from, path, allowed)
		}
	}
}

// sources yields the parsed non-test files of every package whose figures count.
func sources(t *testing.T, visit func(path string, fset *token.FileSet, file *ast.File)) {
	t.Helper()
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (path == "bench" || path == "tools" || path == "testdata" || strings.HasPrefix(d.Name(), ".") && path != ".") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err == nil {
			visit(filepath.ToSlash(path), fset, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// No float, clock, goroutine or init function is on the way to a figure.
func TestNoFloatsClocksOrHiddenState(t *testing.T) {
	files := 0
	sources(t, func(path string, fset *token.FileSet, file *ast.File) {
		files++
		for _, imp := range file.Imports {
			if p, _ := strconv.Unquote(imp.Path.Value); p == "math/rand" || p == "math/rand/v2" && !strings.HasPrefix(path, "internal/casegen/") {
				t.Errorf("%s imports %s", path, p)
			}
		}
		command := strings.HasPrefix(path, "cmd/")
		// These decide the signs that prove an annual percentage rate; no money comes out of them.
		signs := strings.HasPrefix(path, "paymentplan/apr/solve")
		ast.Inspect(file, func(n ast.Node) bool {
			at := func() token.Position { return fset.Position(n.Pos()) }
			switch n := n.(type) {
			case *ast.Ident:
				if !signs && (n.Name == "float64" || n.Name == "float32") {
					t.Errorf("%s: %s on a path that yields money", at(), n.Name)
				}
			case *ast.BasicLit:
				if !signs && n.Kind == token.FLOAT && strings.Contains(n.Value, ".") {
					t.Errorf("%s: float literal %s", at(), n.Value)
				}
			case *ast.GoStmt:
				t.Errorf("%s: goroutine", at())
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s: init function", at())
				}
			case *ast.SelectorExpr:
				name := n.Sel.Name
				x, _ := n.X.(*ast.Ident)
				clock := x != nil && x.Name == "time" && (name == "Now" || name == "Since")
				if clock && !command || strings.HasPrefix(name, "NewFromFloat") || name == "InexactFloat64" {
					t.Errorf("%s: %s", at(), name)
				}
			}
			return true
		})
	})
	if files < 50 {
		t.Errorf("only %d files looked at", files)
	}
}

// Every exported name is documented, and every package says what it is for.
func TestEverythingIsDocumented(t *testing.T) {
	packages := map[string]bool{}
	sources(t, func(path string, fset *token.FileSet, file *ast.File) {
		dir := filepath.Dir(path)
		packages[dir] = packages[dir] || file.Doc != nil
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && exportedReceiver(d) && d.Doc == nil {
					t.Errorf("%s: %s has no comment", fset.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				undocumented(t, fset, d)
			}
		}
	})
	for dir, documented := range packages {
		if !documented {
			t.Errorf("package in %s has no comment", dir)
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	for {
		switch x := typ.(type) {
		case *ast.StarExpr:
			typ = x.X
			continue
		case *ast.IndexExpr:
			typ = x.X
			continue
		case *ast.Ident:
			return x.IsExported()
		}
		return false
	}
}

// undocumented reports exported types, constants and variables without a
// comment; a comment on the group serves its members.
func undocumented(t *testing.T, fset *token.FileSet, d *ast.GenDecl) {
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && s.Doc == nil && (d.Doc == nil || d.Lparen.IsValid()) {
				t.Errorf("%s: type %s has no comment", fset.Position(s.Pos()), s.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range s.Names {
				if name.IsExported() && s.Doc == nil && s.Comment == nil && d.Doc == nil {
					t.Errorf("%s: %s has no comment", fset.Position(s.Pos()), name.Name)
				}
				if name.IsExported() && d.Tok == token.VAR && !strings.HasPrefix(name.Name, "Err") {
					t.Errorf("%s: exported variable %s", fset.Position(s.Pos()), name.Name)
				}
			}
		}
	}
}
