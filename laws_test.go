package skuld_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

// The laws of money that comes in, on generated cases with everything in them.
func TestLawsOfPayments(t *testing.T) {
	cases := 1500
	if testing.Short() {
		cases = 150
	}
	counts := map[string]int{}
	for seed := range uint64(cases) {
		for _, law := range paymentLaws {
			if law.holds(t, draw(t, seed)) {
				counts[law.name]++
			}
		}
	}
	for _, law := range paymentLaws {
		t.Logf("%5d  %s", counts[law.name], law.name)
		if counts[law.name] < cases/10 {
			t.Errorf("%s was tested %d times in %d cases", law.name, counts[law.name], cases)
		}
	}
}

func FuzzLawsOfPayments(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		paymentLaws[seed%uint64(len(paymentLaws))].holds(t, draw(t, seed))
	})
}

// paymentLaws fail the test where they do not hold, and report whether they had
// anything to say of a case.
var paymentLaws = []struct {
	name  string
	holds func(*testing.T, drawn) bool
}{
	{"lines and rest are the payment, and nothing is below zero", conserves},
	{"a void payment leaves no trace in the figures", voids},
	{"paying the payoff on its day leaves zero on every component", paysOff},
	{"paying in pieces settles the same components", splits},
	{"what a cap grants stays within it", capped},
}

type drawn struct {
	seed uint64
	c    skuld.Case
	at   skuld.At
	st   *skuld.Statement
}

func draw(t *testing.T, seed uint64) drawn {
	t.Helper()
	g := casegen.Generate(seed)
	c, err := native.DecodeCase(bytes.NewReader(g.JSON))
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	d := drawn{seed: seed, c: c, at: skuld.At{AsOf: calendar.MustParseDate(g.AsOf)}}
	if d.st, err = skuld.Default().Statement(c, d.at); err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	return d
}

// state writes what is open, component by component.
func state(st *skuld.Statement) string {
	var b bytes.Buffer
	for _, it := range st.Items {
		fmt.Fprintln(&b, it.ID, it.Charge.Remaining, it.Principal.Remaining, it.Principal.VATRemaining, it.Capitalized.Remaining, it.Interest.Exact)
		for _, p := range it.Parts {
			fmt.Fprintln(&b, p.Component, p.Remaining, p.Accrued)
		}
	}
	return b.String()
}

func capped(t *testing.T, d drawn) bool {
	caps := 0
	for _, it := range d.st.Items {
		c := it.Cap
		if c == nil {
			continue
		}
		caps++
		used, left := c.Used.Minor(), c.Left.Minor()
		if used > max(c.Limit.Minor(), c.Prior.Minor()) || used < c.Prior.Minor() || left > 0 && used+left != c.Limit.Minor() {
			t.Errorf("seed %d: %s has used %s of %s, prior %s, left %s", d.seed, it.ID, c.Used, c.Limit, c.Prior, c.Left)
		}
		if c.CappedAway.Sign() > 0 != (c.Reached != ledger.CapReached{}) || c.CappedAway.Sign() > 0 && left > 0 {
			t.Errorf("seed %d: %s has %s capped away and %s left, reached %v", d.seed, it.ID, c.CappedAway, c.Left, c.Reached)
		}
	}
	return caps > 0
}

func conserves(t *testing.T, d drawn) bool {
	if err := d.st.Verify(); err != nil {
		t.Errorf("seed %d: %v", d.seed, err)
	}
	for _, pa := range d.st.Allocations {
		sum := pa.Unallocated.Minor()
		for _, l := range pa.Lines {
			sum += l.Amount.Minor()
			if l.Amount.Sign() <= 0 && pa.Reversal == "" {
				t.Errorf("seed %d: a line of %s on %s", d.seed, l.Amount, l.Item)
			}
		}
		if sum != pa.Amount.Minor() {
			t.Errorf("seed %d: %s %s %s has %d", d.seed, pa.Payment, pa.Refund, pa.Amount, sum)
		}
	}
	for _, it := range d.st.Items {
		for _, a := range []money.Amount{it.Charge.Remaining, it.Principal.Remaining, it.Principal.VATRemaining, it.Capitalized.Remaining, it.Interest.Remaining} {
			if a.Sign() < 0 {
				t.Errorf("seed %d: %s has %s open", d.seed, it.ID, a)
			}
		}
	}
	return len(d.st.Allocations) > 0
}

// voids makes one payment void and compares with the case in which it never was.
func voids(t *testing.T, d drawn) bool {
	n := int(d.seed % 7)
	if n >= len(d.c.Payments) || d.c.Payments[n].Date > d.at.AsOf {
		return false
	}
	gone := d.c.Payments[n].ID
	of := func(r ledger.Reversal) bool { return r.Payment == gone }
	void, without := d.c, d.c
	void.Reversals = append(slices.DeleteFunc(slices.Clone(d.c.Reversals), of), ledger.Reversal{ID: "VOID", Payment: gone, Date: d.at.AsOf})
	without.Reversals = slices.DeleteFunc(slices.Clone(d.c.Reversals), of)
	without.Payments = slices.Delete(slices.Clone(d.c.Payments), n, n+1)
	without.Refunds = slices.Clone(d.c.Refunds)
	for i := range without.Refunds {
		if without.Refunds[i].Payment == gone {
			without.Refunds[i].Payment = ""
		}
	}
	a, err1 := skuld.Default().Statement(void, d.at)
	b, err2 := skuld.Default().Statement(without, d.at)
	switch {
	case err1 != nil && err2 != nil: // a later fact needed the payment, in both
		return false
	case err1 != nil || err2 != nil:
		t.Errorf("seed %d: %v, %v", d.seed, err1, err2)
	case state(a) != state(b) || a.Balance != b.Balance || a.Paid != b.Paid:
		t.Errorf("seed %d: void %s\n%s %v\nwithout\n%s %v", d.seed, gone, state(a), a.Balance, state(b), b.Balance)
	}
	return true
}

// paysOff pays the payoff of the as-of day, on which nothing may block money, nor a
// stated amount be written off after it, which would find too little open.
func paysOff(t *testing.T, d drawn) bool {
	c := d.c
	c.Holds = slices.DeleteFunc(slices.Clone(c.Holds), func(h ledger.Hold) bool { return h.Scope == ledger.HoldPayments })
	c.WriteOffs = slices.DeleteFunc(slices.Clone(c.WriteOffs), func(w ledger.WriteOff) bool { return w.Date == d.at.AsOf && w.Amount != money.Amount{} })
	adjusted := slices.ContainsFunc(c.Adjustments, func(a ledger.Adjustment) bool { return a.Date == d.at.AsOf })
	capitalized := slices.ContainsFunc(c.Capitalizations, func(k ledger.Capitalization) bool { return k.Date == d.at.AsOf })
	if c.Closed != nil || adjusted || capitalized {
		return false
	}
	quote, err := skuld.Default().Payoff(c, d.at.AsOf)
	if err != nil {
		t.Errorf("seed %d: %v", d.seed, err)
		return false
	}
	unreachable := slices.ContainsFunc(quote.Findings, func(f skuld.Finding) bool { return f.Code == ledger.FindingUnreachable })
	if quote.Amount.Sign() <= 0 || quote.Amount.Minor() > money.MaxMinor || unreachable {
		return false
	}
	// Money that waits would act before it.
	c.Allocation.Rest = allocation.Hold
	if quote, err = skuld.Default().Payoff(c, d.at.AsOf); err != nil || quote.Amount.Sign() <= 0 {
		return false
	}
	c.Payments = append(slices.Clone(c.Payments), skuld.Payment{ID: "PAYOFF", Date: d.at.AsOf, Recorded: calendar.MustParseDate("2199-12-31"), Amount: quote.Amount})
	st, err := skuld.Default().Statement(c, d.at)
	switch {
	case err != nil:
		t.Errorf("seed %d: %v", d.seed, err)
	case st.Totals.Total.Sign() != 0:
		// A claim whose payment day is free bears on nothing on the day of the payoff.
		t.Errorf("seed %d: %s on %s leaves %s\n%s", d.seed, quote.Amount, d.at.AsOf, st.Totals.Total, state(st))
	}
	return true
}

// splits pays an undirected payment in two pieces, in orders that share nothing.
func splits(t *testing.T, d drawn) bool {
	n := int(d.seed % 5)
	if n >= len(d.c.Payments) || sharing(d.c) {
		return false
	}
	p := d.c.Payments[n]
	named := slices.ContainsFunc(d.c.Reversals, func(r ledger.Reversal) bool { return r.Payment == p.ID }) ||
		slices.ContainsFunc(d.c.Refunds, func(r ledger.Refund) bool { return r.Payment == p.ID })
	if named || len(p.Specification) > 0 || p.Amount.Currency() != d.c.Currency || p.Received != (money.Amount{}) || p.Amount.Minor() < 2 {
		return false
	}
	first, second := p, p
	first.Amount = money.FromMinor(p.Amount.Minor()/3+1, d.c.Currency)
	second.Amount = money.FromMinor(p.Amount.Minor()-first.Amount.Minor(), d.c.Currency)
	second.ID = "SECOND"
	c := d.c
	if second.Amount.Sign() > 0 {
		c.Payments = slices.Replace(slices.Clone(d.c.Payments), n, n+1, first, second)
	}
	st, err := skuld.Default().Statement(c, d.at)
	switch {
	case err != nil:
		t.Errorf("seed %d: %v", d.seed, err)
	case state(st) != state(d.st) || st.Balance != d.st.Balance || st.Paid != d.st.Paid:
		t.Errorf("seed %d: %s in pieces\n%s %v\nat once\n%s %v", d.seed, p.ID, state(st), st.Balance, state(d.st), d.st.Balance)
	}
	return true
}

// sharing reports whether the order of a case may share money between items.
func sharing(c skuld.Case) bool {
	rungs := c.Allocation.Rungs
	if len(rungs) == 0 {
		rules, _ := jurisdiction.Find(jurisdiction.All(), c.Jurisdiction)
		rungs = rules.Order.Rungs
	}
	due := map[calendar.Date]bool{}
	for _, cl := range c.Claims {
		if due[cl.DueDate()] {
			break
		}
		due[cl.DueDate()] = true
	}
	if len(due) == len(c.Claims) && !slices.ContainsFunc(rungs, func(r allocation.Rung) bool {
		return r.Sequence == allocation.ProRata || r.Sequence == allocation.Even || r.Sequence == allocation.Largest
	}) {
		return false // no two claims rank the same
	}
	return slices.ContainsFunc(rungs, func(r allocation.Rung) bool {
		return r.Sequence == allocation.ProRata || r.Sequence == allocation.Even || r.Sequence == allocation.Largest ||
			r.Sequence == allocation.MostOnerous || r.Sequence == allocation.LeastSecured
	})
}
