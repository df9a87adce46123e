package remittance_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/allocation"
	. "github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// spoil makes an input invalid in one of many ways.
func spoil(in *Input, d draw) {
	other := money.FromMinor(d(1000), money.MustCurrency("CLF"))
	switch d(9) {
	case 0:
		in.Received = other
		in.Lines = append(in.Lines, Line{allocation.Fee, money.FromMinor(0, money.MustCurrency("SEK"))})
	case 1:
		in.Received = money.Amount{}
	case 2:
		in.Lines = append(in.Lines, Line{allocation.Component(d(256)), other})
	case 3:
		for _, minor := range []int64{1, -1} {
			in.Lines = append(in.Lines, Line{allocation.Fee, money.FromMinor(minor, in.Received.Currency())})
		}
	case 4:
		in.Tariff.Rules = append(in.Tariff.Rules, Rule{Min: other, Flat: other.Neg()})
	case 5:
		in.Tariff.VAT = interest.Percent(-1 - d(1<<62))
	case 6:
		in.Phase = strings.Repeat("x", MaxText+1)
	case 7:
		in.CreditorCredit = money.FromMinor(-1-d(1<<62), in.Received.Currency())
	case 8:
		in.Received = money.FromMinor(money.MaxMinor+1+d(1<<62), in.Received.Currency())
	}
}

// Whatever the bytes say: a valid input gives what the oracle gives and keeps the
// identities, a spoiled one gives problems with paths.
func FuzzCompute(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0, 2, 0, 0, 1, 255, 255, 255, 255, 0, 0, 0, 0, 2, 3, 100, 0, 0, 0, 0, 0, 0, 0, 4})
	f.Add([]byte("the collector keeps its fees and earns ten per cent of the rest, with VAT of twenty-five"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			t.Skip("long")
		}
		d := fromBytes(data)
		spoiled := d(4) == 3
		in := generate(d)
		if !spoiled {
			if law := broken(in); law != "" {
				t.Errorf("%+v: %s", in, law)
			}
			return
		}
		spoil(&in, d)
		_, err := Compute(in)
		var p *Problem
		if !errors.Is(err, ErrRemittance) || !errors.As(err, &p) || !strings.HasPrefix(p.Path, "/") {
			t.Errorf("%+v: %v, want problems", in, err)
		}
	})
}
