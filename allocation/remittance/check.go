package remittance

import (
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// wholePercent is 100 per cent, the most of a base that anything here takes.
const wholePercent = 100_000_000

// checker looks at an input and notes everything that is wrong with it.
type checker struct {
	problems
	in       Input
	currency money.Currency // none when Received has none
}

// check reports all problems of an input.
func check(in Input) error {
	v := checker{in: in, currency: in.Received.Currency()}
	v.received()
	v.lines()
	v.text("/phase", in.Phase)
	v.tariff(in.Tariff)
	if c := in.CreditorCredit; c != (money.Amount{}) {
		v.sum("/creditorCredit", c)
	}
	return errors.Join(v.problems...)
}

func (v *checker) received() {
	if v.currency.IsZero() {
		v.addf("/received", "no amount, want one with a currency")
		return
	}
	v.amount("/received", v.in.Received)
}

// amount checks currency and size, and reports whether both are right.
func (v *checker) amount(path string, a money.Amount) bool {
	switch {
	case a.Currency().IsZero():
		v.addf(path, "no amount, want one with a currency")
	case !v.currency.IsZero() && a.Currency() != v.currency:
		v.addf(path, "%s, want the currency of the payment, %s", a, v.currency)
	case a.Minor() > money.MaxMinor || a.Minor() < -money.MaxMinor:
		v.addf(path, "%s, want at most 10^15 minor units", a)
	default:
		return true
	}
	return false
}

// sum checks an amount that is 0 or more.
func (v *checker) sum(path string, a money.Amount) bool {
	if a.Sign() < 0 {
		v.addf(path, "%s, want 0 or more", show(a))
		return false
	}
	return v.amount(path, a)
}

func (v *checker) lines() {
	if n := len(v.in.Lines); n > MaxLines {
		v.addf("/lines", "%d lines, want at most %d", n, MaxLines)
		return
	}
	sign, sound := v.in.Received.Sign(), true
	var sum int64 // at most MaxLines × MaxMinor = 10^18
	for i, l := range v.in.Lines {
		path := fmt.Sprintf("/lines/%d", i)
		v.component(path+"/component", l.Component)
		if !v.amount(path+"/amount", l.Amount) {
			sound = false
			continue
		}
		if s := l.Amount.Sign(); s != 0 && s != sign {
			v.addf(path+"/amount", "%s of a payment of %s, want an amount of the same sign", l.Amount, show(v.in.Received))
			sound = false
		}
		sum += l.Amount.Minor()
	}
	if rest := v.in.Received.Minor(); sound && !v.currency.IsZero() && (sum > rest && sign >= 0 || sum < rest && sign <= 0) {
		v.addf("/lines", "%s together, want at most the payment of %s", money.FromMinor(sum, v.currency), v.in.Received)
	}
}

func (v *checker) component(path string, c allocation.Component) {
	if c.String() == "" {
		v.addf(path, "component %d, want a known one", c)
	}
}

func (v *checker) text(path, s string) {
	if len(s) > MaxText {
		v.addf(path, "%s, want at most %d bytes", words.Quote(s), MaxText)
	}
}

func (v *checker) tariff(t Tariff) {
	if n := len(t.Rules); n > MaxRules {
		v.addf("/tariff/rules", "%d rules, want at most %d", n, MaxRules)
	} else {
		for i, r := range t.Rules {
			v.rule(fmt.Sprintf("/tariff/rules/%d", i), r)
		}
	}
	v.percent("/tariff/vat", t.VAT)
	v.rounding("/tariff/rounding", t.Rounding)
	v.rounding("/tariff/vatRounding", t.VATRounding)
	if t.Cover != 0 && t.Cover.String() == "" {
		v.addf("/tariff/cover", "%d, want a known cover", t.Cover)
	}
}

func (v *checker) percent(path string, p interest.Percent) {
	if p < 0 || p > wholePercent {
		v.addf(path, "%s %%, want 0 to 100", p)
	}
}

func (v *checker) rounding(path string, r money.Rounding) {
	if !r.Valid() || r.Mode() == money.Exactly && r != money.Exactly {
		v.addf(path, "%s, want a mode that rounds to a step of at most 10^15 minor units", r)
	}
}

func (v *checker) rule(path string, r Rule) {
	v.text(path+"/label", r.Label)
	v.components(path+"/components", r.Components)
	v.text(path+"/phase", r.Phase)
	if r.Retain {
		v.retention(path, r)
		return
	}
	v.percent(path+"/percent", r.Percent)
	if r.Percent != 0 && len(r.Tiers) > 0 {
		v.addf(path+"/tiers", "%d tiers beside %s %%, want one or the other", len(r.Tiers), r.Percent)
	}
	v.tiers(path+"/tiers", r.Tiers)
	v.bounds(path, r)
}

// components checks that a rule names components, each once.
func (v *checker) components(path string, list []allocation.Component) {
	if n := len(list); n == 0 || n > int(allocation.Principal) {
		v.addf(path, "%d components, want 1 to %d", n, int(allocation.Principal))
		return
	}
	for i, c := range list {
		v.component(fmt.Sprintf("%s/%d", path, i), c)
		if slices.Contains(list[:i], c) {
			v.addf(fmt.Sprintf("%s/%d", path, i), "%s again, want each once", c)
		}
	}
}

// retention checks that a rule that retains charges nothing.
func (v *checker) retention(path string, r Rule) {
	none := money.Amount{}
	for _, f := range []struct {
		name string
		set  bool
	}{
		{"percent", r.Percent != 0}, {"tiers", len(r.Tiers) > 0},
		{"flat", r.Flat != none}, {"min", r.Min != none}, {"max", r.Max != none},
	} {
		if f.set {
			v.addf(path+"/"+f.name, "set on a rule that retains the component, want none")
		}
	}
}

func (v *checker) tiers(path string, tiers []Tier) {
	if n := len(tiers); n > MaxTiers {
		v.addf(path, "%d tiers, want at most %d", n, MaxTiers)
		return
	}
	var from int64
	for i, t := range tiers {
		at := fmt.Sprintf("%s/%d", path, i)
		v.percent(at+"/percent", t.Percent)
		switch last := i == len(tiers)-1; {
		case last && t.UpTo != money.Amount{}:
			v.addf(at+"/upTo", "%s, want none on the last tier", show(t.UpTo))
		case last || !v.amount(at+"/upTo", t.UpTo):
		case t.UpTo.Minor() <= from:
			v.addf(at+"/upTo", "%s, want more than %s", t.UpTo, money.FromMinor(from, t.UpTo.Currency()))
		default:
			from = t.UpTo.Minor()
		}
	}
}

// bounds checks the flat sum, the minimum and the maximum of a rule.
func (v *checker) bounds(path string, r Rule) {
	sound := true
	for _, f := range []struct {
		name   string
		amount money.Amount
	}{{"flat", r.Flat}, {"min", r.Min}, {"max", r.Max}} {
		if f.amount != (money.Amount{}) {
			sound = v.sum(path+"/"+f.name, f.amount) && sound
		}
	}
	if sound && !r.Min.Currency().IsZero() && !r.Max.Currency().IsZero() && r.Min.Minor() > r.Max.Minor() {
		v.addf(path+"/min", "%s, want at most the maximum of %s", r.Min, r.Max)
	}
}
