package jurisdiction

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/skuld-go/skuld/fee"
)

//go:embed tariffs/*.csv
var tariffFiles embed.FS

// embeddedTariffs are the tariffs of every country, by its code.
var embeddedTariffs = sync.OnceValue(func() map[string][]fee.Tariff {
	tariffs, err := readTariffs()
	if err != nil {
		panic("jurisdiction: embedded tariff: " + err.Error())
	}
	return tariffs
})

// readTariffs reads every embedded file; a test makes sure that it gives no error.
func readTariffs() (map[string][]fee.Tariff, error) {
	dir, err := fs.Sub(tariffFiles, "tariffs")
	if err != nil {
		return nil, err
	}
	return ReadTariffs(dir)
}

// ReadTariffs reads the files *.csv of a directory, each the tariffs of the country
// whose code it is called by ([fee.Read]). All problems of all files are reported,
// each with its file and row.
func ReadTariffs(dir fs.FS) (map[string][]fee.Tariff, error) {
	names, err := fs.Glob(dir, "*.csv")
	if err != nil {
		return nil, err
	}
	tariffs := make(map[string][]fee.Tariff, len(names))
	var errs []error
	for _, name := range names {
		f, err := dir.Open(name)
		if err != nil {
			return nil, err
		}
		read, err := fee.Read(f)
		f.Close()
		for _, problem := range apart(err) {
			errs = append(errs, fmt.Errorf("%s: %w", name, problem))
		}
		tariffs[strings.TrimSuffix(name, ".csv")] = read
	}
	return tariffs, errors.Join(errs...)
}

// apart takes joined errors apart.
func apart(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	if err == nil {
		return nil
	}
	return []error{err}
}

// WithTariffs is a list of tariffs with others beside or in place of its own: an own
// tariff replaces that of the same code for the debtors that it is for. Neither list is
// changed.
func WithTariffs(tariffs, own []fee.Tariff) []fee.Tariff {
	var out []fee.Tariff
	for _, t := range tariffs {
		if t.Audience = leftTo(t, own); t.Audience != 0 {
			out = append(out, t)
		}
	}
	return append(out, own...)
}

// leftTo is for whom a tariff stays beside others, zero for nobody.
func leftTo(t fee.Tariff, own []fee.Tariff) fee.Audience {
	left := t.Audience
	for _, o := range own {
		switch {
		case o.Code != t.Code:
		case o.Audience == fee.Everybody || o.Audience == left:
			return 0
		case left == fee.Everybody && o.Audience == fee.Consumer:
			left = fee.Business
		case left == fee.Everybody:
			left = fee.Consumer
		}
	}
	return left
}

// bound is a tariff that stands on the units and limits that a list has for a debtor,
// so that who replaces a unit or a limit replaces it below every tariff.
func bound(t fee.Tariff, list []fee.Tariff, a fee.Audience, depth int) fee.Tariff {
	if depth > fee.MaxUnits {
		return t // assessing it reports the circle
	}
	in := func(below *fee.Tariff) *fee.Tariff {
		if below == nil {
			return nil
		}
		found, ok := fee.Find(list, below.Code, a)
		if !ok {
			found = *below
		}
		found = bound(found, list, a, depth+1)
		return &found
	}
	t.Versions, t.Guards = slices.Clone(t.Versions), slices.Clone(t.Guards)
	for i := range t.Versions {
		t.Versions[i].Unit = in(t.Versions[i].Unit)
	}
	for i := range t.Guards {
		t.Guards[i].Limit = in(t.Guards[i].Limit)
	}
	return t
}

// Tariffs gives the tariffs of a country: fees that its law lets a creditor add
// to a debt, the units that some of them multiply, and caps on them together. The
// amounts are the highest that may be charged, in the country's currency. A
// country without any gives none.
//
// The slice is the caller's; the versions, bands and guards in it are shared and
// not to be changed. The files tariffs/*.csv hold the citation, source and
// evidence of every figure.
func Tariffs(code string) []fee.Tariff { return slices.Clone(embeddedTariffs()[code]) }
