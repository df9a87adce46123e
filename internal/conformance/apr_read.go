package conformance

import (
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// mostInSeries bounds the payments of a series.
const mostInSeries = 10_000

// readEU reads flows at times in years, each a sum of fractions.
func readEU(o object) []aprQuestion {
	if method := o.need("method"); method != "EU-APRC" {
		o.notes.foreign = append(o.notes.foreign, "method "+method)
	}
	q := aprQuestion{method: apr.Method{Law: apr.EU, Unit: apr.Month}}
	for _, d := range o.objects("drawdowns") {
		q.flows = append(q.flows, d.series(false)...)
	}
	for _, p := range o.objects("payments") {
		q.flows = append(q.flows, p.series(true)...)
	}
	q.wants = append(q.wants, rounded(o.need("expected_1dp")), nearby(o.word("recomputed_pct"), 1))
	printed := o.word("expected_rate_pct")
	if o.flag("reproduced_to_all_printed_digits") {
		q.wants = append(q.wants, nearby(printed, 1))
	}
	return []aprQuestion{q}
}

// series reads one flow with its t, or equal ones from first with a step.
func (o object) series(paid bool) []aprFlow {
	f := aprFlow{amount: o.needFigure("amount"), paid: paid}
	defer o.done()
	if _, single := o.values["t"]; single {
		f.at = o.sum("t")
		return []aprFlow{f}
	}
	step, count := o.sum("step"), o.count("count", mostInSeries)
	f.at = o.sum("first")
	var flows []aprFlow
	for range count {
		flows = append(flows, f)
		f.at = f.at.Add(step)
	}
	return flows
}

// readRegZ reads payments at whole unit-periods after the first.
func readRegZ(o object) []aprQuestion {
	if method := o.need("method"); method != "US-RegZ-actuarial" {
		o.notes.foreign = append(o.notes.foreign, "method "+method)
	}
	q := aprQuestion{method: o.unitPeriod()}
	advance := o.object("advance")
	advance.drop("date")
	q.flows = append(q.flows, aprFlow{amount: advance.needFigure("amount"), at: calendar.Fraction{Den: 1}})
	advance.done()
	first := o.object("first_payment")
	start := calendar.Fraction{Num: int64(first.count("whole_unit_periods", mostInSeries)), Den: 1}.Add(first.sum("fraction"))
	first.done()
	for _, p := range o.objects("payments") {
		key, count := "at", 1
		if _, run := p.values["from"]; run {
			key, count = "from", p.count("count", mostInSeries)
		}
		f := aprFlow{amount: p.needFigure("amount"), paid: true}
		after := int64(p.count(key, mostInSeries))
		for k := range int64(count) {
			f.at = start.Add(calendar.Fraction{Num: after + k, Den: 1})
			q.flows = append(q.flows, f)
		}
		p.done()
	}
	q.wants = append(q.wants, rounded(o.need("expected_apr_pct")), nearby(o.word("recomputed_apr_pct"), 1))
	if _, told := o.values["reproduced"]; told && !o.flag("reproduced") {
		o.notes.foreign = append(o.notes.foreign, "rates that no equation gives")
	}
	return []aprQuestion{q}
}

// unitPeriod finds the unit-period of which there are so many in a year. Its name
// says no more than that, as times are in unit-periods already.
func (o object) unitPeriod() apr.Method {
	name, year := o.need("unit_period"), o.sum("unit_periods_per_year")
	for _, unit := range []apr.Unit{apr.Year, apr.Month, apr.HalfMonth, apr.Week, apr.Day} {
		m := apr.Method{Law: apr.US, Unit: unit, Per: 1}
		for ; m.Validate() == nil; m.Per++ {
			if m.PerYear().Compare(year) == 0 {
				return m
			}
		}
	}
	o.notes.foreign = append(o.notes.foreign, "unit_period "+name)
	return apr.Method{Law: apr.US, Unit: apr.Year}
}

// readDated reads flows on dates that came without a unit. What is recomputed is by
// remark (c), in months and odd days; what was expected, and what is recomputed over
// 365, is by days over 365.
func readDated(o object) []aprQuestion {
	remark := aprQuestion{method: apr.Method{Law: apr.EU, Unit: apr.Month}}
	days := aprQuestion{method: apr.Method{Law: apr.EIR, Unit: apr.Day}}
	remark.flows = append(remark.flows, o.dated("drawdown", o.list("drawdown"), false))
	for _, p := range o.list("payments") {
		pair, _ := p.([]any)
		remark.flows = append(remark.flows, o.dated("payments", pair, true))
	}
	days.flows = remark.flows
	remark.wants = append(remark.wants, nearby(o.word("recomputed"), 1), nearby(o.word("recomputed_366"), 1))
	tolerance := o.need("tolerance")
	expected := within(o.need("expected_pct"), tolerance)
	if expected.tolerance == nil {
		o.notes.fail("tolerance is %q, want a number", tolerance)
	}
	days.wants = append(days.wants, nearby(o.word("recomputed_365"), 1), expected)
	return []aprQuestion{remark, days}
}

// dated reads a date and an amount.
func (o object) dated(key string, pair []any, paid bool) aprFlow {
	if len(pair) != 2 {
		o.notes.fail("%s is %v, want dates and amounts", key, pair)
		return aprFlow{}
	}
	p := newObject(map[string]any{"date": pair[0], "amount": pair[1]}, key+".", o.notes)
	return aprFlow{on: p.needDate("date"), amount: p.needFigure("amount"), paid: paid}
}

// readInterval reads a row of two dates. Rows that the plain rule does not give come
// from a library that counts from month end to month end, as if the last day had been
// agreed.
func readInterval(o object, n *notes) Interval {
	iv := Interval{notes: n, method: apr.Method{Law: apr.EU}, start: o.needDate("start"), end: o.needDate("end"), want: o.sum("years")}
	unit := o.need("unit")
	iv.ID = unit + " " + iv.start.String() + " " + iv.end.String()
	for u := apr.Day; u <= apr.Year; u++ {
		if strings.TrimSuffix(unit, "s") == u.String() && u != apr.HalfMonth {
			iv.method.Unit = u
		}
	}
	if iv.method.Unit == 0 {
		n.foreign = append(n.foreign, "unit "+unit)
	}
	if _, told := o.values["plain_rule_reproduces"]; told && !o.flag("plain_rule_reproduces") {
		iv.method.MonthDay = 31
	}
	o.done()
	return iv
}
