// Package words holds what the constants of small enums and the errors about outside
// text have in common: a list of names, the first of which belongs to the value 1, and
// a way to quote what came in without repeating a megabyte of it.
package words

import (
	"fmt"
	"slices"
	"strings"
)

// Of gives the name of a value; one without a name prints as what(n), so that a broken
// value shows in logs.
func Of[E ~uint8](names []string, what string, e E) string {
	if !Known(names, e) {
		return fmt.Sprintf("%s(%d)", what, uint8(e))
	}
	return names[e-1]
}

// Known reports whether a value has a name.
func Known[E ~uint8](names []string, e E) bool { return e != 0 && int(e) <= len(names) }

// Marshal is Of for encoders, which refuse a value without a name.
func Marshal[E ~uint8](names []string, what string, e E) ([]byte, error) {
	if !Known(names, e) {
		return nil, fmt.Errorf("%s %d has no text form, want one of %s", what, uint8(e), strings.Join(names, ", "))
	}
	return []byte(names[e-1]), nil
}

// Parse finds the value of a name. The error says that s is not what, which has an
// article, and lists the names.
func Parse[E ~uint8](names []string, what, s string) (E, error) {
	if i := slices.Index(names, s); i >= 0 {
		return E(i + 1), nil
	}
	return 0, fmt.Errorf("%s is not %s, want one of %s", Quote(s), what, strings.Join(names, ", "))
}

// maxQuoted is how much of a text Quote repeats, in bytes.
const maxQuoted = 60

// Quote quotes outside text for an error message and keeps it short.
func Quote(s string) string {
	if len(s) <= maxQuoted {
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprintf("%q…", strings.ToValidUTF8(s[:maxQuoted], ""))
}
