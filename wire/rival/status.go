package rival

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// maxInterval bounds LimitationInterruptInterval, in its units.
const maxInterval = 1_000

// trackFields are the fields of the four statuses.
var trackFields = [dunning.Tracks]string{"KravStatus", "JurStatus", "ExeStatus", "OverStatus"}

// status is what the status block says, or the statuses of an answer.
type status struct {
	path  string
	words [dunning.Tracks]string
	in    [dunning.Tracks]string // where each word stands
	// stages are what the words stand for.
	stages [dunning.Tracks]string
	// messages in and out of the service of process.
	served [2]document.JSON
	// limitation is the last day that the system has, limitationAt its place.
	limitation   calendar.Date
	limitationAt string
}

// end is how a case ended.
type end struct {
	date  calendar.Date
	code  string
	text  string
	known ledger.Disposition
}

// readStatus reads the status block of a case, or what answers have in its place.
func (d *Document) readStatus(o document.Object, p *post) {
	p.status = status{path: below(p.path, "Status"), served: [2]document.JSON{document.Nothing, document.Nothing}}
	s, ok := o.Field("Status").Object()
	if ok {
		s.Unused("UNumber", "ExeTitleTargetNo", "GroundApplicationOrderToPay")
		d.statuses(s, p)
		d.title(s, p)
		d.interruption(s, p)
		d.endOf(s, p, "ClosingDate", "ClosingCode", "")
		d.block(s, p)
	}
	d.statuses(o, p)
	d.endOf(o, p, "EndDate", "EndReasonCode", "EndReasonDescription")
}

// statuses reads the four statuses and the messages of the service of process.
func (d *Document) statuses(o document.Object, p *post) {
	for i, name := range trackFields {
		v := o.Field(name)
		if stage, word := read(v, d.opt.Codes.Stages[dunning.Track(i+1)]); word != "" {
			p.status.words[i], p.status.stages[i], p.status.in[i] = word, stage, v.Path()
		}
	}
	for i, name := range [...]string{"ServiceOfProcessMessageIn", "ServiceOfProcessMessageOut"} {
		if v := o.Field(name); v.Given() {
			p.status.served[i] = document.Truth(v.Bool())
		}
	}
}

// title makes the enforceable title of a case.
func (d *Document) title(s document.Object, p *post) {
	kind, word := read(s.Field("ExeTitleType"), d.opt.Codes.Titles)
	no, day := s.Field("ExeTitleNo").Code(), s.Field("ExeTitleDate").Date(d.opt.Zone)
	if day.IsZero() {
		if v := s.Field("ExeTitleDate"); !says(v) && (word != "" || no != "") {
			v.Problemf("%s beside a title, want its day", v)
		}
		return
	}
	n := len(p.facts.Titles)
	p.facts.Titles = append(p.facts.Titles, ledger.Title{ID: "title-" + firstOf(no, count(len(d.posts)+1)), Kind: kind, Date: day})
	p.fields("titles", n, s.Path(), "id", "ExeTitleNo", "kind", "ExeTitleType", "date", "ExeTitleDate")
}

// interruption makes the facts of limitation: the act that began the period anew, how
// often it is meant to be, and the period of the client.
func (d *Document) interruption(s document.Object, p *post) {
	code, date := s.Field("LimitationInterruptCode"), s.Field("LimitationInterruptDate")
	kind, word := read(code, d.opt.Codes.Interrupts)
	day := date.Date(d.opt.Zone)
	switch {
	case word != "" && !says(date):
		date.Problemf("%s beside a code, want the day of the act", date)
	case word == "" && says(date) && !says(code):
		code.Problemf("%s beside a day, want what happened: %s", code, names(d.opt.Codes.Interrupts))
	case kind != "" && !day.IsZero():
		n := len(p.facts.Notices)
		// The day is that on which the period began anew: a demand had arrived by then, and
		// proceedings had ended.
		p.facts.Notices = append(p.facts.Notices, ledger.Notice{ID: "interruption" + suffix(len(d.posts)), Kind: kind, Sent: day, Delivered: day, Through: day})
		p.fields("notices", n, s.Path(), "sent", "LimitationInterruptDate", "delivered", "LimitationInterruptDate", "kind", "LimitationInterruptCode")
	}
	var facts ledger.LimitationFacts
	if v := s.Field("LimitationInterruptInterval"); v.Given() {
		facts.Interval = d.opt.interrupts(int(v.Int(1, maxInterval)))
	}
	if facts != (ledger.LimitationFacts{}) {
		for i := range p.facts.Claims {
			p.facts.Claims[i].Limitation = &facts
		}
	}
	v := s.Field("LimitationDate")
	p.status.limitation, p.status.limitationAt = v.Date(d.opt.Zone), v.Path()
}

// endOf reads how the case ended.
func (d *Document) endOf(o document.Object, p *post, date, code, text string) {
	v := o.Field(date)
	reading, word := read(o.Field(code), d.opt.Codes.Closings)
	e := end{date: v.Date(d.opt.Zone), code: word, known: reading}
	if text != "" {
		e.text = o.Field(text).TextUpTo(maxNote)
	}
	if e.date.IsZero() {
		if word != "" && !says(v) {
			v.Problemf("%s beside the reason of an end, want its day", v)
		}
		return
	}
	if was := p.end; !was.date.IsZero() {
		d.ends(o, was, e, date, code)
	}
	p.end = e
	p.facts.Closed = &ledger.Closing{Date: e.date, Disposition: reading}
	p.fields("closed", 0, o.Path(), "date", date, "disposition", code)
}

// ends finds two ends of a case that differ: that of its status and that of an answer,
// which holds.
func (d *Document) ends(o document.Object, was, is end, date, code string) {
	if was.date != is.date {
		d.find(FindingEnd, ledger.Warning, o.Field(date).Path(), "%s holds, though ClosingDate of the status is %s", is.date, was.date)
	}
	if was.code != "" && was.code != is.code {
		d.find(FindingEnd, ledger.Warning, o.Field(code).Path(), "%s holds, though ClosingCode of the status is %q", firstOf(is.code, "no reason"), was.code)
	}
}

// block keeps payments that nobody directs from the case.
func (d *Document) block(s document.Object, p *post) {
	v := s.Field("BlockOCRPayments")
	switch {
	case !says(v):
		return
	case v.Kind() == document.String && v.Text() != "true":
		if v.Text() != "false" {
			v.Problemf("%s, want true or false", v)
		}
		return
	case v.Kind() != document.String && !v.Bool():
		return
	}
	p.hold(ledger.HoldPayments, 0, "payments are blocked", v.Path())
}

// hold adds a hold from the first day of the case on; a zero day leaves it open.
func (p *post) hold(scope ledger.Scope, through calendar.Date, reason, path string) {
	p.at("holds", len(p.facts.Holds), "", path)
	p.facts.Holds = append(p.facts.Holds, ledger.Hold{Scope: scope, From: p.firstDay(), Through: through, Reason: reason})
}

// firstDay is the first day that the case knows of: that of its registration, or of an
// earlier invoice.
func (p *post) firstDay() calendar.Date {
	first := p.registered
	for _, cl := range p.facts.Claims {
		for _, day := range [...]calendar.Date{cl.Issued, cl.Due} {
			if !day.IsZero() && (first.IsZero() || day < first) {
				first = day
			}
		}
	}
	return first
}
