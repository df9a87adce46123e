package document

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/money"
)

// fieldOf is the field "v" of an object with that text.
func fieldOf(text string) (*Document, Object) {
	d := Parse([]byte(`{`+text+`}`), Limits{})
	o, _ := d.Root().Object()
	return d, o
}

// readers are all of them, each giving its value as text.
var readers = map[string]func(Value) any{
	"text":    func(v Value) any { return v.Text() },
	"code":    func(v Value) any { return v.Code() },
	"bool":    func(v Value) any { return v.Bool() },
	"int":     func(v Value) any { return v.Int(-10, 100) },
	"decimal": func(v Value) any { return v.Decimal() },
	"amount":  func(v Value) any { return v.Amount(money.MustCurrency("EUR")).Number() },
	"date":    func(v Value) any { return v.Date(nil) },
	"list":    func(v Value) any { return len(v.List(3)) },
	"object":  func(v Value) any { _, ok := v.Object(); return ok },
	"word": func(v Value) any {
		return TextAs(v, "a word", func(s string) (string, error) {
			if s == "bad" {
				return s, errors.New(`"bad" is no word, want another`)
			}
			return s + "!", nil
		})
	},
}

func TestReaders(t *testing.T) {
	number := `, want a number such as 100.50`
	for _, c := range []struct{ reader, text, want, problem string }{
		{"text", `"a\u00e9"`, "aé", ""},
		{"text", `""`, "", ""},
		{"text", `5`, "", "the number 5, want a text"},
		{"text", `"` + strings.Repeat("é", 100) + `"`, strings.Repeat("é", 100), ""},
		{"text", `"` + strings.Repeat("é", 100) + `x"`, "", "201 bytes, want at most 200"},
		{"text", `"` + strings.Repeat(`\u0041`, 200) + `"`, strings.Repeat("A", 200), ""},
		{"text", `"` + strings.Repeat(`\u0041`, 201) + `"`, "", "1206 bytes, want at most 200"},
		{"code", `"A-1"`, "A-1", ""},
		{"code", `17`, "17", ""},
		{"code", `0`, "0", ""},
		{"code", `1.70e1`, "17", ""},
		{"code", `1.5`, "", "the number 1.5, want a string or a whole number"},
		{"code", `true`, "", "true, want a string or a whole number"},
		{"code", `1e99`, "", "the number 1e99 has too many digits, want at most 28 when written in full"},
		{"bool", `true`, "true", ""},
		{"bool", `false`, "false", ""},
		{"bool", `"true"`, "false", `the string "true", want true or false`},
		{"bool", `1`, "false", `the number 1, want true or false`},
		{"int", `12`, "12", ""},
		{"int", `-10`, "-10", ""},
		{"int", `12.0`, "12", ""},
		{"int", `1.2e1`, "12", ""},
		{"int", `101`, "0", "the number 101, want a whole number from -10 to 100"},
		{"int", `1.5`, "0", "the number 1.5, want a whole number from -10 to 100"},
		{"int", `99999999999999999999`, "0", "the number 99999999999999999999, want a whole number from -10 to 100"},
		{"int", `"12"`, "0", `the string "12", want a whole number from -10 to 100`},
		{"decimal", `1e2`, "100", ""},
		{"decimal", `"100.0"`, "100", ""},
		{"decimal", `""`, "0", "empty" + number},
		{"decimal", `"1,5"`, "0", `"1,5" is not a number, want one such as 100.50`},
		{"decimal", `"` + strings.Repeat("1", 201) + `"`, "0", "201 bytes, want at most 200"},
		{"decimal", `[1]`, "0", "a list" + number},
		{"amount", `100`, "100.00", ""},
		{"amount", `"-0.5"`, "-0.50", ""},
		{"amount", `1.000`, "1.00", ""},
		{"amount", `1.005`, "", "the number 1.005 has too many decimals, want at most 2 for EUR"},
		{"amount", `1e14`, "", "the number 1e14 is too large, want at most 10000000000000.00 EUR"},
		{"amount", `{}`, "", "an object, want an amount such as 100.50"},
		{"date", `"2024-05-31"`, "2024-05-31", ""},
		{"date", `""`, "", ""},
		{"date", `"2024-02-30"`, "", `"2024-02-30" is not a date, want YYYY-MM-DD`},
		{"date", `20240531`, "", `the number 20240531, want a date such as "2024-05-31"`},
		{"list", `[1,2,3]`, "3", ""},
		{"list", `[1,2,3,4]`, "3", "4 entries, want at most 3"},
		{"list", `{}`, "0", "an object, want a list"},
		{"object", `{}`, "true", ""},
		{"object", `"x"`, "false", `the string "x", want an object`},
		{"object", `"` + strings.Repeat("x", 1000) + `"`, "false", `the string "` + strings.Repeat("x", 60) + `"…, want an object`},
		{"word", `"a"`, "a!", ""},
		{"word", `"bad"`, "", `"bad" is no word, want another`},
		{"word", `""`, "", ""},
		{"word", `0`, "", "the number 0, want a word"},
	} {
		d, o := fieldOf(`"v":` + c.text)
		got := fmt.Sprint(readers[c.reader](o.Field("v")))
		problem := fmt.Sprint(d.Err())
		if c.problem == "" {
			c.problem = "<nil>"
		} else {
			c.problem = "/v: " + c.problem
		}
		if got != c.want || problem != c.problem {
			t.Errorf("%s of %.50s: %q and %s, want %q and %s", c.reader, c.text, got, problem, c.want, c.problem)
		}
	}
}

// What may be missing is nothing to any reader, and what may not is a problem of each.
func TestMissing(t *testing.T) {
	for name, read := range readers {
		for text, what := range map[string]string{``: "missing", `"v":null`: "null"} {
			_, o := fieldOf(text)
			none := fmt.Sprint(read(o.Field("v")))
			if err := o.d.Err(); err != nil {
				t.Errorf("%s of %q: %v", name, text, err)
			}
			if got := fmt.Sprint(read(o.Need("v"))); got != none {
				t.Errorf("%s of %q: %s", name, text, got)
			}
			if got := fmt.Sprint(o.d.Err()); !strings.HasPrefix(got, "/v: "+what+", want ") || strings.Count(got, "\n") > 0 {
				t.Errorf("%s of %q: %s", name, text, got)
			}
		}
	}
	for _, name := range []string{"text", "code", "date", "word", "decimal"} {
		d, o := fieldOf(`"v":""`)
		readers[name](o.Need("v"))
		if got := fmt.Sprint(d.Err()); !strings.HasPrefix(got, "/v: empty, want ") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestAbsentNullAndGiven(t *testing.T) {
	_, o := fieldOf(`"null":null,"false":false,"zero":0,"empty":"","list":[],"object":{}`)
	for name, want := range map[string]Kind{"none": Absent, "null": Null, "false": Bool, "zero": Number, "empty": String, "list": List, "object": Map} {
		v := o.Field(name)
		if v.Kind() != want || v.Given() != (want > Null) || v.Path() != "/"+name {
			t.Errorf("%s: %d at %s", name, v.Kind(), v.Path())
		}
	}
	if got := o.Field("none"); got.JSON() != "" || got.String() != "missing" {
		t.Errorf("%q", got.JSON())
	}
}

func TestAmountWithoutCurrency(t *testing.T) {
	d, o := fieldOf(`"a":1.005,"b":"x"`)
	if a := o.Field("a").Amount(money.Currency{}); a != (money.Amount{}) || d.Err() != nil {
		t.Error(a, d.Err())
	}
	o.Field("b").Amount(money.Currency{})
	if got := fmt.Sprint(d.Err()); got != `/b: "x" is not a number, want one such as 100.50` {
		t.Error(got)
	}
}

func TestListsOfObjects(t *testing.T) {
	d, o := fieldOf(`"l":[{"n":1},null,7,{"n":4}]`)
	got := Each(o.Field("l"), 3, func(o Object) int64 { return o.Need("n").Int(0, 9) })
	if diff := cmp.Diff([]int64{1, 0, 0}, got); diff != "" {
		t.Error(diff)
	}
	want := "/l: 4 entries, want at most 3\n/l/1: null, want an object\n/l/2: the number 7, want an object"
	if got := fmt.Sprint(d.Err()); got != want {
		t.Error(got)
	}
}

// What is quoted is cut before it is decoded, never within an escape or a character.
func TestQuotes(t *testing.T) {
	for _, unit := range []string{`é`, `\u00e9`, `\ud83d\ude00`, `\n`, `\\`, `x`, `\"`, `😀`, `\ud83d\ude00z`} {
		for pad := range 13 {
			d, o := fieldOf(`"v":"` + strings.Repeat("x", pad) + strings.Repeat(unit, 800) + `"`)
			o.Field("v").Int(0, 1)
			if got := d.Err().Error(); len(got) > 500 || strings.Contains(got, "�") || !strings.Contains(got, "…") {
				t.Errorf("%d × %s: %s", pad, unit, got)
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	d := parsed(t, `{"id":"x","new":{"deep":[1]},"list":[{"a":1,"b/c":2},7,{"d":null}],"address":"Main St","inner":{"x":1},"unread":{"y":1}}`)
	o, _ := d.Root().Object()
	o.Need("id").Text()
	o.Unused("address", "phone")
	o.Field("unread")
	for _, v := range o.Field("list").List(9) {
		if e, ok := v.Object(); ok {
			e.Field("a").Int(0, 9)
		}
	}
	inner, _ := o.Field("inner").Object()
	var got []string
	list, more := d.Unknown()
	for _, u := range list {
		got = append(got, u.Path+" "+string(u.Value)+" "+u.Note)
	}
	want := []string{`/new {"deep":[1]} an object`, `/list/0/b~1c 2 the number 2`, `/list/2/d null null`, `/inner/x 1 the number 1`}
	if diff := cmp.Diff(want, got); diff != "" || more != 0 {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Member{{"new", `{"deep":[1]}`}, {"address", `"Main St"`}}, o.Kept()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Member{{"x", "1"}}, inner.Kept()); diff != "" {
		t.Error(diff)
	}
	d = Parse([]byte(`{"a":1,"b":2,"c":3}`), Limits{Problems: 1})
	d.Root().Object()
	if list, more := d.Unknown(); len(list) != 1 || more != 2 {
		t.Errorf("%v and %d more", list, more)
	}
}
