package calendar

// Period is a run of days, half-open: From is its first day, To the day after
// its last. A period whose To is not after From has no days; the zero value is
// such a period. It is printed with its first and last day, as people read it.
type Period struct {
	From Date // first day in the period
	To   Date // first day after the period
}

// Days returns the period from first through last, both included. It is empty
// if last is before first.
func Days(first, last Date) Period { return Period{From: first, To: last + 1} }

// First returns the first day; it is in the period only if that is not empty.
func (p Period) First() Date { return p.From }

// Last returns the last day in the period. For an empty period it is the day
// before To and not in the period.
func (p Period) Last() Date { return p.To - 1 }

// Len returns the number of days, 0 for an empty period.
func (p Period) Len() int {
	if p.To <= p.From {
		return 0
	}
	return int(p.To) - int(p.From)
}

// IsEmpty reports whether the period has no days.
func (p Period) IsEmpty() bool { return p.To <= p.From }

// Contains reports whether d is one of the days.
func (p Period) Contains(d Date) bool { return p.From <= d && d < p.To }

// Intersect returns the days in both periods, the zero period if there are
// none.
func (p Period) Intersect(q Period) Period {
	r := Period{From: max(p.From, q.From), To: min(p.To, q.To)}
	if r.IsEmpty() {
		return Period{}
	}
	return r
}

// String returns first and last day, "2024-01-01 – 2024-12-31", and "no days"
// for an empty period.
func (p Period) String() string {
	if p.IsEmpty() {
		return "no days"
	}
	return p.First().String() + " – " + p.Last().String()
}
