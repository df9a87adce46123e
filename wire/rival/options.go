package rival

import (
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/money/invoice"
)

// Options say what the documents leave open. The zero value is useful for claims in
// kronor whose documents say whether the debtor is a trader.
type Options struct {
	// Zone in which timestamps become days; nil is UTC.
	Zone *time.Location
	// Jurisdiction whose law applies; "" takes that of the currency: SEK is SE, NOK NO,
	// DKK DK. Claims in other currencies need one.
	Jurisdiction string
	// Debtor where a document does not say whether the debtor is a trader.
	Debtor ledger.DebtorKind
	// System is the currency in which the system keeps its books; zero is SEK, as the
	// country that the documents leave out is Sweden.
	System money.Currency
	// Exchange holds the price of one unit of a claim's currency in the system's. Without
	// it the amounts in the system's currency of such a claim are null.
	Exchange map[money.Currency]money.ExchangeRate
	// Through is the last day, inclusive, whose interest is in the remaining amounts of a
	// document that states no day for them, as answers of the system do not; ours do.
	Through calendar.Date
	// Rows says how the rows of an invoice were rounded; the zero value is
	// [invoice.Commercial].
	Rows invoice.Rounding
	// PercentDiscount reads DiscountOnRowTotal in per cent; else it is an amount.
	PercentDiscount bool
	// Interval is the distance in days of the installments of CalcInstallment; zero is 30.
	Interval int
	// InterruptUnit is the unit of LimitationInterruptInterval; zero is the year, in which
	// PeriodOfLimitation is counted too.
	InterruptUnit calendar.Unit
	// Codes are the readings of words; a nil table stands for the one of [DefaultCodes].
	Codes Codes
	// Check is one more check of every case, such as Calculator.Check of package skuld.
	Check func(ledger.Case) error
}

// completed are the options with their defaults written out.
func (o Options) completed() Options {
	if o.System.IsZero() {
		o.System = money.MustCurrency("SEK")
	}
	if o.Rows == (invoice.Rounding{}) {
		o.Rows = invoice.Commercial()
	}
	if o.Interval == 0 {
		o.Interval = 30
	}
	if o.InterruptUnit == 0 {
		o.InterruptUnit = calendar.UnitYear
	}
	o.Codes = o.Codes.completed()
	return o
}

// lawOf is the jurisdiction of claims in a currency, "" where nobody says it.
func (o Options) lawOf(c money.Currency) string {
	if o.Jurisdiction != "" {
		return o.Jurisdiction
	}
	switch c.Code() {
	case "SEK":
		return "SE"
	case "NOK":
		return "NO"
	case "DKK":
		return "DK"
	}
	return ""
}

// interrupts is a number of units of LimitationInterruptInterval.
func (o Options) interrupts(n int) calendar.Span {
	switch o.InterruptUnit {
	case calendar.UnitDay:
		return calendar.DaySpan(n)
	case calendar.UnitWeek:
		return calendar.Weeks(n)
	case calendar.UnitMonth:
		return calendar.Months(n)
	}
	return calendar.Years(n)
}
