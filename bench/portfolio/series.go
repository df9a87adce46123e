package portfolio

import (
	"math/rand/v2"

	"github.com/skuld-go/skuld/calendar"
)

// Margin is what late interest lies above the series, in millionths of a per cent.
const Margin = 8_000_000

// Rate is a rate in millionths of a per cent a year from a day on.
type Rate struct {
	From  calendar.Date
	Value int64
}

// Series bounds: the first day and the first day that is no longer known.
var (
	SeriesFrom = calendar.MustDate(2005, 1, 1)
	SeriesTo   = calendar.MustDate(2030, 1, 1)
)

// HalfYearly is a reference rate that changes on every 1 January and 1 July, as
// those of Directive 2011/7/EU may, in steps of 0.25 to 1.00 points between −1 %
// and 6 %. Published series stand still for years; this one makes every half-year
// a segment, on all sides of a comparison alike.
func HalfYearly() []Rate {
	r := rand.New(rand.NewPCG(11, 11))
	value := int64(2_000_000)
	var out []Rate
	for day := SeriesFrom; day < SeriesTo; day = day.AddMonths(6) {
		step := (1 + r.Int64N(4)) * 250_000
		if r.IntN(2) == 0 {
			step = -step
		}
		if next := value + step; next < -1_000_000 || next > 6_000_000 {
			step = -step
		}
		value += step
		out = append(out, Rate{day, value})
	}
	return out
}
