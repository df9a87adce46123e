package oracle

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// caseInput is the native case file, as far as the oracle reads it. Fields of
// type later are part of the format but not of the oracle: they must be empty.
type caseInput struct {
	ID              string                `json:"id"`
	Currency        string                `json:"currency"`
	Base            string                `json:"base"`
	Jurisdiction    string                `json:"jurisdiction"`
	Debtor          string                `json:"debtor"`
	Debtors         any                   `json:"debtors"`
	Claims          []claimInput          `json:"claims"`
	Fees            []feeInput            `json:"fees"`
	Payments        []paymentInput        `json:"payments"`
	Reversals       []reversalInput       `json:"reversals"`
	Refunds         []refundInput         `json:"refunds"`
	Adjustments     []adjustmentInput     `json:"adjustments"`
	Capitalizations []capitalizationInput `json:"capitalizations"`
	WriteOffs       []writeOffInput       `json:"writeOffs"`
	Holds           []holdInput           `json:"holds"`
	Notices         []noticeInput         `json:"notices"`
	Promises        []promiseInput        `json:"promises"`
	Titles          []titleInput          `json:"titles"`
	Plan            later                 `json:"plan"`
	Closed          closedInput           `json:"closed"`
	Allocation      allocationInput       `json:"allocation"`
	Rounding        roundingInput         `json:"rounding"`
	ExtendRates     bool                  `json:"extendRates"`
}

type claimInput struct {
	ID          string       `json:"id"`
	Kind        string       `json:"kind"`
	Group       string       `json:"group"`
	Principal   string       `json:"principal"`
	VAT         string       `json:"vat"`
	Exchange    claimRate    `json:"exchange"`
	Secured     bool         `json:"secured"`
	Contracted  string       `json:"contracted"`
	Issued      string       `json:"issued"`
	Due         string       `json:"due"`
	Demanded    string       `json:"demanded"`
	Accelerated string       `json:"accelerated"`
	Recorded    string       `json:"recorded"`
	Opening     openingInput `json:"opening"`
	Credit      creditInput  `json:"credit"`
	Interest    termsInput   `json:"interest"`
	// ContractInterest runs beside it; absent where it is nil or blank.
	ContractInterest *termsInput `json:"contractInterest"`
}

// rateInput is what an agreed rate and the interest itself have in common.
type rateInput struct {
	Basis      string `json:"basis"`
	Rate       string `json:"rate"`
	Series     string `json:"series"`
	Margin     string `json:"margin"`
	Multiplier string `json:"multiplier"`
	Reset      string `json:"reset"`
}

type termsInput struct {
	rateInput
	DayCount    string          `json:"dayCount"`
	From        string          `json:"from"`
	Through     string          `json:"through"`
	PaymentDay  string          `json:"paymentDay"`
	Floor       json.RawMessage `json:"floor"`
	Ceiling     json.RawMessage `json:"ceiling"`
	Agreed      rateInput       `json:"agreed"`
	Cutoff      string          `json:"cutoff"`
	Compounding string          `json:"compounding"`
	Kind        string          `json:"kind"`
	Refixes     []refixInput    `json:"refixes"`
}

// refixInput is a rate from a day on.
type refixInput struct {
	From string `json:"from"`
	Rate string `json:"rate"`
}

type feeInput struct {
	ID       string     `json:"id"`
	Code     string     `json:"code"`
	Date     string     `json:"date"`
	Recorded string     `json:"recorded"`
	Amount   string     `json:"amount"`
	Interest termsInput `json:"interest"`
	Facts    factsInput `json:"facts"`
}

type paymentInput struct {
	ID            string             `json:"id"`
	Date          string             `json:"date"`
	Recorded      string             `json:"recorded"`
	Amount        string             `json:"amount"`
	Currency      string             `json:"currency"`
	Rate          string             `json:"rate"`
	Received      string             `json:"received"`
	Exchanged     string             `json:"exchanged"`
	By            string             `json:"by"`
	Direct        bool               `json:"direct"`
	Specification []specificationRow `json:"specification"`
	Allocation    *allocationInput   `json:"allocation"`
}

type specificationRow struct {
	Item      string `json:"item"`
	Component string `json:"component"`
	Amount    string `json:"amount"`
}

// titleInput is a judgment or order; its kind does not matter here.
type titleInput struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Kind     string `json:"kind"`
	Recorded string `json:"recorded"`
}

type allocationInput struct {
	Preset      string      `json:"preset"`
	Rungs       []rungInput `json:"rungs"`
	Processing  string      `json:"processing"`
	Unallocated string      `json:"unallocated"`
	Direction   string      `json:"direction"`
}

type rungInput struct {
	Components []string `json:"components"`
	Codes      []string `json:"codes"`
	Groups     []string `json:"groups"`
	Due        []string `json:"due"`
	Order      string   `json:"order"`
}

type roundingInput struct {
	Mode    string `json:"mode"`
	Place   string `json:"place"`
	Quantum string `json:"quantum"`
}

func decode(text []byte) (*caseInput, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	in := &caseInput{}
	if err := d.Decode(in); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("more text after the case")
	}
	if in.ID == "" || len(in.Claims) == 0 {
		return nil, fmt.Errorf("a case needs an id and a claim")
	}
	return in, nil
}

// or gives s, or its default where it is empty.
func or(s, byDefault string) string {
	if s == "" {
		return byDefault
	}
	return s
}
