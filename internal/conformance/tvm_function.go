package conformance

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// A TVMGrade says how far a value agrees with the one of a file.
type TVMGrade uint8

const (
	// EveryDigit is agreement in every digit that the file gives.
	EveryDigit TVMGrade = iota + 1
	// WithinTolerance is agreement within the tolerance that the file states,
	// where its last digits are those of another arithmetic.
	WithinTolerance
	// DecimalContext is agreement with a value that the file says has so many
	// significant digits because it was computed with them, where the last three
	// are the rounding of its intermediate results.
	DecimalContext
)

// String describes the grade.
func (g TVMGrade) String() string {
	return [...]string{"none", "to every digit", "within the stated tolerance", "to the rounding of its decimal context"}[g]
}

// Judge computes the function and grades the value.
func (f TVMFunction) Judge() (Verdict, TVMGrade) {
	compute, known := tvmFunctions[f.Name]
	var foreign []string
	if !known {
		foreign = append(foreign, "function "+f.Name)
	}
	tolerance, ok := readTVMTolerance(f.tolerance)
	if !ok {
		foreign = append(foreign, "tolerance "+f.tolerance)
	}
	if v := outside(append(foreign, f.notes.foreign...)); v.OutOfScope != "" {
		return v, 0
	}
	places := tvmDecimals(f.want)
	if places > tvm.MaxDigits {
		if _, solves := tvmSolvers[f.Name]; solves {
			return Verdict{OutOfScope: fmt.Sprintf("%s to more than %d decimals", f.Name, tvm.MaxDigits)}, 0
		}
	}
	got, exists, err := compute(f.args, places)
	switch {
	case tvmNoValue(f.want) && (err != nil || !exists):
		return Verdict{}, EveryDigit
	case tvmNoValue(f.want):
		return Verdict{Problem: fmt.Errorf("%v, want no value (%s)", got, f.want)}, 0
	case err != nil:
		return Verdict{Problem: err}, 0
	case !exists:
		return Verdict{Problem: fmt.Errorf("no value, want %s", f.want)}, 0
	}
	grade, err := tolerance.compare(got, f.want)
	return Verdict{Problem: err}, grade
}

// A tvmFunction gives a value, to so many places where it is not exact, and
// whether there is one.
type tvmFunction func(a tvmArgs, places int) (value tvm.Number, exists bool, err error)

var tvmFunctions = map[string]tvmFunction{
	"pmt":  tvmExactly(func(a tvmArgs) (tvm.Number, error) { return tvm.PMT(a.Annuity) }),
	"ipmt": tvmExactly(func(a tvmArgs) (tvm.Number, error) { return tvm.IPMT(a.Annuity, a.per) }),
	"ppmt": tvmExactly(func(a tvmArgs) (tvm.Number, error) { return tvm.PPMT(a.Annuity, a.per) }),
	"fv":   tvmExactly(func(a tvmArgs) (tvm.Number, error) { return tvm.FV(a.Annuity) }),
	"pv":   tvmExactly(func(a tvmArgs) (tvm.Number, error) { return tvm.PV(a.Annuity) }),
	"npv":  tvmExactly(func(a tvmArgs) (tvm.Number, error) { return tvm.NPV(a.Rate, a.flows) }),
	"nper": tvmSolvers["nper"].nearest, "rate": tvmSolvers["rate"].nearest, "mirr": tvmSolvers["mirr"].nearest,
	"irr": tvmSolvers["irr"].usual,
}

func tvmExactly(compute func(tvmArgs) (tvm.Number, error)) tvmFunction {
	return func(a tvmArgs, _ int) (tvm.Number, bool, error) {
		n, err := compute(a)
		return n, err == nil, err
	}
}

type tvmSolver func(a tvmArgs, digits int) (tvm.Solution, error)

var tvmSolvers = map[string]tvmSolver{
	"nper": func(a tvmArgs, digits int) (tvm.Solution, error) { return tvm.NPER(a.Annuity, digits) },
	"rate": func(a tvmArgs, digits int) (tvm.Solution, error) { return tvm.RATE(a.Annuity, digits) },
	"irr":  func(a tvmArgs, digits int) (tvm.Solution, error) { return tvm.IRR(a.flows, digits) },
	"mirr": func(a tvmArgs, digits int) (tvm.Solution, error) {
		return tvm.MIRR(a.flows, a.finance, a.reinvest, digits)
	},
}

// nearest takes of several roots the one nearest to the guess.
func (s tvmSolver) nearest(a tvmArgs, digits int) (tvm.Number, bool, error) {
	solution, err := s(a, digits)
	root, ok := solution.Nearest(a.guess)
	return root.Number(), ok, err
}

// usual takes of several roots the one that numpy-financial takes.
func (s tvmSolver) usual(a tvmArgs, digits int) (tvm.Number, bool, error) {
	solution, err := s(a, digits)
	root, ok := solution.Usual()
	return root.Number(), ok, err
}

// tvmDecimals counts the decimals that a number is written with, at least 0.
func tvmDecimals(s string) int {
	s, power, _ := strings.Cut(strings.ToLower(s), "e")
	_, after, _ := strings.Cut(s, ".")
	exponent, _ := strconv.Atoi(power)
	return max(len(after)-exponent, 0)
}

// tvmTolerance is how far a value may be from that of the file: a number, or units of
// the last of so many significant digits.
type tvmTolerance struct {
	most     *big.Rat
	digits   int
	lastUnit bool
}

// readTVMTolerance reads "1e-7", "exact 28 digits", "last digit", which is less than one
// unit of it, cut or rounded, and nothing, which allows no difference.
func readTVMTolerance(s string) (t tvmTolerance, ok bool) {
	switch s {
	case "":
		return t, true
	case "last digit":
		return tvmTolerance{lastUnit: true}, true
	}
	if _, err := fmt.Sscanf(s, "exact %d digits", &t.digits); err == nil {
		return t, t.digits > 0 && t.digits <= tvm.MaxText
	}
	if len(s) > 12 {
		return t, false
	}
	t.most, ok = new(big.Rat).SetString(s)
	return t, ok && t.most.Sign() >= 0
}

// compare grades got, or says how it differs.
func (t tvmTolerance) compare(got tvm.Number, want string) (TVMGrade, error) {
	wanted, err := readTVMNumber(want)
	if err != nil {
		return 0, err
	}
	rounded, err := got.Round(tvmDecimals(want), money.HalfUp)
	if err != nil {
		return 0, err
	}
	if rounded.Rat().Cmp(wanted.Rat()) == 0 {
		return EveryDigit, nil
	}
	distance := new(big.Rat).Sub(got.Rat(), wanted.Rat())
	distance.Abs(distance)
	switch {
	case t.most != nil && distance.Cmp(t.most) <= 0:
		return WithinTolerance, nil
	case t.lastUnit && distance.Cmp(tvmLastDigit("1", tvmDecimals(want)+1)) < 0:
		return WithinTolerance, nil
	case t.digits > 3 && distance.Cmp(tvmLastDigit(want, t.digits-3)) <= 0:
		return DecimalContext, nil
	}
	return 0, fmt.Errorf("%s, want %s", rounded.StringFixed(int32(tvmDecimals(want))), want)
}

// tvmLastDigit returns a unit of the last of so many significant digits of a number.
func tvmLastDigit(number string, digits int) *big.Rat {
	whole, after, _ := strings.Cut(strings.TrimLeft(number, "-0"), ".")
	exponent := len(whole)
	if whole == "" {
		exponent = len(strings.TrimLeft(after, "0")) - len(after)
	}
	unit, _ := new(big.Rat).SetString(fmt.Sprintf("1e%d", exponent-digits))
	return unit
}
