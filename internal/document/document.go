package document

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Document is a document that was read, with what is wrong with it.
type Document struct {
	text     string
	root     node
	limits   Limits
	problems []*Problem
	more     int // problems beyond the limit
	// offMidnight is where the first timestamp stands that is not at midnight.
	offMidnight string
}

// Read reads a document to the end of the reader, which need not be longer than the
// limit. What is wrong is in the document; it is never nil.
func Read(in io.Reader, limits Limits) *Document {
	limits = limits.or()
	text, err := io.ReadAll(io.LimitReader(in, int64(limits.Bytes)+1))
	if err != nil {
		d := &Document{limits: limits}
		d.note(&Problem{Message: err.Error() + ", want a document that can be read", Cause: err})
		return d
	}
	return Parse(text, limits)
}

// Parse reads a document. What is wrong is in the document; it is never nil.
func Parse(text []byte, limits Limits) *Document {
	d := &Document{limits: limits.or()}
	if len(text) > d.limits.Bytes {
		d.Problemf("", "larger than the limit, want at most %d bytes", d.limits.Bytes)
		return d
	}
	d.text = string(text)
	if !utf8.ValidString(d.text) {
		d.Problemf("", "%s: not UTF-8 text, want UTF-8", d.position(len(validPrefix(d.text))))
		return d
	}
	p := parser{d: d, text: d.text}
	if strings.HasPrefix(d.text, byteOrderMark) {
		p.at = len(byteOrderMark)
	}
	if root, ok := p.document(); ok {
		d.root = root
	}
	return d
}

const byteOrderMark = "\ufeff"

// validPrefix is a text up to the first byte that is no UTF-8.
func validPrefix(s string) string {
	for i, c := range s {
		if c != utf8.RuneError {
			continue
		}
		if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
			return s[:i]
		}
	}
	return s
}

// position says where in the document a byte is: lines and columns count characters
// from 1, bytes count from 0.
func (d *Document) position(at int) string {
	before := d.text[:at]
	start := 1 + strings.LastIndexByte(before, '\n')
	line := 1 + strings.Count(before, "\n")
	column := 1 + utf8.RuneCountInString(before[start:])
	if line == 1 && strings.HasPrefix(before, byteOrderMark) {
		column-- // nobody sees it
	}
	return fmt.Sprintf("line %d, column %d, byte %d", line, column, at)
}

// Root is the value that the document is; absent where it could not be read. Its
// readers say what they want of it as those of a field do.
func (d *Document) Root() Value {
	if d.root.kind == Absent {
		return Value{d: d}
	}
	return Value{d: d, n: &d.root, need: true}
}

// Readable reports whether there is a value. A readable document may have problems all
// the same: fields given twice, and whatever the readers of values note.
func (d *Document) Readable() bool { return d.root.kind != Absent }
