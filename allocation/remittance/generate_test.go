package remittance_test

import (
	"encoding/binary"
	"math/rand"

	"github.com/skuld-go/skuld/allocation"
	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/interest"
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

// generator makes valid inputs of all sizes.
type generator struct {
	draw
	currency money.Currency
	most     int64
}

func generate(d draw) Input {
	codes := []string{"SEK", "EUR", "JPY", "KWD"}
	sizes := []int64{10, 10_000, 100_000_000, money.MaxMinor}
	g := generator{d, money.MustCurrency(codes[d(4)]), sizes[d(4)]}
	in := Input{Direct: g.one(3), TrustProhibited: g.one(3), Phase: g.phase()}
	rest, sign := g.draw(g.most+1), int64(1)
	if g.one(4) {
		sign = -1
	}
	in.Received = g.amount(sign * rest)
	for range g.draw(7) {
		n := g.draw(rest + 1)
		rest -= n
		in.Lines = append(in.Lines, Line{g.component(), g.amount(sign * n)})
	}
	in.Tariff = g.tariff()
	if g.one(2) {
		in.CreditorCredit = g.amount(g.draw(g.most + 1))
	}
	return in
}

func (g generator) one(in int64) bool               { return g.draw(in) == 1 }
func (g generator) amount(minor int64) money.Amount { return money.FromMinor(minor, g.currency) }
func (g generator) component() allocation.Component { return allocation.Component(1 + g.draw(5)) }
func (g generator) phase() string                   { return []string{"", "amicable", "legal"}[g.draw(3)] }
func (g generator) percent() interest.Percent {
	if g.one(2) {
		return interest.Percent(g.draw(100_000_001))
	}
	return interest.Percent(g.draw(101) * 1_000_000)
}

func (g generator) rounding() money.Rounding {
	r := money.Rounding(g.draw(8))
	if r == money.Exactly {
		return r
	}
	return r.ToStep([]int64{1, 5, 100, money.MaxMinor}[g.draw(4)])
}

func (g generator) tariff() Tariff {
	t := Tariff{Rounding: g.rounding(), VATRounding: g.rounding(), NoWithdrawal: g.one(6), NoNetting: g.one(6), Cover: Cover(g.draw(4))}
	if !g.one(4) {
		t.VAT = g.percent()
	}
	for range g.draw(6) {
		t.Rules = append(t.Rules, g.rule())
	}
	return t
}

func (g generator) rule() Rule {
	r := Rule{Phase: g.phase()}
	first := g.draw(5)
	for i := range 1 + g.draw(5) {
		r.Components = append(r.Components, allocation.Component(1+(first+i)%5))
	}
	switch g.draw(5) {
	case 0:
		r.Retain = true
		return r
	case 1:
		from := int64(0)
		for range g.draw(4) {
			if from += 1 + g.draw(g.most/4+1); from <= money.MaxMinor {
				r.Tiers = append(r.Tiers, Tier{g.amount(from), g.percent()})
			}
		}
		r.Tiers = append(r.Tiers, Tier{Percent: g.percent()})
	default:
		r.Percent = g.percent()
	}
	if g.one(3) {
		r.Flat = g.amount(g.draw(g.most/10 + 1))
	}
	least := g.draw(g.most/4 + 1)
	if g.one(3) {
		r.Min = g.amount(least)
	}
	if g.one(3) {
		r.Max = g.amount(least + g.draw(g.most/2+1))
	}
	return r
}
