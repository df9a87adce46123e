package ledger

import (
	"errors"
	"fmt"
	"iter"
	"strings"
)

// Problem is one thing that is wrong with a case: where, as a JSON Pointer into
// the native case file, and what is wrong and was wanted.
type Problem struct {
	Path    string
	Message string
	// Cause is the error behind the problem, if there is one.
	Cause error
}

// Error is "PATH: what is wrong, what was wanted"; a problem of the whole document
// has no path and is its message alone.
func (p *Problem) Error() string {
	if p.Path == "" {
		return p.Message
	}
	return p.Path + ": " + p.Message
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Cause }

// Problems collects what is wrong, in the order found.
type Problems []*Problem

// Addf notes a problem.
func (ps *Problems) Addf(path, format string, args ...any) {
	*ps = append(*ps, &Problem{Path: path, Message: fmt.Sprintf(format, args...)})
}

// AddError notes an error at a path; nil is not noted.
func (ps *Problems) AddError(path string, err error) {
	if err != nil {
		*ps = append(*ps, &Problem{Path: path, Message: err.Error(), Cause: err})
	}
}

// AddBelow notes a problem of a document that is a part of another, under path there.
func (ps *Problems) AddBelow(path string, p *Problem) {
	*ps = append(*ps, &Problem{Path: path + p.Path, Message: p.Message, Cause: p.Cause})
}

// MergeBelow is Merge for the problems of a document that is a part of another, under
// path there.
func (ps *Problems) MergeBelow(path string, more Problems) {
	var below Problems
	for _, p := range more {
		below.AddBelow(path, p)
	}
	ps.Merge(below)
}

// Merge adds those of more that say nothing about a path, or a path inside or
// around one, that is already in question: a value that could not be read is not
// also reported as missing.
func (ps *Problems) Merge(more Problems) {
	asked, around := map[string]bool{}, map[string]bool{}
	for _, p := range *ps {
		asked[p.Path] = true
		for path := range ancestors(p.Path) {
			around[path] = true
		}
	}
	for _, p := range more {
		if !asked[p.Path] && !around[p.Path] && !inside(asked, p.Path) {
			*ps = append(*ps, p)
		}
	}
}

// ancestors yields the paths above a JSON Pointer, nearest first, without the
// root.
func ancestors(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
			if !yield(path[:i]) {
				return
			}
		}
	}
}

func inside(asked map[string]bool, path string) bool {
	for above := range ancestors(path) {
		if asked[above] {
			return true
		}
	}
	return false
}

// Err is nil when there are no problems, else all of them joined; [AsProblems]
// takes them apart again.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errors.Join(errs...)
}

// AsProblems takes a joined error apart. An error that is not a problem of a
// path comes back with the empty path, which points at the whole document.
func AsProblems(err error) Problems {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all Problems
		for _, e := range joined.Unwrap() {
			all = append(all, AsProblems(e)...)
		}
		return all
	}
	if p, ok := err.(*Problem); ok {
		return Problems{p}
	}
	return Problems{{Message: err.Error(), Cause: err}}
}
