package conformance

import (
	"errors"
	"fmt"
	"io"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// TVM is a file of time-value-of-money vectors.
type TVM struct {
	Functions  []TVMFunction
	Tables     []TVMTable
	Splittings []TVMSplitting
}

// A TVMFunction is a function of package tvm with its arguments and its value.
type TVMFunction struct {
	Name      string // "pmt"
	args      tvmArgs
	want      string // a decimal number, or words where there is none
	tolerance string
	notes     notes
}

// tvmArgs are the arguments of all functions; what is not given is 0.
type tvmArgs struct {
	tvm.Annuity
	per               int
	flows             []tvm.Number
	finance, reinvest tvm.Number
	guess             tvm.Number // of a rate, 0.1 if not given
}

// ReadTVM reads a file with functions, tables and period_splitting. All that is
// malformed is reported, and the sound vectors are returned.
func ReadTVM(r io.Reader) (file TVM, err error) {
	values, err := readObject(r)
	if err != nil {
		return file, err
	}
	var n notes
	top := newObject(values, "", &n)
	for i, v := range top.list("functions") {
		o := newObject(v, fmt.Sprintf("functions[%d].", i), &notes{})
		f := newTVMFunction(o)
		if f.notes = *o.notes; keepTVM(&n, o.notes) {
			file.Functions = append(file.Functions, f)
		}
	}
	for i, v := range top.list("tables") {
		o := newObject(v, fmt.Sprintf("tables[%d].", i), &notes{})
		t := newTVMTable(o)
		if t.notes = *o.notes; keepTVM(&n, o.notes) {
			file.Tables = append(file.Tables, t)
		}
	}
	for i, v := range top.list("period_splitting") {
		o := newObject(v, fmt.Sprintf("period_splitting[%d].", i), &notes{})
		s := newTVMSplitting(o)
		if s.notes = *o.notes; keepTVM(&n, o.notes) {
			file.Splittings = append(file.Splittings, s)
		}
	}
	if len(file.Functions)+len(file.Tables)+len(file.Splittings) == 0 {
		n.fail("neither functions nor tables nor period_splitting, want some")
	}
	return file, errors.Join(n.errs...)
}

// keepTVM moves the errors of a vector to those of the file.
func keepTVM(file, vector *notes) bool {
	file.errs = append(file.errs, vector.errs...)
	return len(vector.errs) == 0
}

func newTVMFunction(o object) TVMFunction {
	f := TVMFunction{Name: strings.ToLower(o.need("fn")), want: o.need("expected"), tolerance: o.word("tolerance")}
	args := o.object("args")
	f.args = tvmArgs{
		Annuity: tvm.Annuity{
			Rate: args.tvmNumber("rate"), Payment: args.tvmNumber("pmt"),
			Present: args.tvmNumber("pv"), Future: args.tvmNumber("fv"), When: args.tvmWhen("when"),
		},
		finance: args.tvmNumber("finance_rate"), reinvest: args.tvmNumber("reinvest_rate"), guess: tvm.MustParse("0.1"),
	}
	if word := args.word("guess"); word != "" {
		f.args.guess = args.tvmParse("guess", word)
	}
	f.args.Periods, f.args.per = args.tvmPeriods("nper"), args.tvmPeriods("per")
	for i, word := range args.words("values") {
		f.args.flows = append(f.args.flows, args.tvmParse(fmt.Sprintf("values[%d]", i), word))
	}
	args.done()
	o.done()
	return f
}

// number is 0 if absent; a quotient "a/b" is exact.
func (o object) tvmNumber(key string) tvm.Number {
	if word := o.word(key); word != "" {
		return o.tvmParse(key, word)
	}
	return tvm.Number{}
}

func (o object) tvmParse(key, word string) tvm.Number {
	n, err := readTVMNumber(word)
	if err != nil {
		o.notes.fail("%s%s: %w", o.path, key, err)
	}
	return n
}

// tvmExponentForm is a number as programs print very small and great ones.
var tvmExponentForm = regexp.MustCompile(`^[+-]?\d{1,40}(\.\d{1,40})?[eE][+-]?\d{1,3}$`)

// readTVMNumber reads what package tvm does and the exponent form.
func readTVMNumber(s string) (tvm.Number, error) {
	if tvmExponentForm.MatchString(s) {
		if r, ok := new(big.Rat).SetString(s); ok {
			return tvm.NumberOf(r), nil
		}
	}
	return tvm.Parse(s)
}

// periods is a whole number, 0 if absent.
func (o object) tvmPeriods(key string) int {
	n := o.tvmNumber(key).Rat()
	if !n.IsInt() {
		o.notes.foreign = append(o.notes.foreign, "fractional "+key)
		return 0
	}
	if !n.Num().IsInt64() {
		o.notes.fail("%s%s is %s, want a number of periods", o.path, key, n.Num())
	}
	return int(n.Num().Int64())
}

// when is the end of the period if absent.
func (o object) tvmWhen(key string) tvm.When {
	switch word := strings.ToLower(o.word(key)); word {
	case "", "0", "end":
		return tvm.End
	case "1", "begin":
		return tvm.Begin
	default:
		o.notes.foreign = append(o.notes.foreign, key+" "+word)
		return 0
	}
}

// tvmNoValue says that a file expects a function to have none.
func tvmNoValue(want string) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimLeft(want, "+-")), " ")
	return slices.Contains([]string{"nan", "inf", "infinity", "error", "none"}, strings.Trim(word, ":"))
}

// String names the vector by what it asks.
func (f TVMFunction) String() string {
	a := f.args
	if len(a.flows) > 0 {
		return fmt.Sprintf("%s(rates %v, %v, %v; %v)", f.Name, a.Rate, a.finance, a.reinvest, a.flows)
	}
	return fmt.Sprintf("%s(rate %v, nper %d, per %d, pmt %v, pv %v, fv %v, %v)",
		f.Name, a.Rate, a.Periods, a.per, a.Payment, a.Present, a.Future, a.When)
}
