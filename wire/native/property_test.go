package native

import (
	"bytes"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// maker makes valid cases in the form in which DecodeCase gives them.
type maker struct {
	*rand.Rand
	currency money.Currency
	ids      int
}

func (m *maker) yes() bool { return m.Intn(2) == 0 }

func pick[T any](m *maker, from ...T) T { return from[m.Intn(len(from))] }

// id is a new id; some hold what JSON and JSON Pointers escape.
func (m *maker) id() string {
	m.ids++
	return fmt.Sprintf("%s%d", pick(m, "A-", "a/b~", "\"\\\n<é>", "\u2028😀"), m.ids)
}

func (m *maker) day() calendar.Date {
	return day("1900-01-02") + calendar.Date(m.Intn(int(day("2200-12-31")-day("1900-01-02"))+1))
}

// maybe is a day or none.
func (m *maker) maybe() calendar.Date {
	if m.yes() {
		return 0
	}
	return m.day()
}

func (m *maker) amount(most int64) money.Amount {
	return money.FromMinor(1+m.Int63n(most), m.currency)
}

func (m *maker) percent() interest.Percent {
	return interest.Percent(m.Int63n(2*int64(interest.MaxPercent)+1)) - interest.MaxPercent
}

func (m *maker) reference() ledger.RateFacts {
	return ledger.RateFacts{
		Basis: ledger.BasisReference, Series: m.id(), Margin: pick(m, 0, m.percent()),
		Multiplier: pick(m, 0, interest.Factor(1+m.Int63n(1e9))), Reset: ledger.Reset(m.Intn(3)),
	}
}

func (m *maker) rate() ledger.RateFacts {
	if m.yes() {
		return ledger.RateFacts{Basis: ledger.BasisFixed, Rate: pick(m, 0, m.percent())}
	}
	return m.reference()
}

func (m *maker) bound() *ledger.RateFacts {
	r := m.rate()
	r.Multiplier, r.Reset = 0, 0
	return pick(m, nil, &r)
}

func (m *maker) terms() *ledger.InterestFacts {
	t := &ledger.InterestFacts{
		DayCount: pick(m, append(dayCounts, 0)...), PaymentDay: ledger.PaymentDay(m.Intn(3)),
		Floor: m.bound(), Ceiling: m.bound(), Kind: ledger.InterestKind(m.Intn(3)), From: m.maybe(), Compounding: ledger.Compounding(m.Intn(3)),
	}
	switch m.Intn(4) {
	case 0:
		t.RateFacts, t.Floor, t.Ceiling = ledger.RateFacts{Basis: ledger.BasisNone}, nil, nil
		return t
	case 1:
		t.RateFacts = ledger.RateFacts{Basis: ledger.BasisStatutory, Reset: ledger.Reset(m.Intn(3))}
	default:
		t.RateFacts = m.rate()
		if t.Basis == ledger.BasisFixed {
			t.Refixes = m.refixes()
		}
	}
	if m.yes() {
		agreed := m.rate()
		t.Agreed, t.Cutoff = &agreed, m.maybe()
	}
	return t
}

func (m *maker) refixes() []ledger.Refix {
	var all []ledger.Refix
	for from := day("2000-01-01"); m.yes(); from += calendar.Date(1 + m.Intn(400)) {
		all = append(all, ledger.Refix{From: from, Rate: pick(m, 0, m.percent())})
	}
	return all
}

// contract is terms of contract interest, nil where other terms are of that kind.
func (m *maker) contract(beside *ledger.InterestFacts) *ledger.InterestFacts {
	t := m.terms()
	if t.Basis == ledger.BasisStatutory || beside != nil && beside.Kind == ledger.ForCredit || m.yes() {
		return nil
	}
	t.Kind, t.From = pick(m, 0, ledger.ForCredit), m.day()
	t.Through = pick(m, 0, t.From)
	return t
}

func (m *maker) creditNote() ledger.Claim {
	c := ledger.Claim{ID: m.id(), Kind: ledger.CreditNote, Principal: m.amount(money.MaxMinor), Issued: m.maybe(), Recorded: m.maybe()}
	if c.Issued.IsZero() {
		c.Due = m.day()
	}
	return c
}

func (m *maker) claim() ledger.Claim {
	if m.Intn(5) == 0 {
		return m.creditNote()
	}
	c := ledger.Claim{
		ID: m.id(), Kind: ledger.ClaimKind(m.Intn(8)), Group: pick(m, "", "telecom"), Secured: m.yes(), Principal: m.amount(money.MaxMinor),
		Contracted: m.maybe(), Issued: m.maybe(), Due: m.day(), Demanded: m.maybe(), Accelerated: m.maybe(), Recorded: m.maybe(),
	}
	if m.yes() {
		c.VAT = money.FromMinor(m.Int63n(c.Principal.Minor()+1), m.currency)
	}
	if m.yes() {
		c.Interest = m.terms()
		c.Interest.Through = pick(m, 0, c.FirstBearingDay()+calendar.Date(m.Intn(2)))
		if c.Interest.Through > day("2200-12-31") {
			c.Interest.Through = 0
		}
		if !c.Interest.From.IsZero() && m.yes() {
			c.Due = 0
		}
	}
	c.ContractInterest = m.contract(c.Interest)
	if m.Intn(4) == 0 {
		c.Credit = &ledger.Credit{Granted: m.amount(500), Used: pick(m, money.Amount{}, m.amount(500)), PriorCosts: pick(m, money.Amount{}, m.amount(500))}
	}
	if m.Intn(4) == 0 {
		c.Limitation = m.limitation()
	}
	if m.Intn(4) == 0 {
		// Before every day of other facts.
		c.Opening = &ledger.Opening{
			Through: day("1900-01-01"), Principal: m.amount(money.MaxMinor),
			ContractInterest: pick(m, money.Amount{}, m.amount(500)), Interest: pick(m, money.Amount{}, money.FromMinor(0, m.currency)),
		}
	}
	return c
}

// life adds what happens to a case besides claims, fees and payments.
func (m *maker) life(c *ledger.Case) {
	for _, p := range c.Payments {
		if m.yes() {
			c.Reversals = append(c.Reversals, ledger.Reversal{
				ID: m.id(), Payment: p.ID, Date: p.Date, Recorded: m.maybe(), Effect: ledger.Effect(m.Intn(5)),
			})
		}
	}
	m.givenUp(c)
	for range m.Intn(3) {
		claim := pick(m, c.Claims...).ID
		a := ledger.Adjustment{ID: m.id(), Date: m.day(), Recorded: m.maybe(), Item: claim, Amount: m.amount(money.MaxMinor), Reason: pick(m, "", "é")}
		a.Component = pick(m, allocation.Principal, allocation.Capitalized, allocation.DefaultInterest, allocation.ContractInterest)
		if len(c.Fees) > 0 && m.yes() {
			a.Item, a.Component = pick(m, c.Fees...).ID, allocation.Fee
		}
		a.Amount = pick(m, a.Amount, a.Amount.Neg())
		c.Adjustments = append(c.Adjustments, a)
		c.Capitalizations = append(c.Capitalizations, ledger.Capitalization{ID: m.id(), Date: m.day(), Recorded: m.maybe(), Item: claim})
		h := ledger.Hold{ID: pick(m, "", m.id()), Scope: ledger.Scope(1 + m.Intn(4)), From: m.day(), Reason: pick(m, "", "<é>"), Recorded: m.maybe()}
		h.Items, h.Through = pick(m, nil, []string{claim, claim}), pick(m, 0, h.From)
		c.Holds = append(c.Holds, h)
		sent := m.day()
		c.Notices = append(c.Notices, ledger.Notice{
			ID: m.id(), Kind: pick(m, "", "reminder"), Sent: sent, Delivered: pick(m, 0, sent.AddDays(m.Intn(30))), Through: m.maybe(), Recorded: m.maybe(),
			Level: pick(m, 0, 1+m.Intn(ledger.MaxLevel)), Fee: pick(m, money.Amount{}, m.amount(500)),
		})
		c.Promises = append(c.Promises, ledger.Promise{ID: m.id(), Date: m.day(), Due: m.day(), Amount: m.amount(500), Recorded: m.maybe()})
	}
	if m.yes() {
		c.Closed = &ledger.Closing{
			Date: m.day(), Recorded: m.maybe(), Disposition: ledger.Disposition(m.Intn(7)), Tolerance: pick(m, m.amount(500), money.FromMinor(0, m.currency)),
		}
	}
}

// fee makes a fee, with an amount or with what a tariff asks, with interest or
// without.
func (m *maker) fee() ledger.Fee {
	f := ledger.Fee{ID: m.id(), Code: pick(m, "", "reminder"), Date: m.day(), Recorded: m.maybe(), Amount: m.amount(money.MaxMinor)}
	if m.Intn(3) == 0 {
		f.Code, f.Amount = "demand", money.Amount{}
		f.Facts = ledger.FeeFacts{
			Base: pick(m, money.Amount{}, m.amount(500)), Sent: m.maybe(), Mandate: m.maybe(), Disputed: m.yes(), NoVATDeduction: m.yes(),
		}
	}
	if m.Intn(3) == 0 {
		t := m.terms()
		t.Kind, t.Compounding = pick(m, 0, ledger.ForDelay), pick(m, 0, ledger.Simple)
		if t.Through = 0; t.Basis != ledger.BasisNone {
			f.Interest = t
		}
	}
	return f
}

// givenUp adds refunds and write-offs.
func (m *maker) givenUp(c *ledger.Case) {
	for _, p := range c.Payments {
		if m.yes() {
			c.Refunds = append(c.Refunds, ledger.Refund{
				ID: m.id(), Date: p.Date, Recorded: m.maybe(), Amount: m.amount(money.MaxMinor), Payment: pick(m, "", p.ID), Reason: pick(m, "", "é"),
			})
		}
	}
	for range m.Intn(3) {
		w := ledger.WriteOff{ID: m.id(), Date: m.day(), Recorded: m.maybe(), Kind: ledger.WriteOffKind(m.Intn(3)), Reason: pick(m, "", "é")}
		if cl := pick(m, c.Claims...); cl.Kind != ledger.CreditNote {
			w.Item = pick(m, "", cl.ID)
		}
		w.Components = pick(m, nil, allocation.Interest(), []allocation.Component{allocation.Principal})
		if w.Item != "" && len(w.Components) == 1 && m.yes() {
			w.Amount = m.amount(money.MaxMinor)
		}
		c.WriteOffs = append(c.WriteOffs, w)
	}
}

// abroad makes a payment one in another currency, or one with a receipt in the
// creditor's books.
func (m *maker) abroad(c ledger.Case, p *ledger.Payment) {
	if m.yes() {
		p.Exchanged = m.day()
	}
	hasBase := c.Base != (money.Currency{}) && c.Base != c.Currency
	other := pick(m, money.Currencies()...)
	if other == c.Currency || m.yes() {
		if hasBase && m.yes() {
			p.Received = money.FromMinor(1+m.Int63n(1000), c.Base)
		}
		return
	}
	p.Specification = nil // what the payment comes to may be less
	p.Amount = money.FromMinor(1_000_000_000, other)
	switch {
	case hasBase || m.yes():
		p.Rate = money.ExchangeRate(10_000_000_000 + m.Int63n(99_999))
	default:
		p.Received = m.amount(money.MaxMinor)
	}
}

func (m *maker) payment(c ledger.Case) ledger.Payment {
	p := ledger.Payment{
		ID: m.id(), Date: m.day(), Recorded: m.maybe(), Amount: m.amount(money.MaxMinor - 1000), Direct: m.yes(),
	}
	p.Amount = money.FromMinor(p.Amount.Minor()+1000, m.currency)
	if len(c.Debtors) > 0 && m.yes() {
		p.By = pick(m, c.Debtors...).ID
	}
	for range m.Intn(3) {
		d := allocation.Directed{Item: pick(m, c.Claims...).ID, Amount: m.amount(500)}
		d.Components = pick(m, allocation.Interest(), []allocation.Component{allocation.Principal},
			[]allocation.Component{allocation.ContractInterest}, []allocation.Component{allocation.Capitalized})
		if len(c.Fees) > 0 && m.yes() {
			d.Item, d.Components = pick(m, c.Fees...).ID, []allocation.Component{allocation.Fee}
		}
		if m.Intn(4) == 0 {
			d.Components = nil
		}
		p.Specification = append(p.Specification, d)
	}
	m.abroad(c, &p)
	return p
}

func (m *maker) order() allocation.Order {
	o := allocation.Order{Rest: allocation.Rest(m.Intn(3)), Direction: allocation.Direction(m.Intn(4))}
	switch m.Intn(3) {
	case 0:
		o, _ = allocation.Preset(pick(m, allocation.Presets()...))
		o.Rest, o.Direction = pick(m, allocation.Hold, allocation.Apply), allocation.Direction(m.Intn(4))
	case 1:
		o.Processing = allocation.Processing(m.Intn(3))
		for range 1 + m.Intn(3) {
			r := allocation.Rung{Sequence: allocation.Sequence(m.Intn(int(allocation.Even) + 1))}
			for range 1 + m.Intn(3) {
				r.Components = append(r.Components, allocation.Component(1+m.Intn(5)))
			}
			for range m.Intn(3) {
				r.Codes, r.Groups = append(r.Codes, m.id()), append(r.Groups, m.id())
				r.Due = append(r.Due, allocation.Bucket(1+m.Intn(3)))
			}
			o.Rungs = append(o.Rungs, r)
		}
	}
	return o
}

func makeCase(seed int64) ledger.Case {
	m := &maker{Rand: rand.New(rand.NewSource(seed))}
	m.currency = pick(m, money.Currencies()...)
	c := ledger.Case{
		ID: m.id(), Currency: m.currency, Jurisdiction: m.id(), Debtor: pick(m, ledger.Consumer, ledger.Business),
		Allocation: m.order(), ExtendRates: m.yes(),
		Rounding: interest.Rounding{
			Mode:  pick(m, append(modes, money.Exactly)...).ToStep(m.Int63n(3) * m.Int63n(1000)),
			Place: interest.Place(m.Intn(4)),
		},
	}
	c.Base = pick(m, money.Currency{}, pick(m, money.Currencies()...))
	for range m.Intn(3) {
		c.Debtors = append(c.Debtors, ledger.Debtor{ID: m.id(), Kind: ledger.DebtorKind(m.Intn(3)), Role: pick(m, "", "guarantor")})
	}
	for range 1 + m.Intn(3) {
		cl := m.claim()
		if c.Base != (money.Currency{}) && c.Base != c.Currency && cl.Kind != ledger.CreditNote && m.yes() {
			cl.Exchange = ledger.Exchange{Rate: money.ExchangeRate(1 + m.Int63n(1_000_000_000_000)), Date: m.maybe()}
		}
		c.Claims = append(c.Claims, cl)
	}
	for range m.Intn(3) {
		c.Fees = append(c.Fees, m.fee())
	}
	for range m.Intn(4) {
		c.Payments = append(c.Payments, m.payment(c))
		c.Titles = append(c.Titles, ledger.Title{ID: m.id(), Kind: pick(m, "", "judgment"), Date: m.day(), Recorded: m.maybe()})
	}
	m.life(&c)
	return c
}

func TestCasesComeBack(t *testing.T) {
	parameters := gopter.DefaultTestParametersWithSeed(1)
	parameters.MinSuccessfulTests = 1000
	properties := gopter.NewProperties(parameters)
	properties.Property("DecodeCase gives back what EncodeCase wrote", prop.ForAll(func(seed int64) string {
		c := makeCase(seed)
		var b bytes.Buffer
		if err := EncodeCase(&b, c); err != nil {
			return err.Error()
		}
		again, err := DecodeCase(&b)
		if err != nil {
			return err.Error()
		}
		return same(c, again)
	}, gen.Int64()))
	properties.Property("a written case has one form", prop.ForAll(func(seed int64) bool {
		first := encode(t, makeCase(seed))
		return encode(t, decode(t, first)) == first
	}, gen.Int64()))
	properties.TestingRun(t)
}

// A case cut anywhere is malformed, never another case.
func TestCutCases(t *testing.T) {
	text := encode(t, fullCase())
	end := strings.LastIndexByte(text, '}')
	for at := range end {
		if got := problems(text[:at]); len(got) != 1 || !strings.HasSuffix(got[0], ": the text ends here, want one whole JSON object") {
			t.Fatalf("cut at %d: %v", at, got)
		}
	}
}

// Whatever one value of a case is replaced by, nothing panics, and what is still
// read without problems comes back.
func TestReplacedValues(t *testing.T) {
	text := encode(t, fullCase())
	values := []string{`null`, `true`, `0`, `-1e999999`, `""`, `"x"`, `"1"`, `"2024-02-30"`, `"SE"`, `[]`, `[[]]`, `{}`, `{"x":1}`}
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(strings.TrimSuffix(strings.TrimRight(line, "\n"), ","), ": ")
		if !ok || strings.ContainsAny(value, "{[") {
			continue
		}
		for _, v := range values {
			changed := strings.Replace(text, line, strings.Replace(line, name+": "+value, name+": "+v, 1), 1)
			if c, err := DecodeCase(strings.NewReader(changed)); err == nil {
				if diff := same(c, decode(t, encode(t, c))); diff != "" {
					t.Errorf("%s: %s (-first +second):\n%s", name, v, diff)
				}
			}
		}
	}
}
