package paymentplan_test

import (
	"testing"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

func TestEveryProblemAtOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		with func(*paymentplan.Request)
		want string
	}{
		{"nothing", func(r *paymentplan.Request) { *r = paymentplan.Request{} }, "/debt /type /start /count"},
		{"numbers", func(r *paymentplan.Request) {
			r.Count, r.InvoiceLeadDays, r.Grace = 1201, -1, paymentplan.Grace{Principal: -1, Interest: 1201}
			r.FreeMonths = []time.Month{13, 2, 2}
		}, "/count /grace/principal /grace/interest /invoiceLeadDays /freeMonths/0 /freeMonths/2"},
		{"dates", func(r *paymentplan.Request) {
			r.Start, r.First, r.End = day("2024-07-01"), day("2024-06-30"), day("1899-12-31")
		}, "/end /first /end /end"},
		{"amounts", func(r *paymentplan.Request) {
			r.Step, r.Amount, r.Fees.Invoice = sek("-1.00"), money.MustParse("1.00 EUR"), sek("-0.01")
			r.Final = sek("0.00")
		}, "/amount /final /final /step /fees/invoice"},
		{"deviations", func(r *paymentplan.Request) {
			r.Deviations = []paymentplan.Deviation{{No: 0, Amount: sekAmount("1.00")}, {No: 2}, {No: 2, Due: day("2024-09-02"), Amount: sekAmount("-1.00")}}
		}, "/deviations/0/no /deviations/1 /deviations/2/no /deviations/2/amount"},
		{"periods", func(r *paymentplan.Request) {
			r.Periods = []paymentplan.Period{
				{Start: day("2024-06-01"), End: day("2024-08-31"), Every: calendar.Months(-1)},
				{Start: day("2024-09-02"), End: day("2024-09-01"), Amount: sek("-5.00")},
			}
		}, "/periods/0/start /periods/0/every /periods/1/end /periods/1/start /periods/1/amount"},
		{"limited", func(r *paymentplan.Request) { r.Kind, r.Count = paymentplan.AnnuityLimited, 0 }, "/count /amount"},
		{"bullet", func(r *paymentplan.Request) { r.Kind, r.Amount = paymentplan.Bullet, sek("1.00") }, "/amount"},
		{"calendar", func(r *paymentplan.Request) { r.Adjust = calendar.Following }, "/calendar"},
		{"creditors", func(r *paymentplan.Request) {
			r.Kind, r.Creditors = paymentplan.DebtRelief, []paymentplan.Creditor{{"A", sek("1.00")}, {"B", sek("2.00")}}
		}, "/creditors"},
		{"life", func(r *paymentplan.Request) {
			r.Life = &paymentplan.Life{
				Payments: []paymentplan.Payment{{ID: "", Date: day("2024-06-30"), Amount: sek("0.00")}},
				SettleOn: day("2024-01-01"), Restructure: &paymentplan.Restructuring{Date: day("2024-08-01")},
			}
		}, "/asOf /payments/0/id /payments/0/amount /payments/0/date /settleOn /restructure/change /restructure/interest"},
		// These are found when the rows are laid out.
		{"a row beyond the last", func(r *paymentplan.Request) {
			r.Deviations = []paymentplan.Deviation{{No: 13, Due: day("2026-01-01")}}
		}, "/deviations/0/no"},
		{"the last row takes the rest", func(r *paymentplan.Request) {
			r.Deviations = []paymentplan.Deviation{{No: 12, Amount: sekAmount("1.00")}}
		}, "/deviations/0/amount"},
		{"out of order", func(r *paymentplan.Request) {
			r.Deviations = []paymentplan.Deviation{{No: 2, Due: day("2024-10-01")}}
		}, "/deviations/0/due"},
		{"grace for all", func(r *paymentplan.Request) { r.Grace.Interest = 12 }, "/grace/interest"},
		{"too early", func(r *paymentplan.Request) { r.Count, r.End = 0, day("2024-07-20") }, "/end"},
		{"too coarse", func(r *paymentplan.Request) { r.Kind, r.Step = paymentplan.Linear, sek("1000.00") }, "/step"},
		{"for ever", func(r *paymentplan.Request) { r.Every = calendar.Years(100) }, "/count"},
		{"more than is open", func(r *paymentplan.Request) {
			r.Deviations = []paymentplan.Deviation{{No: 1, Amount: sekAmount("20000.00")}}
		}, "/deviations/0/amount"},
	} {
		r := loan()
		c.with(&r)
		_, err := paymentplan.Build(r)
		if have := problems(err); have != c.want {
			t.Errorf("%s: problems at %s, want %s\n%v", c.name, have, c.want, err)
		}
	}
}

// Nothing that a request may say takes long or fails otherwise than by an error.
func TestHostileRequests(t *testing.T) {
	for _, with := range []func(*paymentplan.Request){
		func(r *paymentplan.Request) { r.Count, r.Every = 1200, calendar.DaySpan(1) },
		func(r *paymentplan.Request) { r.Count, r.LastRow = 1200, paymentplan.Similar },
		func(r *paymentplan.Request) { r.Count, r.Final = 0, sek("0.01") },
		func(r *paymentplan.Request) {
			r.Debt, r.Interest, r.Count = sek("10000000000000.00"), percent("1000"), 1200
		},
		func(r *paymentplan.Request) { r.Count, r.Amount, r.Interest = 0, sek("10000.00"), percent("-100") },
		func(r *paymentplan.Request) { r.Count, r.Amount = 0, sek("0.01") },
		func(r *paymentplan.Request) { r.Kind, r.End, r.Count = paymentplan.Bullet, day("2200-12-31"), 0 },
		func(r *paymentplan.Request) {
			r.FreeMonths, r.Every = []time.Month{1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12}, calendar.Years(1)
		},
		func(r *paymentplan.Request) { r.Every, r.Count = calendar.DaySpan(3_000_000), 2 },
	} {
		r := loan()
		with(&r)
		s, err := paymentplan.Build(r)
		if err == nil && len(s.Rows) > paymentplan.MaxRows {
			t.Errorf("%d rows", len(s.Rows))
		}
	}
}
