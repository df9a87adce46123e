package aptic

import (
	"regexp"
	"strconv"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// terms are a rate as a code and a number beside it state it.
type terms struct {
	ledger.RateFacts
	count calendar.DayCount
}

// rate reads a code of interest and its number; nil where neither is there.
func (r *caseReader) rate(o document.Object, code, number string) *terms {
	v := o.Field(number)
	p, given := percent(v)
	c, known := lookup(o.Field(code), r.codes.Interest)
	switch {
	case !known && !given:
		return nil
	case !known && quiet(o.Field(code)) == "":
		o.Field(code).Problemf("%s beside a rate, want %s", o.Field(code), names(r.codes.Interest))
		return nil
	case !known:
		return nil
	case !given:
		v.Problemf("%s beside %s, want per cent a year, or on a reference rate percentage points", v, o.Field(code))
		return nil
	}
	t := &terms{RateFacts: ledger.RateFacts{Basis: c.Basis, Series: c.Series, Reset: c.Reset}, count: c.DayCount}
	if c.Basis == ledger.BasisFixed {
		t.Rate = p
	} else {
		t.Margin = p
	}
	return t
}

// interest reads what the debt bears; nil leaves it to the statute.
func (d *debtReader) interest() *ledger.InterestFacts {
	own, agreed := d.rate(d.o, "interestCode", "interestRate"), d.rate(d.o, "agreedInterestCode", "agreedInterestRate")
	t := &ledger.InterestFacts{From: d.start(), Cutoff: d.day("interestSpecificCalculationCutoffDate")}
	special := d.o.Field("interestSpecificCalculationType")
	code, prescribed := lookup(special, d.codes.Specific)
	switch {
	case prescribed && code.Jurisdiction != d.f.c.Jurisdiction:
		special.Problemf("%s in a case under the law of %q, want one in %s", special, d.f.c.Jurisdiction, code.Jurisdiction)
	case prescribed:
		t.Basis = ledger.BasisStatutory
		if own != nil && agreed != nil && *own != *agreed {
			d.o.Field("interestCode").Problemf("%s beside a prescribed calculation and an agreed rate of its own, want one of the two rates", d.o.Field("interestCode"))
		}
		if agreed == nil {
			agreed = own
		}
	case own != nil:
		t.RateFacts, t.DayCount = own.RateFacts, own.count
	case d.file.code.NoInterest && agreed == nil:
		t.Basis = ledger.BasisNone
	}
	if agreed != nil {
		facts := agreed.RateFacts
		t.Agreed = &facts
	}
	d.ceiling(t)
	if t.RateFacts == (ledger.RateFacts{}) && t.From.IsZero() && t.Cutoff.IsZero() && t.Agreed == nil && t.Ceiling == nil {
		return nil
	}
	return t
}

// early notes interest that starts before the debt is due.
func (d *debtReader) early() {
	if t := d.cl.Interest; t != nil && !t.From.IsZero() && t.From < d.cl.Due {
		field := "interestFrom"
		if d.day(field).IsZero() {
			field = "interestCondition"
		}
		d.find(FindingEarlyInterest, ledger.Warning, d.o.Field(field).Path(), "interest runs from %s, before the due date %s", t.From, d.cl.Due)
	}
}

// ceiling reads the most that the rate may be.
func (d *debtReader) ceiling(t *ledger.InterestFacts) {
	if facts, ok := lookup(d.o.Field("interestRateCeilingCode"), d.codes.Ceilings); ok {
		t.Ceiling = &facts
	}
}

// start is the first day that bears interest, zero where that is the day after the due
// date.
func (d *debtReader) start() calendar.Date {
	from, days := d.day("interestFrom"), d.o.Field("interestCondition")
	if !days.Given() {
		return from
	}
	n := int(days.Int(0, 3660))
	if d.cl.Issued.IsZero() {
		d.o.Field("billDate").Problemf("%s beside an interestCondition, want the day from which it counts", d.o.Field("billDate"))
		return from
	}
	counted := d.cl.Issued.AddDays(n)
	switch {
	case from.IsZero():
		return counted
	case from != counted:
		d.find(FindingOverruled, ledger.Info, days.Path(), "%d days after %s is %s; interestFrom %s holds", n, d.cl.Issued, counted, from)
	}
	return from
}

// fixing reads since when a rate is fixed. A fixed rate from before that day is not known; a
// reference rate keeps its value of that day, where interest starts then.
func (d *debtReader) fixing() {
	v := d.o.Field("fixedInterestTermStart")
	day := v.Date(d.opt.Zone)
	t := d.cl.Interest
	if day.IsZero() || t == nil {
		return
	}
	first := max(d.cl.FirstBearingDay(), openingOf(d.cl)+1)
	switch t.Basis {
	case ledger.BasisFixed:
		if day > first {
			v.Problemf("%s, and interest runs from %s: want the rate before it, or remaining figures of an interestTo of the day before", day, first)
		}
	case ledger.BasisReference:
		if day != d.cl.FirstBearingDay() {
			v.Problemf("%s fixes a reference rate, want the first day that bears interest, %s", day, d.cl.FirstBearingDay())
			return
		}
		t.Reset = ledger.FixedAtStart
	}
}

// wholeYears is a period of limitation, with or without the word for years.
var wholeYears = regexp.MustCompile(`^([0-9]{1,3})\s*(?i:Y|years?|år|vuotta)?$`)

// limitation reads the period of limitation: whole years, as "3", "3Y" or "3 years".
func (d *debtReader) limitation() {
	v := d.o.Field("periodOfLimitation")
	var facts ledger.LimitationFacts
	if s := v.Code(); s != "" {
		n := 0
		if m := wholeYears.FindStringSubmatch(s); m != nil {
			n, _ = strconv.Atoi(m[1])
		}
		if n < 1 || n > ledger.MaxLimitationYears {
			v.Problemf(`%s, want whole years such as "3" or "10Y"`, v)
		} else {
			facts.Period = calendar.Years(n)
		}
	}
	word := d.o.Field("enforceableDebtType").Code()
	if instrument, ok := d.codes.Instruments[word]; ok {
		facts.Instrument = instrument
	} else if word != "" {
		d.find(FindingNoReading, ledger.Info, d.o.Field("enforceableDebtType").Path(), "%q has no reading; nothing follows from it", word)
	}
	facts.PrivateCreditor = d.privateCreditor
	if facts != (ledger.LimitationFacts{}) {
		d.cl.Limitation = &facts
	}
}
