package fee

import (
	"errors"
	"slices"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// take reads the cells of a version from its first row.
func (s *sheet) take(r row) {
	for _, column := range slices.Concat(originColumns, fixedColumns) {
		s.cells[column] = r.cell(column)
	}
	var err error
	if text := r.cell("valid_to"); text != "" {
		s.Through, err = parseDay(text)
		r.f.fail(r.line, "valid_to", err)
	}
	s.Currency, err = money.ParseCurrency(r.cell("currency"))
	r.f.fail(r.line, "currency", err)
	s.Citation, s.Source, s.Evidence = s.origin(r)
	s.repeat(r)
}

// repeat reads what any row of a version may say, and checks that its rows agree.
func (s *sheet) repeat(r row) {
	for _, column := range slices.Concat(sharedColumns, fixedColumns) {
		text, before := r.cell(column), s.cells[column]
		switch {
		case text == "" || text == before:
		case before == "" && slices.Contains(sharedColumns, column):
			s.cells[column] = text
			s.set(r, column, text)
		default:
			r.f.failf(r.line, column, "%s, want %s as in the first row of the version, or nothing", words.Quote(text), words.Quote(before))
		}
	}
}

func (s *sheet) set(r row, column, text string) {
	var err error
	switch column {
	case "min":
		s.Min = s.amount(r, column)
	case "max":
		s.Max = s.amount(r, column)
	case "vat":
		s.VAT, err = ParseVAT(text)
	case "unit":
		s.Unit, err = &Tariff{Code: text}, checkCode(text)
	}
	r.f.fail(r.line, column, err)
}

// origin reads where a row comes from.
func (s *sheet) origin(r row) (citation, source string, evidence law.Evidence) {
	text := func(column string) string {
		t := first(r.cell(column), s.cells[column])
		err := checkText(t)
		if t == "" {
			err = errors.New("is missing, want it in the first row of the version at least")
		}
		r.f.fail(r.line, column, err)
		return t
	}
	citation, source = text("legal_basis"), text("source")
	evidence, err := law.ParseEvidence(first(r.cell("evidence"), s.cells["evidence"]))
	r.f.fail(r.line, "evidence", err)
	return citation, source, evidence
}

// band reads the cells of a band.
func (s *sheet) band(r row) Band {
	var b Band
	var err error
	b.Shape, err = ParseShape(r.cell("shape"))
	r.f.fail(r.line, "shape", err)
	b.Over, b.UpTo = s.amount(r, "over"), s.amount(r, "up_to")
	switch text := r.cell("upper"); text {
	case "", "inclusive":
	case "exclusive":
		b.UpToExclusive = true
	default:
		r.f.failf(r.line, "upper", "%s, want inclusive, exclusive or nothing", words.Quote(text))
	}
	b.Amount, b.Per = s.amount(r, "amount"), s.amount(r, "per")
	r.number("percent", b.Shape.fields().percent, func(text string) error {
		b.Percent, err = interest.ParsePercent(text)
		return err
	})
	r.number("factor", b.Shape.fields().factor, func(text string) error {
		b.Factor, err = interest.ParseFactor(text)
		return err
	})
	if citation, source, evidence := s.origin(r); citation != s.Citation || source != s.Source || evidence != s.Evidence {
		b.Citation, b.Source, b.Evidence = citation, source, evidence
	}
	return b
}

// amount reads an amount in the currency of the version, none from a blank cell.
func (s *sheet) amount(r row, column string) money.Amount {
	text := r.cell(column)
	if text == "" || s.Currency.IsZero() {
		return money.Amount{}
	}
	a, err := money.ParseIn(text, s.Currency)
	r.f.fail(r.line, column, err)
	return a
}
