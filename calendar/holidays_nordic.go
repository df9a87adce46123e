package calendar

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/se"
)

// swedishHolidays: lag (1989:253) om allmänna helgdagar; the eves of midsummer,
// Christmas and New Year, on which banks are closed, stand on a level with
// Sunday for payments (lag (1936:81) om skuldebrev 5 §) and for time limits (lag
// (1930:173) om beräkning av lagstadgad tid 2 §).
func swedishHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		se.Nyarsdagen,
		se.TrettondedagJul,
		se.Langfredagen,
		se.AnnandagPask,
		se.ForstaMaj,
		se.KristiHimmelfardsdag,
		// SFS 2004:1320, in force 1 April 2005, put the national day in the place
		// of Whit Monday.
		since(2005, se.Nationaldagen),
		until(2004, aa.PentecostMonday),
		se.Midsommarafton,
		se.Midsommardagen,
		se.AllaHelgonsDag,
		se.Julafton,
		se.Juldagen,
		se.AnnandagJul,
		se.Nyarsafton,
	}
}

// finnishHolidays: church holidays by kirkkolaki (1054/1993, now 652/2023),
// 1 May (272/1944), Independence Day (388/1937). Laki säädettyjen määräaikain
// laskemisesta (150/1930) 5 § adds the eves of Christmas and midsummer, on which
// banks are closed.
func finnishHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		yearly("Uudenvuodenpäivä", time.January, 1),
		// From 1973 through 1991 Epiphany and Ascension were kept on a Saturday.
		since(1992, yearly("Loppiainen", time.January, 6)),
		aa.GoodFriday,
		aa.EasterMonday,
		yearly("Vappu", time.May, 1),
		since(1992, aa.AscensionDay),
		weekdayFrom("Juhannusaatto", time.June, 19, time.Friday),
		weekdayFrom("Juhannuspäivä", time.June, 20, time.Saturday),
		weekdayFrom("Pyhäinpäivä", time.October, 31, time.Saturday),
		yearly("Itsenäisyyspäivä", time.December, 6),
		yearly("Jouluaatto", time.December, 24),
		yearly("Joulupäivä", time.December, 25),
		yearly("Tapaninpäivä", time.December, 26),
	}
}

// norwegianHolidays: lov om helligdager og helligdagsfred (1995-02-24 nr 12)
// § 2, lov om 1 og 17 mai (1947-04-26 nr 1). No eve is on a level with them.
func norwegianHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		no.FoersteNyttaarsdag,
		no.Skjaertorsdag,
		no.Langfredag,
		no.AndrePaaskedag,
		no.Arbeiderenesdag,
		no.Grunnlovsdag,
		no.Kristihimmelfartsdag,
		no.AndrePinsedag,
		no.FoersteJuledag,
		no.AndreJuledag,
	}
}

// danishHolidays: the holidays of the national church and Constitution Day.
// Forældelsesloven (lov nr 522 of 6 June 2007, in force 1 January 2008) § 27(2)
// puts 5 June, 24 and 31 December on a level with them; banks are closed.
func danishHolidays() []*cal.Holiday {
	return []*cal.Holiday{
		dk.Nytaarsdag,
		dk.Skaertorsdag,
		dk.Langfredag,
		dk.AndenPaaskedag,
		// Abolished from 2024 (lov om konsekvenser ved afskaffelsen af store
		// bededag som helligdag, 2023).
		until(2023, dk.StoreBededag),
		dk.KristiHimmelfartsdag,
		dk.AndenPinsedag,
		dk.Grundlovsdag,
		since(2008, yearly("Juleaftensdag", time.December, 24)),
		dk.Juledag,
		dk.AndenJuledag,
		since(2008, yearly("Nytårsaftensdag", time.December, 31)),
	}
}
