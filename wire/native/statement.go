package native

import (
	"errors"
	"io"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// exactPlaces and perDiemPlaces are the decimals of unrounded figures.
const (
	exactPlaces   = 10 // half to even
	perDiemPlaces = 4  // half up
)

type statementForm struct {
	Case        string           `json:"case"`
	AsOf        string           `json:"asOf"`
	KnownAt     string           `json:"knownAt"`
	Currency    string           `json:"currency"`
	Totals      totalsForm       `json:"totals"`
	Paid        paidForm         `json:"paid"`
	Balance     balanceForm      `json:"balance"`
	PerDiem     *string          `json:"perDiem"`
	Items       []any            `json:"items"` // claimItemForm, feeItemForm or creditItemForm
	Allocations []allocationLine `json:"allocations"`
	WriteOffs   []writtenOffForm `json:"writeOffs,omitempty"`
	Closing     *closingForm     `json:"closing,omitempty"`
	// RecoverableVAT is the value added tax in what was given up as lost.
	RecoverableVAT string        `json:"recoverableVat"`
	Facts          []factForm    `json:"facts"`
	Findings       []findingForm `json:"findings"`
	Versions       versionsForm  `json:"versions"`
	Digest         string        `json:"digest"`
}

type totalsForm struct {
	Principal        string `json:"principal"`
	Capitalized      string `json:"capitalized"`
	Interest         string `json:"interest"`
	ContractInterest string `json:"contractInterest"`
	DefaultInterest  string `json:"defaultInterest"`
	Fees             string `json:"fees"`
	Total            string `json:"total"`
}

type paidForm struct {
	Principal   string `json:"principal"`
	Capitalized string `json:"capitalized"`
	Interest    string `json:"interest"`
	Fees        string `json:"fees"`
	Total       string `json:"total"`
	Unallocated string `json:"unallocated"`
}

type balanceForm struct {
	Status       string `json:"status"`
	Held         string `json:"held"`
	RefundDue    string `json:"refundDue"`
	OverRefunded string `json:"overRefunded"`
}

type closingForm struct {
	Date        string         `json:"date"`
	Disposition string         `json:"disposition"`
	Lines       []disposedForm `json:"lines"`
	VAT         string         `json:"vat"`
}

type writtenOffForm struct {
	ID    string         `json:"id"`
	Date  string         `json:"date"`
	Kind  string         `json:"kind"`
	Lines []disposedForm `json:"lines"`
	VAT   string         `json:"vat"`
}

type disposedForm struct {
	Item      string `json:"item"`
	Component string `json:"component"`
	Amount    string `json:"amount"`
	VAT       string `json:"vat"`
}

type allocationLine struct {
	Payment     string        `json:"payment"`
	Reversal    string        `json:"reversal,omitempty"`
	Refund      string        `json:"refund,omitempty"`
	CreditNote  bool          `json:"creditNote,omitempty"`
	Date        string        `json:"date"`
	Amount      string        `json:"amount"`
	Lines       []lineForm    `json:"lines"`
	Unallocated string        `json:"unallocated"`
	Exchange    *exchangeLine `json:"exchange,omitempty"`
}

// exchangeLine is what a payment was before it was converted, and the gain or loss
// in the creditor's books.
type exchangeLine struct {
	Currency   string `json:"currency"`
	Amount     string `json:"amount"`
	Rate       string `json:"rate"`
	Base       string `json:"base"`
	Received   string `json:"received"`
	Booked     string `json:"booked"`
	Difference string `json:"difference"`
}

type lineForm struct {
	Date      string `json:"date"`
	Item      string `json:"item"`
	Component string `json:"component"`
	Amount    string `json:"amount"`
	VAT       string `json:"vat"`
	Rung      int    `json:"rung"`
	Citation  string `json:"citation"`
	Deviates  bool   `json:"deviates"`
	ByConsent bool   `json:"byConsent,omitempty"`
	Base      string `json:"base,omitempty"`   // of what came in, in the creditor's books
	Booked    string `json:"booked,omitempty"` // what it settles there
}

type factForm struct {
	Kind   string `json:"kind"`
	ID     string `json:"id"`
	Date   string `json:"date"`
	Effect string `json:"effect"`
}

type findingForm struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Path     string `json:"path"`
	Message  string `json:"message"`
}

type versionsForm struct {
	Skuld  string `json:"skuld"`
	Tables string `json:"tables"`
}

// EncodeStatement writes a statement, indented by two blanks. Money has the
// decimals of its currency, exact interest 10 decimals rounded half to even, the
// per diem 4 decimals rounded half up or null where a rate is not known; rates
// are per cent a year, "" where not known; days of segments are inclusive; dates
// that do not exist are "".
//
// Days kept from bearing are segments of rate 0 that say held; their label is the
// reason. Accounts name what was taken over, moved or disposed of only where there
// is any; closing is there only where a rest was disposed of; items of kind
// credit-note have nothing but their credit. Allocations hold the entries of
// reversals, with negative amounts, and of credit notes as well.
//
// limitation is the last day on which the claim is not barred, "" where no law is known or
// none can be said; limitationGrounds, where a law is known, says why. The source of a
// segment is the publication of its rate or, where there is none, what the rate is called. Nothing is written on an error, which can only come from w or
// from a statement that is nil.
func EncodeStatement(w io.Writer, st *ledger.Statement) error {
	if st == nil {
		return errors.New("no statement, want one")
	}
	text, err := indented(statement(st))
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func statement(st *ledger.Statement) statementForm {
	f := statementForm{
		Case: st.Case, AsOf: st.AsOf.String(), KnownAt: st.KnownAt.String(), Currency: st.Currency.Code(),
		Totals: totals(st.Totals),
		Paid: paidForm{
			Principal: st.Paid.Principal.Number(), Capitalized: st.Paid.Capitalized.Number(),
			Interest: st.Paid.Interest.Number(), Fees: st.Paid.Fees.Number(),
			Total: st.Paid.Total.Number(), Unallocated: st.Paid.Unallocated.Number(),
		},
		Balance: balanceForm{
			st.Balance.Status.String(), st.Balance.Held.Number(), st.Balance.RefundDue.Number(), st.Balance.OverRefunded.Number(),
		},
		WriteOffs: each(st.WriteOffs, func(w ledger.WriteOffLines) writtenOffForm {
			return writtenOffForm{w.ID, w.Date.String(), w.Kind.String(), each(w.Lines, disposed), w.VAT.Number()}
		}),
		RecoverableVAT: st.RecoverableVAT.Number(),
		Items:          make([]any, len(st.Items)),
		Allocations:    each(st.Allocations, payment),
		Facts: each(st.Facts, func(x ledger.Fact) factForm {
			return factForm{x.Kind, x.ID, x.Date.String(), x.Effect}
		}),
		Findings: each(st.Findings, finding),
		Versions: versionsForm{st.Versions.Skuld, st.Versions.Tables},
		Digest:   st.Digest,
	}
	if st.PerDiem != nil {
		s := st.PerDiem.FixedMode(perDiemPlaces, money.HalfUp)
		f.PerDiem = &s
	}
	for i, it := range st.Items {
		f.Items[i] = item(it)
	}
	if c := st.Closing; c != nil {
		f.Closing = &closingForm{c.Date.String(), c.Disposition.String(), each(c.Lines, disposed), c.VAT.Number()}
	}
	return f
}

// each maps a list; an empty one gives an empty list, which JSON writes as [].
func each[T, F any](list []T, form func(T) F) []F {
	out := make([]F, len(list))
	for i, v := range list {
		out[i] = form(v)
	}
	return out
}

func totals(t ledger.Totals) totalsForm {
	return totalsForm{
		Principal: t.Principal.Number(), Capitalized: t.Capitalized.Number(), Interest: t.Interest.Number(),
		ContractInterest: t.ContractInterest.Number(), DefaultInterest: t.DefaultInterest.Number(),
		Fees: t.Fees.Number(), Total: t.Total.Number(),
	}
}

func disposed(l ledger.DisposedLine) disposedForm {
	return disposedForm{l.Item, l.Component.String(), l.Amount.Number(), l.VAT.Number()}
}

func exchanged(x *ledger.PaymentExchange) *exchangeLine {
	if x == nil {
		return nil
	}
	return &exchangeLine{
		Currency: x.Paid.Currency().Code(), Amount: x.Paid.Number(), Rate: x.Rate.String(), Base: x.Base.Code(),
		Received: x.Received.Number(), Booked: x.Booked.Number(), Difference: x.Difference.Number(),
	}
}

func payment(p ledger.PaymentAllocation) allocationLine {
	return allocationLine{
		Payment: p.Payment, Reversal: p.Reversal, Refund: p.Refund, Exchange: exchanged(p.Exchange), CreditNote: p.CreditNote, Date: p.Date.String(), Amount: p.Amount.Number(), Unallocated: p.Unallocated.Number(),
		Lines: each(p.Lines, line),
	}
}

func line(l ledger.Line) lineForm {
	return lineForm{
		Date: l.Date.String(), Item: l.Item, Component: l.Component.String(), Amount: l.Amount.Number(), VAT: l.VAT.Number(),
		Rung: l.Rung, Citation: l.Citation, Deviates: l.Deviates, ByConsent: l.ByConsent, Base: l.Base.Number(), Booked: l.Booked.Number(),
	}
}

func finding(x ledger.Finding) findingForm {
	return findingForm{x.Code, x.Severity.String(), x.Path, x.Message}
}

// rateText is a rate, "" where it is not known.
func rateText(p *interest.Percent) string {
	if p == nil {
		return ""
	}
	return p.String()
}
