package paymentplan

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// solver finds levels by trying them. Trying must be monotone: a higher level never
// leaves more open.
type solver struct {
	*frame
	// try works the plan through at a level.
	try func(level int64) (run, error)
	// exact reports whether the unrounded plan is more than settled by rows of half so
	// many minor units; nil where there is no unrounded plan.
	exact func(halves int64) (bool, error)
}

// level is the level of the plan: the one given, or the one solved; 0 for kinds that
// have none.
func (s *solver) level() (int64, error) {
	level, err := s.solve()
	if err == nil || !s.solved() {
		return level, err
	}
	if out, worse := s.try(s.step); worse == nil && out.tooMuch > 0 {
		return 0, s.accept(s.step, out) // no level can make up for that
	}
	return 0, err
}

func (s *solver) solve() (int64, error) {
	r := s.req
	switch {
	case !r.Kind.level():
		return 0, nil
	case !s.solved():
		return r.Amount.Minor(), nil
	case s.n == 0:
		return s.byFinalAlone()
	case s.final > 0:
		return s.byFinal()
	case r.Kind.linear():
		return s.linear()
	}
	switch r.LastRow {
	case Similar:
		return s.similar()
	case Higher:
		return s.higher()
	}
	return s.lower()
}

// settled reports whether the plan closes with no row above its level.
func settled(out run) bool { return out.closed && !out.above }

func (s *solver) lower() (int64, error) {
	return s.least(func(level int64) (bool, error) {
		out, err := s.try(level)
		return settled(out), err
	})
}

// higher is the largest level whose last row is not below it.
func (s *solver) higher() (int64, error) {
	level, err := s.least(func(level int64) (bool, error) {
		out, err := s.try(level)
		return out.rows < s.n || out.last < level, err
	})
	return s.below(level, err)
}

// below is the step below a level, the largest that is not too much.
func (s *solver) below(level int64, err error) (int64, error) {
	if err == nil && level <= s.step {
		err = problemf("/step", "%s is more than the debt takes in these rows, want a smaller step or fewer rows", s.money(s.step))
	}
	return level - s.step, err
}

// similar is the exact level, rounded half up to the step; where there is no unrounded
// plan, the least level in minor units stands in for it.
func (s *solver) similar() (int64, error) {
	if s.exact == nil {
		step := s.step
		s.step = 1
		level, err := s.lower()
		s.step = step
		return max(step, (2*level+step)/(2*step)*step), err
	}
	level, err := s.lower()
	if err != nil {
		return level, err
	}
	over := func(level int64) (bool, error) { return s.exact(2*level + s.step) }
	for {
		ok, err := over(level)
		if err != nil {
			return 0, err
		}
		if ok {
			break
		}
		level += s.step
	}
	for level > s.step {
		ok, err := over(level - s.step)
		if err != nil {
			return 0, err
		}
		if !ok {
			break
		}
		level -= s.step
	}
	return level, nil
}

// linear is the largest principal part that leaves the last row no less than itself.
func (s *solver) linear() (int64, error) {
	level, err := s.least(func(part int64) (bool, error) {
		out, err := s.try(part)
		return out.rows < s.n || out.lastPrincipal < part, err
	})
	return s.below(level, err)
}

// byFinal is the smallest level that leaves no more for the last row than it may pay.
func (s *solver) byFinal() (int64, error) {
	return s.least(func(level int64) (bool, error) {
		out, err := s.try(level)
		return out.rows < s.n || out.last <= s.final, err
	})
}

// byFinalAlone takes the fewest rows whose level is not above the final amount.
func (s *solver) byFinalAlone() (int64, error) {
	var level int64
	fits := func(n int) (ok bool, err error) {
		s.n, s.closes = n, true
		level, err = s.byFinal()
		if errors.Is(err, errNoLevel) {
			return false, nil
		}
		return err == nil && level <= s.final, err
	}
	least := s.req.fewest()
	n := least
	for {
		ok, err := fits(n)
		if err != nil {
			return 0, err
		}
		if ok {
			break
		}
		if n >= MaxRows {
			s.n = 0
			return 0, s.endless("/final", s.final)
		}
		n = min(2*n, MaxRows)
	}
	low := max(n/2, least-1)
	for low+1 < n {
		mid := (low + n) / 2
		ok, err := fits(mid)
		if err != nil {
			return 0, err
		}
		if ok {
			n = mid
		} else {
			low = mid
		}
	}
	_, err := fits(n)
	return level, err
}

// errNoLevel says that no level does what is asked.
var errNoLevel = errors.New("no level settles the debt in these rows")

// least is the smallest multiple of the step for which a monotone condition holds.
func (s *solver) least(holds func(level int64) (bool, error)) (int64, error) {
	low, high := int64(0), int64(1)
	for {
		ok, err := holds(high * s.step)
		if err != nil {
			return 0, err
		}
		if ok {
			break
		}
		if high > 4*money.MaxMinor/s.step {
			return 0, &ledger.Problem{Path: s.levelPath(0), Message: errNoLevel.Error() + ", want other terms", Cause: errNoLevel}
		}
		low, high = high, 2*high
	}
	for low+1 < high {
		mid := low + (high-low)/2
		ok, err := holds(mid * s.step)
		if err != nil {
			return 0, err
		}
		if ok {
			high = mid
		} else {
			low = mid
		}
	}
	return high * s.step, nil
}

// accept refuses a level by which the debt would grow or never end.
func (s *solver) accept(level int64, out run) error {
	path := s.levelPath(out.short)
	switch {
	case out.tooMuch > 0:
		return problemf(deviationPath(s.req.deviationOf(out.tooMuch), "amount"), "more than what is open in row %d, want at most %s",
			out.tooMuch, s.money(out.tooMuchFor))
	case out.short > 0:
		smallest, err := s.smallest()
		e := &TooSmallError{
			Amount: s.money(s.levelIn(out.short, level)), Smallest: s.money(smallest), Unknown: err, Row: out.short,
			Interest: s.money(out.shortOwn), Fee: s.money(out.wants - out.shortOwn),
		}
		return &ledger.Problem{Path: path, Message: e.Error(), Cause: e}
	case s.n == 0 && !out.closed:
		return s.endless(path, level)
	}
	for i, d := range s.req.Deviations {
		if d.No > out.rows {
			return &ledger.Problem{
				Path: deviationPath(i, "no"), Message: fmt.Sprintf("%d, but the plan ends with row %d; want one of its rows", d.No, out.rows), Cause: errUnreached,
			}
		}
	}
	return nil
}

// errUnreached says that a plan ends before a row that deviates.
var errUnreached = errors.New("the plan ends before it")

func (s *solver) endless(path string, level int64) error {
	smallest, err := s.smallest()
	e := &TooSmallError{Amount: s.money(level), Smallest: s.money(smallest), Unknown: err}
	return &ledger.Problem{Path: path, Message: e.Error(), Cause: e}
}

// smallest is the smallest level that covers the interest of every row and ends the
// plan; 0 where none does.
func (s *solver) smallest() (int64, error) {
	s.strict = true
	defer func() { s.strict = false }()
	level, err := s.least(func(level int64) (bool, error) {
		out, err := s.try(level)
		return out.short == 0 && (s.n > 0 || out.closed), err
	})
	if errors.Is(err, errNoLevel) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if out, err := s.try(level); err != nil || out.tooMuch > 0 {
		return 0, err // a row pays more than is open
	}
	return level, nil
}

// levelIn is the level of a row.
func (s *solver) levelIn(k int, level int64) int64 {
	if p := s.slots[k-1].period; p >= 0 && s.req.Periods[p].Amount.Minor() > 0 {
		return s.req.Periods[p].Amount.Minor()
	}
	return level
}

// levelPath is the field that a level comes from; row 0 stands for no row at all.
func (s *solver) levelPath(row int) string {
	r := s.req
	if row > 0 {
		if p := s.slots[row-1].period; p >= 0 && r.Periods[p].Amount.Minor() > 0 {
			return fmt.Sprintf("/periods/%d/amount", p)
		}
	}
	switch {
	case r.Amount.Minor() > 0:
		return "/amount"
	case r.Count > 0:
		return "/count"
	case !r.End.IsZero():
		return "/end"
	case r.Final.Minor() > 0:
		return "/final"
	}
	return "/periods"
}
