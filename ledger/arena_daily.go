package ledger

import (
	"math"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// template adds the items as package allocation sees them, but for what is open.
func (f *flattener) template(out *flatCase) {
	out.templates = int32(len(f.a.templates))
	for i := range f.c.Claims {
		cl := &f.c.Claims[i]
		f.a.templates = append(f.a.templates, allocation.Item{ID: cl.ID, Group: cl.Group, Secured: cl.Secured, Due: cl.DueDate()})
	}
	for i := range f.c.Fees {
		fee := &f.c.Fees[i]
		f.a.templates = append(f.a.templates, allocation.Item{ID: fee.ID, Fee: true, Code: fee.Code, Due: fee.Date})
	}
}

// unknownRate stands for a rate that is not known.
const unknownRate = math.MinInt64

// dailyRates adds the rate of every item on the day of every fact.
func (f *flattener) dailyRates(out *flatCase) {
	out.rates = int32(len(f.a.rates))
	for _, e := range f.a.events[f.start.events:] {
		for i := range f.a.items[f.start.items:] {
			f.a.rates = append(f.a.rates, f.rateOn(i, e.date))
		}
	}
}

// rateOn is the rate of the lead interest of an item on a day.
func (f *flattener) rateOn(item int, day calendar.Date) int64 {
	it := &f.a.items[f.start.items+item]
	if it.courses.from == it.courses.to {
		return 0
	}
	var t *ClaimTerms
	if n := item - len(f.c.Claims); n >= 0 {
		t = &f.r.Fees[n].Interest
	} else {
		t = &f.r.Claims[item]
	}
	if !t.Bears {
		t = t.Contract
	}
	step, err := t.Terms.Rate.At(day)
	if err != nil {
		return unknownRate
	}
	return int64(step.Rate)
}
