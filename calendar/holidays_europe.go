package calendar

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/nl"
)

// germanHolidays: the days that were public holidays in every Land, by the laws
// of the Länder and, for 3 October, article 2(2) of the Einigungsvertrag. A day
// that is one in some Länder only is a business day here; BGB § 193 asks for the
// place of payment, so add such days with a calendar of your own.
func germanHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		de.Neujahr,
		de.Karfreitag,
		de.Ostermontag,
		de.TagderArbeit,
		de.ChristiHimmelfahrt,
		de.Pfingstmontag,
		since(1990, de.DeutschenEinheit),
		// The 500th year of the Reformation.
		once("Reformationstag", 2017, time.October, 31),
		// Given up from 1995 to pay for the Pflegeversicherung (SGB XI § 58), but in
		// Saxony.
		until(1994, de.BussUndBettag),
		de.Weihnachtstag,
		de.ZweiterWeihnachtsfeiertag,
	}
}

// austrianHolidays: Feiertagsruhegesetz 1957 § 1; Good Friday, on which banks
// are closed, ends no time limit (BGBl 37/1961 until 2011, the European
// Convention on the Calculation of Time-Limits, BGBl 254/1983, and ZPO § 126(2)).
func austrianHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		at.Neujahr,
		at.HeiligeDreiKoenige,
		aa.GoodFriday,
		at.Ostermontag,
		at.TagderArbeit,
		at.ChristiHimmelfahrt,
		at.Pfingstmontag,
		at.Fronleichnam,
		at.MariaHimmelfahrt,
		at.Nationalfeiertag,
		at.Allerheiligen,
		at.MariaEmpfaengnis,
		at.Christtag,
		at.Stefanitag,
	}
}

// dutchHolidays: Algemene termijnenwet article 3, which puts Good Friday on a
// level with the others. Days that a royal decree adds for single years are not
// here.
func dutchHolidays() []*cal.Holiday {
	queensDay := until(2013, yearly("Koninginnedag", time.April, 30))
	queensDay.Observed = []cal.AltDay{{Day: time.Sunday, Offset: -1}}
	return []*cal.Holiday{
		nl.Nieuwjaar,
		nl.GoedeVrijdag,
		nl.TweedePaasdag,
		// The birthday of the monarch is celebrated on 30 April through 2013, from
		// 2014 on 27 April, and on the Saturday before where that is a Sunday.
		queensDay,
		since(2014, nl.Koningsdag),
		nl.BevrijdingsDag,
		nl.Hemelvaart,
		nl.TweedePinksterDag,
		nl.EersteKerstdag,
		nl.TweedeKerstdag,
	}
}

// britishHolidays: the bank holidays of England and Wales by the Banking and
// Financial Dealings Act 1971, schedule 1 and the royal proclamations under
// section 1, with Good Friday and Christmas Day, holidays at common law.
func britishHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		gb.NewYear,
		gb.GoodFriday,
		gb.EasterMonday,
		except(gb.EarlyMay, 1995, 2020), // moved to 8 May
		once("VE Day, fiftieth anniversary", 1995, time.May, 8),
		gb.VEDay, // 2020
		gb.CoronationDay,
		except(gb.SpringHoliday, 2002, 2012, 2022), // moved into June
		once("Golden Jubilee", 2002, time.June, 3),
		once("Spring Bank Holiday", 2002, time.June, 4),
		once("Spring Bank Holiday", 2012, time.June, 4),
		once("Diamond Jubilee", 2012, time.June, 5),
		gb.SpringHoliday2022,
		gb.PlatinumJubilee,
		gb.SummerHoliday,
		once("Millennium", 1999, time.December, 31),
		once("Royal wedding", 2011, time.April, 29),
		once("State funeral of Queen Elizabeth II", 2022, time.September, 19),
		gb.ChristmasDay,
		gb.BoxingDay,
	}
}
