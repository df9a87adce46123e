package law_test

import (
	"errors"
	"math/rand"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// genTable makes tables of 1 to 12 rates that begin around the year 2000, with
// gaps of 1 to 400 days and knowledge of 0 to 400 days beyond the last row.
func genTable() gopter.Gen {
	return gen.Int64().Map(func(seed int64) *law.Table[decimal.Decimal] {
		r := rand.New(rand.NewSource(seed))
		from := day("2000-01-01").AddDays(r.Intn(1000))
		entries := make([]law.Entry[decimal.Decimal], 1+r.Intn(12))
		for i := range entries {
			entries[i] = law.Entry[decimal.Decimal]{From: from, Value: decimal.New(r.Int63n(2_000_000_001)-1_000_000_000, -6), Citation: "c", Source: "s", Evidence: law.Evidence(1 + r.Intn(4))}
			from = from.AddDays(1 + r.Intn(400))
		}
		meta := law.Meta{Series: "P", Name: "property", Unit: law.RateUnit, Kind: law.Reference, Changes: law.AnyDay}
		meta.KnownThrough = entries[len(entries)-1].From.AddDays(r.Intn(401))
		for _, e := range entries {
			if r.Intn(8) == 0 {
				decided := e.From.AddDays(r.Intn(100) - 50)
				meta.Superseded = append(meta.Superseded, law.Superseded{From: e.From, Decided: decided, Replaced: decided.AddDays(1 + r.Intn(50)), Replacement: "r: r"})
			}
		}
		table, err := law.NewTable(meta, entries)
		if err != nil {
			panic(err)
		}
		return table
	})
}

// genDay makes days from before the first to after the last day of any genTable.
func genDay() gopter.Gen {
	return gen.IntRange(int(day("1999-01-01")), int(day("2020-12-31"))).Map(func(n int) calendar.Date { return calendar.Date(n) })
}

func newProperties(n int) *gopter.Properties {
	parameters := gopter.DefaultTestParametersWithSeed(1)
	parameters.MinSuccessfulTests = n
	return gopter.NewProperties(parameters)
}

// scan is the slow reading of a table: the last entry that begins on or before d.
func scan(table *law.Table[decimal.Decimal], d calendar.Date) (e law.Entry[decimal.Decimal], found bool) {
	for _, other := range table.Entries() {
		if other.From <= d {
			e, found = other, true
		}
	}
	return e, found
}

func TestTableProperties(t *testing.T) {
	properties := newProperties(2000)
	properties.Property("a table knows where its knowledge ends", prop.ForAll(
		func(table *law.Table[decimal.Decimal], d calendar.Date) bool {
			first, through := table.Entries()[0].From, table.Meta().KnownThrough
			v, err := table.At(d)
			w, longErr := table.Extended().At(d)
			switch {
			case d < first:
				return errors.Is(err, law.ErrNotKnown) && errors.Is(longErr, law.ErrNotKnown)
			case d > through:
				return errors.Is(err, law.ErrNotKnown) && longErr == nil && w.Provisional
			}
			return err == nil && longErr == nil && !v.Provisional && !w.Provisional
		}, genTable(), genDay()))
	properties.Property("At agrees with reading the rows one by one", prop.ForAll(
		func(table *law.Table[decimal.Decimal], d calendar.Date) bool {
			v, err := table.Extended().At(d)
			want, found := scan(table, d)
			return (err == nil) == found && v.From == want.From && v.Value.Equal(want.Value)
		}, genTable(), genDay()))
	properties.Property("Over is At of every day, gathered", prop.ForAll(overIsAt, genTable(), genDay(), genDay()))
	properties.TestingRun(t)
}

// overIsAt checks Over against At on every day of the period, in the plain and
// the extended table.
func overIsAt(table *law.Table[decimal.Decimal], a, b calendar.Date) bool {
	period := calendar.Days(min(a, b), max(a, b))
	for _, table := range []*law.Table[decimal.Decimal]{table, table.Extended()} {
		pieces, err := table.Over(period)
		next := period.From
		for _, piece := range pieces {
			if piece.Period.From != next || piece.Period.IsEmpty() {
				return false
			}
			for d := piece.Period.From; d < piece.Period.To; d++ {
				v, err := table.At(d)
				if err != nil || v.From != piece.From || v.Provisional != piece.Provisional {
					return false
				}
			}
			next = piece.Period.To
		}
		var notKnown *law.NotKnownError
		if err == nil && next != period.To {
			return false
		}
		if err != nil {
			if !errors.As(err, &notKnown) || len(pieces) > 0 || !period.Contains(notKnown.Day) {
				return false
			}
			if _, err := table.At(notKnown.Day); err == nil {
				return false
			}
			if notKnown.Day > period.From {
				if _, err := table.At(notKnown.Day - 1); err != nil {
					return false
				}
			}
		}
	}
	return true
}

func TestTextProperties(t *testing.T) {
	properties := newProperties(300)
	properties.Property("what is written reads back the same", prop.ForAll(
		func(table *law.Table[decimal.Decimal]) bool {
			text := write(t, table)
			again := read(t, text)
			same := slices.EqualFunc(table.Entries(), again.Entries(), func(a, b law.Entry[decimal.Decimal]) bool {
				equal := a.Value.Equal(b.Value)
				a.Value, b.Value = decimal.Decimal{}, decimal.Decimal{}
				return equal && a.From == b.From && a.Citation == b.Citation && a.Source == b.Source && a.Evidence == b.Evidence
			})
			return same && cmp.Equal(again.Meta(), table.Meta()) && write(t, again) == text
		}, genTable()))
	properties.Property("rows in any other order are refused", prop.ForAll(
		func(table *law.Table[decimal.Decimal], i, j int) bool {
			entries := table.Entries()
			i, j = i%len(entries), j%len(entries)
			entries[i], entries[j] = entries[j], entries[i]
			_, err := law.NewTable(table.Meta(), entries)
			return (err == nil) == (i == j)
		}, genTable(), gen.IntRange(0, 1000), gen.IntRange(0, 1000)))
	properties.TestingRun(t)
}

func TestHalfYearlyProperty(t *testing.T) {
	properties := newProperties(300)
	properties.Property("HalfYearly is the value of the half-year's first day", prop.ForAll(
		func(table *law.Table[decimal.Decimal], d calendar.Date) bool {
			start := calendar.MustDate(d.Year(), 1, 1)
			if july := calendar.MustDate(d.Year(), 7, 1); d >= july {
				start = july
			}
			for _, table := range []*law.Table[decimal.Decimal]{table, table.Extended()} {
				want, wantErr := table.At(start)
				got, err := table.HalfYearly().At(d)
				if (err == nil) != (wantErr == nil) || !got.Value.Equal(want.Value) || got.Provisional != want.Provisional {
					return false
				}
			}
			return true
		}, genTable(), genDay()))
	properties.TestingRun(t)
}
