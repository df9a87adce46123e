package dunning

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// charge is what a level may cost the debtor on the day.
type charge struct {
	amount money.Amount
	// permitted says that it may be charged; reason and citation are of what is against
	// it.
	permitted        bool
	reason, citation string
	// from is the first day on which no guard finds it too early, for levels that wait;
	// rule and ruleCitation are of the guard that gave it.
	from               calendar.Date
	rule, ruleCitation string
	tariff             fee.Tariff
}

// audience is whose tariffs apply.
type audience struct{ of fee.Audience }

func audienceOf(k ledger.DebtorKind) audience {
	switch k {
	case ledger.Consumer:
		return audience{fee.Consumer}
	case ledger.Business:
		return audience{fee.Business}
	}
	return audience{fee.Everybody}
}

// charge works out the fee of a level and asks its guards and the holds on fees.
func (v *view) charge(l *Level) charge {
	if l.Fee == "" {
		return charge{reason: "the policy charges none"}
	}
	f := v.assess(l.Fee)
	if f.reason != "" {
		return f
	}
	h := v.guardHistory(v.announced(&f))
	f.amount = v.money(min(f.amount.Minor(), h.Amount.Minor()))
	d := fee.Permit(f.tariff.Guards, h, v.day)
	if l.Waits && d.Answer != fee.Never {
		f.wait(fee.Permit(f.tariff.Guards, h, v.run.since))
	}
	switch d.Answer {
	case fee.NotBefore, fee.Never:
		f.reason, f.citation = d.Reason, d.Citation
	default:
		f.permitted = true
		if d.Left != (money.Amount{}) && d.Left.Minor() < f.amount.Minor() {
			f.amount = d.Left
		}
	}
	if until := v.feesHeld(); !until.IsZero() {
		f.hold(until, l.Waits && d.Answer != fee.Never)
	}
	return f
}

// announced is the fee on what was overdue when the letter went out that has to name it,
// else the fee itself: what falls due or is paid later does not make a right letter wrong.
func (v *view) announced(f *charge) money.Amount {
	i := slices.IndexFunc(f.tariff.Guards, func(g fee.Guard) bool { return g.Rule == fee.RuleLetter })
	if i < 0 {
		return f.amount
	}
	for k, n := range v.run.reached {
		if n == 0 || v.p.Levels[k].Kind != f.tariff.Guards[i].Codes[0] {
			continue
		}
		facts := v.feeFacts()
		facts.Base = v.money(v.run.sums[k])
		if a, err := f.tariff.Assess(facts); err == nil {
			return a.Total
		}
	}
	return f.amount
}

// feesHeld is the first day on which fees may be raised for some debt again, zero where
// no hold on fees keeps them back on the day.
func (v *view) feesHeld() calendar.Date {
	if !slices.ContainsFunc(v.h.Holds, func(h ledger.Hold) bool { return h.Scope == ledger.HoldFees && v.covers(&h) }) {
		return 0
	}
	general, byDebt := v.holdEnds(ledger.HoldFees)
	if v.oldest == nil {
		return general
	}
	first := never
	for i := range v.accounts[:v.nextLate] {
		if a := &v.accounts[i]; a.open > 0 && (v.free == nil || v.free[i] <= v.day) {
			end := general
			if byDebt != nil {
				end = max(end, byDebt[i])
			}
			first = min(first, end)
		}
	}
	return first
}

// hold keeps a fee from being charged before a day.
func (f *charge) hold(until calendar.Date, waits bool) {
	f.permitted, f.reason, f.citation = false, "fees are on hold", "hold"
	switch {
	case until == never:
		f.from = 0 // the letter goes without the fee, and so waits for nothing
	case waits && until > f.from:
		f.from, f.rule, f.ruleCitation = until, "fees are on hold through "+(until-1).String(), "hold"
	}
}

// wait takes over the first day on which no guard answers that it is too early.
func (f *charge) wait(d fee.Decision) {
	for _, o := range d.Objections {
		if o.Answer == fee.NotBefore && o.Day > f.from {
			f.from, f.rule, f.ruleCitation = o.Day, o.Reason, o.Guard.Citation
		}
	}
}

// assess works out a fee by its tariff, whether or not it may be charged.
func (v *view) assess(code string) charge {
	t, ok := fee.Find(v.p.Tariffs, code, v.of)
	if !ok {
		return v.unknownFee("no tariff " + code + " is known")
	}
	a, err := t.Assess(v.feeFacts())
	if err != nil {
		return v.unknownFee("the fee " + code + " cannot be worked out: " + err.Error())
	}
	return charge{amount: a.Total, tariff: t}
}

// unknownFee is none, and a finding that says why.
func (v *view) unknownFee(reason string) charge {
	v.find(FindingFeeUnknown, ledger.Warning, "/policy", "%s", reason)
	return charge{amount: v.money(0), reason: reason}
}

// feeFacts are what tariffs go by: the debt that is overdue and not held back.
func (v *view) feeFacts() fee.Facts {
	f := fee.Facts{
		Date: v.day, Sent: v.day, Mandate: v.h.Facts.Mandate, Origin: v.h.Facts.Origin, Base: v.money(v.overdue),
		VATDeductible: !v.h.Facts.NoVATDeduction, Currency: v.h.Currency,
	}
	if v.oldest != nil {
		f.Due = v.oldest.debt.Due
	}
	return f
}

// guardHistory is the history as guards of fees see it.
func (v *view) guardHistory(amount money.Amount) fee.History {
	h := fee.History{
		ArrearsSince: v.run.since, Base: v.money(v.overdue), Amount: amount, Agreed: v.h.Facts.FeesAgreed,
		ByCreditor: v.h.Facts.ByCreditor, Enforceable: v.h.Facts.Enforceable, PlanBroken: v.h.Plan != nil && v.h.Plan.Broken,
	}
	if i := v.oldestLate(); i >= 0 {
		h.Due = v.accounts[i].debt.Due
	}
	if v.oldest != nil {
		h.Due = v.oldest.debt.Due
	}
	for i := range v.h.Notices {
		if n := &v.h.Notices[i]; n.Sent <= v.day {
			h.Notices = append(h.Notices, fee.Notice{Kind: n.Kind, Sent: n.Sent, Delivered: n.Delivered, Amount: n.Fee})
		}
	}
	for _, c := range v.h.Charged {
		if c.Date <= v.day {
			h.Charged = append(h.Charged, c)
		}
	}
	return h
}
