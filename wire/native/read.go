package native

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxBytes is the size of the largest document that is read, 16 MiB.
const MaxBytes = 16 << 20

// read reads a document and checks that it is one JSON value in UTF-8. It
// reports false, with one problem noted, where it is not.
func (r *report) read(in io.Reader) ([]byte, bool) {
	data, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	if err != nil {
		r.addError("", fmt.Errorf("%w, want a document that can be read", err))
		return nil, false
	}
	if len(data) > MaxBytes {
		r.addf("", "larger than 16 MiB, want at most %d bytes", MaxBytes)
		return nil, false
	}
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		// Blanks in place of the byte order mark keep all positions as they are.
		copy(data, "   ")
	}
	if at := notUTF8(data); at >= 0 {
		r.addf("", "%s: not UTF-8 text, want UTF-8", position(data, at))
		return nil, false
	}
	if err := checkSyntax(data); err != nil {
		r.addError("", err)
		return nil, false
	}
	if at := loneSurrogate(data); at >= 0 {
		r.addf("", "%s: half a surrogate pair, want both halves", position(data, at))
		return nil, false
	}
	return data, true
}

// checkSyntax reports where and why a text is not one JSON value.
func checkSyntax(data []byte) error {
	if json.Valid(data) {
		return nil
	}
	// Behind a line break the end of the text shows as an offset beyond it, also
	// where a number or a word is cut off.
	err := json.Unmarshal(append(data, '\n'), new(anything))
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return err
	}
	at := int(syntax.Offset) - 1
	if at >= len(data) {
		return fmt.Errorf("%s: the text ends here, want one whole JSON object", position(data, at))
	}
	c, _ := utf8.DecodeRune(data[at:])
	// Package json speaks of the byte: "invalid character 'x' looking for …".
	reason := syntax.Error()
	if i := strings.LastIndex(reason, "' "); i > 0 {
		reason = reason[i+len("' "):]
	}
	return fmt.Errorf("%s: unexpected %q %s, want one JSON object", position(data, at), c, reason)
}

// anything accepts every JSON value, so that unmarshalling only checks the syntax
// of the document, the end of it included.
type anything struct{}

// UnmarshalJSON keeps nothing.
func (*anything) UnmarshalJSON([]byte) error { return nil }

// notUTF8 is the offset of the first byte that is no UTF-8, or -1.
func notUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	at := 0
	for {
		c, n := utf8.DecodeRune(data[at:])
		if c == utf8.RuneError && n <= 1 {
			return at
		}
		at += n
	}
}

// loneSurrogate is the offset of the first \u escape that is half a character,
// or -1. Package json would put another character in its place. The data is
// valid JSON, where a backslash always begins an escape.
func loneSurrogate(data []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(data[at:], '\\')
		if next < 0 {
			return -1
		}
		at += next
		first, ok := escaped(data[at:])
		switch {
		case !ok:
			at += 2
		case !utf16.IsSurrogate(first):
			at += 6
		default:
			second, _ := escaped(data[at+6:])
			if utf16.DecodeRune(first, second) == utf8.RuneError {
				return at
			}
			at += 12
		}
	}
}

// escaped reads a \uXXXX escape at the start of the data.
func escaped(data []byte) (rune, bool) {
	if len(data) < 6 || data[0] != '\\' || data[1] != 'u' {
		return 0, false
	}
	var c rune
	for _, digit := range data[2:6] {
		c <<= 4
		switch {
		case digit <= '9':
			c |= rune(digit - '0')
		default:
			c |= rune(digit|0x20-'a') + 10
		}
	}
	return c, true
}

// position says where in a text a byte is: lines and columns count characters
// from 1, bytes count from 0.
func position(data []byte, at int) string {
	before := data[:min(max(at, 0), len(data))]
	line := 1 + bytes.Count(before, []byte("\n"))
	start := 1 + bytes.LastIndexByte(before, '\n')
	return fmt.Sprintf("line %d, column %d, byte %d", line, 1+utf8.RuneCount(before[start:]), len(before))
}
