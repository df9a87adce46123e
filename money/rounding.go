package money

import (
	"fmt"
	"strconv"
	"strings"
)

// Rounding says how an exact number becomes a whole one: a mode and a step. The
// modes are constants; [Rounding.ToStep] adds a step. The zero value is
// [Exactly], so that rounding never happens unasked.
type Rounding uint64 // the mode in the low 8 bits, the step above; step 0 is 1

// The modes. The tie is the number exactly halfway between two steps.
const (
	// Exactly refuses to round: a rest is ErrInexact.
	Exactly Rounding = iota
	// HalfUp rounds to the nearest step and ties away from zero, as in
	// commercial rounding: 0.5 → 1, −0.5 → −1.
	HalfUp
	// HalfEven rounds to the nearest step and ties to the even one: 0.5 → 0,
	// 1.5 → 2.
	HalfEven
	// HalfDown rounds to the nearest step and ties towards zero: 0.5 → 0,
	// −0.5 → 0.
	HalfDown
	// Down rounds towards zero: 0.9 → 0, −0.9 → 0.
	Down
	// Up rounds away from zero: 0.1 → 1, −0.1 → −1.
	Up
	// Floor rounds towards minus infinity: 0.9 → 0, −0.1 → −1.
	Floor
	// Ceiling rounds towards plus infinity: 0.1 → 1, −0.9 → 0.
	Ceiling
)

const (
	modeBits = 8
	modeMask = 1<<modeBits - 1
	badMode  = Rounding(modeMask)
)

// modeNames are the text forms, by mode.
var modeNames = [...]string{"exactly", "half-up", "half-even", "half-down", "down", "up", "floor", "ceiling"}

// ToStep returns the mode of r with a step: results are multiples of so many
// minor units. 5 rounds SEK to 0.05 and 100 to 1.00; 0 and 1 round to one minor
// unit. A step below 0 or over [MaxMinor] gives a Rounding that is not
// [Rounding.Valid] and fails wherever it is used.
func (r Rounding) ToStep(minor int64) Rounding {
	switch {
	case minor < 0 || minor > MaxMinor || !r.Valid():
		return badMode
	case minor <= 1:
		return r.Mode()
	}
	return r.Mode() | Rounding(minor)<<modeBits
}

// Mode returns r without its step.
func (r Rounding) Mode() Rounding { return r & modeMask }

// Step returns the step in minor units, at least 1.
func (r Rounding) Step() int64 { return int64(max(r>>modeBits, 1)) }

// Valid reports whether r is one of the modes with a step of at most [MaxMinor]
// minor units.
func (r Rounding) Valid() bool { return int(r.Mode()) < len(modeNames) && r.Step() <= MaxMinor }

// ParseRounding reads the text forms "exactly", "half-up", "half-even",
// "half-down", "down", "up", "floor" and "ceiling", each also with a step in
// minor units behind a slash: "half-up/100".
func ParseRounding(s string) (Rounding, error) {
	name, step, stepped := strings.Cut(s, "/")
	for mode, known := range modeNames {
		if name != known {
			continue
		}
		if !stepped {
			return Rounding(mode), nil
		}
		n, err := strconv.ParseInt(step, 10, 64)
		if r := Rounding(mode).ToStep(n); err == nil && r.Valid() && r.String() == s {
			return r, nil
		}
		return 0, fmt.Errorf("%s has no step, want 2 to 10^15 minor units after the slash", quote(s))
	}
	return 0, fmt.Errorf("%s is not a rounding, want one of %s", quote(s), strings.Join(modeNames[:], ", "))
}

// String returns the text form that [ParseRounding] reads, with the step only
// when it is not one minor unit.
func (r Rounding) String() string {
	if !r.Valid() {
		return "Rounding(" + strconv.FormatUint(uint64(r), 10) + ")"
	}
	name := modeNames[r.Mode()]
	if r.Step() == 1 {
		return name
	}
	return name + "/" + strconv.FormatInt(r.Step(), 10)
}

// MarshalText returns the form of [Rounding.String]; it fails when r is not
// valid.
func (r Rounding) MarshalText() ([]byte, error) {
	if !r.Valid() {
		return nil, fmt.Errorf("%s: %w", r, errRounding)
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads a rounding as [ParseRounding] does.
func (r *Rounding) UnmarshalText(text []byte) error {
	parsed, err := ParseRounding(string(text))
	if err != nil {
		return err
	}
	*r = parsed
	return nil
}
