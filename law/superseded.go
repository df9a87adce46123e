package law

import (
	"errors"
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// Superseded tells that a value of a table is not the one that was decided first.
// The table holds the value that stands; the one that fell away is nowhere in it,
// so that no calculation can meet it. Who keeps a statement that was drawn up
// between the two decisions learns here why it shows another figure.
type Superseded struct {
	From        calendar.Date // first day of the row whose value was replaced
	Decided     calendar.Date // day of the decision that fell away
	Replaced    calendar.Date // day of the decision that stands, after Decided
	Replacement string        // what replaced it, and with which effect
}

// String gives the text form of a file's head, which [ReadRates] reads back:
// "2012-07-01 decided 2012-06-29, replaced 2012-07-02: what replaced it".
func (s Superseded) String() string {
	return fmt.Sprintf("%s decided %s, replaced %s: %s", s.From, s.Decided, s.Replaced, s.Replacement)
}

// parseSuperseded is the inverse of String, for days within the bounds of a file.
func parseSuperseded(text string) (s Superseded, err error) {
	days, what, colon := strings.Cut(text, ":")
	from, days, decided := strings.Cut(days, " decided ")
	first, second, replaced := strings.Cut(days, ", replaced ")
	if !colon || !decided || !replaced {
		return s, fmt.Errorf("%s is not a superseded value, want \"DAY decided DAY, replaced DAY: what replaced it\"", words.Quote(text))
	}
	for _, part := range []struct {
		day  *calendar.Date
		text string
	}{{&s.From, from}, {&s.Decided, first}, {&s.Replaced, second}} {
		if *part.day, err = parseDay(strings.TrimSpace(part.text)); err != nil {
			return Superseded{}, err
		}
	}
	s.Replacement = strings.TrimSpace(what)
	return s, s.check()
}

// check is the part of the lint that needs no rows.
func (s Superseded) check() error {
	switch {
	case !s.From.Valid() || !s.Decided.Valid() || !s.Replaced.Valid():
		return fmt.Errorf("row %s, decided %s, replaced %s: a day is missing, want all three", dayText(s.From), dayText(s.Decided), dayText(s.Replaced))
	case s.Replaced <= s.Decided:
		return fmt.Errorf("replaced on %s, decided on %s, want the replacement after the decision", s.Replaced, s.Decided)
	case s.Replacement == "":
		return errors.New("does not say what replaced the value, want some text behind the colon")
	}
	return checkText(s.Replacement, true)
}

// superseded checks what a table says about replaced values; used are the first
// days of its rows.
func (l *linter) superseded(m Meta, used map[calendar.Date]bool) {
	const key = "superseded"
	if len(m.Superseded) > maxList {
		l.addf(-1, key, "the table has %d superseded values, want at most %d", len(m.Superseded), maxList)
	}
	var before Superseded
	for i, s := range m.Superseded {
		err := s.check()
		switch {
		case err != nil:
		case !used[s.From]:
			err = fmt.Errorf("%s begins no row, want the first day of one", s.From)
		case s.From < before.From || s.From == before.From && s.Replaced <= before.Replaced:
			err = fmt.Errorf("%s replaced %s stands after %s replaced %s, want them in order and once", s.From, s.Replaced, before.From, before.Replaced)
		}
		if err != nil {
			l.problems = append(l.problems, problem{entry: -1, item: i, column: key, err: err})
		}
		before = s
	}
}
