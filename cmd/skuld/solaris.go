package main

import (
	"io"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/report"
	"github.com/skuld-go/skuld/wire/native"
	"github.com/skuld-go/skuld/wire/solaris"
)

// solarisDunning answers the history of a loan of Solaris's: as JSON in one of the shapes
// of its own.
func (c *call) solarisDunning(name string, calc skuld.Calculator, at skuld.At) error {
	if c.flags.Changed("answer") && (c.format.word != "json" || !c.timeline.day.IsZero()) {
		return &usageError{message: "--answer picks a shape of JSON for a decision, want it with --format json and without --timeline"}
	}
	o, err := c.foreignOptions()
	if err != nil {
		return err
	}
	check := func(r skuld.DunningRequest) error { return calc.CheckDunning(r, nil) }
	h, err := readFile(c, name, "a loan of Solaris's", func(r io.Reader) (solaris.History, error) { return solaris.DecodeWith(r, o.zone, check) })
	if err != nil {
		return err
	}
	if through := c.timeline.day; !through.IsZero() {
		list, err := calc.DunningTimeline(h.Request, nil, at, through)
		if err != nil {
			return inFile(name, h.InFile(err))
		}
		for i := range list {
			list[i].Findings = h.FindingsInFile(list[i].Findings)
		}
		if c.format.word == "json" {
			return native.EncodeTimeline(c.out, list) // the system has no shape for what is to come
		}
		return report.TimelineText(c.out, list)
	}
	d, err := calc.Dunning(h.Request, nil, at)
	if err != nil {
		return inFile(name, h.InFile(err))
	}
	d.Findings = append(h.FindingsInFile(d.Findings), h.Findings...)
	if c.format.word != "json" {
		return report.DunningText(c.out, d)
	}
	return c.solarisAnswer(solaris.Answer{History: h, Decision: d})
}

// solarisAnswer writes the answer that --answer asks for.
func (c *call) solarisAnswer(a solaris.Answer) error {
	switch c.answer.word {
	case "list":
		return solaris.EncodeCases(c.out, []solaris.Answer{a})
	case "notifications":
		return solaris.EncodeNotifications(c.out, a)
	}
	return solaris.EncodeCase(c.out, a)
}
