package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/report"
	"github.com/skuld-go/skuld/wire/native"
)

// runStatement prints the statement of a case.
func runStatement(c *call, args []string) error {
	at := skuld.At{AsOf: c.asOf.day, KnownAt: c.knownAt.day}
	name, err := oneFile(args)
	if err != nil {
		return err
	}
	if at.AsOf.IsZero() {
		at.AsOf = c.today()
	}
	calc, err := c.calculator()
	if err != nil {
		return err
	}
	switch c.from.word {
	case fromAptic:
		return c.apticStatement(name, calc, at)
	case fromRival:
		return c.rivalStatement(name, calc, at)
	}
	if err := c.refuseForeign(); err != nil {
		return err
	}
	cs, err := c.readCase(name, calc)
	if err != nil {
		return err
	}
	st, err := calc.Statement(cs, at)
	if err != nil {
		return inFile(name, err)
	}
	if c.format.word == "json" {
		return native.EncodeStatement(c.out, st)
	}
	return report.Text(c.out, st)
}

// runDiff prints what leads from one statement to another: of two files, or of one
// file on two days' knowledge.
func runDiff(c *call, args []string) error {
	if len(args) == 1 && c.oldKnownAt.day == c.knownAt.day {
		return &usageError{message: "nothing to compare, want two FILEs, or --old-known-at or --known-at with one"}
	}
	if len(args) == 1 {
		args = append(args, args[0])
	}
	if len(args) != 2 || (args[0] == "-" && args[1] == "-") {
		return &usageError{message: fmt.Sprintf("%d files, want one or two, of which one may be -", len(args))}
	}
	at := skuld.At{AsOf: c.asOf.day}
	if at.AsOf.IsZero() {
		at.AsOf = c.today()
	}
	var both [2]*skuld.Statement
	for i, known := range []dateFlag{c.oldKnownAt, c.knownAt} {
		calc, cs, err := c.load(args[i])
		if err != nil {
			return err
		}
		at.KnownAt = known.day
		if both[i], err = calc.Statement(cs, at); err != nil {
			return inFile(args[i], err)
		}
	}
	corrections, err := ledger.Diff(both[0], both[1])
	if err != nil {
		return err
	}
	if c.format.word == "json" {
		return native.EncodeDiff(c.out, both[0], both[1], corrections)
	}
	return report.DiffText(c.out, both[0], both[1], corrections)
}

// runPayoff prints the payoff of a case.
func runPayoff(c *call, args []string) error {
	if c.on.day.IsZero() {
		return &usageError{message: "no day, want --on DATE"}
	}
	name, err := oneFile(args)
	if err != nil {
		return err
	}
	calc, cs, place, err := c.loadOne(name)
	if err != nil {
		return err
	}
	p, err := calc.Payoff(cs, c.on.day)
	if err != nil {
		return inFile(name, place(err))
	}
	if c.format.word == "json" {
		return native.EncodePayoff(c.out, p)
	}
	return report.PayoffText(c.out, p)
}

// runRates prints the tables that the calculator knows, or one of them.
func runRates(c *call, args []string) error {
	if len(args) > 1 {
		return &usageError{message: fmt.Sprintf("%d series, want at most one", len(args))}
	}
	calc, err := c.calculator()
	if err != nil {
		return err
	}
	series := calc.Tables.Series()
	if len(args) == 1 {
		if _, ok := calc.Tables.Lookup(args[0]); !ok {
			return fmt.Errorf("%s: is not a known series, want one of %s", args[0], list(series))
		}
		series = args
	}
	tables := make([]*rates.Table, len(series))
	for i, name := range series {
		tables[i], _ = calc.Tables.Lookup(name)
		if c.extend {
			tables[i] = tables[i].Extended()
		}
	}
	if c.format.word == "json" {
		return native.EncodeRates(c.out, tables)
	}
	return report.RatesText(c.out, tables)
}

// runFees prints the tariffs of a jurisdiction as they are on a day.
func runFees(c *call, args []string) error {
	if len(args) > 0 {
		return &usageError{message: fmt.Sprintf("%q after the command, want nothing", args[0])}
	}
	all, err := c.rules()
	if err != nil {
		return err
	}
	rules, ok := jurisdiction.Find(all, c.jurisdiction)
	if !ok {
		return &usageError{message: fmt.Sprintf("--jurisdiction %q, want %s", c.jurisdiction, list(codes(all)))}
	}
	on := c.on.day
	if on.IsZero() {
		on = c.today()
	}
	if c.format.word == "json" {
		return native.EncodeFees(c.out, rules.Fees, on)
	}
	return report.FeesText(c.out, rules.Name, rules.Fees, on)
}

// runVersion prints the version and the digest of the tables that the calculator
// knows: the built-in ones, with those of --rates over them.
func runVersion(c *call, args []string) error {
	if len(args) > 0 {
		return &usageError{message: fmt.Sprintf("%q after the command, want nothing", args[0])}
	}
	calc, err := c.calculator()
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "skuld %s\nrate tables %s\n", skuld.Version, calc.Tables.Digest())
	return nil
}

func oneFile(args []string) (string, error) {
	if len(args) != 1 {
		return "", &usageError{message: fmt.Sprintf("%d files, want one FILE, or - for standard input", len(args))}
	}
	return args[0], nil
}

// load makes the calculator and reads the case.
func (c *call) load(name string) (skuld.Calculator, skuld.Case, error) {
	calc, err := c.calculator()
	if err != nil {
		return calc, skuld.Case{}, err
	}
	cs, err := c.readCase(name, calc)
	return calc, cs, err
}

// calculator is the built-in one with the user's tables over its own.
func (c *call) calculator() (skuld.Calculator, error) {
	calc := skuld.Default()
	calc.ExtendRates = c.extend
	var err error
	if calc.Rules, err = c.rules(); err != nil {
		return calc, err
	}
	if !c.flags.Changed("rates") {
		return calc, nil
	}
	if err := isDir("--rates", c.rates, "rate tables"); err != nil {
		return calc, err
	}
	own, err := rates.ReadDir(os.DirFS(c.rates))
	if err != nil {
		return calc, inDir(c.rates, err)
	}
	calc.Tables = calc.Tables.With(own)
	return calc, nil
}

// isDir checks that a flag names a directory.
func isDir(flag, dir, of string) error {
	if dir == "" {
		return &usageError{message: flag + " is empty, want a directory of " + of}
	}
	switch info, err := os.Stat(dir); {
	case err != nil:
		return fmt.Errorf("%s: %w, want a directory of %s", dir, plain(err), of)
	case !info.IsDir():
		return fmt.Errorf("%s: is no directory, want a directory of %s", dir, of)
	}
	return nil
}

// rules are the built-in ones with the user's tariffs over their own.
func (c *call) rules() ([]jurisdiction.Rules, error) {
	all := jurisdiction.All()
	if !c.flags.Changed("tariffs") {
		return all, nil
	}
	if err := isDir("--tariffs", c.tariffs, "tariffs"); err != nil {
		return nil, err
	}
	own, err := jurisdiction.ReadTariffs(os.DirFS(c.tariffs))
	if err != nil {
		return nil, inTariffs(c.tariffs, err)
	}
	for i := range all {
		all[i].Fees = jurisdiction.WithTariffs(all[i].Fees, own[all[i].Code])
		delete(own, all[i].Code)
	}
	for code := range own {
		return nil, fmt.Errorf("%s: is no jurisdiction, want %s", filepath.Join(c.tariffs, code+".csv"), list(codes(all)))
	}
	return all, nil
}

func codes(rules []jurisdiction.Rules) []string {
	var out []string
	for _, r := range rules {
		out = append(out, r.Code)
	}
	return out
}

// inTariffs puts the name of the directory before every problem of its files.
func inTariffs(dir string, err error) error {
	var errs []error
	for line := range strings.Lines(err.Error()) {
		errs = append(errs, errors.New(dir+string(os.PathSeparator)+strings.TrimSuffix(line, "\n")))
	}
	return errors.Join(errs...)
}

// inDir puts the name of the directory before the problems of its tables.
func inDir(dir string, err error) error {
	var errs []error
	for _, p := range ledger.AsProblems(err) {
		place := dir + ": "
		var row *law.RowError
		if errors.As(p.Cause, &row) {
			place = dir + string(os.PathSeparator)
		}
		errs = append(errs, errors.New(place+p.Message))
	}
	return errors.Join(errs...)
}

// plain is the reason behind a file error, without the operation and the name.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
