package report

import (
	"errors"
	"fmt"
	"io"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Text writes a statement: heading, each claim with its principal and its
// interest by runs of days, fees, credit notes, what each payment settled and each
// reversal and refund took back, what was written off, how the rest was disposed of
// at the closing, totals, what the next day adds, every fact with its effect, findings, the grounds of rates
// and settlement, and the versions behind it. All amounts are in the statement's currency, all days
// inclusive; the package comment gives the rounding. st is not changed and is
// not verified ([ledger.Statement.Verify]). Errors are those of w, which gets the
// text in one piece, or of a statement that is nil.
func Text(w io.Writer, st *ledger.Statement) error {
	if st == nil {
		return errors.New("no statement, want one")
	}
	s := sheet{st: st}
	s.heading()
	for _, it := range st.Items {
		if !it.Fee && !it.CreditNote {
			s.claim(it)
		}
	}
	s.fees()
	s.creditNotes()
	s.payments()
	s.writeOffs()
	s.closing()
	s.totals()
	s.perDiem()
	s.facts()
	s.findings(st.Findings)
	if len(s.grounds.texts) > 0 {
		s.section("GROUNDS")
		s.grounds.list(&s.page)
	}
	s.versions()
	return s.writeTo(w)
}

// sheet is a statement while it is being written.
type sheet struct {
	page
	st      *ledger.Statement
	grounds grounds
}

func (s *sheet) heading() {
	st := s.st
	s.line("STATEMENT")
	s.line("")
	t := table{columns: "ll", indent: 2}
	t.add("Case", st.Case)
	t.add("As of", st.AsOf.String()+", interest through this day")
	if !st.KnownAt.IsZero() {
		t.add("Known at", st.KnownAt.String()+", without facts recorded later")
	}
	t.add("Currency", st.Currency.Code())
	t.add("Owed", st.Totals.Total.String())
	s.table(t)
}

// fees lists the fees with the day each was raised.
func (s *sheet) fees() {
	t := table{columns: "lllrrrrrr", indent: 2}
	adjusted, disposed, capped := "", "", ""
	for _, it := range s.st.Items {
		if !it.Charge.Adjusted.IsZero() {
			adjusted = "Adjusted"
		}
		if !it.Charge.Disposed.IsZero() {
			disposed = "Disposed of"
		}
		if !it.Charge.CappedAway.IsZero() {
			capped = "Capped away"
		}
	}
	t.add("Fee", "Code", "Date", "Original", capped, adjusted, "Paid", disposed, "Remaining")
	for _, it := range s.st.Items {
		if it.Fee {
			c := it.Charge
			t.add(it.ID, it.Code, s.factDate("fee", it.ID), c.Original.Number(), under(capped, c.CappedAway), under(adjusted, c.Adjusted), c.Paid.Number(),
				under(disposed, c.Disposed), c.Remaining.Number())
		}
	}
	if len(t.rows) > 1 {
		s.section("FEES")
		s.table(t)
		s.assessments()
		s.feeInterest()
	}
}

// assessments say how tariffs gave fees.
func (s *sheet) assessments() {
	for _, it := range s.st.Items {
		a := it.Charge.Assessed
		if a == nil {
			continue
		}
		text := fmt.Sprintf("%s, by the tariff of %s, for a debt of %s", a.Formula, a.Selected, a.Base)
		if a.Provisional {
			text += "; provisional until the principal is paid"
		}
		text = fmt.Sprintf("%s (%s; %s, %s)", text, a.Citation, a.Source, a.Evidence)
		for _, u := range a.Units {
			text += fmt.Sprintf("; the %s is that of %s (%s; %s, %s)", u.Code, u.Selected, u.Citation, u.Source, u.Evidence)
		}
		s.para("  "+it.ID+": ", text+".")
	}
}

// feeInterest shows what fees bear.
func (s *sheet) feeInterest() {
	for _, it := range s.st.Items {
		if !it.Fee || len(it.Parts) == 0 {
			continue
		}
		for _, k := range kindsOf(it) {
			s.line("")
			s.line("  " + title(componentWords(k.account.Component)) + " of " + it.ID + rateText(k, s.st))
			s.table(s.interestTable(k))
		}
	}
}

// under is an amount in a column that is only there where it has a heading.
func under(heading string, a money.Amount) string {
	if heading == "" {
		return ""
	}
	return a.Number()
}

// factDate is the day of the fact that raised an item, "" where the facts are
// silent.
func (s *sheet) factDate(kind, id string) string {
	for _, f := range s.st.Facts {
		if f.Kind == kind && f.ID == id {
			return dayText(f.Date)
		}
	}
	return ""
}

// totals sets what was paid beside what remains.
func (s *sheet) totals() {
	paid, open := s.st.Paid, s.st.Totals
	s.section("TOTALS")
	t := table{columns: "lrr", indent: 2}
	t.add("", "Paid so far", "Remaining")
	t.add("Principal", paid.Principal.Number(), open.Principal.Number())
	if !paid.Capitalized.IsZero() || !open.Capitalized.IsZero() {
		t.add("Capitalized interest", paid.Capitalized.Number(), open.Capitalized.Number())
	}
	t.add("Interest", paid.Interest.Number(), open.Interest.Number())
	t.add("  contract interest", "", open.ContractInterest.Number())
	t.add("  default interest", "", open.DefaultInterest.Number())
	t.add("Fees", paid.Fees.Number(), open.Fees.Number())
	t.add("Total", paid.Total.Number(), open.Total.Number())
	if !paid.Unallocated.IsZero() {
		t.add("Unallocated", paid.Unallocated.Number(), "")
	}
	s.table(t)
	s.line("")
	s.balance()
	if vat := s.st.RecoverableVAT; vat.Sign() > 0 {
		s.para("  ", fmt.Sprintf("%s of what was written off is value added tax, which may be recoverable.", vat))
	}
}

// balance says what money is not with the debt.
func (s *sheet) balance() {
	switch b := s.st.Balance; {
	case b.OverRefunded.Sign() > 0:
		s.para("  ", fmt.Sprintf("%s was returned beyond what there was to return.", b.OverRefunded))
	case b.RefundDue.Sign() > 0:
		s.para("  ", fmt.Sprintf("Nothing is open; %s is to be returned to the payer.", b.RefundDue))
	case b.Held.Sign() > 0:
		s.para("  ", fmt.Sprintf("%s of the payments is unallocated and does not lower what remains.", b.Held))
	}
}

// perDiem says what the next day costs, rounded half up to 4 decimals. Days after
// it may add another amount: a rate may change, and not every day count counts
// every day.
func (s *sheet) perDiem() {
	next := s.st.AsOf.AddDays(1)
	if s.st.PerDiem == nil {
		s.para("  ", fmt.Sprintf("What the next day, %s, adds is not known; the findings say why.", next))
		return
	}
	s.para("  ", fmt.Sprintf("The next day, %s, adds %s %s (its interest on what remains).",
		next, s.st.PerDiem.FixedMode(perDiemDecimals, money.HalfUp), s.st.Currency))
}

// perDiemDecimals is the number of decimals in which a per diem is stated.
const perDiemDecimals = 4

// findings lists what the reader should know, warnings and remarks as they come.
func (p *page) findings(list []ledger.Finding) {
	if len(list) == 0 {
		return
	}
	p.section("FINDINGS")
	for _, f := range list {
		where := f.Code
		if f.Path != "" {
			where += " at " + f.Path
		}
		p.para("  "+severityWord(f.Severity)+": ", f.Message+" ("+where+")")
	}
}

// severityWord opens a finding.
func severityWord(s ledger.Severity) string {
	if s == ledger.Info {
		return "Note"
	}
	return "Warning"
}

// versions names the software, the tables and the digest, as far as they are
// known.
func (s *sheet) versions() {
	t := table{columns: "ll", indent: 2}
	for _, row := range [][2]string{
		{"skuld", s.st.Versions.Skuld},
		{"Rate tables", s.st.Versions.Tables},
		{"Digest", s.st.Digest},
	} {
		if row[1] != "" {
			t.add(row[0], row[1])
		}
	}
	if len(t.rows) > 0 {
		s.section("CALCULATED WITH")
		s.table(t)
	}
}

// dayText is a date, or "" for none.
func dayText(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
