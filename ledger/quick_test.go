package ledger_test

import (
	"bytes"
	"testing"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

// A case of the usual facts that is right costs no memory to check.
func TestValidateAllocatesNothing(t *testing.T) {
	c, err := native.DecodeCase(bytes.NewReader([]byte(`{"id": "C", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
		"claims": [{"id": "A", "principal": "1000.00", "due": "2024-01-31"}, {"id": "B", "principal": "500.00", "due": "2024-02-29",
			"interest": {"basis": "reference", "series": "SE", "margin": "8", "ceiling": {"series": "SE", "margin": "20"}}}],
		"fees": [{"id": "F", "code": "reminder", "date": "2024-03-15", "amount": "60.00"}],
		"payments": [{"id": "P", "date": "2024-04-10", "amount": "400.00"}, {"id": "Q", "date": "2024-05-10", "amount": "200.00"}],
		"titles": [{"id": "T", "date": "2024-06-10"}], "notices": [{"id": "N", "kind": "reminder", "sent": "2024-03-15"}]}`)))
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() {
		if err := c.Validate(); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

// The quick look at a case and the thorough one agree about whether anything is wrong.
func TestQuickLookAgrees(t *testing.T) {
	wrong, spoilers := 0, []func(*ledger.Case){
		func(*ledger.Case) {},
		func(c *ledger.Case) { c.ID = "" },
		func(c *ledger.Case) { c.Currency = money.Currency{} },
		func(c *ledger.Case) { c.Claims[0].ID = "" },
		func(c *ledger.Case) { c.Claims[0].Due = 1 },
		func(c *ledger.Case) { c.Claims[0].Interest = &ledger.InterestFacts{Cutoff: 1} },
		func(c *ledger.Case) { c.Fees = append(c.Fees, ledger.Fee{ID: c.Claims[0].ID}) },
		func(c *ledger.Case) { c.Payments = append(c.Payments, ledger.Payment{ID: "p", By: "nobody"}) },
		func(c *ledger.Case) { c.Payments = append(c.Payments, c.Payments...) },
		func(c *ledger.Case) { c.Allocation = allocation.Order{Rungs: make([]allocation.Rung, 1)} },
		func(c *ledger.Case) {
			c.Claims[0].Kind, c.Claims[0].Interest = 0, &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}, DayCount: 99}
		},
		func(c *ledger.Case) { c.Titles = append(c.Titles, make([]ledger.Title, 60)...) },
		func(c *ledger.Case) {
			c.Holds = append(c.Holds, ledger.Hold{Scope: ledger.HoldFees, From: 9, Through: 8})
		},
		func(c *ledger.Case) { c.Adjustments = append(c.Adjustments, ledger.Adjustment{ID: "a", Item: "none"}) },
		func(c *ledger.Case) { c.Capitalizations = append(c.Capitalizations, ledger.Capitalization{ID: "c"}) },
		func(c *ledger.Case) { c.Refunds = append(c.Refunds, ledger.Refund{ID: "r", Payment: "none"}) },
		func(c *ledger.Case) { c.Reversals = append(c.Reversals, ledger.Reversal{ID: "v", Payment: "none"}) },
	}
	for seed := range uint64(200) {
		g := casegen.Generate(seed)
		for i, spoil := range spoilers {
			c, err := native.DecodeCase(bytes.NewReader(g.JSON))
			if err != nil {
				t.Fatal(err)
			}
			spoil(&c)
			quick, thorough := ledger.LooksWrong(c), ledger.Wrongs(c)
			if quick != (len(thorough) > 0) {
				t.Fatalf("seed %d, spoiler %d: looks wrong %v, and is %v", seed, i, quick, thorough)
			}
			if quick {
				wrong++
			}
		}
	}
	if wrong < 200*(len(spoilers)-3) {
		t.Errorf("%d cases are wrong, want nearly all that were spoilt", wrong)
	}
}
