package main

import (
	"fmt"
	"io"
	"os"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/wire/native"
)

// readCase reads a case in the native form. What the rules and tables refuse is
// reported with the problems of the file itself.
func (c *call) readCase(name string, calc skuld.Calculator) (skuld.Case, error) {
	return readFile(c, name, "a case file", func(r io.Reader) (skuld.Case, error) { return native.DecodeCaseWith(r, calc.Check) })
}

// readPlan reads a plan request in the native form, in the way of readCase.
func (c *call) readPlan(name string, calc skuld.Calculator) (native.Plan, error) {
	check := func(p native.Plan) error { return checkPlan(calc, p) }
	return readFile(c, name, "a plan file", func(r io.Reader) (native.Plan, error) { return native.DecodePlanWith(r, check) })
}

// checkPlan is what the rules and tables refuse of a plan: of its case, or of the
// terms of its debt.
func checkPlan(calc skuld.Calculator, p native.Plan) error {
	if p.Case == nil {
		p.Facts.ExtendRates = p.Facts.ExtendRates || calc.ExtendRates
		_, err := jurisdiction.ResolvePlan(p.Facts, p.Request, calc.Rules, calc.Tables)
		return err
	}
	var problems ledger.Problems
	for _, problem := range ledger.AsProblems(calc.Check(*p.Case)) {
		problems.AddBelow("/case", problem)
	}
	return problems.Err()
}

// readFile decodes FILE, which should be of a kind such as "a case file".
func readFile[T any](c *call, name, kind string, decode func(io.Reader) (T, error)) (T, error) {
	var none T
	source, err := c.open(name, kind)
	if err != nil {
		return none, err
	}
	defer source.close()
	v, err := decode(source)
	if source.err != nil {
		return none, source.unreadable(source.err)
	}
	if err != nil {
		return none, inFile(name, err)
	}
	return v, nil
}

// source is an open file that remembers why reading failed.
type source struct {
	io.Reader
	name, kind string
	close      func() error
	err        error
}

// open opens FILE, or standard input for "-".
func (c *call) open(name, kind string) (*source, error) {
	s := &source{Reader: c.stdin, name: name, kind: kind, close: func() error { return nil }}
	if name == "-" {
		return s, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, s.unreadable(err)
	}
	s.Reader, s.close = f, f.Close
	return s, nil
}

// Read reads and keeps an error other than the end.
func (s *source) Read(b []byte) (int, error) {
	n, err := s.Reader.Read(b)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

func (s *source) unreadable(err error) error {
	return fmt.Errorf("%s: %w, want %s that can be read", shown(s.name), plain(err), s.kind)
}

// inFile puts the name of the file on problems that concern it as a whole.
func inFile(name string, err error) error {
	problems := ledger.AsProblems(err)
	for i, p := range problems {
		if p.Path == "" {
			problems[i] = &ledger.Problem{Path: shown(name), Message: p.Message, Cause: p.Cause}
		}
	}
	return problems.Err()
}

// shown is how messages name FILE.
func shown(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}
