package oracle

import (
	"fmt"
	"time"
)

// creditInput is what a credit was granted or used for, and what it has cost.
type creditInput struct {
	Granted    string `json:"granted"`
	Used       string `json:"used"`
	PriorCosts string `json:"priorCosts"`
}

// credit reads the cap on the costs of a consumer credit.
func (b *builder) credit(path string, in *claimInput, c *claim) {
	r := in.Credit
	if r == (creditInput{}) {
		return
	}
	k := &costCap{prior: b.notBelow0(path+"/priorCosts", r.PriorCosts)}
	switch {
	case r.Granted == "" && r.Used == "":
		b.fail(path, fmt.Errorf("want what was granted or used"))
	case r.Granted != "":
		k.limit = b.amount(path+"/granted", r.Granted)
	}
	if r.Used != "" {
		k.limit = b.amount(path+"/used", r.Used)
	}
	law := b.statute(path, in, c)
	if !law.capsCosts() {
		c.capNotInForce = true
	} else {
		c.limit = k
	}
	c.fellBack = c.fellBack || law.fellBack
}

// capsCosts says whether the costs of a credit are limited to the credit, by the
// day of the contract: konsumentkreditlagen 19 b §, lov om
// forbrugslånsvirksomheder § 11 b.
func (s *statute) capsCosts() bool {
	if s.debtor != "consumer" || s.kind != "consumer-credit" {
		return false
	}
	switch s.jurisdiction {
	case "SE":
		return turned(s.selecting(), 2018, time.September, 1)
	case "DK":
		return turned(s.selecting(), 2020, time.July, 1)
	}
	return false
}

// totalCaps sets what the fees of collection from a Finnish consumer may come to
// for each claim, where fees are assessed at all: perintälaki 10 d §.
func (b *builder) totalCaps() {
	for _, f := range b.book.fees {
		if !f.totalCapped() {
			continue
		}
		for _, c := range b.book.claims {
			limit := int64(210_00)
			switch {
			case c.original <= 100_00:
				limit = 60_00
			case c.original <= 1000_00:
				limit = 120_00
			}
			c.limit = &costCap{limit: limit, feesOnly: true}
		}
		return
	}
}
