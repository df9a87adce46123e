package skuld_test

import (
	"bytes"
	"os"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/aptic"
)

// TestApticGoldens answers every document of testdata/wire/aptic in Aptic's own shapes, and
// refuses what those in testdata/invalid-wire/aptic are.
func TestApticGoldens(t *testing.T) {
	eachGolden(t, checkAptic, [2]string{"testdata/wire/aptic", "testdata/wire/aptic"})
}

func checkAptic(t *testing.T, f *golden.File, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	calc := skuld.Default()
	calc.ExtendRates = f.Get("extend-rates") == "true"
	answer, err := apticAnswer(t, f, calc, raw)
	judge(t, f, answer, err)
}

func apticOptions(t *testing.T, f *golden.File, calc skuld.Calculator) aptic.Options {
	t.Helper()
	zone := f.Get("zone")
	if zone == "" {
		zone = "Europe/Stockholm"
	}
	place, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	opt := aptic.Options{Zone: place, Jurisdiction: f.Get("jurisdiction"), Check: calc.Check}
	if base := f.Get("base"); base != "" {
		opt.Base = money.MustCurrency(base)
	}
	if percent := f.Get("commission"); percent != "" {
		opt.Tariff = &remittance.Tariff{VAT: interest.MustPercent(f.Get("commission-vat")), Rules: []remittance.Rule{
			{Components: []allocation.Component{allocation.Fee}, Retain: true},
			{Percent: interest.MustPercent(percent), Components: []allocation.Component{
				allocation.ContractInterest, allocation.DefaultInterest, allocation.Capitalized, allocation.Principal,
			}},
		}}
	}
	if credit := f.Get("creditor-credit"); credit != "" {
		opt.CreditorCredit = money.MustParse(credit)
	}
	return opt
}

func apticAnswer(t *testing.T, f *golden.File, calc skuld.Calculator, raw []byte) ([]byte, error) {
	t.Helper()
	switch f.Get("command") {
	case "plan":
		return apticPlan(t, f, calc, raw)
	case "ledger", "insurances", "mandates":
		return apticCustomer(t, f, calc, raw)
	}
	d, err := aptic.Decode(bytes.NewReader(raw), apticOptions(t, f, calc))
	if err != nil {
		return nil, err
	}
	list, err := apticStatements(t, d, calc, calendar.MustParseDate(f.Get("as-of")))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	switch f.Get("command") {
	case "statement":
		err = aptic.Encode(&out, d, list...)
	case "debtors":
		err = aptic.EncodeDebtorSummaries(&out, d, list...)
	case "accrued":
		err = aptic.EncodeAccruedInterest(&out, d, list...)
	case "paid-interest":
		err = apticPaidInterest(&out, d, list)
	case "cases":
		err = aptic.EncodeCases(&out, d, list...)
	default:
		t.Fatalf("%s: command %q", f.Path, f.Get("command"))
	}
	return out.Bytes(), err
}

// apticPlan answers a request for a payment plan.
func apticPlan(t *testing.T, f *golden.File, calc skuld.Calculator, raw []byte) ([]byte, error) {
	t.Helper()
	opt := aptic.PlanOptions{Options: apticOptions(t, f, calc)}
	if day := f.Get("as-of"); day != "" {
		opt.AsOf = calendar.MustParseDate(day)
	}
	p, err := aptic.DecodePlan(bytes.NewReader(raw), opt)
	if err != nil {
		return nil, err
	}
	s, err := calc.Plan(p.Case(), p.Request())
	if err != nil {
		return nil, p.Problems(err).Err()
	}
	var out bytes.Buffer
	if f.Get("list") == "true" {
		err = aptic.EncodePlans(&out, []*aptic.PlanDocument{p}, []*skuld.Schedule{s})
		return out.Bytes(), err
	}
	err = aptic.EncodePlan(&out, p, s)
	return out.Bytes(), err
}

// apticStatements are the statements of the cases of a document.
func apticStatements(t *testing.T, d *aptic.Document, calc skuld.Calculator, asOf calendar.Date) ([]*ledger.Statement, error) {
	t.Helper()
	var list []*ledger.Statement
	for i, c := range d.Cases() {
		st, err := calc.Statement(c, skuld.At{AsOf: asOf})
		if err != nil {
			return nil, d.InFile(i, err)
		}
		if err := st.Verify(); err != nil {
			t.Error(err)
		}
		st.Findings = d.FindingsInFile(i, st.Findings)
		list = append(list, st)
	}
	return list, nil
}

func apticPaidInterest(out *bytes.Buffer, d *aptic.Document, list []*ledger.Statement) error {
	entries, err := d.Entries(list...)
	if err != nil {
		return err
	}
	report, err := summary.PaidInterest(d.ReportPaidInterest(entries), summary.InterestQuery{Reversals: summary.YearOfPayment})
	if err != nil {
		return err
	}
	return aptic.EncodePaidInterest(out, report)
}

// apticCustomer answers for a customer.
func apticCustomer(t *testing.T, f *golden.File, calc skuld.Calculator, raw []byte) ([]byte, error) {
	t.Helper()
	c, err := aptic.DecodeCustomer(bytes.NewReader(raw), apticOptions(t, f, calc))
	if err != nil {
		return nil, err
	}
	asOf := calendar.MustParseDate(f.Get("as-of"))
	list, err := apticStatements(t, c.Document, calc, asOf)
	if err != nil {
		return nil, err
	}
	group, err := c.Group(asOf, list...)
	if err != nil {
		return nil, err
	}
	view, err := summary.Customers(group)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	switch f.Get("command") {
	case "ledger":
		err = aptic.EncodeLedgerSummary(&out, c, view)
	case "insurances":
		err = aptic.EncodeCreditInsurances(&out, c, view)
	default:
		err = aptic.EncodeMandates(&out, c, calendar.MustParseDate(f.Get("wanted")), calendar.MustParseDate(f.Get("today")))
	}
	return out.Bytes(), err
}
