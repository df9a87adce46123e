package ledger

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// ErrVerify marks a statement that does not add up.
var ErrVerify = errors.New("statement does not add up")

// Verify adds the statement up again from its steps, with rational arithmetic of
// its own: each segment from balance, rate and fraction; each accrual from its
// segments; each account from the allocation lines; each payment from its lines
// and rest; the totals from the items. Limitation is held against its own steps. All differences are reported, each
// wrapping [ErrVerify].
func (st *Statement) Verify() error {
	v := verifier{st: st, paid: map[cell]int64{}, disposed: map[cell]int64{}, gone: map[string][]dated{}, on: map[string][]dated{}}
	v.allocations()
	v.disposals()
	for i := range st.Items {
		switch it := &st.Items[i]; {
		case it.CreditNote:
			v.equal(it.ID+" credit", it.Credit.Original.Minor(), it.Credit.Used.Minor()+it.Credit.Remaining.Minor())
		case it.Fee:
			v.charge(it)
		default:
			v.claim(it)
			v.limitation(it)
		}
	}
	v.caps(st)
	v.totals()
	return errors.Join(v.errs...)
}

// cell is one component of one item.
type cell struct {
	item      string
	component allocation.Component
}

type verifier struct {
	st   *Statement
	paid map[cell]int64
	// disposed is what write-offs and the closing took off.
	disposed map[cell]int64
	// gone is what of it bore interest until its day, inclusive, by item.
	gone map[string][]dated
	// on holds what was paid on principal and capitalized interest, by item and day.
	on map[string][]dated
	// reversed says that some payment was taken back.
	reversed bool
	errs     []error
}

// dated is an amount that acted on a day.
type dated struct {
	day   calendar.Date
	minor int64
}

// equal notes two figures that should be the same, in minor units.
func (v *verifier) equal(what string, got, want int64) { v.equalIn(v.st.Currency, what, got, want) }

func (v *verifier) equalIn(c money.Currency, what string, got, want int64) {
	if got != want {
		v.errs = append(v.errs, fmt.Errorf("%w: %s is %s, the steps give %s", ErrVerify, what,
			money.FromMinor(got, c), money.FromMinor(want, c)))
	}
}

func (v *verifier) allocations() {
	for _, pa := range v.st.Allocations {
		sum := pa.Unallocated.Minor()
		v.reversed = v.reversed || pa.Reversal != ""
		for _, l := range pa.Lines {
			sum += l.Amount.Minor()
			v.tax("payment "+pa.Payment, l.Component, l.Amount, l.VAT)
			if pa.CreditNote {
				continue
			}
			v.paid[cell{l.Item, l.Component}] += l.Amount.Minor()
			if !isInterest(l.Component) {
				v.on[l.Item] = append(v.on[l.Item], dated{l.Date, l.Amount.Minor()})
			}
		}
		v.equal("payment "+pa.Payment, pa.Amount.Minor(), sum)
		if pa.Refund == "" && pa.Reversal == "" && pa.Amount.Sign() < 0 {
			v.fail("payment %s is %s", pa.Payment, pa.Amount)
		}
		v.exchange(&pa)
	}
}

func (v *verifier) charge(it *Item) {
	v.equal(it.ID+" disposed", it.Charge.Disposed.Minor(), v.disposed[cell{it.ID, allocation.Fee}])
	v.equal(it.ID+" paid", it.Charge.Paid.Minor(), v.paid[cell{it.ID, allocation.Fee}])
	c := it.Charge
	v.equal(it.ID+" remaining", c.Remaining.Minor(), c.Original.Minor()+c.Adjusted.Minor()-c.Paid.Minor()-c.Disposed.Minor()-c.CappedAway.Minor())
	if len(it.Parts) > 0 {
		v.interest(it)
	}
}

func (v *verifier) claim(it *Item) {
	p := it.Principal
	v.equal(it.ID+" principal disposed", p.Disposed.Minor(), v.disposed[cell{it.ID, allocation.Principal}])
	v.equal(it.ID+" capitalized disposed", it.Capitalized.Disposed.Minor(), v.disposed[cell{it.ID, allocation.Capitalized}])
	v.equal(it.ID+" principal paid", p.Paid.Minor(), v.paid[cell{it.ID, allocation.Principal}])
	v.equal(it.ID+" principal remaining", p.Remaining.Minor(), began(p)+p.Adjusted.Minor()-p.Paid.Minor()-p.Disposed.Minor())
	c := it.Capitalized
	v.equal(it.ID+" capitalized raised", c.Raised.Minor(), it.Interest.Capitalized.Minor())
	v.equal(it.ID+" capitalized remaining", c.Remaining.Minor(), began(PrincipalAccount{Original: c.Original, Opening: c.Opening})+c.Raised.Minor()+c.Adjusted.Minor()-c.Paid.Minor()-c.Disposed.Minor())
	v.interest(it)
	v.booked(it)
}

// began is the principal with which the books of a claim begin.
func began(p PrincipalAccount) int64 {
	if p.Opening != (money.Amount{}) {
		return p.Opening.Minor()
	}
	return p.Original.Minor()
}

func (v *verifier) interest(it *Item) {
	for _, a := range it.Parts {
		exact, counted := money.ExactOf(a.Opening).Rat(), int64(0)
		for i, s := range it.segmentsOf(a.Component) {
			exact.Add(exact, v.segment(it, it.segmentsOf(a.Component), i, s))
			counted += v.counted(it.ID, s)
		}
		if exact.Cmp(a.Exact.Rat()) != 0 {
			v.errs = append(v.errs, fmt.Errorf("%w: %s accrued exactly %s, its segments give %s", ErrVerify, it.ID,
				a.Exact, exact.FloatString(exactDecimals)))
		}
		if v.st.Rounding.Place == interest.PlaceClaim {
			counted = v.rounded(it.ID, new(big.Rat).Sub(exact, money.ExactOf(a.Opening).Rat()))
		}
		counted += a.Opening.Minor()
		what := it.ID + " " + a.Component.String()
		v.equal(what+" accrued", a.Accrued.Minor(), counted)
		v.equal(what+" disposed", a.Disposed.Minor(), v.disposed[cell{it.ID, a.Component}])
		v.equal(what+" paid", a.Paid.Minor(), v.paid[cell{it.ID, a.Component}])
		v.equal(what+" remaining", a.Remaining.Minor(),
			max(0, counted+a.Adjusted.Minor()-a.Capitalized.Minor()-a.Disposed.Minor()-a.Paid.Minor()-a.CappedAway.Minor()))
	}
	sum, err := sumParts(it.Parts)
	if sum.Component = it.Interest.Component; err != nil || sum.Exact.Rat().Cmp(it.Interest.Exact.Rat()) != 0 || sum.without() != it.Interest.without() {
		v.errs = append(v.errs, fmt.Errorf("%w: %s interest is not the sum of its kinds", ErrVerify, it.ID))
	}
}

// without is the account without what cannot be compared.
func (a InterestAccount) without() InterestAccount {
	a.Exact = money.Exact{}
	return a
}

// exactDecimals is the number of decimals in which exact amounts are shown.
const exactDecimals = 10

// segment recomputes balance × rate × fraction in major units.
func (v *verifier) segment(it *Item, segments []interest.Segment, i int, s interest.Segment) *big.Rat {
	r := money.ExactOf(s.Principal).Rat()
	r.Mul(r, big.NewRat(int64(s.Rate), 100_000_000))
	r.Mul(r, big.NewRat(s.Fraction.Num, s.Fraction.Den))
	if r.Cmp(s.Exact.Rat()) != 0 {
		v.errs = append(v.errs, fmt.Errorf("%w: %s segment %d is %s, want %s × %s %% × %s", ErrVerify, it.ID, i,
			s.Exact, s.Principal, s.Rate, s.Fraction))
	}
	v.balance(it, i, s)
	if i > 0 && segments[i-1].Period.To > s.Period.From {
		v.errs = append(v.errs, fmt.Errorf("%w: %s segment %d overlaps the one before", ErrVerify, it.ID, i))
	}
	return r
}

// counted is what a segment adds where rounding is placed at segments or days.
func (v *verifier) counted(id string, s interest.Segment) int64 {
	yearly := money.ExactOf(s.Principal).Rat()
	yearly.Mul(yearly, big.NewRat(int64(s.Rate), 100_000_000))
	var n int64
	switch v.st.Rounding.Place {
	case interest.PlaceSegment:
		n = v.rounded(id, yearly.Mul(yearly, big.NewRat(s.Fraction.Num, s.Fraction.Den)))
	case interest.PlaceDay:
		n = v.rounded(id, yearly.Mul(yearly, big.NewRat(1, s.Fraction.Den))) * s.Fraction.Num
	}
	v.equal(fmt.Sprintf("%s interest counted from %s", id, s.Period.First()), s.Counted.Minor(), n)
	return n
}

// balance checks that a segment bears on what was left after the payments before
// it; compounded interest may come on top. Its days lie within the statement.
func (v *verifier) balance(it *Item, i int, s interest.Segment) {
	if it.Principal.Opening != (money.Amount{}) || it.changed() || v.reversed {
		return // adjustments and their kin are dated facts, not lines
	}
	left := it.Principal.Original.Minor() + it.Capitalized.Original.Minor() + it.Charge.Original.Minor()
	for _, p := range v.on[it.ID] {
		if p.day < s.Period.From || p.day == s.Period.From && it.PaymentDay == Free {
			left -= p.minor
		}
	}
	for _, p := range v.gone[it.ID] {
		if p.day < s.Period.From {
			left -= p.minor
		}
	}
	bears := s.Principal.Minor()
	if bears != left && (it.Compounding != Annual || bears < left) {
		v.errs = append(v.errs, fmt.Errorf("%w: %s segment %d bears on %s, the payments leave %s", ErrVerify, it.ID, i,
			s.Principal, money.FromMinor(left, v.st.Currency)))
	}
	if s.Period.IsEmpty() || s.Period.Last() > v.st.AsOf {
		v.errs = append(v.errs, fmt.Errorf("%w: %s segment %d is %s, want days through %s", ErrVerify, it.ID, i, s.Period, v.st.AsOf))
	}
}

// changed reports whether anything but payments changed the bearing balance.
func (it *Item) changed() bool {
	return it.altered || it.Charge.Adjusted.Sign() != 0 || it.Principal.Adjusted.Sign() != 0 || it.Capitalized.Raised.Sign() != 0 || it.Capitalized.Adjusted.Sign() != 0
}

// rounded rounds major units to the minor unit, or to the step of the rounding.
func (v *verifier) rounded(id string, major *big.Rat) int64 {
	step := max(1, v.st.Rounding.Mode.Step())
	unit := money.ExactOf(money.FromMinor(step, v.st.Currency)).Rat()
	n, err := roundRat(new(big.Rat).Quo(major, unit), v.st.Rounding.Mode.Mode())
	if err != nil {
		v.errs = append(v.errs, fmt.Errorf("%w: %s: %w", ErrVerify, id, err))
	}
	return n * step
}

// roundRat rounds a rational to an integer, written apart from package money so
// that the two check each other.
func roundRat(x *big.Rat, mode money.Rounding) (int64, error) {
	floor := new(big.Int).Div(x.Num(), x.Denom()) // Euclidean, so floor for positive denominators
	rest := new(big.Rat).Sub(x, new(big.Rat).SetInt(floor))
	if rest.Sign() == 0 {
		return floor.Int64(), nil
	}
	half := rest.Cmp(big.NewRat(1, 2))
	negative := x.Sign() < 0
	var up bool
	switch mode {
	case money.HalfUp:
		up = half > 0 || half == 0 && !negative
	case money.HalfDown:
		up = half > 0 || half == 0 && negative
	case money.HalfEven:
		up = half > 0 || half == 0 && floor.Bit(0) == 1
	case money.Up:
		up = !negative
	case money.Down:
		up = negative
	case money.Ceiling:
		up = true
	case money.Floor:
	default:
		return 0, errors.New("rounding mode refuses a rest")
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	return floor.Int64(), nil
}

func (v *verifier) totals() {
	var open, paid allocation.Balances
	for _, it := range v.st.Items {
		open[allocation.Fee] += it.Charge.Remaining.Minor()
		paid[allocation.Fee] += it.Charge.Paid.Minor()
		open[allocation.Principal] += it.Principal.Remaining.Minor()
		paid[allocation.Principal] += it.Principal.Paid.Minor()
		open[allocation.Capitalized] += it.Capitalized.Remaining.Minor()
		paid[allocation.Capitalized] += it.Capitalized.Paid.Minor()
		for _, a := range it.Parts {
			open[a.Component] += a.Remaining.Minor()
			paid[a.Component] += a.Paid.Minor()
		}
	}
	t, p := v.st.Totals, v.st.Paid
	v.equal("total principal", t.Principal.Minor(), open[allocation.Principal])
	v.equal("total capitalized", t.Capitalized.Minor(), open[allocation.Capitalized])
	v.equal("total contract interest", t.ContractInterest.Minor(), open[allocation.ContractInterest])
	v.equal("total default interest", t.DefaultInterest.Minor(), open[allocation.DefaultInterest])
	v.equal("total interest", t.Interest.Minor(), t.ContractInterest.Minor()+t.DefaultInterest.Minor())
	v.equal("total fees", t.Fees.Minor(), open[allocation.Fee])
	v.equal("total", t.Total.Minor(), t.Principal.Minor()+t.Capitalized.Minor()+t.Interest.Minor()+t.Fees.Minor())
	v.equal("paid principal", p.Principal.Minor(), paid[allocation.Principal])
	v.equal("paid capitalized", p.Capitalized.Minor(), paid[allocation.Capitalized])
	v.equal("paid interest", p.Interest.Minor(), paid[allocation.ContractInterest]+paid[allocation.DefaultInterest])
	v.equal("paid fees", p.Fees.Minor(), paid[allocation.Fee])
	v.equal("paid total", p.Total.Minor(), p.Principal.Minor()+p.Capitalized.Minor()+p.Interest.Minor()+p.Fees.Minor())
	var received int64
	for _, pa := range v.st.Allocations {
		if !pa.CreditNote {
			received += pa.Amount.Minor()
		}
	}
	v.balanceSheet(received)
}
