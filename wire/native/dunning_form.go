package native

// The types here give a decision of dunning its shape, with all fields in their order.

type decisionForm struct {
	Case            string             `json:"case"`
	AsOf            string             `json:"asOf"`
	Currency        string             `json:"currency"`
	Policy          string             `json:"policy"`
	Stage           string             `json:"stage"`
	Tracks          tracksForm         `json:"tracks"`
	Level           int                `json:"level"` // 0 where none was reached
	Since           string             `json:"since"`
	Deadline        string             `json:"deadline"`
	Arrears         arrearsForm        `json:"arrears"`
	Actions         []actionForm       `json:"actions"`
	Blocked         []blockForm        `json:"blocked"`
	NextReview      string             `json:"nextReview"`
	Limitation      earliestForm       `json:"limitation"`
	LastDebitReturn string             `json:"lastDebitReturn"`
	Retry           string             `json:"retry"`
	Promises        []promisedForm     `json:"promises"`
	Deadlines       []notificationForm `json:"deadlines"`
	Findings        []findingForm      `json:"findings"`
}

type tracksForm struct {
	Claim        string `json:"claim"`
	Legal        string `json:"legal"`
	Enforcement  string `json:"enforcement"`
	Surveillance string `json:"surveillance"`
}

type arrearsForm struct {
	Installments string        `json:"installments"`
	Interest     string        `json:"interest"`
	Fees         string        `json:"fees"`
	Total        string        `json:"total"`
	DaysPastDue  int           `json:"daysPastDue"`
	Since        string        `json:"since"`
	Count        int           `json:"count"`
	Consecutive  int           `json:"consecutive"`
	Buckets      []bucketForm  `json:"buckets"`
	Items        []overdueForm `json:"items"`
}

type bucketForm struct {
	From    int    `json:"from"`
	Through *int   `json:"through"` // null in the last, which has no end
	Amount  string `json:"amount"`
	Count   int    `json:"count"`
}

type overdueForm struct {
	ID          string `json:"id"`
	Due         string `json:"due"`
	DaysPastDue int    `json:"daysPastDue"`
	Open        string `json:"open"` // without default interest
	// What follows is "" where it is not known how what is open divides.
	Principal        string `json:"principal"`
	Capitalized      string `json:"capitalized"`
	ContractInterest string `json:"contractInterest"`
	DefaultInterest  string `json:"defaultInterest"`
}

type actionForm struct {
	Track     string `json:"track"`
	Kind      string `json:"kind"`
	Level     int    `json:"level"` // 0 where the action tells of an event
	Day       string `json:"day"`
	Since     string `json:"since"`
	Rule      string `json:"rule"`
	Deadline  string `json:"deadline"`
	Fee       string `json:"fee"` // "" where there is none
	FeeCode   string `json:"feeCode"`
	FeeReason string `json:"feeReason"`
	Announces string `json:"announces"`
	Text      string `json:"text"`
	Citation  string `json:"citation"`
}

type blockForm struct {
	Track    string `json:"track"`
	Action   string `json:"action"`
	Reason   string `json:"reason"`
	Until    string `json:"until"`
	Open     bool   `json:"open"`
	Citation string `json:"citation"`
}

type earliestForm struct {
	Date             string `json:"date"`
	NextInterruption string `json:"nextInterruption"`
}

type promisedForm struct {
	ID     string `json:"id"`
	Due    string `json:"due"`
	Amount string `json:"amount"`
	Paid   string `json:"paid"`
	State  string `json:"state"`
}

type notificationForm struct {
	Kind  string `json:"kind"`
	Item  string `json:"item"`
	Day   string `json:"day"`
	State string `json:"state"`
}
