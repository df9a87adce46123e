package interest

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Terms are what a balance bears: a rate and the convention that turns days
// into a fraction of a year. Both fields are required.
type Terms struct {
	Rate     Rate
	DayCount calendar.DayCount
}

// Place says where interest is rounded. The zero value is invalid.
type Place uint8

const (
	// PlaceClaim rounds the cumulative accrual of a claim once; what is due is
	// that less what was booked, so asking often changes nothing.
	PlaceClaim Place = iota + 1
	// PlaceSegment rounds each segment and adds the rounded figures.
	PlaceSegment
	// PlaceDay rounds the interest of one day and multiplies it by the days, as
	// GOV.UK does for late commercial payments.
	PlaceDay
)

var placeNames = [...]string{PlaceClaim: "claim", PlaceSegment: "segment", PlaceDay: "day"}

// ErrNoPlace marks a place of rounding that does not exist.
var ErrNoPlace = errors.New("not a place of rounding")

// ParsePlace reads "claim", "segment" or "day". The error wraps ErrNoPlace.
func ParsePlace(s string) (Place, error) {
	for p, name := range placeNames {
		if name == s && name != "" {
			return Place(p), nil
		}
	}
	return 0, fmt.Errorf("%w: %q, want claim, segment or day", ErrNoPlace, clip(s))
}

// String gives the name that ParsePlace reads, or "" for the zero value.
func (p Place) String() string {
	if int(p) < len(placeNames) {
		return placeNames[p]
	}
	return ""
}

// Rounding says how and where interest is rounded. The zero value is invalid;
// [Commercial] is the usual choice.
type Rounding struct {
	Mode  money.Rounding
	Place Place
}

// Commercial rounds the cumulative accrual of a claim half up to one minor unit.
func Commercial() Rounding { return Rounding{Mode: money.HalfUp, Place: PlaceClaim} }

// Segment is the interest of a run of days on which balance, rate and standing
// were the same: Principal × Rate × Fraction = Exact.
type Segment struct {
	// Period holds the bearing days, half-open.
	Period calendar.Period
	// Principal is the whole bearing balance.
	Principal money.Amount
	// Rate is per cent a year.
	Rate Percent
	// Fraction of a year, over the natural denominator of the day count.
	Fraction calendar.Fraction
	// Exact is the unrounded interest.
	Exact money.Exact
	// Counted is what the segment adds when rounding is placed at segments or
	// days; under PlaceClaim it is the zero Amount, since only the sum is rounded.
	Counted money.Amount
	// Basis is why the rate holds.
	Basis Basis
	// Provisional marks a rate that was extended beyond what its table knows.
	Provisional bool
	// Held marks days that were kept from bearing: Rate and Exact are 0.
	Held bool
}

// Accrual is interest with its reasons: Exact is the sum over Segments.
type Accrual struct {
	Exact    money.Exact
	Segments []Segment
}

// Round is the accrual as an amount, rounded once.
// Errors as for [github.com/skuld-go/skuld/money.Exact.Round].
func (a Accrual) Round(r money.Rounding) (money.Amount, error) { return a.Exact.Round(r) }

// Accrue is the interest of one unchanging balance over the bearing days of p,
// half-open; days of the 30/360 family are counted from the day before p.
// Errors: [ErrNoRate], [ErrTooFine], [ErrRateTooLarge], [github.com/skuld-go/skuld/calendar.ErrNoDayCount],
// [github.com/skuld-go/skuld/calendar.ErrNeedsContext] for conventions that need
// a schedule, [github.com/skuld-go/skuld/law.ErrNotKnown] for days beyond a
// table's knowledge.
func Accrue(t Terms, principal money.Amount, p calendar.Period) (Accrual, error) {
	line, err := t.Rate.Compile(p)
	if err != nil {
		return Accrual{}, err
	}
	a, err := NewAccount(line, t.DayCount, p.From, Commercial(), principal)
	if err != nil {
		return Accrual{}, err
	}
	return a.Through(p.Last())
}
