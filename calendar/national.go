package calendar

// The built-in calendars cover 1990-01-01 through 2100-12-31. Saturday, Sunday
// and the holidays that are named at each are no business days. Holidays of the
// future are those of the law as it stands.
var (
	swedish   = builtIn("SE", swedishHolidays)
	finnish   = builtIn("FI", finnishHolidays)
	norwegian = builtIn("NO", norwegianHolidays)
	danish    = builtIn("DK", danishHolidays)
	german    = builtIn("DE", germanHolidays)
	austrian  = builtIn("AT", austrianHolidays)
	dutch     = builtIn("NL", dutchHolidays)
	british   = builtIn("GB", britishHolidays)
)

// SE returns the calendar of Sweden: public holidays (lag 1989:253) and the eves
// of midsummer, Christmas and New Year (lag 1930:173 2 §). It covers 1990 to
// 2100, as the other built-in calendars do.
func SE() *Calendar { return swedish() }

// FI returns the calendar of Finland: church holidays, 1 May, Independence Day
// and the eves of midsummer and Christmas (laki 150/1930 5 §).
func FI() *Calendar { return finnish() }

// NO returns the calendar of Norway: public holidays, 1 and 17 May.
func NO() *Calendar { return norwegian() }

// DK returns the calendar of Denmark: public holidays, General Prayer Day
// through 2023, Constitution Day, and from 2008 24 and 31 December
// (forældelsesloven § 27(2)).
func DK() *Calendar { return danish() }

// DE returns the calendar of Germany: the days that are holidays in every Land.
func DE() *Calendar { return german() }

// AT returns the calendar of Austria: public holidays and Good Friday.
func AT() *Calendar { return austrian() }

// NL returns the calendar of the Netherlands: the days of the Algemene
// termijnenwet, article 3(1) and (2).
func NL() *Calendar { return dutch() }

// GB returns the calendar of England and Wales: bank holidays with those of
// single years, Good Friday and Christmas Day.
func GB() *Calendar { return british() }

// ByCode returns the built-in calendar of a country by its ISO 3166 code in
// capitals, or that of the euro's banks by "TARGET", and false for any other code.
func ByCode(code string) (*Calendar, bool) {
	switch code {
	case "SE":
		return SE(), true
	case "FI":
		return FI(), true
	case "NO":
		return NO(), true
	case "DK":
		return DK(), true
	case "DE":
		return DE(), true
	case "AT":
		return AT(), true
	case "NL":
		return NL(), true
	case "GB":
		return GB(), true
	case "TARGET":
		return TARGET(), true
	}
	return nil, false
}
