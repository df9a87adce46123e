package document

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// parser makes the tree of a text in one pass. Its recursion is as deep as the limit of
// depth allows.
type parser struct {
	d      *Document
	text   string
	at     int // the next byte
	values int
	trail  []step // the way to the value being read
	kids   []node // of the lists and objects that are still open
}

// step is one part of a pointer.
type step struct {
	name   string
	index  int
	inList bool
}

// fail notes why the text is no document; it is always false.
func (p *parser) fail(at int, format string, args ...any) bool {
	p.d.Problemf("", p.d.position(at)+": "+format, args...)
	return false
}

// unexpected notes a character, or the end, where something else was wanted.
func (p *parser) unexpected(want string) bool {
	if p.at >= len(p.text) {
		return p.fail(len(p.text), "the text ends here, want %s", want)
	}
	c, _ := utf8.DecodeRuneInString(p.text[p.at:])
	return p.fail(p.at, "unexpected %q, want %s", c, want)
}

// document reads the one value of a document.
func (p *parser) document() (node, bool) {
	n, ok := p.value("a JSON value")
	if !ok {
		return node{}, false
	}
	if p.skip(); p.at < len(p.text) {
		return node{}, p.unexpected("nothing after the document")
	}
	return n, true
}

// value reads the next value; want says what may stand here.
func (p *parser) value(want string) (node, bool) {
	p.skip()
	if p.values++; p.values > p.d.limits.Values {
		p.d.Problemf("", "more than %d values, want at most so many", p.d.limits.Values)
		return node{}, false
	}
	n := node{start: int32(p.at)}
	ok := true
	switch c := p.peek(); {
	case c == '"':
		n.kind, ok = String, p.str()
	case c == '{' || c == '[':
		if len(p.trail) == p.d.limits.Depth {
			p.d.Problemf(p.pointer(), "nested deeper than %d levels, want at most so many", p.d.limits.Depth)
			return node{}, false
		}
		ok = p.branch(&n, c == '[')
	case c == '-' || '0' <= c && c <= '9':
		n.kind, ok = Number, p.number()
	default:
		n.kind, ok = p.word(want)
	}
	n.end = int32(p.at)
	return n, ok
}

// branch reads a list or an object.
func (p *parser) branch(n *node, list bool) bool {
	n.kind, p.at = Map, p.at+1
	end, want := byte('}'), `a field or "}"`
	if list {
		n.kind, end, want = List, ']', `a value or "]"`
	}
	first := len(p.kids)
	var names seen
	for i := 0; ; i++ {
		if p.skip(); p.peek() == end && i == 0 {
			break
		}
		if !p.kid(first, i, list, want, &names) {
			return false
		}
		want = "a field"
		if list {
			want = "a value"
		}
		if p.skip(); p.peek() == end {
			break
		}
		if p.peek() != ',' {
			return p.unexpected(`"," or "` + string(end) + `"`)
		}
		p.at++
	}
	p.at++
	n.kids = slices.Clone(p.kids[first:])
	p.kids = p.kids[:first]
	return true
}

// kid reads an element of a list or a field of an object.
func (p *parser) kid(first, i int, list bool, want string, names *seen) bool {
	s := step{index: i, inList: list}
	if !list {
		if p.peek() != '"' {
			return p.unexpected(want)
		}
		start := p.at
		if !p.str() {
			return false
		}
		s.name = unescape(p.text[start:p.at])
		if p.skip(); p.peek() != ':' {
			return p.unexpected(`":"`)
		}
		p.at++
		want = "a value"
	}
	p.trail = append(p.trail, s)
	n, ok := p.value(want)
	if !ok {
		return false
	}
	n.name = s.name
	if !list && names.again(p.kids[first:], s.name) {
		p.d.Problemf(p.pointer(), "given twice, want each field once")
	} else {
		p.kids = append(p.kids, n)
	}
	p.trail = p.trail[:len(p.trail)-1]
	return true
}

// pointer is where the parser is.
func (p *parser) pointer() string {
	var b strings.Builder
	for _, s := range p.trail {
		b.WriteByte('/')
		if s.inList {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(escape(s.name))
		}
	}
	return b.String()
}

// seen holds the names of an object that has many fields, which would take too long to
// compare one by one.
type seen map[string]bool

// again reports whether a field of the name is there already; it notes the name.
func (s *seen) again(fields []node, name string) bool {
	const many = 32
	if len(fields) < many {
		return slices.ContainsFunc(fields, func(n node) bool { return n.name == name })
	}
	if *s == nil {
		*s = seen{}
		for i := range fields {
			(*s)[fields[i].name] = true
		}
	}
	known := (*s)[name]
	(*s)[name] = true
	return known
}
