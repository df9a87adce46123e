package skuld_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/wire/native"
)

// TestGoldens answers every case of testdata/cases that an expectation in
// testdata/golden asks for, and refuses what those in testdata/invalid are.
func TestGoldens(t *testing.T) {
	eachGolden(t, check, [2]string{"testdata/golden", "testdata/cases"}, [2]string{"testdata/invalid", "testdata/invalid"})
}

// eachGolden runs the expectations of folders with the files of others that they ask
// for, and wants an expectation for each of these.
func eachGolden(t *testing.T, check func(*testing.T, *golden.File, string), folders ...[2]string) {
	used := map[string]bool{}
	for _, dirs := range folders {
		paths, err := golden.Glob(dirs[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			f, err := golden.Read(path)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dirs[1], f.Get("case"))
			used[file] = true
			t.Run(strings.TrimSuffix(filepath.Base(path), ".golden"), func(t *testing.T) { check(t, f, file) })
		}
		files, err := filepath.Glob(filepath.Join(dirs[1], "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if !used[file] {
				t.Errorf("no expectation asks for %s", file)
			}
		}
	}
}

// check answers one golden.
func check(t *testing.T, f *golden.File, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := answer(t, f, raw)
	judge(t, f, answer, err)
}

// judge compares an answer, or a refusal, with what a golden expects.
func judge(t *testing.T, f *golden.File, answer []byte, err error) {
	t.Helper()
	if f.Get("exit") == "1" {
		refused(t, f, err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if !f.Locked() && golden.Updating() {
		if err := f.Rewrite(answer); err != nil {
			t.Fatal(err)
		}
		return
	}
	diffs, err := golden.Subset(f.Body, answer)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diffs {
		t.Error(d)
	}
}

// answer runs the command of a golden in the library.
func answer(t *testing.T, f *golden.File, raw []byte) ([]byte, error) {
	t.Helper()
	calc := skuld.Default()
	calc.ExtendRates = f.Get("extend-rates") == "true"
	c, err := native.DecodeCaseWith(bytes.NewReader(raw), calc.Check)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	switch f.Get("command") {
	case "statement":
		at := skuld.At{AsOf: calendar.MustParseDate(f.Get("as-of"))}
		if known := f.Get("known-at"); known != "" {
			at.KnownAt = calendar.MustParseDate(known)
		}
		st, err := calc.Statement(c, at)
		if err != nil {
			return nil, err
		}
		if err := st.Verify(); err != nil {
			t.Error(err)
		}
		err = native.EncodeStatement(&out, st)
		return out.Bytes(), err
	case "payoff":
		quote, err := calc.Payoff(c, calendar.MustParseDate(f.Get("on")))
		if err != nil {
			return nil, err
		}
		err = native.EncodePayoff(&out, quote)
		return out.Bytes(), err
	}
	t.Fatalf("%s: command %q", f.Path, f.Get("command"))
	return nil, nil
}

// refused checks that an error names exactly the expected places and words.
func refused(t *testing.T, f *golden.File, err error) {
	t.Helper()
	var want struct{ Pointers, Contains []string }
	if e := json.Unmarshal(f.Body, &want); e != nil {
		t.Fatal(e)
	}
	if err == nil {
		t.Fatalf("accepted, want problems at %v", want.Pointers)
	}
	var got []string
	for _, p := range ledger.AsProblems(err) {
		got = append(got, p.Path)
	}
	slices.Sort(got)
	slices.Sort(want.Pointers)
	if diff := cmp.Diff(want.Pointers, slices.Compact(got)); diff != "" {
		t.Errorf("%s\n%v", diff, err)
	}
	for _, word := range want.Contains {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not say %q", err, word)
		}
	}
}
