package rates

import (
	"embed"
	"sync"
)

//go:embed *.csv
var files embed.FS

var builtIn = sync.OnceValue(func() *Set {
	s, err := ReadDir(files)
	if err != nil {
		panic("rates: embedded table: " + err.Error())
	}
	return s
})

// BuiltIn gives the set of all published series, margins and ceilings that the
// package comment lists.
func BuiltIn() *Set { return builtIn() }

// must gives a built-in table by a name that is in the set.
func must(series string) *Table {
	t, ok := builtIn().Lookup(series)
	if !ok {
		panic("rates: no embedded table " + series)
	}
	return t
}

// SE gives the Swedish reference rate (referensränta), räntelagen (1975:635) 9 §:
// per half-year since 2002-07-01, in steps of half a point, at times negative.
func SE() *Table { return must("SE") }

// FI gives the Finnish reference rate (viitekorko), korkolaki (633/1982) 12 §:
// per half-year since 2002-07-01, in steps of half a point.
func FI() *Table { return must("FI") }

// DK gives the Danish reference rate (referencesats), renteloven § 5: the central
// bank's lending rate on 1 January and 1 July, since 2002-08-01, at times negative.
func DK() *Table { return must("DK") }

// DE gives the German base rate (Basiszinssatz), BGB § 247: per half-year since
// 2002-01-01, at times negative.
func DE() *Table { return must("DE") }

// AT gives the Austrian base rate (Basiszinssatz der OeNB), 1. Euro-JuBeG Art. I
// § 1: changes on any day, since 1999-01-01, at times negative. UGB § 456 takes
// its value on the first day of the half-year.
func AT() *Table { return must("AT") }

// GB gives the reference rate of late payment in the United Kingdom, SI 2002/1675
// art. 4: Bank Rate on the 30 June or 31 December before the half-year. The rows
// before 2002-07-01 carry that rule back.
func GB() *Table { return must("GB") }

// EU gives the reference rate of Directive 2011/7/EU art. 2(7), 3(2): the ECB's
// main refinancing rate for the half-year, since 1999-01-01.
func EU() *Table { return must("EU") }

// NO gives the Norwegian late interest (forsinkelsesrente), forsinkelsesrenteloven
// § 3, since 1994-01-01. It is published as a total: no margin goes on it.
func NO() *Table { return must("NO") }

// NL gives the Dutch statutory interest (wettelijke rente), BW 6:119 and 6:120(1),
// since 1934. It is published as a total: no margin goes on it.
func NL() *Table { return must("NL") }

// NLCommercial gives the Dutch statutory commercial interest (wettelijke
// handelsrente), BW 6:119a and 6:120(2), since 2002-12-01. It is published as a
// total: no margin goes on it.
func NLCommercial() *Table { return must("NL-commercial") }
