package rival

import (
	"strconv"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/document"
)

// maxNote bounds texts that people write, in bytes.
const maxNote = 4_000

// says reports whether a field says anything: the system writes "" for nothing.
func says(v document.Value) bool {
	return v.Given() && !(v.Kind() == document.String && v.JSON() == `""`)
}

// caseNumber is the number of a case; 0 is none.
func caseNumber(v document.Value) string {
	if s := v.Code(); s != "0" {
		return s
	}
	return ""
}

// percent reads a rate; false where there is none.
func percent(v document.Value) (interest.Percent, bool) {
	if !v.Given() {
		return 0, false
	}
	p, err := interest.ParsePercent(v.Decimal().String())
	v.ProblemOf(err)
	return p, err == nil
}

// asItCame is a value for the answer, null where there is none; a number is written out.
func asItCame(v document.Value) document.JSON {
	switch {
	case !v.Given():
		return document.Nothing
	case v.Kind() == document.Number:
		n, err := document.ParseDecimal(string(v.JSON()))
		if err != nil {
			return document.Nothing
		}
		return document.Fixed(n, 0)
	}
	return v.JSON()
}

// firstOf is the first text that says something.
func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// count is a number in an id.
func count(n int) string { return strconv.Itoa(n) }

// suffix makes ids of several cases different, so that they can be merged.
func suffix(n int) string {
	if n == 0 {
		return ""
	}
	return "-" + count(n+1)
}

// oneOrMany is a list, or a single value as one.
func oneOrMany(v document.Value, most int) []document.Value {
	switch v.Kind() {
	case document.Absent, document.Null:
		return nil
	case document.List:
		return v.List(most)
	}
	return []document.Value{v}
}
