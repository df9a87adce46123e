package summary_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/internal/casegen"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

// same compares views by what they say.
var same = cmp.Options{
	cmp.Comparer(func(a, b money.Amount) bool { return a == b }),
	cmp.Comparer(func(a, b money.Currency) bool { return a == b }),
}

// drawn is a generated case of everything that the ledger does, owed by some of four
// debtors, as of 2027-12-31.
func drawn(r *rand.Rand, id string) (summary.Entry, error) {
	c, err := native.DecodeCase(bytes.NewReader(casegen.Generate(r.Uint64()).JSON))
	if err != nil {
		return summary.Entry{}, err
	}
	c.ID, c.Debtors = id, nil
	for _, k := range r.Perm(4)[:r.IntN(4)] {
		role := []string{summary.RoleMain, summary.RoleJoint, summary.RoleGuarantor, ""}[r.IntN(4)]
		c.Debtors = append(c.Debtors, ledger.Debtor{ID: fmt.Sprint("D", k), Role: role})
	}
	for i := range c.Payments {
		p := &c.Payments[i]
		p.By, p.Direct = "", r.IntN(2) == 0
		if n := len(c.Debtors); n > 0 && r.IntN(2) == 0 {
			p.By = c.Debtors[r.IntN(n)].ID
		}
	}
	calculator := skuld.Default()
	calculator.ExtendRates = true
	st, err := calculator.Statement(c, ledger.At{AsOf: day("2027-12-31")})
	return summary.Entry{Case: c, Statement: st, Registered: day("2020-01-01").AddDays(r.IntN(2000))}, err
}

// drawnList is up to eight cases.
func drawnList(seed uint64) ([]summary.Entry, error) {
	r := rand.New(rand.NewPCG(seed, 1))
	var out []summary.Entry
	for i := range 1 + r.IntN(8) {
		e, err := drawn(r, fmt.Sprint("C", i))
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

// purse adds minor units by currency, and by whatever else the key says.
type purse map[string]int64

func (p purse) put(key string, a money.Amount) { p[a.Currency().Code()+" "+key] += a.Minor() }

// filled leaves out what is nothing.
func (p purse) filled() purse {
	out := purse{}
	for k, v := range p {
		if v != 0 {
			out[k] = v
		}
	}
	return out
}

func TestProperties(t *testing.T) {
	parameters := gopter.DefaultTestParametersWithSeed(1)
	parameters.MinSuccessfulTests = 150
	if testing.Short() {
		parameters.MinSuccessfulTests = 50
	}
	all := gopter.NewProperties(parameters)
	for _, law := range []struct {
		name   string
		broken func([]summary.Entry) string
	}{
		{"a view repeats what its statement settled and owes", casesLaw},
		{"a portfolio counts each case once", portfolioLaw},
		{"the order of the cases matters to no figure", orderLaw},
		{"all interest paid is reported once", interestLaw},
		{"a group owes what its debtors' cases come to", groupLaw},
	} {
		all.Property(law.name, prop.ForAll(func(seed uint64) string {
			entries, err := drawnList(seed)
			if err != nil {
				return err.Error()
			}
			return law.broken(entries)
		}, gen.UInt64()))
	}
	all.TestingRun(t)
}

// casesLaw adds the lines of the allocations and the totals, which the views do not
// read.
func casesLaw(entries []summary.Entry) string {
	for _, e := range entries {
		v, err := summary.Case(e)
		if err != nil {
			return err.Error()
		}
		direct := map[string]bool{}
		for _, p := range e.Case.Payments {
			direct[p.ID] = p.Direct
		}
		want := purse{}
		for _, pa := range e.Statement.Allocations {
			for _, l := range pa.Lines {
				if pa.CreditNote {
					continue
				}
				part := map[string]string{"fee": "fees", "contract-interest": "interest", "default-interest": "interest"}[l.Component.String()]
				if part == "" {
					part = "principal"
				}
				want.put("paid "+part, l.Amount)
				want.put("paid", l.Amount)
				if direct[pa.Payment] {
					want.put("third", l.Amount)
				}
			}
		}
		for _, list := range [][]ledger.DisposedLine{closingLines(e.Statement), writeOffLines(e.Statement)} {
			for _, l := range list {
				want.put("disposed", l.Amount)
			}
		}
		for _, cl := range e.Case.Claims {
			if slices.ContainsFunc(e.Statement.Items, func(it ledger.Item) bool { return it.ID == cl.ID && !it.CreditNote }) {
				want.put("began", cl.Principal)
			}
		}
		want.put("remaining", e.Statement.Totals.Total)
		want.put("unsettled", e.Statement.Paid.Unallocated)
		got := purse{}
		for key, a := range map[string]money.Amount{
			"paid principal": v.Paid.Principal, "paid interest": v.Paid.Interest, "paid fees": v.Paid.Fees, "paid": v.Paid.Sum,
			"third": v.PaidToThirdParty.Sum, "disposed": v.Disposed.Sum, "remaining": v.Remaining.Sum, "unsettled": v.Unsettled,
		} {
			got.put(key, a)
		}
		got.put("began", v.Original.Principal)
		got.put("began", v.Charged.Principal)
		if diff := cmp.Diff(want.filled(), got.filled()); diff != "" {
			return e.Case.ID + diff
		}
	}
	return ""
}

func closingLines(st *ledger.Statement) []ledger.DisposedLine {
	if st.Closing == nil {
		return nil
	}
	return st.Closing.Lines
}

func writeOffLines(st *ledger.Statement) (out []ledger.DisposedLine) {
	for _, w := range st.WriteOffs {
		out = append(out, w.Lines...)
	}
	return out
}

// portfolioLaw adds the statements' totals by debtor, without the package.
func portfolioLaw(entries []summary.Entry) string {
	p, err := summary.Portfolio(entries)
	if err != nil {
		return err.Error()
	}
	want, got := purse{}, purse{}
	for _, e := range entries {
		total := e.Statement.Totals.Total
		want.put("all", total)
		for _, d := range e.Case.Debtors {
			if d.Role == summary.RoleGuarantor {
				want.put(d.ID+" guarantees", total)
			} else {
				want.put(d.ID, total)
			}
		}
	}
	cases := 0
	put := func(key string, list []summary.Totals) {
		for _, l := range list {
			got.put(key, l.Remaining.Sum)
			got.put(key, l.RemainingClosed.Sum)
			if key == "all" {
				cases += l.Active + l.Closed
			}
		}
	}
	put("all", p.Totals)
	for _, d := range p.Debtors {
		put(d.Debtor, d.Totals)
		put(d.Debtor+" guarantees", d.Guaranteed)
	}
	if cases != len(entries) {
		return fmt.Sprintf("%d cases of %d", cases, len(entries))
	}
	return cmp.Diff(want.filled(), got.filled())
}

func orderLaw(entries []summary.Entry) string {
	first, err := summary.Portfolio(entries)
	if err != nil {
		return err.Error()
	}
	again, _ := summary.Portfolio(entries)
	if diff := cmp.Diff(first, again, same); diff != "" {
		return "twice the same: " + diff
	}
	turned := slices.Clone(entries)
	slices.Reverse(turned)
	back, err := summary.Portfolio(turned)
	if err != nil {
		return err.Error()
	}
	return cmp.Diff(first.Totals, back.Totals, same)
}

// interestLaw compares with the interest that the statements say was paid. Without
// what was paid before a day, a report has what is left of one for each year.
func interestLaw(entries []summary.Entry) string {
	want := purse{}
	for _, e := range entries {
		want.put("", e.Statement.Paid.Interest)
	}
	for _, year := range []summary.ReversalYear{summary.YearOfPayment, summary.YearOfReversal} {
		r, err := summary.PaidInterest(entries, summary.InterestQuery{Reversals: year})
		if err != nil {
			return err.Error()
		}
		rows, totals, later := purse{}, purse{}, purse{}
		for _, row := range r.Rows {
			rows.put("", row.Contract)
			rows.put("", row.Default)
			if row.Year >= 2024 {
				later.put("", row.Total)
			}
		}
		for _, row := range r.Totals {
			totals.put("", row.Total)
		}
		if diff := cmp.Diff([]purse{want.filled(), want.filled()}, []purse{rows.filled(), totals.filled()}); diff != "" {
			return year.String() + diff
		}
		if year == summary.YearOfReversal {
			continue
		}
		// By the year of the payment, a first day of 1 January cuts whole years off.
		cut, err := summary.PaidInterest(entries, summary.InterestQuery{Reversals: year, From: day("2024-01-01")})
		if err != nil {
			return err.Error()
		}
		left := purse{}
		for _, row := range cut.Totals {
			left.put("", row.Total)
		}
		if diff := cmp.Diff(later.filled(), left.filled()); diff != "" {
			return "from 2024" + diff
		}
	}
	return ""
}

// groupLaw makes customers of three of the four debtors and lets the first guarantee
// everything: what no customer owes is contingent.
func groupLaw(entries []summary.Entry) string {
	g := summary.Group{AsOf: day("2027-12-31"), Cases: entries, Customers: []summary.Customer{{ID: "D0"}, {ID: "D1"}, {ID: "D2"}}}
	for _, e := range entries {
		g.Guarantees = append(g.Guarantees, summary.Guarantee{ID: "G" + e.Case.ID, Guarantor: "D0", Debt: e.Case.ID, Unlimited: true})
	}
	view, err := summary.Customers(g)
	if err != nil {
		return err.Error()
	}
	want, got := purse{}, purse{}
	for _, e := range entries {
		total := e.Statement.Totals.Total
		owes := func(d ledger.Debtor) bool { return d.ID != "D3" && d.Role != summary.RoleGuarantor }
		if slices.ContainsFunc(e.Case.Debtors, owes) {
			want.put("owed", total)
			want.put("total", total)
			want.put("total", e.Statement.Paid.Unallocated.Neg())
		} else {
			want.put("contingent", total)
		}
	}
	for _, b := range view.Balances {
		got.put("owed", b.OpenItems)
		got.put("contingent", b.Contingent)
		got.put("total", b.Total)
	}
	return cmp.Diff(want.filled(), got.filled())
}
