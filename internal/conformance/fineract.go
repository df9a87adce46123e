package conformance

import (
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// A FineractSchedule is a loan of Apache Fineract and the rows of its repayment
// schedule.
type FineractSchedule struct {
	ID        string // for reports: no verdict depends on it
	shape     fineractShape
	principal figure
	multiple  figure // of an installment, "" for minor units
	rate      interest.Percent
	rounding  money.Rounding
	start     calendar.Date
	every     calendar.Span
	count     int
	grace     paymentplan.Grace
	// rolls says that due dates which a month lacks fall on the first of the next.
	rolls    bool
	decimals string
	want     []fineractRow
	notes    notes
}

// fineractRow is a row as a file prints it.
type fineractRow struct {
	nr                   string
	due                  calendar.Date
	parts                figures
	total, balance       figure
	paid, advance, later figure
	outstanding          figure
}

// ReadFineractSchedules reads the list schedules of a file. All malformed vectors are
// reported, with everything that is wrong with them, and the others returned.
func ReadFineractSchedules(r io.Reader) ([]FineractSchedule, error) {
	values, err := readObject(r)
	if err != nil {
		return nil, err
	}
	var n notes
	file := object{values: values, notes: &n}
	if values["schedules"] == nil {
		n.fail("schedules is missing")
	}
	var schedules []FineractSchedule
	for _, o := range file.vectors("schedules") {
		if s := newFineractSchedule(o); o.sound(&n) {
			s.notes = *o.notes
			schedules = append(schedules, s)
		}
	}
	return schedules, errors.Join(n.errs...)
}

func newFineractSchedule(o object) FineractSchedule {
	s := FineractSchedule{ID: o.word("id")}
	for _, row := range o.objects("expected") {
		s.want = append(s.want, row.fineractRow())
	}
	if len(s.want) == 0 {
		o.notes.fail("%sexpected is missing", o.path)
	}
	s.translate(o.object("inputs"))
	o.done()
	return s
}

func (o object) fineractRow() fineractRow {
	r := fineractRow{
		nr: o.need("nr"), due: o.date("due_date"), parts: o.parts(), total: o.figure("due"), balance: o.figure("balance_after"),
		paid: o.figure("paid"), advance: o.figure("paid_in_advance"), later: o.figure("paid_late"), outstanding: o.figure("outstanding"),
	}
	o.drop("paid_date", "days") // the days follow from the dates, and are no figure
	o.done()
	return r
}

// causes says of terms by which Fineract's rows are not those of a plan why that is so:
// a key of the terms with all the words of one of these is out of scope.
var causes = []struct{ words, feature string }{
	{"late fee", "late fees (join rows as penalties when a day of business comes; in a plan they are no part of a row)"},
	{"rate change", "a rate change (the level is solved anew from the row it falls in; a plan has one level)"},
	{"disburse", "disbursements (a plan pays off a debt that is whole from its start)"},
	{"pause", "interest pauses (rows are written anew on a day of business)"},
	{"down payment", "down payments (due on the start itself, and the rest is scheduled)"},
	{"grace charged", "grace on interest charged (its rows bear none; those of a plan carry it)"},
	{"charge", "charges (join rows on days of their own)"},
}

// translate reads the terms.
func (s *FineractSchedule) translate(o object) {
	s.principal, s.multiple, s.start, s.count = o.figure("principal"), o.figure("instalment_multiple"), o.date("start"), o.whole("n")
	if s.principal == "" || s.start.IsZero() || s.count == 0 {
		o.notes.fail("%sprincipal, start or n is missing", o.path)
	}
	var err error
	if s.rate, err = interest.ParsePercent(o.need("annual_rate_pct")); err != nil {
		o.notes.fail("%sannual_rate_pct: %w", o.path, err)
	}
	every := o.need("every")
	if s.every, err = calendar.ParseSpan(every); err != nil || s.every.N() <= 0 {
		o.notes.fail("%severy is %q, want a distance as 1M", o.path, every)
		s.every = calendar.Months(1)
	}
	if s.decimals = o.word("currency_decimals"); s.decimals == "" {
		s.decimals = "2"
	}
	s.rounding = o.fineractRounding()
	// By itself a day of business changes no row: it counts with what is out of scope.
	o.drop("as_of")
	for _, c := range causes {
		if v := o.takeNamed(strings.Fields(c.words)...); v != nil && v != "" {
			o.foreign("%s", c.feature)
		}
	}
	s.graces(o)
	switch word := o.word("month_end"); word {
	case "", "LAST_DAY_OF_MONTH":
	case "FIRST_DAY_OF_NEXT_MONTH":
		s.rolls = true
	default:
		o.foreign("month_end %s", word)
	}
	s.shape = o.fineractShape(s)
	o.done()
}

// graces reads the rows that pay no principal or no interest. What Fineract calls grace
// on interest leaves the interest of its rows charged and payable; its interest-free
// rows leave it to the first row after them.
func (s *FineractSchedule) graces(o object) {
	s.grace.Principal = o.rowsOf("principal", "grace")
	o.rowsOf("interest", "grace")
	if s.grace.Interest = o.rowsOf("interest", "free"); s.grace.Interest > s.grace.Principal {
		o.foreign("interest-free rows that pay principal (a plan carries their interest, of Fineract's no figures are known)")
	}
}

// rowsOf is the number under a key that has all the words, 0 where there is none.
func (o object) rowsOf(words ...string) int {
	key := strings.Join(words, "_")
	o.values[key] = o.takeNamed(words...)
	return o.whole(key)
}

// takeNamed takes the first key that has all the words: files differ in how they write
// the names of terms.
func (o object) takeNamed(words ...string) any {
	for _, key := range slices.Sorted(maps.Keys(o.values)) {
		lacks := func(word string) bool { return !strings.Contains(strings.ToLower(key), word) }
		if o.values[key] != nil && !slices.ContainsFunc(words, lacks) {
			return o.take(key)
		}
	}
	return nil
}

// whole is a whole number of at least 0, which is what an absent one is.
func (o object) whole(key string) int {
	s := o.word(key)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		o.notes.fail("%s%s is %s, want a whole number", o.path, key, s)
		return 0
	}
	return n
}
