package oracle

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// fixture is a handful of rows of the published tables.
var fixture = fstest.MapFS{
	"SE.csv": series("SE", "2026-06-30", "2019-07-01 0", "2022-07-01 0.5", "2023-01-01 2.5", "2023-07-01 3.5",
		"2024-01-01 4", "2024-07-01 4", "2025-01-01 3", "2025-07-01 2", "2026-01-01 2"),
	"DE.csv": series("DE", "2026-12-31", "2013-01-01 -0.13", "2014-07-01 -0.73", "2016-07-01 -0.88", "2023-01-01 1.62",
		"2023-07-01 3.12", "2024-01-01 3.62", "2024-07-01 3.37", "2025-01-01 2.27", "2025-07-01 1.27", "2026-01-01 1.27", "2026-07-01 1.52"),
	"GB.csv":          series("GB", "2026-12-31", "2024-07-01 5.25", "2025-01-01 4.75", "2025-07-01 4.25", "2026-01-01 3.75"),
	"NL-trading.csv":  series("NL-commercial", "2026-12-31", "2002-12-01 10.35", "2013-01-01 7.75", "2013-03-16 8.75", "2024-07-01 12.25", "2025-01-01 11.15", "2025-07-01 10.15"),
	"NL.csv":          series("NL", "2026-12-31", "2002-01-01 7", "2023-01-01 4", "2023-07-01 6", "2024-01-01 7", "2025-01-01 6", "2026-01-01 4"),
	"FI.csv":          series("FI", "2026-12-31", "2016-07-01 0", "2023-01-01 2.5", "2023-07-01 4", "2024-01-01 4.5", "2025-01-01 3.5", "2025-07-01 2.5"),
	"NO.csv":          series("NO", "2026-12-31", "1994-01-01 12", "2004-01-01 9.25", "2024-01-01 12.50", "2025-07-01 12.25", "2026-01-01 12"),
	"NO-old.csv":      series("NO-general-before-1994", "1993-12-31", "1980-12-01 15", "1986-02-01 18"),
	"NO-older.csv":    series("NO-consumer-before-1994", "1993-12-31", "1986-02-01 15"),
	"DK.csv":          series("DK", "2026-06-30", "2002-08-01 3.55", "2013-01-01 0.20", "2013-07-01 0.20", "2014-01-01 0.20", "2025-07-01 1.75"),
	"DK-diskonto.csv": series("DK-diskonto", "2002-12-31", "1985-01-01 7", "1990-06-22 8.5", "1991-01-02 9.5", "2001-11-09 3.25", "2002-12-06 2.75"),
	"AT.csv":          series("AT", "2026-09-16", "1999-01-01 2.5", "2024-12-18 2.53", "2025-03-12 2.03", "2025-06-11 1.53", "2026-09-16 2.03"),
	"AT-plain.csv":    series("AT-statutory", "2026-12-31", "1900-01-01 4"),
	"EU.csv":          series("EU", "2026-12-31", "2002-07-01 3.35", "2025-01-01 3.15", "2025-07-01 2.15"),
}

func series(name, knownThrough string, rows ...string) *fstest.MapFile {
	var b strings.Builder
	fmt.Fprintf(&b, "# series: %s\n# note: 2012-07-01: a remark\n# known-through: %s\nvalid_from,value,citation,source,url,evidence\n", name, knownThrough)
	for _, row := range rows {
		from, value, _ := strings.Cut(row, " ")
		fmt.Fprintf(&b, "%s,%s,\"law, article 1\",source,,sourced\n", from, value)
	}
	return &fstest.MapFile{Data: []byte(b.String())}
}

func statement(t *testing.T, text, asOf string) *Result {
	t.Helper()
	return statementKnown(t, text, At{AsOf: asOf})
}

func statementKnown(t *testing.T, text string, at At) *Result {
	t.Helper()
	r, err := Statement([]byte(text), at, fixture)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// wantEqual compares by the JSON of both sides, which shows all of them.
func wantEqual(t *testing.T, what string, got, want any) {
	t.Helper()
	g, w := asJSON(t, got), asJSON(t, want)
	if g != w {
		t.Errorf("%s\n got %s\nwant %s", what, g, w)
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
