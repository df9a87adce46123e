package interest

import (
	"math/rand/v2"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// drawnClaim is a claim as a seed gives it: terms, and balances by day.
type drawnClaim struct {
	terms    Terms
	first    calendar.Date
	days     calendar.Period
	holds    []Hold
	rounding Rounding
	balances []balance
	asked    []calendar.Date // ascending
}

type balance struct {
	from  calendar.Date
	minor int64
}

// drawTable draws a published series, known to the beginning of a year, whose values may
// be below zero.
func drawTable(r *rand.Rand, end int) *law.Table[decimal.Decimal] {
	var entries []law.Entry[decimal.Decimal]
	day := calendar.MustDate(1950, 1, 1) - calendar.Date(r.IntN(400))
	for day < calendar.MustDate(end, 1, 1) {
		entries = append(entries, law.Entry[decimal.Decimal]{
			From: day, Value: decimal.New(r.Int64N(2400)-600, -2), Citation: "c", Source: "s", Evidence: law.Sourced,
		})
		day += calendar.Date(20 + r.IntN(500))
	}
	t, err := law.NewTable(law.Meta{
		Series: "T", Name: "test series", Unit: law.RateUnit, Citation: "c", Kind: law.Reference, KnownThrough: day, Changes: law.AnyDay,
	}, entries)
	if err != nil {
		panic(err)
	}
	return t
}

var testCounts = []calendar.DayCount{
	calendar.Act365Fixed, calendar.Act360, calendar.Act364, calendar.ActActISDA, calendar.ActActAFB, calendar.Act365Actual, calendar.NL365,
	calendar.NL360, calendar.ThirtyE360, calendar.ThirtyE360ISDA, calendar.ThirtyEPlus360, calendar.ThirtyU360, calendar.Thirty360Bond,
	calendar.Thirty360PSA, calendar.ThirtyE365, calendar.Thirty365,
}

// drawRate draws a rate of any shape.
func drawRate(r *rand.Rand, tables []*law.Table[decimal.Decimal], day calendar.Date) Rate {
	table := Reference(tables[r.IntN(len(tables))])
	margin := Percent(r.Int64N(2000)-500) * 10_000
	switch r.IntN(10) {
	case 0:
		return Fixed(margin)
	case 1:
		return HigherOf(table, Fixed(margin))
	case 2:
		return table.Plus(margin).Until(day+calendar.Date(r.IntN(800)), Fixed(margin))
	case 3:
		return Sum(table.Times(1_500_000), table.FixedAt(day)).Named("n")
	case 4:
		return LowerOf(table.Plus(margin), Fixed(2*margin)).Plus(-margin)
	}
	return table.Plus(margin).Cite("c")
}

func drawClaim(r *rand.Rand, tables []*law.Table[decimal.Decimal]) drawnClaim {
	c := drawnClaim{first: calendar.MustDate(1960, 1, 1) + calendar.Date(r.IntN(28_000))}
	length := 1 + r.IntN(2500)
	if r.IntN(8) == 0 {
		length = 50 * 365
	}
	start := c.first
	switch r.IntN(12) {
	case 0, 1:
		start += calendar.Date(r.IntN(200))
	case 2:
		start -= calendar.Date(r.IntN(200)) // bears from its first day on, nevertheless
	}
	c.days = calendar.Period{From: start, To: start + calendar.Date(length)}
	c.terms = Terms{drawRate(r, tables, c.first), testCounts[r.IntN(len(testCounts))]}
	if r.IntN(2) == 0 {
		c.terms.DayCount = testCounts[r.IntN(4)]
	}
	if r.IntN(6) == 0 {
		from := start + calendar.Date(r.IntN(length))
		c.holds = []Hold{{Period: calendar.Period{From: from, To: from + calendar.Date(r.IntN(300))}}}
	}
	c.rounding = Rounding{money.Rounding(1 + r.IntN(7)), PlaceClaim}
	if r.IntN(4) == 0 {
		c.rounding.Place = Place(1 + r.IntN(3))
	}
	if r.IntN(6) == 0 {
		c.rounding.Mode = c.rounding.Mode.ToStep(int64(1 + r.IntN(200)))
	}
	size := []int64{100, 1_000_00, 50_000_00, money.MaxMinor}[r.IntN(4)]
	day := c.first - 5
	for range 1 + r.IntN(8) {
		c.balances = append(c.balances, balance{day, r.Int64N(size + 1)})
		if r.IntN(5) == 0 { // and another on the same day, perhaps the one before
			again := r.Int64N(size + 1)
			if n := len(c.balances); n > 1 && r.IntN(2) == 0 {
				again = c.balances[n-2].minor
			}
			c.balances = append(c.balances, balance{day, again})
		}
		day += calendar.Date(1 + r.IntN(length/3+2))
	}
	for i := range c.balances {
		c.asked = append(c.asked, c.balances[i].from-1)
	}
	c.asked = append(c.asked, max(c.days.To-1, day))
	return c
}
