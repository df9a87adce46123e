package summary

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// ItemKind says what an open item is. The zero value is invalid.
type ItemKind uint8

const (
	// Purchase is bought and not invoiced yet.
	Purchase ItemKind = iota + 1
	// Invoice is sent and not paid.
	Invoice
	// Account is a running account; its balance is no open item but stands apart.
	Account
)

// String is "purchase", "invoice" or "account".
func (k ItemKind) String() string {
	switch k {
	case Purchase:
		return "purchase"
	case Invoice:
		return "invoice"
	case Account:
		return "account"
	}
	return ""
}

// OpenItem is what a customer owes without a case.
type OpenItem struct {
	// ID is unique over a group; an item given for several customers is a joint debt.
	ID   string
	Kind ItemKind
	// Balance is what is owed on the as-of day, below zero where the customer is in
	// credit.
	Balance money.Amount
}

// Customer is somebody with a ledger.
type Customer struct {
	// ID is also the id of the debtor in cases.
	ID    string
	Items []OpenItem
	// Unsettled is money received that settles nothing, of at least zero each, beside
	// that of the cases.
	Unsettled  []money.Amount
	Insurances []Insurance
}

// Group is customers who are looked at together on a day: one, or all that are
// related.
type Group struct {
	AsOf      calendar.Date
	Customers []Customer
	// Cases are open items of each customer who is a debtor and no guarantor in them,
	// for the whole of what remains. A claim of a case must not be an open item beside
	// it. Cases in which no customer is a debtor count only as what is guaranteed.
	Cases      []Entry
	Guarantees []Guarantee
}

// Balance is a ledger in one currency:
//
//	OpenItems = Purchases + Invoices + Cases
//	Total     = OpenItems + Accounts − Unsettled
type Balance struct {
	Currency                   money.Currency
	Purchases, Invoices, Cases money.Amount
	OpenItems                  money.Amount
	Accounts                   money.Amount // accountBalance
	Unsettled                  money.Amount // unsettledPaymentBalance
	// Total is totalBalance, signed: below zero more is in hand than is owed, which is
	// a state to act on and no negative debt. Money refunded by mistake is not in it.
	Total money.Amount
	// Contingent is what guarantees may come to, of debts that are not in Total: of
	// each debt at most the whole, however many guarantees there are. It is in no
	// other figure.
	Contingent money.Amount
}

// CustomerView is the ledger of one customer.
type CustomerView struct {
	Customer string
	// Balances are by currency code. A debt owed jointly is in the balance of each
	// customer in full.
	Balances []Balance
	// Cover is what credit insurance covers, by currency code, for the currencies that
	// have any.
	Cover []Cover
	// GuaranteeFor lists what the customer guarantees, Guarantors who guarantees what
	// the customer owes, each in the order given.
	GuaranteeFor, Guarantors []GuaranteeView
}

// GroupView is the ledgers of a group.
type GroupView struct {
	AsOf      calendar.Date
	Customers []CustomerView
	// Balances count every case and item once, by currency code; Contingent is of
	// debts outside the group, which customers of the group guarantee.
	Balances []Balance
	// Guarantees lists all, in the order given.
	Guarantees []GuaranteeView
}

// Customers adds up the ledgers of a group of customers, each by itself and as a
// whole, by currency. The error wraps [ErrSummary] and names everything that is
// wrong: no as-of day, statements of another day, ids that are missing or used for
// two things, guarantees and insurances that are not clear, what [Case] reports, and
// sums that are [money.ErrTooLarge].
func Customers(g Group) (*GroupView, error) {
	b := groupBuilder{in: &g, debts: map[string]*debt{}, inside: map[string]bool{}, owing: map[string][]int{}}
	b.check()
	if err := b.ps.err(); err != nil {
		return nil, err
	}
	views, err := viewsOf(g.Cases)
	if err != nil {
		return nil, err
	}
	b.collect(views)
	out := &GroupView{AsOf: g.AsOf, Guarantees: b.guarantees()}
	for i := range g.Customers {
		out.Customers = append(out.Customers, b.customer(&g.Customers[i], views, out.Guarantees))
	}
	out.Balances = b.whole(views, out.Guarantees)
	if err := b.ps.err(); err != nil {
		return nil, err
	}
	return out, nil
}
