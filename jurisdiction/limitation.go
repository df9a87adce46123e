package jurisdiction

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitation is what the law says about the limitation of a claim, nil where no law
// does. A period of the creditor's own stands in for the ordinary one.
func (r *resolver) limitation(i int, t *ledger.ClaimTerms) *limitation.Rule {
	cl, path := r.c.Claims[i], claimPath(i, "limitation")
	if r.rules == nil || r.rules.Limitation == nil {
		if cl.Limitation != nil && !r.unknown {
			r.Addf(path, "no law of limitation is known for the case, want a jurisdiction that has one or nothing here")
		}
		return nil
	}
	stated := limitationFacts(cl)
	if stated.Law != "" && stated.Law != r.rules.Code && !slices.Contains(r.rules.LimitationLaws, stated.Law) {
		laws := append([]string{r.rules.Code}, r.rules.LimitationLaws...)
		r.Addf(path+"/law", "%q is no law of limitation of %s, want %s", clip(stated.Law), r.rules.Code, strings.Join(laws, " or "))
		return nil
	}
	rule := r.rules.Limitation(Query{Claim: cl, Debtor: r.c.Debtor, FirstDay: cl.FirstBearingDay(), resolver: r, path: path, terms: t})
	if !stated.Period.IsZero() && stated.Period != rule.Period {
		t.Findings = append(t.Findings, ledger.Finding{
			Code: ledger.FindingOwnPeriod, Severity: ledger.Info, Path: path + "/period",
			Message: fmt.Sprintf("the case has a period of %s where the law has %s (%s)", stated.Period, rule.Period, rule.Citation),
		})
		rule.Period = stated.Period
	}
	return &rule
}

// limitationFacts are the facts of limitation of a claim, none where it states none.
func limitationFacts(cl ledger.Claim) ledger.LimitationFacts {
	if cl.Limitation == nil {
		return ledger.LimitationFacts{}
	}
	return *cl.Limitation
}

// Instrument is the paper on which the claim rests, zero where it rests on none.
func (q Query) Instrument() ledger.Instrument { return limitationFacts(q.Claim).Instrument }

// isLending reports whether the claim is for the repayment of money lent.
func (q Query) isLending() bool {
	switch q.Claim.Kind {
	case ledger.Loan, ledger.ConsumerCredit, ledger.Mortgage:
		return true
	}
	return false
}

// years is a period of limitation.
func years(n int) calendar.Span { return calendar.Years(n) }

// each gives several acts the same effect.
func each(e limitation.Effect, acts ...limitation.Act) []limitation.Effect {
	all := make([]limitation.Effect, len(acts))
	for i, act := range acts {
		all[i] = e
		all[i].Act = act
	}
	return all
}

// recognized are the acts by which a debtor recognizes a debt in whatever form.
func recognized(citation string) []limitation.Effect {
	return each(limitation.Effect{Does: limitation.Restarts, Citation: citation},
		limitation.Payment, limitation.Promise, limitation.Acknowledgement, limitation.WrittenAcknowledgement)
}

// pursued is an effect of proceedings that begin the period anew with their last day.
func pursued(citation string) limitation.Effect {
	return limitation.Effect{Does: limitation.RestartsAfter, Citation: citation}
}
