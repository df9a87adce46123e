package calendar

import (
	"fmt"
	"strings"
)

// PaymentTerm says how a due date follows from the date of an invoice. It is
// applied from left to right: Plus, then MonthEnd, then Then. The zero value
// makes an invoice due on its own date.
//
//	{Plus: 30D}                            30D          net 30 days
//	{MonthEnd}                             EOM          end of the month
//	{Plus: 30D, MonthEnd}                  30D+EOM      30 days, then end of month
//	{MonthEnd, Then: 10D}                  EOM+10D      10 days after the month
//	{MonthEnd, Then: 1M}                   EOM+1M       end of the next month
type PaymentTerm struct {
	// Plus is added to the date of the invoice, nothing for the zero span.
	Plus Span
	// MonthEnd then moves to the last day of the month reached.
	MonthEnd bool
	// Then is added after that, nothing for the zero span; months and years go
	// from month end to month end. It is only allowed with MonthEnd.
	Then Span
}

// Due returns the due date, not yet moved to a business day.
//
// Errors: an invoice date that is no date; spans that reach back; Then without
// MonthEnd; a result beyond 9999-12-31.
func (t PaymentTerm) Due(invoice Date) (Date, error) {
	if err := t.check(); err != nil {
		return 0, err
	}
	if !invoice.Valid() {
		return 0, fmt.Errorf("invoice date %q is not a date, want one to count %v from", invoice, t)
	}
	d := invoice
	if !t.Plus.IsZero() {
		d = d.Add(t.Plus)
	}
	if t.MonthEnd {
		d = d.MonthEnd()
	}
	if t.Then.n > 0 {
		d = Recurrence{Anchor: d, Every: t.Then, EndOfMonth: true}.At(1)
	}
	if d == 0 {
		return 0, fmt.Errorf("%v and %v is beyond the last date, want a due date through %v", invoice, t, maxDate)
	}
	return d, nil
}

func (t PaymentTerm) check() error {
	switch {
	case t.Plus.n < 0 || t.Then.n < 0:
		return fmt.Errorf("payment term %v reaches back, want lengths from the invoice on", t)
	case !t.MonthEnd && !t.Then.IsZero():
		return fmt.Errorf("payment term %v then %v, want the end of the month between them or one length", t.Plus, t.Then)
	}
	return nil
}

// ParsePaymentTerm reads a length, "EOM" for the end of the month, or both with
// "+" between them and at most one length after EOM: 30D, EOM, 30D+EOM, EOM+1M,
// 30D+EOM+10D.
func ParsePaymentTerm(s string) (PaymentTerm, error) {
	var t PaymentTerm
	for _, part := range strings.SplitN(s, "+", 4) {
		span, err := ParseSpan(part)
		switch {
		case part == "EOM" && !t.MonthEnd:
			t.MonthEnd = true
		case err != nil || span.n < 0:
			return PaymentTerm{}, termError(s)
		case t.MonthEnd && t.Then.IsZero():
			t.Then = span
		case !t.MonthEnd && t.Plus.IsZero():
			t.Plus = span
		default:
			return PaymentTerm{}, termError(s)
		}
	}
	return t, nil
}

func termError(s string) error {
	return fmt.Errorf("%.40q is not a payment term, want one such as 30D, EOM, 30D+EOM or EOM+1M", s)
}

// String returns the form that ParsePaymentTerm reads, "" for the zero value.
func (t PaymentTerm) String() string {
	var parts []string
	if !t.Plus.IsZero() {
		parts = append(parts, t.Plus.String())
	}
	if t.MonthEnd {
		parts = append(parts, "EOM")
	}
	if !t.Then.IsZero() {
		parts = append(parts, t.Then.String())
	}
	return strings.Join(parts, "+")
}

// AppendText appends what String returns; a term that Due refuses is an error.
func (t PaymentTerm) AppendText(b []byte) ([]byte, error) {
	if err := t.check(); err != nil {
		return b, err
	}
	return append(b, t.String()...), nil
}

// MarshalText is AppendText on a new slice.
func (t PaymentTerm) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads what MarshalText writes; the empty text is the zero
// value. On an error t is left as it was.
func (t *PaymentTerm) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = PaymentTerm{}
		return nil
	}
	u, err := ParsePaymentTerm(string(text))
	if err != nil {
		return err
	}
	*t = u
	return nil
}
