package dunning_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// behind are arrears of three debts of 100.00 each, due on the first of January, February
// and March, of which a part was paid.
func behind(t *testing.T, id, paid string) dunning.Arrears {
	t.Helper()
	h := dunning.History{Case: id, Currency: money.MustCurrency("EUR"), Debtor: ledger.Consumer, Interest: eur("1.00"), Fees: eur("2.00")}
	for i := range 3 {
		h.Debts = append(h.Debts, dunning.Debt{ID: id, Due: day("2026-01-01").AddMonths(i), Amount: eur("100.00")})
	}
	h.Receipts = []dunning.Receipt{{Date: day("2026-01-05"), Amount: eur(paid)}}
	p := dunning.Policy{Buckets: []int{30, 60}, Levels: []dunning.Level{{Kind: "reminder"}}}
	d, err := dunning.Next(p, h, day("2026-03-10"))
	if err != nil {
		t.Fatal(err)
	}
	return d.Arrears
}

// Aging by hand: on 10 March the debts are 68, 37 and 9 days past due.
func TestAgingBuckets(t *testing.T) {
	a := behind(t, "A", "30.00")
	want := []dunning.Bucket{
		{From: 1, Through: 30, Count: 1, Amount: eur("100.00")}, {From: 31, Through: 60, Count: 1, Amount: eur("100.00")},
		{From: 61, Count: 1, Amount: eur("70.00")},
	}
	if diff := cmp.Diff(want, a.Buckets, cmp.Comparer(func(x, y money.Amount) bool { return x == y })); diff != "" {
		t.Error(diff)
	}
	if a.Total != eur("273.00") || a.DaysPastDue != 68 || a.Count != 3 || a.Consecutive != 3 || a.Since != day("2026-01-02") {
		t.Errorf("%+v", a)
	}
}

func TestByDebtor(t *testing.T) {
	a, b := behind(t, "A", "30.00"), behind(t, "B", "130.00")
	sums, err := dunning.ByDebtor([]dunning.CaseArrears{
		{Debtors: []string{"two", "one"}, Arrears: a}, {Debtors: []string{"one"}, Arrears: b},
	})
	if err != nil || len(sums) != 2 {
		t.Fatalf("%+v, %v", sums, err)
	}
	one, two := sums[0], sums[1]
	if one.Debtor != "one" || one.Cases != 2 || one.Total != eur("446.00") || one.Count != 5 || one.DaysPastDue != 68 || one.Buckets[2].Amount != eur("70.00") {
		t.Errorf("%+v", one)
	}
	if two.Debtor != "two" || two.Cases != 1 || two.Total != eur("273.00") {
		t.Errorf("%+v", two)
	}
	if a.Buckets[0].Amount != eur("100.00") {
		t.Error("adding changed the arrears of a case")
	}
}

// A letter keeps the terms by which it went out, whatever the policy says later.
func TestNoticeKeepsItsTerms(t *testing.T) {
	p := dunning.Policy{Levels: []dunning.Level{{Kind: "reminder", Term: dunning.Term{Days: 10}}, {Kind: "demand", Expired: true}}}
	h := loan("1000", "100", 2, 0)
	d, err := dunning.Next(p, h, day("2026-01-05"))
	if err != nil || len(d.Actions) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	h.Notices = []ledger.Notice{d.Actions[0].Notice("N-1")}
	p.Levels[0].Term.Days = 30
	d, err = dunning.Next(p, h, day("2026-01-06"))
	if err != nil || d.Deadline != day("2026-01-15") || d.Level != 1 {
		t.Errorf("%+v, %v", d, err)
	}
	if d.NextReview != day("2026-01-16") {
		t.Errorf("next review on %s, want the day after the ten days", d.NextReview)
	}
}
