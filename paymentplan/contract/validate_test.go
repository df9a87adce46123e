package contract_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

func TestValidate(t *testing.T) {
	bullet := func(with func(*contract.Terms)) contract.Terms {
		c := loan(contract.Bullet)
		with(&c)
		return c
	}
	level := func(with func(*contract.Terms)) contract.Terms {
		c := loan(contract.Annuity)
		c.Repayments = repay("2024-02-01", "0")
		with(&c)
		return c
	}
	for _, c := range []struct {
		terms contract.Terms
		want  string
	}{
		{contract.Terms{}, "/kind /principal /start"},
		{bullet(func(c *contract.Terms) {}), ""},
		{bullet(func(c *contract.Terms) { c.Kind = 9 }), "/kind"},
		{bullet(func(c *contract.Terms) { c.Principal = eur("-1") }), "/principal"},
		{bullet(func(c *contract.Terms) { c.Principal = eur("1e14") }), "/principal"},
		{bullet(func(c *contract.Terms) {
			c.Premium = money.ExactOf(money.MustParse("1.00 SEK"))
			c.Accrued = money.ExactOfRat(new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 3000)), c.Principal.Currency())
			c.Termination = &contract.Termination{Price: eur("1e14")}
		}), "/premium /accrued /termination/price /termination/on"},
		{bullet(func(c *contract.Terms) { c.Rate = rat("10.1") }), "/rate"},
		{bullet(func(c *contract.Terms) {
			c.Rate = new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 300))
		}), "/rate"},
		{bullet(func(c *contract.Terms) { c.DayCount = 0 }), "/dayCount"},
		{bullet(func(c *contract.Terms) { c.DayCount = calendar.ActActICMA }), "/dayCount"},
		{bullet(func(c *contract.Terms) { c.DayCount, c.Rate = 0, nil }), ""},
		{bullet(func(c *contract.Terms) {
			c.Since, c.Maturity, c.AccrueFrom = day("2023-12-31"), day("2024-01-01"), day("2024-01-01")
		}), "/since /maturity /accrueFrom /accrueFrom"},
		{bullet(func(c *contract.Terms) { c.Amortization = day("2024-03-01") }), "/amortization /amortization"},
		{bullet(func(c *contract.Terms) { c.Maturity, c.CapitalizeThrough = day("2201-01-01"), day("1899-12-31") }), "/maturity /capitalizeThrough"},
		{bullet(func(c *contract.Terms) { c.Repayments = repay("2024-02-01", "1") }), "/repayments"},
		{bullet(func(c *contract.Terms) { c.Interest = []contract.Cycle{{}, {Every: calendar.Months(-1), Stub: 7}} }),
			"/interest/0/every /interest/1/first /interest/1/every /interest/1/stub"},
		{bullet(func(c *contract.Terms) { c.Interest = []contract.Cycle{monthly("2024-02-01"), monthly("2024-02-01")} }), "/interest/1/first"},
		{bullet(func(c *contract.Terms) { c.Interest = make([]contract.Cycle, contract.MaxDates+1) }), "/interest"},
		{bullet(func(c *contract.Terms) { c.Adjust = calendar.Following }), "/calendar"},
		{bullet(func(c *contract.Terms) { c.Calendar = weekdays() }), "/adjust /accrueOn"},
		{bullet(func(c *contract.Terms) {
			c.Fixings = []contract.Fixing{{day("2024-02-01"), nil}, {day("2024-02-01"), rat("11")}}
		}),
			"/fixings/0/rate /fixings/1/date /fixings/1/rate"},
		{bullet(func(c *contract.Terms) { c.Fixings = make([]contract.Fixing, contract.MaxDates+1) }), "/fixings"},
		{bullet(func(c *contract.Terms) {
			c.Resets = []contract.Reset{{monthly("2024-02-01"), rat("-11"), rat("11"), rat("12")}}
		}), "/resets/0/next /resets/0/multiplier /resets/0/spread"},
		{bullet(func(c *contract.Terms) { c.Kind = contract.Linear }), "/repayments"},
		{bullet(func(c *contract.Terms) {
			c.Kind, c.Maturity, c.Repayments = contract.Linear, 0, repay("2024-02-01", "0")
		}), "/maturity"},
		{level(func(c *contract.Terms) {}), ""},
		{level(func(c *contract.Terms) { c.Repayments = append(c.Repayments, repay("2024-03-01", "0")...) }), "/repayments"},
		{level(func(c *contract.Terms) { c.Repayments[0].Every = calendar.Span{} }), "/repayments/0/every"},
		{level(func(c *contract.Terms) { c.Repayments[0].Amount = eur("-1") }), "/repayments/0/amount"},
		{level(func(c *contract.Terms) { c.Maturity = 0 }), "/maturity"},
		{level(func(c *contract.Terms) { c.Kind = contract.NegativeAmortizing }), "/repayments/0/amount"},
	} {
		if have := problems(c.terms.Validate()); have != c.want {
			t.Errorf("%+v: problems of %q, want %q", c.terms, have, c.want)
		}
		if _, err := c.terms.Events(0); (err == nil) != (c.want == "") {
			t.Errorf("%+v: events with error %v", c.terms, err)
		}
	}
}

func TestEndsThatCannotBeDerived(t *testing.T) {
	for _, c := range []struct {
		kind          contract.Kind
		first, amount string
		want          string
	}{
		{contract.NegativeAmortizing, "2024-02-01", "120", "a level of 120.00 does not cover the interest of the first period"},
		{contract.Annuity, "2024-02-01", "120.01", "does not pay the principal off within 1200 dates"},
		{contract.Annuity, "2190-02-01", "200", "leave the range of dates"},
		{contract.Linear, "2024-02-01", "9.99", "do not pay the principal off within 1200 dates"},
		{contract.Linear, "2190-02-01", "12", "do not pay the principal off"},
		{contract.Linear, "2024-02-01", "-12", "do not pay the principal off"},
	} {
		terms := loan(c.kind)
		terms.Maturity, terms.Repayments = 0, repay(c.first, c.amount)
		if _, err := terms.Events(0); problems(err) != "/maturity" || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s of %s: %v, want %q", c.kind, c.amount, err, c.want)
		}
	}
}

func TestFixingsThatAreNotKnown(t *testing.T) {
	terms := loan(contract.Bullet)
	terms.Resets = []contract.Reset{{Cycle: monthly("2024-02-01")}}
	for _, fixings := range [][]contract.Fixing{nil, {{day("2024-02-02"), rat("0.01")}}, {{day("2024-01-01"), rat("0.01")}}} {
		terms.Fixings = fixings
		if _, err := terms.Events(0); !errors.Is(err, law.ErrNotKnown) || !strings.HasPrefix(err.Error(), "rate-reset on 2024-02-01: ") {
			t.Errorf("%d fixings: %v", len(fixings), err)
		}
		if list, err := terms.Events(day("2024-01-31")); err != nil || len(list) != 1 {
			t.Errorf("%d fixings, before the reset: %d events, %v", len(fixings), len(list), err)
		}
	}
	terms.Fixings = []contract.Fixing{{day("2024-01-01"), rat("6")}, {day("2024-03-01"), rat("6")}}
	terms.Resets[0].Multiplier = rat("2")
	if _, err := terms.Events(0); err == nil || !strings.Contains(err.Error(), "a rate of 1200.000000 %") {
		t.Errorf("a rate beyond the bound: %v", err)
	}
}

func TestFiguresBeyondTheBound(t *testing.T) {
	terms := loan(contract.Bullet)
	terms.Rate, terms.Maturity, terms.CapitalizeThrough = rat("10"), day("2100-01-01"), day("2200-12-31")
	terms.Interest = []contract.Cycle{{Every: calendar.Years(1)}}
	if _, err := terms.Events(0); !errors.Is(err, money.ErrTooLarge) {
		t.Errorf("1000 %% for 76 years: %v", err)
	}
	terms = loan(contract.Annuity)
	terms.Rate, terms.Maturity = rat("-10"), day("2025-01-01")
	terms.Repayments = []contract.Repayment{{Cycle: contract.Cycle{Every: calendar.Months(2)}}}
	if _, err := terms.Events(0); err == nil || !strings.Contains(err.Error(), "no level") {
		t.Errorf("a level at −1000 %%: %v", err)
	}
	terms.Rate = rat("0.1")
	if _, err := terms.Events(day("2201-01-01")); problems(err) != "/through" {
		t.Errorf("through 2201: %v", err)
	}
	terms.Termination = &contract.Termination{On: day("2025-01-02"), Price: eur("1")}
	if _, err := terms.Events(0); problems(err) != "/termination/on" {
		t.Errorf("terminated after its maturity: %v", err)
	}
}

func TestWords(t *testing.T) {
	for k := contract.Bullet; k <= contract.Annuity; k++ {
		if back, err := contract.ParseKind(k.String()); back != k || err != nil {
			t.Errorf("%s: %v, %v", k, back, err)
		}
	}
	for a := contract.Unadjusted; a <= contract.Adjusted; a++ {
		if back, err := contract.ParseAccrueOn(a.String()); back != a || err != nil {
			t.Errorf("%s: %v, %v", a, back, err)
		}
	}
	if have := contract.EventKind(0).String() + " " + contract.Matured.String() + " " + contract.Kind(7).String(); have != "event(0) matured kind(7)" {
		t.Error(have)
	}
	if _, err := contract.ParseKind("balloon"); err == nil {
		t.Error("balloon is read as a kind")
	}
	if _, err := contract.ParseAccrueOn(""); err == nil {
		t.Error("nothing is read as a way to accrue")
	}
}
