package skuld_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/wire/native"
)

// TestDunningGoldens answers every file of testdata/dunning that an expectation in
// testdata/golden-dunning asks for, and refuses what those in testdata/invalid-dunning
// are.
func TestDunningGoldens(t *testing.T) {
	eachGolden(t, checkDunning, [2]string{"testdata/golden-dunning", "testdata/dunning"}, [2]string{"testdata/invalid-dunning", "testdata/invalid-dunning"})
}

func checkDunning(t *testing.T, f *golden.File, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := dunningAnswer(t, f, raw)
	judge(t, f, answer, err)
}

// dunningAnswer is the JSON that answers a dunning file: the decision of a day, or those
// of a timeline.
func dunningAnswer(t *testing.T, f *golden.File, raw []byte) ([]byte, error) {
	t.Helper()
	calc := skuld.Default()
	calc.ExtendRates = f.Get("extend-rates") == "true"
	q, err := native.DecodeDunningWith(bytes.NewReader(raw), func(q native.Dunning) error { return calc.CheckDunning(q.Request, q.Plan) })
	if err != nil {
		return nil, err
	}
	at := skuld.At{AsOf: calendar.MustParseDate(f.Get("as-of"))}
	if known := f.Get("known-at"); known != "" {
		at.KnownAt = calendar.MustParseDate(known)
	}
	var out bytes.Buffer
	switch f.Get("command") {
	case "dunning":
		d, err := calc.Dunning(q.Request, q.Plan, at)
		if err != nil {
			return nil, q.InFile(err)
		}
		d.Findings = q.FindingsInFile(d.Findings)
		err = native.EncodeDecision(&out, d)
		return out.Bytes(), err
	case "timeline":
		list, err := calc.DunningTimeline(q.Request, q.Plan, at, calendar.MustParseDate(f.Get("through")))
		if err != nil {
			return nil, q.InFile(err)
		}
		for i := range list {
			list[i].Findings = q.FindingsInFile(list[i].Findings)
		}
		err = native.EncodeTimeline(&out, list)
		return out.Bytes(), err
	}
	t.Fatalf("%s: command %q", f.Path, f.Get("command"))
	return nil, nil
}
