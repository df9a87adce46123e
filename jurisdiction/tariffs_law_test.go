package jurisdiction

import (
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// means says what the number in a row of law/fees.csv is.
type means int

const (
	amount   means = iota // the fee itself, in the row's currency
	percent               // per cent of the whole base, or of the part in the row's band
	factor                // of the unit
	least                 // the lower bound
	most                  // the upper bound
	vat                   // per cent of VAT
	perStep               // what each started 50 000 adds
	planPart              // the per cent of the claim that the scale is applied to
)

// represented says where a code of law/fees.csv is in our tables.
type represented struct {
	codes  []string // each has to agree
	means  means
	excess bool // the percentage is of the part in the row's band, not of the whole base
	below  bool // the upper border belongs to the band above, not to the row's
}

func at(codes ...string) represented          { return represented{codes: codes} }
func as(m means, codes ...string) represented { return represented{codes: codes, means: m} }
func ofExcess(codes ...string) represented {
	return represented{codes: codes, means: percent, excess: true}
}
func upperExclusive(codes ...string) represented { return represented{codes: codes, below: true} }

// representation translates the codes of law/fees.csv into ours.
var representation = map[string]represented{
	"SE REMINDER": at("reminder"), "SE COLLECTION_DEMAND": at("demand"), "SE INSTALMENT_PLAN": at("plan"),
	"SE PAYMENT_ORDER_APPLICATION": at("application"), "SE PAYMENT_ORDER_AGENT_FEE": at("agent"),
	"SE ENFORCEMENT_BASIC_FEE": at("enforcement"), "SE LATE_PAYMENT_COMPENSATION": at("compensation"),

	"FI REMINDER": at("reminder"), "FI DEMAND_1": at("demand"), "FI DEMAND_2": at("second-demand"),
	"FI DEMAND_DIRECTLY_ENFORCEABLE_1": at("enforceable-demand"), "FI DEMAND_DIRECTLY_ENFORCEABLE_2": at("second-enforceable-demand"),
	"FI DEMAND_BY_CREDITOR_OR_GROUP": at("own-demand"), "FI PAYMENT_EXTENSION": at("extension"),
	"FI PAYMENT_PLAN_MAX4": at("plan"), "FI PAYMENT_PLAN_OVER4": at("long-plan"),
	"FI TOTAL_CAP": at("total-cap"), "FI TOTAL_CAP_DIRECTLY_ENFORCEABLE": at("total-cap-enforceable"),
	"FI STANDARD_COMPENSATION": at("compensation"), "FI TRATTA": at("tratta"), "FI BANKRUPTCY_THREAT_NOTICE": at("bankruptcy-notice"),

	"NO INKASSOSATS": at("collection-rate", "notice-rate"), "NO REMINDER": at("reminder"), "NO COLLECTION_NOTICE": at("notice"),
	"NO PAYMENT_DEMAND_BY_CREDITOR": at("own-demand"), "NO SALAR_LIGHT": at("collection"), "NO SALAR_HEAVY": at("heavy-collection"),
	"NO INSTALMENT_AGREEMENT_ADDITION": at("long-plan"), "NO STANDARD_COMPENSATION": at("compensation"), "NO COURT_FEE_UNIT": at("court-fee"),

	"DK REMINDER": at("reminder"), "DK COLLECTION_FEE_HANDOVER": at("handover"), "DK COMPENSATION": at("compensation"),
	"DK COLLECTION_AMOUNT_EXTERNAL": at("collection"), "DK COLLECTION_AMOUNT_OWN": at("own-collection"),

	"DE late_payment_lump_sum": at("compensation"),
	"DE rvg13_1_0_fee_2004":    at("rvg-13"), "DE rvg13_1_0_fee_2013": at("rvg-13"), "DE rvg13_1_0_fee_2021": at("rvg-13"), "DE rvg13_1_0_fee_2025": at("rvg-13"),
	"DE rvg13_1_0_fee_2004_per_started_50000_above_500000": as(perStep, "rvg-13"), "DE rvg13_1_0_fee_2013_per_started_50000_above_500000": as(perStep, "rvg-13"),
	"DE rvg13_1_0_fee_2021_per_started_50000_above_500000": as(perStep, "rvg-13"), "DE rvg13_1_0_fee_2025_per_started_50000_above_500000": as(perStep, "rvg-13"),
	"DE rvg13_minimum_fee":                            as(least, "settlement", "agent", "enforcement-order", "enforcement-measure"),
	"DE rvg13_2_inkasso_undisputed_up_to_50":          at("rvg-13-undisputed"),
	"DE vv2300_factor_threshold_normal":               as(factor, "disputed-collection"),
	"DE vv2300_inkasso_undisputed_factor":             as(factor, "collection"),
	"DE vv2300_inkasso_undisputed_factor_simple_case": as(factor, "simple-collection"),
	"DE vv2300_inkasso_undisputed_factor_cap":         as(factor, "heavy-collection"),
	"DE vv2301_simple_letter_factor":                  as(factor, "letter"),
	"DE vv1000_1_settlement_factor":                   as(factor, "settlement"),
	"DE vv1000_2_payment_plan_factor":                 as(factor, "plan"),
	"DE vv1000_payment_plan_factor":                   as(factor, "plan"),
	"DE vv3305_order_for_payment_application_factor":  as(factor, "agent"),
	"DE vv3308_enforcement_order_factor":              as(factor, "enforcement-order"),
	"DE vv3309_enforcement_measure_factor":            as(factor, "enforcement-measure"),
	"DE rvg31b_payment_plan_value_percent":            as(planPart, "rvg-13-plan"),
	"DE vv7002_expenses_percent":                      as(percent, "expenses"),
	"DE vv7002_expenses_cap":                          as(most, "expenses"),
	"DE vv1009_hebegebuehr":                           ofExcess("transfer"),

	"AT late_payment_lump_sum": at("compensation"), "AT inkasso_first_dunning_max": at("first-dunning"),
	"AT inkasso_second_and_further_dunning_max": at("further-dunning"), "AT inkasso_general_processing_max": at("collection"),

	"NL bik_tier_percent": ofExcess("collection"), "NL bik_minimum": as(least, "collection"), "NL bik_maximum": as(most, "collection"),
	"NL bik_vat_surcharge_percent": as(vat, "collection"), "NL b2b_minimum_recovery_cost": at("compensation"),
	"GB late_payment_fixed_sum": upperExclusive("compensation"), "EU late_payment_fixed_sum_minimum": at("compensation"),
}

// beyondTheFile are versions that no row of law/fees.csv asks for, by country,
// code and first day, with the reason why they are there.
var beyondTheFile = map[string]string{
	"DE collection 2006-07-01": "before the rule on undisputed claims the threshold of VV 2300 held for all, as in disputed-collection",
	"DE collection 2013-08-01": "the same",
}

// compiled is the day of law/fees.csv; rows without a last day are asked on it.
const compiled = "2026-11-21"

// feeRow is a row of law/fees.csv.
type feeRow struct {
	line                                     int
	jurisdiction, code, audience             string
	validFrom, validTo, lower, upper, number string
	currency, basis, evidence                string
}

func (r feeRow) String() string {
	return fmt.Sprintf("fees.csv:%d: %s %s %s %s (%s, %s]", r.line, r.jurisdiction, r.code, r.audience, r.validFrom, r.lower, r.upper)
}

// key finds a row in the list of those left out; it has both audiences in one.
func (r feeRow) key() string {
	return strings.Join([]string{r.jurisdiction, r.code, r.validFrom, r.lower}, ",")
}

func (r feeRow) audiences(t *testing.T) []fee.Audience {
	var list []fee.Audience
	for _, word := range strings.Split(r.audience, "|") {
		a, err := fee.ParseAudience(word)
		if err != nil {
			t.Fatal(r, err)
		}
		list = append(list, a)
	}
	return list
}

func (r feeRow) days() []calendar.Date {
	first, last := r.validFrom, r.validTo
	if first == "" {
		first = compiled
	}
	if last == "" {
		last = compiled
	}
	return []calendar.Date{day(first), day(last)}
}

// bases lie just above the lower border, in the middle and at the upper border;
// a row without borders is asked everywhere.
func (r feeRow) bases(how represented) []decimal.Decimal {
	cent := decimal.New(1, -2)
	if r.lower == "" && r.upper == "" {
		return []decimal.Decimal{cent, decimal.New(5001, -2), decimal.New(350001, -2), decimal.New(600000, 0)}
	}
	lower, low := decimal.Zero, cent
	if r.lower != "" && r.lower != "0" {
		lower = decimal.RequireFromString(r.lower)
		low = lower.Add(cent)
		if how.below {
			low = lower
		}
	}
	upper := lower.Mul(decimal.NewFromInt(4)).Add(decimal.NewFromInt(50_000))
	if r.upper != "" {
		upper = decimal.RequireFromString(r.upper)
	}
	high := upper
	if how.below {
		high = upper.Sub(cent)
	}
	return []decimal.Decimal{low, lower.Add(upper).Div(decimal.NewFromInt(2)).Truncate(2), high}
}

func readCSV(t *testing.T, path, header string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != header {
		t.Fatalf("%s: columns %s", path, got)
	}
	return rows[1:]
}

// TestFeesOfTheLaw holds the tables against law/fees.csv row by row: each row is
// what a tariff says on its first and last day and over its band, or is left out
// for a reason that testdata/fees-left-out.csv gives, and never both.
func TestFeesOfTheLaw(t *testing.T) {
	dir := os.Getenv("SKULD_LAW")
	if dir == "" {
		t.Skip("SKULD_LAW names no directory with fees.csv: the rows of the law are not held against the tariffs")
	}
	leftOut := map[string]bool{}
	for _, r := range readCSV(t, "testdata/fees-left-out.csv", "jurisdiction,code,valid_from,lower_bound,reason") {
		key := strings.Join(r[:4], ",")
		if _, twice := leftOut[key]; twice || len(r[4]) < 10 {
			t.Errorf("fees-left-out.csv: %s is there twice or gives no reason", key)
		}
		leftOut[key] = false
	}
	in, out := map[string]int{}, map[string]int{}
	asked := newReach()
	header := "jurisdiction,code,audience,valid_from,valid_to,lower_bound,upper_bound,amount,currency,legal_basis,source,evidence"
	rows := readCSV(t, filepath.Join(dir, "fees.csv"), header)
	for i, c := range rows {
		r := feeRow{i + 2, c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[11]}
		problem := r.compare(t, asked)
		if _, out1 := leftOut[r.key()]; out1 {
			leftOut[r.key()] = true
			out[r.jurisdiction]++
			if problem == nil {
				t.Errorf("%s: is in the tables and in the list of rows left out", r)
			}
			continue
		}
		in[r.jurisdiction]++
		if problem != nil {
			t.Errorf("%s: %v", r, problem)
		}
	}
	for key, met := range leftOut {
		if !met {
			t.Errorf("fees-left-out.csv: no row %s in fees.csv", key)
		}
	}
	asked.all(t)
	total := 0
	for _, j := range slices.Sorted(maps.Keys(embeddedTariffs())) {
		t.Logf("%s: %d rows in the tables, %d left out", j, in[j], out[j])
		total += in[j] + out[j]
	}
	t.Logf("%d rows of fees.csv", total)
	if total != len(rows) {
		t.Errorf("%d rows counted of %d", total, len(rows))
	}
}

// reach notes which versions were asked.
type reach map[string]bool

func newReach() reach { return reach{} }

func (s reach) note(country string, a *fee.Assessment) {
	for ; a != nil; a = a.Unit {
		s[versionKey(country, a.Code, a.Audience, a.Version.From)] = true
	}
}

func versionKey(country, code string, a fee.Audience, from calendar.Date) string {
	return fmt.Sprint(country, " ", code, " ", a, " ", from)
}

// all makes sure that nothing is in the tables that the law does not have.
func (s reach) all(t *testing.T) {
	used := map[string]bool{}
	for country, tariffs := range embeddedTariffs() {
		for _, tariff := range tariffs {
			for _, v := range tariff.Versions {
				extra := fmt.Sprint(country, " ", tariff.Code, " ", v.From)
				met := s[versionKey(country, tariff.Code, tariff.Audience, v.From)]
				if _, listed := beyondTheFile[extra]; listed {
					used[extra] = true
				} else if !met {
					t.Errorf("%s for %s: no row of fees.csv asks for the version", extra, tariff.Audience)
				}
			}
		}
	}
	if len(used) != len(beyondTheFile) {
		t.Errorf("%d versions are beyond the file, %d are listed", len(used), len(beyondTheFile))
	}
}

var errNoCode = errors.New("its code has no place in the tables")

// compare holds a row against the tables.
func (r feeRow) compare(t *testing.T, asked reach) error {
	how, ok := representation[r.jurisdiction+" "+r.code]
	if !ok {
		return errNoCode
	}
	for _, audience := range r.audiences(t) {
		for _, code := range how.codes {
			tariff, ok := fee.Find(Tariffs(r.jurisdiction), code, audience)
			if !ok {
				return fmt.Errorf("no tariff %s for %s", code, audience)
			}
			for _, d := range r.days() {
				for _, base := range r.bases(how) {
					q := question{r, how, tariff, d, base}
					if err := q.answer(asked); err != nil {
						return fmt.Errorf("%s on %s, base %s: %w", code, d, base, err)
					}
				}
			}
		}
	}
	return nil
}

// question is a row asked on one day for one base.
type question struct {
	feeRow
	how    represented
	tariff fee.Tariff
	day    calendar.Date
	base   decimal.Decimal
}

// assess asks a tariff; every day that could select a version is the day asked.
func (q question) assess(tariff fee.Tariff, base decimal.Decimal) (fee.Assessment, error) {
	currency := tariff.Versions[0].Currency
	b, err := money.New(base, currency)
	if err != nil {
		return fee.Assessment{}, err
	}
	d := q.day
	return tariff.Assess(fee.Facts{Date: d, Sent: d, Mandate: d, Paid: d, Due: d, Origin: d, Base: b, Currency: currency})
}

func (q question) answer(asked reach) error {
	a, err := q.assess(q.tariff, q.base)
	if err != nil {
		return err
	}
	asked.note(q.jurisdiction, &a)
	want := decimal.RequireFromString(q.number)
	switch q.how.means {
	case amount:
		return q.amount(a, want)
	case percent:
		return q.percent(a, want)
	case factor:
		return q.same(a.Exact, a.Unit.Exact.Times(want.Shift(6).IntPart(), 1_000_000))
	case least:
		return q.bound(a.Version.Min, a.Net.Compare, want, -1)
	case most:
		return q.bound(a.Version.Max, a.Net.Compare, want, 1)
	case vat:
		return q.equal(a.VAT.Decimal(), a.Net.Decimal().Mul(want).Shift(-2).Round(2))
	case perStep:
		return q.perStep(want)
	case planPart:
		return q.planPart(a, want, asked)
	}
	return fmt.Errorf("meaning %d", q.how.means)
}

func (q question) equal(got, want decimal.Decimal) error {
	if !got.Equal(want) {
		return fmt.Errorf("got %s, want %s", got, want)
	}
	return nil
}

func (q question) same(got, want money.Exact) error {
	if n, err := got.Compare(want); err != nil || n != 0 {
		return fmt.Errorf("got %s, want %s", got, want)
	}
	return nil
}

// Texts of a row that change its number.
var (
	plusPart = regexp.MustCompile(`PLUS ([0-9.]+) % of the part over ([0-9]+)`)
	shown    = regexp.MustCompile(`shown rounded to whole kroner`)
	percents = regexp.MustCompile(`^percent\b`)
)

// amount compares the fee. Where a row says so, a percentage of the excess is
// added to its number, or our exact fee is rounded as the row is: 1/20 of 750 is
// 37.50, which the source prints as 38. A row in per cent is one of the base.
func (q question) amount(a fee.Assessment, want decimal.Decimal) error {
	if percents.MatchString(q.currency) {
		return q.percent(a, want)
	}
	if q.currency != a.Net.Currency().Code() {
		return fmt.Errorf("is in %s, the row in %s", a.Net.Currency(), q.currency)
	}
	if e, err := law.ParseEvidence(q.evidence); err != nil || a.Evidence < e {
		return fmt.Errorf("evidence %s, the row has %s %w", a.Evidence, q.evidence, err)
	}
	if m := plusPart.FindStringSubmatch(q.basis); m != nil {
		excess := q.base.Sub(decimal.RequireFromString(m[2]))
		want = want.Add(excess.Mul(decimal.RequireFromString(m[1])).Shift(-2)).Round(2)
	}
	got := a.Net.Decimal()
	if shown.MatchString(q.basis) {
		got = got.Round(0)
	}
	return q.equal(got, want)
}

// percent compares what the base, or its part above the row's lower border,
// costs before bounds.
func (q question) percent(a fee.Assessment, want decimal.Decimal) error {
	part, value := q.base, a.Exact
	if q.how.excess && q.lower != "0" {
		lower := decimal.RequireFromString(q.lower)
		below, err := q.assess(q.tariff, lower)
		if err != nil {
			return err
		}
		if value, err = value.Sub(below.Exact); err != nil {
			return err
		}
		part = q.base.Sub(lower)
	}
	minor := money.ExactOf(money.FromMinor(part.Shift(2).IntPart(), value.Currency()))
	return q.same(value, minor.Times(want.Shift(6).IntPart(), 100_000_000))
}

// bound compares a bound and sees that it binds.
func (q question) bound(got money.Amount, net func(money.Amount) (int, error), want decimal.Decimal, wrong int) error {
	if n, err := net(got); err != nil || n == wrong {
		return fmt.Errorf("the fee passes its bound %s %w", got, err)
	}
	return q.equal(got.Decimal(), want)
}

// perStep compares what one, two and four started steps add to the fee of 500 000.
func (q question) perStep(want decimal.Decimal) error {
	start, err := q.assess(q.tariff, decimal.New(500_000, 0))
	if err != nil {
		return err
	}
	for base, steps := range map[string]int64{"500000.01": 1, "550000.00": 1, "550000.01": 2, "700000.00": 4} {
		a, err := q.assess(q.tariff, decimal.RequireFromString(base))
		if err != nil {
			return err
		}
		if err := q.equal(a.Net.Decimal().Sub(start.Net.Decimal()), want.Mul(decimal.NewFromInt(steps))); err != nil {
			return err
		}
	}
	return nil
}

// planPart compares the scale of a plan with the full scale on a part of the claim.
func (q question) planPart(a fee.Assessment, want decimal.Decimal, asked reach) error {
	scale, ok := fee.Find(Tariffs(q.jurisdiction), "rvg-13", fee.Everybody)
	part := q.base.Mul(want).Shift(-2).RoundUp(2) // no border lies inside a cent
	b, err := q.assess(scale, part)
	if !ok || err != nil {
		return fmt.Errorf("no scale: %w", err)
	}
	asked.note(q.jurisdiction, &b)
	return q.same(a.Exact, b.Exact)
}
