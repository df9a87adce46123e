package conformance

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// fineractShape is how a loan is paid off and how its days count.
type fineractShape struct {
	// flat is interest on the whole principal in every row, linear equal parts of
	// principal; neither is equal installments.
	flat, linear bool
	count        calendar.DayCount
	// afterward says that the day on which a period ends bears its interest, and not
	// the one on which it begins.
	afterward bool
}

// fineractWords are what methods are written in. What none of them takes from a method
// is a feature that the runner does not know.
var fineractWords = map[string]*regexp.Regexp{
	"recalculation": regexp.MustCompile(`\b(with )?(daily )?(interest )?recalculation( on overdue( principal)?)?\b`),
	"flat":          regexp.MustCompile(`\bflat( interest)?\b`),
	"linear":        regexp.MustCompile(`\bequal principal( (payments|parts|instalments))?\b`),
	"level":         regexp.MustCompile(`\bequal instalments\b`),
	"balance":       regexp.MustCompile(`\b(progressive )?declining balance\b`),
	"twelfths":      regexp.MustCompile(`\b(monthly )?(interest )?(rate ?/ ?12|same as (re)?payment period)\b`),
	"daily":         regexp.MustCompile(`\b(interest )?(daily( act(ual)?/(?P<year>36[045]|act(ual)?))?|act(ual)?/(?P<also>36[045]|act(ual)?))\b`),
	"business day":  regexp.MustCompile(`\bnothing paid\b|\bevaluated( on)? \d{4}-\d\d-\d\d\b`),
}

// Remarks in brackets say nothing more, except where they name a way to repay.
var (
	fineractRemark  = regexp.MustCompile(`\([^)]*\)`)
	fineractTelling = regexp.MustCompile(`bullet|balloon|recalculat|free|flat|tranche|disburse`)
)

// fineractShape reads the method, the payments and the keys about days.
func (o object) fineractShape(s *FineractSchedule) fineractShape {
	rest := fineractRemark.ReplaceAllStringFunc(strings.ReplaceAll(strings.ToLower(o.need("method")), "installment", "instalment"), func(remark string) string {
		if fineractTelling.MatchString(remark) {
			return remark
		}
		return ""
	})
	found := map[string][]string{}
	for _, name := range []string{"recalculation", "flat", "linear", "level", "balance", "twelfths", "daily", "business day"} {
		if m := fineractWords[name].FindStringSubmatch(rest); m != nil {
			found[name] = m
			rest = fineractWords[name].ReplaceAllString(rest, "")
		}
	}
	if rest = strings.Join(strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ,;.", r) }), " "); rest != "" {
		o.foreign("method %s", rest)
	}
	switch paid := len(o.list("payments")) > 0; {
	case found["recalculation"] != nil:
		o.foreign("interest recalculation (rows are written anew by payments and the day of business; those of a plan stay)")
	case paid:
		o.foreign("payments (rows are written anew by what is paid; those of a plan stay)")
	}
	shape := fineractShape{flat: found["flat"] != nil, linear: found["linear"] != nil}
	if !shape.linear && found["level"] == nil {
		o.foreign("method without equal installments or principal")
	}
	year, month := strings.ToUpper(o.word("days_in_year")), strings.ToUpper(o.word("days_in_month"))
	if daily := found["daily"]; daily != nil {
		words := fineractWords["daily"]
		if of := daily[words.SubexpIndex("year")] + daily[words.SubexpIndex("also")]; of != "" {
			year, month = strings.ToUpper(of), "ACTUAL"
		}
	}
	if o.isTwelfths() || found["twelfths"] != nil || shape.flat && year == "" {
		year, month = "360", "30"
	}
	if strings.HasPrefix(year, "ACT") {
		year = "ACTUAL"
	}
	year, month = o.periodFraction(s.every, year, month)
	if s.rate != 0 {
		shape.days(o, s, year, month)
	}
	return shape
}

// isTwelfths reads the interest of a period where it is written as a formula.
func (o object) isTwelfths() bool {
	formula := strings.ReplaceAll(o.word("interest_per_period"), " ", "")
	if formula != "" && formula != "principal*rate/12" {
		o.foreign("interest_per_period %s", formula)
	}
	return formula != ""
}

// periodFraction takes the denominator of "14/360 per period" where its numerator is
// the days of a period.
func (o object) periodFraction(every calendar.Span, year, month string) (string, string) {
	text := o.word("period_fraction")
	if text == "" {
		return year, month
	}
	var days int
	var den string
	if _, err := fmt.Sscanf(text, "%d/%s per period", &days, &den); err == nil {
		if d, ok := spanDays(every); ok && d == days {
			return den, "ACTUAL"
		}
		if m, ok := every.Months(); ok && 30*m == days {
			return den, "30"
		}
	}
	o.foreign("period_fraction %s", text)
	return year, month
}

// spanDays is the length of a span of days or weeks.
func spanDays(s calendar.Span) (int, bool) {
	if _, months := s.Months(); months {
		return 0, false
	}
	anchor := calendar.MustDate(2024, 1, 1)
	return int(anchor.Add(s) - anchor), true
}

// days finds the day count. Months of 30 days count 30 for every month of a period,
// whatever its dates: from a 30th or 31st on, due dates at the end of a shorter month
// count as the 30th. Periods of days and weeks count their days either way.
func (f *fineractShape) days(o object, s *FineractSchedule, year, month string) {
	counts := map[string]calendar.DayCount{"360": calendar.Act360, "364": calendar.Act364, "365": calendar.Act365Fixed, "ACTUAL": calendar.ActActISDA}
	if _, months := s.every.Months(); months && month == "30" {
		counts = map[string]calendar.DayCount{"360": calendar.ThirtyE360, "365": calendar.Thirty365}
		switch day := s.start.Day(); {
		case day >= 30:
			counts = map[string]calendar.DayCount{"360": calendar.ThirtyE360ISDA, "365": calendar.ThirtyE365}
		case day == 29 && s.short(func(due calendar.Date) bool { return due.Day() < 29 }):
			o.foreign("months of 30 days from a 29th through a February of 28 (no day count has 30 days on both sides of it)")
		}
	} else if month != "30" && month != "ACTUAL" {
		o.foreign("days_in_month %q", month)
	}
	var known bool
	if f.count, known = counts[year]; !known {
		o.foreign("a year of %q days with months of %q", year, month)
	}
	// ISDA gives 31 December to the old year and the day of the payment to the next
	// period; Fineract cuts the year on 31 December and counts the other way round.
	f.afterward = f.count == calendar.ActActISDA
}

// short says whether the condition holds for one of the due dates, as they are before
// any of them rolls.
func (s *FineractSchedule) short(holds func(calendar.Date) bool) bool {
	dates := calendar.Recurrence{Anchor: s.start, Every: s.every}
	for k := 1; k <= s.count; k++ {
		if d := dates.At(k); d.IsZero() || holds(d) {
			return !d.IsZero()
		}
	}
	return false
}

// fineractRounding reads a mode and where it is used.
func (o object) fineractRounding() money.Rounding {
	text := o.word("rounding")
	if text == "" {
		return money.HalfEven // Fineract's own
	}
	word, rest, _ := strings.Cut(text, " ")
	mode, err := money.ParseRounding(strings.ReplaceAll(strings.ToLower(word), "_", "-"))
	if err != nil {
		o.foreign("rounding %s", word)
	}
	rest = strings.ReplaceAll(strings.ToLower(rest), "installment", "instalment")
	for _, known := range []string{"per period on interest", "last instalment absorbs the rest"} {
		rest = strings.Replace(rest, known, "", 1)
	}
	if rest = strings.Trim(rest, " ;,."); rest != "" {
		o.foreign("rounding: %s", rest)
	}
	return mode
}
