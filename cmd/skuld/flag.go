package main

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// dateFlag is a day, zero while it is not given.
type dateFlag struct{ day calendar.Date }

// Set reads YYYY-MM-DD within the years that cases may use.
func (f *dateFlag) Set(s string) error {
	d, err := calendar.ParseDate(s)
	if err != nil {
		return err
	}
	if d.Year() < ledger.FirstYear || d.Year() > ledger.LastYear {
		return fmt.Errorf("%s is out of bounds, want a year from %d through %d", d, ledger.FirstYear, ledger.LastYear)
	}
	f.day = d
	return nil
}

// String is the day, or "" for none.
func (f *dateFlag) String() string {
	if f.day.IsZero() {
		return ""
	}
	return f.day.String()
}

// Type is how the help names the value.
func (f *dateFlag) Type() string { return "DATE" }

// wordFlag is one of the known words.
type wordFlag struct {
	word         string
	known, later []string
}

// Set takes a known word; words of a later version are told apart from mistakes.
func (f *wordFlag) Set(s string) error {
	switch {
	case slices.Contains(f.known, s):
		f.word = s
		return nil
	case slices.Contains(f.later, s):
		return fmt.Errorf("%s is not in this version, want %s", s, list(f.known))
	}
	return fmt.Errorf("want %s", list(f.known))
}

// String is the word.
func (f *wordFlag) String() string { return f.word }

// Type is how the help names the value.
func (f *wordFlag) Type() string { return "FORM" }
