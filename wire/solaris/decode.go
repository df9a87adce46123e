package solaris

import (
	"io"
	"slices"
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Decode reads the history of a loan. Timestamps become days in the zone; nil is UTC. It
// returns the history as far as it could be read, and an error that joins a
// [ledger.Problem] for everything that is wrong with it, each with a JSON Pointer into
// the document.
func Decode(r io.Reader, zone *time.Location) (History, error) { return DecodeWith(r, zone, nil) }

// DecodeWith is [Decode] with one more check of what was read, such as
// Calculator.CheckDunning of package skuld. Its problems, which point into a dunning file,
// are given their places in the document; those that only follow from something that
// could not be read are left out. A nil check is none.
func DecodeWith(r io.Reader, zone *time.Location, check func(dunning.Request) error) (History, error) {
	d := decoder{Document: document.Read(r, document.Limits{}), zone: zone}
	h := History{Zone: zone}
	if o, ok := d.Root().Object(); ok {
		d.history(o, &h)
	}
	h.Findings = append(h.Findings, d.unknown()...)
	return h, d.problems(h, check)
}

// decoder reads one document.
type decoder struct {
	*document.Document
	zone     *time.Location
	currency money.Currency // of the first amount that could be read
	findings []ledger.Finding
}

// history reads the fields of the document.
func (d *decoder) history(o document.Object, h *History) {
	c := &h.Request.Case
	h.IDs = IDs{
		Case: o.Need("id").Text(), Person: o.Need("person_id").Text(), BillingAccount: o.Need("billing_account_id").Text(),
		LoanAccount: o.Need("loan_account_id").Text(), CreditReference: o.Need("credit_reference_id").Text(),
	}
	d.loan(o.Need("loan"), h)
	c.ID, c.Jurisdiction, c.Currency = h.IDs.Case, "DE", d.currency
	h.Strategy = d.strategy(o.Need("strategy"), &h.Request)
	status := o.Field("status")
	h.Status = status.Text()
	d.known(status, h.Status, statuses)
	if closed := o.Field("closed_at").Date(d.zone); !closed.IsZero() {
		c.Closed = &ledger.Closing{Date: closed}
	}
	c.Debtors = []ledger.Debtor{{ID: h.IDs.Person, Kind: c.Debtor, Role: "main"}}
	c.Payments = document.Each(o.Field("repayments"), ledger.MaxPayments, d.repayment)
	d.returns(o.Field("direct_debit_returns"), h)
	c.Fees = document.Each(o.Field("fees"), ledger.MaxFees, d.fee)
	d.notifications(o.Field("notifications"), h)
	c.Holds = document.Each(o.Field("dunning_stops"), ledger.MaxLife, d.stop)
	c.Promises = document.Each(o.Field("payment_promises"), ledger.MaxLife, d.promise)
	*c = dunning.CaseOf(*c, h.Request.Installments, h.Request.Loan)
	h.Findings = d.findings
	h.kept = o.Kept()
}

// strategies say by which policy a strategy is worked, on whose debt, and in which order
// its payments settle.
var strategies = map[string]struct {
	policy, order string
	debtor        ledger.DebtorKind
}{
	"consumer":   {"solaris-consumer", allocation.PresetBGB497, ledger.Consumer},
	"freelancer": {"solaris-freelancer", allocation.PresetBGB367, ledger.Business},
}

// strategy reads how the case is to be worked.
func (d *decoder) strategy(v document.Value, r *dunning.Request) string {
	word := v.Text()
	s, ok := strategies[word]
	if !ok {
		if word != "" {
			v.Problemf("%s is no strategy that is known, want consumer or freelancer", words.Quote(word))
		}
		return word
	}
	r.PolicyName, r.Case.Debtor = s.policy, s.debtor
	r.Case.Allocation, _ = allocation.Preset(s.order)
	return word
}

// known notes a word that is none of a list.
func (d *decoder) known(v document.Value, word string, list []string) {
	if word == "" || slices.Contains(list, word) || len(d.findings) >= document.MaxProblems {
		return
	}
	d.findings = append(d.findings, ledger.Finding{
		Code: FindingUnknownValue, Severity: ledger.Info, Path: v.Path(), Message: words.Quote(word) + " is not known here and is kept as it is",
	})
}
