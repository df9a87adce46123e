package paymentplan

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func (v *validator) life() {
	x := v.r.Life
	v.date("/asOf", x.AsOf, true)
	if n := len(x.Payments); n > MaxPayments {
		v.Addf("/payments", "%d, want at most %d", n, MaxPayments)
		return
	}
	seen, sum := map[string]bool{}, int64(0)
	for i, p := range x.Payments {
		path := fmt.Sprintf("/payments/%d/", i)
		if p.ID == "" || seen[p.ID] || len(p.ID) > ledger.MaxText {
			v.Addf(path+"id", "%.60q, want a short id that no other payment has", p.ID)
		}
		seen[p.ID] = true
		v.date(path+"date", p.Date, true)
		v.amount(path+"amount", p.Amount, false)
		if p.Amount.Currency().IsZero() {
			v.Addf(path+"amount", "missing, want what was paid")
		}
		if p.Date.Valid() && p.Date < v.r.Start {
			v.Addf(path+"date", "%s, want a day on or after the start, %s", p.Date, v.r.Start)
		}
		if sum < ledger.MaxReceived {
			sum += max(0, min(p.Amount.Minor(), money.MaxMinor))
		}
	}
	if sum > ledger.MaxReceived {
		v.Addf("/payments", "more than 10^18 minor units in all, want less")
	}
	v.amount("/tolerance/amount", x.Tolerance, true)
	v.between("/tolerance/days", x.ToleranceDays, 0, MaxLead)
	v.date("/settleOn", x.SettleOn, false)
	v.within("/settleOn", x.SettleOn)
	if e := x.Ended; e != nil {
		v.date("/ended/date", e.Date, true)
		v.within("/ended/date", e.Date)
		if e.Date.Valid() && x.AsOf.Valid() && e.Date > x.AsOf {
			v.Addf("/ended/date", "%s, want a day through that of asOf, %s", e.Date, x.AsOf)
		}
		if x.Restructure != nil {
			v.Addf("/restructure", "beside ended, want one of them")
		}
		if x.Proposal {
			v.Addf("/ended", "beside a proposal, want one of them")
		}
	}
	if x.Proposal && x.Restructure != nil {
		v.Addf("/restructure", "beside a proposal, which has not begun; want one of them")
	}
	if c := x.Restructure; c != nil {
		v.restructuring(c)
	}
}

// within checks that a day does not lie before the plan.
func (v *validator) within(path string, d calendar.Date) {
	if d.Valid() && d < v.r.Start {
		v.Addf(path, "%s, want a day on or after the start, %s", d, v.r.Start)
	}
}

func (v *validator) restructuring(c *Restructuring) {
	v.date("/restructure/date", c.Date, true)
	v.within("/restructure/date", c.Date)
	v.date("/restructure/first", c.First, false)
	v.date("/restructure/end", c.End, false)
	v.every("/restructure/every", c.Every)
	v.amount("/restructure/amount", c.Amount, false)
	if c.Count < 0 || c.Count > MaxRows {
		v.Addf("/restructure/count", "%d, want 1 to %d rows", c.Count, MaxRows)
	}
	if c.Change == 0 || int(c.Change) > len(changeWords) {
		v.Addf("/restructure/change", "missing, want re-amortize or re-age")
	}
	if c.Interest == 0 || int(c.Interest) > len(policyWords) {
		v.Addf("/restructure/interest", "missing, want what becomes of open interest, such as capitalize or keep")
	}
	if c.First.Valid() && c.First <= c.Date {
		v.Addf("/restructure/first", "%s, want a day after %s", c.First, c.Date)
	}
	if c.Count != 0 && !c.End.IsZero() {
		v.Addf("/restructure/end", "beside count, want one of them")
	}
	if !v.r.Kind.level() && v.r.Kind != 0 {
		if c.Amount.Minor() != 0 {
			v.Addf("/restructure/amount", "in a plan of kind %q, whose rows have no level; want none", v.r.Kind)
		} else if c.Change == Reage && v.r.Kind == InterestOnly && c.Count == 0 && c.End.IsZero() {
			v.Addf("/restructure/count", "missing, want count or end of the new rows")
		}
		return
	}
	switch {
	case c.Change == Reage && c.Count == 0 && c.End.IsZero() && c.Amount.Minor() == 0:
		v.Addf("/restructure/count", "missing, want count, end or amount of the new rows")
	case c.Change == Reamortize && (c.Count != 0 || !c.End.IsZero() || !c.First.IsZero() || !c.Every.IsZero()):
		v.Addf("/restructure/change", "re-amortize keeps the due dates that are left, want re-age for others")
	}
}
