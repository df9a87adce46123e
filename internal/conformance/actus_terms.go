package conformance

import (
	"strings"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// actusKinds are the contract types that are run.
var actusKinds = map[string]contract.Kind{
	"PAM": contract.Bullet, "UMP": contract.Bullet, "CLM": contract.Bullet,
	"LAM": contract.Linear, "LAX": contract.Linear,
	"NAM": contract.NegativeAmortizing, "ANN": contract.Annuity,
}

var actusDayCounts = map[string]calendar.DayCount{
	"": 0, "A365": calendar.Act365Fixed, "A360": calendar.Act360, "AA": calendar.ActActISDA, "30E360": calendar.ThirtyE360,
}

// actusConventions are the ends of the names of business-day conventions; SC before
// them shifts before interest is counted, CS after.
var actusConventions = map[string]calendar.Convention{
	"F": calendar.Following, "MF": calendar.ModifiedFollowing, "P": calendar.Preceding, "MP": calendar.ModifiedPreceding,
}

// actusSilent are terms that change no figure: who the parties are, what the deal is called,
// how long before a reset or a call something is announced, and what only terms change
// that are features themselves.
var actusSilent = []string{
	"contractID", "creatorID", "counterpartyID", "contractDealDate", "marketObjectCode", "contractStatus", "contractPerformance",
	"fixingDays", "fixingPeriod", "xDayNotice", "interestCalculationBaseAmount",
	"cycleAnchorDateOfInterestCalculationBase", "cycleOfInterestCalculationBase",
}

// actusFeatures are terms that are not run, by what they ask for.
var actusFeatures = map[string]string{
	"purchaseDate": "purchase", "priceAtPurchaseDate": "purchase",
	"marketObjectCodeOfScalingIndex": "index scaling", "scalingIndexAtContractDealDate": "index scaling",
	"scalingIndexAtStatusDate": "index scaling", "notionalScalingMultiplier": "index scaling", "interestScalingMultiplier": "index scaling",
	"cycleAnchorDateOfScalingIndex": "index scaling", "cycleOfScalingIndex": "index scaling", "scalingEffect": "index scaling",
}

// translate brings the terms of a file into those of the library.
func (c *Contract) translate(o, data object) {
	c.Type = o.need("contractType")
	kind, ok := actusKinds[c.Type]
	if !ok {
		o.foreign("contract type %s", c.Type)
	}
	c.features(o)
	c.terms = contract.Terms{
		Kind: kind, Rate: o.exact("nominalInterestRate"), Start: o.day("initialExchangeDate"), Maturity: o.day("maturityDate"),
		CapitalizeThrough: o.day("capitalizationEndDate"), Amortization: o.day("amortizationDate"),
	}
	c.money(o)
	c.convention(o)
	c.since(o)
	if c.Type == "LAX" {
		c.arrays(o)
	} else {
		c.cycles(o)
	}
	c.fixings(o.word("marketObjectCodeOfRateReset"), data)
	c.open(o)
	o.done()
}

// features notes what is not run and drops what says nothing.
func (c *Contract) features(o object) {
	switch role := o.word("contractRole"); role {
	case "RPA", "":
	case "RPL":
		c.liability = true
	default:
		o.foreign("contract role %s", role)
	}
	if effect := o.word("scalingEffect"); strings.Trim(effect, "O0") != "" {
		o.foreign("index scaling")
	}
	for key, feature := range actusFeatures {
		if o.word(key) != "" {
			o.foreign("%s", feature)
		}
	}
	if base := o.word("interestCalculationBase"); base != "" && base != "NT" {
		o.foreign("interest calculation base %s", base)
	}
	o.drop(actusSilent...)
}

// money reads the amounts, in the currency of the contract.
func (c *Contract) money(o object) {
	currency, err := money.ParseCurrency(o.need("currency"))
	if err != nil {
		o.foreign("%v", err)
	}
	amount := func(key string) money.Exact {
		if x := o.exact(key); x != nil {
			return money.ExactOfRat(x, currency)
		}
		return money.Exact{}
	}
	c.terms.Principal, c.terms.Premium, c.terms.Accrued = amount("notionalPrincipal"), amount("premiumDiscountAtIED"), amount("accruedInterest")
	if on := o.day("terminationDate"); !on.IsZero() {
		c.terms.Termination = &contract.Termination{On: on, Price: amount("priceAtTerminationDate")}
		if c.liability {
			// Files give the price and the accrued interest signs of their own.
			o.foreign("termination of a liability")
		}
	}
	if level := amount("nextPrincipalRedemptionPayment"); c.Type != "LAX" && c.terms.Kind != contract.Bullet {
		c.terms.Repayments = []contract.Repayment{{Amount: level}}
	}
}

// convention reads day counts, month ends and business days.
func (c *Contract) convention(o object) {
	count := o.word("dayCountConvention")
	known := false
	if c.terms.DayCount, known = actusDayCounts[count]; !known {
		o.foreign("day count %s", count)
	}
	switch eom := o.word("endOfMonthConvention"); eom {
	case "EOM":
		c.terms.EndOfMonth = true
	case "", "SD":
	default:
		o.foreign("end of month %s", eom)
	}
	days, move := o.word("calendar"), o.word("businessDayConvention")
	adjust, known := actusConventions[move[min(2, len(move)):]]
	switch {
	case days == "" || days == "NC" || move == "" || move == "NOS" || move == "NULL":
	case days != "MF":
		o.foreign("calendar %s", days)
	case !known || move[:2] != "SC" && move[:2] != "CS":
		o.foreign("business day convention %s", move)
	default:
		c.terms.Calendar, c.terms.Adjust, c.terms.AccrueOn = actusWeekdays(), adjust, contract.Adjusted
		if move[:2] == "CS" {
			c.terms.AccrueOn = contract.Unadjusted
		}
	}
}

func actusWeekdays() *calendar.Calendar {
	c, err := calendar.New(calendar.Definition{
		Code: "MF", Covered: calendar.Days(calendar.MustDate(1900, 1, 1), calendar.MustDate(2201, 12, 31)),
		Weekend: []time.Weekday{time.Saturday, time.Sunday},
	})
	if err != nil {
		panic(err)
	}
	return c
}

// since takes up contracts that are running on their status date.
func (c *Contract) since(o object) {
	status := o.day("statusDate")
	anchor := o.parseDay("cycleAnchorDateOfInterestPayment", o.peek("cycleAnchorDateOfInterestPayment"))
	switch {
	case status >= c.terms.Start && !status.IsZero():
		c.terms.Since = status
	case !anchor.IsZero() && anchor < c.terms.Start && c.terms.Accrued.Currency().IsZero():
		c.terms.AccrueFrom = anchor
	}
}

func (o object) peek(key string) string { return o.text(key, o.values[key]) }
