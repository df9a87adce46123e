package jurisdiction

import (
	"slices"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
)

// instead says which fee of a ladder another stands in for when the facts of a case
// say so; "" is no fee.
type instead struct {
	country, code string
	when          func(dunning.Facts) bool
	other         string
}

func byCreditor(f dunning.Facts) bool  { return f.ByCreditor }
func enforceable(f dunning.Facts) bool { return f.Enforceable }
func isDisputed(f dunning.Facts) bool  { return f.Disputed }

// oldMandate: the half fee is for mandates from 1 October 2021.
func oldMandate(f dunning.Facts) bool {
	return !f.Mandate.IsZero() && f.Mandate < calendar.MustDate(2021, time.October, 1)
}

// insteads are the fees of ladders that go by facts, the first that fits first.
//
//   - AT: BGBl 141/1996 binds collection agencies; a creditor has ABGB § 1333 (2).
//   - DE: RDG § 13e and the RVG are costs of a collector or lawyer; the half fee and
//     the 0.9 are for undisputed claims alone (VV 2300 Anm. (2)), and not for mandates
//     from before that rule, which have one fee.
//   - DK: BEK 601/2002 bilag 2 instead of bilag 1.
//   - FI: perintälaki 10 a § 3, 4, 5 k. and 10 e § instead of 10 a § 2 k.
//   - NO: inkassoforskriften § 1-2 instead of § 2-2.
var insteads = [...]instead{
	{"AT", "first-dunning", byCreditor, ""},
	{"AT", "further-dunning", byCreditor, ""},
	{"AT", "collection", byCreditor, ""},
	{"DE", "simple-collection", byCreditor, ""},
	{"DE", "collection", byCreditor, ""},
	{"DE", "agent", byCreditor, ""},
	{"DE", "enforcement-measure", byCreditor, ""},
	{"DE", "simple-collection", isDisputed, "disputed-collection"},
	{"DE", "collection", isDisputed, ""},
	{"DE", "simple-collection", oldMandate, "collection"},
	{"DE", "collection", oldMandate, ""},
	{"DK", "collection", byCreditor, "own-collection"},
	{"FI", "demand", byCreditor, "own-demand"},
	{"FI", "second-demand", byCreditor, "own-demand"},
	{"FI", "demand", enforceable, "enforceable-demand"},
	{"FI", "second-demand", enforceable, "second-enforceable-demand"},
	{"NO", "collection", byCreditor, "own-demand"},
}

// byFacts is the ladder of a country with the fees that the facts of a case call for.
func byFacts(p dunning.Policy, country string, f dunning.Facts) dunning.Policy {
	p.Levels = slices.Clone(p.Levels)
	for i := range p.Levels {
		l := &p.Levels[i]
		l.Fee, l.Announces = feeByFacts(l.Fee, country, f), feeByFacts(l.Announces, country, f)
	}
	return p
}

func feeByFacts(code, country string, f dunning.Facts) string {
	for _, in := range insteads {
		if in.country == country && in.code == code && in.when(f) {
			return in.other
		}
	}
	return code
}
