package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

// TestDayCounts runs the foreign day-count vectors of the directory that
// SKULD_VECTORS names.
func TestDayCounts(t *testing.T) {
	dir := os.Getenv("SKULD_VECTORS")
	if dir == "" {
		t.Skip("SKULD_VECTORS is not set: no foreign vectors to run")
	}
	file, err := os.Open(filepath.Join(dir, "daycount.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	vectors, err := ReadDayCounts(file)
	if err != nil {
		t.Fatal(err)
	}
	passed, attempted := 0, 0
	outside := map[string]int{}
	for _, v := range vectors {
		verdict := v.Judge()
		switch {
		case verdict.OutOfScope != "":
			outside[verdict.OutOfScope]++
			continue
		case verdict.Problem != nil:
			t.Errorf("row %d: %s %v from %v to %v: %v", v.Row, v.Convention, v.Features, v.Start, v.End, verdict.Problem)
		default:
			passed++
		}
		attempted++
	}
	fmt.Printf("daycount: %d/%d, out of scope (%s)\n", passed, attempted, counts(outside))
	if attempted == 0 {
		t.Errorf("%d rows and none in scope", len(vectors))
	}
}

func counts(m map[string]int) string {
	var parts []string
	for feature, n := range m {
		parts = append(parts, fmt.Sprintf("%s: %d", feature, n))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// TestDayCountJudge shows that a verdict depends on the features of a row and
// that a wrong expectation fails.
func TestDayCountJudge(t *testing.T) {
	const header = "source,expected_days_or_fraction,end,start,convention\n"
	tests := []struct {
		row        string
		outOfScope string
		fails      bool
	}{
		{row: "x,days=60,2012-02-28,2011-12-28,30E/360"},
		{row: "x,days=61,2012-02-28,2011-12-28,30E/360", fails: true},
		{row: "x,yf=1/6,2012-02-28,2011-12-28,30E/360"},
		{row: "x,yf=61/360,2012-02-28,2011-12-28,30E/360", fails: true},
		{row: "x,yf=0.166666666,2012-02-28,2011-12-28,30E/360"},
		{row: "x,yf=0.166666664,2012-02-28,2011-12-28,30E/360", fails: true},
		{row: "x,yf=0.1667,2012-02-28,2011-12-28,30E/360", fails: true},
		{row: "x,yf=-62/365,2011-12-28,2012-02-28,Actual/365 (Fixed)"},
		{row: "x,days=60,2012-02-28,2011-12-28,30E/360 [colour=red]", outOfScope: "30E/360 with colour"},
		{row: "x,days=60,2012-02-28,2011-12-28,28/336", outOfScope: "28/336"},
		{row: "x,days=-60,2011-12-28,2012-02-28,30/360 PSA", outOfScope: "30/360 PSA with reversed dates"},
		{row: "x,yf=1/2,2000-01-30,1999-07-30,Act/Act ICMA", outOfScope: "Act/Act ICMA without coupon periods"},
		{row: "x,days=60,2012-02-28,2011-12-28,30/360 (Bond basis)"},
		{row: "x,days=60,2012-02-28,2011-12-28,30/360", outOfScope: "30/360"},
		{row: "x,hours=1,2012-02-28,2011-12-28,30E/360", fails: true},
		{row: "x,yf=0.915760869565,2003-07-15,2002-08-15,Act/Act ISMA [ref=2003-01-15..2003-07-15]"},
		{row: "x,yf=0.410958904110,1999-07-01,1999-02-01,Act/Act ICMA [ref=1998-07-01..1999-07-01]"},
		{row: "x,yf=1/2,2000-01-30,1999-07-30,Act/Act ICMA [ref=1999-07-30..yesterday]", fails: true},
		{row: "x,yf=179/360,2012-02-29,2011-08-31,30E/360 ISDA [termination=2012-02-29]"},
		{row: "x,yf=1/2,2012-02-29,2011-08-31,30E/360 ISDA"},
	}
	for _, tt := range tests {
		vectors, err := ReadDayCounts(strings.NewReader(header + tt.row + "\n"))
		if err != nil {
			t.Errorf("%s: %v", tt.row, err)
			continue
		}
		got := vectors[0].Judge()
		if got.OutOfScope != tt.outOfScope || (got.Problem != nil) != tt.fails {
			t.Errorf("%s: verdict %+v, want out of scope %q, failing %v", tt.row, got, tt.outOfScope, tt.fails)
		}
	}
}

// TestDayCountNames keeps every convention of the library within reach of the
// spellings that files use.
func TestDayCountNames(t *testing.T) {
	want := map[string]calendar.DayCount{
		"Act/365F": calendar.Act365Fixed, "Act/360": calendar.Act360, "Act/364": calendar.Act364,
		"Act/Act ISDA": calendar.ActActISDA, "Act/Act ICMA": calendar.ActActICMA, "Act/Act AFB": calendar.ActActAFB,
		"Act/365L": calendar.Act365L, "Act/365 Actual": calendar.Act365Actual,
		"NL/365": calendar.NL365, "NL/360": calendar.NL360,
		"30E/360": calendar.ThirtyE360, "30E/360 ISDA": calendar.ThirtyE360ISDA, "30E+/360": calendar.ThirtyEPlus360,
		"30U/360": calendar.ThirtyU360, "30U/360 (US, Feb-EOM rule)": calendar.ThirtyU360, "30U/360 EOM": calendar.ThirtyU360EOM,
		"30/360 ISDA (bond basis)": calendar.Thirty360Bond, "30/360 (Bond Basis)": calendar.Thirty360Bond,
		"30/360 PSA": calendar.Thirty360PSA, "30E/365": calendar.ThirtyE365, "30/365": calendar.Thirty365,
		"Actual/Actual (ISDA)": calendar.ActActISDA, "Actual/365 (Fixed)": calendar.Act365Fixed,
	}
	reached := map[calendar.DayCount]bool{}
	for name, c := range want {
		if got := dayCounts[dayCountName(name)]; got != c {
			t.Errorf("%s is read as %v, want %v", name, got, c)
		}
		reached[c] = true
	}
	for c := calendar.DayCount(1); c.Valid(); c++ {
		if !reached[c] {
			t.Errorf("no spelling for %v", c)
		}
	}
}

func TestReadDayCountsRefuses(t *testing.T) {
	for _, text := range []string{
		"",
		"convention,start,end\n",
		"convention,start,end,expected_days_or_fraction\nAct/360,2024-02-30,2024-03-01,days=1\n",
		"convention,start,end,expected_days_or_fraction\nAct/360,2024-02-20\n",
	} {
		if _, err := ReadDayCounts(strings.NewReader(text)); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}
