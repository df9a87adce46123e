package aptic_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/wire/aptic"
)

// A case of Aptic's, answered in Aptic's own shape.
func Example() {
	const file = `{"caseNumber": "2024-1", "currencyCode": "SEK", "debtors": [{"juridicalType": 0}], "debts": [
		{"debtGuid": "d-1", "originalPrincipal": 10000.00, "dueDate": "2024-01-30T23:00:00Z", "interestCode": "ÖGR", "interestRate": 8}]}`
	calc := skuld.Default()
	doc, err := aptic.Decode(strings.NewReader(file), aptic.Options{Zone: time.FixedZone("CET", 3600), Check: calc.Check})
	if err != nil {
		fmt.Println(err) // every problem, at Aptic's own fields
		return
	}
	st, err := calc.Statement(doc.Case(), skuld.At{AsOf: calendar.MustParseDate("2024-05-10")})
	if err != nil {
		fmt.Println(doc.InFile(0, err))
		return
	}
	if err := aptic.EncodeCases(os.Stdout, doc, st); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "count": 1,
	//   "skip": 0,
	//   "total": 1,
	//   "value": [
	//     {
	//       "caseGuid": null,
	//       "caseNumber": "2024-1",
	//       "clientReferenceNumber": null,
	//       "clientName": null,
	//       "registrationDate": null,
	//       "currencyCode": "SEK",
	//       "originalPrincipal": 10000.00,
	//       "originalFee": 0.00,
	//       "originalInterest": 0.00,
	//       "originalSum": 10000.00,
	//       "paidPrincipal": 0.00,
	//       "paidFee": 0.00,
	//       "paidInterest": 0.00,
	//       "paidToThirdParty": 0.00,
	//       "paidSum": 0.00,
	//       "remainingPrincipal": 10000.00,
	//       "remainingFee": 0.00,
	//       "remainingInterest": 328.77,
	//       "remainingSum": 10328.77,
	//       "service": null,
	//       "status": null,
	//       "subStatus": null,
	//       "closureCode": null,
	//       "closureDate": null,
	//       "mainDebtorName": null,
	//       "juridicalType": 0,
	//       "placeOfBirth": null,
	//       "birthDate": null,
	//       "naceCode": null,
	//       "workPhone": null,
	//       "cellularPhone": null,
	//       "email": null
	//     }
	//   ]
	// }
}
