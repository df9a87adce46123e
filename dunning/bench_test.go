package dunning_test

import (
	"testing"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
)

// BenchmarkNext decides on a debt of 24 installments with 24 payments that are each short
// and 6 letters, by the ladder of a country and by that of consumer loans, which also
// tells of every payment.
func BenchmarkNext(b *testing.B) {
	for name, kinds := range map[string][]string{
		"SE":               {"reminder", "other", "demand", "other", "other", "plan-offer"},
		"solaris-consumer": {"reminder", "dunning_letter", "partial_repayment_notification", "dunning_letter", "sddr_notification", "pre_termination_letter"},
	} {
		b.Run(name, func(b *testing.B) { benchmarkNext(b, name, kinds) })
	}
}

func benchmarkNext(b *testing.B, name string, kinds []string) {
	p, ok := jurisdiction.Policy(name)
	if !ok {
		b.Fatal("no policy")
	}
	h := loan("10000", "450", 24, 0)
	for i := range 24 {
		h.Receipts = append(h.Receipts, dunning.Receipt{Date: h.Debts[i].Due.AddDays(3 + i%20), Amount: eur("370")})
	}
	for i, kind := range kinds {
		sent := day("2027-08-20").AddDays(20 * i)
		h.Notices = append(h.Notices, ledger.Notice{ID: "N", Kind: kind, Sent: sent, Delivered: sent + 2})
	}
	asOf := day("2028-01-15")
	d, err := dunning.Next(p, h, asOf)
	if err != nil || len(d.Actions) == 0 {
		b.Fatalf("%+v, %v", d, err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dunning.Next(p, h, asOf); err != nil {
			b.Fatal(err)
		}
	}
}
