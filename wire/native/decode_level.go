package native

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
)

// Fields of a level of a policy, in the order in which they are documented.
var (
	levelFields = []string{
		"kind", "track", "stage", "audience", "after", "gap", "expired", "minimum", "gate", "requires", "title", "noTitle", "term", "fee",
		"announces", "waits", "accelerates", "citation", "text",
	}
	gateFields  = []string{"consecutive", "missed", "shares", "secured", "days"}
	shareFields = []string{"months", "percent"}
	termFields  = []string{"days", "business", "from", "roll", "least", "proven"}
)

// maxShares bounds the shares of a gate.
const maxShares = 100

// level reads a level and the letter that takes it.
func level(o object) dunning.Level {
	l := dunning.Level{Kind: o.label("kind"), Stage: o.label("stage"), After: o.whole("after"), Gap: o.whole("gap"), Expired: o.yes("expired")}
	l.Track, _ = parse(o, "track", wantText, dunning.ParseTrack)
	l.Audience, _ = parse(o, "audience", wantText, fee.ParseAudience)
	l.Minimum = threshold(o, "minimum")
	l.Gate = gate(o)
	l.Requires = o.labels("requires", dunning.MaxLevels)
	l.Title, l.NoTitle = o.yes("title"), o.yes("noTitle")
	l.Term = term(o)
	l.Fee, l.Announces, l.Waits = o.label("fee"), o.label("announces"), o.yes("waits")
	l.Accelerates = o.yes("accelerates")
	l.Citation, l.Text = o.label("citation"), o.label("text")
	return l
}

// term reads the time that a letter gives. Days are needed, because no time at all must
// be meant.
func term(of object) dunning.Term {
	o, ok := of.child("term", termFields)
	if !ok || o.blank() {
		return dunning.Term{}
	}
	if o.field("days") == nil {
		o.problemf("days", "missing, want how many days the letter gives")
	}
	t := dunning.Term{
		Days: o.whole("days"), Business: o.yes("business"), Roll: o.yes("roll"), Least: o.yes("least"), Proven: o.yes("proven"),
	}
	t.Delivered, _ = parse(o, "from", wantText, fromDelivery)
	return t
}

// fromDelivery reads from which day the time of a letter counts.
func fromDelivery(s string) (bool, error) {
	switch s {
	case "sent":
		return false, nil
	case "delivered":
		return true, nil
	}
	return false, fmt.Errorf("%s is not where a term starts, want sent or delivered", quote(s))
}

// gate reads what the arrears have to meet, nil where nothing is said.
func gate(of object) *dunning.Gate {
	o, ok := of.child("gate", gateFields)
	if !ok {
		return nil
	}
	g := &dunning.Gate{Consecutive: o.whole("consecutive"), Missed: o.whole("missed")}
	g.Shares, _ = objects(o, "shares", maxShares, shareFields, func(o object) dunning.Share {
		return dunning.Share{Months: o.whole("months"), Percent: o.share("percent")}
	})
	g.Secured, g.Days = o.share("secured"), o.whole("days")
	if o.blank() {
		return nil
	}
	return g
}

// share is a part of a sum, in per cent.
func (o object) share(name string) interest.Percent {
	p, _ := parse(o, name, wantShare, parseShare)
	return p
}

const wantShare = `a string such as "2.5"`

// parseShare reads a part of a sum in per cent; whether it may be so large is checked
// where it is used.
func parseShare(s string) (interest.Percent, error) {
	p, err := interest.ParsePercent(s)
	switch {
	case err == nil:
		return p, nil
	case errors.Is(err, interest.ErrTooFine):
		return 0, wantedf(err, "%s has too many decimals, want at most 6", quote(s))
	}
	return 0, wantedf(err, `%s is not a share, want per cent from 0 to 100 such as "2.5"`, quote(s))
}
