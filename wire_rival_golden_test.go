package skuld_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/wire/native"
	"github.com/skuld-go/skuld/wire/rival"
)

// TestRivalGoldens answers the documents of testdata/wire/rival as the expectations
// beside them ask, and refuses those of its folder invalid.
func TestRivalGoldens(t *testing.T) {
	const dir = "testdata/wire/rival"
	eachGolden(t, checkRival, [2]string{dir, dir}, [2]string{dir + "/invalid", dir + "/invalid"})
}

func checkRival(t *testing.T, f *golden.File, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	calc := skuld.Default()
	d, err := rival.Decode(bytes.NewReader(raw), rivalOptions(t, f, calc))
	if err != nil {
		judge(t, f, nil, err)
		return
	}
	answer, err := rivalAnswer(t, f, calc, d)
	judge(t, f, answer, err)
}

// rivalOptions are the options that the header of a golden states.
func rivalOptions(t *testing.T, f *golden.File, calc skuld.Calculator) rival.Options {
	t.Helper()
	o := rival.Options{Jurisdiction: f.Get("jurisdiction"), Check: calc.Check}
	var err error
	if o.Zone, err = time.LoadLocation(f.Get("zone")); err != nil {
		t.Skip(err)
	}
	if s := f.Get("debtor"); s != "" {
		if o.Debtor, err = ledger.ParseDebtorKind(s); err != nil {
			t.Fatal(err)
		}
	}
	if s := f.Get("system"); s != "" {
		o.System = money.MustCurrency(s)
	}
	if s := f.Get("through"); s != "" {
		o.Through = calendar.MustParseDate(s)
	}
	if currency, rate, ok := strings.Cut(f.Get("exchange"), " "); ok {
		r, err := money.ParseExchangeRate(rate)
		if err != nil {
			t.Fatal(err)
		}
		o.Exchange = map[money.Currency]money.ExchangeRate{money.MustCurrency(currency): r}
	}
	o.PercentDiscount = f.Get("discount") == "percent"
	if s := f.Get("settlement"); s != "" {
		o.Codes.Settlements = settlements(s)
	}
	return o
}

// settlements is a table with one tariff: code, per cent of what came in, per cent of tax.
func settlements(s string) map[string]remittance.Tariff {
	f := strings.Fields(s)
	all := append([]allocation.Component{allocation.Principal, allocation.Capitalized, allocation.Fee}, allocation.Interest()...)
	return map[string]remittance.Tariff{f[0]: {
		Rules: []remittance.Rule{{Components: all, Percent: interest.MustPercent(f[1])}}, VAT: interest.MustPercent(f[2]),
	}}
}

// rivalAnswer is what a golden asks for.
func rivalAnswer(t *testing.T, f *golden.File, calc skuld.Calculator, d *rival.Document) ([]byte, error) {
	t.Helper()
	var out bytes.Buffer
	switch command := f.Get("command"); command {
	case "client":
		err := rival.EncodeClient(&out, d)
		return out.Bytes(), err
	case "payments":
		err := rival.EncodePayments(&out, d)
		return out.Bytes(), err
	case "installments":
		i, r, err := d.Installments(calendar.MustParseDate(f.Get("as-of")))
		if err != nil {
			return nil, err
		}
		s, err := calc.Plan(d.Cases()[i], r)
		if err != nil {
			return nil, d.InFile(i, err)
		}
		err = rival.EncodeInstallments(&out, s)
		return out.Bytes(), err
	default:
		answers, err := rivalAnswers(t, f, calc, d)
		if err != nil {
			return nil, err
		}
		return rivalText(t, command, f, d, answers)
	}
}

// rivalText writes answers as a command asks.
func rivalText(t *testing.T, command string, f *golden.File, d *rival.Document, answers []rival.Answer) ([]byte, error) {
	t.Helper()
	var out bytes.Buffer
	n, _ := strconv.Atoi(f.Get("number"))
	st := answers[max(n-1, 0)].Statement
	var err error
	switch command {
	case "case":
		err = rival.Encode(&out, d, answers...)
	case "created":
		err = rival.EncodeCreated(&out, d, answers...)
	case "statement":
		err = native.EncodeStatement(&out, st)
	case "remittance":
		return remitted(d, st)
	default:
		t.Fatalf("%s: command %q", f.Path, command)
	}
	return out.Bytes(), err
}

// rivalAnswers works the cases of a document out.
func rivalAnswers(t *testing.T, f *golden.File, calc skuld.Calculator, d *rival.Document) ([]rival.Answer, error) {
	t.Helper()
	at := skuld.At{AsOf: calendar.MustParseDate(f.Get("as-of"))}
	var answers []rival.Answer
	for i, c := range d.Cases() {
		st, err := calc.Statement(c, at)
		if err != nil {
			return nil, d.InFile(i, err)
		}
		if err := st.Verify(); err != nil {
			t.Error(err)
		}
		a := rival.Answer{Statement: st}
		if f.Get("decision") == "yes" {
			r, plan := d.Dunning(i)
			if a.Decision, err = calc.Dunning(r, plan, at); err != nil {
				return nil, d.InFile(i, err)
			}
		}
		if r := d.Plan(i); r != nil && f.Get("plan") == "yes" {
			r.Life = &paymentplan.Life{AsOf: at.AsOf}
			if a.Plan, err = calc.Plan(c, *r); err != nil {
				return nil, d.InFile(i, err)
			}
		}
		answers = append(answers, a)
	}
	return answers, nil
}

// remitted settles the first payment of a case with its client.
func remitted(d *rival.Document, st *ledger.Statement) ([]byte, error) {
	tariff, ok, err := d.Settlement()
	if err != nil || !ok {
		return nil, err
	}
	paid := st.Allocations[0]
	in := remittance.Input{Received: paid.Amount, Phase: d.Phase(0), Tariff: tariff}
	for _, l := range paid.Lines {
		in.Lines = append(in.Lines, remittance.Line{Component: l.Component, Amount: l.Amount})
	}
	r, err := remittance.Compute(in)
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]string{"commission": r.Commission.Due.Number(), "vat": r.VAT.Due.Number(), "payable": r.Payable.Number()})
}
