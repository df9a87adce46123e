package golden

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.golden")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLockedGoldensAreNotRewritten(t *testing.T) {
	for _, oracle := range []string{"official", "foreign", "hand"} {
		path := write(t, "oracle: "+oracle+"\nreason: r\n---\nbody\n")
		f, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Rewrite([]byte("other\n")); !errors.Is(err, ErrLocked) {
			t.Errorf("%s: %v, want ErrLocked", oracle, err)
		}
		if raw, _ := os.ReadFile(path); string(raw) != "oracle: "+oracle+"\nreason: r\n---\nbody\n" {
			t.Errorf("%s: the file changed", oracle)
		}
	}
	path := write(t, "oracle: self\nreason: r\n---\nbody\n")
	f, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Rewrite([]byte("other\n")); err != nil {
		t.Fatal(err)
	}
	if raw, _ := os.ReadFile(path); string(raw) != "oracle: self\nreason: r\n---\nother\n" {
		t.Errorf("got %q", raw)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, text := range []string{
		"oracle: hand\nreason: r\n", "reason: r\n---\n", "oracle: me\nreason: r\n---\n", "oracle: hand\n---\n", "oracle\n---\n",
	} {
		if f, err := Read(write(t, text)); err == nil {
			t.Errorf("%q was read as %v", text, f)
		}
	}
}

func TestSubset(t *testing.T) {
	tests := []struct {
		want, got string
		diffs     int
	}{
		{`{"a": "1"}`, `{"a": "1", "b": 2}`, 0},
		{`{"a": "1"}`, `{"a": "2"}`, 1},
		{`{"a": "1", "c": null}`, `{"a": "1"}`, 1},
		{`{"a": null}`, `{"a": null}`, 0},
		{`{"a": ["1"]}`, `{"a": ["1", "2"]}`, 1},
		{`{"a": [{"b": "1"}]}`, `{"a": [{"b": "2"}]}`, 1},
		{`{"a": {}}`, `{"a": []}`, 1},
		{`{"a": []}`, `{"a": {}}`, 1},
		{`{"a": 1}`, `{"a": "1"}`, 1},
		{`{"a": 1.0}`, `{"a": 1}`, 1},
	}
	for _, tt := range tests {
		diffs, err := Subset([]byte(tt.want), []byte(tt.got))
		if err != nil || len(diffs) != tt.diffs {
			t.Errorf("Subset(%s, %s) = %q, %v; want %d differences", tt.want, tt.got, diffs, err, tt.diffs)
		}
	}
	for _, bad := range [][2]string{{"{", "{}"}, {"{}", ""}} {
		if _, err := Subset([]byte(bad[0]), []byte(bad[1])); err == nil {
			t.Errorf("Subset(%q, %q) read nonsense", bad[0], bad[1])
		}
	}
}

func TestGlobWantsGoldens(t *testing.T) {
	if _, err := Glob(t.TempDir()); err == nil {
		t.Error("an empty folder passes")
	}
}
