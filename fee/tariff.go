package fee

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// Bounds on what makes a tariff.
const (
	// MaxVersions of a tariff.
	MaxVersions = 1000
	// MaxBands of a version.
	MaxBands = 200
	// MaxCode is the length of a code in bytes.
	MaxCode = 40
	// MaxText is the length of any other text in bytes.
	MaxText = 400
	// MaxUnits is how many units may stand on one another.
	MaxUnits = 8
)

// wholePercent is 100 %.
const wholePercent interest.Percent = 100_000_000

// Tariff is the rule by which the fee of one code is charged to one audience.
// [Tariff.Check] says whether it is well formed; the zero value is not. It is
// safe for concurrent use as long as nobody changes it.
type Tariff struct {
	// Code names the fee: lower-case words with hyphens, as "second-demand".
	Code string
	// Audience that the tariff binds.
	Audience Audience
	// Selector says which day picks the version.
	Selector Selector
	// Versions ascending, without overlap; gaps are days on which the tariff is
	// not known.
	Versions []Version
	// Guards that all have to permit a fee; see [Permit].
	Guards Guards
}

// Version is what a tariff says over some days.
type Version struct {
	// From and Through are the first and the last day, both inclusive. No Through
	// means that no end is known; From is never missing.
	From, Through calendar.Date
	// Currency of every amount of the version.
	Currency money.Currency
	// Bands by the size of the base, ascending, each beginning where the one
	// before ends. A single band without borders takes any base.
	Bands []Band
	// Min and Max bound the value of every band, inclusive; the zero Amount is no
	// bound. They are whole steps of Rounding. First Min raises, then Max cuts.
	Min, Max money.Amount
	// Unit is the tariff that a band of the shape Multiple multiplies. Its own Min
	// and Max, rounding and VAT do not count then.
	Unit *Tariff
	// VAT on the fee.
	VAT VAT
	// Rounding of the fee; the zero value means half up to one minor unit.
	Rounding money.Rounding
	// Citation is the text of law or contract, Source the publication that it was
	// read in, Evidence how well it is backed; a band may have its own.
	Citation, Source string
	Evidence         law.Evidence
}

// Band is what a version says on bases of one size. Fields that its shape does
// not use are zero.
type Band struct {
	// Over and UpTo are the borders of the base. A base of exactly UpTo belongs to
	// this band, and a base of exactly Over to the one below, unless UpToExclusive
	// moves it up. No Over means 0, which belongs to the lowest band. No UpTo, the
	// zero Amount, means open above; only the last band may be.
	Over, UpTo money.Amount
	// UpToExclusive says that a base of exactly UpTo belongs to the band above, as
	// in "less than 1000". In a lowest band that begins over 0 it also says that a
	// base of exactly Over belongs to it.
	UpToExclusive bool
	// Shape says how the fields below make a fee.
	Shape Shape
	// Amount of Flat, of each step of Step, and the fixed part of PlusPercent.
	Amount money.Amount
	// Percent of Percent, PercentOfExcess, Marginal and PlusPercent, 0 to 1000;
	// not per year.
	Percent interest.Percent
	// Per is the width of one step of Step, above 0.
	Per money.Amount
	// Factor of Multiple, above 0.
	Factor interest.Factor
	// Citation, Source and Evidence of this band, where they differ from the
	// version's: "" and 0 mean the version's.
	Citation, Source string
	Evidence         law.Evidence
}

// Find gives the tariff of a code for debtors of an audience: the one for that
// audience itself or else the one for everybody. It reports false if there is
// none.
func Find(tariffs []Tariff, code string, a Audience) (Tariff, bool) {
	if i := find(tariffs, code, a); i >= 0 {
		return tariffs[i], true
	}
	return Tariff{}, false
}

func find(tariffs []Tariff, code string, a Audience) int {
	all := -1
	for i := range tariffs {
		switch t := &tariffs[i]; {
		case t.Code != code:
		case t.Audience == a:
			return i
		case t.Audience == Everybody:
			all = i
		}
	}
	return all
}

// covers reports whether the version says something about day d.
func (v *Version) covers(d calendar.Date) bool {
	return d >= v.From && (d <= v.Through || v.Through.IsZero())
}

// borderless reports whether the version takes any base, even none.
func (v *Version) borderless() bool {
	none := money.Amount{}
	return len(v.Bands) == 1 && v.Bands[0].Over == none && v.Bands[0].UpTo == none
}

// has reports whether a band of the version has a shape.
func (v *Version) has(s Shape) bool {
	for _, b := range v.Bands {
		if b.Shape == s {
			return true
		}
	}
	return false
}

// open reports whether nothing bounds the band above.
func (b *Band) open() bool { return b.UpTo == money.Amount{} }

// below reports whether a base lies below the band; lowest says that no band is
// under it.
func (b *Band) below(base int64, lowest bool) bool {
	over := b.Over.Minor()
	if lowest && (over == 0 || b.UpToExclusive) {
		return base < over
	}
	return base <= over
}

// above reports whether a base lies above the band.
func (b *Band) above(base int64) bool {
	switch upTo := b.UpTo.Minor(); {
	case b.open():
		return false
	case b.UpToExclusive:
		return base >= upTo
	default:
		return base > upTo
	}
}

// band is the position of the band that holds a base, or −1. The bands have
// been checked to follow each other, so that the first that the base does not
// lie above is the one, if the base lies not below the lowest.
func (v *Version) band(base money.Amount) int {
	if v.Bands[0].below(base.Minor(), true) {
		return -1
	}
	for i := range v.Bands {
		if !v.Bands[i].above(base.Minor()) {
			return i
		}
	}
	return -1
}
