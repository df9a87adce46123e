package calendar

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/ecb"
)

// targetFrom is the year in which TARGET began to settle payments.
const targetFrom = 1999

var eurosystem = builtInSince(targetFrom, "TARGET", targetHolidays)

// TARGET returns the calendar of the euro: the days on which TARGET settles
// payments, and so the banks of the euro area among each other. It covers 1999,
// when TARGET began, to 2100.
//
// From 2002 it is closed on 1 January, Good Friday, Easter Monday, 1 May, 25 and
// 26 December (European Central Bank, long-term calendar of 14 December 2000, in
// force until further notice). A holiday on a Saturday or Sunday moves nowhere. It
// was closed on the same days in 2000 (press release of 15 July 1999) and in 2001,
// and then on 31 December too (25 May 2000); in 1999 on 1 January, 25 and
// 31 December alone (3 September 1998, 31 March 1999).
func TARGET() *Calendar { return eurosystem() }

// targetHolidays: see [TARGET].
func targetHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		ecb.NewYear,
		since(2000, ecb.GoodFriday),
		since(2000, ecb.EasterMonday),
		since(2000, ecb.LabourDay),
		ecb.ChristmasDay,
		since(2000, ecb.ChristmasHoliday),
		once("Change of the year 2000", 1999, time.December, 31),
		once("Change to euro notes and coins", 2001, time.December, 31),
	}
}
