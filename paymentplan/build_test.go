package paymentplan_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

func TestTextbookAnnuity(t *testing.T) {
	s := build(t, loan())
	if s.Level != sek("888.49") || s.Rows[11].Amount != sek("888.47") {
		t.Errorf("level %s, last row %s, want 888.49 and 888.47", s.Level, s.Rows[11].Amount)
	}
	want := "888.49=788.49+100.00+0.00>9211.51 888.49=796.37+92.12+0.00>8415.14 888.49=804.34+84.15+0.00>7610.80"
	if have := show(s.Rows[:3]); have != want {
		t.Errorf("rows %s, want %s", have, want)
	}
}

func TestPublishedAnnuity(t *testing.T) {
	r := loan()
	r.Debt, r.Interest, r.Count = sek("100000.00"), percent("9.99"), 36
	s := build(t, r)
	if s.Level != sek("3226.25") || s.Rows[35].Amount != sek("3226.25") || s.Totals.Interest != sek("16145.00") {
		t.Errorf("level %s, last row %s, interest %s", s.Level, s.Rows[35].Amount, s.Totals.Interest)
	}
}

func TestShapes(t *testing.T) {
	free := paymentplan.Request{Debt: sek("203.00"), Start: day("2024-01-31")}
	for _, c := range []struct {
		name string
		with func(*paymentplan.Request)
		want string
	}{
		{"fixed amount", func(r *paymentplan.Request) { r.Kind, r.Amount = paymentplan.FixedAmount, sek("50.00") },
			"50.00=50.00+0.00+0.00>153.00 50.00=50.00+0.00+0.00>103.00 50.00=50.00+0.00+0.00>53.00 50.00=50.00+0.00+0.00>3.00 3.00=3.00+0.00+0.00>0.00"},
		{"final alone", func(r *paymentplan.Request) { r.Kind, r.Final = paymentplan.FixedAmount, sek("50.00") },
			"38.25=38.25+0.00+0.00>164.75 38.25=38.25+0.00+0.00>126.50 38.25=38.25+0.00+0.00>88.25 38.25=38.25+0.00+0.00>50.00 50.00=50.00+0.00+0.00>0.00"},
		{"amount and final", func(r *paymentplan.Request) {
			r.Kind, r.Amount, r.Final = paymentplan.FixedAmount, sek("50.00"), sek("110.00")
		}, "50.00=50.00+0.00+0.00>153.00 50.00=50.00+0.00+0.00>103.00 103.00=103.00+0.00+0.00>0.00"},
		{"linear in whole units", func(r *paymentplan.Request) { r.Kind, r.Count, r.Step = paymentplan.Linear, 3, sek("1.00") },
			"67.00=67.00+0.00+0.00>136.00 67.00=67.00+0.00+0.00>69.00 69.00=69.00+0.00+0.00>0.00"},
		{"limited, open", func(r *paymentplan.Request) { r.Kind, r.Amount, r.Count = paymentplan.AnnuityLimited, sek("50.00"), 2 },
			"50.00=50.00+0.00+0.00>153.00 50.00=50.00+0.00+0.00>103.00"},
		{"limited, balloon", func(r *paymentplan.Request) {
			r.Kind, r.Amount, r.Count, r.Residual = paymentplan.LinearLimited, sek("50.00"), 2, paymentplan.Balloon
		}, "50.00=50.00+0.00+0.00>153.00 153.00=153.00+0.00+0.00>0.00"},
		{"bullet", func(r *paymentplan.Request) {
			r.Kind, r.End, r.Interest = paymentplan.Bullet, day("2025-01-31"), percent("10")
		},
			"223.30=203.00+20.30+0.00>0.00"},
		{"interest only", func(r *paymentplan.Request) {
			r.Kind, r.Count, r.Interest = paymentplan.InterestOnly, 2, percent("12")
		}, "1.96=0.00+1.96+0.00>203.00 205.10=203.00+2.10+0.00>0.00"},
		{"grace of both", func(r *paymentplan.Request) {
			r.Kind, r.Count, r.Interest, r.Grace = paymentplan.Linear, 3, percent("12"), paymentplan.Grace{Principal: 1, Interest: 1}
		}, "0.00=0.00+0.00+0.00>203.00 105.56=101.50+4.06+0.00>101.50 102.52=101.50+1.02+0.00>0.00"},
		{"agreed to pay nothing", func(r *paymentplan.Request) {
			r.Kind, r.Amount, r.Interest = paymentplan.FixedAmount, sek("103.00"), percent("12")
			r.Deviations = []paymentplan.Deviation{{No: 1, Amount: sekAmount("0.00")}}
		}, "0.00=0.00+0.00+0.00>203.00 103.00=98.94+4.06+0.00>104.06 103.00=101.96+1.04+0.00>2.10 2.12=2.10+0.02+0.00>0.00"},
	} {
		r := free
		c.with(&r)
		if have := show(build(t, r).Rows); have != c.want {
			t.Errorf("%s: %s, want %s", c.name, have, c.want)
		}
	}
}

func TestDatesClampFromTheAnchor(t *testing.T) {
	dates := func(r paymentplan.Request) string {
		var out []string
		for _, row := range build(t, r).Rows {
			out = append(out, row.DueDate.String())
		}
		return strings.Join(out, " ")
	}
	r := paymentplan.Request{Kind: paymentplan.FixedAmount, Debt: sek("400.00"), Amount: sek("100.00"), Start: day("2024-01-31")}
	if have, want := dates(r), "2024-02-29 2024-03-31 2024-04-30 2024-05-31"; have != want {
		t.Errorf("from the start: %s, want %s", have, want)
	}
	r.First, r.FreeMonths = day("2024-01-31"), []time.Month{3}
	if have, want := dates(r), "2024-01-31 2024-02-29 2024-04-30 2024-05-31"; have != want {
		t.Errorf("from the first, without March: %s, want %s", have, want)
	}
	r = paymentplan.Request{Kind: paymentplan.FixedAmount, Debt: sek("300.00"), Amount: sek("100.00"), Start: day("2024-05-06"), Calendar: calendar.SE(), InvoiceLeadDays: 4}
	s := build(t, r)
	if row := s.Rows[0]; row.DueDate != day("2024-06-07") || row.InvoiceDate != day("2024-06-03") {
		t.Errorf("due on %s (the sixth is Sweden's national day), invoiced on %s", row.DueDate, row.InvoiceDate)
	}
}

func TestRateChangeInTheMiddleOfARow(t *testing.T) {
	// SE: 3.5 % through 2023-12-31 and 4 % from 2024-01-01, each with 8 on it; 31 of
	// the days from 2023-12-15 to 2024-01-15 are 17 and 14: 10 000 × (11.5 × 17 + 12 ×
	// 14) / 36 500 is 99.589….
	r := paymentplan.Request{
		Kind: paymentplan.Bullet, Debt: sek("10000.00"), Start: day("2023-12-15"),
		Interest: interest.Terms{Rate: interest.Reference(rates.SE()).Plus(interest.MustPercent("8")), DayCount: calendar.Act365Fixed},
	}
	s := build(t, r)
	if row := s.Rows[0]; row.Interest != sek("99.59") || len(row.Segments) != 2 {
		t.Errorf("interest %s in %d segments, want 99.59 in 2", row.Interest, len(row.Segments))
	}
	r.Start = day("2026-06-15")
	if _, err := paymentplan.Build(r); !errors.Is(err, law.ErrNotKnown) || problems(err) != "/interest" {
		t.Errorf("a rate that is not known: %v", err)
	}
}

func TestAmountsThatDoNotWork(t *testing.T) {
	var small *paymentplan.TooSmallError
	r := loan()
	r.Count, r.Amount = 0, sek("99.99")
	_, err := paymentplan.Build(r)
	if !errors.Is(err, paymentplan.ErrNegativeAmortization) || !errors.As(err, &small) || small.Smallest != sek("100.01") || small.Row != 1 {
		t.Errorf("99.99: %v", err)
	}
	r.Amount = sek("100.00")
	if _, err = paymentplan.Build(r); !errors.Is(err, paymentplan.ErrEndless) || !errors.As(err, &small) || small.Smallest != sek("100.01") {
		t.Errorf("100.00: %v", err)
	}
	r.Amount = sek("100.01")
	if s := build(t, r); len(s.Rows) > paymentplan.MaxRows {
		t.Errorf("%d rows", len(s.Rows))
	}
}

func TestFeesAboveTheLaw(t *testing.T) {
	r := loan()
	r.Fees = paymentplan.Fees{Registration: sek("200.00"), Reminder: sek("60.00"), Caps: []paymentplan.FeeCap{{Fee: "registration", Most: sek("170.00"), Citation: "a law"}}}
	s := build(t, r)
	if row := s.Rows[0]; row.Fee != sek("170.00") || row.Amount != sek("1058.49") || row.IfLate != sek("1118.49") {
		t.Errorf("row 1 pays %s with a fee of %s, %s if late", row.Amount, row.Fee, row.IfLate)
	}
	r.Fees.Caps[0].Unknown = law.ErrNotKnown
	if u := build(t, r); u.Rows[0].Fee != sek("200.00") || len(u.Findings) != 1 || u.Findings[0].Code != paymentplan.FindingFeeUnchecked {
		t.Errorf("a law that is not known: fee %s, findings %v", u.Rows[0].Fee, u.Findings)
	}
	if len(s.Findings) != 1 || s.Findings[0].Code != paymentplan.FindingFeeCapped || !strings.Contains(s.Findings[0].Message, "a law") {
		t.Errorf("findings %v", s.Findings)
	}
}

func TestDebtReliefIsShared(t *testing.T) {
	s := build(t, paymentplan.Request{
		Kind: paymentplan.DebtRelief, Debt: money.MustParse("1000 JPY"), Start: day("2024-01-01"), Count: 2, Amount: money.MustParse("100 JPY"),
		Interest:  percent("20"),
		Creditors: []paymentplan.Creditor{{"A", money.MustParse("667 JPY")}, {"B", money.MustParse("333 JPY")}},
	})
	if s.Residual != money.MustParse("800 JPY") || !s.Waived || s.Totals.Interest.Sign() != 0 {
		t.Errorf("residual %s, waived %v, interest %s", s.Residual, s.Waived, s.Totals.Interest)
	}
	for _, row := range s.Rows { // 66.7 and 33.3 of what remains
		if row.Shares[0].Amount != money.MustParse("67 JPY") || row.Shares[1].Amount != money.MustParse("33 JPY") {
			t.Errorf("row %d shares %v", row.No, row.Shares)
		}
	}
}
