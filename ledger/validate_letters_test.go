package ledger

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/money"
)

// The level and the fee of a letter keep within their bounds.
func TestValidateLetters(t *testing.T) {
	for _, c := range []struct {
		level int
		fee   money.Amount
		want  []string
	}{
		{0, money.Amount{}, nil},
		{MaxLevel, money.MustParse("0.00 SEK"), nil},
		{MaxLevel + 1, money.MustParse("-0.01 SEK"), []string{"/notices/0/level", "/notices/0/fee"}},
		{-1, money.MustParse("60.00 EUR"), []string{"/notices/0/level", "/notices/0/fee"}},
	} {
		cs, _ := simple(t)
		cs.Notices = []Notice{{ID: "N", Sent: day("2024-02-15"), Level: c.level, Fee: c.fee}}
		var paths []string
		for _, p := range AsProblems(cs.Validate()) {
			paths = append(paths, p.Path)
		}
		if diff := cmp.Diff(c.want, paths); diff != "" {
			t.Errorf("level %d, fee %s: paths (-want +got):\n%s", c.level, c.fee, diff)
		}
	}
}

// A letter arrives on the day on which it was sent or later.
func TestValidateDelivery(t *testing.T) {
	for delivered, want := range map[string]string{
		"2024-02-14": "/notices/0/delivered: 2024-02-14 is before 2024-02-15, want that day or later", "2024-02-15": "", "2024-02-16": "",
	} {
		cs, _ := simple(t)
		cs.Notices = []Notice{{ID: "N", Sent: day("2024-02-15"), Delivered: day(delivered)}}
		got := ""
		if err := cs.Validate(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("delivered on %s: %q, want %q", delivered, got, want)
		}
	}
}

// A plan is agreed on a day of the calendar of cases.
func TestValidatePlanAgreed(t *testing.T) {
	cs, _ := simple(t)
	cs.PlanAgreed = day("2024-02-15")
	if err := cs.Validate(); err != nil {
		t.Error(err)
	}
	cs.PlanAgreed = day("1850-01-01")
	if p := AsProblems(cs.Validate()); len(p) != 1 || p[0].Path != "/plan/start" {
		t.Errorf("problems %v, want one at /plan/start", p)
	}
}
