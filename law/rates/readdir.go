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
// table (see [law.ReadRates] for the form), and no subdirectory. Links count as
// what they lead to; a file of that name that is no regular one, such as a pipe or
// a device, is not opened and is a problem. It reports the problems of all files at
// once. A directory without such a file, with more than 200 of them or with more
// than 1000 files in all is an error.
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
	// Opening a pipe would wait for ever, and so would reading some devices.
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return item{}, unreadable(name, err)
	}
	if !info.Mode().IsRegular() {
		return item{}, fmt.Errorf("%s: is %s, want a regular file", name, typeOf(info.Mode()))
	}
	f, err := fsys.Open(name)
	if err != nil {
		return item{}, unreadable(name, err)
	}
	defer f.Close()
	t, err := law.ReadRates(f, name)
	if err != nil {
		return item{}, err
	}
	return newItem(t)
}

func unreadable(name string, err error) error {
	return fmt.Errorf("%s: %w, want a file that can be read", name, reason(err))
}

// reason is what is behind a file error, without the operation and the name.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// typeOf names what is no regular file.
func typeOf(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a directory"
	case m&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	}
	return "a file of another kind"
}

// tableFiles lists the tables of a directory by name.
func tableFiles(fsys fs.FS) ([]string, error) {
	entries, err := listDir(fsys)
	if err != nil {
		return nil, fmt.Errorf("directory of rate tables: %w, want one that can be read", reason(err))
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
		return nil, errors.New("is no directory")
	}
	entries, err := dir.ReadDir(maxEntries + 1)
	if err == io.EOF {
		err = nil
	}
	return entries, err
}
