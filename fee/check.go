package fee

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// problem is one finding about a version. Band is −1 for the version itself;
// column is that of a file.
type problem struct {
	band   int
	column string
	err    error
}

// problems collects findings.
type problems []problem

func (ps *problems) add(band int, column string, err error) {
	if err != nil {
		*ps = append(*ps, problem{band, column, err})
	}
}

func (ps *problems) addf(band int, column, format string, args ...any) {
	ps.add(band, column, fmt.Errorf(format, args...))
}

// inVersion words a problem for a version that came from no file.
func (p problem) inVersion(from calendar.Date) error {
	if p.band >= 0 {
		return fmt.Errorf("version of %s: band %d: %s: %w", dayText(from), p.band+1, p.column, p.err)
	}
	return fmt.Errorf("version of %s: %s: %w", dayText(from), p.column, p.err)
}

func dayText(d calendar.Date) string {
	if d.IsZero() {
		return "no day"
	}
	return d.String()
}

// Check reports everything that is wrong with a tariff and the units under it,
// each problem wrapping ErrTariff: code, audience, selector or guards that do not
// exist, versions out of order or overlapping, bands that do not follow each
// other, fields missing for a shape or useless to it, bounds the wrong way round,
// amounts in another currency than the version's, units that lead in a circle.
func (t Tariff) Check() error {
	if t.height(map[*Tariff]int{}) > MaxUnits {
		return fmt.Errorf("%w: tariff %s: units lead in a circle or over more than %d, want fewer", ErrTariff, words.Quote(t.Code), MaxUnits)
	}
	return errors.Join(t.check(map[*Tariff]bool{})...)
}

// height is how many units stand under a tariff; in a circle it is more than
// MaxUnits.
func (t *Tariff) height(known map[*Tariff]int) int {
	if h, ok := known[t]; ok {
		return h
	}
	known[t] = MaxUnits + 1 // whoever comes back here meanwhile goes in a circle
	most := 0
	for i := range t.Versions {
		if unit := t.Versions[i].Unit; unit != nil {
			most = max(most, 1+unit.height(known))
		}
	}
	known[t] = most
	return most
}

// check reports the problems of a tariff and of each unit under it once.
func (t *Tariff) check(done map[*Tariff]bool) (errs []error) {
	add := func(err error) {
		if err != nil {
			errs = append(errs, fmt.Errorf("%w: tariff %s: %w", ErrTariff, words.Quote(t.Code), err))
		}
	}
	done[t] = true
	add(checkCode(t.Code))
	if !t.Audience.Valid() {
		add(fmt.Errorf("%s, want one of %s", t.Audience, strings.Join(audienceWords, ", ")))
	}
	if !t.Selector.Valid() {
		add(fmt.Errorf("%s, want one of %s", t.Selector, strings.Join(selectorWords, ", ")))
	}
	if n := len(t.Versions); n == 0 || n > MaxVersions {
		add(fmt.Errorf("%d versions, want 1 to %d", n, MaxVersions))
	}
	var order lineage
	for i := range t.Versions {
		v := &t.Versions[i]
		add(order.next(v))
		for _, p := range v.check() {
			add(p.inVersion(v.From))
		}
		if v.Unit != nil && !done[v.Unit] {
			errs = append(errs, v.Unit.check(done)...)
		}
	}
	if n := len(t.Guards); n > MaxGuards {
		add(fmt.Errorf("%d guards, want at most %d", n, MaxGuards))
	}
	for _, g := range t.Guards {
		add(g.check())
	}
	return errs
}

// lineage are the versions so far: the last one and the one that reaches furthest.
type lineage struct{ last, furthest *Version }

// next checks that a version begins after those before it have ended.
func (l *lineage) next(v *Version) error {
	var err error
	if l.last != nil {
		err = follows(l.last, v)
		if err == nil {
			err = follows(l.furthest, v)
		}
	}
	if l.last = v; l.furthest == nil || !l.furthest.Through.IsZero() && (v.Through.IsZero() || v.Through > l.furthest.Through) {
		l.furthest = v
	}
	return err
}

// follows checks that version b begins after the end of a.
func follows(a, b *Version) error {
	switch {
	case b.From <= a.From:
		return fmt.Errorf("%s stands after %s, want versions in order of date and each day once", dayText(b.From), dayText(a.From))
	case a.Through.IsZero():
		return fmt.Errorf("%s begins while the version of %s has no last day, want one", b.From, dayText(a.From))
	case b.From <= a.Through:
		return fmt.Errorf("%s begins before the version of %s has ended on %s, want a later day", b.From, dayText(a.From), a.Through)
	}
	return nil
}

func checkTexts(ps *problems, band int, citation, source string) {
	ps.add(band, "legal_basis", checkText(citation))
	ps.add(band, "source", checkText(source))
}

// checkText refuses what would not survive a line of a file or a terminal.
func checkText(s string) error {
	switch {
	case len(s) > MaxText:
		return fmt.Errorf("%s is %d bytes long, want at most %d", words.Quote(s), len(s), MaxText)
	case !utf8.ValidString(s) || strings.ContainsFunc(s, unprintable):
		return fmt.Errorf("%s has characters that do not print, want plain text on one line", words.Quote(s))
	}
	return nil
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }

// checkCode checks that a code is lower-case words with hyphens.
func checkCode(s string) error {
	ok := s != "" && len(s) <= MaxCode
	for _, word := range strings.Split(s, "-") {
		ok = ok && word != ""
		for _, r := range word {
			ok = ok && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
		}
	}
	if !ok {
		return fmt.Errorf("%s is not a code, want lower-case words with hyphens, at most %d bytes", words.Quote(s), MaxCode)
	}
	return nil
}
