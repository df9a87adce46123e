package marks

import (
	"fmt"
	"io"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/plotutil"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Chart draws throughput against size, a line for each side and number of workers:
// full for one worker, dashed for two.
func Chart(points []Point, w io.Writer) error {
	p := plot.New()
	p.Title.Text = "Accrual walk, totals: claims a second"
	p.X.Label.Text, p.Y.Label.Text = "claims in the portfolio", "claims a second"
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.LogTicks{Prec: -1}, plot.LogTicks{Prec: -1}
	p.Legend.Top, p.Legend.Padding, p.Legend.XOffs = true, vg.Points(4), vg.Points(-10)
	p.Add(plotter.NewGrid())
	colours := map[string]int{}
	for _, key := range series(points) {
		xys := plotter.XYs{}
		for _, pt := range points {
			if pt.Stream == key.Stream && pt.Workers == key.Workers {
				xys = append(xys, plotter.XY{X: float64(pt.Size), Y: pt.PerSecond})
			}
		}
		line, dots, err := plotter.NewLinePoints(xys)
		if err != nil {
			return err
		}
		if _, ok := colours[key.Stream]; !ok {
			colours[key.Stream] = len(colours)
		}
		line.Color, dots.Color = plotutil.Color(colours[key.Stream]), plotutil.Color(colours[key.Stream])
		dots.Shape = plotutil.Shape(colours[key.Stream])
		line.Width = vg.Points(1.5)
		if key.Workers > 1 {
			line.Dashes = plotutil.Dashes(1)
		}
		p.Add(line, dots)
		p.Legend.Add(fmt.Sprintf("%s, %d", key.Stream, key.Workers), line, dots)
	}
	p.Legend.ThumbnailWidth = vg.Points(30)
	p.Y.Min, p.Y.Max = math.Pow10(int(math.Floor(math.Log10(p.Y.Min)))), math.Pow10(int(math.Ceil(math.Log10(p.Y.Max))))
	return write(p, w)
}

// series are the streams and workers of points, in their order.
func series(points []Point) []Point {
	var out []Point
	seen := map[Point]bool{}
	for _, pt := range points {
		key := Point{Stream: pt.Stream, Workers: pt.Workers}
		if !seen[key] {
			seen[key] = true
			out = append(out, key)
		}
	}
	return out
}

func write(p *plot.Plot, w io.Writer) error {
	canvas := vgsvg.New(20*vg.Centimeter, 13*vg.Centimeter)
	c := draw.New(canvas)
	left := c
	left.Max.X -= vg.Points(110)
	legend := p.Legend
	p.Legend = plot.NewLegend()
	p.Draw(left)
	legend.Draw(c)
	_, err := canvas.WriteTo(w)
	return err
}
