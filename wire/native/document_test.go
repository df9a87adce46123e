package native

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/ledger"
)

func TestMalformedDocuments(t *testing.T) {
	runProblems(t, []problemCase{
		{"empty", "", "", []string{"line 1, column 1, byte 0: the text ends here, want one whole JSON object"}},
		{"blank", "", "\n\n ", []string{"line 3, column 2, byte 3: the text ends here, want one whole JSON object"}},
		{"cut in an object", "", `{"id":"C-1"`, []string{"line 1, column 12, byte 11: the text ends here, want one whole JSON object"}},
		{"cut in a word", "", `{"id":nul`, []string{"line 1, column 10, byte 9: the text ends here, want one whole JSON object"}},
		{"cut in a number", "", `{"id":1e`, []string{"line 1, column 9, byte 8: the text ends here, want one whole JSON object"}},
		{"cut in a text", "", `{"id":"C`, []string{"line 1, column 9, byte 8: the text ends here, want one whole JSON object"}},
		{"comma", "", "{\n  \"id\": \"Å\",\n}", []string{
			"line 3, column 1, byte 16: unexpected '}' looking for beginning of object key string, want one JSON object",
		}},
		{"columns count characters", "", `{"id": "Å" "x"}`, []string{
			`line 1, column 12, byte 12: unexpected '"' after object key:value pair, want one JSON object`,
		}},
		{"character of several bytes", "", `{"id": …}`, []string{
			"line 1, column 8, byte 7: unexpected '…' looking for beginning of value, want one JSON object",
		}},
		{"blank in a word", "", `{"id": t rue}`, []string{
			"line 1, column 9, byte 8: unexpected ' ' in literal true (expecting 'r'), want one JSON object",
		}},
		{"second document", "", "{}\n{}", []string{"line 2, column 1, byte 3: unexpected '{' after top-level value, want one JSON object"}},
		{"text behind", "", "{} x", []string{"line 1, column 4, byte 3: unexpected 'x' after top-level value, want one JSON object"}},
		{"not UTF-8", "", "{\"id\": \"\xe9\"}", []string{"line 1, column 9, byte 8: not UTF-8 text, want UTF-8"}},
		{"half a pair", "", `{"id": "\\ud800 \ud83d\ude00 \ud800"}`, []string{"line 1, column 30, byte 29: half a surrogate pair, want both halves"}},
		{"second half alone", "", `{"id": "\uDC00\ud800"}`, []string{"line 1, column 9, byte 8: half a surrogate pair, want both halves"}},
	})
}

func TestByteOrderMark(t *testing.T) {
	text := "\ufeff" + fill(inCase, `"extendRates":true`)
	if c := decode(t, text); c.ID != "C-1" || !c.ExtendRates {
		t.Errorf("read %+v", c)
	}
	wantProblems(t, "\ufeff{,}", "line 1, column 5, byte 4: unexpected ',' looking for beginning of object key string, want one JSON object")
}

func TestEscapesInTexts(t *testing.T) {
	c := decode(t, fill(inCase, `"debtors":[{"id":"\u00c5\ud83d\ude00\\u0041\"\/","role":"\ufffd"}]`))
	if got, want := c.Debtors[0].ID, "Å😀\\u0041\"/"; got != want {
		t.Errorf("read %q, want %q", got, want)
	}
	if got := c.Debtors[0].Role; got != "\ufffd" {
		t.Errorf("read %q, want the replacement character that the file states", got)
	}
}

func TestDocumentBounds(t *testing.T) {
	nested := func(levels int) string {
		return `{"holds":` + strings.Repeat("[", levels-1) + strings.Repeat("]", levels-1) + `}`
	}
	if got := problems(nested(MaxDepth)); strings.Contains(strings.Join(got, "\n"), "deeper") {
		t.Errorf("%d levels: %v", MaxDepth, got)
	}
	wantProblems(t, nested(MaxDepth+1), "/holds"+strings.Repeat("/0", MaxDepth-1)+": nested deeper than 32 levels, want at most so many")
	wantProblems(t, strings.Repeat("[", 20_000),
		"line 1, column 10001, byte 10000: unexpected '[' exceeded max depth, want one JSON object")

	list := func(values int) string { return "[" + strings.Repeat("0,", values-2) + "0]" }
	wantProblems(t, list(MaxValues), "a list, want an object")
	wantProblems(t, list(MaxValues+1), "more than 500000 values, want at most so many")

	sized := func(bytes int) string { return "[" + strings.Repeat(" ", bytes-2) + "]" }
	wantProblems(t, sized(MaxBytes), "a list, want an object")
	wantProblems(t, sized(MaxBytes+1), "larger than 16 MiB, want at most 16777216 bytes")
}

func TestHugeParts(t *testing.T) {
	const size = 10 << 20
	wantProblems(t, fill(inCase, `"jurisdiction":"`+strings.Repeat("x", size)+`"`), "/jurisdiction: 10485760 bytes, want at most 200")
	wantProblems(t, fill(inCase, `"debtor":`+strings.Repeat("9", size/10)),
		"/debtor: the number "+strings.Repeat("9", 40)+"…, want a string")
	wantProblems(t, fill(inCase, `"`+strings.Repeat("é", size/10)+`":1`), "/"+strings.Repeat("é", 100)+"…: "+ofCase)
	wantProblems(t, fill(inCase, `"plan":"a`+strings.Repeat("é", size/10)+`"`), `/plan: the string "a`+strings.Repeat("é", 19)+`"…, want an object`)
	wantProblems(t, fill(inCase, `"debtor":"`+strings.Repeat("x", 200)+`"`),
		`/debtor: "`+strings.Repeat("x", 40)+`"… is not a known word, want consumer or business`)
}

func TestLongLists(t *testing.T) {
	wantProblems(t, `{"id":"C-1","currency":"SEK","claims":[`+strings.Repeat("{},", 100_000)+`{}]}`,
		"/claims: 100001 entries, want at most 1000")
	wantProblems(t, fill(inCase, `"allocation":{"rungs":[{"components":["fee"],"codes":[`+strings.Repeat(`"a",`, 1000)+`"a"]}]}`),
		"/allocation/rungs/0/codes: 1001 entries, want at most 1000")
	rungs := strings.Repeat(`{"components":["fee"]},`, 100) + `{"components":["fee"]}`
	wantProblems(t, fill(inCase, `"allocation":{"rungs":[`+rungs+`]}`), "/allocation/rungs: 101 entries, want at most 100")
	// An item beyond the bound is not also reported as unknown to payments.
	var fees strings.Builder
	for i := range ledger.MaxFees + 1 {
		fmt.Fprintf(&fees, `{"id":"F-%d","date":"2024-02-15","amount":"1.00"},`, i)
	}
	wantProblems(t, fill(inCase, `"fees":[`+strings.TrimSuffix(fees.String(), ",")+`],
		"payments":[{"id":"P-1","date":"2024-05-10","amount":"1.00","specification":[{"item":"F-1000","component":"fee","amount":"1.00"}]}]`),
		"/fees: 1001 entries, want at most 1000")
}

func TestManyProblems(t *testing.T) {
	check := func(text, last string) {
		t.Helper()
		got := problems(text)
		if len(got) != MaxProblems+1 || got[MaxProblems] != last {
			t.Errorf("%d problems, the last %q, want %d and %q", len(got), got[len(got)-1], MaxProblems+1, last)
		}
	}
	// Of the form: one for each of 2500 payments.
	check(fill(inCase, `"payments":[`+strings.Repeat("0,", 2499)+`0]`), "1500 problems more, want these 1000 solved first")
	// Of amounts that cannot be read.
	check(fill(inCase, `"payments":[`+strings.Repeat(`{"amount":"x"},`, 1999)+`{}]`), "999 problems more, want these 1000 solved first")
	// Of the check: id, date and amount of each of 500 payments.
	check(fill(inCase, `"payments":[`+strings.Repeat("{},", 499)+`{}]`), "500 problems more, want these 1000 solved first")
	// Of both.
	check(fill(inCase, `"payments":[`+strings.Repeat("0,", 998)+`0,{}]`), "2 problems more, want these 1000 solved first")
	if got := problems(fill(inCase, `"payments":[`+strings.Repeat("0,", 999)+`0]`)); len(got) != MaxProblems {
		t.Errorf("%d problems, want %d", len(got), MaxProblems)
	}
}

type brokenReader struct{ err error }

func (r brokenReader) Read([]byte) (int, error) { return 0, r.err }

func TestReaderFails(t *testing.T) {
	broken := errors.New("line cut")
	_, err := DecodeCase(io.MultiReader(strings.NewReader("{"), brokenReader{broken}))
	if !errors.Is(err, broken) {
		t.Errorf("%v, want %v", err, broken)
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		s    string
		most int
		want string
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "abc…"}, {"aé", 2, "a…"}, {"aé", 3, "aé"}, {"😀", 3, "…"}, {"", 0, ""},
	} {
		if got := clip(c.s, c.most); got != c.want {
			t.Errorf("clip(%q, %d) = %q, want %q", c.s, c.most, got, c.want)
		}
	}
}
