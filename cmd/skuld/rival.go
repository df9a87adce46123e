package main

import (
	"io"
	"time"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/wire/rival"
)

// rivalStatement answers cases of Rival's: as JSON in its own shape, with what may be done
// next and with the installments of a plan.
func (c *call) rivalStatement(name string, calc skuld.Calculator, at skuld.At) error {
	d, err := c.readRival(name, calc)
	if err != nil {
		return err
	}
	list, err := statementsOf(calc, d, at)
	if err != nil {
		return inFile(name, err)
	}
	if c.format.word != "json" {
		return statementTexts(c.out, list, d, func(i int, path string) string {
			return d.FindingsInFile(i, []ledger.Finding{{Path: path}})[0].Path
		})
	}
	var answers []rival.Answer
	for i, st := range list {
		a, err := rivalAnswer(calc, d, i, st, at)
		if err != nil {
			return inFile(name, d.InFile(i, err))
		}
		answers = append(answers, a)
	}
	return rival.Encode(c.out, d, answers...)
}

func (c *call) readRival(name string, calc skuld.Calculator) (*rival.Document, error) {
	if c.flags.Changed("base") {
		return nil, &usageError{message: "--base beside --from rival, whose sums are all in the currency of the case"}
	}
	o, err := c.foreignOptions()
	if err != nil {
		return nil, err
	}
	opt := rival.Options{Zone: o.zone, Jurisdiction: o.jurisdiction, Debtor: o.debtor, Check: calc.Check}
	return readFile(c, name, "a document of Rival's", func(r io.Reader) (*rival.Document, error) {
		return atHome(c, r, o.zone, func(r io.Reader, zone *time.Location) (*rival.Document, error) {
			opt.Zone = zone
			return rival.Decode(r, opt)
		})
	})
}

// rivalAnswer adds to a statement what a case of Rival's tells beside it. A case of a
// country without a ladder has no decision.
func rivalAnswer(calc skuld.Calculator, d *rival.Document, i int, st *skuld.Statement, at skuld.At) (rival.Answer, error) {
	a := rival.Answer{Statement: st}
	var err error
	request, plan := d.Dunning(i)
	if _, ok := jurisdiction.Policy(request.Case.Jurisdiction); ok {
		if a.Decision, err = calc.Dunning(request, plan, at); err != nil {
			return a, err
		}
	}
	if r := d.Plan(i); r != nil {
		r.Life = &paymentplan.Life{AsOf: at.AsOf}
		a.Plan, err = calc.Plan(d.Cases()[i], *r)
	}
	return a, err
}
