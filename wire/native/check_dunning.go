package native

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// check adds what [dunning.Request.Validate], the case with its plan and a further
// check have against a dunning file, unless it only follows from something that could
// not be read.
func (d *dunningDecoder) check(q Dunning, further func(Dunning) error) {
	if d.more > 0 {
		return
	}
	d.follow(q)
	d.add(q.Request.Validate())
	if further == nil {
		d.decoder.check(q.Request.Case, nil)
		return
	}
	d.decoder.check(q.Request.Case, func(c ledger.Case) error {
		q.Request.Case = c
		return further(q)
	})
}

// follow notes what may only follow from a field that could not be read.
func (d *dunningDecoder) follow(q Dunning) {
	p := q.Request.Policy
	if d.jurisdictionUnread && p == nil && q.Request.PolicyName == "" {
		// The jurisdiction may have a policy.
		d.cannotTell("/policy")
	}
	d.cannotTell("/plan/asOf")
	if p == nil || !d.kindsUnread() {
		return
	}
	for i, l := range p.Levels {
		for k := range l.Requires {
			d.cannotTell(fmt.Sprintf("/policy/levels/%d/requires/%d", i, k))
		}
	}
}

// kindsUnread reports whether not all kinds of letters are known that levels may
// require.
func (d *dunningDecoder) kindsUnread() bool {
	for path := range d.asked() {
		steps := strings.Split(path, "/")
		if len(steps) > 2 && steps[1] == "policy" && steps[2] == "levels" && (len(steps) < 5 || steps[4] == "kind") {
			return true
		}
	}
	return false
}

// fieldsOfInstallment are where the fields of a claim that was made of an installment
// come from.
var fieldsOfInstallment = map[string]string{"id": "no", "principal": "amount", "due": "due"}

// ofInstallment gives where in a dunning file a problem of a claim is that was made of
// an installment.
func ofInstallment(path string) string {
	rest, ok := below("/claims", path)
	if !ok {
		return path
	}
	steps := strings.Split(rest, "/")
	at := "/loan/installments"
	if len(steps) < 2 {
		return at
	}
	at += "/" + steps[1]
	if len(steps) == 3 && fieldsOfInstallment[steps[2]] != "" {
		return at + "/" + fieldsOfInstallment[steps[2]]
	}
	if len(steps) == 3 && steps[2] == "contracted" {
		return "/loan/start"
	}
	return at
}

// FindingsInFile gives findings about the file their places in it, as [Dunning.InFile]
// does for problems.
func (q Dunning) FindingsInFile(list []ledger.Finding) []ledger.Finding {
	if !q.Made {
		return list
	}
	list = slices.Clone(list)
	for i := range list {
		list[i].Path = ofInstallment(list[i].Path)
	}
	return list
}

// InFile gives the problems of a run over the file, such as rates that are not known,
// their places in it: those of claims that were made of installments are at these.
func (q Dunning) InFile(err error) error {
	if !q.Made || err == nil {
		return err
	}
	problems := ledger.AsProblems(err)
	for i, p := range problems {
		problems[i] = &ledger.Problem{Path: ofInstallment(p.Path), Message: p.Message, Cause: p.Cause}
	}
	return problems.Err()
}
