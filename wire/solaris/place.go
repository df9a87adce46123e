package solaris

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// places say where in the document the fields of a dunning file come from; # is a
// position in a list. What lies below a field that is listed comes from the same place.
var places = map[string]string{
	"/id":                            "/id",
	"/currency":                      "/loan/loan_amount/currency",
	"/jurisdiction":                  "/loan/installments",
	"/policy":                        "/strategy",
	"/allocation":                    "/strategy",
	"/debtor":                        "/strategy",
	"/debtors/#":                     "/person_id",
	"/closed":                        "/closed_at",
	"/loan":                          "/loan",
	"/loan/nominal":                  "/loan/loan_amount/value",
	"/loan/start":                    "/loan/start_date",
	"/loan/months":                   "/loan/term",
	"/loan/matures":                  "/loan/maturity_date",
	"/loan/installments":             "/loan/installments",
	"/loan/installments/#":           "/loan/installments/#",
	"/loan/installments/#/no":        "/loan/installments/#/number",
	"/loan/installments/#/due":       "/loan/installments/#/due_date",
	"/loan/installments/#/amount":    "/loan/installments/#/amount/value",
	"/loan/installments/#/principal": "/loan/installments/#/principal/value",
	"/loan/debitReturns":             "/direct_debit_returns",
	"/loan/debitReturns/#":           "/direct_debit_returns/#",
	"/loan/debitReturns/#/date":      "/direct_debit_returns/#/booking_date",
	"/loan/debitReturns/#/recorded":  "/direct_debit_returns/#/recorded_at",
	"/loan/debitReturns/#/amount":    "/direct_debit_returns/#/amount/value",
	"/loan/debitReturns/#/code":      "/direct_debit_returns/#/reason_code",
	"/claims":                        "/loan/installments",
	"/claims/#":                      "/loan/installments/#",
	"/claims/#/id":                   "/loan/installments/#/number",
	"/claims/#/principal":            "/loan/installments/#/amount/value",
	"/claims/#/due":                  "/loan/installments/#/due_date",
	"/claims/#/contracted":           "/loan/start_date",
	"/payments":                      "/repayments",
	"/payments/#":                    "/repayments/#",
	"/payments/#/id":                 "/repayments/#/id",
	"/payments/#/date":               "/repayments/#/booking_date",
	"/payments/#/recorded":           "/repayments/#/recorded_at",
	"/payments/#/amount":             "/repayments/#/amount/value",
	"/reversals":                     "/direct_debit_returns",
	"/reversals/#":                   "/direct_debit_returns/#",
	"/reversals/#/id":                "/direct_debit_returns/#/id",
	"/reversals/#/payment":           "/direct_debit_returns/#/repayment_id",
	"/reversals/#/date":              "/direct_debit_returns/#/booking_date",
	"/reversals/#/recorded":          "/direct_debit_returns/#/recorded_at",
	"/fees":                          "/fees",
	"/fees/#":                        "/fees/#",
	"/fees/#/id":                     "/fees/#/id",
	"/fees/#/code":                   "/fees/#/type",
	"/fees/#/date":                   "/fees/#/booking_date",
	"/fees/#/recorded":               "/fees/#/recorded_at",
	"/fees/#/amount":                 "/fees/#/amount/value",
	"/notices":                       "/notifications",
	"/notices/#":                     "/notifications/#",
	"/notices/#/id":                  "/notifications/#/id",
	"/notices/#/kind":                "/notifications/#/type",
	"/notices/#/sent":                "/notifications/#/created_at",
	"/notices/#/delivered":           "/notifications/#/delivered_at",
	"/notices/#/through":             "/notifications/#/deadline",
	"/holds":                         "/dunning_stops",
	"/holds/#":                       "/dunning_stops/#",
	"/holds/#/id":                    "/dunning_stops/#/id",
	"/holds/#/from":                  "/dunning_stops/#/from",
	"/holds/#/through":               "/dunning_stops/#/through",
	"/holds/#/reason":                "/dunning_stops/#/reason",
	"/promises":                      "/payment_promises",
	"/promises/#":                    "/payment_promises/#",
	"/promises/#/id":                 "/payment_promises/#/id",
	"/promises/#/date":               "/payment_promises/#/created_at",
	"/promises/#/due":                "/payment_promises/#/due_date",
	"/promises/#/amount":             "/payment_promises/#/amount/value",
}

// place is where in the document a field of a dunning file comes from; "" where it
// comes from no one place.
func (h *History) place(path string) string {
	var steps, numbers []string
	if path != "" {
		steps = strings.Split(path[1:], "/")
	}
	for i, s := range steps {
		if _, err := strconv.Atoi(s); err == nil {
			numbers = append(numbers, s)
			steps[i] = "#"
		}
	}
	for ; len(steps) > 0; steps = steps[:len(steps)-1] {
		at, ok := places["/"+strings.Join(steps, "/")]
		if !ok {
			continue
		}
		if steps[0] == "reversals" && len(numbers) > 0 {
			numbers[0] = h.ofReversal(numbers[0])
		}
		for _, n := range numbers {
			at = strings.Replace(at, "#", n, 1)
		}
		return at
	}
	return ""
}

// ofReversal is the position of the return that a reversal was made of.
func (h *History) ofReversal(number string) string {
	if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(h.returns) {
		return strconv.Itoa(h.returns[i])
	}
	return number
}

// InFile gives the problems of a run over the history, such as rates that are not known,
// their places in the document.
func (h *History) InFile(err error) error {
	problems := ledger.AsProblems(err)
	for i, p := range problems {
		problems[i] = &ledger.Problem{Path: h.place(p.Path), Message: p.Message, Cause: p.Cause}
	}
	return problems.Err()
}

// FindingsInFile gives the findings of a decision on the history their places in the
// document.
func (h *History) FindingsInFile(list []ledger.Finding) []ledger.Finding {
	list = slices.Clone(list)
	for i := range list {
		list[i].Path = h.place(list[i].Path)
	}
	return list
}
