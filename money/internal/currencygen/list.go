package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// listOne is the part of the agency's XML that is used: one entry per country,
// so that most codes come more than once and some countries have none.
type listOne struct {
	Published string `xml:"Pblshd,attr"`
	Entries   []struct {
		Name    string `xml:"CcyNm"`
		Code    string `xml:"Ccy"`
		Numeric string `xml:"CcyNbr"`
		Digits  string `xml:"CcyMnrUnts"`
	} `xml:"CcyTbl>CcyNtry"`
}

// readList reads the agency's XML, one row per code.
func readList(r io.Reader) (facts, error) {
	var list listOne
	if err := xml.NewDecoder(r).Decode(&list); err != nil {
		return facts{}, err
	}
	byCode := make(map[string]row)
	for _, e := range list.Entries {
		if e.Code == "" {
			continue
		}
		digits := e.Digits
		if digits == "N.A." {
			digits = ""
		}
		one, err := newRow(e.Code, e.Numeric, digits, strings.TrimSpace(e.Name))
		if err != nil {
			return facts{}, err
		}
		if other, ok := byCode[e.Code]; ok && other != one {
			return facts{}, fmt.Errorf("%s is given as %v and as %v", e.Code, other, one)
		}
		byCode[e.Code] = one
	}
	f := facts{published: list.Published}
	for _, one := range byCode {
		f.rows = append(f.rows, one)
	}
	slices.SortFunc(f.rows, func(a, b row) int { return strings.Compare(a.code, b.code) })
	return f, f.check()
}
