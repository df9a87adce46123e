package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// JSON is a value on its way out, as its text. Only the functions of this package make
// it, so that it is always one whole value.
type JSON string

// Nothing is the value null.
const Nothing JSON = "null"

// Member is a field of an object on its way out.
type Member struct {
	Name  string
	Value JSON
}

// Members are an object: its fields in the order given. Those of kept follow, unless a
// field of their name is there already. A member without a value is left out.
func Members(members []Member, kept ...Member) JSON {
	var b strings.Builder
	b.WriteByte('{')
	written := make(map[string]bool, len(members)+len(kept))
	for _, list := range [][]Member{members, kept} {
		for _, m := range list {
			if m.Value == "" || written[m.Name] {
				continue
			}
			if len(written) > 0 {
				b.WriteByte(',')
			}
			written[m.Name] = true
			b.WriteString(string(Text(m.Name)))
			b.WriteByte(':')
			b.WriteString(string(m.Value))
		}
	}
	b.WriteByte('}')
	return JSON(b.String())
}

// Values are a list.
func Values(values ...JSON) JSON {
	var b strings.Builder
	b.WriteByte('[')
	for i, v := range values {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(string(v))
	}
	b.WriteByte(']')
	return JSON(b.String())
}

// Text is a string. What is no UTF-8 in it becomes U+FFFD.
func Text(s string) JSON {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(fmt.Sprintf("document: a string that cannot be written: %v", err))
	}
	return JSON(bytes.TrimRight(b.Bytes(), "\n"))
}

// TextOr is a string, or another value where it is empty, such as [Nothing].
func TextOr(s string, empty JSON) JSON {
	if s == "" {
		return empty
	}
	return Text(s)
}

// Truth is true or false.
func Truth(b bool) JSON { return JSON(strconv.FormatBool(b)) }

// Whole is a whole number.
func Whole(n int64) JSON { return JSON(strconv.FormatInt(n, 10)) }

// Fixed is a number with at least so many decimals; it is never rounded.
func Fixed(d Decimal, places int) JSON {
	s := d.String()
	whole, fraction, _ := strings.Cut(s, ".")
	if missing := places - len(fraction); missing > 0 {
		s = whole + "." + fraction + strings.Repeat("0", missing)
	}
	return JSON(s)
}

// Sum is an amount as a number with the decimals of its currency; null where there is no
// amount.
func Sum(a money.Amount) JSON {
	if a == (money.Amount{}) {
		return Nothing
	}
	return JSON(a.Number())
}

// Day is a date; null where there is none.
func Day(d calendar.Date) JSON { return TextOr(d.String(), Nothing) }

// Midnight is the first moment of a date in a time zone, as a timestamp of RFC 3339; null
// where there is no date. A nil zone is UTC.
func Midnight(d calendar.Date, zone *time.Location) JSON {
	if d.IsZero() {
		return Nothing
	}
	if zone == nil {
		zone = time.UTC
	}
	return Text(d.Time(zone).Format(time.RFC3339))
}

// Line is the value in one line, without its end.
func (j JSON) Line() []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(j)); err != nil {
		panic(fmt.Sprintf("document: %.60q is not one value: %v", string(j), err))
	}
	return b.Bytes()
}

// Indented is the value as a document that people read: indented by two blanks, with a
// line break at its end.
func (j JSON) Indented() []byte {
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(j), "", "  "); err != nil {
		panic(fmt.Sprintf("document: %.60q is not one value: %v", string(j), err))
	}
	b.WriteByte('\n')
	return b.Bytes()
}
