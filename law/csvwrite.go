package law

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"
)

// WriteRates writes t as a CSV file that [ReadRates] reads back to the same
// table. The form is canonical: equal tables give equal bytes, whatever the
// number of zeros behind their decimals. A table that no file can hold (a value
// with more than 6 decimals or beyond 1000 %, a day outside 1900–2200, a unit
// other than [RateUnit]) is an error and nothing is written. A table without
// [Kind] is written as one of reference rates. Whether t is extended is not part
// of its content.
func WriteRates(w io.Writer, t *Table[decimal.Decimal]) error {
	var b bytes.Buffer
	writeHead(&b, t.meta)
	rows := csv.NewWriter(&b)
	if err := rows.Write(columns); err != nil {
		return err
	}
	for _, e := range t.entries {
		value, ok := percentText(e.Value)
		if !ok {
			return fmt.Errorf("table %s: %s: value is not a rate, want at most %d %% with at most %d decimals", t.meta.Series, e.From, maxPercent, maxDecimals)
		}
		if err := rows.Write([]string{e.From.String(), value, e.Citation, e.Source, e.URL, e.Evidence.String()}); err != nil {
			return err
		}
	}
	if rows.Flush(); rows.Error() != nil {
		return rows.Error()
	}
	if _, err := ReadRates(bytes.NewReader(b.Bytes()), "table "+t.meta.Series); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

func writeHead(b *bytes.Buffer, m Meta) {
	exceptions := make([]string, 0, len(m.Exceptions))
	for _, d := range m.Exceptions {
		exceptions = append(exceptions, d.String())
	}
	kind := m.Kind
	if kind == 0 {
		kind = Reference
	}
	value := map[string]string{
		"series": m.Series, "jurisdiction": m.Jurisdiction, "name": m.Name, "unit": m.Unit, "citation": m.Citation,
		"kind": kind.String(), "changes": m.Changes.String(), "exceptions": strings.Join(exceptions, " "),
		"known-through": m.KnownThrough.String(),
	}
	for _, key := range headKeys {
		if v := value[key]; v != "" {
			fmt.Fprintf(b, "# %s: %s\n", key, v)
		}
	}
	for _, s := range m.Superseded {
		fmt.Fprintf(b, "# superseded: %s\n", s)
	}
	for _, note := range m.Notes {
		fmt.Fprintf(b, "# note: %s\n", note)
	}
}
