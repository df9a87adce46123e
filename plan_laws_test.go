package skuld_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/wire/native"
)

// The laws of schedules, on generated requests.
func TestLawsOfPlans(t *testing.T) {
	requests := 4000
	if testing.Short() {
		requests = 400
	}
	counts := map[string]int{}
	for seed := range uint64(requests) {
		d, ok := drawPlan(t, seed)
		if !ok {
			continue
		}
		for _, law := range planLaws {
			if law.holds(t, d) {
				counts[law.name]++
			}
		}
	}
	for _, law := range planLaws {
		t.Logf("%5d  %s", counts[law.name], law.name)
		if counts[law.name] < requests/20 {
			t.Errorf("%s was tested %d times in %d requests", law.name, counts[law.name], requests)
		}
	}
}

func FuzzLawsOfPlans(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		if d, ok := drawPlan(t, seed); ok {
			planLaws[seed%uint64(len(planLaws))].holds(t, d)
		}
	})
}

// planLaws fail the test where they do not hold, and report whether they had anything
// to say of a request.
var planLaws = []struct {
	name  string
	holds func(*testing.T, drawnPlan) bool
}{
	{"principals sum to the debt, every row adds up, the last closes", addsUp},
	{"one step less does not settle in as many rows", tight},
	{"more rows do not cost less interest", longer},
	{"asking twice gives the same", same},
	{"what is paid and unpaid is what is due", matched},
	{"the similar level is the exact one, rounded to the step", unroundedAgrees},
	{"paying the settlement figure is never dearer than the rows", settles},
}

type drawnPlan struct {
	seed uint64
	p    native.Plan
	s    *skuld.Schedule
}

// drawPlan makes the plan of a seed; false where there is none.
func drawPlan(t *testing.T, seed uint64) (drawnPlan, bool) {
	t.Helper()
	p, err := native.DecodePlan(bytes.NewReader(casegen.GeneratePlan(seed).JSON))
	if err != nil {
		return drawnPlan{}, false
	}
	s, err := buildPlan(skuld.Default(), p)
	return drawnPlan{seed, p, s}, err == nil
}

// again builds the plan of a changed request.
func (d drawnPlan) again(change func(*skuld.PlanRequest)) (*skuld.Schedule, error) {
	p := d.p
	p.Request.Life = nil
	change(&p.Request)
	return buildPlan(skuld.Default(), p)
}

func addsUp(t *testing.T, d drawnPlan) bool {
	return rowsAddUp(t, d.seed, d.s, d.p.Request.Debt)
}

// rowsAddUp re-adds a schedule.
func rowsAddUp(t *testing.T, seed uint64, s *skuld.Schedule, debt money.Amount) bool {
	t.Helper()
	open, principal, carried := debt.Minor(), int64(0), int64(0)
	for _, r := range s.Rows {
		if r.Amount.Minor() != r.Principal.Minor()+r.Interest.Minor()+r.Fee.Minor() {
			t.Errorf("seed %d: row %d pays %s of %s, %s and %s", seed, r.No, r.Amount, r.Principal, r.Interest, r.Fee)
		}
		if r.Opening.Minor() != open || r.Closing.Minor() != open-r.Principal.Minor() {
			t.Errorf("seed %d: row %d goes from %s to %s by %s, before it %d were open", seed, r.No, r.Opening, r.Closing, r.Principal, open)
		}
		open, principal, carried = r.Closing.Minor(), principal+r.Principal.Minor(), r.Carried.Minor()
		var shares int64
		for _, sh := range r.Shares {
			shares += sh.Amount.Minor()
		}
		if r.Shares != nil && shares != r.Principal.Minor() {
			t.Errorf("seed %d: row %d shares %d of %s", seed, r.No, shares, r.Principal)
		}
	}
	if open+carried != s.Residual.Minor() || principal+open != debt.Minor() {
		t.Errorf("seed %d: %d are open after the last row and %d carried, residual %s; principals are %d of %s", seed, open, carried, s.Residual, principal, debt)
	}
	if tot := s.Totals; tot.Amount.Minor() != tot.Principal.Minor()+tot.Interest.Minor()+tot.Fee.Minor() || tot.Principal.Minor() != principal {
		t.Errorf("seed %d: totals %v", seed, tot)
	}
	return true
}

// tight tries the level one step below the one solved as the least that settles.
func tight(t *testing.T, d drawnPlan) bool {
	r := d.p.Request
	solved := (r.Count > 0 || !r.End.IsZero()) && r.Amount.Minor() == 0 && r.Final.Minor() == 0 && len(r.Periods) == 0
	annuity := r.Kind == paymentplan.Annuity || r.Kind == paymentplan.FixedAmount || r.Kind == paymentplan.DebtRelief
	step := max(r.Step.Minor(), 1)
	if !solved || !annuity || r.LastRow > paymentplan.Lower || d.s.Level.Minor() <= step {
		return false
	}
	less, err := d.again(func(q *skuld.PlanRequest) {
		q.Count, q.End, q.Amount = 0, 0, money.FromMinor(d.s.Level.Minor()-step, d.s.Currency)
	})
	var small *paymentplan.TooSmallError
	switch {
	case errors.As(err, &small):
	case err != nil:
		t.Errorf("seed %d: %v", d.seed, err)
	case len(less.Rows) <= len(d.s.Rows):
		t.Errorf("seed %d: %s settles in %d rows, %s in %d", d.seed, less.Level, len(less.Rows), d.s.Level, len(d.s.Rows))
	}
	return true
}

func longer(t *testing.T, d drawnPlan) bool {
	r := d.p.Request
	if r.Count == 0 || r.Amount.Minor() != 0 || r.Final.Minor() != 0 || len(r.Periods) > 0 || r.Kind == paymentplan.Bullet {
		return false
	}
	for _, s := range segmentsOf(d.s) {
		if s.Rate < 0 {
			return false
		}
	}
	more, err := d.again(func(q *skuld.PlanRequest) { q.Count++ })
	if err != nil {
		return false // the step is too large, or rates are not known for longer
	}
	if has, had := more.Totals.Interest.Minor(), d.s.Totals.Interest.Minor(); 2*(had-has) > int64(len(d.s.Rows)) {
		t.Errorf("seed %d: %d rows cost %d, one more %d", d.seed, len(d.s.Rows), had, has)
	}
	return true
}

func same(t *testing.T, d drawnPlan) bool {
	again, err := buildPlan(skuld.Default(), d.p)
	if err != nil {
		t.Fatalf("seed %d: %v", d.seed, err)
	}
	var one, two bytes.Buffer
	if err := errors.Join(native.EncodeSchedule(&one, d.s), native.EncodeSchedule(&two, again)); err != nil {
		t.Fatal(err)
	}
	if one.String() != two.String() {
		t.Errorf("seed %d: two answers", d.seed)
	}
	return true
}

func matched(t *testing.T, d drawnPlan) bool {
	x := d.p.Request.Life
	if x == nil {
		return false
	}
	var received, paid, unpaid int64
	for _, p := range x.Payments {
		if p.Date <= x.AsOf {
			received += p.Amount.Minor()
		}
	}
	open := false
	for _, r := range d.s.Rows {
		if r.Paid.Minor()+r.Unpaid.Minor() != r.Amount.Minor() || open && r.Paid.Sign() > 0 {
			t.Errorf("seed %d: row %d: %s paid, %s unpaid of %s", d.seed, r.No, r.Paid, r.Unpaid, r.Amount)
		}
		if r.PaidDate.IsZero() != (r.Unpaid.Sign() > 0 || r.Amount.IsZero()) {
			t.Errorf("seed %d: row %d: paid on %q with %s unpaid", d.seed, r.No, r.PaidDate, r.Unpaid)
		}
		open = open || r.Unpaid.Sign() > 0
		paid, unpaid = paid+r.Paid.Minor(), unpaid+r.Unpaid.Minor()
	}
	if paid+d.s.Standing.Overpaid.Minor() != received || unpaid == 0 != (d.s.Next == nil) {
		t.Errorf("seed %d: %d received, %d paid, %s over, next %v", d.seed, received, paid, d.s.Standing.Overpaid, d.s.Next)
	}
	return true
}

// settles asks for the settlement figure on the days of the rows.
func settles(t *testing.T, d drawnPlan) bool {
	if d.s.Residual.Sign() > 0 {
		return false // it goes on to bear
	}
	first := d.s.Rows[0].DueDate
	s, err := d.again(func(q *skuld.PlanRequest) { q.Life = &paymentplan.Life{AsOf: first, SettleOn: first} })
	if err != nil {
		t.Fatalf("seed %d: %v", d.seed, err)
	}
	x := s.Settlement
	if sum := x.Principal.Minor() + x.Interest.Minor() + x.Fee.Minor(); sum != x.Amount.Minor() || x.Saved.Sign() < 0 {
		t.Errorf("seed %d: settlement %+v", d.seed, x)
	}
	if x.Amount.Minor() > s.Totals.Amount.Minor()+s.Residual.Minor() {
		t.Errorf("seed %d: settled by %s, where all rows cost %s", d.seed, x.Amount, s.Totals.Amount)
	}
	return true
}

// unroundedAgrees builds the plan without rounding: its rows add up exactly, and where a
// level is solved, the similar level of the rounded plan is the exact one on its step.
func unroundedAgrees(t *testing.T, d drawnPlan) bool {
	if d.seed%5 != 0 {
		return true // fractions that grow are slow
	}
	x, err := d.again(func(q *skuld.PlanRequest) { q.Posting, q.Rounding = paymentplan.Unrounded, 0 })
	if err != nil {
		return false // such as a final amount alone
	}
	open := money.ExactOf(d.p.Request.Debt)
	for i, r := range x.Exact.Rows {
		sum, err := r.Principal.Add(r.Interest)
		if err == nil {
			sum, err = sum.Add(r.Fee)
		}
		if c, e := sum.Compare(r.Amount); err != nil || e != nil || c != 0 {
			t.Errorf("seed %d: exact row %d does not add up", d.seed, i+1)
		}
		if c, _ := r.Opening.Compare(open); c != 0 {
			t.Errorf("seed %d: exact row %d opens with %s, want %s", d.seed, i+1, r.Opening, open)
		}
		open = r.Closing
	}
	if x.Residual.IsZero() && open.Sign() != 0 && x.Exact.Residual.Sign() == 0 {
		t.Errorf("seed %d: %s are left", d.seed, open)
	}
	r := d.p.Request
	if r.LastRow != paymentplan.Similar || r.Amount.Minor() != 0 || r.Final.Minor() != 0 || r.Kind == paymentplan.Linear || r.Count == 0 || len(r.Periods) > 0 {
		return true
	}
	step := max(r.Step.Minor(), 1)
	rounded, err := x.Exact.Level.Round(money.HalfUp.ToStep(step))
	if err == nil && rounded.Sign() > 0 && rounded != d.s.Level && len(d.s.Rows) == r.Count {
		t.Errorf("seed %d: the exact level %s is %s on the step, the similar one %s", d.seed, x.Exact.Level.Fixed(6), rounded, d.s.Level)
	}
	return true
}

func segmentsOf(s *skuld.Schedule) (out []interest.Segment) {
	for _, r := range s.Rows {
		out = append(out, r.Segments...)
	}
	return out
}

// A plan over a case that is paid to the letter leaves nothing but its residual, and its
// rows are what the statement charges.
func TestCasePlanPaidToTheLetter(t *testing.T) {
	plans := 400
	if testing.Short() {
		plans = 40
	}
	built := 0
	for seed := range uint64(plans) {
		p, err := native.DecodePlan(bytes.NewReader(casegen.GenerateCasePlan(seed).JSON))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		s, err := buildPlan(skuld.Default(), p)
		if err != nil {
			continue
		}
		built++
		rowsAddUp(t, seed, s, s.Rows[0].Opening)
		paidToTheLetter(t, seed, p, s)
	}
	t.Logf("%d plans paid to the letter", built)
	if built < plans/2 {
		t.Errorf("only %d of %d requests have a plan", built, plans)
	}
}

func paidToTheLetter(t *testing.T, seed uint64, p native.Plan, s *skuld.Schedule) {
	t.Helper()
	paid, err := s.Apply(*p.Case)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	end := s.Rows[len(s.Rows)-1].DueDate
	before, after := charges(t, seed, paid, s.Start), charges(t, seed, paid, end)
	if s.Residual.Sign() > 0 && freeDays(p.Case) {
		return // the last day bears on the residual, after the payment that is free of it
	}
	want := s.Residual.Minor()
	if s.Waived {
		want = 0
	}
	if open := after.open; open != want {
		t.Errorf("seed %d: %d are open after the last row, want %d", seed, open, want)
	}
	if before.open != s.Rows[0].Opening.Minor() {
		t.Errorf("seed %d: row 1 opens with %s, the statement says %d", seed, s.Rows[0].Opening, before.open)
	}
	if got := after.interest - before.interest; got != s.Totals.Interest.Minor() {
		t.Errorf("seed %d: the statement charges interest of %d, the rows %s", seed, got, s.Totals.Interest)
	}
	if got := after.fees - before.fees; got != s.Totals.Fee.Minor() {
		t.Errorf("seed %d: the statement charges fees of %d, the rows %s", seed, got, s.Totals.Fee)
	}
}

// freeDays reports whether some claim does not bear on the day of a payment.
func freeDays(c *skuld.Case) bool {
	return slices.ContainsFunc(c.Claims, func(cl skuld.Claim) bool { return cl.Interest != nil && cl.Interest.PaymentDay == ledger.Free })
}

type charged struct{ open, interest, fees int64 }

// charges sums what a statement has charged.
func charges(t *testing.T, seed uint64, c skuld.Case, asOf calendar.Date) charged {
	t.Helper()
	st, err := skuld.Default().Statement(c, skuld.At{AsOf: asOf})
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	if err := st.Verify(); err != nil {
		t.Errorf("seed %d: %v", seed, err)
	}
	out := charged{open: st.Totals.Total.Minor()}
	for _, it := range st.Items {
		out.fees += it.Charge.Original.Minor()
		for _, p := range it.Parts {
			out.interest += p.Accrued.Minor()
		}
	}
	return out
}
