package aptic

import (
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// planNames says under which names a request's fields stand in the document.
var planNames = [][2]string{
	{"/type", "/paymentPlanType"}, {"/count", "/numberOfPayments"}, {"/amount", "/amount"}, {"/start", "/startDate"}, {"/every", "/interval"},
	{"/fees/registration", "/registrationFee"}, {"/fees/invoice", "/invoiceFee"}, {"/fees/reminder", "/reminderFee"}, {"/fees", "/invoiceFee"},
	{"/asOf", ""},
}

var rowNames = [][2]string{{"/no", "/paymentNo"}, {"/due", "/specifiedDueDate"}, {"/amount", "/specifiedAmount"}}

var periodNames = [][2]string{{"/start", "/startDate"}, {"/end", "/endDate"}, {"/every", "/interval"}, {"/amount", "/amount"}}

// Problems gives an error about the request or its case, such as one of Calculator.Plan,
// with the pointers of the document.
func (p *PlanDocument) Problems(err error) ledger.Problems {
	var out ledger.Problems
	for _, one := range ledger.AsProblems(err) {
		moved := *one
		moved.Path = p.pointer(one.Path)
		out = append(out, &moved)
	}
	return out
}

// pointer is where the document says what a path into the request is about.
func (p *PlanDocument) pointer(path string) string {
	if rest, ok := strings.CutPrefix(path, "/case"); ok && (rest == "" || rest[0] == '/') {
		if len(p.cases) == 1 {
			return p.cases[0].pointer(rest)
		}
		return "/cases"
	}
	for list, of := range map[string]struct {
		places []string
		names  [][2]string
	}{"/deviations/": {p.at.deviations, rowNames}, "/periods/": {p.at.periods, periodNames}} {
		rest, ok := strings.CutPrefix(path, list)
		if !ok {
			continue
		}
		number, field, deeper := strings.Cut(rest, "/")
		if i, err := strconv.Atoi(number); err == nil && i < len(of.places) {
			if !deeper {
				return of.places[i]
			}
			return of.places[i] + renameBy(of.names, "/"+field)
		}
	}
	return renameBy(planNames, path)
}
