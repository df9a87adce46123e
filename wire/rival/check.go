package rival

import (
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// problems are all that is wrong with the document and with the cases made of it.
func (d *Document) problems() ledger.Problems {
	var list ledger.Problems
	said := map[string]bool{} // a field that is asked for twice is wrong once
	for _, p := range d.in.Problems() {
		if !said[p.Error()] {
			said[p.Error()], list = true, append(list, (*ledger.Problem)(p))
		}
	}
	if len(list) > document.MaxProblems {
		return list // there is enough to mend
	}
	list.Merge(d.checked(ledger.Case.Validate))
	if d.opt.Check != nil {
		list.Merge(d.checked(d.opt.Check))
	}
	if more := len(list) - document.MaxProblems; more > 0 {
		list = append(list[:document.MaxProblems:document.MaxProblems], &ledger.Problem{Message: fmt.Sprintf("%d problems more, want these solved first", more)})
	}
	return list
}

// checked is what a check has against the cases, as far as it may be listed.
func (d *Document) checked(check func(ledger.Case) error) ledger.Problems {
	var list ledger.Problems
	for i, m := range d.cases {
		if len(list) > document.MaxProblems {
			break
		}
		list = append(list, d.inFile(i, m.known(check(m.facts)))...)
	}
	return list
}

// known leaves out problems that merely follow from a law that is not known, which is one
// itself.
func (m *made) known(err error) error {
	if m.facts.Jurisdiction != "" {
		return err
	}
	var kept ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		if !strings.Contains(p.Path, "/interest/") {
			kept = append(kept, p)
		}
	}
	return kept.Err()
}
