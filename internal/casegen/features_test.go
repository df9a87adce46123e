package casegen

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/internal/oracle"
)

// without takes a feature out of a case.
var without = map[string]func(f *caseFile){
	"titles":            func(f *caseFile) { f.Titles = nil },
	"compounding":       eachTerms(func(t *terms) { t.Compounding = "none" }),
	"accelerated":       eachClaim(func(c *claim) { c.Accelerated = "" }),
	"credit":            eachClaim(func(c *claim) { c.Kind = strings.Replace(c.Kind, "consumer-credit", "loan", 1) }),
	"contract":          eachClaim(func(c *claim) { c.Contracted = "2026-01-01" }),
	"cutoff in FI":      eachTerms(func(t *terms) { t.Cutoff = or(t.Cutoff, "2100-01-01") }),
	"agreed":            eachTerms(func(t *terms) { t.Agreed = nil }),
	"floor":             eachTerms(func(t *terms) { t.Floor = nil }),
	"ceiling":           eachTerms(func(t *terms) { t.Ceiling = nil }),
	"secured":           eachClaim(func(c *claim) { c.Secured = false }),
	"contract interest": eachClaim(func(c *claim) { c.ContractInterest = nil }),
	"refixes":           eachTerms(func(t *terms) { t.Refixes = nil }),
	"opening interest": eachClaim(func(c *claim) {
		if c.Opening != nil {
			c.Opening.Interest = ""
		}
	}),
	"adjustments": func(f *caseFile) {
		f.Adjustments = slices.DeleteFunc(f.Adjustments, func(a adjustment) bool { return a.Amount[0] != '-' })
	},
	"capitalizations": func(f *caseFile) { f.Capitalizations = nil },
	"holds":           func(f *caseFile) { f.Holds = nil },
	"reversals":       func(f *caseFile) { f.Reversals = nil },
	"closed":          func(f *caseFile) { f.Closed = nil },
	"refunds":         func(f *caseFile) { f.Refunds = nil },
	"write-offs":      func(f *caseFile) { f.WriteOffs = nil },
	"payment holds": func(f *caseFile) {
		f.Holds = slices.DeleteFunc(f.Holds, func(h hold) bool { return h.Scope == "payments" })
	},
	"ends of payment holds": func(f *caseFile) {
		for i := range f.Holds {
			if f.Holds[i].Scope == "payments" {
				f.Holds[i].Through = ""
			}
		}
	},
	"direction": func(f *caseFile) {
		if f.Allocation != nil {
			f.Allocation.Direction = ""
		}
	},
	"former interest": eachClaim(func(c *claim) { c.Kind = strings.Replace(c.Kind, "capitalized-interest", "", 1) }),
	"payment orders":  eachPayment(func(p *payment) { p.Allocation = nil }),
	"latest":          eachRung(func(r *rung) { r.Order = strings.Replace(r.Order, "latest", "oldest", 1) }),
	"even":            eachRung(func(r *rung) { r.Order = strings.Replace(r.Order, "even", "oldest", 1) }),
	"received":        eachPayment(func(p *payment) { p.Received = "" }),
	"fee interest":    eachFee(func(f *fee) { f.Interest = nil }),
	"fee payment day": eachFee(func(f *fee) {
		if f.Interest != nil {
			f.Interest.PaymentDay = ""
		}
	}),
	"fee facts": eachFee(func(f *fee) { f.Facts = nil }),
	"assessed":  eachFee(func(f *fee) { f.Amount = or(f.Amount, "40.00") }),
	"cost caps": eachClaim(func(c *claim) { c.Credit = nil }),
	"prior costs": eachClaim(func(c *claim) {
		if c.Credit != nil {
			c.Credit.PriorCosts = ""
		}
	}),
	"used credit": eachClaim(func(c *claim) {
		if c.Credit != nil && c.Credit.Granted != "" {
			c.Credit.Used = ""
		}
	}),
	"claim rates": eachClaim(func(c *claim) { c.Exchange = nil }),
	"specified components": eachPayment(func(p *payment) {
		for i := range p.Specification {
			p.Specification[i].Component = or(p.Specification[i].Component, "principal")
		}
	}),
}

func eachClaim(change func(*claim)) func(*caseFile) {
	return func(f *caseFile) {
		for i := range f.Claims {
			change(&f.Claims[i])
		}
	}
}

func eachFee(change func(*fee)) func(*caseFile) {
	return func(f *caseFile) {
		for i := range f.Fees {
			change(&f.Fees[i])
		}
	}
}

func eachPayment(change func(*payment)) func(*caseFile) {
	return func(f *caseFile) {
		for i := range f.Payments {
			change(&f.Payments[i])
		}
	}
}

func eachRung(change func(*rung)) func(*caseFile) {
	return func(f *caseFile) {
		if f.Allocation == nil {
			return
		}
		for i := range f.Allocation.Rungs {
			change(&f.Allocation.Rungs[i])
		}
	}
}

// eachTerms leaves out claims without terms, unless the law gives them some.
func eachTerms(change func(*terms)) func(*caseFile) {
	return func(f *caseFile) {
		for i := range f.Claims {
			c := &f.Claims[i]
			if c.Kind == "credit-note" {
				continue
			}
			if c.Interest == nil && f.Jurisdiction != "" {
				c.Interest = &terms{rate: rate{Basis: "statutory"}}
			}
			if c.Interest != nil {
				change(c.Interest)
			}
		}
	}
}

// The features of a case are not idle: often enough the figures change when one
// is taken out.
func TestFeaturesMatter(t *testing.T) {
	if testing.Short() {
		t.Skip("needs hundreds of cases")
	}
	const n = 800
	tables := loadRates(t)
	count := map[string]uint64{}
	for seed := range uint64(n) {
		g := Generate(seed)
		whole := figures(t, tables, g, g.JSON)
		unchanged := rewritten(t, g.JSON, func(*caseFile) {})
		for feature, remove := range without {
			text := rewritten(t, g.JSON, remove)
			if !bytes.Equal(text, unchanged) && figures(t, tables, g, text) != whole {
				count[feature]++
			}
		}
	}
	for feature := range without {
		t.Logf("%-14s %5.1f %%", feature, 100*float64(count[feature])/n)
		if count[feature]*200 < n {
			t.Errorf("%s decides in %d of %d cases, want one of two hundred", feature, count[feature], n)
		}
	}
}

func rewritten(t *testing.T, text []byte, change func(*caseFile)) []byte {
	t.Helper()
	var f caseFile
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatal(err)
	}
	change(&f)
	text, err := json.Marshal(&f)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// figures shows all accruals and what is owed.
func figures(t *testing.T, tables *oracle.Tables, g Generated, text []byte) string {
	t.Helper()
	r, err := tables.Statement(text, oracle.At{AsOf: g.AsOf, KnownAt: g.KnownAt})
	if err != nil {
		return err.Error() // what was taken out was needed
	}
	all := r.Totals.Total + r.Balance.Status + r.RecoverableVAT
	for _, a := range r.Allocations {
		all += " " + a.Unallocated
		if a.Exchange != nil {
			all += " " + a.Exchange.Difference
		}
		for _, l := range a.Lines {
			all += " " + l.Item + l.Component + l.Amount
		}
	}
	for _, it := range r.Items {
		all += " " + it.Interest.Exact
	}
	return all
}
