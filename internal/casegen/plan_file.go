package casegen

// The parts of a plan request that are drawn.
type planRequest struct {
	Currency        string          `json:"currency,omitempty"`
	Type            string          `json:"type"`
	Debt            string          `json:"debt,omitempty"`
	Case            *caseFile       `json:"case,omitempty"`
	Jurisdiction    string          `json:"jurisdiction,omitempty"`
	Debtor          string          `json:"debtor,omitempty"`
	Interest        *terms          `json:"interest,omitempty"`
	Start           string          `json:"start"`
	First           string          `json:"first,omitempty"`
	Every           string          `json:"every,omitempty"`
	Count           int             `json:"count,omitempty"`
	Amount          string          `json:"amount,omitempty"`
	End             string          `json:"end,omitempty"`
	Final           string          `json:"final,omitempty"`
	Step            string          `json:"step,omitempty"`
	LastRow         string          `json:"lastRow,omitempty"`
	Residual        string          `json:"residual,omitempty"`
	Fees            *planFees       `json:"fees,omitempty"`
	Grace           *planGrace      `json:"grace,omitempty"`
	FreeMonths      []int           `json:"freeMonths,omitempty"`
	Deviations      []planDeviation `json:"deviations,omitempty"`
	Periods         []planPeriod    `json:"periods,omitempty"`
	InvoiceLeadDays int             `json:"invoiceLeadDays,omitempty"`
	Calendar        string          `json:"calendar,omitempty"`
	Adjust          string          `json:"adjust,omitempty"`
	AccrueOn        string          `json:"accrueOn,omitempty"`
	Payments        []planPayment   `json:"payments,omitempty"`
	AsOf            string          `json:"asOf,omitempty"`
	OnShortage      string          `json:"onShortage,omitempty"`
	ExtendRates     bool            `json:"extendRates,omitempty"`
	Rounding        *rounding       `json:"rounding,omitempty"`
	Creditors       []planCreditor  `json:"creditors,omitempty"`
	SuspendInterest bool            `json:"suspendInterest,omitempty"`
}

type planFees struct {
	Registration string `json:"registration,omitempty"`
	Invoice      string `json:"invoice,omitempty"`
	Reminder     string `json:"reminder,omitempty"`
}

type planGrace struct {
	Principal int `json:"principal,omitempty"`
	Interest  int `json:"interest,omitempty"`
}

type planDeviation struct {
	No     int    `json:"no"`
	Due    string `json:"due,omitempty"`
	Amount string `json:"amount,omitempty"`
}

type planPeriod struct {
	No     int    `json:"no"`
	Start  string `json:"start"`
	End    string `json:"end,omitempty"`
	Every  string `json:"every,omitempty"`
	Amount string `json:"amount,omitempty"`
}

type planPayment struct {
	ID     string `json:"id"`
	Date   string `json:"date"`
	Amount string `json:"amount"`
}

type planCreditor struct {
	ID       string `json:"id"`
	Admitted string `json:"admitted"`
}
