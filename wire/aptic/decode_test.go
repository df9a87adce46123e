package aptic

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func fixed(rate string) ledger.RateFacts {
	return ledger.RateFacts{Basis: ledger.BasisFixed, Rate: interest.MustPercent(rate)}
}

func TestInterestCodes(t *testing.T) {
	reference := ledger.RateFacts{Basis: ledger.BasisReference, Series: "SE", Margin: interest.MustPercent("8"), Reset: ledger.Floating}
	atStart := reference
	atStart.Reset = ledger.FixedAtStart
	statutory := ledger.RateFacts{Basis: ledger.BasisStatutory}
	ten := fixed("10")
	twenty := fixed("20")
	day := calendar.MustParseDate
	for name, c := range map[string]struct {
		fields string
		want   *ledger.InterestFacts
	}{
		"silent":        {due + `"debtGroup":"A"`, nil},
		"fixed":         {due + `"interestCode":"FIXED","interestRate":11.5`, &ledger.InterestFacts{RateFacts: fixed("11.5"), DayCount: calendar.ActActISDA}},
		"fixed 365":     {due + `"interestCode":"F_365_BASE","interestRate":11.50`, &ledger.InterestFacts{RateFacts: fixed("11.5"), DayCount: calendar.Act365Fixed}},
		"reference":     {due + `"interestCode":"ÖGR","interestRate":8`, &ledger.InterestFacts{RateFacts: reference}},
		"from":          {due + `"interestCode":"ÖGR","interestRate":8,"interestFrom":"2024-03-01T00:00:00+01:00"`, &ledger.InterestFacts{RateFacts: reference, From: day("2024-03-01")}},
		"condition":     {due + `"billDate":"2024-01-01","interestCondition":45`, &ledger.InterestFacts{From: day("2024-02-15")}},
		"fixing":        {due + `"interestCode":"ÖGR","interestRate":8,"interestFrom":"2024-03-01","fixedInterestTermStart":"2024-03-01"`, &ledger.InterestFacts{RateFacts: atStart, From: day("2024-03-01")}},
		"agreed":        {due + `"agreedInterestCode":"F_365_BASE","agreedInterestRate":10`, &ledger.InterestFacts{Agreed: &ten}},
		"agreed beside": {due + `"interestCode":"FIXED","interestRate":20,"agreedInterestCode":"FIXED","agreedInterestRate":10,"interestSpecificCalculationCutoffDate":"2024-06-30"`, &ledger.InterestFacts{RateFacts: twenty, DayCount: calendar.ActActISDA, Agreed: &ten, Cutoff: day("2024-06-30")}},
		"ceiling":       {due + `"interestCode":"FIXED","interestRate":10,"interestRateCeilingCode":"FI-20"`, &ledger.InterestFacts{RateFacts: ten, DayCount: calendar.ActActISDA, Ceiling: &twenty}},
		"former":        {due + `"debtPrincipalType":"CAPITALIZED_INTEREST"`, &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}},
		"former bears":  {due + `"debtPrincipalType":"LOAN_INTEREST","interestCode":"FIXED","interestRate":10`, &ledger.InterestFacts{RateFacts: ten, DayCount: calendar.ActActISDA}},
	} {
		got := decode(t, inDebt(c.fields), options()).Case().Claims[0].Interest
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	fi := decode(t, `{"caseNumber":"1","currencyCode":"EUR","legalClaimType":"0412","debts":[{`+due+`
		"interestSpecificCalculationType":"FI-B2C","interestSpecificCalculationCutoffDate":"2024-06-30","agreedInterestCode":"FIXED","agreedInterestRate":20}]}`, options()).Case()
	want := &ledger.InterestFacts{RateFacts: statutory, Agreed: &twenty, Cutoff: day("2024-06-30")}
	if diff := cmp.Diff(want, fi.Claims[0].Interest); diff != "" || fi.Jurisdiction != "FI" || fi.Debtor != ledger.Consumer {
		t.Errorf("FI-B2C in %q against %s:\n%s", fi.Jurisdiction, fi.Debtor, diff)
	}
}

func TestKinds(t *testing.T) {
	for fields, want := range map[string][2]ledger.ClaimKind{
		`"debtGroup":"A"`:                                                                     {0, 0},
		`"debtPrincipalType":"INVOICE"`:                                                       {ledger.Invoice, ledger.Invoice},
		`"debtPrincipalType":"BILLING"`:                                                       {ledger.Invoice, ledger.Invoice},
		`"debtPrincipalType":"OFFER_INVOICE"`:                                                 {ledger.Invoice, ledger.Invoice},
		`"debtPrincipalType":"SUPPLIER_INVOICE"`:                                              {ledger.Invoice, ledger.Invoice},
		`"debtPrincipalType":"INTEREST_INVOICE"`:                                              {ledger.CapitalizedInterest, ledger.CapitalizedInterest},
		`"debtPrincipalType":"CAPITALIZED_INTEREST"`:                                          {ledger.CapitalizedInterest, ledger.CapitalizedInterest},
		`"debtPrincipalType":"LOAN_INTEREST"`:                                                 {ledger.CapitalizedInterest, ledger.CapitalizedInterest},
		`"debtPrincipalType":"INTEREST_COMPENSATION"`:                                         {ledger.Damages, ledger.Damages},
		`"debtPrincipalType":"PREREDEMPTION"`:                                                 {ledger.Damages, ledger.Damages},
		`"debtPrincipalType":"CREDIT_EXPENSE"`:                                                {ledger.OtherClaim, ledger.OtherClaim},
		`"debtPrincipalType":"TERMINATED_ACCOUNT"`:                                            {ledger.ConsumerCredit, ledger.Loan},
		`"debtPrincipalType":"FINAL_INVOICE_CREDITDEBT"`:                                      {ledger.ConsumerCredit, ledger.Loan},
		`"loanTypeCode":"LumpSumLoan"`:                                                        {ledger.ConsumerCredit, ledger.Loan},
		`"loanTypeCode":"RunningAccountLoan"`:                                                 {ledger.ConsumerCredit, ledger.Loan},
		`"loanTypeCode":"Leasing"`:                                                            {ledger.Rent, ledger.Rent},
		`"loanTypeCode":"GuaranteeReceivable"`:                                                {ledger.Loan, ledger.Loan},
		`"loanPurpose":"HomeLoan"`:                                                            {ledger.Mortgage, ledger.Mortgage},
		`"loanPurpose":"HomeLoanForFirstHome"`:                                                {ledger.Mortgage, ledger.Mortgage},
		`"loanPurpose":"HomeLoanForLeisureHouse"`:                                             {ledger.Mortgage, ledger.Mortgage},
		`"loanPurpose":"HomeLoanForInvestmentPurposes"`:                                       {ledger.Mortgage, ledger.Mortgage},
		`"loanPurpose":"StudentLoan"`:                                                         {ledger.ConsumerCredit, ledger.Loan},
		`"loanPurpose":"LoanForPurchaseOfVehicleOrCraft"`:                                     {ledger.ConsumerCredit, ledger.Loan},
		`"loanPurpose":"OtherConsumerCredit"`:                                                 {ledger.ConsumerCredit, ledger.Loan},
		`"loanPurpose":"OtherLoan"`:                                                           {ledger.Loan, ledger.Loan},
		`"loanPurpose":"LoanForBusinessActivities"`:                                           {ledger.Loan, ledger.Loan},
		`"loanPurpose":"GuaranteeReceivable"`:                                                 {ledger.Loan, ledger.Loan},
		`"loanTypeCode":"LumpSumLoan","loanPurpose":"HomeLoan"`:                               {ledger.Mortgage, ledger.Mortgage},
		`"loanTypeCode":"LumpSumLoan","debtPrincipalType":"INVOICE"`:                          {ledger.ConsumerCredit, ledger.Loan},
		`"loanTypeCode":"LumpSumLoan","debtPrincipalType":"CAPITALIZED_INTEREST"`:             {ledger.CapitalizedInterest, ledger.CapitalizedInterest},
		`"loanTypeCode":"LumpSumLoan","goodsRelatedCredit":true,"agreementDate":"2024-01-01"`: {ledger.Loan, ledger.Loan},
		`"loanTypeCode":"LumpSumLoan","goodsRelatedCredit":true,"agreementDate":"2025-03-01"`: {ledger.ConsumerCredit, ledger.Loan},
	} {
		for i, kind := range []string{"0", "1"} {
			text := `{"caseNumber":"C","currencyCode":"SEK","debtors":[{"juridicalType":` + kind + `}],"debts":[{` + due + fields + `}]}`
			if got := decode(t, text, options()).Case().Claims[0].Kind; got != want[i] {
				t.Errorf("%s of juridical type %s: %q, want %q", fields, kind, got, want[i])
			}
		}
	}
}

func TestOpenings(t *testing.T) {
	sek := func(s string) money.Amount { return money.MustParse(s + " SEK") }
	day := calendar.MustParseDate
	for name, c := range map[string]struct {
		fields string
		want   *ledger.Opening
	}{
		"whole":            {due + `"remainingPrincipal":1000`, nil},
		"said to be whole": {due + `"remainingPrincipal":1000.00,"remainingInterest":0,"originalInterest":null`, nil},
		"through":          {due + `"remainingPrincipal":400,"remainingInterest":12.5,"interestTo":"2024-05-31T22:00:00Z"`, &ledger.Opening{Through: day("2024-05-31"), Principal: sek("400.00"), Interest: sek("12.50")}},
		"no remaining":     {due + `"remainingInterest":0,"interestTo":"2024-05-31"`, &ledger.Opening{Through: day("2024-05-31"), Principal: sek("1000.00"), Interest: sek("0.00")}},
		"from":             {due + `"remainingPrincipal":400,"remainingInterest":12.5,"interestFrom":"2024-06-01"`, &ledger.Opening{Through: day("2024-05-31"), Principal: sek("400.00"), Interest: sek("12.50")}},
		"paid before":      {due + `"remainingPrincipal":400`, &ledger.Opening{Through: day("2024-01-31"), Principal: sek("400.00")}},
		"only remaining":   {`"remainingPrincipal":400,"dueDate":"2024-01-31"`, nil},
	} {
		got := decode(t, inDebt(c.fields), options()).Case().Claims[0].Opening
		if diff := cmp.Diff(c.want, got, values); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestDates(t *testing.T) {
	day := calendar.MustParseDate
	cl := decode(t, inDebt(`"originalPrincipal":1000,"billDate":"2024-01-01T23:30:00Z","paymentCondition":30,"agreementDate":"2023-12-31T22:59:59Z",
		"agreementDueDate":"2024-04-30","periodOfLimitation":"10 years","enforceableDebtType":"PROMISSORY_NOTE","interestStop":"2024-08-31"`), options())
	c := cl.Case()
	got := c.Claims[0]
	if got.Issued != day("2024-01-02") || got.Due != day("2024-02-01") || got.Contracted != day("2023-12-31") || got.Accelerated != day("2024-04-30") {
		t.Errorf("issued %s, due %s, contracted %s, accelerated %s", got.Issued, got.Due, got.Contracted, got.Accelerated)
	}
	if got.Limitation == nil || got.Limitation.Period != calendar.Years(10) || got.Limitation.Instrument != ledger.PromissoryNote {
		t.Errorf("limitation %v", got.Limitation)
	}
	if len(c.Holds) != 1 || c.Holds[0].From != day("2024-09-01") || c.Holds[0].Scope != ledger.HoldInterest {
		t.Errorf("holds %v", c.Holds)
	}
}
