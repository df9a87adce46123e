package paymentplan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// twoInvoices owe 10 000 and 5 000 of a Swedish consumer.
func twoInvoices() skuld.Case {
	return skuld.Case{
		ID: "C-1", Currency: money.MustCurrency("SEK"), Jurisdiction: "SE", Debtor: ledger.Consumer,
		Claims: []skuld.Claim{
			{ID: "A", Principal: sek("10000.00"), Due: day("2024-01-31")},
			{ID: "B", Principal: sek("5000.00"), Due: day("2023-05-31")},
		},
		Payments: []skuld.Payment{{ID: "P-1", Date: day("2024-04-01"), Amount: sek("500.00")}},
	}
}

func overCase(t *testing.T, c skuld.Case, r paymentplan.Request) *skuld.Schedule {
	t.Helper()
	s, err := skuld.Default().Plan(c, r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func statement(t *testing.T, c skuld.Case, asOf string) *skuld.Statement {
	t.Helper()
	st, err := skuld.Default().Statement(c, skuld.At{AsOf: day(asOf)})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func TestPlanOverACase(t *testing.T) {
	c := twoInvoices()
	r := paymentplan.Request{Kind: paymentplan.Annuity, Start: day("2024-03-01"), Count: 6, Fees: paymentplan.Fees{Registration: sek("200.00"), Invoice: sek("50.00")}}
	s := overCase(t, c, r)
	before := c
	before.Payments = nil
	if open := statement(t, before, "2024-03-01").Totals.Total; s.Rows[0].Opening != open {
		t.Errorf("row 1 opens with %s, want the statement's %s", s.Rows[0].Opening, open)
	}
	if s.Rows[0].Fee != sek("220.00") {
		t.Errorf("row 1 has fees of %s, want 50 and the 170 that the law allows", s.Rows[0].Fee)
	}
	for _, row := range s.Rows {
		var sum int64
		for _, l := range row.Lines {
			sum += l.Amount.Minor()
		}
		if sum != row.Amount.Minor() {
			t.Errorf("row %d settles %d of %s", row.No, sum, row.Amount)
		}
	}
	paid, err := s.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	if rest := statement(t, paid, s.Rows[5].DueDate.String()).Totals.Total; rest.Sign() != 0 {
		t.Errorf("%s are left of a plan paid to the letter", rest)
	}
	if _, err := build(t, loan()).Apply(c); err == nil {
		t.Error("a plan over a bare debt was applied to a case")
	}
}

func TestLifeOverACase(t *testing.T) {
	c := twoInvoices()
	r := paymentplan.Request{
		Kind: paymentplan.DebtRelief, Start: day("2024-03-01"), Count: 6, Amount: sek("500.00"),
		Life: &paymentplan.Life{AsOf: day("2024-05-15"), SettleOn: day("2024-05-15"), Ended: &paymentplan.Ending{Date: day("2024-05-15"), Revive: true}},
	}
	s := overCase(t, c, r)
	if s.Rows[0].PaidDate != day("2024-04-01") || s.RemainingCount != 5 {
		t.Errorf("the payment of the case: %+v, %d remain", s.Rows[0], s.RemainingCount)
	}
	held := c
	held.Holds = []ledger.Hold{{ID: "H", Scope: ledger.HoldInterest, From: day("2024-03-02")}}
	kept, revived := statement(t, held, "2024-05-15").Totals, statement(t, c, "2024-05-15").Totals
	if s.Settlement.Amount != kept.Total {
		t.Errorf("settled by %s, want %s", s.Settlement.Amount, kept.Total)
	}
	if x := s.Returned; x.Total != revived.Total || x.Revived.Minor() != revived.Interest.Minor()-kept.Interest.Minor() || x.Revived.Sign() <= 0 {
		t.Errorf("returned %+v, want %s with %s of interest, of which %s were not suspended", x, revived.Total, revived.Interest, kept.Interest)
	}
}

func TestRestructuringOverACase(t *testing.T) {
	c := twoInvoices()
	open := statement(t, c, "2024-05-15").Totals
	for policy, want := range map[paymentplan.InterestPolicy]int64{
		paymentplan.ByOrder: open.Total.Minor(), paymentplan.Capitalize: open.Total.Minor(), paymentplan.WaiveInterest: open.Total.Minor() - open.Interest.Minor(),
	} {
		r := paymentplan.Request{Kind: paymentplan.Annuity, Start: day("2024-03-01"), Count: 6, Life: &paymentplan.Life{
			AsOf: day("2024-05-15"), Restructure: &paymentplan.Restructuring{Date: day("2024-05-15"), Change: paymentplan.Reage, Count: 3, Interest: policy},
		}}
		x := overCase(t, c, r).Restructured
		if rows := x.Schedule.Rows; x.Principal.Minor() != want || rows[0].Opening.Minor() != want || len(rows) != 3 || rows[2].Closing.Sign() != 0 {
			t.Errorf("%s: %s over %d rows from %s, want %d", policy, x.Principal, len(rows), rows[0].Opening, want)
		}
	}
}

func TestLaterFactsAreLeftOut(t *testing.T) {
	c := twoInvoices()
	c.Fees = []skuld.Fee{{ID: "F", Code: "reminder", Date: day("2024-04-10"), Amount: sek("60.00")}}
	c.Claims = append(c.Claims, skuld.Claim{ID: "L", Principal: sek("1.00"), Issued: day("2024-06-01"), Due: day("2024-06-30")})
	s := overCase(t, c, paymentplan.Request{Kind: paymentplan.Linear, Start: day("2024-03-01"), Count: 2})
	i := slices.IndexFunc(s.Findings, func(f skuld.Finding) bool { return f.Code == paymentplan.FindingLaterFacts })
	if i < 0 || !strings.Contains(s.Findings[i].Message, "/claims/2, /fees/0") {
		t.Errorf("findings %v", s.Findings)
	}
	if s.Totals.Fee.Sign() != 0 || s.Rows[1].Closing.Sign() != 0 {
		t.Errorf("totals %+v, %s left", s.Totals, s.Rows[1].Closing)
	}
}

// Where a rate is below zero the debt falls by itself: nobody is asked for less than
// nothing, and no interest counts twice.
func TestNegativeRatesOverACase(t *testing.T) {
	c := skuld.Case{ID: "N", Currency: money.MustCurrency("SEK"), Claims: []skuld.Claim{{
		ID: "A", Principal: sek("10000.00"), Due: day("2023-12-31"),
		Interest: &ledger.InterestFacts{
			RateFacts: ledger.RateFacts{Basis: ledger.BasisFixed, Rate: interest.MustPercent("12")},
			Refixes:   []ledger.Refix{{From: day("2024-02-01"), Rate: interest.MustPercent("-1")}},
		},
	}}}
	for _, kind := range []paymentplan.Kind{paymentplan.InterestOnly, paymentplan.Linear, paymentplan.Annuity} {
		s := overCase(t, c, paymentplan.Request{Kind: kind, Start: day("2024-01-31"), Count: 4, Grace: paymentplan.Grace{Interest: 1}})
		open := s.Rows[0].Opening.Minor()
		for _, row := range s.Rows {
			if row.Amount.Sign() < 0 || row.Opening.Minor() != open || row.Closing.Minor() != open-row.Principal.Minor() {
				t.Errorf("%s: row %d goes from %s to %s by %s and %s", kind, row.No, row.Opening, row.Closing, row.Principal, row.Amount)
			}
			open = row.Closing.Minor()
		}
		paid, err := s.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		first, last := statement(t, c, "2024-01-31"), statement(t, paid, s.Rows[3].DueDate.String())
		charged := last.Items[0].Interest.Paid.Minor() - first.Items[0].Interest.Remaining.Minor()
		if last.Totals.Total.Sign() != 0 || charged != s.Totals.Interest.Minor() || charged >= 0 {
			t.Errorf("%s: %s are left, interest of %d against %s in the rows", kind, last.Totals.Total, charged, s.Totals.Interest)
		}
	}
}

// Facts may speak of a claim that is raised only later, and problems keep its place.
func TestClaimsRaisedLaterKeepTheirPlaces(t *testing.T) {
	c := twoInvoices()
	c.Claims = slices.Insert(c.Claims, 0, skuld.Claim{ID: "L", Principal: sek("1.00"), Issued: day("2024-06-01"), Due: day("2024-06-30")})
	c.Holds = []ledger.Hold{{ID: "H", Scope: ledger.HoldInterest, Items: []string{"L", "A"}, From: day("2024-02-10"), Through: day("2024-02-12")}}
	r := paymentplan.Request{Kind: paymentplan.Linear, Start: day("2024-03-01"), Count: 2}
	s := overCase(t, c, r)
	paid, err := s.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	if rest := statement(t, paid, s.Rows[1].DueDate.String()).Totals.Total; rest.Sign() != 0 {
		t.Errorf("%s are left", rest)
	}
	r.Start = day("2026-06-01")
	if _, err := skuld.Default().Plan(c, r); problems(err) != "/case/claims/1/interest /case/claims/2/interest" && problems(err) != "/case/claims/0/interest /case/claims/1/interest /case/claims/2/interest" {
		t.Errorf("problems at %s", problems(err))
	}
}

// A payment that came back does not pay a row, and none counts twice.
func TestPaymentsOfACase(t *testing.T) {
	c := twoInvoices()
	r := paymentplan.Request{Kind: paymentplan.Linear, Start: day("2024-03-01"), Count: 2}
	if row := overCase(t, c, r).Rows[0]; row.Paid != sek("500.00") {
		t.Errorf("without a day asked about: %s paid", row.Paid)
	}
	r.Life = &paymentplan.Life{AsOf: day("2024-05-01"), Payments: []paymentplan.Payment{{ID: "P-1", Date: day("2024-04-01"), Amount: sek("500.00")}}}
	if _, err := skuld.Default().Plan(c, r); problems(err) != "/payments/0/id" {
		t.Errorf("a payment twice: %v", err)
	}
	r.Life.Payments = nil
	c.Reversals = []ledger.Reversal{{ID: "R", Payment: "P-1", Date: day("2024-04-10")}}
	if row := overCase(t, c, r).Rows[0]; row.Paid.Sign() != 0 {
		t.Errorf("taken back: %s paid", row.Paid)
	}
}

func TestCasesThatHaveNoPlan(t *testing.T) {
	r := paymentplan.Request{Kind: paymentplan.Annuity, Start: day("2024-03-01"), Count: 6}
	for _, c := range []struct {
		name string
		with func(*skuld.Case, *paymentplan.Request)
		want string
	}{
		{"nothing open", func(c *skuld.Case, r *paymentplan.Request) {
			c.Payments = []skuld.Payment{{ID: "P", Date: day("2024-02-01"), Amount: sek("90000.00")}}
		}, "/case"},
		{"nothing raised", func(c *skuld.Case, r *paymentplan.Request) {
			c.Claims = c.Claims[:1]
			c.Claims[0].Issued = day("2024-03-15")
		}, "/start"},
		{"a case that is wrong", func(c *skuld.Case, r *paymentplan.Request) { c.Claims[1].ID = "A"; r.Debt = sek("1.00") }, "/debt /case/claims/1/id"},
		{"rates not known", func(c *skuld.Case, r *paymentplan.Request) { r.Start = day("2026-06-01") }, "/case/claims/0/interest /case/claims/1/interest"},
		{"too little", func(c *skuld.Case, r *paymentplan.Request) { r.Count, r.Amount = 0, sek("100.00") }, "/amount"},
		{"for ever", func(c *skuld.Case, r *paymentplan.Request) {
			c.Claims[0].Interest = &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}
			c.Claims[1].Interest = c.Claims[0].Interest
			r.Count, r.Amount = 0, sek("1.00")
		}, "/amount"},
	} {
		cs, req := twoInvoices(), r
		c.with(&cs, &req)
		_, err := skuld.Default().Plan(cs, req)
		if have := problems(err); have != c.want {
			t.Errorf("%s: problems at %s, want %s\n%v", c.name, have, c.want, err)
		}
	}
}

func TestSearchOverACase(t *testing.T) {
	f, err := skuld.Default().SearchPlans(twoInvoices(), paymentplan.Request{Kind: paymentplan.Annuity, Start: day("2024-03-01"), Step: sek("1.00")},
		paymentplan.Search{MaxAmount: sek("2000.00"), MaxCount: 12})
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Candidates) != 4 || f.Candidates[0].Count != 9 || f.Candidates[0].Largest.Minor() > 200_000 {
		t.Errorf("%+v %s", f.Candidates, f.Reason)
	}
}
