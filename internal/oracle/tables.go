package oracle

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"
)

// seriesRead are the series that a file or a statute may name.
var seriesRead = []string{"SE", "FI", "NO", "DK", "DE", "AT", "NL", "NL-commercial", "GB", "EU",
	"NO-consumer-before-1994", "NO-general-before-1994", "DK-diskonto", "AT-statutory"}

// Tables are the published rate series of a directory. They are immutable and
// may serve any number of calls.
type Tables struct {
	series map[string]*table
}

// table is one series: values in force from a day, known through a day.
type table struct {
	series       string
	from         []day
	value        []micro
	knownThrough day
}

// notKnown says that a series has no value for a day.
type notKnown struct {
	series             string
	asked, first, last day
}

func (e *notKnown) Error() string {
	if e.first == noDay {
		return fmt.Sprintf("series %s is not known on %s, there is no table of it", e.series, e.asked)
	}
	return fmt.Sprintf("series %s is not known on %s, known from %s through %s; extend the rates or bring a table", e.series, e.asked, e.first, e.last)
}

// Load reads the files *.csv at the root of dir: "# key: value" lines of which
// series and known-through are needed, a header line, and rows whose first two
// fields are the first day in force and the value in percent per year. Tables
// of other series are passed over: margins and ceilings are constants here.
func Load(dir fs.FS) (*Tables, error) {
	names, err := fs.Glob(dir, "*.csv")
	if err != nil {
		return nil, err
	}
	t := &Tables{series: map[string]*table{}}
	for _, name := range names {
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		one, err := readTable(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if one != nil {
			t.series[one.series] = one
		}
	}
	return t, nil
}

// named is the table of a series; an empty one, known on no day, if there is
// none.
func (t *Tables) named(series string) *table {
	if one := t.series[series]; one != nil {
		return one
	}
	return &table{series: series, knownThrough: noDay}
}

// readTable reads one table, or gives nil for a series that is passed over.
func readTable(text []byte) (*table, error) {
	t := &table{knownThrough: noDay}
	for line := range strings.Lines(string(text)) {
		key, value, ok := strings.Cut(strings.TrimPrefix(line, "#"), ":")
		if !strings.HasPrefix(line, "#") || !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(key) {
		case "series":
			if !slices.Contains(seriesRead, value) {
				return nil, nil
			}
			t.series = value
		case "known-through":
			d, err := parseDay(value)
			if err != nil {
				return nil, err
			}
			t.knownThrough = d
		}
	}
	if t.series == "" || t.knownThrough == noDay {
		return nil, fmt.Errorf("no series or no known-through line")
	}
	return t, t.readRows(text)
}

func (t *table) readRows(text []byte) error {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return err
	}
	if len(rows) < 2 || len(rows[0]) < 2 || rows[0][0] != "valid_from" || rows[0][1] != "value" {
		return fmt.Errorf("want the header valid_from,value,… and at least one row")
	}
	for _, row := range rows[1:] {
		d, err := parseDay(row[0])
		if err != nil {
			return err
		}
		v, err := parseMicro(row[1])
		if err != nil {
			return err
		}
		if n := len(t.from); d == noDay || n > 0 && d <= t.from[n-1] {
			return fmt.Errorf("row %s is out of order", row[0])
		}
		t.from, t.value = append(t.from, d), append(t.value, v)
	}
	return nil
}

// on is the value in force on d. Past the known end it is an error, or, if the
// rates are extended, the last value, marked provisional.
func (t *table) on(d day, extend bool) (value micro, provisional bool, err error) {
	i := sort.Search(len(t.from), func(i int) bool { return t.from[i] > d })
	late := d > t.knownThrough
	if len(t.from) == 0 {
		return 0, false, &notKnown{t.series, d, noDay, noDay}
	}
	if i == 0 || late && !extend {
		return 0, false, &notKnown{t.series, d, t.from[0], t.knownThrough}
	}
	return t.value[i-1], late, nil
}

// publishedTotal says whether a series is a total to which no margin is added.
func publishedTotal(series string) bool {
	return series == "NO" || series == "NL" || series == "NL-commercial"
}
