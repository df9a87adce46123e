package contract_test

import (
	"math/big"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

func TestBullet(t *testing.T) {
	c := loan(contract.Bullet)
	lines(t, "interest at maturity", events(t, c), `
		2024-01-01 disbursed -12000 > 12000 3/25 0
		2024-04-01 interest-paid 360 > 12000 3/25 0
		2024-04-01 matured 12000 > 0 3/25 0`)
	c.Interest, c.Premium, c.Accrued = []contract.Cycle{monthly("2024-02-15")}, eur("-200"), eur("1/3")
	lines(t, "with a stub, a discount and accrued interest", events(t, c), `
		2024-01-01 disbursed -11800 > 12000 3/25 1/3
		2024-02-15 interest-paid 529/3 > 12000 3/25 0
		2024-03-15 interest-paid 120 > 12000 3/25 0
		2024-04-01 interest-paid 64 > 12000 3/25 0
		2024-04-01 matured 12000 > 0 3/25 0`)
	c = loan(contract.Bullet)
	c.AccrueFrom, c.CapitalizeThrough, c.Interest = day("2023-12-01"), day("2024-02-16"), []contract.Cycle{monthly("2024-02-01")}
	lines(t, "capitalized through a day", events(t, c), `
		2024-01-01 disbursed -12000 > 12000 3/25 120
		2024-02-01 capitalized 0 > 12240 3/25 0
		2024-02-16 capitalized 0 > 61506/5 3/25 0
		2024-03-01 interest-paid 30753/500 > 61506/5 3/25 0
		2024-04-01 interest-paid 30753/250 > 61506/5 3/25 0
		2024-04-01 matured 61506/5 > 0 3/25 0`)
}

func TestOpenEnd(t *testing.T) {
	c := loan(contract.Bullet)
	c.Maturity, c.CapitalizeThrough, c.Interest = 0, day("2200-12-31"), []contract.Cycle{{Every: calendar.Years(1)}}
	c.Rate = rat("-0.005")
	c.Termination = &contract.Termination{On: day("2026-07-01"), Price: eur("11000")}
	list, err := c.Events(day("2029-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	lines(t, "negative rate, terminated", list, `
		2024-01-01 disbursed -12000 > 12000 -1/200 0
		2025-01-01 capitalized 0 > 11940 -1/200 0
		2026-01-01 capitalized 0 > 118803/10 -1/200 0
		2026-07-01 terminated 43881197/4000 > 0 -1/200 0`)
	if _, err := c.Events(0); problems(err) != "/maturity" {
		t.Errorf("without an end: %v", err)
	}
	if list, err := c.Events(day("2025-06-30")); err != nil || len(list) != 2 {
		t.Errorf("through the middle of a year: %d events, %v", len(list), err)
	}
}

func TestLinear(t *testing.T) {
	c := loan(contract.Linear)
	c.Repayments, c.Interest = repay("2024-02-01", "0"), []contract.Cycle{monthly("2024-02-01")}
	equal := `
		2024-01-01 disbursed -12000 > 12000 3/25 0
		2024-02-01 repaid 4000 > 8000 3/25 120
		2024-02-01 interest-paid 120 > 8000 3/25 0
		2024-03-01 repaid 4000 > 4000 3/25 80
		2024-03-01 interest-paid 80 > 4000 3/25 0
		2024-04-01 interest-paid 40 > 4000 3/25 0
		2024-04-01 matured 4000 > 0 3/25 0`
	lines(t, "equal parts", events(t, c), equal)
	c.Repayments, c.Maturity = repay("2024-02-01", "4000"), 0
	lines(t, "maturity from the amount", events(t, c), equal)
	c.Maturity, c.Repayments = day("2024-05-01"), repay("2024-02-01", "7000")
	lines(t, "paid off before maturity", events(t, c), `
		2024-01-01 disbursed -12000 > 12000 3/25 0
		2024-02-01 repaid 7000 > 5000 3/25 120
		2024-02-01 interest-paid 120 > 5000 3/25 0
		2024-03-01 repaid 5000 > 0 3/25 50
		2024-03-01 interest-paid 50 > 0 3/25 0
		2024-04-01 repaid 0 > 0 3/25 0
		2024-04-01 interest-paid 0 > 0 3/25 0
		2024-05-01 interest-paid 0 > 0 3/25 0
		2024-05-01 matured 0 > 0 3/25 0`)
}

func TestSteps(t *testing.T) {
	c := loan(contract.Linear)
	c.Maturity = 0
	c.Repayments = []contract.Repayment{
		{Cycle: contract.Cycle{First: day("2024-02-01")}, Amount: eur("-3000")},
		{Cycle: monthly("2024-03-01"), Amount: eur("7500")},
	}
	c.Interest = []contract.Cycle{{First: day("2024-02-01"), Every: calendar.Months(1)}, {First: day("2024-04-01")}}
	c.Resets = []contract.Reset{{Cycle: contract.Cycle{First: day("2024-03-01")}, Next: rat("0.24")}}
	lines(t, "draws, repays, and a rate agreed", events(t, c), `
		2024-01-01 disbursed -12000 > 12000 3/25 0
		2024-02-01 drawn -3000 > 15000 3/25 120
		2024-02-01 interest-paid 120 > 15000 3/25 0
		2024-03-01 repaid 7500 > 7500 3/25 150
		2024-03-01 interest-paid 150 > 7500 3/25 0
		2024-03-01 rate-fixed 0 > 7500 6/25 0
		2024-04-01 interest-paid 150 > 7500 6/25 0
		2024-04-01 matured 7500 > 0 6/25 0`)
}

func TestNegativeAmortizing(t *testing.T) {
	c := loan(contract.NegativeAmortizing)
	c.Repayments = repay("2024-02-01", "100")
	lines(t, "grows", events(t, c), `
		2024-01-01 disbursed -12000 > 12000 3/25 0
		2024-02-01 repaid -20 > 12020 3/25 120
		2024-02-01 interest-paid 120 > 12020 3/25 0
		2024-03-01 repaid -101/5 > 60201/5 3/25 601/5
		2024-03-01 interest-paid 601/5 > 60201/5 3/25 0
		2024-04-01 interest-paid 60201/500 > 60201/5 3/25 0
		2024-04-01 matured 60201/5 > 0 3/25 0`)
	// 12000 / (4120 − 120) is 3: the third date is the last one.
	c.Repayments, c.Maturity = repay("2024-02-15", "4120"), 0
	if list := events(t, c); list[len(list)-1].Date != day("2024-04-15") {
		t.Errorf("matures on %s", list[len(list)-1].Date)
	}
}

func TestAnnuity(t *testing.T) {
	c := loan(contract.Annuity)
	c.Repayments = repay("2024-02-01", "0")
	list := events(t, c)
	// 1.01³ / (1 + 1.01 + 1.01²) of 12 000.
	level := new(big.Rat).Quo(rat("1.030301"), rat("3.0301"))
	level.Mul(level, rat("12000"))
	if list[1].Kind != contract.LevelSet || list[1].Date != day("2024-01-31") || list[1].Level.Rat().Cmp(level) != 0 || list[0].Level.Sign() != 0 {
		t.Errorf("%s at a level of %s, want %s", show(list[1]), list[1].Level, level.RatString())
	}
	last := len(list) - 1
	closing := new(big.Rat).Add(list[last].Amount.Rat(), list[last-1].Amount.Rat())
	if closing.Cmp(level) != 0 || list[last].Kind != contract.Matured {
		t.Errorf("closes with %s, want %s", closing.RatString(), level.RatString())
	}
	// Paid in advance as well.
	c.Repayments = repay("2024-01-01", "0")
	list = events(t, c)
	// 1.01³ / (1 + 1.01 + 1.01² + 1.01³) of it, the maturity being the fourth date.
	advance := new(big.Rat).Quo(rat("12363.612"), rat("4.060401"))
	if list[1].Kind != contract.Repaid || list[1].Amount.Rat().Cmp(advance) != 0 {
		t.Errorf("%s, want %s", show(list[1]), advance.RatString())
	}
}

func TestBalloon(t *testing.T) {
	c := loan(contract.Annuity)
	c.Repayments, c.Amortization, c.Rate = repay("2024-02-01", "0"), day("2025-01-01"), nil
	lines(t, "without interest", events(t, c), `
		2024-01-01 disbursed -12000 > 12000 0 0
		2024-01-31 level-set 0 > 12000 0 0
		2024-02-01 repaid 1000 > 11000 0 0
		2024-02-01 interest-paid 0 > 11000 0 0
		2024-03-01 repaid 1000 > 10000 0 0
		2024-03-01 interest-paid 0 > 10000 0 0
		2024-04-01 interest-paid 0 > 10000 0 0
		2024-04-01 matured 10000 > 0 0 0`)
	c.Maturity = 0
	if list := events(t, c); list[len(list)-1].Date != day("2025-01-01") || list[len(list)-1].Amount.Rat().Cmp(rat("1000")) != 0 {
		t.Errorf("without a maturity: %s", show(list[len(list)-1]))
	}
}

func TestResets(t *testing.T) {
	c := loan(contract.Annuity)
	c.Repayments = repay("2024-02-01", "0")
	c.Resets = []contract.Reset{{Cycle: monthly("2024-02-01"), Next: rat("0"), Multiplier: rat("1.5"), Spread: rat("0.06")}}
	c.Fixings = []contract.Fixing{{Date: day("2024-02-20"), Rate: rat("0.04")}, {Date: day("2024-03-02"), Rate: rat("0.05")}}
	list := events(t, c)
	// At 0 % half of what is open is the level of two dates; 6 % + 1.5 × 4 % bear 1 %.
	first := list[2].Balance.Rat()
	half := new(big.Rat).Quo(first, rat("2"))
	last := new(big.Rat).Mul(half, rat("1.01"))
	for i, want := range map[int]string{4: "rate-fixed", 5: "level-set", 8: "rate-reset", 9: "level-set"} {
		if list[i].Kind.String() != want {
			t.Errorf("event %d is %s, want %s", i, show(list[i]), want)
		}
	}
	if list[5].Level.Rat().Cmp(half) != 0 || list[9].Level.Rat().Cmp(last) != 0 || list[8].Rate.Cmp(rat("0.12")) != 0 {
		t.Errorf("levels %s and %s, want %s and %s; rate %s", list[5].Level, list[9].Level, half.RatString(), last.RatString(), list[8].Rate)
	}
}

func TestSince(t *testing.T) {
	c := loan(contract.Linear)
	c.Start, c.Since, c.Accrued = day("2022-07-01"), day("2024-02-16"), eur("60")
	c.Repayments, c.Interest = repay("2023-01-01", "6000"), []contract.Cycle{{Every: calendar.Months(1)}}
	lines(t, "running", events(t, c), `
		2024-03-01 repaid 6000 > 6000 3/25 120
		2024-03-01 interest-paid 120 > 6000 3/25 0
		2024-04-01 interest-paid 60 > 6000 3/25 0
		2024-04-01 matured 6000 > 0 3/25 0`)
	c.Since = day("2024-03-01")
	c.Accrued = eur("0")
	lines(t, "what falls on the day is done", events(t, c), `
		2024-04-01 interest-paid 120 > 12000 3/25 0
		2024-04-01 matured 12000 > 0 3/25 0`)
	// Interest is monthly until the first repayment, and quarterly as the level then is.
	c = loan(contract.NegativeAmortizing)
	c.Start, c.Since, c.Interest = day("2023-07-01"), day("2023-09-15"), []contract.Cycle{{Every: calendar.Months(1)}}
	c.Repayments = []contract.Repayment{{Cycle: contract.Cycle{First: day("2023-10-01"), Every: calendar.Months(3)}, Amount: eur("360")}}
	if have, want := due(events(t, c)), "2023-10-01 64, 2024-01-01 8778/25, 2024-04-01 438567/1250"; have != want {
		t.Errorf("before the first repayment: %s, want %s", have, want)
	}
	c.Since = day("2023-10-15")
	if have, want := due(events(t, c)), "2024-01-01 304, 2024-04-01 8958/25"; have != want {
		t.Errorf("after it: %s, want %s", have, want)
	}
}
