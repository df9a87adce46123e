package marks

import (
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/skuld-go/skuld/bench/suite"
)

// Point is the throughput of a side at a size.
type Point struct {
	Stream        string
	Size, Workers int
	PerSecond     float64 // claims
}

// most is how long one pass may take before it is done once only.
const most = 2 * time.Second

// Throughput measures every stream at every size up to largest, with 1 and 2 workers,
// in turn, so many rounds.
func Throughput(largest, rounds int, w io.Writer) []Point {
	var points []Point
	for _, size := range suite.Sizes {
		if size > largest {
			break
		}
		times := map[Point][]float64{}
		var order []Point
		var streams []*suite.Prepared
		for _, s := range suite.Streams() {
			streams = append(streams, s.At(size))
			order = append(order, Point{Stream: s.Name, Size: size, Workers: 1}, Point{Stream: s.Name, Size: size, Workers: 2})
		}
		for round := range rounds {
			for _, s := range streams {
				if round > 0 && time.Duration(s.Nanoseconds*size) > most {
					continue
				}
				for threads := 1; threads <= 2; threads++ {
					took, n := s.Pass(threads, 50*time.Millisecond)
					p := Point{Stream: s.Name, Size: size, Workers: threads}
					times[p] = append(times[p], took.Seconds())
					name := fmt.Sprintf("throughput/%s/n=%d/workers=%d", s.Name, size, threads)
					Line(w, name, testing.BenchmarkResult{N: n, T: took * time.Duration(n)})
				}
			}
		}
		for _, p := range order {
			perSecond := float64(size) / Median(times[p])
			points = append(points, Point{p.Stream, p.Size, p.Workers, perSecond})
		}
	}
	return points
}
