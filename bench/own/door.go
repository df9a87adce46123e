package own

import (
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// paid is a payment as a program has it that keeps decimals.
type paid struct {
	amount decimal.Decimal
	date   calendar.Date
}

// decimals goes through the door of decimals: they come in, and amounts, or again
// decimals, come out.
type decimals struct {
	integrals
	principals []decimal.Decimal
	payments   [][]paid
	amounts    [][3]money.Amount
	out3       [][3]decimal.Decimal
}

// Lazy is the accrual of claims that are held in decimals; its results are amounts,
// which become decimals when somebody asks.
func Lazy(p *portfolio.Portfolio) job.Job {
	d := fromDecimals(p)
	d.amounts = make([][3]money.Amount, p.Len())
	return d
}

// Eager is Lazy with results in decimals.
func Eager(p *portfolio.Portfolio) job.Job {
	d := fromDecimals(p)
	d.out3 = make([][3]decimal.Decimal, p.Len())
	return d
}

func fromDecimals(p *portfolio.Portfolio) *decimals {
	d := &decimals{
		integrals:  *integral(p, calendar.Act365Fixed),
		principals: make([]decimal.Decimal, p.Len()), payments: make([][]paid, p.Len()),
	}
	for i := range d.payments {
		c := p.Case(i)
		d.principals[i] = decimal.New(c.Claims[0].Principal, -2)
		for _, x := range c.Payments {
			d.payments[i] = append(d.payments[i], paid{decimal.New(x.Amount, -2), x.Date})
		}
	}
	return d
}

func (d *decimals) Run(lo, hi int) {
	var facts []portfolio.Payment
	for i := lo; i < hi; i++ {
		c := d.p.Case(i)
		claim := portfolio.Claim{Principal: minor(d.principals[i]), Due: c.Claims[0].Due}
		facts = facts[:0]
		for _, p := range d.payments[i] {
			facts = append(facts, portfolio.Payment{Amount: minor(p.amount), Date: p.date})
		}
		t := d.one(claim, facts, c.AsOf)
		res := [3]money.Amount{money.FromMinor(t.Principal, sek), money.FromMinor(t.Interest, sek), money.FromMinor(t.Held, sek)}
		if d.out3 == nil {
			d.amounts[i] = res
			continue
		}
		d.out3[i] = [3]decimal.Decimal{res[0].Decimal(), res[1].Decimal(), res[2].Decimal()}
	}
}

func (d *decimals) Total(i int) portfolio.Total {
	if d.out3 == nil {
		return portfolio.Total{Principal: d.amounts[i][0].Minor(), Interest: d.amounts[i][1].Minor(), Held: d.amounts[i][2].Minor()}
	}
	return portfolio.Total{Principal: minor(d.out3[i][0]), Interest: minor(d.out3[i][1]), Held: minor(d.out3[i][2])}
}

// minor takes a decimal through the door.
func minor(d decimal.Decimal) int64 { return must(money.New(d, sek)).Minor() }
