package conformance

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAPRs runs the foreign vectors of annual percentage rates of the directory
// that SKULD_VECTORS names.
func TestAPRs(t *testing.T) {
	dir := os.Getenv("SKULD_VECTORS")
	if dir == "" {
		t.Skip("SKULD_VECTORS is not set: no foreign vectors to run")
	}
	file, err := os.Open(filepath.Join(dir, "apr.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	sets, err := ReadAPRs(file)
	if err != nil {
		t.Error(err)
	}
	for _, set := range []struct {
		name    string
		vectors []APR
	}{{"apr eu_cases", sets.EU}, {"apr regz_cases", sets.RegZ}, {"apr other", sets.Other}} {
		var c tally
		for _, v := range set.vectors {
			c.add(t, v.ID, v.Judge())
		}
		c.print(t, set.name)
	}
	var c tally
	for _, v := range sets.Intervals {
		c.add(t, v.ID, v.Judge())
	}
	c.print(t, "apr eu_time_intervals")
}
