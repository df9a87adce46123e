package document

import "strings"

// Object reads the fields of an object. It remembers for which it was asked.
type Object struct {
	d *Document
	n *node
}

// Object is the object that the value is; false where there is none. Its fields are
// asked for from here on: those that nobody asks for are unknown ([Document.Unknown]).
func (v Value) Object() (Object, bool) {
	if !v.is(Map, "an object") {
		return Object{d: v.d, n: new(node)}, false
	}
	v.n.opened = true
	return Object{v.d, v.n}, true
}

// Path is the JSON Pointer of the object.
func (o Object) Path() string { return o.d.pointer(o.n) }

// Field is the value of a field that may be missing.
func (o Object) Field(name string) Value {
	n := o.n.field(name)
	if n == nil {
		return Value{d: o.d, of: o.n, name: name}
	}
	n.asked = true
	return Value{d: o.d, n: n}
}

// Peek is the value of a field that may be missing, for a look ahead: nobody has asked for
// it by that. Of what is no object it is missing.
func (v Value) Peek(name string) Value {
	if v.n == nil || v.n.kind != Map {
		return Value{d: v.d, of: v.n, name: name}
	}
	if n := v.n.field(name); n != nil {
		return Value{d: v.d, n: n}
	}
	return Value{d: v.d, of: v.n, name: name}
}

// Need is the value of a field that has to be there and may not be null: its reader
// notes where it is not, with what it wanted. In an object that is not there itself
// nothing is needed.
func (o Object) Need(name string) Value {
	v := o.Field(name)
	v.need = o.n.kind == Map
	return v
}

// List gives the elements of a list, of which at most so many are looked at; more are a
// problem. Elements are needed: null is none.
func (v Value) List(most int) []Value {
	if !v.is(List, "a list") {
		return nil
	}
	kids := v.n.kids
	if len(kids) > most {
		v.Problemf("%d entries, want at most %d", len(kids), most)
		kids = kids[:most]
	}
	list := make([]Value, len(kids))
	for i := range kids {
		list[i] = Value{d: v.d, n: &kids[i], need: true}
	}
	return list
}

// Each reads a list of at most so many objects. What is no object stays a zero value in
// its place, so that positions are those of the document.
func Each[T any](v Value, most int, read func(Object) T) []T {
	list := v.List(most)
	if list == nil {
		return nil
	}
	all := make([]T, len(list))
	for i := range list {
		if o, ok := list[i].Object(); ok {
			all[i] = read(o)
		}
	}
	return all
}

// Unused says that the form has these fields and that nothing is made of them: they are
// kept, and are not unknown.
func (o Object) Unused(names ...string) {
	for _, name := range names {
		if n := o.n.field(name); n != nil {
			n.unused = true
		}
	}
}

// Kept are the fields that nobody asked for until now, the unused ones among them, in
// their order, for an answer that is to hold what came in.
func (o Object) Kept() []Member {
	var kept []Member
	for i := range o.n.kids {
		if n := &o.n.kids[i]; !n.asked {
			kept = append(kept, Member{strings.Clone(n.name), Value{d: o.d, n: n}.JSON()})
		}
	}
	return kept
}
