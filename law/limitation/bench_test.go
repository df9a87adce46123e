package limitation_test

import (
	"testing"

	"github.com/skuld-go/skuld/law/limitation"
)

// A claim with some acts, as a statement counts it down.
func BenchmarkLimit(b *testing.B) {
	r := three()
	f := limitation.Facts{Due: day("2023-05-10"), Events: []limitation.Event{
		act(limitation.Demand, "2023-06-01"), act(limitation.Payment, "2024-03-03"), act(limitation.Negotiation, "2024-06-01", "2024-06-30"),
	}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Limit(f, day("2025-01-01")); err != nil {
			b.Fatal(err)
		}
	}
}

// A thousand claims with ten thousand acts in common, the limits of a case.
func BenchmarkCounter(b *testing.B) {
	for name, acts := range map[string][]limitation.Act{
		"restarts": {limitation.Payment}, "suspensions": {limitation.Negotiation}, "both": {limitation.Negotiation, limitation.Promise},
		"no effect": {limitation.Acknowledgement},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				countMany(b, three(), many(acts, 10_000), 1_000)
			}
		})
	}
}
