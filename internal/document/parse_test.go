package document

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// parsed reads a document that has to be fine.
func parsed(t *testing.T, text string) *Document {
	t.Helper()
	d := Parse([]byte(text), Limits{})
	if err := d.Err(); err != nil || !d.Readable() {
		t.Fatalf("%.80q: %v", text, err)
	}
	return d
}

// plainly gives a tree the form in which package json reads into any.
func plainly(d *Document, n *node) any {
	switch n.kind {
	case Bool:
		return d.raw(n) == "true"
	case Number:
		return json.Number(d.raw(n))
	case String:
		return d.str(n)
	case List:
		list := make([]any, len(n.kids))
		for i := range n.kids {
			list[i] = plainly(d, &n.kids[i])
		}
		return list
	case Map:
		object := map[string]any{}
		for i := range n.kids {
			object[n.kids[i].name] = plainly(d, &n.kids[i])
		}
		return object
	}
	return nil
}

// sameAsJSON compares a tree with what package json reads.
func sameAsJSON(t *testing.T, d *Document) {
	t.Helper()
	var want any
	decoder := json.NewDecoder(strings.NewReader(strings.TrimPrefix(d.text, byteOrderMark)))
	decoder.UseNumber()
	if err := decoder.Decode(&want); err != nil {
		t.Fatalf("%q is no JSON, but was read: %v", d.text, err)
	}
	if diff := cmp.Diff(want, plainly(d, &d.root)); diff != "" {
		t.Errorf("%q (-json +tree):\n%s", d.text, diff)
	}
}

var documents = []string{
	`null`, `true`, ` false `, `0`, `-1.5e+10`, `""`, `[]`, `{}`, "\n[\t]\r", `[[],{}]`, `[1,2 , 3]`, `{"a" : 1 ,"b":[null,true]}`,
	`"\""`, `"\\"`, `"\\\""`, `["a\"b","c"]`, `"\u0041\n\u00E9\ud83d\uDE00\/"`, `{"\"":"]","}":"{,:"}`, `"é😀"`, `{"":{"":{"":""}}}`,
	`[true,false,null,1,-0,1E5,0.10]`, "\ufeff[1]", "\"\u007f\ufffd\ufeff\"", `{"a":{"b":[{"c":1},{"c":[]}]},"d":"x"}`,
}

func TestTreeIsWhatJSONReads(t *testing.T) {
	for _, text := range documents {
		sameAsJSON(t, parsed(t, text))
	}
}

func TestSyntax(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "line 1, column 1, byte 0: the text ends here, want a JSON value"},
		{"\ufeff", "line 1, column 1, byte 3: the text ends here, want a JSON value"},
		{"\ufeff\n x", "line 2, column 2, byte 5: unexpected 'x', want a JSON value"},
		{"{", `line 1, column 2, byte 1: the text ends here, want a field or "}"`},
		{"[", `line 1, column 2, byte 1: the text ends here, want a value or "]"`},
		{"[1,]", `line 1, column 4, byte 3: unexpected ']', want a value`},
		{"[1}", `line 1, column 3, byte 2: unexpected '}', want "," or "]"`},
		{`{"a":1,}`, `line 1, column 8, byte 7: unexpected '}', want a field`},
		{`{"a" 1}`, `line 1, column 6, byte 5: unexpected '1', want ":"`},
		{`{"a":}`, `line 1, column 6, byte 5: unexpected '}', want a value`},
		{`{"a":1 "b":2}`, `line 1, column 8, byte 7: unexpected '"', want "," or "}"`},
		{`{a:1}`, `line 1, column 2, byte 1: unexpected 'a', want a field or "}"`},
		{"{\n\t\"é\": é}", `line 2, column 7, byte 9: unexpected 'é', want a value`},
		{"[1] 2", "line 1, column 5, byte 4: unexpected '2', want nothing after the document"},
		{"nul", "line 1, column 1, byte 0: unexpected 'n', want a JSON value"},
		{"01", "line 1, column 2, byte 1: unexpected '1', want a number without leading zeros"},
		{"-", "line 1, column 2, byte 1: the text ends here, want a digit"},
		{"1.e5", "line 1, column 3, byte 2: unexpected 'e', want a digit"},
		{"1e+", "line 1, column 4, byte 3: the text ends here, want a digit"},
		{"+1", "line 1, column 1, byte 0: unexpected '+', want a JSON value"},
		{".5", "line 1, column 1, byte 0: unexpected '.', want a JSON value"},
		{"'a'", `line 1, column 1, byte 0: unexpected '\'', want a JSON value`},
		{`"a`, `line 1, column 3, byte 2: the text ends here, want the end of the string, "`},
		{"\"a\nb\"", `line 1, column 3, byte 2: unexpected '\n', want control characters as escapes`},
		{"\"\x00\"", `line 1, column 2, byte 1: unexpected '\x00', want control characters as escapes`},
		{"\x00", `line 1, column 1, byte 0: unexpected '\x00', want a JSON value`},
		{`"\x"`, `line 1, column 3, byte 2: unexpected 'x', want an escape such as \n`},
		{"\"\\\x00\"", `line 1, column 3, byte 2: unexpected '\x00', want an escape such as \n`},
		{`"\u12g4"`, "line 1, column 6, byte 5: unexpected 'g', want four hexadecimal digits"},
		{"\"\\u\x10\x11\x12\x13\"", `line 1, column 4, byte 3: unexpected '\x10', want four hexadecimal digits`},
		{`"\ud800"`, "line 1, column 2, byte 1: half a surrogate pair, want both halves"},
		{`"a\udc00b"`, "line 1, column 3, byte 2: half a surrogate pair, want both halves"},
		{`{"\ud800\u0041":1}`, "line 1, column 3, byte 2: half a surrogate pair, want both halves"},
		{"[\"a\xff\"]", "line 1, column 4, byte 3: not UTF-8 text, want UTF-8"},
		{"[\"\ufffd\xc3\"]", "line 1, column 4, byte 5: not UTF-8 text, want UTF-8"},
	} {
		d := Parse([]byte(c.text), Limits{})
		if got := fmt.Sprint(d.Err()); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
		if d.Readable() || d.Root().Kind() != Absent {
			t.Errorf("%q was read", c.text)
		}
	}
}

// Readers of a document that could not be read have nothing to add.
func TestUnreadableDocument(t *testing.T) {
	d := Parse([]byte("{"), Limits{})
	o, ok := d.Root().Object()
	o.Need("a").Text()
	o.Need("b").List(1)
	if inner, has := o.Need("c").Object(); ok || has || inner.Need("d").Int(1, 2) != 0 || len(d.Problems()) != 1 {
		t.Errorf("%v", d.Err())
	}
	if list, more := d.Unknown(); list != nil || more != 0 || o.Kept() != nil {
		t.Errorf("%v", list)
	}
}

func TestRead(t *testing.T) {
	if d := Read(strings.NewReader(`{"a":1}`), Limits{}); d.Err() != nil || !d.Readable() {
		t.Error(d.Err())
	}
	broken := errors.New("torn")
	d := Read(iotest.ErrReader(broken), Limits{})
	if err := d.Err(); !errors.Is(err, broken) || err.Error() != "torn, want a document that can be read" {
		t.Error(err)
	}
	if got := fmt.Sprint(Read(strings.NewReader(`[1,2,3]`), Limits{Bytes: 6}).Err()); got != "larger than the limit, want at most 6 bytes" {
		t.Error(got)
	}
	if err := Read(strings.NewReader(`[1,2,3]`), Limits{Bytes: 7}).Err(); err != nil {
		t.Error(err)
	}
}

func TestLimits(t *testing.T) {
	deep := strings.Repeat("[", 40) + strings.Repeat("]", 40)
	for _, c := range []struct {
		text, want string
		limits     Limits
	}{
		{deep, strings.Repeat("/0", 32) + ": nested deeper than 32 levels, want at most so many", Limits{}},
		{deep, "<nil>", Limits{Depth: 40}},
		{`{"a":[{"b/~":[]}]}`, "/a/0/b~1~0: nested deeper than 3 levels, want at most so many", Limits{Depth: 3}},
		{`[1,[2,3]]`, "more than 4 values, want at most so many", Limits{Values: 4}},
		{`[1,[2,3]]`, "<nil>", Limits{Values: 5}},
		{"[" + strings.Repeat("0,", MaxValues) + "0]", "more than 500000 values, want at most so many", Limits{}},
	} {
		if got := fmt.Sprint(Parse([]byte(c.text), c.limits).Err()); got != c.want {
			t.Errorf("%.40q: %s, want %s", c.text, got, c.want)
		}
	}
	if got := (Limits{Bytes: -1, Depth: 1 << 40, Values: 7}).or(); got != (Limits{MaxBytes, 1000, 7, MaxText, MaxProblems}) {
		t.Errorf("%+v", got)
	}
}

// Objects of few and of many fields find the same ones given twice; the first counts.
func TestFieldsGivenTwice(t *testing.T) {
	for _, fields := range []int{1, 31, 32, 33, 100} {
		var b strings.Builder
		for i := range fields {
			fmt.Fprintf(&b, `"f%d":%d,`, i, i)
		}
		d := Parse([]byte(`{"o":{`+b.String()+`"f\u0030":-1,`+b.String()+`"last":true}}`), Limits{})
		o, _ := d.Root().Object()
		o, _ = o.Field("o").Object()
		if n := len(d.Problems()); n != fields+1 || len(o.n.kids) != fields+1 {
			t.Errorf("%d fields: %d kept, %d problems", fields, len(o.n.kids), n)
		}
		if got := d.Problems()[0].Error(); got != "/o/f0: given twice, want each field once" {
			t.Error(got)
		}
		if v := o.Field("f0"); v.Int(-9, 9) != 0 || o.Field("last").Path() != "/o/last" || !o.Field("last").Bool() {
			t.Errorf("%d fields: f0 is %s, want the first", fields, v)
		}
	}
}

func TestPointers(t *testing.T) {
	d := parsed(t, `{"a":[10,{"b":[[],[1,2]]}],"":{"x/y~z":3},"é":4}`)
	paths := []string{}
	var walk func(n *node)
	walk = func(n *node) {
		paths = append(paths, d.pointer(n))
		for i := range n.kids {
			walk(&n.kids[i])
		}
	}
	walk(&d.root)
	want := []string{"", "/a", "/a/0", "/a/1", "/a/1/b", "/a/1/b/0", "/a/1/b/1", "/a/1/b/1/0", "/a/1/b/1/1", "/", "//x~1y~0z", "/é"}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Error(diff)
	}
}
