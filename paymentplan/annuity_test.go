package paymentplan_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// drawAnnuity draws a request and debts for it.
func drawAnnuity(r *rand.Rand) (paymentplan.Request, []int64) {
	eur := money.MustCurrency("EUR")
	req := paymentplan.Request{
		Kind: paymentplan.Annuity, Start: calendar.MustDate(2015, 1, 1) + calendar.Date(r.IntN(2500)), Count: 1 + r.IntN(90),
		Rounding: money.Rounding(1 + r.IntN(7)),
		Interest: interest.Terms{
			Rate:     interest.Fixed(interest.Percent(r.Int64N(40_000) * 1000)),
			DayCount: []calendar.DayCount{calendar.ThirtyE360, calendar.Act365Fixed, calendar.ActActISDA, calendar.Act360, calendar.ThirtyU360}[r.IntN(5)],
		},
	}
	if r.IntN(5) == 0 {
		table, _ := rates.BuiltIn().Lookup("SE")
		req.Interest.Rate, req.Count = interest.Reference(table).Plus(interest.MustPercent("8")), 1+r.IntN(36)
	}
	if r.IntN(4) == 0 {
		req.Step = money.FromMinor([]int64{5, 100, 10_00}[r.IntN(3)], eur)
	}
	if r.IntN(3) == 0 {
		req.Every = []calendar.Span{calendar.Weeks(2), calendar.Months(3), calendar.DaySpan(10)}[r.IntN(3)]
	}
	if r.IntN(3) == 0 {
		req.First = req.Start + calendar.Date(r.IntN(60))
	}
	switch r.IntN(12) {
	case 0:
		req.Interest.Rate = interest.Fixed(interest.Percent(r.Int64N(700_000) * 1000))
	case 1:
		req.First = req.Start + calendar.Date(r.IntN(400))
	case 2:
		req.Every, req.Count = calendar.Years(2), 1+r.IntN(20)
	}
	var debts []int64
	for range 3 {
		debts = append(debts, 1+r.Int64N([]int64{100, 10_000, 5_000_000, 1_000_000_000, money.MaxMinor}[r.IntN(5)]))
	}
	return req, debts
}

// checkAnnuities compares with Build, and reports how many plans there were.
func checkAnnuities(t *testing.T, seed uint64) (plans, refused int) {
	t.Helper()
	req, debts := drawAnnuity(rand.New(rand.NewPCG(seed, 3)))
	var rows []paymentplan.AnnuityRow
	req.Debt = money.FromMinor(1_000_00, money.MustCurrency("EUR"))
	a, err := paymentplan.CompileAnnuities(req)
	if err != nil {
		if _, other := paymentplan.Build(req); !errors.Is(err, paymentplan.ErrNotPlain) && other == nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		return 0, 1
	}
	a = checkAtRate(t, seed, req, a)
	for _, debt := range debts {
		req.Debt = money.FromMinor(debt, req.Debt.Currency())
		want, wantErr := paymentplan.Build(req)
		var level int64
		rows, level, err = a.AppendRows(rows[:0], debt)
		if errors.Is(err, paymentplan.ErrNotPlain) && wantErr == nil && level == 0 {
			refused++ // that is for Build
			continue
		}
		if (err != nil) != (wantErr != nil) {
			t.Fatalf("seed %d, debt %d: %v, Build %v", seed, debt, err, wantErr)
		}
		if err != nil {
			refused++
			continue
		}
		plans++
		same := level == want.Level.Minor() && len(rows) == len(want.Rows)
		for i := 0; same && i < len(rows); i++ {
			got, w := rows[i], want.Rows[i]
			same = got.Due == w.DueDate && got.Opening == w.Opening.Minor() && got.Interest == w.Interest.Minor() &&
				got.Principal == w.Principal.Minor() && got.Amount == w.Amount.Minor() && got.Closing() == w.Closing.Minor()
		}
		if !same {
			t.Fatalf("seed %d, debt %d: level %d rows %v\nBuild %v %v", seed, debt, level, rows, want.Level, show(want.Rows))
		}
	}
	return plans, refused
}

// checkAtRate comes to the terms of a request at a fixed rate by way of other ones, where
// the rate lets it.
func checkAtRate(t *testing.T, seed uint64, req paymentplan.Request, a *paymentplan.Annuities) *paymentplan.Annuities {
	t.Helper()
	step, err := req.Interest.Rate.At(req.Start)
	if err != nil || seed%2 == 0 || step.Follows || step.Rate <= 0 {
		return a
	}
	req.Interest.Rate = interest.Reference(must(rates.BuiltIn().Lookup("SE"))).Plus(interest.MustPercent("8"))
	if seed%3 == 0 {
		req.Interest.Rate = interest.Fixed(interest.MustPercent("3.21"))
	}
	from, err := paymentplan.CompileAnnuities(req)
	if err != nil {
		return a // the series is not known so far ahead
	}
	to := new(paymentplan.Annuities)
	for _, rate := range []interest.Percent{interest.MustPercent("99"), step.Rate} {
		if err := from.AtRate(to, rate); err != nil && rate == step.Rate {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	return to
}

func must[T any](x T, ok bool) T {
	if !ok {
		panic("not there")
	}
	return x
}

// The rows in plain numbers are those of Build.
func TestAnnuitiesAreBuilt(t *testing.T) {
	n, plans, refused := 1500, 0, 0
	if testing.Short() {
		n = 150
	}
	for seed := range uint64(n) {
		p, r := checkAnnuities(t, seed)
		plans, refused = plans+p, refused+r
	}
	t.Logf("%d plans, %d refused", plans, refused)
	if plans < 2*n {
		t.Errorf("only %d plans", plans)
	}
}

func FuzzAnnuitiesAreBuilt(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { checkAnnuities(t, seed) })
}

// sixty is a loan of 60 monthly rows at 7.9 %.
func sixty(tb testing.TB) *paymentplan.Annuities {
	a, err := paymentplan.CompileAnnuities(paymentplan.Request{
		Kind: paymentplan.Annuity, Start: calendar.MustDate(2024, 1, 15), Count: 60, Debt: money.FromMinor(10_000_00, money.MustCurrency("EUR")),
		Rounding: money.HalfEven, Interest: interest.Terms{Rate: interest.Fixed(interest.MustPercent("7.9")), DayCount: calendar.ThirtyE360},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func TestAnnuitiesAllocateNothing(t *testing.T) {
	a := sixty(t)
	rows := make([]paymentplan.AnnuityRow, 0, a.Len())
	debt, err := int64(10_000_00), error(nil)
	if n := testing.AllocsPerRun(100, func() {
		if rows, _, err = a.AppendRows(rows[:0], debt); err != nil {
			t.Fatal(err)
		}
		debt += 1_234_57
	}); n != 0 {
		t.Errorf("rows allocate %v times", n)
	}
	to, rate := new(paymentplan.Annuities), interest.MustPercent("1")
	if n := testing.AllocsPerRun(100, func() {
		if err := a.AtRate(to, rate); err != nil {
			t.Fatal(err)
		}
		if rows, _, err = to.AppendRows(rows[:0], debt); err != nil {
			t.Fatal(err)
		}
		rate += 1_234_567
	}); n != 0 {
		t.Errorf("another rate allocates %v times", n)
	}
}

// A month of 5,205.00 at 24.4 % is 105.835 exactly: the tie goes where the mode says,
// which code that cuts the monthly rate off gets wrong.
func TestAnnuitiesKeepTies(t *testing.T) {
	for mode, want := range map[money.Rounding]int64{money.HalfEven: 105_84, money.HalfUp: 105_84, money.HalfDown: 105_83, money.Floor: 105_83} {
		a, err := paymentplan.CompileAnnuities(paymentplan.Request{
			Kind: paymentplan.Annuity, Start: calendar.MustDate(2024, 1, 1), Count: 12, Debt: money.FromMinor(5_205_00, money.MustCurrency("EUR")),
			Rounding: mode, Interest: interest.Terms{Rate: interest.Fixed(interest.MustPercent("24.4")), DayCount: calendar.ThirtyE360},
		})
		if err != nil {
			t.Fatal(err)
		}
		rows, _, err := a.AppendRows(nil, 5_205_00)
		if err != nil || rows[0].Interest != want {
			t.Errorf("%s: %v %v, want %d", mode, rows, err, want)
		}
	}
}

func TestAnnuitiesRefuse(t *testing.T) {
	a := sixty(t)
	for _, debt := range []int64{0, -1, money.MaxMinor + 1} {
		if rows, _, err := a.AppendRows(nil, debt); !errors.Is(err, paymentplan.ErrNotPlain) || len(rows) > 0 {
			t.Errorf("%d: %v, %v", debt, rows, err)
		}
	}
	_, err := paymentplan.CompileAnnuities(paymentplan.Request{
		Kind: paymentplan.Bullet, Start: calendar.MustDate(2024, 1, 1), Count: 12, Debt: money.FromMinor(5_205_00, money.MustCurrency("EUR")),
	})
	if !errors.Is(err, paymentplan.ErrNotPlain) {
		t.Errorf("a bullet: %v", err)
	}
}

func BenchmarkAnnuities(b *testing.B) {
	a := sixty(b)
	rows := make([]paymentplan.AnnuityRow, 0, a.Len())
	b.ReportAllocs()
	debt := int64(10_000_00)
	for b.Loop() {
		var err error
		if rows, _, err = a.AppendRows(rows[:0], debt); err != nil {
			b.Fatal(err)
		}
		debt = 1_000_00 + (debt*7+1_234_57)%40_000_00
	}
}

func TestAtRateRefuses(t *testing.T) {
	a, to := sixty(t), new(paymentplan.Annuities)
	for _, rate := range []interest.Percent{0, -1, interest.MaxPercent + 1} {
		if err := a.AtRate(to, rate); !errors.Is(err, paymentplan.ErrNotPlain) {
			t.Errorf("%s %%: %v, want %v", rate, err, paymentplan.ErrNotPlain)
		}
	}
	yearly, err := paymentplan.CompileAnnuities(paymentplan.Request{
		Kind: paymentplan.Annuity, Start: calendar.MustDate(2024, 1, 15), Count: 3, Every: calendar.Years(1), Debt: money.FromMinor(10_000_00, money.MustCurrency("EUR")),
		Rounding: money.HalfEven, Interest: interest.Terms{Rate: interest.Fixed(interest.MustPercent("7.9")), DayCount: calendar.ThirtyE360},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := yearly.AtRate(to, interest.MustPercent("100")); !errors.Is(err, paymentplan.ErrNotPlain) {
		t.Errorf("a row that bears as much as the debt: %v, want %v", err, paymentplan.ErrNotPlain)
	}
	free, err := paymentplan.CompileAnnuities(paymentplan.Request{
		Kind: paymentplan.Annuity, Start: calendar.MustDate(2024, 1, 15), Count: 3, Debt: money.FromMinor(10_000_00, money.MustCurrency("EUR")), Rounding: money.HalfEven,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := free.AtRate(to, interest.MustPercent("10")); !errors.Is(err, paymentplan.ErrNotPlain) {
		t.Errorf("a rate without a day count: %v, want %v", err, paymentplan.ErrNotPlain)
	}
	if err := yearly.AtRate(yearly, interest.MustPercent("10")); err != nil {
		t.Errorf("in its own place: %v", err)
	}
	rows, level, err := yearly.AppendRows(nil, 10_000_00)
	// 10 000 × 0.1 ÷ (1 − 1.1⁻³) = 4 021.148…
	if err != nil || level != 4_021_15 || len(rows) != 3 {
		t.Errorf("level %d in %d rows, %v, want 402115 in 3", level, len(rows), err)
	}
}
