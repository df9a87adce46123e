package tvm

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"
)

// DefaultDigits is a number of decimals that suits most questions: 12 decimals of
// a rate tell a cent in a billion.
const DefaultDigits = 12

// MaxDigits is the greatest number of decimals that can be asked for.
const MaxDigits = 40

// Outcome is the kind of answer to a question that may have none or several.
type Outcome uint8

const (
	// Found is one root, and the proof that there is no other.
	Found Outcome = iota + 1
	// None is the proof that there is no root.
	None
	// Ambiguous is several roots, or every number (all flows are 0), or, where
	// Complete is false, no proof that the roots listed are all there are.
	Ambiguous
)

// String returns "found", "none" or "ambiguous".
func (o Outcome) String() string {
	switch o {
	case Found:
		return "found"
	case None:
		return "none"
	case Ambiguous:
		return "ambiguous"
	}
	return fmt.Sprintf("Outcome(%d)", uint8(o))
}

// Solution is the answer to IRR, RATE, MIRR or NPER.
type Solution struct {
	// Outcome says whether there is one root, none or several.
	Outcome Outcome
	// Roots are the roots, ascending: one if Found, none if None.
	Roots []Root
	// Complete says that there are no roots but those listed. It is false only
	// where Outcome is Ambiguous.
	Complete bool
}

// Root returns the one root, and false if the Outcome is not Found.
func (s Solution) Root() (Root, bool) {
	if s.Outcome != Found {
		return Root{}, false
	}
	return s.Roots[0], true
}

// Usual returns the root nearest to 0 among those that are at least 0 or, if all are
// below 0, among all, and false if there is none. It is the one that the irr of
// numpy-financial takes of several.
func (s Solution) Usual() (Root, bool) {
	for _, root := range s.Roots {
		if root.Number().Sign() >= 0 {
			return root, true
		}
	}
	if len(s.Roots) == 0 {
		return Root{}, false
	}
	return s.Roots[len(s.Roots)-1], true
}

// Nearest returns the root nearest to a guess, the lesser of two equally near, and
// false if there is none. A guess of 0.1 gives of several rates mostly the one to
// which spreadsheets come.
func (s Solution) Nearest(guess Number) (Root, bool) {
	var best Root
	var least *big.Rat
	for _, root := range s.Roots {
		distance := new(big.Rat).Sub(root.Number().Rat(), guess.Rat())
		if distance.Abs(distance); least == nil || distance.Cmp(least) < 0 {
			best, least = root, distance
		}
	}
	return best, least != nil
}

// Root is a root of an equation, rounded to a number of decimals, ties away from
// zero. The rounding is proven. It is an immutable value.
type Root struct {
	units  *big.Int // the root times 10^digits
	digits int
	exact  bool
}

// Number returns the rounded root.
func (r Root) Number() Number {
	if r.units == nil {
		return Number{}
	}
	return fraction(r.units, pow(bigTen, r.digits))
}

// Decimal returns the rounded root.
func (r Root) Decimal() decimal.Decimal {
	if r.units == nil {
		return decimal.Decimal{}
	}
	return decimal.NewFromBigInt(r.units, int32(-r.digits))
}

// Digits returns the number of decimals, all of them proven.
func (r Root) Digits() int { return r.digits }

// Exact reports whether the rounded root is the root itself.
func (r Root) Exact() bool { return r.exact }

// Borders returns the numbers half a unit of the last decimal below and above the
// rounded root. The root is between them; it may be a border only if it is a tie.
func (r Root) Borders() (low, high Number) {
	units := r.units
	if units == nil {
		units = new(big.Int)
	}
	twice := new(big.Int).Lsh(units, 1)
	den := new(big.Int).Lsh(pow(bigTen, r.digits), 1)
	return fraction(new(big.Int).Sub(twice, bigOne), den), fraction(new(big.Int).Add(twice, bigOne), den)
}

// String returns the rounded root with all its decimals: "0.010000000000".
func (r Root) String() string {
	if r.units == nil {
		return "0"
	}
	return plain(r.units, r.digits)
}

// solved makes the answer from roots in ascending order.
func solved(roots []Root, complete bool) Solution {
	switch {
	case complete && len(roots) == 0:
		return Solution{Outcome: None, Complete: true}
	case complete && len(roots) == 1:
		return Solution{Outcome: Found, Roots: roots, Complete: true}
	}
	return Solution{Outcome: Ambiguous, Roots: roots, Complete: complete}
}

func checkDigits(digits int) error {
	if digits < 0 || digits > MaxDigits {
		return fmt.Errorf("%w: %d, want 0 to %d", ErrDigits, digits, MaxDigits)
	}
	return nil
}
