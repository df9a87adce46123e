package fee_test

import (
	"errors"
	"strings"
	"testing"

	. "github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/money"
)

// Whatever the bytes say: the assessment is what the slow loop gives.
func FuzzAssess(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 1, 0, 2, 200, 1, 3, 0, 0, 0, 0, 0, 0, 0, 1, 1, 4, 40, 2, 9})
	f.Add([]byte("fifteen per cent of the first two thousand five hundred, ten of the next"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if law := broken(fromBytes(data)); law != "" {
			t.Error(law)
		}
	})
}

// Whatever the text says: it is refused with rows and columns, or read into
// well-formed tariffs that answer without panic.
func FuzzRead(f *testing.F) {
	const head = "code,audience,valid_from,valid_to,over,up_to,shape,percent,factor,unit,currency,guards,legal_basis,source,evidence\n"
	f.Add(head + "a,all,2020-01-01,,,5,marginal,15,,,EUR,\"letter(b,14)\",c,d,sourced\na,all,2020-01-01,,5,,marginal,1,,,,,,,\n")
	f.Add(head + "a,all,2020-01-01,2020-02-02,,5,multiple,,1.5,b,EUR,total(b),c,d,derived\nb,all,2020-01-01,,,,percent,2,,,EUR,,c,d,e\n")
	f.Add(head + "a,all,2020-01-01,,,,multiple,,1.5,b,EUR,,c,d,derived\nb,all,2020-01-01,,,,multiple,,1,a,EUR,gap(3) count(2,run),c,d,sourced\n")
	f.Add("code,audience,valid_from,shape,currency,legal_basis,source,evidence\nx,all,2020-01-01,multiple,EUR,a,b,derived\n")
	f.Add("\ufeffcode\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		ts, err := Read(strings.NewReader(text))
		var row *RowError
		if err != nil && (!errors.Is(err, ErrTariff) || !errors.As(err, &row) || ts != nil) {
			t.Fatalf("%v and %d tariffs, want rows", err, len(ts))
		}
		for _, tariff := range ts {
			if err := tariff.Check(); err != nil {
				t.Errorf("read, but %v", err)
			}
			for _, v := range tariff.Versions {
				for _, minor := range []int64{0, 250_001, money.MaxMinor} {
					base := money.FromMinor(minor, v.Currency)
					if _, err := tariff.Assess(Facts{Date: v.From, Base: base}); errors.Is(err, ErrTariff) {
						t.Errorf("read, but %v", err)
					}
				}
				if v.Formula() == "" {
					t.Error("no formula")
				}
			}
			Permit(tariff.Guards, History{Due: tariff.Versions[0].From}, tariff.Versions[0].From)
		}
	})
}
