package rival_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/wire/rival"
)

// A case that was posted, and the answer that says what it was created with.
func Example() {
	d, err := rival.Decode(strings.NewReader(`{
	  "CaseIDNew": 4711, "OrgNo": "556000-0001", "ClientID": 12,
	  "Invoices": [{"InvoiceNo": "1001", "InvoiceDate": "2024-01-15", "DueDate": "2024-02-14", "PrincipalAmount": 10000,
	    "InterestType": "REF", "InterestRate": 8}],
	  "Status": {"Trader": true}
	}`), rival.Options{Check: skuld.Default().Check})
	if err != nil {
		fmt.Println(err)
		return
	}
	st, err := skuld.Default().Statement(d.Case(), skuld.At{AsOf: calendar.MustParseDate("2024-06-30")})
	if err != nil {
		fmt.Println(d.InFile(0, err))
		return
	}
	if err := rival.EncodeCreated(os.Stdout, d, rival.Answer{Statement: st}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "CaseID": 4711,
	//   "ClientID": 12,
	//   "ExtRefNo": null,
	//   "OrgNo": "556000-0001",
	//   "Name": null,
	//   "RemainingPrincipalAmount": 10000.00,
	//   "RemainingInterestAmount": 450.41,
	//   "RemainingCostAmount": 0.00,
	//   "KravStatus": null,
	//   "JurStatus": null,
	//   "ExeStatus": null,
	//   "InstallmentPlan": false,
	//   "NewOrMerged": "New",
	//   "Count": 1,
	//   "Info": null
	// }
}
