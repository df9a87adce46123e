package oracle

import (
	"errors"
	"time"
)

// Margins over the reference rate, in millionths of a percent.
const (
	overSE      = 8 * microPerPercent // räntelagen 6 §
	overFI      = 7 * microPerPercent // korkolaki 4 § 1 mom.
	overFITrade = 8 * microPerPercent // korkolaki 4 a §, contracts from 2013-03-16
	overDK      = 8 * microPerPercent // renteloven § 5
	overDKOld   = 7 * microPerPercent // the same, claims due before 2013-03-01
)

func (s *statute) lateFI() yearly {
	if s.trade() && turned(s.selecting(), 2013, time.March, 16) {
		return s.over("FI", overFITrade)
	}
	return s.over("FI", overFI)
}

// lateNO is published as a total. Before 1994 there were two, of which the
// consumer's was the lower one.
func (s *statute) lateNO() yearly {
	older := "NO-general-before-1994"
	if s.debtor == "consumer" {
		older = "NO-consumer-before-1994"
	}
	turn := date(1994, time.January, 1)
	switch {
	case s.frozen && s.first < turn:
		return s.over(older, 0)
	case s.frozen:
		return s.over("NO", 0)
	}
	return inTurn{s.over(older, 0), turn, s.over("NO", 0)}
}

// lateDK goes by the due date of the claim, for ever: neither the contract nor
// the day of the interest decides. Only under the oldest law, which was built
// on the discount rate, did the margin move with the days.
func (s *statute) lateDK() yearly {
	switch {
	case turned(s.due, 2013, time.March, 1):
		return s.over("DK", overDK)
	case turned(s.due, 2002, time.August, 1):
		return s.over("DK", overDKOld)
	}
	diskonto := func(margin micro) yearly { return s.over("DK-diskonto", margin*microPerPercent) }
	return inTurn{
		diskonto(2), date(1985, time.January, 1),
		inTurn{diskonto(6), date(1991, time.January, 1), diskonto(5)},
	}
}

// creditCeiling is the highest rate that the law allows on a consumer credit,
// by the day of the contract; nil where there is none. It floats with the
// reference rate whatever the credit's own rate does. New rules apply to
// contracts from 2026-11-20; nobody has read what they say of ceilings.
func (s *statute) creditCeiling() yearly {
	if s.debtor != "consumer" || s.kind != "consumer-credit" {
		return nil
	}
	ceiling := s.readCeiling()
	if ceiling != nil && turned(s.selecting(), 2026, time.November, 20) {
		return unread{ceiling}
	}
	return ceiling
}

// unread is a rate whose law has not been read: the older one stands in where
// knowledge may be extended.
type unread struct{ older yearly }

func (u unread) on(d day, extend bool) (micro, bool, error) {
	if !extend {
		return 0, false, errors.New("what the law says of a claim as young as this is not known")
	}
	value, _, err := u.older.on(d, extend)
	return value, true, err
}

// readCeiling is the ceiling by the law as it was read.
func (s *statute) readCeiling() yearly {
	percent := func(n micro) yearly { return &source{fixed: n * microPerPercent} }
	over := func(series string, n micro) yearly {
		return &source{series: s.tables.named(series), margin: n * microPerPercent}
	}
	switch s.jurisdiction {
	case "SE": // konsumentkreditlagen 19 a §; until 2025 for high-cost credit
		switch d := s.selecting(); {
		case turned(d, 2025, time.March, 1):
			return over("SE", 20)
		case turned(d, 2018, time.September, 1):
			return over("SE", 40)
		}
	case "FI": // kuluttajansuojalaki 7:17 a, and the law 512/2020 for a time
		switch d := s.selecting(); {
		case turned(d, 2023, time.October, 1):
			return lower{percent(20), over("FI", 15)}
		case turned(d, 2020, time.July, 1) && !turned(d, 2021, time.October, 1):
			return inTurn{percent(10), date(2021, time.October, 1), percent(20)}
		case turned(d, 2019, time.September, 1):
			return percent(20)
		}
	case "DK": // lov om forbrugslånsvirksomheder § 11 a
		if turned(s.selecting(), 2020, time.July, 1) {
			return percent(35)
		}
	}
	return nil
}

// agreedDaysFI is how long after the whole debt fell due an agreed rate goes on
// against a consumer: korkolaki 4 § 2 mom.
const agreedDaysFI = 180
