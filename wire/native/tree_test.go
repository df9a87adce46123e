package native

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plain gives a tree the form in which package json reads into any.
func plain(n node) any {
	switch n.kind {
	case isBool:
		return n.truth
	case isNumber:
		return json.Number(n.text)
	case isString:
		return n.text
	case isList:
		list := make([]any, len(n.kids))
		for i := range n.kids {
			list[i] = plain(n.kids[i].node)
		}
		return list
	case isObject:
		object := map[string]any{}
		for i := range n.kids {
			object[n.kids[i].name] = plain(n.kids[i].node)
		}
		return object
	}
	return nil
}

// comparePlain reads a text twice, by the tree and by package json. It reports
// false where the text is not one that the tree takes.
func comparePlain(t *testing.T, text []byte) bool {
	t.Helper()
	var r report
	data, ok := r.read(bytes.NewReader(text))
	if !ok {
		if json.Valid(text) && len(text) <= MaxBytes && strings.Contains(r.err().Error(), "unexpected") {
			t.Errorf("%q is JSON: %v", text, r.err())
		}
		return false
	}
	root, ok := r.tree(string(data))
	if !ok || len(r.list) > 0 {
		return false
	}
	var want any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&want); err != nil {
		t.Fatalf("%q is no JSON, but was read: %v", text, err)
	}
	if diff := cmp.Diff(want, plain(*root)); diff != "" {
		t.Errorf("%q (-json +tree):\n%s", text, diff)
	}
	return true
}

var treeTexts = []string{
	`null`, `true`, ` false `, `0`, `-1.5e+10`, `""`, `[]`, `{}`, "\n[\t]\r", `[[],{}]`, `[1,2 , 3]`, `{"a" : 1 ,"b":[null,true]}`,
	`"\""`, `"\\"`, `"\\\""`, `["a\"b","c"]`, `"\u0041\n\u00e9\ud83d\ude00"`, `{"\"":"]","}":"{,:"}`, `"é😀"`, `{"":{"":{"":""}}}`,
	`[true,false,null,1,-0,1E5]`, "\ufeff[1]",
}

func TestTreeIsWhatJSONReads(t *testing.T) {
	for _, text := range treeTexts {
		if !comparePlain(t, []byte(text)) {
			t.Errorf("%s was not read", text)
		}
	}
}

func FuzzTree(f *testing.F) {
	for _, text := range treeTexts {
		f.Add([]byte(text))
	}
	f.Add([]byte(`{"a":1,"a":2}`))
	f.Add([]byte(`[1,]`))
	f.Fuzz(func(t *testing.T, text []byte) { comparePlain(t, text) })
}

// Objects of few and of many fields find the same ones given twice.
func TestFieldsGivenTwice(t *testing.T) {
	for _, fields := range []int{1, 31, 32, 33, 100} {
		var b strings.Builder
		for i := range fields {
			fmt.Fprintf(&b, `"f%d":%d,`, i, i)
		}
		var r report
		root, ok := r.tree(`{` + b.String() + `"f0":-1,` + b.String() + `"last":true}`)
		if !ok || len(root.kids) != fields+1 || len(r.list) != fields+1 {
			t.Errorf("%d fields: %d kept, %d problems, want %d and %d", fields, len(root.kids), len(r.list), fields+1, fields+1)
		}
		if got := root.field("f0").text; got != "0" {
			t.Errorf("%d fields: f0 is %s, want the first", fields, got)
		}
	}
}
