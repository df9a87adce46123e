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
	Jurisdiction    string                `json:"jurisdiction"`
	Debtor          string                `json:"debtor"`
	Debtors         any                   `json:"debtors"`
	Claims          []claimInput          `json:"claims"`
	Fees            []feeInput            `json:"fees"`
	Payments        []paymentInput        `json:"payments"`
	Reversals       []reversalInput       `json:"reversals"`
	Adjustments     []adjustmentInput     `json:"adjustments"`
	Capitalizations []capitalizationInput `json:"capitalizations"`
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
	Contracted  string       `json:"contracted"`
	Issued      string       `json:"issued"`
	Due         string       `json:"due"`
	Demanded    string       `json:"demanded"`
	Accelerated string       `json:"accelerated"`
	Recorded    string       `json:"recorded"`
	Opening     openingInput `json:"opening"`
	Credit      later        `json:"credit"`
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
	Facts    later      `json:"facts"`
}

type paymentInput struct {
	ID            string             `json:"id"`
	Date          string             `json:"date"`
	Recorded      string             `json:"recorded"`
	Amount        string             `json:"amount"`
	Currency      string             `json:"currency"`
	Received      later              `json:"received"`
	By            string             `json:"by"`
	Direct        bool               `json:"direct"`
	Specification []specificationRow `json:"specification"`
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

// later takes the place of what the oracle does not know; anything but an
// empty value is an error.
type later struct{}

func (*later) UnmarshalJSON(text []byte) error {
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		return err
	}
	if !blank(v) {
		return fmt.Errorf("the oracle does not know %s", text)
	}
	return nil
}

// blank says whether a JSON value holds nothing at any depth.
func blank(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == ""
	case []any:
		for _, e := range v {
			if !blank(e) {
				return false
			}
		}
		return true
	case map[string]any:
		for _, e := range v {
			if !blank(e) {
				return false
			}
		}
		return true
	}
	return false
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
