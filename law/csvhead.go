package law

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// headKeys are the keys of a file's head, in the order in which they are written.
var headKeys = []string{"series", "jurisdiction", "name", "unit", "citation", "kind", "changes", "exceptions", "known-through", "superseded", "note"}

// readHead reads the leading "# key: value" lines and gives the rest of the file
// and the number of lines before it.
func (f *rateFile) readHead(data []byte) (rest []byte, line int) {
	for len(data) > 0 {
		text, after, _ := bytes.Cut(data, []byte("\n"))
		s := strings.TrimSpace(string(text))
		if s != "" && s[0] != '#' {
			break
		}
		line++
		if s = strings.TrimSpace(strings.TrimLeft(s, "#")); s != "" {
			f.readKey(line, s)
		}
		data = after
	}
	return data, line
}

func (f *rateFile) readKey(line int, s string) {
	key, value, found := strings.Cut(s, ":")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !found || !isHeadKey(key) {
		f.failf(line, "", "%s is not a head line, want \"# key: value\" with one of %s", words.Quote(s), strings.Join(headKeys, ", "))
		return
	}
	if first := f.keys[key]; first > 0 && key != "note" && key != "superseded" {
		f.failf(line, key, "is there twice, first on line %d, want it once", first)
		return
	}
	f.keys[key] = line
	if value != "" {
		f.fail(line, key, f.setKey(line, key, value))
	}
}

func isHeadKey(key string) bool {
	for _, k := range headKeys {
		if k == key {
			return true
		}
	}
	return false
}

// setKey puts a value of the head in its place.
func (f *rateFile) setKey(line int, key, value string) (err error) {
	m := &f.meta
	switch key {
	case "series":
		m.Series = value
	case "jurisdiction":
		m.Jurisdiction = value
	case "name":
		m.Name = value
	case "unit":
		m.Unit = value
	case "citation":
		m.Citation = value
	case "note":
		if err = checkText(value, true); err == nil {
			m.Notes = append(m.Notes, value)
		}
	case "superseded":
		err = f.setSuperseded(line, value)
	case "kind":
		m.Kind, err = ParseKind(value)
	case "changes":
		m.Changes, err = ParseChangeRule(value)
	case "known-through":
		m.KnownThrough, err = parseDay(value)
	case "exceptions":
		m.Exceptions, err = parseDays(value)
	}
	return err
}

func (f *rateFile) setSuperseded(line int, value string) error {
	s, err := parseSuperseded(value)
	if err == nil {
		f.meta.Superseded = append(f.meta.Superseded, s)
		f.marks = append(f.marks, line)
	}
	return err
}

// parseDays reads days separated by spaces.
func parseDays(s string) ([]calendar.Date, error) {
	words := strings.Fields(s)
	if len(words) > maxList {
		return nil, fmt.Errorf("%d days are given, want at most %d", len(words), maxList)
	}
	days := make([]calendar.Date, 0, len(words))
	for _, word := range words {
		d, err := parseDay(word)
		if err != nil {
			return nil, err
		}
		days = append(days, d)
	}
	return days, nil
}
