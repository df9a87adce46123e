package dunning_test

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
)

// The terms of a credit insurer: 45 days to tell of a debt, invoices of at most 60 days.
func TestReport(t *testing.T) {
	r := dunning.Report{Kind: "insurer", MaxTerm: 60, Days: 45}
	if got, err := r.Deadline(day("2024-01-31"), nil); err != nil || got != day("2024-03-16") {
		t.Errorf("deadline %s, %v, want 2024-03-16", got, err)
	}
	if !r.Covers(day("2024-01-01"), day("2024-03-01")) || r.Covers(day("2024-01-01"), day("2024-03-02")) {
		t.Error("want 60 days covered and 61 not")
	}
	if !(dunning.Report{}).Covers(day("2024-01-01"), day("2034-01-01")) || !r.Covers(0, day("2024-03-02")) {
		t.Error("want no bound without one, and an invoice of no known day covered")
	}
	// Good Friday 2024 is 29 March, Easter Monday 1 April.
	r = dunning.Report{Kind: "registry", Days: 2, Business: true}
	if got, err := r.Deadline(day("2024-03-28"), calendar.DE()); err != nil || got != day("2024-04-03") {
		t.Errorf("deadline %s, %v, want 2024-04-03", got, err)
	}
}
