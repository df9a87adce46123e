package native

import (
	"errors"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// check adds what the case, the terms, [paymentplan.Request.Validate] and a further
// check have against a plan, unless it only follows from something that could not be
// read.
func (d *planDecoder) check(p Plan, further func(Plan) error) {
	if d.more > 0 {
		return
	}
	part := d.part(p)
	p = part.validate(d, p)
	d.follow(p)
	d.add(d.validate(p))
	if further == nil || d.more > 0 {
		return
	}
	var own, inside ledger.Problems
	for _, problem := range ledger.AsProblems(further(p)) {
		if path, ok := part.inside(problem.Path); ok {
			inside = append(inside, &ledger.Problem{Path: path, Message: problem.Message, Cause: problem.Cause})
		} else {
			own = append(own, problem)
		}
	}
	part.tell(d, func() { part.d.add(inside.Err()) })
	d.add(own.Err())
}

// validate is what the request and its search say against themselves.
func (d *planDecoder) validate(p Plan) error {
	r := p.Request
	var search error
	if p.Search != nil {
		search = p.Search.Validate(r, d.currency)
		r = p.Search.Sample(r)
	}
	if d.over {
		return errors.Join(r.ValidateCase(d.currency), search)
	}
	return errors.Join(r.Validate(), search)
}

// follow notes what may only follow from a field that could not be read: mostly that
// nothing says how many rows there are.
func (d *planDecoder) follow(p Plan) {
	for path := range d.asked() {
		steps := strings.SplitN(path, "/", 4)
		if len(steps) < 2 {
			continue
		}
		switch steps[1] {
		case "periods":
			d.cannotTell("/amount")
			d.cannotTell("/count")
		case "type", "amount", "end", "final", "search":
			d.cannotTell("/count")
		case "restructure":
			if len(steps) > 2 && (steps[2] == "end" || steps[2] == "amount") {
				d.cannotTell("/restructure/count")
			}
		}
	}
	if p.Request.Kind == 0 {
		d.cannotTell("/creditors")
	}
	if d.over && d.of == nil {
		d.cannotTell("/debt")
	}
}

// part is what a plan has in common with a case file, looked at as a case by the
// rules of one: the case that the plan is over, or one whose only claim is the bare
// debt.
type part struct {
	// d holds what is wrong so far, with paths into the case.
	d *decoder
	c ledger.Case
	// inside gives the path within the case of one in the plan request, outside the
	// other way; false for what has no place there.
	inside, outside func(path string) (string, bool)
}

// part is the part of a plan; without a case that could be read, it is an empty one
// of which nothing is said.
func (d *planDecoder) part(p Plan) part {
	switch {
	case !d.over:
		return d.debtPart(p)
	case d.of == nil:
		nowhere := func(string) (string, bool) { return "", false }
		return part{d: &decoder{}, inside: nowhere, outside: nowhere}
	}
	return part{
		d: d.of, c: *p.Case,
		inside:  func(path string) (string, bool) { return below("/case", path) },
		outside: func(path string) (string, bool) { return "/case" + path, true },
	}
}

// debtTerms is where the terms of a bare debt are in a case of that debt.
const debtTerms = "/claims/0/interest"

func (d *planDecoder) debtPart(p Plan) part {
	debt := ledger.Claim{ID: "debt", Principal: p.Request.Debt, Due: p.Request.Start}
	terms := ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}
	if p.Facts.Interest != nil {
		terms = *p.Facts.Interest
	}
	terms.From, debt.Interest = p.Request.Start, &terms
	of := part{
		d: &decoder{jurisdictionUnread: d.jurisdictionUnread},
		c: ledger.Case{
			ID: "plan", Currency: d.currency, Jurisdiction: p.Facts.Jurisdiction, Debtor: p.Facts.Debtor,
			Claims: []ledger.Claim{debt}, ExtendRates: p.Facts.ExtendRates,
		},
		inside: func(path string) (string, bool) {
			if rest, ok := below("/interest", path); ok {
				return debtTerms + rest, true
			}
			return path, path == "/jurisdiction" || path == "/debtor"
		},
		outside: func(path string) (string, bool) {
			if rest, ok := below(debtTerms, path); ok {
				// The terms begin with the plan, of whose start the request speaks.
				return "/interest" + rest, rest != "/from"
			}
			return path, path == "/jurisdiction" || path == "/debtor"
		},
	}
	for _, problem := range d.list {
		if path, ok := of.inside(problem.Path); ok {
			of.d.list = append(of.d.list, &ledger.Problem{Path: path, Message: problem.Message})
		}
	}
	if d.asked()["/start"] {
		// The law is that of the day on which the plan starts.
		of.d.cannotTell(debtTerms)
	}
	return of
}

// below is the rest of a path that is the given one or below it.
func below(above, path string) (string, bool) {
	rest, ok := strings.CutPrefix(path, above)
	return rest, ok && (rest == "" || rest[0] == '/')
}

// tell runs a check of the part and adds what it found to the plan's problems.
func (of part) tell(d *planDecoder, check func()) {
	n := len(of.d.list)
	check()
	var found ledger.Problems
	for _, p := range of.d.list[n:] {
		if path, ok := of.outside(p.Path); ok {
			found = append(found, &ledger.Problem{Path: path, Message: p.Message, Cause: p.Cause})
		}
	}
	d.merge(found)
	d.more += of.d.more
	of.d.more = 0
}

// validate checks the part and gives the plan with what can be checked further: a
// rate that could not be read is fixed at 0 % in it.
func (of part) validate(d *planDecoder, p Plan) Plan {
	if len(of.c.Claims) == 0 && p.Case == nil {
		return p
	}
	of.tell(d, func() {
		of.d.check(of.c, func(c ledger.Case) error {
			if d.over {
				p.Case = &c
				return nil
			}
			p.Facts.Jurisdiction, p.Facts.Debtor = c.Jurisdiction, c.Debtor
			if p.Facts.Interest != nil {
				p.Facts.Interest = c.Claims[0].Interest
			}
			return nil
		})
	})
	return p
}
