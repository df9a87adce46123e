package report

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// width is the number of columns that text is wrapped to.
const width = 100

// page collects lines of text and is written in one piece.
type page struct{ b strings.Builder }

// line writes one line without trailing spaces; what would break it, or steer a
// terminal, is replaced.
func (p *page) line(s string) {
	p.b.WriteString(strings.TrimRight(strings.Map(printable, s), " "))
	p.b.WriteByte('\n')
}

// section writes a heading between empty lines.
func (p *page) section(title string) {
	p.line("")
	p.line(title)
	p.line("")
}

// para writes text wrapped to the page behind a prefix; further lines hang under
// its end.
func (p *page) para(prefix, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(prefix))
	line, empty := prefix, true
	for _, word := range strings.Fields(text) {
		switch {
		case empty:
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			p.line(line)
			line = indent + word
		default:
			line += " " + word
		}
		empty = false
	}
	p.line(line)
}

// writeTo hands the whole page to w at once.
func (p *page) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, p.b.String())
	return err
}

// printable keeps what prints, turns other white space into spaces and marks the
// rest.
func printable(r rune) rune {
	switch {
	case unicode.IsPrint(r):
		return r
	case unicode.IsSpace(r):
		return ' '
	}
	return utf8.RuneError
}

// table aligns cells in columns.
type table struct {
	// columns has a byte for each column: 'l' or 'r' for the side of alignment.
	columns string
	indent  int
	rows    [][]string
	wide    map[int]bool // rows whose first cell runs over the empty ones behind it
}

// add puts a row below the others; missing cells at its end are empty.
func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// addWide is add for a row whose first cell does not widen its column but runs
// over the empty cells behind it.
func (t *table) addWide(cells ...string) {
	if t.wide == nil {
		t.wide = map[int]bool{}
	}
	t.wide[len(t.rows)] = true
	t.add(cells...)
}

// widths are the widths of the columns.
func (t *table) widths() []int {
	widths := make([]int, len(t.columns))
	for r, row := range t.rows {
		for i, cell := range row {
			if i > 0 || !t.wide[r] {
				widths[i] = max(widths[i], utf8.RuneCountInString(cell))
			}
		}
	}
	return widths
}

// table writes the rows with two spaces between columns. A column without any
// text takes no room.
func (p *page) table(t table) {
	widths := t.widths()
	for _, row := range t.rows {
		line, over := strings.Repeat(" ", t.indent), 0
		for i, cell := range row {
			if widths[i] == 0 {
				continue
			}
			if cell == "" { // room for what the cells before it have over
				room := widths[i] + len(gap)
				line += strings.Repeat(" ", max(0, room-over))
				over = max(0, over-room)
				continue
			}
			free := widths[i] - utf8.RuneCountInString(cell) - over
			over = max(0, -free)
			space := strings.Repeat(" ", max(0, free))
			if t.columns[i] == 'r' {
				line += space + cell + gap
			} else {
				line += cell + space + gap
			}
		}
		p.line(line)
	}
}

// gap is what stands between columns.
const gap = "  "
