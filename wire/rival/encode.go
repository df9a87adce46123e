package rival

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// ErrAnswer marks what cannot be answered: not one answer for each case, or nothing of
// the kind in the document.
var ErrAnswer = errors.New("no answer in the form of the system")

// Answer is what was worked out for a case.
type Answer struct {
	// Statement of the case; required.
	Statement *ledger.Statement
	// Decision of dunning on the same day, for statuses and what is to be done next; nil
	// leaves both to what the document says.
	Decision *dunning.Decision
	// Plan is the agreed plan as it stands; nil leaves it to what the document says.
	Plan *paymentplan.Schedule
}

// Encode writes what GET /v1/Case answers: the cases of the document, each with the
// figures of its statement, in the order of [Document.Cases]. Amounts are in the currency
// of the system, those ending in Curr in that of the claims; what is not known is null.
// Principal includes capitalized interest.
//
// After the fields of the system come, where there is something to say: of an invoice the
// agreed InterestRate; of a case Currency and RemainingCostAmountCurr (where that is not
// the currency of the system), AsOf (the day of the figures, by which [Decode] reads the
// answer again), Limitation (the earliest last day, the days left and the day by which to
// interrupt) and Findings. Then come the fields of the case and of its invoices of which
// nothing is made, as they came in; of a merged case the first of each name.
//
// Errors wrap [ErrAnswer], also where the document has no case, or are those of w and of
// sums beyond what an amount can hold.
func Encode(w io.Writer, d *Document, answers ...Answer) error {
	list, err := each(d, answers, (*Document).answer)
	if err != nil {
		return err
	}
	_, err = w.Write(document.Values(list...).Indented())
	return err
}

// EncodeCreated writes what POST /Case answers: an object for a case of v1, a list for
// those of v2 and of a file. Errors as for [Encode].
func EncodeCreated(w io.Writer, d *Document, answers ...Answer) error {
	list, err := each(d, answers, (*Document).created)
	if err != nil {
		return err
	}
	out := document.Values(list...)
	if d.form == formCase {
		out = list[0]
	}
	_, err = w.Write(out.Indented())
	return err
}

// each writes one answer for each case.
func each(d *Document, answers []Answer, write func(*Document, int, Answer) (document.JSON, error)) ([]document.JSON, error) {
	if len(d.cases) == 0 {
		return nil, fmt.Errorf("%w: the document has no case", ErrAnswer)
	}
	if len(answers) != len(d.cases) {
		return nil, fmt.Errorf("%w: %d answers to %d cases, want one for each", ErrAnswer, len(answers), len(d.cases))
	}
	list := make([]document.JSON, len(answers))
	for i, a := range answers {
		if a.Statement == nil || a.Statement.Case != d.cases[i].facts.ID {
			return nil, fmt.Errorf("%w: want the statement of case %d", ErrAnswer, i+1)
		}
		var err error
		if list[i], err = write(d, i, a); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// answer is a case as GET /v1/Case has it.
func (d *Document) answer(i int, a Answer) (document.JSON, error) {
	m := d.cases[i]
	sums, err := d.totals(m, a.Statement)
	if err != nil {
		return "", err
	}
	words, findings := d.statusWords(m, a)
	echo := m.first.echo
	members := []document.Member{{Name: "CaseID", Value: digits(m.facts.ID, m.ids[0])}, {Name: "DebtorNo", Value: digits(m.first.debtorNo, m.first.debtorNo)}}
	for _, name := range [...]string{"CaseIDLong", "OCRNumber", "ClientID", "OrgNo", "Name", "Address", "CareOf", "PostCode", "PostTown", "Country", "CaseManager"} {
		members = append(members, document.Member{Name: name, Value: echo[name]})
	}
	members = append(members, document.Member{Name: "RegistrationDate", Value: document.Day(m.first.registered)}, document.Member{Name: "ExtRefNo", Value: echo["ExtRefNo"]})
	members = append(members, sums.members(true)...)
	for k, name := range trackFields[:3] { // the answer has no OverStatus
		members = append(members, document.Member{Name: name, Value: words[k]})
	}
	members = append(members, m.ending(a.Statement)...)
	members = append(members,
		document.Member{Name: "ServiceOfProcessMessageIn", Value: m.status.message(0)}, document.Member{Name: "ServiceOfProcessMessageOut", Value: m.status.message(1)},
		document.Member{Name: "Invoices", Value: d.invoices(m, a.Statement)}, document.Member{Name: "Actions", Value: d.actions(m, a)},
		document.Member{Name: "Installment", Value: m.installment(a.Plan)})
	if m.first.foreign {
		members = append(members, document.Member{Name: "Currency", Value: document.Text(m.facts.Currency.Code())},
			document.Member{Name: "RemainingCostAmountCurr", Value: amount(sums.own)})
	}
	limits, more := m.limitation(a.Statement)
	members = append(append(members, document.Member{Name: "AsOf", Value: document.Day(a.Statement.AsOf)}), limits...)
	findings = append(findings, more...)
	return document.Members(append(members, d.findingList(i, a, findings)...), m.kept...), nil
}

// digits is an id as the number that it is; null where the system has still to give one.
func digits(id, given string) document.JSON {
	if given == "" {
		return document.Nothing
	}
	if n, err := strconv.ParseInt(id, 10, 64); err == nil && strconv.FormatInt(n, 10) == id {
		return document.Whole(n)
	}
	return document.Text(id)
}

// per is a rate as a number in per cent.
func per(p interest.Percent) document.JSON {
	n, err := document.ParseDecimal(p.String())
	if err != nil {
		return document.Nothing
	}
	return document.Fixed(n, 0)
}

// message is whether a message went in or out, null where nobody said.
func (s status) message(i int) document.JSON {
	if s.served[i] == "" {
		return document.Nothing
	}
	return s.served[i]
}

// amount is an amount for the answer; one that is not known is null.
func amount(a money.Amount) document.JSON { return document.Sum(a) }
