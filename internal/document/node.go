package document

import (
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/internal/words"
)

// Kind is the kind of a value.
type Kind uint8

// The kinds of values.
const (
	// Absent is no value: the object has no such field.
	Absent Kind = iota
	// Null is the value null.
	Null
	// Bool is true or false.
	Bool
	// Number is a number, kept as its text.
	Number
	// String is a string.
	String
	// List is a list.
	List
	// Map is an object.
	Map
)

// node is a value of the document, by the place of its text. That a place holds one
// value only is what lets a node be found again without a way back to its parent.
type node struct {
	kind       Kind
	asked      bool // somebody asked for the field
	unused     bool // the field is known, and nothing is made of it
	opened     bool // somebody reads the fields of this object
	start, end int32
	name       string // of a field, decoded; it is a part of the document
	kids       []node // of a list and an object, in the order of the document
}

// raw is the JSON of a node.
func (d *Document) raw(n *node) string { return d.text[n.start:n.end] }

// str decodes a string.
func (d *Document) str(n *node) string { return unescape(d.raw(n)) }

// unescape decodes a string with its quotes that is known to be valid. What comes back
// is a copy only where there is something to decode.
func unescape(quoted string) string {
	if strings.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	var s string
	if err := json.Unmarshal([]byte(quoted), &s); err != nil {
		panic(fmt.Sprintf("document: %s in a valid document: %v", words.Quote(quoted), err))
	}
	return s
}

// field finds a field of an object; nil where there is none.
func (n *node) field(name string) *node {
	for i := range n.kids {
		if n.kids[i].name == name {
			return &n.kids[i]
		}
	}
	return nil
}

// pointer is the JSON Pointer of a node, found by the place of its text.
func (d *Document) pointer(n *node) string {
	var b strings.Builder
	for at := &d.root; at != n; {
		i := sort.Search(len(at.kids), func(i int) bool { return at.kids[i].start > n.start }) - 1
		if i < 0 {
			break
		}
		b.WriteByte('/')
		if at.kind == List {
			b.WriteString(strconv.Itoa(i))
		} else {
			b.WriteString(escape(at.kids[i].name))
		}
		at = &at.kids[i]
	}
	return b.String()
}

// describe says what a value is, in bounded length.
func (d *Document) describe(n *node) string {
	switch n.kind {
	case Null, Bool:
		return d.raw(n)
	case Number:
		return "the number " + clip(d.raw(n), maxQuoted)
	case String:
		return "the string " + d.quote(n)
	case List:
		return "a list"
	case Map:
		return "an object"
	}
	return "missing"
}

// maxQuoted bounds what a message repeats, in bytes.
const maxQuoted = 60

// quote quotes a string for a message, without decoding more of it than is shown.
func (d *Document) quote(n *node) string {
	raw := d.raw(n)
	if len(raw) <= 12*maxQuoted {
		return words.Quote(unescape(raw))
	}
	// What is cut off within an escape, or between two that make one character, could
	// not be decoded.
	cut := whole(raw[:6*maxQuoted])
	return words.Quote(unescape(strings.ToValidUTF8(cut, "") + `"`))
}

// whole leaves out the last escape of a string that may be cut off within it, and with
// it the first half of its pair.
func whole(cut string) string {
	last := 1
	for at := 1; at < len(cut); {
		width := 1
		if cut[at] == '\\' {
			width = 2
			if at+1 < len(cut) && cut[at+1] == 'u' {
				width = 6
				if at+3 < len(cut) && strings.IndexByte("dD", cut[at+2]) >= 0 && cut[at+3] >= '8' {
					width = 12
				}
			}
		}
		if at+width > len(cut) {
			break
		}
		at += width
		last = at
	}
	return cut[:last]
}
