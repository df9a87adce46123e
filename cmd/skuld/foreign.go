package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"
	_ "time/tzdata" // machines without a time zone database need one

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/report"
	"github.com/skuld-go/skuld/wire/aptic"
)

// The forms of files of other systems.
const (
	fromAptic   = "aptic"
	fromRival   = "rival"
	fromSolaris = "solaris"
)

// homes are the time zones in which the days of documents are read where --zone does not
// say: that of the country whose law applies to the first case, before it is known that of
// the system.
var homes = map[string]string{
	fromAptic: "Europe/Stockholm", fromRival: "Europe/Stockholm", fromSolaris: "Europe/Berlin",
	"SE": "Europe/Stockholm", "FI": "Europe/Helsinki", "NO": "Europe/Oslo", "DK": "Europe/Copenhagen", "DE": "Europe/Berlin",
	"AT": "Europe/Vienna", "NL": "Europe/Amsterdam", "GB": "Europe/London",
}

// foreign is a document of another system with cases in it.
type foreign interface {
	Cases() []skuld.Case
	// InFile puts problems of a case where the document has them.
	InFile(i int, err error) error
	// Findings are about the document itself.
	Findings() []ledger.Finding
}

// options are what the flags say of a document of another system.
type options struct {
	zone         *time.Location
	jurisdiction string
	debtor       ledger.DebtorKind
	// base is the currency of the creditor's books, zero where it is that of the case.
	base money.Currency
}

// foreignOptions reads the flags that only documents of other systems use.
func (c *call) foreignOptions() (options, error) {
	var o options
	name := c.zone
	if name == "" {
		name = homes[c.from.word]
	}
	var err error
	if o.zone, err = time.LoadLocation(name); err != nil {
		return o, &usageError{message: fmt.Sprintf("--zone %q is not a time zone, want one such as Europe/Stockholm", name)}
	}
	o.jurisdiction = c.jurisdiction
	if _, ok := jurisdiction.Find(jurisdiction.All(), o.jurisdiction); !ok && o.jurisdiction != "" {
		return o, &usageError{message: fmt.Sprintf("--jurisdiction %q, want %s", o.jurisdiction, list(codes(jurisdiction.All())))}
	}
	if c.base != "" {
		if o.base, err = money.ParseCurrency(c.base); err != nil {
			return o, &usageError{message: fmt.Sprintf("--base %q is not a currency, want a code such as EUR", c.base)}
		}
	}
	if c.debtor.word != "" {
		o.debtor, err = ledger.ParseDebtorKind(c.debtor.word)
	}
	return o, err
}

// atHome decodes a document, and once more where its first case turns out to be of a
// country with other clocks and --zone does not say which are meant.
func atHome[D foreign](c *call, r io.Reader, zone *time.Location, decode func(io.Reader, *time.Location) (D, error)) (D, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxDocument))
	if err != nil {
		var none D
		return none, err
	}
	d, err := decode(bytes.NewReader(data), zone)
	if err != nil || c.zone != "" || len(d.Cases()) == 0 {
		return d, err
	}
	home := homes[d.Cases()[0].Jurisdiction]
	if home == "" || home == zone.String() {
		return d, nil
	}
	there, err := time.LoadLocation(home)
	if err != nil {
		return d, err
	}
	return decode(bytes.NewReader(data), there)
}

// maxDocument is more than any document may have; what reads it says so.
const maxDocument = 64 << 20

// refuseForeign refuses flags that have no meaning beside files in the native form.
func (c *call) refuseForeign() error {
	if c.from.word != "native" && c.from.word != "" {
		return nil
	}
	for _, name := range []string{"zone", "jurisdiction", "debtor", "answer", "base"} {
		if c.flags.Changed(name) {
			return &usageError{message: fmt.Sprintf("--%s beside --from native, want it with files of other systems only", name)}
		}
	}
	return nil
}

// statementsOf works out the cases of a document.
func statementsOf(calc skuld.Calculator, d foreign, at skuld.At) ([]*skuld.Statement, error) {
	var list []*skuld.Statement
	if len(d.Cases()) == 0 {
		return nil, errors.New("no case, want at least one")
	}
	for i, cs := range d.Cases() {
		st, err := calc.Statement(cs, at)
		if err != nil {
			return nil, d.InFile(i, err)
		}
		list = append(list, st)
	}
	return list, nil
}

// statementTexts prints statements one below the other, the first with what was found in
// the document itself. place says where findings of a case are in it.
func statementTexts(w io.Writer, list []*skuld.Statement, d foreign, place func(i int, path string) string) error {
	for i, st := range list {
		if i > 0 {
			fmt.Fprintln(w)
		}
		for k := range st.Findings {
			st.Findings[k].Path = place(i, st.Findings[k].Path)
		}
		if i == 0 {
			st.Findings = append(st.Findings, d.Findings()...)
		}
		if err := report.Text(w, st); err != nil {
			return err
		}
	}
	return nil
}

// loadOne makes the calculator and reads a file with one case, in any form. place puts
// problems of the case where the file has them.
func (c *call) loadOne(name string) (calc skuld.Calculator, cs skuld.Case, place func(error) error, err error) {
	if calc, err = c.calculator(); err != nil {
		return calc, cs, nil, err
	}
	var d foreign
	switch c.from.word {
	case fromAptic:
		var o aptic.Options
		if o, err = c.apticOptions(calc); err == nil {
			d, err = c.readAptic(name, o)
		}
	case fromRival:
		d, err = c.readRival(name, calc)
	default:
		if err = c.refuseForeign(); err == nil {
			cs, err = c.readCase(name, calc)
		}
		return calc, cs, func(err error) error { return err }, err
	}
	if err != nil {
		return calc, cs, nil, err
	}
	if n := len(d.Cases()); n != 1 {
		return calc, cs, nil, fmt.Errorf("%s: has %d cases, want one", shown(name), n)
	}
	return calc, d.Cases()[0], func(err error) error { return d.InFile(0, err) }, nil
}
