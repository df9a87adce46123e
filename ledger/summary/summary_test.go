package summary_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

func day(s string) calendar.Date   { return calendar.MustParseDate(s) }
func amount(s string) money.Amount { return money.MustParse(s) }

// fixed bears 10 % a year under ACT/365F, so 73 days are 2 %.
func fixed(kind ledger.InterestKind) *ledger.InterestFacts {
	return &ledger.InterestFacts{
		RateFacts: ledger.RateFacts{Basis: ledger.BasisFixed, Rate: interest.MustPercent("10")}, DayCount: calendar.Act365Fixed, Kind: kind,
	}
}

// simple is a case of one claim, due at the end of 2023, so that 2024-03-13 is the
// 73rd bearing day, and of a fee of 60 on 2024-01-10.
func simple(id, principal string) ledger.Case {
	p := amount(principal)
	return ledger.Case{
		ID: id, Currency: p.Currency(),
		Claims: []ledger.Claim{{ID: "INV", Principal: p, Issued: day("2023-12-01"), Due: day("2023-12-31"), Interest: fixed(ledger.ForDelay)}},
		Fees:   []ledger.Fee{{ID: "FEE", Date: day("2024-01-10"), Amount: money.FromMinor(60_00, p.Currency())}},
	}
}

// owedBy gives a case debtors, as "id" or "id role".
func owedBy(c ledger.Case, debtors ...string) ledger.Case {
	for _, d := range debtors {
		id, role, _ := strings.Cut(d, " ")
		c.Debtors = append(c.Debtors, ledger.Debtor{ID: id, Role: role})
	}
	return c
}

func entry(t testing.TB, c ledger.Case, asOf string) summary.Entry {
	t.Helper()
	st, err := skuld.Default().Statement(c, ledger.At{AsOf: day(asOf)})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Verify(); err != nil {
		t.Fatal(err)
	}
	return summary.Entry{Case: c, Statement: st}
}

// show lists the rows of a view that are not nothing.
func show(v summary.CaseView) []string {
	var out []string
	add := func(name string, p summary.Parts) {
		if p.Principal.Sign() == 0 && p.Interest.Sign() == 0 && p.Fees.Sign() == 0 && p.Capitalized.Sign() == 0 {
			return
		}
		out = append(out, name+" "+numbers(p.Principal, p.Interest, p.Fees, p.Sum)+" cap "+p.Capitalized.Number())
	}
	for _, r := range []struct {
		name string
		p    summary.Parts
	}{
		{"original", v.Original}, {"charged", v.Charged}, {"before", v.Before}, {"accrued", v.Accrued}, {"capitalized", v.Capitalized},
		{"adjusted", v.Adjusted}, {"paid", v.Paid}, {"disposed", v.Disposed}, {"carried", v.Carried}, {"remaining", v.Remaining},
		{"third", v.PaidToThirdParty},
	} {
		add(r.name, r.p)
	}
	for _, r := range []struct {
		name string
		a    money.Amount
	}{{"unsettled", v.Unsettled}, {"over-refunded", v.OverRefunded}, {"credit", v.CreditLeft}} {
		if r.a.Sign() != 0 {
			out = append(out, r.name+" "+r.a.Number())
		}
	}
	return out
}

func numbers(list ...money.Amount) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Number())
	}
	return strings.Join(out, " ")
}

// Every row is principal, interest, fees, sum; all is as of 2024-03-13, the 73rd day.
func TestCase(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit func(*summary.Entry)
		want []string
	}{
		{"nothing happened: 10 000 × 2 % = 200", func(*summary.Entry) {}, []string{
			"original 10000.00 0.00 60.00 10060.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"remaining 10000.00 200.00 60.00 10260.00 cap 0.00",
		}},
		{"60 fee + 200 interest + 800 principal paid on the last day to the creditor", func(e *summary.Entry) {
			e.Case.Payments = []ledger.Payment{{ID: "P", Date: day("2024-03-13"), Amount: amount("1060.00 SEK"), Direct: true}}
		}, []string{
			"original 10000.00 0.00 60.00 10060.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"paid 800.00 200.00 60.00 1060.00 cap 0.00",
			"remaining 9200.00 0.00 0.00 9200.00 cap 0.00",
			"third 800.00 200.00 60.00 1060.00 cap 0.00",
		}},
		{"the fee was raised after the registration", func(e *summary.Entry) { e.Registered = day("2024-01-09") }, []string{
			"original 10000.00 0.00 0.00 10000.00 cap 0.00",
			"charged 0.00 0.00 60.00 60.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"remaining 10000.00 200.00 60.00 10260.00 cap 0.00",
		}},
		{"the day of the registration is inclusive", func(e *summary.Entry) { e.Registered = day("2024-01-10") }, []string{
			"original 10000.00 0.00 60.00 10060.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"remaining 10000.00 200.00 60.00 10260.00 cap 0.00",
		}},
		{"taken over with 8 000 + 150; 8 000 × 2 % = 160", func(e *summary.Entry) {
			e.Case.Claims[0].Opening = &ledger.Opening{Through: day("2023-12-31"), Principal: amount("8000.00 SEK"), Interest: amount("150.00 SEK")}
		}, []string{
			"original 10000.00 150.00 60.00 10210.00 cap 0.00",
			"before 2000.00 0.00 0.00 2000.00 cap 0.00",
			"accrued 0.00 160.00 0.00 160.00 cap 0.00",
			"remaining 8000.00 310.00 60.00 8370.00 cap 0.00",
		}},
		{"all interest capitalized on the last day", func(e *summary.Entry) {
			e.Case.Capitalizations = []ledger.Capitalization{{ID: "C", Item: "INV", Date: day("2024-03-13")}}
		}, []string{
			"original 10000.00 0.00 60.00 10060.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"capitalized 200.00 -200.00 0.00 0.00 cap 200.00",
			"remaining 10200.00 0.00 60.00 10260.00 cap 200.00",
		}},
		{"500 adjusted down, 1 000 written off, 300 of a credit note, all on the last day", func(e *summary.Entry) {
			e.Case.Adjustments = []ledger.Adjustment{{ID: "A", Item: "INV", Date: day("2024-03-13"), Component: allocation.Principal, Amount: amount("-500.00 SEK")}}
			e.Case.WriteOffs = []ledger.WriteOff{{ID: "W", Item: "INV", Date: day("2024-03-13"), Components: []allocation.Component{allocation.Principal}, Amount: amount("1000.00 SEK")}}
			e.Case.Claims = append(e.Case.Claims, ledger.Claim{ID: "CR", Kind: ledger.CreditNote, Principal: amount("300.00 SEK"), Due: day("2024-03-13")})
		}, []string{
			"original 10000.00 0.00 60.00 10060.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"adjusted -800.00 0.00 0.00 -800.00 cap 0.00",
			"disposed 1000.00 0.00 0.00 1000.00 cap 0.00",
			"remaining 8200.00 200.00 60.00 8460.00 cap 0.00",
		}},
		{"waived at the closing", func(e *summary.Entry) {
			e.Case.Closed = &ledger.Closing{Date: day("2024-03-13"), Disposition: ledger.Waived}
		}, []string{
			"original 10000.00 0.00 60.00 10060.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"disposed 10000.00 200.00 60.00 10260.00 cap 0.00",
		}},
		{"a credit note of 350 nets 300, so of 10 300 paid only 60 + 300 × 2 % find something", func(e *summary.Entry) {
			e.Case.Payments = []ledger.Payment{{ID: "P", Date: day("2024-03-13"), Amount: amount("10300.00 SEK")}}
			e.Case.Claims = append(e.Case.Claims, ledger.Claim{ID: "CR", Kind: ledger.CreditNote, Principal: amount("350.00 SEK"), Due: day("2024-03-13")})
			e.Case.Claims[0].Principal = amount("300.00 SEK")
		}, []string{
			"original 300.00 0.00 60.00 360.00 cap 0.00",
			"accrued 0.00 6.00 0.00 6.00 cap 0.00",
			"adjusted -300.00 0.00 0.00 -300.00 cap 0.00",
			"paid 0.00 6.00 60.00 66.00 cap 0.00",
			"unsettled 10234.00",
			"credit 50.00",
		}},
		{"a reversal takes the direct payment back", func(e *summary.Entry) {
			e.Case.Payments = []ledger.Payment{{ID: "P", Date: day("2024-03-13"), Amount: amount("1060.00 SEK"), Direct: true}}
			e.Case.Reversals = []ledger.Reversal{{ID: "R", Payment: "P", Date: day("2024-03-13"), Effect: ledger.Mirror}}
		}, []string{
			"original 10000.00 0.00 60.00 10060.00 cap 0.00",
			"accrued 0.00 200.00 0.00 200.00 cap 0.00",
			"remaining 10000.00 200.00 60.00 10260.00 cap 0.00",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := summary.Entry{Case: simple("1", "10000.00 SEK")}
			tt.edit(&e)
			e.Statement = entry(t, e.Case, "2024-03-13").Statement
			v, err := summary.Case(e)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, show(v)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A negative rate: −1 % × 10 000 × 73/365 = −20, which does not lower the debt.
func TestCarried(t *testing.T) {
	c := simple("1", "10000.00 SEK")
	c.Claims[0].Interest.Rate = interest.MustPercent("-1")
	v, err := summary.Case(entry(t, c, "2024-03-13"))
	if err != nil {
		t.Fatal(err)
	}
	if got := numbers(v.Accrued.Interest, v.Carried.Interest, v.Remaining.Interest); got != "-20.00 20.00 0.00" {
		t.Error(got)
	}
}

func TestOverRefundedAndClosed(t *testing.T) {
	c := simple("1", "10000.00 SEK")
	c.Payments = []ledger.Payment{{ID: "P", Date: day("2024-03-13"), Amount: amount("100.00 SEK")}}
	c.Refunds = []ledger.Refund{{ID: "R", Date: day("2024-03-13"), Amount: amount("70.00 SEK")}}
	c.Closed = &ledger.Closing{Date: day("2024-03-13")}
	v, err := summary.Case(entry(t, c, "2024-03-13"))
	if err != nil {
		t.Fatal(err)
	}
	if got := numbers(v.Unsettled, v.OverRefunded); got != "0.00 70.00" || !v.Closed || v.Status != ledger.OverRefunded {
		t.Error(got, v.Closed, v.Status)
	}
	if early, err := summary.Case(entry(t, c, "2024-03-12")); err != nil || early.Closed {
		t.Error("closed before its day", err)
	}
}

// Books in SEK at 11.50 for 1 EUR: 1 000 → 11 500; interest 20.00 → 230. The second
// claim has no rate, nor has the fee.
func TestBase(t *testing.T) {
	c := simple("1", "1000.00 EUR")
	c.Base = money.MustCurrency("SEK")
	c.Claims[0].Exchange.Rate, _ = money.ParseExchangeRate("11.5")
	c.Claims = append(c.Claims, ledger.Claim{ID: "NEW", Principal: amount("5.00 EUR"), Due: day("2024-03-13"), Interest: fixed(0)})
	v, err := summary.Case(entry(t, c, "2024-03-13"))
	if err != nil {
		t.Fatal(err)
	}
	r := v.Base.Remaining
	if got := numbers(r.Principal, r.Interest, r.Fees, r.Sum); got != "11500.00 230.00 0.00 11730.00" || r.Sum.Currency().Code() != "SEK" {
		t.Error(got)
	}
	if diff := cmp.Diff([]string{"NEW", "FEE"}, v.Base.Missing); diff != "" {
		t.Error(diff)
	}
	if got := v.Remaining.String(); got != "1085.00 EUR = principal 1005.00 + interest 20.00 + fees 60.00" {
		t.Error(got)
	}
}
