package interest

import (
	"errors"
	"math/big"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// forClaims are the day counts that a claim may use.
var forClaims = []calendar.DayCount{
	calendar.Act365Fixed, calendar.Act360, calendar.Act364, calendar.ActActISDA, calendar.NL365,
	calendar.ThirtyE360, calendar.ThirtyE360ISDA, calendar.ThirtyU360, calendar.Thirty360Bond, calendar.ThirtyE365,
}

// The figures are worked out by hand from the published definitions.
func TestAccrueByHand(t *testing.T) {
	ten := Fixed(MustPercent("10"))
	tests := []struct {
		name        string
		count       calendar.DayCount
		first, last string
		want        string
		fractions   []string
	}{
		{"leap year under 365 fixed", calendar.Act365Fixed, "2024-01-01", "2024-12-31", "1002.74", []string{"366/365"}},
		{"leap year under ISDA", calendar.ActActISDA, "2024-01-01", "2024-12-31", "1000.00", []string{"366/366"}},
		{"year end under ISDA", calendar.ActActISDA, "2023-12-31", "2024-01-01", "5.47", []string{"1/365", "1/366"}},
		{"days as by hand from the due date", calendar.ThirtyE360, "2024-01-01", "2024-01-30", "83.33", []string{"30/360"}},
		{"the 31st adds nothing", calendar.ThirtyE360, "2024-01-31", "2024-01-31", "0.00", []string{"0/360"}},
		{"1 March after a 29-day February", calendar.ThirtyE360, "2024-03-01", "2024-03-01", "5.56", []string{"2/360"}},
		{"29 February is free under NL", calendar.NL365, "2024-02-28", "2024-02-28", "0.00", []string{"0/365"}},
		{"364", calendar.Act364, "2024-01-01", "2024-01-01", "2.75", []string{"1/364"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			acc, err := Accrue(Terms{ten, tt.count}, money.MustParse("10000.00 SEK"), calendar.Days(day(tt.first), day(tt.last)))
			if err != nil {
				t.Fatal(err)
			}
			got, err := acc.Round(money.HalfUp)
			if err != nil || got.Number() != tt.want {
				t.Errorf("got %s, %v; want %s", got, err, tt.want)
			}
			for i, s := range acc.Segments {
				if i >= len(tt.fractions) || s.Fraction.String() != tt.fractions[i] {
					t.Errorf("segment %d is %s, want %v", i, s.Fraction, tt.fractions)
				}
			}
		})
	}
}

func TestAccrueRefuses(t *testing.T) {
	p := calendar.Days(day("2024-01-01"), day("2024-01-31"))
	sek := money.MustParse("1.00 SEK")
	if _, err := Accrue(Terms{Fixed(0), 0}, sek, p); !errors.Is(err, calendar.ErrNoDayCount) {
		t.Errorf("no day count: %v", err)
	}
	if _, err := Accrue(Terms{Fixed(0), calendar.ActActICMA}, sek, p); !errors.Is(err, calendar.ErrNeedsContext) {
		t.Errorf("a count that needs a schedule: %v", err)
	}
	if _, err := Accrue(Terms{DayCount: calendar.Act360}, sek, p); !errors.Is(err, ErrNoRate) {
		t.Errorf("no rate: %v", err)
	}
}

// TestPlaces rounds one accrual at each place; 33.33 × 10 % × 1/365 is 0.91315…
// öre a day.
func TestPlaces(t *testing.T) {
	tests := []struct {
		place Place
		mode  money.Rounding
		want  int64
	}{
		{PlaceClaim, money.HalfUp, 9},        // 10 days: 9.13
		{PlaceDay, money.HalfUp, 10},         // 0.91 → 1 a day
		{PlaceDay, money.Down, 0},            // 0.91 → 0 a day
		{PlaceSegment, money.Ceiling, 5 + 6}, // 4.57 → 5 and 5.48 → 6: see below
	}
	for _, tt := range tests {
		line, err := Fixed(MustPercent("10")).Compile(calendar.Days(day("2024-05-01"), day("2024-05-10")))
		if err != nil {
			t.Fatal(err)
		}
		a, err := NewAccount(line, calendar.Act365Fixed, day("2024-05-01"), Rounding{tt.mode, tt.place}, money.MustParse("33.33 SEK"))
		if err != nil {
			t.Fatal(err)
		}
		if tt.place == PlaceSegment {
			// 5 days on 33.33 are 4.5658, 5 days on 40.00 are 5.4795.
			if err := a.SetPrincipal(day("2024-05-06"), money.MustParse("40.00 SEK")); err != nil {
				t.Fatal(err)
			}
		}
		got, err := a.Rounded(day("2024-05-10"))
		if err != nil || got.Minor() != tt.want {
			t.Errorf("%s %s: %d, %v; want %d", tt.place, tt.mode, got.Minor(), err, tt.want)
		}
	}
}

func TestBalanceUndoneOnTheSameDayClosesNoSegment(t *testing.T) {
	line, err := Fixed(MustPercent("10")).Compile(calendar.Days(day("2024-05-01"), day("2024-06-30")))
	if err != nil {
		t.Fatal(err)
	}
	full, half := money.MustParse("100.00 SEK"), money.MustParse("50.00 SEK")
	a, err := NewAccount(line, calendar.Act365Fixed, day("2024-05-01"), Commercial(), full)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range []money.Amount{half, full, full} {
		if err := a.SetPrincipal(day("2024-05-11"), change); err != nil {
			t.Fatal(err)
		}
	}
	acc, err := a.Through(day("2024-05-20"))
	if err != nil || len(acc.Segments) != 1 || acc.Segments[0].Fraction != (calendar.Fraction{Num: 20, Den: 365}) {
		t.Errorf("got %v, %v; want one segment of 20 days", acc.Segments, err)
	}
}

// Splitting a period, doubling a principal and raising a rate do to the exact
// interest what arithmetic says.
func TestAccrualLaws(t *testing.T) {
	ref := Reference(series(t, "2030-12-31", "2015-01-01 -0.5", "2018-07-01 0", "2020-02-29 1.25", "2023-01-01 4", "2024-07-01 3.5"))
	base := day("2016-01-01")
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	minor, start, length, cut := gen.Int64Range(1, money.MaxMinor/2), gen.IntRange(0, 3000), gen.IntRange(1, 1500), gen.IntRange(0, 1500)
	counts := gen.IntRange(0, len(forClaims)-1)

	accrue := func(r Rate, dc calendar.DayCount, p money.Amount, a, b calendar.Date) *big.Rat {
		acc, err := Accrue(Terms{r, dc}, p, calendar.Period{From: a, To: b})
		if err != nil {
			t.Fatal(err)
		}
		return acc.Exact.Rat()
	}
	properties.Property("a change of balance to the same balance, asked in pieces, adds up", prop.ForAll(
		func(m int64, from, n, k, count int) bool {
			first := base + calendar.Date(from)
			last := first + calendar.Date(n)
			mid := first + calendar.Date(k%(n+1))
			p := money.FromMinor(m, money.MustCurrency("SEK"))
			line, err := ref.Compile(calendar.Days(first, last))
			if err != nil {
				return false
			}
			whole, err1 := NewAccount(line, forClaims[count], first, Commercial(), p)
			split, err2 := NewAccount(line, forClaims[count], first, Commercial(), p)
			if err1 != nil || err2 != nil {
				return false
			}
			if err := split.SetPrincipal(mid, p.Neg()); err != nil {
				return false
			}
			a, err1 := whole.Through(last)
			b, err2 := split.Through(last)
			before, err3 := whole.Through(mid - 1)
			if err1 != nil || err2 != nil || err3 != nil {
				return false
			}
			// With the balance negated from mid on: split = before − (whole − before).
			want := new(big.Rat).Sub(before.Exact.Rat(), new(big.Rat).Sub(a.Exact.Rat(), before.Exact.Rat()))
			return b.Exact.Rat().Cmp(want) == 0
		}, minor, start, length, cut, counts))
	properties.Property("doubling the principal doubles the interest", prop.ForAll(
		func(m int64, from, n, count int) bool {
			a := base + calendar.Date(from)
			sek := money.MustCurrency("SEK")
			one := accrue(ref, forClaims[count], money.FromMinor(m, sek), a, a+calendar.Date(n))
			two := accrue(ref, forClaims[count], money.FromMinor(2*m, sek), a, a+calendar.Date(n))
			return two.Cmp(one.Add(one, one)) == 0
		}, minor, start, length, counts))
	properties.Property("a higher rate never lowers the interest", prop.ForAll(
		func(m int64, from, n, count int, more int64) bool {
			a := base + calendar.Date(from)
			p := money.FromMinor(m, money.MustCurrency("SEK"))
			low := accrue(ref, forClaims[count], p, a, a+calendar.Date(n))
			high := accrue(ref.Plus(Percent(more)), forClaims[count], p, a, a+calendar.Date(n))
			return high.Cmp(low) >= 0
		}, minor, start, length, counts, gen.Int64Range(0, int64(MustPercent("50")))))
	properties.TestingRun(t)
}

// Asking at random days in between never changes what has accrued at the end.
func TestAskingChangesNothing(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 200 {
		first := day("2023-01-01") + calendar.Date(r.Intn(400))
		last := first + 600
		line, err := Fixed(MustPercent("7.27")).Compile(calendar.Days(first, last))
		if err != nil {
			t.Fatal(err)
		}
		rounding := Rounding{money.HalfEven, Place(1 + r.Intn(3))}
		quiet, err1 := NewAccount(line, calendar.ActActISDA, first, rounding, money.MustParse("3089.17 EUR"))
		asked, err2 := NewAccount(line, calendar.ActActISDA, first, rounding, money.MustParse("3089.17 EUR"))
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		for n := range 20 {
			d := first + calendar.Date(30*n)
			if _, err := asked.Rounded(d); err != nil {
				t.Fatal(err)
			}
			if n%5 == 0 {
				p := money.FromMinor(int64(300000-n*1000), money.MustCurrency("EUR"))
				if err := errors.Join(quiet.SetPrincipal(d+1, p), asked.SetPrincipal(d+1, p)); err != nil {
					t.Fatal(err)
				}
			}
		}
		a, err1 := quiet.Rounded(last)
		b, err2 := asked.Rounded(last)
		if err1 != nil || err2 != nil || a != b {
			t.Fatalf("%s and %s, %v, %v", a, b, err1, err2)
		}
	}
}

// A question about an earlier day is answered by what held then.
func TestQuestionsAboutEarlierDays(t *testing.T) {
	line, err := Fixed(MustPercent("10")).Compile(calendar.Days(day("2024-01-01"), day("2025-12-31")))
	if err != nil {
		t.Fatal(err)
	}
	a, err := NewAccount(line, calendar.Act365Fixed, day("2024-01-01"), Commercial(), money.MustParse("36500.00 SEK"))
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range []string{"2024-06-01 100.00", "2024-08-01 365.00"} {
		from, amount, _ := strings.Cut(change, " ")
		if err := a.SetPrincipal(day(from), money.MustParse(amount+" SEK")); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ on, want string }{
		{"2023-12-31", "0.00"}, {"2024-01-10", "100.00"}, {"2024-05-31", "1520.00"}, {"2024-06-10", "1520.27"}, {"2024-08-10", "1522.67"}, {"2024-01-10", "100.00"},
	} {
		if got, err := a.Rounded(day(tt.on)); err != nil || got.Number() != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.on, got, err, tt.want)
		}
		acc, err := a.Through(day(tt.on))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := acc.Round(money.HalfUp); err != nil || got.Number() != tt.want {
			t.Errorf("%s: segments give %s, %v; want %s", tt.on, got, err, tt.want)
		}
	}
	if err := a.SetPrincipal(day("2024-07-01"), money.MustParse("300.00 SEK")); err != nil {
		t.Fatal(err)
	}
	acc, err := a.Through(day("2024-08-31"))
	if err != nil {
		t.Fatal(err)
	}
	var balances []string
	for _, s := range acc.Segments {
		balances = append(balances, s.Period.First().String()+" "+s.Principal.Number())
	}
	want := []string{"2024-01-01 36500.00", "2024-06-01 100.00", "2024-07-01 35.00", "2024-08-01 300.00"}
	if !slices.Equal(balances, want) {
		t.Errorf("a change before the last gives %v, want %v", balances, want)
	}
	if err := a.SetPrincipal(day("2024-09-01"), money.MustParse("1.00 EUR")); !errors.Is(err, money.ErrCurrencyMismatch) {
		t.Errorf("another currency: %v", err)
	}
	if _, err := NewAccount(nil, calendar.Act365Fixed, day("2024-01-01"), Commercial(), money.MustParse("1.00 SEK")); !errors.Is(err, ErrNoRate) {
		t.Errorf("no timeline: %v", err)
	}
}

// Interest has a bound at every place of rounding, so that sums inside cannot
// overflow.
func TestInterestIsBounded(t *testing.T) {
	line, err := Fixed(MustPercent("1000")).Compile(calendar.Days(day("1900-01-01"), day("2200-12-31")))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []Rounding{{money.HalfUp, PlaceClaim}, {money.HalfUp, PlaceSegment}, {money.Up.ToStep(money.MaxMinor), PlaceDay}} {
		a, err := NewAccount(line, calendar.ActActISDA, day("1900-01-01"), r, money.FromMinor(money.MaxMinor, money.MustCurrency("SEK")))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := a.Rounded(day("2200-12-31")); !errors.Is(err, money.ErrTooLarge) {
			t.Errorf("%s: %s, %v; want ErrTooLarge", r.Place, got, err)
		}
	}
}
