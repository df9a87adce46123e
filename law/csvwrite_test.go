package law_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/law"
)

func write(t testing.TB, table *law.Table[decimal.Decimal]) string {
	t.Helper()
	var b bytes.Buffer
	if err := law.WriteRates(&b, table); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteRates(t *testing.T) {
	const want = `# series: BANK-1
# jurisdiction: SE
# name: a bank's list: lending
# unit: percent per year
# citation: loan agreement § 4
# kind: total
# changes: half-year
# exceptions: 2023-03-16
# known-through: 2024-06-30
# note: first remark
# note: second remark: with a colon
valid_from,value,citation,source,url,evidence
2023-01-01,-0.5,loan agreement § 4,list of the bank,,sourced
2023-03-16,4,loan agreement § 4 b,"list, second edition",https://bank.example/list,secondary
2024-01-01,11.123456,loan agreement § 4,computed,,derived
`
	if diff := cmp.Diff(want, write(t, read(t, goodFile))); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
	if diff := cmp.Diff(want, write(t, read(t, want).Extended())); diff != "" {
		t.Errorf("read and written again, want -, got +:\n%s", diff)
	}
}

// TestWriteRatesValues: one number has one text, whatever its exponent.
func TestWriteRatesValues(t *testing.T) {
	for want, values := range map[string][]decimal.Decimal{
		"0":         {decimal.Zero, decimal.New(0, 3), decimal.New(0, -9), {}},
		"4":         {decimal.New(4, 0), decimal.New(4000, -3), decimal.RequireFromString("4.00000000")},
		"-0.5":      {decimal.New(-5, -1), decimal.New(-500000, -6)},
		"1000":      {decimal.New(1, 3), decimal.New(1000, 0)},
		"-1000":     {decimal.New(-1, 3)},
		"0.000001":  {decimal.New(1, -6)},
		"-7.654321": {decimal.New(-7654321, -6)},
	} {
		for _, v := range values {
			if got := write(t, rateTable(t, v)); !strings.Contains(got, "\n2024-01-01,"+want+",") {
				t.Errorf("%s is written as\n%s, want value %s", v, got, want)
			}
		}
	}
}

func rateTable(t testing.TB, v decimal.Decimal) *law.Table[decimal.Decimal] {
	t.Helper()
	meta := law.Meta{Series: "X", Name: "test", Unit: law.RateUnit, KnownThrough: day("2024-12-31"), Changes: law.AnyDay}
	table, err := law.NewTable(meta, []law.Entry[decimal.Decimal]{{From: day("2024-01-01"), Value: v, Citation: "c", Source: "s", Evidence: law.Sourced}})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestWriteRatesRefuses(t *testing.T) {
	for _, v := range []decimal.Decimal{decimal.New(1, -7), decimal.RequireFromString("1000.000001"), decimal.New(-1, 4), decimal.New(1, 30)} {
		var b bytes.Buffer
		if err := law.WriteRates(&b, rateTable(t, v)); err == nil || b.Len() > 0 {
			t.Errorf("WriteRates of %s: error %v and %d bytes, want an error and none", v, err, b.Len())
		}
	}
	meta := law.Meta{Series: "X", Name: "test", Unit: "SEK", KnownThrough: day("1850-12-31"), Changes: law.AnyDay}
	table, err := law.NewTable(meta, []law.Entry[decimal.Decimal]{{From: day("1850-01-01"), Citation: "c", Source: "s", Evidence: law.Sourced}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	err = law.WriteRates(&b, table)
	if err == nil || !strings.Contains(err.Error(), `"SEK" is not the unit of rates`) || !strings.Contains(err.Error(), "1850-01-01 is out of range") || b.Len() > 0 {
		t.Errorf("WriteRates of amounts: %v, want both problems", err)
	}
}
