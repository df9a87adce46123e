package native

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Templates of case files: $ is where a test puts its fields. A field that the
// test states stands before the template's own.
const (
	inCase     = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31"}],$}`
	inClaim    = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00",$}]}`
	inInterest = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31","interest":{$}}]}`
	inFee      = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31"}],"fees":[{"id":"F-1","date":"2024-02-15",$}]}`
	inPayment  = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31"}],"payments":[{"id":"P-1","date":"2024-05-10",$}]}`
)

func fill(template, fields string) string { return strings.Replace(template, "$", fields, 1) }

// problems decodes a text and gives what is wrong with it, a line each.
func problems(text string) []string {
	_, err := DecodeCase(strings.NewReader(text))
	var lines []string
	for _, p := range ledger.AsProblems(err) {
		lines = append(lines, p.Error())
	}
	return lines
}

// wantProblems compares problems with the expected ones, in order.
func wantProblems(t *testing.T, text string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, problems(text)); diff != "" {
		t.Errorf("problems of %s (-want +got):\n%s", clip(text, 400), diff)
	}
}

// decode reads a text that must be without problems.
func decode(t *testing.T, text string) ledger.Case {
	t.Helper()
	c, err := DecodeCase(strings.NewReader(text))
	if err != nil {
		t.Fatalf("decode %s: %v", clip(text, 400), err)
	}
	return c
}

// encode writes a case that must have a written form.
func encode(t *testing.T, c ledger.Case) string {
	t.Helper()
	var b bytes.Buffer
	if err := EncodeCase(&b, c); err != nil {
		t.Fatalf("encode %s: %v", c.ID, err)
	}
	return b.String()
}

// same compares cases; amounts and currencies are compared by ==.
func same(want, got ledger.Case) string {
	return cmp.Diff(want, got,
		cmp.Comparer(func(a, b money.Amount) bool { return a == b }),
		cmp.Comparer(func(a, b money.Currency) bool { return a == b }),
		cmp.Comparer(func(a, b calendar.Span) bool { return a == b }),
		cmp.Comparer(func(a, b interest.Rounding) bool { return a == b }))
}
