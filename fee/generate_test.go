package fee_test

import (
	"encoding/binary"
	"math/rand"

	. "github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// draw yields a number from 0 to n − 1.
type draw func(n int64) int64

func fromSeed(seed int64) draw { return rand.New(rand.NewSource(seed)).Int63n }

// fromBytes reads numbers from fuzzed bytes, then zeros.
func fromBytes(data []byte) draw {
	return func(n int64) int64 {
		var word [8]byte
		size := 1
		if n > 256 {
			size = 8
		}
		used := copy(word[:size], data)
		data = data[used:]
		return int64(binary.LittleEndian.Uint64(word[:]) % uint64(n))
	}
}

// generator makes well-formed tariffs, with borders up to most.
type generator struct {
	draw
	currency money.Currency
	most     int64
}

func newGenerator(d draw) generator {
	codes := []string{"SEK", "EUR", "JPY", "KWD"}
	return generator{d, money.MustCurrency(codes[d(4)]), []int64{100, 1_000_000, 1_000_000_000_000}[d(3)]}
}

func (g generator) one(in int64) bool               { return g.draw(in) == 1 }
func (g generator) amount(minor int64) money.Amount { return money.FromMinor(minor, g.currency) }

func (g generator) percent() interest.Percent {
	if g.one(2) {
		return interest.Percent(g.draw(int64(interest.MaxPercent) + 1))
	}
	return interest.Percent(g.draw(101) * 1_000_000)
}

// tariff makes a tariff, at most so many units deep.
func (g generator) tariff(depth int) Tariff {
	t := Tariff{Code: "unit-" + string(rune('a'+depth)), Audience: Audience(1 + g.draw(3)), Selector: Selector(1 + g.draw(6))}
	from := 700_000 + g.draw(1000)
	for range 1 + g.draw(2) {
		v := g.version(depth)
		v.From = day("1900-01-01").AddDays(int(from - 700_000))
		v.Through = v.From.AddDays(int(g.draw(1000)))
		from += 2000
		t.Versions = append(t.Versions, v)
	}
	t.Versions[len(t.Versions)-1].Through = 0
	return t
}

func (g generator) version(depth int) Version {
	v := Version{Currency: g.currency, Rounding: money.Rounding(g.draw(8)), Citation: "§ 1", Source: "a book", Evidence: law.Sourced}
	step := int64(1)
	if v.Rounding != 0 && g.one(4) {
		step = []int64{5, 100}[g.draw(2)]
		v.Rounding = v.Rounding.ToStep(step)
	}
	least := g.draw(g.most/4+1) / step * step
	if g.one(3) {
		v.Min = g.amount(least)
	}
	if g.one(3) {
		v.Max = g.amount(least + g.draw(g.most/2+1)/step*step)
	}
	v.VAT = []VAT{{}, {Included: true}, {Percent: 1 + interest.Percent(g.draw(100_000_000))}}[g.draw(3)]
	if g.one(3) {
		v.Bands = g.tiers()
	} else {
		v.Bands = g.bands(depth)
	}
	for i := range v.Bands {
		if v.Bands[i].Shape == Multiple && v.Unit == nil {
			unit := g.tariff(depth - 1)
			unit.Selector, unit.Versions = Measure, unit.Versions[:1]
			unit.Versions[0].From, unit.Versions[0].Through = 1, 0
			v.Unit = &unit
		}
	}
	return v
}

// tiers are marginal bands.
func (g generator) tiers() []Band {
	bands := g.borders(0)
	for i := range bands {
		bands[i].Shape, bands[i].Percent = Marginal, g.percent()
	}
	return bands
}

// bands are of any other shape.
func (g generator) bands(depth int) []Band {
	start := int64(0)
	if g.one(3) {
		start = 1 + g.draw(g.most)
	}
	bands := g.borders(start)
	for i := range bands {
		b := &bands[i]
		shapes := []Shape{Flat, Percent, PercentOfExcess, PlusPercent}
		if i == 0 || bands[i-1].Shape != Multiple {
			shapes = append(shapes, Step)
		}
		if depth > 0 {
			shapes = append(shapes, Multiple)
		}
		b.Shape = shapes[g.draw(int64(len(shapes)))]
		switch b.Shape {
		case Flat:
			b.Amount = g.amount(g.draw(g.most))
		case Percent, PercentOfExcess:
			b.Percent = g.percent()
		case PlusPercent:
			b.Amount, b.Percent = g.amount(g.draw(g.most)), g.percent()
		case Step:
			b.Amount, b.Per = g.amount(g.draw(g.most/100+1)), g.amount(1+g.draw(g.most/100+1)+g.most/1000)
		case Multiple:
			b.Factor = interest.Factor(1 + g.draw(int64(interest.MaxPercent)))
		}
	}
	return bands
}

// borders makes bands without shapes.
func (g generator) borders(start int64) []Band {
	var bands []Band
	for range g.draw(6) {
		b := Band{Over: g.amount(start), UpToExclusive: g.one(3)}
		start += 1 + g.draw(g.most/6+1)
		b.UpTo = g.amount(start)
		bands = append(bands, b)
	}
	if len(bands) == 0 || !g.one(4) {
		last := Band{UpToExclusive: g.one(3)}
		if start > 0 {
			last.Over = g.amount(start)
		}
		bands = append(bands, last)
	}
	return bands
}

// base draws one near a border or anywhere.
func (g generator) base(v Version) money.Amount {
	if b := v.Bands[g.draw(int64(len(v.Bands)))]; g.one(2) && !b.UpTo.IsZero() {
		return g.amount(b.UpTo.Minor() + g.draw(3) - 1)
	}
	return g.amount(g.draw(g.most * 2))
}
