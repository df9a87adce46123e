package conformance

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestACTUS runs the foreign contracts of the directory that SKULD_VECTORS names: every
// file in its actus directory, counted by contract type.
func TestACTUS(t *testing.T) {
	dir := os.Getenv("SKULD_VECTORS")
	if dir == "" {
		t.Skip("SKULD_VECTORS is not set: no foreign vectors to run")
	}
	files, err := filepath.Glob(filepath.Join(dir, "actus", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files of contracts in %s: %v", len(files), dir, err)
	}
	counts := map[string]*tally{}
	var types []string
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		contracts, err := ReadContracts(file)
		if err != nil {
			t.Error(err)
		}
		file.Close()
		for _, c := range contracts {
			if counts[c.Type] == nil {
				counts[c.Type] = &tally{}
				types = append(types, c.Type)
			}
			counts[c.Type].add(t, c.ID, c.Judge())
		}
	}
	slices.Sort(types)
	for _, name := range types {
		counts[name].print(t, "actus "+name)
	}
}
