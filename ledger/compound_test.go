package ledger

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// compounding is 1 000.00 at 10 % compounding on each 1 January from 2023, paid
// in the order interest before principal.
func compounding(t testing.TB, payments ...string) (Case, Resolved) {
	c, r := simple(t, payments...)
	c.Fees = nil
	c.Claims[0].Principal, c.Claims[0].VAT = sek("1000.00"), money.Amount{}
	c.Claims[0].Issued, c.Claims[0].Due = 0, day("2021-12-31")
	r.Claims[0] = terms("2021-12-31", "10")
	r.Claims[0].Compounding = Annual
	r.Order = order(t, allocation.InterestFirst)
	return c, r
}

// runs writes segments as "first..last principal".
func runs(segments []interest.Segment) []string {
	var out []string
	for _, s := range segments {
		out = append(out, s.Period.First().String()+".."+s.Period.Last().String()+" "+s.Principal.Number())
	}
	return out
}

// By hand: 2022 bears 100.00, which joins the base; 182 days of 2023 on 1 100.00
// are 54.849…; the payment takes 60.00 of the oldest interest, so the base falls to
// 1 040.00; 183 days on it are 52.142…. 206.99 − 60.00 = 146.99 join on 2024-01-01.
func TestCompoundingByHand(t *testing.T) {
	c, r := compounding(t, "2023-07-01 60.00")
	st := fold(t, c, r, At{AsOf: day("2024-01-10")})
	want := []string{
		"2022-01-01..2022-12-31 1000.00", "2023-01-01..2023-07-01 1100.00", "2023-07-02..2023-12-31 1040.00",
		"2024-01-01..2024-01-10 1146.99",
	}
	if diff := cmp.Diff(want, runs(st.Items[0].Segments)); diff != "" {
		t.Error(diff)
	}
	a := st.Items[0].Interest
	if got := a.Exact.Fixed(6) + " " + a.Remaining.Number() + " " + a.Compounded.Number() + " " + st.PerDiem.Fixed(4); got != "210.134219 150.13 146.99 0.3142" {
		t.Errorf("got %s", got)
	}
}

func TestCompoundingBorders(t *testing.T) {
	tests := []struct {
		name     string
		edit     func(*Case, *Resolved)
		payments []string
		asOf     string
		want     []string
		perDiem  string
	}{
		{"per diem on the eve uses the present balance", nil, nil, "2022-12-31",
			[]string{"2022-01-01..2022-12-31 1000.00"}, "0.2740"},
		{"per diem on the day uses the new one", nil, nil, "2023-01-01",
			[]string{"2022-01-01..2022-12-31 1000.00", "2023-01-01..2023-01-01 1100.00"}, "0.3014"},
		{"a payment on the eve is not compounded", nil, []string{"2022-12-31 40.00"}, "2023-01-01",
			[]string{"2022-01-01..2022-12-31 1000.00", "2023-01-01..2023-01-01 1060.00"}, "0.2904"},
		{"a payment on the anniversary finds the interest compounded", nil, []string{"2023-01-01 100.00"}, "2023-01-02",
			[]string{"2022-01-01..2022-12-31 1000.00", "2023-01-01..2023-01-01 1100.00", "2023-01-02..2023-01-02 1000.00"}, "0.2740"},
		{"a free payment day lets it act first",
			func(_ *Case, r *Resolved) { r.Claims[0].PaymentDay = Free }, []string{"2023-01-01 100.00"}, "2023-01-02",
			[]string{"2022-01-01..2023-01-02 1000.00"}, "0.2740"},
		{"a payment that reaches principal", nil, []string{"2023-01-01 600.30"}, "2023-01-02",
			[]string{"2022-01-01..2022-12-31 1000.00", "2023-01-01..2023-01-01 1100.00", "2023-01-02..2023-01-02 500.00"}, "0.1370"},
		{"29 February acts on the 28th in common years",
			func(c *Case, r *Resolved) {
				c.Claims[0].Due = day("2024-02-28")
				r.Claims[0] = terms("2024-02-28", "10")
				r.Claims[0].Compounding = Annual
			}, nil, "2025-02-28",
			[]string{"2024-02-29..2025-02-27 1000.00", "2025-02-28..2025-02-28 1100.00"}, "0.3014"},
		{"nothing joins after the last bearing day",
			func(_ *Case, r *Resolved) { r.Claims[0].Last = day("2022-12-31") }, nil, "2024-06-30",
			[]string{"2022-01-01..2022-12-31 1000.00"}, "0.0000"},
		{"negative interest does not join",
			func(_ *Case, r *Resolved) { r.Claims[0].Terms.Rate = interest.Fixed(interest.MustPercent("-1")) }, nil, "2023-01-31",
			[]string{"2022-01-01..2023-01-31 1000.00"}, "-0.0274"},
		{"a claim raised later has compounded all the same",
			func(c *Case, _ *Resolved) { c.Claims[0].Issued = day("2023-06-01") }, nil, "2023-06-30",
			[]string{"2022-01-01..2022-12-31 1000.00", "2023-01-01..2023-06-30 1100.00"}, "0.3014"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, r := compounding(t, tt.payments...)
			if tt.edit != nil {
				tt.edit(&c, &r)
			}
			st := fold(t, c, r, At{AsOf: day(tt.asOf)})
			if diff := cmp.Diff(tt.want, runs(st.Items[0].Segments)); diff != "" {
				t.Error(diff)
			}
			if got := st.PerDiem.FixedMode(4, money.HalfUp); got != tt.perDiem {
				t.Errorf("per diem %s, want %s", got, tt.perDiem)
			}
		})
	}
}

func TestTitlesCountFromTheirDay(t *testing.T) {
	c := Case{Titles: []Title{{ID: "A", Date: day("2024-05-01")}, {ID: "B", Date: day("2024-03-01"), Recorded: day("2024-06-01")}}}
	tests := []struct {
		at   At
		want int
	}{
		{At{AsOf: day("2024-02-28")}, 0},
		{At{AsOf: day("2024-03-01")}, 1},
		{At{AsOf: day("2024-05-01")}, 2},
		{At{AsOf: day("2024-05-01"), KnownAt: day("2024-05-31")}, 1},
	}
	for _, tt := range tests {
		if got := len(c.TitlesKnown(tt.at).Titles); got != tt.want {
			t.Errorf("%v: %d titles, want %d", tt.at, got, tt.want)
		}
	}
	if len(c.Titles) != 2 {
		t.Error("the case itself was changed")
	}
}
