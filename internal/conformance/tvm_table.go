package conformance

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// A TVMTable is a schedule of equal payments.
type TVMTable struct {
	ID       string // for reports: no verdict depends on it
	loan     tvm.Annuity
	every    tvmFrequency
	start    calendar.Date
	interest string // "reducing" if absent
	rounding string
	rows     []tvmRow
	notes    notes
}

// tvmRow is a row as a file writes it; "" is not given.
type tvmRow struct {
	period                                int
	payment, interest, principal, balance string
	start, end                            calendar.Date
}

// tvmFrequency is the length of a period, and how many make a year for the rate.
type tvmFrequency struct {
	span    calendar.Span
	perYear string
}

var tvmFrequencies = map[string]tvmFrequency{
	"daily":   {calendar.DaySpan(1), "365"},
	"weekly":  {calendar.Weeks(1), "52"},
	"monthly": {calendar.Months(1), "12"},
	"annual":  {calendar.Years(1), "1"}, "annually": {calendar.Years(1), "1"}, "yearly": {calendar.Years(1), "1"},
}

func (o object) tvmFrequency(key string) (f tvmFrequency) {
	word := strings.ToLower(o.word(key))
	f, known := tvmFrequencies[word]
	if word != "" && !known {
		o.notes.foreign = append(o.notes.foreign, key+" "+word)
	}
	return f
}

func newTVMTable(o object) TVMTable {
	in := o.object("inputs")
	t := TVMTable{
		ID: o.word("source"), start: in.date("start"),
		interest: strings.ToLower(in.word("interest_type")), rounding: strings.ToLower(o.word("rounding")),
	}
	t.loan = tvm.Annuity{Present: in.tvmNumber("principal"), Periods: in.tvmPeriods("n"), When: in.tvmWhen("when")}
	t.every = in.tvmFrequency("frequency")
	rate, yearly := in.word("rate_per_period"), in.word("annual_rate")
	if rate == "" && t.every.perYear != "" {
		rate = yearly + "/" + t.every.perYear
	}
	if rate == "" {
		in.notes.foreign = append(in.notes.foreign, "rate of an unknown period")
		rate = "0"
	}
	t.loan.Rate = in.tvmParse("annual_rate", rate)
	in.done()
	for _, r := range o.objects("rows") {
		t.rows = append(t.rows, tvmRow{
			period: r.tvmPeriods("period"), payment: r.word("payment"), interest: r.word("interest"),
			principal: r.word("principal"), balance: r.word("balance"), start: r.date("start"), end: r.date("end_inclusive"),
		})
		r.done()
	}
	if len(t.rows) == 0 {
		o.notes.fail("%srows are missing", o.path)
	}
	o.done()
	return t
}

// tvmSourceTolerance is how exactly go-financial tests its own unrounded figures.
var tvmSourceTolerance = tvmTolerance{most: big.NewRat(1, 10_000_000)}

var (
	tvmWholeUnits  = regexp.MustCompile(`^whole units\b`)
	tvmSomeDigits  = regexp.MustCompile(`^(?:display only, )?(\d) decimals\b`)
	tvmDisplayOnly = regexp.MustCompile(`^display only\b`)
	tvmNotRounded  = regexp.MustCompile(`^none\b`)
)

// Judge compares each row. Figures are rounded one by one; only where they are
// booked so does the last row absorb what the rounding leaves of the loan.
func (t TVMTable) Judge() Verdict {
	foreign := t.notes.foreign
	if t.interest != "" && t.interest != "reducing" {
		foreign = append(foreign, "interest_type "+t.interest)
	}
	places := 0
	digits := tvmSomeDigits.FindStringSubmatch(t.rounding)
	switch {
	case digits != nil:
		places, _ = strconv.Atoi(digits[1])
	case !tvmNotRounded.MatchString(t.rounding) && !tvmWholeUnits.MatchString(t.rounding):
		foreign = append(foreign, "rounding "+t.rounding)
	}
	if v := outside(foreign); v.OutOfScope != "" {
		return v
	}
	errs := t.ends()
	var err error
	if t.loan.Payment, err = tvm.PMT(t.loan); err != nil {
		return Verdict{Problem: err}
	}
	booked := !tvmNotRounded.MatchString(t.rounding) && !tvmDisplayOnly.MatchString(t.rounding)
	for i, row := range t.rows {
		b := tvmRowBook{loan: t.loan, row: row, places: places, exact: tvmNotRounded.MatchString(t.rounding)}
		if booked && i == len(t.rows)-1 {
			b.before = t.rows[:i]
			b.last = true
		}
		b.judge()
		errs = append(errs, t.dates(i)...)
		for _, err := range b.errs {
			errs = append(errs, fmt.Errorf("period %d: %w", row.period, err))
		}
	}
	return Verdict{Problem: errors.Join(errs...)}
}

// ends checks the number of rows and their numbers.
func (t TVMTable) ends() (errs []error) {
	if len(t.rows) != t.loan.Periods {
		errs = append(errs, fmt.Errorf("%d rows, want %d", len(t.rows), t.loan.Periods))
	}
	for i, row := range t.rows {
		if row.period != 0 && row.period != i+1 {
			errs = append(errs, fmt.Errorf("row %d is of period %d", i+1, row.period))
		}
	}
	return errs
}

// dates compares the days of a row with those counted from the start.
func (t TVMTable) dates(i int) (errs []error) {
	r := calendar.Recurrence{Anchor: t.start, Every: t.every.span}
	row := t.rows[i]
	if row.start != 0 && row.start != r.At(i) {
		errs = append(errs, fmt.Errorf("period %d starts on %v, want %v", i+1, r.At(i), row.start))
	}
	if row.end != 0 && row.end != r.At(i+1)-1 {
		errs = append(errs, fmt.Errorf("period %d ends on %v, want %v", i+1, r.At(i+1)-1, row.end))
	}
	return errs
}
