package contract

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// slot is a place in the life of a contract.
type slot struct {
	moved
	kind EventKind
	// of is the index of the repayment or reset behind it.
	of int
	// level is the first date that a level set here is spread over, or a day before it.
	level calendar.Date
}

// frame is the dates of a contract.
type frame struct {
	t     *Terms
	slots []slot
	// level are the dates that a level is spread over, as interest counts them.
	level []calendar.Date
	// end is the maturity, no date in an open contract; stop is the day before which
	// dates are listed.
	end, stop calendar.Date
}

// newFrame lists what falls on which day, in order. Through bounds an open contract; no
// date stands for the maturity.
func newFrame(t *Terms, through calendar.Date) (*frame, error) {
	end, err := t.maturity()
	if err != nil {
		return nil, err
	}
	f := &frame{t: t, end: end, stop: end}
	if end.IsZero() {
		if through.IsZero() {
			return nil, &ledger.Problem{Path: "/maturity", Message: "missing, want one, or a day through which events are asked for"}
		}
		f.stop = through + 1
	} else if x := t.Termination; x != nil && x.On > end {
		return nil, &ledger.Problem{Path: "/termination/on", Message: x.On.String() + ", want a day through the maturity, " + end.String()}
	}
	steps := []func() error{f.start, f.repayments, f.interest, f.resets, f.finish}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(f.slots, func(a, b slot) int {
		return cmp.Or(cmp.Compare(a.paid, b.paid), cmp.Compare(a.kind, b.kind), cmp.Compare(a.accrues, b.accrues))
	})
	return f, nil
}

// add moves a scheduled day and notes what falls on it.
func (f *frame) add(kind EventKind, day calendar.Date, of int) error {
	m, err := f.t.move(day)
	if err != nil {
		return &ledger.Problem{Path: "/calendar", Message: err.Error(), Cause: err}
	}
	f.slots = append(f.slots, slot{moved: m, kind: kind, of: of, level: m.accrues + 1})
	return nil
}

// fixed notes what falls on a day that is never moved.
func (f *frame) fixed(kind EventKind, day calendar.Date) {
	f.slots = append(f.slots, slot{moved: moved{day, day, day}, kind: kind})
}

func (f *frame) start() error {
	if f.t.Since.IsZero() {
		f.fixed(Disbursed, f.t.Start)
	}
	return nil
}

func (f *frame) repayments() error {
	list, err := f.t.before(f.stop, f.end.IsZero(), "/repayments", f.t.repayCycles())
	if err != nil {
		return err
	}
	for _, d := range list {
		kind := Repaid
		if f.t.Kind == Linear && f.t.Repayments[d.cycle].Amount.Sign() < 0 {
			kind = Drawn
		}
		if err := f.add(kind, d.day, d.cycle); err != nil {
			return err
		}
	}
	if f.t.Kind == Annuity && len(list) > 0 {
		return f.spread(list)
	}
	return nil
}

// spread lists the dates that the level of an annuity is spread over, and the day before
// the first repayment, on which it is set.
func (f *frame) spread(list []dated) error {
	last := f.end
	if !f.t.Amortization.IsZero() {
		last = f.t.Amortization
		var err error
		if list, err = f.t.before(last, false, "/repayments", f.t.repayCycles()); err != nil {
			return err
		}
	}
	for _, d := range append(days(list), last) {
		m, err := f.t.move(d)
		if err != nil {
			return &ledger.Problem{Path: "/calendar", Message: err.Error(), Cause: err}
		}
		f.level = append(f.level, m.accrues)
	}
	first, err := f.t.move(list[0].day)
	if day := first.paid - 1; err == nil && f.t.Repayments[0].Amount.Sign() == 0 && day >= f.t.earliest() {
		on := moved{day, day, max(first.accrues-1, f.t.earliest())}
		f.slots = append(f.slots, slot{moved: on, kind: LevelSet, level: first.accrues})
	}
	return err
}

// interest notes the days on which interest falls due.
func (f *frame) interest() error {
	stop, open := f.stop, f.end.IsZero()
	var own []calendar.Date
	if f.t.Kind.levelled() {
		list, err := f.t.before(f.stop, false, "/repayments", f.t.repayCycles())
		if err != nil {
			return err
		}
		own, stop = days(list), min(stop, f.t.firstRepayment())
	}
	list, err := f.t.before(stop, open, "/interest", f.t.Interest)
	if err != nil {
		return err
	}
	own = append(days(list), own...)
	through := f.t.CapitalizeThrough
	if through >= f.t.earliest() && through < f.stop {
		own = insert(own, through)
	}
	for _, d := range own {
		kind := InterestPaid
		if d <= through {
			kind = Capitalized
		}
		if err := f.add(kind, d, 0); err != nil {
			return err
		}
	}
	return nil
}

// resets notes the days on which the rate changes.
func (f *frame) resets() error {
	list, err := f.t.before(f.stop, f.end.IsZero(), "/resets", f.t.resetCycles())
	if err != nil {
		return err
	}
	seen := -1
	for _, d := range list {
		kind := RateReset
		if d.cycle != seen && f.t.Resets[d.cycle].Next != nil {
			kind = RateFixed
		}
		seen = d.cycle
		if err := f.add(kind, d.day, d.cycle); err != nil {
			return err
		}
		if f.t.Kind == Annuity {
			if err := f.add(LevelSet, d.day, 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// finish notes the end.
func (f *frame) finish() error {
	if x := f.t.Termination; x != nil {
		f.fixed(Terminated, x.On)
	}
	if f.end.IsZero() {
		return nil
	}
	if err := f.add(InterestPaid, f.end, 0); err != nil {
		return err
	}
	return f.add(Matured, f.end, 0)
}
