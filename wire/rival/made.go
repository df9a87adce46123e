package rival

import (
	"slices"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// made is a case made of one or more that were posted.
type made struct {
	path   string
	facts  ledger.Case
	places []place
	index  map[string]string // native → foreign, made of places when asked for
	bills  []bill
	first  *post
	ids    []string
	paths  []string // of the parts
	// status is the latest of those posted, parts how many they are.
	status status
	parts  int
	merged bool
	plan   *planBlock
	end    end
	acts   []history
	next   []planned
	kept   []document.Member // fields of the parts of which nothing is made
}

// finish completes a case with what hangs on all of it.
func (d *Document) finish(p *post) {
	if d.client != nil && !d.client.limitation.IsZero() {
		for i := range p.facts.Claims {
			var facts ledger.LimitationFacts
			if l := p.facts.Claims[i].Limitation; l != nil {
				facts = *l
			}
			facts.Period = d.client.limitation
			p.facts.Claims[i].Limitation = &facts
		}
	}
	for i := range p.facts.Fees {
		p.facts.Fees[i].Facts.Mandate = p.registered
		p.facts.Fees[i].Facts.NoVATDeduction = d.client != nil && d.client.noVAT
	}
	for _, w := range p.waits {
		if first := p.firstDay(); !first.IsZero() && first < w.day {
			p.hold(ledger.HoldDunning, w.day-1, "next action "+w.name, w.path)
		}
	}
	switch {
	case p.plan == nil:
	case p.plan.request != nil:
		p.facts.PlanAgreed = p.plan.request.Start
	default:
		if !p.firstDay().IsZero() {
			p.hold(ledger.HoldDunning, 0, "installment plan", below(p.path, "InstallmentPlan"))
		}
	}
}

// make makes the cases of a document: of each posted case one, of those that are updated
// or merged one together.
func (d *Document) make() {
	for _, p := range d.payments {
		d.place(p)
	}
	d.numbers()
	taken := map[*post]bool{}
	for _, p := range d.posts {
		if taken[p] || p.to != nil {
			continue
		}
		if p.update != "" {
			d.in.Problemf(p.updateAt, "case %s is not in the document, want the case that is updated", document.Text(p.update))
		}
		group := d.group(p, taken)
		d.cases = append(d.cases, d.union(group))
	}
	d.searchDays()
	d.checkDuplicates()
}

// numbers refuses cases of one number; answers have one for each debtor of a case.
func (d *Document) numbers() {
	seen := map[string]string{}
	for _, p := range d.posts {
		if p.id == "" || d.form == formAnswer {
			continue
		}
		if first, twice := seen[p.id]; twice {
			d.in.Problemf(below(p.path, "CaseIDNew"), "case %s is in the document already at %s, want CaseIDUpdate to add to it", document.Text(p.id), firstOf(first, "its start"))
		}
		seen[p.id] = p.path
	}
}

// group lists what becomes one case: a case, what updates it, and those of the same
// debtor and client where the document asks for a merge.
func (d *Document) group(p *post, taken map[*post]bool) []*post {
	var group []*post
	for _, q := range d.posts {
		same := d.merge && q.update == "" && p.update == "" && p.orgNo != "" && q.orgNo == p.orgNo && q.clientID == p.clientID
		if !taken[q] && (q == p || same) {
			taken[q], group = true, append(group, q)
		}
	}
	for _, q := range d.posts {
		if !taken[q] && q.to != nil && slices.Contains(group, q.to) {
			taken[q], group = true, append(group, q)
		}
	}
	return group
}

// union is one case of several.
func (d *Document) union(group []*post) *made {
	first := group[0]
	m := &made{path: first.path, first: first, parts: len(group), merged: len(group) > 1}
	var closed *ledger.Closing
	for _, p := range group {
		if p.facts.Closed != nil {
			closed, m.end = p.facts.Closed, p.end
		}
	}
	list := make([]ledger.Case, len(group))
	for i, p := range group {
		list[i] = p.facts
		if list[i].Closed = closed; p.update != "" {
			list[i].Debtors, list[i].Debtor = nil, first.facts.Debtor
		}
		m.status, m.ids, m.paths = m.status.or(p.status), append(m.ids, p.id), append(m.paths, p.path)
		m.acts, m.next = append(m.acts, p.history...), append(m.next, p.planned...)
		m.kept = append(m.kept, p.kept...)
		if p.plan != nil {
			m.plan = p.plan
		}
	}
	facts, dropped, err := ledger.Merge(list...)
	m.facts = facts
	d.combine(m, group, dropped)
	d.mergeProblems(group, err)
	d.overtaken(group)
	return m
}

// overtaken finds payments that were made on a case before another joined it.
func (d *Document) overtaken(group []*post) {
	var last *post
	for _, p := range group {
		if last == nil || p.registered > last.registered {
			last = p
		}
	}
	for _, p := range group {
		for i, pay := range p.facts.Payments {
			if last.registered > p.registered && pay.Date < last.registered && len(d.findings) < document.MaxProblems {
				d.find(FindingMerged, ledger.Warning, p.placeOf("payments", i),
					"paid before the case at %s joined; the merged case is settled as one from its first day", firstOf(last.path, "the start"))
			}
		}
	}
}

// or are the statuses with later ones over them.
func (s status) or(later status) status {
	if s.path == "" {
		return later
	}
	for i, word := range later.words {
		if word != "" {
			s.words[i], s.stages[i], s.in[i] = word, later.stages[i], later.in[i]
		}
	}
	for i, v := range later.served {
		if v != document.Nothing {
			s.served[i] = v
		}
	}
	if !later.limitation.IsZero() {
		s.limitation, s.limitationAt = later.limitation, later.limitationAt
	}
	return s
}

// has reports whether a number is that of the case or of one merged into it.
func (m *made) has(id string) bool { return slices.Contains(m.ids, id) }

// planRequest is the installment plan of a case; nil where it has none with terms.
func (m *made) planRequest() *paymentplan.Request {
	if m.plan == nil {
		return nil
	}
	return m.plan.request
}
