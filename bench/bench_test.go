package bench

import (
	"testing"

	"github.com/skuld-go/skuld/bench/suite"
)

// BenchmarkMarks runs every group of the suite; `make bench` runs the same ones with
// the sides of each group in turn, several times.
func BenchmarkMarks(b *testing.B) {
	size := suite.Large
	if testing.Short() {
		size /= 10
	}
	for _, g := range suite.Groups(size) {
		for _, s := range g.Sides {
			var run func(*testing.B)
			b.Run(g.Name+"/"+s.Name, func(b *testing.B) {
				if run == nil {
					run = s.Prepare()
					b.ResetTimer()
				}
				run(b)
			})
		}
	}
}
