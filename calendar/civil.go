package calendar

// The conversions below work on years that begin on 1 March, so that the leap
// day is the last of its year and month lengths follow one linear function.
// Day 0 of that reckoning is 0000-03-01.

const (
	daysPer400Years = 146097
	daysPer4Years   = 1461
	// marchOffset is the distance from 0000-03-01 to the day before 0001-01-01.
	marchOffset = 305

	// inverse4Years is 2³²/1461 rounded up: multiplying by it gives a quotient by
	// 1461 in the high word and, in the low word, the remainder on the same
	// scale. It is exact below 2²², and four times a day of a century is less.
	// TestCivilRoundTrip proves both for every date.
	inverse4Years = 2939745

	// monthSlope/2¹⁶ is about 5/153, months per day from March; the 16 bits below
	// hold the day of the month on that scale. monthStart puts March at 3.
	monthSlope = 2141
	monthStart = 197913
)

// fromCivil returns the day number of a civil date that exists.
func fromCivil(year, month, day int) Date {
	y, m := uint32(year), uint32(month)
	if m <= 2 {
		y--
		m += 12
	}
	century := y / 100
	days := y*daysPer4Years/4 - century + century/4 // before 1 March of y
	days += (979*m - 2919) / 32                     // before the first of m, 30.6 days a month
	return Date(days+uint32(day)) - 1 - marchOffset
}

// toCivil splits a valid day number.
//
// A century c holds 36524 or 36525 days, a year 365 or 366 and, from March, the
// months 31, 30, 31, 30, 31 in turn. Each level is one quotient of a linear
// function of the days.
func toCivil(d Date) (year, month, day int) {
	q := 4*uint32(d+marchOffset) + 3
	century := q / daysPer400Years
	r := q%daysPer400Years | 3 // 4·(day of the century)+3
	p := inverse4Years * uint64(r)
	yearOfCentury := uint32(p >> 32)
	dayOfYear := uint32(p) / inverse4Years / 4
	k := monthSlope*dayOfYear + monthStart
	y, m, dd := 100*century+yearOfCentury, k>>16, k&0xffff/monthSlope
	if dayOfYear >= 306 { // January and February end the year before
		return int(y) + 1, int(m) - 12, int(dd) + 1
	}
	return int(y), int(m), int(dd) + 1
}
