package oracle

import "fmt"

// Margins over the reference rate, in millionths of a percent.
const (
	overSE            = 8 * microPerPercent     // räntelagen 6 §
	overDE            = 5 * microPerPercent     // BGB § 288(1)
	overDEBusiness    = 9 * microPerPercent     // BGB § 288(2)
	overDEBusinessOld = 8 * microPerPercent     // the same before 2014-07-29, EGBGB Art. 229 § 34
	overDEMortgage    = 5 * microPerPercent / 2 // BGB § 497(4)
	overGB            = 8 * microPerPercent     // SI 2002/1675 art. 4
)

// statutory is the late interest of the law for a claim. fallback reports that
// the law was chosen by a date that stands in for the contract's.
func (t *Tables) statutory(in *caseInput, c *claimInput, due, first day) (s *source, fallback bool, err error) {
	if in.Debtor != "consumer" && in.Debtor != "business" {
		return nil, false, fmt.Errorf("/debtor: want consumer or business, got %q", in.Debtor)
	}
	s = &source{series: t.series[in.Jurisdiction], anchor: first}
	fixedByLaw := false
	switch in.Jurisdiction {
	case "SE":
		s.margin = overSE
	case "DE":
		if s.margin, fallback, err = marginDE(in, c, due); err != nil {
			return nil, false, err
		}
	case "GB":
		if in.Debtor == "consumer" {
			return nil, false, fmt.Errorf("/debtor: no statutory interest from a consumer, give a rate")
		}
		s.margin, fixedByLaw = overGB, true
	default:
		return nil, false, fmt.Errorf("/jurisdiction: no statute is known for %q", in.Jurisdiction)
	}
	if s.series == nil {
		return nil, false, fmt.Errorf("no table of the series %s", in.Jurisdiction)
	}
	r := c.Interest.rateInput
	if r.Rate+r.Series+r.Margin+r.Multiplier != "" {
		return nil, false, fmt.Errorf("a statutory basis takes no rate, series, margin or multiplier")
	}
	s.frozen, err = readReset(r.Reset, fixedByLaw)
	return s, fallback, err
}

// marginDE is the margin over the base rate. Only a claim for payment between
// businesses knows an older and a newer one, by the day of its contract.
func marginDE(in *caseInput, c *claimInput, due day) (m micro, fallback bool, err error) {
	if in.Debtor == "consumer" {
		if c.Kind == "mortgage" {
			return overDEMortgage, false, nil
		}
		return overDE, false, nil
	}
	switch or(c.Kind, "invoice") {
	case "invoice", "rent", "other":
	default:
		return overDE, false, nil
	}
	selecting, err := parseDay(or(c.Contracted, c.Issued))
	if err != nil {
		return 0, false, err
	}
	if selecting == noDay {
		selecting = due
	}
	if selecting >= date(2014, 7, 29) {
		return overDEBusiness, c.Contracted == "", nil
	}
	return overDEBusinessOld, c.Contracted == "", nil
}

// defaultConvention is the day count of a jurisdiction.
func defaultConvention(jurisdiction string) string {
	if jurisdiction == "DE" {
		return actActISDA
	}
	return act365F
}

// defaultPreset is the order of allocation of a jurisdiction.
func defaultPreset(jurisdiction string) string {
	switch jurisdiction {
	case "SE", "GB":
		return jurisdiction
	case "DE":
		return "DE-BGB-367"
	}
	return "costs-interest-principal"
}
