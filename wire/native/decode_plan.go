package native

import (
	"io"

	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// Plan is a request for a payment plan: over a bare debt, with the facts from which
// its terms follow, or over a case.
type Plan struct {
	// Request is what the file says of the plan itself. Its amounts are in the currency
	// of the file, or of the case where the file names none; its interest is left to
	// [Plan.Facts], or to the case.
	Request paymentplan.Request
	// Facts are what the terms of a plan over a bare debt follow from; zero for a plan
	// over a case.
	Facts jurisdiction.PlanFacts
	// Case is what the plan is over; nil for a bare debt.
	Case *ledger.Case
	// Search asks for the plans that keep within constraints in place of one plan; nil
	// where the file does not.
	Search *paymentplan.Search
}

// Fields of the plan request, in the order in which they are documented.
var (
	planFields = []string{
		"currency", "jurisdiction", "debtor", "extendRates", "type", "debt", "case", "interest", "rounding", "start",
		"first", "every", "count", "amount", "end", "final", "step", "lastRow", "residual", "posting", "fees", "grace",
		"freeMonths", "deviations", "periods", "invoiceLeadDays", "calendar", "adjust", "accrueOn", "apr", "creditors",
		"suspendInterest", "payments", "asOf", "tolerance", "onShortage", "proposal", "ended", "settleOn",
		"restructure", "search",
	}
	planRoundingFields = []string{"mode", "quantum"}
	planFeeFields      = []string{"registration", "invoice", "reminder"}
	graceFields        = []string{"principal", "interest"}
	deviationFields    = []string{"no", "due", "amount"}
	periodFields       = []string{"no", "start", "end", "every", "amount"}
	creditorFields     = []string{"id", "admitted"}
	searchFields       = []string{"maxCount", "maxAmount", "endBefore", "minimize"}
)

// DecodePlan reads a plan request. It returns the plan as far as it could be read,
// and an error that joins a [ledger.Problem] for everything that is wrong with it, in
// the way of [DecodeCase]: first what the file states in another form than the format
// has, in the order of the fields, then what the case (with paths below /case), the
// terms of interest and [paymentplan.Request.Validate] have against the rest.
//
// Where the file states no day of asking (asOf) and no payments, the latest day of
// its ending, its settlement and its restructuring stands in for it.
func DecodePlan(r io.Reader) (Plan, error) { return DecodePlanWith(r, nil) }

// DecodePlanWith is [DecodePlan] with one more check of what could be read, such as
// what rules and tables refuse, in the way of [DecodeCaseWith]: check is given a plan
// in which a rate that could not be read, or that needs a jurisdiction that could not
// be read, is fixed at 0 %. Its paths are JSON Pointers into the plan request, those
// of a case below /case. A nil check is none.
func DecodePlanWith(r io.Reader, check func(Plan) error) (Plan, error) {
	d := &planDecoder{}
	o, ok := d.document(r, planFields)
	if !ok {
		return Plan{}, d.err()
	}
	p := d.plan(o)
	d.check(p, check)
	return p, d.err()
}

// planDecoder reads one plan request.
type planDecoder struct {
	decoder
	// over says that the file names a case, also one that could not be read; of decodes
	// that case, nil where it is no object.
	over bool
	of   *decoder
}

// plan reads the fields in their order.
func (d *planDecoder) plan(o object) Plan {
	d.over = o.states("case")
	d.money(o)
	p := Plan{Facts: d.law(o)}
	p.Request.Kind, _ = parse(o, "type", wantText, paymentplan.ParseKind)
	d.subject(o, &p)
	d.dates(o, &p.Request)
	d.solving(o, &p.Request)
	d.charges(o, &p.Request)
	d.exceptions(o, &p.Request)
	d.business(o, &p.Request)
	p.Request.Life = d.lifeOf(o)
	p.Search = d.search(o)
	return p
}

// money settles in which currency amounts are: that of the file, else that of the
// case.
func (d *planDecoder) money(o object) {
	own, ok := parse(o, "currency", wantCode, parseCurrency)
	d.currency = own
	of := money.Currency{}
	if d.over {
		of = currencyOf(o.field("case"))
	}
	switch {
	case !ok:
	case !d.over && own.IsZero():
		o.problemf("currency", "missing, want a currency code such as SEK")
	case own.IsZero():
		d.currency = of
	case !of.IsZero() && of != own:
		o.problemf("currency", "%s beside a case in %s, want it absent or the same", own, of)
	}
}

// currencyOf is the currency of a case, before it is read; zero where it names none.
func currencyOf(n *node) money.Currency {
	if n.kind != isObject {
		return money.Currency{}
	}
	code := n.field("currency")
	if code == nil || code.kind != isString {
		return money.Currency{}
	}
	c, _ := money.ParseCurrency(code.text)
	return c
}

// bare reports whether a field may be looked at that only a plan over a bare debt
// has.
func (d *planDecoder) bare(o object, name string) bool {
	if d.over && o.states(name) {
		o.problemf(name, "beside a case, want it with a debt only")
	}
	return !d.over
}

// law reads what selects the law of a bare debt.
func (d *planDecoder) law(o object) jurisdiction.PlanFacts {
	var f jurisdiction.PlanFacts
	if d.bare(o, "jurisdiction") {
		var ok bool
		f.Jurisdiction, ok = o.text("jurisdiction")
		d.jurisdictionUnread = !ok
	}
	if d.bare(o, "debtor") {
		f.Debtor = word(o, "debtor", ledger.ParseDebtorKind)
	}
	if d.bare(o, "extendRates") {
		f.ExtendRates = o.yes("extendRates")
	}
	return f
}

// subject reads what the plan is over: a debt with its interest, or a case.
func (d *planDecoder) subject(o object, p *Plan) {
	switch {
	case !d.over:
		p.Request.Debt = o.amount("debt")
	case o.states("debt"):
		o.problemf("debt", "beside a case, want one of them")
	}
	p.Case = d.caseOf(o)
	if d.bare(o, "interest") {
		p.Facts.Interest = d.planInterest(o)
	}
	p.Request.Rounding = d.planRounding(o)
}

// caseOf reads the case that the plan is over, nil where there is none. It is read as
// a document of its own, so that its references are looked at as in a case file.
func (d *planDecoder) caseOf(o object) *ledger.Case {
	at := o.in.field("case")
	n := o.field("case")
	switch {
	case n == nil:
		return nil
	case n.kind != isObject:
		d.addf(at.String(), "%s, want an object", n)
		return nil
	case !d.over:
		return nil
	}
	d.of = &decoder{}
	in, _ := d.of.object(nil, n, caseFields)
	c := d.of.readCase(in)
	for _, p := range d.of.list {
		d.addBelow(at.String(), p)
	}
	d.more += d.of.more
	return &c
}
