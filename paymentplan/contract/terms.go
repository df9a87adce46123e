package contract

import (
	"math/big"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Terms are what a contract says. Amounts are in one currency, that of Principal, and
// at most 10¹⁵ minor units; the zero Exact is no amount. Rates are fractions a year, of
// at most 256 bits in numerator and denominator, and no more than 1000 % either way; nil
// stands for what the comments say. Dates lie in the years 1900 to 2200.
type Terms struct {
	Kind Kind
	// Principal is what is lent, above zero. With Since it is the balance of that day.
	Principal money.Exact
	// Premium is what the borrower receives beyond Principal, negative for a discount.
	Premium money.Exact
	// Rate holds from the start until the first reset; nil is 0.
	Rate *big.Rat
	// DayCount is required where anything bears interest. Counts that need a schedule
	// are refused.
	DayCount calendar.DayCount

	// Start is the day of the disbursement, from which interest runs, inclusive.
	Start calendar.Date
	// Since takes up a contract that is running: Principal and Accrued are as they stood
	// at the end of that day, on or after Start, from which interest runs. What falls on
	// it or before is left out.
	Since calendar.Date
	// Accrued is interest that has accrued at the start, or on Since, and is not paid.
	Accrued money.Exact
	// AccrueFrom is a day before Start from which interest has run on Principal already;
	// it stands in the place of Accrued.
	AccrueFrom calendar.Date

	// Maturity is the day on which the rest is paid with its interest. Without it an
	// annuity matures on Amortization, and otherwise kinds with repayments end when
	// their amounts have paid the principal off, by the rate at the start; a bullet has
	// no end.
	Maturity calendar.Date
	// Amortization is the date by which an annuity would be paid off, on or after
	// Maturity; where it is later, Maturity pays a balloon. Zero means Maturity.
	Amortization calendar.Date

	// Interest are the dates on which interest falls due. It falls due at maturity in any
	// case. In kinds with a level these dates hold before the first repayment, and from
	// it on those of the repayments.
	Interest []Cycle
	// CapitalizeThrough is the last day, inclusive, on which interest that falls due is
	// added to the balance; it does so on that day itself too. Interest at maturity is
	// paid. A day on or after the maturity, in an open contract the last of 2200,
	// capitalizes throughout.
	CapitalizeThrough calendar.Date

	// Repayments are the dates of principal: none in a bullet, exactly one in kinds with
	// a level, any number in linear ones.
	Repayments []Repayment
	// Resets are the dates on which the rate changes, Fixings the reference rate that
	// they are found from, in ascending order.
	Resets  []Reset
	Fixings []Fixing

	// EndOfMonth keeps a cycle of months or years that is counted from a month end on
	// month ends, as in [calendar.Recurrence].
	EndOfMonth bool
	// Calendar tells business days and Adjust moves dates to them: all but Start, Since
	// and the termination. A date before the start is moved to the start. AccrueOn is
	// required then.
	Calendar *calendar.Calendar
	Adjust   calendar.Convention
	AccrueOn AccrueOn

	// Termination ends the contract early; nil where it runs its course.
	Termination *Termination
}

// Cycle is dates at an equal distance, counted from the first and never from their
// neighbour. In a list each cycle holds until the First of the next one.
type Cycle struct {
	// First is the first date. Without it dates are counted from the start of the
	// contract and begin one Every after it; only the first cycle of a list may be so.
	First calendar.Date
	// Every is the distance. Without it First is the only date.
	Every calendar.Span
	// Stub says what becomes of an odd period before the end, which is the maturity, the
	// First of the next cycle, or the first repayment of kinds with a level: short keeps
	// the last regular date, long leaves it out, none refuses. With a stub at the start
	// the dates are counted back from the end. An odd period between the start of the
	// contract and First needs no stub.
	Stub calendar.Stub
}

// Repayment is dates of principal.
type Repayment struct {
	Cycle
	// Amount is the principal that a linear contract repays on each date, negative for
	// money drawn; of a repayment no more is taken than is open. Where the only
	// repayment has none it is the principal in equal parts, the one at maturity
	// included; among several it is 0. In kinds with a level Amount is the level,
	// interest included; an annuity without one derives it on the day before the first
	// repayment.
	Amount money.Exact
}

// Reset is dates on which the rate changes.
type Reset struct {
	Cycle
	// Next is the rate agreed for the first of the dates; nil if it is to be found too.
	Next *big.Rat
	// A rate that is found is fixing × Multiplier + Spread; nil means 1 and 0, and a
	// multiplier is at most 10 either way.
	Multiplier, Spread *big.Rat
}

// Fixing is a reference rate as published. It holds from Date on until the next one; a
// reset takes the one that holds on its date as scheduled, before it is moved to a
// business day. Nothing is known after the last one.
type Fixing struct {
	Date calendar.Date
	Rate *big.Rat
}

// Termination is the end of a contract by sale or agreement.
type Termination struct {
	// On is the day, after the start. Events that fall on it come before.
	On calendar.Date
	// Price is what is paid for the balance, beside the accrued interest.
	Price money.Exact
}

// Percent is a rate given in per cent a year as the fraction that Terms take.
func Percent(p interest.Percent) *big.Rat { return big.NewRat(int64(p), percentUnit) }

// percentUnit is how many units of interest.Percent are the whole.
const percentUnit = 100_000_000
