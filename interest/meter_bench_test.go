package interest

import (
	"math/rand/v2"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Seven questions and six changes of balance over five years, in each form.
func BenchmarkMeter(b *testing.B) {
	tables := drawTables(rand.New(rand.NewPCG(13, 1)))
	first := calendar.MustDate(1990, 1, 1)
	days := calendar.Period{From: first, To: first + 1800}
	for _, dc := range []calendar.DayCount{calendar.Act365Fixed, calendar.ActActISDA} {
		var k Compiler
		course, err := k.Course(Terms{Reference(tables[0]).Plus(8_000_000), dc}, first, days, nil, Rounding{money.HalfEven, PlaceClaim})
		if err != nil {
			b.Fatal(err)
		}
		for name, form := range map[string]Course{"integral": course, "walk": course.Walked(), "large": course.Large()} {
			b.Run(dc.String()+"/"+name, func(b *testing.B) {
				var m Meter
				b.ReportAllocs()
				for b.Loop() {
					m.Open(&form, 1_000_000)
					for i := range 6 {
						day := first + calendar.Date(250*i+100)
						n, err := m.Rounded(day)
						if err == nil {
							err = m.Set(day+1, int64(1_000_000-100_000*i)+n&1)
						}
						if err != nil {
							b.Fatal(err)
						}
					}
					if _, err := m.Rounded(first + 1799); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
