package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// accrual is one kind of interest of a claim: its terms, its account, and what of
// it has been compounded.
type accrual struct {
	terms   ClaimTerms
	account *interest.Account // nil where nothing bears through the as-of day
	holds   []interest.Hold
	// beside says that these are the terms of contract interest beside the claim's
	// other interest.
	beside bool
	// start is the first day that accrues here: the first bearing day, or the day
	// after an opening if that is later.
	start calendar.Date
	// compounded is the unpaid interest that joined the bearing balance on
	// anniversaries; it stays interest in all accounts.
	compounded int64
	// ended is the latest day whose interest is due before money that waits acts,
	// though the payment day is free.
	ended calendar.Date
	// joined is the latest anniversary on which interest joined the balance.
	joined calendar.Date
}

// of is the accrual of a component, nil where the claim has none.
func (it *item) of(c allocation.Component) *accrual {
	for _, a := range it.bears {
		if a.terms.Component == c {
			return a
		}
	}
	return nil
}

// lead is the accrual whose rate stands for the claim: that of its interest terms,
// or of the contract where those bear nothing.
func (it *item) lead() *accrual {
	if len(it.bears) == 0 {
		return nil
	}
	return it.bears[0]
}

// lastFor is the last day whose interest is due when a payment of the given day
// acts.
func (a *accrual) lastFor(day calendar.Date) calendar.Date {
	if a.terms.PaymentDay == Free && a.ended != day {
		return day - 1
	}
	return day
}

// bearing is the balance that bears a kind of interest.
func (it *item) bearing(a *accrual) int64 {
	return it.open[allocation.Principal] + it.open[allocation.Capitalized] + it.open[allocation.Fee] + a.compounded
}

// rebase makes the present bearing balances count: after a payment of the given
// day from the day that its terms say, after other facts from the next day on.
func (it *item) rebase(day calendar.Date, payment bool) error {
	for _, a := range it.bears {
		from := day + 1
		if payment {
			from = a.lastFor(day) + 1
		}
		if err := it.rebaseOne(a, from); err != nil {
			return err
		}
	}
	return nil
}

func (it *item) rebaseOne(a *accrual, from calendar.Date) error {
	if a.account == nil {
		return nil
	}
	if err := a.account.SetPrincipal(from, money.FromMinor(it.bearing(a), it.currency)); err != nil {
		return it.problem(err)
	}
	return nil
}

// compound lets the unpaid interest through the eve of an anniversary, with what
// adjustments of the day change of it, join the bearing balance from that day on.
func (it *item) compound(c allocation.Component, anniversary calendar.Date, adjusted int64) error {
	a := it.of(c)
	if err := it.bookInterest(func(*accrual) calendar.Date { return anniversary - 1 }); err != nil {
		return err
	}
	due, err := it.carried(c, anniversary-1)
	if err != nil || due+adjusted <= 0 {
		return err
	}
	a.compounded, a.joined = due+adjusted, anniversary
	return it.rebaseOne(a, anniversary)
}

// dayCell is one component of one item on a day.
type dayCell struct {
	cell
	day calendar.Date
}

// eveFacts are what adjustments of a day change of interest, and which claims are
// capitalized on a day: both come before an anniversary of that day.
type eveFacts struct {
	adjusted    map[dayCell]int64
	capitalized map[dayCell]bool
}

func (b *Book) eveFacts() eveFacts {
	f := eveFacts{map[dayCell]int64{}, map[dayCell]bool{}}
	for _, a := range b.c.Adjustments {
		if isInterest(a.Component) && b.at.Counts(a.Date, a.Recorded) {
			f.adjusted[dayCell{cell{a.Item, a.Component}, a.Date}] += a.Amount.Minor()
		}
	}
	for _, k := range b.c.Capitalizations {
		if b.at.Counts(k.Date, k.Recorded) {
			f.capitalized[dayCell{cell{item: k.Item}, k.Date}] = true
		}
	}
	return f
}

// anniversary lets interest of a kind join the balance of a claim. Where the payment
// day is free, adjustments and capitalizations of the day come after it.
func (b *Book) anniversary(it *item, c allocation.Component, day calendar.Date) error {
	if it.lead().terms.PaymentDay == Free {
		return it.compound(c, day, 0)
	}
	if b.eve.capitalized[dayCell{cell{item: it.id()}, day}] {
		return nil // and takes it all
	}
	return it.compound(c, day, b.eve.adjusted[dayCell{cell{it.id(), c}, day}])
}

// joinedBefore reports whether an adjustment was looked at already when interest
// joined the balance on its day.
func (it *item) joinedBefore(a Adjustment) bool {
	bears := it.of(a.Component)
	return bears != nil && bears.joined == a.Date && it.lead().terms.PaymentDay != Free
}

// fromCompounded takes interest that is paid or taken away from what was
// compounded, which is the oldest, and returns how much that was.
func (it *item) fromCompounded(c allocation.Component, minor int64) int64 {
	a := it.of(c)
	if a == nil {
		return 0
	}
	n := min(minor, a.compounded)
	a.compounded -= n
	return n
}

// forget drops what was compounded, because it is no interest any more.
func (it *item) forget() {
	for _, a := range it.bears {
		a.compounded = 0
	}
}

// bearsOn reports whether a kind of interest runs on a day.
func (a *accrual) bearsOn(day calendar.Date) bool {
	t := a.terms
	return day >= a.start && (t.Last.IsZero() || day <= t.Last) &&
		!slices.ContainsFunc(a.holds, func(h interest.Hold) bool { return h.Period.Contains(day) })
}

// opening is the opening of a claim, nil where there is none.
func (it *item) opening() *Opening {
	if it.claim == nil {
		return nil
	}
	return it.claim.Opening
}

// openAccounts compiles the rates of a claim over its bearing days through the
// as-of day.
func (b *Book) openAccounts(it *item, terms ClaimTerms) error {
	opening := it.opening()
	if o := opening; o != nil && b.at.AsOf < o.Through {
		return &Problem{Path: it.path + "/opening/through", Message: fmt.Sprintf("the books begin at the end of %s, want an as-of day from then on", o.Through)}
	}
	for _, t := range []*ClaimTerms{&terms, terms.Contract} {
		if t == nil || !t.Bears {
			continue
		}
		a := &accrual{terms: b.stopped(*t), beside: t == terms.Contract, start: t.First, holds: b.holdsOn(it)}
		if o := opening; o != nil {
			a.start = max(a.start, o.Through+1)
		}
		it.bears = append(it.bears, a)
		if err := b.openAccount(it, a); err != nil {
			return err
		}
	}
	return nil
}

func (b *Book) openAccount(it *item, a *accrual) error {
	t, last := a.terms, b.at.AsOf
	if !t.Last.IsZero() {
		last = min(last, t.Last)
	}
	if a.start > last {
		return nil
	}
	line, err := t.Terms.Rate.CompileHeld(calendar.Days(a.start, last), a.holds)
	if err != nil {
		return it.problem(err)
	}
	a.account, err = interest.NewAccount(line, t.Terms.DayCount, t.First, t.Rounding, b.money(it.bearing(a)))
	if err != nil {
		return it.problem(err)
	}
	return nil
}

// stopped ends interest with the closing of the case.
func (b *Book) stopped(t ClaimTerms) ClaimTerms {
	c := b.c.Closed
	if c != nil && b.at.Counts(c.Date, c.Recorded) && (t.Last.IsZero() || t.Last > c.Date) {
		t.Last = c.Date
	}
	return t
}

// anniversaries lists the days on which unpaid interest joins the balance of
// claims that compound, counted from the first bearing day, inclusive. They run
// from that day whether or not the claim has been raised.
func (b *Book) anniversaries() []event {
	var list []event
	for i, it := range b.items[:len(b.c.Claims)] {
		for _, a := range it.bears {
			t := a.terms
			if t.Compounding != Annual || a.account == nil {
				continue
			}
			for year := 1; ; year++ {
				day := t.First.AddYears(year)
				if day.IsZero() || day > b.at.AsOf || (!t.Last.IsZero() && day > t.Last) {
					break
				}
				if day >= a.start { // the others passed before the opening
					list = append(list, event{date: day, recorded: day, class: anniversary, position: i, component: t.Component})
				}
			}
		}
	}
	return list
}
