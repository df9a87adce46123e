package ledger

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/money"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }
func sek(s string) money.Amount  { return money.MustParse(s + " SEK") }

// terms bears a fixed rate under ACT/365F from the day after due.
func terms(due, rate string) ClaimTerms {
	return ClaimTerms{
		Bears: true, First: day(due) + 1, Component: allocation.DefaultInterest, Rounding: interest.Commercial(),
		Terms: interest.Terms{Rate: interest.Fixed(interest.MustPercent(rate)), DayCount: calendar.Act365Fixed},
	}
}

func order(t testing.TB, name string) allocation.Order {
	t.Helper()
	o, ok := allocation.Preset(name)
	if !ok {
		t.Fatalf("no preset %q", name)
	}
	return o
}

// simple is a case of one claim of 10 000 at 12 %, due 2024-01-31, with a fee of
// 60 and the given payments "date amount".
func simple(t testing.TB, payments ...string) (Case, Resolved) {
	c := Case{
		ID: "T", Currency: money.MustCurrency("SEK"),
		Claims: []Claim{{ID: "INV", Principal: sek("10000.00"), VAT: sek("2000.00"), Issued: day("2024-01-01"), Due: day("2024-01-31"),
			Interest: &InterestFacts{RateFacts: RateFacts{Basis: BasisFixed, Rate: interest.MustPercent("12")}}}},
		Fees: []Fee{{ID: "FEE", Code: "reminder", Date: day("2024-02-15"), Amount: sek("60.00")}},
	}
	for i, p := range payments {
		date, amount, _ := strings.Cut(p, " ")
		c.Payments = append(c.Payments, Payment{ID: fmt.Sprint("P", i), Date: day(date), Amount: sek(amount)})
	}
	return c, Resolved{Claims: []ClaimTerms{terms("2024-01-31", "12")}, Order: order(t, allocation.CostsInterestPrincipal)}
}

func fold(t testing.TB, c Case, r Resolved, at At) *Statement {
	t.Helper()
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	b, err := Fold(c, r, at)
	if err != nil {
		t.Fatal(err)
	}
	st, err := b.Statement()
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Verify(); err != nil {
		t.Fatal(err)
	}
	return st
}

func show(st *Statement) string {
	var out []string
	for _, pa := range st.Allocations {
		for _, l := range pa.Lines {
			vat := ""
			if l.VAT != (money.Amount{}) {
				vat = " vat " + l.VAT.Number()
			}
			out = append(out, fmt.Sprintf("%s>%s %s %s@%d%s", pa.Payment, l.Item, l.Component, l.Amount.Number(), l.Rung, vat))
		}
		if pa.Unallocated.Sign() != 0 {
			out = append(out, pa.Payment+" rest "+pa.Unallocated.Number())
		}
	}
	t := st.Totals
	return strings.Join(append(out, fmt.Sprintf("= %s + %s + %s = %s", t.Principal.Number(), t.Interest.Number(), t.Fees.Number(), t.Total.Number())), "\n")
}

// By hand: 100 days (1 February through 10 May) at 12 % of 10 000 are 328.767…;
// the payment takes 60.00, 328.77 and 2 111.23; 21 days on 7 888.77 are 54.464…,
// together 383.231…, so 54.46 is open.
func TestFoldByHand(t *testing.T) {
	c, r := simple(t, "2024-05-10 2500.00")
	got := show(fold(t, c, r, At{AsOf: day("2024-05-31")}))
	want := `P0>FEE fee 60.00@1
P0>INV default-interest 328.77@2
P0>INV principal 2111.23@4 vat 422.25
= 7888.77 + 54.46 + 0.00 = 7943.23`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsNotKnownYetDoesNotCount(t *testing.T) {
	c, r := simple(t, "2024-05-10 2500.00")
	c.Payments[0].Recorded = day("2024-05-12")
	tests := []struct {
		name string
		at   At
		want string
	}{
		{"before the claim is issued", At{AsOf: day("2023-12-31")}, "= 0.00 + 0.00 + 0.00 = 0.00"},
		{"before the fee", At{AsOf: day("2024-02-14")}, "= 10000.00 + 46.03 + 0.00 = 10046.03"},
		{"before the payment is recorded", At{AsOf: day("2024-05-10"), KnownAt: day("2024-05-11")}, "= 10000.00 + 328.77 + 60.00 = 10388.77"},
	}
	for _, tt := range tests {
		if got := show(fold(t, c, r, tt.at)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	late := c
	late.Claims = []Claim{c.Claims[0]}
	late.Claims[0].Recorded = day("2024-06-01")
	if got := show(fold(t, late, r, At{AsOf: day("2024-05-10"), KnownAt: day("2024-05-31")})); got != "P0>FEE fee 60.00@1\nP0 rest 2440.00\n= 0.00 + 0.00 + 0.00 = 0.00" {
		t.Errorf("claim recorded later: %s", got)
	}
}

func TestFreePaymentDay(t *testing.T) {
	c, r := simple(t, "2024-05-10 388.77")
	r.Claims[0].PaymentDay = Free
	// 99 days are 325.479…; 3.29 go to principal and the 10th bears on the rest.
	want := "P0>FEE fee 60.00@1\nP0>INV default-interest 325.48@2\nP0>INV principal 3.29@4 vat 0.66\n= 9996.71 + 3.29 + 0.00 = 10000.00"
	if diff := cmp.Diff(want, show(fold(t, c, r, At{AsOf: day("2024-05-10")}))); diff != "" {
		t.Error(diff)
	}
}

func TestWaitingMoneyIsAppliedToWhatArisesLater(t *testing.T) {
	c, r := simple(t, "2024-01-15 10030.00")
	held := show(fold(t, c, r, At{AsOf: day("2024-02-20")}))
	if want := "P0>INV principal 10000.00@4 vat 2000.00\nP0 rest 30.00\n= 0.00 + 0.00 + 60.00 = 60.00"; held != want {
		t.Errorf("held: %s", held)
	}
	r.Order.Rest = allocation.Apply
	applied := show(fold(t, c, r, At{AsOf: day("2024-02-20")}))
	if want := "P0>INV principal 10000.00@4 vat 2000.00\nP0>FEE fee 30.00@1\n= 0.00 + 0.00 + 30.00 = 30.00"; applied != want {
		t.Errorf("applied: %s", applied)
	}
}

func TestClippedDirection(t *testing.T) {
	c, r := simple(t, "2024-02-10 500.00")
	c.Payments[0].Specification = []allocation.Directed{
		{Item: "FEE", Components: []allocation.Component{allocation.Fee}, Amount: sek("60.00")}, // raised only on the 15th
		{Item: "INV", Components: allocation.Interest(), Amount: sek("50.00")},
	}
	st := fold(t, c, r, At{AsOf: day("2024-02-10")})
	want := "P0>INV default-interest 32.88@0\nP0>INV principal 467.12@4 vat 93.42\n= 9532.88 + 0.00 + 0.00 = 9532.88"
	if diff := cmp.Diff(want, show(st)); diff != "" {
		t.Error(diff)
	}
	var paths []string
	for _, f := range st.Findings {
		paths = append(paths, f.Code+" "+f.Path)
	}
	if diff := cmp.Diff([]string{"specification-clipped /payments/0/specification/0", "specification-clipped /payments/0/specification/1"}, paths); diff != "" {
		t.Error(diff)
	}
}

func TestUnknownRatesOfAllClaimsAreReported(t *testing.T) {
	c, r := simple(t)
	c.Claims = append(c.Claims, c.Claims[0])
	c.Claims[1].ID = "INV-2"
	unknown := interest.Reference(rates.SE())
	r.Claims = append(r.Claims, r.Claims[0])
	r.Claims[0].Terms.Rate, r.Claims[1].Terms.Rate = unknown, unknown
	b, err := Fold(c, r, At{AsOf: day("2190-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	_, err = b.Statement()
	problems := AsProblems(err)
	if len(problems) != 2 || problems[0].Path != "/claims/0/interest" || problems[1].Path != "/claims/1/interest" {
		t.Errorf("got %v", err)
	}
	c.Payments = []Payment{{ID: "P", Date: day("2189-01-01"), Amount: sek("1.00")}}
	if _, err := Fold(c, r, At{AsOf: day("2190-01-01")}); len(AsProblems(err)) != 2 {
		t.Errorf("at a payment: %v", err)
	}
	c.Payments = []Payment{{ID: "P", Date: day("2024-01-31"), Amount: sek("20000.00")}}
	if st := fold(t, c, r, At{AsOf: day("2190-01-01")}); st.Totals.Principal.Sign() != 0 {
		t.Errorf("claims settled in time need no later table: %s", show(st))
	}
}

func TestFoldRefuses(t *testing.T) {
	c, r := simple(t)
	for _, at := range []At{{}, {AsOf: -5}, {AsOf: 1 << 30}, {AsOf: 1<<31 - 1}, {AsOf: day("2024-05-10"), KnownAt: -1}} {
		if _, err := Fold(c, r, at); err == nil {
			t.Errorf("%d, %d pass", at.AsOf, at.KnownAt)
		}
	}
	if _, err := Fold(c, Resolved{Order: r.Order}, At{AsOf: day("2024-05-10")}); err == nil {
		t.Error("claims without terms pass")
	}
	r.Order = allocation.Order{}
	c.Payments = []Payment{{ID: "P", Date: day("2024-05-10"), Amount: sek("1.00")}}
	if _, err := Fold(c, r, At{AsOf: day("2024-05-10")}); !errors.Is(err, allocation.ErrNoOrder) {
		t.Errorf("no order: %v", err)
	}
}

// random draws a case with several claims, fees and payments.
func random(t testing.TB, r *rand.Rand) (Case, Resolved) {
	start := day("2022-01-01")
	c := Case{ID: "R", Currency: money.MustCurrency("SEK")}
	res := Resolved{Order: order(t, allocation.Presets()[r.Intn(len(allocation.Presets()))])}
	for i := range 1 + r.Intn(4) {
		due := start + calendar.Date(r.Intn(500))
		cl := Claim{ID: fmt.Sprint("C", i), Principal: money.FromMinor(1+r.Int63n(500_000), c.Currency), Due: due,
			Interest: &InterestFacts{RateFacts: RateFacts{Basis: BasisFixed}}}
		if r.Intn(2) == 0 {
			cl.Issued = due - 30
		}
		tm := terms(due.String(), fmt.Sprint(r.Intn(15)-2))
		tm.PaymentDay = PaymentDay(r.Intn(3))
		tm.Rounding = interest.Rounding{Mode: money.HalfEven, Place: interest.Place(1 + r.Intn(3))}
		tm.Component = []allocation.Component{allocation.DefaultInterest, allocation.ContractInterest}[r.Intn(2)]
		c.Claims, res.Claims = append(c.Claims, cl), append(res.Claims, tm)
	}
	// One statement has one rounding.
	for i := range res.Claims {
		res.Claims[i].Rounding = res.Claims[0].Rounding
	}
	for i := range r.Intn(3) {
		c.Fees = append(c.Fees, Fee{ID: fmt.Sprint("F", i), Date: start + calendar.Date(r.Intn(700)), Amount: money.FromMinor(1+r.Int63n(30_000), c.Currency)})
	}
	for i := range r.Intn(6) {
		c.Payments = append(c.Payments, Payment{ID: fmt.Sprint("P", i), Date: start + calendar.Date(r.Intn(800)), Amount: money.FromMinor(1+r.Int63n(300_000), c.Currency)})
	}
	return c, res
}

func TestLaws(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("paying the payoff on its day leaves nothing open", prop.ForAll(func(seed int64) string {
		r := rand.New(rand.NewSource(seed))
		c, res := random(t, r)
		on := day("2022-06-01") + calendar.Date(r.Intn(500))
		b, err := Fold(c, res, At{AsOf: on})
		if err != nil {
			return err.Error()
		}
		quote, err := b.Payoff()
		if err != nil {
			return err.Error()
		}
		if quote.Amount.Sign() == 0 {
			return ""
		}
		for i, name := range []string{"last cent", "all"} {
			paid := c
			amount := money.FromMinor(quote.Amount.Minor()-1+int64(i), c.Currency)
			if amount.Sign() == 0 {
				continue
			}
			paid.Payments = append(append([]Payment(nil), c.Payments...), Payment{ID: "PAYOFF", Date: on, Recorded: day("2199-01-01"), Amount: amount})
			st := fold(t, paid, res, At{AsOf: on})
			if zero := st.Totals.Total.Sign() == 0; zero != (i == 1) {
				return fmt.Sprintf("%s of %s paid: %s open", name, quote.Amount, st.Totals.Total)
			}
		}
		return ""
	}, gen.Int64()))
	properties.Property("the order of the file does not matter where nothing ties", prop.ForAll(func(seed int64) string {
		r := rand.New(rand.NewSource(seed))
		c, res := random(t, r)
		for i := range c.Payments {
			c.Payments[i].Date = day("2022-01-01") + calendar.Date(i*100+r.Intn(100))
		}
		for i := range c.Claims { // different due dates, so that no order falls back on the file
			c.Claims[i].Due, res.Claims[i].First = day("2022-01-01")+calendar.Date(i), day("2022-01-02")+calendar.Date(i)
		}
		for i := range c.Fees {
			c.Fees[i].Date = day("2022-03-01") + calendar.Date(i)
		}
		other, otherRes := c, res
		other.Claims, otherRes.Claims = append([]Claim(nil), c.Claims...), append([]ClaimTerms(nil), res.Claims...)
		other.Payments, other.Fees = append([]Payment(nil), c.Payments...), append([]Fee(nil), c.Fees...)
		r.Shuffle(len(other.Claims), func(i, j int) {
			other.Claims[i], other.Claims[j] = other.Claims[j], other.Claims[i]
			otherRes.Claims[i], otherRes.Claims[j] = otherRes.Claims[j], otherRes.Claims[i]
		})
		r.Shuffle(len(other.Payments), func(i, j int) { other.Payments[i], other.Payments[j] = other.Payments[j], other.Payments[i] })
		for i := range other.Payments { // when a fact became known does not matter once it is
			other.Payments[i].Recorded = other.Payments[i].Date + calendar.Date(r.Intn(60))
		}
		r.Shuffle(len(other.Fees), func(i, j int) { other.Fees[i], other.Fees[j] = other.Fees[j], other.Fees[i] })
		at := At{AsOf: day("2024-01-01")}
		return cmp.Diff(show(fold(t, c, res, at)), show(fold(t, other, otherRes, at)))
	}, gen.Int64()))
	properties.Property("asking in between, and paying in pieces, change nothing", prop.ForAll(func(seed int64) string {
		r := rand.New(rand.NewSource(seed))
		c, res := random(t, r)
		for res.Order.Processing == allocation.Horizontal { // shares pro rata
			res.Order = order(t, allocation.Presets()[r.Intn(len(allocation.Presets()))])
		}
		pieces := c
		pieces.Payments = nil
		for _, p := range c.Payments {
			first := r.Int63n(p.Amount.Minor())
			if first > 0 {
				part := p
				part.ID += "a"
				part.Amount = money.FromMinor(first, c.Currency)
				pieces.Payments = append(pieces.Payments, part)
			}
			p.Amount = money.FromMinor(p.Amount.Minor()-first, c.Currency)
			pieces.Payments = append(pieces.Payments, p)
		}
		at := At{AsOf: day("2024-01-01")}
		return cmp.Diff(fold(t, c, res, at).Totals, fold(t, pieces, res, at).Totals, cmp.Comparer(func(a, b money.Amount) bool { return a == b }))
	}, gen.Int64()))
	properties.TestingRun(t)
}

// A statement that was tampered with does not verify.
func TestVerifyFindsTampering(t *testing.T) {
	cent := sek("0.01")
	add := func(a *money.Amount) { *a = money.FromMinor(a.Minor()+cent.Minor(), a.Currency()) }
	tampers := map[string]func(*Statement){
		"total":             func(st *Statement) { add(&st.Totals.Total) },
		"interest total":    func(st *Statement) { add(&st.Totals.DefaultInterest) },
		"paid":              func(st *Statement) { add(&st.Paid.Fees) },
		"unallocated":       func(st *Statement) { add(&st.Paid.Unallocated) },
		"principal":         func(st *Statement) { add(&st.Items[0].Principal.Remaining) },
		"principal paid":    func(st *Statement) { add(&st.Items[0].Principal.Paid) },
		"accrued":           func(st *Statement) { add(&st.Items[0].Parts[0].Accrued) },
		"remaining":         func(st *Statement) { add(&st.Items[0].Parts[0].Remaining) },
		"sum of the kinds":  func(st *Statement) { add(&st.Items[0].Interest.Adjusted) },
		"line":              func(st *Statement) { add(&st.Allocations[0].Lines[0].Amount) },
		"segment rate":      func(st *Statement) { st.Items[0].Segments[0].Rate++ },
		"segment principal": func(st *Statement) { add(&st.Items[0].Segments[0].Principal) },
		"segment fraction":  func(st *Statement) { st.Items[0].Segments[0].Fraction.Num++ },
		"balances that the payments do not leave": func(st *Statement) {
			seg := &st.Items[0].Segments[1]
			*seg = st.Items[0].Segments[0]
			seg.Period.From, seg.Period.To = seg.Period.To, seg.Period.To+21
		},
		"segment after the statement": func(st *Statement) { st.Items[0].Segments[1].Period.To += 5 },
		"segment lost":                func(st *Statement) { st.Items[0].Segments = st.Items[0].Segments[1:] },
		"segment twice": func(st *Statement) {
			st.Items[0].Segments = append(st.Items[0].Segments, st.Items[0].Segments[0])
		},
		"fee": func(st *Statement) { add(&st.Items[1].Charge.Original) },
	}
	for name, tamper := range tampers {
		c, r := simple(t, "2024-05-10 2500.00")
		st := fold(t, c, r, At{AsOf: day("2024-05-31")})
		tamper(st)
		if err := st.Verify(); !errors.Is(err, ErrVerify) {
			t.Errorf("%s: %v, want ErrVerify", name, err)
		}
	}
	c, r := simple(t)
	r.Claims[0].Rounding.Place = interest.PlaceSegment
	st := fold(t, c, r, At{AsOf: day("2024-05-31")})
	add(&st.Items[0].Segments[0].Counted)
	if err := st.Verify(); !errors.Is(err, ErrVerify) {
		t.Errorf("counted: %v, want ErrVerify", err)
	}
}

func TestDigest(t *testing.T) {
	c, r := simple(t, "2024-05-10 2500.00")
	at := At{AsOf: day("2024-05-31")}
	first := fold(t, c, r, at)
	r.Tables = "sha256:other"
	if again := fold(t, c, r, at); again.Digest != first.Digest {
		t.Error("other tables, other digest")
	}
	c.Payments[0].By = "D-1"
	c.Debtors = []Debtor{{ID: "D-1"}}
	if other := fold(t, c, r, at); other.Digest == first.Digest {
		t.Error("other facts, same digest")
	}
	same, r := simple(t, "2024-05-10 2500.00")
	same.Claims[0].Kind, same.Debtors, same.Titles = Invoice, []Debtor{}, []Title{}
	same.Claims[0].Interest.PaymentDay, same.Claims[0].Interest.Kind = Bears, ForDelay
	same.Base, same.Allocation.Rest, same.Allocation.Direction = same.Currency, allocation.Hold, allocation.DirectFreely
	if again := fold(t, same, r, at); again.Digest != first.Digest {
		t.Error("defaults in words, other digest")
	}
}
