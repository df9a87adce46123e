package dunning_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// A debt falls due on each of many days, so that each is one on which something may change:
// a timeline says how far it was followed.
func TestTimelineCut(t *testing.T) {
	p := dunning.Policy{Name: "own", Levels: []dunning.Level{{Kind: "reminder", After: 1, Term: dunning.Term{Days: 7}}}}
	first := day("2020-01-01")
	h := dunning.History{Case: "C-1", Currency: money.MustCurrency("EUR"), Debtor: ledger.Consumer}
	for i := range dunning.MaxTimeline + 200 {
		h.Debts = append(h.Debts, dunning.Debt{ID: fmt.Sprintf("D-%d", i), Due: first.AddDays(i), Amount: eur("10.00")})
	}
	source := func(_ calendar.Date, sent []ledger.Notice, charged []fee.Charge) (dunning.History, error) {
		h := h
		h.Notices, h.Charged = sent, charged
		return h, nil
	}
	for _, c := range []struct {
		days int
		cut  bool
	}{{dunning.MaxTimeline - 10, false}, {dunning.MaxTimeline + 10, true}} {
		list, err := dunning.Timeline(p, source, first, first.AddDays(c.days))
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, f := range list[len(list)-1].Findings {
			got = got || f.Code == dunning.FindingCut
		}
		if got != c.cut {
			t.Errorf("%d days: findings %v in the decision of %s, want cut %v", c.days, list[len(list)-1].Findings, list[len(list)-1].AsOf, c.cut)
		}
	}
}

// The letter whose fee cannot be worked out goes without it, and the decision says so.
func TestFeeThatCannotBeWorkedOut(t *testing.T) {
	broken := fee.Tariff{Code: "dunning", Audience: fee.Everybody, Selector: fee.Measure, Versions: []fee.Version{{From: 1}, {From: 2}}}
	if _, err := broken.Assess(fee.Facts{Date: 3}); !errors.Is(err, fee.ErrTariff) {
		t.Fatalf("%v, want a tariff that is not well formed", err)
	}
	p := dunning.Policy{
		Name: "own", Tariffs: []fee.Tariff{broken},
		Levels: []dunning.Level{{Kind: "reminder", After: 5, Term: dunning.Term{Days: 7}, Fee: "dunning"}},
	}
	h := loan("10000", "200", 48, 1)
	d, err := dunning.Next(p, h, h.Debts[1].Due.AddDays(6))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Actions) != 1 || d.Actions[0].Fee.Sign() != 0 {
		t.Fatalf("%+v, want one letter without a fee", d.Actions)
	}
	if len(d.Findings) != 1 || d.Findings[0].Code != dunning.FindingFeeUnknown {
		t.Errorf("%s: findings %v, want %s", d.Actions[0].FeeReason, d.Findings, dunning.FindingFeeUnknown)
	}
}
