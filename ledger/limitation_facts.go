package ledger

import "github.com/skuld-go/skuld/calendar"

// Instrument is a paper on which a claim rests and which some laws give a period of
// limitation of its own. The zero value is none.
type Instrument uint8

// The instruments.
const (
	// PromissoryNote: a running promissory note, gældsbrev or gjeldsbrev.
	PromissoryNote Instrument = iota + 1
	// Deed: a contract made as a deed.
	Deed
)

var instrumentNames = []string{"", "promissory-note", "deed"}

// ParseInstrument reads "promissory-note" or "deed". The error wraps ErrNoKind.
func ParseInstrument(s string) (Instrument, error) {
	k, err := parseKind(instrumentNames, s)
	return Instrument(k), err
}

// String is the word used in files.
func (i Instrument) String() string { return kindName(instrumentNames, uint8(i)) }

// LimitationFacts are what the limitation of a claim depends on besides the facts that
// it has anyway. They change no figure.
type LimitationFacts struct {
	// Law is one of the laws of the case's jurisdiction, such as "GB-SCT"; empty means
	// the jurisdiction's own.
	Law string
	// Instrument on which the claim rests; zero is none.
	Instrument Instrument
	// Period, in whole years, stands in for the ordinary period of the law; the zero
	// span leaves it to the law.
	Period calendar.Span
	// PrivateCreditor says that the creditor is a natural person outside business.
	PrivateCreditor bool
	// Interval is how often the creditor means to interrupt the period, zero for no more
	// often than needed; Margin is how long before the last day, zero for 90 days.
	Interval, Margin calendar.Span
}

// limitation are the facts of a claim, none of them where it states none.
func (c Claim) limitation() LimitationFacts {
	if c.Limitation == nil {
		return LimitationFacts{}
	}
	return *c.Limitation
}

// LimitationDue is the due date by which limitation counts: the day on which the whole
// debt fell due early, where that is earlier than the due date.
func (c Claim) LimitationDue() calendar.Date {
	due := c.DueDate()
	if !c.Accelerated.IsZero() && (due.IsZero() || c.Accelerated < due) {
		return c.Accelerated
	}
	return due
}

// Origin is the day on which the claim arose: when its contract was made, else the day
// of its invoice, else the day by which it is due.
func (c Claim) Origin() calendar.Date {
	switch {
	case !c.Contracted.IsZero():
		return c.Contracted
	case !c.Issued.IsZero():
		return c.Issued
	}
	return c.LimitationDue()
}
