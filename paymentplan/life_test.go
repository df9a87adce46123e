package paymentplan_test

import (
	"slices"
	"testing"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// late is the loan with fees, of which the debtor paid 1 200 in time and 500 late.
func late(x paymentplan.Life) paymentplan.Request {
	r := loan()
	r.Fees = paymentplan.Fees{Registration: sek("170.00"), Invoice: sek("60.00")}
	if x.AsOf.IsZero() {
		x.AsOf = day("2024-10-15")
	}
	x.Payments = []paymentplan.Payment{{ID: "P-2", Date: day("2024-09-05"), Amount: sek("500.00")}, {ID: "P-1", Date: day("2024-08-01"), Amount: sek("1200.00")}}
	r.Life = &x
	return r
}

func TestPaymentsFillRows(t *testing.T) {
	s := build(t, late(paymentplan.Life{}))
	first, second := s.Rows[0], s.Rows[1]
	if first.Unpaid.Sign() != 0 || first.PaidDate != day("2024-08-01") || second.Paid != sek("581.51") || second.Unpaid != sek("366.98") {
		t.Errorf("row 1 lacks %s, paid on %s; row 2 has %s, lacks %s", first.Unpaid, first.PaidDate, second.Paid, second.Unpaid)
	}
	if s.RemainingCount != 11 || *s.Next != (paymentplan.Due{Date: day("2024-09-01"), Amount: sek("366.98")}) {
		t.Errorf("%d rows remain, next %v", s.RemainingCount, s.Next)
	}
	if st := s.Standing; st.State != paymentplan.Active || st.Shortage != sek("1315.47") {
		t.Errorf("standing %+v", st)
	}
	if in := s.Installment(); in.StandardPaymentAmount != sek("948.49") || in.PaymentIntervalDays != 30 || in.RemainingPayments != 11 || in.NextPaymentAmount != sek("366.98") {
		t.Errorf("installment %+v", in)
	}
	carried := build(t, late(paymentplan.Life{OnShortage: paymentplan.Carry}))
	if *carried.Next != (paymentplan.Due{Date: day("2024-11-01"), Amount: sek("2263.96")}) {
		t.Errorf("carried: next %v", carried.Next)
	}
}

func TestStates(t *testing.T) {
	for _, c := range []struct {
		name  string
		life  paymentplan.Life
		state paymentplan.State
		since string
	}{
		// 2 066.98 are due on 1 September and 1 200 were paid by then.
		{"broken at once", paymentplan.Life{OnShortage: paymentplan.Break}, paymentplan.Broken, "2024-09-02"},
		{"broken when too much is missing", paymentplan.Life{OnShortage: paymentplan.Break, Tolerance: sek("900.00")}, paymentplan.Broken, "2024-10-02"},
		{"in time by tolerated days", paymentplan.Life{OnShortage: paymentplan.Break, Tolerance: sek("366.98"), ToleranceDays: 4}, paymentplan.Broken, "2024-10-06"},
		{"tolerated", paymentplan.Life{OnShortage: paymentplan.Break, Tolerance: sek("1315.47")}, paymentplan.Active, ""},
		{"not yet", paymentplan.Life{OnShortage: paymentplan.Break, AsOf: day("2024-09-01")}, paymentplan.Active, ""},
		{"proposed", paymentplan.Life{OnShortage: paymentplan.Break, Proposal: true}, paymentplan.Proposed, ""},
		{"ended", paymentplan.Life{Ended: &paymentplan.Ending{Date: day("2024-10-10"), Reason: "moved"}}, paymentplan.Ended, "2024-10-10"},
	} {
		st := build(t, late(c.life)).Standing
		if st.State != c.state || st.Since.String() != c.since {
			t.Errorf("%s: %s since %q, want %s since %q (%s)", c.name, st.State, st.Since, c.state, c.since, st.Reason)
		}
	}
	r := loan()
	r.Life = &paymentplan.Life{AsOf: day("2026-01-01"), Payments: []paymentplan.Payment{{ID: "P", Date: day("2025-06-01"), Amount: sek("10700.00")}}}
	s := build(t, r)
	if s.Standing.State != paymentplan.Fulfilled || s.Standing.Overpaid != sek("38.14") || s.Next != nil || s.RemainingCount != 0 {
		t.Errorf("%+v, next %v, %d remain", s.Standing, s.Next, s.RemainingCount)
	}
}

// On 15 October rows 1 to 3 are due. Row 2 lacks 366.98 of its principal, row 3
// everything; 7 610.80 are not due yet and bear 35.52 over 14 days.
func TestSettlement(t *testing.T) {
	x := build(t, late(paymentplan.Life{SettleOn: day("2024-10-15")})).Settlement
	if x.Principal != sek("8782.12") || x.Interest != sek("119.67") || x.Fee != sek("60.00") || x.Amount != sek("8961.79") {
		t.Errorf("%+v", x)
	}
	r := loan()
	r.Life = &paymentplan.Life{AsOf: day("2024-08-01"), SettleOn: day("2024-08-01"), Payments: []paymentplan.Payment{{ID: "P", Date: day("2024-08-01"), Amount: sek("988.49")}}}
	x = build(t, r).Settlement // row 1 is paid, and 100.00 of row 2
	if x.Amount != sek("9111.51") || x.Prepaid != sek("100.00") || x.Interest.Sign() != 0 {
		t.Errorf("prepaid: %+v", x)
	}
}

// −1 % for a month on 10 000 is −8.33, held against the 12 % that follow: 15 days of
// them are 50.00.
func TestSettlementHoldsNegativeInterest(t *testing.T) {
	r := loan()
	r.Kind, r.Count = paymentplan.InterestOnly, 3
	r.Interest.Rate = interest.Fixed(interest.MustPercent("-1")).Until(day("2024-07-31"), interest.Fixed(interest.MustPercent("12")))
	r.Life = &paymentplan.Life{AsOf: day("2024-08-16"), SettleOn: day("2024-08-16")}
	if x := build(t, r).Settlement; x.Interest != sek("41.67") {
		t.Errorf("interest of %s, want 50.00 less 8.33", x.Interest)
	}
}

func TestToleranceThatBreaksNothing(t *testing.T) {
	s := build(t, late(paymentplan.Life{Tolerance: sek("5.00")}))
	if !slices.ContainsFunc(s.Findings, func(f ledger.Finding) bool { return f.Code == paymentplan.FindingUnused && f.Path == "/tolerance" }) {
		t.Errorf("findings %v", s.Findings)
	}
}

func TestRestructuring(t *testing.T) {
	for _, c := range []struct {
		policy          paymentplan.InterestPolicy
		principal, paid string // of row 1: what it pays of interest
	}{
		{paymentplan.ToFirstRow, "8782.12", "166.51"}, // 119.67 and 46.84 of 16 days
		{paymentplan.Spread, "8782.12", "60.14"},      // a ninth of 119.67, and 46.84
		{paymentplan.Capitalize, "8901.79", "47.48"},  // 8 901.79 × 12 % × 16 / 360
		{paymentplan.WaiveInterest, "8782.12", "46.84"},
		{paymentplan.Keep, "8782.12", "46.84"},
	} {
		r := late(paymentplan.Life{Restructure: &paymentplan.Restructuring{Date: day("2024-10-15"), Change: paymentplan.Reamortize, Interest: c.policy}})
		x := build(t, r).Restructured
		rows := x.Schedule.Rows
		if x.Principal != sek(c.principal) || rows[0].Interest != sek(c.paid) || x.OpenInterest != sek("119.67") || x.OpenFees != sek("60.00") {
			t.Errorf("%s: %+v, row 1 %+v", c.policy, x, rows[0])
		}
		if len(rows) != 9 || rows[0].DueDate != day("2024-11-01") || rows[8].Closing.Sign() != 0 {
			t.Errorf("%s: %d rows from %s, %s left", c.policy, len(rows), rows[0].DueDate, rows[8].Closing)
		}
	}
	r := late(paymentplan.Life{Restructure: &paymentplan.Restructuring{
		Date: day("2024-10-15"), Change: paymentplan.Reage, Interest: paymentplan.Keep, First: day("2024-12-15"), Count: 24,
	}})
	if x := build(t, r).Restructured.Schedule; len(x.Rows) != 24 || x.Rows[0].DueDate != day("2024-12-15") || x.Rows[0].Interest != sek("175.64") {
		t.Errorf("%d rows, row 1 %+v", len(x.Rows), x.Rows[0])
	}
}

// Revoking a relief after two rows revives 12 % on 1 000 for a month, on 900 for a
// month and on 800 for 15 days, the day of the end among them.
func TestRevival(t *testing.T) {
	r := paymentplan.Request{
		Kind: paymentplan.DebtRelief, Debt: sek("1000.00"), Interest: percent("12"), Start: day("2024-01-01"), Count: 5, Amount: sek("100.00"),
		Life: &paymentplan.Life{
			AsOf: day("2024-03-20"), Ended: &paymentplan.Ending{Date: day("2024-03-15"), Reason: "revoked", Revive: true},
			Payments: []paymentplan.Payment{{ID: "1", Date: day("2024-02-01"), Amount: sek("100.00")}, {ID: "2", Date: day("2024-03-01"), Amount: sek("100.00")}},
		},
	}
	x := build(t, r).Returned
	if x.Principal != sek("800.00") || x.Revived != sek("23.00") || x.Total != sek("823.00") {
		t.Errorf("%+v", x)
	}
	r.Life.Ended.Revive = false
	if x := build(t, r).Returned; x.Total != sek("800.00") {
		t.Errorf("without revival: %+v", x)
	}
	r.Life.Ended, r.Life.Proposal = nil, true
	if s := build(t, r); s.Returned != nil || s.Standing.State != paymentplan.Proposed {
		t.Errorf("a proposal: %+v %+v", s.Standing, s.Returned)
	}
}
