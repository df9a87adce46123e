package native

import (
	"errors"
	"io"

	"github.com/skuld-go/skuld/ledger"
)

type diffForm struct {
	Case        string           `json:"case"`
	AsOf        string           `json:"asOf"`
	KnownAt     [2]string        `json:"knownAt"`
	Currency    string           `json:"currency"`
	Corrections []correctionForm `json:"corrections"`
}

type correctionForm struct {
	Item      string        `json:"item"`
	Component string        `json:"component"`
	Was       string        `json:"was"`
	Is        string        `json:"is"`
	By        string        `json:"by"`
	From      string        `json:"from"`
	Old       []segmentForm `json:"old"`
	New       []segmentForm `json:"new"`
}

// EncodeDiff writes what leads from one statement to another, indented by two
// blanks: for each correction the item, the component ("unallocated" for money of
// a payment), what was and is open, the signed difference, the first day from
// which the steps differ, and the segments of interest from then on.
func EncodeDiff(w io.Writer, old, next *ledger.Statement, corrections []ledger.Correction) error {
	if old == nil || next == nil {
		return errors.New("no statement, want two")
	}
	f := diffForm{
		Case: next.Case, AsOf: next.AsOf.String(), KnownAt: [2]string{old.KnownAt.String(), next.KnownAt.String()},
		Currency: next.Currency.Code(), Corrections: make([]correctionForm, len(corrections)),
	}
	for i, c := range corrections {
		component := c.Component.String()
		if component == "" {
			component = "unallocated"
		}
		f.Corrections[i] = correctionForm{
			Item: c.Item, Component: component, Was: c.Was.Number(), Is: c.Is.Number(), By: c.By.Number(), From: c.From.String(),
			Old: each(c.Old, segment), New: each(c.New, segment),
		}
	}
	text, err := indented(f)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}
