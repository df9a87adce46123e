package ledger

import (
	"slices"
	"testing"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

func mergeable(id, claim string) Case {
	return Case{
		ID: id, Currency: money.MustCurrency("SEK"), Debtor: Consumer, Debtors: []Debtor{{ID: "D"}},
		Claims: []Claim{{ID: claim, Principal: money.MustParse("100.00 SEK"), Due: calendar.MustParseDate("2024-01-31")}},
		Fees:   []Fee{{ID: "F-" + id, Code: "demand", Date: calendar.MustParseDate("2024-03-01"), Amount: money.MustParse("180.00 SEK")}},
	}
}

func TestMerge(t *testing.T) {
	a, b := mergeable("1", "A"), mergeable("2", "B")
	b.Fees = append(b.Fees, Fee{ID: "late", Code: "demand", Date: calendar.MustParseDate("2024-04-01"), Amount: money.MustParse("180.00 SEK")})
	same := mergeable("3", "A")
	same.Fees = nil
	got, dropped, err := Merge(a, b, same)
	if err != nil {
		t.Fatal(err)
	}
	if err := got.Validate(); err != nil {
		t.Error(err)
	}
	if len(got.Claims) != 2 || len(got.Fees) != 2 || len(got.Debtors) != 1 || got.ID != "1" {
		t.Errorf("%+v", got)
	}
	want := []Dropped{{Case: 1, Position: 0, Fee: true, ID: "F-2", Stays: "F-1"}, {Case: 2, Position: 0, ID: "A", Stays: "A"}}
	if !slices.Equal(dropped, want) {
		t.Errorf("%+v", dropped)
	}
	if len(a.Claims) != 1 || len(a.Fees) != 1 {
		t.Error("the first case was changed")
	}
}

func TestMergeRefuses(t *testing.T) {
	a, b := mergeable("1", "A"), mergeable("2", "A")
	b.Claims[0].Principal = money.MustParse("200.00 SEK")
	b.Currency, b.Jurisdiction, b.Debtor, b.Base = money.MustCurrency("EUR"), "SE", Business, money.MustCurrency("NOK")
	b.Closed = &Closing{Date: 1}
	_, _, err := Merge(a, b)
	var paths []string
	for _, p := range AsProblems(err) {
		paths = append(paths, p.Path)
	}
	if want := []string{"/1/currency", "/1/base", "/1/debtor", "/1/jurisdiction", "/1/closed", "/1/claims/0/id"}; !slices.Equal(paths, want) {
		t.Errorf("%q", paths)
	}
	if _, _, err := Merge(); err == nil {
		t.Error("nothing was merged")
	}
}

// What names the cost of a letter that is left out means the one that stays.
func TestMergeRenamesFees(t *testing.T) {
	a, b := mergeable("1", "A"), mergeable("2", "B")
	b.Holds = []Hold{{Scope: HoldPayments, Items: []string{"F-2", "B"}, From: calendar.MustParseDate("2024-03-01")}}
	b.Payments = []Payment{{
		ID: "P", Date: calendar.MustParseDate("2024-04-01"), Amount: money.MustParse("50.00 SEK"),
		Specification: []allocation.Directed{{Item: "F-2", Amount: money.MustParse("50.00 SEK")}},
	}}
	got, _, err := Merge(a, b)
	if err != nil || got.Holds[0].Items[0] != "F-1" || got.Payments[0].Specification[0].Item != "F-1" || b.Holds[0].Items[0] != "F-2" {
		t.Errorf("%v: %+v %+v", err, got.Holds, got.Payments)
	}
	if err := got.Validate(); err != nil {
		t.Error(err)
	}
	b.Adjustments = []Adjustment{{ID: "X", Item: "F-2", Date: calendar.MustParseDate("2024-04-01"), Component: allocation.Fee, Amount: money.MustParse("-10.00 SEK")}}
	b.WriteOffs = []WriteOff{{ID: "W", Item: "F-2", Date: calendar.MustParseDate("2024-04-01")}}
	_, _, err = Merge(a, b)
	if ps := AsProblems(err); len(ps) != 2 || ps[0].Path != "/1/adjustments/0/item" || ps[1].Path != "/1/writeOffs/0/item" {
		t.Error(err)
	}
}
