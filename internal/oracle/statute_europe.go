package oracle

import (
	"fmt"
	"time"
)

// Margins over the reference rate, in millionths of a percent.
const (
	overDE         = 5 * microPerPercent       // BGB § 288(1)
	overDETrade    = 9 * microPerPercent       // BGB § 288(2)
	overDETradeOld = 8 * microPerPercent       // the same before 2014-07-29, EGBGB Art. 229 § 34
	overDEMortgage = 5 * microPerPercent / 2   // BGB § 497(4)
	overAT         = 92 * microPerPercent / 10 // UGB § 456
	overATOld      = 8 * microPerPercent       // UGB § 352, contracts before 2013-03-16
	overGB         = 8 * microPerPercent       // SI 2002/1675 art. 4
	overEU         = 8 * microPerPercent       // Directive 2011/7/EU art. 2(6)
	overEUOld      = 7 * microPerPercent       // Directive 2000/35/EC art. 3(1)(d)
)

// marginDE is the margin over the base rate. Only a claim for payment between
// businesses knows an older and a newer one, by the day of its contract.
func (s *statute) marginDE() micro {
	switch {
	case s.debtor == "consumer" && s.kind == "mortgage":
		return overDEMortgage
	case !s.trade():
		return overDE
	case turned(s.selecting(), 2014, time.July, 29):
		return overDETrade
	}
	return overDETradeOld
}

// lateAT is the plain rate of the civil code, a total, or between businesses,
// but for damages, UGB § 456: the base rate of the first day of the half-year
// and 9.2.
func (s *statute) lateAT() (yearly, error) {
	if s.debtor == "consumer" || s.kind == "damages" {
		return s.over("AT-statutory", 0), nil
	}
	base := s.over("AT", overAT)
	base.halfYearly = true
	switch d := s.selecting(); {
	case !turned(d, 2002, time.August, 1):
		return nil, fmt.Errorf("no margin is known for a contract of %s, want 2002-08-01 or later", d)
	case !turned(d, 2013, time.March, 16):
		base.margin = overATOld
	}
	return base, nil
}

// lateNL is published as a total, for trade (BW 6:119a) and for the rest
// (6:119). The total for trade is that of contracts since 2013-03-16.
func (s *statute) lateNL() yearly {
	if !s.trade() {
		return s.over("NL", 0)
	}
	d := s.selecting()
	s.oldContract = !turned(d, 2013, time.March, 16)
	if turned(d, 2002, time.December, 1) {
		return s.over("NL-commercial", 0)
	}
	return s.over("NL", 0)
}

// lateEU is what the directives ask of the member states. They are about
// businesses only.
func (s *statute) lateEU() (yearly, error) {
	s.beyondDirective = s.debtor == "consumer"
	switch d := s.selecting(); {
	case turned(d, 2013, time.March, 16):
		return s.over("EU", overEU), nil
	case turned(d, 2002, time.August, 8):
		return s.over("EU", overEUOld), nil
	default:
		return nil, fmt.Errorf("no directive is known for a contract of %s, want 2002-08-08 or later", d)
	}
}
