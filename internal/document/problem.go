package document

import (
	"errors"
	"fmt"
	"strings"
)

// Problem is one thing that is wrong with a document: where, as a JSON Pointer into it,
// and what is wrong and was wanted. It has the fields of ledger.Problem and can be
// converted to it.
type Problem struct {
	Path    string
	Message string
	// Cause is the error behind the problem, if there is one.
	Cause error
}

// Error is "PATH: what is wrong, what was wanted"; a problem of the whole document is
// its message alone.
func (p *Problem) Error() string {
	if p.Path == "" {
		return p.Message
	}
	return p.Path + ": " + p.Message
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Cause }

// Problemf notes a problem at a path; [Value.Problemf] knows its own.
func (d *Document) Problemf(path, format string, args ...any) {
	d.note(&Problem{Path: path, Message: fmt.Sprintf(format, args...)})
}

// note keeps problems up to the limit and counts those beyond, so that a hostile
// document cannot make its error larger than itself.
func (d *Document) note(p *Problem) {
	if len(d.problems) >= d.limits.Problems {
		d.more++
		return
	}
	d.problems = append(d.problems, p)
}

// Problems lists what is wrong, in the order in which it was noted. Where there is more
// than the limit, a last problem of the whole document says how much.
func (d *Document) Problems() []*Problem {
	list := d.problems[:len(d.problems):len(d.problems)]
	if d.more > 0 {
		list = append(list, &Problem{Message: fmt.Sprintf("%d problems more, want these %d solved first", d.more, len(list))})
	}
	return list
}

// Err joins the problems; nil where there are none.
func (d *Document) Err() error {
	list := d.Problems()
	if len(list) == 0 {
		return nil
	}
	errs := make([]error, len(list))
	for i, p := range list {
		errs[i] = p
	}
	return errors.Join(errs...)
}

// maxStep bounds what a pointer takes over of a foreign name, in bytes.
const maxStep = 200

var escaper = strings.NewReplacer("~", "~0", "/", "~1")

// escape writes a field name as a part of a JSON Pointer, in bounded length.
func escape(name string) string { return escaper.Replace(clip(name, maxStep)) }

// clip cuts foreign text to at most so many bytes, at a border of characters.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && s[most]&0xC0 == 0x80 {
		most--
	}
	return s[:most] + "…"
}
