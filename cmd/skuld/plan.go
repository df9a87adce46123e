package main

import (
	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/report"
	"github.com/skuld-go/skuld/wire/native"
)

// runPlan prints a payment plan or, where the file asks for a search, the plans that
// keep within its constraints.
func runPlan(c *call, args []string) error {
	name, err := oneFile(args)
	if err != nil {
		return err
	}
	calc, err := c.calculator()
	if err != nil {
		return err
	}
	if c.from.word == fromAptic {
		return c.apticPlan(name, calc)
	}
	if err := c.refuseForeign(); err != nil {
		return err
	}
	p, err := c.readPlan(name, calc)
	if err != nil {
		return err
	}
	if p.Search != nil {
		found, err := foundPlans(calc, p)
		if err != nil {
			return inFile(name, err)
		}
		if c.format.word == "json" {
			return native.EncodeFound(c.out, found)
		}
		return report.FoundText(c.out, found)
	}
	s, err := onePlan(calc, p)
	if err != nil {
		return inFile(name, err)
	}
	if c.format.word == "json" {
		return native.EncodeSchedule(c.out, s)
	}
	return report.PlanText(c.out, s)
}

func onePlan(calc skuld.Calculator, p native.Plan) (*skuld.Schedule, error) {
	if p.Case != nil {
		return calc.Plan(*p.Case, p.Request)
	}
	return calc.DebtPlan(p.Facts, p.Request)
}

func foundPlans(calc skuld.Calculator, p native.Plan) (*paymentplan.Found, error) {
	if p.Case != nil {
		return calc.SearchPlans(*p.Case, p.Request, *p.Search)
	}
	return calc.SearchDebtPlans(p.Facts, p.Request, *p.Search)
}
