package fee

import (
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// Assess gives the fee for the facts. The value of the band that holds the base
// is raised to Min, cut to Max and rounded once; VAT is computed on the result.
//
// Errors wrap ErrNotKnown if no version is in force on the selected day, ErrFacts
// if the facts do not make a fee and ErrTariff if the version used is not well
// formed. The version alone is checked; [Tariff.Check] checks the whole.
func (t Tariff) Assess(f Facts) (Assessment, error) {
	a, err := t.assess(f, 0)
	if err == nil {
		err = a.settle(f.VATDeductible)
	}
	if err != nil {
		return Assessment{}, fmt.Errorf("tariff %s for %s: %w", words.Quote(t.Code), t.Audience, err)
	}
	return a, nil
}

// assess finds the value before bounds of a tariff that stands as a unit under so
// many others.
func (t *Tariff) assess(f Facts, depth int) (Assessment, error) {
	a := Assessment{Code: t.Code, Audience: t.Audience, Base: f.Base}
	if depth > MaxUnits {
		return a, fmt.Errorf("%w: more than %d units stand on one another", ErrTariff, MaxUnits)
	}
	var err error
	if a.Selected, err = t.choose(f); err != nil {
		return a, err
	}
	v, err := t.version(a.Selected.Day)
	if err != nil {
		return a, err
	}
	a.Version = *v
	i, err := v.place(f)
	if err != nil {
		return a, err
	}
	b := v.Bands[i]
	a.Band, a.Citation, a.Source, a.Evidence = b, first(b.Citation, v.Citation), first(b.Source, v.Source), first(b.Evidence, v.Evidence)
	if b.Shape == Multiple {
		unit, err := v.Unit.assess(f.in(v.Currency), depth+1)
		if err != nil {
			return a, fmt.Errorf("unit %s: %w", words.Quote(v.Unit.Code), err)
		}
		a.Unit = &unit
	}
	return a, a.evaluate(i)
}

// in gives the facts with the currency that is wanted.
func (f Facts) in(c money.Currency) Facts {
	f.Currency = c
	return f
}

// first is the first value that is not zero.
func first[T comparable](a, b T) T {
	var zero T
	if a != zero {
		return a
	}
	return b
}

// choose finds the day that picks the version.
func (t *Tariff) choose(f Facts) (Selection, error) {
	days := [...]calendar.Date{Measure: f.Date, Sent: f.Sent, Mandate: f.Mandate, Paid: f.Paid, Due: f.Due, Origin: f.Origin}
	s := Selection{By: t.Selector}
	switch {
	case !t.Selector.Valid():
		return s, fmt.Errorf("%w: %s, want one of %s", ErrTariff, t.Selector, strings.Join(selectorWords, ", "))
	case !f.Date.Valid():
		return s, fmt.Errorf("%w: no date of the measure, want one", ErrFacts)
	}
	s.Day = days[t.Selector]
	if s.Day.IsZero() {
		s.Day, s.Fallback = f.Date, true
	}
	if !s.Day.Valid() {
		return s, fmt.Errorf("%w: the day %s that selects the version is not a date, want one", ErrFacts, t.Selector)
	}
	return s, nil
}

// version is the one in force on a day, checked.
func (t *Tariff) version(d calendar.Date) (*Version, error) {
	var found *Version
	for i := range t.Versions {
		if v := &t.Versions[i]; v.covers(d) {
			if found != nil {
				return nil, fmt.Errorf("%w: two versions on %s, from %s and from %s, want one", ErrTariff, d, found.From, v.From)
			}
			found = v
		}
	}
	if found == nil {
		return nil, fmt.Errorf("%w: %s, known %s", ErrNotKnown, d, t.knownDays())
	}
	if ps := found.check(); len(ps) > 0 {
		return nil, fmt.Errorf("%w: %w", ErrTariff, ps[0].inVersion(found.From))
	}
	return found, nil
}

// knownDays says when the tariff has versions.
func (t *Tariff) knownDays() string {
	var spans []string
	for i := range t.Versions {
		v := &t.Versions[i]
		if n := len(spans); n > 0 && i > 0 && v.From == t.Versions[i-1].Through+1 {
			head, _, _ := strings.Cut(spans[n-1], " through")
			spans[n-1] = head
		} else {
			spans = append(spans, "from "+v.From.String())
		}
		if !v.Through.IsZero() {
			spans[len(spans)-1] += " through " + v.Through.String()
		}
	}
	if len(spans) == 0 {
		return "on no day"
	}
	return strings.Join(spans, ", ")
}

// place finds the band for the facts.
func (v *Version) place(f Facts) (int, error) {
	none := money.Currency{}
	base := f.Base
	switch c := base.Currency(); {
	case f.Currency != none && f.Currency != v.Currency:
		return 0, fmt.Errorf("%w: it is charged in %s, want %s", ErrFacts, v.Currency, f.Currency)
	case c != none && c != v.Currency:
		return 0, fmt.Errorf("%w: a base of %s, want it in %s", ErrFacts, base, v.Currency)
	case base.Sign() < 0:
		return 0, fmt.Errorf("%w: a base of %s, want 0 or more", ErrFacts, base)
	case base.Minor() > money.MaxMinor:
		return 0, fmt.Errorf("%w: a base of %s, want at most 10^15 minor units", ErrFacts, base)
	case c == none && (!v.borderless() || v.Bands[0].Shape != Flat && v.Bands[0].Shape != Multiple):
		return 0, fmt.Errorf("%w: no base, want the amount in %s that the fee goes by", ErrFacts, v.Currency)
	case c == none:
		return 0, nil
	}
	if i := v.band(base); i >= 0 {
		return i, nil
	}
	return 0, fmt.Errorf("%w: a base of %s, want one in the bands %s", ErrFacts, base, v.reach())
}

// reach names the borders of all bands together.
func (v *Version) reach() string {
	s := "over " + money.FromMinor(v.Bands[0].Over.Minor(), v.Currency).Number()
	if last := v.Bands[len(v.Bands)-1]; !last.open() {
		s += " up to " + last.UpTo.Number()
	}
	return s
}
