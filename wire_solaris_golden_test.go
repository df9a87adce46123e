package skuld_test

import (
	"bytes"
	"os"
	"testing"
	"time"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/golden"
	"github.com/skuld-go/skuld/wire/solaris"
)

// TestSolarisGoldens answers the documents of testdata/wire/solaris as the expectations
// beside them ask, and refuses those of its folder invalid.
func TestSolarisGoldens(t *testing.T) {
	const dir = "testdata/wire/solaris"
	eachGolden(t, checkSolaris, [2]string{dir, dir}, [2]string{dir + "/invalid", dir + "/invalid"})
}

func checkSolaris(t *testing.T, f *golden.File, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation(f.Get("zone"))
	if err != nil {
		t.Skip(err)
	}
	answer, err := solarisAnswer(t, f, raw, zone)
	judge(t, f, answer, err)
}

// solarisAnswer is the answer of the kind that a golden asks for.
func solarisAnswer(t *testing.T, f *golden.File, raw []byte, zone *time.Location) ([]byte, error) {
	t.Helper()
	calc := skuld.Default()
	h, err := solaris.DecodeWith(bytes.NewReader(raw), zone, func(r skuld.DunningRequest) error { return calc.CheckDunning(r, nil) })
	if err != nil {
		return nil, err
	}
	d, err := calc.Dunning(h.Request, nil, skuld.At{AsOf: calendar.MustParseDate(f.Get("as-of"))})
	if err != nil {
		return nil, h.InFile(err)
	}
	var out bytes.Buffer
	a := solaris.Answer{History: h, Decision: d}
	switch f.Get("answer") {
	case "case":
		err = solaris.EncodeCase(&out, a)
	case "list":
		err = solaris.EncodeCases(&out, []solaris.Answer{a})
	case "notifications":
		err = solaris.EncodeNotifications(&out, a)
	default:
		t.Fatalf("%s: answer %q", f.Path, f.Get("answer"))
	}
	return out.Bytes(), err
}
