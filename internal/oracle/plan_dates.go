package oracle

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// lastPlanDay is the last day on which a row may be due.
var lastPlanDay = date(2200, time.December, 31)

// span is a distance between rows.
type span struct {
	n    int
	unit byte // D, W, M or Y
}

// parseSpan reads a number and a unit; a year is the longest that is used, but
// not the longest there may be.
func parseSpan(s string) (span, error) {
	if len(s) >= 2 && allDigits(s[:len(s)-1]) && slices.Contains([]byte("DWMY"), s[len(s)-1]) {
		if n, err := strconv.Atoi(s[:len(s)-1]); err == nil && n > 0 && n < 10_000 {
			return span{n, s[len(s)-1]}, nil
		}
	}
	return span{1, 'M'}, fmt.Errorf("%q is no distance such as 14D, 2W, 1M or 1Y", s)
}

// after is the day k spans after d; a month that is too short for its day ends
// with its last.
func (s span) after(d day, k int) day {
	switch n := s.n * k; s.unit {
	case 'D':
		return d + day(n)
	case 'W':
		return d + day(7*n)
	case 'Y':
		return months(d, 12*n)
	default:
		return months(d, n)
	}
}

func months(d day, n int) day {
	y, m, dom := d.civil()
	return min(date(y, m+time.Month(n), dom), date(y, m+time.Month(n)+1, 0))
}

// planPeriod is a stretch of the plan with dates of its own; amount 0: the plan's.
type planPeriod struct {
	start, end day
	every      span
	amount     int64
}

// schedule reads the dates of the rows, as many as a plan may have.
func (p *plan) schedule(in *planInput) {
	p.start = p.b.date("/start", in.Start)
	first, offset := p.start, 1
	if in.First != "" {
		first, offset = p.b.day("/first", in.First), 0
		if first < p.start {
			p.b.fail("/first", fmt.Errorf("%s is before the start", first))
		}
	}
	every, err := parseSpan(or(in.Every, "1M"))
	p.b.fail("/every", err)
	free := map[time.Month]bool{}
	for _, m := range in.FreeMonths {
		if m < 1 || m > 12 {
			p.b.fail("/freeMonths", fmt.Errorf("%d is no month", m))
		}
		free[time.Month(m)] = true
	}
	periods := p.periods(in, every)
	if !p.ready() {
		return
	}
	p.series(first, offset, every, periods, free, in.Count)
	if len(p.dates) == 0 {
		p.b.fail("/start", fmt.Errorf("there is no date for a row"))
	}
}

// series sets the dates of the rows, in periods and around them, and one more
// than are asked for, which bounds a deviation of the last.
func (p *plan) series(first day, offset int, every span, periods []planPeriod, free map[time.Month]bool, count int) {
	most := maxPlanRows + 1
	if p.kind != planBullet && 0 < count && count < most {
		most = count + 1
	}
	add := func(d day, amount int64) {
		if len(p.dates) < most && !free[monthOf(d)] {
			p.dates, p.inPeriod = append(p.dates, d), append(p.inPeriod, amount)
		}
	}
	from, through := endless, endless
	if len(periods) > 0 {
		from, through = periods[0].start, periods[len(periods)-1].end
	}
	k := offset
	for ; every.after(first, k) < from && every.after(first, k) <= lastPlanDay && len(p.dates) < most; k++ {
		add(every.after(first, k), 0)
	}
	for _, one := range periods {
		for m := 0; one.every.after(one.start, m) <= min(one.end, lastPlanDay) && len(p.dates) < most; m++ {
			if d := one.every.after(one.start, m); d > p.start {
				add(d, one.amount)
			}
		}
	}
	for ; every.after(first, k) <= lastPlanDay && len(p.dates) < most; k++ {
		if d := every.after(first, k); d > through {
			add(d, 0)
		}
	}
}

func (p *plan) periods(in *planInput, every span) (all []planPeriod) {
	for i, r := range in.Periods {
		path := fmt.Sprintf("/periods/%d", i)
		one := planPeriod{start: p.b.date(path+"/start", r.Start), end: endless, every: every, amount: p.orNone(path+"/amount", r.Amount)}
		if r.Every != "" {
			var err error
			one.every, err = parseSpan(r.Every)
			p.b.fail(path+"/every", err)
		}
		if r.End != "" {
			one.end = p.b.day(path+"/end", r.End)
		}
		switch {
		case r.No != i+1 || one.end < one.start:
			p.b.fail(path, fmt.Errorf("want the periods from 1 on, none that ends before it starts"))
		case i > 0 && one.start != all[i-1].end+1:
			p.b.fail(path+"/start", fmt.Errorf("want the day after the last period"))
		}
		all = append(all, one)
	}
	return all
}

// nominal is the date of a row as deviations leave it.
func (p *plan) nominal(no int) day {
	if one, is := p.deviations[no]; is && one.due != noDay {
		return one.due
	}
	return p.dates[no-1]
}

// moved is the business day in the place of d.
func (p *plan) moved(d day, convention string) day {
	step, modified := day(1), convention == "modified-following" || convention == "modified-preceding"
	switch convention {
	case "unadjusted":
		return d
	case "preceding", "modified-preceding":
		step = -1
	}
	e := d
	for p.holidays(e) {
		e += step
	}
	if modified && monthOf(e) != monthOf(d) {
		for e = d; p.holidays(e); {
			e -= step
		}
	}
	return e
}

func monthOf(d day) time.Month {
	_, m, _ := d.civil()
	return m
}
