package oracle

import (
	"fmt"
	"math/big"
)

// rounding is the case's way of rounding interest.
type rounding struct {
	mode    string
	place   string
	quantum int64 // minor units
}

// Modes as a file names them.
const (
	halfUp   = "half-up"
	halfEven = "half-even"
	halfDown = "half-down"
	up       = "up"
	down     = "down"
	ceiling  = "ceiling"
	floor    = "floor"
)

// Places as a file names them.
const (
	placeClaim   = "claim"
	placeSegment = "segment"
	placeDay     = "day"
)

func readRounding(in roundingInput, digits int) (rounding, error) {
	r := rounding{mode: or(in.Mode, halfUp), place: or(in.Place, placeClaim), quantum: 1}
	switch r.mode {
	case halfUp, halfEven, halfDown, up, down, ceiling, floor:
	default:
		return r, fmt.Errorf("/rounding/mode: %q is not known", r.mode)
	}
	switch r.place {
	case placeClaim, placeSegment, placeDay:
	default:
		return r, fmt.Errorf("/rounding/place: %q is not known", r.place)
	}
	if in.Quantum != "" {
		q, err := parseMinor(in.Quantum, digits)
		if err != nil || q <= 0 {
			return r, fmt.Errorf("/rounding/quantum: %q is not a whole number of minor units above 0", in.Quantum)
		}
		r.quantum = q
	}
	return r, nil
}

// round gives x, in minor units, as a multiple of the quantum.
func (r rounding) round(x *big.Rat) int64 {
	steps := new(big.Rat).Quo(x, new(big.Rat).SetInt64(r.quantum))
	return roundToInt(steps, r.mode).Int64() * r.quantum
}

// roundToInt rounds x to a whole number. Halves: half-up goes away from zero,
// half-down towards it, half-even to the even neighbour; up goes away from
// zero, down towards it, ceiling up the number line, floor down it.
func roundToInt(x *big.Rat, mode string) *big.Int {
	below, rest := new(big.Int).DivMod(x.Num(), x.Denom(), new(big.Int)) // rest >= 0
	if rest.Sign() == 0 {
		return below
	}
	above := new(big.Int).Add(below, big.NewInt(1))
	away, towards := above, below
	if x.Sign() < 0 {
		away, towards = below, above
	}
	switch mode {
	case floor:
		return below
	case ceiling:
		return above
	case up:
		return away
	case down:
		return towards
	}
	switch rest.Lsh(rest, 1).Cmp(x.Denom()) {
	case -1:
		return below
	case 1:
		return above
	}
	switch {
	case mode == halfDown:
		return towards
	case mode == halfEven && below.Bit(0) == 0:
		return below
	case mode == halfEven:
		return above
	}
	return away
}
