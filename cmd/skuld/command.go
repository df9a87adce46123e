package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/skuld-go/skuld/calendar"
)

// call is one run of a command: its surroundings and what its flags say.
type call struct {
	stdin io.Reader
	out   *bytes.Buffer
	today func() calendar.Date
	flags *pflag.FlagSet

	asOf, knownAt, on, oldKnownAt, timeline dateFlag
	from, format, debtor, answer            wordFlag
	rates, tariffs, jurisdiction, zone      string
	base                                    string
	extend                                  bool
}

// command is what skuld can be asked to do.
type command struct {
	name, args, about string
	define            func(*pflag.FlagSet, *call)
	run               func(c *call, args []string) error
}

// commands lists the commands in the order in which the help shows them.
func commands() []command {
	return []command{
		{"statement", "FILE", "what is owed on a case on a day, and why", defineStatement, runStatement},
		{"payoff", "--on DATE FILE", "the smallest payment of a day after which nothing is open", definePayoff, runPayoff},
		{"plan", "FILE", "a payment plan: its rows, and what has become of it", definePlan, runPlan},
		{"dunning", "FILE", "at which stage a case stands on a day, and what may be done about it", defineDunning, runDunning},
		{"diff", "FILE [FILE]", "what a late fact, or another file, changes in the statement of a day", defineDiff, runDiff},
		{"rates", "[SERIES]", "the published rates that claims may follow, all series or one", defineRates, runRates},
		{"fees", "--jurisdiction CODE", "what a creditor may add in a country on a day, on which conditions", defineFees, runFees},
		{"version", "", "the version of skuld and of its rate tables", defineOwnTables, runVersion},
	}
}

// later lists the commands that are spoken for but not built.
func later() []string { return []string{"portfolio"} }

func commandNames() string {
	var names []string
	for _, cmd := range commands() {
		names = append(names, cmd.name)
	}
	return list(append(names, "help"))
}

func find(name string) (command, error) {
	for _, cmd := range commands() {
		if cmd.name == name {
			return cmd, nil
		}
	}
	if slices.Contains(later(), name) {
		return command{}, &usageError{message: fmt.Sprintf("command %s is not in this version, want one of %s", name, commandNames())}
	}
	return command{}, &usageError{message: fmt.Sprintf("%q is not a command, want one of %s", name, commandNames())}
}

// flagSet is the command's flags, bound to c. Flags may stand before, between
// and after other arguments.
func (cmd command) flagSet(c *call) *pflag.FlagSet {
	flags := pflag.NewFlagSet(cmd.name, pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	flags.SortFlags = false
	cmd.define(flags, c)
	return flags
}

func defineStatement(flags *pflag.FlagSet, c *call) {
	flags.Var(&c.asOf, "as-of", "the day, inclusive, through which facts and interest count (default: today)")
	flags.Var(&c.knownAt, "known-at", "leave out facts recorded after this day (default: none)")
	c.format.later = []string{"html"}
	defineCase(flags, c, fromAptic, fromRival)
}

func defineDiff(flags *pflag.FlagSet, c *call) {
	flags.Var(&c.asOf, "as-of", "the day, inclusive, through which facts and interest count (default: today)")
	flags.Var(&c.oldKnownAt, "old-known-at", "the knowledge of the old statement: leave out facts recorded after this day (default: none)")
	flags.Var(&c.knownAt, "known-at", "the same for the new statement (default: none)")
	defineCase(flags, c)
}

func definePayoff(flags *pflag.FlagSet, c *call) {
	flags.Var(&c.on, "on", "the value date of the payment; required")
	defineCase(flags, c, fromAptic, fromRival)
}

func definePlan(flags *pflag.FlagSet, c *call) {
	c.format.later = []string{"html"}
	defineCase(flags, c, fromAptic)
}

func defineDunning(flags *pflag.FlagSet, c *call) {
	flags.Var(&c.asOf, "as-of", "the day, inclusive, through which facts and interest count (default: today)")
	flags.Var(&c.knownAt, "known-at", "leave out facts recorded after this day (default: none)")
	flags.Var(&c.timeline, "timeline", "show what follows through this day, inclusive, if nothing more is paid (default: none)")
	defineCase(flags, c, fromSolaris)
	c.answer = wordFlag{word: "case", known: []string{"case", "list", "notifications"}}
	flags.Var(&c.answer, "answer", "which answer of the system JSON gives with --from solaris: case, list or notifications")
}

func defineRates(flags *pflag.FlagSet, c *call) {
	defineFormat(flags, c)
	defineTables(flags, c)
}

func defineFees(flags *pflag.FlagSet, c *call) {
	flags.StringVar(&c.jurisdiction, "jurisdiction", "", "the country `CODE` whose tariffs are asked for; required")
	flags.Var(&c.on, "on", "the day whose tariffs are asked for (default: today)")
	defineFormat(flags, c)
	defineTariffs(flags, c)
}

func defineTariffs(flags *pflag.FlagSet, c *call) {
	flags.StringVar(&c.tariffs, "tariffs", "", "a directory `DIR` of own tariffs of fees (SE.csv, ...), beside or over the built-in ones")
}

// defineCase adds the flags of every command that reads a case, in the native form or in
// that of other systems.
func defineCase(flags *pflag.FlagSet, c *call, systems ...string) {
	c.from = wordFlag{word: "native", known: append([]string{"native"}, systems...)}
	if len(systems) > 0 {
		defineForeign(flags, c)
	} else {
		flags.Var(&c.from, "from", "the form of FILE: native")
	}
	defineFormat(flags, c)
	defineTables(flags, c)
	defineTariffs(flags, c)
}

// defineForeign adds what the documents of other systems leave open.
func defineForeign(flags *pflag.FlagSet, c *call) {
	flags.Var(&c.from, "from", "the form of FILE: "+list(c.from.known))
	flags.StringVar(&c.zone, "zone", "", "the time `ZONE` in which timestamps of another system become days (default: that of the country)")
	if slices.Contains(c.from.known, fromSolaris) {
		return // its documents say the rest
	}
	flags.StringVar(&c.jurisdiction, "jurisdiction", "", "the country `CODE` whose law applies, where a document of another system does not say")
	flags.StringVar(&c.base, "base", "", "the `CURRENCY` of the creditor's books, where such a document has sums in it")
	c.debtor = wordFlag{known: []string{"consumer", "business"}}
	flags.Var(&c.debtor, "debtor", "what debtors are whom such a document does not tell: consumer or business")
}

func defineFormat(flags *pflag.FlagSet, c *call) {
	c.format.word, c.format.known = "text", []string{"text", "json"}
	flags.Var(&c.format, "format", "the form of the result: text or json")
}

// defineOwnTables is enough for commands that take no value from the tables.
func defineOwnTables(flags *pflag.FlagSet, c *call) {
	flags.StringVar(&c.rates, "rates", "", "a directory `DIR` of own rate tables (*.csv), beside or over the built-in ones")
}

func defineTables(flags *pflag.FlagSet, c *call) {
	defineOwnTables(flags, c)
	flags.BoolVar(&c.extend, "extend-rates", false, "use the last known rate beyond what a table knows, marked provisional")
}

// list joins names for a message: "a, b or c".
func list(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
