// Package golden reads expectations that lie in files and compares results with
// them.
//
// An expectation says who vouches for it: "official" (a published figure),
// "foreign" (another project's vector), "hand" (worked out apart from this code)
// or "self" (this code's own output, kept only to notice change). The flag
// -update rewrites the last kind and refuses to touch the others, so that no
// figure can prove itself.
package golden

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
)

var update = flag.Bool("update", false, "rewrite goldens whose oracle is self")

// Updating reports whether goldens of oracle self are to be rewritten.
func Updating() bool { return *update }

// File is a golden: header lines "key: value", a line "---", and a body.
type File struct {
	Path   string
	Header map[string][]string
	Body   []byte
}

// Read reads a golden and checks that its header names an oracle and a reason.
func Read(path string) (*File, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	head, body, ok := bytes.Cut(raw, []byte("\n---\n"))
	if !ok {
		return nil, fmt.Errorf("%s: no line ---", path)
	}
	f := &File{Path: path, Header: map[string][]string{}, Body: body}
	for _, line := range strings.Split(string(head), "\n") {
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("%s: header line %q has no colon", path, line)
		}
		f.Header[key] = append(f.Header[key], strings.TrimSpace(value))
	}
	return f, f.check()
}

func (f *File) check() error {
	switch f.Get("oracle") {
	case "official", "foreign", "hand", "self":
	default:
		return fmt.Errorf("%s: oracle %q, want official, foreign, hand or self", f.Path, f.Get("oracle"))
	}
	if f.Get("reason") == "" {
		return fmt.Errorf("%s: no reason", f.Path)
	}
	return nil
}

// Get is the first value of a header key, or "".
func (f *File) Get(key string) string {
	if v := f.Header[key]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Locked reports whether the golden may not be rewritten.
func (f *File) Locked() bool { return f.Get("oracle") != "self" }

// ErrLocked refuses to rewrite a golden that somebody else vouches for.
var ErrLocked = errors.New("golden is locked")

// Rewrite replaces the body of a golden whose oracle is self.
func (f *File) Rewrite(body []byte) error {
	if f.Locked() {
		return fmt.Errorf("%s: %w: its oracle is %s", f.Path, ErrLocked, f.Get("oracle"))
	}
	raw, err := os.ReadFile(f.Path)
	if err != nil {
		return err
	}
	head, _, _ := bytes.Cut(raw, []byte("\n---\n"))
	return os.WriteFile(f.Path, append(append(head, "\n---\n"...), body...), 0o644)
}

// Glob lists the goldens of a folder in order; an empty list is an error.
func Glob(dir string) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.golden"))
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("no goldens in %s", dir)
	}
	sort.Strings(paths)
	return paths, err
}

// Subset lists where the JSON document got does not have what want asks for:
// every field of want must be there with the same value; objects may have more
// fields, arrays may not have more or fewer elements.
func Subset(want, got []byte) ([]string, error) {
	var w, g any
	if err := decode(want, &w); err != nil {
		return nil, fmt.Errorf("expectation: %w", err)
	}
	if err := decode(got, &g); err != nil {
		return nil, fmt.Errorf("result: %w", err)
	}
	return differ("", w, g, nil), nil
}

func decode(text []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return d.Decode(v)
}

func differ(path string, want, got any, out []string) []string {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return append(out, fmt.Sprintf("%s: got %v, want an object", path, got))
		}
		keys := make([]string, 0, len(w))
		for k := range w {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			if _, ok := g[k]; !ok {
				out = append(out, fmt.Sprintf("%s/%s: missing, want %v", path, k, w[k]))
				continue
			}
			out = differ(path+"/"+k, w[k], g[k], out)
		}
		return out
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return append(out, fmt.Sprintf("%s: got %v, want %v", path, got, want))
		}
		for i := range w {
			out = differ(fmt.Sprintf("%s/%d", path, i), w[i], g[i], out)
		}
		return out
	}
	if !reflect.DeepEqual(want, got) {
		out = append(out, fmt.Sprintf("%s: got %v, want %v", path, got, want))
	}
	return out
}
