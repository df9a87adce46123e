package native

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/skuld-go/skuld/ledger"
)

func FuzzDecodeCase(f *testing.F) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{
		"", "{", "[]", "\ufeff{}", `{"a":{"a":1,"a":2}}`, `{"id":"\ud800"}`, `{"id":1e999999}`,
		fill(inInterest, `"basis":"reference","series":"SE","margin":"8","floor":{"series":"EU"},"ceiling":"20"`),
		fill(inPayment, `"amount":"10.00","specification":[{"item":"INV-1","component":"interest","amount":"1.00"}]`),
		fill(inCase, `"allocation":{"rungs":[{"components":["interest"],"due":["due"]}],"processing":"horizontal"}`),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := DecodeCase(bytes.NewReader(text))
		if err != nil {
			problems := ledger.AsProblems(err)
			if len(problems) == 0 || len(problems) > MaxProblems+1 {
				t.Fatalf("%d problems", len(problems))
			}
			for _, p := range problems {
				if p.Message == "" {
					t.Errorf("%s: no message", p.Path)
				}
			}
			return
		}
		if !json.Valid(bytes.TrimPrefix(text, []byte("\ufeff"))) {
			t.Fatalf("read %q, which is no JSON", text)
		}
		var b bytes.Buffer
		if err := EncodeCase(&b, c); err != nil {
			t.Fatalf("encode: %v", err)
		}
		again, err := DecodeCase(&b)
		if err != nil {
			t.Fatalf("decode what was encoded: %v", err)
		}
		if diff := same(c, again); diff != "" {
			t.Errorf("case (-first +second):\n%s", diff)
		}
	})
}
