package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A hostile document costs what its size is, and its problems are small.
func TestHostile(t *testing.T) {
	long := strings.Repeat("x", 10<<20)
	for name, text := range map[string]string{
		"long string":     `{"id":"` + long + `"}`,
		"long escapes":    `{"id":"` + strings.Repeat(`\ud83d\ude00`, 1<<20) + `"}`,
		"long name":       `{"` + long + `":1,"` + long + `":2,"id":3.5}`,
		"long number":     `{"id":` + strings.Repeat("9", 10<<20) + `}`,
		"long fraction":   `{"id":0.` + strings.Repeat("0", 10<<20) + `1}`,
		"long exponent":   `{"id":1e` + strings.Repeat("9", 10<<20) + `}`,
		"many twice":      `{"id":[` + strings.Repeat(`],"id":[`, 400_000) + `]}`,
		"deep objects":    strings.Repeat(`{"id":`, 100_000),
		"deep lists":      strings.Repeat(`[`, 1<<20),
		"many blanks":     strings.Repeat(" ", 10<<20) + "{",
		"many backslashs": `{"id":"` + strings.Repeat(`\\`, 5<<20) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			d := Parse([]byte(text), Limits{})
			o, _ := d.Root().Object()
			o.Need("id").Code()
			o.Field("id").Date(nil)
			err := d.Err()
			if err == nil {
				t.Fatal("accepted")
			}
			if n := len(err.Error()); n > 200*(MaxProblems+1) {
				t.Errorf("an error of %d bytes", n)
			}
			if len(d.Problems()) > MaxProblems+1 {
				t.Errorf("%d problems", len(d.Problems()))
			}
		})
	}
}

func TestProblemsAreBounded(t *testing.T) {
	d := Parse([]byte("["+strings.Repeat("1,", 20)+"1]"), Limits{Problems: 3})
	for _, v := range d.Root().List(100) {
		v.Text()
	}
	want := "/0: the number 1, want a text\n/1: the number 1, want a text\n/2: the number 1, want a text\n18 problems more, want these 3 solved first"
	if got := fmt.Sprint(d.Err()); got != want || len(d.Problems()) != 4 {
		t.Error(got)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range documents {
		f.Add([]byte(text))
	}
	for _, text := range []string{`{"a":1,"a":2}`, `[1,]`, `"\ud800"`, "\xff", `{"a":"` + strings.Repeat(`\u00e9`, 200) + `"}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		d := Parse(text, Limits{})
		if !d.Readable() {
			if len(d.Problems()) == 0 {
				t.Fatalf("%q was not read, without a reason", text)
			}
			what := d.Err().Error()
			if json.Valid(bytes.TrimPrefix(text, []byte(byteOrderMark))) && !strings.Contains(what, "want at most") &&
				!strings.Contains(what, "surrogate") && !strings.Contains(what, "UTF-8") {
				t.Fatalf("%q is JSON: %s", text, what)
			}
			return
		}
		if d.Err() == nil {
			sameAsJSON(t, d)
		}
		visit(d, d.Root())
		again := Parse(rewritten(d, &d.root).Indented(), Limits{Bytes: 1 << 30})
		if diff := cmp.Diff(plainly(d, &d.root), plainly(again, &again.root)); diff != "" || again.Err() != nil {
			t.Errorf("%q (-read +read again): %v\n%s", text, again.Err(), diff)
		}
		if kept := Parse(d.Root().JSON().Line(), Limits{}); d.Err() == nil && cmp.Diff(plainly(d, &d.root), plainly(kept, &kept.root)) != "" {
			t.Errorf("%q is not the same when it is kept", text)
		}
	})
}

// visit asks everything of everything.
func visit(d *Document, v Value) {
	v.Text()
	v.Code()
	v.Bool()
	v.Int(-5, 5)
	v.Decimal()
	v.Date(nil)
	for _, element := range v.List(10) {
		visit(d, element)
	}
	if o, ok := v.Object(); ok {
		for i := range o.n.kids {
			if i%3 != 0 {
				visit(d, o.Need(o.n.kids[i].name))
			}
		}
		o.Kept()
	}
	d.Unknown()
}

// rewritten writes a tree anew.
func rewritten(d *Document, n *node) JSON {
	switch n.kind {
	case Bool:
		return Truth(d.raw(n) == "true")
	case String:
		return Text(d.str(n))
	case List:
		list := make([]JSON, len(n.kids))
		for i := range n.kids {
			list[i] = rewritten(d, &n.kids[i])
		}
		return Values(list...)
	case Map:
		var members []Member
		for i := range n.kids {
			members = append(members, Member{n.kids[i].name, rewritten(d, &n.kids[i])})
		}
		return Members(members)
	}
	return JSON(d.raw(n))
}
