package summary

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// builder fills in the view of a case, item by item.
type builder struct {
	tally
	st         *ledger.Statement
	v          CaseView
	registered calendar.Date
	raised     map[string]calendar.Date
	first      map[string]money.Amount
}

// item adds a claim, a fee or a credit note.
func (b *builder) item(it *ledger.Item) {
	switch {
	case it.CreditNote:
		b.add(&b.v.CreditLeft, it.Credit.Remaining)
	case it.Fee:
		c, begins := it.Charge, b.beginning(it.ID)
		b.book(begins, allocation.Fee, c.Original)
		b.book(&b.v.CappedAway, allocation.Fee, c.CappedAway)
		b.moves(allocation.Fee, c.Adjusted, c.Paid, c.Disposed, c.Remaining)
		for _, a := range it.Parts {
			b.interest(begins, a)
		}
	default:
		b.claim(it)
	}
}

// beginning is where an item belongs that was raised: to the original debt, or to
// what was charged after the registration.
func (b *builder) beginning(id string) *Parts {
	if !b.registered.IsZero() && b.raised[id] > b.registered {
		return &b.v.Charged
	}
	return &b.v.Original
}

// moves adds what every account has.
func (b *builder) moves(c allocation.Component, adjusted, paid, disposed, remaining money.Amount) {
	b.book(&b.v.Adjusted, c, adjusted)
	b.book(&b.v.Paid, c, paid)
	b.book(&b.v.Disposed, c, disposed)
	b.book(&b.v.Remaining, c, remaining)
}

// claim adds a claim's principal, capitalized interest and interest.
func (b *builder) claim(it *ledger.Item) {
	begins, p, c := b.beginning(it.ID), it.Principal, it.Capitalized
	b.book(begins, allocation.Principal, p.Original)
	if p.Opening != (money.Amount{}) {
		b.book(&b.v.Before, allocation.Principal, b.sum(p.Original, p.Opening.Neg()))
	}
	b.book(begins, allocation.Capitalized, c.Original)
	if c.Opening != (money.Amount{}) {
		b.book(&b.v.Before, allocation.Capitalized, b.sum(c.Original, c.Opening.Neg()))
	}
	b.moves(allocation.Principal, p.Adjusted, p.Paid, p.Disposed, p.Remaining)
	b.book(&b.v.Capitalized, allocation.Capitalized, c.Raised)
	b.moves(allocation.Capitalized, c.Adjusted, c.Paid, c.Disposed, c.Remaining)
	for _, a := range it.Parts {
		b.interest(begins, a)
	}
	b.registeredWith(begins, it)
}

// registeredWith adds what of the interest that a claim was registered with was gone when
// the books were taken over.
func (b *builder) registeredWith(begins *Parts, it *ledger.Item) {
	first, known := b.first[it.ID]
	if !known {
		return
	}
	gone := b.sum(first)
	for _, a := range it.Parts {
		gone = b.sum(gone, a.Opening.Neg())
	}
	b.book(begins, allocation.DefaultInterest, gone)
	b.book(&b.v.Before, allocation.DefaultInterest, gone)
}

// interest adds one kind of interest of a claim or a fee.
func (b *builder) interest(begins *Parts, a ledger.InterestAccount) {
	c := a.Component
	b.book(begins, c, a.Opening)
	b.book(&b.v.Accrued, c, b.sum(a.Accrued, a.Opening.Neg())) // an accrual includes its opening
	b.book(&b.v.Capitalized, c, a.Capitalized.Neg())
	b.book(&b.v.CappedAway, c, a.CappedAway)
	b.moves(c, a.Adjusted, a.Paid, a.Disposed, a.Remaining)
	if rest := b.sum(a.Accrued, a.Adjusted, a.Capitalized.Neg(), a.Disposed.Neg(), a.Paid.Neg(), a.CappedAway.Neg()); rest.Sign() < 0 {
		b.book(&b.v.Carried, c, rest.Neg())
	}
}

// agrees compares the view with the statement's own totals.
func (b *builder) agrees(ps *problems) {
	t, p := b.st.Totals, b.st.Paid
	for _, pair := range [...]struct {
		what      string
		got, want Parts
	}{
		{"remaining", b.v.Remaining, b.parts(t.Principal, t.Capitalized, t.Interest, t.Fees, t.Total)},
		{"paid", b.v.Paid, b.parts(p.Principal, p.Capitalized, p.Interest, p.Fees, p.Total)},
	} {
		ps.add(same(b.v.Case, pair.what, pair.got, "the statement's totals say", pair.want))
	}
	ps.add(b.err)
}

// parts puts a statement's totals together.
func (b *builder) parts(principal, capitalized, interest, fees, total money.Amount) Parts {
	return Parts{
		Principal: b.sum(principal, capitalized), Interest: b.sum(interest), Fees: b.sum(fees), Sum: b.sum(total),
		Capitalized: b.sum(capitalized),
	}
}

// same compares parts one by one; the error names all that differ.
func same(id, what string, got Parts, says string, want Parts) error {
	var ps problems
	cells := want.cells()
	for i, cell := range got.cells() {
		if *cell.Amount != *cells[i].Amount {
			ps.addf("case %q: %s %s is %s, %s %s", id, what, cell.name, cell.Amount, says, cells[i].Amount)
		}
	}
	return ps.err()
}

// Verify checks the identities of the view: that each sum is that of its parts,
// that what remains is what the rows above it leave, and that no more was paid to
// third parties than was paid. All differences are reported, each wrapping
// [ErrSummary].
func (v *CaseView) Verify() error {
	var ps problems
	t := tally{currency: v.Currency}
	for _, row := range v.rows() {
		if sum := t.sum(row.Principal, row.Interest, row.Fees); row.Sum != sum {
			ps.addf("case %q: %s sum is %s, its parts give %s", v.Case, row.name, row.Sum, sum)
		}
	}
	left := zeroParts(v.Currency)
	for _, by := range [...]Parts{v.Original, v.Charged, v.Accrued, v.Capitalized, v.Adjusted, v.Carried} {
		t.plus(&left, by)
	}
	for _, by := range [...]Parts{v.Before, v.Paid, v.Disposed, v.CappedAway} {
		t.minus(&left, by)
	}
	ps.add(same(v.Case, "remaining", v.Remaining, "the rows above it leave", left))
	if third := v.PaidToThirdParty.Sum; third.Sign() < 0 || third.Minor() > v.Paid.Sum.Minor() {
		ps.addf("case %q: %s paid to third parties, want at least 0 and at most the %s paid", v.Case, third, v.Paid.Sum)
	}
	ps.add(t.err)
	return ps.err()
}

// row is one line of a view.
type row struct {
	name string
	Parts
}

// rows lists the lines of the view.
func (v *CaseView) rows() []row {
	return []row{
		{"original", v.Original}, {"charged", v.Charged}, {"before", v.Before}, {"accrued", v.Accrued},
		{"capitalized", v.Capitalized}, {"adjusted", v.Adjusted}, {"paid", v.Paid}, {"disposed", v.Disposed}, {"capped away", v.CappedAway},
		{"carried", v.Carried}, {"remaining", v.Remaining}, {"paid to third party", v.PaidToThirdParty},
	}
}
