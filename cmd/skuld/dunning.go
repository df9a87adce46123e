package main

import (
	"fmt"
	"io"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/report"
	"github.com/skuld-go/skuld/wire/native"
)

// runDunning prints where a case stands on a day and what may be done about it or, with
// --timeline, what follows through another day if nothing more is paid.
func runDunning(c *call, args []string) error {
	at := skuld.At{AsOf: c.asOf.day, KnownAt: c.knownAt.day}
	name, err := oneFile(args)
	if err != nil {
		return err
	}
	if at.AsOf.IsZero() {
		at.AsOf = c.today()
	}
	through := c.timeline.day
	if !through.IsZero() && through < at.AsOf {
		return &usageError{message: fmt.Sprintf("--timeline %s is before the as-of day %s, want that day or later", through, at.AsOf)}
	}
	calc, err := c.calculator()
	if err != nil {
		return err
	}
	if c.from.word == fromSolaris {
		return c.solarisDunning(name, calc, at)
	}
	if err := c.refuseForeign(); err != nil {
		return err
	}
	q, err := c.readDunning(name, calc)
	if err != nil {
		return err
	}
	if through.IsZero() {
		err = c.printDecision(calc, q, at)
	} else {
		err = c.printTimeline(calc, q, at)
	}
	return inFile(name, q.InFile(err))
}

// readDunning reads a dunning file in the native form, in the way of readCase.
func (c *call) readDunning(name string, calc skuld.Calculator) (native.Dunning, error) {
	check := func(q native.Dunning) error { return calc.CheckDunning(q.Request, q.Plan) }
	return readFile(c, name, "a dunning file", func(r io.Reader) (native.Dunning, error) { return native.DecodeDunningWith(r, check) })
}

func (c *call) printDecision(calc skuld.Calculator, q native.Dunning, at skuld.At) error {
	d, err := calc.Dunning(q.Request, q.Plan, at)
	if err != nil {
		return err
	}
	d.Findings = q.FindingsInFile(d.Findings)
	if c.format.word == "json" {
		return native.EncodeDecision(c.out, d)
	}
	return report.DunningText(c.out, d)
}

func (c *call) printTimeline(calc skuld.Calculator, q native.Dunning, at skuld.At) error {
	list, err := calc.DunningTimeline(q.Request, q.Plan, at, c.timeline.day)
	if err != nil {
		return err
	}
	for i := range list {
		list[i].Findings = q.FindingsInFile(list[i].Findings)
	}
	if c.format.word == "json" {
		return native.EncodeTimeline(c.out, list)
	}
	return report.TimelineText(c.out, list)
}
