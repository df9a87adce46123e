package ledger

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

func (v *verifier) fail(format string, args ...any) {
	v.errs = append(v.errs, fmt.Errorf("%w: "+format, append([]any{ErrVerify}, args...)...))
}

// tax checks that value added tax goes along with principal only, and is no more.
func (v *verifier) tax(what string, c allocation.Component, amount, vat money.Amount) {
	if vat.Sign() == 0 {
		return
	}
	within := vat.Sign() == amount.Sign() && max(vat.Minor(), -vat.Minor()) <= max(amount.Minor(), -amount.Minor())
	if c != allocation.Principal || !within {
		v.fail("%s has a tax of %s in %s on %s", what, vat, amount, c)
	}
}

// exchange adds up what a payment came to in the creditor's books.
func (v *verifier) exchange(pa *PaymentAllocation) {
	x := pa.Exchange
	if x == nil {
		return
	}
	what := "receipt of payment " + pa.Payment
	if x.Rate != 0 {
		if credited, err := x.Paid.Convert(v.st.Currency, x.Rate.Decimal(), money.HalfUp); err != nil || credited != pa.Amount {
			v.fail("%s: %s at %s is not %s", what, x.Paid, x.Rate, pa.Amount)
		}
	}
	if x.Received == (money.Amount{}) {
		return
	}
	v.equalIn(x.Base, what, x.Received.Minor(), x.Booked.Minor()+x.Difference.Minor())
	if x.Base == v.st.Currency {
		v.equal(what+" booked", x.Booked.Minor(), pa.Amount.Minor())
		return
	}
	var base, gain int64
	for _, l := range pa.Lines {
		base += l.Base.Minor()
		gain += l.Base.Minor() - l.Booked.Minor()
		if l.Component != allocation.Principal {
			v.equalIn(x.Base, what+" on "+l.Item, l.Booked.Minor(), l.Base.Minor())
		}
	}
	v.equalIn(x.Base, what+" difference", x.Difference.Minor(), gain)
	if base > x.Received.Minor() || pa.Unallocated.IsZero() && base != x.Received.Minor() {
		v.fail("%s: the lines have %s of %s", what, money.FromMinor(base, x.Base), x.Received)
	}
}

// booked checks what remains of a claim in the creditor's books.
func (v *verifier) booked(it *Item) {
	if vat := it.Principal.VATRemaining; vat.Sign() < 0 || vat.Minor() > max(0, it.Principal.Remaining.Minor()) {
		v.fail("%s has a tax of %s in %s", it.ID, vat, it.Principal.Remaining)
	}
	b := it.Base
	if b == nil {
		return
	}
	v.equalIn(b.Total.Currency(), it.ID+" in the books", b.Total.Minor(), b.Principal.Minor()+b.Capitalized.Minor()+b.Interest.Minor())
	for _, pair := range [...][2]money.Amount{{b.Principal, it.Principal.Remaining}, {b.Capitalized, it.Capitalized.Remaining}, {b.Interest, it.Interest.Remaining}} {
		if pair[1].IsZero() && !pair[0].IsZero() || pair[0].Sign() < 0 {
			v.fail("%s is %s in the books for %s", it.ID, pair[0], pair[1])
		}
	}
}

// disposals adds up what write-offs and the closing took off, and the value added
// tax in it.
func (v *verifier) disposals() {
	var recoverable int64
	add := func(what string, lines []DisposedLine, day dated, vat money.Amount, lost bool) {
		var sum int64
		for _, l := range lines {
			v.disposed[cell{l.Item, l.Component}] += l.Amount.Minor()
			v.tax(what, l.Component, l.Amount, l.VAT)
			sum += l.VAT.Minor()
			if !isInterest(l.Component) {
				v.gone[l.Item] = append(v.gone[l.Item], dated{day.day, l.Amount.Minor()})
			}
		}
		v.equal(what+" vat", vat.Minor(), sum)
		if lost {
			recoverable += sum
		}
		if day.day > v.st.AsOf {
			v.fail("%s is of %s", what, day.day)
		}
	}
	for _, w := range v.st.WriteOffs {
		if w.Kind.String() == "" || w.Kind == 0 {
			v.fail("write-off %s is of kind %d", w.ID, w.Kind)
		}
		add("write-off "+w.ID, w.Lines, dated{day: w.Date}, w.VAT, w.Kind == WriteOffLoss)
	}
	if c := v.st.Closing; c != nil {
		add("closing", c.Lines, dated{day: c.Date}, c.VAT, c.Disposition == WrittenOff)
	}
	v.equal("recoverable vat", v.st.RecoverableVAT.Minor(), recoverable)
}

// balanceSheet checks what is held, to be refunded or refunded too much against what
// was received.
func (v *verifier) balanceSheet(received int64) {
	p, left := v.st.Paid, int64(0)
	for _, pa := range v.st.Allocations {
		if !pa.CreditNote {
			left += pa.Unallocated.Minor()
		}
	}
	v.equal("paid and unallocated", p.Total.Minor()+left, received)
	v.equal("unallocated", p.Unallocated.Minor(), max(0, left))
	want := Balance{Held: money.FromMinor(max(0, left), v.st.Currency), OverRefunded: money.FromMinor(max(0, -left), v.st.Currency)}
	want.RefundDue = money.FromMinor(0, v.st.Currency)
	owed := v.st.Totals.Total.Sign() > 0
	if !owed {
		want.Held, want.RefundDue = want.RefundDue, want.Held
	}
	switch {
	case left < 0:
		want.Status = OverRefunded
	case owed:
		want.Status = Open
	case left > 0:
		want.Status = RefundDue
	default:
		want.Status = SettledInFull
	}
	if v.st.Balance != want {
		v.fail("the balance is %v, want %v", v.st.Balance, want)
	}
}

// caps checks what the caps granted and turned away.
func (v *verifier) caps(st *Statement) {
	var fees, byCaps int64
	for i := range st.Items {
		it := &st.Items[i]
		if it.Fee {
			fees += it.Charge.CappedAway.Minor()
			continue
		}
		byCaps -= it.Interest.CappedAway.Minor()
		if it.Cap == nil && !it.Interest.CappedAway.IsZero() {
			v.fail("%s has %s capped away, and no cap", it.ID, it.Interest.CappedAway)
		}
		for _, c := range []*CapAccount{it.Cap, it.CollectionCap} {
			if c == nil {
				continue
			}
			v.equal(it.ID+" left of its cap", c.Left.Minor(), max(0, c.Limit.Minor()-c.Used.Minor()))
			if c.Used.Minor() > max(c.Limit.Minor(), c.Prior.Minor()) || c.Used.Minor() < c.Prior.Minor() {
				v.fail("%s has used %s of a cap of %s", it.ID, c.Used, c.Limit)
			}
			byCaps += c.CappedAway.Minor()
		}
	}
	v.equal("fees capped away", fees, byCaps)
}
