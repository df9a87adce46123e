package summary

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Guarantee is somebody's liability for a debt of another's, which is never the
// guarantor's own debt.
type Guarantee struct {
	ID string
	// Guarantor is the id of who is liable, in the group or not.
	Guarantor string
	// Debt is the id of a case or an open item of the group; else any id, which the
	// guarantees of that debt have in common, beside Debtor and Outstanding.
	Debt string
	// Debtor owes a debt that is not in the group and is no customer of it.
	Debtor string
	// Outstanding is what is owed on such a debt on the as-of day, at least zero.
	Outstanding money.Amount
	// Unlimited guarantees the whole debt; else Cap is given and is the most, where
	// zero means nothing.
	Unlimited bool
	Cap       money.Amount
	// End is the first day without the guarantee; zero means without end.
	End calendar.Date // exclusive
}

// GuaranteeView is a guarantee with what it comes to on the as-of day.
type GuaranteeView struct {
	Guarantee
	// Debtors owe the debt itself.
	Debtors []string
	// Owed is what is open on the debt, zero where that is in credit.
	Owed money.Amount
	// Liability = min(cap, Owed), zero from the end of the guarantee on.
	Liability money.Amount
	// Inside says that the debt is in the balances of the group: adding Liability to
	// them would count it twice.
	Inside bool
}

// debt is what guarantees may be for.
type debt struct {
	owed    money.Amount
	kind    ItemKind // zero for a case
	debtors []string
	// inside says that a customer of the group owes it, stated that only a guarantee
	// speaks of it.
	inside, stated bool
}

// guarantees works out all guarantees, in the order given.
func (b *groupBuilder) guarantees() []GuaranteeView {
	var out []GuaranteeView
	for _, g := range b.in.Guarantees {
		if d := b.guaranteed(g); d != nil && b.clear(g, d) {
			out = append(out, g.view(d, b.in.AsOf))
		}
	}
	return out
}

// guaranteed finds the debt of a guarantee, nil with a problem where it is not clear.
func (b *groupBuilder) guaranteed(g Guarantee) *debt {
	d := b.debts[g.Debt]
	stated := g.Outstanding != (money.Amount{})
	switch {
	case g.Debt == "" || g.Guarantor == "":
		b.ps.addf("guarantee %q of %q for debt %q, want the ids of both", g.ID, g.Guarantor, g.Debt)
	case d != nil && !d.stated && (stated || g.Debtor != ""):
		b.ps.addf("guarantee %q states a debtor or what is outstanding of %q, want neither: it is given in the group", g.ID, g.Debt)
	case d != nil && !d.stated:
		return d
	case !stated || g.Debtor == "":
		b.ps.addf("guarantee %q is for %q, which is no case or item of the group, want its debtor and what is outstanding", g.ID, g.Debt)
	case b.inside[g.Debtor]:
		b.ps.addf("guarantee %q: debtor %q is a customer of the group, want debt %q among the cases or items", g.ID, g.Debtor, g.Debt)
	case g.Outstanding.Sign() < 0:
		b.ps.addf("guarantee %q: %s outstanding, want at least 0", g.ID, g.Outstanding)
	case d == nil:
		d = &debt{owed: g.Outstanding, debtors: []string{g.Debtor}, stated: true}
		b.debts[g.Debt] = d
		return d
	case d.owed != g.Outstanding || !slices.Contains(d.debtors, g.Debtor):
		b.ps.addf("guarantee %q: %s outstanding of %q, another has %s of %q, want one", g.ID, g.Outstanding, g.Debtor, d.owed, d.debtors[0])
	default:
		return d
	}
	return nil
}

// clear notes a guarantee without a clear limit.
func (b *groupBuilder) clear(g Guarantee, d *debt) bool {
	capped := g.Cap != (money.Amount{})
	switch {
	case g.Unlimited == capped:
		b.ps.addf("guarantee %q, want either unlimited or a cap", g.ID)
	case capped && g.Cap.Sign() < 0:
		b.ps.addf("guarantee %q up to %s, want at least 0", g.ID, g.Cap)
	case capped && g.Cap.Currency() != d.owed.Currency():
		b.ps.addf("guarantee %q up to %s of a debt of %s, want one currency", g.ID, g.Cap, d.owed)
	default:
		return true
	}
	return false
}

// view is what a guarantee of a debt comes to on a day.
func (g Guarantee) view(d *debt, on calendar.Date) GuaranteeView {
	c := d.owed.Currency()
	owed := max(0, d.owed.Minor())
	liable := owed
	if !g.Unlimited {
		liable = min(owed, g.Cap.Minor())
	}
	if !g.End.IsZero() && on >= g.End {
		liable = 0
	}
	return GuaranteeView{
		Guarantee: g, Debtors: d.debtors, Owed: money.FromMinor(owed, c), Liability: money.FromMinor(liable, c), Inside: d.inside,
	}
}

// contingent is what guarantees come to by debt, of each at most the whole, without
// those for which counted holds.
func contingent(list []GuaranteeView, guarantor func(id string) bool, counted func(*GuaranteeView) bool) []money.Amount {
	var out []money.Amount
	place := map[string]int{}
	for i := range list {
		g := &list[i]
		if !guarantor(g.Guarantor) || counted(g) {
			continue
		}
		k, seen := place[g.Debt]
		if !seen {
			k = len(out)
			place[g.Debt] = k
			out = append(out, money.FromMinor(0, g.Owed.Currency()))
		}
		sum := out[k].Minor()
		out[k] = money.FromMinor(sum+min(g.Liability.Minor(), g.Owed.Minor()-sum), g.Owed.Currency())
	}
	return out
}
