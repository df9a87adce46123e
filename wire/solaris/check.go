package solaris

import (
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/ledger"
)

// unknown makes findings of the fields that are not known.
func (d *decoder) unknown() []ledger.Finding {
	var list []ledger.Finding
	fields, more := d.Unknown()
	for _, u := range fields {
		list = append(list, ledger.Finding{
			Code: FindingUnknownField, Severity: ledger.Info, Path: u.Path, Message: "this field is not known here and is kept as it is: " + u.Note,
		})
	}
	if more > 0 {
		list = append(list, ledger.Finding{
			Code: FindingUnknownField, Severity: ledger.Info, Message: fmt.Sprintf("%d fields more are not known here", more),
		})
	}
	return list
}

// problems joins what could not be read with what is wrong with what was.
func (d *decoder) problems(h History, check func(dunning.Request) error) error {
	var all ledger.Problems
	for _, p := range d.Problems() {
		all = append(all, (*ledger.Problem)(p))
	}
	if d.currency.IsZero() || len(all) > document.MaxProblems {
		// Without a currency there is no amount to judge, and the document has a problem
		// that says so.
		return all.Err()
	}
	unclear := d.unclear(h)
	all.Merge(h.twice())
	all.Merge(h.agree())
	checks := []error{h.Request.Validate(), h.Request.Case.Validate()}
	if check != nil {
		checks = append(checks, check(h.Request))
	}
	for _, err := range checks {
		var more ledger.Problems
		for _, p := range ledger.AsProblems(h.InFile(err)) {
			if !unclear(p.Path) {
				more = append(more, p)
			}
		}
		all.Merge(more)
	}
	if n := len(all) - document.MaxProblems; n > 0 {
		all = all[:document.MaxProblems]
		all.Addf("", "%d problems more, want these %d solved first", n, len(all))
	}
	return all.Err()
}

// unclear tells the places at which a problem may only follow from another: amounts of
// which something could not be read, the principal within such an amount, and the names
// of repayments while one of these has none.
func (d *decoder) unclear(h History) func(path string) bool {
	amounts := map[string]bool{}
	for _, p := range d.Problems() {
		amounts[strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(p.Path, "/value"), "/unit"), "/currency")] = true
	}
	nameless := false
	for i := range h.Request.Case.Payments {
		nameless = nameless || h.Request.Case.Payments[i].ID == ""
	}
	return func(path string) bool {
		amount, isAmount := strings.CutSuffix(path, "/value")
		row, isPart := strings.CutSuffix(amount, "/principal")
		return isAmount && amounts[amount] || isPart && amounts[row+"/amount"] || nameless && strings.HasSuffix(path, "/repayment_id")
	}
}

// twice notes ids that are used twice. A case would tell of it as well, but with places
// in another document in its words.
func (h *History) twice() ledger.Problems {
	var problems ledger.Problems
	first := map[string]string{}
	note := func(list string, i int, id string) {
		path := fmt.Sprintf("%s/%d/id", list, i)
		if at, ok := first[id]; ok && id != "" {
			problems.Addf(h.place(path), "%s is used already at %s, want ids unique over the document", words.Quote(id), h.place(at))
			return
		}
		first[id] = path
	}
	// The order is that in which the case looks at them.
	c := &h.Request.Case
	for i := range c.Debtors {
		note("/debtors", i, c.Debtors[i].ID)
	}
	for i := range c.Claims {
		// Numbers that do not rise are told of as such.
		if id := c.Claims[i].ID; first[id] == "" {
			first[id] = fmt.Sprintf("/claims/%d/id", i)
		}
	}
	for i := range c.Fees {
		note("/fees", i, c.Fees[i].ID)
	}
	for i := range c.Payments {
		note("/payments", i, c.Payments[i].ID)
	}
	for i := range c.Holds {
		note("/holds", i, c.Holds[i].ID)
	}
	for i := range c.Reversals {
		note("/reversals", i, c.Reversals[i].ID)
	}
	for i := range c.Notices {
		note("/notices", i, c.Notices[i].ID)
	}
	for i := range c.Promises {
		note("/promises", i, c.Promises[i].ID)
	}
	return problems
}
