package ledger

import (
	"fmt"
	"reflect"
	"slices"
)

// Dropped is a fact of a merged case that another one stands for.
type Dropped struct {
	// Case and Position say which fact it is: the number of the case among those merged
	// and its place in the list of that case, both from 0.
	Case, Position int
	// Fee says that it is a fee, Title that it is a title, else it is a claim.
	Fee, Title bool
	// ID is its own, Stays that of the fact that stays in the merged case.
	ID, Stays string
}

// Merge makes one case of several of the same debtor: the union of their claims, fees,
// payments and all other facts, in the order given, with what the first says of the case
// as a whole. A claim that two cases have alike is there once. Fees of one code and one
// day are the cost of one letter and are charged once; the first stays. What was left
// out is listed.
//
// A merged case is settled as if it had been one from its first day, so a payment may
// settle claims of the others; direct it ([Payment.Specification]) where it must not.
// Debtors and titles of one id are taken to be the same. What names a fee that is left out
// then means the one that stays; a change of its amount would count twice and is an error.
//
// Errors are [Problems] with paths "/N/field", N being the number of the case from 0:
// another currency, base, jurisdiction or kind of debtor than the first, another
// closing, and claims of one id that are not alike.
func Merge(cases ...Case) (Case, []Dropped, error) {
	if len(cases) == 0 {
		return Case{}, nil, Problems{{Message: "nothing to merge, want a case"}}.Err()
	}
	m := merger{out: cases[0].cloneLists(), claimAt: map[string]int{}, feeAt: map[string]int{}}
	m.known()
	for i, c := range cases[1:] {
		m.agree(i+1, c)
		m.claims(i+1, c)
		m.fees(i+1, c)
		m.titles(i+1, c)
		m.rest(i+1, c)
	}
	return m.out, m.dropped, m.Err()
}

type merger struct {
	Problems
	out     Case
	dropped []Dropped
	// claimAt and feeAt say where the merged case has a claim of an id, and the cost of a
	// letter.
	claimAt, feeAt map[string]int
}

// known notes what the first case has.
func (m *merger) known() {
	for i, cl := range m.out.Claims {
		m.claimAt[cl.ID] = i
	}
	for i, f := range slices.Backward(m.out.Fees) {
		m.feeAt[f.letter()] = i
	}
}

// letter is what fees that are charged once have in common; "" for none.
func (f Fee) letter() string {
	if f.Code == "" {
		return ""
	}
	return f.Date.String() + " " + f.Code
}

// cloneLists is a case whose lists may be appended to.
func (c Case) cloneLists() Case {
	v := reflect.ValueOf(&c).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice {
			f.Set(f.Slice3(0, f.Len(), f.Len()))
		}
	}
	return c
}

// agree checks what merged cases have to have in common.
func (m *merger) agree(n int, c Case) {
	differ := func(field string, first, other fmt.Stringer) {
		if first.String() != other.String() {
			m.Addf(fmt.Sprintf("/%d/%s", n, field), "%q beside %q, want cases that are alike in it", clip(other.String()), clip(first.String()))
		}
	}
	differ("currency", m.out.Currency, c.Currency)
	differ("base", m.out.base(), c.base())
	differ("debtor", m.out.Debtor, c.Debtor)
	if m.out.Jurisdiction != c.Jurisdiction {
		m.Addf(fmt.Sprintf("/%d/jurisdiction", n), "%q beside %q, want cases that are alike in it", clip(c.Jurisdiction), clip(m.out.Jurisdiction))
	}
	if !reflect.DeepEqual(m.out.Closed, c.Closed) {
		m.Addf(fmt.Sprintf("/%d/closed", n), "not closed as the first case is, want cases that are alike in it")
	}
}

func (m *merger) claims(n int, c Case) {
	for i, cl := range c.Claims {
		at, there := m.claimAt[cl.ID]
		switch {
		case !there:
			m.claimAt[cl.ID] = len(m.out.Claims)
			m.out.Claims = append(m.out.Claims, cl)
		case reflect.DeepEqual(m.out.Claims[at], cl):
			m.dropped = append(m.dropped, Dropped{Case: n, Position: i, ID: cl.ID, Stays: cl.ID})
		default:
			m.Addf(fmt.Sprintf("/%d/claims/%d/id", n, i), "%q is another claim of a merged case, want ids of their own or claims that are alike", clip(cl.ID))
		}
	}
}

func (m *merger) fees(n int, c Case) {
	for i, f := range c.Fees {
		at, there := m.feeAt[f.letter()]
		if f.Code == "" || !there {
			m.feeAt[f.letter()] = len(m.out.Fees)
			m.out.Fees = append(m.out.Fees, f)
			continue
		}
		m.dropped = append(m.dropped, Dropped{Case: n, Position: i, Fee: true, ID: f.ID, Stays: m.out.Fees[at].ID})
	}
}

// rest takes over everything else.
func (m *merger) rest(n int, c Case) {
	c = m.renamed(n, c)
	for _, d := range c.Debtors {
		if !slices.ContainsFunc(m.out.Debtors, func(have Debtor) bool { return have.ID == d.ID }) {
			m.out.Debtors = append(m.out.Debtors, d)
		}
	}
	m.out.Payments = append(m.out.Payments, c.Payments...)
	m.out.Adjustments = append(m.out.Adjustments, c.Adjustments...)
	m.out.Capitalizations = append(m.out.Capitalizations, c.Capitalizations...)
	m.out.Holds = append(m.out.Holds, c.Holds...)
	m.out.Reversals = append(m.out.Reversals, c.Reversals...)
	m.out.Refunds = append(m.out.Refunds, c.Refunds...)
	m.out.WriteOffs = append(m.out.WriteOffs, c.WriteOffs...)
	m.out.Notices = append(m.out.Notices, c.Notices...)
	m.out.Promises = append(m.out.Promises, c.Promises...)
	if m.out.PlanAgreed.IsZero() || !c.PlanAgreed.IsZero() && c.PlanAgreed < m.out.PlanAgreed {
		m.out.PlanAgreed = c.PlanAgreed
	}
	m.out.ExtendRates = m.out.ExtendRates || c.ExtendRates
}

func (m *merger) titles(n int, c Case) {
	for i, t := range c.Titles {
		if slices.ContainsFunc(m.out.Titles, func(have Title) bool { return have.ID == t.ID }) {
			m.dropped = append(m.dropped, Dropped{Case: n, Position: i, Title: true, ID: t.ID, Stays: t.ID})
			continue
		}
		m.out.Titles = append(m.out.Titles, t)
	}
}
