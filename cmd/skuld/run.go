package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// Exit codes.
const (
	exitDone    = 0
	exitInvalid = 1
	exitUsage   = 2
)

// usageError is a wrong command line.
type usageError struct {
	command string // "" before a command is known
	message string
}

// Error names the command, the mistake and where to read on.
func (e *usageError) Error() string {
	if e.command == "" {
		return fmt.Sprintf("skuld: %s; see skuld help", e.message)
	}
	return fmt.Sprintf("skuld %s: %s; see skuld help %s", e.command, e.message, e.command)
}

// run does what the arguments say and returns the exit code. The result is
// written in one piece at the end, so that a failed run leaves stdout empty.
// today is asked only where a day is needed and not given.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, today func() calendar.Date) int {
	var out bytes.Buffer
	err := dispatch(args, &call{stdin: stdin, out: &out, today: today})
	if err == nil {
		if _, err = out.WriteTo(stdout); err != nil {
			err = fmt.Errorf("standard output: %w, want it to take the whole result", plain(err))
		}
	}
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		printLine(stderr, usage.Error())
		return exitUsage
	}
	for _, p := range ledger.AsProblems(err) {
		if p.Path == "" {
			printLine(stderr, p.Message)
		} else {
			printLine(stderr, p.Error())
		}
	}
	return exitInvalid
}

// dispatch finds the command, reads its flags and runs it.
func dispatch(args []string, c *call) error {
	if len(args) == 0 {
		return &usageError{message: "no command, want one of " + commandNames()}
	}
	name, rest := args[0], args[1:]
	if name == "help" || name == "--help" || name == "-h" {
		return help(c.out, rest)
	}
	cmd, err := find(name)
	if err != nil {
		return err
	}
	flags := cmd.flagSet(c)
	switch err := flags.Parse(rest); {
	case errors.Is(err, pflag.ErrHelp):
		return help(c.out, []string{name})
	case err != nil:
		return &usageError{cmd.name, err.Error()}
	}
	c.flags = flags
	err = cmd.run(c, flags.Args())
	var usage *usageError
	if errors.As(err, &usage) {
		usage.command = cmd.name
	}
	return err
}

// printLine writes one line; what would break it, or steer a terminal, is
// replaced. There is nobody left to tell when standard error fails.
func printLine(w io.Writer, s string) {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsPrint(r):
			return r
		case unicode.IsSpace(r):
			return ' '
		}
		return utf8.RuneError
	}, s)
	_, _ = io.WriteString(w, s+"\n")
}
