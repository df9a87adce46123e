package oracle

import (
	"math/big"
	"time"
)

// band is a fixed amount for principals up to a border; 0 is no border.
type band struct {
	upTo     int64
	excluded bool // the border itself belongs to the next band
	amount   int64
}

// tariff is what a law allows for a fee on some days; audience empty: of
// anybody. Amounts are minor units of the currency at home.
type tariff struct {
	jurisdiction, audience, code string
	from, through                day
	bands                        []band
	marginal                     bool // Dutch: by percentages of the parts of the principal
	bySent                       bool // the day of sending decides, not that of the fee
	totalCap                     bool // Finnish: counts towards the total
}

// tariffs are those the oracle knows, by law/fees.csv.
func tariffs() []tariff {
	all := []tariff{
		// Lag 1981:739; before it förordning 1981:1057
		{jurisdiction: "SE", code: "reminder", from: date(2003, time.July, 1), through: date(2013, time.March, 15), bands: flat(50_00)},
		{jurisdiction: "SE", code: "reminder", from: date(2013, time.March, 16), through: endless, bands: flat(60_00)},
		{jurisdiction: "SE", code: "demand", from: date(1996, time.December, 1), through: date(2003, time.June, 30), bands: flat(150_00)},
		{jurisdiction: "SE", code: "demand", from: date(2003, time.July, 1), through: date(2013, time.March, 15), bands: flat(160_00)},
		{jurisdiction: "SE", code: "demand", from: date(2013, time.March, 16), through: endless, bands: flat(180_00)},
		{jurisdiction: "SE", code: "plan", from: date(2003, time.July, 1), through: date(2013, time.March, 15), bands: flat(150_00)},
		{jurisdiction: "SE", code: "plan", from: date(2013, time.March, 16), through: endless, bands: flat(170_00)},
		{jurisdiction: "SE", audience: "business", code: "compensation", from: date(2013, time.March, 16), through: endless, bands: flat(450_00)},
		// Late Payment of Commercial Debts (Interest) Act 1998 s. 5A
		{jurisdiction: "GB", audience: "business", code: "compensation", from: date(2002, time.August, 7), through: endless,
			bands: []band{{1000_00, true, 40_00}, {10_000_00, true, 70_00}, {0, false, 100_00}}},
		// BGB § 288(5), directive 2011/7/EU art. 6
		{jurisdiction: "DE", audience: "business", code: "compensation", from: date(2014, time.July, 29), through: endless, bands: flat(40_00)},
		{jurisdiction: "EU", audience: "business", code: "compensation", from: date(2013, time.March, 16), through: endless, bands: flat(40_00)},
		// Besluit vergoeding voor buitengerechtelijke incassokosten
		{jurisdiction: "NL", code: "collection", from: date(2012, time.July, 1), through: endless, marginal: true},
	}
	return append(append(all, finnish()...), norwegian()...)
}

func flat(amount int64) []band { return []band{{0, false, amount}} }

// finnish are those of perintälaki 10 a §.
func finnish() (all []tariff) {
	for _, t := range []tariff{
		{code: "reminder", bands: flat(5_00)},
		{code: "demand", bands: []band{{100_00, false, 14_00}, {1000_00, false, 24_00}, {0, false, 50_00}}},
		{code: "second-demand", bands: []band{{100_00, false, 7_00}, {1000_00, false, 12_00}, {0, false, 25_00}}},
	} {
		t.jurisdiction, t.audience, t.totalCap = "FI", "consumer", true
		t.from, t.through = date(2013, time.March, 16), endless
		all = append(all, t)
	}
	return all
}

// norwegian are a tenth, later a twentieth, of the inkassosats: forskrift til
// inkassoloven § 1-2.
func norwegian() (all []tariff) {
	for _, code := range []string{"reminder", "notice"} {
		for _, t := range []tariff{
			{from: date(2017, time.January, 1), through: date(2020, time.September, 30), bands: flat(70_00)},
			{from: date(2020, time.October, 1), through: date(2025, time.December, 31), bands: flat(35_00)},
			{from: date(2026, time.January, 1), through: endless, bands: flat(37_50)},
		} {
			t.jurisdiction, t.code, t.bySent = "NO", code, true
			all = append(all, t)
		}
	}
	return all
}

// Bounds of the Dutch tariff, in cents, and the tax on it where the creditor bears
// it himself.
const (
	leastNL, mostNL = 40_00, 6775_00
	vatNL           = 21 // percent
)

// amount is the tariff's for a principal, in minor units.
func (t *tariff) amount(base int64) int64 {
	if t.marginal {
		return dutch(base)
	}
	for _, b := range t.bands {
		if b.upTo == 0 || base < b.upTo || base == b.upTo && !b.excluded {
			return b.amount
		}
	}
	return 0
}

// dutch adds up percentages of the parts of a principal.
func dutch(base int64) int64 {
	sum := new(big.Rat)
	over := int64(0)
	for _, part := range []struct{ upTo, perMille int64 }{
		{2500_00, 150}, {5000_00, 100}, {10_000_00, 50}, {200_000_00, 10}, {max(base, 200_000_00), 5},
	} {
		if base > over {
			sum.Add(sum, new(big.Rat).Mul(big.NewRat(part.perMille, 1000), new(big.Rat).SetInt64(min(base, part.upTo)-over)))
		}
		over = part.upTo
	}
	return min(max(roundToInt(sum, halfUp).Int64(), leastNL), mostNL)
}
