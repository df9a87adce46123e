package fee

import (
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// finish lints what was read, resolves units and limits and makes the result.
func (f *file) finish() {
	for _, d := range f.order {
		d.lint(f)
		for _, s := range d.order {
			d.Versions = append(d.Versions, s.Version)
		}
		f.result = append(f.result, d.Tariff)
	}
	for i, d := range f.order {
		f.resolve(d, &f.result[i])
	}
	heights := map[*Tariff]int{}
	for i, d := range f.order {
		if f.result[i].height(heights) > MaxUnits {
			f.failf(d.row, "unit", "leads back here or over more than %d units, want fewer", MaxUnits)
		}
	}
}

// lint puts the findings about a tariff at their rows.
func (d *draft) lint(f *file) {
	if other := (key{d.Code, Everybody}); d.Audience != Everybody && f.tariffs[other] != nil {
		f.failf(d.row, "audience", "%s is there for all too, want one or the other", words.Quote(d.Code))
	}
	if n := len(d.order); n > MaxVersions {
		f.failf(d.row, "code", "%d versions, want at most %d", n, MaxVersions)
	}
	var order lineage
	for _, s := range d.order {
		f.fail(s.row, "valid_from", order.next(&s.Version))
		for _, p := range s.check() {
			line := s.row
			if p.band >= 0 {
				line = s.bands[p.band]
			}
			f.fail(line, p.column, p.err)
		}
	}
}

// resolve replaces the units and limits of a tariff by the tariffs they name.
func (f *file) resolve(d *draft, t *Tariff) {
	for i := range t.Versions {
		v, s := &t.Versions[i], d.order[i]
		if v.Unit == nil {
			continue
		}
		unit := f.named(v.Unit.Code, t.Audience)
		switch {
		case unit == nil:
			f.failf(s.row, "unit", "%s is no tariff for %s, want one of this file", words.Quote(v.Unit.Code), t.Audience)
		case !unit.charges(v.Currency):
			f.failf(s.row, "unit", "%s is never in %s, want a unit in the currency of the version", words.Quote(unit.Code), v.Currency)
		}
		v.Unit = unit
	}
	for i, g := range t.Guards {
		if g.Limit == nil {
			continue
		}
		limit := f.named(g.Limit.Code, t.Audience)
		if limit == nil {
			f.failf(d.guarded, "guards", "%s is no tariff for %s, want one of this file", words.Quote(g.Limit.Code), t.Audience)
		}
		t.Guards[i].Limit = limit
	}
}

// named is the tariff of a code for an audience, nil if there is none.
func (f *file) named(code string, a Audience) *Tariff {
	if i := find(f.result, code, a); i >= 0 {
		return &f.result[i]
	}
	return nil
}

// charges reports whether a version of the tariff is in a currency.
func (t *Tariff) charges(c money.Currency) bool {
	for _, v := range t.Versions {
		if v.Currency == c {
			return true
		}
	}
	return false
}
