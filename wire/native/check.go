package native

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// check adds what [ledger.Case.Validate] and a further check find in a case,
// unless it only follows from something that could not be read.
func (d *decoder) check(c ledger.Case, further func(ledger.Case) error) {
	if d.more > 0 {
		// What follows from a problem beyond the bound could not be told apart.
		return
	}
	c = readable(c, d.asked())
	validated := c
	if d.jurisdictionUnread {
		// There is a jurisdiction: its statutes must not be reported as missing.
		validated.Jurisdiction = "?"
		validated.Debtor = max(c.Debtor, ledger.Consumer)
	}
	d.add(validated.Validate())
	d.merge(d.planned.check())
	if further == nil || d.more > 0 {
		return
	}
	asked := d.asked()
	c = readable(c, asked)
	if d.jurisdictionUnread {
		// No rules can be found for it, and no statute can be asked.
		c.Jurisdiction = ""
		c = withFixed(c, func(_ int, t *ledger.InterestFacts) bool {
			return t == nil || t.Basis == 0 || t.Basis == ledger.BasisStatutory
		})
		c = withoutLimitation(c)
	}
	d.refusalsFollow(asked, len(c.Claims))
	d.add(further(c))
}

// asked are the paths of the problems so far.
func (d *decoder) asked() map[string]bool {
	paths := make(map[string]bool, len(d.list))
	for _, p := range d.list {
		paths[p.Path] = true
	}
	return paths
}

// add merges the problems that do not follow from another.
func (d *decoder) add(err error) {
	var found ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		if d.follows(p.Path) {
			continue
		}
		if d.place != nil {
			p = &ledger.Problem{Path: d.place(p.Path), Message: p.Message, Cause: p.Cause}
		}
		found = append(found, p)
	}
	d.merge(found)
}

// readable is the case with a fixed rate in place of every rate of which the
// basis is in question, so that it is not taken for one left to the statute.
func readable(c ledger.Case, asked map[string]bool) ledger.Case {
	if len(asked) == 0 {
		return c
	}
	c = withFixed(c, func(i int, t *ledger.InterestFacts) bool {
		claim := fmt.Sprintf("/claims/%d", i)
		return asked[claim] || asked[claim+"/interest"] || asked[claim+"/interest/basis"] || t == nil && asked[claim+"/kind"]
	})
	for i := range c.Claims {
		cl, path := &c.Claims[i], fmt.Sprintf("/claims/%d", i)
		cl.Interest = readableAgreed(cl.Interest, path+"/interest", asked)
		cl.ContractInterest = readableAgreed(cl.ContractInterest, path+"/contractInterest", asked)
		if cl.ContractInterest != nil && asked[path+"/contractInterest/basis"] {
			t := *cl.ContractInterest
			t.RateFacts = ledger.RateFacts{Basis: ledger.BasisFixed}
			cl.ContractInterest = &t
		}
	}
	return c
}

// readableAgreed is the terms with a fixed agreed rate where its basis is in
// question.
func readableAgreed(t *ledger.InterestFacts, path string, asked map[string]bool) *ledger.InterestFacts {
	if t == nil || t.Agreed == nil || !asked[path+"/agreed/basis"] {
		return t
	}
	fixed := *t
	fixed.Agreed = &ledger.RateFacts{Basis: ledger.BasisFixed}
	return &fixed
}

// withFixed is a copy of the case in which the claims that are asked for have a
// fixed rate; their other terms stay.
func withFixed(c ledger.Case, replace func(i int, t *ledger.InterestFacts) bool) ledger.Case {
	c.Claims = slices.Clone(c.Claims)
	for i, cl := range c.Claims {
		if !replace(i, cl.Interest) {
			continue
		}
		var t ledger.InterestFacts
		if cl.Interest != nil {
			t = *cl.Interest
		}
		t.RateFacts = ledger.RateFacts{Basis: ledger.BasisFixed}
		c.Claims[i].Interest = &t
	}
	return c
}

// refusalsFollow notes that what a statute refuses of a claim as a whole may
// follow from any of the facts by which it decides.
func (d *decoder) refusalsFollow(asked map[string]bool, n int) {
	every := asked["/debtor"]
	claims := map[string]bool{}
	for path := range asked {
		steps := strings.SplitN(path, "/", 4)
		switch {
		case len(steps) > 1 && steps[1] == "titles":
			every = true
		case len(steps) > 2 && steps[1] == "claims":
			claims[steps[2]] = true
		}
	}
	for i := range n {
		if at := strconv.Itoa(i); every || claims[at] {
			d.cannotTell("/claims/" + at + "/interest")
		}
	}
}

// cannotTell says that the check of the case cannot tell anything of a field.
func (d *decoder) cannotTell(path string) {
	if d.unread == nil {
		d.unread = map[string]bool{}
	}
	d.unread[path] = true
}

// follows reports whether a problem at the path may only follow from another.
func (d *decoder) follows(path string) bool {
	switch {
	case d.unread[path]:
		return true
	case d.itemsUnread && namesItem(path):
		return true
	case d.paymentsUnread && strings.HasSuffix(path, "/payment") && (strings.HasPrefix(path, "/reversals/") || strings.HasPrefix(path, "/refunds/")):
		return true
	}
	return d.debtorsUnread && strings.HasPrefix(path, "/payments/") && strings.HasSuffix(path, "/by")
}

// namesItem reports whether the field at a path names a claim or a fee.
func namesItem(path string) bool {
	steps := strings.Split(path, "/")
	if len(steps) < 4 {
		return false
	}
	switch steps[1] {
	case "payments", "adjustments", "capitalizations", "writeOffs":
		return steps[len(steps)-1] == "item"
	case "holds":
		return steps[3] == "items" && len(steps) == 5
	}
	return false
}
