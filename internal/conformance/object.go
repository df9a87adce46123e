package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
)

// readObject reads a file that is one JSON object, numbers as they are written.
func readObject(r io.Reader) (map[string]any, error) {
	dec := json.NewDecoder(r)
	dec.UseNumber()
	var file map[string]any
	if err := dec.Decode(&file); err != nil {
		return nil, fmt.Errorf("want one JSON object: %w", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("want one JSON object, more follows it")
	}
	return file, nil
}

// notes collects what reading a vector brings up.
type notes struct {
	errs    []error  // what is malformed
	foreign []string // features that the runner does not know
	places  int      // most decimals of an amount, trailing zeros not counted
}

func (n *notes) fail(format string, args ...any) {
	n.errs = append(n.errs, fmt.Errorf(format, args...))
}

// object is a JSON object whose values are taken one by one. What nobody takes
// is a feature that the runner does not know. A null is an absent key.
type object struct {
	path   string // "" for the vector itself, "payment." inside it
	values map[string]any
	notes  *notes
}

func newObject(v any, path string, n *notes) object {
	values, ok := v.(map[string]any)
	if !ok {
		n.fail("%s is %v, want an object", strings.TrimSuffix(path, "."), v)
	}
	return object{path, maps.Clone(values), n}
}

func (o object) take(key string) any {
	v := o.values[key]
	delete(o.values, key)
	return v
}

// drop takes keys that say nothing about the question.
func (o object) drop(keys ...string) {
	for _, key := range keys {
		delete(o.values, key)
	}
}

// done notes the keys that are left.
func (o object) done() {
	o.drop("id", "source", "note", "notes", "verified")
	for _, key := range slices.Sorted(maps.Keys(o.values)) {
		if o.values[key] != nil {
			o.notes.foreign = append(o.notes.foreign, "key "+key)
		}
	}
}

// word is a string or a number as text, "" if absent.
func (o object) word(key string) string { return o.text(key, o.take(key)) }

// need is a word that must be there.
func (o object) need(key string) string {
	v := o.take(key)
	s := o.text(key, v)
	if v == nil || v == "" {
		o.notes.fail("%s%s is missing", o.path, key)
	}
	return s
}

func (o object) text(key string, v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	}
	o.notes.fail("%s%s is %v, want a string or a number", o.path, key, v)
	return ""
}

// date is no date if absent.
func (o object) date(key string) calendar.Date {
	s := o.word(key)
	if s == "" {
		return 0
	}
	d, err := calendar.ParseDate(s)
	if err != nil {
		o.notes.fail("%s%s: %w", o.path, key, err)
	}
	return d
}

// list is empty if absent.
func (o object) list(key string) []any {
	v := o.take(key)
	list, ok := v.([]any)
	if v != nil && !ok {
		o.notes.fail("%s%s is %v, want a list", o.path, key, v)
	}
	return list
}

func (o object) words(key string) []string {
	var words []string
	for i, v := range o.list(key) {
		words = append(words, o.text(fmt.Sprintf("%s[%d]", key, i), v))
	}
	return words
}

func (o object) objects(key string) []object {
	var objects []object
	for i, v := range o.list(key) {
		objects = append(objects, newObject(v, fmt.Sprintf("%s%s[%d].", o.path, key, i), o.notes))
	}
	return objects
}

// object is empty if absent.
func (o object) object(key string) object {
	v := o.take(key)
	if v == nil {
		v = map[string]any{}
	}
	return newObject(v, o.path+key+".", o.notes)
}
