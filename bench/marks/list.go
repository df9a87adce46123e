package marks

import "slices"

// List is every mark, in the order in which they are shown.
func List() []Mark { return slices.Concat(claimMarks(), loanMarks(), dayMarks()) }

// claimMarks are those of claims and cases.
func claimMarks() []Mark {
	const (
		shop = "walk-totals/shopspring"
		sum  = "walk-totals/skuld-totals"
		in   = "walk-totals/skuld-integral"
		walk = "walk-totals/skuld-walk"
	)
	return []Mark{
		{"accrual walk, 17 segments and 6 allocations, no lines kept", walk, shop, Faster, 80},
		{"… against udecimal", walk, "walk-totals/udecimal", Faster, 8},
		{"… not slower than float64", walk, "walk-totals/float64", Faster, 1},
		{"… allocations", walk, "", NoAllocs, 0},
		{"… ns", walk, "", Nanoseconds, 130},
		{"walk with lines appended to the caller's slice", "walk-lines/skuld-append", "walk-lines/shopspring", Faster, 35},
		{"… allocations", "walk-lines/skuld-append", "", NoAllocs, 0},
		{"totals by running integrals, series plus margin", sum, shop, Faster, 180},
		{"… allocations", sum, "", NoAllocs, 0},
		{"… ns", sum, "", Nanoseconds, 60},
		{"… of a million claims, share of the touch pass", "portfolio/skuld-integral", "portfolio/touch", Share, 15},
		{"statement totals, 3 claims, 2 fees, 6 payments, 5 years", "statement/skuld-totals", "statement/shopspring", Faster, 60},
		{"… allocations", "statement/skuld-totals", "", NoAllocs, 0},
		{"actual/actual, one denominator for mixed years, against actual/365 (G3)", "walk-totals/skuld-actact", in, AtMost, 1.3},
		{"the same sums in big.Int, ns (G3)", "walk-totals/skuld-big", "", Nanoseconds, 600},
		{"… allocations", "walk-totals/skuld-big", "", NoAllocs, 0},
		{"shopspring in, lazy results, ns (G4)", "walk-totals/skuld-lazy", "", Nanoseconds, 130},
		{"… allocations", "walk-totals/skuld-lazy", "", NoAllocs, 0},
		{"shopspring in and out (G4)", "walk-totals/skuld-eager", shop, Faster, 25},
		{"… ns", "walk-totals/skuld-eager", "", Nanoseconds, 400},
		{"… allocations, 2 for each of 3 decimals", "walk-totals/skuld-eager", "", NoAllocs, 6},
		{"two workers against one, totals (G5)", "portfolio/skuld-totals-2", "portfolio/skuld-totals", Faster, 1.85},
		{"two workers against one, integrals (G5)", "portfolio/skuld-integral-2", "portfolio/skuld-integral", Faster, 1.85},
		{"two workers against one, walk (G5)", "portfolio/skuld-walk-2", "portfolio/skuld-walk", Faster, 1.85},
	}
}

// loanMarks are those of schedules and annual percentage rates.
func loanMarks() []Mark {
	return []Mark{
		{"annuity of 60 rows (G6)", "annuity/skuld-append", "annuity/shopspring", Faster, 50},
		{"… against go-financial", "annuity/skuld-append", "annuity/go-financial", Faster, 5000},
		{"… allocations", "annuity/skuld-append", "", NoAllocs, 0},
		{"… ns", "annuity/skuld-append", "", Nanoseconds, 400},
		{"proven rate of 60 equal months, ns (G7)", "apr-months/skuld", "", Nanoseconds, 600},
		{"… allocations", "apr-months/skuld", "", NoAllocs, 0},
		{"proven rate of 60 dated payments, ns (G7)", "apr-dated/skuld", "", Nanoseconds, 2500},
		{"… allocations", "apr-dated/skuld", "", NoAllocs, 0},
	}
}

// dayMarks are those of calendars and dates.
func dayMarks() []Mark {
	return []Mark{
		{"business day or not, against rickar/cal (G8)", "business-day/skuld", "business-day/cal", Faster, 150},
		{"… ns", "business-day/skuld", "", Nanoseconds, 1.5},
		{"tenth business day after a day, against rickar/cal (G8)", "add-workdays/skuld", "add-workdays/cal", Faster, 150},
		{"… ns", "add-workdays/skuld", "", Nanoseconds, 20},
		{"calendar of 111 years, built once, ns (G8)", "calendar-build/SE", "", Nanoseconds, 150_000},
		{"… bytes", "calendar-size/SE", "", Bytes, 8192},
		{"month later, clamped, ns (G9)", "add-months/skuld", "", Nanoseconds, 12},
		{"… allocations", "add-months/skuld", "", NoAllocs, 0},
		{"date read from text, ns (G9)", "parse-date/skuld", "", Nanoseconds, 12},
		{"… allocations", "parse-date/skuld", "", NoAllocs, 0},
	}
}
