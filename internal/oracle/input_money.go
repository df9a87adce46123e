package oracle

// Money that goes back or is given up, and money of other currencies, as a file
// has them.

type refundInput struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Recorded string `json:"recorded"`
	Amount   string `json:"amount"`
	Payment  string `json:"payment"`
	Reason   string `json:"reason"`
}

type writeOffInput struct {
	ID        string `json:"id"`
	Date      string `json:"date"`
	Recorded  string `json:"recorded"`
	Kind      string `json:"kind"`
	Item      string `json:"item"`
	Component string `json:"component"`
	Amount    string `json:"amount"`
	Reason    string `json:"reason"`
}

// claimRate is what a unit of the case's currency was worth in the books when
// the claim was booked; its date changes nothing.
type claimRate struct {
	Rate string `json:"rate"`
	Date string `json:"date"`
}
