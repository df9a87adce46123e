package report

import (
	"fmt"
	"slices"
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
	if text := limitationText(it.Limitation, s.st.AsOf); text != "" && !settled(it) {
		s.para("  ", text)
	}
	if text := openingText(it); text != "" {
		s.para("  ", text)
	}
	s.line("")
	s.table(principalTable(it))
	s.line("")
	if b := it.Base; b != nil {
		text := "In the creditor's books: principal " + b.Principal.Number()
		if b.Capitalized.Sign() != 0 {
			text += ", capitalized interest " + b.Capitalized.Number()
		}
		s.para("  ", fmt.Sprintf("%s, interest %s, in all %s.", text, b.Interest.Number(), b.Total))
		s.line("")
	}
	if nothingBorne(it) {
		s.line(fmt.Sprintf("  No interest through %s.", s.st.AsOf))
		s.cost(it)
		return
	}
	for i, k := range kindsOf(it) {
		if i > 0 {
			s.line("")
		}
		s.line("  " + title(componentWords(k.account.Component)) + rateText(k, s.st))
		if text := s.placeText(); text != "" {
			s.line("  " + text)
		}
		s.table(s.interestTable(k))
	}
	s.cost(it)
	if belowZero(it) {
		s.para("  ", "What accrued, less what was paid, is below 0. It is held at 0 and carried against later interest.")
	}
}

// cost says what bounds the cost of the claim.
func (s *sheet) cost(it ledger.Item) {
	for _, text := range []string{capText("The credit", it.Cap), capText("The collection of the claim", it.CollectionCap)} {
		if text != "" {
			s.line("")
			s.para("  ", text)
		}
	}
}

// capText says what the law lets something cost, "" where nothing bounds it.
func capText(what string, c *ledger.CapAccount) string {
	if c == nil {
		return ""
	}
	text := fmt.Sprintf("%s may cost at most %s (%s); it has cost %s", what, c.Limit, c.Citation, c.Used)
	if c.Prior.Sign() > 0 {
		text += fmt.Sprintf(", %s of it before this case", c.Prior)
	}
	if c.CappedAway.Sign() == 0 {
		return text + "."
	}
	text += fmt.Sprintf(". %s is not owed because of that", c.CappedAway)
	switch r := c.Reached; {
	case r.Component == 0:
	case r.First == r.Last:
		text += fmt.Sprintf("; the bound was reached by %s on %s", componentWords(r.Component), r.First)
	default:
		text += fmt.Sprintf("; the bound was reached by %s from %s to %s", componentWords(r.Component), r.First, r.Last)
	}
	return text + "."
}

// belowZero reports whether the steps from the accrued interest to what remains
// lead below 0 for some kind of interest, as rates below 0 may do.
func belowZero(it ledger.Item) bool {
	return slices.ContainsFunc(append([]ledger.InterestAccount{it.Interest}, it.Parts...), func(a ledger.InterestAccount) bool {
		sum := a.Accrued.Minor() + a.Adjusted.Minor()
		for _, less := range []money.Amount{a.CappedAway, a.Capitalized, a.Disposed, a.Paid} {
			sum -= less.Minor()
		}
		return sum < 0 && a.Remaining.IsZero()
	})
}

// placeText says where interest is rounded unless it is the sum that is.
func (s *sheet) placeText() string {
	switch s.st.Rounding.Place {
	case interest.PlaceSegment:
		return fmt.Sprintf("The interest of each run of days is rounded %s.", s.modeText())
	case interest.PlaceDay:
		return fmt.Sprintf("The interest of one day is rounded %s and multiplied by the days.", s.modeText())
	}
	return ""
}

// modeText is how interest is rounded: "half up", or "half up to 1.00 SEK" where
// the step is more than one minor unit.
func (s *sheet) modeText() string {
	r := s.st.Rounding.Mode
	text := strings.ReplaceAll(r.Mode().String(), "-", " ")
	if r.Step() > 1 {
		text += " to " + money.FromMinor(r.Step(), s.st.Currency).String()
	}
	return text
}

func dueText(it ledger.Item) string {
	switch {
	case it.Due.IsZero():
		return "No due date."
	case settled(it):
		if !it.Principal.Disposed.IsZero() || !it.Capitalized.Disposed.IsZero() || !it.Interest.Disposed.IsZero() {
			return fmt.Sprintf("Due %s. Nothing remains: what was left was disposed of.", it.Due)
		}
		return fmt.Sprintf("Due %s. Settled.", it.Due)
	case it.DaysPastDue > 0:
		return fmt.Sprintf("Due %s, days past due: %d.", it.Due, it.DaysPastDue)
	}
	return fmt.Sprintf("Due %s.", it.Due)
}

// settled reports whether nothing of the claim is open.
func settled(it ledger.Item) bool {
	return it.Principal.Remaining.IsZero() && it.Capitalized.Remaining.IsZero() && it.Interest.Remaining.IsZero()
}

// principalTable adds up to the remaining principal, from the original one or
// from what remained when the books were taken over; rows that would only say
// nothing are left out.
func principalTable(it ledger.Item) table {
	t := table{columns: "lrl", indent: 2}
	p, c := it.Principal, it.Capitalized
	t.add("Original principal", p.Original.Number())
	if takenOver(it) {
		t.add("Principal as the books begin", p.Opening.Number())
	}
	addUnlessZero(&t, "adjusted", p.Adjusted)
	addUnlessZero(&t, "paid", p.Paid.Neg())
	addUnlessZero(&t, disposedWords, p.Disposed.Neg())
	vat := ""
	if !p.VATRemaining.IsZero() {
		vat = "of which VAT " + p.VATRemaining.Number()
	}
	t.add("Remaining principal", p.Remaining.Number(), vat)
	if !c.Original.IsZero() {
		t.add("Original capitalized interest", c.Original.Number())
	}
	if !c.Opening.IsZero() {
		t.add("Capitalized interest as the books begin", c.Opening.Number())
	}
	if !c.Original.IsZero() || !c.Raised.IsZero() || !c.Adjusted.IsZero() || !c.Remaining.IsZero() {
		t.add("Capitalized interest", c.Raised.Number())
		addUnlessZero(&t, "adjusted", c.Adjusted)
		addUnlessZero(&t, "paid", c.Paid.Neg())
		addUnlessZero(&t, disposedWords, c.Disposed.Neg())
		t.add("Remaining capitalized", c.Remaining.Number())
	}
	return t
}

func addUnlessZero(t *table, label string, a money.Amount) {
	if !a.IsZero() {
		t.add("  "+label, a.Number())
	}
}

// rateText is the rate on the as-of day, behind the name of the interest; where
// interest has ended before that day, the rate of its last day.
func rateText(k kind, st *ledger.Statement) string {
	if n := len(k.segments); n > 0 {
		last := k.segments[n-1]
		switch {
		case last.Held && last.Period.Last() == st.AsOf:
			return fmt.Sprintf(" (held on %s)", st.AsOf)
		case last.Period.Last() < st.AsOf:
			return fmt.Sprintf(" (%s %% a year on %s, no interest since)", last.Rate, last.Period.Last())
		case !k.main:
			return fmt.Sprintf(" (%s %% a year on %s)", last.Rate, st.AsOf)
		}
	}
	switch {
	case !k.main:
		return ""
	case k.rate == nil:
		return fmt.Sprintf(" (the rate on %s is not known)", st.AsOf)
	}
	return fmt.Sprintf(" (%s %% a year on %s)", k.rate, st.AsOf)
}

// interestTable has a row for each run of days and below them the steps from the
// exact sum to what remains. Sums stand under the column that adds up to them:
// the exact one, or the rounded one where each run of days was rounded.
func (s *sheet) interestTable(k kind) table {
	t := table{columns: "llrrrrrrl", indent: 2}
	rounded := ""
	perRun := s.st.Rounding.Place != interest.PlaceClaim
	if perRun {
		rounded = "Rounded"
	}
	t.add("First day", "Last day", "Days", "Balance", "Rate %", "Of a year", "Interest", rounded, "Ground")
	places := exactPlaces(s.st.Currency)
	rates := ratesOf(k.segments)
	for i, seg := range k.segments {
		mark := s.runMark(seg)
		if seg.Provisional {
			mark = strings.TrimSpace(mark + " provisional")
		}
		if perRun {
			rounded = seg.Counted.Number()
		}
		t.add(seg.Period.First().String(), seg.Period.Last().String(), fmt.Sprint(seg.Period.Len()),
			seg.Principal.Number(), rates[i], seg.Fraction.String(), seg.Exact.Fixed(places), rounded, mark)
	}
	s.interestSums(&t, k.account, perRun)
	return t
}

// runMark is the ground of a run of days, or why it was held.
func (s *sheet) runMark(seg interest.Segment) string {
	switch {
	case !seg.Held:
		return s.grounds.mark(rateGround(seg.Basis))
	case seg.Basis.Label == "" || seg.Basis.Label == heldWord:
		return heldWord
	}
	// A reason may be long; behind its number it does not widen the page.
	return heldWord + " " + s.grounds.mark(sentences([]string{title(seg.Basis.Label)}))
}

// heldWord marks days that were kept from bearing.
const heldWord = "held"

func (s *sheet) interestSums(t *table, a ledger.InterestAccount, perRun bool) {
	places := exactPlaces(s.st.Currency)
	// Amounts under the exact column are padded so that the points stay in line.
	pad := strings.Repeat(" ", places-s.st.Currency.Digits())
	if s.st.Currency.Digits() == 0 {
		pad += " "
	}
	sum := func(label, exact, amount string) {
		if perRun {
			t.addWide(label, "", "", "", "", "", exact, amount)
			return
		}
		if exact == "" {
			exact = amount + pad
		}
		t.addWide(label, "", "", "", "", "", exact)
	}
	if !a.Opening.IsZero() {
		sum("Due as the books begin", "", a.Opening.Number())
	}
	if perRun {
		sum("Sum", a.Exact.Fixed(places), a.Accrued.Number())
	} else {
		sum("Sum", a.Exact.Fixed(places), "")
		sum("Rounded "+s.modeText(), "", a.Accrued.Number())
	}
	for _, row := range []struct {
		label  string
		amount money.Amount
	}{{"adjusted", a.Adjusted}, {"capped away", a.CappedAway.Neg()}, {"capitalized", a.Capitalized.Neg()}, {disposedWords, a.Disposed.Neg()}, {"paid", a.Paid.Neg()}} {
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
