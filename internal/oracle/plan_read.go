package oracle

import (
	"fmt"
	"math/big"
	"slices"
)

// plan is a request that has been read, with the rows looked at so far. Amounts
// are minor units.
type plan struct {
	b        *builder // keeps the first problem, and reads amounts and dates
	kind     string
	debt     int64 // the opening of the first row
	start    day
	dates    []day // of the rows, were there no deviations
	inPeriod []int64
	n        int   // rows; 0: not known
	amount   int64 // 0: not given, as the next
	final    int64
	step     int64
	lastRow  string
	residual string

	registration, invoice        int64
	principalGrace, interestFree int // rows in which neither is paid
	lead                         int
	asItStands                   bool // the only date is not moved
	holidays                     func(day) bool
	adjust                       string
	accrueAdjusted               bool
	deviations                   map[int]planDeviation

	rate     *track // nil: bears nothing
	basis    int64  // what numerators of interest factors are over
	rounding rounding
	admitted []int64
	names    []string

	rows    []planRow
	run     func(level int64, n int) *planRun
	refusal string
}

// planDeviation is what one row has otherwise than the rest.
type planDeviation struct {
	due    day // noDay: as the rest
	amount int64
	paid   bool // the amount is meant, be it 0
}

func (t *Tables) readPlan(in *planInput, o PlanOptions) *plan {
	p := &plan{b: &builder{tables: t, book: &book{}, in: &caseInput{
		Currency: in.Currency, Jurisdiction: in.Jurisdiction, Debtor: in.Debtor, ExtendRates: in.ExtendRates,
	}}}
	var err error
	p.b.book.digits, err = digitsOf(in.Currency)
	p.b.fail("/currency", err)
	p.kind = p.oneOf("/type", in.Type, "", planAnnuity, planAnnuityLimited, planLinear, planLinearLimited,
		planRelief, planFixed, planInterestOnly, planBullet)
	p.oneOf("/jurisdiction", in.Jurisdiction, "", "", "SE", "FI", "NO", "DK", "DE", "AT", "NL", "GB", "EU")
	p.oneOf("/debtor", in.Debtor, "", "", "consumer", "business")
	p.amounts(in)
	p.calendar(in, o)
	p.grace(in)
	p.schedule(in)
	p.length(in)
	p.deviating(in)
	p.ending(in)
	if in.Posting != "" && in.Posting != "rounded" || in.APR != "" {
		p.b.fail("/posting", fmt.Errorf("neither unrounded posting nor a rate of charge is there yet"))
	}
	return p
}

// oneOf reads a word.
func (p *plan) oneOf(path, s, byDefault string, known ...string) string {
	s = or(s, byDefault)
	if !slices.Contains(known, s) {
		p.b.fail(path, fmt.Errorf("%q is not known", s))
	}
	return s
}

// orNone reads an amount above 0, or gives 0 where there is none.
func (p *plan) orNone(path, s string) int64 {
	if s == "" {
		return 0
	}
	return p.b.amount(path, s)
}

func (p *plan) amounts(in *planInput) {
	p.amount, p.final = p.orNone("/amount", in.Amount), p.orNone("/final", in.Final)
	if p.step = 1; in.Step != "" {
		p.step = p.b.amount("/step", in.Step)
	}
	p.registration = p.b.notBelow0("/fees/registration", in.Fees.Registration)
	p.invoice = p.b.notBelow0("/fees/invoice", in.Fees.Invoice)
	p.b.notBelow0("/fees/reminder", in.Fees.Reminder)
	var err error
	p.rounding, err = readRounding(in.Rounding, p.b.book.digits)
	p.b.fail("", err)
	if in.Rounding.Place != "" {
		p.b.fail("/rounding/place", fmt.Errorf("a plan rounds row by row"))
	}
}

func (p *plan) calendar(in *planInput, o PlanOptions) {
	byDefault := "unadjusted"
	if in.Calendar != "" {
		byDefault = "following"
		if o.Holidays == nil {
			p.b.fail("/calendar", fmt.Errorf("the oracle was not told of the holidays"))
			return
		}
		p.holidays = func(d day) bool {
			y, m, n := d.civil()
			return o.Holidays(y, int(m), n)
		}
	}
	p.adjust = p.oneOf("/adjust", in.Adjust, byDefault, "unadjusted", "following", "modified-following", "preceding", "modified-preceding")
	if p.adjust != "unadjusted" && p.holidays == nil {
		p.b.fail("/adjust", fmt.Errorf("want a calendar"))
	}
	p.accrueAdjusted = p.oneOf("/accrueOn", in.AccrueOn, "unadjusted", "unadjusted", "adjusted") == "adjusted"
	if p.lead = in.InvoiceLeadDays; p.lead < 0 {
		p.b.fail("/invoiceLeadDays", fmt.Errorf("%d is below 0", p.lead))
	}
}

func (p *plan) grace(in *planInput) {
	p.principalGrace, p.interestFree = in.Grace.Principal, in.Grace.Interest
	if min(p.principalGrace, p.interestFree) < 0 {
		p.b.fail("/grace", fmt.Errorf("rows below 0"))
	}
}

// terms reads the interest into a track that bears from the start on.
func (p *plan) terms(in *planInput) {
	if t := in.Interest; t.From+t.Through+t.PaymentDay+t.Compounding+t.Cutoff+t.Kind != "" || t.Agreed != (rateInput{}) {
		p.b.fail("/interest", fmt.Errorf("a plan has neither first and last days nor agreed rates, payment days, kinds and compounding"))
	}
	rate := newTrack(compDefault, p.rounding)
	rate.first = p.start
	rate.convention = or(in.Interest.DayCount, defaultConvention(in.Jurisdiction))
	if !knownConvention(rate.convention) {
		p.b.fail("/interest/dayCount", fmt.Errorf("%q is not known", rate.convention))
	}
	basis := big.NewInt(100 * microPerPercent)
	if p.basis = basis.Int64() * yearBasis(rate.convention, p.start); rate.convention == actActISDA {
		p.basis = basis.Int64() * 365 * 366
	}
	if !p.ready() || in.Interest.Basis == "none" {
		return
	}
	if in.Interest.Basis == "" {
		if (&claimInput{ContractInterest: &in.Interest}).contractTerms() != nil {
			p.b.fail("/interest/basis", fmt.Errorf("want a basis"))
		}
		return
	}
	p.b.rate("", &claimInput{}, &in.Interest, &claim{due: p.start, main: rate}, rate)
	if p.kind != planRelief {
		p.rate = rate
	}
}

// creditors reads who shares in a debt relief.
func (p *plan) creditors(in *planInput) {
	sum := int64(0)
	for i, c := range in.Creditors {
		path := fmt.Sprintf("/creditors/%d", i)
		if c.ID == "" || slices.Contains(p.names, c.ID) {
			p.b.fail(path+"/id", fmt.Errorf("id %q is empty or used twice", c.ID))
		}
		p.names = append(p.names, c.ID)
		p.admitted = append(p.admitted, p.b.amount(path+"/admitted", c.Admitted))
		sum += p.admitted[i]
	}
	if len(in.Creditors) > 0 && (p.kind != planRelief || sum != p.debt) {
		p.b.fail("/creditors", fmt.Errorf("want a debt relief and admitted claims of the sum of its debt"))
	}
}
