package native

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

const (
	// MaxDepth is how many levels of objects and lists a document may have.
	MaxDepth = 32
	// MaxValues is how many values of all kinds a document may have.
	MaxValues = 500_000
)

// kind is the JSON type of a value.
type kind uint8

const (
	isNull kind = iota
	isBool
	isNumber
	isString
	isList
	isObject
)

// node is a JSON value.
type node struct {
	kind  kind
	truth bool   // of a bool
	text  string // of a string; of a number, as written
	kids  []kid  // of a list and of an object, in the order of the file
}

// kid is an element of a list or, with its name, a field of an object. No object
// has two fields of one name.
type kid struct {
	name string
	node
}

// field finds a field of an object, nil where there is none.
func (n *node) field(name string) *node {
	for i := range n.kids {
		if n.kids[i].name == name {
			return &n.kids[i].node
		}
	}
	return nil
}

// blank reports whether a value says nothing: empty text, an empty list, false,
// or an object of nothing but such values.
func (n *node) blank() bool {
	switch n.kind {
	case isString:
		return n.text == ""
	case isBool:
		return !n.truth
	case isList:
		return len(n.kids) == 0
	case isObject:
		for i := range n.kids {
			if !n.kids[i].blank() {
				return false
			}
		}
		return true
	}
	return false
}

// missing reports whether there is no value, or an empty one of the kind.
func (n *node) missing(k kind) bool { return n == nil || n.kind == k && n.blank() }

// String describes the value for a message, in bounded length.
func (n *node) String() string {
	switch n.kind {
	case isBool:
		return strconv.FormatBool(n.truth)
	case isNumber:
		return "the number " + clip(n.text, maxQuoted)
	case isString:
		return "the string " + quote(n.text)
	case isList:
		return "a list"
	case isObject:
		return "an object"
	}
	return "null"
}

// maxQuoted bounds what a message quotes, in bytes.
const maxQuoted = 40

// quote quotes foreign text for a message.
func quote(s string) string {
	if short := clip(s, maxQuoted); short != s {
		return strconv.Quote(short[:len(short)-len("…")]) + "…"
	}
	return strconv.Quote(s)
}

// grower makes a tree of a text that is known to be valid JSON, so that it need
// not look out for anything but the bounds.
type grower struct {
	*report
	text   string
	at     int // the next byte
	values int
	trail  []step // the way to the value being read
	kids   []kid  // of the lists and objects that are still open
}

// tree makes the tree of a document. It notes fields given twice, of which the
// first counts, and reports false where the document is too deep or too large.
func (r *report) tree(text string) (*node, bool) {
	g := &grower{report: r, text: text}
	n, ok := g.value()
	return &n, ok
}

// value reads the next value.
func (g *grower) value() (node, bool) {
	g.skip()
	if g.values++; g.values > MaxValues {
		g.addf("", "more than %d values, want at most so many", MaxValues)
		return node{}, false
	}
	switch g.text[g.at] {
	case '"':
		return node{kind: isString, text: g.str()}, true
	case '{', '[':
		if len(g.trail) == MaxDepth {
			g.addf(pointer(g.trail), "nested deeper than %d levels, want at most so many", MaxDepth)
			return node{}, false
		}
		return g.branch()
	}
	switch word := g.word(); word {
	case "null":
		return node{kind: isNull}, true
	case "true", "false":
		return node{kind: isBool, truth: word == "true"}, true
	default:
		return node{kind: isNumber, text: word}, true
	}
}

// branch reads a list or an object.
func (g *grower) branch() (node, bool) {
	n := node{kind: isList}
	if g.text[g.at] == '{' {
		n.kind = isObject
	}
	g.at++
	first := len(g.kids)
	var names seen
	for g.skip(); g.text[g.at] != ']' && g.text[g.at] != '}'; g.skip() {
		s := step{index: len(g.kids) - first, inList: n.kind == isList}
		if !s.inList {
			s.name = g.str()
		}
		g.trail = append(g.trail, s)
		value, ok := g.value()
		if !ok {
			return n, false
		}
		if !s.inList && names.again(g.kids[first:], s.name) {
			g.addf(pointer(g.trail), "given twice, want each field once")
		} else {
			g.kids = append(g.kids, kid{s.name, value})
		}
		g.trail = g.trail[:len(g.trail)-1]
	}
	g.at++
	n.kids = slices.Clone(g.kids[first:])
	g.kids = g.kids[:first]
	return n, true
}

// seen holds the names of an object that has many fields.
type seen map[string]bool

// again reports whether a field of the name is there already; it notes the name.
func (s *seen) again(fields []kid, name string) bool {
	const many = 32
	if len(fields) < many {
		return slices.ContainsFunc(fields, func(k kid) bool { return k.name == name })
	}
	if *s == nil {
		*s = seen{}
		for _, k := range fields {
			(*s)[k.name] = true
		}
	}
	known := (*s)[name]
	(*s)[name] = true
	return known
}

// skip goes to the next byte that says something. In valid JSON commas and colons
// need no more attention than blanks.
func (g *grower) skip() {
	for g.at < len(g.text) && strings.IndexByte(" \t\r\n,:", g.text[g.at]) >= 0 {
		g.at++
	}
}

// word reads a number, true, false or null.
func (g *grower) word() string {
	start := g.at
	for g.at < len(g.text) && strings.IndexByte(" \t\r\n,]}", g.text[g.at]) < 0 {
		g.at++
	}
	return g.text[start:g.at]
}

// str reads a string.
func (g *grower) str() string {
	start := g.at
	g.at++
	end := strings.IndexByte(g.text[g.at:], '"')
	if s := g.text[g.at : g.at+end]; strings.IndexByte(s, '\\') < 0 {
		g.at += end + 1
		return s
	}
	for ; g.text[g.at] != '"'; g.at++ {
		if g.text[g.at] == '\\' {
			g.at++ // the byte behind it, which may be a quote
		}
	}
	g.at++
	var s string
	if err := json.Unmarshal([]byte(g.text[start:g.at]), &s); err != nil {
		panic(fmt.Sprintf("native: string at byte %d of valid JSON: %v", start, err))
	}
	return s
}
