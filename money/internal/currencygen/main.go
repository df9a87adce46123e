// Command currencygen writes money/currency_table.go from money/iso4217.csv.
//
// The CSV holds the facts of ISO 4217 list one: code, numeric code, digits of
// the minor unit (empty where the standard gives none) and name, one row per
// code in the order of the codes. Run it through go generate in the folder
// money. To take over a newer publication, give it the maintenance agency's XML
// file, which rewrites the CSV first:
//
//	go run ./internal/currencygen -list list-one.xml
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
)

// The files of the folder money, where go generate starts the command.
const (
	factsFile = "iso4217.csv"
	tableFile = "currency_table.go"
)

func main() {
	list := flag.String("list", "", "ISO 4217 list one as XML: rewrite "+factsFile+" from it first")
	flag.Parse()
	if err := run(*list); err != nil {
		fmt.Fprintln(os.Stderr, "currencygen:", err)
		os.Exit(1)
	}
}

// run rewrites the facts when a list is given, and the table always.
func run(list string) error {
	if list != "" {
		if err := convert(list, factsFile, readList, renderFacts); err != nil {
			return err
		}
	}
	return convert(factsFile, tableFile, readFacts, renderTable)
}

// convert reads one file, renders it in the other form and writes that only
// when nothing went wrong on the way.
func convert(from, to string, read func(io.Reader) (facts, error), render func(facts) ([]byte, error)) error {
	in, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	f, err := read(bytes.NewReader(in))
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	out, err := render(f)
	if err != nil {
		return fmt.Errorf("%s: %w", to, err)
	}
	return os.WriteFile(to, out, 0o644)
}
