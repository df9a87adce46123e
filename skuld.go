package skuld

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
)

// The facts and results of package ledger under the names that most programs
// need.
type (
	// Case is everything known about a debt, as facts.
	Case = ledger.Case
	// Claim is a debt of its own within a case.
	Claim = ledger.Claim
	// Fee is a cost charged to the debtor.
	Fee = ledger.Fee
	// Payment is money received.
	Payment = ledger.Payment
	// At says for which day, and on which day's knowledge, a case is asked.
	At = ledger.At
	// Statement is what is owed on a case on a day, with every step.
	Statement = ledger.Statement
	// Payoff is the smallest payment after which nothing is open.
	Payoff = ledger.Payoff
	// Problem is one thing that is wrong with a case.
	Problem = ledger.Problem
	// Finding is something a reader of a statement should know.
	Finding = ledger.Finding
)

// Version of skuld.
const Version = ledger.Version

// Calculator works cases out by given rules and tables. It is a value; the zero
// value knows no country and no series, [Default] knows the built-in ones. It is
// safe for concurrent use.
type Calculator struct {
	// Rules of the jurisdictions that cases may name.
	Rules []jurisdiction.Rules
	// Tables are the published series that rates may follow; nil means none.
	Tables *rates.Set
	// ExtendRates uses the last known value of a series beyond what it knows, in
	// every case; segments that do so are marked provisional.
	ExtendRates bool
}

// Default knows the built-in jurisdictions and the built-in published series.
func Default() Calculator {
	return Calculator{Rules: jurisdiction.All(), Tables: rates.BuiltIn()}
}

// Check reports everything that is wrong with a case before any figure is worked
// out: what [ledger.Case.Validate] finds and what the rules and tables refuse.
// The error joins [Problem] values, each with a JSON Pointer.
func (c Calculator) Check(cs Case) error {
	_, err := c.resolve(cs)
	return err
}

// Statement is what is owed on a case, with interest through at.AsOf, inclusive.
// Errors join [Problem] values: what [Calculator.Check] reports, or claims whose
// rate is not known on a day they need
// ([github.com/skuld-go/skuld/law.ErrNotKnown]).
func (c Calculator) Statement(cs Case, at At) (*Statement, error) {
	b, err := c.fold(cs, at)
	if err != nil {
		return nil, err
	}
	return b.Statement()
}

// Payoff is the smallest payment of the given day after which nothing is open.
// Errors as for [Calculator.Statement].
func (c Calculator) Payoff(cs Case, on calendar.Date) (*Payoff, error) {
	b, err := c.fold(cs, At{AsOf: on})
	if err != nil {
		return nil, err
	}
	return b.Payoff()
}

// Resolve is what rules and tables make of a case as it is known on a day: what
// [ledger.Fold] and [ledger.Arena.Append] take with it. Errors as for
// [Calculator.Check].
func (c Calculator) Resolve(cs Case, at At) (ledger.Resolved, error) {
	return c.resolve(cs.TitlesKnown(at))
}

func (c Calculator) fold(cs Case, at At) (*ledger.Book, error) {
	resolved, err := c.Resolve(cs, at)
	if err != nil {
		return nil, err
	}
	return ledger.Fold(cs, resolved, at)
}

// resolve validates a case and works out its terms; problems of both kinds are
// reported together.
func (c Calculator) resolve(cs Case) (ledger.Resolved, error) {
	cs.ExtendRates = cs.ExtendRates || c.ExtendRates
	problems := ledger.AsProblems(cs.Validate())
	resolved, err := jurisdiction.Resolve(cs, c.Rules, c.tables())
	problems.Merge(ledger.AsProblems(err))
	return resolved, problems.Err()
}

// tables are the published series, none where the calculator has none.
func (c Calculator) tables() *rates.Set {
	if c.Tables == nil {
		return new(rates.Set)
	}
	return c.Tables
}
