package rival

import (
	"fmt"

	"github.com/skuld-go/skuld/ledger"
)

// rates compares the rates that an answer stated with those of a statement on the same
// day. Of those of another day, or of none that is known, the first is told of.
func (d *Document) rates(i int, st *ledger.Statement) []ledger.Finding {
	m := d.cases[i]
	items := map[string]*ledger.Item{}
	for n := range st.Items {
		items[st.Items[n].ID] = &st.Items[n]
	}
	var list []ledger.Finding
	told := false
	for k, cl := range m.facts.Claims {
		for _, s := range m.bills[k].stated {
			if s.day == st.AsOf {
				list = append(list, s.differs(st, items[cl.ID])...)
				continue
			}
			if !told {
				told, list = true, append(list, s.notCompared(st))
			}
		}
	}
	return list
}

// differs is a finding where the rate of an item is another one.
func (s statedRate) differs(st *ledger.Statement, it *ledger.Item) []ledger.Finding {
	what, have := "no interest runs on "+st.AsOf.String(), "0"
	if it != nil && it.Rate != nil {
		have = it.Rate.String()
		what = fmt.Sprintf("the rate of %s is %s %%", st.AsOf, have)
		if margin, ok := it.Margin(); ok && !s.whole {
			have = margin.String()
			what = fmt.Sprintf("on %s the law adds %s %%", st.AsOf, have)
		}
	}
	if s.rate == have {
		return nil
	}
	return []ledger.Finding{{Code: FindingRestated, Severity: ledger.Warning, Path: s.path, Message: fmt.Sprintf("%s %% came in; %s", s.rate, what)}}
}

// notCompared is a finding that a rate could not be compared.
func (s statedRate) notCompared(st *ledger.Statement) ledger.Finding {
	of := "of a day that nobody stated"
	if !s.day.IsZero() {
		of = "of " + s.day.String()
	}
	return ledger.Finding{
		Code: FindingNotCompared, Severity: ledger.Info, Path: s.path,
		Message: fmt.Sprintf("%s %% came in as the rate %s; it is not compared with that of %s", s.rate, of, st.AsOf),
	}
}
