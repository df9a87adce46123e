package main

import (
	"io"
	"time"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/report"
	"github.com/skuld-go/skuld/wire/aptic"
)

// apticOptions are those of the flags.
func (c *call) apticOptions(calc skuld.Calculator) (aptic.Options, error) {
	o, err := c.foreignOptions()
	return aptic.Options{Zone: o.zone, Jurisdiction: o.jurisdiction, Debtor: o.debtor, Base: o.base, Check: calc.Check}, err
}

// apticStatement answers cases of Aptic's: as JSON in its own shape.
func (c *call) apticStatement(name string, calc skuld.Calculator, at skuld.At) error {
	o, err := c.apticOptions(calc)
	if err != nil {
		return err
	}
	d, err := c.readAptic(name, o)
	if err != nil {
		return err
	}
	list, err := statementsOf(calc, d, at)
	if err != nil {
		return inFile(name, err)
	}
	if c.format.word != "json" {
		return statementTexts(c.out, list, d, d.Pointer)
	}
	for i, st := range list {
		st.Findings = d.FindingsInFile(i, st.Findings)
	}
	return aptic.Encode(c.out, d, list...)
}

func (c *call) readAptic(name string, o aptic.Options) (*aptic.Document, error) {
	return readFile(c, name, "a document of Aptic's", func(r io.Reader) (*aptic.Document, error) {
		return atHome(c, r, o.Zone, func(r io.Reader, zone *time.Location) (*aptic.Document, error) {
			o.Zone = zone
			return aptic.Decode(r, o)
		})
	})
}

// apticPlan answers a request of Aptic's for a payment plan.
func (c *call) apticPlan(name string, calc skuld.Calculator) error {
	o, err := c.apticOptions(calc)
	if err != nil {
		return err
	}
	p, err := readFile(c, name, "a plan request of Aptic's", func(r io.Reader) (*aptic.PlanDocument, error) {
		return aptic.DecodePlan(r, aptic.PlanOptions{Options: o})
	})
	if err != nil {
		return err
	}
	s, err := calc.Plan(p.Case(), p.Request())
	if err != nil {
		return inFile(name, p.Problems(err).Err())
	}
	if c.format.word == "json" {
		return aptic.EncodePlan(c.out, p, s)
	}
	return report.PlanText(c.out, s)
}
