package rates

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/law"
)

// Bounds on a directory of tables.
const (
	maxEntries = 1000 // files of any name
	maxFiles   = 200  // tables
)

// ReadDir reads every file of the directory whose name ends in ".csv" as a rate
// table (see [law.ReadRates] for the form), and no subdirectory. It reports the
// problems of all files at once. A directory without such a file, with more than
// 200 of them or with more than 1000 files in all is an error.
func ReadDir(fsys fs.FS) (*Set, error) {
	names, err := tableFiles(fsys)
	if err != nil {
		return nil, err
	}
	var errs []error
	items, files := map[string]item{}, map[string]string{}
	for _, name := range names {
		it, err := readFile(fsys, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		series := it.table.Meta().Series
		if first, double := files[series]; double {
			errs = append(errs, fmt.Errorf("%s: series %s is in %s too, want it in one file", name, series, first))
		}
		items[series], files[series] = it, name
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return newSet(items), nil
}

func readFile(fsys fs.FS, name string) (item, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return item{}, fmt.Errorf("%s: %w", name, err)
	}
	defer f.Close()
	t, err := law.ReadRates(f, name)
	if err != nil {
		return item{}, err
	}
	return newItem(t)
}

// tableFiles lists the tables of a directory by name.
func tableFiles(fsys fs.FS) ([]string, error) {
	entries, err := listDir(fsys)
	if err != nil {
		return nil, fmt.Errorf("directory of rate tables: %w", err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".csv") && !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	switch {
	case len(entries) > maxEntries:
		return nil, fmt.Errorf("directory of rate tables: there are more than %d files, want at most that", maxEntries)
	case len(names) > maxFiles:
		return nil, fmt.Errorf("directory of rate tables: there are %d files *.csv, want at most %d", len(names), maxFiles)
	case len(names) == 0:
		return nil, errors.New("directory of rate tables: there is no file *.csv, want at least one")
	}
	slices.Sort(names)
	return names, nil
}

// listDir reads the directory, of a very large one no more than tells that it is
// too large.
func listDir(fsys fs.FS) ([]fs.DirEntry, error) {
	f, err := fsys.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dir, ok := f.(fs.ReadDirFile)
	if !ok {
		return nil, errors.New("is not a directory")
	}
	entries, err := dir.ReadDir(maxEntries + 1)
	if err == io.EOF {
		err = nil
	}
	return entries, err
}
