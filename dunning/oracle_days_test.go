package dunning_test

import "github.com/skuld-go/skuld/calendar"

// must gives the day and stops at an error of a calendar: generated days are covered.
func must(d calendar.Date, err error) calendar.Date {
	if err != nil {
		panic(err)
	}
	return d
}

func following(c *calendar.Calendar, d calendar.Date) calendar.Date {
	for {
		business, err := c.IsBusinessDay(d)
		if err != nil {
			panic(err)
		}
		if business {
			return d
		}
		d++
	}
}

// later is a day so many days after another, business days where asked for.
func later(c *calendar.Calendar, d calendar.Date, days int, business bool) calendar.Date {
	if business {
		return must(c.AddBusinessDays(d, days))
	}
	return d.AddDays(days)
}

// lastInTime is the last day on which paying a debt is in time.
func (w *world) lastInTime(debt int) calendar.Date {
	d := w.h.Debts[debt].Due
	if w.p.Grace.Roll {
		d = following(w.p.Calendar, d)
	}
	return later(w.p.Calendar, d, w.p.Grace.Days, w.p.Grace.Business)
}

// lateFrom is the first day on which a debt is late.
func (w *world) lateFrom(debt int) calendar.Date {
	d := w.lastInTime(debt) + 1
	if w.calledOn(w.day) {
		d = min(d, w.called+1)
	}
	return d
}

// term is the last day of the time that a letter of a level gives.
func (w *world) term(l rung, sent, delivered calendar.Date) calendar.Date {
	from := sent
	if l.Term.Delivered {
		from = delivered
		if from == 0 {
			from = sent.AddDays(w.p.Delivery)
		}
	}
	end := later(w.p.Calendar, from, l.Term.Days, l.Term.Business)
	if l.Term.Roll {
		end = following(w.p.Calendar, end)
	}
	return end
}

// deadline is the last day that a letter gave, by its own words or by its level.
func (w *world) deadline(l letter) calendar.Date {
	by := w.term(l.rung, l.Sent, l.Delivered)
	if l.Through == 0 {
		return by
	}
	if l.rung.Term.Least && by > l.Through {
		return by
	}
	return l.Through
}

// unproven reports whether the time of a letter does not run out.
func unproven(l letter) bool { return l.rung.Term.Proven && l.Delivered == 0 }

// nextLate is the next day on which a debt becomes late, zero where none will.
func (w *world) nextLate() calendar.Date {
	today := w.late(w.day, w.open(w.day, w.day))
	end := w.day
	for i := range w.h.Debts {
		end = max(end, w.lastInTime(i)+1)
	}
	for d := w.day + 1; d <= end; d++ {
		for _, i := range w.late(d, w.open(w.day, d)) {
			if !has(today, i) {
				return d
			}
		}
	}
	return 0
}

// review is when to look again at what has no known end.
func (w *world) review() calendar.Date {
	if d := w.nextLate(); d != 0 {
		return d
	}
	if w.p.Review == 0 {
		return w.day + 30
	}
	return w.day.AddDays(w.p.Review)
}

func has(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
