package casegen

// What happens to a case after its claims, fees and payments.

type reversal struct {
	ID       string `json:"id"`
	Payment  string `json:"payment"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Effect   string `json:"effect,omitempty"`
}

type adjustment struct {
	ID        string `json:"id"`
	Date      string `json:"date"`
	Recorded  string `json:"recorded,omitempty"`
	Item      string `json:"item"`
	Component string `json:"component"`
	Amount    string `json:"amount"`
}

type capitalization struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Item     string `json:"item"`
}

type hold struct {
	ID       string   `json:"id,omitempty"`
	Scope    string   `json:"scope"`
	Items    []string `json:"items,omitempty"`
	From     string   `json:"from"`
	Through  string   `json:"through,omitempty"`
	Recorded string   `json:"recorded,omitempty"`
	Reason   string   `json:"reason,omitempty"`
}

type notice struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`
	Sent      string `json:"sent"`
	Delivered string `json:"delivered,omitempty"`
}

type promise struct {
	ID     string `json:"id"`
	Date   string `json:"date"`
	Due    string `json:"due"`
	Amount string `json:"amount"`
}

type closed struct {
	Date        string `json:"date"`
	Disposition string `json:"disposition,omitempty"`
	Tolerance   string `json:"tolerance,omitempty"`
	Recorded    string `json:"recorded,omitempty"`
}

type refund struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Recorded string `json:"recorded,omitempty"`
	Amount   string `json:"amount"`
	Payment  string `json:"payment,omitempty"`
	Reason   string `json:"reason,omitempty"`
}

type writeOff struct {
	ID        string `json:"id"`
	Date      string `json:"date"`
	Recorded  string `json:"recorded,omitempty"`
	Kind      string `json:"kind,omitempty"`
	Item      string `json:"item,omitempty"`
	Component string `json:"component,omitempty"`
	Amount    string `json:"amount,omitempty"`
	Reason    string `json:"reason,omitempty"`
}

type exchange struct {
	Rate string `json:"rate"`
	Date string `json:"date,omitempty"`
}
