package reckon

import (
	"math/big"
	"testing"

	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
)

func TestHalfEven(t *testing.T) {
	for _, tt := range []struct {
		num, den, want int64
	}{{1, 2, 0}, {3, 2, 2}, {5, 2, 2}, {-1, 2, 0}, {-3, 2, -2}, {49, 100, 0}, {51, 100, 1}, {-51, 100, -1}, {7, 1, 7}, {-5, 2, -2}} {
		if got := HalfEven(big.NewRat(tt.num, tt.den)); got != tt.want {
			t.Errorf("%d/%d: %d, want %d", tt.num, tt.den, got, tt.want)
		}
	}
}

// By hand: 36 500.00 at 10 % is 10.00 a day. Ten days to the payment of 160.00, of
// which the fee takes 60.00 and the interest 100.00; then ten days at 20.00 a day.
func TestStatementByHand(t *testing.T) {
	due := calendar.MustDate(2020, 1, 31)
	c := portfolio.Case{
		AsOf: due + 20, Claims: []portfolio.Claim{{Principal: 36_500_00, Due: due}},
		Fees:     []portfolio.Fee{{Amount: 60_00, Date: due + 10}, {Amount: 5_00, Date: due + 11}},
		Payments: []portfolio.Payment{{Amount: 160_00, Date: due + 10}},
	}
	series := []portfolio.Rate{{From: due - 100, Value: 2_000_000}, {From: due + 11, Value: 12_000_000}}
	want := portfolio.Total{Principal: 36_500_00, Interest: 200_00, Fees: 5_00}
	if got := Statement(c, series, 8_000_000); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	c.Payments = append(c.Payments, portfolio.Payment{Amount: 40_000_00, Date: due + 20})
	want = portfolio.Total{Held: 40_000_00 - 36_500_00 - 200_00 - 5_00}
	if got := Statement(c, series, 8_000_000); got != want {
		t.Errorf("paid off: %+v, want %+v", got, want)
	}
}

// By hand: 1 200.00 at 12 % in two rows is 609.03 (1200 · 0.01 · 1.0201 / 0.0201).
func TestScheduleByHand(t *testing.T) {
	rows := Schedule(portfolio.Loan{Principal: 1_200_00, BasisPoints: 1200, Rows: 2})
	if rows[0].Interest != 12_00 || rows[0].Principal != 597_01 || rows[1].Interest != 6_03 || rows[1].Principal != 602_99 || rows[1].Closing != 0 {
		t.Errorf("%+v", rows)
	}
}

// By hand: 100 back for 100 after a month is 0 %, and 101 is 1.01^12 − 1 = 12.6825 %.
func TestIsAPR(t *testing.T) {
	for _, tt := range []struct {
		paid, rate int64
	}{{100_00, 0}, {101_00, 12_68}} {
		f := portfolio.Flows{Loan: 100_00, Payments: []int64{tt.paid}}
		for off := int64(-2); off <= 2; off++ {
			if got := IsAPR(f, tt.rate+off); got != (off == 0) {
				t.Errorf("%d back, %d: %v", tt.paid, tt.rate+off, got)
			}
		}
	}
}
