package suite

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/rickar/cal/v2"

	"github.com/skuld-go/skuld/bench/plain/days"
	"github.com/skuld-go/skuld/calendar"
)

// round is how many different days a benchmark goes round.
const round = 1024

func someDays() (dates []calendar.Date, times []time.Time) {
	r := rand.New(rand.NewPCG(Seed, 4))
	first, span := calendar.MustDate(2000, 1, 1), 365*50
	for range round {
		d := first + calendar.Date(r.IntN(span))
		dates, times = append(dates, d), append(times, d.Time(time.UTC))
	}
	return dates, times
}

// loop is the benchmark of a loop: what is called in it, b.Loop keeps from being left
// out. The loops are written out, because a call by reference takes longer than a
// test of a bit.
func loop(run func(b *testing.B)) func() func(*testing.B) {
	return func() func(*testing.B) { return measured(run) }
}

// businessDays: is this a business day in Sweden?
func businessDays() Group {
	dates, times := someDays()
	se := calendar.SE()
	rickar := func(c *cal.BusinessCalendar) func() func(*testing.B) {
		return loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				c.IsWorkday(times[i%round])
			}
		})
	}
	return Group{"business-day", []Side{
		{"skuld", loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				se.IsBusinessDay(dates[i%round])
			}
		})},
		{"cal", rickar(days.Sweden())},
		{"cal-cached", rickar(days.SwedenCached())},
	}}
}

// addWorkdays: the tenth business day after a day.
func addWorkdays() Group {
	dates, times := someDays()
	se, rickar := calendar.SE(), days.Sweden()
	return Group{"add-workdays", []Side{
		{"skuld", loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				se.AddBusinessDays(dates[i%round], 10)
			}
		})},
		{"cal", loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				rickar.WorkdaysFrom(times[i%round], 10)
			}
		})},
	}}
}

// addMonths: a month later, on the last day of a shorter month.
func addMonths() Group {
	dates, times := someDays()
	return Group{"add-months", []Side{
		{"skuld", loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				dates[i%round].AddMonths(1)
			}
		})},
		{"time", loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				days.AddMonths(times[i%round], 1)
			}
		})},
	}}
}

// parseDates: read YYYY-MM-DD. The side "time" is also the yardstick for targets
// that are stated in nanoseconds.
func parseDates() Group {
	dates, _ := someDays()
	texts := make([]string, round)
	for i, d := range dates {
		texts[i] = d.String()
	}
	return Group{"parse-date", []Side{
		{"skuld", loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if _, err := calendar.ParseDate(texts[i%round]); err != nil {
					b.Fatal(err)
				}
			}
		})},
		{"time", loop(func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if _, err := time.Parse(time.DateOnly, texts[i%round]); err != nil {
					b.Fatal(err)
				}
			}
		})},
	}}
}
