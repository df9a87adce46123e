package native

import (
	"slices"

	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitationFields are the fields of what the limitation of a claim depends on.
var limitationFields = []string{"law", "instrument", "period", "privateCreditor", "interval", "margin"}

// limitation reads what the limitation of a claim depends on, nil where nothing is
// stated.
func (d *decoder) limitation(of object) *ledger.LimitationFacts {
	o, ok := of.child("limitation", limitationFields)
	if !ok {
		return nil
	}
	f := &ledger.LimitationFacts{
		Law: o.label("law"), Instrument: word(o, "instrument", ledger.ParseInstrument), Period: o.span("period"),
		PrivateCreditor: o.yes("privateCreditor"), Interval: o.span("interval"), Margin: o.span("margin"),
	}
	if o.blank() {
		return nil
	}
	return f
}

// withoutLimitation is a copy of the case whose claims state nothing of limitation, for
// a case of which the law is not known.
func withoutLimitation(c ledger.Case) ledger.Case {
	c.Claims = slices.Clone(c.Claims)
	for i := range c.Claims {
		c.Claims[i].Limitation = nil
	}
	return c
}

// limitationFactsForm is what the limitation of a claim depends on.
type limitationFactsForm struct {
	Law             string `json:"law,omitempty"`
	Instrument      string `json:"instrument,omitempty"`
	Period          string `json:"period,omitempty"`
	PrivateCreditor bool   `json:"privateCreditor,omitempty"`
	Interval        string `json:"interval,omitempty"`
	Margin          string `json:"margin,omitempty"`
}

func (e *encoder) limitation(path string, f *ledger.LimitationFacts) *limitationFactsForm {
	if f == nil {
		return nil
	}
	return &limitationFactsForm{
		Law: e.text(path+"/law", f.Law), Instrument: wordOf(e, path+"/instrument", f.Instrument), Period: f.Period.String(),
		PrivateCreditor: f.PrivateCreditor, Interval: f.Interval.String(), Margin: f.Margin.String(),
	}
}

// limitationForm says why a claim can be enforced through its limitation date.
type limitationForm struct {
	Law    string `json:"law"`
	Period string `json:"period"` // "" where no source tells it
	Start  string `json:"start"`  // itself not counted
	Basis  string `json:"basis"`
	// LastInterruption is null where there was none.
	LastInterruption *interruptionForm `json:"lastInterruption"`
	SuspendedSince   string            `json:"suspendedSince"`
	Final            string            `json:"final"`
	NextInterruption string            `json:"nextInterruption"`
	DaysLeft         int               `json:"daysLeft"`
	Extinguishes     bool              `json:"extinguishes"`
	Citation         string            `json:"citation"`
	Evidence         string            `json:"evidence"`
	// Interest is null where it shares the fate of the principal.
	Interest *interestLimitForm `json:"interest"`
	Steps    []limitStepForm    `json:"steps"`
	Ignored  []ignoredForm      `json:"ignored,omitempty"`
	// How many steps between the first and the last, and how many acts that moved
	// nothing, are not listed.
	StepsLeftOut   int `json:"stepsLeftOut,omitempty"`
	IgnoredLeftOut int `json:"ignoredLeftOut,omitempty"`
}

type interruptionForm struct {
	Act  string `json:"act"`
	ID   string `json:"id"`
	Date string `json:"date"`
}

type interestLimitForm struct {
	BarredThrough string `json:"barredThrough"`
	Next          string `json:"next"`
	Citation      string `json:"citation"`
}

type limitStepForm struct {
	Date     string `json:"date"`
	Last     string `json:"last"`
	Text     string `json:"text"`
	Citation string `json:"citation"`
}

type ignoredForm struct {
	interruptionForm
	Reason string `json:"reason"`
}

// limitationDate is the last day on which a claim is not barred, "" where none can be
// said.
func limitationDate(l *ledger.Limitation) string {
	if l == nil {
		return ""
	}
	return l.Last.String()
}

// limitationGrounds are the reasons behind a limitation date, nil where no law is known.
func limitationGrounds(l *ledger.Limitation) *limitationForm {
	if l == nil {
		return nil
	}
	f := &limitationForm{
		Law: l.Rule.Law, Period: l.Period.String(), Start: l.Start.String(), Basis: l.Basis.String(), SuspendedSince: l.SuspendedSince.String(),
		Final: l.Final.String(), NextInterruption: l.NextInterruption.String(), DaysLeft: l.DaysLeft, Extinguishes: l.Rule.Extinguishes,
		Citation: l.Citation, Evidence: l.Evidence.String(),
		Steps: each(l.Steps, func(s limitation.Step) limitStepForm {
			return limitStepForm{s.Day.String(), s.Last.String(), s.Text, s.Citation}
		}),
		Ignored: each(l.Ignored, func(x limitation.Ignored) ignoredForm {
			return ignoredForm{interruption(x.Event), x.Reason.String()}
		}),
		StepsLeftOut: l.LeftOut.Steps, IgnoredLeftOut: l.LeftOut.Ignored(),
	}
	if l.Interrupted.Act != 0 {
		last := interruption(l.Interrupted)
		f.LastInterruption = &last
	}
	if n := l.Interest; n != nil {
		f.Interest = &interestLimitForm{n.BarredThrough.String(), n.Next.String(), n.Citation}
	}
	return f
}

func interruption(e limitation.Event) interruptionForm {
	return interruptionForm{e.Act.String(), e.ID, e.Day.String()}
}
