package paymentplan

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/skuld-go/skuld/law"
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
	case Balanced:
		return s.balanced()
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

// higher is the largest level whose last row is not below the level that it goes by.
func (s *solver) higher() (int64, error) {
	level, err := s.least(func(level int64) (bool, error) {
		out, err := s.try(level)
		return out.rows < s.n || out.last < out.level, err
	})
	return s.below(level, err)
}

// below is the step below a level, the largest that is not too much.
func (s *solver) below(level int64, err error) (int64, error) {
	if err == nil && level <= s.step {
		if out, worse := s.try(s.step); worse == nil && out.closed && s.req.everyRowInPeriods(out.rows) {
			return s.step, nil // the level does not matter
		}
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
	return s.leastFrom(level, func(level int64) (bool, error) { return s.exact(2*level + s.step) })
}

// linear is the largest principal part that leaves the last row no less than itself.
func (s *solver) linear() (int64, error) {
	level, err := s.least(func(part int64) (bool, error) {
		out, err := s.try(part)
		return out.rows < s.n || out.lastPrincipal < out.level, err
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

// byFinalAlone takes the fewest rows whose level is not above the final amount. So many
// rows that a date or a rate is missing are too many.
func (s *solver) byFinalAlone() (int64, error) {
	most := s.final / s.step * s.step
	var missing error
	fits := func(n int) (ok, beyond bool) {
		s.n, s.closes = n, true
		out, err := s.try(most)
		if err != nil {
			missing = err
		}
		return err == nil && most > 0 && (out.rows < n || out.last <= s.final), err != nil
	}
	low, high := s.req.fewest()-1, 0 // high is the first that fits, or that is too many; 0 while not known
	fit := false
	for n := low + 1; high == 0 && n <= MaxRows; n = min(2*n, MaxRows) {
		ok, beyond := fits(n)
		if ok || beyond {
			high, fit = n, ok
			break
		}
		if low = n; n == MaxRows {
			break
		}
	}
	for low+1 < high {
		mid := (low + high) / 2
		if ok, beyond := fits(mid); ok || beyond {
			high, fit = mid, ok
		} else {
			low = mid
		}
	}
	if !fit {
		s.n, s.closes = 0, false
		if errors.Is(missing, law.ErrNotKnown) {
			return 0, missing
		}
		return 0, s.endless("/final", s.final)
	}
	s.n, s.closes = high, true
	return s.byFinal()
}

// errNoLevel says that no level does what is asked.
var errNoLevel = errors.New("no level settles the debt in these rows")

// least is the smallest multiple of the step for which a monotone condition holds.
func (s *solver) least(holds func(level int64) (bool, error)) (int64, error) {
	guess, err := s.guess()
	if err != nil {
		return 0, err
	}
	return s.leastFrom(guess, holds)
}

// guess comes near the level that settles the plan in its rows. What the last row takes
// too much falls in nearly a straight line as the level rises, so that two trials tell
// where it would be nothing; a trial that is paid off before its last row tells only that
// its level is too high.
func (s *solver) guess() (int64, error) {
	if s.n == 0 {
		return s.step, nil
	}
	low := s.step
	out, err := s.try(low)
	if err != nil || settled(out) || out.rows < s.n || out.last <= low || out.outgrown {
		return low, err
	}
	over := out.last - low
	level := low + over/int64(s.n)
	for range maxGuesses {
		if out, err = s.try(level); err != nil || out.outgrown || level == low {
			return level, err
		}
		next := low + (level-low)/2
		if out.rows == s.n {
			next = low + zeroBetween(level-low, over, out.last-level)
		}
		if out.rows == s.n && out.last > level {
			low, over = level, out.last-level
		}
		if near := next - level; near <= s.step && -near <= s.step {
			return next, nil
		}
		level = next
	}
	return level, nil
}

// maxGuesses bounds the trials of a guess: more are not worth it.
const maxGuesses = 8

// zeroBetween is where a straight line that falls from over at 0 to at after a while comes
// to 0, and the while itself where it does not fall.
func zeroBetween(while, over, at int64) int64 {
	fall := over - at
	if fall <= 0 || over < 0 || while < 0 {
		return while
	}
	hi, lo := bits.Mul64(uint64(while), uint64(over))
	if hi >= uint64(fall) {
		return while
	}
	zero, _ := bits.Div64(hi, lo, uint64(fall))
	return int64(min(zero, 4*money.MaxMinor))
}

// leastFrom is least, looking from a level on, in steps that double until they have
// passed it.
func (s *solver) leastFrom(guess int64, holds func(level int64) (bool, error)) (int64, error) {
	low, high := int64(0), max(1, guess/s.step)
	ok, err := holds(high * s.step)
	for stride := int64(1); !ok && err == nil; stride *= 2 {
		low = high
		if high += stride; high > 4*money.MaxMinor/s.step+1 {
			return 0, &ledger.Problem{Path: s.levelPath(0), Message: errNoLevel.Error() + ", want other terms", Cause: errNoLevel}
		}
		ok, err = holds(high * s.step)
	}
	for stride := int64(1); err == nil && low == 0 && high > 1; stride *= 2 {
		below := max(1, high-stride)
		if ok, err = holds(below * s.step); ok {
			high = below
		} else {
			low = below
		}
	}
	if err != nil {
		return 0, err
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
	case out.outgrown:
		return &ledger.Problem{Path: "/interest", Message: "what is open grows beyond bounds, want a smaller rate", Cause: money.ErrTooLarge}
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
	if i := s.unreached(out); i >= 0 {
		return &ledger.Problem{
			Path: deviationPath(i, "no"), Cause: errUnreached,
			Message: fmt.Sprintf("%d, but the plan ends with row %d; want one of its rows", s.req.Deviations[i].No, out.rows),
		}
	}
	return nil
}

// unreached is the index of a deviation whose row the plan does not have, -1 for none.
func (s *solver) unreached(out run) int {
	return slices.IndexFunc(s.req.Deviations, func(d Deviation) bool { return d.No > out.rows })
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
	out, err := s.try(level)
	if err != nil || out.tooMuch > 0 || s.unreached(out) >= 0 {
		return 0, err // a row pays more than is open, or comes too late to deviate
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
