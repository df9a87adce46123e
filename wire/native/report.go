package native

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// MaxProblems is how many problems an error lists; a last one, of the whole
// document, says how many there are besides.
const MaxProblems = 1000

// report collects problems up to MaxProblems and counts those beyond, so that a
// hostile file cannot make its error larger than itself.
type report struct {
	list ledger.Problems
	more int
}

// addf notes a problem.
func (r *report) addf(path, format string, args ...any) {
	if len(r.list) == MaxProblems {
		r.more++
		return
	}
	r.list.Addf(path, format, args...)
}

// addError notes an error that is not nil.
func (r *report) addError(path string, err error) {
	if err == nil {
		return
	}
	if len(r.list) == MaxProblems {
		r.more++
		return
	}
	r.list.AddError(path, err)
}

// addBelow notes a problem of a part of the document, which is at a path.
func (r *report) addBelow(path string, p *ledger.Problem) {
	if len(r.list) == MaxProblems {
		r.more++
		return
	}
	r.list = append(r.list, &ledger.Problem{Path: path + p.Path, Message: p.Message, Cause: p.Cause})
}

// merge adds what the check of the read case found, where nothing was said yet.
func (r *report) merge(found ledger.Problems) {
	r.list.Merge(found)
	if n := len(r.list) - MaxProblems; n > 0 {
		r.list = r.list[:MaxProblems]
		r.more += n
	}
}

// err joins the problems, nil when there are none.
func (r *report) err() error {
	if r.more > 0 {
		r.list.Addf("", "%d problems more, want these %d solved first", r.more, MaxProblems)
		r.more = 0
	}
	return r.list.Err()
}

// step is one part of a JSON Pointer: a field of an object or, where inList, an
// element of a list.
type step struct {
	name   string
	index  int
	inList bool
}

// pointer writes steps as a JSON Pointer.
func pointer(steps []step) string {
	var b strings.Builder
	for _, s := range steps {
		b.WriteByte('/')
		if s.inList {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(escape(s.name))
		}
	}
	return b.String()
}

// where is a place in a document; nil is the document itself. It becomes a JSON
// Pointer only where there is a problem.
type where struct {
	up *where
	step
}

// field is the place of a field of an object.
func (w *where) field(name string) where { return where{w, step{name: name}} }

// element is the place of an element of a list.
func (w *where) element(i int) where { return where{w, step{index: i, inList: true}} }

// String gives the JSON Pointer.
func (w *where) String() string {
	var steps []step
	for ; w != nil; w = w.up {
		steps = append(steps, w.step)
	}
	slices.Reverse(steps)
	return pointer(steps)
}

var escaper = strings.NewReplacer("~", "~0", "/", "~1")

// escape writes a field name as a part of a JSON Pointer, cut to a bounded length.
func escape(name string) string { return escaper.Replace(clip(name, ledger.MaxText)) }

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
