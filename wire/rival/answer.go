package rival

import (
	"cmp"
	"maps"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// statusWords are the words of the four statuses: those of the stages that a decision
// reached, else those that came in.
func (d *Document) statusWords(m *made, a Answer) ([dunning.Tracks]document.JSON, []ledger.Finding) {
	var words [dunning.Tracks]document.JSON
	var findings []ledger.Finding
	for i := range words {
		stated, stage := m.status.words[i], ""
		if a.Decision != nil {
			stage = a.Decision.Tracks[i]
		}
		if i == 0 && stage == "" && a.Decision != nil {
			stage = a.Decision.Stage
		}
		words[i] = document.TextOr(stated, document.Nothing)
		if stage == "" || stage == m.status.stages[i] {
			continue
		}
		if stated != "" {
			findings = append(findings, ledger.Finding{
				Code: FindingStatus, Severity: ledger.Warning, Path: m.status.in[i],
				Message: stated + " came in; by the letters that are known the stage is " + stage,
			})
			continue // letters that are not in the document may have led there
		}
		words[i] = document.TextOr(wordOf(d.opt.Codes.Stages[dunning.Track(i+1)], stage), document.Nothing)
	}
	return words, findings
}

// wordOf is the first word that a table reads as something.
func wordOf(table map[string]string, reading string) string {
	for _, word := range slices.Sorted(maps.Keys(table)) {
		if table[word] == reading {
			return word
		}
	}
	return ""
}

// ending is how the case ended, where it had by the day of the statement.
func (m *made) ending(st *ledger.Statement) []document.Member {
	date, code, text := document.Nothing, document.Nothing, document.Nothing
	if m.facts.Closed != nil && m.end.date <= st.AsOf {
		date, code = document.Day(m.end.date), document.TextOr(m.end.code, document.Nothing)
		text = document.TextOr(firstOf(m.end.text, m.end.known.String()), document.Nothing)
	}
	return []document.Member{{Name: "EndDate", Value: date}, {Name: "EndReasonCode", Value: code}, {Name: "EndReasonDescription", Value: text}}
}

// actions are what was carried out, what is planned, and what a decision adds: what may
// be done on its day, and what has to wait until when.
func (d *Document) actions(m *made, a Answer) document.JSON {
	var list []document.JSON
	var last int64
	there := map[planned]bool{}
	for _, h := range m.acts {
		last, there[planned{h.day, h.name}] = max(last, h.id), true
		list = append(list, document.Members(h.members))
	}
	add := func(day calendar.Date, track dunning.Track, name, text string) {
		if there[planned{day, name}] {
			return
		}
		last, there[planned{day, name}] = last+1, true
		list = append(list, document.Members([]document.Member{
			{Name: "ActionID", Value: document.Whole(last)}, {Name: "Date", Value: document.Day(day)}, {Name: "Type", Value: document.Whole(int64(track))},
			{Name: "Name", Value: document.Text(name)}, {Name: "Text", Value: document.TextOr(text, document.Nothing)},
			{Name: "Processed", Value: document.Whole(0)}, {Name: "Downloadable", Value: document.Truth(false)},
		}))
	}
	next := slices.Clone(m.next)
	slices.SortStableFunc(next, func(x, y planned) int { return cmp.Compare(x.day, y.day) })
	for _, p := range next {
		add(p.day, d.opt.Codes.Actions[p.name].Track, p.name, "")
	}
	if a.Decision != nil {
		d.decided(a.Decision, add)
	}
	return document.Values(list...)
}

// decided adds what a decision says: letters of its day, those that wait for a day that
// is known, and the day on which to look again.
func (d *Document) decided(x *dunning.Decision, add func(calendar.Date, dunning.Track, string, string)) {
	for _, a := range x.Actions {
		add(a.Day, a.Track, d.actName(a.Kind), a.Text)
	}
	for _, b := range latest(x.Blocked) {
		add(b.Until, b.Track, d.actName(b.Action), b.Reason)
	}
	if !x.NextReview.IsZero() {
		add(x.NextReview, 0, "REVIEW", "")
	}
}

// actName is the name of an action that sends a kind of letter, else the kind.
func (d *Document) actName(kind string) string {
	for _, name := range slices.Sorted(maps.Keys(d.opt.Codes.Actions)) {
		if d.opt.Codes.Actions[name].Notice == kind {
			return name
		}
	}
	return kind
}

// latest keeps of the reasons for which an action has to wait the one that lasts longest,
// and leaves out actions that wait for something of which no day is known.
func latest(blocks []dunning.Block) []dunning.Block {
	var list []dunning.Block
	for _, b := range blocks {
		open := func(x dunning.Block) bool {
			return x.Track == b.Track && x.Action == b.Action && (x.Open || x.Until.IsZero())
		}
		if slices.ContainsFunc(blocks, open) {
			continue
		}
		at := slices.IndexFunc(list, func(x dunning.Block) bool { return x.Track == b.Track && x.Action == b.Action })
		switch {
		case at < 0:
			list = append(list, b)
		case b.Until > list[at].Until:
			list[at] = b
		}
	}
	return list
}

// installment is a plan in five figures, null where there is none.
func (m *made) installment(plan *paymentplan.Schedule) document.JSON {
	if plan == nil {
		if m.plan != nil && m.plan.stated != "" {
			return m.plan.stated
		}
		return document.Nothing
	}
	in := plan.Installment()
	return document.Members([]document.Member{
		{Name: "StandardPaymentAmount", Value: amount(in.StandardPaymentAmount)}, {Name: "PaymentIntervalDays", Value: document.Whole(int64(in.PaymentIntervalDays))},
		{Name: "RemainingPayments", Value: document.Whole(int64(in.RemainingPayments))}, {Name: "NextPaymentDate", Value: document.Day(in.NextPaymentDate)},
		{Name: "NextPaymentAmount", Value: amount(in.NextPaymentAmount)},
	})
}

// limitation is the earliest last day of the claims that owe something, with a finding
// where the system has another.
func (m *made) limitation(st *ledger.Statement) ([]document.Member, []ledger.Finding) {
	var first *ledger.Limitation
	for i := range st.Items {
		it := &st.Items[i]
		l := it.Limitation
		if l == nil || l.Last.IsZero() || it.Principal.Remaining.Sign()+it.Capitalized.Remaining.Sign()+it.Interest.Remaining.Sign() == 0 {
			continue
		}
		if first == nil || l.Last < first.Last {
			first = l
		}
	}
	if first == nil {
		return nil, nil
	}
	var findings []ledger.Finding
	if stated := m.status.limitation; !stated.IsZero() && stated != first.Last {
		findings = append(findings, ledger.Finding{
			Code: FindingLimitation, Severity: ledger.Warning, Path: m.status.limitationAt,
			Message: stated.String() + " came in; by the acts that are known the last day is " + first.Last.String(),
		})
	}
	return []document.Member{{Name: "Limitation", Value: document.Members([]document.Member{
		{Name: "LimitationDate", Value: document.Day(first.Last)}, {Name: "DaysLeft", Value: document.Whole(int64(first.DaysLeft))},
		{Name: "NextInterruptDate", Value: document.Day(first.NextInterruption)},
	})}}, findings
}
