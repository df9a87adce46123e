package conformance

import (
	"fmt"
	"strings"
	"testing"
)

// actusOf writes a contract of 1000 at 12 % over 2024: terms as "key=value", rows as
// "date type payoff notional rate accrued".
func actusOf(kind, terms string, rows ...string) string {
	var fields []string
	for _, f := range strings.Fields("contractType=" + kind + " contractRole=RPA currency=EUR statusDate=2023-12-31 " +
		"initialExchangeDate=2024-01-01 notionalPrincipal=1000 nominalInterestRate=0.12 dayCountConvention=30E360 " + terms) {
		key, value, _ := strings.Cut(f, "=")
		if !strings.HasPrefix(value, "[") {
			value = `"` + value + `"`
		}
		fields = append(fields, `"`+key+`": `+value)
	}
	var results []string
	for _, row := range rows {
		w := strings.Fields(row)
		results = append(results, fmt.Sprintf(`{"eventDate": "%sT00:00:00", "eventType": "%s", "payoff": %s, "currency": "EUR",
			"notionalPrincipal": "  %s", "nominalInterestRate": %s, "accruedInterest": %s}`, w[0], w[1], w[2], w[3], w[4], w[5]))
	}
	return `{"own": {"identifier": "own", "terms": {` + strings.Join(fields, ", ") + `}, "to": "2025-12-31T00:00", "results": [` + strings.Join(results, ", ") + `],
		"dataObserved": {"X": {"identifier": "X", "data": [{"timestamp": "2024-03-01T00:00", "value": "0.02"}, {"timestamp": "2024-02-01", "value": 1e-2}]}}, "eventsObserved": []}}`
}

func judgeContract(t *testing.T, text string) Verdict {
	t.Helper()
	contracts, err := ReadContracts(strings.NewReader(text))
	if err != nil || len(contracts) != 1 {
		t.Fatalf("%s: %d contracts, %v", text, len(contracts), err)
	}
	return contracts[0].Judge()
}

const (
	bulletTerms = "maturityDate=2024-03-01T00:00:00 cycleAnchorDateOfInterestPayment=2024-02-01 cycleOfInterestPayment=P1ML0 "
	lent        = "2024-01-01 IED -1000 1000 0.12 0"
)

func bulletRows() []string {
	return []string{lent, "2024-02-01 IP 10.0 1000 0.12 0", "2024-03-01 IP 10 1000 0.12 0", "2024-03-01 MD 1E3 0 0.12 0"}
}

// TestContracts works contracts whose figures were found by hand.
func TestContracts(t *testing.T) {
	for name, text := range map[string]string{
		"bullet": actusOf("PAM", bulletTerms+"rateMultiplier=1.0 rateSpread=0 fixingDays=P2D interestCalculationBase=NT", bulletRows()...),
		"of the borrower": actusOf("PAM", "contractRole=RPL "+bulletTerms+"accruedInterest=5 premiumDiscountAtIED=-100",
			"2024-01-01 IED 900 -1000 0.12 -5", "2024-02-01 IP -15 -1000 0.12 0", "2024-03-01 IP -10 -1000 0.12 0", "2024-03-01 MD -1000 0 0.12 0"),
		"reset": actusOf("PAM", "maturityDate=2024-04-01 marketObjectCodeOfRateReset=X cycleAnchorDateOfRateReset=2024-02-01 cycleOfRateReset=P1ML1 rateSpread=0.02 rateMultiplier=2 nextResetRate=0.24",
			lent, "2024-02-01 RRF 0 1000 0.24 10", "2024-03-01 RR 0 1000 0.06 30", "2024-04-01 IP 35 1000 0.06 0", "2024-04-01 MD 1000 0 0.06 0"),
		"accrued from an earlier anchor, quarterly, month ends": actusOf("PAM",
			"endOfMonthConvention=EOM statusDate=2023-02-28 initialExchangeDate=2023-05-31 maturityDate=2023-08-31 cycleAnchorDateOfInterestPayment=2023-02-28 cycleOfInterestPayment=P1QL1",
			"2023-05-31 IED -1000 1000 0.12 30.6666666666666", "2023-05-31 IP 30.66666666666666 1000 0.12 0", "2023-08-31 IP 30 1000 0.12 0", "2023-08-31 MD 1000 0 0.12 0"),
		"running, shifted after interest is counted": actusOf("PAM",
			"statusDate=2024-05-15 maturityDate=2024-07-01 cycleAnchorDateOfInterestPayment=2024-06-01 cycleOfInterestPayment=P1ML1 calendar=MF businessDayConvention=CSF",
			"2024-06-03 IP 5.3333333333 1000 0.12 0", "2024-07-01 IP 10 1000 0.12 0", "2024-07-01 MD 1000 0 0.12 0"),
		"linear": actusOf("LAM", bulletTerms+"cycleAnchorDateOfPrincipalRedemption=2024-02-01 cycleOfPrincipalRedemption=P4WL1 nextPrincipalRedemptionPayment=700",
			lent, "2024-02-01 PR 700 300 0.12 10", "2024-02-01 IP 10 300 0.12 0", "2024-02-29 PR 300 0 0.12 2.8", "2024-03-01 IP 2.8 0 0.12 0", "2024-03-01 MD 0 0 0.12 0"),
		"negative amortizer": actusOf("NAM", "maturityDate=2024-03-01 cycleOfPrincipalRedemption=P1ML1 nextPrincipalRedemptionPayment=5",
			lent, "2024-02-01 PR -5 1005 0.12 10", "2024-02-01 IP 10 1005 0.12 0", "2024-03-01 IP 10.05 1005 0.12 0", "2024-03-01 MD 1005 0 0.12 0"),
		"annuity": actusOf("ANN", "amortizationDate=2024-03-01 cycleAnchorDateOfPrincipalRedemption=2024-02-01 cycleOfPrincipalRedemption=P1ML0",
			lent, "2024-01-31 PRF 0 1000 0.12 9.66666666667", "2024-02-01 PR 497.51243781095 502.48756218905 0.12 10", "2024-02-01 IP 10 502.48756218905 0.12 0",
			"2024-03-01 IP 5.02487562189 502.48756218905 0.12 0", "2024-03-01 MD 502.48756218905 0 0.12 0"),
		"until further notice": strings.Replace(actusOf("UMP", "cycleOfInterestPayment=P1HL1", lent, "2024-07-01 IPCI 0 1060 0.12 0"), "2025-12-31T00:00", "2025-01-01", 1),
		"call money": actusOf("CLM", bulletTerms+"xDayNotice=P1M calendar=MF businessDayConvention=SCP",
			lent, "2024-02-01 IPCI 0 1010 0.12 0", "2024-03-01 IP 10.1 1010 0.12 0", "2024-03-01 MD 1010 0 0.12 0"),
		"terminated": actusOf("PAM", bulletTerms+"terminationDate=2024-02-16 priceAtTerminationDate=990",
			lent, "2024-02-01 IP 10 1000 0.12 0", "2024-02-16 TD 995 0 0.12 0"),
		"steps": actusOf("LAX", `arrayCycleAnchorDateOfPrincipalRedemption=["2024-02-01","2024-03-01"] arrayCycleOfPrincipalRedemption=P1ML1 arrayNextPrincipalRedemptionPayment=[500,"750"]
			arrayIncreaseDecrease=["INC","DEC"] arrayCycleAnchorDateOfInterestPayment=2024-02-01 arrayCycleOfInterestPayment=["P1ML1"] marketObjectCodeOfRateReset=X
			arrayCycleAnchorDateOfRateReset=["2024-02-01","2024-03-01"] arrayRate=["0.24",0.1] arrayFixedVariable=["FIX","VAR"]`,
			lent, "2024-02-01 PI -500 1500 0.12 10", "2024-02-01 IP 10 1500 0.12 0", "2024-02-01 RRF 0 1500 0.24 0", "2024-03-01 PR 750 750 0.24 30", "2024-03-01 IP 30 750 0.24 0",
			"2024-03-01 RR 0 750 0.12 0", "2024-04-01 IP 7.5 750 0.12 0", "2024-04-01 MD 750 0 0.12 0"),
	} {
		if v := judgeContract(t, text); v != (Verdict{}) {
			t.Errorf("%s: %+v, want passed", name, v)
		}
	}
}

// TestContractsFail shows that every figure, date and kind is compared.
func TestContractsFail(t *testing.T) {
	for change, want := range map[string]string{
		"2024-02-01 IP 10.0>2024-02-01 IP 10.000000002":   "IP on 2024-02-01: payoff 10.000000000000, want 10.000000002000",
		"2024-02-01 IP 10.0>2024-02-01 IP 10.0000000009":  "",
		"IP 10.0 1000>IP 10.0 999":                        "IP on 2024-02-01: notionalPrincipal 1000.000000000000, want 999.000000000000",
		"IP 10.0 1000 0.12>IP 10.0 1000 0.11":             "IP on 2024-02-01: nominalInterestRate 0.120000000000, want 0.110000000000",
		"IP 10.0 1000 0.12 0>IP 10.0 1000 0.12 1":         "IP on 2024-02-01: accruedInterest 0.000000000000, want 1.000000000000",
		"2024-02-01 IP>2024-02-02 IP":                     "IP on 2024-02-01, want IP on 2024-02-02",
		"2024-02-01 IP>2024-02-01 IPCI":                   "IP on 2024-02-01, want IPCI on 2024-02-01",
		"2024-03-01 MD 1E3 0 0.12 0>":                     "MD on 2024-03-01, want no more events",
		"0 0.12 0>0 0.12 0\n2024-03-02 IP 0 0 0.12 0":     "no event, want IP on 2024-03-02",
		bulletRows()[1] + "\n" + bulletRows()[2] + ">":    "IP on 2024-02-01, want MD on 2024-03-01\nIP on 2024-03-01, want no more events\nMD on 2024-03-01, want no more events",
		"2024-01-01 IED -1000>2024-01-01 IED 1000.000e-0": "IED on 2024-01-01: payoff -1000.000000000000, want 1000.000000000000",
	} {
		from, to, _ := strings.Cut(change, ">")
		rows := strings.Join(bulletRows(), "\n")
		last := strings.LastIndex(rows, from)
		if last >= 0 {
			rows = rows[:last] + to + rows[last+len(from):]
		}
		v := judgeContract(t, actusOf("PAM", bulletTerms, strings.Split(strings.TrimSpace(strings.ReplaceAll(rows, "\n\n", "\n")), "\n")...))
		have := ""
		if v.Problem != nil {
			have = v.Problem.Error()
		}
		if have != want || v.OutOfScope != "" {
			t.Errorf("%s: %+v, want %q", change, v, want)
		}
	}
	v := judgeContract(t, actusOf("PAM", "cycleOfInterestPayment=P1ML1 cycleOfRateReset=P1ML1 maturityDate=2024-03-01", bulletRows()...))
	if v.Problem == nil || !strings.Contains(v.Problem.Error(), "there are no fixings") {
		t.Errorf("without fixings: %+v", v)
	}
}

// TestContractsOutOfScope names the features that are not run.
func TestContractsOutOfScope(t *testing.T) {
	for terms, want := range map[string]string{
		"purchaseDate=2024-01-15 priceAtPurchaseDate=1":       "purchase",
		"scalingEffect=INO":                                   "index scaling",
		"scalingEffect=OOO":                                   "",
		"interestCalculationBase=NTL":                         "interest calculation base NTL",
		"interestCalculationBase=NTIED":                       "interest calculation base NTIED",
		"cycleOfInterestCalculationBase=P2ML0":                "",
		"maturityDate=2024-03-01T23:59:59":                    "times of day",
		"contractRole=BUY":                                    "contract role BUY",
		"dayCountConvention=B252":                             "day count B252",
		"endOfMonthConvention=LAST":                           "end of month LAST",
		"calendar=TARGET businessDayConvention=SCF":           "calendar TARGET",
		"calendar=MF businessDayConvention=SCX":               "business day convention SCX",
		"calendar=MF businessDayConvention=X":                 "business day convention X",
		"calendar=NC businessDayConvention=SCF":               "",
		"calendar=MF businessDayConvention=NOS":               "",
		"lifeCap=0.2":                                         "key lifeCap",
		"currency=ABC":                                        "currency",
		"contractType=SWAPS":                                  "contract type SWAPS",
		"contractRole=RPL terminationDate=2024-02-01":         "termination of a liability",
		"purchaseDate=2024-01-15 terminationDate=2024-02-01 ": "purchase",
	} {
		v := judgeContract(t, actusOf("PAM", bulletTerms+terms, bulletRows()...))
		if !strings.Contains(v.OutOfScope, want) || want == "" && v != (Verdict{}) || v.Problem != nil {
			t.Errorf("%s: %+v, want out of scope %q", terms, v, want)
		}
	}
	called := strings.Replace(actusOf("CLM", bulletTerms, bulletRows()...), `"eventsObserved": []`, `"eventsObserved": [{"time": "2024-02-02T00:00:00", "type": "XD", "value": 0}]`, 1)
	if v := judgeContract(t, called); v.OutOfScope != "observed event XD" {
		t.Errorf("called: %+v", v)
	}
	weekend := actusOf("CLM", "maturityDate=2024-06-01 calendar=MF businessDayConvention=SCP", lent)
	if v := judgeContract(t, weekend); v.OutOfScope != "call money that ends on no business day" {
		t.Errorf("ends on a Saturday: %+v", v)
	}
	array := actusOf("LAX", `arrayCycleAnchorDateOfRateReset=2024-02-01 arrayCycleOfRateReset=P1ML1 arrayRate=0.1 arrayFixedVariable=FIX
		arrayCycleAnchorDateOfPrincipalRedemption=2024-02-01 arrayNextPrincipalRedemptionPayment=1 arrayIncreaseDecrease=TURN`, lent)
	if v := judgeContract(t, array); v.OutOfScope != "arrayIncreaseDecrease TURN and fixed rates that are set again" {
		t.Errorf("arrays: %+v", v)
	}
}

func TestReadContractsRefuses(t *testing.T) {
	for text, parts := range map[string][]string{
		``:                   {"want one JSON object"},
		`{"a": 1}`:           {"a is 1, want an object"},
		`{"a": {"to": "x"}}`: {"a.to: ", "a.terms.contractType is missing", "a.terms.currency is missing"},
		actusOf("PAM", "cycleOfInterestPayment=1M nominalInterestRate=1e999 notionalPrincipal=1/3", "2024-02-30 IP x 0 0 0"): nil,
		strings.ReplaceAll(actusOf("PAM", "cycleOfInterestPayment=1M nominalInterestRate=1e999 notionalPrincipal=1/3"), `"to": "2025`, `"to": "2025-13`): {
			`cycleOfInterestPayment is "1M", want a cycle as P1ML0`, `nominalInterestRate is "1e999", want a number`, `notionalPrincipal is "1/3"`, "own.to: ",
		},
		actusOf("LAX", `arrayCycleAnchorDateOfPrincipalRedemption=["2024-02-01","2024-03-01"] arrayNextPrincipalRedemptionPayment=[] arrayIncreaseDecrease=DEC
			arrayCycleAnchorDateOfRateReset=2024-02-01 arrayFixedVariable=F`): {"arrayNextPrincipalRedemptionPayment lacks entry 1", "arrayRate lacks entry 0"},
	} {
		contracts, err := ReadContracts(strings.NewReader(text))
		if err == nil || len(contracts) > 0 {
			t.Errorf("%s: %d contracts, %v", text, len(contracts), err)
			continue
		}
		for _, part := range parts {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: error %v, want in it %q", text, err, part)
			}
		}
	}
}
