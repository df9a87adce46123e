package calendar_test

import (
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/se"

	"github.com/skuld-go/skuld/calendar"
)

// someDates returns dates of the years 1992 through 2091 in no order.
func someDates() [1024]calendar.Date {
	var ds [1024]calendar.Date
	start := calendar.MustDate(1992, 1, 1)
	for i := range ds {
		ds[i] = start + calendar.Date(i*7919%36500)
	}
	return ds
}

// BenchmarkIsBusinessDay asks about a thousand days in each round, since one
// question costs as little as the loop around it.
func BenchmarkIsBusinessDay(b *testing.B) {
	c, ds, open := calendar.SE(), someDates(), 0
	for b.Loop() {
		for _, d := range ds {
			ok, _ := c.IsBusinessDay(d)
			bit := 0
			if ok {
				bit = 1
			}
			open += bit
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(ds)), "ns/day")
	_ = open
}

// BenchmarkIsBusinessDayByLibrary is what IsBusinessDay saves.
func BenchmarkIsBusinessDayByLibrary(b *testing.B) {
	c := cal.NewBusinessCalendar()
	c.AddHoliday(se.Holidays...)
	var times [1024]time.Time
	for i, d := range someDates() {
		times[i] = d.Time(time.UTC)
	}
	i, last := 0, false
	for b.Loop() {
		last = c.IsWorkday(times[i&1023])
		i++
	}
	_ = last
}

func BenchmarkAddBusinessDays(b *testing.B) {
	c, ds, i := calendar.SE(), someDates(), 0
	var d calendar.Date
	for b.Loop() {
		d, _ = c.AddBusinessDays(ds[i&1023], 10)
		i++
	}
	_ = d
}

func BenchmarkBusinessDays(b *testing.B) {
	c, ds, i, n := calendar.SE(), someDates(), 0, 0
	for b.Loop() {
		m, _ := c.BusinessDays(calendar.Period{From: ds[i&1023], To: ds[i&1023] + 100})
		n += m
		i++
	}
}

func BenchmarkBuildCalendar(b *testing.B) {
	holidays := make([]calendar.Date, 0, 1500)
	for k := range 1500 {
		holidays = append(holidays, calendar.MustDate(1990, 1, 1)+calendar.Date(27*k))
	}
	for b.Loop() {
		_, err := calendar.New(calendar.Definition{
			Code: "b", Covered: calendar.SE().Covered(),
			Weekend: []time.Weekday{time.Saturday, time.Sunday}, Holidays: holidays,
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAddMonths(b *testing.B) {
	ds, i := someDates(), 0
	var d calendar.Date
	for b.Loop() {
		d = ds[i&1023].AddMonths(1 + i&15)
		i++
	}
	_ = d
}

func BenchmarkCivil(b *testing.B) {
	ds, i, sum := someDates(), 0, 0
	for b.Loop() {
		_, _, d := ds[i&1023].Civil()
		sum += d
		i++
	}
}

func BenchmarkParseDate(b *testing.B) {
	ds, i := someDates(), 0
	var texts [1024]string
	for i, d := range ds {
		texts[i] = d.String()
	}
	var d calendar.Date
	for b.Loop() {
		d, _ = calendar.ParseDate(texts[i&1023])
		i++
	}
	_ = d
}

func BenchmarkAppendText(b *testing.B) {
	ds, i := someDates(), 0
	buf := make([]byte, 0, 16)
	for b.Loop() {
		buf, _ = ds[i&1023].AppendText(buf[:0])
		i++
	}
}

func BenchmarkFraction(b *testing.B) {
	for _, c := range []calendar.DayCount{calendar.Act365Fixed, calendar.ActActISDA, calendar.ThirtyE360} {
		b.Run(c.String(), func(b *testing.B) {
			ds, i := someDates(), 0
			var f calendar.Fraction
			for b.Loop() {
				f, _ = c.Fraction(calendar.Period{From: ds[i&1023], To: ds[i&1023] + 100})
				i++
			}
			_ = f
		})
	}
}

func TestNoAllocations(t *testing.T) {
	d, c := day("2024-01-31"), calendar.SE()
	buf := make([]byte, 0, 16)
	r := calendar.Recurrence{Anchor: d, Every: calendar.Months(1), EndOfMonth: true}
	for name, f := range map[string]func(){
		"ParseDate":       func() { _, _ = calendar.ParseDate("2024-02-29") },
		"Civil":           func() { _, _, _ = d.Civil() },
		"AddMonths":       func() { _ = d.AddMonths(1) },
		"Add":             func() { _ = d.Add(calendar.Years(3)) },
		"AppendText":      func() { buf, _ = d.AppendText(buf[:0]) },
		"IsBusinessDay":   func() { _, _ = c.IsBusinessDay(d) },
		"AddBusinessDays": func() { _, _ = c.AddBusinessDays(d, 10) },
		"BusinessDays":    func() { _, _ = c.BusinessDays(calendar.Days(d, d+100)) },
		"Adjust":          func() { _, _ = c.Adjust(day("2024-06-06"), calendar.ModifiedFollowing) },
		"At":              func() { _ = r.At(13) },
		"Fraction":        func() { _, _ = calendar.Act365Fixed.Fraction(calendar.Days(d, d+100)) },
		"Fraction ISDA":   func() { _, _ = calendar.ActActISDA.Fraction(calendar.Days(d-100, d+100)) },
		"Fraction 30E":    func() { _, _ = calendar.ThirtyE360.Fraction(calendar.Days(d, d+100)) },
		"Fraction.Add":    func() { _ = calendar.Fraction{Num: 1, Den: 365}.Add(calendar.Fraction{Num: 2, Den: 365}) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times, want none", name, n)
		}
	}
}
