package rival

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/money/invoice"
)

// plain is a case without problems; $ is where a test puts fields of its own.
const (
	inCase    = `{"CaseIDNew":7,"Invoices":[{"InvoiceDate":"2024-01-01","DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A"}],"Status":{"Trader":true},$}`
	inInvoice = `{"CaseIDNew":7,"Invoices":[{"InvoiceDate":"2024-01-01","DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A",$}],"Status":{"Trader":true}}`
	inStatus  = `{"CaseIDNew":7,"Invoices":[{"InvoiceDate":"2024-01-01","DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A"}],"Status":{"Trader":true,$}}`
	inRow     = `{"CaseIDNew":7,"Invoices":[{"DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A","InvoiceRows":[{$}]}],"Status":{"Trader":true}}`
	inPayment = `{"Case":{"CaseIDNew":7,"Invoices":[{"DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A"}],"Status":{"Trader":true}},"Payment":{$}}`
	inClient  = `{"Client":{$},"Case":{"CaseIDNew":7,"ClientID":1,"Invoices":[{"InvoiceDate":"2024-01-01","DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A"}],"Status":{"Trader":true}}}`
)

func fill(template, fields string) string { return strings.Replace(template, "$", fields, 1) }

// problems are what is wrong with a text, a line each.
func problems(text string, o Options) []string {
	_, err := Decode(strings.NewReader(text), o)
	var lines []string
	for _, p := range ledger.AsProblems(err) {
		lines = append(lines, p.Error())
	}
	return lines
}

func decoded(t *testing.T, text string, o Options) *Document {
	t.Helper()
	d, err := Decode(strings.NewReader(text), o)
	if err != nil {
		t.Fatalf("%.300s: %v", text, err)
	}
	return d
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`7`, `the number 7, want an object`},
		{`{"CaseIDNew":7}`, `/Invoices: empty, want at least one claim`},
		{fill(inCase, `"Currency":"XXX"`), `/Currency: "XXX" has no minor unit`},
		{fill(inCase, `"Currency":"EUR"`), `/Currency: claims in EUR may be of several laws, want a jurisdiction in the options`},
		{fill(inCase, `"RegistrationDate":"2024-02-30"`), `/RegistrationDate: "2024-02-30" is not a date, want YYYY-MM-DD`},
		{fill(inCase, `"CheckDuplicates":"Name"`), `/CheckDuplicates: the string "Name", want one of ExtRefNo, ExtRefnoWithinClient, InvoicenoWithinClient`},
		{fill(inCase, `"Merge":"yes"`), `/Merge: the string "yes", want true or false`},
		{fill(inCase, `"CaseIDUpdate":8`), `/CaseIDUpdate: case "8" is not in the document, want the case that is updated`},
		{fill(inCase, `"Action":{"Name":"CALL"}`), `/Action/Date: missing beside the name of an action, want its day`},
		{fill(inCase, `"EndReasonCode":"PAID"`), `/EndDate: missing beside the reason of an end, want its day`},
		{fill(inCase, `"RemainingCostAmount":180`), `/RemainingCostAmount: the number 180 of no day, want the day through which the amounts stand in the options`},
		{fill(inCase, `"RemainingPrincipalAmount":100,"RemainingInterestAmount":0,"RemainingCostAmount":0,"RemainingTotalAmount":104`), `/RemainingTotalAmount: the number 104, want 100.00: the sum of its parts`},
		{fill(inCase, `"Actions":[{"Name":"SMOKE","Date":"2024-01-01","Processed":1}]`), `/Actions/0/Name: the string "SMOKE" is not a known code`},
		{fill(inCase, `"Actions":[{"Name":"DEMAND","Processed":1}]`), `/Actions/0/Date: missing, want a date`},
		{fill(inCase, `"Installment":{"NextPaymentDate":"2024-05-01","StandardPaymentAmount":1}`), `/Installment/PaymentIntervalDays: missing, want a whole number from 0 to 366`},

		{fill(inInvoice, `"InterestType":"REF"`), `/Invoices/0/InterestRate: missing, want the rate of the type REF`},
		{fill(inInvoice, `"InterestRate":8`), `/Invoices/0/InterestType: missing beside a rate, want what the rate is: one of AGREED, FIX, LAW, NONE, REF`},
		{fill(inInvoice, `"InterestType":"LAW","InterestRate":8`), `/Invoices/0/InterestRate: the number 8 beside the type LAW, which has no rate of its own, want none`},
		{fill(inInvoice, `"InterestType":"FIX","InterestRate":1e30`), `/Invoices/0/InterestRate: `},
		{fill(inInvoice, `"InterestType":"FIX","InterestRate":"8 %"`), `/Invoices/0/InterestRate: `},
		{fill(inInvoice, `"InterestType":"FIX","InterestRate":0.0000001`), `/Invoices/0/InterestRate: `},
		{fill(inInvoice, `"RemainingPrincipalAmount":90`), `/Invoices/0/InterestAccruedDate: missing beside remaining amounts, want the day through which they stand, here or in the options`},
		{fill(inInvoice, `"RemainingPrincipalAmountCurr":90,"RemainingPrincipalAmount":91,"InterestAccruedDate":"2024-03-01"`), `/Invoices/0/RemainingPrincipalAmountCurr: the number 90 beside the number 91, want the same in one currency`},
		{fill(inInvoice, `"RemainingPrincipalAmount":90.001`), `/Invoices/0/RemainingPrincipalAmount: `},
		{fill(inInvoice, `"PrincipalAmount":100`), `/Invoices/0/PrincipalAmount: `},

		{fill(inStatus, `"ExeTitleNo":"T"`), `/Status/ExeTitleDate: missing beside a title, want its day`},
		{fill(inStatus, `"LimitationInterruptCode":"DEMAND"`), `/Status/LimitationInterruptDate: missing beside a code, want the day of the act`},
		{fill(inStatus, `"LimitationInterruptDate":"2024-03-01"`), `/Status/LimitationInterruptCode: missing beside a day, want what happened: one of ACKNOWLEDGED`},
		{fill(inStatus, `"LimitationInterruptInterval":0`), `/Status/LimitationInterruptInterval: the number 0, want a whole number from 1 to 1000`},
		{fill(inStatus, `"ClosingCode":"PAID"`), `/Status/ClosingDate: missing beside the reason of an end, want its day`},
		{fill(inStatus, `"BlockOCRPayments":"maybe"`), `/Status/BlockOCRPayments: the string "maybe", want true or false`},
		{fill(inStatus, `"BlockOCRPayments":1`), `/Status/BlockOCRPayments: the number 1, want true or false`},
		{fill(inStatus, `"JurStatus":"DEMAND"`), `/Status/JurStatus: the string "DEMAND" is not a known code, want one of APPLICATION, TITLE`},

		{fill(inRow, `"Qty":2,"UnitPrice":40,"VATPct":25,"RowTotal":79`), `/Invoices/0/InvoiceRows/0/RowTotal: the number 79, want 80.00: quantity × unit price − discount`},
		{fill(inRow, `"Qty":2,"UnitPrice":40`), `/Invoices/0/PrincipalAmount: the number 100, want 80.00: the rows with their tax, rounded row by row`},
		{fill(inRow, `"Qty":2`), `/Invoices/0/InvoiceRows/0/UnitPrice: missing, want a number`},
		{fill(inRow, `"Qty":1,"UnitPrice":100,"VATPct":101`), `/Invoices/0/InvoiceRows/0/VATPct: the number 101, want per cent from 0 through 100`},
		{fill(inRow, `"Qty":1e20,"UnitPrice":1e20`), `/Invoices/0/InvoiceRows: rows cannot be added up`},

		{fill(inPayment, `"Amount":5`), `/Payment/AccountingDate: missing, want a date`},
		{fill(inPayment, `"AccountingDate":"2024-03-01"`), `/Payment/Amount: missing, want an amount`},
		{fill(inPayment, `"CaseID":8,"Amount":5,"AccountingDate":"2024-03-01"`), `/Payment/CaseID: the number 8 is no case of the document, want the number of one`},
		{fill(inPayment, `"Amount":5,"CurrAmount":6,"AccountingDate":"2024-03-01"`), `/Payment/CurrAmount: the number 6 beside the number 5, want the same in one currency`},
		{fill(inPayment, `"Amount":5,"PaymentCode":"FOO","AccountingDate":"2024-03-01"`), `/Payment/PaymentCode: the string "FOO" is not a known code, want one of COSTS, ENFORCEMENT, INTEREST, PRINCIPAL, STD`},
		{fill(inPayment, `"Amount":5,"PaymentMethod":"Gold","AccountingDate":"2024-03-01"`), `/Payment/PaymentMethod: the string "Gold" is not a known code`},
		{fill(inPayment, `"Amount":-5,"AccountingDate":"2024-03-01"`), `/Payment/Amount: -5.00 SEK is negative, want an amount of at least 0`},

		{fill(inClient, `"ClientID":2`), `/Case/ClientID: the number 1 is another client, want "2" as in the file`},
		{fill(inClient, `"PeriodOfLimitation":0`), `/Client/PeriodOfLimitation: the number 0, want a whole number from 1 to 100`},
		{fill(inClient, `"PaymentCondition":"30"`), `/Client/PaymentCondition: the string "30", want a whole number from 0 to 3660`},
		{fill(inClient, `"InterestType":"?"`), `/Client/InterestType: the string "?" is not a known code`},
		{`{"Case":[{"CaseIDNew":7,"Invoices":[{"DueDate":"2024-01-31","PrincipalAmount":1}],"Status":{"Trader":true}},{"CaseIDNew":7,"Invoices":[{"DueDate":"2024-01-31","PrincipalAmount":1}],"Status":{"Trader":true}}]}`, `/Case/1/CaseIDNew: case "7" is in the document already at /Case/0, want CaseIDUpdate to add to it`},
	} {
		got := problems(c.text, Options{})
		if len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%.200s:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// What the rules say of a case is put where its document has it.
func TestPlacesOfRules(t *testing.T) {
	check := func(c ledger.Case) error {
		var ps ledger.Problems
		for _, path := range []string{"/claims/0/interest/margin", "/payments/0/date", "/jurisdiction", "/debtor", "/rounding"} {
			ps.Addf(path, "no")
		}
		return ps.Err()
	}
	got := problems(fill(inPayment, `"Amount":5,"AccountingDate":"2024-03-01"`), Options{Check: check})
	want := []string{"/Case/Invoices/0/InterestRate: no", "/Payment/AccountingDate: no", "/Case/Currency: no", "/Case/Status/Trader: no", "/Case: no"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOptions(t *testing.T) {
	stockholm := time.FixedZone("summer", 2*3600)
	d := decoded(t, `{"CaseIDNew":"7","Currency":"NOK","Invoices":[{"InvoiceDate":"2024-05-31T22:00:00Z","DueDate":"2024-06-30","PrincipalAmount":"100.50"}]}`,
		Options{Zone: stockholm, Debtor: ledger.Consumer, System: money.MustCurrency("NOK")})
	c := d.Case()
	if c.Jurisdiction != "NO" || c.Debtor != ledger.Consumer || !c.Base.IsZero() || c.Claims[0].Issued != calendar.MustParseDate("2024-06-01") || c.Claims[0].ID != "invoice-1" {
		t.Errorf("%+v", c)
	}
	d = decoded(t, fill(inStatus, `"LimitationInterruptInterval":18`), Options{InterruptUnit: calendar.UnitMonth})
	if l := d.Case().Claims[0].Limitation; l == nil || l.Interval != calendar.Months(18) {
		t.Errorf("%+v", l)
	}
	kronor := invoice.Rounding{Place: invoice.EachRow, Mode: money.HalfUp, Total: money.HalfUp.ToStep(100)}
	decoded(t, fill(inRow, `"Qty":1,"UnitPrice":99.60`), Options{Rows: kronor})
	decoded(t, fill(inRow, `"Qty":1,"UnitPrice":125,"DiscountOnRowTotal":20`), Options{PercentDiscount: true})
	own := Codes{Interest: map[string]Interest{"7": {Basis: ledger.BasisFixed, DayCount: calendar.Act360}}}
	d = decoded(t, fill(inInvoice, `"InterestType":7,"InterestRate":12`), Options{Codes: own})
	if in := d.Case().Claims[0].Interest; in.DayCount != calendar.Act360 || in.Rate.String() != "12" {
		t.Errorf("%+v", in)
	}
}

func TestUnknownFieldsAreFound(t *testing.T) {
	d := decoded(t, fill(inCase, `"Colour":{"x":1},"Notes":[{"Text":"t"}]`), Options{})
	if u := d.Unknown(); len(u) != 1 || u[0].Path != "/Colour" || u[0].Value != `{"x":1}` {
		t.Errorf("%+v", u)
	}
	if f := d.Findings(); len(f) != 1 || f[0].Code != FindingUnknownField || f[0].Path != "/Colour" {
		t.Errorf("%+v", f)
	}
}

func TestDuplicates(t *testing.T) {
	text := `{"CheckDuplicates":"$","Cases":[{"CaseIDNew":1,"ClientID":5,"ExtRefNo":"R","Invoices":[{"InvoiceNo":"A","DueDate":"2024-01-31","PrincipalAmount":1}],"Status":{"Trader":true}},
		{"CaseIDNew":2,"ClientID":5,"ExtRefNo":"R","Invoices":[{"InvoiceNo":"A","DueDate":"2024-01-31","PrincipalAmount":1}],"Status":{"Trader":true}}]}`
	for word, path := range map[string]string{"": "", "ExtRefNo": "/Cases/1/ExtRefNo", "ExtRefnoWithinClient": "/Cases/1/ExtRefNo", "InvoicenoWithinClient": "/Cases/1/Invoices/0/InvoiceNo"} {
		got := problems(fill(text, word), Options{})
		if path == "" && len(got) > 0 || path != "" && (len(got) != 1 || !strings.HasPrefix(got[0], path+": ")) {
			t.Errorf("%s: %q", word, got)
		}
	}
}

// Several problems come at once, in the order of the document.
func TestEveryProblemAtOnce(t *testing.T) {
	got := problems(`{"CaseIDNew":7,"RegistrationDate":"x","Invoices":[{"DueDate":"y","PrincipalAmount":"z"},{"DueDate":"2024-01-31"}],"Status":{"Trader":"no","KravStatus":"?"}}`, Options{})
	var paths []string
	for _, line := range got {
		path, _, _ := strings.Cut(line, ": ")
		paths = append(paths, path)
	}
	want := []string{"/Status/Trader", "/RegistrationDate", "/Invoices/0/DueDate", "/Invoices/0/PrincipalAmount", "/Invoices/1/PrincipalAmount", "/Status/KravStatus"}
	if slices.Sort(paths); !slices.Equal(paths, slices.Sorted(slices.Values(want))) {
		t.Errorf("%q", got)
	}
}
