package report

import (
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// claim writes a claim: when it was due, how its principal stands, and the
// interest by runs of days.
func (s *sheet) claim(it ledger.Item) {
	s.section("CLAIM " + it.ID)
	s.line("  " + dueText(it))
	s.line("")
	s.table(principalTable(it))
	s.line("")
	if len(it.Segments) == 0 && it.Interest.Accrued.IsZero() && it.Interest.Paid.IsZero() {
		s.line(fmt.Sprintf("  No interest through %s.", s.st.AsOf))
		return
	}
	s.line("  " + title(componentWords(it.Interest.Component)) + rateText(it, s.st))
	if text := placeText(s.st.Rounding); text != "" {
		s.line("  " + text)
	}
	s.table(s.interestTable(it))
}

// placeText says where interest is rounded unless it is the sum that is.
func placeText(r interest.Rounding) string {
	switch r.Place {
	case interest.PlaceSegment:
		return fmt.Sprintf("The interest of each run of days is rounded %s.", r.Mode)
	case interest.PlaceDay:
		return fmt.Sprintf("The interest of one day is rounded %s and multiplied by the days.", r.Mode)
	}
	return ""
}

func dueText(it ledger.Item) string {
	switch {
	case it.Due.IsZero():
		return "No due date."
	case it.Principal.Remaining.IsZero() && it.Capitalized.Remaining.IsZero() && it.Interest.Remaining.IsZero():
		return fmt.Sprintf("Due %s. Settled.", it.Due)
	case it.DaysPastDue > 0:
		return fmt.Sprintf("Due %s, days past due: %d.", it.Due, it.DaysPastDue)
	}
	return fmt.Sprintf("Due %s.", it.Due)
}

// principalTable adds up to the remaining principal; rows that would only say
// nothing are left out.
func principalTable(it ledger.Item) table {
	t := table{columns: "lrl", indent: 2}
	p, c := it.Principal, it.Capitalized
	t.add("Original principal", p.Original.Number())
	addUnlessZero(&t, "adjusted", p.Adjusted)
	addUnlessZero(&t, "paid", p.Paid.Neg())
	vat := ""
	if !p.VATRemaining.IsZero() {
		vat = "of which VAT " + p.VATRemaining.Number()
	}
	t.add("Remaining principal", p.Remaining.Number(), vat)
	if !c.Raised.IsZero() || !c.Remaining.IsZero() {
		t.add("Capitalized interest", c.Raised.Number())
		addUnlessZero(&t, "paid", c.Paid.Neg())
		t.add("Remaining capitalized", c.Remaining.Number())
	}
	return t
}

func addUnlessZero(t *table, label string, a money.Amount) {
	if !a.IsZero() {
		t.add("  "+label, a.Number())
	}
}

// rateText is the rate on the as-of day, behind the name of the interest.
func rateText(it ledger.Item, st *ledger.Statement) string {
	if it.Rate == nil {
		return fmt.Sprintf(" (the rate on %s is not known)", st.AsOf)
	}
	return fmt.Sprintf(" (%s %% a year on %s)", it.Rate, st.AsOf)
}

// interestTable has a row for each run of days and below them the steps from the
// exact sum to what remains. Sums stand under the column that adds up to them:
// the exact one, or the rounded one where each run of days was rounded.
func (s *sheet) interestTable(it ledger.Item) table {
	t := table{columns: "llrrrrrrl", indent: 2}
	rounded := ""
	perRun := s.st.Rounding.Place != interest.PlaceClaim
	if perRun {
		rounded = "Rounded"
	}
	t.add("First day", "Last day", "Days", "Balance", "Rate %", "Of a year", "Interest", rounded, "Ground")
	places := exactPlaces(s.st.Currency)
	rates := ratesOf(it.Segments)
	for i, seg := range it.Segments {
		mark := s.grounds.mark(rateGround(seg.Basis))
		if seg.Provisional {
			mark = strings.TrimSpace(mark + " provisional")
		}
		if perRun {
			rounded = seg.Counted.Number()
		}
		t.add(seg.Period.First().String(), seg.Period.Last().String(), fmt.Sprint(seg.Period.Len()),
			seg.Principal.Number(), rates[i], seg.Fraction.String(), seg.Exact.Fixed(places), rounded, mark)
	}
	s.interestSums(&t, it.Interest, perRun)
	return t
}

func (s *sheet) interestSums(t *table, a ledger.InterestAccount, perRun bool) {
	places := exactPlaces(s.st.Currency)
	// Amounts under the exact column are padded so that the points stay in line.
	pad := strings.Repeat(" ", places-s.st.Currency.Digits())
	if s.st.Currency.Digits() == 0 {
		pad += " "
	}
	sum := func(label, exact, amount string) {
		if perRun {
			t.add(label, "", "", "", "", "", exact, amount)
			return
		}
		if exact == "" {
			exact = amount + pad
		}
		t.add(label, "", "", "", "", "", exact)
	}
	if perRun {
		sum("Sum", a.Exact.Fixed(places), a.Accrued.Number())
	} else {
		sum("Sum", a.Exact.Fixed(places), "")
		sum("Rounded "+s.st.Rounding.Mode.String(), "", a.Accrued.Number())
	}
	for _, row := range []struct {
		label  string
		amount money.Amount
	}{{"adjusted", a.Adjusted}, {"capped away", a.CappedAway.Neg()}, {"paid", a.Paid.Neg()}} {
		if !row.amount.IsZero() {
			sum("  "+row.label, "", row.amount.Number())
		}
	}
	sum("Remaining", "", a.Remaining.Number())
	if !a.Compounded.IsZero() {
		sum("  of it bears interest", "", a.Compounded.Number())
	}
}

// exactPlaces is the number of decimals in which unrounded interest is shown.
func exactPlaces(c money.Currency) int { return max(4, c.Digits()+2) }

// ratesOf prints the rates of segments with the same number of decimals.
func ratesOf(segments []interest.Segment) []string {
	texts, most := make([]string, len(segments)), 0
	for i, seg := range segments {
		texts[i] = seg.Rate.String()
		if _, decimals, found := strings.Cut(texts[i], "."); found {
			most = max(most, len(decimals))
		}
	}
	for i, text := range texts {
		whole, decimals, _ := strings.Cut(text, ".")
		if most > 0 {
			texts[i] = whole + "." + decimals + strings.Repeat("0", most-len(decimals))
		}
	}
	return texts
}

// componentWords names a component in running text.
func componentWords(c allocation.Component) string {
	if c == allocation.Capitalized {
		return "capitalized interest"
	}
	return strings.ReplaceAll(c.String(), "-", " ")
}

// title sets a capital at the start.
func title(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
