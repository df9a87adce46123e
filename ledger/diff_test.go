package ledger

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// A payment recorded late: 2 500.00 of 10 May, known on 12 May. As of 31 May the
// statement of 11 May has 10 000.00, 397.81 of interest (121 days) and the fee open.
func TestDiffOfALateFact(t *testing.T) {
	c, r := simple(t, "2024-05-10 2500.00")
	c.Payments[0].Recorded = day("2024-05-12")
	old := fold(t, c, r, At{AsOf: day("2024-05-31"), KnownAt: day("2024-05-11")})
	next := fold(t, c, r, At{AsOf: day("2024-05-31")})
	ds, err := Diff(old, next)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range ds {
		got = append(got, fmt.Sprintf("%s %s %s → %s by %s from %s, %d and %d segments", d.Item, d.Component, d.Was.Number(), d.Is.Number(), d.By.Number(), d.From, len(d.Old), len(d.New)))
	}
	want := []string{
		"INV default-interest 397.81 → 54.46 by -343.35 from 2024-05-10, 1 and 2 segments",
		"INV principal 10000.00 → 7888.77 by -2111.23 from 2024-05-10, 0 and 0 segments",
		"FEE fee 60.00 → 0.00 by -60.00 from 2024-05-10, 0 and 0 segments",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// balancesOf is what a statement has open, by item and component.
func balancesOf(st *Statement) map[string]int64 {
	out := map[string]int64{}
	for k, minor := range standingOf(st).open {
		if minor != 0 {
			out[k.item+" "+k.component.String()] = minor
		}
	}
	return out
}

func TestDiffLaws(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("a difference added to the old statement gives the new one, and none is none", prop.ForAll(func(seed int64) string {
		r := rand.New(rand.NewSource(seed))
		c, res := random(t, r)
		other := c
		other.Payments = append([]Payment(nil), c.Payments...)
		if len(other.Payments) > 0 {
			other.Payments = other.Payments[1:]
		}
		at := At{AsOf: day("2024-01-01")}
		a, b := fold(t, c, res, at), fold(t, other, res, at)
		if same, err := Diff(a, a); err != nil || len(same) != 0 {
			return fmt.Sprint(same, err)
		}
		ds, err := Diff(a, b)
		if err != nil {
			return err.Error()
		}
		sum := balancesOf(a)
		for _, d := range ds {
			k := d.Item + " " + d.Component.String()
			if sum[k] += d.By.Minor(); sum[k] == 0 {
				delete(sum, k)
			}
		}
		return cmp.Diff(balancesOf(b), sum)
	}, gen.Int64()))
	properties.TestingRun(t)
}

func TestDiffRefuses(t *testing.T) {
	c, r := simple(t)
	a := fold(t, c, r, At{AsOf: day("2024-05-31")})
	b := fold(t, c, r, At{AsOf: day("2024-06-01")})
	if _, err := Diff(a, b); !errors.Is(err, ErrDiff) {
		t.Errorf("got %v, want ErrDiff", err)
	}
}

// life is a case of one claim of 1 000.00 at 10 %, interest before principal, and
// the facts that edit adds.
func life(t testing.TB, edit func(*Case, *Resolved), payments ...string) (Case, Resolved) {
	c, r := compounding(t, payments...)
	r.Claims[0].Compounding = 0
	if edit != nil {
		edit(&c, &r)
	}
	return c, r
}

// Each fact by hand: 365 days of 1 000.00 at 10 % are 100.00; a day is 0.2740.
func TestLifeByHand(t *testing.T) {
	mirror := func(e Effect) func(*Case, *Resolved) {
		return func(c *Case, _ *Resolved) {
			c.Reversals = []Reversal{{ID: "R", Payment: "P0", Date: day("2023-01-31"), Effect: e}}
		}
	}
	tests := []struct {
		name     string
		edit     func(*Case, *Resolved)
		payments []string
		asOf     string
		want     string // principal + interest + fees = total
	}{
		{"opening with less principal and some interest", func(c *Case, _ *Resolved) {
			c.Claims[0].Opening = &Opening{Through: day("2022-12-31"), Principal: sek("730.00"), Interest: sek("12.34")}
		}, nil, "2023-01-10", "= 730.00 + 14.34 + 0.00 = 744.34"},
		{"adjustment of principal acts from the next day", func(c *Case, _ *Resolved) {
			c.Adjustments = []Adjustment{{ID: "A", Item: "INV", Date: day("2022-12-31"), Component: allocation.Principal, Amount: sek("-270.00")}}
		}, nil, "2023-01-10", "= 730.00 + 102.00 + 0.00 = 832.00"},
		{"adjustment of interest", func(c *Case, _ *Resolved) {
			c.Adjustments = []Adjustment{{ID: "A", Item: "INV", Date: day("2022-12-31"), Component: allocation.DefaultInterest, Amount: sek("-40.00")}}
		}, nil, "2022-12-31", "= 1000.00 + 60.00 + 0.00 = 1060.00"},
		{"capitalization bears from the next day", func(c *Case, _ *Resolved) {
			c.Capitalizations = []Capitalization{{ID: "K", Item: "INV", Date: day("2022-12-31")}}
		}, nil, "2023-12-31", "= 1000.00 + 110.00 + 0.00 = 1210.00"},
		{"held days are lost", func(c *Case, _ *Resolved) {
			c.Holds = []Hold{{Scope: HoldInterest, From: day("2022-07-01"), Through: day("2022-07-31")}}
		}, nil, "2022-12-31", "= 1000.00 + 91.51 + 0.00 = 1091.51"},
		{"closing stops interest", func(c *Case, _ *Resolved) {
			c.Closed = &Closing{Date: day("2022-12-31")}
		}, nil, "2023-12-31", "= 1000.00 + 100.00 + 0.00 = 1100.00"},
		{"closing disposes of the rest", func(c *Case, _ *Resolved) {
			c.Closed = &Closing{Date: day("2022-12-31"), Disposition: WrittenOff}
		}, nil, "2023-12-31", "= 0.00 + 0.00 + 0.00 = 0.00"},
		{"a void payment was never made", mirror(Void), []string{"2022-12-31 600.00"}, "2023-12-31", "= 1000.00 + 200.00 + 0.00 = 1200.00"},
		{"money that waits does not act on the day of a void reversal", func(c *Case, r *Resolved) {
			c.Reversals = []Reversal{{ID: "R", Payment: "P1", Date: day("2022-07-01"), Effect: Void}}
			r.Order = allocation.Order{Rest: allocation.Apply, Rungs: []allocation.Rung{{Components: []allocation.Component{allocation.DefaultInterest}}}}
		}, []string{"2021-12-31 150.00", "2022-02-01 10.00"}, "2022-12-31", "P0 rest 150.00\n= 1000.00 + 100.00 + 0.00 = 1100.00"},
		{"money that waits pays what arises at the end of a free day, with that day's interest", func(c *Case, r *Resolved) {
			r.Claims[0].PaymentDay = Free
			r.Order.Rest = allocation.Apply
			c.Adjustments = []Adjustment{{ID: "A", Item: "INV", Date: day("2022-12-31"), Component: allocation.Principal, Amount: sek("500.00")}}
		}, []string{"2021-12-31 1600.00"}, "2023-12-31",
			"P0>INV principal 1000.00@4\nP0>INV principal 500.00@4\nP0 rest 100.00\n= 0.00 + 0.00 + 0.00 = 0.00"},
		{"adjustments that cancel out bear in between", func(c *Case, _ *Resolved) {
			c.Adjustments = []Adjustment{
				{ID: "A", Item: "INV", Date: day("2021-12-31"), Component: allocation.Principal, Amount: sek("500.00")},
				{ID: "B", Item: "INV", Date: day("2022-12-31"), Component: allocation.Principal, Amount: sek("-500.00")},
			}
		}, nil, "2023-12-31", "= 1000.00 + 250.00 + 0.00 = 1250.00"},
		{"a mirrored one was, for a month", mirror(Mirror), []string{"2022-12-31 600.00"}, "2023-12-31",
			"P0>INV default-interest 100.00@1\nP0>INV principal 500.00@4\nP0>INV default-interest -100.00@0\nP0>INV principal -500.00@0\n= 1000.00 + 195.75 + 0.00 = 1195.75"},
		{"returned to principal", mirror(ToPrincipal), []string{"2022-12-31 600.00"}, "2023-01-31",
			"P0>INV default-interest 100.00@1\nP0>INV principal 500.00@4\nP0>INV principal -600.00@0\n= 1100.00 + 4.25 + 0.00 = 1104.25"},
		{"returned in the ratio of what is open", mirror(Ratio), []string{"2022-12-31 600.00"}, "2023-01-31",
			"P0>INV default-interest 100.00@1\nP0>INV principal 500.00@4\nP0>INV default-interest -5.06@0\nP0>INV principal -594.94@0\n= 1094.94 + 9.31 + 0.00 = 1104.25"},
		{"a reversal on the day of the payment takes it back", func(c *Case, r *Resolved) {
			c.Reversals = []Reversal{{ID: "R", Payment: "P0", Date: day("2022-12-31"), Effect: Mirror}}
		}, []string{"2022-12-31 100.00"}, "2022-12-31", "P0>INV default-interest 100.00@1\nP0>INV default-interest -100.00@0\n= 1000.00 + 100.00 + 0.00 = 1100.00"},
		{"a credit note nets the oldest principal", func(c *Case, r *Resolved) {
			c.Claims = append(c.Claims, Claim{ID: "CN", Kind: CreditNote, Principal: sek("270.00"), Issued: day("2022-12-31")})
			r.Claims = append(r.Claims, ClaimTerms{})
		}, nil, "2023-01-10", "CN>INV principal 270.00@1\n= 730.00 + 102.00 + 0.00 = 832.00"},
		{"contract interest beside default interest", func(c *Case, r *Resolved) {
			contract := terms("2021-12-31", "5")
			contract.Component = allocation.ContractInterest
			r.Claims[0].Contract = &contract
		}, nil, "2022-12-31", "= 1000.00 + 150.00 + 0.00 = 1150.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, r := life(t, tt.edit, tt.payments...)
			got := show(fold(t, c, r, At{AsOf: day(tt.asOf)}))
			// capitalized amounts stand in the total only
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A payment on a free day comes before that day's interest and what follows it, so
// the payoff of 2022-12-31 is 364 days of 1 000.00 at 10 %, 99.73, whether or not
// that day ends with a capitalization or an adjustment of the same debt.
func TestPayoffComesBeforeTheEndOfAFreeDay(t *testing.T) {
	on := day("2022-12-31")
	tests := []struct {
		name, want string
		edit       func(*Case)
	}{
		{"nothing else", "1000.00 + 0.00 + 99.73 = 1099.73", func(*Case) {}},
		{"capitalization", "1000.00 + 99.73 + 0.00 = 1099.73", func(c *Case) {
			c.Capitalizations = []Capitalization{{ID: "K", Item: "INV", Date: on}}
		}},
		{"adjustment", "730.00 + 0.00 + 99.73 = 829.73", func(c *Case) {
			c.Adjustments = []Adjustment{{ID: "A", Item: "INV", Date: on, Component: allocation.Principal, Amount: sek("-270.00")}}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, r := life(t, func(c *Case, r *Resolved) {
				tt.edit(c)
				r.Claims[0].PaymentDay = Free
			})
			b, err := Fold(c, r, At{AsOf: on})
			if err != nil {
				t.Fatal(err)
			}
			quote, err := b.Payoff()
			if err != nil {
				t.Fatal(err)
			}
			of := quote.Breakdown
			got := strings.ReplaceAll(fmt.Sprintf("%s + %s + %s = %s", of.Principal, of.Capitalized, of.Interest, quote.Amount), " SEK", "")
			if got != tt.want {
				t.Errorf("payoff %s, want %s", got, tt.want)
			}
		})
	}
}

func TestLifeRefuses(t *testing.T) {
	tests := []struct {
		name, path string
		edit       func(*Case, *Resolved)
	}{
		{"adjustment above what is open", "/adjustments/0/amount", func(c *Case, _ *Resolved) {
			c.Adjustments = []Adjustment{{ID: "A", Item: "INV", Date: day("2022-12-31"), Component: allocation.Principal, Amount: sek("-1000.01")}}
		}},
		{"adjustment beyond bounds", "/adjustments/0/amount", func(c *Case, _ *Resolved) {
			c.Adjustments = []Adjustment{{ID: "A", Item: "INV", Date: day("2022-12-31"), Component: allocation.Principal, Amount: money.FromMinor(money.MaxMinor, c.Currency)}}
		}},
		{"capitalization beyond bounds", "/capitalizations/0", func(c *Case, _ *Resolved) {
			c.Adjustments = []Adjustment{
				{ID: "A", Item: "INV", Date: day("2022-12-30"), Component: allocation.Capitalized, Amount: money.FromMinor(money.MaxMinor/2+1, c.Currency)},
				{ID: "B", Item: "INV", Date: day("2022-12-30"), Component: allocation.DefaultInterest, Amount: money.FromMinor(money.MaxMinor/2, c.Currency)},
			}
			c.Capitalizations = []Capitalization{{ID: "K", Item: "INV", Date: day("2022-12-31")}}
		}},
		{"adjustment of what is not raised", "/adjustments/0/item", func(c *Case, _ *Resolved) {
			c.Claims[0].Issued = day("2023-01-01")
			c.Adjustments = []Adjustment{{ID: "A", Item: "INV", Date: day("2022-12-31"), Component: allocation.Principal, Amount: sek("1.00")}}
		}},
		{"small balance above the tolerance", "/closed/tolerance", func(c *Case, _ *Resolved) {
			c.Closed = &Closing{Date: day("2022-12-31"), Disposition: SmallBalance, Tolerance: sek("1099.99")}
		}},
		{"asked within an opening", "/claims/0/opening/through", func(c *Case, _ *Resolved) {
			c.Claims[0].Opening = &Opening{Through: day("2024-01-01"), Principal: sek("1.00")}
		}},
	}
	for _, tt := range tests {
		c, r := life(t, tt.edit)
		b, err := Fold(c, r, At{AsOf: day("2023-06-30")})
		if err == nil {
			_, err = b.Statement()
		}
		if ps := AsProblems(err); len(ps) != 1 || ps[0].Path != tt.path {
			t.Errorf("%s: %v, want a problem at %s", tt.name, err, tt.path)
		}
	}
}

// Inserting a fact and voiding it restores the statement; what is recorded later
// does not reach back.
func TestKnowledgeLaws(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(3))
	same := cmp.Comparer(func(a, b money.Amount) bool { return a == b })
	properties.Property("a payment that is made void leaves no trace in the figures", prop.ForAll(func(seed int64) string {
		r := rand.New(rand.NewSource(seed))
		c, res := random(t, r)
		more := c
		more.Payments = append(append([]Payment(nil), c.Payments...), Payment{ID: "X", Date: day("2022-06-01") + 100, Amount: sek("123.45")})
		more.Reversals = []Reversal{{ID: "R", Payment: "X", Date: day("2022-12-01")}}
		at := At{AsOf: day("2024-01-01")}
		return cmp.Diff(fold(t, c, res, at).Totals, fold(t, more, res, at).Totals, same)
	}, gen.Int64()))
	properties.Property("statements known at a day do not depend on what is recorded after it", prop.ForAll(func(seed int64) string {
		r := rand.New(rand.NewSource(seed))
		c, res := random(t, r)
		more := c
		late := day("2023-06-01")
		more.Payments = append(append([]Payment(nil), c.Payments...), Payment{ID: "X", Date: day("2022-06-01"), Recorded: late, Amount: sek("123.45")})
		more.Adjustments = []Adjustment{{ID: "A", Item: "C0", Date: day("2023-05-01"), Recorded: late, Component: allocation.Principal, Amount: sek("1.00")}}
		more.Holds = []Hold{{Scope: HoldInterest, From: day("2022-08-01"), Recorded: late}}
		more.Closed = &Closing{Date: day("2023-01-01"), Recorded: late, Disposition: Waived}
		at := At{AsOf: day("2024-01-01"), KnownAt: late - 1}
		a, b := fold(t, c, res, at), fold(t, more, res, at)
		return cmp.Diff(a.Totals, b.Totals, same) + strings.TrimPrefix(show(b), show(a))
	}, gen.Int64()))
	properties.TestingRun(t)
}
