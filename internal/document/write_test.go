package document

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// rational is the value of a number, where it is small enough to be worked out.
func rational(s string) (*big.Rat, bool) {
	if i := strings.IndexAny(s, "eE"); i >= 0 && len(s)-i > 4 {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

func decimal(s string) Decimal {
	d, err := ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestWriting(t *testing.T) {
	day := calendar.MustParseDate("2024-06-01")
	for _, c := range []struct {
		got  JSON
		want string
	}{
		{Text("a\"\\\n<é>\u2028"), `"a\"\\\n<é>\u2028"`},
		{Text("\xff"), `"` + "\\ufffd" + `"`},
		{TextOr("", Nothing), "null"},
		{TextOr("x", Nothing), `"x"`},
		{Truth(true), "true"},
		{Whole(-7), "-7"},
		{Fixed(decimal("12.5"), 2), "12.50"},
		{Fixed(decimal("12.567"), 2), "12.567"},
		{Fixed(decimal("-1e2"), 2), "-100.00"},
		{Fixed(Decimal{}, 4), "0.0000"},
		{Fixed(decimal("100"), 0), "100"},
		{Sum(money.MustParse("-0.50 EUR")), "-0.50"},
		{Sum(money.MustParse("5 JPY")), "5"},
		{Sum(money.Amount{}), "null"},
		{Day(day), `"2024-06-01"`},
		{Day(0), "null"},
		{Midnight(day, nil), `"2024-06-01T00:00:00Z"`},
		{Midnight(day, time.FixedZone("", 7200)), `"2024-06-01T00:00:00+02:00"`},
		{Midnight(0, nil), "null"},
		{Values(), "[]"},
		{Values(Whole(1), Nothing, Values()), "[1,null,[]]"},
		{Members(nil), "{}"},
		{Members([]Member{{"b", Whole(1)}, {"a\"", Text("x")}, {"none", ""}}), `{"b":1,"a\"":"x"}`},
		{Members([]Member{{"b", Whole(1)}, {"b", Whole(2)}}, Member{"c", `{ "x" : [ 1e2 ] }`}, Member{"b", "3"}), `{"b":1,"c":{ "x" : [ 1e2 ] }}`},
		{Members(nil, Member{"c", "1"}), `{"c":1}`},
	} {
		if string(c.got) != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
		if d := Parse([]byte(c.got), Limits{}); d.Err() != nil {
			t.Errorf("%s: %v", c.got, d.Err())
		}
	}
	j := Members([]Member{{"a", Values(Whole(1), `{ "x" : 1.0 }`)}})
	if got, want := string(j.Indented()), "{\n  \"a\": [\n    1,\n    {\n      \"x\": 1.0\n    }\n  ]\n}\n"; got != want {
		t.Error(got)
	}
	if got := string(j.Line()); got != `{"a":[1,{"x":1.0}]}` {
		t.Error(got)
	}
}

// What is handed out is no part of the document, which may be large.
func TestCopies(t *testing.T) {
	d := parsed(t, `{"id":"x","n":5}`)
	o, _ := d.Root().Object()
	id := o.Field("id")
	for name, s := range map[string]string{"text": id.Text(), "code": id.Code(), "json": string(id.JSON()), "kept": o.Kept()[0].Name} {
		if within(d.text, s) {
			t.Errorf("%s is a part of the document", name)
		}
	}
}

func Example() {
	d := Parse([]byte(`{
	  "id": 4711, "principal": 1e3, "issued": "2024-05-31T22:00:00Z", "due": "2024-06-31",
	  "rows": [{"qty": 2}, {"qty": "three"}], "colour": "red"
	}`), Limits{})
	zone := time.FixedZone("Stockholm in summer", 2*3600)
	invoice, ok := d.Root().Object()
	if !ok {
		fmt.Println(d.Err())
		return
	}
	fmt.Println(invoice.Need("id").Code())
	fmt.Println(invoice.Need("principal").Amount(money.MustCurrency("SEK")))
	fmt.Println(invoice.Need("issued").Date(zone))
	invoice.Need("due").Date(zone)
	invoice.Need("currency").Text()
	Each(invoice.Field("rows"), 1000, func(row Object) int64 { return row.Need("qty").Int(0, 1_000_000) })
	for _, p := range d.Problems() {
		fmt.Println(p)
	}
	unknown, _ := d.Unknown()
	for _, u := range unknown {
		fmt.Printf("unknown: %s = %s\n", u.Path, u.Value)
	}
	fmt.Println(Members([]Member{{"CaseID", Whole(1)}, {"Total", Sum(money.MustParse("12.50 SEK"))}}, invoice.Kept()...))
	// Output:
	// 4711
	// 1000.00 SEK
	// 2024-06-01
	// /due: "2024-06-31" is not a date, want YYYY-MM-DD
	// /currency: missing, want a text
	// /rows/1/qty: the string "three", want a whole number from 0 to 1000000
	// unknown: /colour = "red"
	// {"CaseID":1,"Total":12.50,"colour":"red"}
}
