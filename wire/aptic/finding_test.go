package aptic

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/ledger"
)

// found are the codes of findings by their places.
func found(d *Document) map[string]string {
	got := map[string]string{}
	for _, f := range d.Findings() {
		got[f.Path] = f.Code
	}
	return got
}

// What is said and has no effect is told.
func TestFindingsOfWhatHasNoUse(t *testing.T) {
	inFinland := options()
	inFinland.Jurisdiction = "FI"
	for _, c := range []struct {
		name, text string
		opt        Options
		want       map[string]string
	}{
		{"an invoice is no credit", inDebt(due + `"grantedCreditAmount":5000,"usedCreditAmount":0,"oneTimeServiceFees":50,"goodsRelatedCredit":false`), options(),
			map[string]string{"/debts/0/grantedCreditAmount": FindingNoUse, "/debts/0/oneTimeServiceFees": FindingNoUse}},
		{"no high-cost credit", inCase(`"highCostCredit":false,"highCostCreditAmount":5000,`), options(), map[string]string{"/highCostCreditAmount": FindingNoUse}},
		{"a credit", inDebt(due + `"loanTypeCode":"LumpSumLoan","agreementDate":"2022-01-01","grantedCreditAmount":1000,"oneTimeServiceFees":50`), options(), map[string]string{}},
		{"before it is due", inDebt(due + `"interestFrom":"2024-01-30"`), options(), map[string]string{"/debts/0/interestFrom": FindingEarlyInterest}},
		{"by its condition", inDebt(due + `"billDate":"2024-01-01","interestCondition":20`), options(), map[string]string{"/debts/0/interestCondition": FindingEarlyInterest}},
		{"from the due date", inDebt(due + `"interestFrom":"2024-01-31"`), options(), map[string]string{}},
		{"a law without a reading", inCase(`"legalClaimType":"99",`), options(), map[string]string{"/legalClaimType": FindingNoReading}},
		{"another law", `{"caseNumber":"1","currencyCode":"EUR","legalClaimType":"0412","debtors":[{"juridicalType":0}],"debts":[{` + due + `"debtGroup":"A"}]}`, Options{Jurisdiction: "DE"}, map[string]string{"/legalClaimType": FindingOverruled}},
		{"the same law", `{"caseNumber":"1","currencyCode":"EUR","legalClaimType":"0412","debtors":[{"juridicalType":0}],"debts":[{` + due + `"debtGroup":"A"}]}`, inFinland, map[string]string{}},
		{"interest on a fee", inCase(`"fees":[{"name":"REMIND","feeDate":"2024-03-01","originalPrincipal":60,"originalInterest":2}],`), options(), map[string]string{"/fees/0/originalInterest": FindingNoUse}},
		{"tax of a fee", inCase(`"fees":[{"name":"REMIND","feeDate":"2024-03-01","originalPrincipal":60,"remainingPrincipal":30,"originalVAT":12,"remainingVAT":12}],`), options(), map[string]string{"/fees/0/remainingVAT": FindingOverruled}},
		{"not at midnight", inDebt(`"originalPrincipal":1000,"billDate":"2024-01-01T00:00:00+01:00","dueDate":"2024-01-30T23:00:00Z","registrationDate":"2024-02-01T00:00:00Z","agreementDate":"2024-01-01T09:00:00"`), options(), map[string]string{"/debts/0/agreementDate": FindingOffMidnight}},
	} {
		d, err := Decode(strings.NewReader(c.text), c.opt)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, found(d)); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

func TestProblemsOfWhatContradicts(t *testing.T) {
	two := func(specification string) string {
		return `{"caseNumber":"C-1","currencyCode":"SEK","debtors":[{"juridicalType":0}],"debts":[{"debtGuid":"a","referenceNumber":"R","originalPrincipal":1000,"dueDate":"2024-01-31"},
			{"debtGuid":"b","referenceNumber":"R","originalPrincipal":1000,"dueDate":"2024-01-31"}],"payments":[{"paymentDate":"2024-05-01","paymentAmount":500,"specification":[` + specification + `]}]}`
	}
	fee := func(fields string) string {
		return inCase(`"fees":[{"name":"REMIND","feeDate":"2024-03-01","originalPrincipal":60,` + fields + `}],`)
	}
	for _, c := range []struct{ name, text, want string }{
		{"two amounts", inCase(`"payments":[{"paymentDate":"2024-05-01","paymentAmount":500,"paidAmount":400}],`), "/payments/0/paidAmount: 400.00 SEK beside a paymentAmount of 500.00 SEK"},
		{"one amount twice", inCase(`"payments":[{"paymentDate":"2024-05-01","paymentAmount":500,"paidAmount":"500.00"}],`), ""},
		{"which of two", two(`{"referenceNumber":"R","principal":5}`), `/payments/0/specification/0/referenceNumber: the string "R" is the reference of several debts`},
		{"that one", two(`{"referenceNumber":"R","debtGuid":"b","principal":5}`), ""},
		{"no amount", two(`{"debtGuid":"a"}`), "/payments/0/specification/0/amount: missing, want it, or a principal"},
		{"an amount of nothing", two(`{"debtGuid":"a","amount":0}`), ""},
		{"tax above the fee", fee(`"originalVAT":61`), "/fees/0/originalVAT: 61.00 SEK is above the fee of 60.00 SEK"},
		{"tax above the rest", fee(`"remainingPrincipal":10,"originalVAT":12,"remainingVAT":12`), "/fees/0/remainingVAT: 12.00 SEK is above what remains"},
	} {
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		_, err := Decode(strings.NewReader(c.text), options())
		refused(t, c.name, err, want)
	}
}

// An answer says what the document has otherwise, and what nobody asks for any longer: of a
// fee of 60.00 with a tax of 12.00 a third remains when 40.00 of it were paid.
func TestAnswersTellDifferences(t *testing.T) {
	d := decode(t, `{"caseNumber":"C-1","currencyCode":"SEK","closureCode":"WRITTENOFF","closureDate":"2024-05-01","debtors":[{"juridicalType":0}],
		"debts":[{"debtGuid":"d","originalPrincipal":1000,"dueDate":"2024-01-31","limitationDate":"2030-01-01","interestStop":"2024-01-31"}]}`, options())
	answer := encoded(t, d, "2024-06-01")
	for _, want := range []string{`"path": "/debts/0/limitationDate"`, `"path": "/closureCode",` + "\n" + `      "message": "1000.00 SEK is no longer asked for`} {
		if !strings.Contains(answer, want) {
			t.Errorf("no %s in %s", want, answer)
		}
	}
	d = decode(t, inCase(`"fees":[{"feeGuid":"f","name":"REMIND","feeDate":"2024-03-01","originalPrincipal":60,"originalVAT":12}],
		"payments":[{"paymentDate":"2024-04-01","paymentAmount":40,"specification":[{"feeGuid":"f","fee":40}]}],`), options())
	if answer = encoded(t, d, "2024-06-01"); !strings.Contains(answer, `"remainingVAT": 4.00`) {
		t.Errorf("a third of 12.00 is not in %s", answer)
	}
}

// Two of a list may have one id only where the document says so.
func TestIDsThatAreTaken(t *testing.T) {
	d := decode(t, inCase(`"fees":[{"feeGuid":"fee-2","name":"REMIND","feeDate":"2024-03-01","originalPrincipal":60},{"name":"REMIND","feeDate":"2024-03-01","originalPrincipal":60}],`), options())
	if c := d.Case(); c.Fees[0].ID != "fee-2" || c.Fees[1].ID != "the-fee-2" {
		t.Errorf("fees %q and %q", c.Fees[0].ID, c.Fees[1].ID)
	}
}

// A debt that is billed after the day of an answer does not make it unreadable.
func TestAnswersWithDebtsToCome(t *testing.T) {
	text := strings.Replace(inCase(`"payments":[{"paymentDate":"2024-04-01","paymentAmount":400}],`), `"debts":[`,
		`"debts":[{"debtGuid":"later","originalPrincipal":500,"billDate":"2024-08-01","dueDate":"2024-08-31"},`, 1)
	d := decode(t, text, options())
	again := decode(t, encoded(t, d, "2024-06-01"), options())
	was, is := statementsOf(t, d, "2024-06-01"), statementsOf(t, again, "2024-06-01")
	if was[0].Totals != is[0].Totals || len(again.Case().Payments) != 0 {
		t.Errorf("%+v, want %+v", is[0].Totals, was[0].Totals)
	}
}

// The findings of a schedule are told at the fields of the document.
func TestFindingsOfPlans(t *testing.T) {
	p, err := DecodePlan(strings.NewReader(`{"paymentPlanType":3,"startDate":"2024-07-01","numberOfPayments":40,"amount":300,"news":1,"cases":[`+inCase(`"claimType":"OWN","stopPayments":true,`)+`]}`), planOptions())
	if err != nil {
		t.Fatal(err)
	}
	s, err := skuld.Default().Plan(p.Case(), p.Request())
	if err != nil {
		t.Fatal(p.Problems(err))
	}
	s.Findings = append(s.Findings, ledger.Finding{Code: "x", Path: "/count"}, ledger.Finding{Code: "y", Path: "/case/claims/0/due"})
	var one, list bytes.Buffer
	if EncodePlan(&one, p, s) != nil || EncodePlans(&list, []*PlanDocument{p}, nil) != nil {
		t.Fatal("no answer")
	}
	for _, want := range []string{"/numberOfPayments", "/cases/0/debts/0/dueDate", "/news", "/cases/0/claimType"} {
		if !strings.Contains(one.String(), `"path": "`+want+`"`) {
			t.Errorf("no finding at %s in %s", want, one.String())
		}
	}
	if len(s.Rows) != 4 {
		t.Errorf("%d rows over a case whose payments are held, want 4", len(s.Rows))
	}
}
