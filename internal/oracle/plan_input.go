package oracle

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// planInput is a plan request as far as the oracle reads it; fields of type later
// must be empty.
type planInput struct {
	Currency        string               `json:"currency"`
	Type            string               `json:"type"`
	Debt            string               `json:"debt"`
	Case            json.RawMessage      `json:"case"`
	Interest        termsInput           `json:"interest"`
	Start           string               `json:"start"`
	First           string               `json:"first"`
	Every           string               `json:"every"`
	Count           int                  `json:"count"`
	Amount          string               `json:"amount"`
	End             string               `json:"end"`
	Final           string               `json:"final"`
	Step            string               `json:"step"`
	LastRow         string               `json:"lastRow"`
	Residual        string               `json:"residual"`
	Posting         string               `json:"posting"`
	Fees            planFeesInput        `json:"fees"`
	Grace           planGraceInput       `json:"grace"`
	FreeMonths      []int                `json:"freeMonths"`
	Deviations      []planDeviationInput `json:"deviations"`
	Periods         []planPeriodInput    `json:"periods"`
	InvoiceLeadDays int                  `json:"invoiceLeadDays"`
	Calendar        string               `json:"calendar"`
	Adjust          string               `json:"adjust"`
	AccrueOn        string               `json:"accrueOn"`
	APR             string               `json:"apr"`
	Payments        []planPaymentInput   `json:"payments"`
	AsOf            string               `json:"asOf"`
	Jurisdiction    string               `json:"jurisdiction"`
	Debtor          string               `json:"debtor"`
	ExtendRates     bool                 `json:"extendRates"`
	Rounding        roundingInput        `json:"rounding"`
	Creditors       []planCreditorInput  `json:"creditors"`
	SuspendInterest bool                 `json:"suspendInterest"`
	Proposal        later                `json:"proposal"`
	Tolerance       later                `json:"tolerance"`
	OnShortage      string               `json:"onShortage"`
	Ended           later                `json:"ended"`
	SettleOn        later                `json:"settleOn"`
	Restructure     later                `json:"restructure"`
	Search          later                `json:"search"`
}

// planFeesInput are the fees of the plan; the reminder's belongs to a later view.
type planFeesInput struct {
	Registration string `json:"registration"`
	Invoice      string `json:"invoice"`
	Reminder     string `json:"reminder"`
}

type planGraceInput struct {
	Principal int `json:"principal"`
	Interest  int `json:"interest"`
}

type planDeviationInput struct {
	No     int    `json:"no"`
	Due    string `json:"due"`
	Amount string `json:"amount"`
}

type planPeriodInput struct {
	No     int    `json:"no"`
	Start  string `json:"start"`
	End    string `json:"end"`
	Every  string `json:"every"`
	Amount string `json:"amount"`
}

type planPaymentInput struct {
	ID     string `json:"id"`
	Date   string `json:"date"`
	Amount string `json:"amount"`
}

type planCreditorInput struct {
	ID       string `json:"id"`
	Admitted string `json:"admitted"`
}

func decodePlan(text []byte) (*planInput, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	in := &planInput{}
	if err := d.Decode(in); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("more text after the request")
	}
	if string(in.Case) == "null" {
		in.Case = nil
	}
	return in, nil
}
