package rates_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/law/rates"
)

func TestReadDir(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"own.csv": file("OWN", "7"), "SE.csv": file("SE", "9"), "README.md": "not a table", "old.csv.bak": "nor this",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "more.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := rates.ReadDir(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"OWN", "SE"}, s.Series()); diff != "" {
		t.Errorf("series, want -, got +:\n%s", diff)
	}
}

// TestReadDirReportsAll: the problems of every file, in the order of the names.
func TestReadDirReportsAll(t *testing.T) {
	dir := fstest.MapFS{
		"a.csv": {Data: []byte(file("A", "1"))},
		"b.csv": {Data: []byte(file("A", "2"))},
		"c.csv": {Data: []byte(strings.Replace(file("C", "3 %"), "2020-01-01", "1.1.2020", 1))},
		"d.csv": {Data: []byte("")},
	}
	_, err := rates.ReadDir(dir)
	const want = `b.csv: series A is in a.csv too, want it in one file
c.csv:8: valid_from: "1.1.2020" is not a date, want YYYY-MM-DD
c.csv:8: value: "3 %" is not a rate, want percent from -1000 to 1000 with a point and at most 6 decimals
d.csv:1: "" is not the header, want valid_from,value,citation,source,url,evidence`
	if err == nil || err.Error() != want {
		t.Errorf("error\n%v, want\n%s", err, want)
	}
}

func TestReadDirBounds(t *testing.T) {
	many := func(n int, name, text string) fstest.MapFS {
		dir := fstest.MapFS{}
		for i := range n {
			dir[fmt.Sprintf(name, i)] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "NAME", fmt.Sprint("S", i)))}
		}
		return dir
	}
	if s, err := rates.ReadDir(many(200, "%d.csv", file("NAME", "1"))); err != nil || len(s.Series()) != 200 {
		t.Errorf("200 tables: %v", err)
	}
	for want, dir := range map[string]fstest.MapFS{
		"directory of rate tables: there are 201 files *.csv, want at most 200":          many(201, "%d.csv", file("NAME", "1")),
		"directory of rate tables: there are more than 1000 files, want at most that":    many(1001, "%d.txt", ""),
		"directory of rate tables: there is no file *.csv, want at least one":            many(3, "%d.txt", ""),
		"directory of rate tables: there is no file *.csv, want at least one, not even.": {},
	} {
		if _, err := rates.ReadDir(dir); err == nil || !strings.HasPrefix(want, err.Error()) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	if _, err := rates.ReadDir(os.DirFS(filepath.Join(t.TempDir(), "nowhere"))); err == nil || !strings.Contains(err.Error(), "directory of rate tables: ") {
		t.Errorf("a directory that does not exist: %v", err)
	}
}

// TestReadDirReadsRegularFiles: links to regular files are fine; what is no
// regular file is refused and not opened.
func TestReadDirReadsRegularFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "own.txt"), []byte(file("OWN", "7")), 0o600); err != nil {
		t.Fatal(err)
	}
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skipf("links: %v", err)
		}
	}
	link("own.txt", "own.csv")
	if s, err := rates.ReadDir(os.DirFS(dir)); err != nil || !slices.Equal(s.Series(), []string{"OWN"}) {
		t.Errorf("link to a regular file: %v", err)
	}
	link(t.TempDir(), "dir.csv")
	link("nowhere", "none.csv")
	_, err := rates.ReadDir(os.DirFS(dir))
	const want = "dir.csv: is a directory, want a regular file\nnone.csv: no such file or directory, want a file that can be read"
	if err == nil || err.Error() != want {
		t.Errorf("error\n%v, want\n%s", err, want)
	}
}

// TestReadDirOpensNoPipe: a pipe would wait for a writer for ever.
func TestReadDirOpensNoPipe(t *testing.T) {
	for mode, want := range map[fs.FileMode]string{
		fs.ModeNamedPipe:                  "a named pipe",
		fs.ModeSocket:                     "a socket",
		fs.ModeDevice:                     "a device",
		fs.ModeDevice | fs.ModeCharDevice: "a device",
		fs.ModeIrregular:                  "a file of another kind",
	} {
		_, err := rates.ReadDir(fstest.MapFS{"x.csv": {Mode: mode, Data: []byte(file("X", "1"))}})
		if err == nil || err.Error() != "x.csv: is "+want+", want a regular file" {
			t.Errorf("%v: error %v, want one of %s", mode, err, want)
		}
	}
}
