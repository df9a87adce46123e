package law_test

import (
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

func BenchmarkAt(b *testing.B) {
	table := testTable(b)
	d := day("2024-03-01")
	for b.Loop() {
		if _, err := table.At(d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOver(b *testing.B) {
	table := testTable(b)
	p := calendar.Days(day("2023-03-01"), day("2024-10-01"))
	for b.Loop() {
		if _, err := table.Over(p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadRates(b *testing.B) {
	for b.Loop() {
		if _, err := law.ReadRates(strings.NewReader(goodFile), "bank.csv"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAtAllocatesNothing keeps the look-up free of garbage.
func TestAtAllocatesNothing(t *testing.T) {
	table := testTable(t)
	d := day("2024-03-01")
	if n := testing.AllocsPerRun(100, func() { _, _ = table.At(d) }); n != 0 {
		t.Errorf("At allocates %v times, want 0", n)
	}
}
