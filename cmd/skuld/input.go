package main

import (
	"fmt"
	"io"
	"os"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/wire/native"
)

// readCase reads a case in the native form. What the rules and tables refuse is
// reported with the problems of the file itself.
func (c *call) readCase(name string, calc skuld.Calculator) (skuld.Case, error) {
	source, err := c.open(name)
	if err != nil {
		return skuld.Case{}, err
	}
	defer source.close()
	cs, err := native.DecodeCaseWith(source, calc.Check)
	if source.err != nil {
		return skuld.Case{}, source.unreadable(source.err)
	}
	if err != nil {
		return skuld.Case{}, inFile(name, err)
	}
	return cs, nil
}

// source is an open file that remembers why reading failed.
type source struct {
	io.Reader
	name  string
	close func() error
	err   error
}

// open opens FILE, or standard input for "-".
func (c *call) open(name string) (*source, error) {
	s := &source{Reader: c.stdin, name: name, close: func() error { return nil }}
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
	return fmt.Errorf("%s: %w, want a case file that can be read", shown(s.name), plain(err))
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
