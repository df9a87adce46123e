package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// facts is one publication of list one.
type facts struct {
	published string
	rows      []row
}

// row is one code of the list; digits is −1 where the standard says N.A.
type row struct {
	code    string
	numeric int
	digits  int
	name    string
}

// publishedKey starts the comment line that names the publication.
const publishedKey = "# published: "

var (
	factsHeader  = []string{"code", "numeric", "digits", "name"}
	codeForm     = regexp.MustCompile(`^[A-Z]{3}$`)
	numericForm  = regexp.MustCompile(`^[0-9]{3}$`)
	publishForm  = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	errNoRows    = errors.New("no currencies in it")
	errPublished = errors.New("no publication date YYYY-MM-DD in it")
)

// readFacts reads the committed CSV and checks it.
func readFacts(r io.Reader) (facts, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return facts{}, err
	}
	var f facts
	for line := range strings.Lines(string(text)) {
		if after, ok := strings.CutPrefix(line, publishedKey); ok {
			f.published = strings.TrimSpace(after)
		}
	}
	cr := csv.NewReader(bytes.NewReader(text))
	cr.Comment = '#'
	cr.FieldsPerRecord = len(factsHeader)
	records, err := cr.ReadAll()
	if err != nil {
		return facts{}, err
	}
	if len(records) == 0 || strings.Join(records[0], ",") != strings.Join(factsHeader, ",") {
		return facts{}, fmt.Errorf("want the header %s", strings.Join(factsHeader, ","))
	}
	for _, rec := range records[1:] {
		one, err := newRow(rec[0], rec[1], rec[2], rec[3])
		if err != nil {
			return facts{}, err
		}
		f.rows = append(f.rows, one)
	}
	return f, f.check()
}

// newRow checks the fields of one row; empty digits mean that there are none.
func newRow(code, numeric, digits, name string) (row, error) {
	if !codeForm.MatchString(code) {
		return row{}, fmt.Errorf("code %q, want three capital letters", code)
	}
	if !numericForm.MatchString(numeric) {
		return row{}, fmt.Errorf("%s: numeric %q, want three digits", code, numeric)
	}
	if strings.TrimSpace(name) == "" {
		return row{}, fmt.Errorf("%s: no name", code)
	}
	one := row{code: code, digits: -1, name: name}
	// Three digits always convert.
	one.numeric, _ = strconv.Atoi(numeric)
	if digits != "" {
		d, err := strconv.Atoi(digits)
		if err != nil || d < 0 || d > 4 {
			return row{}, fmt.Errorf("%s: digits %q, want 0 to 4 or nothing", code, digits)
		}
		one.digits = d
	}
	return one, nil
}

// check looks at the list as a whole: dated, sorted, and each code and number
// given once.
func (f facts) check() error {
	if !publishForm.MatchString(f.published) {
		return errPublished
	}
	if len(f.rows) == 0 {
		return errNoRows
	}
	seen := make(map[int]string)
	for i, one := range f.rows {
		if i > 0 && f.rows[i-1].code >= one.code {
			return fmt.Errorf("%s stands after %s, want each code once and in order", one.code, f.rows[i-1].code)
		}
		if other, ok := seen[one.numeric]; ok {
			return fmt.Errorf("%s and %s share the number %03d", other, one.code, one.numeric)
		}
		seen[one.numeric] = one.code
	}
	return nil
}

// renderFacts writes the CSV.
func renderFacts(f facts) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("# ISO 4217 list one: active codes for currencies and funds\n")
	b.WriteString("# source: SIX, maintenance agency for ISO 4217, list-one.xml\n")
	b.WriteString(publishedKey + f.published + "\n")
	b.WriteString("# digits are empty where the list says N.A.\n")
	w := csv.NewWriter(&b)
	records := [][]string{factsHeader}
	for _, one := range f.rows {
		digits := ""
		if one.digits >= 0 {
			digits = strconv.Itoa(one.digits)
		}
		records = append(records, []string{one.code, fmt.Sprintf("%03d", one.numeric), digits, one.name})
	}
	err := w.WriteAll(records)
	return b.Bytes(), err
}
