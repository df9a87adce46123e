package native

// The types here give the case file its shape: fields in the order of the
// format, absent where they say nothing.

type caseForm struct {
	ID              string               `json:"id"`
	Currency        string               `json:"currency"`
	Base            string               `json:"base,omitempty"`
	Jurisdiction    string               `json:"jurisdiction,omitempty"`
	Debtor          string               `json:"debtor,omitempty"`
	Debtors         []debtorForm         `json:"debtors,omitempty"`
	Claims          []claimForm          `json:"claims"`
	Fees            []feeForm            `json:"fees,omitempty"`
	Payments        []paymentForm        `json:"payments,omitempty"`
	Reversals       []reversalForm       `json:"reversals,omitempty"`
	Refunds         []refundForm         `json:"refunds,omitempty"`
	WriteOffs       []writeOffForm       `json:"writeOffs,omitempty"`
	Adjustments     []adjustmentForm     `json:"adjustments,omitempty"`
	Capitalizations []capitalizationForm `json:"capitalizations,omitempty"`
	Holds           []holdForm           `json:"holds,omitempty"`
	Notices         []noticeForm         `json:"notices,omitempty"`
	Promises        []promiseForm        `json:"promises,omitempty"`
	Titles          []titleForm          `json:"titles,omitempty"`
	Closed          *closedForm          `json:"closed,omitempty"`
	Allocation      *allocationForm      `json:"allocation,omitempty"`
	Rounding        *roundingForm        `json:"rounding,omitempty"`
	ExtendRates     bool                 `json:"extendRates,omitempty"`
}

type debtorForm struct {
	ID   string `json:"id"`
	Kind string `json:"kind,omitempty"`
	Role string `json:"role,omitempty"`
}

type claimForm struct {
	ID               string        `json:"id"`
	Kind             string        `json:"kind,omitempty"`
	Group            string        `json:"group,omitempty"`
	Secured          bool          `json:"secured,omitempty"`
	Principal        string        `json:"principal"`
	VAT              string        `json:"vat,omitempty"`
	Contracted       string        `json:"contracted,omitempty"`
	Issued           string        `json:"issued,omitempty"`
	Due              string        `json:"due,omitempty"`
	Demanded         string        `json:"demanded,omitempty"`
	Accelerated      string        `json:"accelerated,omitempty"`
	Recorded         string        `json:"recorded,omitempty"`
	Opening          *openingForm  `json:"opening,omitempty"`
	Exchange         *exchangeForm `json:"exchange,omitempty"`
	Credit           *creditForm   `json:"credit,omitempty"`
	Interest         *interestForm `json:"interest,omitempty"`
	ContractInterest *interestForm `json:"contractInterest,omitempty"`

	Limitation *limitationFactsForm `json:"limitation,omitempty"`
}

type rateForm struct {
	Basis      string `json:"basis,omitempty"`
	Rate       string `json:"rate,omitempty"`
	Series     string `json:"series,omitempty"`
	Margin     string `json:"margin,omitempty"`
	Multiplier string `json:"multiplier,omitempty"`
	Reset      string `json:"reset,omitempty"`
}

// boundForm is a floor or ceiling over a published series; over a fixed rate it
// is a string.
type boundForm struct {
	Series string `json:"series"`
	Margin string `json:"margin,omitempty"`
}

type interestForm struct {
	rateForm
	DayCount    string      `json:"dayCount,omitempty"`
	From        string      `json:"from,omitempty"`
	Through     string      `json:"through,omitempty"`
	PaymentDay  string      `json:"paymentDay,omitempty"`
	Floor       any         `json:"floor,omitempty"`
	Ceiling     any         `json:"ceiling,omitempty"`
	Agreed      *rateForm   `json:"agreed,omitempty"`
	Cutoff      string      `json:"cutoff,omitempty"`
	Compounding string      `json:"compounding,omitempty"`
	Kind        string      `json:"kind,omitempty"`
	Refixes     []refixForm `json:"refixes,omitempty"`
}

type feeForm struct {
	ID       string        `json:"id"`
	Code     string        `json:"code,omitempty"`
	Date     string        `json:"date"`
	Recorded string        `json:"recorded,omitempty"`
	Amount   string        `json:"amount,omitempty"`
	Interest *interestForm `json:"interest,omitempty"`
	Facts    *feeFactsForm `json:"facts,omitempty"`
}

type feeFactsForm struct {
	Base          string `json:"base,omitempty"`
	Sent          string `json:"sent,omitempty"`
	Mandate       string `json:"mandate,omitempty"`
	Disputed      bool   `json:"disputed,omitempty"`
	VATDeductible *bool  `json:"vatDeductible,omitempty"` // true where absent
}

type creditForm struct {
	Granted    string `json:"granted,omitempty"`
	Used       string `json:"used,omitempty"`
	PriorCosts string `json:"priorCosts,omitempty"`
}

type paymentForm struct {
	ID            string         `json:"id"`
	Date          string         `json:"date"`
	Recorded      string         `json:"recorded,omitempty"`
	Amount        string         `json:"amount"`
	Currency      string         `json:"currency,omitempty"` // where it is not the case's
	Rate          string         `json:"rate,omitempty"`
	Received      string         `json:"received,omitempty"`
	Exchanged     string         `json:"exchanged,omitempty"`
	By            string         `json:"by,omitempty"`
	Direct        bool           `json:"direct,omitempty"`
	Specification []directedForm `json:"specification,omitempty"`

	Allocation *allocationForm `json:"allocation,omitempty"`
}

type titleForm struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Kind     string `json:"kind,omitempty"`
}

type directedForm struct {
	Item      string `json:"item"`
	Component string `json:"component,omitempty"`
	Amount    string `json:"amount"`
}

type allocationForm struct {
	Preset      string     `json:"preset,omitempty"`
	Rungs       []rungForm `json:"rungs,omitempty"`
	Processing  string     `json:"processing,omitempty"`
	Unallocated string     `json:"unallocated,omitempty"`
	Direction   string     `json:"direction,omitempty"`
}

type rungForm struct {
	Components []string `json:"components"`
	Codes      []string `json:"codes,omitempty"`
	Groups     []string `json:"groups,omitempty"`
	Due        []string `json:"due,omitempty"`
	Order      string   `json:"order,omitempty"`
}

type roundingForm struct {
	Mode    string `json:"mode,omitempty"`
	Place   string `json:"place,omitempty"`
	Quantum string `json:"quantum,omitempty"`
}
