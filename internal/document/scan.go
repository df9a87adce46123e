package document

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// peek is the next byte, 0 at the end. A byte 0 of the text is not valid where it is
// looked for, so that the two need not be told apart.
func (p *parser) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

// skip goes over blanks.
func (p *parser) skip() {
	for p.at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.at]) >= 0 {
		p.at++
	}
}

// word reads null, true or false.
func (p *parser) word(want string) (Kind, bool) {
	for _, w := range []struct {
		text string
		kind Kind
	}{{"null", Null}, {"true", Bool}, {"false", Bool}} {
		if strings.HasPrefix(p.text[p.at:], w.text) {
			p.at += len(w.text)
			return w.kind, true
		}
	}
	return Absent, p.unexpected(want)
}

// number goes over a number.
func (p *parser) number() bool {
	if p.peek() == '-' {
		p.at++
	}
	if p.peek() == '0' {
		p.at++
		if c := p.peek(); '0' <= c && c <= '9' {
			return p.unexpected("a number without leading zeros")
		}
	} else if !p.digits() {
		return p.unexpected("a digit")
	}
	if p.peek() == '.' {
		if p.at++; !p.digits() {
			return p.unexpected("a digit")
		}
	}
	if c := p.peek(); c == 'e' || c == 'E' {
		p.at++
		if c := p.peek(); c == '+' || c == '-' {
			p.at++
		}
		if !p.digits() {
			return p.unexpected("a digit")
		}
	}
	return true
}

// digits goes over digits and reports whether there was one.
func (p *parser) digits() bool {
	start := p.at
	for p.at < len(p.text) && '0' <= p.text[p.at] && p.text[p.at] <= '9' {
		p.at++
	}
	return p.at > start
}

// str goes over a string.
func (p *parser) str() bool {
	for p.at++; p.at < len(p.text); {
		switch c := p.text[p.at]; {
		case c == '"':
			p.at++
			return true
		case c == '\\':
			if !p.escape() {
				return false
			}
		case c < ' ':
			return p.unexpected("control characters as escapes")
		default:
			p.at++
		}
	}
	return p.unexpected(`the end of the string, "`)
}

// escape goes over an escape, or over two that make one character.
func (p *parser) escape() bool {
	start := p.at
	p.at++
	c := p.peek()
	if c != 'u' {
		if c == 0 || strings.IndexByte(`"\/bfnrt`, c) < 0 {
			return p.unexpected(`an escape such as \n`)
		}
		p.at++
		return true
	}
	first, ok := p.hex()
	if !ok || !utf16.IsSurrogate(first) {
		return ok
	}
	if strings.HasPrefix(p.text[p.at:], `\u`) {
		p.at++
		second, ok := p.hex()
		if !ok || utf16.DecodeRune(first, second) != utf8.RuneError {
			return ok
		}
	}
	// Another character in its place would be a silent change of what was said.
	return p.fail(start, "half a surrogate pair, want both halves")
}

// hex reads the u of an escape and the four digits behind it.
func (p *parser) hex() (rune, bool) {
	var c rune
	p.at++
	for range 4 {
		switch digit := p.peek(); {
		case '0' <= digit && digit <= '9':
			c = c<<4 | rune(digit-'0')
		case 'a' <= digit|0x20 && digit|0x20 <= 'f':
			c = c<<4 | rune(digit|0x20-'a'+10)
		default:
			return 0, p.unexpected("four hexadecimal digits")
		}
		p.at++
	}
	return c, true
}
