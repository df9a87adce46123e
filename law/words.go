package law

import (
	"fmt"
	"strings"
)

// wordOf gives the text form of a small enum whose names start at 1; a value
// without a name prints as what(n), so that a broken value shows in logs.
func wordOf[E ~uint8](names []string, what string, e E) string {
	if e == 0 || int(e) > len(names) {
		return fmt.Sprintf("%s(%d)", what, uint8(e))
	}
	return names[e-1]
}

func marshalWord[E ~uint8](names []string, what string, e E) ([]byte, error) {
	if e == 0 || int(e) > len(names) {
		return nil, fmt.Errorf("%s %d has no text form, want one of %s", what, uint8(e), strings.Join(names, ", "))
	}
	return []byte(names[e-1]), nil
}

func parseWord[E ~uint8](names []string, what, s string) (E, error) {
	for i, name := range names {
		if name == s {
			return E(i + 1), nil
		}
	}
	return 0, fmt.Errorf("%s is not %s, want one of %s", quote(s), what, strings.Join(names, ", "))
}

// quote quotes outside text for an error message and keeps it short.
func quote(s string) string {
	const most = 60
	if len(s) <= most {
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprintf("%q…", strings.ToValidUTF8(s[:most], ""))
}
