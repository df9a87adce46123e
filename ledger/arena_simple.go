package ledger

// simple finds cases of one claim with one kind of interest and payments.
func (f *flattener) simple(out *flatCase) bool {
	items, courses := f.a.items[f.start.items:], f.a.courses[f.start.courses:]
	if len(items) != 1 || len(courses) != 1 || !items[0].early || out.apply || !f.sure || len(f.a.orders) == f.start.orders || len(f.a.blocks) > f.start.blocks {
		return true
	}
	o := &f.a.orders[out.order]
	it := &items[0]
	if !o.static || it.booked[1-slot(courses[0].component)] != 0 || courses[0].course.Days().IsEmpty() || !courses[0].course.Sums() || it.open < 0 {
		return true
	}
	for _, e := range f.a.events[f.start.events:] {
		if e.class != paymentReceived || e.of >= 0 {
			return true
		}
	}
	charged, owed := -1, -1
	for i, c := range f.a.cells[o.cells.from:o.cells.to] {
		switch {
		case c.component == courses[0].component && charged < 0:
			charged = i
		case c.component == it.body && owed < 0:
			owed = i
		}
	}
	switch {
	case charged < 0 || owed < 0:
	case charged < owed:
		out.single = interestFirst
	default:
		out.single = debtFirst
	}
	return true
}
