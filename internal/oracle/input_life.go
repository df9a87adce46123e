package oracle

import "reflect"

// What happens to a case after its claims, fees and payments, as a file has it.

type openingInput struct {
	Through          string `json:"through"`
	Principal        string `json:"principal"`
	ContractInterest string `json:"contractInterest"`
	Interest         string `json:"interest"`
}

type reversalInput struct {
	ID       string `json:"id"`
	Payment  string `json:"payment"`
	Date     string `json:"date"`
	Recorded string `json:"recorded"`
	Effect   string `json:"effect"`
}

type adjustmentInput struct {
	ID        string `json:"id"`
	Date      string `json:"date"`
	Recorded  string `json:"recorded"`
	Item      string `json:"item"`
	Component string `json:"component"`
	Amount    string `json:"amount"`
	Reason    string `json:"reason"`
}

type capitalizationInput struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Recorded string `json:"recorded"`
	Item     string `json:"item"`
}

type holdInput struct {
	ID       string   `json:"id"`
	Scope    string   `json:"scope"`
	Items    []string `json:"items"`
	From     string   `json:"from"`
	Through  string   `json:"through"`
	Recorded string   `json:"recorded"`
	Reason   string   `json:"reason"`
}

type noticeInput struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`
	Sent      string `json:"sent"`
	Delivered string `json:"delivered"`
	Through   string `json:"through"`
	Recorded  string `json:"recorded"`
}

type promiseInput struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Due      string `json:"due"`
	Amount   string `json:"amount"`
	Recorded string `json:"recorded"`
}

type closedInput struct {
	Date        string `json:"date"`
	Disposition string `json:"disposition"`
	Tolerance   string `json:"tolerance"`
	Recorded    string `json:"recorded"`
}

// contractTerms gives the terms beside interest, or nil.
func (c *claimInput) contractTerms() *termsInput {
	if t := c.ContractInterest; t != nil && !reflect.DeepEqual(*t, termsInput{}) {
		return t
	}
	return nil
}
