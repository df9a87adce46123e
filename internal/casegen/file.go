package casegen

// The parts of the native file that are drawn.
type caseFile struct {
	ID              string           `json:"id"`
	Currency        string           `json:"currency"`
	Base            string           `json:"base,omitempty"`
	Jurisdiction    string           `json:"jurisdiction,omitempty"`
	Debtor          string           `json:"debtor,omitempty"`
	Debtors         []debtor         `json:"debtors,omitempty"`
	Claims          []claim          `json:"claims"`
	Fees            []fee            `json:"fees,omitempty"`
	Payments        []payment        `json:"payments,omitempty"`
	Titles          []title          `json:"titles,omitempty"`
	Reversals       []reversal       `json:"reversals,omitempty"`
	Refunds         []refund         `json:"refunds,omitempty"`
	Adjustments     []adjustment     `json:"adjustments,omitempty"`
	Capitalizations []capitalization `json:"capitalizations,omitempty"`
	WriteOffs       []writeOff       `json:"writeOffs,omitempty"`
	Holds           []hold           `json:"holds,omitempty"`
	Notices         []notice         `json:"notices,omitempty"`
	Promises        []promise        `json:"promises,omitempty"`
	Closed          *closed          `json:"closed,omitempty"`
	Allocation      *allocation      `json:"allocation,omitempty"`
	Rounding        *rounding        `json:"rounding,omitempty"`
	ExtendRates     bool             `json:"extendRates,omitempty"`
}

type debtor struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	Role string `json:"role"`
}

type claim struct {
	ID               string    `json:"id"`
	Kind             string    `json:"kind,omitempty"`
	Group            string    `json:"group,omitempty"`
	Principal        string    `json:"principal"`
	VAT              string    `json:"vat,omitempty"`
	Exchange         *exchange `json:"exchange,omitempty"`
	Secured          bool      `json:"secured,omitempty"`
	Contracted       string    `json:"contracted,omitempty"`
	Issued           string    `json:"issued,omitempty"`
	Due              string    `json:"due,omitempty"`
	Demanded         string    `json:"demanded,omitempty"`
	Accelerated      string    `json:"accelerated,omitempty"`
	Recorded         string    `json:"recorded,omitempty"`
	Opening          *opening  `json:"opening,omitempty"`
	Credit           *credit   `json:"credit,omitempty"`
	Interest         *terms    `json:"interest,omitempty"`
	ContractInterest *terms    `json:"contractInterest,omitempty"`
}

type opening struct {
	Through          string `json:"through"`
	Principal        string `json:"principal"`
	ContractInterest string `json:"contractInterest,omitempty"`
	Interest         string `json:"interest,omitempty"`
}

type rate struct {
	Basis      string `json:"basis,omitempty"`
	Rate       string `json:"rate,omitempty"`
	Series     string `json:"series,omitempty"`
	Margin     string `json:"margin,omitempty"`
	Multiplier string `json:"multiplier,omitempty"`
	Reset      string `json:"reset,omitempty"`
}

type terms struct {
	rate
	DayCount    string  `json:"dayCount,omitempty"`
	From        string  `json:"from,omitempty"`
	Through     string  `json:"through,omitempty"`
	PaymentDay  string  `json:"paymentDay,omitempty"`
	Floor       any     `json:"floor,omitempty"` // text, or a bound
	Ceiling     any     `json:"ceiling,omitempty"`
	Agreed      *rate   `json:"agreed,omitempty"`
	Cutoff      string  `json:"cutoff,omitempty"`
	Compounding string  `json:"compounding,omitempty"`
	Kind        string  `json:"kind,omitempty"`
	Refixes     []refix `json:"refixes,omitempty"`
}

type refix struct {
	From string `json:"from"`
	Rate string `json:"rate"`
}

type bound struct {
	Series string `json:"series"`
	Margin string `json:"margin,omitempty"`
}

type credit struct {
	Granted    string `json:"granted,omitempty"`
	Used       string `json:"used,omitempty"`
	PriorCosts string `json:"priorCosts,omitempty"`
}

type fee struct {
	ID       string `json:"id"`
	Code     string `json:"code"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Amount   string `json:"amount,omitempty"`
	Interest *terms `json:"interest,omitempty"`
	Facts    *facts `json:"facts,omitempty"`
}

type facts struct {
	Base          string `json:"base,omitempty"`
	Sent          string `json:"sent,omitempty"`
	VATDeductible *bool  `json:"vatDeductible,omitempty"`
}

type payment struct {
	ID            string     `json:"id"`
	Date          string     `json:"date"`
	Recorded      string     `json:"recorded,omitempty"`
	Amount        string     `json:"amount"`
	Currency      string     `json:"currency,omitempty"`
	Rate          string     `json:"rate,omitempty"`
	Received      string     `json:"received,omitempty"`
	Exchanged     string     `json:"exchanged,omitempty"`
	By            string     `json:"by,omitempty"`
	Specification []directed `json:"specification,omitempty"`
	// Allocation is the order in which the payment alone is settled.
	Allocation *allocation `json:"allocation,omitempty"`
}

type title struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Kind     string `json:"kind,omitempty"`
	Recorded string `json:"recorded,omitempty"`
}

type directed struct {
	Item      string `json:"item"`
	Component string `json:"component,omitempty"`
	Amount    string `json:"amount"`
}

type allocation struct {
	Preset      string `json:"preset,omitempty"`
	Rungs       []rung `json:"rungs,omitempty"`
	Processing  string `json:"processing,omitempty"`
	Unallocated string `json:"unallocated,omitempty"`
	Direction   string `json:"direction,omitempty"`
}

type rung struct {
	Components []string `json:"components"`
	Codes      []string `json:"codes,omitempty"`
	Groups     []string `json:"groups,omitempty"`
	Due        []string `json:"due,omitempty"`
	Order      string   `json:"order,omitempty"`
}

type rounding struct {
	Mode    string `json:"mode,omitempty"`
	Place   string `json:"place,omitempty"`
	Quantum string `json:"quantum,omitempty"`
}
