package document

import (
	"strconv"
	"strings"
)

// Value is a value in its place, or the place of one that is not there.
//
// Its readers give the zero value where there is nothing to read, which is a problem
// only of a value that is needed ([Object.Need]), and where there is something else than
// they want, which always is one.
type Value struct {
	d    *Document
	n    *node  // nil where there is no value
	of   *node  // the object that has no such field
	name string // of the field that is missing
	need bool
}

// Kind is the kind of the value.
func (v Value) Kind() Kind {
	if v.n == nil {
		return Absent
	}
	return v.n.kind
}

// Given reports whether there is a value other than null.
func (v Value) Given() bool { return v.Kind() > Null }

// Path is the JSON Pointer of the value, or where it would be.
func (v Value) Path() string {
	switch {
	case v.n != nil:
		return v.d.pointer(v.n)
	case v.of != nil:
		return v.d.pointer(v.of) + "/" + escape(v.name)
	}
	return ""
}

// String describes the value for a message, in bounded length.
func (v Value) String() string {
	if v.n == nil {
		return "missing"
	}
	return v.d.describe(v.n)
}

// JSON is the value as it was written, a copy; "" where there is none.
func (v Value) JSON() JSON {
	if v.n == nil {
		return ""
	}
	return JSON(strings.Clone(v.d.raw(v.n)))
}

// Problemf notes a problem of the value. Where it is about the value, the message begins
// with it: v.Problemf("%s, want one of %s", v, names).
func (v Value) Problemf(format string, args ...any) { v.d.Problemf(v.Path(), format, args...) }

// ProblemOf notes an error that its value led to; nil is none.
func (v Value) ProblemOf(err error) {
	if err != nil {
		v.d.note(&Problem{Path: v.Path(), Message: err.Error(), Cause: err})
	}
}

// given reports whether there is a value to read; it notes one that is needed.
func (v Value) given(want string) bool {
	if v.Given() {
		return true
	}
	if v.need {
		v.Problemf("%s, want %s", v, want)
	}
	return false
}

// is reports whether there is a value of a kind; it notes another.
func (v Value) is(k Kind, want string) bool {
	if !v.given(want) {
		return false
	}
	if v.n.kind != k {
		v.Problemf("%s, want %s", v, want)
		return false
	}
	return true
}

// Text is a string of at most the limit of the document. One that is needed has to say
// something.
func (v Value) Text() string { return v.TextUpTo(v.d.limits.Text) }

// TextUpTo is a string of at most so many bytes, as [Value.Text].
func (v Value) TextUpTo(most int) string {
	s, _ := v.text("a text", most)
	return strings.Clone(s)
}

// text is a string, which may be a part of the document. It reports false where there is
// none, or an empty one.
func (v Value) text(want string, most int) (string, bool) {
	if !v.is(String, want) {
		return "", false
	}
	// An escape of six bytes may stand for one: only what cannot fit is not decoded.
	size := len(v.d.raw(v.n)) - len(`""`)
	var s string
	if size <= 6*most {
		s = v.d.str(v.n)
		size = len(s)
	}
	switch {
	case size > most:
		v.Problemf("%d bytes, want at most %d", size, most)
		return "", false
	case s == "" && v.need:
		v.Problemf("empty, want %s", want)
	}
	return s, s != ""
}

// Code is a short name that some write as a string and some as a whole number: an id, a
// number of a case, the code of a kind. A number gives its plain digits.
func (v Value) Code() string {
	const want = "a string or a whole number"
	if v.Kind() == Number {
		d, ok := v.decimal(want)
		switch {
		case !ok:
			return ""
		case strings.Contains(d.String(), "."):
			v.Problemf("%s, want %s", v, want)
			return ""
		}
		return d.String()
	}
	s, _ := v.text(want, v.d.limits.Text)
	return strings.Clone(s)
}

// Bool is true or false.
func (v Value) Bool() bool {
	return v.is(Bool, "true or false") && v.d.raw(v.n) == "true"
}

// Int is a whole number from least through most, written as a number; 12.0 and 1.2e1
// are 12.
func (v Value) Int(least, most int64) int64 {
	want := "a whole number from " + strconv.FormatInt(least, 10) + " to " + strconv.FormatInt(most, 10)
	if !v.is(Number, want) {
		return 0
	}
	d, ok := v.decimal(want)
	if !ok {
		return 0
	}
	i, err := strconv.ParseInt(d.String(), 10, 64)
	if err != nil || i < least || i > most {
		v.Problemf("%s, want %s", v, want)
		return 0
	}
	return i
}

// TextAs reads a string by a function; an empty one counts as none. want says what the
// string should hold, as "a currency such as SEK"; errors of the function are noted as
// they are, so they say what was wanted too.
func TextAs[T any](v Value, want string, read func(string) (T, error)) T {
	var none T
	s, ok := v.text(want, v.d.limits.Text)
	if !ok {
		return none
	}
	t, err := read(strings.Clone(s))
	if err != nil {
		v.ProblemOf(err)
		return none
	}
	return t
}
