package conformance

import (
	"os"
	"path/filepath"
	"testing"
)

// TestFineractSchedules runs the foreign repayment schedules of the directory that
// SKULD_VECTORS names.
func TestFineractSchedules(t *testing.T) {
	dir := os.Getenv("SKULD_VECTORS")
	if dir == "" {
		t.Skip("SKULD_VECTORS is not set: no foreign vectors to run")
	}
	file, err := os.Open(filepath.Join(dir, "fineract.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schedules, err := ReadFineractSchedules(file)
	if err != nil {
		t.Error(err)
	}
	var c tally
	for _, v := range schedules {
		c.add(t, v.ID, v.Judge())
	}
	c.print(t, "fineract schedules")
}
