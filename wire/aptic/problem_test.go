package aptic

import (
	"io"
	"os"
	"strings"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// refused compares how the problems of a document begin with what is wanted, in any order.
func refused(t *testing.T, name string, err error, want []string) {
	t.Helper()
	got := ledger.AsProblems(err)
	if len(got) != len(want) {
		t.Errorf("%s: %d problems, want %d:\n%v", name, len(got), len(want), err)
		return
	}
	for _, w := range want {
		found := false
		for _, p := range got {
			found = found || strings.HasPrefix(p.Error(), w)
		}
		if !found {
			t.Errorf("%s: no problem begins with %q:\n%v", name, w, err)
		}
	}
}

func TestProblemsOfCases(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", ``, []string{"line 1, column 1, "}},
		{"not a case", `7`, []string{"the number 7, want an object"}},
		{"no case", `[]`, []string{"no case, want at least one"}},
		{"empty", `{}`, []string{"/caseNumber: missing", "/currencyCode: missing", "/debts: empty, want at least one claim"}},
		{"in a list", `[{"caseNumber":"1","currencyCode":"SEK","debts":[{"originalPrincipal":1}]}]`, []string{"/0/debtors: missing, want consumer or business", "/0/debts/0/dueDate: missing"}},
		{"euro", inCase(`"legalClaimType":null,`)[:0] + `{"caseNumber":"1","currencyCode":"EUR","debts":[{` + due + `"interestCode":"FIXED","interestRate":1}]}`, []string{"/currencyCode: EUR is the currency of several countries"}},
		{"claim type", `{"caseNumber":"1","currencyCode":"EUR","legalClaimType":"9999","debts":[{` + due + `"interestCode":"FIXED","interestRate":1}]}`, []string{`/legalClaimType: the string "9999", want a jurisdiction (--jurisdiction), or a type that begins with 04, 05`}},
		{"juridical type", inCase(`"debtors2":1,`)[:0] + `{"caseNumber":"1","currencyCode":"SEK","debtors":[{"juridicalType":2}],"debts":[{` + due + `"interestCode":"FIXED","interestRate":1}]}`, []string{"/debtors/0/juridicalType: the number 2, want one of 0, 1"}},
		{"role", `{"caseNumber":"1","currencyCode":"SEK","debtors":[{"juridicalType":0,"debtorRole":"Boss"}],"debts":[{` + due + `"interestCode":"FIXED","interestRate":1}]}`, []string{`/debtors/0/debtorRole: the string "Boss", want one of CODEBTOR, `}},
		{"closed without a day", inCase(`"closureCode":"RETRIEVED",`), []string{"/closureDate: missing beside a closureCode"}},
		{"closed how", inCase(`"closureCode":"GONE","closureDate":"2024-05-01",`), []string{`/closureCode: the string "GONE", want one of DEBTRELIEF, `}},
		{"action", inCase(`"actionDates":[{"actionCode":"X","actionDate":"2024-05-01"},{"actionCode":"REMINDER"}],`), []string{`/actionDates/0/actionCode: the string "X", want one of `, "/actionDates/1/actionDate: missing"}},
		{"registry", inCase(`"creditRegistryStatus":5,`), []string{"/creditRegistryStatus: the number 5, want a whole number from 0 to 4"}},
		{"high cost", inCase(`"highCostCredit":true,"highCostCreditAmount":1000,`), []string{"/highCostCredit: true with 0 credits in the case, want one"}},
		{"high cost unsaid", inCase(`"highCostCreditAmount":1000,`), []string{"/highCostCredit: missing beside the amount of a high-cost credit"}},
		{"pledge", inCase(`"pledges":[{"dueDate":"2024-05-01","amount":0}],`), []string{"/pledges/0/pledgeDate: missing", "/pledges/0/amount: 0.00 SEK is nothing"}},
		{"stop", inCase(`"stopPayments":1,`), []string{"/stopPayments: the number 1, want true or false"}},
	} {
		_, err := Decode(strings.NewReader(c.text), options())
		refused(t, c.name, err, c.want)
	}
}

func TestProblemsOfDebts(t *testing.T) {
	for _, c := range []struct {
		name, fields string
		want         []string
	}{
		{"fraction of an öre", `"originalPrincipal":1000.005,"dueDate":"2024-01-31"`, []string{"/debts/0/originalPrincipal: the number 1000.005"}},
		{"huge", `"originalPrincipal":1e20,"dueDate":"2024-01-31"`, []string{"/debts/0/originalPrincipal: the number 1e20"}},
		{"text", `"originalPrincipal":"much","dueDate":"2024-01-31"`, []string{`/debts/0/originalPrincipal: "much" is not a number`}},
		{"below zero", `"originalPrincipal":-5,"dueDate":"2024-01-31"`, []string{"/debts/0/originalPrincipal: -5.00 SEK is negative"}},
		{"day", `"originalPrincipal":1,"dueDate":"31.1.2024"`, []string{`/debts/0/dueDate: "31.1.2024"`}},
		{"twice", due + `"dueDate":"2024-01-30"`, []string{"/debts/0/dueDate: "}},
		{"rate alone", due + `"interestRate":8`, []string{"/debts/0/interestCode: missing beside a rate, want one of FIXED, F_365_BASE, ÖGR"}},
		{"code alone", due + `"interestCode":"ÖGR","interestRate":null`, []string{`/debts/0/interestRate: null beside the string "ÖGR"`}},
		{"unknown code", due + `"interestCode":"STIBOR","interestRate":8`, []string{`/debts/0/interestCode: the string "STIBOR", want one of FIXED, F_365_BASE, ÖGR`}},
		{"rate", due + `"interestCode":"FIXED","interestRate":1001`, []string{"/debts/0/interestRate: "}},
		{"currency", due + `"currencyCode":"NOK"`, []string{"/debts/0/currencyCode: NOK in a case in SEK"}},
		{"opening without a day", due + `"remainingPrincipal":500,"remainingInterest":7`, []string{"/debts/0/interestTo: missing, want the last day"}},
		{"what was left", due + `"originalInterest":7,"interestTo":"2024-05-01"`, []string{"/debts/0/remainingInterest: missing beside an originalInterest"}},
		{"condition", due + `"interestCondition":30`, []string{"/debts/0/billDate: missing beside an interestCondition"}},
		{"fixing", due + `"interestCode":"FIXED","interestRate":8,"fixedInterestTermStart":"2024-06-01"`, []string{"/debts/0/fixedInterestTermStart: 2024-06-01, and interest runs from 2024-02-01"}},
		{"fixing of a reference", due + `"interestCode":"ÖGR","interestRate":8,"fixedInterestTermStart":"2024-06-01"`, []string{"/debts/0/fixedInterestTermStart: 2024-06-01 fixes a reference rate, want the first day that bears interest, 2024-02-01"}},
		{"Finnish in Sweden", due + `"interestSpecificCalculationType":"FI-B2C"`, []string{`/debts/0/interestSpecificCalculationType: the string "FI-B2C" in a case under the law of "SE"`}},
		{"cut-off alone", due + `"interestSpecificCalculationCutoffDate":"2024-06-01"`, []string{"/debts/0/interestSpecificCalculationCutoffDate: without an agreed rate"}},
		{"ceiling", due + `"interestRateCeilingCode":"X"`, []string{`/debts/0/interestRateCeilingCode: the string "X", want one of FI-20, SE-REF-20, SE-REF-40`}},
		{"principal type", due + `"debtPrincipalType":"GIFT"`, []string{`/debts/0/debtPrincipalType: the string "GIFT", want one of BILLING, `}},
		{"loans", due + `"loanTypeCode":"X","loanPurpose":"Y"`, []string{`/debts/0/loanTypeCode: the string "X"`, `/debts/0/loanPurpose: the string "Y"`}},
		{"limitation", due + `"periodOfLimitation":"soon"`, []string{`/debts/0/periodOfLimitation: the string "soon", want whole years`}},
		{"exchange", due + `"exchRate":11.2`, []string{"/debts/0/exchRate: the number 11.2, want 1"}},
		{"tax above", due + `"originalVAT":1001`, []string{"/debts/0/originalVAT: 1001.00 SEK is above the principal"}},
		{"tax left of what", due + `"remainingPrincipal":500,"remainingVAT":100`, []string{"/debts/0/originalVAT: missing beside a remainingVAT"}},
		{"tax at a rate", due + `"vatRate":25`, []string{"/debts/0/originalVAT: missing beside a vatRate"}},
		{"adjustments", due + `"adjustments":[{"adjustmentDate":"2024-03-01"},{"principalAdjustment":-1},{"adjustmentDate":"2024-03-01","principalAdjustment":5,"transSpecTypeCode":"LOSS"},{"adjustmentDate":"2024-03-01","interestAdjustment":5,"transSpecTypeCode":"Z"}]`, []string{
			"/debts/0/adjustments/0/principalAdjustment: missing, want it or an interestAdjustment", "/debts/0/adjustments/1/adjustmentDate: missing",
			"/debts/0/adjustments/2/principalAdjustment: the number 5 of what is given up", `/debts/0/adjustments/3/transSpecTypeCode: the string "Z"`,
		}},
		{"interest on a credit note", `"originalPrincipal":-100,"debtPrincipalType":"CREDIT_INVOICE","billDate":"2024-03-01","interestCode":"FIXED","interestRate":8`, []string{"/debts/0/interestCode: on a credit note, want none"}},
		{"tax on former interest", due + `"debtPrincipalType":"CAPITALIZED_INTEREST","originalVAT":10`, []string{"/debts/0/originalVAT: on capitalized interest, want none"}},
	} {
		_, err := Decode(strings.NewReader(inDebt(c.fields)), options())
		refused(t, c.name, err, c.want)
	}
}

func TestProblemsOfFeesAndPayments(t *testing.T) {
	opt := options()
	opt.Base = money.MustCurrency("EUR")
	for _, c := range []struct {
		name, fields string
		want         []string
	}{
		{"fee of nothing", `"fees":[{"name":"REMIND","originalPrincipal":0,"feeDate":"2024-03-01"}],`, []string{"/fees/0/originalPrincipal: 0.00 SEK is nothing"}},
		{"unknown fee without an amount", `"fees":[{"name":"PAMINN","feeDate":"2024-03-01"}],`, []string{`/fees/0/name: the string "PAMINN" of a fee without an amount, want REMIND, INKVARSEL or KK`}},
		{"fee without a day", `"fees":[{"name":"REMIND"}],`, []string{"/fees/0/feeDate: missing"}},
		{"more than the fee", `"fees":[{"name":"REMIND","originalPrincipal":60,"remainingPrincipal":61,"feeDate":"2024-03-01"}],`, []string{"/fees/0/remainingPrincipal: 61.00 SEK is above the original 60.00 SEK"}},
		{"interest of no terms", `"fees":[{"name":"REMIND","originalPrincipal":60,"remainingInterest":1,"interestTo":"2024-04-01","feeDate":"2024-03-01"}],`, []string{"/fees/0/interestCode: missing beside interest on the fee"}},
		{"interest of no day", `"fees":[{"name":"REMIND","originalPrincipal":60,"remainingInterest":1,"interestCode":"FIXED","interestRate":8,"feeDate":"2024-03-01"}],`, []string{"/fees/0/interestTo: missing, want the last day"}},
		{"payment", `"payments":[{}],`, []string{"/payments/0/paymentDate: missing", "/payments/0/paymentAmount: missing"}},
		{"who paid", `"payments":[{"paymentDate":"2024-05-01","paymentAmount":5,"paidBy":2}],`, []string{"/payments/0/paidBy: the number 2, want the number of a debtor from 1 to 1"}},
		{"directed to nothing", `"payments":[{"paymentDate":"2024-05-01","paymentAmount":5,"specification":[{"debtGuid":"x","principal":5}]}],`, []string{"/payments/0/specification/0/debtGuid: names no debt or fee"}},
		{"directed beyond", `"payments":[{"paymentDate":"2024-05-01","paymentAmount":5,"specification":[{"debtGuid":"d-1","principal":6}]}],`, []string{"/payments/0/specification: adds up to 6.00 SEK"}},
		{"foreign money", `"payments":[{"paymentDate":"2024-05-01","paymentAmount":5,"currencyCode":"NOK"}],`, []string{"/payments/0/receivedAmount: missing"}},
		{"same id", `"payments":[{"paymentGuid":"d-1","paymentDate":"2024-05-01","paymentAmount":5}],`, []string{`/payments/0/paymentGuid: "d-1" is used already at /debts/0/debtGuid`}},
	} {
		_, err := Decode(strings.NewReader(inCase(c.fields)), opt)
		refused(t, c.name, err, c.want)
	}
	_, err := Decode(strings.NewReader(`{"caseNumber":"1","currencyCode":"SEK","debtors":[{"juridicalType":0}],"debts":[
		{"debtGuid":"a",`+due+`"remainingPrincipal":10,"remainingInterest":0,"interestTo":"2024-06-30"},{"debtGuid":"b",`+due+`"billDate":"2024-01-01"}],
		"payments":[{"paymentDate":"2024-05-01","paymentAmount":5}]}`), options())
	refused(t, "figures of two days", err, []string{"/payments/0/paymentDate: 2024-05-01 is within the remaining figures of some debts"})
}

// Hostile documents give problems with pointers and never a figure.
func TestHostile(t *testing.T) {
	deep := strings.Repeat(`[`, 100_000)
	for name, text := range map[string]string{
		"deep":            deep,
		"long text":       `{"caseNumber":"` + strings.Repeat("x", 10<<20) + `"}`,
		"too long":        `{"caseNumber":"` + strings.Repeat("x", 17<<20) + `"}`,
		"huge number":     inDebt(`"originalPrincipal":1e999999999,"dueDate":"2024-01-31"`),
		"long number":     inDebt(`"originalPrincipal":` + strings.Repeat("9", 100_000) + `,"dueDate":"2024-01-31"`),
		"duplicate":       inDebt(due + `"originalPrincipal":1`),
		"wrong types":     `{"caseNumber":[],"currencyCode":{},"debtors":{},"debts":"x","fees":7,"payments":true,"claimant":[],"actionDates":{},"pledges":1}`,
		"no UTF-8":        "{\"caseNumber\":\"\xff\"}",
		"many cases":      "[" + strings.Repeat("{},", 10_001) + "{}]",
		"year 0":          inDebt(`"originalPrincipal":1,"dueDate":"0000-01-01"`),
		"year 9999":       inDebt(`"originalPrincipal":1,"dueDate":"9999-12-31","interestTo":"9999-12-31","remainingInterest":0,"interestStop":"9999-12-31"`),
		"year 1":          inDebt(`"originalPrincipal":1,"dueDate":"2024-01-01","interestFrom":"0001-01-01","remainingInterest":5`),
		"fee of no date":  inCase(`"fees":[{"name":"REMIND","originalPrincipal":60,"interestTo":"9999-12-31","interestCode":"FIXED","interestRate":8,"remainingInterest":1}],`),
		"far condition":   inDebt(`"originalPrincipal":1,"billDate":"9999-12-31","paymentCondition":3660,"interestCondition":3660`),
		"negative counts": inDebt(due + `"billDate":"2024-01-01","paymentCondition":-1,"interestCondition":-1`),
	} {
		_, err := Decode(strings.NewReader(text), options())
		if err == nil {
			t.Errorf("%s: accepted", name)
			continue
		}
		if len(err.Error()) > 1<<20 {
			t.Errorf("%s: an error of %d bytes", name, len(err.Error()))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(inCase(`"fees":[{"name":"REMIND","originalPrincipal":60,"feeDate":"2024-03-01"}],"payments":[{"paymentDate":"2024-05-01","paymentAmount":5}],`)))
	f.Add([]byte(`[` + inDebt(due+`"remainingPrincipal":10,"remainingInterest":0,"interestTo":"2024-06-30","interestCode":"ÖGR","interestRate":8`) + `]`))
	for _, path := range []string{"se-consumer-case", "fi-b2b-case", "se-high-cost-case", "no-consumer-case"} {
		text, err := os.ReadFile("../../testdata/wire/aptic/" + path + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	calc := skuld.Default()
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := Decode(strings.NewReader(string(text)), options())
		if err != nil {
			return
		}
		var list []*ledger.Statement
		for _, c := range d.Cases() {
			if err := c.Validate(); err != nil {
				t.Errorf("a case that is not valid: %v", err)
			}
			st, err := calc.Statement(c, skuld.At{AsOf: calendar.MustParseDate("2025-01-15")})
			if err != nil {
				return // such as a rate that is not known
			}
			list = append(list, st)
		}
		if err := Encode(io.Discard, d, list...); err != nil {
			t.Errorf("answer: %v", err)
		}
	})
}
