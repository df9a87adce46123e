package native

import (
	"errors"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

const (
	ofCase        = "unknown field, want one of id, currency, base, jurisdiction, debtor, debtors, claims, fees, payments, reversals, refunds, writeOffs, adjustments, capitalizations, holds, notices, promises, titles, plan, closed, allocation, rounding, extendRates"
	ofClaim       = "unknown field, want one of id, kind, group, secured, principal, vat, contracted, issued, due, demanded, accelerated, recorded, opening, exchange, credit, interest, contractInterest, limitation"
	ofDayCounts   = "ACT/365F, ACT/360, ACT/364, ACT/ACT-ISDA, NL/365, 30E/360, 30E/360-ISDA, 30U/360, 30/360-BOND, 30E/365"
	ofModes       = "half-up, half-even, half-down, up, down, ceiling, floor"
	ofComponents  = "fee, contract-interest, default-interest, interest, capitalized or principal"
	likeAnAmount  = "want digits as 10000.00 in at most 30 characters"
	likeACurrency = "want a code of ISO 4217 such as SEK"
	likeAFactor   = `want a number such as "1.5" from -1000 to 1000, not 0, with at most 6 decimals`
)

type problemCase struct {
	name, template, fields string
	want                   []string
}

func runProblems(t *testing.T, cases []problemCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := c.fields
			if c.template != "" {
				text = fill(c.template, c.fields)
			}
			wantProblems(t, text, c.want...)
		})
	}
}

func TestProblemsOfTypes(t *testing.T) {
	runProblems(t, []problemCase{
		{"list", "", `[]`, []string{"a list, want an object"}},
		{"null", "", `null`, []string{"null, want an object"}},
		{"number", "", `1e999999`, []string{"the number 1e999999, want an object"}},
		{"nothing", "", `{}`, []string{
			"/id: missing, want a text",
			"/currency: missing, want a currency code such as SEK",
			"/claims: empty, want at least one claim",
		}},
		{"every field of another type", "", `{"id":5,"currency":7,"jurisdiction":true,"debtor":[],"debtors":{},"claims":"x","fees":1,
			"payments":null,"holds":{},"plan":[],"closed":"","allocation":"SE","rounding":[],"extendRates":"yes"}`, []string{
			"/id: the number 5, want a string",
			`/currency: the number 7, want a string such as "SEK"`,
			"/jurisdiction: true, want a string",
			"/debtor: a list, want a string",
			"/debtors: an object, want a list",
			`/claims: the string "x", want a list`,
			"/fees: the number 1, want a list",
			"/payments: null, want a list",
			"/holds: an object, want a list",
			"/plan: a list, want an object",
			`/closed: the string "", want an object`,
			`/allocation: the string "SE", want an object`,
			"/rounding: a list, want an object",
			`/extendRates: the string "yes", want true or false`,
		}},
		{"elements", inCase, `"debtors":[5,{"id":1,"kind":2,"role":null}],"fees":["x"],"payments":[[]]`, []string{
			"/debtors/0: the number 5, want an object",
			"/debtors/1/id: the number 1, want a string",
			"/debtors/1/kind: the number 2, want a string",
			"/debtors/1/role: null, want a string",
			`/fees/0: the string "x", want an object`,
			"/payments/0: a list, want an object",
		}},
		{"empty is absent", inCase, `"jurisdiction":"","debtor":"","debtors":[],"fees":[],"payments":[],"reversals":[],"plan":{},
			"closed":{"date":"","disposition":""},"allocation":{"preset":"","rungs":[]},"rounding":{"mode":""},"extendRates":false`, nil},
		{"a type is wrong even where it says nothing", inInterest, `"basis":[]`, []string{
			"/claims/0/interest/basis: a list, want a string",
		}},
	})
}

func TestProblemsOfFields(t *testing.T) {
	runProblems(t, []problemCase{
		{"unknown", inCase, `"loan":{"x":1},"Debtor":"consumer"`, []string{"/loan: " + ofCase, "/Debtor: " + ofCase}},
		{"unknown and escaped", inClaim, `"due":"2024-01-31","a/b~c":1,"":2`, []string{
			"/claims/0/a~1b~0c: " + ofClaim, "/claims/0/: " + ofClaim,
		}},
		{"misspelt and therefore missing", "", `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","princpal":"1.00","due":"2024-01-31"}]}`, []string{
			"/claims/0/princpal: " + ofClaim, "/claims/0/principal: missing, want an amount",
		}},
		{"unknown deep", inInterest, `"basis":"fixed","rate":"5","ceiling":{"serie":"SE"},"agreed":{"basis":"fixed","rate":"6","dayCount":""}`, []string{
			"/claims/0/interest/ceiling/serie: unknown field, want one of series, margin",
			"/claims/0/interest/agreed/dayCount: unknown field, want one of basis, rate, series, margin, multiplier, reset",
			"/claims/0/interest/ceiling/series: missing, want the name of a series",
		}},
		{"given twice", inCase, `"id":"C-2","payments":[{"id":"P-1","date":"2024-05-10","amount":"1.00","amount":"2.00"}]`, []string{
			"/id: given twice, want each field once", "/payments/0/amount: given twice, want each field once",
		}},
		{"given twice where nothing is read", inCase, `"plan":{"a/b":[{"x":1,"x":2}]}`, []string{
			"/plan/a~1b/0/x: given twice, want each field once",
			"/plan/a~1b: unknown field, want one of " + strings.Join(planFields, ", "), "/plan/type: missing, want a kind of plan such as annuity",
			"/plan/start: missing, want a date", "/plan/count: missing, want one of count, amount, end and final",
		}},
		{"debtor", inCase, `"debtor":"person","debtors":[{"id":"D-1","kind":"firm","role":"main"}]`, []string{
			`/debtor: "person" is not a known word, want consumer or business`,
			`/debtors/0/kind: "firm" is not a known word, want consumer or business`,
		}},
		{"text too long", inCase, `"debtors":[{"id":"D-1","role":"` + strings.Repeat("x", 201) + `"}]`, []string{
			"/debtors/0/role: 201 bytes, want at most 200",
		}},
	})
}

func TestProblemsOfAmountsAndDates(t *testing.T) {
	runProblems(t, []problemCase{
		{"number", inPayment, `"amount":2500.00`, []string{`/payments/0/amount: the number 2500.00, want a string such as "10000.00"`}},
		{"exponent", inPayment, `"amount":"1e999999"`, []string{`/payments/0/amount: "1e999999" is not an amount, ` + likeAnAmount}},
		{"decimals", inPayment, `"amount":"1.005"`, []string{
			`/payments/0/amount: "1.005" has too many decimals, want at most 2 for SEK`,
		}},
		{"too large", inPayment, `"amount":"99999999999999.00"`, []string{
			`/payments/0/amount: "99999999999999.00" is too large, want at most 10000000000000.00 SEK`,
		}},
		{"too large to round to", inCase, `"rounding":{"quantum":"99999999999999"}`, []string{
			`/rounding/quantum: "99999999999999" is too large, want at most 10000000000000.00 SEK`,
		}},
		{"currency without a minor unit", "", `{"id":"C-1","currency":"XAU","claims":[{"id":"INV-1","principal":"1.00","due":"2024-01-31"}]}`, []string{
			`/currency: "XAU" is not a currency with a minor unit, ` + likeACurrency,
		}},
		{"negative", inPayment, `"amount":"-1.00"`, []string{"/payments/0/amount: -1.00 SEK is negative, want an amount of at least 0"}},
		{"null", inPayment, `"amount":null`, []string{`/payments/0/amount: null, want a string such as "10000.00"`}},
		{"missing", inPayment, `"by":""`, []string{"/payments/0/amount: missing, want an amount"}},
		{"no such day", inClaim, `"due":"2026-02-30"`, []string{`/claims/0/due: "2026-02-30" is not a date, want YYYY-MM-DD`}},
		{"dates in other forms", inClaim, `"due":"2024-01-31","contracted":"20240131","issued":"2024-1-1","demanded":20240131,"recorded":"2024-01-31T00:00:00Z"`, []string{
			`/claims/0/contracted: "20240131" is not a date, want YYYY-MM-DD`,
			`/claims/0/issued: "2024-1-1" is not a date, want YYYY-MM-DD`,
			`/claims/0/demanded: the number 20240131, want a string such as "2024-01-31"`,
			`/claims/0/recorded: "2024-01-31T00:00:00Z" is not a date, want YYYY-MM-DD`,
		}},
		{"date out of bounds", inClaim, `"due":"1850-01-01"`, []string{
			"/claims/0/due: 1850-01-01 is out of bounds, want a year from 1900 through 2200",
		}},
		{"currency of the case is no currency", "", `{"id":"C-1","currency":"sek","claims":[{"id":"INV-1","principal":"10.12345678","vat":"1O","due":"2024-01-31"}],
			"fees":[{"id":"F-1","date":"2024-02-15","amount":"99999999999999999999"}],
			"payments":[{"id":"P-1","date":"2024-05-10","amount":"5.00","currency":"SEK","specification":[{"item":"INV-1","component":"principal","amount":"5.00"}]}],
			"rounding":{"quantum":"0.5"}}`, []string{
			`/currency: "sek" is not a currency with a minor unit, ` + likeACurrency,
			`/claims/0/vat: "1O" is not an amount, ` + likeAnAmount,
		}},
		{"currency of the case is missing", "", `{"id":"C-1","claims":[{"id":"INV-1","principal":"10.00","due":"2024-01-31"}]}`, []string{
			"/currency: missing, want a currency code such as SEK",
		}},
	})
}

func TestProblemsOfClaims(t *testing.T) {
	due := `"due":"2024-01-31",`
	runProblems(t, []problemCase{
		{"kind", inClaim, due + `"kind":"bill"`, []string{
			`/claims/0/kind: "bill" is not a known word, want invoice, loan, consumer-credit, mortgage, rent, damages, other, credit-note or capitalized-interest`,
		}},
		{"credit note", inClaim, due + `"kind":"credit-note"`, nil},
		{"credit note with terms and without a day", inClaim, `"kind":"credit-note","interest":{"basis":"none"},
			"contractInterest":{"basis":"none"},"opening":{"through":"2024-01-01","principal":"1.00"}`, []string{
			"/claims/0/issued: missing, want the value date of the credit note",
			"/claims/0/interest: on a credit note, want none",
			"/claims/0/contractInterest: on a credit note, want none",
			"/claims/0/opening: on a credit note, want none",
		}},
		{"kind that could not be read", inClaim, `"issued":"2024-01-01","kind":"creditnote"`, []string{
			`/claims/0/kind: "creditnote" is not a known word, want invoice, loan, consumer-credit, mortgage, rent, damages, other, credit-note or capitalized-interest`,
		}},
		{"capitalized interest", inClaim, due + `"kind":"capitalized-interest"`, []string{
			`/claims/0/interest: missing on capitalized interest, want its terms, such as basis none`,
		}},
		{"credit", inClaim, due + `"accelerated":"2024-05-01","credit":{"used":"1.00","priorCosts":"0.00"}`, nil},
		{"credit of an unknown amount", inClaim, due + `"credit":{"priorCosts":"1.00"}`, []string{
			"/claims/0/credit/granted: missing, want the credit granted or used",
		}},
		{"not yet, but empty", inClaim, due + `"accelerated":"","opening":{"through":"","principal":""},"credit":{}`, nil},
		{"not yet, and of another type", inClaim, due + `"accelerated":1,"opening":[],"credit":{"granting":""}`, []string{
			`/claims/0/accelerated: the number 1, want a string such as "2024-01-31"`,
			"/claims/0/opening: a list, want an object",
			"/claims/0/credit/granting: unknown field, want one of granted, used, priorCosts",
		}},
		{"no due date", inClaim, `"vat":"1.00"`, []string{"/claims/0/due: missing, want a due date or interest.from"}},
		{"no due date that could be read", inClaim, `"interest":{"basis":"none","from":"x"}`, []string{
			`/claims/0/interest/from: "x" is not a date, want YYYY-MM-DD`,
		}},
		{"no terms that could be read", inClaim, `"interest":"none"`, []string{`/claims/0/interest: the string "none", want an object`}},
		{"id that could not be read", "", `{"id":"C-1","currency":"SEK","claims":[{"id":17,"principal":"1.00","due":"2024-01-31"}],"payments":[{"id":"P-1","date":"2024-05-10","amount":"1.00",
			"specification":[{"item":"17","component":"principal","amount":"1.00"}]}]}`, []string{"/claims/0/id: the number 17, want a string"}},
	})
}

func TestProblemsOfInterest(t *testing.T) {
	runProblems(t, []problemCase{
		{"no basis", inInterest, `"dayCount":"ACT/360"`, []string{"/claims/0/interest/basis: missing, want statutory, fixed, reference or none"}},
		{"basis", inInterest, `"basis":"legal"`, []string{`/claims/0/interest/basis: "legal" is not a known word, want statutory, fixed, reference or none`}},
		{"statutory without a jurisdiction", inInterest, `"basis":"statutory"`, []string{
			"/claims/0/interest/basis: statutory without a jurisdiction, want one at /jurisdiction or another basis",
		}},
		{"jurisdiction that could not be read", "", fill(inInterest, `"basis":"statutory"`)[:len(fill(inInterest, `"basis":"statutory"`))-1] + `,"jurisdiction":46}`, []string{
			"/jurisdiction: the number 46, want a string",
		}},
		{"fixed without a rate", inInterest, `"basis":"fixed","rate":""`, []string{`/claims/0/interest/rate: missing, want per cent a year such as "11.5"`}},
		{"rate as a number", inInterest, `"basis":"fixed","rate":12`, []string{`/claims/0/interest/rate: the number 12, want a string such as "11.5"`}},
		{"rate with a comma", inInterest, `"basis":"fixed","rate":"12,5"`, []string{`/claims/0/interest/rate: not a rate: "12,5", want per cent a year such as 11.5`}},
		{"rate too fine", inInterest, `"basis":"fixed","rate":"0.0000001"`, []string{`/claims/0/interest/rate: "0.0000001" has too many decimals, want at most 6`}},
		{"rate too high", inInterest, `"basis":"fixed","rate":"1001"`, []string{`/claims/0/interest/rate: "1001" is out of bounds, want -1000 to 1000 per cent a year`}},
		{"fields of another basis, also of value 0", inInterest, `"basis":"none","rate":"0","series":"SE","margin":"0","multiplier":"1","reset":"floating"`, []string{
			"/claims/0/interest/rate: beside basis none, want it with fixed only",
			"/claims/0/interest/series: beside basis none, want it with reference only",
			"/claims/0/interest/margin: beside basis none, want it with reference only",
			"/claims/0/interest/multiplier: beside basis none, want it with reference only",
			"/claims/0/interest/reset: beside basis none, want it with reference or statutory",
		}},
		{"reference", inInterest, `"basis":"reference","margin":{},"multiplier":"0","reset":"fixed"`, []string{
			`/claims/0/interest/margin: an object, want a string such as "11.5"`,
			`/claims/0/interest/reset: "fixed" is not a known word, want floating or fixed-at-start`,
			`/claims/0/interest/multiplier: "0" is not a multiplier, ` + likeAFactor,
			"/claims/0/interest/series: missing, want the name of a series",
		}},
		{"multiplier too large", inInterest, `"basis":"reference","series":"SE","multiplier":"1001"`, []string{
			`/claims/0/interest/multiplier: "1001" is not a multiplier, ` + likeAFactor,
		}},
		{"multiplier too fine", inInterest, `"basis":"reference","series":"SE","multiplier":"0.0000001"`, []string{
			`/claims/0/interest/multiplier: "0.0000001" is not a multiplier, ` + likeAFactor,
		}},
		{"multiplier in words", inInterest, `"basis":"reference","series":"SE","multiplier":"twice"`, []string{
			`/claims/0/interest/multiplier: "twice" is not a multiplier, ` + likeAFactor,
		}},
		{"day count for plans", inInterest, `"basis":"none","dayCount":"ACT/365L"`, []string{
			`/claims/0/interest/dayCount: "ACT/365L" counts by the schedule of a plan, want for a claim one of ` + ofDayCounts,
		}},
		{"another day count for plans", inInterest, `"basis":"none","dayCount":"ACT/ACT-ICMA"`, []string{
			`/claims/0/interest/dayCount: "ACT/ACT-ICMA" counts by the schedule of a plan, want for a claim one of ` + ofDayCounts,
		}},
		{"and another", inInterest, `"basis":"none","dayCount":"ACT/ACT-AFB"`, []string{
			`/claims/0/interest/dayCount: "ACT/ACT-AFB" counts by the schedule of a plan, want for a claim one of ` + ofDayCounts,
		}},
		{"day count that files do not have", inInterest, `"basis":"none","dayCount":"30/365"`, []string{
			`/claims/0/interest/dayCount: "30/365" is not a day count of claims, want one of ` + ofDayCounts,
		}},
		{"day count of two meanings", inInterest, `"basis":"none","dayCount":"30/360"`, []string{
			`/claims/0/interest/dayCount: "30/360" is not a day count of claims, want one of ` + ofDayCounts,
		}},
		{"days", inInterest, `"basis":"none","from":"2024-02-01","through":"2024-01-01","cutoff":"2024-03-01"`, []string{
			"/claims/0/interest/through: 2024-01-01 is before the first bearing day 2024-02-01, want that day or later",
			"/claims/0/interest/cutoff: without an agreed rate, want agreed beside it",
		}},
		{"first day that could not be read", inInterest, `"basis":"none","from":"2024-13-01","through":"2024-01-01"`, []string{
			`/claims/0/interest/from: "2024-13-01" is not a date, want YYYY-MM-DD`,
		}},
		{"words", inInterest, `"basis":"none","paymentDay":"no","kind":"late","compounding":"daily"`, []string{
			`/claims/0/interest/paymentDay: "no" is not a known word, want bears or free`,
			`/claims/0/interest/compounding: "daily" is not a known word, want none or annual`,
			`/claims/0/interest/kind: "late" is not a known word, want default or contract`,
		}},
		{"compounding", inInterest, `"basis":"fixed","rate":"5","compounding":"annual"`, nil},
		{"bounds", inInterest, `"basis":"fixed","rate":"5","floor":5,"ceiling":{"margin":"x"}`, []string{
			`/claims/0/interest/floor: the number 5, want a string such as "11.5" or an object of series and margin`,
			`/claims/0/interest/ceiling/margin: not a rate: "x", want per cent a year such as 11.5`,
			"/claims/0/interest/ceiling/series: missing, want the name of a series",
		}},
		{"agreed", inInterest, `"basis":"fixed","rate":"5","agreed":{"basis":"none"}`, []string{
			`/claims/0/interest/agreed/basis: "none", want fixed or reference`,
		}},
		{"agreed that could not be read", inInterest, `"basis":"fixed","rate":"5","agreed":"10","cutoff":"2024-05-01"`, []string{
			`/claims/0/interest/agreed: the string "10", want an object`,
		}},
		{"empty terms", inInterest, `"basis":"","floor":{},"ceiling":"","agreed":{"rate":""}`, nil},
	})
}

func TestProblemsOfFees(t *testing.T) {
	runProblems(t, []problemCase{
		{"no amount", inFee, `"code":"reminder"`, []string{
			"/fees/0/amount: missing, want an amount, or a jurisdiction whose tariff says it",
		}},
		{"no amount and no code", inFee, `"facts":{"base":"1.00"}`, []string{
			"/fees/0/amount: missing, want an amount, or a code whose tariff says it",
		}},
		{"statutory interest without a statute", inFee, `"amount":"60.00","interest":{"basis":"statutory"}`, []string{
			"/fees/0/interest/basis: statutory without a jurisdiction, want one at /jurisdiction or another basis",
		}},
		{"interest", inFee, `"amount":"60.00","interest":{"basis":"fixed","rate":"8"}`, nil},
		{"interest of the contract", inFee, `"amount":"60.00","interest":{"basis":"fixed","rate":"8","kind":"contract","compounding":"annual"}`, []string{
			"/fees/0/interest/kind: contract, want default: interest on a fee is interest for being late",
			"/fees/0/interest/compounding: annual, want none on a fee",
		}},
		{"interest of none, and more", inFee, `"amount":"60.00","interest":{"basis":"none","from":"2024-03-01"}`, nil},
		{"interest of none", inFee, `"amount":"60.00","interest":{"basis":"none","compounding":"none"}`, nil},
		{"facts", inFee, `"amount":"60.00","facts":{"base":"100.00","sent":"2024-02-30","vatDeductible":true}`, []string{
			`/fees/0/facts/sent: "2024-02-30" is not a date, want YYYY-MM-DD`,
		}},
		{"facts that say nothing", inFee, `"amount":"60.00","facts":{"base":"","disputed":false}`, nil},
		{"amount of nothing", inFee, `"amount":"0.00"`, []string{"/fees/0/amount: 0.00 SEK is nothing, want an amount above 0"}},
	})
}

func TestProblemsOfPayments(t *testing.T) {
	runProblems(t, []problemCase{
		{"another currency", inPayment, `"amount":"10.00","currency":"EUR","received":"9.00"`, nil},
		{"another currency at a rate", inPayment, `"amount":"10.000","currency":"TND","rate":"3.4567","exchanged":"2024-05-09"`, nil},
		{"another currency and no rate", inPayment, `"amount":"10.00","currency":"EUR"`, []string{
			"/payments/0/received: missing, want what the payment came to in SEK, or a rate"}},
		{"no rate", inPayment, `"amount":"10.00","currency":"EUR","rate":"0"`, []string{
			`/payments/0/rate: "0" is not an exchange rate, want more than 0 with at most ten decimals such as "11.2345"`}},
		{"rate without need", inPayment, `"amount":"10.00","rate":"1"`, []string{"/payments/0/rate: on a payment in the case's own currency, want none"}},
		{"received without need", inPayment, `"amount":"10.00","received":"10.00"`, []string{
			"/payments/0/received: on a payment in the case's own currency, want none or a base currency of the case"}},
		{"nothing left of it", inPayment, `"amount":"0.01","currency":"EUR","rate":"0.3"`, []string{
			"/payments/0/amount: 0.01 EUR comes to 0.00 SEK, want an amount above 0"}},
		{"currency of the case", inPayment, `"amount":"10.00","currency":"SEK","received":""`, nil},
		{"no currency", inPayment, `"amount":"10.00","currency":"KRONOR"`, []string{`/payments/0/currency: "KRONOR" is not a currency with a minor unit, ` + likeACurrency}},
		{"direct", inPayment, `"amount":"10.00","direct":"no"`, []string{`/payments/0/direct: the string "no", want true or false`}},
		{"by", inPayment, `"amount":"10.00","by":"D-9"`, []string{`/payments/0/by: "D-9" is not a debtor of the case, want an id from /debtors`}},
		{"specification", inPayment, `"amount":"10.00","specification":[{"item":"INV-1","component":"capital","amount":"5.00"},
			{"item":"INV-2","component":"interest","amount":"6.00"},{"part":1}]`, []string{
			`/payments/0/specification/0/component: not a component: "capital", want ` + ofComponents,
			"/payments/0/specification/2/part: unknown field, want one of item, component, amount",
			`/payments/0/specification/1/item: "INV-2" is not an item of the case, want the id of a claim or fee`,
			"/payments/0/specification/2/amount: missing, want an amount",
			`/payments/0/specification/2/item: "" is not an item of the case, want the id of a claim or fee`,
		}},
		{"order of a payment", inPayment, `"amount":"10.00","allocation":{"preset":"SE","unallocated":"apply"}`, []string{
			"/payments/0/allocation/unallocated: apply on a payment, want it in the order of the case",
		}},
		{"order of a payment without rungs", inPayment, `"amount":"10.00","allocation":{"direction":"none"}`, []string{
			"/payments/0/allocation: not an order of settlement: 0 rungs, want 1 to 100",
		}},
		{"specification above an amount that could not be read", inPayment, `"amount":"ten","specification":[{"item":"INV-1","component":"principal","amount":"5.00"}]`, []string{
			`/payments/0/amount: "ten" is not an amount, ` + likeAnAmount,
		}},
		{"debtors that could not be read", inCase, `"debtors":"D-1","payments":[{"id":"P-1","date":"2024-05-10","amount":"1.00","by":"D-1"}]`, []string{
			`/debtors: the string "D-1", want a list`,
		}},
	})
}

func TestProblemsOfAllocationAndRounding(t *testing.T) {
	runProblems(t, []problemCase{
		{"both", inCase, `"allocation":{"preset":"SE","rungs":[{"components":["fee"]}]}`, []string{"/allocation: both preset and rungs, want one of them"}},
		{"preset", inCase, `"allocation":{"preset":"SW"}`, []string{
			`/allocation/preset: "SW" is not a preset, want one of SE, SE-consumer-credit, FI, NO, DK, DE-BGB-367, DE-BGB-497, AT, NL, GB, costs-interest-principal, principal-first, interest-first`,
		}},
		{"processing of a preset", inCase, `"allocation":{"preset":"SE","processing":"vertical"}`, []string{
			"/allocation/processing: without rungs, want it beside rungs only",
		}},
		{"words", inCase, `"allocation":{"processing":"sideways","unallocated":"keep"}`, []string{
			`/allocation/processing: not a known name: "sideways", want vertical or horizontal`,
			`/allocation/unallocated: not a known name: "keep", want hold or apply`,
		}},
		{"rungs", inCase, `"allocation":{"rungs":[{"components":["fees",1,""],"codes":"reminder","groups":[""],"due":["late"],"order":"newest","sort":1},{},5]}`, []string{
			"/allocation/rungs/0/sort: unknown field, want one of components, codes, groups, due, order",
			`/allocation/rungs/0/components/0: not a component: "fees", want ` + ofComponents,
			"/allocation/rungs/0/components/1: the number 1, want a string",
			"/allocation/rungs/0/components/2: empty, want a text",
			`/allocation/rungs/0/codes: the string "reminder", want a list`,
			"/allocation/rungs/0/groups/0: empty, want a text",
			`/allocation/rungs/0/due/0: not a known name: "late", want past-due, due or in-advance`,
			`/allocation/rungs/0/order: not a known name: "newest", want oldest, highest-rate, largest, pro-rata, latest or even`,
			"/allocation/rungs/1/components: missing, want at least one",
			"/allocation/rungs/2: the number 5, want an object",
		}},
		{"rounding", inCase, `"rounding":{"mode":"exactly","place":"case","quantum":"0.00"}`, []string{
			`/rounding/mode: "exactly" is not a way of rounding, want one of ` + ofModes,
			`/rounding/place: not a place of rounding: "case", want claim, segment or day`,
			`/rounding/quantum: "0.00" is not above 0, want a step such as "0.05"`,
		}},
		{"step in the mode", inCase, `"rounding":{"mode":"half-up/100","quantum":"-1"}`, []string{
			`/rounding/mode: "half-up/100" is not a way of rounding, want one of ` + ofModes,
			`/rounding/quantum: "-1" is not above 0, want a step such as "0.05"`,
		}},
	})
}

// The errors of the lower packages stay matchable behind the problems.
func TestProblemCauses(t *testing.T) {
	for want, text := range map[error]string{
		money.ErrOffQuantum:       fill(inPayment, `"amount":"1.005"`),
		money.ErrUnknownCurrency:  `{"currency":"sek"}`,
		money.ErrTooLarge:         fill(inPayment, `"amount":"99999999999999.00"`),
		interest.ErrRateTooLarge:  fill(inInterest, `"basis":"fixed","rate":"1001"`),
		interest.ErrNotPercent:    fill(inInterest, `"basis":"reference","multiplier":"0"`),
		interest.ErrTooFine:       fill(inInterest, `"basis":"fixed","rate":"0.0000001"`),
		ledger.ErrNoKind:          fill(inCase, `"debtor":"person"`),
		allocation.ErrNoComponent: fill(inCase, `"allocation":{"rungs":[{"components":["fees"]}]}`),
		allocation.ErrNoName:      fill(inCase, `"allocation":{"unallocated":"keep"}`),
	} {
		if _, err := DecodeCase(strings.NewReader(text)); !errors.Is(err, want) {
			t.Errorf("%s: %v is not %v", text, err, want)
		}
	}
}

// What could be read comes back beside the problems.
func TestDecodeCaseWithProblems(t *testing.T) {
	c, err := DecodeCase(strings.NewReader(fill(inPayment, `"amount":2500,"by":"D-1"`)))
	if err == nil {
		t.Fatal("no error")
	}
	p := c.Payments[0]
	if c.ID != "C-1" || c.Claims[0].Principal != money.MustParse("10000.00 SEK") || p.By != "D-1" || !p.Amount.IsZero() {
		t.Errorf("read %+v", c)
	}
}
