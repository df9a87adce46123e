package aptic

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
)

// renamed says under which names the document has the fields of a case; the first that
// begins a path holds.
var renamed = map[string][][2]string{
	"": {
		{"/id", "/caseNumber"}, {"/currency", "/currencyCode"}, {"/jurisdiction", "/legalClaimType"}, {"/debtors", "/debtors"},
		{"/debtor", "/debtors"}, {"/claims", "/debts"}, {"/fees", "/fees"}, {"/payments", "/payments"},
		{"/closed/date", "/closureDate"}, {"/closed", "/closureCode"}, {"/promises", "/pledges"},
	},
	"claims": {
		{"/id", "/debtGuid"}, {"/kind", "/debtPrincipalType"}, {"/group", "/debtGroup"}, {"/principal", "/originalPrincipal"},
		{"/vat", "/originalVAT"}, {"/contracted", "/agreementDate"}, {"/issued", "/billDate"}, {"/due", "/dueDate"},
		{"/accelerated", "/agreementDueDate"}, {"/recorded", "/registrationDate"},
		{"/opening/through", "/interestTo"}, {"/opening/principal", "/remainingPrincipal"}, {"/opening/interest", "/remainingInterest"},
		{"/exchange/date", "/exchDate"}, {"/exchange", "/exchRate"},
		{"/credit/priorCosts", "/oneTimeServiceFees"}, {"/credit/used", "/usedCreditAmount"}, {"/credit", "/grantedCreditAmount"},
		{"/limitation/instrument", "/enforceableDebtType"}, {"/limitation", "/periodOfLimitation"},
		{"/interest/rate", "/interestRate"}, {"/interest/margin", "/interestRate"}, {"/interest/from", "/interestFrom"},
		{"/interest/agreed/rate", "/agreedInterestRate"}, {"/interest/agreed/margin", "/agreedInterestRate"},
		{"/interest/agreed", "/agreedInterestCode"}, {"/interest/cutoff", "/interestSpecificCalculationCutoffDate"},
		{"/interest/ceiling", "/interestRateCeilingCode"}, {"/interest", "/interestCode"},
	},
	"fees": {
		{"/id", "/feeGuid"}, {"/code", "/name"}, {"/date", "/feeDate"}, {"/amount", "/originalPrincipal"},
		{"/facts/base", ""}, {"/interest/rate", "/interestRate"}, {"/interest/margin", "/interestRate"},
		{"/interest/from", "/interestFrom"}, {"/interest", "/interestCode"},
	},
	"payments": {
		{"/id", "/paymentGuid"}, {"/date", "/paymentDate"}, {"/recorded", "/accountingDate"}, {"/amount", "/paymentAmount"},
		{"/rate", "/receivedAmount"}, {"/received", "/receivedAmount"}, {"/exchanged", "/exchangeDate"}, {"/by", "/paidBy"},
		{"/specification", "/specification"},
	},
	"debtors":  {{"/id", "/debtorGuid"}, {"/kind", "/juridicalType"}, {"/role", "/debtorRole"}},
	"promises": {{"/date", "/pledgeDate"}, {"/due", "/dueDate"}, {"/amount", "/amount"}},
	"notices":  {{"/sent", "/actionDate"}, {"/kind", "/actionCode"}},
	"titles":   {{"/date", "/actionDate"}, {"/kind", "/actionCode"}},
	"adjustments": {
		{"/date", "/adjustmentDate"}, {"/reason", "/note"},
	},
	"writeOffs": {{"/date", "/adjustmentDate"}, {"/reason", "/note"}},
}

// Pointer gives where the document says what a JSON Pointer into its case number i, from
// 0, is about, such as that of a finding of its statement.
func (d *Document) Pointer(i int, path string) string {
	if i < 0 || i >= len(d.cases) {
		return path
	}
	return d.cases[i].pointer(path)
}

// InFile gives an error about the case number i, from 0, such as one of its statement, with
// the pointers of the document.
func (d *Document) InFile(i int, err error) error {
	if i < 0 || i >= len(d.cases) {
		return err
	}
	return d.cases[i].foreign(err).Err()
}

// FindingsInFile gives findings about the case number i, from 0, such as those of its
// statement, with the pointers of the document.
func (d *Document) FindingsInFile(i int, list []ledger.Finding) []ledger.Finding {
	out := make([]ledger.Finding, len(list))
	for k, f := range list {
		f.Path = d.Pointer(i, f.Path)
		out[k] = f
	}
	return out
}

// foreign are the problems of an error with the pointers of the document.
func (f *caseFile) foreign(err error) ledger.Problems {
	var out ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		moved := *p
		moved.Path, moved.Message = f.pointer(p.Path), f.reworded(p.Message)
		out = append(out, &moved)
	}
	return out
}

// within finds pointers into a case in a message.
var within = regexp.MustCompile(`/(claims|fees|payments|debtors)/[0-9]+(/[A-Za-z]+)*`)

// reworded is a message with the pointers and the words of the document.
func (f *caseFile) reworded(message string) string {
	return strings.ReplaceAll(within.ReplaceAllStringFunc(message, f.pointer), "interest.from", "interestFrom")
}

// pointer is where the document says what a path into the case is about.
func (f *caseFile) pointer(path string) string {
	list, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	number, field, deeper := strings.Cut(rest, "/")
	i, err := strconv.Atoi(number)
	if places := f.places[list]; err == nil && i >= 0 && i < len(places) {
		if !deeper {
			return places[i]
		}
		return places[i] + rename(list, "/"+field)
	}
	if path == "" {
		return f.at
	}
	return f.at + rename("", path)
}

// rename gives the name of a field; one without a name of its own is the object itself.
func rename(list, field string) string { return renameBy(renamed[list], field) }

func renameBy(pairs [][2]string, field string) string {
	for _, pair := range pairs {
		if rest, ok := strings.CutPrefix(field, pair[0]); ok && (rest == "" || rest[0] == '/') {
			return pair[1]
		}
	}
	return ""
}

// placed notes where the next fact of a list of the case stands.
func (f *caseFile) placed(list, at string) { f.places[list] = append(f.places[list], at) }
